"""Statements out of the tables, with their articles and what people corrected."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection

from onrecord.errors import UnknownError
from onrecord.record import rows
from onrecord.record.corrections import confirmations, corrected, in_force, is_rejected
from onrecord.record.sql import bound, dicts, fetch, listed
from onrecord.types import Article, Correction, Deed, Entry, Field, MadeBy

__all__ = [
    "all_corrections",
    "entries",
    "entry_numbers",
    "find_articles",
    "find_entry",
    "to_correction",
]

# Below the least limit on bound values that a build of SQLite has.
_AT_ONCE = 500
_Item = TypeVar("_Item")


def entry_numbers(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return the numbers of those statements that are on record."""
    found: dict[str, int] = {}
    wanted = list(ids)
    for part in _parts(wanted):
        where, values = _with_ids(part)
        some = fetch(connection, f"SELECT id, number FROM statements WHERE {where}", values)
        found.update(some)
    return {one: found[one] for one in wanted if one in found}


def entries(connection: Connection, numbers: Sequence[int]) -> list[Entry]:
    """Return the entries with these numbers of statements, in the order given."""
    found: dict[int, Entry] = {}
    for part in _parts(numbers):
        found.update(_some(connection, part))
    return [found[number] for number in numbers if number in found]


def find_entry(connection: Connection, statement: str) -> tuple[int, Entry]:
    """Return a statement's number and its entry.

    Raises:
        UnknownError: If there is none with this id.
    """
    numbers = entry_numbers(connection, [statement])
    if not numbers:
        raise UnknownError(f"no statement {statement} on record: `onrecord search` shows ids")
    (number,) = numbers.values()
    return number, entries(connection, [number])[0]


def _with_ids(ids: Sequence[str]) -> tuple[str, dict[str, object]]:
    """Return a condition that all with these ids fulfil, and few others."""
    # The index has this part of an id. The whole is not asked for as well: of “id = …”
    # SQLite's planner would make a constant of the part, and read the table.
    starts, values = bound("start", [one[4:9] for one in ids])
    return f"substr(id, 5, 5) IN {starts}", values


def find_articles(
    connection: Connection, numbers: Iterable[int]
) -> dict[int, tuple[Article, rows.Row]]:
    """Return articles by number, each with its row."""
    found: dict[int, tuple[Article, rows.Row]] = {}
    for part in _parts(sorted(set(numbers))):
        asked = (
            "SELECT a.*, o.name AS outlet_name FROM articles AS a "
            f"JOIN outlets AS o ON o.number = a.outlet WHERE a.number IN {listed(part)}"
        )
        for row in dicts(connection, asked):
            found[row["number"]] = (rows.article(row, row["outlet_name"]), row)
    return found


def all_corrections(
    connection: Connection, ids: Sequence[str] | None = None
) -> dict[str, list[Correction]]:
    """Return corrections by statement, in order; of all statements if none are given."""
    found: dict[str, list[Correction]] = defaultdict(list)
    parts: Iterable[Any] = [None] if ids is None else _parts(ids)
    for part in parts:
        where, values = bound("id", part) if part is not None else ("", {})
        some = f"WHERE statement IN {where} " if where else ""
        made = dicts(connection, f"SELECT * FROM corrections {some}ORDER BY number", values)
        for row in made:
            found[row["statement"]].append(to_correction(row))
    return found


def to_correction(row: rows.Row) -> Correction:
    """Return the correction that a row keeps."""
    return Correction(
        number=row["number"],
        statement=row["statement"],
        deed=Deed(row["deed"]),
        field=Field(row["field"]) if row["field"] else None,
        value=row["value"],
        was=row["was"],
        by=row["by"],
        at=datetime.datetime.fromisoformat(row["at"]),
        note=row["note"],
        undoes=row["undoes"],
    )


def _some(connection: Connection, numbers: Sequence[int]) -> dict[int, Entry]:
    found = dicts(connection, f"{_QUERY} WHERE s.number IN {listed(numbers)}")
    texts = find_articles(connection, {row["article"] for row in found})
    beside = _asides(connection, [row["number"] for row in found if row["profile_aside"]])
    touched = [row["id"] for row in found if row["is_touched"]]
    deeds = all_corrections(connection, touched)
    return {
        row["number"]: _entry(
            row, texts[row["article"]], beside.get(row["number"], ()), deeds.get(row["id"], ())
        )
        for row in found
    }


_SHARED = ", ".join(f"p.{name} AS profile_{name}" for name in rows.PROFILE)
_QUERY = (
    f"SELECT s.*, m.onrecord, m.weights, {_SHARED}, "
    # Few have asides or corrections: those that do are asked for them.
    "EXISTS (SELECT 1 FROM corrections AS c WHERE c.statement = s.id) AS is_touched "
    "FROM statements AS s "
    "JOIN profiles AS p ON p.number = s.profile JOIN makers AS m ON m.number = s.maker"
)


def _entry(
    row: rows.Row,
    text: tuple[Article, rows.Row],
    beside: Sequence[rows.Row],
    deeds: Sequence[Correction],
) -> Entry:
    article, kept = text
    shared = {name: row[f"profile_{name}"] for name in rows.PROFILE}
    made_by = MadeBy(onrecord=row["onrecord"], weights=row["weights"])
    return Entry(
        article=article,
        statement=rows.statement({**row, "article_id": kept["id"]}, shared, made_by, beside),
        corrected=corrected(in_force(deeds)),
        confirmed=confirmations(deeds),
        is_rejected=is_rejected(deeds),
        is_current=bool(row["is_current"] and kept["is_current"]),
        revision=kept["revision"],
    )


def _asides(connection: Connection, numbers: Sequence[int]) -> dict[int, list[rows.Row]]:
    found: dict[int, list[rows.Row]] = defaultdict(list)
    if numbers:
        where = f"WHERE statement IN {listed(numbers)} ORDER BY statement, place"
        for row in dicts(connection, f"SELECT * FROM asides {where}"):
            found[row["statement"]].append(row)
    return found


def _parts(items: Sequence[_Item]) -> Iterable[Sequence[_Item]]:
    return (items[at : at + _AT_ONCE] for at in range(0, len(items), _AT_ONCE))
