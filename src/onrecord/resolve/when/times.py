"""What is known of an article's times before any is carried on, and the days nearby."""

import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from onrecord.resolve.narration import Frame, Narration
from onrecord.types import Basis, Grain, SaidAt, Span

__all__ = [
    "COARSE",
    "DAYS",
    "Times",
    "as_context",
    "last_day",
    "lead_day",
    "place_of",
    "sentence_of",
]

# What somebody said in some year tells nothing of what they said next.
COARSE = (Grain.YEAR, Grain.DECADE, Grain.CENTURY)
DAYS = (Grain.DAY, Grain.PART_OF_DAY)
# So many paragraphs on, the day of an event is still what an article tells of.
_FURTHEST = 4
# Of so many days at most it is asked whether they are one.
_MOST_DAYS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What carrying looks at.

    Attributes:
        narration: The article with its statements.
        stated: What each statement's own sentence tells.
        narrated: Times of a day or so that the narration names, in order.
        coarse: Times of more than a day that the narration names: a month, a year; in order.
        named: All times that the article names, what is said included, none to come; in order.
        entries: The clock times that a live blog's entries open with, in order.
        is_of_one_day: Whether most of what is stated was said on the day of publication.
        of_frame: Returns when what a sentence tells of was, None where it does not tell.
    """

    narration: Narration
    stated: Sequence[SaidAt | None]
    narrated: Sequence[SaidAt]
    coarse: Sequence[SaidAt]
    named: Sequence[SaidAt]
    entries: Sequence[Span]
    is_of_one_day: bool
    of_frame: Callable[[Frame], SaidAt | None]


def place_of(time: SaidAt) -> int:
    """Return where a time is named; 0 where nothing names it."""
    return time.span.start if time.span else 0


def sentence_of(times: Times, day: SaidAt) -> str:
    """Return the sentence in which a time is named."""
    sentence = times.narration.sentence_at(place_of(day))
    return times.narration.article.text[sentence.start : sentence.end]


def as_context(time: SaidAt | None) -> SaidAt | None:
    """Return a time as one that is carried on."""
    return replace(time, basis=Basis.CONTEXT) if time else None


def last_day(times: Times, number: int) -> SaidAt | None:
    """Return the last day that the narration names, a few paragraphs before a statement."""
    frame = times.narration.frames[number]
    if not frame.tokens:
        return None
    at = bisect.bisect_left(times.narrated, frame.tokens[0].start, key=place_of) - 1
    if at < 0 or times.narrated[at].grain not in DAYS:
        return None
    apart = frame.paragraph - times.narration.paragraph_of(place_of(times.narrated[at]))
    return times.narrated[at] if 0 <= apart <= _FURTHEST else None


def lead_day(times: Times, number: int) -> SaidAt | None:
    """Return the one day that an article has named before a statement near its beginning."""
    frame = times.narration.frames[number]
    end = bisect.bisect_left(times.narrated, frame.tokens[0].start, key=place_of)
    days = [one for one in times.narrated[: min(end, _MOST_DAYS)] if one.grain is Grain.DAY]
    if not days or len({one.value for one in days}) > 1:
        return None
    apart = frame.paragraph - times.narration.paragraph_of(place_of(days[0]))
    return days[0] if apart <= _FURTHEST else None
