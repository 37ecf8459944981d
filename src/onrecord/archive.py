"""The one object a user holds: a record, what to add to it, and what to ask it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from onrecord import __version__, ask, record
from onrecord.ask import frames, overview
from onrecord.ask.search import search
from onrecord.ask.subjects import subjects
from onrecord.types import (
    Added,
    Article,
    Correction,
    Deed,
    Entry,
    Failure,
    Field,
    Judgement,
    MadeBy,
    Outcome,
    Span,
    Statement,
)
from onrecord.types.reads import Read, Reads

__all__ = ["Archive", "open_archive"]

_LONGEST_WAIT_S = 60.0
# 25 ms on 200,000 statements, whoever speaks; of 500 it were 48 ms.
_LOOKED_AT = 200
_BY_HAND = MadeBy(onrecord=__version__, weights="by hand")


def open_archive(
    place: str | Path,
    *,
    create: bool = True,
    read_only: bool = False,
    wait_s: float = _LONGEST_WAIT_S,
) -> "Archive":
    """Return the record in a file, or in a PostgreSQL database.

    >>> import tempfile
    >>> with open_archive(tempfile.mkdtemp() + "/news.db") as archive:
    ...     archive.stats().articles
    0

    Args:
        place: A path, or ``postgresql://user@host/database``.
        create: Whether a file that is not there is made.
        read_only: Whether nothing may be written.
        wait_s: How long to wait while another program writes.

    Raises:
        RecordError: If there is no record, or it cannot be used.
    """
    store = record.open_store(place, create=create, read_only=read_only, wait_s=wait_s)
    return Archive(store)


@dataclass(frozen=True, slots=True)
class Archive:
    """A record of articles and their statements; safe in several threads.

    Attributes:
        store: What keeps it.
    """

    store: record.SqlStore

    def add(self, articles: Iterable[Article | Failure], reader: Reads) -> Iterator[Added]:
        """Read articles and put them on record, yielding what became of each.

        An article that is on record already is not read again. When one is
        yielded it is safe, whatever happens next.

        Args:
            articles: Articles, and failures from where they were fetched.
            reader: What reads them.
        """
        for article in articles:
            if isinstance(article, Article) and self.store.has(article.id):
                yield Added(outcome=Outcome.UNCHANGED, article=article.id, uri=article.uri)
            else:
                for reading in reader.read_all([article]):
                    yield self._keep(reading, reader.made_by)

    def reread(self, reader: Reads) -> Iterator[Added]:
        """Read again what other weights, or an older version, have read.

        What people corrected stays as they left it.
        """
        for article in self.store.articles(not_by=reader.made_by):
            for reading in reader.read_all([article]):
                if isinstance(reading, Failure):
                    yield _failed(reading)
                else:
                    yield self.store.reread(article, reading.statements, reader.made_by)

    def search(
        self,
        asked: "ask.Question | str",
        *,
        limit: int = 20,
        after: str | None = None,
    ) -> "ask.Page":
        """Return a page of the statements that fit a question, or some words.

        Args:
            asked: The question; words alone are a question too.
            limit: How many to return at most.
            after: Where the page before ended (`onrecord.ask.Page.after`).

        Raises:
            QuestionError: If the words cannot be understood.
        """
        return search(self.store, _question(asked), limit=limit, after=after)

    def find(self, asked: "ask.Question | str", *, at_once: int = 200) -> Iterator[Entry]:
        """Yield every statement that fits, page after page."""
        page = self.search(asked, limit=at_once)
        yield from page.entries
        while page.after is not None:
            page = self.search(asked, limit=at_once, after=page.after)
            yield from page.entries

    def table(self, asked: "ask.Question | str" = "") -> frames.Table:
        """Return every statement that fits as a table: Arrow, pandas, polars."""
        return frames.Table.of(self.find(asked))

    def months(self, asked: "ask.Question | str" = "") -> tuple["ask.Count", ...]:
        """Return how many of the statements that fit were said in each month."""
        return overview.months(self.store, _question(asked))

    def speakers(
        self, name: str | None = None, *, limit: int = 50
    ) -> tuple["ask.SpeakerCount", ...]:
        """Return speakers with their number of statements, the most first."""
        return overview.speakers_of(self.store, name=name, limit=limit)

    def subjects(self, asked: "ask.Question | str" = "") -> tuple["ask.Subject", ...]:
        """Return what the newest 200 statements that fit are about, the most frequent first."""
        newest = replace(_question(asked), sort=ask.Sort.NEWEST)
        return subjects(self.search(newest, limit=_LOOKED_AT).entries)

    def show(self, statement: str) -> "ask.Passage":
        """Return a statement with the paragraphs around it.

        Raises:
            UnknownError: If there is none with this id.
        """
        return overview.passage(self.store, statement)

    def stats(self) -> "ask.Stats":
        """Return what the record holds."""
        return overview.stats(self.store)

    def correct(
        self, statement: str, field: Field, value: str | None, *, by: str, note: str | None = None
    ) -> Correction:
        """Set a field of a statement, beside what the reader found.

        Raises:
            CorrectionError: If the field cannot have that value.
            UnknownError: If there is no such statement.
        """
        return self.store.correct(statement, field, value, by=by, note=note)

    def reject(self, statement: str, *, by: str, note: str | None = None) -> Correction:
        """Say that it is no statement; it stays on record and is found no more."""
        return self.store.reject(statement, by=by, note=note)

    def confirm(self, statement: str, *, by: str, note: str | None = None) -> Correction:
        """Say that somebody looked at a statement and all of it is right as it stands.

        Raises:
            CorrectionError: If it is rejected, or no longer current.
            UnknownError: If there is no such statement.
        """
        return self.store.confirm(statement, by=by, note=note)

    def add_by_hand(  # noqa: PLR0913 - each is a part of it, given by name
        self,
        article: str,
        *,
        content: Sequence[Span],
        source: Sequence[Span] = (),
        cue: Sequence[Span] = (),
        by: str,
        note: str | None = None,
        values: Mapping[Field, str | None] = MappingProxyType({}),
    ) -> Correction:
        """Put on record a statement that the reader missed.

        Args:
            article: Id of the article.
            content: What was said, as places in its text.
            source: Who said it.
            cue: What signals it.
            by: Who adds it.
            note: Why.
            values: What else is known of it, in words, such as the speaker.

        Raises:
            CorrectionError: If it is on record, or leaves the text.
        """
        places = record.Places(content=content, source=source, cue=cue)
        made = record.stated(self.store.article(article), places, _BY_HAND)
        return self.store.add_by_hand(made, by=by, note=note, values=values)

    def move(
        self,
        statement: str,
        *,
        content: Sequence[Span],
        source: Sequence[Span] = (),
        cue: Sequence[Span] = (),
        by: str,
        note: str | None = None,
    ) -> Correction:
        """Correct a statement's places: another in its stead has them, and all its values.

        Both stay on record; the old one is rejected. All of it happens, or nothing.

        Raises:
            CorrectionError: If one with these places is on record, or they leave the text.
            UnknownError: If there is no such statement.
        """
        places = record.Places(content=content, source=source, cue=cue)
        made = record.moved(self.store.entry(statement), places, _BY_HAND)
        return self.store.move(statement, made, by=by, note=note)

    def undo(self, correction: int, *, by: str, note: str | None = None) -> Correction:
        """Take a correction back, or an undo; both stay on record."""
        return self.store.undo(correction, by=by, note=note)

    def corrections(self, statement: str | None = None) -> tuple[Correction, ...]:
        """Return all corrections in order, or those of one statement."""
        return self.store.corrections(statement)

    def judge(self, left: str, right: str, *, is_same: bool, by: str) -> Judgement:
        """Say that two names are one speaker's, or that they are not after all."""
        return self.store.judge(left, right, is_same=is_same, by=by)

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read so far, to be tried again."""
        return self.store.failures()

    def corrected(self) -> Iterator[tuple[Article, tuple[Statement, ...]]]:
        """Yield articles that people corrected, with the statements that they left standing.

        As training data: what was rejected is left out, what was added is in.
        """
        touched = (one.statement for one in self.corrections() if one.deed is not Deed.UNDO)
        ids = dict.fromkeys(self.store.entry(one).article.id for one in touched)
        for article in ids:
            kept = [entry for entry in self.store.entries_of(article) if not entry.is_rejected]
            yield self.store.article(article), tuple(entry.statement for entry in kept)

    def dump(self) -> Iterator[str]:
        """Yield the whole record as lines of JSON, without loss."""
        return record.dump(self.store)

    def restore(self, lines: Iterable[str]) -> int:
        """Fill this empty record from the lines of another; return the number of articles."""
        return record.restore(self.store, lines)

    def close(self) -> None:
        """Let go of the file, or of the server."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _keep(self, reading: Read | Failure, made_by: MadeBy) -> Added:
        if isinstance(reading, Failure):
            self.store.keep_failure(reading)
            return _failed(reading)
        return self.store.add(reading.article, reading.statements, made_by)


def _question(asked: "ask.Question | str") -> "ask.Question":
    return ask.Question(words=asked or None) if isinstance(asked, str) else asked


def _failed(failure: Failure) -> Added:
    return Added(outcome=Outcome.FAILED, uri=failure.uri, reason=failure.reason)
