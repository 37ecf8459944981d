"""Names of months, days, parts of the day, time zones, holidays; numbers in words."""

import datetime
from collections.abc import Mapping

from onrecord.types import Grain

__all__ = [
    "HOLIDAYS",
    "MONTHS",
    "NUMBERS",
    "PARTS",
    "SEASONS",
    "UNITS",
    "WEEKDAYS",
    "ZONES",
    "holiday",
]


def _numbered(lines: str, first: int = 1) -> dict[str, int]:
    """Return each word's number: that of the group, set apart by bars, it stands in."""
    groups = enumerate(lines.split("|"), first)
    return {name: number for number, names in groups for name in names.split()}


MONTHS: Mapping[str, int] = _numbered(
    "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|"
    "sep sept september|oct october|nov november|dec december"
)
"""Number of a month by its name or short form in lower case, without a full stop."""

WEEKDAYS: Mapping[str, int] = _numbered(
    "mon monday|tue tues tuesday|wed weds wednesday|thu thur thurs thursday|fri friday|"
    "sat saturday|sun sunday"
)
"""Number of a day of the week, Monday 1, by its name in lower case."""

PARTS: Mapping[str, str] = {
    "morning": "MO",
    "midmorning": "MO",
    "midday": "MI",
    "lunchtime": "MI",
    "noontime": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "early": "MO",
    "late": "EV",
}
"""TIMEX3's part of the day; by itself "late" on a day is its evening."""

SEASONS: Mapping[str, str] = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}

UNITS: Mapping[str, Grain] = {
    "minute": Grain.MINUTE,
    "hour": Grain.HOUR,
    "day": Grain.DAY,
    "night": Grain.DAY,
    "weekend": Grain.WEEKEND,
    "week": Grain.WEEK,
    "fortnight": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}

NUMBERS: Mapping[str, int] = _numbered(
    "zero|a an one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    "fifteen|sixteen|seventeen|eighteen|nineteen|twenty",
    first=0,
) | {"thirty": 30, "forty": 40, "fifty": 50}

ZONES: Mapping[str, int] = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "west": 60, "cest": 120,
    "eet": 120, "sast": 120, "eest": 180, "msk": 180, "est": -300, "edt": -240, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480,
    "hst": -600, "jst": 540, "kst": 540, "hkt": 480, "awst": 480, "acst": 570, "aest": 600,
    "aedt": 660, "nzst": 720, "nzdt": 780, "pkt": 300,
}  # fmt: skip
"""Minutes east of UTC. IST is left out: India's, Ireland's and Israel's differ."""

_FIXED = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas": (12, 25),
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "halloween": (10, 31), "valentine's day": (2, 14), "st. patrick's day": (3, 17),
    "independence day": (7, 4), "fourth of july": (7, 4), "july fourth": (7, 4),
    "veterans day": (11, 11), "armistice day": (11, 11), "bastille day": (7, 14),
    "may day": (5, 1), "juneteenth": (6, 19),
}  # fmt: skip
# Month, day of the week, which one of the month (-1: the last).
_RULED = {
    "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4), "black friday": (11, 5, 4),
    "labor day": (9, 1, 1), "memorial day": (5, 1, -1), "martin luther king jr. day": (1, 1, 3),
    "martin luther king day": (1, 1, 3), "presidents day": (2, 1, 3), "presidents' day": (2, 1, 3),
    "columbus day": (10, 1, 2),
}  # fmt: skip
_FROM_EASTER = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}

HOLIDAYS = (*_FIXED, *_RULED, *_FROM_EASTER)
"""Names of days that a rule tells, in lower case."""


def holiday(name: str, year: int) -> datetime.date:
    """Return the day of a holiday.

    >>> holiday("thanksgiving", 2020).isoformat(), holiday("easter", 2025).isoformat()
    ('2020-11-26', '2025-04-20')
    """
    if name in _FIXED:
        return datetime.date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _easter(year) + datetime.timedelta(days=_FROM_EASTER[name])
    month, weekday, which = _RULED[name]
    if which > 0:
        first = datetime.date(year, month, 1)
        ahead = (weekday - first.isoweekday()) % 7
        after = 7 if name == "black friday" and first.isoweekday() == 5 else 0
        return first + datetime.timedelta(days=ahead + 7 * (which - 1) + after)
    last = datetime.date(year, month, 31)
    return last - datetime.timedelta(days=(last.isoweekday() - weekday) % 7)


def _easter(year: int) -> datetime.date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3) + 15
    epact %= 30
    ahead = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * ahead) // 451
    month, day = divmod(epact + ahead - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
