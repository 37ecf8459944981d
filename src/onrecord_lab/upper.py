"""The branch, the upper layers if wanted, and the pointer learned together.

What passages tell is read off the states of the network's last layer and of its branch, which were
made for tags and acts. Here the layers that make them learn with the pointer, while what the
heads read off the last layer, and what the branch tells of each input, are held to what they were:
states come to say more of the passage, and statements stay what they are, exactly if the branch
learns alone. A larger network can learn the same before, and teach what it believes of articles
that it has not seen.
"""

import copy
import math
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import cast

import numpy as np
import torch
from torch import nn

from onrecord.pipeline import Reader, found_in
from onrecord.resolve.passages import ChannelWords
from onrecord.tagger import States
from onrecord.tagger.pieces import Cutter
from onrecord.tagger.windows import Window, windows
from onrecord.types import Span
from onrecord_lab.network import Network
from onrecord_lab.passages import MarkedArticle, lesson_of
from onrecord_lab.pointer import Lesson, PointerNet, losses_of, mean_loss
from onrecord_lab.teacher import Teacher
from onrecord_lab.train import move_average

_TOGETHER = 6
_WARM = 0.04
_SPREAD_OF_LAST, _SPREAD_OF_TOLD = 1e-3, 1e-2
_LEAST_LOG = -30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A lesson whose states are still learning.

    Attributes:
        lesson: Its passage has, instead of states, numbers of what is ``asked``.
        windows: The article as the network reads it.
        asked: From one piece up to another, the pieces of each state asked for.
    """

    lesson: Lesson
    windows: tuple[Window, ...]
    asked: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpperPlan:
    """How upper layers and pointer learn.

    Attributes:
        layers: How many upper layers learn beside the branch.
        epochs: Times that each article is seen.
        rate: Of learning, for the layers, at its highest.
        pointer_rate: The same for the pointer.
        kept: Weight of what tags, links and details read off the last layer to stay as it was.
        kept_states: The same of the last layer's states, most of which no head reads.
        kept_told: The same of what the branch tells.
        taught: How much what larger networks believe counts beside what readers marked, 0-1.
        decay: Of the mean of all weights on the way.
        seed: Of chance.
    """

    layers: int = 0
    epochs: int = 9
    rate: float = 6e-4
    pointer_rate: float = 1e-3
    kept: float = 3.0
    kept_states: float = 0.5
    kept_told: float = 0.5
    taught: float = 0.8
    decay: float = 0.99
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """What a network holds for likely of an article's statements, none first.

    Attributes:
        times: Of each time. Shape ``(statements, 1 + times)``.
        channels: Of each channel. Shape ``(statements, 1 + len(CHANNELS))``.
    """

    times: torch.Tensor
    channels: torch.Tensor


_NOTHING_BELIEVED: Mapping[str, Belief] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noted(States):
    """States that note what is asked of them, and give back its number."""

    asked: list[tuple[tuple[int, int], ...]] = field(default_factory=list)

    def mean(self, spans: Sequence[Span], *, around: int = 0) -> np.ndarray:
        self.asked.append(tuple(self.ranges(spans, around=around)))
        return np.array([len(self.asked) - 1], dtype=np.float32)


def sights(
    articles: Iterable[MarkedArticle],
    reader_of: Callable[[str], Reader],
    words: ChannelWords,
    cutter: Cutter,
) -> Iterator[Sight]:
    """Yield what is to be learned from.

    Args:
        articles: Marked ones.
        reader_of: Gives a reader whose network has not learned from an article of that name.
        words: What may tell a channel.
        cutter: The network's.
    """
    for one in articles:
        pieces = cutter.cut(one.article.text, one.article.body)
        found = found_in(reader_of(one.name).narrate(one.article))
        noted = _Noted(
            starts=pieces.starts, ends=pieces.ends, numbers=np.zeros((len(pieces), 1), np.float16)
        )
        lesson = lesson_of(one, replace(found, states=noted), words)
        if lesson is not None:
            seen = tuple(windows(pieces, cutter))
            yield Sight(lesson=lesson, windows=seen, asked=tuple(noted.asked))


class Upper(nn.Module):
    """What learns of a network: its upper layers, its branch, and what that tells.

    Attributes:
        lower: So many layers stay as they are, and are run once.
    """

    def __init__(self, network: Network, layers: int) -> None:
        """Copy the parts of a network.

        Args:
            network: Whose.
            layers: How many upper layers learn. The last is copied if none does.
        """
        super().__init__()
        self.lower = len(network.layers) - max(1, layers)
        parts = (network.layers[self.lower :], network.branch, network.told)
        self.layers, self.branch, self.told = (copy.deepcopy(part) for part in parts)
        self.layers.requires_grad_(requires_grad=layers > 0)
        # What is to stay must not tremble; the branch may.
        for layer in self.layers:
            layer.dropout.p = 0.0

    def forward(
        self, states: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the last layer's states and the branch's.

        Args:
            states: Of the lower layers. Shape ``(windows, inputs, hidden)``.
            mask: True where an input is real. Shape ``(windows, inputs)``.
        """
        seen = mask[:, None, None, :]
        for layer in self.layers[:-1]:
            states = layer(states, seen)
        return self.layers[-1](states, seen), self.branch(states, seen)

    def given_to(self, network: Network) -> Network:
        """Return a network with these parts instead of its own."""
        changed = copy.deepcopy(network)
        changed.layers[self.lower :].load_state_dict(self.layers.state_dict())
        changed.branch.load_state_dict(self.branch.state_dict())
        changed.told.load_state_dict(self.told.state_dict())
        return changed.eval()


_Look = Callable[[nn.Module, Sight], tuple[torch.Tensor, torch.Tensor]]
"""Returns the states that a sight asks for, and how far what is to stay has strayed."""


class Pupils(nn.Module):
    """What makes states, and the pointer that reads them."""

    def __init__(self, maker: nn.Module, pointer: PointerNet, look: _Look) -> None:
        """Put them together.

        Args:
            maker: What makes states.
            pointer: What reads them.
            look: How the states asked for are made.
        """
        super().__init__()
        self.maker, self.pointer = maker, pointer
        self._look = look

    def loss(
        self, some: Sequence[Sight], beliefs: Mapping[str, Belief], taught: float
    ) -> torch.Tensor:
        """Return how wrong the pointer is, and how far what is to stay has strayed.

        Args:
            some: What to learn from.
            beliefs: What larger networks hold for likely, by article.
            taught: How much that counts, 0-1.
        """
        marked, believed, strayed = [], [], []
        # Within one such place weights are rounded once, not for each article.
        with _in_half(next(self.maker.parameters()).device):
            looks = [self._look(self.maker, sight) for sight in some]
        for sight, (states, far) in zip(some, looks, strict=True):
            answers = self.pointer(sight.lesson.passage, states)
            marked.append(losses_of(answers, sight.lesson))
            strayed.append(far)
            belief = beliefs.get(sight.lesson.name)
            if belief is not None:
                cross = _cross(answers[0], belief.times) + _cross(answers[1], belief.channels)
                believed.append(cross)
        loss = mean_loss(marked)
        if believed:
            loss = (1 - taught) * loss + taught * torch.cat(believed).mean()
        return loss + torch.stack(strayed).mean()

    @torch.no_grad()
    def belief(self, sight: Sight) -> Belief:
        """Return what is likely of a sight's statements."""
        states, _ = self._look(self.maker, sight)
        times, channels = self.pointer(sight.lesson.passage, states)
        return Belief(times=times.exp(), channels=channels.exp())


def fit_upper(
    network: Network,
    taught: Sequence[Sight],
    plan: UpperPlan,
    beliefs: Mapping[str, Belief] = _NOTHING_BELIEVED,
    say: Callable[[str], None] = print,
) -> tuple[Network, PointerNet]:
    """Return the network with upper layers that have learned, and the pointer beside them.

    Args:
        network: What to begin with.
        taught: What to learn from.
        plan: How.
        beliefs: What larger networks hold for likely, by article.
        say: Called with a line after each epoch.
    """
    before = Upper(network, plan.layers).eval().requires_grad_(requires_grad=False)
    heads = copy.deepcopy(nn.ModuleList([network.tag, network.link, network.details]))
    heads.requires_grad_(requires_grad=False)
    lower = {one.lesson.name: _lower_states(network, before.lower, one.windows) for one in taught}

    stayed: dict[str, tuple[torch.Tensor, torch.Tensor]] = {}

    def look(upper: nn.Module, sight: Sight) -> tuple[torch.Tensor, torch.Tensor]:
        name = sight.lesson.name
        states, mask = lower[name]
        states = states.float()
        with _in_half(states.device):
            last, branch = upper(states, mask)
            told = cast("Upper", upper).told(branch)[mask].float()
            if name not in stayed:
                with torch.no_grad():
                    was, was_branch = before(states, mask)
                    stayed[name] = was[mask].half(), before.told(was_branch)[mask].half()
        last, branch = last.float(), branch.float()
        was_last, was_told = (one.float() for one in stayed[name])
        with _in_half(states.device):
            reads = [(head(last[mask]).float(), head(was_last).float()) for head in heads]
        strayed = plan.kept * sum(_apart(*one, _SPREAD_OF_TOLD) for one in reads) / len(reads)
        strayed = strayed + plan.kept_states * _apart(last[mask], was_last, _SPREAD_OF_LAST)
        strayed = strayed + plan.kept_told * _apart(told, was_told, _SPREAD_OF_TOLD)
        return _asked(sight, last, branch), strayed

    pupils = _pupils(Upper(network, plan.layers), look, 2 * network.shape.hidden, taught, plan.seed)
    learned = _learned(pupils, taught, plan, beliefs, say)
    return cast("Upper", learned.maker).given_to(network), learned.pointer


def fit_larger(
    network: Teacher, taught: Sequence[Sight], plan: UpperPlan, say: Callable[[str], None] = print
) -> Pupils:
    """Return a larger network that has learned what passages tell, with a pointer.

    Layers that do not learn are run once for each article; case and quotation are told to those
    that do, since they learn too. All is done in half the precision.

    Args:
        network: What to begin with; it learns where it is, an accelerator for one.
        taught: What to learn from.
        plan: How.
        say: Called with a line after each epoch.
    """
    device = next(network.parameters()).device
    upper = range(network.frozen, len(network.layers))
    lower: dict[str, tuple[torch.Tensor, torch.Tensor, torch.Tensor]] = {}

    def begun(sight: Sight) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        ids, traits, mask = (one.to(device) for one in _padded(sight.windows))
        with torch.no_grad(), _in_half(device):
            states = network.risen(network.begun(ids, traits), mask, range(network.frozen))
        return states.bfloat16(), traits, mask

    def look(larger: nn.Module, sight: Sight) -> tuple[torch.Tensor, torch.Tensor]:
        name = sight.lesson.name
        states, traits, mask = lower[name] if name in lower else begun(sight)
        if larger.training:
            lower[name] = states, traits, mask
        with _in_half(device):
            states = states.float() + cast("Teacher", larger).traits(traits)
            states = cast("Teacher", larger).risen(states, mask, upper)
        states = states.float().cpu()
        return _asked(sight, states, states), torch.zeros(())

    pupils = _pupils(network, look, 2 * network.shape.hidden, taught, plan.seed)
    return _learned(pupils, taught, plan, _NOTHING_BELIEVED, say)


def _pupils(maker: nn.Module, look: _Look, size: int, taught: Sequence[Sight], seed: int) -> Pupils:
    """Return what makes states with a fresh pointer, of the sizes that some lessons have."""
    torch.manual_seed(seed)
    first = taught[0].lesson.passage
    pairs = max(sight.lesson.passage.channels.pairs.shape[2] for sight in taught)
    return Pupils(maker, PointerNet(size, pairs, first.channels.none.shape[1]), look).train()


def _learned(
    pupils: Pupils,
    taught: Sequence[Sight],
    plan: UpperPlan,
    beliefs: Mapping[str, Belief],
    say: Callable[[str], None],
) -> Pupils:
    chance = random.Random(plan.seed)
    mean = copy.deepcopy(pupils)
    groups = [
        {"params": part.parameters(), "lr": rate, "highest": rate, "weight_decay": decay}
        for part, rate, decay in (
            (pupils.maker, plan.rate, 0.01),
            (pupils.pointer, plan.pointer_rate, 0.1),
        )
    ]
    optimizer = torch.optim.AdamW(groups)
    order, step = list(taught), 0
    batches = math.ceil(len(order) / _TOGETHER)
    for epoch in range(plan.epochs):
        chance.shuffle(order)
        total = 0.0
        for at in range(0, len(order), _TOGETHER):
            done = step / (batches * plan.epochs)
            for group in optimizer.param_groups:
                group["lr"] = group["highest"] * min(1.0, done / _WARM) * (1 - done)
            step += 1
            some = order[at : at + _TOGETHER]
            loss = pupils.loss(some, beliefs, plan.taught)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(pupils.parameters(), 1.0)
            optimizer.step()
            move_average(mean, pupils, min(plan.decay, step / (step + 10)))
            total += float(loss.detach())
        say(f"passages, epoch {epoch + 1}: {total / batches:.3f}")
    return mean.eval()


def _in_half(device: torch.device) -> torch.autocast:
    """Return where products are made in half the precision: processors have a unit for it, too."""
    return torch.autocast(device.type, dtype=torch.bfloat16)


def _cross(answers: torch.Tensor, believed: torch.Tensor) -> torch.Tensor:
    """Return the cross entropy of each statement."""
    return -(believed * answers.clamp(min=_LEAST_LOG)).sum(1)


def _apart(now: torch.Tensor, was: torch.Tensor, spread: float) -> torch.Tensor:
    """Return the mean squared difference, by how much each number varies."""
    return ((now - was).square() / (was.var(0) + spread)).mean()


def _asked(sight: Sight, last: torch.Tensor, branch: torch.Tensor) -> torch.Tensor:
    """Return the states that are asked for. Shape ``(asked, 2 * hidden)``."""
    piece = [window.piece for window in sight.windows]
    length = last.shape[1]
    inputs = np.concatenate(
        [number * length + np.flatnonzero(one >= 0) for number, one in enumerate(piece)]
    )
    rows = torch.cat([last, branch], dim=2).flatten(0, 1)[torch.from_numpy(inputs)]
    spans = [(at, span) for at, spans in enumerate(sight.asked) for span in spans]
    owner = np.repeat([at for at, _ in spans], [end - start for _, (start, end) in spans])
    which = np.concatenate([np.arange(start, end) for _, (start, end) in spans])
    total = rows.new_zeros(len(sight.asked), rows.shape[1])
    total = total.index_add(0, torch.from_numpy(owner), rows[torch.from_numpy(which)])
    many = torch.from_numpy(np.bincount(owner, minlength=len(sight.asked)).astype(np.float32))
    return total / many.clamp(min=1)[:, None]


@torch.no_grad()
def _lower_states(
    network: Network, layers: int, seen: Sequence[Window]
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return what the lower layers make of some windows, and which inputs are real."""
    ids, traits, mask = _padded(seen)
    states = network.begun(ids, traits)
    for layer in network.layers[:layers]:
        states = layer(states, mask[:, None, None, :])
    return states.half(), mask


def _padded(seen: Sequence[Window]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return ids and traits of some windows as one batch, and which inputs are real."""
    length = max(len(window.ids) for window in seen)
    ids, traits = (np.zeros((len(seen), length), dtype=np.int64) for _ in range(2))
    mask = np.zeros((len(seen), length), dtype=bool)
    for row, window in enumerate(seen):
        ids[row, : len(window.ids)] = window.ids
        traits[row, : len(window.ids)] = window.traits
        mask[row, : len(window.ids)] = True
    return torch.from_numpy(ids), torch.from_numpy(traits), torch.from_numpy(mask)
