"""A whole record as lines of JSON, and such lines as a record: nothing is lost on the way.

::

    {"record": {"schema": "0002"}}
    {"article": {"id": "ar1_…", "text": "…", …, "statements": [{"id": "st1_…", …}]}}
    {"correction": {…}}   {"judgement": {…}}   {"failure": {…}}

What is derived (speakers, list, counts) is not among them and made anew.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, select

from onrecord.errors import OnRecordError, RecordError, TableError
from onrecord.record import rows
from onrecord.record.adding import Writer
from onrecord.record.entries import entries
from onrecord.record.listing import enlist
from onrecord.record.numbers import next_number
from onrecord.record.people import regroup
from onrecord.record.revisions import sketch
from onrecord.record.schema import SCHEMA
from onrecord.record.store import SqlStore
from onrecord.record.tables import (
    articles,
    asides,
    corrections,
    failures,
    judgements,
    makers,
    outlets,
    profiles,
    statements,
)
from onrecord.record.words import words
from onrecord.types import MadeBy

__all__ = ["dump", "restore"]

_BESIDE = {"correction": corrections, "judgement": judgements, "failure": failures}
_SURE = ("confidence", "speaker_confidence")
_OWN = ("number", "first", "outlet", "maker", "article", "profile")


def dump(store: SqlStore) -> Iterator[str]:
    """Yield a record line by line, without the lines' ends, all of one moment."""
    with store.reading() as connection:
        yield _line({"record": {"schema": SCHEMA}})
        asked = select(articles.c.number).order_by(articles.c.number)
        for number in connection.scalars(asked).all():
            yield _line({"article": _article(connection, number)})
        for name, table in _BESIDE.items():
            for row in connection.execute(select(table).order_by(table.c.number)):
                yield _line({name: dict(row._mapping)})  # noqa: SLF001


def restore(store: SqlStore, lines: Iterable[str]) -> int:
    """Fill an empty record from the lines of another one, or leave it empty.

    Returns:
        How many articles came in.

    Raises:
        RecordError: If the record holds something already.
        TableError: If a line is none that `dump` writes.
    """
    with store.writing() as writer:
        if next_number(writer.connection, articles) > 1:
            raise RecordError(f"{writer.backend.name}: is not empty: restore into a new record")
        into = _Restoring(writer)
        for number, line in enumerate(lines, 1):
            try:
                into.take(json.loads(line))
            except (ValueError, KeyError, TypeError, OnRecordError) as error:
                raise TableError(f"line {number} is no line of a dumped record: {error}") from error
        into.finish()
        return next_number(writer.connection, articles) - 1


def _article(connection: Connection, number: int) -> dict[str, Any]:
    first = articles.alias("first_revision")
    asked = (
        select(articles, outlets.c.name.label("outlet_name"), first.c.id.label("first_id"))
        .join(outlets, outlets.c.number == articles.c.outlet)
        .join(first, first.c.number == articles.c.first)
        .where(articles.c.number == number)
    )
    row = dict(connection.execute(asked).one()._mapping)  # noqa: SLF001
    made = {"outlet": row.pop("outlet_name"), "first": row.pop("first_id")}
    return {
        **{key: value for key, value in row.items() if key not in _OWN},
        **made,
        "maker": _maker(connection, row["maker"]),
        "statements": [
            _statement(connection, one)
            for one in connection.execute(
                select(statements)
                .where(statements.c.article == number)
                .order_by(statements.c.number)
            )
        ],
    }


def _statement(connection: Connection, row: Any) -> dict[str, Any]:  # noqa: ANN401
    shared = select(profiles).where(profiles.c.number == row.profile)
    profile = connection.execute(shared).one()._mapping  # noqa: SLF001
    beside = select(asides.c.kind, asides.c.span).where(asides.c.statement == row.number)
    values = {key: value for key, value in row._mapping.items() if key not in _OWN}  # noqa: SLF001
    return {
        **values,
        **{name: rows.plain(values[name]) for name in _SURE if values[name] is not None},
        "profile": {name: profile[name] for name in rows.PROFILE},
        "maker": _maker(connection, row.maker),
        "asides": [list(one) for one in connection.execute(beside.order_by(asides.c.place))],
    }


def _maker(connection: Connection, number: int | None) -> list[str] | None:
    asked = select(makers.c.onrecord, makers.c.weights).where(makers.c.number == number)
    return None if number is None else list(connection.execute(asked).one())


class _Restoring:
    """Puts lines into an empty record, as they come."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._connection = writer.connection
        self._numbers = writer.numbers
        self._articles: dict[str, int] = {}

    def take(self, line: Mapping[str, Any]) -> None:
        ((name, values),) = line.items()
        if name == "record":
            _refuse_newer(values)
        elif name == "article":
            self._take_article(dict(values))
        else:
            self._connection.execute(_BESIDE[name].insert(), dict(values))

    def finish(self) -> None:
        """Derive what was not among the lines."""
        numbers = self._connection.scalars(select(statements.c.number)).all()
        for at in range(0, len(numbers), 500):
            some = numbers[at : at + 500]
            found = zip(some, entries(self._connection, some), strict=True)
            enlist(self._connection, self._writer.backend, self._numbers, found)
        regroup(self._connection)

    def _take_article(self, values: dict[str, Any]) -> None:
        found = values.pop("statements")
        outlet, first, maker = (values.pop(key) for key in ("outlet", "first", "maker"))
        number = len(self._articles) + 1
        self._articles[values["id"]] = number
        text = rows.article(values, outlet)
        if text.id != values["id"]:
            raise TableError(f"article {values['id']} was altered: its text makes it {text.id}")
        row = {
            **values,
            "number": number,
            "first": self._articles[first],
            "outlet": self._numbers.outlet(self._connection, outlet),
            "maker": self._maker(maker),
        }
        self._connection.execute(articles.insert(), row)
        hashes = sketch(text.text)
        self._writer.backend.keep_sketch(self._connection, self._articles[first], hashes)
        self._take_statements(number, text.text, found)

    def _take_statements(self, article: int, text: str, found: list[dict[str, Any]]) -> None:
        free = next_number(self._connection, statements)
        indexed = []
        for number, values in enumerate(found, free):
            beside = values.pop("asides")
            row = {
                **values,
                **{name: rows.kept(values[name]) for name in _SURE if values[name] is not None},
                "number": number,
                "article": article,
                "profile": self._numbers.profile(self._connection, values["profile"]),
                "maker": self._maker(values["maker"]),
            }
            self._connection.execute(statements.insert(), row)
            self._insert(asides, [_aside(number, at, one) for at, one in enumerate(beside)])
            indexed.append((number, words(rows.cut(text, values["content"]))))
        self._writer.backend.index_words(self._connection, indexed)
        self._numbers.learn(self._connection, (word for _, each in indexed for word in each))

    def _maker(self, names: list[str] | None) -> int | None:
        if names is None:
            return None
        made_by = MadeBy(onrecord=names[0], weights=names[1])
        return self._numbers.maker(self._connection, made_by)

    def _insert(self, to: Table, given: list[dict[str, Any]]) -> None:
        if given:
            self._connection.execute(to.insert(), given)


def _aside(number: int, place: int, one: list[str]) -> dict[str, Any]:
    return {"statement": number, "place": place, "kind": one[0], "span": one[1]}


def _refuse_newer(values: Mapping[str, Any]) -> None:
    if values["schema"] > SCHEMA:
        raise TableError(
            f"schema is {values['schema']}, this onrecord knows {SCHEMA}: upgrade onrecord"
        )


def _line(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
