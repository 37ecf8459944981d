"""When each statement of an article was said."""

import bisect
import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.resolve.narration import Frame, Narration
from onrecord.resolve.narration.posts import handle_of
from onrecord.resolve.when.about import placed
from onrecord.resolve.when.attach import attached
from onrecord.resolve.when.clue import Expression
from onrecord.resolve.when.expressions import expressions, looked_back
from onrecord.resolve.when.inside import told_inside
from onrecord.resolve.when.times import Times
from onrecord.resolve.when.today import is_of_one_day
from onrecord.types import Article, Basis, SaidAt, Span, Statement

__all__ = ["or_published", "times_of"]

# "14.40 – Fuel duty frozen", "2:05 p.m. ET" on a line of its own or with a heading.
_ENTRY = re.compile(
    r"((?:[01]?\d|2[0-3])[.:h][0-5]\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)"
    r"(?=[ \t]*(?:[-–—:|]|\n|$))",
    re.IGNORECASE,
)
_LEAST_ENTRIES = 3
# "six days before the primary": no day is told, only how far it is from another.
_COUNTED_FROM = re.compile(r"(?:before|after) [^\W\d]")
_LONGEST_WEEKDAY = len("Wednesday, ")


def or_published(article: Article, found: Iterable[SaidAt | None]) -> tuple[SaidAt, ...]:
    """Return when statements were said: where that is not known, not later than publication.

    Args:
        article: The article.
        found: What is known of each statement.
    """
    nothing = _published(article.published)
    return tuple(one or nothing for one in found)


def times_of(narration: Narration) -> Times:
    """Return what an article tells of when its statements were made.

    Args:
        narration: The article with its statements.
    """
    article, said = narration.article, narration.contents
    every = expressions(article.text, article.published, parts=narration.parts, said=said)
    found = [one for one in every if not one.clue.is_event]
    stated = [
        _posted(article, statement, found)
        or _stated(article, frame, found)
        or _inside(article, statement, found)
        for statement, frame in zip(narration.statements, narration.frames, strict=True)
    ]
    return Times(
        narration=narration,
        stated=stated,
        narrated=_narrated(article, found, said),
        coarse=_coarse(article, found, said),
        named=_named(article, found),
        is_of_one_day=is_of_one_day(stated, article.published),
        of_frame=lambda frame: _stated(article, frame, found),
        entries=_entries(article, narration.parts),
    )


def _named(article: Article, found: Sequence[Expression]) -> tuple[SaidAt, ...]:
    """Return every time that is named, as one of the past; none to come."""
    past = (looked_back(one, article.published) for one in found)
    return tuple(_as_said(one) for one in past if not _is_to_come(one, article.published))


def _narrated(
    article: Article, found: Sequence[Expression], said: Sequence[Span]
) -> tuple[SaidAt, ...]:
    """Return the days that the narration itself names, none of them to come."""
    days = (one for one in found if one.day is not None and not _is_heading(article, one.span))
    own = (one for one in days if not _COUNTED_FROM.search(article.text, *_end_of(one.span)))
    return tuple(_as_said(one) for one in _outside(article, own, said))


def _end_of(span: Span) -> tuple[int, int]:
    """Return the place of a time's last word and what comes after it."""
    return max(span.start, span.end - len("before")), span.end + len(" a")


def _coarse(
    article: Article, found: Sequence[Expression], said: Sequence[Span]
) -> tuple[SaidAt, ...]:
    """Return the times of more than a day that the narration names: a month, a year."""
    longer = (one for one in found if one.day is None)
    return tuple(_as_said(one) for one in _outside(article, longer, said))


def _outside(
    article: Article, found: Iterable[Expression], said: Sequence[Span]
) -> Iterator[Expression]:
    """Yield the times outside of what was said, none of them to come."""
    starts = [span.start for span in said]
    for one in found:
        before = said[max(0, bisect.bisect_right(starts, one.span.start) - 1)]
        if one.span not in before and not _is_to_come(one, article.published):
            yield one


def _entries(article: Article, parts: Sequence[Span]) -> tuple[Span, ...]:
    """Return the times of the clock that a live blog's entries open with; none elsewhere."""
    found = [_ENTRY.match(article.text, part.start, part.end) for part in parts]
    entries = tuple(Span(*match.span(1)) for match in found if match)
    return entries if len(entries) >= _LEAST_ENTRIES else ()


def _is_heading(article: Article, span: Span) -> bool:
    """Say whether a date stands alone on its line, as that of the publication does."""
    start = article.text.rfind("\n", 0, span.start) + 1
    end = article.text.find("\n", span.end)
    line = article.text[start : end if end >= 0 else None]
    return len(line.strip(" \t.,|-–—")) - (span.end - span.start) <= _LONGEST_WEEKDAY


def _posted(article: Article, statement: Statement, found: Sequence[Expression]) -> SaidAt | None:
    """Return the day that stands behind the handle of who posted it."""
    handle = handle_of(article, statement)
    if handle is None:
        return None
    at = bisect.bisect_left(found, handle.end, key=_place)
    is_next = at < len(found) and not article.text[handle.end : found[at].span.start].strip(" )\n")
    return _as_said(found[at]) if is_next else None


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
