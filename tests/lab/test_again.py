"""What ships can be trained on from."""

import numpy as np
import torch

from onrecord.tagger.runtime import load_engine, shipped_weights
from onrecord_lab.again import network_of
from onrecord_lab.export import BeginBonus, make_model


def test_shipped_network_comes_back_as_it_is():
    folder = shipped_weights()
    network = network_of(folder, bonus=BeginBonus())
    rng = np.random.default_rng(1)
    ids, traits = rng.integers(1000, 20000, 40), rng.integers(0, 8, 40)
    inputs = torch.from_numpy(ids)[None], torch.from_numpy(traits)[None]
    with torch.no_grad():
        scores, vectors, details = network(*inputs, torch.ones(1, 40, dtype=torch.bool))
    shipped = load_engine(folder, threads=1).run(ids, traits)
    for mine, other in zip((scores, vectors.flatten(2), details), shipped, strict=True):
        assert np.abs(mine[0].numpy() - other).mean() < 0.1 * np.abs(other).mean()


def test_writing_it_again_changes_no_weight():
    network = network_of(shipped_weights(), bonus=BeginBonus())
    again = make_model(network, is_int8=True)
    names = {one.name for one in again.graph.initializer}
    assert {"words", "layer0.attend.weight", "details.product.weight"} <= names
