"""What is asked of a passage, as arrays: which tellings does each statement mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.tagger.details import BASES, CHANNELS

__all__ = ["AGAIN", "Questions", "again", "network_of"]

# A probability below this is none.
_LEAST_LOG = -6.0
_SCALE = 3.0
# So many statements on, the same speaker's next tells something.
_REACH = 14

AGAIN = (
    *("before", "is one before", "after", "is one after"),
    *("speaker's before", "is one of the speaker's before"),
    *("speaker's after", "is one of the speaker's after"),
    *("itself", "all", "speaker's others", "are others of the speaker"),
)
"""What is known of a value when the statements around have been looked at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """All statements of one article, and all that may tell something about them.

    Attributes:
        values: What may be told.
        pairs: What speaks for a telling to tell a statement a value. Shape ``(pairs, features)``.
        asking: The statement of each pair.
        telling: The telling of each pair.
        value: The value of each pair: an index into ``values``.
        none: What speaks for nothing to be told. Shape ``(statements, features)``.
        speakers: Who makes each statement, None where unknown.
    """

    values: tuple[str, ...]
    pairs: np.ndarray
    asking: np.ndarray
    telling: np.ndarray
    value: np.ndarray
    none: np.ndarray
    speakers: tuple[str | None, ...]


def network_of(told: np.ndarray | None) -> tuple[list[float], list[float]]:
    """Return what the network says of a statement's channel, none first, and of its basis.

    Args:
        told: Its scores of both, side by side; None where it did not mark the statement.
    """
    cut = 1 + len(CHANNELS)
    if told is None:
        told = np.zeros(cut + len(BASES), dtype=np.float32)
    of_channel, of_basis = (
        np.maximum(_log_softmax(part), _LEAST_LOG) for part in (told[:cut], told[cut:])
    )
    return (of_channel / _SCALE).tolist(), (of_basis / _SCALE).tolist()


def _log_softmax(scores: np.ndarray) -> np.ndarray:
    scores = scores - scores.max()
    return np.asarray(scores - np.log(np.exp(scores).sum()))


def again(asked: Questions, chances: np.ndarray) -> Questions:
    """Return the questions with what was answered for the statements around.

    Args:
        asked: The questions.
        chances: Log-probability of nothing, and of each value. Shape ``(statements, 1 + values)``.
    """
    known = np.maximum(chances, _LEAST_LOG) / _SCALE
    odds = np.exp(chances)
    mean = np.log(odds.mean(axis=0) + 0.01) / _SCALE
    features = np.zeros((*chances.shape, len(AGAIN)), dtype=np.float32)
    for number, (before, after) in enumerate(_of_speaker(asked.speakers)):
        neighbours = (
            number - 1 if number else None,
            number + 1 if number + 1 < len(known) else None,
            before,
            after,
        )
        for place, other in enumerate(neighbours):
            if other is not None:
                features[number, :, 2 * place] = known[other]
                features[number, :, 2 * place + 1] = 1
    features[:, :, 8] = known
    features[:, :, 9] = mean
    for key in {key for key in asked.speakers if key is not None}:
        own = [number for number, other in enumerate(asked.speakers) if other == key]
        if len(own) > 1:
            total = odds[own].sum(axis=0)
            for number in own:
                others = np.maximum(total - odds[number], 0) / (len(own) - 1)
                features[number, :, 10] = np.log(others + 0.01) / _SCALE
                features[number, :, 11] = 1
    told = features[asked.asking, 1 + asked.value]
    return replace(
        asked,
        pairs=np.concatenate([asked.pairs, told], axis=1),
        none=np.concatenate([asked.none, features[:, 0]], axis=1),
    )


def _of_speaker(speakers: Sequence[str | None]) -> list[tuple[int | None, int | None]]:
    """Return, for each statement, the speaker's one before and one after, not too far."""
    found = []
    for number, key in enumerate(speakers):
        before = range(number - 1, max(-1, number - 1 - _REACH), -1)
        after = range(number + 1, min(len(speakers), number + 1 + _REACH))
        found.append((
            next((n for n in before if key is not None and speakers[n] == key), None),
            next((n for n in after if key is not None and speakers[n] == key), None),
        ))  # fmt: skip
    return found
