"""Statements out of the tables, with their articles and what people corrected."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, select

from onrecord.record import rows
from onrecord.record.corrections import corrected, in_force, is_rejected
from onrecord.record.sql import bound, run
from onrecord.record.tables import (
    articles,
    asides,
    corrections,
    makers,
    outlets,
    profiles,
    statements,
)
from onrecord.types import Article, Correction, Deed, Entry, Field, MadeBy

__all__ = ["all_corrections", "entries", "entry_numbers", "find_articles", "to_correction"]

# Below the least limit on bound values that a build of SQLite has.
_AT_ONCE = 500
_Item = TypeVar("_Item")


def entry_numbers(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return the numbers of those statements that are on record."""
    found: dict[str, int] = {}
    for part in _parts(list(ids)):
        starts, values = bound("start", [one[4:11] for one in part])
        every, ids_ = bound("id", part)
        asked = (
            "SELECT id, number FROM statements "
            f"WHERE substr(id, 5, 7) IN {starts} AND id IN {every}"
        )
        found.update(map(tuple, run(connection, asked, {**values, **ids_})))
    return found


def entries(connection: Connection, numbers: Sequence[int]) -> list[Entry]:
    """Return the entries with these numbers of statements, in the order given."""
    found: dict[int, Entry] = {}
    for part in _parts(numbers):
        found.update(_some(connection, part))
    return [found[number] for number in numbers if number in found]


def find_articles(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[Article, Any]]:
    """Return articles by number, each with its row."""
    found = {}
    for part in _parts(sorted(set(numbers))):
        asked = (
            select(articles, outlets.c.name.label("outlet_name"))
            .join(outlets, outlets.c.number == articles.c.outlet)
            .where(articles.c.number.in_(part))
        )
        for row in connection.execute(asked):
            found[row.number] = (rows.article(dict(row._mapping), row.outlet_name), row)  # noqa: SLF001
    return found


def all_corrections(
    connection: Connection, ids: Sequence[str] | None = None
) -> dict[str, list[Correction]]:
    """Return corrections by statement, in order; of all statements if none are given."""
    found: dict[str, list[Correction]] = defaultdict(list)
    asked = select(corrections).order_by(corrections.c.number)
    parts: Iterable[Any] = [None] if ids is None else _parts(ids)
    for part in parts:
        some = asked if part is None else asked.where(corrections.c.statement.in_(part))
        for row in connection.execute(some):
            found[row.statement].append(to_correction(row))
    return found


def to_correction(row: "Row[Any]") -> Correction:
    """Return the correction that a row keeps."""
    return Correction(
        number=row.number,
        statement=row.statement,
        deed=Deed(row.deed),
        field=Field(row.field) if row.field else None,
        value=row.value,
        was=row.was,
        by=row.by,
        at=datetime.datetime.fromisoformat(row.at),
        note=row.note,
        undoes=row.undoes,
    )


def _some(connection: Connection, numbers: Sequence[int]) -> dict[int, Entry]:
    found = connection.execute(_query().where(statements.c.number.in_(numbers))).all()
    texts = find_articles(connection, {row.article for row in found})
    beside = _asides(connection, numbers)
    deeds = all_corrections(connection, [row.id for row in found])
    return {
        row.number: _entry(row, texts[row.article], beside[row.number], deeds.get(row.id, []))
        for row in found
    }


def _query() -> "Select[Any]":
    shared = [profiles.c[name].label(f"profile_{name}") for name in rows.PROFILE]
    return (
        select(statements, articles.c.id.label("article_id"), makers.c.onrecord, makers.c.weights)
        .add_columns(*shared)
        .join(articles, articles.c.number == statements.c.article)
        .join(profiles, profiles.c.number == statements.c.profile)
        .join(makers, makers.c.number == statements.c.maker)
    )


def _entry(
    row: "Row[Any]",
    text: tuple[Article, Any],
    beside: Sequence[rows.Row],
    deeds: Sequence[Correction],
) -> Entry:
    article, kept = text
    values = dict(row._mapping)  # noqa: SLF001
    shared = {name: values[f"profile_{name}"] for name in rows.PROFILE}
    made_by = MadeBy(onrecord=row.onrecord, weights=row.weights)
    return Entry(
        article=article,
        statement=rows.statement(values, shared, made_by, beside),
        corrected=corrected(in_force(deeds)),
        is_rejected=is_rejected(deeds),
        is_current=bool(row.is_current and kept.is_current),
        revision=kept.revision,
    )


def _asides(connection: Connection, numbers: Sequence[int]) -> dict[int, list[rows.Row]]:
    found: dict[int, list[rows.Row]] = defaultdict(list)
    asked = select(asides).where(asides.c.statement.in_(numbers))
    for row in connection.execute(asked.order_by(asides.c.statement, asides.c.place)):
        found[row.statement].append(dict(row._mapping))  # noqa: SLF001
    return found


def _parts(items: Sequence[_Item]) -> Iterable[Sequence[_Item]]:
    return (items[at : at + _AT_ONCE] for at in range(0, len(items), _AT_ONCE))
