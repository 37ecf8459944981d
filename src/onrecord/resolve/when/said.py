"""When each statement of an article was said."""

import bisect
import datetime
from collections.abc import Sequence

from onrecord.resolve.narration import Frame, Narration
from onrecord.resolve.when.about import placed
from onrecord.resolve.when.attach import attached
from onrecord.resolve.when.carry import Times, carried
from onrecord.resolve.when.clue import Expression
from onrecord.resolve.when.expressions import expressions, looked_back
from onrecord.resolve.when.inside import told_inside
from onrecord.types import Article, Basis, SaidAt, Span, Statement

__all__ = ["said_at", "times_of"]


def said_at(narration: Narration) -> tuple[SaidAt, ...]:
    """Return when each statement was said.

    Told by the statement's own sentence outside of what was said, or carried
    over from the passage that it plainly goes on from; else not later than
    publication.

    Args:
        narration: The article with its statements.
    """
    if not narration.statements:
        return ()
    nothing = _published(narration.article.published)
    return tuple(one or nothing for one in carried(times_of(narration)))


def times_of(narration: Narration) -> Times:
    """Return what an article tells of when its statements were made.

    Args:
        narration: The article with its statements.
    """
    article, said = narration.article, narration.contents
    found = expressions(article.text, article.published, parts=narration.parts, said=said)
    stated = [
        _stated(article, frame, found) or _inside(article, statement, found)
        for statement, frame in zip(narration.statements, narration.frames, strict=True)
    ]
    return Times(
        narration=narration,
        stated=stated,
        narrated=_narrated(article, found, said),
        of_frame=lambda frame: _stated(article, frame, found),
    )


def _narrated(
    article: Article, found: Sequence[Expression], said: Sequence[Span]
) -> tuple[SaidAt, ...]:
    """Return the days that the narration itself names, none of them to come."""
    starts = [span.start for span in said]
    narrated = (
        one
        for one in found
        if one.day is not None
        and one.span not in said[max(0, bisect.bisect_right(starts, one.span.start) - 1)]
    )
    return tuple(_as_said(one) for one in narrated if not _is_to_come(one, article.published))


def _stated(article: Article, frame: Frame, found: Sequence[Expression]) -> SaidAt | None:
    if not frame.tokens:
        return None
    low = bisect.bisect_left(found, frame.tokens[0].start, key=lambda one: one.span.start)
    high = bisect.bisect_left(found, frame.tokens[-1].end, key=lambda one: one.span.start)
    expression = attached(frame, placed(frame, found[low:high]))
    if expression is None:
        return None
    past = looked_back(expression, article.published)
    return None if _is_to_come(past, article.published) else _as_said(past)


def _inside(article: Article, statement: Statement, found: Sequence[Expression]) -> SaidAt | None:
    low = bisect.bisect_left(found, statement.content[-1].start, key=_place)
    high = bisect.bisect_left(found, statement.content[-1].end, key=_place)
    expression = told_inside(article, statement, found[low:high])
    if expression is None:
        return None
    past = looked_back(expression, article.published)
    return None if _is_to_come(past, article.published) else _as_said(past)


def _place(one: Expression) -> int:
    return one.span.start


def _is_to_come(expression: Expression, published: datetime.date | None) -> bool:
    if expression.start is None or published is None:
        return False
    return _day(expression.start) > _day(published)


def _day(moment: datetime.date) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def _as_said(expression: Expression) -> SaidAt:
    return SaidAt(
        value=expression.value,
        start=expression.start,
        end=expression.end,
        grain=expression.grain,
        basis=Basis.STATED,
        span=expression.span,
    )


def _published(published: datetime.date | None) -> SaidAt:
    end = published
    if published is not None and not isinstance(published, datetime.datetime):
        end = published + datetime.timedelta(days=1)
    return SaidAt(value="PAST_REF", end=end, basis=Basis.PUBLISHED)
