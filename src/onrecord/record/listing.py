"""What searches look through: derived from findings and corrections, counted as it changes."""

import datetime
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from onrecord.record import rows
from onrecord.record.backend import Backend
from onrecord.record.moments import interval, seconds
from onrecord.record.numbers import Numbers
from onrecord.record.sql import put, put_each
from onrecord.record.tables import (
    UNKNOWN_TIME,
    day_counts,
    listing,
    outlet_counts,
    outlet_profile_counts,
    profile_counts,
    speaker_counts,
)
from onrecord.record.words import spaced, words
from onrecord.types import Entry, Field

__all__ = ["CONFIDENCE_STEPS", "DAY_S", "enlist", "said_or_published", "strike"]

CONFIDENCE_STEPS = 10_000
DAY_S = 86_400
_NO_WORDS: Mapping[int, Sequence[str]] = {}
_CORRECTABLE = (Field.ACT, Field.ATTITUDE, Field.CHANNEL)


def enlist(
    connection: Connection,
    backend: Backend,
    numbers: Numbers,
    numbered: Iterable[tuple[int, Entry]],
    cut: Mapping[int, Sequence[str]] = _NO_WORDS,
) -> None:
    """List statements that are not listed yet, as far as they are to be found.

    Args:
        connection: Of the one writer.
        backend: Says whether the list has their words.
        numbers: What it has looked up.
        numbered: Entries with their statements' numbers.
        cut: The words of some statements by number, where they are known already.
    """
    found = [(at, one) for at, one in numbered if one.is_current and not one.is_rejected]
    if found:
        new = _rows(connection, numbers, found)
        if backend.lists_words:
            for row, (at, entry) in zip(new, found, strict=True):
                row["words"] = spaced(cut[at] if at in cut else words(entry.words))
        put(connection, listing, new)
        _count(connection, new, 1)


def strike(connection: Connection, numbers: Sequence[int]) -> None:
    """Take statements off the list; those that are not on it stay off."""
    those = listing.c.statement.in_(numbers)
    old = [dict(row._mapping) for row in connection.execute(select(listing).where(those))]  # noqa: SLF001
    if old:
        connection.execute(listing.delete().where(those))
        _count(connection, old, -1)


def said_or_published(entry: Entry) -> int:
    """Return when a statement was said, or else published, in seconds since 1970."""
    corrected = entry.corrected.get(Field.SAID_AT)
    if corrected is not None:
        return interval(corrected)[0]
    start: datetime.date | None = None
    if Field.SAID_AT not in entry.corrected:
        said = entry.statement.said_at
        start = said.start if said else None
    moment = start or entry.article.published
    return UNKNOWN_TIME if moment is None else seconds(moment)


def _rows(
    connection: Connection, numbers: Numbers, found: Sequence[tuple[int, Entry]]
) -> list[dict[str, Any]]:
    shared = [_profile(entry) for _, entry in found]
    names = [
        (entry.speaker, values["type"]) for (_, entry), values in zip(found, shared, strict=True)
    ]
    speakers = numbers.speakers(connection, names)
    return [
        {
            **_row(number, entry),
            "profile": numbers.profile(connection, values),
            "speaker": speaker,
            "outlet": numbers.outlet(connection, entry.article.outlet),
        }
        for (number, entry), values, speaker in zip(found, shared, speakers, strict=True)
    ]


def _row(number: int, entry: Entry) -> dict[str, Any]:
    published = entry.article.published
    at = said_or_published(entry)
    return {
        "statement": number,
        "at": at,
        "year": None if at == UNKNOWN_TIME else time.gmtime(at).tm_year,
        "published_at": seconds(published) if published else None,
        "confidence": round(entry.statement.confidence * CONFIDENCE_STEPS),
    }


def _profile(entry: Entry) -> dict[str, Any]:
    values = rows.profile(entry.statement)
    if not entry.corrected:
        return values
    values["type"] = str(entry.type) if entry.type else None
    return {**values, **{str(field): entry.value(field) for field in _CORRECTABLE}}


def _count(connection: Connection, changed: Sequence[Mapping[str, Any]], sign: int) -> None:
    """Bring the counts by speaker, outlet and day up to date."""
    named = [row for row in changed if row["speaker"] is not None]
    days = [{"day": row["at"] // DAY_S} for row in changed]
    _add(connection, speaker_counts, named, sign)
    _add(connection, outlet_counts, changed, sign)
    _add(connection, profile_counts, changed, sign)
    _add(connection, outlet_profile_counts, changed, sign)
    _add(connection, day_counts, days, sign)


def _add(
    connection: Connection, to: Table, changed: Sequence[Mapping[str, Any]], sign: int
) -> None:
    keys = [column.name for column in to.primary_key]
    counts = Counter(tuple(row[key] for key in keys) for row in changed)
    if not counts:
        return
    total = f"statements = {to.name}.statements + excluded.statements"
    given = [
        {**dict(zip(keys, key, strict=True)), "statements": sign * count}
        for key, count in sorted(counts.items())
    ]
    put_each(connection, to, given, f"ON CONFLICT ({','.join(keys)}) DO UPDATE SET {total}")
