"""The record as a whole: speakers, months, how much it holds; one statement's passage."""

import datetime
from dataclasses import replace
from typing import Any

from sqlalchemy import Table, func, select

from onrecord.ask.answer import Count, Passage, SpeakerCount, Stats
from onrecord.ask.conditions import conditions
from onrecord.ask.facets import counted, days, every_day
from onrecord.ask.question import Question, Sort
from onrecord.layout import paragraphs
from onrecord.record import Store
from onrecord.record.schema import SCHEMA
from onrecord.record.tables import (
    articles,
    corrections,
    failures,
    speaker_counts,
    speaker_words,
    speakers,
)
from onrecord.record.words import words
from onrecord.types import SourceType

__all__ = ["months", "passage", "speakers_of", "stats"]


def speakers_of(
    store: Store, *, name: str | None = None, limit: int = 50
) -> tuple[SpeakerCount, ...]:
    """Return speakers, those with the most statements first.

    Args:
        store: The record.
        name: Words that one of their names must have.
        limit: How many to return at most.
    """
    number = func.sum(speaker_counts.c.statements).label("statements")
    asked = (
        select(speakers.c.person, number)
        .join(speaker_counts, speaker_counts.c.speaker == speakers.c.number)
        .group_by(speakers.c.person)
        .having(number > 0)
        .order_by(number.desc(), speakers.c.person)
        .limit(limit)
    )
    for word in words(name or ""):
        having = (
            select(speakers.c.person)
            .join(speaker_words, speaker_words.c.speaker == speakers.c.number)
            .where(speaker_words.c.word == word)
        )
        asked = asked.where(speakers.c.person.in_(having))
    with store.reading() as connection:
        found = connection.execute(asked).all()
        names = _names(connection, [row.person for row in found])
    return tuple(
        SpeakerCount(
            name=names[row.person][0][0],
            also=tuple(sorted({other for other, _ in names[row.person][1:]})),
            type=names[row.person][0][1],
            statements=int(row.statements),
        )
        for row in found
    )


def months(store: Store, asked: Question) -> tuple[Count, ...]:
    """Return how many of the statements asked for fall into each month, in order."""
    with store.reading() as connection:
        if replace(asked, sort=Sort.NEWEST) == Question():
            found = every_day(connection)
        else:
            found = days(connection, conditions(connection, store, asked))
    counts: dict[str | None, int] = {}
    for day, statements in found:
        month = _month(day)
        counts[month] = counts.get(month, 0) + statements
    return tuple(Count(value=month, statements=number) for month, number in counts.items())


def passage(store: Store, statement: str) -> Passage:
    """Return a statement with the paragraphs that it stands in.

    Raises:
        UnknownError: If there is none with this id.
    """
    entry = store.entry(statement)
    article, found = entry.article, entry.statement
    spans = [*found.content, *found.source, *found.cue]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    parts = paragraphs(article.text, article.body)
    touched = [
        (number, part)
        for number, part in enumerate(parts, 1)
        if part.start < last and first < part.end
    ]
    start = min([first, *(part.start for _, part in touched)])
    end = max([last, *(part.end for _, part in touched)])
    number = touched[0][0] if touched else 0
    return Passage(entry=entry, start=start, text=article.text[start:end], paragraph=number)


def stats(store: Store) -> Stats:
    """Return what a record holds."""
    with store.reading() as connection:
        counts = counted(store, connection, conditions(connection, store, Question()))

        def size(of: Table, *where: Any) -> int:  # noqa: ANN401
            return connection.scalar(select(func.count()).select_from(of).where(*where)) or 0

        return Stats(
            articles=size(articles, articles.c.is_current == 1),
            revisions=size(articles, articles.c.is_current == 0),
            statements=counts.total,
            speakers=size(speaker_counts, speaker_counts.c.statements > 0),
            corrections=size(corrections),
            failures=size(failures),
            facets=counts.facets,
            schema=SCHEMA,
        )


def _names(connection: Any, people: list[int]) -> dict[int, list[tuple[str, SourceType]]]:  # noqa: ANN401
    """Return each person's names, their own first."""
    asked = select(speakers).where(speakers.c.person.in_(people)).order_by(speakers.c.number)
    found: dict[int, list[tuple[str, SourceType]]] = {person: [] for person in people}
    for row in connection.execute(asked):
        found[row.person].append((row.name, SourceType(row.type)))
    return found


def _month(day: datetime.date | None) -> str | None:
    return f"{day.year:04}-{day.month:02}" if day else None
