"""Act, attitude, channel and asides on the gold articles may not get worse than they were."""

import pytest

from benchmarks.gold import read_gold
from benchmarks.settings import score

FLOORS = {
    "act": 0.74,
    "attitude": 0.94,
    "negated": 0.97,
    "channel": 0.6,
    "asides found that are right": 0.9,
}


@pytest.fixture(scope="module")
def counts(reader):
    found, _, _ = score(reader, read_gold())
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_scores_may_not_fall(counts, name):
    right, total = counts[name]
    assert right / total >= FLOORS[name]
