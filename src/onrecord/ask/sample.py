"""The statements that are counted, in one pass over them, and the best of them on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from onrecord.ask.conditions import Conditions
from onrecord.record import Store
from onrecord.record.backend import Backend, Matching
from onrecord.record.sql import fetch, scalar

__all__ = ["MOST", "Best", "Sample", "last_number", "sample", "source", "split"]

# Beyond that people narrow the search, and 4 ms are spent (docs/decisions/0005-counts.md).
MOST = 5_000
# So many an index counts in half a millisecond.
_NARROW = 20_000
# The last 5,000 are looked for somewhat farther from the end than as many should reach.
_MARGIN = 1.4
# What pages by time are made of.
_PLACE = ("statement", "at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """Which of those that fit best are wanted.

    Attributes:
        limit: How many.
        skipped: How many come before them.
        upto: Number of the last statement that is ranked.
        is_all: Whether that is the last of the list.
    """

    limit: int
    skipped: int
    upto: int
    is_all: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Some statements that fit a question: all of them, if they are fewer than `MOST`.

    Attributes:
        total: How many there are.
        last: Number of the one that was listed last; 0 if there is none.
        columns: Values by column of the list, as text, nulls left out. Numbers and times
            of `MOST` that are ranked are not among them.
        best: Numbers and ranks of the best, if they were asked for.
    """

    total: int
    last: int
    columns: Mapping[str, Sequence[str]]
    best: tuple[tuple[int, float], ...] | None = None


def sample(
    store: Store,
    connection: Connection,
    asked: Conditions,
    names: Sequence[str],
    best: Best | None = None,
) -> Sample:
    """Return the first statements that come to hand, `MOST` at most.

    Where the best are asked for, it takes those that were added last instead,
    and ranks them, if the rows of the list tell their words (`Matching.told`).

    Args:
        store: The record.
        connection: To it.
        asked: What fits.
        names: Columns of the list beside its statements.
        best: Which of the best are asked for.
    """
    pass_ = _Pass(store.backend, connection, asked, tuple(names))
    words = asked.matching
    if best is not None and words is not None and words.told is not None:
        return _last_added(_Ranking(pass_, words, best))
    return pass_.taken(f"{pass_.each} FROM {_quickest(store, connection, asked)} LIMIT {MOST}")


def last_number(connection: Connection) -> int:
    """Return the number of the statement that was listed last; 0 if there is none."""
    return int(scalar(connection, "SELECT max(statement) FROM listing") or 0)


@dataclass(frozen=True, slots=True)
class _Pass:
    """One pass over some statements, whose values come as one text for each column."""

    backend: Backend
    connection: Connection
    asked: Conditions
    names: tuple[str, ...]

    @property
    def each(self) -> str:
        return ", ".join(f"l.{name} AS {name}" for name in (*_PLACE, *self.names))

    def taken(self, some: str) -> Sample:
        """Return what some statements are: what stands after SELECT for them."""
        names = (*_PLACE, *self.names)
        each = ", ".join(self.backend.gathered(name) for name in names)
        query = f"SELECT count(*), max(statement), {each} FROM (SELECT {some}) AS sample"
        ((total, last, *columns),) = fetch(self.connection, query, self.asked.values)
        return _sample(total, last, names, columns)

    def ranked(self, some: str, rank: str, first: str) -> Sample:
        """Return what some statements are, and the best of them.

        Numbers and times of `MOST` are not made into text: nobody asks for them.

        Args:
            some: What stands after SELECT for them: `each`, and what ranks need.
            rank: What their rank is.
            first: Selects numbers and ranks of the best from ``sample``.
        """
        few = f"FROM sample WHERE (SELECT count(*) FROM sample) < {MOST}"
        told = [f"(SELECT {self.backend.gathered(name)} {few})" for name in _PLACE]
        told += [self.backend.gathered(name) for name in self.names]
        pairs = self.backend.gathered("statement || ':' || place")
        names = (*_PLACE, *self.names)
        query = (
            f"WITH sample AS MATERIALIZED (SELECT {', '.join(names)}, {rank} AS place "
            f"FROM (SELECT {some}) AS found) SELECT (SELECT {pairs} FROM ({first}) AS first), "
            f"count(*), max(statement), {', '.join(told)} FROM sample"
        )
        ((best, total, last, *columns),) = fetch(self.connection, query, self.asked.values)
        return _sample(total, last, names, columns, tuple(map(_pair, split(best))))


def _sample(
    total: int,
    last: int | None,
    names: Sequence[str],
    columns: Sequence[str | None],
    best: tuple[tuple[int, float], ...] | None = None,
) -> Sample:
    texts = {name: split(text) for name, text in zip(names, columns, strict=True)}
    return Sample(total=total, last=last or 0, columns=texts, best=best)


@dataclass(frozen=True, slots=True)
class _Ranking:
    """A pass that ranks on the way: to make the bitmap of the words anew takes as long again."""

    one: _Pass
    words: Matching
    best: Best

    def every(self) -> Sample:
        """Return the first that come to hand."""
        return self._ranked(source(self.one.asked))

    def after(self, start: int) -> Sample:
        """Return the last of those that are ranked and come after one."""
        number = self.words.number
        where = (f"{number} > {start}", f"{number} <= {self.best.upto}")
        return self._ranked(f"{source(self.one.asked, *where)} ORDER BY {number} DESC")

    def estimated(self) -> int:
        """Return how many the planner expects, of conditions that it knows."""
        asked = replace(self.one.asked, broad=())
        return self.one.backend.estimated(self.one.connection, source(asked), asked.values)

    def _ranked(self, those: str) -> Sample:
        one, best = self.one, self.best
        first = (
            f"SELECT statement, place FROM sample WHERE statement <= {best.upto} "
            f"ORDER BY place, statement LIMIT {best.limit} OFFSET {best.skipped}"
        )
        some = f"{one.each}, {self.words.basis} AS basis FROM {those} LIMIT {MOST}"
        return one.ranked(some, self.words.rank, first)


def _last_added(ranking: _Ranking) -> Sample:
    """Return those that were added last, ranked; all, if they are fewer than `MOST`."""
    expected, upto = ranking.estimated(), ranking.best.upto
    if expected >= MOST / _MARGIN:
        start = _start(upto, expected / max(upto, 1))
        found = ranking.after(start)
        if found.total < MOST and start:
            start = _start(upto, found.total / (upto - start))
            found = ranking.after(start)
        if found.total >= MOST or (not start and ranking.best.is_all):
            return found
    every = ranking.every()
    if every.total < MOST:
        return every
    found = ranking.after(_start(upto, MOST / every.last))
    return found if found.total >= MOST else replace(every, best=ranking.after(0).best)


def _start(upto: int, share: float) -> int:
    """Return after which statement the last `MOST` are to be found, if so large a share fits."""
    # What a planner expects may be more than there are.
    return max(0, upto - int(MOST * _MARGIN / min(share, 1))) if share else 0


def _pair(text: str) -> tuple[int, float]:
    statement, _, place = text.partition(":")
    return int(statement), float(place)


def split(text: str | None) -> list[str]:
    """Return the values that a backend gathered."""
    return text.split(",") if text else []


def source(asked: Conditions, *more: str) -> str:
    """Return what stands after FROM for all that fit."""
    if asked.matching is None:
        return f"listing AS l WHERE {asked.where(*more)}"
    return f"{asked.matching.join} WHERE {asked.where(asked.matching.condition, *more)}"


def _quickest(store: Store, connection: Connection, asked: Conditions) -> str:
    """Return what stands after FROM, so that what is rarest is looked for first."""
    if store.backend.plans_words or not asked.narrow:
        return source(asked)
    words = asked.matching
    if words is None:
        return source(asked)
    sizes = {one: _size(connection, asked, f"listing AS l WHERE {one}") for one in asked.narrow}
    fewest = min(sizes, key=lambda one: sizes[one])
    if sizes[fewest] >= min(
        _NARROW, _size(connection, asked, f"{words.index} WHERE {words.condition}")
    ):
        return source(asked)
    # To be among those is quicker told than to read the row of each that has the words.
    return source(asked, f"+{words.number} IN (SELECT statement FROM listing AS l WHERE {fewest})")


def _size(connection: Connection, asked: Conditions, source: str) -> int:
    some = f"SELECT 1 FROM {source} LIMIT {_NARROW}"
    return int(scalar(connection, f"SELECT count(*) FROM ({some}) AS sample", **asked.values))
