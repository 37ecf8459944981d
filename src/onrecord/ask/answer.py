"""What a record answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.types import Article, Entry, SourceType

__all__ = ["Count", "Page", "Passage", "Queue", "SpeakerCount", "Stats", "Subject", "Version"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many statements have a value; None is the value of those that have none."""

    value: str | None
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some of the statements that were asked for, and counts over all of them.

    Attributes:
        entries: The statements, in order.
        after: Give this to the next search to get the next page; None on the last.
        total: How many there are in all.
        is_exact: False where there are more than ``total``, which then is the
            number that was counted.
        facets: For speaker, type, outlet, act, channel, kind and year, the
            values with the most statements, the most first.
    """

    entries: tuple[Entry, ...]
    after: str | None
    total: int
    is_exact: bool
    facets: Mapping[str, tuple[Count, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A statement in the paragraphs that it stands in.

    Attributes:
        entry: The statement.
        start: Where the passage begins in the article's text.
        text: The passage, from there on.
        paragraph: Number of its first paragraph, from 1.
    """

    entry: Entry
    start: int
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Statements that wait for a person.

    Attributes:
        entries: The next ones.
        after: Give this to get those behind them.
        waiting: How many there are in all.
    """

    entries: tuple[Entry, ...]
    after: str | None
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text of an article.

    Attributes:
        article: With this text.
        revision: From 1.
        is_current: Whether it is the newest.
    """

    article: Article
    revision: int
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerCount:
    """A speaker of the record.

    Attributes:
        name: As first seen.
        also: Other names that were judged to be the same speaker's.
        type: What kind of source.
        statements: How many are listed.
    """

    name: str
    also: tuple[str, ...] = ()
    type: SourceType
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What some statements are about.

    Attributes:
        words: A word or a few, as the articles write it most often.
        statements: How many of those that were looked at have it in their contents.
    """

    words: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What a record holds.

    Attributes:
        articles: Current articles.
        revisions: Older revisions of them.
        statements: Those that searches find.
        speakers: Names of speakers.
        corrections: Deeds of people, undone ones too.
        failures: Articles that could not be read.
        facets: Counts over all statements.
        schema: Version of the tables.
    """

    articles: int
    revisions: int
    statements: int
    speakers: int
    corrections: int
    failures: int
    facets: Mapping[str, tuple[Count, ...]]
    schema: str
