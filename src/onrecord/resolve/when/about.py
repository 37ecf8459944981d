"""Whether a time stands in words about the saying: "in a March 3 letter", "after Monday's vote"."""

import bisect
import itertools
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.resolve.how.words import EVENTS, word_set
from onrecord.resolve.narration.frame import GAP, Frame, Token
from onrecord.resolve.when.clue import Expression
from onrecord.types import Grain

__all__ = [
    "DETERMINERS",
    "RELATIVES",
    "SPEECH",
    "Placed",
    "is_about_saying",
    "is_as_of",
    "is_by_event",
    "is_in_speech_of_source",
    "is_of_another_event",
    "is_topic",
    "placed",
]

RELATIVES = word_set("who which whom whose where")
DETERMINERS = word_set("a an the his her its their our this that another")
SPEECH = word_set(
    "statement statements interview interviews letter letters speech speeches address addresses "
    "conference conferences briefing briefings tweet tweets post posts message messages report "
    "reports release releases email emails e-mail memo note hearing testimony remarks comments "
    "announcement column essay article op-ed editorial filing filings order ruling opinion "
    "decision study paper survey poll video broadcast appearance meeting call rally debate "
    "ceremony event session summit address advisory bulletin notice warning update blog "
    "television tv radio podcast show program programme dispatch documents document papers "
    "newsletter transcript petition lawsuit complaint affidavit deal agreement resolution findings "
    "research results figures memoir memoirs autobiography book "
    "communique communiqué declaration security alert telegram visit trip tour"
)
_ISSUES = word_set("issue edition")
# "following Monday's vote", "moments before Monday's vote": that day, too.
_SPEECH_OR_EVENT = SPEECH | EVENTS | word_set("vote ruling verdict win loss victory game arrest")
_AFTER = word_set("after following before")
_SHORTLY = word_set("moments minutes hours shortly just immediately right soon")
# "since Monday", "before Friday": not the time of saying.
_NOT_OF_SAYING = word_set(
    "since until till by before after for following amid through than about despite to against "
    "over ahead"
)
_CUTS = frozenset((",", ";", ":", "(", "—", "–", GAP))
_BESIDES = frozenset((("addition", "to"), ("apart", "from"), ("along", "with"), ("aside", "from")))
# "Friday was when …": the day is spoken of.
_POSSESSIVE = word_set("'s ’s ' ’ s")
_BEING = word_set("is was marks marked")


class Placed(NamedTuple):
    """A time and the tokens of a frame that hold it, both numbers included."""

    expression: Expression
    first: int
    last: int


def placed(frame: Frame, found: Sequence[Expression]) -> list[Placed]:
    """Return the times that stand in a frame, outside of what was said.

    Args:
        frame: A statement's sentence without what was said.
        found: Times of the article in or near that sentence, in order.
    """
    places = []
    for one in found:
        first = bisect.bisect_left(frame.tokens, one.span.start, key=_start)
        end = bisect.bisect_left(frame.tokens, one.span.end, key=_start)
        held = [n for n in range(first, end) if frame.tokens[n].low != GAP]
        if held:
            places.append(Placed(one, held[0], held[-1]))
    return places


def _start(token: Token) -> int:
    return token.start


def is_about_saying(frame: Frame, one: Placed) -> bool:
    """Say whether a time may be that of the saying: not "since Monday", not "Monday's dinner"."""
    before = frame.tokens[one.first - 1].low if one.first else ""
    if is_topic(frame, one) or _is_ahead_of(frame, one):
        return False
    is_then = (before == "by" and one.first == 1) or (before == "over" and _is_weekend(one))
    if is_by_event(frame, one):
        return True
    if before in _NOT_OF_SAYING and not is_as_of(frame, one) and not is_then:
        return False
    after = frame.tokens[one.last + 1 : one.last + 2]
    if is_beside([token.low for token in frame.tokens[: one.first]]):
        return False
    if frame.tokens[one.first].is_source or any(token.low in _BEING for token in after):
        return False
    nouns = SPEECH | EVENTS if _is_at(frame, one) else SPEECH
    return not _modifies_noun(frame, one) or _is_before_speech(frame, one, nouns)


def is_topic(frame: Frame, one: Placed) -> bool:
    """Say whether a time is of what is told of: "his account *of the* March 3 *meeting*".

    Args:
        frame: The statement's frame.
        one: A time in it.
    """
    before = [token.low for token in frame.tokens[max(0, one.first - 2) : one.first]]
    return len(before) == 2 and before[0] in {"of", "about"} and before[1] in DETERMINERS


def _is_ahead_of(frame: Frame, one: Placed) -> bool:
    """Say whether a time is still to come: "*ahead of* Friday's vote"."""
    return [token.low for token in frame.tokens[max(0, one.first - 2) : one.first]] == [
        "ahead",
        "of",
    ]


def _is_at(frame: Frame, one: Placed) -> bool:
    """Say whether a time is that of where somebody spoke: "*at a* January fund-raiser"."""
    before = [token.low for token in frame.tokens[max(0, one.first - 2) : one.first]]
    return len(before) == 2 and before[0] in {"at", "during"} and before[1] in DETERMINERS


def _is_weekend(one: Placed) -> bool:
    """Say whether a time is a weekend, over which something is said as on a day."""
    return one.expression.grain is Grain.WEEKEND


def is_by_event(frame: Frame, one: Placed) -> bool:
    """Say whether a time is that of an event near it: "following *Monday's* vote"."""
    before = [token.low for token in frame.tokens[max(0, one.first - 2) : one.first]]
    if not one.expression.clue.is_possessive or not before or before[-1] not in _AFTER:
        return False
    is_soon = before[-1] != "before" or before[0] in _SHORTLY
    return is_soon and _is_before_speech(frame, one, _SPEECH_OR_EVENT)


def is_as_of(frame: Frame, one: Placed) -> bool:
    """Say whether a time follows "as of"."""
    return [token.low for token in frame.tokens[max(0, one.first - 2) : one.first]] == ["as", "of"]


def is_of_another_event(before: Sequence[str]) -> bool:
    """Say whether a time is that of an event told beside: "since introduced on *Monday*".

    Args:
        before: The words of its sentence before it, in small letters.
    """
    return "since" in _clause_of(before) or is_beside(before)


def is_beside(before: Sequence[str]) -> bool:
    """Say whether a time is that of a thing to which more comes: "in addition to *Monday's* …".

    Args:
        before: The words of its sentence before it, in small letters.
    """
    return any(pair in _BESIDES for pair in itertools.pairwise(_clause_of(before)))


def _clause_of(before: Sequence[str]) -> Sequence[str]:
    cuts = [number for number, word in enumerate(before) if word in _CUTS]
    return before[cuts[-1] + 1 :] if cuts else before


def _modifies_noun(frame: Frame, one: Placed) -> bool:
    """Say whether a time stands before its noun: "Friday's meeting", "a March 3 letter"."""
    if one.expression.clue.is_possessive:
        return True
    before = frame.tokens[one.first - 1].low if one.first else ""
    after = frame.tokens[one.last + 1] if one.last + 1 < len(frame.tokens) else None
    opens = before in DETERMINERS
    return opens and after is not None and after.word[:1].isalpha() and not after.is_source


def _is_before_speech(frame: Frame, one: Placed, nouns: frozenset[str] = SPEECH) -> bool:
    """Say whether a noun of speech follows a time: "Friday's town meeting"."""
    if _is_of_paper(frame, one):
        return True
    for token in frame.tokens[one.last + 1 : one.last + 5]:
        if token.low in nouns or token.low in _ISSUES:
            return True
        if not token.low[:1].isalpha() and token.low not in _POSSESSIVE:
            return False
    return False


def _is_of_paper(frame: Frame, one: Placed) -> bool:
    """Say whether a time is that of a paper's issue: "told *Sunday's* Argus"."""
    before = frame.tokens[one.first - 1].low if one.first else ""
    after = [t for t in frame.tokens[one.last + 1 : one.last + 4] if t.low not in _POSSESSIVE]
    return before in ("told", "in") and bool(after) and after[0].word.istitle()


def _is_of_noun(frame: Frame, one: Placed) -> bool:
    """Say whether a time tells which one is meant, of no speech: "the party's *2008* nominee"."""
    before = frame.tokens[one.first - 1].low if one.first else ""
    return before.endswith(("'s", "’s")) and not _is_before_speech(frame, one)


def is_in_speech_of_source(frame: Frame, one: Placed) -> bool:
    """Say whether the source is a text with its date: "a report dated March 16"."""
    if not frame.tokens[one.first].is_source:
        return False
    own = [token.word for token in frame.tokens[: one.last + 1] if token.is_source]
    if not RELATIVES.isdisjoint(own):
        return False
    whole = {token.low for token in frame.tokens if token.is_source}
    if not SPEECH.isdisjoint(whole):
        return not _is_of_noun(frame, one)
    # "according to Lee in March": words that were taken for part of the name
    is_last = one.last + 1 == len(frame.tokens) or not frame.tokens[one.last + 1].is_source
    before = frame.tokens[one.first - 1].low if one.first else ""
    is_behind = 0 <= frame.cue[0] < one.first
    return is_behind and is_last and before in {"in", "on", "during"}
