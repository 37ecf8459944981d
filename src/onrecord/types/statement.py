"""One attribution: somebody put something on record."""

import itertools
from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import StatementError
from onrecord.types.aside import Aside
from onrecord.types.channel import How
from onrecord.types.origin import MadeBy
from onrecord.types.setting import SaidAt
from onrecord.types.speaker import Speaker
from onrecord.types.text import Span

__all__ = ["Act", "Attitude", "Kind", "Statement"]


class Kind(StrEnum):
    """How much of the content stands inside quotation marks."""

    DIRECT = "direct"
    """All of it."""
    INDIRECT = "indirect"
    """Nothing."""
    MIXED = "mixed"
    """Some."""


class Attitude(StrEnum):
    """The source's stand towards the content (PARC 3's four)."""

    ASSERTION = "assertion"
    """Somebody put it in words."""
    BELIEF = "belief"
    """Somebody thinks, fears, suspects it."""
    FACT = "fact"
    """Somebody knows, found or learned it."""
    EVENTUALITY = "eventuality"
    """Somebody wants, plans, ordered or agreed to it."""


class Act(StrEnum):
    """What somebody does by saying it (PLOVER's modes, for speech)."""

    STATE = "state"
    PREDICT = "predict"
    PROMISE = "promise"
    DEMAND = "demand"
    PROPOSE = "propose"
    WARN = "warn"
    ACCUSE = "accuse"
    DENY = "deny"
    REFUSE = "refuse"
    AGREE = "agree"
    PRAISE = "praise"
    APOLOGISE = "apologise"
    ASK = "ask"
    FEEL = "feel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who says what, with what cue: places in an article, never copied words.

    Attributes:
        id: See `onrecord.types.ids.statement_id`.
        article_id: The article that the spans point into.
        kind: Direct, indirect or mixed.
        content: What was said, in one or more pieces, quotation marks kept.
        source: Who said it; empty in "it was said".
        cue: What signals it; empty for a bare quotation.
        parent: Id of the statement that this one stands inside, if any.
        speaker: Who the source is; None before that was looked for.
        attitude: The source's stand; None before that was looked for.
        act: What is done by saying it; None before that was looked for.
        negated: The text says that it was not said.
        hypothetical: It would be said, or might.
        said_at: When it was said; None before that was looked for.
        how: Channel, place, occasion and addressee.
        asides: What the reporter adds about it in the outlet's own voice.
        confidence: 0-1.
        made_by: The program and weights that found it.

    Raises:
        StatementError: If there is no content, a role's pieces overlap or are
            out of order, or the confidence is not a probability.
    """

    id: str
    article_id: str
    kind: Kind
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    parent: str | None = None
    speaker: Speaker | None = None
    attitude: Attitude | None = None
    act: Act | None = None
    negated: bool = False
    hypothetical: bool = False
    said_at: SaidAt | None = None
    how: How | None = None
    asides: tuple[Aside, ...] = ()
    confidence: float
    made_by: MadeBy

    def __post_init__(self) -> None:
        if not self.content:
            raise StatementError(f"statement {self.id} has no content: wanted a span at least")
        if not 0.0 <= self.confidence <= 1.0:
            raise StatementError(
                f"statement {self.id} has confidence {self.confidence}: wanted 0 to 1"
            )
        for role, pieces in (("source", self.source), ("cue", self.cue), ("content", self.content)):
            _refuse_disorder(self.id, role, pieces)


def _refuse_disorder(statement: str, role: str, pieces: tuple[Span, ...]) -> None:
    for before, after in itertools.pairwise(pieces):
        if after.start < before.end:
            raise StatementError(
                f"statement {statement} has {role} [{after.start}, {after.end}) after "
                f"[{before.start}, {before.end}): wanted pieces in order, none overlapping"
            )
