"""What the reporter adds about a statement, in the outlet's own voice."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.types.text import Span

__all__ = ["Aside", "AsideKind"]


class AsideKind(StrEnum):
    """The verdict that the outlet gives, or the tone that it sets."""

    FALSE = "false"
    """It is not so: "falsely", "a debunked claim"."""
    UNSUPPORTED = "unsupported"
    """Nothing backs it: "without evidence", "baseless"."""
    DISPUTED = "disputed"
    """Others hold otherwise: "a disputed account", "contrary to"."""
    MISLEADING = "misleading"
    """It gives a wrong picture: "misleadingly", "exaggerated"."""
    CONFIRMED = "confirmed"
    """It is so: "correctly noted", "rightly"."""
    TONE = "tone"
    """A word that takes a side: "claimed", "admitted", "contentious"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """One such remark.

    Attributes:
        statement: Id of the statement that it is about.
        kind: The verdict or tone.
        span: The words that carry it; never inside the statement's content.
    """

    statement: str
    kind: AsideKind
    span: Span
