"""What goes on behind "and" or "but" in the words of one speaker is one statement."""

import pytest
from marked import read


def _found(text, cues, contents):
    links = {**dict(zip(contents, cues, strict=True)), cues[0]: "Lee"}
    found = read(text, links, source=["Lee"], cue=cues, content=contents)
    return [(cue, content) for _, cue, content, _ in found]


@pytest.mark.parametrize(
    ("text", "cues", "contents"),
    [
        (
            "Lee said that she would not sell but would first ask who wanted it.",
            ["said", "would first ask"],
            ["that she would not sell", "who wanted it"],
        ),
        (
            "Lee said they could answer by leaving and saying it was late.",
            ["said", "saying"],
            ["they could answer by leaving", "it was late"],
        ),
        (
            "Lee called the vote and the call for a new one a farce.",
            ["called", "the call for"],
            ["the vote", "a new one a farce"],
        ),
    ],
)
def test_what_goes_on_in_parallel_is_one_statement(text, cues, contents):
    assert _found(text, cues, contents) == [(cues[0], text[text.index(contents[0]) : -1])]


@pytest.mark.parametrize(
    ("text", "cues", "contents"),
    [
        (
            "Lee said that it rained and would not say where.",
            ["said", "would not say"],
            ["that it rained", "where"],
        ),
        (
            "Lee said they were late and promised a boat.",
            ["said", "promised"],
            ["they were late", "a boat"],
        ),
    ],
)
def test_a_deed_of_its_own_stays_apart(text, cues, contents):
    links = {**dict(zip(contents, cues, strict=True)), **dict.fromkeys(cues, "Lee")}
    found = read(text, links, source=["Lee"], cue=cues, content=contents)
    assert [one[1] for one in found] == cues
