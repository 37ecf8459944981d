"""Dates as outlets, scrapers and people write them.

Only dates that can be read one way are read: ``03/04/2025`` is March in one
country and April in another, so it is none.
"""

import datetime
import re

from onrecord.errors import MetadataError

__all__ = ["Date", "ends_with_day", "find_date", "parse_published"]

Date = datetime.date | datetime.datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DATES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})(?!\d)",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
    )
)
_DAYS = tuple(
    re.compile(rf"(?:^|,\s*)(?:{form})(?:,?\s+\d{{4}})?$", re.IGNORECASE)
    for form in (rf"{_MONTH}\s+{_DAY}", rf"{_DAY}\s+{_MONTH}")
)
_TIME = re.compile(
    r"(?:T|\s*,)?\s*(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?\s*(?P<zone>\(?[A-Z]{1,4}\b\)?|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_UNIVERSAL = ("Z", "GMT", "UTC")


def parse_published(value: str) -> Date:
    """Return the date, or the datetime if its timezone is told.

    >>> parse_published("Monday, March 3, 2025")
    datetime.date(2025, 3, 3)

    Raises:
        MetadataError: If the value is no date that can be read one way.
    """
    found = find_date(value.strip())
    if found is None or found[1] != len(value.strip()):
        raise MetadataError(
            f"date is {value!r}: wanted one such as 2025-03-03, 3 March 2025 "
            "or 2025-03-03T10:00:00+01:00"
        )
    return found[0]


def find_date(text: str) -> tuple[Date, int] | None:
    """Return the date that a text begins with, time included, and where it ends.

    >>> find_date("2025-03-03 Jane Doe")
    (datetime.date(2025, 3, 3), 10)
    """
    for form in _DATES:
        match = form.match(text)
        day = _day(match) if match else None
        if match and day:
            return _with_time(text, match.end(), day)
    return None


def ends_with_day(text: str) -> int | None:
    """Return where a day of a month, as a dateline may end with one, begins.

    >>> ends_with_day("PARIS, Aug 31"), ends_with_day("PARIS")
    (5, None)
    """
    matches = (form.search(text) for form in _DAYS)
    return next((match.start() for match in matches if match), None)


def _day(match: re.Match[str]) -> datetime.date | None:
    month = match["month"]
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return datetime.date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None


def _with_time(text: str, end: int, day: datetime.date) -> tuple[Date, int]:
    match = _TIME.match(text, end)
    if match is None:
        return day, end
    zone = _zone(match["zone"] or "")
    moment = _moment(match, day, zone) if zone else None
    return moment or day, match.end()


def _zone(name: str) -> datetime.timezone | None:
    """Return a timezone told in numbers; ``EST`` is several places' time."""
    if name.upper() in _UNIVERSAL:
        return datetime.UTC
    if name[:1] not in ("+", "-"):
        return None
    digits = name[1:].replace(":", "")
    offset = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset >= datetime.timedelta(days=1):
        return None
    return datetime.timezone(-offset if name[0] == "-" else offset)


def _moment(
    match: re.Match[str], day: datetime.date, zone: datetime.timezone
) -> datetime.datetime | None:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    try:
        time = datetime.time(hour, int(match["minute"]), int(match["second"] or 0), tzinfo=zone)
    except ValueError:
        return None
    return datetime.datetime.combine(day, time)
