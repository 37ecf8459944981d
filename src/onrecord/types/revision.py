"""What adding an article did to the record, and what changed between two revisions."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Added", "Change", "ChangeKind", "Outcome"]


class Outcome(StrEnum):
    """What became of an article that was added."""

    NEW = "new"
    REVISED = "revised"
    """Another text of an article that the record has; both are kept."""
    UNCHANGED = "unchanged"
    """The record has this very article."""
    FAILED = "failed"
    """It could not be read; the record keeps why."""


class ChangeKind(StrEnum):
    """What happened to a statement from one revision, or reading, to the next."""

    ADDED = "added"
    REMOVED = "removed"
    ALTERED = "altered"
    """The same statement in other words, or with another source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One statement that differs.

    Attributes:
        kind: What happened.
        before: Id of the statement as it was; None for one that was added.
        after: Id of the statement as it is; None for one that was removed.
    """

    kind: ChangeKind
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding one article did.

    Attributes:
        outcome: New, revised, unchanged or failed.
        article: The article's id; None where there is none.
        uri: Where it was read from.
        statements: How many of it are on record now.
        changes: For a revision or a new reading, what differs from the one before.
        reason: Why it failed.
    """

    outcome: Outcome
    article: str | None = None
    uri: str | None = None
    statements: int = 0
    changes: tuple[Change, ...] = ()
    reason: str | None = None
