"""Statements that the layout alone makes plain: a speaker's name, a mark, the words.

An interview's answer may have the words alone.
"""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.draft import Draft
from onrecord.types import Span

# Only the layout speaks for it, so it is less sure than a plain "she said".
_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words, and the name that the layout gives them to.

    Attributes:
        name: Who says it, if the line tells.
        cue: The colon or dash between.
        words: What is said.
    """

    name: Span | None = None
    cue: Span | None = None
    words: Span

    @property
    def start(self) -> int:
        """Where the line begins."""
        return min(one.start for one in (self.name, self.words) if one)

    def covers(self, span: Span) -> bool:
        """Say whether a span touches the line."""
        end = max(one.end for one in (self.name, self.words) if one)
        return span.start < end and self.start < span.end


def with_lines(drafts: Sequence[Draft], lines: Sequence[Line]) -> list[Draft]:
    """Return the drafts with one for each line, in order of appearance.

    Pieces of a draft that touch a line are dropped, and so the draft when no
    content is left; what lies wholly inside a line's words is kept, a
    statement within a statement.

    Args:
        drafts: As paired.
        lines: What the layout says.
    """
    placed = sorted(lines, key=lambda line: line.start)
    kept = (_outside_all(draft, placed) for draft in drafts)
    found = [draft for draft in kept if draft is not None]
    return sorted([*found, *map(_draft, placed)], key=lambda draft: draft.place)


def _outside_all(draft: Draft, lines: Sequence[Line]) -> Draft | None:
    """Return what is left of a draft beside the lines that it touches, which are in order."""
    left: Draft | None = draft
    for line in _touched(draft, lines):
        if left is not None:
            left = _outside(left, line)
    return left


def _touched(draft: Draft, lines: Sequence[Line]) -> list[Line]:
    found: dict[int, Line] = {}
    for span in (*draft.source, *draft.cue, *draft.content):
        at = max(0, bisect.bisect_right(lines, span.start, key=lambda line: line.start) - 1)
        while at < len(lines) and lines[at].start < span.end:
            if lines[at].covers(span):
                found[at] = lines[at]
            at += 1
    return [found[at] for at in sorted(found)]


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
        source=(line.name,) if line.name else (),
        cue=(line.cue,) if line.cue else (),
        content=(line.words,),
        confidence=_CONFIDENCE,
    )
