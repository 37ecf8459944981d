"""What a person should look at first: what the reader is least sure of, and who nobody knows."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, func, select

from onrecord.ask.answer import Queue
from onrecord.errors import QuestionError
from onrecord.record import Store
from onrecord.record.entries import entries
from onrecord.record.tables import (
    ID_START,
    corrections,
    listing,
    profile_counts,
    profiles,
    statements,
)

__all__ = ["unsure"]


def unsure(
    store: Store, *, limit: int = 1, after: str | None = None, is_unresolved: bool = False
) -> Queue:
    """Return statements that nobody has corrected or confirmed, the least sure first.

    Args:
        store: The record.
        limit: How many to return at most.
        after: Where the queue before ended (`Queue.after`).
        is_unresolved: Only those of whom nothing tells who speaks.

    Raises:
        QuestionError: If ``after`` cannot be understood.
    """
    where: list[ColumnElement[bool]] = [listing.c.statement.not_in(_touched())]
    profile: list[ColumnElement[bool]] = []
    if is_unresolved:
        nobody = select(profiles.c.number).where(profiles.c.type.is_(None))
        profile = [listing.c.profile.in_(nobody)]
    asked = select(listing.c.confidence, listing.c.statement).where(*where, *profile)
    if after is not None:
        asked = asked.where(_beyond(after))
    asked = asked.order_by(listing.c.confidence, listing.c.statement).limit(limit)
    with store.reading() as connection:
        found = connection.execute(asked).all()
        last = f"{found[-1].confidence}/{found[-1].statement}" if found else None
        return Queue(
            entries=tuple(entries(connection, [row.statement for row in found])),
            after=last,
            waiting=_waiting(connection, profile, is_unresolved=is_unresolved),
        )


def _touched() -> "Select[tuple[int]]":
    """Return the numbers of statements that people did something to: few, of many."""
    theirs = select(corrections.c.statement)
    starts = select(func.substr(corrections.c.statement, 5, 5))
    return select(statements.c.number).where(ID_START.in_(starts), statements.c.id.in_(theirs))


def _waiting(
    connection: Connection, profile: Sequence[ColumnElement[bool]], *, is_unresolved: bool
) -> int:
    """Return how many are listed, as the summary knows, less those that were touched."""
    counts = select(func.sum(profile_counts.c.statements))
    if is_unresolved:
        nobody = profile_counts.c.profile == profiles.c.number
        counts = counts.join(profiles, nobody).where(profiles.c.type.is_(None))
    touched = select(func.count()).select_from(listing)
    done = touched.where(listing.c.statement.in_(_touched()), *profile)
    return int(connection.scalar(counts) or 0) - int(connection.scalar(done) or 0)


def _beyond(after: str) -> ColumnElement[bool]:
    confidence, number = _place(after)
    same = (listing.c.confidence == confidence) & (listing.c.statement > number)
    return (listing.c.confidence > confidence) | same


def _place(after: str) -> tuple[int, int]:
    try:
        confidence, number = after.split("/")
        return int(confidence), int(number)
    except ValueError as error:
        raise QuestionError(
            f"{after!r} is no place to go on from: give what a queue had"
        ) from error
