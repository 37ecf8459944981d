"""Lessons of passages, and the weights that are learned from them."""

import numpy as np
import pytest
from by_hand import questions_of

from onrecord.resolve.passages.answers import answered, weights_of

torch = pytest.importorskip("torch")

from onrecord_lab.passages import Lesson, _fitted, _layers, _scores, fit_passages  # noqa: E402


def lesson(number: int, chance: np.random.Generator) -> Lesson:
    """Return a lesson in which what is near is told."""
    pairs, rows, right = [], [], []
    for statement in range(6):
        near = bool(chance.integers(2))
        pairs.append((statement, 0, 0))
        rows.append([float(near), float(chance.random())])
        right.append(int(near))
    asked = questions_of(("day",), rows, pairs, [[1.0]] * 6)
    return Lesson(name=f"article {number}", asked=asked, right=np.array(right))


def test_what_tells_is_learned():
    chance = np.random.default_rng(1)
    taught = [lesson(number, chance) for number in range(300)]
    weights = weights_of(fit_passages(taught, least=0.5))
    other = lesson(1000, chance)
    told = weights.answers(other.asked).chances[:, 1] > np.log(0.5)
    assert told.tolist() == (other.right == 1).tolist()


def test_product_scores_as_the_lab_does():
    chance = np.random.default_rng(2)
    taught = [lesson(number, chance) for number in range(12)]
    net = _fitted(taught, seed=3)
    asked = taught[0].asked
    with torch.no_grad():
        lab = torch.log_softmax(_scores(net, asked), dim=1).numpy()
    product, _ = answered(_layers(net), asked)
    assert np.allclose(lab, product, atol=2e-3)
