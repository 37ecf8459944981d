"""From text to marks and links: cut, run, decode."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.tagger.codec import LabelRun, Role, best_paths, posteriors, runs
from onrecord.tagger.links import VECTORS, pair_vectors, places_between
from onrecord.tagger.pieces import Cutter, Pieces
from onrecord.tagger.runtime import Card, Engine, load_card, load_engine, shipped_weights
from onrecord.tagger.tagging import Link, Mark, Tagging
from onrecord.tagger.windows import WINDOW_PIECES, Window, make_window, windows
from onrecord.types import Span

# Windows whose label paths are sought together: enough to spare the
# interpreter, few enough that a book needs no more memory than an article.
_TOGETHER = 16
# A link less likely than this is not worth handing on.
_LEAST_LINK = 0.02


class Tagger:
    """The loaded network with what cuts texts for it; safe in several threads."""

    def __init__(self, *, cutter: Cutter, engine: Engine, card: Card) -> None:
        """Put the parts together; ``load`` does it from files."""
        self._cutter = cutter
        self._engine = engine
        self._card = card
        self._telling = np.array([cutter.id_of(word) for word in card.telling], dtype=np.int64)

    @property
    def weights(self) -> str:
        """The weights' version."""
        return self._card.name

    def tag(self, text: str, body: Sequence[Span]) -> Tagging:
        """Return what the network marks in the body of a text.

        Args:
            text: The article's text.
            body: The parts of it to read, in order.
        """
        pieces = self._cutter.cut(text, body)
        marks: list[Mark] = []
        links: list[Link] = []
        for window_marks, window_links in self._read(pieces, windows(pieces, self._cutter)):
            links.extend(_shifted(window_links, len(marks)))
            marks.extend(window_marks)
        return Tagging(
            marks=tuple(marks),
            links=tuple(links),
            calibration=self._card.calibration,
            inside=tuple(self._inside(pieces, marks)),
        )

    def _inside(self, pieces: Pieces, marks: Sequence[Mark]) -> Iterator[Tagging]:
        """Yield what is found in contents with a telling word, each read by itself.

        The network learned from people who marked no statement within another,
        so it must be shown the inner one without the outer.
        """
        telling = np.flatnonzero(np.isin(pieces.ids, self._telling))
        contents = [mark.span for mark in marks if mark.role is Role.CONTENT]
        ranges = [_range(pieces, span) for span in contents]
        worth = [
            (first, last)
            for first, last in ranges
            if np.searchsorted(telling, first + 1) < np.searchsorted(telling, last)
            and last - first <= WINDOW_PIECES
        ]
        looked = (make_window(pieces, self._cutter, first, last) for first, last in worth)
        for inner_marks, inner_links in self._read(pieces, looked):
            yield Tagging(
                marks=tuple(inner_marks),
                links=tuple(inner_links),
                calibration=self._card.calibration,
            )

    def _read(
        self, pieces: Pieces, pending: Iterator[Window]
    ) -> Iterator[tuple[list[Mark], list[Link]]]:
        while group := list(islice(pending, _TOGETHER)):
            yield from self._read_together(pieces, group)

    def _read_together(
        self, pieces: Pieces, group: Sequence[Window]
    ) -> Iterator[tuple[list[Mark], list[Link]]]:
        outputs = [self._engine.run(window.ids, window.traits) for window in group]
        scores = [output[0][window.words] for window, output in zip(group, outputs, strict=True)]
        lengths = [len(one) for one in scores]
        padded = np.zeros((len(group), max(lengths), scores[0].shape[1]), dtype=np.float32)
        for row, one in zip(padded, scores, strict=True):
            row[: len(one)] = one
        paths = best_paths(padded, self._card.moves, lengths)
        certainty = _certainty(posteriors(padded, self._card.moves, lengths), paths)
        for window, (_, vectors), path, sure, length in zip(
            group, outputs, paths, certainty, lengths, strict=True
        ):
            found = runs(path[:length].tolist())
            marks = [_mark(pieces, window, run, sure) for run in found]
            yield marks, _links(window, found, vectors, self._card)


def load(folder: Path | None = None, *, threads: int = 1) -> Tagger:
    """Return a tagger with the shipped weights, or those of a folder.

    Args:
        folder: Holds ``model.onnx``, ``tokenizer.json`` and ``card.json``.
        threads: Threads that one text may use.

    Raises:
        WeightsError: If the weights are missing or broken.
    """
    folder = folder or shipped_weights()
    return Tagger(
        cutter=Cutter(Tokenizer.from_file(str(folder / "tokenizer.json"))),
        engine=load_engine(folder, threads=threads),
        card=load_card(folder),
    )


def _range(pieces: Pieces, span: Span) -> tuple[int, int]:
    """Return the half-open range of the pieces of a span."""
    first = int(np.searchsorted(pieces.starts, span.start))
    return first, int(np.searchsorted(pieces.starts, span.end))


def _certainty(chances: np.ndarray, paths: np.ndarray) -> np.ndarray:
    """Return how likely it is that each word has its label's role. Shape ``(sequences, words)``."""
    either = chances[:, :, 1::2] + chances[:, :, 2::2]
    of_role = np.concatenate([chances[:, :, :1], either], axis=2)
    return np.asarray(np.take_along_axis(of_role, (paths[:, :, None] + 1) // 2, axis=2)[:, :, 0])


def _mark(pieces: Pieces, window: Window, run: LabelRun, certainty: np.ndarray) -> Mark:
    first, last = _edges(window, run)
    return Mark(
        role=run.role,
        span=Span(int(pieces.starts[window.piece[first]]), int(pieces.ends[window.piece[last]])),
        probability=float(certainty[run.first : run.last + 1].mean()),
    )


def _edges(window: Window, run: LabelRun) -> tuple[int, int]:
    """Return the first and last input of a run; never a paragraph break."""
    first = int(window.words[run.first])
    after = run.last + 1
    last = int(window.words[after]) - 1 if after < len(window.words) else len(window.piece) - 2
    while window.piece[last] < 0 and last > first:
        last -= 1
    while window.piece[first] < 0 and first < last:
        first += 1
    return first, last


def _links(
    window: Window, found: Sequence[LabelRun], vectors: np.ndarray, card: Card
) -> list[Link]:
    vectors = vectors.reshape(len(vectors), VECTORS, -1)
    at = {role: [i for i, run in enumerate(found) if run.role is role] for role in Role}
    edges = {
        role: np.array([_edges(window, found[i]) for i in at[role]], dtype=np.int64).reshape(-1, 2)
        for role in Role
    }
    breaks = np.flatnonzero(window.piece[1:-1] < 0) + 1
    links: list[Link] = []
    asked_by = ((Role.CONTENT, Role.CUE), (Role.CUE, Role.SOURCE))
    for relation, (asking, asked) in enumerate(asked_by):
        if not at[asking]:
            continue
        places = places_between(edges[asking], edges[asked], breaks, edges[Role.CUE][:, 0])
        scores = pair_vectors(vectors, edges[asking], edges[asked], relation)
        scores = scores + card.link_places[relation][places]
        links.extend(_likely(scores, card.link_none[relation], at[asking], at[asked]))
    return links


def _likely(
    scores: np.ndarray, none: float, asking: Sequence[int], asked: Sequence[int]
) -> Iterator[Link]:
    scores = np.concatenate([scores, np.full((len(scores), 1), none)], axis=1)
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)
    targets: list[int | None] = [*asked, None]
    for row, column in zip(*np.nonzero(odds >= _LEAST_LINK), strict=True):
        probability = float(odds[row, column])
        yield Link(asking=asking[row], asked=targets[column], probability=probability)


def _shifted(links: Sequence[Link], by: int) -> Iterator[Link]:
    for link in links:
        asked = None if link.asked is None else link.asked + by
        yield Link(asking=link.asking + by, asked=asked, probability=link.probability)
