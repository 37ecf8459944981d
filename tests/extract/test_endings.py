"""A sentence that ends with who said it is said whole."""

import pytest
from marked import read


def found(text, source, cue, content):
    links = {content: cue, cue: source}
    roles = {"source": [source], "cue": [cue], "content": [content]}
    return [one[:3] for one in read(text, links, **roles)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "whole"),
    [
        (
            "While rain fell on Larn, the roads were open, a guard said.",
            "a guard", "said", "the roads were open",
            "While rain fell on Larn, the roads were open",
        ),
        (
            "The line opened a stop in Larn, its owners announced Monday in Sudby.",
            "its owners", "announced", "a stop in Larn",
            "The line opened a stop in Larn",
        ),
        (
            "However, the roads were open, a guard said.",
            "a guard", "said", "the roads were open", "the roads were open",
        ),
    ],
)  # fmt: skip
def test_content_begins_with_its_sentence(text, source, cue, content, whole):
    assert found(text, source, cue, content) == [(source, cue, whole)]


@pytest.mark.parametrize(
    ("ending", "who"),
    [
        ("a second person briefed on the call said.", "a second person briefed on the call"),
        ("the Larn Water Office said in a statement.", "the Larn Water Office"),
        ("said Larn Watch on Tuesday, May 4.", "Larn Watch"),
    ],
)
def test_missed_attribution_holds_the_one_inside(ending, who):
    inner = ("Lee", "said", "he would leave the town")
    text = f"Afterward, Lee said he would leave the town, {ending}"
    everything = "Afterward, Lee said he would leave the town"
    assert found(text, *inner) == [(who, "said", everything), inner]


@pytest.mark.parametrize(
    "ending",
    ["which was not what the mayor said.", "and he said.", "as police have said."],
)
def test_clause_that_only_ends_so_attributes_nothing(ending):
    inner = ("Lee", "said", "he would leave the town")
    text = f"Afterward, Lee said he would leave the town, {ending}"
    assert found(text, *inner) == [inner]


def test_quotation_that_is_announced_stays_apart():
    text = "The letter named what Lee saw: “Rain,” the union wrote."
    assert found(text, "Lee", "saw", "what") in ([], [("Lee", "saw", "what")])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Lee left the deal, which costs ten a day, according to the union.",
            "which costs ten a day",
        ),
        (
            "The roads are open and the deal cut costs to ten, according to the union, compared "
            "with its rival, at nine.",
            "the deal cut costs to ten",
        ),
    ],
)
def test_clause_or_figure_of_its_own_stays_as_it_is(text, content):
    assert found(text, "the union", "according to", content) == [
        ("the union", "according to", content)
    ]
