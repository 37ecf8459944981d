"""What the network says of a text: marks, and how well they fit each other."""

import math
from dataclasses import dataclass, field

import numpy as np

from onrecord.tagger.codec import Role
from onrecord.tagger.details import ACTS, ATTITUDES, WIDTHS, About, NameKind
from onrecord.tagger.phrases import Phrases, no_phrases
from onrecord.tagger.states import States
from onrecord.types import Span

_ALMOST_NONE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One span that is a source, a cue or a content.

    Attributes:
        role: What it is.
        span: Where it is in the text.
        probability: How likely its words have this role, 0-1, their mean.
    """

    role: Role
    span: Span
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How well one mark belongs to another.

    Attributes:
        asking: Index of a content that asks for its cue, or of a cue that
            asks for its source.
        asked: Index of that cue or source; None where there may be none.
        probability: 0-1; those of one asking mark sum to 1, or a little less
            as the unlikely ones are left out.
    """

    asking: int
    asked: int | None
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name.

    Attributes:
        span: Where it is in the text.
        kind: What it names.
        probability: How likely it names that, 0-1.
    """

    span: Span
    kind: NameKind
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What the text says about a person beside their name.

    Attributes:
        span: Where it is in the text.
        about: A title or a standing.
        probability: 0-1.
    """

    span: Span
    about: About
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A straight line on the scale of log-odds (Platt 1999).

    Attributes:
        slope: Factor of the log-odds of a product of probabilities.
        offset: What is added to it.
        floor: Least confidence, 0-1, for a statement to be kept.
    """

    slope: float = 1.0
    offset: float = 0.0
    floor: float = 0.0

    def confidence(self, product: float) -> float:
        """Return how often a statement with such a product is right, 0-1."""
        within = min(max(product, _ALMOST_NONE), 1 - _ALMOST_NONE)
        odds = math.log(within / (1 - within))
        return 1 / (1 + math.exp(-(self.slope * odds + self.offset)))


def _no_acts() -> np.ndarray:
    return np.zeros((0, len(ACTS) + len(ATTITUDES)), dtype=np.float32)


def _no_settings() -> np.ndarray:
    return np.zeros((0, WIDTHS["setting_cue"]), dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagging:
    """All marks of a text, in order, and the links between them.

    Attributes:
        marks: In order.
        links: Between them.
        calibration: What to do with the product of a statement's
            probabilities to get how often such a statement is right.
        inside: What is marked inside contents when they are read by
            themselves: statements within statements.
        names: Names, in order.
        remarks: What is said about people, in order.
        phrases: What is known of names and sources as phrases.
        acts: What each mark says of its statement's act and attitude.
            Shape ``(marks, len(ACTS) + len(ATTITUDES))``.
        settings: The same of its channel, the first of none, and of what tells when it was said.
            Shape ``(marks, 1 + len(CHANNELS) + len(BASES))``.
        states: What the network has made of each piece.
    """

    marks: tuple[Mark, ...]
    links: tuple[Link, ...]
    calibration: Calibration
    names: tuple[Name, ...] = ()
    remarks: tuple[Remark, ...] = ()
    phrases: Phrases = field(default_factory=no_phrases)
    acts: np.ndarray = field(default_factory=_no_acts)
    settings: np.ndarray = field(default_factory=_no_settings)
    states: States = field(default_factory=States)
    inside: tuple["Tagging", ...] = ()
