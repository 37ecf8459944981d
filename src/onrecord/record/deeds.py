"""People's deeds into the tables, where they are only ever added to."""

import datetime
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from onrecord.errors import CorrectionError, UnknownError
from onrecord.record.corrections import in_force
from onrecord.record.entries import all_corrections, entries, entry_numbers, to_correction
from onrecord.record.moments import iso
from onrecord.record.numbers import next_number
from onrecord.record.sql import dicts
from onrecord.record.tables import corrections, judgements
from onrecord.types import Correction, Deed, Field, Judgement

__all__ = ["carry", "find_correction", "put_correction", "put_judgement"]


def put_correction(
    connection: Connection,
    statement: str,
    deed: Deed,
    *,
    by: str,
    at: datetime.datetime | None = None,
    **values: object,
) -> Correction:
    """Add a correction and return it.

    Args:
        connection: Of the one writer.
        statement: Id of the statement.
        deed: What was done.
        by: Who did it.
        at: When; now if it is not given.
        values: ``field``, ``value``, ``was``, ``note``, ``undoes``.

    Raises:
        CorrectionError: If nobody is named who did it.
    """
    if not by.strip():
        raise CorrectionError("nobody is named who corrects: give a name with --by")
    made: dict[str, Any] = dict(values)
    correction = Correction(
        number=next_number(connection, corrections),
        statement=statement,
        deed=deed,
        by=by,
        at=at or datetime.datetime.now(datetime.UTC),
        **made,
    )
    connection.execute(corrections.insert(), _row(correction))
    return correction


def find_correction(connection: Connection, number: int) -> Correction:
    """Return one correction.

    Raises:
        UnknownError: If there is none with this number.
    """
    found = dicts(
        connection, "SELECT * FROM corrections WHERE number = :number", {"number": number}
    )
    if not found:
        raise UnknownError(f"no correction {number} on record: see `onrecord corrections`")
    return to_correction(found[0])


def carry(connection: Connection, moved: Mapping[str, str]) -> list[str]:
    """Hand corrections in force over to the same statements of a newer revision.

    A confirmation goes over only where the newer one has the same values: nobody
    has looked at others.

    Args:
        connection: Of the one writer.
        moved: New ids by old ones.

    Returns:
        The new ids that got any.
    """
    deeds = all_corrections(connection, list(moved))
    got = []
    for old, made in deeds.items():
        for one in in_force(made):
            if one.deed in (Deed.SET, Deed.REJECT) or (
                one.deed is Deed.CONFIRM and _is_alike(connection, old, moved[old])
            ):
                note = f"carried over from {old}" + (f": {one.note}" if one.note else "")
                values: dict[str, Any] = {"field": one.field, "value": one.value, "was": one.was}
                put_correction(
                    connection, moved[old], one.deed, by=one.by, at=one.at, note=note, **values
                )
                got.append(moved[old])
    return sorted(set(got))


def _is_alike(connection: Connection, old: str, new: str) -> bool:
    """Say whether two statements have the same value in every field."""
    numbers = entry_numbers(connection, [old, new])
    left, right = entries(connection, [numbers[old], numbers[new]])
    return all(left.value(field) == right.value(field) for field in Field)


def put_judgement(connection: Connection, judgement: Judgement) -> None:
    """Add a judgement."""
    row = {
        "number": judgement.number,
        "left": judgement.left,
        "right": judgement.right,
        "is_same": int(judgement.is_same),
        "score": judgement.score,
        "by": judgement.by,
        "at": iso(judgement.at),
    }
    connection.execute(judgements.insert(), row)


def _row(one: Correction) -> dict[str, object]:
    return {
        "number": one.number,
        "statement": one.statement,
        "deed": str(one.deed),
        "field": str(one.field) if isinstance(one.field, Field) else None,
        "value": one.value,
        "was": one.was,
        "by": one.by,
        "at": iso(one.at),
        "note": one.note,
        "undoes": one.undoes,
    }
