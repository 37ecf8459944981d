"""How many statements there are of each speaker, type, outlet, act, channel, kind and year."""

import datetime
import functools
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from onrecord.ask.answer import Count
from onrecord.ask.conditions import Conditions
from onrecord.ask.sample import MOST, Best, Sample, sample, source, split
from onrecord.record import Store
from onrecord.record.listing import DAY_S
from onrecord.record.rows import Row
from onrecord.record.sql import fetch, listed, scalar
from onrecord.record.tables import UNKNOWN_TIME

__all__ = ["Counted", "counted", "days", "every_day"]

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
        best: Numbers and ranks of the best, where the count told them.
    """

    total: int
    is_exact: bool
    facets: Mapping[str, tuple[Count, ...]]
    found: Sequence[tuple[int, int]] | None = None
    best: Sequence[tuple[int, float]] | None = None


def counted(
    store: Store, connection: Connection, asked: Conditions, best: Best | None = None
) -> Counted:
    """Return how many statements fit, whether that is exact, and counts by facet.

    What the summary tables know is exact however many there are; anything
    else is counted over 5,000 statements at most.

    Args:
        store: The record.
        connection: To it.
        asked: What fits.
        best: Which of the best are to be told, if the count can tell them.
    """
    by = _summed(store, connection, asked) if asked.is_counted else {}
    is_exact = "profile" in by
    missing = [name for name in _FACETS if name not in by]
    if not missing:
        return _told(store, connection, by, is_exact=True)
    found = sample(store, connection, asked, missing, best)
    by.update({name: _count(found.columns[name], found.total) for name in missing})
    return _told(store, connection, by, is_exact=is_exact, found=found)


def _told(
    store: Store,
    connection: Connection,
    by: Mapping[str, _Counts],
    *,
    is_exact: bool,
    found: Sample | None = None,
) -> Counted:
    total = by["profile"].total()
    return Counted(
        total=total,
        is_exact=is_exact or total < MOST,
        facets=_facets(store, connection, by),
        found=_places(found) if found and found.total < MOST else None,
        best=found.best if found else None,
    )


def _places(found: Sample) -> list[tuple[int, int]]:
    times, numbers = (map(int, found.columns[name]) for name in ("at", "statement"))
    return list(zip(times, numbers, strict=True))


def days(connection: Connection, asked: Conditions) -> list[tuple[datetime.date | None, int]]:
    """Return how many statements were said, or else published, on each day."""
    # Both databases divide towards zero, and the list holds times before 1970.
    day = f"(l.at + {_SHIFT * DAY_S}) / {DAY_S} - {_SHIFT}"
    counts = f"SELECT {day} AS day, count(*) FROM {source(asked)} GROUP BY day ORDER BY day"
    found = fetch(connection, counts, asked.values)
    return [(_date(day), statements) for day, statements in found]


def _count(values: Sequence[str], total: int) -> _Counts:
    counts: _Counts = Counter({int(value): n for value, n in Counter(values).items()})
    if len(values) < total:
        counts[None] = total - len(values)
    return counts


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
        years[_year(day)] += statements
    return {
        "speaker": _pairs(store, connection, "speaker", f"(SELECT * FROM {most}) AS most"),
        "outlet": _pairs(store, connection, "outlet", "outlet_counts"),
        "year": years,
    }


def _pairs(store: Store, connection: Connection, key: str, source: str) -> _Counts:
    pairs = store.backend.gathered(f"{key} || ':' || statements")
    found = split(scalar(connection, f"SELECT {pairs} FROM {source}"))
    return Counter({int(key): int(n) for key, _, n in (one.partition(":") for one in found)})


def _facets(
    store: Store, connection: Connection, by: Mapping[str, _Counts]
) -> dict[str, tuple[Count, ...]]:
    shared = _shared(store.profiles(connection, by["profile"]), by["profile"])
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
    names = store.backend.gathered_by("s.number", "person.name")
    found = json.loads(scalar(connection, f"SELECT {names} FROM {source}") or "{}")
    for number, name in found.items():
        counts[name] += by_speaker[int(number)]
    return counts


def _outlet_names(store: Store, connection: Connection, by_outlet: _Counts) -> _Counts:
    names = store.outlet_names(connection, by_outlet)
    # An outlet that nobody has is asked for by a number that none has.
    return Counter({names[one]: number for one, number in by_outlet.items() if one in names})


def _most(counts: _Counts) -> tuple[Count, ...]:
    found: Iterable[tuple[str | None, int]] = counts.most_common(_VALUES)
    return tuple(Count(value=value, statements=number) for value, number in found if number > 0)


@functools.lru_cache(maxsize=50_000)
def _year(day: int) -> int | None:
    # To tell the years of all days of a record anew takes some milliseconds.
    date = _date(day)
    return date.year if date else None


def _date(day: int | None) -> datetime.date | None:
    if day is None or day <= UNKNOWN_TIME // DAY_S + 1:
        return None
    return datetime.date.fromordinal(_EPOCH + day)


def every_day(connection: Connection) -> list[tuple[datetime.date | None, int]]:
    """Return what `days` does where nothing is asked, as the summary knows it."""
    known = "SELECT day, statements FROM day_counts WHERE statements > 0 ORDER BY day"
    return [(_date(day), number) for day, number in connection.exec_driver_sql(known).all()]
