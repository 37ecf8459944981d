"""A statement in the making: marks that belong together."""

from dataclasses import dataclass

from onrecord.types import Span

BY_LAYOUT = 0.6
"""How sure is what the layout of sentences and paragraphs says: less than the network's marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Who says what, with what cue, before it becomes a statement.

    Attributes:
        source: Where the one who says it is named; empty if nowhere.
        cue: What signals it; empty for a bare quotation.
        content: What is said, in order; never empty.
        confidence: 0-1.
    """

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...]
    confidence: float

    @property
    def place(self) -> tuple[int, int]:
        """Where its content begins, and, for those that begin together, the longer first."""
        return self.content[0].start, -self.content[-1].end
