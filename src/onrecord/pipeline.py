"""The order of work: an article goes in, its statements come out."""

import functools
import traceback
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import numpy as np

from onrecord import __version__, extract, tagger
from onrecord.ingest.language import is_english
from onrecord.resolve import how, passages, when, who
from onrecord.resolve.narration import Names, Narration
from onrecord.types import Article, Aside, Failure, How, MadeBy, SaidAt, Stage, Statement

__all__ = ["Narrated", "Reader", "Reading", "found_in", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article and the statements found in it, in order of appearance."""

    article: Article
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrated:
    """An article with its statements, ready to be asked when and how they were made.

    Attributes:
        narration: Both.
        names: Names in the article, in order, with their kinds.
        network: What the network says of each statement's channel and basis.
        states: What the network has made of the text.
    """

    narration: Narration
    names: Names
    network: tuple[np.ndarray | None, ...]
    states: tagger.States


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads articles; loaded once, used for many, safe in several threads.

    >>> reader = Reader.load()
    >>> article = Article(text="“It rains,” the minister said.")
    >>> [article.words(statement.source) for statement in reader.read(article)]
    ['the minister']
    """

    _tagger: tagger.Tagger
    _scorer: who.Scorer
    _people: who.People | None = None

    @classmethod
    def load(cls, *, threads: int = 1, people: Path | None = None) -> Self:
        """Return a reader with the shipped weights.

        Args:
            threads: Threads that the network may use for one article. Many
                articles are read sooner by one reader in several threads of
                your own.
            people: A table of people known beforehand: CSV, JSON lines of
                Wikidata items, or the shape of congress-legislators.

        Raises:
            WeightsError: If the weights are missing or of another format.
            TableError: If the table cannot be read.
        """
        table = None if people is None else who.read_people(people)
        return cls(tagger.load(threads=threads), who.load_scorer(), table)

    @property
    def made_by(self) -> MadeBy:
        """The version and weights that each statement of this reader carries."""
        return MadeBy(onrecord=__version__, weights=self._tagger.weights)

    def read(self, article: Article) -> tuple[Statement, ...]:
        """Return the statements of one article, in order of appearance."""
        told = self.narrate(article)
        ways, times = _settled(told)
        added: dict[str, list[Aside]] = defaultdict(list)
        for aside in extract.asides(article, told.narration.statements):
            added[aside.statement].append(aside)
        return tuple(
            replace(statement, said_at=time, how=way, asides=tuple(added[statement.id]))
            for statement, time, way in zip(told.narration.statements, times, ways, strict=True)
        )

    def narrate(self, article: Article) -> "Narrated":
        """Return an article's statements before it is asked when and how they were made."""
        tagging = self._tagger.tag(article.text, article.body)
        found = extract.statements(article, tagging, self.made_by)
        found = who.with_speakers(article, found, tagging, self._scorer, self._people)
        network = extract.network_says(found, tagging)
        found = extract.with_acts(article, found, network)
        keys = [key_of(article, statement) for statement in found]
        return Narrated(
            narration=Narration(article, found, speakers=keys),
            names=tuple((name.span, str(name.kind)) for name in tagging.names),
            network=tuple(map(extract.settings_of, network)),
            states=tagging.states,
        )

    def read_all(self, articles: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
        """Yield a reading or a failure for each article, as soon as it is there.

        One article that cannot be read stops none of the others. Failures
        that come in (from ingest) go out as they are.
        """
        for article in articles:
            yield article if isinstance(article, Failure) else self._reading(article)

    def _reading(self, article: Article) -> Reading | Failure:
        if not is_english(article):
            return Failure(
                uri=article.uri or article.id,
                stage=Stage.READ,
                reason=f"is in another language ({article.language}): onrecord reads English",
            )
        try:
            return Reading(article=article, statements=self.read(article))
        # The one place where any error at all becomes a value: a fault met in
        # one article of a night's run must not lose the rest.
        except Exception as error:  # noqa: BLE001
            return Failure(
                uri=article.uri or article.id,
                stage=Stage.READ,
                reason=f"could not be read, {type(error).__name__}: {error}",
                traceback=traceback.format_exc(),
            )


def _settled(told: Narrated) -> tuple[tuple[How, ...], tuple[SaidAt, ...]]:
    """Return how and when each statement was made: by rules, else by what its passage tells."""
    if not told.narration.statements:
        return (), ()
    ways, times = passages.with_passages(found_in(told))
    return ways, when.or_published(told.narration.article, times)


def found_in(told: Narrated) -> passages.Found:
    """Return what rules find of how and when an article's statements were made.

    Args:
        told: The article with its statements.
    """
    times = when.times_of(told.narration)
    return passages.Found(
        narration=told.narration,
        ways=how.settings(told.narration, names=told.names),
        times=when.carried(times),
        named=times.named,
        network=told.network,
        states=told.states,
    )


def key_of(article: Article, statement: Statement) -> str | None:
    """Return what two statements of one speaker have in common."""
    speaker = statement.speaker
    if speaker is None or speaker.type is None:
        return None
    if speaker.name is not None:
        return article[speaker.name]
    return f"{speaker.type}: {article.words(statement.source)}"


def read(article: Article) -> tuple[Statement, ...]:
    """Return the statements of one article, in order of appearance.

    The reader is loaded at the first call and kept. Use `Reader` to say
    yourself when that happens.

    >>> article = Article(text="“It rains,” the minister said.")
    >>> [str(statement.kind) for statement in read(article)]
    ['direct']
    """
    return _shared_reader().read(article)


@functools.cache
def _shared_reader() -> Reader:
    return Reader.load()
