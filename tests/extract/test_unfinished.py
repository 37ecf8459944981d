"""What stops in the middle of its clause goes on to the end of its sentence."""

import pytest
from marked import read


@pytest.mark.parametrize(
    ("text", "stopped", "whole"),
    [
        (
            "Farmers said the vote, held in May, was lost by a few.",
            "the vote",
            "the vote, held in May, was lost by a few",
        ),
        (
            "Farmers said if it rains, the dam will leak.",
            "if it rains",
            "if it rains, the dam will leak",
        ),
        (
            "Farmers said that Messrs. Low and Poe sold “the lot” and left. It rains.",
            "Messrs",
            "Messrs. Low and Poe sold “the lot” and left",
        ),
        (
            "Farmers said the vote -- none of them had one -- was lost.",
            "the vote",
            "the vote -- none of them had one -- was lost",
        ),
        ("Farmers said the vote, held in May. It rained.", "the vote", "the vote"),
        ("Farmers said if it rains, and left.", "if it rains", "if it rains"),
    ],
)
def test_content_goes_on_to_the_end_of_its_clause(text, stopped, whole):
    links = {stopped: "said", "said": "Farmers"}
    found = read(text, links, source=["Farmers"], cue=["said"], content=[stopped])
    assert [one[2] for one in found] == [whole]


def test_what_the_source_does_next_is_no_part_of_it():
    text = "Farmers said if it rains, the dam will leak and warned that it is old."
    links = {
        "if it rains": "said",
        "said": "Farmers",
        "that it is old": "warned",
        "warned": "Farmers",
    }
    contents = ["if it rains", "that it is old"]
    found = read(text, links, source=["Farmers"], cue=["said", "warned"], content=contents)
    assert [one[2] for one in found] == ["if it rains, the dam will leak", "that it is old"]


def test_a_verb_of_the_same_source_in_the_rest_makes_no_statement_of_its_own():
    text = "Farmers said the vote, held in May, was aimed at the dam."
    links = {"the vote": "said", "said": "Farmers", "the dam": "was aimed at"}
    links["was aimed at"] = "Farmers"
    found = read(
        text,
        links,
        source=["Farmers"],
        cue=["said", "was aimed at"],
        content=["the vote", "the dam"],
    )
    assert [one[1:3] for one in found] == [("said", "the vote, held in May, was aimed at the dam")]


def test_what_is_told_to_be_hearsay_within_stays_apart():
    text = "Farmers said a guard, reportedly one Low, opened the dam."
    links = {"a guard": "said", "said": "Farmers", "one Low, opened the dam": "reportedly"}
    links["reportedly"] = "Farmers"
    contents = ["a guard", "one Low, opened the dam"]
    found = read(text, links, source=["Farmers"], cue=["said", "reportedly"], content=contents)
    assert [one[2] for one in found] == contents
