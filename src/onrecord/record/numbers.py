"""Numbers of the values that many rows share: outlets, makers, profiles, speakers."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, select

from onrecord.record import rows
from onrecord.record.people import regroup
from onrecord.record.sql import dicts, fetch, listed, put, scalar
from onrecord.record.tables import (
    makers,
    outlets,
    profiles,
    speaker_words,
    speakers,
    vocabulary,
)
from onrecord.record.words import stems, words
from onrecord.types import MadeBy, SourceType

__all__ = ["Numbers", "next_number", "put_new"]

# Some 200 bytes each: a limit for those who add for days.
_MOST_KEPT = 300_000


def next_number(connection: Connection, to: Table) -> int:
    """Return the first free number of a table; only its one writer may ask."""
    return int(scalar(connection, f"SELECT max(number) FROM {to.name}") or 0) + 1


def put_new(connection: Connection, to: Table, new: Iterable[Mapping[str, Any]]) -> None:
    """Insert those rows whose key the table does not have yet."""
    put(connection, to, list(new), new_only=True)


@dataclass(slots=True)
class Numbers:
    """What this process has looked up already; forgotten where a transaction fails.

    Rows that it tells of are never deleted, so that a number, once it is
    committed, stays right.
    """

    _outlets: dict[str | None, int] = field(default_factory=dict)
    _makers: dict[MadeBy, int] = field(default_factory=dict)
    _profiles: dict[str, int] = field(default_factory=dict)
    _speakers: dict[str, int] = field(default_factory=dict)
    _words: set[str] = field(default_factory=set)
    _shared: dict[int, rows.Row] = field(default_factory=dict)
    _names: dict[int, str | None] = field(default_factory=dict)

    def shared(
        self, connection: Connection, wanted: Iterable[int] | None = None
    ) -> Mapping[int, rows.Row]:
        """Return rows of ``profiles``, those wanted at least; none of them ever changes."""
        if wanted is None or not self._shared.keys() >= set(wanted):
            newer = "SELECT * FROM profiles WHERE number > :last"
            found = dicts(connection, newer, {"last": max(self._shared, default=0)})
            self._shared = {**self._shared, **{row["number"]: row for row in found}}
        return self._shared

    def outlet_names(
        self, connection: Connection, wanted: Iterable[int]
    ) -> Mapping[int, str | None]:
        """Return outlets' names, those wanted at least; none of them ever changes."""
        if missing := set(wanted) - self._names.keys():
            named = f"SELECT number, name FROM outlets WHERE number IN {listed(missing)}"
            self._names = {**self._names, **dict(fetch(connection, named))}
        return self._names

    def forget(self) -> None:
        """Look everything up again, but for what was committed by others too."""
        for kept in (self._outlets, self._makers, self._profiles, self._speakers, self._words):
            kept.clear()

    def outlet(self, connection: Connection, name: str | None) -> int:
        """Return the number of an outlet; 0 for one that nobody knows."""
        if name is None:
            return 0
        if name not in self._outlets:
            self._outlets[name] = _of(connection, outlets, {"name": name}, key="name")
        return self._outlets[name]

    def maker(self, connection: Connection, made_by: MadeBy) -> int:
        """Return the number of what made a finding."""
        if made_by not in self._makers:
            row = {"onrecord": made_by.onrecord, "weights": made_by.weights}
            known = select(makers.c.number).filter_by(**row)
            number = connection.scalar(known)
            self._makers[made_by] = number or _insert(connection, makers, row)
        return self._makers[made_by]

    def profile(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """Return the number of a combination of values."""
        key = "|".join("" if values[name] is None else str(values[name]) for name in rows.PROFILE)
        if key not in self._profiles:
            row = {"key": key, **values}
            self._profiles[key] = _of(connection, profiles, row, key="key")
        return self._profiles[key]

    def speakers(
        self, connection: Connection, named: Iterable[tuple[str | None, str | None]]
    ) -> list[int | None]:
        """Return the numbers of speakers' names; None for those who are not named.

        Args:
            connection: Of the one writer.
            named: Each one's name and type, where there are any.
        """
        keys = [_key(name, kind) for name, kind in named]
        if len(self._speakers) > _MOST_KEPT:
            self._speakers.clear()
        wanted = {key: one for key, one in keys if key not in self._speakers}
        wanted.pop("", None)
        if wanted:
            self._speakers.update(_speakers(connection, wanted))
        return [self._speakers.get(key) for key, _ in keys]

    def learn(self, connection: Connection, found: Iterable[str]) -> None:
        """Put words into the vocabulary that it does not have."""
        new = set(found) - self._words
        # In one order, so that two writers never wait for each other.
        put_new(connection, vocabulary, stems(sorted(new)))
        if len(self._words) > _MOST_KEPT:
            self._words.clear()
        self._words |= new


def _key(name: str | None, kind: str | None) -> tuple[str, tuple[str, str]]:
    found = " ".join(words(name or ""))
    known = kind or str(SourceType.NAMED_PERSON)
    return (f"{found}|{known}" if found else "", (name or "", known))


def _speakers(connection: Connection, wanted: Mapping[str, tuple[str, str]]) -> dict[str, int]:
    """Return numbers by key, new ones for those who are not there yet."""
    asked = select(speakers.c.key, speakers.c.number).where(speakers.c.key.in_(wanted))
    found = {row.key: row.number for row in connection.execute(asked)}
    missing = [key for key in wanted if key not in found]
    if missing:
        new = dict(zip(missing, itertools.count(next_number(connection, speakers)), strict=False))
        put(connection, speakers, [_speaker(key, new[key], *wanted[key]) for key in missing])
        put_new(connection, speaker_words, _name_words(new))
        found.update(new)
        # An old judgement may be about a name that nobody had until now.
        regroup(connection)
    return found


def _speaker(key: str, number: int, name: str, kind: str) -> dict[str, Any]:
    shown = " ".join(name.split())
    return {"number": number, "key": key, "name": shown, "type": kind, "person": number}


def _name_words(new: Mapping[str, int]) -> list[dict[str, Any]]:
    pairs = {(word, number) for key, number in new.items() for word in key.split("|")[0].split()}
    return [{"word": word, "speaker": number} for word, number in sorted(pairs)]


def _of(connection: Connection, to: Table, row: Mapping[str, Any], *, key: str) -> int:
    known = connection.scalar(select(to.c.number).where(to.c[key] == row[key]))
    return int(known) if known is not None else _insert(connection, to, row)


def _insert(connection: Connection, to: Table, row: Mapping[str, Any]) -> int:
    number = next_number(connection, to)
    connection.execute(to.insert(), {"number": number, **row})
    return number
