"""A question as conditions on the list of statements."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, false, select

from onrecord.ask.question import Question
from onrecord.ask.wording import parse
from onrecord.record.backend import Backend
from onrecord.record.listing import CONFIDENCE_STEPS, DAY_S
from onrecord.record.moments import seconds
from onrecord.record.query import expanded
from onrecord.record.tables import (
    listing,
    outlets,
    profiles,
    speaker_words,
    speakers,
    vocabulary,
)
from onrecord.record.words import stem, words
from onrecord.types import SourceType

__all__ = ["Conditions", "conditions"]

_MARKS = ('"', "“", "”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What a question asks, in the database's terms.

    Attributes:
        matching: Statements whose words fit; None where no words are asked for.
        profiles: Conditions on shared values, as the summary tables know them.
        outlet: The outlet's number, if one is asked for.
        others: Conditions on the list that only the list can tell.
    """

    matching: FromClause | None
    profiles: tuple[ColumnElement[bool], ...]
    outlet: int | None
    others: tuple[ColumnElement[bool], ...]

    @property
    def is_counted(self) -> bool:
        """Whether the summary tables know how many there are."""
        return self.matching is None and not self.others

    def fitting(self) -> Any:  # noqa: ANN401
        """Return the numbers of the profiles that fit."""
        return select(profiles.c.number).where(*self.profiles)

    def every(self, *, by_profile: bool = True) -> Iterator[ColumnElement[bool]]:
        """Yield all conditions on the list.

        Args:
            by_profile: Whether the profiles' index may be used to find them.
        """
        yield from self.others
        if self.outlet is not None:
            yield listing.c.outlet == self.outlet
        if self.profiles:
            profile = listing.c.profile if by_profile else listing.c.profile + 0
            yield profile.in_(self.fitting())


def conditions(connection: Connection, backend: Backend, asked: Question) -> Conditions:
    """Return a question in the database's terms.

    Raises:
        QuestionError: If its words cannot be understood.
    """
    return Conditions(
        matching=_matching(connection, backend, asked.words) if asked.words else None,
        profiles=tuple(_of_profile(asked)),
        outlet=_outlet(connection, asked.outlet) if asked.outlet else None,
        others=tuple(_others(connection, asked)),
    )


def _matching(connection: Connection, backend: Backend, asked: str) -> FromClause:
    def forms(word: str) -> tuple[str, ...]:
        same = select(vocabulary.c.word).where(vocabulary.c.stem == stem(word))
        return tuple(sorted({word, *connection.scalars(same)}))

    return backend.matching(expanded(parse(asked), forms))


def _of_profile(asked: Question) -> Iterator[ColumnElement[bool]]:
    for name in ("type", "act", "attitude", "channel", "kind"):
        value = getattr(asked, name)
        if value is not None:
            yield profiles.c[name] == str(value)
    if asked.has_aside is not None:
        yield profiles.c.aside == int(asked.has_aside)


def _outlet(connection: Connection, name: str) -> int:
    found = connection.scalar(select(outlets.c.number).where(outlets.c.name == name))
    return -1 if found is None else int(found)


def _others(connection: Connection, asked: Question) -> Iterator[ColumnElement[bool]]:
    if asked.speaker is not None:
        yield _by_speaker(connection, asked.speaker)
    for name, column in (("since", listing.c.at), ("published_since", listing.c.published_at)):
        if (first := getattr(asked, name)) is not None:
            yield column >= seconds(first)
    for name, column in (("until", listing.c.at), ("published_until", listing.c.published_at)):
        if (last := getattr(asked, name)) is not None:
            yield column < _after(last)
    if asked.until is not None and asked.since is None:
        # What has no time at all sorts before all times, and is not before a day.
        yield listing.c.at >= seconds(datetime.date.min)
    if asked.min_confidence > 0:
        yield listing.c.confidence >= round(asked.min_confidence * CONFIDENCE_STEPS)


def _after(last: datetime.date) -> int:
    return seconds(last) + (1 if isinstance(last, datetime.datetime) else DAY_S)


def _by_speaker(connection: Connection, name: str) -> ColumnElement[bool]:
    """Return the condition that all words of a name are in one of the speaker's names.

    A name in quotation marks is the very name.
    """
    if name.startswith(_MARKS) and name.endswith(_MARKS) and len(name) > 2:
        keys = [f"{' '.join(words(name))}|{kind}" for kind in SourceType]
        return _of_people(connection, speakers.c.key.in_(keys))
    found: set[int] | None = None
    for word in words(name):
        having = select(speaker_words.c.speaker).where(speaker_words.c.word == word)
        numbers = set(connection.scalars(having))
        found = numbers if found is None else found & numbers
    if not found:
        return false()
    # A name as common as “John” is looked up in the database, not listed to it.
    return _of_people(connection, speakers.c.number.in_(sorted(found)[:10_000]))


def _of_people(connection: Connection, which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition that one of some names, or of those judged the same, speaks."""
    people = select(speakers.c.person).where(which)
    return listing.c.speaker.in_(
        list(connection.scalars(select(speakers.c.number).where(speakers.c.person.in_(people))))
    )
