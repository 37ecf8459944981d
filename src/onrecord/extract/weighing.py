"""How much cue, wording and network count when they say what act a statement is.

A log-linear choice among the acts: the network's log-probabilities times a weight, and a weight
for each act that the cue or the wording names. The lab learns them (`onrecord_lab.weighing`) on
marked statements that the network has not seen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from onrecord.tagger import read_card
from onrecord.tagger.details import ACTS
from onrecord.types import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class ActEvidence:
    """What speaks for which act.

    Attributes:
        network: Log-probability of each act. Shape ``(len(ACTS),)``.
        cue: The act that the cue tells by itself, if it does.
        wording: The act that the content's wording makes plain, if it does.
    """

    network: np.ndarray
    cue: Act | None
    wording: Act | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWeights:
    """What each kind of evidence counts.

    Attributes:
        network: Weight of the network where the cue is neutral.
        beside_cue: The same beside a telling cue.
        prior: Added to each act where the cue is neutral. Shape ``(len(ACTS),)``.
        cue: Added to the act that the cue tells, by act. Same shape.
        wording: Added to the act that the wording tells, by act. Same shape.
    """

    network: float
    beside_cue: float
    prior: np.ndarray
    cue: np.ndarray
    wording: np.ndarray

    def scores(self, evidence: ActEvidence) -> np.ndarray:
        """Return how much speaks for each act. Shape ``(len(ACTS),)``."""
        if evidence.cue is None:
            scores = self.network * evidence.network + self.prior
        else:
            scores = self.beside_cue * evidence.network
        for act, weights in ((evidence.cue, self.cue), (evidence.wording, self.wording)):
            if act is not None:
                scores[ACTS.index(act)] += weights[ACTS.index(act)]
        return np.asarray(scores)


@cache
def shipped_act_weights() -> ActWeights:
    """Return the weights that ship.

    Raises:
        WeightsError: If they are missing or made for other acts.
    """
    return read_card("onrecord.extract", "acts.json", act_weights_of)


def act_weights_of(card: Mapping[str, object]) -> ActWeights:
    """Return the weights of a card, which has them by act."""
    return ActWeights(
        network=float(str(card["network"])),
        beside_cue=float(str(card["beside_cue"])),
        **{part: _by_act(card[part]) for part in ("prior", "cue", "wording")},
    )


def _by_act(weights: object) -> np.ndarray:
    if not isinstance(weights, Mapping) or set(weights) != set(map(str, ACTS)):
        raise ValueError("weights for other acts than this version's")
    return np.array([float(weights[str(act)]) for act in ACTS], dtype=np.float32)
