"""Which of a sentence's times is that of the saying, not of something else in it.

"*On Sunday*, the minister, who resigned on Monday, said *in a March 3 letter*
that …": what stands before the subject, beside the cue, or in a phrase about
the saying itself.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.resolve.how.words import word_set
from onrecord.resolve.how.zones import PUBLISHING, SPEAKING
from onrecord.resolve.narration.frame import GAP, Frame, Token
from onrecord.resolve.when.about import (
    DETERMINERS,
    RELATIVES,
    SPEECH,
    Placed,
    is_about_saying,
    is_as_of,
    is_by_event,
    is_in_speech_of_source,
)
from onrecord.resolve.when.clue import Expression
from onrecord.resolve.when.going_on import HEDGES
from onrecord.types import Grain

__all__ = ["attached"]

_STOPS = RELATIVES | word_set(
    "that because although though since whether if unless amid despite until than when while "
    "as ; : — – ( ) how why what"
)
_SUBORDINATE = word_set("after because although since whether if")
_ADVERBS = word_set("also first then publicly formally officially later again even")
_AUXILIARIES = word_set("was were is are had has have been be did does do will would")
_OPENERS = word_set(
    'on in back around about late early at earlier very later but and so then also just - , " “ the'
)
_ALSO = word_set("but and so still also then later meanwhile instead however separately")
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
_SHORT_LEAD = len(("shortly", "before"))
_ASIDE = word_set("according reportedly allegedly per")
_SHORT = frozenset(
    {Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY, Grain.DAY, Grain.WEEKEND, Grain.WEEK}
)


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
    if {token.low for token in frame.tokens[max(0, start) : max(0, end)]} & HEDGES:
        return
    if start < 0:
        yield from (one for one in times if is_in_speech_of_source(frame, one))
        yield from (one for one in times if _is_of_posting(frame, one))
        return
    own = [one for one in times if is_about_saying(frame, one)]
    after = [one for one in own if one.first >= end and _is_after(frame, one)]
    between = [one for one in own if one.last < start and _is_between(frame, one)]
    inside = [one for one in times if start <= one.first < end]
    yield from inside
    yield from after[:1]
    yield from reversed(between)
    yield from (one for one in times if is_in_speech_of_source(frame, one))
    yield from (one for one in own if one.last < start and _is_fronted(frame, one))
    yield from (one for one in own if one.last < start and _is_of_clause_before(frame, one))
    yield from (one for one in own if one.last < start and _is_before_when(frame, one))
    yield from (one for one in times if one.last < start and _is_end_of_source(frame, one))


def _is_before_when(frame: Frame, one: Placed) -> bool:
    """Say whether the cue is in the clause that a time opens: "*on Friday*, when he said"."""
    rest = frame.tokens[one.last + 1 : frame.cue[0]]
    lows = [token.low for token in rest]
    if lows[:1] == [","]:
        rest, lows = rest[1:], lows[1:]
    is_plain = all(t.is_source or t.low == GAP or t.low in _ADVERBS for t in rest[1:])
    return lows[:1] == ["when"] and is_plain


def _is_end_of_source(frame: Frame, one: Placed) -> bool:
    """Say whether a time was taken for the end of the source: "Lee *on Sunday* said"."""
    words = frame.tokens[one.first : frame.cue[0]]
    before = frame.tokens[max(0, one.first - 1) : one.first]
    is_source = all(token.is_source for token in words)
    is_within = any(token.is_source for token in frame.tokens[: max(0, one.first - 1)])
    return is_source and is_within and [token.low for token in before] in (["in"], ["on"])


def _is_of_posting(frame: Frame, one: Placed) -> bool:
    """Say whether a time without a cue is that of a post: "posting on Sunday, “…”"."""
    before = frame.tokens[max(0, one.first - 3) : one.first]
    return is_about_saying(frame, one) and any(
        token.low in PUBLISHING or token.low in SPEAKING for token in before
    )


def _is_of_next(frame: Frame, one: Placed) -> bool:
    """Say whether a time opens another cue's clause: "has denied it, and *on Monday* called"."""
    lead = [token.low for token in frame.tokens[max(0, one.first - 2) : one.first]]
    return one.last + 1 in frame.others and not {"and", "but", ","}.isdisjoint(lead)


def _is_after(frame: Frame, one: Placed) -> bool:
    """Say whether nothing but more about the saying stands between cue and time."""
    if _is_of_next(frame, one):
        return False
    words = frame.tokens[frame.cue[1] : one.first]
    own = len(frame.tokens[frame.cue[0] : frame.cue[1]])
    whole = frame.tokens[frame.cue[0] : one.first]
    if any(frame.cue[1] <= number <= one.first for number in frame.others):
        return False
    # After what was said, only what follows at once: "“…,” he said, “…” on Sunday".
    for number, token in enumerate(words):
        if token.is_source:
            continue
        if token.word in _STOPS and not _is_as_of_at(words, number):
            return False
        is_adjective = number > 0 and words[number - 1].low in DETERMINERS
        is_verb = _is_verb(token) and not is_adjective  # "told a packed hall on Sunday"
        if is_verb and not _is_participle_of_speech(whole, own + number):
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
    return words[number].low in _PUBLISHED and not SPEECH.isdisjoint(near)


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
    if any(token.word in RELATIVES for token in words) or GAP in lows or len(words) > _MOST_BETWEEN:
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
    if (
        is_cut
        or _is_of_another_clause(rest)
        or _is_of_others(frame, rest)
        or _is_of_what_is_said(frame, one)
    ):
        return False
    if any(token.word in RELATIVES for token in lead):
        # "a summit where on Sunday the presidents signed"
        return [token.low for token in lead[-2:]] in (["where", "on"], ["where", "in"])
    return (
        one.expression.is_opening
        or all(token.low in _OPENERS for token in lead)
        or is_as_of(frame, one)
        or (len(lead) <= _SHORT_LEAD and is_by_event(frame, one))
        or [token.low for token in lead] == ["by"]
        or _is_at_event(lead, rest)
        or _is_in_speech(lead, rest)
    )


def _is_of_what_is_said(frame: Frame, one: Placed) -> bool:
    """Say whether a time tells of an event: "on Sunday two people died, according to police"."""
    cue = {token.low for token in frame.tokens[frame.cue[0] : frame.cue[1]]}
    is_behind = any(token.low == GAP for token in frame.tokens[one.last : frame.cue[0]])
    return not cue.isdisjoint(_ASIDE) and is_behind and not is_as_of(frame, one)


def _is_in_speech(lead: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Say whether a sentence opens with what was said or published: "In a speech on Sunday"."""
    if lead and lead[0].low in SPEAKING and GAP not in [token.low for token in lead]:
        return True
    if lead and lead[0].low in _ALSO:
        lead = [token for token in lead[1:] if token.low != ","]
    opens = bool(lead) and lead[0].low in _FRONT
    lows = {token.low for token in (*lead, *rest[:4])}
    return opens and not any(token.low in {",", GAP} for token in lead) and bool(lows & SPEECH)


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
    if source and source[0] in RELATIVES:
        return True
    return any(token.word in RELATIVES for token in [t for t in rest if not t.is_source][-3:])


def _is_of_others(frame: Frame, rest: Sequence[Token]) -> bool:
    """Say whether a participle has a subject of its own: "joined calls by *officials asking*"."""
    if not frame.tokens[frame.cue[0]].low.endswith("ing") or not rest or not rest[-1].is_source:
        return False
    own = next(number for number, token in enumerate(rest) if token.is_source)
    return any(token.low[:1].isalpha() for token in rest[:own])


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
    if _is_of_others(frame, after):
        return False
    return goes_on and not any(
        token.word in RELATIVES or token.word in _SUBORDINATE for token in words
    )
