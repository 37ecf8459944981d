"""What was said on the day of publication, since the article tells of nothing but that day.

A live blog's entries; and the news of a day that is out on the same day: what people say of
it can have been said neither before nor after.
"""

import bisect
import datetime
import re
from collections.abc import Sequence

from onrecord.resolve.when.going_on import goes_on, is_of_now
from onrecord.resolve.when.times import Times, place_of
from onrecord.types import Attitude, Basis, Grain, SaidAt, Span, Statement

__all__ = ["is_of_one_day", "of_entry", "of_today"]

_CLOSE = (Grain.DAY, Grain.PART_OF_DAY, Grain.HOUR, Grain.MINUTE)
# So many statements of the day of publication make an article one of that day's news. 3: below
# that as often in vain as right on the four developed sets, lab-log 2026-11-26.
_BUSY = 3
_PERFECT = re.compile(r"\b(?:has|have|had)\b")


def of_entry(times: Times, statement: Statement) -> SaidAt | None:
    """Return the day of a live blog, that of publication, for what stands in its entries."""
    article = times.narration.article
    at = bisect.bisect_right(times.entries, statement.content[0].start, key=_start)
    is_then = statement.attitude is Attitude.ASSERTION
    if at == 0 or article.published is None or not is_then:
        return None
    if _PERFECT.search(article.words(statement.cue)):
        return None
    return _on(article.published, times.entries[at - 1])


def _start(span: Span) -> int:
    return span.start


def of_today(times: Times, number: int) -> SaidAt | None:
    """Return the day of publication for what is said in the news of that day."""
    narration, frame = times.narration, times.narration.frames[number]
    published = narration.article.published
    is_assertion = narration.statements[number].attitude is Attitude.ASSERTION
    if published is None or not times.is_of_one_day or not is_assertion:
        return None
    if is_of_now(frame) or not goes_on(narration, number):
        return None
    last = _last_named(times, frame.tokens[0].start)
    is_today = last is not None and last.value[:10] == published.isoformat()[:10]
    return _on(published, last.span) if last and is_today else None


def _last_named(times: Times, start: int) -> SaidAt | None:
    """Return the day that the narration named last, None where that was a month or year."""
    at = bisect.bisect_left(times.narrated, start, key=place_of) - 1
    other = bisect.bisect_left(times.coarse, start, key=place_of) - 1
    if at < 0 or (other >= 0 and place_of(times.coarse[other]) > place_of(times.narrated[at])):
        return None
    return times.narrated[at]


def is_of_one_day(stated: Sequence[SaidAt | None], published: datetime.date | None) -> bool:
    """Say whether most of what has its day told was said on the day of publication."""
    if published is None:
        return False
    today = published.isoformat()[:10]
    days = [one.value[:10] for one in stated if one is not None and one.grain in _CLOSE]
    return days.count(today) >= _BUSY and 2 * days.count(today) > len(days)


def _on(published: datetime.date, span: Span | None) -> SaidAt:
    day = published.date() if isinstance(published, datetime.datetime) else published
    return SaidAt(
        value=day.isoformat(),
        start=day,
        end=day + datetime.timedelta(days=1),
        grain=Grain.DAY,
        basis=Basis.CONTEXT,
        span=span,
    )
