"""The learned weights of the evidence for who is meant, and how sure that makes.

A softmax over the candidates and "none of them" (log-linear coreference; Rahman
and Ng 2009), one set of weights for pronouns and one for roles. The lab learns them
(`onrecord_lab.reference`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from onrecord.resolve.who.candidates import FEATURES
from onrecord.tagger import read_card
from onrecord.tagger.details import softmax


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """Weights for one kind of mention.

    Attributes:
        weights: Of the evidence. Shape ``(len(FEATURES),)``.
        none: Score of none of the candidates.
        slope: Of the calibration, on the scale of log-odds.
        offset: The same.
    """

    weights: np.ndarray
    none: float
    slope: float
    offset: float

    def chances(self, rows: np.ndarray) -> np.ndarray:
        """Return the probability of each candidate, and of none, last.

        Args:
            rows: Evidence. Shape ``(candidates, len(FEATURES))``.
        """
        return softmax(np.append(rows @ self.weights, self.none))

    def confidence(self, chance: float) -> float:
        """Return how often a choice with such a probability is right."""
        within = min(max(chance, 1e-4), 1 - 1e-4)
        odds = self.slope * float(np.log(within / (1 - within))) + self.offset
        return float(1 / (1 + np.exp(-odds)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """Weights for pronouns and for roles."""

    pronoun: Weighing
    role: Weighing


def load_scorer() -> Scorer:
    """Return the shipped weights.

    Raises:
        WeightsError: If they are missing or made for other evidence.
    """
    return read_card("onrecord.resolve.who", "scorer.json", scorer_of)


def scorer_of(card: Mapping[str, Mapping[str, object]]) -> Scorer:
    """Return the scorer of a card: weights by the evidence's name."""
    return Scorer(**{kind: _weighing(card[kind]) for kind in ("pronoun", "role")})


def _weighing(card: Mapping[str, object]) -> Weighing:
    weights = card["weights"]
    if not isinstance(weights, Mapping) or set(weights) != set(FEATURES):
        raise ValueError("weights for other evidence than this version's")
    return Weighing(
        weights=np.array([float(weights[name]) for name in FEATURES], dtype=np.float32),
        none=float(str(card["none"])),
        slope=float(str(card["slope"])),
        offset=float(str(card["offset"])),
    )
