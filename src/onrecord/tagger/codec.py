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
# Odds of so many words are multiplied before they are scaled, so that none gets too small.
_SCALED_EACH = 8


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
    bests = np.empty_like(scores)
    bests[:, 0] = scores[:, 0] + moves[-1]
    between = np.ascontiguousarray(moves[:-1].T)
    for word in range(1, words):
        reach = bests[:, word - 1, None, :] + between
        np.add(np.maximum.reduce(reach, axis=2), scores[:, word], out=bests[:, word])
    return _walk_back(bests, between, lengths)


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
    if scores.shape[1] == 0:
        return np.zeros_like(scores)
    here = np.exp((scores - scores.max(axis=2, keepdims=True)).astype(np.float64))
    step = np.exp((moves - moves.max()).astype(np.float64))
    words = np.arange(scores.shape[1])
    # Read from the end, a sequence's last word comes first, and the sums are the same.
    turned = np.minimum(np.abs(np.asarray(lengths)[:, None] - 1 - words), words[-1])
    rows = np.arange(len(scores))[:, None]
    both = np.ascontiguousarray(np.stack([here, here[rows, turned]]).swapaxes(1, 2))
    onward = np.stack([step[:-1], step[:-1].T])
    reach = np.ones_like(both)
    reach[0, 0] = step[-1]
    for word in words[1:]:
        odds = reach[:, word - 1] * both[:, word - 1]
        if word % _SCALED_EACH == 0:
            odds /= odds.sum(axis=2, keepdims=True)
        np.matmul(odds, onward, out=reach[:, word])
    before, after = reach.swapaxes(1, 2)
    joint = before * here * after[rows, turned]
    return np.asarray(joint / joint.sum(axis=2, keepdims=True), dtype=scores.dtype)


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


def _walk_back(bests: np.ndarray, between: np.ndarray, lengths: Sequence[int]) -> np.ndarray:
    """Return the paths to the best last labels.

    Args:
        bests: Score of the best path to each label. Shape ``(sequences, words, labels)``.
        between: Score of each move, to each label from each. Shape ``(labels, labels)``.
        lengths: Words of each sequence.
    """
    paths = np.zeros(bests.shape[:2], dtype=np.int64)
    came_from = (bests[:, :-1, None, :] + between).argmax(axis=3)
    for row, length in enumerate(lengths):
        if not length:
            continue
        label = int(bests[row, length - 1].argmax())
        backward = [label]
        # One word at a time, lists are quicker than arrays.
        for before in reversed(came_from[row, : length - 1].tolist()):
            label = before[label]
            backward.append(label)
        paths[row, :length] = backward[::-1]
    return paths
