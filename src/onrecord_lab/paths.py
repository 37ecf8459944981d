"""Sums over all label paths of a window: what a path, or a teacher's belief in paths, costs.

Tag scores and moves make a linear-chain CRF (Lafferty et al. 2001). A teacher does not say which
path is right but how likely each label and each move is; the student's loss is then the
teacher's expectation of its own (Wang et al. 2020, structural knowledge distillation).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """How likely labels and moves are; a known path is the belief of one who is sure.

    Attributes:
        labels: Probability of each label. Shape ``(windows, words, labels)``.
        moves: How often each move is expected in a window, the last row from
            before its first word. Shape ``(windows, labels + 1, labels)``.
    """

    labels: torch.Tensor
    moves: torch.Tensor

    def mixed(self, other: "Belief", part: torch.Tensor) -> "Belief":
        """Return the mean with another's; ``part``, shape ``(windows,)``, is the other's."""
        weight = part[:, None, None]
        return Belief(
            labels=torch.lerp(self.labels, other.labels, weight),
            moves=torch.lerp(self.moves, other.moves, weight),
        )

    def of(self, windows: Sequence[int]) -> "Belief":
        """Return the belief about some of the windows."""
        return Belief(labels=self.labels[windows], moves=self.moves[windows])


def mean_belief(beliefs: Sequence[Belief]) -> Belief:
    """Return what several believe in the mean."""
    return Belief(
        labels=torch.stack([one.labels for one in beliefs]).mean(0),
        moves=torch.stack([one.moves for one in beliefs]).mean(0),
    )


def path_loss(
    scores: torch.Tensor, moves: torch.Tensor, belief: Belief, lengths: torch.Tensor
) -> torch.Tensor:
    """Return the expected negative log-likelihood of the label paths, a word.

    Args:
        scores: Tag scores of words. Shape ``(windows, words, labels)``.
        moves: Scores of moves, the last row from before the first word. Shape
            ``(labels + 1, labels)``.
        belief: Which paths are right.
        lengths: Words of each window.
    """
    real = _real(scores, lengths)
    expected = ((scores * belief.labels).sum(2) * real).sum(1)
    expected = expected + (moves * belief.moves).sum((1, 2))
    return (_total(scores, moves, real) - expected).sum() / lengths.sum()


def sure(labels: torch.Tensor, lengths: torch.Tensor, kinds: int) -> Belief:
    """Return the belief that these labels are right.

    Args:
        labels: Label of each word. Shape ``(windows, words)``.
        lengths: Words of each window.
        kinds: How many labels there are.
    """
    real = torch.arange(labels.shape[1]) < lengths[:, None]
    before = torch.cat([torch.full_like(labels[:, :1], kinds), labels[:, :-1]], 1)
    moves = torch.zeros(len(labels), (kinds + 1) * kinds)
    moves.scatter_add_(1, before * kinds + labels, real.float())
    return Belief(
        labels=torch.nn.functional.one_hot(labels, kinds).float(),
        moves=moves.view(len(labels), kinds + 1, kinds),
    )


@torch.no_grad()
def believed(scores: torch.Tensor, moves: torch.Tensor, lengths: torch.Tensor) -> Belief:
    """Return how likely a network holds labels and moves (forward and backward sums).

    Args:
        scores: Its tag scores of words. Shape ``(windows, words, labels)``.
        moves: Its scores of moves. Shape ``(labels + 1, labels)``.
        lengths: Words of each window.
    """
    real = _real(scores, lengths)
    between = moves[:-1]
    ahead = [scores[:, 0] + moves[-1]]
    for word in range(1, scores.shape[1]):
        reach = torch.logsumexp(ahead[-1][:, :, None] + between, dim=1) + scores[:, word]
        ahead.append(torch.where(real[:, word, None], reach, ahead[-1]))
    behind = [torch.zeros_like(ahead[-1])]
    for word in range(scores.shape[1] - 1, 0, -1):
        onward = between + (scores[:, word] + behind[-1])[:, None, :]
        reach = torch.logsumexp(onward, dim=2)
        behind.append(torch.where(real[:, word, None], reach, behind[-1]))
    first, last = torch.stack(ahead, 1), torch.stack(behind[::-1], 1)
    whole = torch.logsumexp(ahead[-1], dim=1)[:, None, None]
    labels = torch.exp(first + last - whole)
    pairs = first[:, :-1, :, None] + between + (scores[:, 1:] + last[:, 1:])[:, :, None, :]
    expected = (torch.exp(pairs - whole[..., None]) * real[:, 1:, None, None]).sum(1)
    return Belief(labels=labels, moves=torch.cat([expected, labels[:, :1]], 1))


def _real(scores: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
    return torch.arange(scores.shape[1], device=scores.device) < lengths[:, None]


def _total(scores: torch.Tensor, moves: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
    total = scores[:, 0] + moves[-1]
    for word in range(1, scores.shape[1]):
        reach = torch.logsumexp(total[:, :, None] + moves[:-1], dim=1) + scores[:, word]
        total = torch.where(real[:, word, None], reach, total)
    return torch.logsumexp(total, dim=1)
