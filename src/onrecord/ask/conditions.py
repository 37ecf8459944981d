"""A question as conditions on the list of statements, in SQL that both databases take."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from onrecord.ask.question import Question
from onrecord.ask.wording import parse
from onrecord.record import Store
from onrecord.record.backend import Matching
from onrecord.record.listing import CONFIDENCE_STEPS, DAY_S
from onrecord.record.moments import seconds
from onrecord.record.query import expanded
from onrecord.record.sql import bound, fetch, listed, scalar, scalars
from onrecord.record.words import stem, words
from onrecord.types import SourceType

__all__ = ["Conditions", "conditions"]

_MARKS = ('"', "“", "”")
_NOBODY = "1 = 0"
# What an index of a million tells in 40 ms is told by their rows before 5,000 fit: in 3 ms
# where half of all do, 9 ms where 30 % do (docs/lab-log-record.md).
_BROAD = 0.3
_LAST_S = seconds(datetime.date.max)
_SHARED = ("type", "act", "attitude", "channel", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What a question asks, in the database's terms; the list is ``listing AS l``.

    Attributes:
        matching: How to find statements whose words fit; None where no words are asked for.
        profiles: The combinations of shared values that fit; None where all do.
        outlet: The outlet's number, if one is asked for.
        said: The condition on when it was said, if any.
        speaker: The condition on who said it, if any.
        others: Those that only its rows can tell.
        values: What is bound in them.
        broad: Columns whose conditions so many fit that to go through an index of
            them takes longer than to leave out the rows that do not.
    """

    matching: Matching | None
    profiles: tuple[int, ...] | None
    outlet: int | None
    said: str | None
    speaker: str | None
    others: tuple[str, ...]
    values: Mapping[str, object]
    broad: tuple[str, ...] = ()

    @property
    def is_counted(self) -> bool:
        """Whether the summary tables know how many there are."""
        return self.matching is None and not (self.said or self.speaker or self.others)

    @property
    def narrow(self) -> tuple[str, ...]:
        """Conditions each of which an index answers alone."""
        outlet = None if self.outlet is None else f"l.outlet = {self.outlet}"
        profile = None if self.profiles is None else f"l.profile IN {listed(self.profiles)}"
        each = (outlet, profile, self.said, self.speaker)
        return tuple(one for one in each if one is not None)

    def where(self, *more: str, by_profile: bool = True) -> str:
        """Return all conditions on the list, words left out, as what stands after WHERE.

        Args:
            more: Other conditions.
            by_profile: Whether the profiles' index may be used to find them.
        """
        every = " AND ".join((*more, *self.narrow, *self.others)) or "1 = 1"
        for column in self.broad if by_profile else {*self.broad, "profile"}:
            # Adding nothing keeps a database from an index.
            every = every.replace(f"l.{column} ", f"l.{column} + 0 ")
        return every


def conditions(connection: Connection, store: Store, asked: Question) -> Conditions:
    """Return a question in the database's terms.

    Raises:
        QuestionError: If its words cannot be understood.
    """
    values: dict[str, object] = {}
    matching = _matching(connection, store, asked.words) if asked.words else None
    profiles, said = _profiles(connection, store, asked), _said(asked, values)
    is_planned = matching is not None and store.backend.plans_words
    return Conditions(
        matching=matching,
        profiles=profiles,
        outlet=_outlet(connection, asked.outlet) if asked.outlet else None,
        said=said,
        speaker=None if asked.speaker is None else _by_speaker(connection, asked.speaker),
        others=tuple(_others(asked, values)),
        values={**values, **(matching.values if matching else {})},
        broad=tuple(_broad(connection, profiles, values)) if is_planned else (),
    )


def _broad(
    connection: Connection, profiles: tuple[int, ...] | None, values: Mapping[str, Any]
) -> Iterator[str]:
    """Yield the columns on which most statements fit, as the summary tables know them."""
    sums = {}
    if profiles is not None:
        sums["profile"] = f"profile_counts WHERE profile IN {listed(profiles)}"
    if "since" in values:
        first, last = values["since"], values.get("until", _LAST_S)
        sums["at"] = f"day_counts WHERE day BETWEEN {first // DAY_S} AND {last // DAY_S}"
    if sums:
        each = ("profile_counts", *sums.values())
        asked = ", ".join(f"(SELECT sum(statements) FROM {one})" for one in each)
        ((every, *fitting),) = fetch(connection, f"SELECT {asked}")
        yield from (
            column
            for column, some in zip(sums, fitting, strict=True)
            if int(some or 0) > _BROAD * int(every or 0)
        )


def _matching(connection: Connection, store: Store, asked: str) -> Matching:
    def forms(word: str) -> tuple[str, ...]:
        same = "SELECT word FROM vocabulary WHERE stem = :stem"
        return tuple(sorted({word, *scalars(connection, same, {"stem": stem(word)})}))

    return store.backend.matching(expanded(parse(asked), forms))


def _profiles(connection: Connection, store: Store, asked: Question) -> tuple[int, ...] | None:
    wanted: dict[str, Any] = {
        name: str(value) for name in _SHARED if (value := getattr(asked, name)) is not None
    }
    if asked.has_aside is not None:
        wanted["aside"] = int(asked.has_aside)
    if not wanted:
        return None
    return tuple(
        number
        for number, row in store.profiles(connection).items()
        if all(row[name] == value for name, value in wanted.items())
    )


def _outlet(connection: Connection, name: str) -> int:
    found = scalar(connection, "SELECT number FROM outlets WHERE name = :name", name=name)
    return -1 if found is None else int(found)


def _said(asked: Question, values: dict[str, object]) -> str | None:
    """Return the condition on when it was said, and what it binds."""
    every = []
    if asked.since is not None:
        values["since"] = seconds(asked.since)
        every.append("l.at >= :since")
    if asked.until is not None:
        values["until"] = _after(asked.until)
        every.append("l.at < :until")
        if asked.since is None:
            # What has no time at all sorts before all times, and is not before a day.
            values["since"] = seconds(datetime.date.min)
            every.append("l.at >= :since")
    return " AND ".join(every) or None


def _others(asked: Question, values: dict[str, object]) -> list[str]:
    every = []
    if asked.published_since is not None:
        values["published_since"] = seconds(asked.published_since)
        every.append("l.published_at >= :published_since")
    if asked.published_until is not None:
        values["published_until"] = _after(asked.published_until)
        every.append("l.published_at < :published_until")
    if asked.min_confidence > 0:
        values["confidence"] = round(asked.min_confidence * CONFIDENCE_STEPS)
        every.append("l.confidence >= :confidence")
    return every


def _after(last: datetime.date) -> int:
    return seconds(last) + (1 if isinstance(last, datetime.datetime) else DAY_S)


def _by_speaker(connection: Connection, name: str) -> str:
    """Return the condition that all words of a name are in one of the speaker's names.

    A name in quotation marks is the very name.
    """
    if name.startswith(_MARKS) and name.endswith(_MARKS) and len(name) > 2:
        keys, values = bound("key", [f"{' '.join(words(name))}|{kind}" for kind in SourceType])
        return _of_people(connection, f"key IN {keys}", values)
    found: set[int] | None = None
    for word in words(name):
        having = "SELECT speaker FROM speaker_words WHERE word = :word"
        numbers = set(scalars(connection, having, {"word": word}))
        found = numbers if found is None else found & numbers
    if not found:
        return _NOBODY
    # A name as common as “John” is looked up in the database, not listed to it.
    return _of_people(connection, f"number IN {listed(sorted(found)[:10_000])}", {})


def _of_people(connection: Connection, which: str, values: Mapping[str, object]) -> str:
    """Return the condition that one of some names, or of those judged the same, speaks."""
    people = f"SELECT person FROM speakers WHERE {which}"
    every = f"SELECT number FROM speakers WHERE person IN ({people})"
    return f"l.speaker IN {listed(scalars(connection, every, values))}"
