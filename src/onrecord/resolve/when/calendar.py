"""The intervals that a calendar names: days, weeks, months, quarters, seasons, years."""

import datetime
from typing import NamedTuple

from onrecord.types import Grain

__all__ = ["Interval", "add_months", "day", "month", "portion", "season", "unit", "year"]

_ONE_DAY = datetime.timedelta(days=1)
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_YEARS = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}


class Interval(NamedTuple):
    """Days from the first to the one after the last, and their name in TIMEX3."""

    value: str
    start: datetime.date
    end: datetime.date


def day(date: datetime.date) -> Interval:
    """Return one day."""
    return Interval(date.isoformat(), date, date + _ONE_DAY)


def unit(grain: Grain, date: datetime.date, count: int) -> Interval:
    """Return the unit of the calendar that lies ``count`` units from a day.

    >>> unit(Grain.WEEK, datetime.date(2025, 3, 3), -1).value
    '2025-W09'

    Raises:
        OverflowError: If it lies outside of the years 1 to 9999.
        ValueError: The same.
    """
    if grain in (Grain.WEEK, Grain.WEEKEND):
        return _week(date + datetime.timedelta(weeks=count), is_end=grain is Grain.WEEKEND)
    if grain is Grain.MONTH:
        return month(*add_months(date, count))
    if grain in (Grain.QUARTER, Grain.HALF_YEAR):
        size = 3 if grain is Grain.QUARTER else 6
        there, number = add_months(date, size * count)
        return portion(grain, there, (number - 1) // size + 1)
    if grain in _YEARS:
        size = _YEARS[grain]
        return year(grain, date.year - date.year % size + size * count)
    return day(date + datetime.timedelta(days=count))


def add_months(date: datetime.date, count: int) -> tuple[int, int]:
    """Return year and month that lie so many months from a day.

    >>> add_months(datetime.date(2025, 1, 31), -1)
    (2024, 12)
    """
    months = date.year * 12 + date.month - 1 + count
    return months // 12, months % 12 + 1


def month(in_year: int, number: int) -> Interval:
    """Return a month of a year."""
    start = datetime.date(in_year, number, 1)
    end = datetime.date(in_year + number // 12, number % 12 + 1, 1)
    return Interval(f"{in_year:04}-{number:02}", start, end)


def portion(grain: Grain, in_year: int, number: int) -> Interval:
    """Return a quarter or a half of a year, counted from 1."""
    size, letter = (3, "Q") if grain is Grain.QUARTER else (6, "H")
    start = datetime.date(in_year, size * (number - 1) + 1, 1)
    end = datetime.date(*add_months(start, size), 1)
    return Interval(f"{in_year:04}-{letter}{number}", start, end)


def season(in_year: int, name: str) -> Interval:
    """Return a season of the northern year; a winter is that of the year in which it begins."""
    start = datetime.date(in_year, _SEASON_STARTS[name], 1)
    return Interval(f"{in_year:04}-{name}", start, datetime.date(*add_months(start, 3), 1))


def year(grain: Grain, first: int) -> Interval:
    """Return a year, decade or century from its first year: the 20th century from 1900."""
    size = _YEARS[grain]
    digits = {1: 4, 10: 3, 100: 2}[size]
    start, end = datetime.date(first, 1, 1), datetime.date(first + size, 1, 1)
    return Interval(f"{first:04}"[:digits], start, end)


def _week(date: datetime.date, *, is_end: bool) -> Interval:
    in_year, number, weekday = date.isocalendar()
    monday = date - datetime.timedelta(days=weekday - 1)
    start = monday + datetime.timedelta(days=5 if is_end else 0)
    value = f"{in_year:04}-W{number:02}{'-WE' if is_end else ''}"
    return Interval(value, start, monday + datetime.timedelta(days=7))
