"""What statements are about, in the articles' own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import HandReader, article

from onrecord.ask.subjects import subjects
from onrecord.types import Entry


def entries(*lines):
    made = article(*lines)
    (reading,) = HandReader().read_all([made])
    return [Entry(article=made, statement=one) for one in reading.statements]


def found(*lines):
    said = (f"{line}/Ann Lee" for line in lines)
    return [(one.words, one.statements) for one in subjects(entries(*said))]


def test_a_noun_of_several_statements_is_a_subject_and_a_verb_is_none():
    assert found("We build the bridge", "They painted a bridge", "The bridges will open") == [
        ("bridge", 3)
    ]


def test_a_phrase_stands_for_its_last_word_where_that_seldom_comes_alone():
    lines = ["the interest rate", "an interest rate", "our interest rate", "a rate"]
    assert found(*lines) == [("interest rate", 3)]
    assert found(*lines, "the birth rate", "the death rate", "the rate", "the rate") == [
        ("rate", 8)
    ]


def test_a_name_is_a_subject_wherever_it_stands():
    assert found("We want Brazil", "They play Brazil") == [("Brazil", 2)]


def test_a_statement_counts_once():
    assert found("the rain, the rain, the rain", "the snow", "the snow") == [("snow", 2)]


def test_a_possessive_opens_a_phrase_and_is_not_part_of_one():
    assert found("Now Brazil’s economy", "on Brazil’s big economy") == [
        ("Brazil", 2),
        ("economy", 2),
    ]


def test_the_speakers_own_name_is_no_subject():
    assert found("the plan of Ann Lee", "the plan by Lee") == [("plan", 2)]


def test_nothing_is_about_nothing():
    assert subjects([]) == ()
    assert found("Yes", "No") == []


@pytest.mark.parametrize("limit", [0, 1])
def test_no_more_than_asked_for(limit):
    assert len(subjects(entries("the rain in the town/A B", "the rain of the town/A B"))) == 2
    made = entries("the rain in the town/A B", "the rain of the town/A B")
    assert len(subjects(made, limit=limit)) == limit


@given(
    st.lists(
        st.text(
            st.characters(
                codec="utf-8", exclude_characters="\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029/"
            )
        ),
        max_size=4,
    )
)
def test_every_subject_is_words_of_the_articles(lines):
    made = entries(*(f"the {line}/A B" for line in [*lines, *lines]))
    texts = " ".join(" ".join(entry.words for entry in made).split())
    assert all(one.words in texts for one in subjects(made))
