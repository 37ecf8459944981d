"""Sentences: quotations kept whole, abbreviations no ends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.layout import paragraphs, sentence_at, sentences
from onrecord.types import Span


def cut(text):
    parts = paragraphs(text, [Span(0, len(text))]) if text else ()
    return [text[one.start : one.end].strip() for one in sentences(text, parts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rains. A lot.", ["It rains.", "A lot."]),
        ("“It rains. A lot,” she said. Now?", ["“It rains. A lot,” she said.", "Now?"]),
        ("“It rains.” She left.", ["“It rains.”", "She left."]),
        ("Mr. A. B. Low of the U.S. Senate left.", ["Mr. A. B. Low of the U.S. Senate left."]),
        ("Low left Acme Ltd. Mr. Low is ill.", ["Low left Acme Ltd.", "Mr. Low is ill."]),
        ("It rains. ``A lot,'' she said.", ["It rains.", "``A lot,'' she said."]),
        ("She left the U.S. The bank stayed.", ["She left the U.S.", "The bank stayed."]),
        (
            "Messrs. Low and Poe sued Acme Cie. de Larn.",
            ["Messrs. Low and Poe sued Acme Cie. de Larn."],
        ),
        ("One\nTwo. Three", ["One", "Two.", "Three"]),
    ],
)
def test_sentences_end_where_they_should(text, expected):
    assert cut(text) == expected


@given(text=st.text(alphabet="aB. “”\"'\n?!", max_size=80))
def test_sentences_cover_their_paragraphs(text):
    parts = paragraphs(text, [Span(0, len(text))]) if text else ()
    found = sentences(text, parts)
    assert sum(map(len, found)) == sum(map(len, parts))
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_sentence_at_a_place_is_the_one_around_it_or_the_first():
    parts = (Span(2, 5), Span(5, 9))
    assert [sentence_at(parts, place) for place in (0, 2, 4, 5, 20)] == [
        parts[n] for n in (0, 0, 0, 1, 1)
    ]
