"""The time that a statement's own words point back to: "said *at the time*", "after *the vote*".

"*In March* she fell ill. Her mother told Grazia *at the time* …": in March. "The council *met on
Tuesday*. … Lee said *after the meeting*": on Tuesday.
"""

import bisect
import re

from onrecord.resolve.how.words import EVENTS, word_set
from onrecord.resolve.narration import GAP, Frame
from onrecord.resolve.when.going_on import goes_on, is_of_now
from onrecord.resolve.when.times import DAYS, Times, as_context, place_of, sentence_of
from onrecord.types import SaidAt

__all__ = ["of_then"]

_AT_THE_TIME = ("at", "the", "time")
# So many paragraphs up "the time" is told.
_FURTHEST = 2
_AFTER = re.compile(r"\b(?:after|following) (?:the|his|her|their|that) (?:\w+ )?(\w+)\b")
_EVENTS = EVENTS | word_set("vote ruling verdict speech hearing sentencing announcement interview")


def of_then(times: Times, number: int) -> SaidAt | None:
    """Return the time or the day of the event that a statement's sentence points back to."""
    frame = times.narration.frames[number]
    is_moment = bool(frame.tokens) and frame.cue[0] >= 0 and not is_of_now(frame)
    if not is_moment or not goes_on(times.narration, number):
        return None
    if _is_at_the_time(frame):
        return as_context(_last_told(times, frame))
    words = " ".join(token.low for token in frame.tokens if token.low != GAP)
    return as_context(_of_event(times, frame, words))


def _is_at_the_time(frame: Frame) -> bool:
    """Say whether words about the cue are "at the time"; those that open a sentence are not."""
    first = next((at for at, token in enumerate(frame.tokens) if token.is_source), frame.cue[0])
    lows = [token.low for token in frame.tokens]
    return any(
        tuple(lows[at : at + 3]) == _AT_THE_TIME and lows[at + 3 : at + 4] != ["of"]
        for at in range(first + 1, len(lows))
    )


def _last_told(times: Times, frame: Frame) -> SaidAt | None:
    """Return the time, a day or more, that the narration named last."""
    start = frame.tokens[0].start
    days = times.narrated[: bisect.bisect_left(times.narrated, start, key=place_of)]
    longer = times.coarse[: bisect.bisect_left(times.coarse, start, key=place_of)]
    last = max((*days[-1:], *longer[-1:]), key=place_of, default=None)
    if last is None:
        return None
    apart = frame.paragraph - times.narration.paragraph_of(place_of(last))
    return last if apart <= _FURTHEST else None


def _of_event(times: Times, frame: Frame, words: str) -> SaidAt | None:
    """Return the day named last, if its sentence tells of the event that is over."""
    over = _AFTER.search(words)
    at = bisect.bisect_left(times.narrated, frame.tokens[0].start, key=place_of) - 1
    if over is None or over[1] not in _EVENTS or at < 0:
        return None
    day, stem = times.narrated[at], over[1].removesuffix("e")
    is_told = re.search(rf"\b{stem}", sentence_of(times, day).lower())
    return day if is_told and day.grain in DAYS else None
