"""Labels to spans and back; the best legal path through scores.

The network gives each word one score for each label. A label is outside, or
begins or continues a span of one of three roles (the BIO scheme; Ramshaw and
Marcus 1995).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from onrecord.errors import ShapeError


class Role(StrEnum):
    """What a tagged span is to a statement."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


OUTSIDE = 0
ROLES = (Role.SOURCE, Role.CUE, Role.CONTENT)
LABELS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BI"))
_NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRun:
    """One span of labels: words ``first`` to ``last``, both included."""

    role: Role
    first: int
    last: int


def begin(role: Role) -> int:
    """Return the label that begins a span of this role."""
    return 1 + 2 * ROLES.index(role)


def legal_moves() -> np.ndarray:
    """Return 0 where a label may follow another and a large penalty elsewhere.

    Returns:
        Shape ``(labels + 1, labels)``, float32; the last row is the start.
    """
    moves = np.zeros((len(LABELS) + 1, len(LABELS)), dtype=np.float32)
    for role in ROLES:
        inside = begin(role) + 1
        moves[:, inside] = _NEVER
        moves[[begin(role), inside], inside] = 0
    return moves


def best_paths(scores: np.ndarray, moves: np.ndarray, lengths: Sequence[int]) -> np.ndarray:
    """Return the best label path of each sequence (Viterbi 1967).

    Args:
        scores: One score for each label. Shape ``(sequences, words, labels)``.
        moves: Score of each move from label to label. Shape
            ``(labels + 1, labels)``, the last row for the first word.
        lengths: Words of each sequence.

    Returns:
        Labels, shape ``(sequences, words)``; past a length they mean nothing.

    Raises:
        ShapeError: If the shapes do not fit each other.
    """
    if scores.ndim != 3 or scores.shape[2] != moves.shape[1] or scores.shape[0] != len(lengths):
        raise ShapeError(f"scores {scores.shape} do not fit moves {moves.shape}")
    sequences, words, _ = scores.shape
    if words == 0:
        return np.zeros((sequences, 0), dtype=np.int64)
    best = scores[:, 0] + moves[-1]
    came_from = np.zeros(scores.shape, dtype=np.int8)
    bests = [best]
    between = np.ascontiguousarray(moves[:-1].T)
    for word in range(1, words):
        reach = best[:, None, :] + between
        came_from[:, word] = reach.argmax(axis=2)
        best = reach.max(axis=2) + scores[:, word]
        bests.append(best)
    return _walk_back(np.stack(bests, axis=1), came_from, np.asarray(lengths))


def posteriors(scores: np.ndarray, moves: np.ndarray, lengths: Sequence[int]) -> np.ndarray:
    """Return each word's probability of each label, over all paths (forward-backward).

    Rabiner 1989, each step scaled to sum to 1.

    Args:
        scores: One score for each label. Shape ``(sequences, words, labels)``.
        moves: Score of each move from label to label, as for `best_paths`.
        lengths: Words of each sequence.

    Returns:
        Shape ``(sequences, words, labels)``; past a length it means nothing.
    """
    here = np.exp(scores - scores.max(axis=2, keepdims=True))
    step = np.exp(moves - moves.max())
    forward, backward = np.empty_like(here), np.empty_like(here)
    if here.shape[1] == 0:
        return np.asarray(here)
    forward[:, 0] = _scaled(here[:, 0] * step[-1])
    onward, back = np.ascontiguousarray(step[:-1]), np.ascontiguousarray(step[:-1].T)
    for word in range(1, here.shape[1]):
        forward[:, word] = _scaled((forward[:, word - 1] @ onward) * here[:, word])
    is_end = np.asarray(lengths)[:, None] - 1 <= np.arange(here.shape[1])
    backward[:, -1] = 1
    for word in range(here.shape[1] - 2, -1, -1):
        reach = _scaled((here[:, word + 1] * backward[:, word + 1]) @ back)
        backward[:, word] = np.where(is_end[:, word, None], 1, reach)
    joint = forward * backward
    return np.asarray(joint / joint.sum(axis=2, keepdims=True))


def runs(labels: Iterable[int]) -> list[LabelRun]:
    """Return the spans that a label path marks, in order."""
    found: list[LabelRun] = []
    role, first, last = None, 0, 0
    for word, label in enumerate(labels):
        continues = label != OUTSIDE and label % 2 == 0 and role is ROLES[(label - 1) // 2]
        if continues:
            last = word
            continue
        if role is not None:
            found.append(LabelRun(role=role, first=first, last=last))
        role = ROLES[(label - 1) // 2] if label != OUTSIDE else None
        first = last = word
    if role is not None:
        found.append(LabelRun(role=role, first=first, last=last))
    return found


def _scaled(odds: np.ndarray) -> np.ndarray:
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def _walk_back(bests: np.ndarray, came_from: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    sequences, words, _ = bests.shape
    rows = np.arange(sequences)
    path = np.zeros((sequences, words), dtype=np.int64)
    label = np.zeros(sequences, dtype=np.int64)
    ends = bests.argmax(axis=2)
    for word in range(words - 1, -1, -1):
        label = np.where(word == lengths - 1, ends[:, word], label)
        path[:, word] = label
        label = came_from[rows, word, label].astype(np.int64)
    return path
