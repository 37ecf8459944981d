"""brat standoff: statements as marks and ties beside an unchanged text.

::

    T1  Source 13 24    the minister
    T2  Cue 25 29       said
    T3  Content 0 11    “It rains,”
    E1  Attribution:T2 Source:T1 Cue:T2 Content:T3

brat cuts a mark at each line's end and joins the pieces of one with ``;``.
An event needs a trigger: the cue, and the content where there is none.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

from onrecord.types import Article, Span, Statement

__all__ = ["standoff"]

_LINE_BREAK = re.compile(r"[\r\n]+")
_WHITE = re.compile(r"\s")


def standoff(article: Article, statements: Iterable[Statement]) -> str:
    r"""Return the ``.ann`` file of an article; its ``.txt`` file is the text as it is.

    >>> standoff(Article(text="It rains."), [])
    ''
    """
    marks = itertools.count(1)
    lines: list[str] = []
    for number, statement in enumerate(statements, 1):
        names: dict[str, str] = {}
        for role, spans in _roles(statement):
            names[role] = f"T{next(marks)}"
            lines.append(_mark(names[role], role, article, spans))
        lines.append(_event(number, names))
    return "".join(f"{line}\n" for line in lines)


def _roles(statement: Statement) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for role in ("Source", "Cue", "Content"):
        spans: tuple[Span, ...] = getattr(statement, role.lower())
        if spans:
            yield role, spans


def _mark(name: str, role: str, article: Article, spans: Iterable[Span]) -> str:
    pieces = [piece for span in spans for piece in _lines(article.text, span)]
    places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
    # A tab would end the field, another line end the line; brat compares nothing else.
    words = _WHITE.sub(" ", " ".join(article[piece] for piece in pieces))
    return f"{name}\t{role} {places}\t{words}"


def _lines(text: str, span: Span) -> Iterator[Span]:
    """Yield the parts of a span that lie on one line each, without empty ones."""
    start = span.start
    for found in _LINE_BREAK.finditer(text, span.start, span.end):
        if text[start : found.start()].strip():
            yield Span(start, found.start())
        start = found.end()
    if text[start : span.end].strip():
        yield Span(start, span.end)


def _event(number: int, names: Mapping[str, str]) -> str:
    trigger = names.get("Cue", names["Content"])
    roles = " ".join(f"{role}:{name}" for role, name in names.items())
    return f"E{number}\tAttribution:{trigger} {roles}"
