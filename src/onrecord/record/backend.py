"""What one kind of database must bring, beside the tables that all have."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy import Connection, Engine, FromClause
from sqlalchemy.exc import DBAPIError

from onrecord.errors import RecordError
from onrecord.record.query import Query

__all__ = ["Backend"]


class Backend(Protocol):
    """A database that holds one record: how to reach it, and its index of words.

    A connection with the execution option ``is_writing`` begins its
    transaction as the only writer, waiting for others as long as the backend
    was told to.
    """

    @property
    def name(self) -> str:
        """For messages: a file, an address without password."""

    @property
    def engine(self) -> Engine:
        """Gives connections."""

    def index_words(
        self, connection: Connection, rows: Iterable[tuple[int, Sequence[str]]]
    ) -> None:
        """Put the words of some statements, by number, into the index."""

    def matching(self, query: Query) -> FromClause:
        """Return a clause with columns ``statement`` and ``rank``; the least rank fits best."""

    def explain(self, error: DBAPIError) -> RecordError:
        """Return the error of ours that says what went wrong, and what to do."""

    def tune(self, connection: Connection) -> None:
        """Bring the planner's figures up to date, after much was added."""
