"""Days and moments as seconds since 1970, which sort and compare on both backends."""

import datetime
import re

from onrecord.errors import CorrectionError

__all__ = ["interval", "iso", "seconds"]

_DAY = 86_400
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def seconds(moment: datetime.date) -> int:
    """Return the seconds since 1970; a date begins at midnight UTC.

    >>> seconds(datetime.date(1970, 1, 2))
    86400
    """
    if not isinstance(moment, datetime.datetime):
        moment = datetime.datetime(moment.year, moment.month, moment.day, tzinfo=datetime.UTC)
    return int((moment - _EPOCH).total_seconds() // 1)


def iso(moment: datetime.datetime) -> str:
    """Return a moment as it is stored, in UTC."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def interval(value: str) -> tuple[int, int]:
    """Return first second and first second after of a year, month, day or moment.

    >>> interval("2025-02") == (seconds(datetime.date(2025, 2, 1)), interval("2025-03")[0])
    True

    Args:
        value: ``2025``, ``2025-02``, ``2025-02-28``, ``2025-02-28T10:00+01:00``,
            or two with a slash between them, the second included.

    Raises:
        CorrectionError: If it is none of these.
    """
    start, _, end = value.partition("/")
    try:
        first = _one(start)
        last = _one(end) if end else first
    except ValueError as error:
        raise CorrectionError(
            f"{value!r} is no time: wanted 2025, 2025-02, 2025-02-28, "
            "2025-02-28T10:00+01:00, or two with / between them"
        ) from error
    if last[1] <= first[0]:
        raise CorrectionError(f"{value!r} ends before it begins: wanted the earlier time first")
    return first[0], last[1]


def _one(value: str) -> tuple[int, int]:
    found = _DATE.fullmatch(value)
    if found is None:
        moment = datetime.datetime.fromisoformat(value)
        at = seconds(moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC))
        return at, at + 60
    year, month, day = (int(part) if part else None for part in found.groups())
    first = datetime.date(year or 0, month or 1, day or 1)
    if day:
        return seconds(first), seconds(first) + _DAY
    months = (first.year * 12 + first.month - 1) + (1 if month else 12)
    if months // 12 > datetime.MAXYEAR:
        return seconds(first), seconds(datetime.date.max) + _DAY
    return seconds(first), seconds(datetime.date(months // 12, months % 12 + 1, 1))
