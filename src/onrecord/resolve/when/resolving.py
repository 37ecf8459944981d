"""From what words say to an interval of the calendar, counted from publication or context."""

import datetime
from dataclasses import dataclass, replace

from onrecord.resolve.when import calendar
from onrecord.resolve.when.calendar import Interval
from onrecord.resolve.when.clock import moments
from onrecord.resolve.when.clue import Anchor, Clue, Side
from onrecord.resolve.when.vocabulary import holiday
from onrecord.types import Grain

__all__ = ["Reference", "resolved"]

# A month that is this many months ahead is rather that of the year before,
# where the sentence does not look ahead.
_FURTHEST_AHEAD = 3
_DAYS_A_MONTH = 30
# What may be counted from a time of more than a day: months from a month, not days.
_AS_LONG = {
    Grain.MONTH: frozenset((Grain.MONTH, Grain.YEAR)),
    Grain.YEAR: frozenset((Grain.YEAR,)),
}
# Hours and minutes of a day.
_A_DAY = {Grain.HOUR: 24, Grain.MINUTE: 24 * 60}
# A day and month without a year that many days away needs its year in print: the
# other one is meant, whatever the tense (TimeBank, dev half).
_TOO_FAR = 280


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What times are counted from.

    Attributes:
        published: Day of publication; None where it is not known.
        context: The day that the passage speaks of, if any.
        named: First day of the last day, month or longer time that the passage named, and its
            grain, if any: "that month" may be a month's.
        zone: The publication's timezone; None where only its day is known.
        hour: Hour of the publication; None where only its day is known.
    """

    published: datetime.date | None
    context: datetime.date | None = None
    named: tuple[datetime.date, Grain] | None = None
    zone: datetime.tzinfo | None = None


def resolved(clue: Clue, reference: Reference) -> Interval | None:
    """Return the interval that words name; None where it cannot be told.

    A part of a day, or a clock, makes moments of it where the timezone is
    known, and keeps to whole days where it is not.

    Args:
        clue: What the words say, the side that the sentence tells put in.
        reference: What it is counted from.
    """
    try:
        return _resolved(clue, reference)
    except (ValueError, OverflowError):  # February 30, the year 0 or 10000
        return None


def _resolved(clue: Clue, reference: Reference) -> Interval | None:
    if clue.until is None:
        return _one(clue, reference)
    first, last = _ends(clue, clue.until, reference)
    if first is None or last is None or last.end <= first.start:
        return None
    return Interval(f"{first.value}/{last.value}", first.start, last.end)


def _ends(clue: Clue, until: Clue, reference: Reference) -> tuple[Interval | None, Interval | None]:
    """Return both ends of a range: the one that the sentence fixes, the other next to it."""
    if clue.side is Side.COMING:
        first = _one(clue, reference)
        last = first and _one(_beside(until, Side.COMING), _from(first, reference))
        return first, last
    last = _one(_beside(until, clue.side), reference)
    first = last and _one(_beside(clue, Side.PAST), _from(last, reference))
    return first, last


def _beside(clue: Clue, side: Side) -> Clue:
    return replace(clue, side=side, until=None)


def _from(there: Interval, reference: Reference) -> Reference:
    day = there.start.date() if isinstance(there.start, datetime.datetime) else there.start
    return replace(reference, published=day) if reference.published else reference


def _one(clue: Clue, reference: Reference) -> Interval | None:
    unit = _unit(clue, reference)
    if unit is None or not (clue.part or clue.clock):
        return unit
    return moments(unit, clue, reference.zone)


def _unit(clue: Clue, reference: Reference) -> Interval | None:
    if clue.year is not None:
        return _in_year(clue, clue.year)
    base = _base(clue, reference)
    return None if base is None else _counted_from(clue, base)


def _base(clue: Clue, reference: Reference) -> datetime.date | None:
    if clue.anchor is Anchor.PUBLICATION:
        return reference.published
    if reference.named is not None and clue.count in (0, 1):
        first, grain = reference.named
        if clue.grain in _AS_LONG.get(grain, ()):
            return first
    return reference.context or (reference.published if _may_be_published(clue) else None)


def _counted_from(clue: Clue, base: datetime.date) -> Interval:
    if clue.years is not None:
        return _in_year(clue, base.year + clue.years)
    if clue.weekday is not None and clue.day is None:
        return calendar.day(_weekday(clue, base))
    if clue.count is not None:
        return calendar.unit(_counted(clue), base, _count(clue))
    if clue.grain is Grain.WEEKEND:
        return _weekend(clue, base)
    return _nearest(clue, base)


def _may_be_published(clue: Clue) -> bool:
    """Say whether publication may stand in for a day that nobody spoke of yet."""
    if clue.clock is not None or clue.weekday is not None:
        return True
    # "later that evening": of the day of what is told, and so of none before one is named
    return (clue.count or 0) <= 0 and clue.part is None


def _counted(clue: Clue) -> Grain:
    is_short = clue.grain in (Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY)
    return Grain.DAY if is_short else clue.grain


def _count(clue: Clue) -> int:
    """Return how many units are counted: of hours the whole days that they make."""
    short = _A_DAY.get(clue.grain)
    return int((clue.count or 0) / short) if short else clue.count or 0


def _in_year(clue: Clue, year: int) -> Interval:
    if clue.month is not None and clue.day is not None:
        return calendar.day(datetime.date(year, clue.month, clue.day))
    if clue.month is not None:
        return calendar.month(year, clue.month)
    if clue.holiday is not None:
        return calendar.day(holiday(clue.holiday, year))
    if clue.portion is not None:
        return calendar.portion(clue.grain, year, clue.portion)
    if clue.season is not None:
        return calendar.season(year, clue.season)
    return calendar.year(clue.grain, year)


def _weekday(clue: Clue, base: datetime.date) -> datetime.date:
    """Return the day of a weekday's name: the last such day not after the base, as a rule."""
    weekday = clue.weekday or 1
    back = (base.isoweekday() - weekday) % 7
    if clue.weeks is not None:
        return base + datetime.timedelta(days=weekday - base.isoweekday() + 7 * clue.weeks)
    if clue.side is Side.NEXT:
        days = 7 - back if back else 7
    elif clue.side is Side.COMING:
        # "will meet on Monday", in Monday's paper, is today.
        days = 7 - back if back or clue.anchor is Anchor.CONTEXT else 0
    elif clue.side is Side.THIS:
        days = weekday - base.isoweekday()
    elif clue.side is Side.LAST and 0 < back < base.isoweekday():
        # "Wednesday" would do for that of this week: "last Wednesday" is the one before.
        days = -back - 7
    elif clue.side is Side.LAST or (clue.anchor is Anchor.CONTEXT and not back):
        days = -back or -7
    else:
        days = -back
    return base + datetime.timedelta(days=days)


def _weekend(clue: Clue, base: datetime.date) -> Interval:
    """Return the weekend meant: the last one that has begun, unless told otherwise."""
    count = 0 if base.isoweekday() >= 6 else -1
    if clue.side is Side.LAST and count == 0:
        count = -1
    elif clue.side in (Side.THIS, Side.COMING):
        count = 0
    elif clue.side is Side.NEXT:
        count = 1 if base.isoweekday() >= 5 else 0
    return calendar.unit(Grain.WEEKEND, base, count)


def _nearest(clue: Clue, base: datetime.date) -> Interval:
    """Return the month, date, season or quarter of the year that the sentence means."""
    this = _of_year(clue, base.year)
    if clue.side is Side.THIS:
        return this
    # A quarter is one that is reported on, whatever the tense.
    if clue.portion is not None and (this.start <= base or clue.side is not Side.PAST):
        return this
    before = this if this.start <= base else _of_year(clue, base.year - 1)
    if clue.side is Side.LAST and before.end > base:
        before = _of_year(clue, base.year - 1)
    after = this if this.end > base else _of_year(clue, base.year + 1)
    ahead, back = (after.start - base).days, (base - before.start).days
    if clue.side in (Side.NEXT, Side.LAST):
        return after if clue.side is Side.NEXT else before
    if clue.side is Side.COMING:
        return after if ahead < _TOO_FAR or clue.day is None else before
    if clue.side is Side.PAST:
        return before if back < _TOO_FAR or clue.day is None else after
    is_soon = ahead < _FURTHEST_AHEAD * _DAYS_A_MONTH
    return after if is_soon else before


def _of_year(clue: Clue, year: int) -> Interval:
    if clue.month == 2 and clue.day == 29:
        year = next(one for one in range(year, year - 9, -1) if _is_leap(one))
    return _in_year(clue, year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
