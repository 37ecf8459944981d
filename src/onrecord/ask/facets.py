"""How many statements there are of each speaker, type, outlet, act, channel, kind and year."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, literal, select, union_all

from onrecord.ask.answer import Count
from onrecord.ask.conditions import Conditions
from onrecord.record import Store
from onrecord.record.listing import DAY_S
from onrecord.record.rows import Row
from onrecord.record.tables import (
    UNKNOWN_TIME,
    day_counts,
    listing,
    outlet_counts,
    outlet_profile_counts,
    outlets,
    profile_counts,
    speaker_counts,
    speakers,
)

__all__ = ["MOST", "counted", "days", "every_day"]

# Beyond that people narrow the search, and 8 ms are spent (docs/decisions/0005-counts.md).
MOST = 5_000
_VALUES = 20
_EPOCH = datetime.date(1970, 1, 1).toordinal()
_SHARED = ("type", "act", "channel", "kind")
_SHIFT = -UNKNOWN_TIME // DAY_S + 1
_Counts = Counter[Any]


def counted(
    store: Store, connection: Connection, asked: Conditions
) -> tuple[int, bool, dict[str, tuple[Count, ...]]]:
    """Return how many statements fit, whether that is exact, and counts by facet.

    What the summary tables know is exact however many there are; anything
    else is counted over 5,000 statements at most.
    """
    by = _summed(connection, asked) if asked.is_counted else {}
    is_exact = "profile" in by
    missing = [name for name in ("profile", "speaker", "outlet", "year") if name not in by]
    by.update(_sampled(connection, asked, missing))
    total = by["profile"].total()
    return total, is_exact or total < MOST, _facets(store, connection, by)


def days(connection: Connection, asked: Conditions) -> list[tuple[datetime.date | None, int]]:
    """Return how many statements were said, or else published, on each day."""
    day = _day().label("day")
    fitting = _from(asked, select(day, func.count().label("statements")))
    found = connection.execute(fitting.group_by(day).order_by(day))
    return [(_date(row.day), row.statements) for row in found]


def _sampled(connection: Connection, asked: Conditions, names: Sequence[str]) -> dict[str, _Counts]:
    """Count the first statements that come to hand, in one pass over them."""
    if not names:
        return {}
    columns = [listing.c[name] for name in names]
    some = _from(asked, select(*columns)).limit(MOST).cte("some")
    each = [_values(name, some.c[name]) for name in names]
    by: dict[str, _Counts] = {name: Counter() for name in names}
    for facet, value, statements in connection.execute(union_all(*each)).all():
        by[facet][value] = statements
    return by


def _values(name: str, column: Any) -> Any:  # noqa: ANN401
    number = func.count().label("n")
    counts = select(literal(name).label("facet"), column.label("value"), number).group_by(column)
    if name == "speaker":
        # The rest of thousands would only be thrown away.
        counts = counts.order_by(number.desc()).limit(_VALUES * 5)
    return select(counts.subquery())


def _from(asked: Conditions, what: "Select[Any]") -> "Select[Any]":
    source: Any = listing
    if asked.matching is not None:
        source = asked.matching.join(listing, listing.c.statement == asked.matching.c.statement)
    return what.select_from(source).where(*asked.every())


def _summed(connection: Connection, asked: Conditions) -> dict[str, _Counts]:
    """Return what the summary tables know of a question that asks nothing else."""
    if asked.outlet is not None:
        found = outlet_profile_counts
        rows = select(found.c.profile, found.c.statements).where(found.c.outlet == asked.outlet)
    else:
        found = profile_counts
        rows = select(found.c.profile, found.c.statements)
    if asked.profiles:
        rows = rows.where(found.c.profile.in_(asked.fitting()))
    by_profile = _pairs(connection, rows)
    if asked.outlet is not None:
        return {"profile": by_profile, "outlet": Counter({asked.outlet: by_profile.total()})}
    if asked.profiles:
        return {"profile": by_profile}
    return {"profile": by_profile, **_of_all(connection)}


def _of_all(connection: Connection) -> dict[str, _Counts]:
    most = select(speaker_counts).order_by(speaker_counts.c.statements.desc()).limit(_VALUES * 5)
    years: _Counts = Counter()
    for day, statements in connection.execute(select(day_counts)).all():
        date = _date(day)
        years[date.year if date else None] += statements
    return {
        "speaker": _pairs(connection, most),
        "outlet": _pairs(connection, select(outlet_counts)),
        "year": years,
    }


def _pairs(connection: Connection, asked: "Select[Any]") -> _Counts:
    return Counter(dict(map(tuple, connection.execute(asked).all())))


def _facets(
    store: Store, connection: Connection, by: Mapping[str, _Counts]
) -> dict[str, tuple[Count, ...]]:
    shared = _shared(store.profiles(connection), by["profile"])
    years = {None if year is None else str(year): n for year, n in by["year"].items()}
    return {
        "speaker": _most(_named(connection, by["speaker"])),
        **{name: _most(counts) for name, counts in shared.items()},
        "outlet": _most(_outlet_names(connection, by["outlet"])),
        "year": _most(Counter(years)),
    }


def _shared(profiles: Mapping[int, Row], by_profile: _Counts) -> dict[str, _Counts]:
    """Return counts of each shared value, from counts of their combinations."""
    found: dict[str, _Counts] = {name: Counter() for name in _SHARED}
    for number, statements in by_profile.items():
        for name in _SHARED:
            found[name][profiles[number][name]] += statements
    return found


def _named(connection: Connection, by_speaker: _Counts) -> _Counts:
    """Return counts by person, the names of one person together."""
    ids = [number for number, _ in by_speaker.most_common(_VALUES * 5) if number is not None]
    person = speakers.alias("person")
    names = (
        select(speakers.c.number, person.c.name)
        .join(person, person.c.number == speakers.c.person)
        .where(speakers.c.number.in_(ids))
    )
    counts: _Counts = Counter({None: by_speaker.get(None, 0)})
    for row in connection.execute(names):
        counts[row.name] += by_speaker[row.number]
    return counts


def _outlet_names(connection: Connection, by_outlet: _Counts) -> _Counts:
    asked = select(outlets).where(outlets.c.number.in_(list(by_outlet)))
    return Counter({row.name: by_outlet[row.number] for row in connection.execute(asked)})


def _most(counts: _Counts) -> tuple[Count, ...]:
    found: Iterable[tuple[str | None, int]] = counts.most_common(_VALUES)
    return tuple(Count(value=value, statements=number) for value, number in found if number > 0)


def _day() -> Any:  # noqa: ANN401
    # Both databases divide towards zero, and the list holds times before 1970.
    return (listing.c.at + _SHIFT * DAY_S) // DAY_S - _SHIFT


def _date(day: int | None) -> datetime.date | None:
    if day is None or day <= UNKNOWN_TIME // DAY_S + 1:
        return None
    return datetime.date.fromordinal(_EPOCH + day)


def every_day(connection: Connection) -> list[tuple[datetime.date | None, int]]:
    """Return what `days` does where nothing is asked, as the summary knows it."""
    known = "SELECT day, statements FROM day_counts WHERE statements > 0 ORDER BY day"
    return [(_date(day), number) for day, number in connection.exec_driver_sql(known).all()]
