"""Speakers on the gold articles may not get worse than when the weights were shipped."""

import pytest

from benchmarks.gold import read_gold
from benchmarks.speakers import score

FLOORS = {
    "statements found": 0.91,
    "full name, statements by named people": 0.92,
    "full name, by pronoun": 0.9,
    "source type": 0.9,
    "title, statements by named people": 0.85,
}


# Half of the articles that no rule was made on; in figures only.
UNSEEN = {
    "full name, statements by named people": 0.87,
    "name, statements by named organisations": 0.7,
    "source type": 0.845,
}


@pytest.fixture(scope="module")
def counts(reader):
    found, _ = score(reader, read_gold())
    return found


def test_gold_is_read_whole(counts):
    assert counts["statements found"][1] >= 350


@pytest.mark.parametrize("name", FLOORS)
def test_scores_may_not_fall(counts, name):
    right, total = counts[name]
    assert right / total >= FLOORS[name]


@pytest.fixture(scope="module")
def unseen(reader):
    found, _ = score(reader, read_gold("held-out"))
    return found


@pytest.mark.parametrize("name", UNSEEN)
def test_unseen_half_is_at_or_above_its_floor(unseen, name):
    right, total = unseen[name]
    assert right / total >= UNSEEN[name]
