"""What ships can be trained on from."""

import json

import pytest

pytest.importorskip("torch")

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from onrecord.tagger.details import WIDTH
from onrecord.tagger.runtime import load_engine, shipped_weights
from onrecord_lab.again import network_of
from onrecord_lab.export import BeginBonus, make_model
from onrecord_lab.network import STATES


def test_shipped_network_comes_back_as_it_is():
    folder = shipped_weights()
    network = network_of(folder)
    rng = np.random.default_rng(1)
    ids, traits = rng.integers(1000, 20000, 40), rng.integers(0, 8, 40)
    inputs = torch.from_numpy(ids)[None], torch.from_numpy(traits)[None]
    with torch.no_grad():
        scores, vectors, details = network(*inputs, torch.ones(1, 40, dtype=torch.bool))
    *shipped, states = load_engine(folder, threads=1).run(ids, traits)
    # What is learned beside does not ship.
    here = (scores, vectors.flatten(2), details[..., :WIDTH])
    for mine, other in zip(here, shipped, strict=True):
        assert np.abs(mine[0].numpy() - other).mean() < 0.1 * np.abs(other).mean()
    assert states.shape == (40, STATES)


def test_writing_it_again_changes_hardly_a_number():
    folder = shipped_weights()
    again = make_model(network_of(folder), is_int8=True)
    model = onnx.load(str(folder / "model.onnx"))
    shipped = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    for one in again.graph.initializer:
        # A line may get a finer scale than it had; what it stands for stays.
        if not one.name.endswith((".scale", ".weight", "words")):
            np.testing.assert_allclose(numpy_helper.to_array(one), shipped[one.name], atol=1e-6)


def test_moves_come_back_without_what_was_chosen_on_dev():
    folder = shipped_weights()
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    network = network_of(folder)
    bonus = BeginBonus(**card["begin_bonus"])
    moves = network.legal_moves().detach().numpy() + bonus.as_moves()
    np.testing.assert_allclose(moves, card["moves"], atol=0.5)
    legal = np.asarray(card["moves"]) > -1000
    np.testing.assert_allclose(moves[legal], np.asarray(card["moves"])[legal], atol=1e-5)
