"""The larger network reads what the reader reads."""

import pytest

pytest.importorskip("torch")

import torch

from onrecord.tagger.codec import LABELS
from onrecord.tagger.details import WIDTH
from onrecord.tagger.links import VECTOR_SIZE, VECTORS
from onrecord_lab.network import TELLINGS, Shape
from onrecord_lab.teacher import Teacher

SHAPE = Shape(vocabulary=40, layers=2, hidden=24, heads=2, feed_forward=32)


def teacher():
    torch.manual_seed(1)
    # Its vocabulary is another: the reader's entry 3 is its 7.
    return Teacher(SHAPE, torch.arange(4, 34)).eval()


def ask(teacher, ids, mask):
    with torch.no_grad():
        return teacher(ids, torch.zeros_like(ids), mask)


def test_answers_are_of_the_readers_shapes():
    ids = torch.randint(0, 30, (3, 11))
    scores, vectors, details = ask(teacher(), ids, torch.ones(3, 11, dtype=torch.bool))
    assert scores.shape == (3, 11, len(LABELS))
    assert vectors.shape == (3, 11, VECTORS, VECTOR_SIZE)
    assert details.shape == (3, 11, WIDTH + TELLINGS)


def test_what_pads_a_window_tells_nothing():
    one, ids = teacher(), torch.randint(0, 30, (1, 9))
    padded = torch.cat([ids, torch.randint(0, 30, (1, 4))], 1)
    mask = torch.arange(13)[None] < 9
    for alone, beside in zip(
        ask(one, ids, torch.ones(1, 9, dtype=torch.bool)), ask(one, padded, mask), strict=True
    ):
        assert torch.allclose(alone, beside[:, :9], atol=1e-5)


def test_order_matters():
    one, ids = teacher(), torch.randint(0, 30, (1, 9))
    one.positions.weight.data.zero_()
    seen = torch.ones(1, 9, dtype=torch.bool)
    forward, backward = ask(one, ids, seen)[0], ask(one, ids.flip(1), seen)[0]
    # Its attention alone knows how far apart two pieces are, and which comes first.
    assert not torch.allclose(forward, backward.flip(1), atol=1e-4)


def test_frozen_layers_stay():
    one = teacher()
    one.freeze(layers=1)
    learns = {name for name, weight in one.named_parameters() if weight.requires_grad}
    assert not any(name.startswith(("words", "positions", "layers.0")) for name in learns)
    assert any(name.startswith("layers.1") for name in learns)
