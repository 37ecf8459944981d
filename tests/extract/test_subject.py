"""Who stands before a cue as its subject is its source."""

import pytest
from by_hand import MADE_BY
from marked import marks_of, place, read

from onrecord import Article, Kind
from onrecord.extract import statements
from onrecord.tagger import Calibration, Link, Name, NameKind, Tagging


def test_subject_with_a_clause_is_the_source_and_no_content():
    text = "The council's chair, held this month by Larn, said that members had met."
    links = {"The council's chair": "said", "that members had met": "said"}
    found = read(text, links, cue=["said"], content=["The council's chair", "that members had met"])
    source = "The council's chair, held this month by Larn"
    assert found == [(source, "said", "that members had met", Kind.INDIRECT)]


def test_subject_of_the_sentence_goes_before_somebody_in_the_last():
    text = "Poe left. The minutes, published in April, noted that some members met."
    links = {"that some members met": "noted", "noted": "Poe"}
    found = read(text, links, source=["Poe"], cue=["noted"], content=["that some members met"])
    assert found[0][0] == "The minutes, published in April"


def test_an_opening_is_no_source():
    text = "On Friday a day of rain said that it was over."
    links = {"that it was over": "said"}
    assert read(text, links, cue=["said"], content=["that it was over"])[0][0] == ""


def test_a_name_after_a_quotation_and_its_cue_is_the_source():
    text = "“Where is the army?” asked Ann Poe, a farmer."
    marks = marks_of(text, cue=["asked"], content=["“Where is the army?”"])
    tagging = Tagging(
        marks=marks,
        calibration=Calibration(),
        links=(Link(asking=0, asked=1, probability=0.9),),
        names=(Name(span=place(text, "Ann Poe"), kind=NameKind.PERSON, probability=0.9),),
    )
    article = Article(text=text)
    found = statements(article, tagging, MADE_BY)
    assert [article.words(one.source) for one in found] == ["Ann Poe"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        (
            "Poe left the city and angrily ordered the gates shut.",
            "angrily ordered",
            "the gates shut",
            "Poe",
        ),
        (
            "In two posts, Poe seemed glad, writing that it rained.",
            "writing",
            "that it rained",
            "Poe",
        ),
        ("Poe met the man who left, writing that it rained.", "writing", "that it rained", ""),
        (
            "The plan was dismissed by other farmers on Friday.",
            "was dismissed",
            "The plan",
            "other farmers",
        ),
        ("The plan was dismissed by mistake.", "was dismissed", "The plan", ""),
    ],
)
def test_further_verbs_have_the_subject_and_passives_their_agent(text, cue, content, source):
    marks = marks_of(text, cue=[cue], content=[content])
    at = [mark.span == place(text, cue) for mark in marks].index(True)
    tagging = Tagging(
        marks=marks,
        calibration=Calibration(),
        links=(Link(asking=1 - at, asked=at, probability=0.9),),
        names=(Name(span=place(text, "Poe"), kind=NameKind.PERSON, probability=0.9),)
        if "Poe" in text
        else (),
    )
    article = Article(text=text)
    found = statements(article, tagging, MADE_BY)
    assert [article.words(one.source) for one in found] == [source]


def test_an_agent_within_a_content_is_none_of_its_words():
    text = "The chair has been called a fraud by other farmers for its rules."
    content = "a fraud by other farmers for its rules"
    found = read(text, {content: "has been called"}, cue=["has been called"], content=[content])
    assert found[0][0] == "other farmers"
    assert "farmers" not in found[0][2]
