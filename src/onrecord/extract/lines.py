"""Statements that the layout alone makes plain: a speaker's name, a mark, the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.draft import Draft
from onrecord.types import Span

# Only the layout speaks for it, so it is less sure than a plain "she said".
_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A name and the words that the layout gives to it.

    Attributes:
        name: Who says it.
        cue: The colon or dash between.
        words: What is said.
    """

    name: Span
    cue: Span
    words: Span

    def covers(self, span: Span) -> bool:
        """Say whether a span touches the line."""
        start = min(self.name.start, self.words.start)
        end = max(self.name.end, self.words.end)
        return span.start < end and start < span.end


def with_lines(drafts: Sequence[Draft], lines: Sequence[Line]) -> list[Draft]:
    """Return the drafts with one for each line, in order of appearance.

    Pieces of a draft that touch a line are dropped, and so the draft when no
    content is left; what lies wholly inside a line's words is kept, a
    statement within a statement.

    Args:
        drafts: As paired.
        lines: What the layout says.
    """
    found = list(drafts)
    for line in lines:
        found = [left for draft in found if (left := _outside(draft, line)) is not None]
        found.append(_draft(line))
    return sorted(found, key=lambda draft: draft.place)


def _outside(draft: Draft, line: Line) -> Draft | None:
    spans = (*draft.source, *draft.cue, *draft.content)
    if draft.cue and all(span in line.words for span in spans):
        return draft
    if any(map(line.covers, (*draft.source, *draft.cue))):
        return None
    content = tuple(span for span in draft.content if not line.covers(span))
    if not content:
        return None
    return Draft(source=draft.source, cue=draft.cue, content=content, confidence=draft.confidence)


def _draft(line: Line) -> Draft:
    return Draft(
        source=(line.name,), cue=(line.cue,), content=(line.words,), confidence=_CONFIDENCE
    )
