"""A statement that a person makes out of places in an article's text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import CorrectionError
from onrecord.types import Article, Entry, Kind, MadeBy, Span, Statement, statement_id

__all__ = ["Places", "moved", "stated"]

_MARKS = ('"', "“", "”", "«", "»", "„", "‘", "’")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a statement stands: content, source and cue, each in one piece or several."""

    content: Sequence[Span]
    source: Sequence[Span] = ()
    cue: Sequence[Span] = ()


def stated(article: Article, places: Places, made_by: MadeBy) -> Statement:
    """Return a statement of which nothing is known but its places.

    Raises:
        CorrectionError: If they leave the text, or there is no content.
    """
    found = _found(article, places)
    return Statement(**found, article_id=article.id, confidence=1.0, made_by=made_by)


def moved(entry: Entry, places: Places, made_by: MadeBy) -> Statement:
    """Return a statement with other places, and all else that was found of it.

    Raises:
        CorrectionError: If they leave the text, or there is no content.
    """
    found = _found(entry.article, places)
    asides = tuple(replace(one, statement=found["id"]) for one in entry.statement.asides)
    return replace(entry.statement, **found, asides=asides, confidence=1.0, made_by=made_by)


def _found(article: Article, places: Places) -> dict[str, Any]:
    spans = {name: tuple(getattr(places, name)) for name in ("content", "source", "cue")}
    if not spans["content"]:
        raise CorrectionError("a statement needs content: give at least one place")
    if max(span.end for each in spans.values() for span in each) > len(article.text):
        size = len(article.text)
        raise CorrectionError(f"places beyond the {size} code points of {article.id}")
    kind = _kind([article[span] for span in spans["content"]])
    return {"id": statement_id(article.id, **spans), "kind": kind, **spans}


def _kind(pieces: Sequence[str]) -> Kind:
    """Return how much of a content a person's eye sees in quotation marks."""
    if all(piece.startswith(_MARKS) and piece.endswith(_MARKS) for piece in pieces):
        return Kind.DIRECT
    is_quoted = any(mark in piece for mark in _MARKS for piece in pieces)
    return Kind.MIXED if is_quoted else Kind.INDIRECT
