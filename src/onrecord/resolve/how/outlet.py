"""Names of outlets and platforms among the tokens of a phrase."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolve.how.words import PLATFORMS, TIME_WORDS, outlets, word_set
from onrecord.resolve.narration.frame import Token
from onrecord.types import ChannelKind, Span

__all__ = ["Named", "is_paper", "named_in"]

_LONGEST = 4
# "state television", "Russian state TV": as good as a name.
_STATE = word_set("state state-run state-owned state-controlled public national local")
_TITLES = word_set("mr. mrs. ms. dr. mr mrs ms dr sen. rep. gov. president")
# What names of papers and stations end in.
_PAPER_WORDS = word_set(
    "times post journal tribune herald gazette guardian star sun globe chronicle telegraph "
    "dispatch observer mail mirror express record weekly monitor standard independent bulletin "
    "press news courier examiner sentinel register inquirer ledger argus echo mercury "
    "review magazine newspaper daily zeitung shimbun leader advertiser "
    "enquirer presse"
)
# "The Atlantic Council", "Time University": a paper's name that goes on is another's.
_OTHER_BODIES = word_set(
    "council university institute college bank party union foundation committee ocean city county "
    "hospital school museum court ministry department hotel stadium airport club league "
    "centre center"
)
_STATION_WORDS = word_set("tv radio television broadcasting channel network fm")
_AIR = word_set("television tv radio broadcaster")
_PRESS = word_set("media news newspaper agency newspapers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An outlet or platform that a text names.

    Attributes:
        kind: How it carries what it is given.
        name: As written, without article and possessive.
        span: Where.
    """

    kind: ChannelKind
    name: str
    span: Span


def is_paper(name: str) -> bool:
    """Say whether a name is that of a paper or an agency: known, or by its last word.

    >>> is_paper("Guardian"), is_paper("Leeds Gazette"), is_paper("CNN"), is_paper("Acme")
    (True, True, False, False)
    """
    kind = _kind_of(name, follows_the=True)
    *first, last = name.lower().split() or [""]
    return kind is ChannelKind.INTERVIEW or bool(kind is None and first and last in _PAPER_WORDS)


def named_in(tokens: Sequence[Token]) -> Named | None:
    """Return the first outlet or platform that some tokens name, the longest name there."""
    for at in range(len(tokens)):
        found = _name_at(tokens, at) or _state_outlet_at(tokens, at)
        if found:
            return found
    return None


def _name_at(tokens: Sequence[Token], at: int) -> Named | None:
    is_person = at > 0 and tokens[at - 1].low in _TITLES
    if is_person or not (tokens[at].word[0].isupper() or tokens[at].word[0].isdigit()):
        return None
    for count in range(min(_LONGEST, len(tokens) - at), 0, -1):
        words = [token.word for token in tokens[at : at + count]]
        words[-1] = _without_possessive(words[-1])
        name = " ".join(words)
        follows_the = at > 0 and tokens[at - 1].low == "the"
        kind = _kind_of(name, follows_the=follows_the)
        if kind:
            first, last = _whole_name(tokens, at, at + count - 1)
            words = [token.word for token in tokens[first : last + 1]]
            if not _OTHER_BODIES.isdisjoint(word.lower() for word in words):
                return None
            words[-1] = _without_possessive(words[-1])
            end = tokens[last].start + len(words[-1])
            return Named(kind=kind, name=" ".join(words), span=Span(tokens[first].start, end))
    return _by_last_word(tokens, at)


def _by_last_word(tokens: Sequence[Token], at: int) -> Named | None:
    """Return an outlet that no list has by its last word: "The Leeds Gazette", "Nur TV"."""
    last = at
    while last + 1 < len(tokens) and _is_part(tokens[last + 1]):
        last += 1
    word = tokens[last].low.removesuffix("'s").rpartition("-")[2]
    first = at + 1 if tokens[at].low == "the" else at
    if last <= first or word not in _PAPER_WORDS | _STATION_WORDS:
        return None
    words = [token.word for token in tokens[first : last + 1]]
    words[-1] = _without_possessive(words[-1])
    span = Span(tokens[first].start, tokens[last].start + len(words[-1]))
    kind = ChannelKind.BROADCAST if word in _STATION_WORDS else ChannelKind.INTERVIEW
    return Named(kind=kind, name=" ".join(words), span=span)


def _whole_name(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the name with what belongs to it: "*Nevada* Independent", "BBC *Sport*"."""
    if tokens[first].low in PLATFORMS:
        return first, last
    listed = last
    while first > 0 and _is_part(tokens[first - 1]) and not tokens[first - 1].low.endswith("'s"):
        first -= 1
    while (
        last + 1 < len(tokens)
        and not tokens[last].low.endswith("'s")
        and _is_part(tokens[last + 1])
    ):
        last += 1
    return first, _with_rest(tokens, last) if last > listed else last


def _with_rest(tokens: Sequence[Token], last: int) -> int:
    """Return the last word of a programme's name with an "of": "BBC Match *of the Day*"."""
    at = last + 1
    while at < len(tokens) and tokens[at].word in {"of", "the"}:
        at += 1
    is_name = at > last + 1 and at < len(tokens) and tokens[last + 1].word == "of"
    return at if is_name and _is_part(tokens[at]) else last


def _is_part(token: Token) -> bool:
    return token.word[0].isupper() and token.low not in TIME_WORDS and token.low != "the"


def _kind_of(name: str, *, follows_the: bool) -> ChannelKind | None:
    if name.lower() in PLATFORMS and name[0].isupper():
        return ChannelKind.SOCIAL_MEDIA
    name, known = name.replace("’", "'"), outlets()
    return known.get(name) or (known.get(f"The {name}") if follows_the else None)


def _state_outlet_at(tokens: Sequence[Token], at: int) -> Named | None:
    """Return "state television", "state news agency" and the like."""
    if tokens[at].low not in _STATE:
        return None
    for count in range(min(3, len(tokens) - at), 1, -1):
        last = tokens[at + count - 1]
        low = last.low.removesuffix("'s")
        if low in _AIR | _PRESS:
            kind = ChannelKind.BROADCAST if low in _AIR else ChannelKind.INTERVIEW
            word = _without_possessive(last.word)
            words = [token.word for token in tokens[at : at + count - 1]] + [word]
            span = Span(tokens[at].start, last.start + len(word))
            return Named(kind=kind, name=" ".join(words), span=span)
    return None


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word
