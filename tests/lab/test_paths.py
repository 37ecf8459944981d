"""Sums over label paths, against sums over every path one by one."""

from itertools import product

import pytest

pytest.importorskip("torch")

import torch

from onrecord.tagger.codec import LABELS, legal_moves
from onrecord_lab.paths import believed, path_loss, sure

KINDS = len(LABELS)
WORDS = 3


@pytest.fixture
def scores():
    torch.manual_seed(5)
    # Two windows, the second one word shorter.
    return torch.randn(2, WORDS, KINDS)


@pytest.fixture
def moves():
    torch.manual_seed(6)
    return torch.randn(KINDS + 1, KINDS) + torch.from_numpy(legal_moves())


LENGTHS = torch.tensor([3, 2])


def paths(scores, moves, window):
    """Yield every path of a window with its score."""
    for path in product(range(KINDS), repeat=int(LENGTHS[window])):
        before = (KINDS, *path[:-1])
        total = sum(
            scores[window, at, label] + moves[was, label]
            for at, (was, label) in enumerate(zip(before, path, strict=True))
        )
        yield path, total


def test_loss_of_a_known_path_is_its_likelihood_among_all_paths(scores, moves):
    labels = torch.tensor([[1, 2, 0], [0, 1, 0]])
    wanted = 0.0
    for window in range(2):
        of_path = dict(paths(scores, moves, window))
        whole = torch.logsumexp(torch.stack(list(of_path.values())), 0)
        right = tuple(labels[window, : LENGTHS[window]].tolist())
        wanted += (whole - of_path[right]).item()
    loss = path_loss(scores, moves, sure(labels, LENGTHS, KINDS), LENGTHS)
    assert loss.sum().item() == pytest.approx(wanted, abs=1e-4)


def test_belief_is_the_share_of_paths_through_a_label_and_a_move(scores, moves):
    belief = believed(scores, moves, LENGTHS)
    for window in range(2):
        of_path = dict(paths(scores, moves, window))
        chances = torch.softmax(torch.stack(list(of_path.values())), 0)
        labels, counts = torch.zeros(WORDS, KINDS), torch.zeros(KINDS + 1, KINDS)
        for path, chance in zip(of_path, chances, strict=True):
            for at, (was, label) in enumerate(zip((KINDS, *path[:-1]), path, strict=True)):
                labels[at, label] += chance
                counts[was, label] += chance
        length = LENGTHS[window]
        assert torch.allclose(belief.labels[window, :length], labels[:length], atol=1e-5)
        assert torch.allclose(belief.moves[window], counts, atol=1e-5)


def test_who_shares_the_teachers_belief_has_nothing_to_learn(scores, moves):
    student = scores.clone().requires_grad_()
    belief = believed(scores, moves, LENGTHS)
    path_loss(student, moves, belief, LENGTHS).sum().backward()
    assert student.grad.abs().max() < 1e-5


def test_mix_of_two_beliefs_lies_between(scores, moves):
    one, other = believed(scores, moves, LENGTHS), believed(-scores, moves, LENGTHS)
    mixed = one.mixed(other, torch.tensor([0.5, 0.0]))
    assert torch.allclose(mixed.labels[0], (one.labels + other.labels)[0] / 2)
    assert torch.equal(mixed.moves[1], one.moves[1])


def test_moves_may_differ_by_window(scores, moves):
    both = torch.stack([moves, 2 * moves])
    together = believed(scores, both, LENGTHS)
    for window in range(2):
        alone = believed(scores[[window]], both[window], LENGTHS[[window]])
        assert torch.allclose(together.labels[window], alone.labels[0], atol=1e-5)
