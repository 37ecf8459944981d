"""The times that a text names, resolved against its publication."""

import bisect
import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.when.atoms import atoms
from onrecord.resolve.when.clue import Anchor, Clue, Expression, Found, Side
from onrecord.resolve.when.joining import joined
from onrecord.resolve.when.relative import relative_value
from onrecord.resolve.when.resolving import Reference, resolved
from onrecord.resolve.when.tense import side_of
from onrecord.types import Grain, Span

__all__ = ["expressions", "looked_back"]

_DAYS = (Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY, Grain.DAY)
# Words that have a capital only where a sentence begins.
_OPENING = re.compile(
    r"(?:Earlier|Later|Early|Late|Last|Next|This|Yesterday|Today|Tonight|Overnight|The|That|Over"
    r"|Hours|A|An|Two|Three|Four|Five|Six)\b"
)


def expressions(
    text: str,
    published: datetime.date | None,
    *,
    parts: Sequence[Span] | None = None,
    said: Sequence[Span] = (),
) -> tuple[Expression, ...]:
    """Return the times that a text names, in order, none overlapping.

    >>> found = expressions("He left on Sunday.", datetime.date(2025, 3, 3))
    >>> [(one.value, str(one.grain)) for one in found]
    [('2025-03-02', 'day')]

    Args:
        text: The article's text.
        published: A date, or an aware datetime, which lets parts of a day be
            moments; None leaves relative times relative, without start and end.
        parts: The parts of the text to look at; all of it if None.
        said: Places of what was said, in order; no passage counts from a time in there.
    """
    reference = _reference(published)
    places = (Span(0, len(text)),) if parts is None and text else parts or ()
    found = [one for part in places for one in joined(text, atoms(text, part.start, part.end))]
    resolved_ones: list[Expression] = []
    for one in found:
        expression = _expression(text, one, reference)
        if expression is None:
            continue
        is_opening = bool(_OPENING.match(text, one.span.start))
        resolved_ones.append(replace(expression, is_opening=is_opening))
        if not _is_inside(one.span, said):
            reference = _after(reference, expression)
    return tuple(resolved_ones)


def looked_back(expression: Expression, published: datetime.date | None) -> Expression:
    """Return an expression as one of the past, as times of saying are.

    Args:
        expression: An expression.
        published: The publication that it was resolved against.
    """
    is_open = expression.clue.side in (Side.NEAR, Side.COMING)
    if not is_open or expression.clue.anchor is Anchor.CONTEXT:
        return expression
    clue = replace(expression.clue, side=Side.PAST)
    return _with(Found(span=expression.span, clue=clue), _reference(published)) or expression


def _reference(published: datetime.date | None) -> Reference:
    if isinstance(published, datetime.datetime):
        return Reference(published=published.date(), zone=published.tzinfo)
    return Reference(published=published)


def _after(reference: Reference, named: Expression) -> Reference:
    """Return what times are counted from after one that is named."""
    if named.day is not None:
        return replace(reference, context=named.day, named=None)
    if named.start is None:
        return reference
    first = named.start.date() if isinstance(named.start, datetime.datetime) else named.start
    return replace(reference, named=(first, named.grain))


def _is_inside(span: Span, said: Sequence[Span]) -> bool:
    at = bisect.bisect_right(said, span.start, key=lambda one: one.start) - 1
    return at >= 0 and span in said[at]


def _expression(text: str, found: Found, reference: Reference) -> Expression | None:
    clue = found.clue
    if clue.side is Side.NEAR and _is_open(clue):
        clue = replace(clue, side=side_of(text, found.span.start, found.span.end))
    return _with(replace(found, clue=clue), reference)


def _is_open(clue: Clue) -> bool:
    is_fixed = clue.year is not None or clue.years is not None or clue.weeks is not None
    return not is_fixed and clue.count is None


def _with(found: Found, reference: Reference) -> Expression | None:
    clue = found.clue
    interval = resolved(clue, reference)
    if interval is None:
        if reference.published is not None or not _is_relative(clue):
            return None
        value, start, end, day = relative_value(clue), None, None, None
        return Expression(
            span=found.span, value=value, start=start, end=end, grain=clue.grain, clue=clue, day=day
        )
    return Expression(
        span=found.span,
        value=interval.value,
        start=interval.start,
        end=interval.end,
        grain=clue.grain,
        clue=clue,
        day=_day(interval.value) if clue.grain in _DAYS else None,
    )


def _is_relative(clue: Clue) -> bool:
    return clue.year is None or clue.anchor is Anchor.CONTEXT


def _day(value: str) -> datetime.date:
    return datetime.date.fromisoformat(value.split("/", maxsplit=1)[0].split("T", maxsplit=1)[0])
