"""Statements side by side, and all that may tell how or when they were made, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.resolve.narration import Narration
from onrecord.tagger import States
from onrecord.tagger.details import BASES, CHANNELS, log_softmax
from onrecord.types import Span

__all__ = ["Channels", "Days", "Passage", "Tellings", "network_of", "tellings_of"]

# A probability below this is none.
_LEAST_LOG = -6.0
_SCALE = 3.0
# So many pieces around a telling are looked at with it.
_AROUND = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Tellings:
    """Words that may tell something about statements, in order of the text.

    Attributes:
        states: Of the words, and of them with those around. Shape ``(tellings, 2 * numbers)``.
        paragraphs: In which they stand. Shape ``(tellings,)``.
        places: How far down the text, 0-1. Same shape.
    """

    states: np.ndarray
    paragraphs: np.ndarray
    places: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The times of a passage, and what each may be to each statement.

    Attributes:
        tellings: The words that name them.
        features: What each is like. Shape ``(times, len(TIME_FEATURES))``.
        pairs: What speaks for it to be a statement's. Shape
            ``(statements, times, len(NEARNESS) + 3)``.
    """

    tellings: Tellings
    features: np.ndarray
    pairs: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """The words of a passage that may tell a channel, and which, and of which statement.

    Attributes:
        tellings: The words.
        telling: Of each choice, which words. Shape ``(choices,)``.
        value: Which channel they would tell: an index into `CHANNELS`.
        pairs: What speaks for it to be a statement's. Shape ``(statements, choices, features)``.
        none: What speaks for a statement to be told none. Shape ``(statements, features)``.
    """

    tellings: Tellings
    telling: np.ndarray
    value: np.ndarray
    pairs: np.ndarray
    none: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What a pointer is asked: statements of one article, or of a part of a long one.

    Attributes:
        traits: What each statement is like. Shape ``(statements, len(TRAITS))``.
        states: Of its cue, its source and its first words. Shape ``(statements, 3 * numbers)``.
        paragraphs: In which it stands. Shape ``(statements,)``.
        places: How far down the text, 0-1. Same shape.
        speakers: Who makes it, None where unknown.
        days: Times.
        channels: Words that may tell a channel.
    """

    traits: np.ndarray
    states: np.ndarray
    paragraphs: np.ndarray
    places: np.ndarray
    speakers: tuple[str | None, ...]
    days: Days
    channels: Channels


def tellings_of(narration: Narration, spans: Sequence[Span], states: States) -> Tellings:
    """Return what is known of words by themselves.

    Args:
        narration: The article with its statements.
        spans: The words, in order.
        states: What the network has made of the text.
    """
    pooled = [
        np.concatenate([states.mean([span]), states.mean([span], around=_AROUND)]) for span in spans
    ]
    size = 2 * states.numbers.shape[1]
    paragraphs = [narration.paragraph_of(span.start) for span in spans]
    length = max(1, len(narration.article.text))
    return Tellings(
        states=np.array(pooled, dtype=np.float32).reshape(len(spans), size),
        paragraphs=np.array(paragraphs, dtype=np.int64),
        places=np.array([span.start / length for span in spans], dtype=np.float32),
    )


def network_of(told: np.ndarray | None) -> tuple[list[float], list[float]]:
    """Return what the network says of a statement's channel, none first, and of its basis.

    Args:
        told: Its scores of both, side by side; None where it did not mark the statement.
    """
    cut = 1 + len(CHANNELS)
    if told is None:
        told = np.zeros(cut + len(BASES), dtype=np.float32)
    of_channel, of_basis = (
        np.maximum(log_softmax(part), _LEAST_LOG) for part in (told[:cut], told[cut:])
    )
    return (of_channel / _SCALE).tolist(), (of_basis / _SCALE).tolist()
