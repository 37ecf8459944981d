"""The pointer that learns what passages tell, and what the product makes of its weights."""

from dataclasses import replace

import numpy as np
import pytest
from by_hand import passage_of

from onrecord.resolve.passages import Pointer
from onrecord.tagger.details import CHANNELS

torch = pytest.importorskip("torch")

from onrecord_lab.pointer import PointerNet, card_of  # noqa: E402

WHOLE = 96


@pytest.mark.parametrize(
    "sizes", [{}, {"times": 0}, {"words": 0}, {"times": 0, "words": 0}, {"statements": 70}]
)
def test_product_answers_as_the_lab_does(sizes):
    torch.manual_seed(2)
    passage = passage_of(np.random.default_rng(2), numbers=WHOLE, **sizes)
    asked = passage.channels
    net = PointerNet(WHOLE, asked.pairs.shape[2], asked.none.shape[1]).eval()
    with torch.inference_mode():
        times, channels = (one.numpy() for one in net(passage))
        few = {name: projected(net, getattr(passage, name)) for name in ("states",)}
        of_times = replace(
            passage.days.tellings, states=projected(net, passage.days.tellings.states)
        )
        of_words = replace(asked.tellings, states=projected(net, asked.tellings.states))
    answers = Pointer(card_of(net, least_channel=0.6, least_time=0.7, least_lent=0.2)).answers(
        replace(
            passage,
            **few,
            days=replace(passage.days, tellings=of_times),
            channels=replace(asked, tellings=of_words),
        )
    )
    assert np.allclose(answers.times, times, atol=2e-2)
    assert np.allclose(np.exp(answers.channels), np.exp(channels), atol=2e-2)
    assert answers.channels.shape == (len(passage.traits), 1 + len(CHANNELS))


def projected(net, states):
    """Return states as the reader's network puts them out."""
    parts = torch.from_numpy(states).view(len(states), states.shape[1] // WHOLE, WHOLE)
    return net.states(parts).flatten(1).numpy()
