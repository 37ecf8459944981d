"""Sums over all label paths of a window: what a path, or a teacher's belief in paths, costs.

Tag scores and moves make a linear-chain CRF (Lafferty et al. 2001). A teacher does not say which
path is right but how likely each label and each move is; the student's loss is then the
teacher's expectation of its own (Wang et al. 2020, structural knowledge distillation).
"""

from dataclasses import dataclass

import torch

# What no path does.
_NEVER = -1e4


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


def path_loss(
    scores: torch.Tensor, moves: torch.Tensor, belief: Belief, lengths: torch.Tensor
) -> torch.Tensor:
    """Return the expected negative log-likelihood of each window's paths. Shape ``(windows,)``.

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
    return _total(scores, moves, real) - expected


def sure(labels: torch.Tensor, lengths: torch.Tensor, kinds: int) -> Belief:
    """Return the belief that these labels are right.

    Args:
        labels: Label of each word. Shape ``(windows, words)``.
        lengths: Words of each window.
        kinds: How many labels there are.
    """
    real = torch.arange(labels.shape[1], device=labels.device) < lengths[:, None]
    before = torch.cat([torch.full_like(labels[:, :1], kinds), labels[:, :-1]], 1)
    moves = torch.zeros(len(labels), (kinds + 1) * kinds, device=labels.device)
    moves.scatter_add_(1, before * kinds + labels, real.float())
    return Belief(
        labels=torch.nn.functional.one_hot(labels, kinds).float(),
        moves=moves.view(len(labels), kinds + 1, kinds),
    )


def believed(scores: torch.Tensor, moves: torch.Tensor, lengths: torch.Tensor) -> Belief:
    """Return how likely a network holds labels and moves.

    The slope of the sum over all paths, by a score, is how likely what it scores is.

    Args:
        scores: Its tag scores of words. Shape ``(windows, words, labels)``.
        moves: Its scores of moves. Shape ``(labels + 1, labels)``.
        lengths: Words of each window.
    """
    with torch.enable_grad():
        scores = scores.detach().requires_grad_()
        each = moves.detach().expand(len(scores), -1, -1).clone().requires_grad_()
        total = _total(scores, each, _real(scores, lengths)).sum()
        labels, of_moves = torch.autograd.grad(total, [scores, each])
    return Belief(labels=labels, moves=of_moves)


def _real(scores: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
    return torch.arange(scores.shape[1], device=scores.device) < lengths[:, None]


def _total(scores: torch.Tensor, moves: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
    """Return the log of the sum over all paths of each window.

    Stretches of words are joined two by two, so that 256 words take eight steps.

    Args:
        scores: Of words. Shape ``(windows, words, labels)``.
        moves: One for all windows, or one each.
        real: Which words are there. Shape ``(windows, words)``.
    """
    windows, _, kinds = scores.shape
    moves = moves.expand(windows, -1, -1)
    stays = torch.full((kinds, kinds), _NEVER, device=scores.device).fill_diagonal_(0)
    from_to = moves[:, None, :-1] + scores[:, 1:, None, :]
    from_to = torch.where(real[:, 1:, None, None], from_to, stays)
    while from_to.shape[1] > 1:
        if from_to.shape[1] % 2:
            from_to = torch.cat([from_to, stays.expand(windows, 1, -1, -1)], 1)
        first, second = from_to[:, 0::2], from_to[:, 1::2]
        from_to = torch.logsumexp(first[..., None] + second[..., None, :, :], dim=-2)
    begin = scores[:, 0] + moves[:, -1]
    if from_to.shape[1]:
        begin = torch.logsumexp(begin[:, :, None] + from_to[:, 0], dim=1)
    return torch.logsumexp(begin, dim=1)
