"""When a statement was said."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import StatementError
from onrecord.types.text import Span

__all__ = ["Basis", "Grain", "SaidAt"]


class Grain(StrEnum):
    """The unit of time that words name."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF_YEAR = "half year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Basis(StrEnum):
    """What a time of saying rests on."""

    STATED = "stated"
    """An expression in the statement's own sentence."""
    CONTEXT = "context"
    """Carried over from the passage that the statement stands in."""
    PUBLISHED = "published"
    """Nothing tells: not later than publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAt:
    """When a statement was said: an interval, and what it rests on.

    Attributes:
        value: In the manner of TIMEX3: ``2025-03-02``, ``2025-03-02TEV``, ``2025-W09``,
            ``2025-03-01/2025-03-03`` (both included); ``PAST_REF`` where nothing
            tells. Relative to an unknown publication: ``P1D before publication``,
            ``XXXX-WXX-7`` (a Sunday).
        start: First day or moment; None where it is not known.
        end: First day or moment after it, a date like ``start`` or an aware datetime
            like it; None where it is not known.
        grain: The unit that the words name; None where nothing tells.
        basis: What it rests on.
        span: The words that tell it.
        confidence: How likely it is this statement's, 0-1, to four places, where a passage
            lends it; None where nobody reckoned: as a rule, its own sentence says so.

    Raises:
        StatementError: If the interval is empty, mixes dates with datetimes, or
            has a datetime without a timezone.
    """

    value: str
    start: datetime.date | None = None
    end: datetime.date | None = None
    grain: Grain | None = None
    basis: Basis
    span: Span | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        for moment in (self.start, self.end):
            if isinstance(moment, datetime.datetime) and moment.utcoffset() is None:
                raise StatementError(
                    f"said at {moment.isoformat()} without a timezone: "
                    "wanted a date or an aware datetime"
                )
        if self.start is None or self.end is None:
            return
        is_mixed = isinstance(self.start, datetime.datetime) != isinstance(
            self.end, datetime.datetime
        )
        if is_mixed or not self.start < self.end:
            raise StatementError(
                f"said at [{self.start}, {self.end}): wanted two dates or two datetimes, "
                "the start before the end"
            )
