"""What the network says of whole statements, gathered from the marks that they are made of."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.tagger import Role, Tagging
from onrecord.tagger.details import WIDTHS
from onrecord.types import Span, Statement

__all__ = ["Marked", "marked", "told_of", "told_settings"]


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of one tagging by place, with what each says of its statement."""

    starts: list[int]
    ends: list[int]
    roles: list[Role]
    scores: np.ndarray


def marked(tagging: Tagging) -> list[Marked]:
    """Return the marks of a text, and of what was read by itself: acts and settings together."""
    return [
        Marked(
            [mark.span.start for mark in one.marks],
            [mark.span.end for mark in one.marks],
            [mark.role for mark in one.marks],
            np.concatenate([one.acts, one.settings], axis=1),
        )
        for one in (tagging, *tagging.inside)
        if one.marks
    ]


def told_of(statement: Statement, among: Sequence[Marked]) -> np.ndarray | None:
    """Return what the marks of a statement say of it, contents' mean and cue together.

    Args:
        statement: The statement.
        among: The marks.

    Returns:
        Scores of acts, attitudes, channels and bases, side by side; None where
        the network did not mark the statement.
    """
    for marks in among if statement.parent is None else reversed(among):
        contents = [row for span in statement.content for row in _rows(marks, span, Role.CONTENT)]
        cues = [row for span in statement.cue[:1] for row in _rows(marks, span, Role.CUE)]
        if contents:
            total = np.mean(contents, axis=0)
            return np.asarray(total + cues[0] if cues else total)
    return None


def told_settings(statements: Sequence[Statement], tagging: Tagging) -> list[np.ndarray | None]:
    """Return what the network says of each statement's channel and basis, side by side.

    Args:
        statements: The statements.
        tagging: What the network said of their text.
    """
    among = marked(tagging)
    told = (told_of(one, among) for one in statements)
    return [None if one is None else one[WIDTHS["act_cue"] :] for one in told]


def _rows(marks: Marked, span: Span, role: Role) -> Iterator[np.ndarray]:
    at = bisect.bisect_left(marks.starts, span.end) - 1
    while at >= 0 and marks.ends[at] > span.start:
        if marks.roles[at] is role:
            yield marks.scores[at]
        at -= 1
