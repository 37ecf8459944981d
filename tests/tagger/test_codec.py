"""Labels to spans and back, and the best legal path."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ShapeError
from onrecord.tagger.codec import LABELS, LabelRun, Role, begin, best_paths, legal_moves, runs


def test_runs_start_anew_at_each_beginning():
    cue = begin(Role.CUE)
    assert runs([0, cue, cue + 1, cue, 0]) == [
        LabelRun(role=Role.CUE, first=1, last=2),
        LabelRun(role=Role.CUE, first=3, last=3),
    ]


def test_run_of_another_role_ends_the_one_before():
    source, content = begin(Role.SOURCE), begin(Role.CONTENT)
    assert [run.role for run in runs([source, content, content + 1])] == [
        Role.SOURCE,
        Role.CONTENT,
    ]


def paths_by_trying_all(scores, moves):
    best = max(
        itertools.product(range(scores.shape[1]), repeat=len(scores)),
        key=lambda path: (
            sum(scores[word, label] for word, label in enumerate(path))
            + sum(moves[a, b] for a, b in zip((-1, *path), path, strict=False))
        ),
    )
    return list(best)


@given(st.integers(0, 10_000))
def test_path_is_the_best_of_all(seed):
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(2, 4, len(LABELS))).astype(np.float32)
    moves = legal_moves() + rng.normal(size=legal_moves().shape).astype(np.float32)
    found = best_paths(scores, moves, [4, 3])
    assert found[0].tolist() == paths_by_trying_all(scores[0], moves)
    assert found[1, :3].tolist() == paths_by_trying_all(scores[1, :3], moves)


@given(st.integers(0, 10_000))
def test_path_is_always_legal(seed):
    scores = np.random.default_rng(seed).normal(size=(1, 30, len(LABELS))).astype(np.float32) * 5
    path = best_paths(scores, legal_moves(), [30])[0].tolist()
    for before, label in zip((0, *path), path, strict=False):
        is_inside = label != 0 and label % 2 == 0
        assert not is_inside or before in (label, label - 1)


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ShapeError, match="do not fit"):
        best_paths(np.zeros((1, 3, 5), dtype=np.float32), legal_moves(), [3])
