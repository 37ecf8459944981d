"""Long texts in windows: nothing lost, nothing twice, paragraphs kept whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.tagger.pieces import Cutter
from onrecord.tagger.runtime import shipped_weights
from onrecord.tagger.windows import windows
from onrecord.types import Span

# Words and marks, typewritten ones among them, as they may stand side by side.
MARKED = ["``", "''", "'", "`", " ", "No", "t", ",", "\n\n", "“", '"']


@pytest.fixture(scope="module")
def cutter():
    return Cutter(Tokenizer.from_file(str(shipped_weights() / "tokenizer.json")))


def cut(cutter, text):
    return cutter.cut(text, [Span(0, len(text))] if text else [])


def test_pieces_know_their_places_in_the_text(cutter):
    text = "Żółć 🙂 costs\r\n\r\n“US$5,” said O’Neill."
    pieces = cut(cutter, text)
    words = [text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)]
    assert "".join(words) == "".join(text.split())
    assert pieces.paragraph[-1] == 1


def test_case_of_a_piece_is_told(cutter):
    pieces = cut(cutter, "the The NATO")
    assert pieces.case.tolist() == [0, 1, 2]


def test_pieces_inside_quotation_marks_are_told(cutter):
    pieces = cut(cutter, "“No,” she said.")
    assert pieces.quoted.tolist() == [1, 1, 1, 1, 0, 0, 0]


def test_typewritten_marks_are_read_as_printed_ones(cutter):
    old, new = (cut(cutter, text) for text in ("``No,'' she said.", "“No,” she said."))
    assert (old.ids == new.ids).all()
    assert (old.quoted == new.quoted).all()
    assert (old.starts[0], old.ends[0]) == (0, 2)
    assert (old.starts[3], old.ends[3]) == (5, 7)
    inches = cut(cutter, "He is 6'2'' tall.")
    assert (inches.ends - inches.starts).max() == 4


@given(st.lists(st.sampled_from(MARKED)))
def test_places_of_marks_never_overlap_and_miss_nothing(cutter, parts):
    text = "".join(parts)
    pieces = cut(cutter, text)
    assert (pieces.starts[1:] >= pieces.ends[:-1]).all()
    covered = "".join(text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True))
    assert covered == "".join(text.split())


@given(st.integers(0, 400), st.integers(1, 60), st.integers(8, 60))
def test_windows_hold_each_piece_once_and_in_order(cutter, words, paragraph, size):
    text = "".join(
        f"w{i} " + ("\n\n" if i % paragraph == paragraph - 1 else "") for i in range(words)
    )
    pieces = cut(cutter, text)
    found = list(windows(pieces, cutter, size=size))
    held = [place for window in found for place in window.piece if place >= 0]
    assert held == list(range(len(pieces)))
    assert all(len(window.ids) <= size + 2 for window in found)


def test_short_paragraphs_are_never_cut(cutter):
    text = "\n\n".join(["one two three four five"] * 20)
    pieces = cut(cutter, text)
    for window in windows(pieces, cutter, size=16):
        inside = window.piece[window.piece >= 0]
        assert len(inside) % 5 == 0


def test_breaks_between_paragraphs_carry_a_label(cutter):
    pieces = cut(cutter, "one\n\ntwo")
    (window,) = windows(pieces, cutter)
    assert window.ids.tolist()[2] == cutter.break_id
    assert np.array_equal(window.words, [1, 2, 3])
