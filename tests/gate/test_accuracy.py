"""Scores on PolNeAR's dev articles may not fall below what has been reached.

The texts are not ours to ship: they are read from ../shared/data, and where
that folder is absent the gate says so and skips.
"""

import pytest

from benchmarks.accuracy import SHARED, metrics, write_all

# Reached by the shipped weights, less 0.003 for other processors' rounding, with
# statements inside others counted as mistakes. Raise them with better weights.
# reader-2 also learned names and acts: it gave up .003 of attribution and .002 of tokens
# for .005 of half-overlap and .002 of exact contents (lab-log 2026-11-23).
FLOORS = {
    ("attribution", "f1"): 0.840,
    ("attribution_half", "f1"): 0.776,
    ("content.exact", "f1"): 0.707,
    ("content.token", "f1"): 0.902,
    ("attribution.indirect", "p"): 0.787,
    ("attribution.indirect", "r"): 0.795,
}


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    if not (SHARED / "data" / "polnear" / "dev").is_dir():
        pytest.skip(f"gate not run: no PolNeAR in {SHARED}")
    gold, every, _ = write_all(SHARED, tmp_path_factory.mktemp("gate"))
    return metrics(SHARED, gold, every)


@pytest.mark.parametrize(("metric", "figure"), FLOORS)
def test_score_is_at_or_above_its_floor(figures, metric, figure):
    assert figures[metric][figure] >= FLOORS[metric, figure]
