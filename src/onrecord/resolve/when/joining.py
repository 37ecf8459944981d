"""Neighbouring words of time put together: "at 3 p.m." + "on Monday", "from" + "to"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.resolve.when.clue import Anchor, Clue, Found
from onrecord.types import Grain, Span

__all__ = ["joined"]

_GLUE = re.compile(
    r"\s*(?:,\s*)?(?:(?:at|on|of|in|about|around|shortly\s+(?:before|after)|the|just\s+(?:before"
    r"|after))\s+){0,2}\s*|-"
)
_TO = re.compile(r"\s*[-–—]\s*|\s+(?:to|through|until|till)\s+|\s+and\s+(?:the\s+)?")
# "early" and "late" tell of what follows them.
_FORWARD = re.compile(r"(?:very\s)?(?:early|late|earlier|later|mid)", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|both)\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
# Longer than this nothing glues.
_FURTHEST = 24
_WITH_PART = (Grain.DAY, Grain.PART_OF_DAY)
_OF_YEAR = (Grain.DAY, Grain.MONTH, Grain.SEASON, Grain.QUARTER, Grain.HALF_YEAR)


def joined(text: str, found: Iterable[Found]) -> tuple[Found, ...]:
    """Return the expressions that neighbouring words make together, in order.

    Words that tell nothing by themselves ("early", "evening") and found no
    partner are left out.

    Args:
        text: The article's text.
        found: The words that tell of a time, in order.
    """
    pieces: list[Found] = []
    for one in found:
        whole = one
        while pieces and (merged := _merged(text, pieces[-1], whole)) is not None:
            pieces.pop()
            whole = merged
        pieces.append(whole)
    ranges: list[Found] = []
    for one in (piece for piece in pieces if not piece.clue.is_loose):
        ranged = _range(text, ranges[-1], one) if ranges else None
        if ranged is not None:
            ranges.pop()
        ranges.append(ranged or one)
    return tuple(ranges)


def _merged(text: str, left: Found, right: Found) -> Found | None:
    apart = right.span.start - left.span.end
    if apart > _FURTHEST or left.clue.is_possessive:
        return None
    if right.clue.is_loose and _FORWARD.fullmatch(text, right.span.start, right.span.end):
        return None
    if not _GLUE.fullmatch(text, left.span.end, right.span.start):
        return None
    clue = _both(left.clue, right.clue) or _both(right.clue, left.clue, is_turned=True)
    if clue is None:
        return None
    clue = replace(clue, is_possessive=right.clue.is_possessive)
    return Found(span=Span(left.span.start, right.span.end), clue=clue)


def _both(first: Clue, second: Clue, *, is_turned: bool = False) -> Clue | None:
    """Return what two clues tell together, the first one refined by the second."""
    if first.until or second.until or first.is_loose:
        return None
    if second.is_loose:
        return _with_part(first, second, is_turned=is_turned)
    if first.grain in _WITH_PART and second.clock and second.count == 0 and not first.clock:
        return replace(first, clock=second.clock, zone=second.zone, grain=second.grain, part=None)
    if _is_open_day(first) and second.weekday is None and _is_day(second) and second.day:
        return replace(second, weekday=first.weekday)
    if second.grain is Grain.WEEK and _is_open_day(first):
        is_counted = second.count is not None and second.anchor is Anchor.PUBLICATION
        return replace(first, weeks=second.count) if is_counted else None
    return _of_year(first, second) if second.grain is Grain.YEAR else None


def _of_year(first: Clue, year: Clue) -> Clue | None:
    """Return a month, date or the like put into a year: "March of last year"."""
    is_named = first.month or first.season or first.portion or first.holiday
    is_open = first.grain in _OF_YEAR and first.year is None and first.years is None
    if not (is_named and is_open):
        return None
    if year.year is not None:
        return replace(first, year=year.year)
    is_counted = year.count is not None and year.anchor is Anchor.PUBLICATION
    return replace(first, years=year.count) if is_counted else None


def _with_part(first: Clue, second: Clue, *, is_turned: bool) -> Clue | None:
    if first.grain in _WITH_PART and not first.clock:
        if is_turned and (second.part is None or first.part is not None):
            return first
        return replace(first, part=second.part, grain=Grain.PART_OF_DAY)
    # "early next year", "late last month": the same unit.
    return first if is_turned and not first.clock else None


def _is_day(clue: Clue) -> bool:
    return clue.grain in _WITH_PART


def _is_open_day(clue: Clue) -> bool:
    return _is_day(clue) and clue.weekday is not None and clue.day is None and clue.weeks is None


def _range(text: str, left: Found, right: Found) -> Found | None:
    """Return "from Monday to Wednesday", "between 2010 and 2014", "2010-14" as one."""
    apart = right.span.start - left.span.end
    if apart > _FURTHEST or left.clue.until or right.clue.until or left.clue.is_possessive:
        return None
    if left.clue.clock or right.clue.clock:
        return None
    between = text[left.span.end : right.span.start]
    if not _TO.fullmatch(between) or left.clue.grain is not right.clue.grain:
        return None
    before = text[max(0, left.span.start - 12) : left.span.start]
    is_and = between.strip().startswith("and")
    if is_and != bool(_BETWEEN.search(before)):
        return None
    if between.strip() in ("to", "until", "till") and not _FROM.search(before):
        return None
    span = Span(left.span.start, right.span.end)
    clue = replace(left.clue, until=right.clue, is_possessive=right.clue.is_possessive)
    return Found(span=span, clue=clue)
