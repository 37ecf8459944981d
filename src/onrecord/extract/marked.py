"""What the network says of whole statements, gathered from the marks that they are made of."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.tagger import Role, Tagging
from onrecord.tagger.details import WIDTHS
from onrecord.types import Span, Statement

__all__ = ["acts_of", "network_says", "settings_of"]


@dataclass(frozen=True, slots=True)
class _Marked:
    """The marks of one tagging by place, with what each says of its statement."""

    starts: list[int]
    ends: list[int]
    roles: list[Role]
    scores: np.ndarray


def network_says(statements: Sequence[Statement], tagging: Tagging) -> list[np.ndarray | None]:
    """Return what the network says of each statement, contents' mean and cue together.

    Args:
        statements: The statements.
        tagging: What the network said of their text.

    Returns:
        Scores that `acts_of` and `settings_of` take apart; None where the network did
        not mark the statement.
    """
    marked = [_marked(one) for one in (tagging, *tagging.inside) if one.marks]
    return [_said_of(statement, marked) for statement in statements]


def acts_of(said: np.ndarray | None) -> np.ndarray | None:
    """Return the scores of acts and attitudes, side by side."""
    return None if said is None else said[: WIDTHS["act_cue"]]


def settings_of(said: np.ndarray | None) -> np.ndarray | None:
    """Return the scores of channels, none first, and of bases, side by side."""
    return None if said is None else said[WIDTHS["act_cue"] :]


def _marked(tagging: Tagging) -> _Marked:
    return _Marked(
        [mark.span.start for mark in tagging.marks],
        [mark.span.end for mark in tagging.marks],
        [mark.role for mark in tagging.marks],
        np.concatenate([tagging.acts, tagging.settings], axis=1),
    )


def _said_of(statement: Statement, among: Sequence[_Marked]) -> np.ndarray | None:
    for marks in among if statement.parent is None else reversed(among):
        contents = [row for span in statement.content for row in _rows(marks, span, Role.CONTENT)]
        cues = [row for span in statement.cue[:1] for row in _rows(marks, span, Role.CUE)]
        if contents:
            total = np.mean(contents, axis=0)
            return np.asarray(total + cues[0] if cues else total)
    return None


def _rows(marks: _Marked, span: Span, role: Role) -> Iterator[np.ndarray]:
    at = bisect.bisect_left(marks.starts, span.end) - 1
    while at >= 0 and marks.ends[at] > span.start:
        if marks.roles[at] is role:
            yield marks.scores[at]
        at -= 1
