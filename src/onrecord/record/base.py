"""What every record can do, whatever keeps it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection

from onrecord.record.backend import Backend
from onrecord.record.rows import Row
from onrecord.types import (
    Added,
    Article,
    Correction,
    Entry,
    Failure,
    Field,
    Judgement,
    MadeBy,
    Statement,
)

__all__ = ["Store"]


class Store(Protocol):
    """Keeps articles, their statements, and what people correct.

    The contract, held for every backend by ``tests/contract``:

    - *Whole.* Each call is one transaction. When it returns, what it did
      survives the end of the process and of the machine; when it raises, or
      the process dies, the record is as it was before.
    - *Once.* Doing a thing again changes nothing: ids come from content.
    - *Exact.* What comes out equals what went in; words are cut out of the
      kept text, never kept beside it.
    - *Nothing lost.* Texts of old revisions, findings of old readings and
      corrections taken back stay on record; they are only no longer current.
      What a person touched outlives every new reading.
    - *Many at once.* One writer at a time, the others wait; readers never
      wait, and see the record as it was when they began.
    - *Clear.* A record that is locked, read-only, full, newer, damaged or no
      record at all raises the `RecordError` that says so, and is left as it
      was. What is not on record raises `UnknownError`.
    """

    @property
    def backend(self) -> Backend:
        """Where it is kept."""

    def reading(self) -> AbstractContextManager[Connection]:
        """Return a connection that sees one state of the record."""

    def profiles(
        self, connection: Connection, wanted: Iterable[int] | None = None
    ) -> Mapping[int, Row]:
        """Return combinations of shared values by number: those wanted at least, or all."""

    def outlet_names(
        self, connection: Connection, wanted: Iterable[int]
    ) -> Mapping[int, str | None]:
        """Return outlets' names by number: those wanted at least."""

    def has(self, article: str) -> bool:
        """Say whether the record has the article with this id."""

    def add(self, article: Article, statements: Sequence[Statement], made_by: MadeBy) -> Added:
        """Put an article and its statements on record.

        A text that the record has is unchanged; another text at the same
        address, or a near-identical one of the same outlet, is a revision.
        Corrections of statements that stayed the same go over to it.
        """

    def add_all(
        self, readings: Sequence[tuple[Article, Sequence[Statement]]], made_by: MadeBy
    ) -> tuple[Added, ...]:
        """Put several articles on record, all or none, sooner than one after the other."""

    def reread(self, article: Article, statements: Sequence[Statement], made_by: MadeBy) -> Added:
        """Replace the findings of an article by those of a new reading.

        Statements that a person touched stay, and new ones that say the same
        as one of them give way to it.
        """

    def article(self, article: str) -> Article:
        """Return the article with this id, whichever revision it is.

        Raises:
            UnknownError: If there is none.
        """

    def articles(self, *, not_by: MadeBy | None = None) -> Iterator[Article]:
        """Yield current articles in order of arrival; those last read by others if told so."""

    def keep_failure(self, failure: Failure) -> None:
        """Keep that something could not be read; the last failure of each uri counts."""

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read so far."""

    def entry(self, statement: str) -> Entry:
        """Return one statement with its corrections.

        Raises:
            UnknownError: If there is none with this id.
        """

    def entries_of(self, article: str) -> tuple[Entry, ...]:
        """Return an article's current statements in order, the rejected ones too."""

    def correct(
        self, statement: str, field: Field, value: str | None, *, by: str, note: str | None = None
    ) -> Correction:
        """Set a field of a statement.

        Raises:
            CorrectionError: If the field cannot have that value.
            UnknownError: If there is no such statement.
        """

    def reject(self, statement: str, *, by: str, note: str | None = None) -> Correction:
        """Take a statement off the record, as it is none."""

    def confirm(self, statement: str, *, by: str, note: str | None = None) -> Correction:
        """Say that all of a statement is right as it stands; that it was looked at.

        Raises:
            CorrectionError: If it is rejected, or no longer current.
            UnknownError: If there is no such statement.
        """

    def add_by_hand(
        self,
        statement: Statement,
        *,
        by: str,
        note: str | None = None,
        values: Mapping[Field, str | None] = {},
    ) -> Correction:
        """Put a statement on record that the reader missed, with values given in words.

        Raises:
            CorrectionError: If it is on record, or a field cannot have its value.
            UnknownError: If its article is not on record.
        """

    def move(
        self, old: str, statement: Statement, *, by: str, note: str | None = None
    ) -> Correction:
        """Put a statement on record in the place of another, which is rejected.

        What people set of the old one is set of the new one too.

        Raises:
            CorrectionError: If the new one is on record.
            UnknownError: If the old one is not.
        """

    def undo(self, number: int, *, by: str, note: str | None = None) -> Correction:
        """Take a correction back, or an undo."""

    def corrections(self, statement: str | None = None) -> tuple[Correction, ...]:
        """Return all corrections, in order; of one statement if told so."""

    def judge(
        self, left: str, right: str, *, is_same: bool, by: str, score: float = 1.0
    ) -> Judgement:
        """Say that two names are one speaker, or that they are not after all."""

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements, in order."""

    def close(self) -> None:
        """Let go of all connections."""
