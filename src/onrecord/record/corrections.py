"""What people changed: which deeds are in force, and which values make sense."""

from collections.abc import Iterable, Sequence

from onrecord.errors import CorrectionError
from onrecord.record.moments import interval
from onrecord.types import (
    Act,
    Attitude,
    ChannelKind,
    Correction,
    Deed,
    Field,
    SourceType,
)

__all__ = ["check", "confirmations", "corrected", "in_force", "is_rejected"]

_CHOICES = {
    Field.ACT: Act,
    Field.ATTITUDE: Attitude,
    Field.CHANNEL: ChannelKind,
    Field.TYPE: SourceType,
}


def in_force(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return the deeds that were not taken back, in order.

    An undo can be undone itself: then what it took back is in force again.

    Args:
        corrections: All those of one statement, in order.
    """
    undone: set[int | None] = set()
    kept = []
    for one in reversed(corrections):
        if one.number in undone:
            continue
        if one.deed is Deed.UNDO:
            undone.add(one.undoes)
        else:
            kept.append(one)
    return tuple(reversed(kept))


def corrected(deeds: Iterable[Correction]) -> dict[Field, str | None]:
    """Return the value of each field that people set; the last word counts.

    Args:
        deeds: Those in force.
    """
    return {one.field: one.value for one in deeds if one.field is not None}


def confirmations(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return what confirms a statement as it stands: nothing was changed behind it.

    A change that was taken back is none; one that confirms what a correction
    set does so no more when that correction is undone.

    Args:
        corrections: All those of one statement, in order.
    """
    now = _state(corrections)
    kept = (one for one in in_force(corrections) if one.deed is Deed.CONFIRM)
    places = {one.number: place for place, one in enumerate(corrections, 1)}
    return tuple(one for one in kept if _state(corrections[: places[one.number]]) == now)


def is_rejected(corrections: Sequence[Correction]) -> bool:
    """Say whether people took a statement off the record.

    By rejecting it, or by undoing that they had added it.
    """
    deeds = {one.deed for one in in_force(corrections)}
    was_added = any(one.deed is Deed.ADD for one in corrections)
    return Deed.REJECT in deeds or (was_added and Deed.ADD not in deeds)


def _state(corrections: Sequence[Correction]) -> tuple[dict[Field, str | None], bool]:
    return corrected(in_force(corrections)), is_rejected(corrections)


def check(field: Field, value: str | None) -> None:
    """Refuse a value that the field cannot have.

    >>> check(Field.ACT, "promise")

    Raises:
        CorrectionError: If it cannot; the message tells what it can.
    """
    if value is None:
        return
    if not value.strip():
        raise CorrectionError(f"{field} is empty: wanted words, or none at all to take it away")
    if field is Field.SAID_AT:
        interval(value)
    elif field in _CHOICES and value not in set(_CHOICES[field]):
        known = ", ".join(_CHOICES[field])
        raise CorrectionError(f"{field} is {value!r}: wanted one of {known}")
