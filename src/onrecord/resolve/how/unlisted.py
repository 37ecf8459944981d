"""Outlets that no list has: "told L'Équipe", "told KNEB radio", "told the newspaper La Voz".

Told by a word that only an outlet has beside its name, or by its being told something by
name though it is nobody and no body that is told things for their own sake.
"""

import re
from collections.abc import Sequence

from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration.frame import Frame, Names, Token
from onrecord.types import Channel, ChannelKind, Span

__all__ = ["from_unlisted", "with_bodies"]

BODY = "body"
"""The kind of an organisation that the article is about, and so no outlet."""

_TELLING = word_set("told telling tells tell speaking spoke")
# Bodies that are told something for their own sake, not to make it public.
_BODIES = word_set(
    "congress senate parliament council committee court union party nations ministry department "
    "government board association university police office commission agency force forces army "
    "fund bank club league federation institute authority administration house company inc corp "
    "ltd group service school college church hospital state states kingdom caucus conference "
    "organisation organization society foundation team center centre nato fbi cia un eu "
    "pentagon kremlin vatican interpol europol bundestag knesset duma sejm rada riksdag commons "
    "lords holyrood westminster downing whitehall brussels washington cabinet assembly tribunal "
    "inquiry summit god mum mom dad sir madam santa"
)
_ON_AIR = word_set("radio television tv broadcaster station podcast channel")
_IN_PRINT = word_set(
    "magazine newspaper paper daily weekly tabloid journal newsletter blog website outlet "
    "broadsheet agency site periodical portal"
)
# A local paper by its short name: "told the Gazette".
_PAPERS = word_set(
    "gazette echo herald chronicle courier argus tribune advertiser examiner enquirer inquirer "
    "sentinel telegraph times post mail journal observer standard mirror dispatch bulletin"
)
# What stations in North America are called by.
_CALL_SIGN = re.compile(r"([KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?)(?:['’]s)?$")
_SITE = re.compile(r"[\w-]+\.(?:com|org|net|[a-z]{2})$", re.IGNORECASE)
_LINKS = word_set("of and de del della dello di du des la le el the i y")
_LONGEST = 4
_JUST_TOLD = re.compile(r"\b(?:told|tell|tells|telling|to|with) (?:the )?$")


def with_bodies(text: str, names: Names) -> Names:
    """Return the names, with organisations that the article names elsewhere, too, as bodies.

    "Told Hamas", where Hamas is named as more than who was told: no outlet.

    Args:
        text: The article's text.
        names: Names with their kinds, in order.
    """
    elsewhere = {
        text[span.start : span.end].lower()
        for span, kind in names
        if kind == "organisation"
        and not _JUST_TOLD.search(text, max(0, span.start - 16), span.start)
    }
    return tuple(
        (span, BODY)
        if kind == "organisation" and text[span.start : span.end].lower() in elsewhere
        else (span, kind)
        for span, kind in names
    )


def from_unlisted(frame: Frame, tokens: Sequence[Token], names: Names = ()) -> Channel | None:
    """Return the channel of what is told to an outlet that no list has, or None.

    Args:
        frame: The statement's frame.
        tokens: Those of the frame that name who was told.
        names: Names inside the frame; may be empty.
    """
    bare = [token for token in tokens if token.low not in {"the", "a", "an"}]
    if not bare:
        return None
    if (station := _called(bare)) is not None:
        return station
    name, noun = _parts(bare)
    if not name:
        return None
    span = Span(name[0].start, name[-1].end)
    kinds = {kind for place, kind in names if place.start < span.end and span.start < place.end}
    is_paper = [token.low for token in tokens[:-1]] == ["the"] and tokens[-1].low in _PAPERS
    is_site = len(name) == 1 and bool(_SITE.match(name[0].word))
    is_clear = bool(noun) or is_site or is_paper
    if not is_clear and not _is_outlet(frame, name, kinds, names):
        return None
    kind = ChannelKind.BROADCAST if noun in _ON_AIR else ChannelKind.INTERVIEW
    return Channel(kind=kind, name=" ".join(token.word for token in name), span=span)


def _called(tokens: Sequence[Token]) -> Channel | None:
    """Return the interview with a station that is known by its call sign: "KNEB's Ann Poe"."""
    for number, token in enumerate(tokens):
        match = _CALL_SIGN.match(token.word)
        if match is None:
            continue
        is_on_air = number + 1 < len(tokens) and tokens[number + 1].word in _ON_AIR
        kind = ChannelKind.BROADCAST if is_on_air else ChannelKind.INTERVIEW
        span = Span(token.start, token.start + len(match[1]))
        return Channel(kind=kind, name=match[1], span=span)
    return None


def _parts(tokens: Sequence[Token]) -> tuple[Sequence[Token], str]:
    """Return a name and the noun beside it that makes it an outlet, "" where there is none."""
    if len(tokens) > 1 and tokens[-1].word in _ON_AIR | _IN_PRINT and _is_name(tokens[:-1]):
        return tokens[:-1], tokens[-1].low
    for at, token in enumerate(tokens[:-1]):
        if token.word in _ON_AIR | _IN_PRINT and _is_name(tokens[at + 1 :]):
            return tokens[at + 1 :], token.low
    return (tokens, "") if _is_name(tokens) else ((), "")


def _is_name(tokens: Sequence[Token]) -> bool:
    is_written = all(token.word[0].isupper() or token.low in _LINKS for token in tokens)
    is_site = len(tokens) == 1 and bool(_SITE.match(tokens[0].word))
    has_capital = any(sign.isupper() for sign in tokens[0].word + tokens[-1].word)
    return is_site or (is_written and has_capital and len(tokens) <= _LONGEST)


def _is_outlet(frame: Frame, name: Sequence[Token], kinds: set[str], names: Names) -> bool:
    """Say whether a name without any such noun is an outlet's: it is told by name, and nobody."""
    cue = {token.low for token in frame.tokens[max(0, frame.cue[0]) : frame.cue[1]]}
    is_body = not _BODIES.isdisjoint(token.low for token in name)
    if cue.isdisjoint(_TELLING) or is_body or kinds - {"organisation"}:
        return False
    # "told Democrats", "told MPs": people; and who was not looked for cannot be told from them.
    is_many = name[-1].low.endswith("s") or name[0].word.isdigit()
    return bool(kinds) or (bool(names) and not is_many)
