"""How a statement reached the public, from the words around its cue and from its source."""

import re
from collections.abc import Sequence

from onrecord.resolve.how.carrier import COMMITTEE, from_audience, from_cue, from_source
from onrecord.resolve.how.nouns import nouns_in
from onrecord.resolve.how.outlet import Named, named_in
from onrecord.resolve.how.recording import from_recording
from onrecord.resolve.how.stage import (
    from_crowd,
    from_event,
    from_stand,
    from_taking_to,
    from_witness_stand,
)
from onrecord.resolve.how.words import TIME_WORDS
from onrecord.resolve.how.zones import PUBLISHING, Phrase
from onrecord.resolve.narration.frame import Frame, Names, Token
from onrecord.types import Channel, ChannelKind, Span

__all__ = ["channel_of"]

# The openers that make a noun the channel and not the topic: "in a report",
# but not "on a report".
_OPENERS = {
    ChannelKind.SOCIAL_MEDIA: "in on via through over by with",
    ChannelKind.BROADCAST: "on in via over during",
    ChannelKind.INTERVIEW: "in during via through",
    ChannelKind.PRESS_CONFERENCE: "at in during on to via",
    ChannelKind.SPEECH: "in during at",
    ChannelKind.STATEMENT: "in via through by",
    ChannelKind.VIDEO: "in via through by on during",
    ChannelKind.DOCUMENT: "in via on",
    ChannelKind.COURT: "in at during before",
    ChannelKind.MEETING: "at in during",
    ChannelKind.PHONE_CALL: "in on by during over via",
    ChannelKind.LETTER: "in by via with",
    ChannelKind.TESTIMONY: "in at during",
}
_OPENERS_OF = {
    "court": frozenset(("in", "before")),
    "episode": frozenset(("on", "during")),
}
_ALLOWED = {kind: frozenset(words.split()) for kind, words in _OPENERS.items()}
_BARE = frozenset(("phone", "telephone", "email", "e-mail", "letter", "fax", "text", "radio"))
_PUBLISHED = frozenset(
    (
        ChannelKind.SOCIAL_MEDIA,
        ChannelKind.STATEMENT,
        ChannelKind.VIDEO,
        ChannelKind.LETTER,
        ChannelKind.SPEECH,
        ChannelKind.PRESS_CONFERENCE,
        ChannelKind.DOCUMENT,
        ChannelKind.INTERVIEW,
        ChannelKind.COURT,
    )
)
_SENT_OUT = frozenset(("emailed", "e-mailed", "sent", "provided", "given", "forwarded"))
_FILMED = frozenset(("video", "livestreamed", "live-streamed", "pre-recorded", "videotaped"))
_DISCUSSING = frozenset(("spoke", "speaks", "speaking", "sat", "talked", "talking"))
_DISCUSSED = re.compile(r"discuss|detail|talk|shar|spoke")
_CLIENTS = frozenset(("clients", "investors", "customers", "subscribers"))
_BENCH = frozenset(("court", "jury", "judge", "inquest", "tribunal"))
# "In a series of tweets", "during a day of testimony", "at the end of a lengthy post".
_PARTS = frozenset((
    "series", "string", "flurry", "pair", "number", "couple", "spate", "round", "set", "barrage",
    "burst", "trio", "slew", "stream", "storm", "handful", "day", "days", "hours", "week", "end",
    "start", "beginning", "middle", "opening", "close", "course", "part", "portion", "section",
    "copy", "excerpt", "excerpts", "draft", "version", "text", "transcript", "rest", "wave",
))  # fmt: skip
_MADE_PUBLIC = frozenset(("published", "released", "filed", "issued", "posted", "unveiled"))
_QUESTIONED = frozenset(("reached", "contacted", "interviewed", "asked", "questioned", "quizzed"))
# After "on" only these documents are places of publication, not topics.
_SITES = frozenset(("website", "web site", "official site", "web page", "webpage", "homepage"))
_CARRIED = frozenset((ChannelKind.STATEMENT, ChannelKind.LETTER))
# Said before a committee as well as in court.
_OPENINGS = frozenset((
    "opening statement", "opening statements", "closing statement", "closing statements",
))  # fmt: skip
# Within a title.
_SMALL = frozenset(("the", "of", "and", "a", "in", "for", "with"))
_LONGEST_TITLE = 6
# "In a WhatsApp response": what was sent through a platform.
_SENT = frozenset(("response", "responses", "reply", "exchange", "chat", "group", "thread"))


def channel_of(
    frame: Frame, found: Sequence[Phrase], told: Span | None, names: Names = ()
) -> Channel | None:
    """Return the channel that a frame tells, or None.

    Args:
        frame: The statement's frame.
        found: The phrases that modify its cue.
        told: To whom it was said, where the frame tells.
        names: Names inside the frame; may be empty.
    """
    choices = (
        _from_phrases(frame, found, told),
        from_audience(frame, told, names),
        from_cue(frame),
        from_source(frame),
        from_recording(frame),
        from_event(frame, found),
        from_stand(frame, found),
        from_taking_to(frame),
        from_witness_stand(frame),
        from_crowd(frame),
    )
    return next((channel for channel in choices if channel), None)


def _from_phrases(frame: Frame, found: Sequence[Phrase], told: Span | None) -> Channel | None:
    for number, phrase in enumerate(found):
        channel = _from_phrase(frame, found, number, told) or _from_name(frame, phrase)
        if channel:
            return channel
    return None


def _from_phrase(
    frame: Frame, found: Sequence[Phrase], number: int, told: Span | None
) -> Channel | None:
    phrase = found[number]
    tokens = frame.tokens[phrase.first : phrase.last + 1]
    for first, last, kind in nouns_in(tokens):
        noun = " ".join(token.low for token in tokens[first : last + 1])
        is_bare = first == 0 and not _is_made_public(frame, phrase.first + last)
        opener = _opener(frame, found, number)
        if not _is_channel(kind, noun, opener, is_bare=is_bare and opener == phrase.opener):
            continue
        if phrase.is_far and kind not in _PUBLISHED - {ChannelKind.COURT, ChannelKind.DOCUMENT}:
            continue
        named = named_in(tokens) or _name_after(frame, found, number) or _host(frame, told, kind)
        name = named.name if named else None
        if kind is ChannelKind.INTERVIEW and name is None:
            name = _interviewer(frame, found, number)
        if kind is ChannelKind.BROADCAST and name is None:
            name = _station(tokens[: last + 1]) or _title(frame, phrase.first + last + 1)
        span = frame.span(phrase.first, phrase.first + last)
        told_by = _kind_of_text(frame, found, number, last) if kind in _CARRIED else kind
        if noun in _OPENINGS and _is_to_committee(frame, told):
            told_by = ChannelKind.TESTIMONY
        return Channel(kind=_kind_with(told_by or kind, noun, named), name=name, span=span)
    return None


def _kind_of_text(
    frame: Frame, found: Sequence[Phrase], number: int, noun: int
) -> ChannelKind | None:
    """Return what a statement or letter is for what stands around it, None where nothing does."""
    tokens = frame.tokens[found[number].first :]
    if not _FILMED.isdisjoint(token.low for token in tokens[:noun]):
        return ChannelKind.VIDEO  # "in an online video announcement"
    if tokens[noun].low == "note" and _is_to_clients(frame, found, number):
        return ChannelKind.DOCUMENT
    after = [token.low for token in tokens[noun + 1 : noun + 8]]
    is_read_out = after[:1] == ["read"] and not _BENCH.isdisjoint(after)
    return ChannelKind.COURT if is_read_out else None  # "a victim statement read to the court"


def _is_to_committee(frame: Frame, told: Span | None) -> bool:
    """Say whether a committee is told something: "an opening statement *to the Senate panel*"."""
    return told is not None and not COMMITTEE.isdisjoint(
        token.low for token in frame.tokens if told.start <= token.start < told.end
    )


def _is_to_clients(frame: Frame, found: Sequence[Phrase], number: int) -> bool:
    """Say whether a note is an analyst's: "a note to clients"."""
    return any(
        phrase.opener == "to"
        and not _CLIENTS.isdisjoint(
            token.low for token in frame.tokens[phrase.first : phrase.last + 1]
        )
        for phrase in found[number + 1 : number + 2]
    )


def _kind_with(kind: ChannelKind, noun: str, named: Named | None) -> ChannelKind:
    """Return the kind of "a statement on Twitter", "remarks to the BBC"."""
    if named is None:
        return kind
    is_posted = named.kind is ChannelKind.SOCIAL_MEDIA
    if noun == "remarks":
        return named.kind if is_posted else ChannelKind.INTERVIEW
    return named.kind if is_posted and kind in _CARRIED else kind


def _is_channel(kind: ChannelKind, noun: str, opener: str, *, is_bare: bool) -> bool:
    if opener in PUBLISHING:
        return kind in _PUBLISHED
    if opener not in _ALLOWED[kind]:
        return False
    if opener == "by":
        return noun in _BARE or (is_bare and kind is ChannelKind.SOCIAL_MEDIA)
    if opener == "on" and kind is ChannelKind.DOCUMENT:
        return noun in _SITES
    if noun in _OPENERS_OF:
        return opener in _OPENERS_OF[noun]
    return not (is_bare and kind in {ChannelKind.MEETING, ChannelKind.DOCUMENT})


def _opener(frame: Frame, found: Sequence[Phrase], number: int) -> str:
    """Return what opens a phrase; for "of tweets" that of "*in* a series"."""
    phrase, before = found[number], found[number - 1] if number else None
    is_next = before is not None and before.last + 2 == phrase.first
    if before is None or phrase.opener != "of" or not is_next:
        return phrase.opener
    return before.opener if frame.tokens[before.last].low in _PARTS else "of"


def _is_made_public(frame: Frame, noun: int) -> bool:
    """Say whether a bare noun is one thing made public: "in *findings* published on Monday"."""
    following = frame.tokens[noun + 1].low if noun + 1 < len(frame.tokens) else ""
    return following in _MADE_PUBLIC


def _name_after(frame: Frame, found: Sequence[Phrase], number: int) -> Named | None:
    """Return the outlet that the next two phrases name: "an interview on Monday with the BBC".

    Not to whom a text was sent: "a statement *emailed to the BBC*".
    """
    phrase = found[number]
    near = frame.tokens[phrase.first : phrase.last + 3]
    is_sent = not _SENT_OUT.isdisjoint(token.low for token in near)
    for phrase in found[number + 1 : number + 3]:
        if phrase.first > found[number].first and phrase.opener in {
            "on", "with", "to", "for", "by", "via", "in", "of", "posted", "published",
        }:  # fmt: skip
            named = named_in(frame.tokens[phrase.first : phrase.last + 1])
            if named and not (is_sent and phrase.opener == "to" and not _is_platform(named)):
                return named
    return None


def _is_platform(named: Named) -> bool:
    return named.kind is ChannelKind.SOCIAL_MEDIA


def _host(frame: Frame, told: Span | None, kind: ChannelKind) -> Named | None:
    """Return the outlet that was told something "in an interview"."""
    if told is None or kind is not ChannelKind.INTERVIEW:
        return None
    return named_in([token for token in frame.tokens if told.start <= token.start < told.end])


def _interviewer(frame: Frame, found: Sequence[Phrase], number: int) -> str | None:
    """Return a name that no list has: "an interview with La Razón"."""
    for phrase in found[number + 1 : number + 3]:
        if phrase.opener in {"with", "to"} and phrase.first > found[number].first:
            if frame.tokens[phrase.first].low in {"a", "an"}:
                return None  # "an interview with *a Salem* radio station": no name of its own
            words: list[str] = []
            for token in frame.tokens[phrase.first : phrase.last + 1]:
                if token.word[0].isupper() and token.low not in TIME_WORDS:
                    words.append(token.word.removesuffix("'s").removesuffix("’s"))
                elif words:
                    break
            return " ".join(words) or None
    return None


def _station(tokens: Sequence[Token]) -> str | None:
    """Return a name that no list has: "al-Masirah TV"."""
    words = [token.word for token in tokens if any(sign.isupper() for sign in token.word)]
    is_named = len(words) > 1 and words[-1] == tokens[-1].word
    return " ".join(words) if is_named else None


def _title(frame: Frame, at: int) -> str | None:
    """Return the title that begins at a token: "on his podcast *Off the Couch*"."""
    words: list[str] = []
    for token in frame.tokens[at : at + _LONGEST_TITLE]:
        if not (token.word[0].isupper() or (words and token.low in _SMALL)):
            break
        words.append(token.word)
    while words and words[-1].islower():
        words.pop()
    return " ".join(words) if words and words[0].lower() not in TIME_WORDS else None


def _from_name(frame: Frame, phrase: Phrase) -> Channel | None:
    """Return the channel of "on CNN", "on Telegram", "in the New York Times"."""
    named = named_in(frame.tokens[phrase.first : phrase.last + 1])
    if named is None:
        return None
    kind = named.kind if _is_posted(frame, phrase, named) else None
    if named.kind is ChannelKind.BROADCAST and phrase.opener in {"on", "via", "over"}:
        kind = named.kind
    before = frame.tokens[phrase.first - 2].low if phrase.first > 1 else ""
    if phrase.opener == "by" and before in _QUESTIONED:
        kind = ChannelKind.INTERVIEW
    if phrase.opener == "to" and named.kind is not ChannelKind.SOCIAL_MEDIA:
        kind = ChannelKind.INTERVIEW if _is_said_to(frame, phrase, named) else None
    if phrase.opener == "with" and named.kind is not ChannelKind.SOCIAL_MEDIA:
        # "With Wikinews, Jorgensen discusses …"; "spoke with the BBC to discuss …"
        is_talk = before in _DISCUSSING or _DISCUSSED.match(frame.tokens[frame.cue[0]].low)
        kind = ChannelKind.INTERVIEW if is_talk else kind
    is_writing = frame.tokens[frame.cue[0]].low in {"wrote", "writing", "writes"}
    if named.kind is ChannelKind.INTERVIEW and phrase.opener in {"in", "for"} and is_writing:
        kind = ChannelKind.DOCUMENT
    return Channel(kind=kind, name=named.name, span=named.span) if kind else None


def _is_posted(frame: Frame, phrase: Phrase, named: Named) -> bool:
    """Say whether a platform is where it was said: "on Telegram", "in a WhatsApp response"."""
    if named.kind is not ChannelKind.SOCIAL_MEDIA:
        return False
    is_sent = phrase.opener in {"in", "by"} and frame.tokens[phrase.last].low in _SENT
    return is_sent or phrase.opener in {"on", "via", "to", "through"}


def _is_said_to(frame: Frame, phrase: Phrase, named: Named) -> bool:
    """Say whether an outlet is told something after the cue: "described her *to the BBC*"."""
    rest = frame.tokens[phrase.first : phrase.last + 1]
    after = [token for token in rest if token.start >= named.span.end]
    is_own = all(token.low in TIME_WORDS or token.low in {"in", "'s"} for token in after[:1])
    return phrase.first > frame.cue[0] and is_own and not phrase.is_far
