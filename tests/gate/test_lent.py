"""How sure what is lent is said to be, made of how often it was right."""

import numpy as np
import pytest

from benchmarks.lent import Telling, fitted
from onrecord.resolve.passages import Lent, pointer


def test_shares_are_found_again():
    chance = np.random.default_rng(1)
    probabilities = chance.uniform(0.05, 0.95, 4000)
    odds = -0.6 + 0.4 * np.log(probabilities / (1 - probabilities))
    right = chance.random(4000) < 1 / (1 + np.exp(-odds))
    line = fitted(list(zip(probabilities.tolist(), right.tolist(), strict=True)))
    assert line.offset == pytest.approx(-0.6, abs=0.1)
    assert line.slope == pytest.approx(0.4, abs=0.1)


def test_all_right_is_no_certainty():
    line = fitted([(0.9, True)] * 5)
    assert np.isfinite([line.offset, line.slope]).all()


@pytest.mark.parametrize("lent", Lent)
def test_what_is_lent_is_told_beside_its_probability(lent):
    told = Telling(pointer().arrays).sure(0.25, lent)
    assert (int(told), told - int(told)) == (lent, 0.25)
    assert int(Telling(pointer().arrays).sure(1.0, lent)) == lent
