"""Calibration and the networks that mark together."""

import numpy as np
import pytest

from onrecord.tagger.runtime import Engine
from onrecord_lab.silver import Several

pytest.importorskip("onnx", reason="the lab's extra is not installed: make test-lab")

from onrecord_lab.calibration import fit_line


def test_line_gives_back_the_chances_that_made_the_data():
    rng = np.random.default_rng(1)
    odds = rng.normal(size=20_000) * 2
    is_right = rng.random(20_000) < 1 / (1 + np.exp(-(0.7 * odds - 0.4)))
    line = fit_line(odds, is_right)
    assert line.slope == pytest.approx(0.7, abs=0.05)
    assert line.offset == pytest.approx(-0.4, abs=0.05)


class Fixed(Engine):
    def __init__(self, value):
        self._value = value

    def run(self, ids, _):
        return np.full((len(ids), 7), self._value), np.full((len(ids), 2), self._value)


def test_several_networks_answer_with_their_mean():
    ids = np.zeros(3, dtype=np.int64)
    scores, vectors = Several([Fixed(1.0), Fixed(3.0)]).run(ids, ids)
    assert np.all(scores == 2.0)
    assert np.all(vectors == 1.0)
