"""Quotations that stand beside a name are of whom it names."""

import pytest
from by_hand import MADE_BY
from marked import marks_of, place

from onrecord import Article
from onrecord.extract import statements
from onrecord.tagger import Calibration, Link, Name, NameKind, Tagging


def _read(text, names, links=(), **roles):
    marks = marks_of(text, **roles)
    at = {text[mark.span.start : mark.span.end]: index for index, mark in enumerate(marks)}
    tagging = Tagging(
        marks=marks,
        calibration=Calibration(),
        links=tuple(
            Link(asking=at[asking], asked=at[asked], probability=0.9)
            for asking, asked in dict(links).items()
        ),
        names=tuple(
            Name(span=place(text, name), kind=NameKind.PERSON, probability=0.9) for name in names
        ),
    )
    article = Article(text=text)
    return [
        (article.words(one.source), article.words(one.content))
        for one in statements(article, tagging, MADE_BY)
    ]


def test_a_quotation_that_nobody_has_is_whose_name_and_cue_follow_it():
    text = "“It rains,” Mr. Lee said to the crowd on Friday. “It will stop.”"
    assert _read(text, ["Lee"]) == [("Mr. Lee", "“It rains,” … “It will stop.”")]


@pytest.mark.parametrize(
    "text", ["They read “Rain” Lee said to the crowd.", "“It rains,” the aide to Lee said."]
)
def test_a_name_that_stands_elsewhere_has_no_quotation(text):
    assert _read(text, ["Lee"]) == []


def test_a_quotation_between_dashes_is_of_whom_the_name_before_names():
    text = "Many agree, among them Ann Lee -- “It rains a lot here” -- and Ian Lo."
    links = {"“It rains a lot here”": "agree", "agree": "Many"}
    found = _read(
        text,
        ["Ann Lee", "Ian Lo"],
        links,
        source=["Many"],
        cue=["agree"],
        content=["“It rains a lot here”"],
    )
    assert found == [("Ann Lee", "“It rains a lot here”")]
