"""The learned weights by which a passage's tellings are given to its statements.

Two small networks, one after the other: the first looks at each statement by itself, the second
also at what the first made of those around. Of all tellings of a value the
probabilities are summed. The lab learns the weights (`onrecord_lab.passages`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

import numpy as np

from onrecord.resolve.passages.questions import Questions, again
from onrecord.tagger import read_card

__all__ = ["Answers", "Layers", "PassageWeights", "passage_weights"]

_NEVER = -1e4


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """A score from features: one hidden layer of GELUs.

    Attributes:
        hidden: Weights. Shape ``(features, units)``.
        shift: Of the units.
        out: Weights of the units.
        bias: Of the score.
    """

    hidden: np.ndarray
    shift: np.ndarray
    out: np.ndarray
    bias: float

    @classmethod
    def of(cls, card: Mapping[str, Any]) -> Self:
        """Return the layers of a card."""
        arrays = {
            name: np.array(card[name], dtype=np.float32) for name in ("hidden", "shift", "out")
        }
        return cls(**arrays, bias=float(card["bias"]))

    def score(self, rows: np.ndarray) -> np.ndarray:
        """Return the score of each row. Shape ``(rows,)``."""
        units = rows @ self.hidden + self.shift
        # GELU by the tangent: within a thousandth of the exact one.
        inner = 0.7978845608 * units * (1 + 0.044715 * units * units)
        return np.asarray((0.5 * units * (1 + np.tanh(inner))) @ self.out + self.bias)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a network answers to questions.

    Attributes:
        chances: Log-probability of nothing, and of each value. Shape ``(statements, 1 + values)``.
        scores: Of each pair.
    """

    chances: np.ndarray
    scores: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageWeights:
    """What gives tellings to statements.

    Attributes:
        first: Layers of pairs, and of nothing.
        second: The same, which look at the statements around.
        least: Least probability, 0-1, for something to be told.
    """

    first: tuple[Layers, Layers]
    second: tuple[Layers, Layers]
    least: float

    def answers(self, asked: Questions) -> Answers:
        """Return how likely each statement is told each value."""
        chances, _ = answered(self.first, asked)
        chances, scores = answered(self.second, again(asked, chances))
        return Answers(chances=chances, scores=scores)


def answered(layers: tuple[Layers, Layers], asked: Questions) -> tuple[np.ndarray, np.ndarray]:
    """Return log-probabilities of nothing and of each value, and the pairs' scores."""
    of_pairs, of_none = layers
    scores = of_pairs.score(asked.pairs) if len(asked.pairs) else np.zeros(0)
    total = np.full((len(asked.none), 1 + len(asked.values)), _NEVER)
    total[:, 0] = of_none.score(asked.none)
    at = (asked.asking, 1 + asked.value)
    np.logaddexp.at(total, at, scores)
    total -= total.max(axis=1, keepdims=True)
    return total - np.log(np.exp(total).sum(axis=1, keepdims=True)), scores


@cache
def passage_weights() -> PassageWeights:
    """Return the shipped weights.

    Raises:
        WeightsError: If they are missing or broken.
    """
    return read_card("onrecord.resolve.passages", "channels.json", weights_of)


def weights_of(card: Mapping[str, Any]) -> PassageWeights:
    """Return the weights of a card."""
    first, second = (
        (Layers.of(card[part]["pairs"]), Layers.of(card[part]["none"]))
        for part in ("first", "second")
    )
    return PassageWeights(first=first, second=second, least=float(card["least"]))
