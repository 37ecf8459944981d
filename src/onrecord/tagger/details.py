"""What the network tells beside the statements: names, titles, what a span is, what it refers to.

Each word gets scores of two sets of labels (BIO; Ramshaw and Marcus 1995):
whether it is part of a *name* and of which kind, and whether it is part of what
is said *about* a person. Each span gets scores, made from those of its first and
its last input, of what it refers to and of the pronoun that fits it; two spans,
how well one refers to what the other names; a content and its cue, the act and
the attitude, the channel, and whether the article tells when it was said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from onrecord.types import Act, Attitude, Basis, ChannelKind


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    """Nationalities, parties, religions: "Democrats"."""
    WORK = "work"
    """Reports, laws, books, films."""
    EVENT = "event"


class About(StrEnum):
    """What is said about a person where they are named."""

    TITLE = "title"
    """Their role: "Kremlin spokesperson"."""
    STANDING = "standing"
    """Why one should listen to them: "who saw the crash"."""


class Referent(StrEnum):
    """What a phrase refers to."""

    PERSON = "person"
    PEOPLE = "people"
    ORGANISATION = "organisation"
    PLACE = "place"
    THING = "thing"
    """Documents, objects, ideas."""
    OTHER = "other"


class Pronoun(StrEnum):
    """The pronoun that is used for somebody."""

    HE = "he"
    SHE = "she"
    THEY = "they"
    IT = "it"


NAME_KINDS = tuple(NameKind)
ABOUTS = tuple(About)
REFERENTS = tuple(Referent)
PRONOUNS = tuple(Pronoun)
ACTS = tuple(Act)
ATTITUDES = tuple(Attitude)
CHANNELS = tuple(ChannelKind)
BASES = (Basis.PUBLISHED, Basis.CONTEXT, Basis.STATED)
REFERENCE_SIZE = 64

# The outputs of the details head, side by side: name of the part and its width.
_NAMES = 1 + 2 * len(NAME_KINDS)
_ABOUTS = 1 + 2 * len(ABOUTS)
_KINDS = len(REFERENTS) + len(PRONOUNS)
_ACTS = len(ACTS) + len(ATTITUDES)
# The first of the channels' scores is that of none.
_SETTINGS = 1 + len(CHANNELS) + len(BASES)
WIDTHS = {
    "names": _NAMES,
    "abouts": _ABOUTS,
    # of a span's first and last input
    "kind_first": _KINDS,
    "kind_last": _KINDS,
    # the vectors of the span that refers, and of the one referred to
    "refers_first": REFERENCE_SIZE,
    "refers_last": REFERENCE_SIZE,
    "named_first": REFERENCE_SIZE,
    "named_last": REFERENCE_SIZE,
    # of a content's first and last input, and its cue's first
    "act_first": _ACTS,
    "act_last": _ACTS,
    "act_cue": _ACTS,
    # the same edges' of channel and basis
    "setting_first": _SETTINGS,
    "setting_last": _SETTINGS,
    "setting_cue": _SETTINGS,
}
WIDTH = sum(WIDTHS.values())
# What has a last layer to itself, so that learning it changes nothing of the rest.
BRANCHED = tuple(name for name in WIDTHS if name.startswith(("act_", "setting_")))
BRANCH_WIDTH = sum(WIDTHS[name] for name in BRANCHED)


def place(name: str) -> slice:
    """Return the columns of one part of the head's outputs."""
    return _PLACES[name]


def _places() -> Iterator[tuple[str, slice]]:
    start = 0
    for name, width in WIDTHS.items():
        yield name, slice(start, start + width)
        start += width


_PLACES = dict(_places())


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledWords:
    """Words ``first`` to ``last``, both included, that bear one label.

    Attributes:
        label: Index of the kind.
        probability: 0-1, the words' mean.
    """

    label: int
    first: int
    last: int
    probability: float


def labelled(scores: np.ndarray) -> list[LabelledWords]:
    """Return the runs of labelled words, each with the kind that all its words make likeliest.

    A run goes from a word that begins one to the last that continues it. Two of
    one kind with no word between are one: lists of names have commas.

    Args:
        scores: Of the labels. Shape ``(words, 1 + 2 * kinds)``.
    """
    best = scores.argmax(axis=1)
    inside = np.flatnonzero(best)
    if not len(inside):
        return []
    odds = softmax(scores[inside])
    of_kind = odds[:, 1::2] + odds[:, 2::2]
    kind = of_kind.argmax(axis=1)
    follows = np.zeros(len(inside), dtype=bool)
    follows[1:] = inside[1:] == inside[:-1] + 1
    same = np.zeros(len(inside), dtype=bool)
    same[1:] = kind[1:] == kind[:-1]
    begins = np.flatnonzero(~follows | ((best[inside] % 2 == 1) & ~same))
    ends = np.append(begins[1:], len(inside))
    means = np.add.reduceat(of_kind, begins, axis=0) / (ends - begins)[:, None]
    return [
        LabelledWords(label=label, first=first, last=last, probability=probability)
        for label, first, last, probability in zip(
            means.argmax(axis=1).tolist(),
            inside[begins].tolist(),
            inside[ends - 1].tolist(),
            means.max(axis=1).tolist(),
            strict=True,
        )
    ]


def softmax(scores: np.ndarray) -> np.ndarray:
    """Return probabilities along the last axis."""
    odds = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=-1, keepdims=True))


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """Return log-probabilities along the last axis."""
    scores = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True)))


def span_scores(outputs: np.ndarray, edges: np.ndarray, parts: tuple[str, ...]) -> np.ndarray:
    """Return the sum of one part of each edge of spans.

    Args:
        outputs: The head's. Shape ``(inputs, WIDTH)``.
        edges: One input of each span for each part. Shape ``(spans, parts)``.
        parts: Their names, all of one width.
    """
    return np.asarray(sum(outputs[edges[:, i], place(part)] for i, part in enumerate(parts)))
