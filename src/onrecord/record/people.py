"""Who is one person across articles: derived from judgements, which are only ever added to."""

import datetime
from collections.abc import Mapping

from sqlalchemy import Connection, select

from onrecord.record.tables import judgements, speakers
from onrecord.record.words import words
from onrecord.types import Judgement

__all__ = ["find_judgements", "regroup"]


def find_judgements(connection: Connection) -> list[Judgement]:
    """Return all judgements, in order."""
    asked = select(judgements).order_by(judgements.c.number)
    return [
        Judgement(
            number=row.number,
            left=row.left,
            right=row.right,
            is_same=bool(row.is_same),
            score=row.score,
            by=row.by,
            at=datetime.datetime.fromisoformat(row.at),
        )
        for row in connection.execute(asked)
    ]


def regroup(connection: Connection) -> None:
    """Derive who is one person from all judgements; of each pair the last word counts."""
    judged = find_judgements(connection)
    if not judged:
        return
    last = {tuple(sorted(map(_folded, (one.left, one.right)))): one.is_same for one in judged}
    named = {_folded(name) for pair in last for name in pair}
    asked = select(speakers.c.number, speakers.c.key).order_by(speakers.c.number)
    found: dict[str, list[int]] = {name: [] for name in named}
    for row in connection.execute(asked):
        name = row.key.rpartition("|")[0]
        if name in found:
            found[name].append(row.number)
    groups = _groups(found, [pair for pair, is_same in last.items() if is_same])
    for numbers in found.values():
        for number in numbers:
            change = speakers.update().where(speakers.c.number == number)
            connection.execute(change.values(person=groups.get(number, number)))


def _groups(found: Mapping[str, list[int]], pairs: list[tuple[str, ...]]) -> dict[int, int]:
    """Return for each number the least one that it is tied to, over any others."""
    person = {number: number for numbers in found.values() for number in numbers}
    for left, right in pairs:
        joined = {person[number] for number in (*found[left], *found[right])}
        for number, before in person.items():
            if before in joined:
                person[number] = min(joined)
    return person


def _folded(name: str) -> str:
    return " ".join(words(name))
