"""PolNeAR 1.0 as gold articles: brat standoff beside plain texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.tagger.codec import ROLES, Role
from onrecord.types import Span

SILVER = "silver"
_ANNOTATION = re.compile(r"^(?P<name>.*)_(?P<annotator>[0-9a-f]{4})\.ann$")
_ROLE_OF = {
    "Source": Role.SOURCE,
    "Cue": Role.CUE,
    "Content": Role.CONTENT,
    "Content2": Role.CONTENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """One attribution as a person marked it; each role's spans are in order."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def spans(self, role: Role) -> tuple[Span, ...]:
        """Return the spans of one role."""
        return {Role.SOURCE: self.source, Role.CUE: self.cue, Role.CONTENT: self.content}[role]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One article with its attributions, by one annotator or by networks (silver)."""

    name: str
    annotator: str
    text: str
    statements: tuple[GoldStatement, ...]

    @property
    def is_gold(self) -> bool:
        """Whether a person marked it."""
        return self.annotator != SILVER


def read_split(folder: Path, *, every_annotator: bool = False) -> Iterator[GoldArticle]:
    """Yield the articles of a PolNeAR split in name order.

    Args:
        folder: The split; it holds ``text/`` and ``attributions/``.
        every_annotator: Yield each annotator's version of the few articles
            that have several, instead of the alphabetically first.
    """
    seen = set()
    for path in sorted((folder / "attributions").iterdir()):
        match = _ANNOTATION.match(path.name)
        if match is None or (match["name"] in seen and not every_annotator):
            continue
        seen.add(match["name"])
        text = _read(folder / "text" / f"{match['name']}.txt")
        yield GoldArticle(
            name=match["name"],
            annotator=match["annotator"],
            text=text,
            statements=tuple(_statements(_read(path), text)),
        )


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as handle:
        return handle.read()


def _statements(annotation: str, text: str) -> Iterator[GoldStatement]:
    marks: dict[str, list[tuple[int, int]]] = {}
    events: list[list[str]] = []
    for line in annotation.split("\n"):
        fields = line.rstrip("\r").split("\t")
        if re.fullmatch(r"T\d+", fields[0]) and len(fields) > 1:
            marks[fields[0]] = _offsets(fields[1])
        elif re.fullmatch(r"E\d+", fields[0]) and len(fields) > 1:
            events.append(fields[1].split())
    for event in events:
        parts: dict[Role, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for pair in event:
            name, _, mark = pair.partition(":")
            if name in _ROLE_OF:
                parts[_ROLE_OF[name]].extend(marks[mark])
        joined = {role.value: _join(spans, text) for role, spans in parts.items()}
        if joined["content"]:
            yield GoldStatement(**joined)


def _offsets(field: str) -> list[tuple[int, int]]:
    _, _, places = field.partition(" ")
    pairs = (part.split() for part in places.split(";"))
    return [(int(start), int(end)) for start, end in pairs]


def _join(spans: list[tuple[int, int]], text: str) -> tuple[Span, ...]:
    """Trim white space and join what only white space separates.

    brat splits a span at each line end.
    """
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        words = text[start:end]
        if not words.strip():
            continue
        first = start + len(words) - len(words.lstrip())
        last = first + len(words.strip())
        if joined and (first <= joined[-1][1] or text[joined[-1][1] : first].isspace()):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(Span(start, end) for start, end in joined)
