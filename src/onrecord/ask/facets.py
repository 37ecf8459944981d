"""How many statements there are of each speaker, type, outlet, act, channel, kind and year."""

import datetime
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from onrecord.ask.answer import Count
from onrecord.ask.conditions import Conditions
from onrecord.record import Store
from onrecord.record.listing import DAY_S
from onrecord.record.rows import Row
from onrecord.record.sql import fetch, listed, scalar
from onrecord.record.tables import UNKNOWN_TIME

__all__ = ["MOST", "Counted", "counted", "days", "every_day"]

# Beyond that people narrow the search, and 4 ms are spent (docs/decisions/0005-counts.md).
MOST = 5_000
# So many an index counts in half a millisecond.
_NARROW = 20_000
_VALUES = 20
_EPOCH = datetime.date(1970, 1, 1).toordinal()
_SHARED = ("type", "act", "channel", "kind")
_FACETS = ("profile", "speaker", "outlet", "year")
_SHIFT = -UNKNOWN_TIME // DAY_S + 1
_Counts = Counter[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What fits a question.

    Attributes:
        total: How many there are.
        is_exact: False where there are more than ``total``.
        facets: Counts by facet.
        found: Time and number of each, in any order; None where they are too
            many, or the summary tables knew enough.
        reach: Number of the last statement that was counted, where those are not all.
    """

    total: int
    is_exact: bool
    facets: Mapping[str, tuple[Count, ...]]
    found: Sequence[tuple[int, int]] | None = None
    reach: int = 0


def counted(store: Store, connection: Connection, asked: Conditions) -> Counted:
    """Return how many statements fit, whether that is exact, and counts by facet.

    What the summary tables know is exact however many there are; anything
    else is counted over 5,000 statements at most.
    """
    by = _summed(store, connection, asked) if asked.is_counted else {}
    is_exact = "profile" in by
    missing = [name for name in _FACETS if name not in by]
    found: Sequence[tuple[int, int]] | None = None
    reach = 0
    if missing:
        found, reach, sampled = _sampled(store, connection, asked, missing)
        by.update(sampled)
    total = by["profile"].total()
    return Counted(
        total=total,
        is_exact=is_exact or total < MOST,
        facets=_facets(store, connection, by),
        found=found,
        reach=reach,
    )


def days(connection: Connection, asked: Conditions) -> list[tuple[datetime.date | None, int]]:
    """Return how many statements were said, or else published, on each day."""
    # Both databases divide towards zero, and the list holds times before 1970.
    day = f"(l.at + {_SHIFT * DAY_S}) / {DAY_S} - {_SHIFT}"
    counts = f"SELECT {day} AS day, count(*) FROM {_source(asked)} GROUP BY day ORDER BY day"
    found = fetch(connection, counts, asked.values)
    return [(_date(day), statements) for day, statements in found]


def _sampled(
    store: Store, connection: Connection, asked: Conditions, names: Sequence[str]
) -> tuple[list[tuple[int, int]] | None, int, dict[str, _Counts]]:
    """Count the first statements that come to hand, in one pass over them.

    Returns:
        Time and number of each, if those are all; else the number of the last; and the counts.
    """
    columns = ("at", "statement", *names)
    gathered = ", ".join(store.backend.gathered(name) for name in columns)
    each = ", ".join(f"l.{name} AS {name}" for name in columns)
    some = f"SELECT {each} FROM {_quickest(store, connection, asked)} LIMIT {MOST}"
    (row,) = fetch(connection, f"SELECT {gathered} FROM ({some}) AS sample", asked.values)
    times, numbers, *values = (_split(text) for text in row)
    total = len(numbers)
    by = {name: _count(each, total) for name, each in zip(names, values, strict=True)}
    if total >= MOST:
        return None, int(numbers[-1]), by
    return list(zip(map(int, times), map(int, numbers), strict=True)), 0, by


def _split(text: str | None) -> list[str]:
    return text.split(",") if text else []


def _count(values: Sequence[str], total: int) -> _Counts:
    counts: _Counts = Counter({int(value): n for value, n in Counter(values).items()})
    if len(values) < total:
        counts[None] = total - len(values)
    return counts


def _source(asked: Conditions, *more: str) -> str:
    if asked.matching is None:
        return f"listing AS l WHERE {asked.where(*more)}"
    return f"{asked.matching.join} WHERE {asked.where(asked.matching.condition, *more)}"


def _quickest(store: Store, connection: Connection, asked: Conditions) -> str:
    """Return what stands after FROM, so that what is rarest is looked for first."""
    if store.backend.plans_words or not asked.narrow:
        return _source(asked)
    words = asked.matching
    if words is None:
        return _source(asked)
    sizes = {one: _size(connection, asked, f"listing AS l WHERE {one}") for one in asked.narrow}
    fewest = min(sizes, key=lambda one: sizes[one])
    if sizes[fewest] >= min(
        _NARROW, _size(connection, asked, f"{words.index} WHERE {words.condition}")
    ):
        return _source(asked)
    # To be among those is quicker told than to read the row of each that has the words.
    return _source(asked, f"+{words.number} IN (SELECT statement FROM listing AS l WHERE {fewest})")


def _size(connection: Connection, asked: Conditions, source: str) -> int:
    some = f"SELECT 1 FROM {source} LIMIT {_NARROW}"
    return int(scalar(connection, f"SELECT count(*) FROM ({some}) AS sample", **asked.values))


def _summed(store: Store, connection: Connection, asked: Conditions) -> dict[str, _Counts]:
    """Return what the summary tables know of a question that asks nothing else."""
    where = [] if asked.outlet is None else [f"outlet = {asked.outlet}"]
    if asked.profiles is not None:
        where.append(f"profile IN {listed(asked.profiles)}")
    table = "profile_counts" if asked.outlet is None else "outlet_profile_counts"
    by_profile = _pairs(store, connection, "profile", f"{table} WHERE {_all(where)}")
    if asked.outlet is not None:
        return {"profile": by_profile, "outlet": Counter({asked.outlet: by_profile.total()})}
    if asked.profiles is not None:
        return {"profile": by_profile}
    return {"profile": by_profile, **_of_all(store, connection)}


def _all(conditions: Sequence[str]) -> str:
    return " AND ".join(conditions) or "1 = 1"


def _of_all(store: Store, connection: Connection) -> dict[str, _Counts]:
    most = f"speaker_counts ORDER BY statements DESC LIMIT {_VALUES * 5}"
    years: _Counts = Counter()
    for day, statements in _pairs(store, connection, "day", "day_counts").items():
        date = _date(day)
        years[date.year if date else None] += statements
    return {
        "speaker": _pairs(store, connection, "speaker", f"(SELECT * FROM {most}) AS most"),
        "outlet": _pairs(store, connection, "outlet", "outlet_counts"),
        "year": years,
    }


def _pairs(store: Store, connection: Connection, key: str, source: str) -> _Counts:
    pairs = store.backend.gathered(f"{key} || ':' || statements")
    found = _split(scalar(connection, f"SELECT {pairs} FROM {source}"))
    return Counter({int(key): int(n) for key, _, n in (one.partition(":") for one in found)})


def _facets(
    store: Store, connection: Connection, by: Mapping[str, _Counts]
) -> dict[str, tuple[Count, ...]]:
    shared = _shared(store.profiles(connection), by["profile"])
    years = {None if year is None else str(year): n for year, n in by["year"].items()}
    return {
        "speaker": _most(_named(store, connection, by["speaker"])),
        **{name: _most(counts) for name, counts in shared.items()},
        "outlet": _most(_outlet_names(store, connection, by["outlet"])),
        "year": _most(Counter(years)),
    }


def _shared(profiles: Mapping[int, Row], by_profile: _Counts) -> dict[str, _Counts]:
    """Return counts of each shared value, from counts of their combinations."""
    found: dict[str, _Counts] = {name: Counter() for name in _SHARED}
    for number, statements in by_profile.items():
        for name in _SHARED:
            found[name][profiles[number][name]] += statements
    return found


def _named(store: Store, connection: Connection, by_speaker: _Counts) -> _Counts:
    """Return counts by person, the names of one person together."""
    ids = [number for number, _ in by_speaker.most_common(_VALUES * 5) if number is not None]
    source = (
        "speakers AS s JOIN speakers AS person ON person.number = s.person "
        f"WHERE s.number IN {listed(ids)}"
    )
    counts: _Counts = Counter({None: by_speaker.get(None, 0)})
    for number, name in _names(store, connection, "s.number", "person.name", source):
        counts[name] += by_speaker[number]
    return counts


def _outlet_names(store: Store, connection: Connection, by_outlet: _Counts) -> _Counts:
    source = f"outlets WHERE number IN {listed(by_outlet)}"
    found = _names(store, connection, "number", "name", source)
    return Counter({name: by_outlet[number] for number, name in found})


def _names(
    store: Store, connection: Connection, number: str, name: str, source: str
) -> Iterable[tuple[int, str | None]]:
    found = scalar(connection, f"SELECT {store.backend.gathered_by(number, name)} FROM {source}")
    return ((int(key), value) for key, value in json.loads(found or "{}").items())


def _most(counts: _Counts) -> tuple[Count, ...]:
    found: Iterable[tuple[str | None, int]] = counts.most_common(_VALUES)
    return tuple(Count(value=value, statements=number) for value, number in found if number > 0)


def _date(day: int | None) -> datetime.date | None:
    if day is None or day <= UNKNOWN_TIME // DAY_S + 1:
        return None
    return datetime.date.fromordinal(_EPOCH + day)


def every_day(connection: Connection) -> list[tuple[datetime.date | None, int]]:
    """Return what `days` does where nothing is asked, as the summary knows it."""
    known = "SELECT day, statements FROM day_counts WHERE statements > 0 ORDER BY day"
    return [(_date(day), number) for day, number in connection.exec_driver_sql(known).all()]
