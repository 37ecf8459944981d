"""Statements for people: who — cue — what, one below the other."""

import datetime
import re
import shutil
import textwrap
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from onrecord.layout import paragraphs
from onrecord.serve.moments import in_order_said, said_words
from onrecord.serve.ways import lent, ways_told
from onrecord.types import Act, Article, Basis, How, Kind, MentionKind, Statement

__all__ = ["Look", "render", "render_by_speaker", "render_timeline"]

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_CUE = "\x1b[36m"
_KIND_COLORS = {Kind.DIRECT: "\x1b[32m", Kind.MIXED: "\x1b[33m", Kind.INDIRECT: "\x1b[34m"}
# Lines longer than this are hard to read, however wide the window is.
_WIDEST = 96
_NARROWEST = 40
_STEP = 4
# What could move the cursor or change the terminal; an article may hold anything.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_COLOR = re.compile(r"\x1b\[\d*m")
_LINE_BREAKS = re.compile(r"\s*[\r\n]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the page is set.

    Attributes:
        width: In columns.
        is_colored: Whether colours may be used.
    """

    width: int
    is_colored: bool

    @classmethod
    def for_output(cls, *, is_colored: bool) -> Self:
        """Return the look for the terminal's width, or for 80 columns in a pipe."""
        columns = shutil.get_terminal_size().columns
        return cls(width=max(_NARROWEST, min(columns, _WIDEST)), is_colored=is_colored)

    def paint(self, color: str, words: str) -> str:
        """Return the words in a colour, if there are colours."""
        return f"{color}{words}{_RESET}" if self.is_colored and words else words

    def wrap(self, words: str, indent: str) -> list[str]:
        """Return words as lines of the page's width, without control characters."""
        return _wrap(words, indent, self)


def render(article: Article, statements: Sequence[Statement], look: Look) -> str:
    """Return an article's statements as a page for people, nested ones indented.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
        look: Width and colour.
    """
    starts = [paragraph.start for paragraph in paragraphs(article.text, article.body)]
    lines = [*_heading(article, statements, look), ""]
    for statement, depth in _as_tree(statements):
        paragraph = bisect_right(starts, statement.content[0].start)
        lines.extend(_entry(article, statement, paragraph, " " * (_STEP * depth), look))
        lines.append("")
    return "\n".join(lines)


def render_by_speaker(article: Article, statements: Sequence[Statement], look: Look) -> str:
    """Return an article's statements grouped by speaker, those with most to say first.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
        look: Width and colour.
    """
    starts = [paragraph.start for paragraph in paragraphs(article.text, article.body)]
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(_group(article, statement), []).append(statement)
    lines = [*_heading(article, statements, look), ""]
    for name, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        count = f" · {len(group)} statement{'s' if len(group) > 1 else ''}"
        lines.append(look.paint(_BOLD, _clean(name)) + look.paint(_DIM, count))
        for statement in group:
            paragraph = bisect_right(starts, statement.content[0].start)
            lines.extend(_entry(article, statement, paragraph, " " * _STEP, look))
        lines.append("")
    return "\n".join(lines)


def render_timeline(article: Article, statements: Sequence[Statement], look: Look) -> str:
    """Return an article's statements in the order in which they were said, by time.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
        look: Width and colour.
    """
    starts = [paragraph.start for paragraph in paragraphs(article.text, article.body)]
    lines = [*_heading(article, statements, look)]
    last = None
    for statement in in_order_said(article, statements):
        time = said_words(article, statement.said_at) or "not told: by publication"
        if time != last:
            lines.extend(("", look.paint(_BOLD, _clean(time))))
        last = time
        paragraph = bisect_right(starts, statement.content[0].start)
        lines.extend(_entry(article, statement, paragraph, " " * _STEP, look))
    return "\n".join([*lines, ""])


def _group(article: Article, statement: Statement) -> str:
    name = speaker_name(article, statement)
    if name is not None:
        return name
    speaker = statement.speaker
    if speaker is not None and speaker.type is not None and statement.source:
        return f"{_one_line(article.words(statement.source))} ({speaker.type})"
    return "not resolved"


def _as_tree(statements: Sequence[Statement]) -> Iterator[tuple[Statement, int]]:
    """Yield each statement with its depth, every nested one below its parent."""
    known = {statement.id for statement in statements}
    inside: dict[str | None, list[Statement]] = {}
    for statement in statements:
        # A parent that was left out as not sure enough leaves its child at the top.
        inside.setdefault(statement.parent if statement.parent in known else None, []).append(
            statement
        )
    pending = [(statement, 0) for statement in reversed(inside.get(None, []))]
    while pending:
        statement, depth = pending.pop()
        yield statement, depth
        children = inside.get(statement.id, [])
        pending.extend((child, depth + 1) for child in reversed(children))


def _heading(article: Article, statements: Sequence[Statement], look: Look) -> Iterator[str]:
    name = "standard input" if article.uri == "-" else article.uri
    published = _day(article.published) if article.published else None
    facts = (article.outlet, published, article.dateline, name if article.title else None)
    known = " · ".join(_one_line(fact) for fact in facts if fact)
    yield from (
        look.paint(_BOLD, line) for line in _wrap(article.title or name or article.id, "", look)
    )
    yield from (look.paint(_DIM, line) for line in _wrap(known, "", look))
    yield look.paint(_DIM, _counts(statements))
    yield look.paint(_DIM, "─" * look.width)


def _counts(statements: Sequence[Statement]) -> str:
    if not statements:
        return "no statements found"
    counts = Counter(statement.kind for statement in statements)
    kinds = ", ".join(f"{counts[kind]} {kind}" for kind in Kind if counts[kind])
    return f"{len(statements)} statement{'s' if len(statements) > 1 else ''} ({kinds})"


def _entry(
    article: Article, statement: Statement, paragraph: int, indent: str, look: Look
) -> Iterator[str]:
    inner = indent + " " * _STEP
    yield from _who(article, statement, indent, look)
    for line in _LINE_BREAKS.split(article.words(statement.content)):
        yield from _wrap(line, inner, look)
    where = _where(article, statement, paragraph, look)
    yield from _wrap_painted(where, inner, look)


def _who(article: Article, statement: Statement, indent: str, look: Look) -> Iterator[str]:
    cue = _one_line(article.words(statement.cue))
    first, *rest = _wrap(who_said(article, statement), indent, look)
    lines = [first, *rest]
    tail = f" — {cue}" if cue else ""
    is_short = len(lines[-1]) + len(tail) <= look.width
    painted = [look.paint(_BOLD, line) for line in lines]
    if tail and is_short:
        painted[-1] += " — " + look.paint(_CUE, cue)
    yield from painted
    if tail and not is_short:
        yield from (look.paint(_CUE, line) for line in _wrap(f"— {cue}", indent, look))


def who_said(article: Article, statement: Statement) -> str:
    """Return the speaker with title, and the source's own words where they are others."""
    source = _one_line(article.words(statement.source))
    known = speaker_name(article, statement)
    if known is None:
        speaker = statement.speaker
        is_open = speaker is not None and speaker.type is None and bool(source)
        return (source or "(source not named)") + (" (not resolved)" if is_open else "")
    # A source that holds name and title already says it better.
    if statement.speaker and statement.speaker.mention is MentionKind.FULL_NAME:
        return source if source.casefold() not in known.casefold() else known
    name = article[statement.speaker.name] if statement.speaker and statement.speaker.name else ""
    is_same = source.casefold().removeprefix("the ") == _one_line(name).casefold()
    return known if is_same or not source else f"{known} (“{source}”)"


def speaker_name(article: Article, statement: Statement) -> str | None:
    """Return the speaker's full name and title; None where the article names nobody."""
    speaker = statement.speaker
    if speaker is None or speaker.name is None:
        return None
    name = _one_line(article[speaker.name])
    title = _one_line(article[speaker.title]) if speaker.title else ""
    return f"{name}, {title}" if title and title != name else name


def _where(article: Article, statement: Statement, paragraph: int, look: Look) -> str:
    start, end = statement.content[0].start, statement.content[-1].end
    parts = [*_ways(article, statement), f"paragraph {paragraph}", f"{start}–{end}"]
    parts.append(f"{statement.confidence:.0%} sure")
    rest = "".join(f" · {part}" for part in parts)
    return look.paint(_KIND_COLORS[statement.kind], statement.kind) + look.paint(_DIM, rest)


def _ways(article: Article, statement: Statement) -> Iterator[str]:
    """Yield what kind of act it is, when, how and to whom it was said, as far as known."""
    if statement.act not in (None, Act.STATE):
        yield f"{'did not ' if statement.negated else ''}{statement.act}"
    elif statement.negated:
        yield "not said"
    said_at = statement.said_at
    time = said_words(article, said_at)
    if said_at is not None and time is not None:
        is_lent = said_at.basis is Basis.CONTEXT
        yield f"said {time}{lent(said_at.confidence, is_lent=is_lent)}"
    yield from ways_told(article, statement.how or How())
    for aside in statement.asides:
        yield f"“{_one_line(article[aside.span])}” ({aside.kind})"


def _wrap(words: str, indent: str, look: Look) -> list[str]:
    return textwrap.wrap(
        _clean(words),
        max(look.width, len(indent) + _NARROWEST),
        initial_indent=indent,
        subsequent_indent=indent,
        # A word longer than a line is an address, and wanted in one piece.
        break_long_words=False,
        break_on_hyphens=False,
    )


def _wrap_painted(line: str, indent: str, look: Look) -> Iterator[str]:
    """Yield a line that may hold colours, broken at its dots where it is too long."""
    held = indent
    for number, part in enumerate(line.split(" · ")):
        joined = f"{held} · {part}" if number else held + part
        if number and len(_COLOR.sub("", joined)) > look.width:
            yield held
            joined = f"{indent}{_DIM if look.is_colored else ''}{part}"
        held = joined
    yield held


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _clean(words: str) -> str:
    return _CONTROL.sub("\ufffd", words)


def _day(moment: datetime.date) -> str:
    if isinstance(moment, datetime.datetime):
        return f"{moment:%Y-%m-%d %H:%M %Z}".strip()
    return moment.isoformat()
