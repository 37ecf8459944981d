"""Statements that fit a question, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
)

from onrecord.ask.answer import Page
from onrecord.ask.conditions import Conditions, conditions
from onrecord.ask.facets import MOST, counted
from onrecord.ask.question import Question, Sort
from onrecord.errors import QuestionError
from onrecord.record import Store
from onrecord.record.entries import entries
from onrecord.record.tables import listing

__all__ = ["search"]

# Walking through all statements by time finds a page sooner than sorting those
# that fit, where at least one in this many fits, or at least one in this many
# has the words (measured on a million: docs/decisions/0005-counts.md).
_COMMON = 200
_LONGEST_NUMBER = 18
_COMMON_WORDS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    total: int
    is_exact: bool
    limit: int
    after: str | None


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
        fitting = conditions(connection, store.backend, asked)
        total, is_exact, facets = counted(store, connection, fitting)
        page = _Asked(total=total, is_exact=is_exact, limit=limit, after=after)
        found = _found(connection, fitting, asked.sort, page)
        more = len(found) > limit
        return Page(
            entries=tuple(entries(connection, [row.statement for row in found[:limit]])),
            after=_end(connection, found[limit - 1], asked.sort, limit, after) if more else None,
            total=total,
            is_exact=is_exact,
            facets=facets,
        )


def _found(
    connection: Connection, fitting: Conditions, sort: Sort, page: _Asked
) -> Sequence["Row[Any]"]:
    words = fitting.matching
    if words is None:
        query = _by_time(connection, fitting, page)
    elif sort is Sort.RELEVANCE:
        query = _by_rank(fitting, words, page)
    elif not page.is_exact and _are_common(connection, words):
        query = _walked(fitting, words)
    else:
        query = _sorted(fitting, words)
    return connection.execute(_paged(query, sort, page.after).limit(page.limit + 1)).all()


def _by_time(connection: Connection, fitting: Conditions, page: _Asked) -> "Select[Any]":
    is_common = not page.is_exact or page.total * _COMMON >= _last_number(connection)
    # Adding nothing keeps the database from walking through all times.
    place = listing.c.at if is_common else listing.c.at + 0
    query = select(listing.c.statement, place.label("place"))
    return query.where(*fitting.every(by_profile=not is_common))


def _walked(fitting: Conditions, words: FromClause) -> "Select[Any]":
    """Look each statement up in the index of words, beginning with the newest."""
    has_words = exists().where(words.c.statement == listing.c.statement)
    query = select(listing.c.statement, listing.c.at.label("place"))
    return query.where(*fitting.every(by_profile=False), has_words)


def _sorted(fitting: Conditions, words: FromClause) -> "Select[Any]":
    query = select(listing.c.statement, (listing.c.at + 0).label("place"))
    joined = words.join(listing, listing.c.statement == words.c.statement)
    return query.select_from(joined).where(*fitting.every(by_profile=False))


def _by_rank(fitting: Conditions, words: FromClause, page: _Asked) -> "Select[Any]":
    """Rank those that fit; where they are many, those of them that were added last."""
    joined = words.join(listing, listing.c.statement == words.c.statement)
    query = select(listing.c.statement, words.c.rank.label("place")).select_from(joined)
    query = query.where(*fitting.every(by_profile=False))
    if page.after is not None:
        query = query.where(words.c.statement <= _two(page.after)[1])
    if page.is_exact:
        return query
    return query.order_by(words.c.statement.desc()).limit(MOST)


def _are_common(connection: Connection, words: FromClause) -> bool:
    having = connection.scalar(select(func.count()).select_from(words)) or 0
    return having * _COMMON_WORDS >= _last_number(connection)


def _paged(query: "Select[Any]", sort: Sort, after: str | None) -> "Select[Any]":
    if sort is Sort.RELEVANCE:
        ranked = query.subquery("ranked")
        skipped = _two(after)[0] if after is not None else 0
        return select(ranked).order_by(ranked.c.place, ranked.c.statement).offset(skipped)
    number = listing.c.statement
    place = query.selected_columns["place"].element
    if after is not None:
        query = query.where(_beyond(place, number, sort, *_two(after)))
    if sort is Sort.NEWEST:
        return query.order_by(place.desc(), number.desc())
    return query.order_by(place, number)


def _end(
    connection: Connection, last: "Row[Any]", sort: Sort, limit: int, after: str | None
) -> str:
    """Return where a page ends.

    By time, that is its last statement. Ranks move with all that is added, so
    by relevance it is how many were seen, of those that were there at first.
    """
    if sort is not Sort.RELEVANCE:
        return f"{last.place}/{last.statement}"
    seen, first = _two(after) if after is not None else (0, _last_number(connection))
    return f"{seen + limit}/{first}"


def _beyond(
    place: ColumnElement[int], number: ColumnElement[int], sort: Sort, last: int, last_number: int
) -> ColumnElement[bool]:
    if sort is Sort.NEWEST:
        return or_(place < last, and_(place == last, number < last_number))
    return or_(place > last, and_(place == last, number > last_number))


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


def _last_number(connection: Connection) -> int:
    return connection.scalar(select(func.max(listing.c.statement))) or 0
