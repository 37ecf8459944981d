"""Spans cut and grown to whole words and to their quotation marks."""

import re

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.types import Span

# What may stand at the edge of a span without being part of it.
_EDGE_BEFORE = re.compile(r"[\s,;:.\u2013-\u2015-]+")
_EDGE_AFTER = re.compile(r"[\s,;:.\u2013-\u2015-]+$")
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]|\b[A-Z][a-z]{1,3})\.$")
_ONLY_MARKS = re.compile(r"[^\w\s]*")


def trimmed(draft: Draft, passage: Passage) -> Draft | None:
    """Return a draft with clean edges, or None where no content is left."""
    content = tuple(
        span for span in (_content(span, passage) for span in draft.content) if span is not None
    )
    if not content:
        return None
    return Draft(
        source=tuple(filter(None, (_without_edges(span, passage) for span in draft.source))),
        cue=draft.cue,
        content=content,
        confidence=draft.confidence,
    )


def _content(span: Span, passage: Passage) -> Span | None:
    clean = _without_edges(span, passage)
    return None if clean is None else _with_marks(clean, passage)


def _without_edges(span: Span, passage: Passage) -> Span | None:
    """Return the span without white space and punctuation that is not its own."""
    before = _EDGE_BEFORE.match(passage.text, span.start, span.end)
    start = before.end() if before else span.start
    words = passage.text[start : span.end]
    after = _EDGE_AFTER.search(words)
    if after and not _ABBREVIATION.search(words[: after.start() + 1]):
        words = words[: after.start()]
    words = words.rstrip()
    return Span(start, start + len(words)) if words else None


def _with_marks(span: Span, passage: Passage) -> Span:
    """Return the span with the quotation marks that its edges touch."""
    start, end = span.start, span.end
    first, last = passage.quotation_at(start), passage.quotation_at(end - 1)
    if first and _ONLY_MARKS.fullmatch(passage.text, first.span.start, start):
        start = first.span.start
    if last and _ONLY_MARKS.fullmatch(passage.text, end, last.span.end):
        end = last.span.end
    return Span(start, end)
