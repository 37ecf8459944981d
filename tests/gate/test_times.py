"""Times of saying on the gold articles may not get worse than they were."""

import pytest

from benchmarks.gold import read_gold
from benchmarks.times import score_said

# Since the second reading of the gold, which dated 31 statements more by their passage.
FLOORS = {
    "said at, all": 0.89,
    "said at, article tells": 0.71,
    "said at, basis stated": 0.85,
    "said at, basis context": 0.54,
    "said at, basis published": 0.96,
}


@pytest.fixture(scope="module")
def counts(reader):
    found, _ = score_said(reader, read_gold())
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_scores_may_not_fall(counts, name):
    right, total = counts[name]
    assert right / total >= FLOORS[name]
