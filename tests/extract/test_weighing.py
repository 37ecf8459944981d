"""Cue, wording and network together say which act a statement is."""

import json
from importlib.resources import files

import numpy as np
import pytest

from onrecord.extract.weighing import (
    ActEvidence,
    ActWeights,
    act_weights_of,
    shipped_act_weights,
)
from onrecord.tagger.details import ACTS
from onrecord.types import Act, Article

NONE = np.zeros(len(ACTS), dtype=np.float32)


def weights(**parts):
    plain = {"network": 1.0, "beside_cue": 0.5, "prior": NONE, "cue": NONE + 2, "wording": NONE + 1}
    return ActWeights(**(plain | parts))


def network(act, chance=0.9):
    chances = np.full(len(ACTS), (1 - chance) / (len(ACTS) - 1))
    chances[ACTS.index(act)] = chance
    return np.log(chances)


def best(weighing, evidence):
    return ACTS[int(weighing.scores(evidence).argmax())]


def test_network_decides_where_nothing_else_speaks():
    evidence = ActEvidence(network=network(Act.ACCUSE), cue=None, wording=None)
    assert best(weights(), evidence) is Act.ACCUSE


def test_telling_cue_outweighs_a_network_that_is_not_sure():
    evidence = ActEvidence(network=network(Act.STATE, 0.5), cue=Act.WARN, wording=None)
    assert best(weights(), evidence) is Act.WARN


def test_wording_counts_beside_the_network():
    evidence = ActEvidence(network=network(Act.STATE, 0.3), cue=None, wording=Act.DEMAND)
    assert best(weights(wording=NONE + 3), evidence) is Act.DEMAND


def test_scores_leave_the_evidence_as_it_was():
    evidence = ActEvidence(network=network(Act.DENY), cue=Act.DENY, wording=Act.DENY)
    before = evidence.network.copy()
    weights(network=1.0, beside_cue=1.0).scores(evidence)
    np.testing.assert_array_equal(evidence.network, before)


def test_what_ships_lets_a_sure_cue_stand():
    for act in ACTS:
        evidence = ActEvidence(
            network=np.log(np.full(len(ACTS), 1 / len(ACTS))), cue=act, wording=None
        )
        assert best(shipped_act_weights(), evidence) is act


def test_card_of_other_acts_is_refused():
    card = json.loads((files("onrecord.extract") / "acts.json").read_text(encoding="utf-8"))
    del card["prior"]["warn"]
    with pytest.raises(ValueError, match="other acts"):
        act_weights_of(card)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "Q: Will the bridge reopen this year?\n\nA: It will, in June.\n\n"
            "Q: Who pays?\n\nA: The city, for most of it.",
            Act.ASK,
        ),
        ("“What is there to hide?” the councillor said.", Act.ASK),
        ("“We got this wrong, and we are deeply sorry,” the chief executive wrote.", Act.APOLOGISE),
        ("The minister apologised “to all whom this appalling mistake has hurt”.", Act.APOLOGISE),
    ],
)
def test_what_is_plain_is_no_matter_of_weights(reader, text, act):
    assert reader.read(Article(text=text))[0].act is act
