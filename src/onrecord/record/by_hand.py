"""What people put on record themselves: statements that were missed, moved, or found right."""

from collections.abc import Mapping

from onrecord.errors import CorrectionError, UnknownError
from onrecord.record.adding import Writer
from onrecord.record.deeds import put_correction
from onrecord.record.entries import entry_numbers, find_articles, find_entry
from onrecord.types import Correction, Deed, Field, Statement

__all__ = ["add", "confirm", "move"]


def add(
    writer: Writer,
    statement: Statement,
    values: Mapping[Field, str | None],
    *,
    by: str,
    note: str | None,
) -> Correction:
    """See `onrecord.record.base.Store.add_by_hand`."""
    connection = writer.connection
    number = writer.article_number(statement.article_id)
    if number is None:
        raise UnknownError(f"no article {statement.article_id} on record: add it first")
    if entry_numbers(connection, [statement.id]):
        raise CorrectionError(f"{statement.id} is on record already: correct it instead")
    article, _ = find_articles(connection, [number])[number]
    made = put_correction(connection, statement.id, Deed.ADD, by=by, note=note)
    writer.put_one(number, article, statement)
    if values:
        _set(writer, statement.id, values, by=by, note=note)
    return made


def move(
    writer: Writer, old: str, statement: Statement, *, by: str, note: str | None
) -> Correction:
    """See `onrecord.record.base.Store.move`."""
    number, entry = find_entry(writer.connection, old)
    why = f": {note}" if note else ""
    told = f"places corrected of {old}{why}"
    made = add(writer, statement, entry.corrected, by=by, note=told)
    gone = f"places corrected: {statement.id}{why}"
    put_correction(writer.connection, old, Deed.REJECT, by=by, note=gone)
    writer.relist([number])
    return made


def confirm(writer: Writer, statement: str, *, by: str, note: str | None) -> Correction:
    """See `onrecord.record.base.Store.confirm`."""
    _, entry = find_entry(writer.connection, statement)
    if entry.is_rejected or not entry.is_current:
        state = "rejected" if entry.is_rejected else "no longer current"
        raise CorrectionError(f"{statement} is {state}: confirm one that searches find")
    return put_correction(writer.connection, statement, Deed.CONFIRM, by=by, note=note)


def _set(
    writer: Writer,
    statement: str,
    values: Mapping[Field, str | None],
    *,
    by: str,
    note: str | None,
) -> None:
    connection = writer.connection
    number, entry = find_entry(connection, statement)
    for field, value in values.items():
        was = entry.value(field)
        put_correction(
            connection, statement, Deed.SET, by=by, note=note, field=field, value=value, was=was
        )
    writer.relist([number])
