"""A small network that points from each statement at what tells its channel and its day.

Statements, times and words that may tell a channel are the items of one transformer
(Vaswani et al. 2017) with relative paragraphs; its attention knows which statements are one
speaker's. Then each statement points at the times, or at none, and at the words, or at none
(pointer networks, Vinyals et al. 2015). Of all that tell the same, the probabilities are summed.
The lab learns the weights (`onrecord_lab.passages`).
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

import numpy as np

from onrecord.resolve.passages.passage import Passage
from onrecord.tagger import Calibration, read_arrays
from onrecord.tagger.details import CHANNELS, log_softmax, softmax

__all__ = [
    "FARTHEST",
    "HEADS",
    "LAYERS",
    "PARAGRAPHS",
    "Answers",
    "Lent",
    "Pointer",
    "items_of",
    "pointer",
    "same_speaker",
]

LAYERS, HEADS = 2, 4
FARTHEST = 6
"""Paragraphs apart, beyond which all is equally far."""
PARAGRAPHS = 24
"""Paragraphs from the top that are told apart."""
_NEVER = -1e4
# Pairs scored together: those of a long article would fill the memory.
_TOGETHER = 6000
_SMALLEST = 1e-5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a pointer answers.

    Attributes:
        times: Log-probability of none, and of each time. Shape ``(statements, 1 + times)``.
        channels: The same of each channel. Shape ``(statements, 1 + len(CHANNELS))``.
        scores: Of each choice. Shape ``(statements, choices)``.
        telling: Of each choice, which words.
        value: Of each choice, which channel.
    """

    times: np.ndarray
    channels: np.ndarray
    scores: np.ndarray
    telling: np.ndarray
    value: np.ndarray

    def channel_of(self, row: int, least: float) -> tuple[int, int] | None:
        """Return the channel of a statement, and which words tell it; None if that is not sure.

        Args:
            row: The statement.
            least: Least probability.
        """
        value = int(self.channels[row, 1:].argmax())
        if self.channels[row, 1 + value] < math.log(least):
            return None
        choices = np.flatnonzero(self.value == value)
        return value, int(self.telling[choices[self.scores[row, choices].argmax()]])

    def time_of(self, row: int, values: Sequence[str], least: float) -> int | None:
        """Return which time is a statement's; None if that is not sure.

        Args:
            row: The statement.
            values: What each time is; those that are the same speak for each other.
            least: Least probability of a value.
        """
        total = self.chances(row, values)
        best = max(total, key=total.__getitem__, default=None)
        if best is None or total[best] < least:
            return None
        same = (at for at, value in enumerate(values) if value == best)
        return max(same, key=self.times[row, 1:].__getitem__)

    def chances(self, row: int, values: Sequence[str]) -> dict[str, float]:
        """Return how likely each value is a statement's.

        Args:
            row: The statement.
            values: What each time is.
        """
        total: dict[str, float] = defaultdict(float)
        for value, chance in zip(values, np.exp(self.times[row, 1:]).tolist(), strict=True):
            total[value] += chance
        return total


class Lent(IntEnum):
    """What is lent, and by whom: each is right more or less often than the pointer holds it for."""

    TIME_BY_RULE = 0
    TIME = 1
    CHANNEL_BY_RULE = 2
    CHANNEL = 3


class Pointer:
    """The loaded weights.

    Args:
        arrays: By name, as ``onrecord_lab.pointer`` has them.

    Attributes:
        arrays: The same, as float32.
        least_channel: Least probability for a channel to be told.
        least_time: The same for a time.
        least_lent: The same for a time that rules lend: they have a reason of their own.
    """

    def __init__(self, arrays: Mapping[str, np.ndarray]) -> None:
        self.arrays = {name: np.asarray(one, dtype=np.float32) for name, one in arrays.items()}
        self.least_channel, self.least_time, self.least_lent = self.arrays["least"].tolist()
        lines = self.arrays.get("sure", np.tile([0.0, 1.0], (len(Lent), 1))).tolist()
        self._sure = [Calibration(offset=offset, slope=slope) for offset, slope in lines]

    def sure(self, chance: float, lent: Lent) -> float:
        """Return how often what is held for so likely was right (Platt 1999), to four places.

        Args:
            chance: The pointer's probability.
            lent: What it is of.
        """
        return round(self._sure[lent].confidence(chance), 4)

    def answers(self, passage: Passage) -> Answers:
        """Return how likely each statement is told each channel and each time."""
        items = self._items(passage)
        paragraphs = np.concatenate(items_of(passage, "paragraphs"))
        apart = paragraphs[:, None] - paragraphs[None]
        relative = np.clip(apart, -FARTHEST, FARTHEST) + FARTHEST
        same = same_speaker(passage.speakers, len(items))
        for layer in range(LAYERS):
            items = self._layer(f"layers.{layer}", items, relative, same)
        cuts = np.cumsum([len(passage.traits), len(passage.days.features)])
        statements, times, words = np.split(items, cuts)
        channels, scores = self._channels(passage, statements, words)
        return Answers(
            times=self._times(passage, statements, times),
            channels=channels,
            scores=scores,
            telling=passage.channels.telling,
            value=passage.channels.value,
        )

    def _items(self, passage: Passage) -> np.ndarray:
        days, channels = passage.days, passage.channels
        # The states are projected already; they were halved when the weights were learned.
        parts = (
            self._linear("statement", np.hstack([passage.states / 2, passage.traits])),
            self._linear("time", np.hstack([days.tellings.states / 2, days.features])),
            self._linear("word", channels.tellings.states / 2),
        )
        kinds = self.arrays["kind.weight"]
        items = np.concatenate([part + kind for part, kind in zip(parts, kinds, strict=True)])
        paragraphs = np.minimum(np.concatenate(items_of(passage, "paragraphs")), PARAGRAPHS - 1)
        places = np.concatenate(items_of(passage, "places"))
        items += self.arrays["paragraph.weight"][paragraphs]
        return np.asarray(items + self._linear("place", places[:, None]))

    def _layer(
        self, name: str, items: np.ndarray, relative: np.ndarray, same: np.ndarray
    ) -> np.ndarray:
        many, width = items.shape
        joint = self._linear(f"{name}.attend", self._normal(f"{name}.before", items))
        query, key, value = joint.reshape(many, 3, HEADS, -1).transpose(1, 2, 0, 3)
        seen = query @ key.transpose(0, 2, 1) / math.sqrt(width // HEADS)
        seen += self.arrays[f"{name}.relative.weight"].T[:, relative]
        seen += self.arrays[f"{name}.same"][:, None, None] * same
        mixed = (softmax(seen) @ value).transpose(1, 0, 2).reshape(many, width)
        items = items + self._linear(f"{name}.mix", mixed)
        wide = _gelu(self._linear(f"{name}.widen", self._normal(f"{name}.between", items)))
        return np.asarray(items + self._linear(f"{name}.narrow", wide))

    def _times(self, passage: Passage, statements: np.ndarray, times: np.ndarray) -> np.ndarray:
        many = len(times)
        facts = np.array([many == 0, min(many, 10) / 10, min(len(statements), 60) / 30])
        facts = np.repeat(facts[None].astype(np.float32), len(statements), axis=0)
        none = self._two("no_time", np.hstack([statements, passage.traits, facts]))
        scores = np.zeros((len(statements), 1 + many), dtype=np.float32)
        scores[:, 0] = none
        if many:
            asking, asked = self._linear("asks_time", statements), self._linear("is_time", times)
            features = passage.days.features
            for rows in _chunks(len(statements), many):
                parts = (
                    asking[rows, None] * asked[None],
                    passage.days.pairs[rows],
                    np.broadcast_to(features, (rows.stop - rows.start, *features.shape)),
                )
                scores[rows, 1:] = self._two("of_time", np.concatenate(parts, axis=2))
        return log_softmax(scores)

    def _channels(
        self, passage: Passage, statements: np.ndarray, words: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        asked = passage.channels
        total = np.full((len(statements), 1 + len(CHANNELS)), _NEVER, dtype=np.float32)
        total[:, 0] = self._two("no_channel", np.hstack([statements, asked.none]))
        scores = np.zeros((len(statements), len(asked.value)), dtype=np.float32)
        if len(asked.value):
            asking = self._linear("asks_channel", statements)
            keys = self._linear("is_channel", words)[asked.telling]
            keys = keys + self.arrays["value.weight"][asked.value]
            for rows in _chunks(len(statements), len(asked.value)):
                parts = (asking[rows, None] * keys[None], asked.pairs[rows])
                scores[rows] = self._two("of_channel", np.concatenate(parts, axis=2))
            for value in set(asked.value.tolist()):
                total[:, 1 + value] = np.logaddexp.reduce(scores[:, asked.value == value], axis=1)
        return log_softmax(total), scores

    def _two(self, name: str, rows: np.ndarray) -> np.ndarray:
        """Return the score of each row by one hidden layer."""
        return self._linear(f"{name}.out", _gelu(self._linear(f"{name}.hidden", rows)))[..., 0]

    def _linear(self, name: str, rows: np.ndarray) -> np.ndarray:
        return np.asarray(rows @ self.arrays[f"{name}.weight"].T + self.arrays[f"{name}.bias"])

    def _normal(self, name: str, rows: np.ndarray) -> np.ndarray:
        rows = rows - rows.mean(axis=-1, keepdims=True)
        spread = np.sqrt((rows * rows).mean(axis=-1, keepdims=True) + _SMALLEST)
        return np.asarray(
            rows / spread * self.arrays[f"{name}.weight"] + self.arrays[f"{name}.bias"]
        )


def items_of(passage: Passage, name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return an attribute of statements, of times and of words that may tell a channel.

    Args:
        passage: What a pointer is asked.
        name: ``paragraphs`` or ``places``.
    """
    owners = (passage, passage.days.tellings, passage.channels.tellings)
    first, second, third = (getattr(owner, name) for owner in owners)
    return first, second, third


def same_speaker(speakers: Sequence[str | None], many: int) -> np.ndarray:
    """Return which items are statements of one speaker. Shape ``(items, items)``."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(speakers))}
    of = np.array([-1 if key is None else numbers[key] for key in speakers])
    same = np.zeros((many, many), dtype=np.float32)
    same[: len(of), : len(of)] = (of[:, None] == of[None]) & (of[:, None] >= 0)
    return same


def _chunks(many: int, each: int) -> list[slice]:
    """Return which rows to score together, of so many pairs each."""
    step = max(1, _TOGETHER // each)
    return [slice(at, min(many, at + step)) for at in range(0, many, step)]


def _gelu(units: np.ndarray) -> np.ndarray:
    # By the tangent: within a thousandth of the exact one.
    inner = 0.7978845608 * units * (1 + 0.044715 * units * units)
    return np.asarray(0.5 * units * (1 + np.tanh(inner)))


@cache
def pointer() -> Pointer:
    """Return the shipped weights.

    Raises:
        WeightsError: If they are missing or broken.
    """
    return read_arrays("onrecord.resolve.passages", "pointer.npz", Pointer)
