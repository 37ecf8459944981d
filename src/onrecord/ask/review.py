"""What a person should look at first: what the reader is least sure of, and who nobody knows."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, func, select

from onrecord.ask.answer import Queue
from onrecord.errors import QuestionError
from onrecord.record import Store
from onrecord.record.corrections import in_force
from onrecord.record.entries import all_corrections, entries
from onrecord.record.tables import (
    ID_START,
    corrections,
    listing,
    profile_counts,
    profiles,
    statements,
)
from onrecord.types import Deed

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
    profile: list[ColumnElement[bool]] = []
    if is_unresolved:
        nobody = select(profiles.c.number).where(profiles.c.type.is_(None))
        profile = [listing.c.profile.in_(nobody)]
    asked = select(listing.c.confidence, listing.c.statement).where(*profile)
    if after is not None:
        asked = asked.where(_beyond(after))
    asked = asked.order_by(listing.c.confidence, listing.c.statement).limit(limit)
    with store.reading() as connection:
        touched = _touched(connection)
        asked = asked.where(listing.c.statement.not_in(touched))
        found = connection.execute(asked).all()
        last = f"{found[-1].confidence}/{found[-1].statement}" if found else None
        return Queue(
            entries=tuple(entries(connection, [row.statement for row in found])),
            after=last,
            waiting=_waiting(connection, touched, profile, is_unresolved=is_unresolved),
        )


def _touched(connection: Connection) -> "Select[tuple[int]]":
    """Return the numbers of statements that people did something to: few, of many.

    One of which all was taken back waits again.
    """
    undone = select(corrections.c.statement).where(corrections.c.deed == str(Deed.UNDO)).distinct()
    made = all_corrections(connection, list(connection.scalars(undone)))
    again = [one for one, deeds in made.items() if not in_force(deeds)]
    theirs = select(corrections.c.statement).where(corrections.c.statement.not_in(again))
    starts = select(func.substr(theirs.subquery().c.statement, 5, 5))
    return select(statements.c.number).where(ID_START.in_(starts), statements.c.id.in_(theirs))


def _waiting(
    connection: Connection,
    touched: "Select[tuple[int]]",
    profile: Sequence[ColumnElement[bool]],
    *,
    is_unresolved: bool,
) -> int:
    """Return how many are listed, as the summary knows, less those that were touched."""
    counts = select(func.sum(profile_counts.c.statements))
    if is_unresolved:
        nobody = profile_counts.c.profile == profiles.c.number
        counts = counts.join(profiles, nobody).where(profiles.c.type.is_(None))
    listed = select(func.count()).select_from(listing)
    done = listed.where(listing.c.statement.in_(touched), *profile)
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
