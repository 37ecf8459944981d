"""Statements that fit a question, page by page."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from onrecord.ask.answer import Page
from onrecord.ask.conditions import Conditions, conditions
from onrecord.ask.facets import Counted, counted
from onrecord.ask.question import Question, Sort
from onrecord.ask.sample import MOST, Best, last_number
from onrecord.errors import QuestionError
from onrecord.record import Store
from onrecord.record.backend import Matching
from onrecord.record.entries import entries
from onrecord.record.sql import fetch, listed, scalar

__all__ = ["search"]

# Walking through all statements by time finds a page sooner than sorting those
# that fit, where at least one in this many fits, or at least one in this many
# has the words (measured on a million: docs/decisions/0005-counts.md).
_COMMON = 200
_LONGEST_NUMBER = 18
_COMMON_WORDS = 40
# So many are looked at by time first: an index tells them in two milliseconds.
_WINDOW = 20_000
# The index by time is walked; adding nothing keeps the database from that.
_WALKED, _AS_IT_IS = "l.at", "l.at + 0"


class _Place(NamedTuple):
    statement: int
    place: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    counted: Counted
    sort: Sort
    limit: int
    after: str | None
    best: Best | None


def search(store: Store, asked: Question, *, limit: int = 20, after: str | None = None) -> Page:
    """Return a page of the statements that fit a question.

    Args:
        store: The record.
        asked: The question.
        limit: How many to return at most, 1 or more.
        after: Where the page before ended. Statements that are added between
            two pages move none to another page.

    Raises:
        QuestionError: If the words, or ``after``, cannot be understood.
    """
    with store.reading() as connection:
        fitting = conditions(connection, store, asked)
        best = _best_of(connection, limit, after) if asked.sort is Sort.RELEVANCE else None
        counts = counted(store, connection, fitting, best)
        page = _Asked(counted=counts, sort=asked.sort, limit=limit, after=after, best=best)
        found = _found(connection, fitting, page)
        more = len(found) > limit
        return Page(
            entries=tuple(entries(connection, [row.statement for row in found[:limit]])),
            after=_end(found[limit - 1], page) if more else None,
            total=counts.total,
            is_exact=counts.is_exact,
            facets=counts.facets,
        )


def _found(connection: Connection, fitting: Conditions, page: _Asked) -> Sequence[_Place]:
    words, known = fitting.matching, page.counted.found
    if page.counted.best is not None:
        return [_Place(*one) for one in page.counted.best]
    if words is not None and page.best is not None:
        return _by_rank(connection, fitting, words, page.counted, page.best)
    if known is not None:
        return _first(known, page)
    if words is None:
        place, source = _by_time(connection, fitting, page.counted)
        return _in_order(connection, fitting, place, source, page)
    return _common(connection, fitting, words, page)


def _common(
    connection: Connection, fitting: Conditions, words: Matching, page: _Asked
) -> Sequence[_Place]:
    """Look for words that many have among the nearest by time first, then among all."""
    found: Sequence[_Place] = ()
    if words.told is not None:
        found = _in_walk(connection, fitting, words.told, page)
    elif _are_common(connection, words):
        found = _in_window(connection, fitting, words, page)
    if len(found) > page.limit:
        return found
    where = fitting.where(words.condition, by_profile=words.told is not None)
    return _in_order(connection, fitting, _AS_IT_IS, f"{words.join} WHERE {where}", page)


def _first(known: Sequence[tuple[int, int]], page: _Asked) -> Sequence[_Place]:
    """Return the first of those that were counted, as all of them were."""
    is_down = page.sort is Sort.NEWEST
    if page.after is not None:
        last = _two(page.after)
        known = [one for one in known if (one < last if is_down else one > last)]
    first = (heapq.nlargest if is_down else heapq.nsmallest)(page.limit + 1, known)
    return [_Place(statement, place) for place, statement in first]


def _by_time(connection: Connection, fitting: Conditions, counts: Counted) -> tuple[str, str]:
    is_common = not counts.is_exact or counts.total * _COMMON >= last_number(connection)
    where = fitting.where(by_profile=not is_common)
    return _WALKED if is_common else _AS_IT_IS, f"listing AS l WHERE {where}"


def _in_window(
    connection: Connection, fitting: Conditions, words: Matching, page: _Asked
) -> Sequence[_Place]:
    """Look at the newest, or oldest, only: among so many, common words are on a page's worth.

    To tell whether a statement is among some is quicker than to read its row,
    or to look it up in the words' index.
    """
    among = f"{words.number} + 0 IN (SELECT l.statement FROM {_nearest(fitting, page)})"
    where = fitting.where(words.condition, among, by_profile=False)
    return _in_order(connection, fitting, _AS_IT_IS, f"{words.join} WHERE {where}", page)


def _in_walk(
    connection: Connection, fitting: Conditions, told: str, page: _Asked
) -> Sequence[_Place]:
    """Look at the newest, or oldest, one by one, where a row itself tells its words.

    The walk ends where the page is full: 5,000 and more fit, one in 200.
    """
    walked = f"(SELECT * FROM {_nearest(fitting, page)}) AS l WHERE {fitting.where(told)}"
    return _in_order(connection, fitting, _WALKED, walked, page)


def _nearest(fitting: Conditions, page: _Asked) -> str:
    """Return what stands after FROM for the newest, or oldest, at or beyond the page's start."""
    every = [one for one in (fitting.said, _from_there_on(page)) if one is not None]
    down = _down(page.sort)
    return (
        f"listing AS l WHERE {' AND '.join(every) or '1 = 1'} "
        f"ORDER BY l.at{down}, l.statement{down} LIMIT {_WINDOW}"
    )


def _best_of(connection: Connection, limit: int, after: str | None) -> Best:
    """Return what a page by relevance is to hold, and one more, if there are more."""
    skipped, upto = (0, last_number(connection)) if after is None else _two(after)
    return Best(limit=limit + 1, skipped=skipped, upto=upto, is_all=after is None)


def _by_rank(
    connection: Connection, fitting: Conditions, words: Matching, counts: Counted, best: Best
) -> Sequence[_Place]:
    """Rank those that fit; where they are many, those of them that were added last."""
    upto = f"{words.number} <= {best.upto}"
    ranked = f"SELECT {words.number} AS statement, {words.basis} AS basis FROM"
    if counts.found is not None:
        numbers = listed(statement for _, statement in counts.found)
        # Ranks come with the index: it is gone through, and its rows are among those or not.
        among = f"{words.condition} AND {words.number} + 0 IN {numbers} AND {upto}"
        some = f"{ranked} {words.index} WHERE {among} LIMIT {MOST}"
    else:
        where = fitting.where(words.condition, upto, by_profile=False)
        some = f"{ranked} {words.join} WHERE {where} ORDER BY {words.number} DESC LIMIT {MOST}"
    query = (
        f"SELECT statement, {words.rank} AS place FROM ({some}) AS ranked "
        f"ORDER BY place, statement LIMIT {best.limit} OFFSET {best.skipped}"
    )
    return [_Place(*row) for row in fetch(connection, query, fitting.values)]


def _are_common(connection: Connection, words: Matching) -> bool:
    enough = last_number(connection) // _COMMON_WORDS
    some = f"SELECT 1 FROM {words.index} WHERE {words.condition} LIMIT {enough}"
    return bool(
        scalar(connection, f"SELECT count(*) FROM ({some}) AS sample", **words.values) >= enough
    )


def _in_order(
    connection: Connection, fitting: Conditions, place: str, source: str, page: _Asked
) -> Sequence[_Place]:
    query = f"SELECT l.statement, {place} AS place FROM {source}"
    if page.after is not None:
        query += f" AND {_beyond(place, page.sort, *_two(page.after))}"
    down = _down(page.sort)
    query += f" ORDER BY place{down}, l.statement{down} LIMIT {page.limit + 1}"
    return [_Place(*row) for row in fetch(connection, query, fitting.values)]


def _end(last: _Place, page: _Asked) -> str:
    """Return where a page ends.

    By time, that is its last statement. Ranks move with all that is added, so
    by relevance it is how many were seen, of those that were there at first.
    """
    if page.best is None:
        return f"{last.place}/{last.statement}"
    return f"{page.best.skipped + page.limit}/{page.best.upto}"


def _from_there_on(page: _Asked) -> str | None:
    if page.after is None:
        return None
    return f"l.at {'<=' if page.sort is Sort.NEWEST else '>='} {_two(page.after)[0]}"


def _beyond(place: str, sort: Sort, last: int, last_number: int) -> str:
    sign = "<" if sort is Sort.NEWEST else ">"
    return f"({place} {sign} {last} OR ({place} = {last} AND l.statement {sign} {last_number}))"


def _down(sort: Sort) -> str:
    return " DESC" if sort is Sort.NEWEST else ""


def _two(after: str) -> tuple[int, int]:
    try:
        left, right = (_number(part) for part in after.split("/"))
    except ValueError as error:
        raise QuestionError(f"{after!r} is no place to go on from: give what a page had") from error
    return left, right


def _number(given: str) -> int:
    # No database counts further, and none of its drivers says so clearly.
    if len(given) > _LONGEST_NUMBER:
        raise ValueError(given)
    return int(given)
