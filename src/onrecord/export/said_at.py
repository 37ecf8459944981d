"""When it was said, as the formats write it and read it back."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.types import Basis, Grain, SaidAt, Span, Statement

__all__ = ["SaidAtFields", "restored", "said_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAtFields:
    """A statement's date as the formats write it.

    Attributes:
        value: In the manner of TIMEX3: ``2025-03-02``, ``2025-03``.
        start: First day or moment that it may have been, ISO 8601.
        end: First day or moment after it, ISO 8601.
        grain: The unit that the words name: ``day``, ``part of day``, ``week`` ...
        basis: ``stated``, ``context``, ``published``.
        span: The expression; None where there is none.
        confidence: How likely it is this statement's, where a passage lends it.
    """

    value: str
    start: str | None
    end: str | None
    grain: str | None
    basis: str
    span: Span | None
    confidence: float | None

    def as_json(self) -> Mapping[str, object]:
        """Return the object that stands under ``said_at`` in JSON lines."""
        return {
            "value": self.value,
            "start": self.start,
            "end": self.end,
            "grain": self.grain,
            "basis": self.basis,
            "span": [[self.span.start, self.span.end]] if self.span else [],
            "confidence": self.confidence,
        }


def said_at(statement: Statement) -> SaidAtFields | None:
    """Return when a statement was made, where that was looked for."""
    time = statement.said_at
    if time is None:
        return None
    return SaidAtFields(
        value=time.value,
        start=time.start.isoformat() if time.start else None,
        end=time.end.isoformat() if time.end else None,
        grain=str(time.grain) if time.grain else None,
        basis=str(time.basis),
        span=time.span,
        confidence=time.confidence,
    )


def restored(fields: Mapping[str, object] | None) -> Mapping[str, SaidAt]:
    """Return what `Statement` is to be made with for an object under ``said_at``."""
    if fields is None:
        return {}
    pieces = fields["span"]
    assert isinstance(pieces, list)  # noqa: S101 - the shape of our own lines
    grain, sure = fields["grain"], fields.get("confidence")
    time = SaidAt(
        value=str(fields["value"]),
        start=_moment(fields["start"]),
        end=_moment(fields["end"]),
        grain=Grain(str(grain)) if grain is not None else None,
        basis=Basis(str(fields["basis"])),
        span=Span(*pieces[0]) if pieces else None,
        confidence=None if sure is None else float(str(sure)),
    )
    return {"said_at": time}


def _moment(written: object) -> datetime.date | None:
    if written is None:
        return None
    text = str(written)
    is_day = "T" not in text
    return datetime.date.fromisoformat(text) if is_day else datetime.datetime.fromisoformat(text)
