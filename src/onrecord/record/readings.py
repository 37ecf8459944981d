"""How two readings of one article differ, and when two findings are one statement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.record import rows
from onrecord.types import Change, ChangeKind, Statement

__all__ = ["differences", "each_once", "says_again"]

# Share of the code points of both contents: more than half is the same statement,
# cut a little differently.
_SAME_CONTENT = 0.5


def each_once(found: Sequence[Statement]) -> list[Statement]:
    """Return statements without those that stand in the very same places as one before."""
    return list({one.id: one for one in found}.values())


def says_again(one: Statement, kept: Iterable[Statement]) -> bool:
    """Say whether a finding is mostly the content of one that is kept."""
    return any(_overlap(one, other) > _SAME_CONTENT for other in kept)


def _overlap(one: Statement, other: Statement) -> float:
    left, right = (
        {at for span in each.content for at in range(span.start, span.end)} for each in (one, other)
    )
    return len(left & right) / len(left | right)


def differences(
    old: Mapping[str, Statement], new: Sequence[Statement], kept: Sequence[Statement]
) -> Iterator[Change]:
    """Yield what a new reading found otherwise than the one before.

    Args:
        old: What was current, by id.
        new: What was found now.
        kept: What stays, whatever was found.
    """
    for one in new:
        if one.id not in old:
            yield Change(kind=ChangeKind.ADDED, after=one.id)
        elif rows.findings(one) != rows.findings(old[one.id]):
            yield Change(kind=ChangeKind.ALTERED, before=one.id, after=one.id)
    for gone in old.keys() - {one.id for one in (*new, *kept)}:
        yield Change(kind=ChangeKind.REMOVED, before=gone)
