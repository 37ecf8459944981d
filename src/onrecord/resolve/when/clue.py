"""What words say of a time, before anybody knows when the article was published."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from onrecord.types import Grain, Span

__all__ = ["Anchor", "Clue", "Expression", "Found", "Side"]


class Side(StrEnum):
    """Which of several days or months of a name is meant."""

    NEAR = "near"
    """Not told: in news the last one, unless the sentence looks ahead."""
    LAST = "last"
    """That of the week or year before: "last Friday"."""
    NEXT = "next"
    """That of the week or year after: "next Friday"."""
    THIS = "this"
    """That of the running week or year: "this Friday"."""
    PAST = "past"
    """The last one before: "this past Friday"."""
    COMING = "coming"
    """The first one after: "this coming Friday"."""


class Anchor(StrEnum):
    """What a shift counts from."""

    PUBLICATION = "publication"
    CONTEXT = "context"
    """The day that the passage speaks of: "the day before", "hours later"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What a few words say of a time; whatever they leave open is None.

    Attributes:
        grain: The unit that they name.
        side: Which of several of a name.
        anchor: What ``count`` is counted from.
        count: Units from there: -1 for "last week", 0 for "today".
        year: As in the calendar; for decades and centuries their first.
        years: Years from the publication's: -1 for "March of last year".
        weeks: Weeks from the publication's: -1 for "Monday of last week".
        month: 1-12.
        day: 1-31.
        weekday: 1-7, Monday first.
        season: ``SP``, ``SU``, ``FA`` or ``WI``.
        portion: Number of the quarter, 1-4, or of the half, 1-2.
        holiday: Its name in lower case.
        part: Part of the day: ``MO``, ``MI``, ``AF``, ``EV``, ``NI``.
        clock: Hour and minute.
        zone: Minutes east of UTC, where a clock's zone is told.
        is_loose: Tells nothing unless it stands by a day: "early", "evening".
        is_possessive: "Friday's", which tells of the noun after it.
        is_event: The date has become the name of what happened on it: "9/11".
        until: The last day or unit of a range that begins with this one.
    """

    grain: Grain
    side: Side = Side.NEAR
    anchor: Anchor = Anchor.PUBLICATION
    count: int | None = None
    year: int | None = None
    years: int | None = None
    weeks: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    portion: int | None = None
    holiday: str | None = None
    part: str | None = None
    clock: tuple[int, int] | None = None
    zone: int | None = None
    is_loose: bool = False
    is_possessive: bool = False
    is_event: bool = False
    until: "Clue | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A clue and the words that hold it."""

    span: Span
    clue: Clue


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """Words that name a time, resolved.

    Attributes:
        span: The words.
        value: As in `onrecord.types.SaidAt`.
        start: First day or moment; None without a publication date.
        end: First day or moment after.
        grain: The unit that the words name.
        clue: What the words say.
        day: The day that it speaks of, for what is counted from it; None for more than a day.
        is_opening: Whether it is written as the first words of a sentence are: "Earlier".
    """

    span: Span
    value: str
    start: datetime.date | None
    end: datetime.date | None
    grain: Grain
    clue: Clue
    day: datetime.date | None = None
    is_opening: bool = False
