"""The network that points from statements at what tells their settings, to be trained.

It computes what `onrecord.resolve.passages.pointer` does; before it, the reader's states are
projected, which in the product the reader's own network does.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from onrecord.resolve.passages import Passage
from onrecord.resolve.passages.days import TIME_FEATURES
from onrecord.resolve.passages.pointer import (
    FARTHEST,
    HEADS,
    LAYERS,
    PARAGRAPHS,
    items_of,
    same_speaker,
)
from onrecord.resolve.passages.surroundings import NEARNESS, TRAITS
from onrecord.tagger.details import CHANNELS
from onrecord_lab.network import STATES

_WIDTH = 64
_UNITS, _UNITS_NONE = 64, 32
_DROPOUT = 0.35
_NEVER = -1e4
_FACTS = 3
_RULES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A passage with its right answers.

    Attributes:
        name: The article's.
        passage: With whole states: those of the last layer and the branch, unprojected.
        times: Which times are each statement's; the first of none. Shape
            ``(statements, 1 + times)``, bool; all False where nobody marked it.
        channels: For each statement 0 for none, 1 + index of a channel, -1 where nobody
            marked it. Shape ``(statements,)``.
    """

    name: str
    passage: Passage
    times: np.ndarray
    channels: np.ndarray


class PointerNet(nn.Module):
    """Items, layers, and four ways to score: a time, no time, a channel, no channel."""

    def __init__(self, states: int, pairs: int, none: int) -> None:
        """Make a network with fresh weights.

        Args:
            states: Numbers of whole states.
            pairs: What is known of a statement and a choice of channel.
            none: What is known of a statement that is told no channel.
        """
        super().__init__()
        self.states = nn.Linear(states, STATES, bias=False)
        self.statement = nn.Linear(3 * STATES + len(TRAITS), _WIDTH)
        self.time = nn.Linear(2 * STATES + len(TIME_FEATURES), _WIDTH)
        self.word = nn.Linear(2 * STATES, _WIDTH)
        self.kind = nn.Embedding(3, _WIDTH)
        self.paragraph = nn.Embedding(PARAGRAPHS, _WIDTH)
        self.place = nn.Linear(1, _WIDTH)
        self.layers = nn.ModuleList(_Layer() for _ in range(LAYERS))
        self.asks_time, self.is_time = nn.Linear(_WIDTH, _WIDTH), nn.Linear(_WIDTH, _WIDTH)
        self.asks_channel, self.is_channel = nn.Linear(_WIDTH, _WIDTH), nn.Linear(_WIDTH, _WIDTH)
        self.value = nn.Embedding(len(CHANNELS), _WIDTH)
        of_time = _WIDTH + len(NEARNESS) + _RULES + len(TIME_FEATURES)
        self.of_time = _Score(of_time, _UNITS, 0.1)
        self.no_time = _Score(_WIDTH + len(TRAITS) + _FACTS, _UNITS_NONE)
        self.of_channel = _Score(_WIDTH + pairs, _UNITS, 0.1)
        self.no_channel = _Score(_WIDTH + none, _UNITS_NONE)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(
        self, passage: Passage, states: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return log-probabilities of times and of channels, none first.

        Args:
            passage: With whole states, or with numbers of rows of ``states``.
            states: Whole states of all that the passage asks for, still learning.
        """
        rows = None if states is None else self.states(states)
        days, asked = passage.days, passage.channels
        traits, features = _tensor(passage.traits), _tensor(days.features)
        parts = (
            self.statement(torch.cat([self._projected(passage.states, rows) / 2, traits], 1)),
            self.time(torch.cat([self._projected(days.tellings.states, rows) / 2, features], 1)),
            self.word(self._projected(asked.tellings.states, rows) / 2),
        )
        items = torch.cat([part + kind for part, kind in zip(parts, self.kind.weight, strict=True)])
        paragraphs = torch.from_numpy(np.concatenate(items_of(passage, "paragraphs")))
        places = _tensor(np.concatenate(items_of(passage, "places")))
        items = items + self.paragraph(paragraphs.clamp(max=PARAGRAPHS - 1))
        items = self.dropout(items + self.place(places[:, None]))
        apart = (paragraphs[:, None] - paragraphs[None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        same = _tensor(same_speaker(passage.speakers, len(items)))
        for layer in self.layers:
            items = layer(items, apart, same)
        statements, times, words = items.split(
            [len(traits), len(features), len(asked.tellings.places)]
        )
        return self._times(passage, statements, times), self._channels(passage, statements, words)

    def _projected(self, states: np.ndarray, rows: torch.Tensor | None) -> torch.Tensor:
        if rows is not None:
            return rows[torch.from_numpy(states.astype(np.int64))].flatten(1)
        size = self.states.in_features
        return self.states(
            _tensor(states).view(len(states), states.shape[1] // size, size)
        ).flatten(1)

    def _times(
        self, passage: Passage, statements: torch.Tensor, times: torch.Tensor
    ) -> torch.Tensor:
        many = len(times)
        facts = torch.tensor([many == 0, min(many, 10) / 10, min(len(statements), 60) / 30])
        facts = facts.expand(len(statements), _FACTS)
        scores = [self.no_time(torch.cat([statements, _tensor(passage.traits), facts], 1))[:, None]]
        if many:
            products = self.asks_time(statements)[:, None] * self.is_time(times)[None]
            features = _tensor(passage.days.features).expand(len(statements), -1, -1)
            pairs = torch.cat([products, _tensor(passage.days.pairs), features], 2)
            scores.append(self.of_time(pairs))
        return torch.cat(scores, 1).log_softmax(1)

    def _channels(
        self, passage: Passage, statements: torch.Tensor, words: torch.Tensor
    ) -> torch.Tensor:
        asked = passage.channels
        total = [self.no_channel(torch.cat([statements, _tensor(asked.none)], 1))]
        scores = statements.new_zeros(len(statements), 0)
        value = torch.from_numpy(asked.value)
        if len(value):
            keys = self.is_channel(words)[torch.from_numpy(asked.telling)] + self.value(value)
            products = self.asks_channel(statements)[:, None] * keys[None]
            scores = self.of_channel(torch.cat([products, _tensor(asked.pairs)], 2))
        for number in range(len(CHANNELS)):
            some = scores[:, value == number]
            never = statements.new_full((len(statements),), _NEVER)
            total.append(some.logsumexp(1) if some.shape[1] else never)
        return torch.stack(total, 1).log_softmax(1)


class _Score(nn.Module):
    """A score by one hidden layer."""

    def __init__(self, size: int, units: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.hidden, self.out = nn.Linear(size, units), nn.Linear(units, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        units = functional.gelu(self.hidden(rows), approximate="tanh")
        return self.out(self.dropout(units))[..., 0]


class _Layer(nn.Module):
    """Attention between items, and what follows."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.between = nn.LayerNorm(_WIDTH), nn.LayerNorm(_WIDTH)
        self.attend, self.mix = nn.Linear(_WIDTH, 3 * _WIDTH), nn.Linear(_WIDTH, _WIDTH)
        self.widen, self.narrow = nn.Linear(_WIDTH, 2 * _WIDTH), nn.Linear(2 * _WIDTH, _WIDTH)
        self.relative = nn.Embedding(2 * FARTHEST + 1, HEADS)
        self.same = nn.Parameter(torch.zeros(HEADS))
        self.dropout = nn.Dropout(_DROPOUT)
        nn.init.zeros_(self.relative.weight)

    def forward(self, items: torch.Tensor, apart: torch.Tensor, same: torch.Tensor) -> torch.Tensor:
        joint = self.attend(self.before(items)).view(len(items), 3, HEADS, -1)
        query, key, value = joint.permute(1, 2, 0, 3)
        seen = query @ key.transpose(1, 2) / math.sqrt(_WIDTH // HEADS)
        seen = seen + self.relative(apart).permute(2, 0, 1) + self.same[:, None, None] * same
        mixed = (seen.softmax(-1) @ value).transpose(0, 1).reshape(len(items), _WIDTH)
        items = items + self.dropout(self.mix(mixed))
        wide = functional.gelu(self.widen(self.between(items)), approximate="tanh")
        return items + self.dropout(self.narrow(wide))


def card_of(
    net: PointerNet,
    *,
    least_channel: float,
    least_time: float,
    least_lent: float,
    sure: Sequence[tuple[float, float]] = (),
) -> dict[str, np.ndarray]:
    """Return the arrays of `onrecord.resolve.passages.pointer`, without the projection.

    Args:
        net: A trained network.
        least_channel: Least probability for a channel to be told.
        least_time: The same for a time.
        least_lent: The same for a time that rules lend.
        sure: By `Lent`, offset and slope that make of a probability how often it was right;
            as it is if empty.
    """
    state = {name: one.detach().numpy() for name, one in net.state_dict().items()}
    arrays = {
        name: one.astype(np.float16) for name, one in state.items() if name != "states.weight"
    }
    arrays["least"] = np.array([least_channel, least_time, least_lent], dtype=np.float32)
    if sure:
        arrays["sure"] = np.array(sure, dtype=np.float32)
    return arrays


def mean_loss(found: Sequence[tuple[torch.Tensor, torch.Tensor]]) -> torch.Tensor:
    """Return the mean loss of all marked statements, times and channels alike."""
    times, channels = (torch.cat(part) for part in zip(*found, strict=True))
    return sum((part.mean() for part in (times, channels) if len(part)), torch.zeros(()))


def losses_of(
    answers: tuple[torch.Tensor, torch.Tensor], lesson: Lesson
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the loss of each marked statement's time, and of its channel.

    Args:
        answers: Log-probabilities of times and of channels.
        lesson: With what is right.
    """
    times, channels = answers
    right = torch.from_numpy(lesson.times)
    known = right.any(1)
    of_right = times.masked_fill(~right, _NEVER).logsumexp(1)
    marked = torch.from_numpy(lesson.channels)
    is_marked = marked >= 0
    of_channels = functional.nll_loss(channels[is_marked], marked[is_marked], reduction="none")
    return -of_right[known], of_channels


def _tensor(array: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.asarray(array, dtype=np.float32))
