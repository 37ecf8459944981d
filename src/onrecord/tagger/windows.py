"""Long texts cut into windows that the network can read, and put together again."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.tagger.pieces import Cutter, Pieces

# 254 pieces and the two that open and close a window: half the base's
# greatest length, beyond which attention costs more than it gains (lab-log).
WINDOW_PIECES = 254


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of pieces as the network gets it; arrays have shape ``(inputs,)``.

    Attributes:
        piece: Index of the input's piece in the text; -1 where the input is
            none (the window's start and end, a paragraph break).
        ids: Vocabulary entries, int64.
        traits: Case and quotation of each input as one number, int64.
        words: Inputs that carry a label: first pieces of words, and breaks.
            Shape ``(words,)``.
    """

    piece: np.ndarray
    ids: np.ndarray
    traits: np.ndarray
    words: np.ndarray


def windows(pieces: Pieces, cutter: Cutter, *, size: int = WINDOW_PIECES) -> Iterator[Window]:
    """Yield windows that cover all pieces, broken between paragraphs where possible.

    Args:
        pieces: The pieces of a text.
        cutter: What cut them; it knows the inputs that are no pieces.
        size: Most pieces and paragraph breaks of one window.
    """
    for first, last in stretches(pieces, size=size):
        yield make_window(pieces, cutter, first, last)


def stretches(pieces: Pieces, *, size: int) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of pieces that fill windows of at most ``size``."""
    first = used = 0
    for start, end in _blocks(pieces, size):
        is_new = start > first and pieces.paragraph[start] != pieces.paragraph[start - 1]
        cost = end - start + int(is_new)
        if used and used + cost > size:
            yield first, start
            first, used, cost = start, 0, end - start
        used += cost
    if used:
        yield first, len(pieces)


def make_window(pieces: Pieces, cutter: Cutter, first: int, last: int) -> Window:
    """Return the window over the pieces ``first`` up to ``last``."""
    inside = np.arange(first, last)
    breaks = np.flatnonzero(np.diff(pieces.paragraph[first:last])) + 1
    piece = np.concatenate([[-1], np.insert(inside, breaks, -1), [-1]])
    is_piece = piece >= 0
    ids = np.where(is_piece, pieces.ids[piece], cutter.break_id)
    ids[0], ids[-1] = cutter.start_id, cutter.end_id
    traits = np.where(is_piece, pieces.case[piece] * 2 + pieces.quoted[piece], 0)
    carries = pieces.begins_word[piece] | ~is_piece
    carries[[0, -1]] = False
    return Window(piece=piece, ids=ids, traits=traits, words=np.flatnonzero(carries))


def _blocks(pieces: Pieces, size: int) -> Iterator[tuple[int, int]]:
    """Yield paragraphs, those longer than a window cut after a word."""
    if not len(pieces):
        return
    edges = np.flatnonzero(np.diff(pieces.paragraph)) + 1
    bounds = [0, *edges.tolist(), len(pieces)]
    for start, end in pairwise(bounds):
        yield from _cut_long(pieces, start, end, size)


def _cut_long(pieces: Pieces, start: int, end: int, size: int) -> Iterator[tuple[int, int]]:
    while end - start > size:
        cut = _last_good_cut(pieces, start, start + size)
        yield start, cut
        start = cut
    yield start, end


def _last_good_cut(pieces: Pieces, start: int, limit: int) -> int:
    """Return where to cut: after a gap that looks like a sentence's end, else a word's."""
    at = np.arange(start + 1, limit + 1)
    spaced = pieces.starts[at] > pieces.ends[at - 1]
    sentence = spaced & (pieces.case[at] == 1) & (pieces.ends[at - 1] - pieces.starts[at - 1] == 1)
    for good in (sentence, pieces.begins_word[at]):
        places = at[good]
        if len(places) and places[-1] > start + (limit - start) // 2:
            return int(places[-1])
    return limit
