"""Times that are called by a name: "March 3", "Sunday", "the third quarter", "the 1990s"."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from onrecord.resolve.when.clue import Anchor, Clue, Side
from onrecord.resolve.when.vocabulary import MONTHS, SEASONS, WEEKDAYS
from onrecord.resolve.when.which import COUNTS, FROM_CONTEXT, SIDES, before, low
from onrecord.types import Grain

__all__ = ["NAMED"]

_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|through|early|late|mid|during|between|and|to|before"
    r"|after|for|the|around|circa|back|fiscal|year|his|her|its|their)[\s-]+|[(–—])$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:about|some|over|nearly|almost|than|least|most|roughly|up to)\s+$", re.I
)
_COUNTED_AFTER = re.compile(
    r"[\s-](?:[a-z]+s\b(?<!elections)(?<!games)|percent|people|million|men|women)"
)
_BEFORE_HOLIDAY = re.compile(
    r"\b(?:on|at|by|before|after|since|until|over|around|this|last|next|for|,)\s+$", re.I
)
_SETS = re.compile(r"\b(?:every|each|any|a|an|one|another|other|most|per)\s+$", re.I)

_SAID_ONCE = re.compile(
    r" (?:\w+ ){0,3}?(?:tweets?|interview|statement|speech|letter|post|conference|briefing|address|"
    r"hearing|filing|memo|e-?mail|op-ed|column|editorial|release|appearance|ruling|decision|order|"
    r"report|video|call|testimony|announcement|meeting|rally|debate|vote|news)\b"
)


def _iso(match: re.Match[str]) -> Clue | None:
    clock = None
    if match["iso_h"]:
        clock = int(match["iso_h"]), int(match["iso_n"])
    grain = Grain.MINUTE if clock else Grain.DAY
    year, month, day = (int(match[name]) for name in ("iso_y", "iso_m", "iso_d"))
    return Clue(grain=grain, year=year, month=month, day=day, clock=clock)


def _slashed(match: re.Match[str]) -> Clue | None:
    """Month first, as agencies in the United States write, unless that cannot be."""
    month, day, year = (int(match[name]) for name in ("sl_a", "sl_b", "sl_y"))
    if month > 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    return Clue(grain=Grain.DAY, year=year, month=month, day=day)


def _attacks(_: re.Match[str]) -> Clue:
    return Clue(grain=Grain.DAY, year=2001, month=9, day=11, is_event=True)


def _month_of(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _weekday_of(name: str | None) -> int | None:
    return WEEKDAYS[name.lower().rstrip(".")] if name else None


def _date(match: re.Match[str], rule: str) -> Clue:
    year = re.search(r"\d{4}$", match.group())
    clue = Clue(
        grain=Grain.DAY,
        month=_month_of(match[f"{rule}_m"]),
        day=int(match[f"{rule}_d"]),
        weekday=_weekday_of(match[f"{rule}_w"]),
        year=int(year.group()) if year else None,
    )
    last = match[f"{rule}_to"]
    if last is None or int(last) <= int(match[f"{rule}_d"]):
        return clue
    return replace(clue, until=replace(clue, day=int(last), weekday=None))


def _monthyear(match: re.Match[str]) -> Clue:
    return Clue(grain=Grain.MONTH, month=_month_of(match["my_m"]), year=int(match["my_y"]))


def _whichmonth(match: re.Match[str]) -> Clue | None:
    which = low(match["wm_w"])
    if which in FROM_CONTEXT:
        return Clue(grain=Grain.MONTH, month=_month_of(match["wm_m"]))
    return Clue(grain=Grain.MONTH, month=_month_of(match["wm_m"]), side=SIDES[which])


def _month(match: re.Match[str]) -> Clue | None:
    return Clue(grain=Grain.MONTH, month=_month_of(match.group()))


def _weekday(match: re.Match[str]) -> Clue | None:
    which = low(match["wd_w"])
    if not which and _SETS.search(before(match)) and not _is_of_one(match):
        return None
    clue = Clue(grain=Grain.DAY, weekday=_weekday_of(match["wd_n"]))
    if which in ("the following", "the next"):
        return replace(clue, side=Side.COMING, anchor=Anchor.CONTEXT)
    if which in ("the previous", "the preceding"):
        return replace(clue, side=Side.PAST, anchor=Anchor.CONTEXT)
    return replace(clue, side=SIDES.get(which, Side.NEAR))


def _is_of_one(match: re.Match[str]) -> bool:
    """Say whether a day is that of something which was said once: "in a Sunday interview"."""
    is_one = re.search(r"\ban?\s+$", before(match)) is not None
    return is_one and _SAID_ONCE.match(match.string, match.end()) is not None


def _weekend(_: re.Match[str]) -> Clue:
    return Clue(grain=Grain.WEEKEND)


def _quarter(match: re.Match[str]) -> Clue | None:
    grain = Grain.QUARTER if match["qu_u"].lower() == "quarter" else Grain.HALF_YEAR
    number = {"fi": 1, "1s": 1, "se": 2, "2n": 2, "th": 3, "3r": 3, "fo": 4, "4t": 4}.get(
        match["qu_n"].lower()[:2]
    )
    if number is None:
        return Clue(grain=grain, count=-1)
    which = low(match["qu_w"])
    year = int(match["qu_y"]) if match["qu_y"] else None
    if grain is Grain.HALF_YEAR and (number > 2 or not (year or which)):
        return None
    return Clue(
        grain=grain, portion=number, year=year, years=COUNTS[SIDES[which]] if which else None
    )


def _shortquarter(match: re.Match[str]) -> Clue:
    year = int(match["sq_y"]) if match["sq_y"] else None
    return Clue(grain=Grain.QUARTER, portion=int(match["sq_n"]), year=year)


def _seasonyear(match: re.Match[str]) -> Clue:
    return Clue(grain=Grain.SEASON, season=SEASONS[match["sy_s"].lower()], year=int(match["sy_y"]))


def _theseason(match: re.Match[str]) -> Clue:
    return Clue(grain=Grain.SEASON, season=SEASONS[match["ts_s"].lower()])


def _decade(match: re.Match[str]) -> Clue:
    first = int(match["de_y"]) if match["de_y"] else 1900 + int(match["de_s"])
    return Clue(grain=Grain.DECADE, year=first)


def _century(match: re.Match[str]) -> Clue | None:
    number = int(match["ce_n"])
    return Clue(grain=Grain.CENTURY, year=100 * (number - 1)) if 2 <= number <= 22 else None


def _holiday(match: re.Match[str]) -> Clue | None:
    name, which = low(match["hl"]), low(match["hl_w"])
    is_sure = which or name.endswith((" day", " eve")) or _BEFORE_HOLIDAY.search(before(match))
    if not is_sure:
        return None
    return Clue(grain=Grain.DAY, holiday=name, side=SIDES.get(which, Side.NEAR))


def _year(match: re.Match[str]) -> Clue | None:
    words = before(match)
    if _COUNTED.search(words):
        return None
    after = match.string[match.end() : match.end() + 14]
    if not _BEFORE_YEAR.search(words) and (_COUNTED_AFTER.match(after) or int(match["yr"]) < 1800):
        return None
    return Clue(grain=Grain.YEAR, year=int(match["yr"]))


NAMED: Mapping[str, Callable[[re.Match[str]], Clue | None]] = {
    "iso": _iso,
    "slashed": _slashed,
    "attacks": _attacks,
    "monthday": lambda match: _date(match, "md"),
    "daymonth": lambda match: _date(match, "dm"),
    "monthyear": _monthyear,
    "whichmonth": _whichmonth,
    "month": _month,
    "weekday": _weekday,
    "weekend": _weekend,
    "quarter": _quarter,
    "shortquarter": _shortquarter,
    "seasonyear": _seasonyear,
    "theseason": _theseason,
    "decade": _decade,
    "century": _century,
    "holiday": _holiday,
    "year": _year,
}
"""What a match of each rule says; None where it is no time after all."""
