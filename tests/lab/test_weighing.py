"""The weights of cue, wording and network for acts are learned from marked statements."""

import numpy as np
import pytest

pytest.importorskip("torch")

from onrecord.extract.weighing import ActEvidence, act_weights_of
from onrecord.tagger.details import ACTS
from onrecord.types import Act
from onrecord_lab.weighing import fit_acts


def evidence(seen, chance, cue=None):
    chances = np.full(len(ACTS), (1 - chance) / (len(ACTS) - 1))
    chances[ACTS.index(seen)] = chance
    return ActEvidence(network=np.log(chances), cue=cue, wording=None)


def test_a_cue_that_misleads_is_learned_to_count_for_little():
    # "Dismissed" is taken for a denial, and readers say each time that it refuses.
    misled = [(evidence(Act.REFUSE, 0.6, cue=Act.DENY), Act.REFUSE)] * 40
    led = [(evidence(Act.STATE, 0.6, cue=Act.WARN), Act.WARN)] * 40
    weights = act_weights_of(fit_acts([*misled, *led]))
    assert ACTS[int(weights.scores(misled[0][0]).argmax())] is Act.REFUSE
    assert ACTS[int(weights.scores(led[0][0]).argmax())] is Act.WARN
