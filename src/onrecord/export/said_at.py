"""When it was said: the one place of this room that knows where a statement keeps it.

Statements of this version carry no date of their own, so every format leaves
its place for one empty. Whoever gives `Statement` a date fills in `said_at`
here, and `restored` for the way back; the formats follow by themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.types import Span, Statement

__all__ = ["SaidAtFields", "restored", "said_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAtFields:
    """A statement's date as the formats write it.

    Attributes:
        value: The date as precisely as it is known: ``2025-03-02``, ``2025-03``.
        start: First moment that it may have been, ISO 8601.
        end: First moment after it, ISO 8601.
        grain: ``minute``, ``hour``, ``part of day``, ``day``, ``week``, ``month``, ``year``.
        basis: ``stated``, ``context``, ``published``.
        span: The expression; None where there is none.
    """

    value: str
    start: str | None
    end: str
    grain: str
    basis: str
    span: Span | None

    def as_json(self) -> Mapping[str, object]:
        """Return the object that stands under ``said_at`` in JSON lines."""
        return {
            "value": self.value,
            "start": self.start,
            "end": self.end,
            "grain": self.grain,
            "basis": self.basis,
            "span": [[self.span.start, self.span.end]] if self.span else [],
        }


def said_at(_statement: Statement) -> SaidAtFields | None:
    """Return when a statement was made, where that was found."""
    return None


def restored(_fields: object) -> Mapping[str, object]:
    """Return what `Statement` is to be made with for an object under ``said_at``."""
    return {}
