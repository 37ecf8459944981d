"""Gold spans become labels and links that the product's decoder reads back."""

import random

import numpy as np
import pytest
from tokenizers import Tokenizer

from onrecord import Span
from onrecord.tagger.codec import Role, begin, legal_moves, runs
from onrecord.tagger.pieces import Cutter
from onrecord.tagger.runtime import shipped_weights
from onrecord_lab.dataset import examples, prepare
from onrecord_lab.polnear import GoldArticle, GoldStatement

TEXT = "“It rains,” Ann said. “It pours.”\n\nBob agreed that it is wet."


@pytest.fixture(scope="module")
def cutter():
    return Cutter(Tokenizer.from_file(str(shipped_weights() / "tokenizer.json")))


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARTICLE = GoldArticle(
    name="a",
    annotator="00ff",
    text=TEXT,
    statements=(
        GoldStatement(
            source=(span("Ann"),),
            cue=(span("said"),),
            content=(span("“It rains,”"), span("“It pours.”")),
        ),
        GoldStatement(
            source=(span("Bob"),), cue=(span("agreed"),), content=(span("that it is wet"),)
        ),
    ),
)


def test_labels_read_back_as_the_gold_spans(cutter):
    prepared = prepare(ARTICLE, cutter)
    (example,) = examples(prepared, cutter, size=100)
    found = runs(example.labels.tolist())
    assert [run.role for run in found] == [
        Role.CONTENT,
        Role.SOURCE,
        Role.CUE,
        Role.CONTENT,
        Role.SOURCE,
        Role.CUE,
        Role.CONTENT,
    ]


def test_links_tie_both_pieces_to_their_cue_and_each_cue_to_its_source(cutter):
    (example,) = examples(prepare(ARTICLE, cutter), cutter, size=100)
    assert example.cue_of.tolist() == [0, 0, 1]
    assert example.source_of.tolist() == [0, 1]


def test_windows_that_cut_a_content_still_have_legal_labels(cutter):
    moves = legal_moves()
    for size in range(3, 12):
        for example in examples(prepare(ARTICLE, cutter), cutter, size=size):
            path = example.labels.tolist()
            steps = zip((len(moves) - 1, *path), path, strict=False)
            assert all(moves[before, label] == 0 for before, label in steps)


def test_a_span_that_begins_inside_a_word_takes_the_whole_word(cutter):
    statement = GoldStatement(
        source=(Span(13, 15),), cue=(span("said"),), content=(span("“It rains,”"),)
    )
    article = GoldArticle(name="a", annotator="0", text=TEXT, statements=(statement,))
    prepared = prepare(article, cutter)
    (first,) = np.flatnonzero(prepared.labels == begin(Role.SOURCE))
    assert TEXT[prepared.pieces.starts[first] :].startswith("Ann")


def test_marks_are_retyped_without_moving_anything(cutter):
    prepared = prepare(ARTICLE, cutter)
    (plain,) = examples(prepared, cutter, size=100)
    seen = set()
    for seed in range(20):
        (retyped,) = examples(prepared, cutter, size=100, vary=random.Random(seed))
        assert np.array_equal(retyped.window.piece, plain.window.piece)
        seen.add(tuple(retyped.window.ids.tolist()))
    assert len(seen) > 1
