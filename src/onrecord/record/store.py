"""A record in tables, behind either backend: each call one transaction."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from onrecord.errors import RecordError, UnknownError
from onrecord.record import by_hand, deeds, schema
from onrecord.record import corrections as rules
from onrecord.record.adding import Writer
from onrecord.record.backend import Backend
from onrecord.record.entries import all_corrections, find_articles, find_entry
from onrecord.record.failing import find_failures, put_failure
from onrecord.record.numbers import Numbers, next_number
from onrecord.record.people import find_judgements, regroup
from onrecord.record.postgres import Postgres
from onrecord.record.rows import Row
from onrecord.record.sqlite import Sqlite
from onrecord.record.tables import articles, judgements, makers
from onrecord.types import (
    Added,
    Article,
    Correction,
    Deed,
    Entry,
    Failure,
    Field,
    Judgement,
    MadeBy,
    Statement,
)

__all__ = ["SqlStore", "open_store"]

_WAIT_S = 60.0
_NO_VALUES: Mapping[Field, str | None] = {}
# Additions after which the planner looks at the tables anew: each ten times more.
_TUNE_AFTER = (100, 1_000, 10_000, 100_000)


def open_store(
    place: str | Path, *, create: bool = True, read_only: bool = False, wait_s: float = _WAIT_S
) -> "SqlStore":
    """Return the record in a file, or in a server's database.

    Args:
        place: A path, or ``postgresql://…``.
        create: Whether a file that is not there is made.
        read_only: Whether nothing may be written.
        wait_s: How long to wait for another writer.

    Raises:
        RecordError: If there is no record, or it cannot be used.
    """
    backend: Backend
    if str(place).startswith(("postgresql:", "postgres:", "postgresql+psycopg:")):
        backend = Postgres.connect(str(place), wait_s=wait_s, read_only=read_only)
    else:
        path = Path(place)
        if not path.exists() and (read_only or not create):
            raise RecordError(f"{path}: is not there: add articles to it first, or check the path")
        backend = Sqlite.connect(path, wait_s=wait_s, read_only=read_only)
    try:
        schema.upgrade(backend, read_only=read_only)
    except BaseException as error:
        backend.engine.dispose()
        if isinstance(error, DBAPIError):
            raise backend.explain(error) from error
        raise
    return SqlStore(backend)


@dataclass(frozen=True, slots=True)
class SqlStore:
    """Implements `onrecord.record.base.Store`, whose docstring is the contract."""

    backend: Backend
    _numbers: Numbers = field(default_factory=Numbers)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """See `Store`."""
        try:
            with self.backend.engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise self.backend.explain(error) from error

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Return the one writer; what it did is kept when the block ends without an error."""
        try:
            engine = self.backend.engine.execution_options(is_writing=True)
            with engine.begin() as connection:
                writer = Writer(connection, self.backend, self._numbers)
                yield writer
                writer.finish()
        except BaseException as error:
            # Numbers of rows that were rolled back would point at nothing.
            self._numbers.forget()
            if isinstance(error, DBAPIError):
                raise self.backend.explain(error) from error
            raise

    def profiles(
        self, connection: Connection, wanted: Iterable[int] | None = None
    ) -> Mapping[int, Row]:
        """See `Store`."""
        return self._numbers.shared(connection, wanted)

    def outlet_names(
        self, connection: Connection, wanted: Iterable[int]
    ) -> Mapping[int, str | None]:
        """See `Store`."""
        return self._numbers.outlet_names(connection, wanted)

    def has(self, article: str) -> bool:
        """See `Store`."""
        with self.reading() as connection:
            asked = select(articles.c.number).where(articles.c.id == article)
            return connection.scalar(asked) is not None

    def add(self, article: Article, statements: Sequence[Statement], made_by: MadeBy) -> Added:
        """See `Store`."""
        return self.add_all([(article, statements)], made_by)[0]

    def add_all(
        self, readings: Sequence[tuple[Article, Sequence[Statement]]], made_by: MadeBy
    ) -> tuple[Added, ...]:
        """See `Store`."""
        with self.writing() as writer:
            before = next_number(writer.connection, articles)
            added = tuple(writer.add(article, found, made_by) for article, found in readings)
            last = next_number(writer.connection, articles)
        if any(before <= size < last for size in _TUNE_AFTER):
            with self.writing() as writer:
                self.backend.tune(writer.connection)
        return added

    def reread(self, article: Article, statements: Sequence[Statement], made_by: MadeBy) -> Added:
        """See `Store`."""
        with self.writing() as writer:
            return writer.reread(article, statements, made_by)

    def article(self, article: str) -> Article:
        """See `Store`."""
        with self.reading() as connection:
            asked = select(articles.c.number).where(articles.c.id == article)
            number = connection.scalar(asked)
            if number is None:
                raise UnknownError(f"no article {article} on record")
            return find_articles(connection, [number])[number][0]

    def articles(self, *, not_by: MadeBy | None = None) -> Iterator[Article]:
        """See `Store`."""
        for number in self._article_numbers(not_by):
            with self.reading() as connection:
                article, _ = find_articles(connection, [number])[number]
            yield article

    def keep_failure(self, failure: Failure) -> None:
        """See `Store`."""
        with self.writing() as writer:
            put_failure(writer.connection, failure)

    def failures(self) -> tuple[Failure, ...]:
        """See `Store`."""
        with self.reading() as connection:
            return find_failures(connection)

    def entry(self, statement: str) -> Entry:
        """See `Store`."""
        with self.reading() as connection:
            return find_entry(connection, statement)[1]

    def entries_of(self, article: str) -> tuple[Entry, ...]:
        """See `Store`."""
        with self.reading() as connection:
            writer = Writer(connection, self.backend, self._numbers)
            number = writer.article_number(article)
            if number is None:
                raise UnknownError(f"no article {article} on record")
            return tuple(writer.current(number))

    def correct(
        self, statement: str, field: Field, value: str | None, *, by: str, note: str | None = None
    ) -> Correction:
        """See `Store`."""
        rules.check(field, value)
        with self.writing() as writer:
            number, entry = find_entry(writer.connection, statement)
            values: dict[str, Any] = {
                "field": field,
                "value": value,
                "was": entry.value(field),
                "note": note,
            }
            made = deeds.put_correction(writer.connection, statement, Deed.SET, by=by, **values)
            writer.relist([number])
        return made

    def reject(self, statement: str, *, by: str, note: str | None = None) -> Correction:
        """See `Store`."""
        with self.writing() as writer:
            number, _ = find_entry(writer.connection, statement)
            made = deeds.put_correction(writer.connection, statement, Deed.REJECT, by=by, note=note)
            writer.relist([number])
        return made

    def confirm(self, statement: str, *, by: str, note: str | None = None) -> Correction:
        """See `Store`."""
        with self.writing() as writer:
            return by_hand.confirm(writer, statement, by=by, note=note)

    def add_by_hand(
        self,
        statement: Statement,
        *,
        by: str,
        note: str | None = None,
        values: Mapping[Field, str | None] = _NO_VALUES,
    ) -> Correction:
        """See `Store`."""
        for name, value in values.items():
            rules.check(name, value)
        with self.writing() as writer:
            return by_hand.add(writer, statement, values, by=by, note=note)

    def move(
        self, old: str, statement: Statement, *, by: str, note: str | None = None
    ) -> Correction:
        """See `Store`."""
        with self.writing() as writer:
            return by_hand.move(writer, old, statement, by=by, note=note)

    def undo(self, number: int, *, by: str, note: str | None = None) -> Correction:
        """See `Store`."""
        with self.writing() as writer:
            undone = deeds.find_correction(writer.connection, number)
            made = deeds.put_correction(
                writer.connection, undone.statement, Deed.UNDO, by=by, note=note, undoes=number
            )
            place, _ = find_entry(writer.connection, undone.statement)
            writer.relist([place])
        return made

    def corrections(self, statement: str | None = None) -> tuple[Correction, ...]:
        """See `Store`."""
        with self.reading() as connection:
            found = all_corrections(connection, None if statement is None else [statement])
        every = (one for made in found.values() for one in made)
        return tuple(sorted(every, key=lambda one: one.number))

    def judge(
        self, left: str, right: str, *, is_same: bool, by: str, score: float = 1.0
    ) -> Judgement:
        """See `Store`."""
        with self.writing() as writer:
            judgement = Judgement(
                number=next_number(writer.connection, judgements),
                left=left,
                right=right,
                is_same=is_same,
                score=score,
                by=by,
                at=datetime.datetime.now(datetime.UTC),
            )
            deeds.put_judgement(writer.connection, judgement)
            regroup(writer.connection)
        return judgement

    def judgements(self) -> tuple[Judgement, ...]:
        """See `Store`."""
        with self.reading() as connection:
            return tuple(find_judgements(connection))

    def close(self) -> None:
        """See `Store`."""
        self.backend.engine.dispose()

    def _article_numbers(self, not_by: MadeBy | None) -> Sequence[int]:
        asked = select(articles.c.number).where(articles.c.is_current == 1)
        if not_by is not None:
            same = select(makers.c.number).where(
                makers.c.onrecord == not_by.onrecord, makers.c.weights == not_by.weights
            )
            asked = asked.where(articles.c.maker.not_in(same))
        with self.reading() as connection:
            return connection.scalars(asked.order_by(articles.c.number)).all()
