"""What one kind of database must bring, beside the tables that all have."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from onrecord.errors import RecordError
from onrecord.record.query import Query

__all__ = ["Backend", "Matching"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """How a database finds the statements whose words fit, in its own SQL.

    Attributes:
        index: The table of words.
        number: The statement's number there.
        condition: That the words fit.
        told: The same as a row of the list alone can tell it, without the index;
            None where only the index can.
        basis: What of a row its rank is made of.
        rank: How well the words fit, made of ``basis``; the least fits best.
        join: The words' table joined with ``listing AS l``.
        values: What is bound in it.
    """

    index: str
    number: str
    condition: str
    told: str | None
    basis: str
    rank: str
    join: str
    values: Mapping[str, object]


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
        """Put the words of some statements, by number, into the index beside the list, if any."""

    def keep_sketch(self, connection: Connection, article: int, hashes: Sequence[int]) -> None:
        """Keep the hashes of a text, see `revisions.sketch`, of an article's first revision."""

    def sketched(self, hashes: Iterable[int]) -> str:
        """Return SQL for the articles that have one of some hashes."""

    def matching(self, query: Query) -> Matching:
        """Return how to find the statements whose words fit."""

    def gathered(self, column: str) -> str:
        """Return SQL for all values of a column as one text with commas, nulls left out.

        To fetch thousands of rows one by one is to wait as often for other threads.
        """

    def gathered_by(self, key: str, value: str) -> str:
        """Return SQL for all pairs of two columns as one JSON object, as text."""

    @property
    def lists_words(self) -> bool:
        """Whether its list has the words of each statement, as `words.spaced` gives them."""

    @property
    def plans_words(self) -> bool:
        """Whether its planner knows how many statements have a word, and so what to do first."""

    def estimated(self, connection: Connection, source: str, values: Mapping[str, object]) -> int:
        """Return how many rows its planner expects; 0 where it knows nothing of words.

        Args:
            connection: To it.
            source: What stands after FROM.
            values: What is bound in it.
        """

    def explain(self, error: DBAPIError) -> RecordError:
        """Return the error of ours that says what went wrong, and what to do."""

    def tune(self, connection: Connection) -> None:
        """Bring the planner's figures up to date, after much was added."""
