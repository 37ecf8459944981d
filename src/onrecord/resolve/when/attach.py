"""Which of a sentence's times is that of the saying, not of something else in it.

"*On Sunday*, the minister, who resigned on Monday, said *in a March 3 letter*
that …": what stands before the subject, beside the cue, or in a phrase about
the saying itself.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.resolve.how.words import word_set
from onrecord.resolve.how.zones import PUBLISHING, SPEAKING
from onrecord.resolve.narration.frame import GAP, Frame, Token
from onrecord.resolve.when.clue import Expression
from onrecord.types import Grain

__all__ = ["Placed", "attached", "placed"]

_RELATIVES = word_set("who which whom whose where")
_STOPS = _RELATIVES | word_set(
    "that because although though since whether if unless amid despite until than when while "
    "as ; : — – ( ) how why what"
)
# "since Monday", "before Friday": not the time of saying.
_NOT_OF_SAYING = word_set(
    "since until till by before after for following amid through than about despite to against "
    "over ahead"
)
_SPEECH = word_set(
    "statement statements interview interviews letter letters speech speeches address addresses "
    "conference conferences briefing briefings tweet tweets post posts message messages report "
    "reports release releases email emails e-mail memo note hearing testimony remarks comments "
    "announcement column essay article op-ed editorial filing filings order ruling opinion "
    "decision study paper survey poll video broadcast appearance meeting call rally debate "
    "ceremony event session summit address advisory bulletin notice warning update blog "
    "television tv radio podcast show program programme dispatch documents document papers "
    "newsletter transcript petition lawsuit complaint affidavit deal agreement resolution findings "
    "research results figures "
    "complaint communique communiqué declaration security alert telegram visit trip tour"
)
_ISSUES = word_set("issue edition")
_SUBORDINATE = word_set("after because although since whether if")
_DETERMINERS = word_set("a an the his her its their our this that another")
_AUXILIARIES = word_set("was were is are had has have been be did does do will would")
_OPENERS = word_set(
    'on in back around about late early at earlier very later but and so then also just - , " “ the'
)
_FRONT = word_set("in at during on speaking as of with from via addressing appearing talking")
_PUBLISHED = word_set(
    "released published issued posted sent dated written given delivered filed made held "
    "broadcast aired signed broadcasted tweeted recorded uploaded shared printed televised "
    "read late earlier seen obtained"
)
_VERBAL = re.compile(r"[a-z]{3,}ed$")
_NOT_VERBS = word_set("united combined named asked said added unarmed armed united-states red")
_MOST_BETWEEN = 25
_LONGEST_LEAD = 9
_ASIDE = word_set("according reportedly allegedly per")
_SHORT = frozenset(
    {Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY, Grain.DAY, Grain.WEEKEND, Grain.WEEK}
)


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


def attached(frame: Frame, times: Sequence[Placed]) -> Expression | None:
    """Return the time that tells when a statement was said, if one does.

    Args:
        frame: The statement's sentence without what was said.
        times: The times in it.
    """
    fit = list(_fitting(frame, times))
    return fit[0].expression if fit else None


def _fitting(frame: Frame, times: Sequence[Placed]) -> Iterator[Placed]:
    """Yield the times that belong to the saying, the surest first."""
    start, end = frame.cue
    if start < 0:
        yield from (one for one in times if _is_in_speech_of_source(frame, one))
        yield from (one for one in times if _is_of_posting(frame, one))
        return
    own = [one for one in times if _is_about_saying(frame, one)]
    after = [one for one in own if one.first >= end and _is_after(frame, one)]
    between = [one for one in own if one.last < start and _is_between(frame, one)]
    inside = [one for one in times if start <= one.first < end]
    yield from inside
    yield from after[:1]
    yield from reversed(between)
    yield from (one for one in times if _is_in_speech_of_source(frame, one))
    yield from (one for one in own if one.last < start and _is_fronted(frame, one))
    yield from (one for one in own if one.last < start and _is_of_clause_before(frame, one))


def _is_about_saying(frame: Frame, one: Placed) -> bool:
    before = frame.tokens[one.first - 1].low if one.first else ""
    is_opening_by = before == "by" and one.first == 1
    if before in _NOT_OF_SAYING and not _is_as_of(frame, one) and not is_opening_by:
        return False
    if frame.tokens[one.first].is_source:
        return False
    return not _modifies_noun(frame, one) or _is_before_speech(frame, one)


def _is_as_of(frame: Frame, one: Placed) -> bool:
    return [token.low for token in frame.tokens[max(0, one.first - 2) : one.first]] == ["as", "of"]


def _modifies_noun(frame: Frame, one: Placed) -> bool:
    """Say whether a time stands before its noun: "Friday's meeting", "a March 3 letter"."""
    if one.expression.clue.is_possessive:
        return True
    before = frame.tokens[one.first - 1].low if one.first else ""
    after = frame.tokens[one.last + 1] if one.last + 1 < len(frame.tokens) else None
    opens = before in _DETERMINERS
    return opens and after is not None and after.word[:1].isalpha() and not after.is_source


def _is_before_speech(frame: Frame, one: Placed) -> bool:
    """Say whether a noun of speech follows a time: "Friday's town meeting"."""
    for token in frame.tokens[one.last + 1 : one.last + 5]:
        if token.low in _SPEECH or token.low in _ISSUES:
            return True
        if not token.low[:1].isalpha() and token.low not in ("'s", "’s", "'", "’", "s"):
            return False
    return False


def _is_in_speech_of_source(frame: Frame, one: Placed) -> bool:
    """Say whether the source is a text with its date: "a report dated March 16"."""
    if not frame.tokens[one.first].is_source:
        return False
    own = [token.word for token in frame.tokens[: one.last + 1] if token.is_source]
    if not _RELATIVES.isdisjoint(own):
        return False
    whole = {token.low for token in frame.tokens if token.is_source}
    if not _SPEECH.isdisjoint(whole):
        return True
    # "according to Lee in March": words that were taken for part of the name
    is_last = one.last + 1 == len(frame.tokens) or not frame.tokens[one.last + 1].is_source
    before = frame.tokens[one.first - 1].low if one.first else ""
    is_behind = 0 <= frame.cue[0] < one.first
    return is_behind and is_last and before in {"in", "on", "during"}


def _is_of_posting(frame: Frame, one: Placed) -> bool:
    """Say whether a time without a cue is that of a post: "posting on Sunday, “…”"."""
    before = frame.tokens[max(0, one.first - 3) : one.first]
    return _is_about_saying(frame, one) and any(
        token.low in PUBLISHING or token.low in SPEAKING for token in before
    )


def _is_after(frame: Frame, one: Placed) -> bool:
    """Say whether nothing but more about the saying stands between cue and time."""
    words = frame.tokens[frame.cue[1] : one.first]
    if any(frame.cue[1] <= number <= one.first for number in frame.others):
        return False
    # After what was said, only what follows at once: "“…,” he said, “…” on Sunday".
    for number, token in enumerate(words):
        if token.is_source:
            continue
        if token.word in _STOPS and not _is_as_of_at(words, number):
            return False
        is_adjective = number > 0 and words[number - 1].low in _DETERMINERS
        is_verb = _is_verb(token) and not is_adjective  # "told a packed hall on Sunday"
        if is_verb and not _is_participle_of_speech(words, number):
            return False
    return len(words) <= _MOST_BETWEEN


def _is_as_of_at(words: Sequence[Token], number: int) -> bool:
    return words[number].low == "as" and [w.low for w in words[number + 1 : number + 2]] == ["of"]


def _is_verb(token: Token) -> bool:
    if token.low in _AUXILIARIES:
        return True
    return bool(_VERBAL.match(token.word)) and token.low not in _NOT_VERBS


def _is_participle_of_speech(words: Sequence[Token], number: int) -> bool:
    """Say whether a verb is about a text: "a report released on Sunday"."""
    near = (token.low for token in words[max(0, number - 6) : number])
    return words[number].low in _PUBLISHED and not _SPEECH.isdisjoint(near)


def _is_between(frame: Frame, one: Placed) -> bool:
    """Say whether a time stands between subject and cue: "the Kremlin on Monday said"."""
    sources = [n for n in range(one.first) if frame.tokens[n].is_source]
    if not sources and not any(token.is_source for token in frame.tokens):
        # "the opinion, released on Wednesday, read": the subject was taken for what is said
        sources = [n for n in range(one.first) if frame.tokens[n].low == GAP]
    if not sources:
        return False
    words = frame.tokens[sources[-1] + 1 : frame.cue[0]]
    lows = [token.low for token in words]
    if (
        any(token.word in _RELATIVES for token in words)
        or GAP in lows
        or len(words) > _MOST_BETWEEN
    ):
        return False
    before = frame.tokens[sources[-1] + 1 : one.first]
    return not any(
        _is_verb(token) and token.low not in _PUBLISHED | _AUXILIARIES | SPEAKING
        for token in before
    ) and not any(sources[-1] < n < frame.cue[0] for n in frame.others)


def _is_fronted(frame: Frame, one: Placed) -> bool:
    """Say whether a time opens the sentence, or stands in a phrase that does."""
    start = _sentence_start(frame, one)
    lead = frame.tokens[start : one.first]
    rest = frame.tokens[one.last + 1 : frame.cue[0]]
    is_cut = any(one.last < number < frame.cue[0] for number in frame.others)
    if is_cut or _is_of_another_clause(rest) or _is_of_what_is_said(frame, one):
        return False
    if any(token.word in _RELATIVES for token in lead):
        # "a summit where on Sunday the presidents signed"
        return [token.low for token in lead[-2:]] in (["where", "on"], ["where", "in"])
    return (
        one.expression.is_opening
        or all(token.low in _OPENERS for token in lead)
        or _is_as_of(frame, one)
        or [token.low for token in lead] == ["by"]
        or _is_at_event(lead, rest)
        or _is_in_speech(lead, rest)
    )


def _is_of_what_is_said(frame: Frame, one: Placed) -> bool:
    """Say whether a time tells of an event: "on Sunday two people died, according to police"."""
    cue = {token.low for token in frame.tokens[frame.cue[0] : frame.cue[1]]}
    is_behind = any(token.low == GAP for token in frame.tokens[one.last : frame.cue[0]])
    return not cue.isdisjoint(_ASIDE) and is_behind and not _is_as_of(frame, one)


def _is_in_speech(lead: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Say whether a sentence opens with what was said or published: "In a speech on Sunday"."""
    if lead and lead[0].low in SPEAKING and GAP not in [token.low for token in lead]:
        return True
    opens = bool(lead) and lead[0].low in _FRONT
    lows = {token.low for token in (*lead, *rest[:4])}
    return opens and not any(token.low in {",", GAP} for token in lead) and bool(lows & _SPEECH)


def _is_at_event(lead: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Say whether the sentence begins with where it was said: "At a vigil on Sunday, Lee said"."""
    opens = bool(lead) and len(lead) <= _LONGEST_LEAD and lead[0].low in {"at", "during"}
    is_at_once = bool(rest) and rest[0].low == "," and all(t.is_source for t in rest[1:])
    return opens and is_at_once and not any(token.low in {",", GAP} for token in lead)


def _is_of_another_clause(rest: Sequence[Token]) -> bool:
    """Say whether the cue is that of a clause within: "On Sunday, … Smith, who said"."""
    if any(token.word in _SUBORDINATE for token in rest):
        return True
    source = [token.word for token in rest if token.is_source]
    if source and source[0] in _RELATIVES:
        return True
    return any(token.word in _RELATIVES for token in [t for t in rest if not t.is_source][-3:])


def _sentence_start(frame: Frame, one: Placed) -> int:
    """Return where the words begin that a time may open: after the last thing said."""
    gaps = [n for n in range(one.first) if frame.tokens[n].low in {GAP, ";"}]
    return gaps[-1] + 1 if gaps else 0


def _is_of_clause_before(frame: Frame, one: Placed) -> bool:
    """Say whether the cue goes on from the clause that a time stands in: "…, saying"."""
    if one.expression.grain not in _SHORT:
        return False
    cue = frame.tokens[frame.cue[0]]
    before = frame.tokens[max(0, frame.cue[0] - 6) : frame.cue[0]]
    after = frame.tokens[one.last + 1 : frame.cue[0]]
    if [token.low for token in after[:2]] == ["in", "which"] and len(after) < 5:
        return True
    goes_on = (cue.low.endswith("ing") and cue.low != "according") or any(
        token.low == "and" for token in before[-3:]
    )
    words = frame.tokens[_sentence_start(frame, one) : frame.cue[0]]
    return goes_on and not any(
        token.word in _RELATIVES or token.word in _SUBORDINATE for token in words
    )
