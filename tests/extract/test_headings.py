"""Headings are no statement of anybody around them."""

import pytest
from marked import read

from onrecord import Article
from onrecord.extract.headings import is_heading
from onrecord.extract.passage import passage_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A long road ahead", True),
        ("“A long road ahead”", True),
        ("Will they pay?", True),
        ("It rains.", False),
        ("“It rains.”", False),
        ("“Will they pay?” she asked.", False),
        ("___", False),
    ],
)
def test_heading_is_short_and_has_no_stop_or_asks(text, expected):
    passage = passage_of(Article(text=f"It rains in Larn.\n\n{text}\n\nIt pours."))
    assert is_heading(passage, 1) is expected


def test_heading_is_no_part_of_the_quotation_below_it():
    text = "“A hard road”\n\nLee told us: “It was a hard road.”"
    links = {"“A hard road”": "told", "“It was a hard road.”": "told", "told": "Lee"}
    marks = {"source": ["Lee"], "cue": ["told"]}
    found = read(text, links, content=["“A hard road”", "“It was a hard road.”"], **marks)
    assert [one[:3] for one in found] == [("Lee", "told", "“It was a hard road.”")]


def test_words_announced_by_their_cue_are_kept_without_a_stop():
    text = "Lee wrote:\n\n“Never again”\n\nHe then left."
    links = {"“Never again”": "wrote", "wrote": "Lee"}
    found = read(text, links, source=["Lee"], cue=["wrote"], content=["“Never again”"])
    assert [one[:3] for one in found] == [("Lee", "wrote", "“Never again”")]


def test_question_that_is_a_heading_has_no_statement():
    text = "It rains.\n\nWhat did the judges say?\n\nIt pours."
    links = {"What": "say", "say": "the judges"}
    assert read(text, links, source=["the judges"], cue=["say"], content=["What"]) == []


def test_quotation_that_opens_the_next_paragraphs_sentence_is_not_said_before():
    text = "Lee announced a drive.\n\n“Eat more” is shown on buses."
    links = {"a drive": "announced", "“Eat more”": "announced", "announced": "Lee"}
    found = read(text, links, source=["Lee"], cue=["announced"], content=["a drive", "“Eat more”"])
    assert [one[:3] for one in found] == [("Lee", "announced", "a drive")]
