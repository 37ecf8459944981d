"""Which of a sentence's times is that of the saying, not of something else in it.

"*On Sunday*, the minister, who resigned on Monday, said *in a March 3 letter*
that …": what stands before the subject, beside the cue, or in a phrase about
the saying itself.
"""

import itertools
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
    is_in_speech_of_source,
    is_topic,
)
from onrecord.resolve.when.clue import Expression
from onrecord.resolve.when.fronted import (
    FRONT,
    SHORT,
    SUBORDINATE,
    is_fronted,
    is_of_others,
    sentence_start,
)
from onrecord.resolve.when.going_on import HEDGES
from onrecord.types import Grain

__all__ = ["attached"]

_STOPS = RELATIVES | word_set(
    "that because although though since whether if unless amid despite until than when while "
    "as ; : — – ( ) how why what"
)
_ADVERBS = word_set("also first then publicly formally officially later again even")
_AUXILIARIES = word_set("was were is are had has have been be did does do will would")
# "as recently as Sunday", "as far back as 2016"
_FAR = word_set("recently far early late long")
_ASKED = word_set("asked reached contacted interviewed pressed questioned")
# "said of the attack on Sunday"
_SAID_OF = (["said", "of"], ["says", "of"], ["said", "about"])
_PUBLISHED = word_set(
    "released published issued posted sent dated written given delivered filed made held "
    "broadcast aired signed broadcasted tweeted recorded uploaded shared printed televised "
    "read late earlier seen obtained"
)
_REASON = word_set("for after before without despite over")
_STAGED = word_set(
    "appeared went used gave issued sent wrote published posted held released took spoke returned"
)
_SPOKE = word_set("spoke testified appeared addressed attended tweeted wrote")
_VERBAL = re.compile(r"[a-z]{3,}ed$")
_NOT_VERBS = word_set("united combined named asked said added unarmed armed united-states red")
_SPEAKERS = frozenset(("he", "she", "they"))
_MOST_BETWEEN = 25
# "plans on Sunday to speak": that day is the plan's.
_AHEAD = word_set("will shall plans plan planning intends intend intending")


def attached(frame: Frame, times: Sequence[Placed]) -> Expression | None:
    """Return the time that tells when a statement was said, if one does.

    Args:
        frame: The statement's sentence without what was said.
        times: The times in it.
    """
    first = next(_fitting(frame, times), None)
    return first.expression if first else None


def _fitting(frame: Frame, times: Sequence[Placed]) -> Iterator[Placed]:
    """Yield the times that belong to the saying, the surest first."""
    start, end = frame.cue
    cue = {token.low for token in frame.tokens[max(0, start) : max(0, end)]}
    if cue & HEDGES or cue & _AHEAD:
        return
    if start < 0:
        yield from (one for one in times if is_in_speech_of_source(frame, one))
        yield from (one for one in times if _is_of_posting(frame, one))
        return
    times = [one for one in times if not _is_counted_from_next(frame, one)]
    own = _without_counted([one for one in times if is_about_saying(frame, one)], frame)
    after = [one for one in own if one.first >= end and _is_after(frame, one)]
    between = [one for one in own if one.last < start and _is_between(frame, one)]
    inside = [one for one in times if start <= one.first < end and not is_topic(frame, one)]
    yield from inside
    yield from after[:1]
    yield from (one for one in own if _is_while_saying(frame, one))
    yield from reversed(between)
    yield from (one for one in times if is_in_speech_of_source(frame, one))
    yield from (one for one in own if one.last < start and is_fronted(frame, one))
    yield from (one for one in own if one.last < start and _is_of_clause_before(frame, one))
    yield from (one for one in own if one.last < start and _is_before_when(frame, one))
    yield from (one for one in times if one.last < start and _is_end_of_source(frame, one))
    yield from (one for one in times if one.last < start and _is_time_since(frame, one))


def _without_counted(own: list[Placed], frame: Frame) -> list[Placed]:
    """Return times without those counted from an event, where another is told."""
    plain = [one for one in own if frame.tokens[one.last].low != "after"]
    return plain or own


def _is_counted_from_next(frame: Frame, one: Placed) -> bool:
    """Say whether a time is so far from what is told next: "*a day before* the two met"."""
    after = frame.tokens[one.last + 1 : one.last + 2]
    is_short = one.expression.grain in (Grain.HOUR, Grain.MINUTE)
    is_far = not (is_short or _is_time_since(frame, one)) and one.expression.clue.count
    ends = frame.tokens[one.last].low in {"before", "after"}
    return bool(is_far) and ends and bool(after) and after[0].low[:1].isalpha()


def _is_time_since(frame: Frame, one: Placed) -> bool:
    """Say whether a time is counted back to the cue: "comes *two days after* Lee said"."""
    is_back = (one.expression.clue.count or 0) < 0 and frame.tokens[one.last].low == "after"
    words = frame.tokens[one.last + 1 : frame.cue[0]]
    return is_back and bool(words) and all(t.is_source or t.low in _AUXILIARIES for t in words)


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
    own = [token for token in frame.tokens[: one.first] if token.is_source]
    is_source = all(token.is_source for token in words) and not any(
        _is_verb(token) or token.word in RELATIVES for token in own
    )
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
    words = _without_relative(frame.tokens[frame.cue[1] : one.first])
    cue = frame.tokens[frame.cue[0] : frame.cue[1]]
    whole = (*cue, *words)
    if [token.low for token in (*cue[-1:], *words[:1])] in _SAID_OF:
        return False
    if any(frame.cue[1] <= number <= one.first for number in frame.others):
        return False
    # After what was said, only what follows at once: "“…,” he said, “…” on Sunday".
    for number, token in enumerate(words):
        if token.is_source:
            continue
        is_stop = token.word in _STOPS and not _goes_through(words, number)
        if is_stop or _is_clause_behind_words(words, number):
            return False
        is_adjective = number > 0 and words[number - 1].low in DETERMINERS
        is_verb = _is_verb(token) and not is_adjective  # "told a packed hall on Sunday"
        if is_verb and not _is_participle_of_speech(whole, len(cue) + number):
            return False
    return len(words) <= _MOST_BETWEEN


def _is_while_saying(frame: Frame, one: Placed) -> bool:
    """Say whether a day is that of what somebody did when saying it: "said *as she left Sunday*".

    Only of who speaks, in the clause beside the cue, with no other clause before the day.
    """
    words = frame.tokens[frame.cue[1] : one.first]
    lows = [token.low for token in words]
    is_whole = one.expression.grain in SHORT and 0 <= frame.cue[1] < one.first
    if not is_whole or lows[:1] not in (["as"], ["while"]) or not lows[1:2]:
        return False
    is_own = lows[1] in _SPEAKERS
    return is_own and _STOPS.isdisjoint(token.word for token in words[1:]) and "," not in lows


def _without_relative(words: Sequence[Token]) -> Sequence[Token]:
    """Return words without a clause that is over: "said Lee, *who chairs it*, in a letter"."""
    commas = [number for number, token in enumerate(words) if token.low == ","]
    for first, last in itertools.pairwise(commas):
        goes_on = [token.low for token in words[last + 1 : last + 2]]
        if words[first + 1].word in RELATIVES and not FRONT.isdisjoint(goes_on):
            return (*words[:first], *words[last + 1 :])
    return words


def _goes_through(words: Sequence[Token], number: int) -> bool:
    """Say whether no clause begins here: "as of", "as recently as", "a letter that was sent"."""
    low, after = words[number].low, [token.low for token in words[number + 1 : number + 3]]
    if low == "when":
        return not _ASKED.isdisjoint(after[:1])
    if low in ("that", "which"):
        near = {token.low for token in words[max(0, number - 2) : number]}
        return not _PUBLISHED.isdisjoint(after) and not SPEECH.isdisjoint(near)
    return low == "as" and (after[:1] == ["of"] or _is_as_long(words[: number + 1], after))


def _is_as_long(before: Sequence[Token], after: Sequence[str]) -> bool:
    return not _FAR.isdisjoint(after[:1]) or any(token.low in _FAR for token in before[-3:])


def _is_clause_behind_words(words: Sequence[Token], number: int) -> bool:
    """Say whether a clause of its own begins behind what was said: "said so, *but* rain fell"."""
    lows = [token.low for token in words[max(0, number - 2) : number + 1]]
    return lows[-1] == "but" and GAP in lows


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
    is_within = any(token.word in RELATIVES for token in words) and not _is_of_speaking(words)
    if is_within or GAP in lows or len(words) > _MOST_BETWEEN:
        return False
    before = frame.tokens[sources[-1] + 1 : one.first]
    return not any(
        _is_verb(token) and token.low not in _PUBLISHED | _AUXILIARIES | SPEAKING | _SPOKE
        for token in before
    ) and not any(sources[-1] < n < frame.cue[0] for n in frame.others)


def _is_of_speaking(words: Sequence[Token]) -> bool:
    """Say whether a clause tells of the saying itself: "Lee, *who spoke on Sunday*, said"."""
    lows = [token.low for token in words if token.low != ","]
    return lows[:1] == ["who"] and not _SPOKE.isdisjoint(lows[1:2])


def _is_of_clause_before(frame: Frame, one: Placed) -> bool:
    """Say whether the cue goes on from the clause that a time stands in: "…, saying"."""
    if one.expression.grain not in SHORT:
        return False
    cue = frame.tokens[frame.cue[0]]
    before = frame.tokens[max(0, frame.cue[0] - 6) : frame.cue[0]]
    after = frame.tokens[one.last + 1 : frame.cue[0]]
    if [token.low for token in after[:2]] == ["in", "which"] and len(after) < 5:
        return True
    goes_on = (cue.low.endswith("ing") and cue.low != "according") or any(
        token.low == "and" for token in before[-3:]
    )
    words = frame.tokens[sentence_start(frame, one) : frame.cue[0]]
    if is_of_others(frame, after) or any(token.low in _REASON for token in before[-1:]):
        return False
    if _is_staged(words):
        return True
    return goes_on and not any(
        token.word in RELATIVES or token.word in SUBORDINATE for token in words
    )


def _is_staged(words: Sequence[Token]) -> bool:
    """Say whether somebody did one thing to do another: "*went on television* to say"."""
    verbs = [token for token in words if _is_verb(token) or token.low in _STAGED]
    return words[-1].low == "to" and bool(verbs) and verbs[0].low in _STAGED and len(verbs) == 1
