"""People and offices known beforehand: evidence for who is meant, never instead of the text.

Read from a CSV table, from the shape of ``congress-legislators`` (YAML or JSON), or
from JSON lines of Wikidata items.
"""

import csv
import datetime
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import TableError
from onrecord.resolve.who.forms import Form
from onrecord.types import Known

_OFFICES = {
    "sen": "Senator",
    "rep": "Representative",
    "prez": "President",
    "viceprez": "Vice President",
}
_FAR_BACK, _FAR_AHEAD = "0000", "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office and when it was held.

    Attributes:
        title: "President".
        start: First day, ISO 8601, or less of it; empty for unknown.
        end: Last day, in the same manner.
    """

    title: str
    start: str = ""
    end: str = ""

    def is_held_on(self, day: datetime.date) -> bool:
        """Say whether the office was held on a day."""
        iso = day.isoformat()
        return (self.start or _FAR_BACK) <= iso <= (self.end or _FAR_AHEAD) + "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One row of a table of people."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    pronoun: str | None = None

    def role_on(self, day: datetime.date | None) -> str | None:
        """Return the office held on a day; the last one where there is no day."""
        if day is None:
            return self.roles[-1].title if self.roles else None
        return next((role.title for role in reversed(self.roles) if role.is_held_on(day)), None)


class People:
    """A table of people, found by any of their names."""

    def __init__(self, people: Sequence[Person]) -> None:
        """Keep the people."""
        self._by_last: dict[str, list[tuple[Form, Person]]] = defaultdict(list)
        for person in people:
            for name in dict.fromkeys((person.name, *person.aliases)):
                form = Form.of(name)
                self._by_last[form.last].append((form, person))
        self._count = len(people)

    def __len__(self) -> int:
        """Return how many people the table holds."""
        return self._count

    def find(self, name: str, day: datetime.date | None) -> Known | None:
        """Return who bears a full name, if only one does, or only one in office on the day.

        Args:
            name: At least a first name and a surname.
            day: When the article was published.
        """
        form = Form.of(name)
        if len(form.words) < 2:
            return None
        found = dict.fromkeys(
            p for other, p in self._by_last.get(form.last, ()) if form.same_person(other)
        )
        people = list(found)
        if len(people) > 1:
            people = [p for p in people if p.role_on(day)] if day else []
        if len(people) != 1:
            return None
        return Known(id=people[0].id, name=people[0].name, role=people[0].role_on(day))

    def bearers(self, surname: str, title: str, day: datetime.date | None) -> list[Known]:
        """Return who bears a surname and held an office of a title on the day."""
        form = Form.of(surname)
        found = dict.fromkeys(
            p for other, p in self._by_last.get(form.last, ()) if other.last == form.last
        )
        return [
            Known(id=p.id, name=p.name, role=role)
            for p in found
            if (role := p.role_on(day)) and role.casefold() in title.casefold()
        ]


def read_people(path: Path) -> People:
    """Return the table of people of a file.

    Args:
        path: ``.csv`` (columns ``id``, ``name``, and where there are any ``aliases``
            separated by ``|``, ``role``, ``start``, ``end``; several rows of
            one id are one person), ``.jsonl`` (Wikidata items), ``.yaml`` or
            ``.json`` (congress-legislators).

    Raises:
        TableError: If the file is of another kind or shape.
    """
    readers = {
        ".csv": _from_csv,
        ".jsonl": _from_wikidata,
        ".ndjson": _from_wikidata,
        ".json": _from_legislators,
        ".yaml": _from_legislators,
        ".yml": _from_legislators,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise TableError(f"{path} is no table of people: wanted one of {', '.join(readers)}")
    try:
        return People(list(reader(path)))
    except TableError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise TableError(
            f"{path} cannot be read as a table of people: {error}; see docs/guide/people.md"
        ) from error
    except OSError as error:
        raise TableError(f"{path} cannot be read: {error.strerror}") from error


def _from_csv(path: Path) -> Iterator[Person]:
    rows: dict[str, list[Mapping[str, str]]] = {}
    with path.open(encoding="utf-8-sig", newline="") as handle:
        table = csv.DictReader(handle)
        if "name" not in (table.fieldnames or ()):
            raise TableError(f"{path}: no column `name` in its first row; wanted `id`, `name`, …")
        for number, row in enumerate(table):
            if not row.get("name"):
                raise TableError(f"{path}: no name in row {number + 2}: wanted one in each row")
            rows.setdefault(row.get("id") or row["name"], []).append(row)
    for key, of_person in rows.items():
        aliases = [a.strip() for row in of_person for a in (row.get("aliases") or "").split("|")]
        roles = [
            Role(title=row["role"], start=row.get("start") or "", end=row.get("end") or "")
            for row in of_person
            if row.get("role")
        ]
        yield Person(
            id=key,
            name=of_person[0]["name"],
            aliases=tuple(filter(None, aliases)),
            roles=tuple(roles),
        )


def _from_legislators(path: Path) -> Iterator[Person]:
    for one in _records(path):
        name = one["name"]
        first, last = name["first"], name["last"]
        full = name.get("official_full") or f"{first} {last}"
        aliases = [f"{first} {last}"]
        if name.get("nickname"):
            aliases.append(f"{name['nickname']} {last}")
        roles = [
            Role(title=_OFFICES[term["type"]], start=str(term["start"]), end=str(term["end"]))
            for term in one["terms"]
            if term["type"] in _OFFICES
        ]
        ids = one["id"]
        yield Person(
            id=str(ids.get("wikidata") or ids.get("bioguide") or full),
            name=full,
            aliases=tuple(aliases),
            roles=tuple(roles),
        )


def _records(path: Path) -> list[Any]:
    words = path.read_text(encoding="utf-8")
    if path.suffix.lower() == ".json":
        return list(json.loads(words))
    try:
        import yaml  # type: ignore[import-untyped]  # noqa: PLC0415 - only such a table needs it
    except ImportError as error:
        raise TableError(
            f"{path} is YAML: pip install 'onrecord[people]', or give the table as JSON or CSV"
        ) from error
    # The C loader is safe, too, and ten times as fast.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return list(yaml.load(words, Loader=loader))  # noqa: S506


def _from_wikidata(path: Path) -> Iterator[Person]:
    with path.open(encoding="utf-8") as handle:
        for line in handle:
            if line.strip(" \t\r\n,[]"):
                item = json.loads(line.strip().rstrip(","))
                person = _wikidata_person(item)
                if person is not None:
                    yield person


def _wikidata_person(item: Mapping[str, Any]) -> Person | None:
    labels = item.get("labels", {})
    label = labels.get("en") or labels.get("mul") or item.get("label")
    name = label["value"] if isinstance(label, Mapping) else label
    if not name:
        return None
    aliases = item.get("aliases", {})
    listed = aliases.get("en", []) if isinstance(aliases, Mapping) else aliases
    return Person(
        id=str(item["id"]),
        name=str(name),
        aliases=tuple(a["value"] if isinstance(a, Mapping) else str(a) for a in listed),
        # P39: position held, with P580 and P582 for its start and end.
        roles=tuple(_positions(item.get("claims", {}).get("P39", []))),
    )


def _positions(claims: Sequence[Mapping[str, Any]]) -> Iterator[Role]:
    for claim in claims:
        value = claim.get("mainsnak", {}).get("datavalue", {}).get("value", {})
        title = value.get("label") or value.get("text")
        if title:
            qualifiers = claim.get("qualifiers", {})
            yield Role(
                title=str(title),
                start=_day(qualifiers.get("P580")),
                end=_day(qualifiers.get("P582")),
            )


def _day(qualifier: Sequence[Mapping[str, Any]] | None) -> str:
    """Return the ISO date of a Wikidata time: ``+2019-05-20T00:00:00Z``."""
    if not qualifier:
        return ""
    time = qualifier[0].get("datavalue", {}).get("value", {}).get("time", "")
    return str(time).lstrip("+")[:10].replace("-00", "")
