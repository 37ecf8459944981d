"""What the network knows of names and sources as phrases: what they refer to, and to whom.

How well one phrase refers to what another names is the product of two short
vectors (bilinear attachment, as in `onrecord.tagger.links`) and a learned number
for what lies between them: which comes first, how many paragraphs, how many
other candidates.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.tagger.details import PRONOUNS, REFERENCE_SIZE, REFERENTS, softmax, span_scores
from onrecord.tagger.links import PLACES
from onrecord.types import Span

_VECTORS = ("refers_first", "refers_last")
_NAMED = ("named_first", "named_last")
_KINDS = ("kind_first", "kind_last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Phrases of one text in order, and what the network says of each.

    Attributes:
        spans: Where they are.
        paragraphs: Number of the paragraph of each. Shape ``(phrases,)``.
        referents: Probabilities of what each refers to. Shape
            ``(phrases, len(REFERENTS))``.
        pronouns: Probabilities of the pronoun that fits each. Shape
            ``(phrases, len(PRONOUNS))``.
        refers: Vectors of what refers. Shape ``(phrases, size)``.
        named: Vectors of what is referred to. The same shape.
        places: Score of each kind of place between two. Shape ``(places,)``.
    """

    spans: tuple[Span, ...]
    paragraphs: np.ndarray
    referents: np.ndarray
    pronouns: np.ndarray
    refers: np.ndarray
    named: np.ndarray
    places: np.ndarray

    def fits(self, asking: int, asked: Sequence[int]) -> np.ndarray:
        """Return how well a phrase refers to what each of some others names.

        Args:
            asking: Index of the phrase that refers.
            asked: Indices of candidates, in order.

        Returns:
            Scores. Shape ``(len(asked),)``.
        """
        at = np.asarray(asked, dtype=np.int64)
        size = self.refers.shape[1] ** 0.5
        product = self.named[at] @ self.refers[asking] / size
        crossed = np.clip(np.abs(self.paragraphs[at] - self.paragraphs[asking]), 0, 2)
        is_after = at > asking
        between = np.where(is_after, np.cumsum(is_after) - 1, np.cumsum(~is_after[::-1])[::-1] - 1)
        kind = is_after * (len(self.places) // 2) + crossed * 4 + np.clip(between, 0, 3)
        return np.asarray(product + self.places[kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPhrases:
    """The phrases of one window.

    Attributes:
        spans: Where they are in the text, in order.
        paragraphs: Number of the paragraph of each.
        scores: What the head says of them: kinds, and both vectors.
    """

    spans: list[Span]
    paragraphs: list[int]
    scores: np.ndarray


def window_phrases(
    outputs: np.ndarray, edges: np.ndarray, spans: list[Span], paragraphs: list[int]
) -> WindowPhrases:
    """Return the phrases of one window with what the head says of them.

    Args:
        outputs: The head's. Shape ``(inputs, WIDTH)``.
        edges: First and last input of each phrase. Shape ``(phrases, 2)``.
        spans: Where they are in the text.
        paragraphs: Number of the paragraph of each.
    """
    parts = [span_scores(outputs, edges, part) for part in (_KINDS, _VECTORS, _NAMED)]
    return WindowPhrases(spans=spans, paragraphs=paragraphs, scores=np.concatenate(parts, axis=1))


def joined(windows: Sequence[WindowPhrases], places: np.ndarray) -> Phrases:
    """Return the phrases of all windows, in order, with the scores of places."""
    spans = [span for window in windows for span in window.spans]
    width = len(REFERENTS) + len(PRONOUNS) + 2 * REFERENCE_SIZE
    scores = np.concatenate([np.zeros((0, width), np.float32), *(w.scores for w in windows)])
    paragraphs = np.array([p for window in windows for p in window.paragraphs], dtype=np.int64)
    order = sorted(range(len(spans)), key=lambda i: spans[i])
    scores, paragraphs = scores[order], paragraphs[order]
    kinds = len(REFERENTS) + len(PRONOUNS)
    return Phrases(
        spans=tuple(spans[i] for i in order),
        paragraphs=paragraphs,
        referents=softmax(scores[:, : len(REFERENTS)]),
        pronouns=softmax(scores[:, len(REFERENTS) : kinds]),
        refers=scores[:, kinds : kinds + REFERENCE_SIZE],
        named=scores[:, kinds + REFERENCE_SIZE :],
        places=places,
    )


def no_phrases() -> Phrases:
    """Return the phrases of a text in which there are none."""
    return joined([], np.zeros(PLACES, dtype=np.float32))
