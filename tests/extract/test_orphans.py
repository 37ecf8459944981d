"""A source and a cue that end a sentence say what comes before them."""

import pytest
from by_hand import MADE_BY
from marked import read

from onrecord import Article, Kind, Span
from onrecord.extract import statements
from onrecord.tagger import Calibration, Link, Mark, Role, Tagging


def test_a_sentence_before_its_source_and_cue_is_a_statement():
    text = "The bomb hit the hall at noon, Gov. Ann Poe wrote on Telegram."
    found = read(text, {"wrote": "Gov. Ann Poe"}, source=["Gov. Ann Poe"], cue=["wrote"])
    assert found == [("Gov. Ann Poe", "wrote", "The bomb hit the hall at noon", Kind.INDIRECT)]


def test_two_speakers_taken_for_one_are_two():
    text = "Van Hout said she was “sad.” Her office gave back the gift, a spokesman, Ian Lo, noted."
    text = text.replace("noted", "added")
    content = "she was “sad.” Her office gave back the gift, a spokesman, Ian Lo"
    links = {content: "said", "said": "Van Hout", "added": "Van Hout"}
    found = read(text, links, source=["Van Hout"], cue=["said", "added"], content=[content])
    assert found == [
        ("Van Hout", "said", "she was “sad.”", Kind.MIXED),
        ("a spokesman, Ian Lo", "added", "Her office gave back the gift", Kind.INDIRECT),
    ]


def test_an_opening_before_a_source_is_no_content():
    text = "On Friday, as the shares were falling, Poe wrote."
    assert read(text, {"wrote": "Poe"}, source=["Poe"], cue=["wrote"]) == []


def test_nothing_before_a_source_is_no_content():
    assert read(", Ann Poe, wrote.", {}, cue=["wrote"]) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“It rains,” the union wrote.", "the union", "wrote", "“It rains,”"),
        ("It praised Lee: “It rains,” the union wrote.", "the union", "wrote", "“It rains,”"),
        ("Poe replied as one would: it is only water.", "Poe", "replied", "it is only water"),
        (
            "But as Poe observed, with rain like this “who can stay?”",
            "Poe", "observed", "with rain like this “who can stay?”",
        ),
        ("Lo asked Poe to open the dam. Poe refused.", "Poe", "refused", "to open the dam"),
        ("Lo asked whether it leaks. Poe wouldn't say.", "Poe", "wouldn't say", "whether it leaks"),
    ],
)  # fmt: skip
def test_the_form_of_a_sentence_tells_what_its_cue_says(text, source, cue, content):
    start = text.index(cue)
    source = Span(text.rindex("Poe" if "Poe" in text else source, 0, start), start - 1)
    marks = (
        Mark(role=Role.SOURCE, span=source, probability=0.9),
        Mark(role=Role.CUE, span=Span(start, start + len(cue)), probability=0.9),
    )
    links = (Link(asking=1, asked=0, probability=0.9),)
    tagging = Tagging(marks=marks, calibration=Calibration(), links=links)
    article = Article(text=text)
    found = statements(article, tagging, MADE_BY)
    assert [article.words(one.content) for one in found] == [content]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("They wore “gift items,” the union wrote.", "the union", "wrote"),
        ("It rained. Poe refused.", "Poe", "refused"),
        ("As Poe observed the rain, Lo sat down.", "Poe", "observed"),
    ],
)
def test_other_forms_tell_nothing(text, source, cue):
    assert read(text, {cue: source}, source=[source], cue=[cue]) == []
