"""What opens a sentence before its source and cue, and what its end explains."""

import pytest
from marked import read


def contents(text, links, **roles):
    return [one[2] for one in read(text, links, **roles)]


def test_what_the_speaker_does_is_not_said():
    text = "Trying to be heard, Lee said, “Sit down.”"
    doing, said = "Trying to be heard", "“Sit down.”"
    links = {doing: "said,", said: "said,", "said,": "Lee"}
    assert contents(text, links, source=["Lee"], cue=["said,"], content=[doing, said]) == [said]


@pytest.mark.parametrize("opening", ["Building the dam would cost a lot", "Nothing in it is new"])
def test_what_opens_with_a_deed_and_has_a_verb_is_said(opening):
    text = f"{opening}, Lee said, “and nobody wants it.”"
    said = "“and nobody wants it.”"
    links = {opening: "said,", said: "said,", "said,": "Lee"}
    found = contents(text, links, source=["Lee"], cue=["said,"], content=[opening, said])
    assert found == [f"{opening} … {said}"]


def test_a_verb_alone_gets_the_subject_before_its_source():
    text = "The nearest town the study said was flooded. It rains."
    links = {"was flooded": "said", "said": "the study"}
    found = contents(text, links, source=["the study"], cue=["said"], content=["was flooded"])
    assert found == ["The nearest town … was flooded"]


def test_a_verb_alone_gets_what_before_its_source():
    text = "It rained, amounting to what Lee said was a flood."
    links = {"was a flood": "said", "said": "Lee"}
    found = contents(text, links, source=["Lee"], cue=["said"], content=["was a flood"])
    assert found == ["what … was a flood"]


def test_the_object_of_another_verb_is_no_subject():
    text = "He fired a gun Lee said was stolen."
    links = {"was stolen": "said", "said": "Lee"}
    found = contents(text, links, source=["Lee"], cue=["said"], content=["was stolen"])
    assert found == ["was stolen"]


def test_an_explanation_gives_way_to_what_it_explains():
    text = "The dam is a sieve, Lee said, a reference to its holes."
    gloss = "a reference to its holes"
    links = {gloss: "said", "said": "Lee"}
    found = contents(text, links, source=["Lee"], cue=["said"], content=[gloss])
    assert found == ["The dam is a sieve"]


def test_a_clause_before_who_said_it_and_a_colon_is_said_too():
    text = "Rain will fall at noon, Lee said: “I feel it.”"
    links = {"“I feel it.”": "said", "said": "Lee"}
    found = read(text, links, source=["Lee"], cue=["said"], content=["“I feel it.”"])
    assert [one[2] for one in found] == ["Rain will fall at noon … “I feel it.”"]


def test_an_opening_before_who_said_it_and_a_colon_is_not_said():
    text = "As the rain was falling, Lee said: “I feel it.”"
    links = {"“I feel it.”": "said", "said": "Lee"}
    found = read(text, links, source=["Lee"], cue=["said"], content=["“I feel it.”"])
    assert [one[2] for one in found] == ["“I feel it.”"]


def test_a_noun_that_takes_up_the_sentence_is_the_subject_of_what_is_said():
    text = "Poe spoke of the gifts -- meddling Lee said is meant to hurt."
    links = {"is meant to hurt": "said", "said": "Lee"}
    found = read(text, links, source=["Lee"], cue=["said"], content=["is meant to hurt"])
    assert [one[2] for one in found] == ["meddling … is meant to hurt"]
