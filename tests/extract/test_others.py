"""Whose a question or a shout is, and which set phrases are no statements."""

import pytest
from marked import read

from onrecord import Kind


def test_who_is_asked_does_not_ask():
    text = "Pressed on reports that the dam leaked, Lee said it was safe."
    links = {
        "that the dam leaked": "Pressed on reports",
        "Pressed on reports": "Lee",
        "it was safe": "said",
        "said": "Lee",
    }
    found = read(
        text,
        links,
        source=["Lee"],
        cue=["Pressed on reports", "said"],
        content=["that the dam leaked", "it was safe"],
    )
    assert found == [
        ("", "Pressed on reports", "that the dam leaked", Kind.INDIRECT),
        ("Lee", "said", "it was safe", Kind.INDIRECT),
    ]


def test_who_asks_is_kept_after_by():
    text = "Asked by a student whether it was safe, Lee nodded."
    links = {"whether it was safe": "Asked", "Asked": "a student"}
    found = read(text, links, source=["a student"], cue=["Asked"], content=["whether it was safe"])
    assert [one[0] for one in found] == ["a student"]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "Lee sat down, to shouts of “Out!” from the balcony.",
            "“Out!” from the balcony",
            "the balcony",
        ),
        ("Lee sat down, to shouts of “Out!”", "“Out!”", ""),
    ],
)
def test_shouts_are_not_the_speakers(text, content, source):
    links = {content: "to shouts of", "to shouts of": "Lee"}
    found = read(text, links, source=["Lee"], cue=["to shouts of"], content=[content])
    assert found == [(source, "to shouts of", "“Out!”", Kind.DIRECT)]


def test_a_question_of_the_reporters_is_no_statement():
    text = "What would Lee say to those who lost? Lee said little."
    links = {"What": "say", "to those who lost": "say", "say": "Lee"}
    assert not read(text, links, source=["Lee"], cue=["say"], content=["What", "to those who lost"])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("A clerk, who asked not to be named, left.", "who", "asked", "not to be named"),
        (
            "Two aides, both of whom requested anonymity, left.",
            "both of whom",
            "requested",
            "anonymity",
        ),
        (
            "A woman who did not want to give her name left.",
            "who",
            "did not want",
            "to give her name",
        ),
        ("Call us, quoting reference 88/12.", "", "quoting", "reference 88/12"),
        ("The talks are expected to last a week.", "", "are expected", "to last a week"),
        ("There was a long dispute over who owned it.", "", "a long dispute over", "who owned it"),
        ("It was a ruling that left her in tears.", "", "a ruling", "that left her in tears"),
        ("She liked to say so.", "She", "liked", "to say"),
        ("The Gazette ran an interview with Lee.", "The Gazette", "ran", "an interview with Lee"),
    ],
)
def test_set_phrases_are_no_statements(text, source, cue, content):
    links = {content: cue, cue: source} if source else {content: cue}
    assert not read(text, links, source=[source] if source else [], cue=[cue], content=[content])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "She asked not to be named in the report.",
            "She",
            "asked",
            "not to be named in the report",
        ),
        ("Rain is expected to reach Kent.", "", "is expected", "to reach Kent"),
        ("There was a claim that it leaked.", "", "a claim", "that it leaked"),
    ],
)
def test_what_only_looks_like_a_set_phrase_is_kept(text, source, cue, content):
    links = {content: cue, cue: source} if source else {content: cue}
    assert read(text, links, source=[source] if source else [], cue=[cue], content=[content])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It rained. Acme did not immediately respond to a request for comment.",
            ("Acme", "did not immediately respond to", "a request for comment"),
        ),
        (
            "Vale, the firm’s owner, didn’t return calls on Monday.",
            ("Vale", "didn’t return", "calls"),
        ),
        (
            "Acme wouldn't identify the buyers.",
            ("Acme", "wouldn't identify", "the buyers"),
        ),
        (
            "The minister would not be drawn on the price.",
            ("The minister", "would not be drawn on", "the price"),
        ),
    ],
)
def test_who_did_not_answer_is_found_without_a_mark(text, expected):
    assert read(text, {}) == [(*expected, Kind.INDIRECT)]


def test_who_did_not_answer_is_found_once():
    text = "Acme did not respond to requests for comment."
    cue = "did not respond to"
    links = {"requests for comment": cue, cue: "Acme"}
    found = read(text, links, source=["Acme"], cue=[cue], content=["requests for comment"])
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    ["The engine did not respond to the controls.", "“Acme did not return my call,” he wrote."],
)
def test_only_requests_are_left_unanswered(text):
    assert not read(text, {})


@pytest.mark.parametrize("cue", ["was told", "was also asked", "had been warned"])
def test_who_was_told_is_no_source(cue):
    text = f"When she rang, she {cue} that the goods were late."
    links = {"that the goods were late": cue, cue: "she"}
    found = read(text, links, source=["she"], cue=[cue], content=["that the goods were late"])
    assert [one[0] for one in found] == [""]


def test_who_is_asked_between_commas_does_not_ask():
    text = "Her campaign, asked about the deaths of reporters, pointed to a speech."
    links = {"the deaths of reporters": "asked about", "asked about": "Her campaign"}
    found = read(
        text,
        links,
        source=["Her campaign"],
        cue=["asked about"],
        content=["the deaths of reporters"],
    )
    assert [one[0] for one in found] == [""]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "told"),
    [
        ("Poe spoke of his conviction for theft.", "his", "conviction for", "theft", ""),
        ("It was his conviction that it rained.", "his", "conviction", "that it rained", "his"),
        ("Poe's nomination of Lee came late.", "Poe's", "nomination of", "Lee", "Poe's"),
    ],
)
def test_whom_a_noun_tells_what_was_done_to_is_no_source(text, source, cue, content, told):
    links = {content: cue, cue: source}
    found = read(text, links, source=[source], cue=[cue], content=[content])
    assert [one[0] for one in found] == [told]
