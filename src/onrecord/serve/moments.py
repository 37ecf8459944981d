"""Times of saying for people: in a few words, and in order."""

import datetime
from collections.abc import Sequence

from onrecord.types import Article, Basis, Grain, SaidAt, Statement

__all__ = ["in_order_said", "said_words"]

_ONE_DAY = datetime.timedelta(days=1)
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_UNKNOWN = datetime.date.max


def said_words(article: Article, time: SaidAt | None) -> str | None:
    """Return when something was said in a few words; None where nothing tells.

    ``Sun 2 Mar 2025``, ``Sun 2 Mar 2025, evening``, ``the week of 24 Feb 2025``,
    ``Feb 2025``; the article's own words where its publication is not known.

    Args:
        article: The article.
        time: When it was said.
    """
    if time is None or time.basis is Basis.PUBLISHED:
        return None
    if time.start is None or time.end is None:
        return f"“{' '.join(article[time.span].split())}”" if time.span else time.value
    if "/" in time.value:
        last = time.end if isinstance(time.end, datetime.datetime) else time.end - _ONE_DAY
        return f"{_day(time.start)} to {_day(last)}"
    return _unit(time, time.start)


def _unit(time: SaidAt, start: datetime.date) -> str:
    if time.grain in (Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY):
        named, _, rest = time.value.partition("T")
        clock = rest if ":" in rest else f"{rest}:00"
        return f"{_day(datetime.date.fromisoformat(named))}, {_PARTS.get(rest, clock)}"
    if time.grain is Grain.DAY:
        return _day(start)
    if time.grain in (Grain.WEEK, Grain.WEEKEND):
        return f"the {time.grain} of {start.day} {start:%b %Y}"
    if time.grain is Grain.MONTH:
        return f"{start:%b %Y}"
    if time.grain is Grain.SEASON:
        return f"{_SEASONS[time.value[-2:]]} {start.year}"
    return f"the {start.year}s" if time.grain in (Grain.DECADE, Grain.CENTURY) else time.value


def _day(date: datetime.date) -> str:
    return f"{date:%a} {date.day} {date:%b %Y}"


def in_order_said(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements in the order in which they were said.

    Those of which nothing tells come by the article's publication, the last of that
    day; among equals the order of appearance stays.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
    """
    return sorted(statements, key=lambda statement: _key(article, statement.said_at))


def _key(article: Article, time: SaidAt | None) -> tuple[datetime.date, datetime.time]:
    start = time.start if time else None
    if start is None:
        return _published(article)
    if isinstance(start, datetime.datetime):
        published = article.published
        zone = published.tzinfo if isinstance(published, datetime.datetime) else datetime.UTC
        there = start.astimezone(zone)
        return there.date(), there.time()
    return start, datetime.time.min


def _published(article: Article) -> tuple[datetime.date, datetime.time]:
    published = article.published
    if isinstance(published, datetime.datetime):
        return published.date(), published.time()
    return published or _UNKNOWN, datetime.time.max
