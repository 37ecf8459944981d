"""From text to marks and links: cut, run, decode."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.tagger.codec import LabelRun, Role, best_paths, posteriors, runs
from onrecord.tagger.details import (
    ABOUTS,
    NAME_KINDS,
    WIDTHS,
    LabelledWords,
    labelled,
    place,
    span_scores,
)
from onrecord.tagger.links import VECTORS, pair_vectors, places_between
from onrecord.tagger.phrases import WindowPhrases, joined, window_phrases
from onrecord.tagger.pieces import Cutter, Pieces
from onrecord.tagger.runtime import Card, Engine, load_card, load_engine, shipped_weights
from onrecord.tagger.states import States
from onrecord.tagger.tagging import Link, Mark, Name, Remark, Tagging
from onrecord.tagger.windows import WINDOW_PIECES, Window, make_window, windows
from onrecord.types import Span

# Windows whose label paths are sought together: enough to spare the
# interpreter, few enough that a book needs no more memory than an article.
_TOGETHER = 16
# A link less likely than this is not worth handing on.
_LEAST_LINK = 0.02
_NO_SPANS = np.zeros((0, 2), dtype=np.int64)


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

    def tag(self, text: str, body: Sequence[Span], also: Sequence[Span] = ()) -> Tagging:
        """Return what the network marks in the body of a text.

        Args:
            text: The article's text.
            body: The parts of it to read, in order.
            also: Spans that are to be among the phrases, besides names and sources.
        """
        pieces = self._cutter.cut(text, body)
        edges = np.array([_range(pieces, span) for span in also], dtype=np.int64).reshape(-1, 2)
        read = list(self._read(pieces, windows(pieces, self._cutter), edges))
        marks = [mark for one in read for mark in one.marks]
        whole = _together(read, self._card)
        inside = tuple(self._inside(pieces, marks))
        return replace(whole, inside=inside, states=_states(pieces, read))

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
        for inner in self._read(pieces, looked):
            yield _together([inner], self._card)

    def _read(
        self, pieces: Pieces, pending: Iterator[Window], also: np.ndarray = _NO_SPANS
    ) -> Iterator["_Read"]:
        while group := list(islice(pending, _TOGETHER)):
            yield from self._read_together(pieces, group, also)

    def _read_together(
        self, pieces: Pieces, group: Sequence[Window], also: np.ndarray
    ) -> Iterator["_Read"]:
        outputs = [self._engine.run(window.ids, window.traits) for window in group]
        scores = [output[0][window.words] for window, output in zip(group, outputs, strict=True)]
        lengths = [len(one) for one in scores]
        padded = np.zeros((len(group), max(lengths), scores[0].shape[1]), dtype=np.float32)
        for row, one in zip(padded, scores, strict=True):
            row[: len(one)] = one
        paths = best_paths(padded, self._card.moves, lengths)
        certainty = _certainty(posteriors(padded, self._card.moves, lengths), paths)
        for window, (_, vectors, details, states), path, sure, length in zip(
            group, outputs, paths, certainty, lengths, strict=True
        ):
            found = runs(path[:length].tolist())
            names, remarks, phrases = _named(pieces, window, found, details, also)
            yield _Read(
                marks=[_mark(pieces, window, run, sure) for run in found],
                links=_links(window, found, vectors, self._card),
                names=names,
                remarks=remarks,
                phrases=phrases,
                acts=_by_mark(window, found, details, "act"),
                settings=_by_mark(window, found, details, "setting"),
                states=states[window.piece >= 0].astype(np.float16),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What the network says of one window."""

    marks: list[Mark]
    links: list[Link]
    names: list[Name]
    remarks: list[Remark]
    phrases: WindowPhrases
    acts: np.ndarray
    settings: np.ndarray
    states: np.ndarray


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


def _together(read: Sequence[_Read], card: Card) -> Tagging:
    links: list[Link] = []
    before = 0
    for one in read:
        links.extend(_shifted(one.links, before))
        before += len(one.marks)
    return Tagging(
        marks=tuple(mark for one in read for mark in one.marks),
        links=tuple(links),
        calibration=card.calibration,
        names=tuple(name for one in read for name in one.names),
        remarks=tuple(remark for one in read for remark in one.remarks),
        phrases=joined([one.phrases for one in read], card.reference_places),
        acts=np.concatenate([_none("act"), *(one.acts for one in read)]),
        settings=np.concatenate([_none("setting"), *(one.settings for one in read)]),
    )


def _states(pieces: Pieces, read: Sequence[_Read]) -> States:
    """Return the states of all pieces of a text, whose windows follow each other."""
    if not read:
        return States()
    numbers = np.concatenate([one.states for one in read])
    return States(starts=pieces.starts, ends=pieces.ends, numbers=numbers)


def _none(part: str) -> np.ndarray:
    return np.zeros((0, WIDTHS[f"{part}_cue"]), dtype=np.float32)


def _named(
    pieces: Pieces, window: Window, marks: Sequence[LabelRun], details: np.ndarray, also: np.ndarray
) -> tuple[list[Name], list[Remark], WindowPhrases]:
    """Return names, remarks and phrases of one window."""
    of_words = details[window.words]
    names, edges, spans = [], [], []
    for run in labelled(of_words[:, place("names")]):
        first, last = _edges(window, run)
        span = _span(pieces, window, first, last)
        names.append(Name(span=span, kind=NAME_KINDS[run.label], probability=run.probability))
        edges.append((first, last))
        spans.append(span)
    remarks = [
        Remark(
            span=_span(pieces, window, *_edges(window, run)),
            about=ABOUTS[run.label],
            probability=run.probability,
        )
        for run in labelled(of_words[:, place("abouts")])
    ]
    others = [_edges(window, run) for run in marks if run.role is Role.SOURCE]
    others += _asked_for(window, also)
    known = set(edges)
    for first, last in others:
        if (first, last) not in known:
            known.add((first, last))
            edges.append((first, last))
            spans.append(_span(pieces, window, first, last))
    at = np.array(edges, dtype=np.int64).reshape(-1, 2)
    paragraphs = pieces.paragraph[window.piece[at[:, 0]]].tolist()
    return names, remarks, window_phrases(details, at, spans, paragraphs)


def _asked_for(window: Window, ranges: np.ndarray) -> Iterator[tuple[int, int]]:
    """Yield first and last inputs of those ranges of pieces that lie in the window."""
    held = np.flatnonzero(window.piece >= 0)
    pieces = window.piece[held]
    for first, end in ranges:
        if pieces[0] <= first and end - 1 <= pieces[-1] and first < end:
            a, b = np.searchsorted(pieces, (first, end - 1))
            yield int(held[a]), int(held[b])


def _by_mark(
    window: Window, found: Sequence[LabelRun], details: np.ndarray, part: str
) -> np.ndarray:
    """Return what each mark says of its statement's act or setting. Shape ``(marks, scores)``."""
    told = np.zeros((len(found), WIDTHS[f"{part}_cue"]), dtype=np.float32)
    for role, parts in (
        (Role.CUE, (f"{part}_cue",)),
        (Role.CONTENT, (f"{part}_first", f"{part}_last")),
    ):
        rows = [row for row, run in enumerate(found) if run.role is role]
        if rows:
            edges = np.array([_edges(window, found[row]) for row in rows])
            told[rows] = span_scores(details, edges, parts)
    return told


def _span(pieces: Pieces, window: Window, first: int, last: int) -> Span:
    return Span(int(pieces.starts[window.piece[first]]), int(pieces.ends[window.piece[last]]))


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
        span=_span(pieces, window, first, last),
        probability=float(certainty[run.first : run.last + 1].mean()),
    )


def _edges(window: Window, run: LabelRun | LabelledWords) -> tuple[int, int]:
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
