"""What the details head should say of one window, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.tagger.codec import OUTSIDE
from onrecord.tagger.details import (
    ABOUTS,
    ACTS,
    ATTITUDES,
    BASES,
    CHANNELS,
    NAME_KINDS,
    PRONOUNS,
    REFERENTS,
)
from onrecord.tagger.pieces import Pieces
from onrecord.tagger.windows import Window
from onrecord.types import Span
from onrecord_lab.annotated import Annotated

UNKNOWN = -100


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """One window's; spans are first and last inputs, shape ``(n, 2)``.

    Attributes:
        names: Label of each word. Shape ``(words,)``.
        abouts: The same for what is said about people.
        kinds: Spans, with their referent and pronoun (-100 unknown).
        references: Spans that refer, and which candidates they refer to.
            Shape ``(references, candidates + 1)``; the last column is none.
        acts: Contents, their cue's first input, act and attitude.
        settings: The same with channel, 0 for none, and basis.
        tellings: Label of each word. Shape ``(words,)``.
    """

    names: np.ndarray
    abouts: np.ndarray
    kind_spans: np.ndarray
    referents: np.ndarray
    pronouns: np.ndarray
    references: np.ndarray
    candidates: np.ndarray
    answers: np.ndarray
    contents: np.ndarray
    cues: np.ndarray
    acts: np.ndarray
    attitudes: np.ndarray
    set_contents: np.ndarray
    set_cues: np.ndarray
    channels: np.ndarray
    bases: np.ndarray
    tellings: np.ndarray


class Targeting:
    """An article's annotations found in its pieces; made once, asked for each window."""

    def __init__(self, article: Annotated, pieces: Pieces) -> None:
        self._pieces = pieces
        self._names = _labels(pieces, [(s, NAME_KINDS.index(k)) for s, k in article.names])
        self._abouts = _labels(pieces, [(s, ABOUTS.index(k)) for s, k in article.abouts])
        on = self._on
        self._kinds = [(on(k.span), k) for k in article.kinds]
        self._references = [
            (span, apart)
            for r in article.references
            for span in [on(r.span)]
            # What overlaps a phrase is no other mention.
            for apart in [{c for c in map(on, r.to) if c[1] < span[0] or span[1] < c[0]}]
            if apart or not r.to
        ]
        self._candidates = sorted({on(c) for c in article.candidates})
        self._acts = [(on(a.content), on(a.cue), a) for a in article.acts]
        self._settings = [(on(one.content), on(one.cue), one) for one in article.settings]
        self._tellings = _tellings(article, pieces)

    def of(self, window: Window, first: int, last: int) -> Targets:
        """Return the targets of the window over the pieces ``first`` up to ``last``."""
        at = np.full(last - first + 1, -1)
        is_piece = window.piece >= 0
        at[window.piece[is_piece] - first] = np.flatnonzero(is_piece)

        def inside(span: tuple[int, int]) -> bool:
            return first <= span[0] and span[1] < last

        def inputs(spans: Sequence[tuple[int, int]]) -> np.ndarray:
            found = [(at[a - first], at[b - first]) for a, b in spans]
            return np.array(found, dtype=np.int64).reshape(-1, 2)

        kinds = [(span, k) for span, k in self._kinds if inside(span)]
        candidates = [c for c in self._candidates if inside(c)]
        references = [(r, to) for r, to in self._references if inside(r)]
        # Who is meant may stand in another window: nothing to learn here.
        known = [(r, to) for r, to in references if not to or any(map(inside, to))]
        answers = np.zeros((len(known), len(candidates) + 1), dtype=bool)
        for row, (_, to) in zip(answers, known, strict=True):
            row[:-1] = [c in to for c in candidates]
            row[-1] = not row[:-1].any()
        acts = [(c, cue, a) for c, cue, a in self._acts if inside(c) and inside(cue)]
        settings = [(c, cue, one) for c, cue, one in self._settings if inside(c) and inside(cue)]
        words = window.piece[window.words]
        return Targets(
            names=np.where(words >= 0, self._names[words], OUTSIDE),
            abouts=np.where(words >= 0, self._abouts[words], OUTSIDE),
            kind_spans=inputs([span for span, _ in kinds]),
            referents=_numbers(
                [REFERENTS.index(k.referent) if k.referent else None for _, k in kinds]
            ),
            pronouns=_numbers([PRONOUNS.index(k.pronoun) if k.pronoun else None for _, k in kinds]),
            references=inputs([r for r, _ in known]),
            candidates=inputs(candidates),
            answers=answers,
            contents=inputs([c for c, _, _ in acts]),
            cues=inputs([cue for _, cue, _ in acts])[:, 0],
            acts=_numbers([ACTS.index(a.act) if a.act else None for *_, a in acts]),
            attitudes=_numbers(
                [ATTITUDES.index(a.attitude) if a.attitude else None for *_, a in acts]
            ),
            set_contents=inputs([c for c, _, _ in settings]),
            set_cues=inputs([cue for _, cue, _ in settings])[:, 0],
            channels=_numbers(
                [1 + CHANNELS.index(one.channel) if one.channel else 0 for *_, one in settings]
            ),
            bases=_numbers([BASES.index(one.basis) for *_, one in settings]),
            tellings=np.where(words >= 0, self._tellings[words], UNKNOWN),
        )

    def _on(self, span: Span) -> tuple[int, int]:
        starts, ends = self._pieces.starts, self._pieces.ends
        first = int(np.searchsorted(ends, span.start, side="right"))
        last = int(np.searchsorted(starts, span.end, side="left")) - 1
        first = min(first, len(starts) - 1)
        while first and not self._pieces.begins_word[first]:
            first -= 1
        return first, max(first, last)


def _tellings(article: Annotated, pieces: Pieces) -> np.ndarray:
    if article.tellings is None:
        return np.full(len(pieces), UNKNOWN, dtype=np.int64)
    kinds = [
        CHANNELS.index(one.channel) if one.channel else len(CHANNELS) for one in article.tellings
    ]
    spans = [one.span for one in article.tellings]
    return _labels(pieces, list(zip(spans, kinds, strict=True)))


def _labels(pieces: Pieces, spans: Sequence[tuple[Span, int]]) -> np.ndarray:
    labels = np.full(len(pieces), OUTSIDE, dtype=np.int64)
    for span, kind in spans:
        first = int(np.searchsorted(pieces.ends, span.start, side="right"))
        last = int(np.searchsorted(pieces.starts, span.end, side="left"))
        labels[first:last] = 2 + 2 * kind
        labels[first : first + 1] = 1 + 2 * kind
    return labels


def _numbers(values: Sequence[int | None]) -> np.ndarray:
    return np.array([UNKNOWN if v is None else v for v in values], dtype=np.int64)
