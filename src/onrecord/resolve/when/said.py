"""When each statement of an article was said."""

import bisect
import datetime
from collections.abc import Sequence

from onrecord.layout import paragraphs
from onrecord.resolve.how.frame import Frame, frames
from onrecord.resolve.when.attach import attached, placed
from onrecord.resolve.when.carry import Passage, carried
from onrecord.resolve.when.clue import Expression
from onrecord.resolve.when.expressions import expressions, looked_back
from onrecord.types import Article, Basis, SaidAt, Span, Statement

__all__ = ["said_at"]


def said_at(
    article: Article,
    statements: Sequence[Statement],
    *,
    speakers: Sequence[str | None] = (),
) -> tuple[SaidAt, ...]:
    """Return when each statement was said.

    Told by the statement's own sentence outside of what was said, or carried
    over from the passage that it plainly goes on from; else not later than
    publication.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
        speakers: A key of who speaks for each statement, None where unknown;
            without them only pronouns, equal sources and bare quotations carry.

    Raises:
        ValueError: If there are speakers, but not one for each statement.
    """
    if speakers and len(speakers) != len(statements):
        raise ValueError(
            f"{len(speakers)} speakers for {len(statements)} statements: wanted one for each, "
            "None where unknown"
        )
    if not statements:
        return ()
    parts = paragraphs(article.text, article.body)
    said = sorted({piece for one in statements for piece in one.content})
    found = expressions(article.text, article.published, parts=parts, said=said)
    around = frames(article, statements)
    stated = [_stated(article, frame, found) for frame in around]
    passage = Passage(
        article=article,
        statements=statements,
        frames=around,
        speakers=speakers or (None,) * len(statements),
        scenes=_scenes(article, found, said),
        starts=[part.start for part in parts],
    )
    nothing = _published(article.published)
    return tuple(one or nothing for one in carried(passage, stated))


def _scenes(
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
