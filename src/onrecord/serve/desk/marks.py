"""An article's text cut where something begins or ends, so that each piece can be marked."""

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.serve.desk.cards import NOBODY, Card, card
from onrecord.serve.desk.wording import CONTROL
from onrecord.types import Article, Entry, Span

__all__ = ["Line", "Note", "Piece", "lines", "notes"]

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_LOOKS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A statement in the list beside the text.

    Attributes:
        number: Its place in the article, from 1.
        initials: Of the speaker, for those who see no colours.
        look: Which of eight looks the speaker has, 0-7.
        card: What is known of it.
        entry: The statement.
    """

    number: int
    initials: str
    look: int
    card: Card
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some text that is marked in one way throughout.

    Attributes:
        start: Its place in the article's text, in code points.
        text: The very text.
        looks: Classes: content, source, cue, aside, and whose it is.
        numbers: Of the notes that it belongs to.
        opens: Notes whose content begins here.
    """

    start: int
    text: str
    looks: str = ""
    numbers: tuple[int, ...] = ()
    opens: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the text.

    Attributes:
        pieces: What it is made of.
        is_apart: Whether an empty line stands before it.
        is_outside: Whether it is header or credit, not the article itself.
    """

    pieces: tuple[Piece, ...]
    is_apart: bool
    is_outside: bool


def notes(entries: Sequence[Entry]) -> tuple[Note, ...]:
    """Return an article's statements, numbered in order, with a look for each speaker."""
    looks: dict[str, int] = {}
    found = []
    for number, entry in enumerate(_in_order(entries), 1):
        shown = card(entry)
        look = looks.setdefault(shown.who.casefold(), len(looks) % _LOOKS)
        made = Note(
            number=number, initials=_initials(shown.who), look=look, card=shown, entry=entry
        )
        found.append(made)
    return tuple(found)


def lines(article: Article, noted: Sequence[Note]) -> tuple[Line, ...]:
    """Return the text as lines of marked pieces; together they are the text without line ends."""
    roles = [_Role.of(role, span, note) for note in noted for role, span in _spans(note.entry)]
    opens: dict[int, list[Note]] = {}
    for note in noted:
        opens.setdefault(note.entry.statement.content[0].start, []).append(note)
    every = [match for match in _LINE.finditer(article.text) if match[0].strip()]
    spans = [Span(match.start(), match.end()) for match in every]
    touching = _by_line(roles, spans)
    found, before = [], 0
    for place, span in enumerate(spans):
        gap = article.text[before : span.start]
        before = span.end
        pieces = tuple(_pieces(article.text, span, touching[place], opens))
        is_outside = not any(part.touches(span) for part in article.body)
        is_apart = len(gap.splitlines()) > 1
        found.append(Line(pieces=pieces, is_apart=is_apart, is_outside=is_outside))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Role:
    name: str
    span: Span
    note: Note

    @classmethod
    def of(cls, name: str, span: Span, note: Note) -> "_Role":
        return cls(name, span, note)


def _spans(entry: Entry) -> Iterator[tuple[str, Span]]:
    statement = entry.statement
    for role in ("content", "source", "cue"):
        yield from ((role, span) for span in getattr(statement, role))
    yield from (("aside", aside.span) for aside in statement.asides)


def _by_line(roles: Sequence[_Role], spans: Sequence[Span]) -> list[list[_Role]]:
    """Return for each line the roles that touch it; a transcript has thousands of both."""
    found: list[list[_Role]] = [[] for _ in spans]
    ends = [span.end for span in spans]
    for role in roles:
        place = bisect.bisect_right(ends, role.span.start)
        while place < len(spans) and spans[place].start < role.span.end:
            found[place].append(role)
            place += 1
    return found


def _pieces(
    text: str, line: Span, here: Sequence[_Role], opens: dict[int, list[Note]]
) -> Iterator[Piece]:
    cuts = {line.start, line.end}
    for role in here:
        cuts |= {role.span.start, role.span.end}
    for match in CONTROL.finditer(text, line.start, line.end):
        cuts |= {match.start(), match.end()}
    inside = sorted(cut for cut in cuts if line.start <= cut <= line.end)
    for start, end in itertools.pairwise(inside):
        held = [role for role in here if role.span.start <= start and end <= role.span.end]
        yield _piece(text, Span(start, end), held, opens)


def _piece(text: str, span: Span, held: Sequence[_Role], opens: dict[int, list[Note]]) -> Piece:
    names = dict.fromkeys(role.name for role in held)
    whose = [role for role in held if role.name != "aside"]
    # Inside a nested statement the inner speaker's look wins: theirs are the words.
    look = [f"look-{max(whose, key=_depth).note.look}"] if whose else []
    return Piece(
        start=span.start,
        text=text[span.start : span.end],
        looks=" ".join([*names, *look]),
        numbers=tuple(dict.fromkeys(role.note.number for role in held)),
        opens=tuple(opens.get(span.start, ())),
    )


def _depth(role: _Role) -> int:
    return -len(role.span)


def _in_order(entries: Sequence[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.statement.content[0])


def _initials(name: str) -> str:
    if name == NOBODY:
        return "?"
    letters = [word[0].upper() for word in name.split() if word[0].isalpha()]
    return "".join([letters[0], letters[-1]] if len(letters) > 1 else letters) or "?"
