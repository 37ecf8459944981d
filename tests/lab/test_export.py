"""What ships computes what was trained."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the lab's extra is not installed: make test-lab")

import onnxruntime  # noqa: E402

from onrecord.tagger.links import pair_vectors  # noqa: E402
from onrecord_lab.export import make_model  # noqa: E402
from onrecord_lab.network import Network, Shape  # noqa: E402
from onrecord_lab.recipes.reader import averaged  # noqa: E402

SMALL = Shape(vocabulary=50, positions=40, layers=2, hidden=32, heads=4, feed_forward=64)


@pytest.fixture
def network():
    torch.manual_seed(1)
    made = Network(SMALL)
    torch.nn.init.normal_(made.traits.weight)
    return made.eval()


def run_both(network, *, is_int8):
    ids = torch.randint(0, 50, (1, 30), generator=torch.Generator().manual_seed(2))
    traits = ids % 8
    with torch.no_grad():
        wanted = network(ids, traits, torch.ones_like(ids, dtype=torch.bool))
    session = onnxruntime.InferenceSession(
        make_model(network, is_int8=is_int8).SerializeToString(),
        providers=["CPUExecutionProvider"],
    )
    got = session.run(("scores", "vectors"), {"ids": ids.numpy(), "traits": traits.numpy()})
    return got, (wanted[0].numpy(), wanted[1].flatten(2).numpy())


def test_exported_graph_gives_the_networks_numbers(network):
    got, wanted = run_both(network, is_int8=False)
    for one, other in zip(got, wanted, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)


def test_whole_numbers_stay_close_to_the_networks(network):
    got, wanted = run_both(network, is_int8=True)
    for one, other in zip(got, wanted, strict=True):
        assert np.abs(one - other).mean() < 0.1 * np.abs(other).mean()


def test_states_are_a_projection_of_the_last_layer_and_the_branch(network):
    model = make_model(network, is_int8=False).SerializeToString()
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    ids = np.arange(30)[None]
    (found,) = session.run(("states",), {"ids": ids, "traits": ids % 8})
    asked = torch.from_numpy(ids)
    with torch.no_grad():
        both = network.encode(asked, asked % 8, torch.ones_like(asked, dtype=torch.bool))
        wanted = network.states(torch.cat(both, dim=2))
    np.testing.assert_allclose(found, wanted.numpy(), atol=1e-2)


def test_average_of_networks_is_the_mean_of_their_weights(network):
    other = Network(SMALL)
    mean = averaged([network, other])
    wanted = (network.tag.weight + other.tag.weight) / 2
    assert torch.allclose(mean.tag.weight, wanted)


def test_lab_and_product_score_pairs_alike():
    rng = np.random.default_rng(3)
    vectors = rng.normal(size=(20, 6, 8)).astype(np.float32)
    asking, asked = np.array([[1, 4], [9, 12]]), np.array([[6, 6], [14, 15]])
    first = vectors[asking[:, 0], 0] + vectors[asking[:, 1], 1]
    wanted = first @ vectors[asked[:, 0], 2].T / np.sqrt(8)
    np.testing.assert_allclose(pair_vectors(vectors, asking, asked, 0), wanted, rtol=1e-5)
