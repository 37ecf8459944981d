"""Parts of a day and times of the clock: a day's interval made narrower."""

import datetime

from onrecord.resolve.when.calendar import Interval
from onrecord.resolve.when.clue import Clue
from onrecord.types import Grain

__all__ = ["moments"]

# Hours from the day's midnight. A night ends in the morning after.
_PARTS = {"MO": (0, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30)}


def moments(day: Interval, clue: Clue, zone: datetime.tzinfo | None) -> Interval:
    """Return a part of a day, or a time of the clock on it.

    Without a timezone there are no moments: the day, or the two days that a
    night touches, stay.

    Args:
        day: The day.
        clue: Its part or clock.
        zone: The publication's timezone, which the clue's own goes before.
    """
    if clue.zone is not None:
        zone = datetime.timezone(datetime.timedelta(minutes=clue.zone))
    if clue.clock is not None:
        return _at(day, clue, clue.clock, zone)
    first, last = _PARTS[clue.part or "MO"]
    value = f"{day.value}T{clue.part}"
    if zone is None:
        return Interval(
            value, day.start, day.start + datetime.timedelta(days=2 if last > 24 else 1)
        )
    midnight = _midnight(day, zone)
    return Interval(value, midnight + _hours(first), midnight + _hours(last))


def _at(
    day: Interval, clue: Clue, clock: tuple[int, int], zone: datetime.tzinfo | None
) -> Interval:
    hour, minute = clock
    is_full = clue.grain is Grain.MINUTE
    value = f"{day.value}T{hour:02}:{minute:02}" if is_full else f"{day.value}T{hour:02}"
    if zone is None:
        return Interval(value, day.start, day.end)
    start = _midnight(day, zone) + datetime.timedelta(hours=hour, minutes=minute)
    return Interval(value, start, start + datetime.timedelta(minutes=1 if is_full else 60))


def _midnight(day: Interval, zone: datetime.tzinfo) -> datetime.datetime:
    return datetime.datetime.combine(day.start, datetime.time(), zone)


def _hours(count: int) -> datetime.timedelta:
    return datetime.timedelta(hours=count)
