"""The pointer that learns what passages tell, and what the product makes of its weights."""

from dataclasses import replace

import numpy as np
import pytest
from by_hand import passage_of

from onrecord.resolve.passages import Pointer
from onrecord.tagger.details import CHANNELS

torch = pytest.importorskip("torch")

from onrecord_lab.pointer import Lesson, PointerNet, card_of, fit_pointer  # noqa: E402

WHOLE = 96


def lesson(number: int, chance: np.random.Generator) -> Lesson:
    """Return a lesson in which what stands in its sentence is told, and states say nothing."""
    passage = passage_of(chance, numbers=WHOLE)
    for states in (passage.states, passage.days.tellings.states, passage.channels.tellings.states):
        states[:] = 0
    passage.traits[:] = 0
    passage.channels.none[:] = 0
    near = chance.integers(0, 4, size=4)
    passage.days.pairs[:] = 0
    for row, place in enumerate(near):
        if place:
            passage.days.pairs[row, place - 1, 0] = 1
    channels = replace(passage.channels, value=np.zeros(3, dtype=np.int64))
    told = chance.integers(0, 2, size=4)
    channels.pairs[:] = 0
    channels.pairs[:, :, 1] = told[:, None]
    return Lesson(
        name=f"article {number}",
        passage=replace(passage, channels=channels),
        times=near[:, None] == np.arange(4)[None],
        channels=told,
    )


def test_what_tells_is_learned():
    chance = np.random.default_rng(1)
    net = fit_pointer([lesson(number, chance) for number in range(200)])
    others = [lesson(number, chance) for number in range(1000, 1020)]
    times, channels = [], []
    with torch.inference_mode():
        for other in others:
            of_times, of_channels = net(other.passage)
            times.append(of_times.argmax(1).numpy() == other.times.argmax(1))
            channels.append(of_channels.argmax(1).numpy() == other.channels)
    assert np.concatenate(times).mean() > 0.9
    assert np.concatenate(channels).mean() > 0.9


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
