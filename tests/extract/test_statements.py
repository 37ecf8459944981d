"""Marks become statements: pairing, running quotations, clean edges, kinds.

The marks are given by hand here, so that each rule is seen alone; how well the
network marks is the gate's affair.
"""

import pytest
from by_hand import MADE_BY
from marked import marks_of, read

from onrecord import Article, Kind
from onrecord.extract import statements
from onrecord.tagger import Calibration, Link, Tagging


def test_two_halves_of_a_quotation_are_one_statement():
    text = "“It rains,” she said. “It pours.”"
    links = {"“It rains,”": "said", "“It pours.”": "said", "said": "she"}
    found = read(text, links, source=["she"], cue=["said"], content=["“It rains,”", "“It pours.”"])
    assert found == [("she", "said", "“It rains,” … “It pours.”", Kind.DIRECT)]


def test_statement_without_source_has_none():
    text = "It was said that rain would come."
    links = {"that rain would come": "was said", "was said": None}
    found = read(text, links, cue=["was said"], content=["that rain would come"])
    assert found == [("", "was said", "that rain would come", Kind.INDIRECT)]


def test_cue_without_content_is_no_statement():
    assert read("He spoke.", {"spoke": "He"}, source=["He"], cue=["spoke"]) == []


def test_bare_quotation_stands_alone():
    text = "“Rain again.”"
    assert read(text, {}, content=[text]) == [("", "", text, Kind.DIRECT)]


def test_words_without_cue_or_marks_are_dropped():
    assert read("Rain again.", {}, content=["Rain again"]) == []


def test_running_quotation_is_one_content_over_paragraphs():
    text = "“It rains,” she said. “It pours.\n\n“It never stops.”\n\nHe said no."
    links = {
        "“It rains,”": "said",
        "“It pours.": "said",
        "“It never stops.”": None,
        "said": "she",
    }
    found = read(
        text,
        links,
        source=["she"],
        cue=["said"],
        content=["“It rains,”", "“It pours.", "“It never stops.”"],
    )
    assert found == [("she", "said", "“It rains,” … “It pours.\n\n“It never stops.”", Kind.DIRECT)]


def test_running_quotation_goes_on_where_the_network_saw_nothing():
    text = "She said, “It pours.\n\n“It never stops.”"
    found = read(
        text,
        {"“It pours.": "said", "said": "She"},
        source=["She"],
        cue=["said"],
        content=["“It pours."],
    )
    assert found == [("She", "said", "“It pours.\n\n“It never stops.”", Kind.DIRECT)]


def test_quotation_stays_with_its_own_paragraphs_speaker():
    """A closing quotation once went to the next paragraph's speaker."""
    text = "“One,” Ann said. “Two.”\n\nBob added, “Three.”"
    marks = marks_of(
        text,
        source=["Ann", "Bob"],
        cue=["said", "added"],
        content=["“One,”", "“Two.”", "“Three.”"],
    )
    # In order: “One,” 0, Ann 1, said 2, “Two.” 3, Bob 4, added 5, “Three.” 6.
    links = (
        Link(asking=0, asked=2, probability=0.9),
        Link(asking=2, asked=1, probability=0.9),
        Link(asking=3, asked=5, probability=0.6),
        Link(asking=3, asked=2, probability=0.4),
        Link(asking=5, asked=4, probability=0.9),
        Link(asking=6, asked=5, probability=0.9),
    )
    article = Article(text=text)
    found = statements(
        article, Tagging(marks=marks, links=links, calibration=Calibration()), MADE_BY
    )
    assert [article.words(one.content) for one in found] == ["“One,” … “Two.”", "“Three.”"]


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("He said “It rains.”", "It rains", "“It rains.”"),
        ("He said that, it rains,", "that, it rains,", "that, it rains"),
        ("He said it lay in the U.S.", "it lay in the U.S.", "it lay in the U.S."),
        ("He said it rains.", " it rains.", "it rains"),
        ("He said: “It rains.” As of noon it did.", "“It rains.” As of noon it did", "“It rains.”"),
        ("He said: “It rains” in Spain.", "“It rains” in Spain", "“It rains” in Spain"),
    ],
)
def test_edges_are_clean(text, marked, expected):
    found = read(
        text, {marked: "said", "said": "He"}, source=["He"], cue=["said"], content=[marked]
    )
    assert found[0][2] == expected


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“It rains.”", Kind.DIRECT),
        ("it “rains”", Kind.MIXED),
        ("it rains", Kind.INDIRECT),
        ("‘It rains here.’", Kind.DIRECT),
    ],
)
def test_kind_follows_from_quotation_marks(content, kind):
    text = f"He said {content} again"
    found = read(
        text, {content: "said", "said": "He"}, source=["He"], cue=["said"], content=[content]
    )
    assert found[0][3] is kind


def test_quotation_after_narration_is_not_given_to_the_paragraph_before():
    """ "His manager was furious. “It's a disgrace.”" once went to the speaker above."""
    text = "“I stay,” Ann said.\n\nHer rival Bob was furious. “It is a disgrace.”"
    links = {"“I stay,”": "said", "“It is a disgrace.”": "said", "said": "Ann"}
    found = read(
        text, links, source=["Ann"], cue=["said"], content=["“I stay,”", "“It is a disgrace.”"]
    )
    assert [(one[0], one[2]) for one in found] == [
        ("Ann", "“I stay,”"),
        ("", "“It is a disgrace.”"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rain again.\n\nIt pours, she said.",
        "“Rain again.”\n\nNobody came.\n\nIt pours, she said.",
    ],
)
def test_words_are_not_given_to_a_speaker_farther_down(text):
    first = text.partition("\n")[0]
    links = {first: "said", "It pours": "said", "said": "she"}
    found = read(text, links, source=["she"], cue=["said"], content=[first, "It pours"])
    assert [one for one in found if one[0]] == [("she", "said", "It pours", Kind.INDIRECT)]


def test_quotation_announced_by_the_next_paragraph_is_its_speakers():
    text = "“Rain again.”\n\nThat is what she said."
    links = {"“Rain again.”": "said", "said": "she"}
    found = read(text, links, source=["she"], cue=["said"], content=["“Rain again.”"])
    assert found == [("she", "said", "“Rain again.”", Kind.DIRECT)]


def test_statement_within_a_statement_is_found_when_it_is_plain():
    text = "Ann said Bob had told her that it rains."
    outer = marks_of(text, source=["Ann"], cue=["said"], content=[text[9:-1]])
    inner = Tagging(
        marks=marks_of(text, source=["Bob"], cue=["had told"], content=["that it rains"]),
        links=(
            Link(asking=2, asked=1, probability=1.0),
            Link(asking=1, asked=0, probability=1.0),
        ),
        calibration=Calibration(slope=1.0, offset=3.0),
    )
    tagging = Tagging(
        marks=outer,
        links=(
            Link(asking=2, asked=1, probability=1.0),
            Link(asking=1, asked=0, probability=1.0),
        ),
        calibration=Calibration(),
        inside=(inner,),
    )
    first, second = statements(Article(text=text), tagging, MADE_BY)
    assert (first.parent, second.parent) == (None, first.id)
    assert Article(text=text).words(second.source) == "Bob"


def test_a_sentence_before_the_one_with_the_cue_is_the_reporters():
    text = "Lee thought it unfair. “Two wasted days,” he said."
    contents = ["Lee thought it unfair", "“Two wasted days,”"]
    links = {contents[0]: "said", contents[1]: "said", "said": "he"}
    found = read(text, links, source=["he"], cue=["said"], content=contents)
    assert found == [("he", "said", "“Two wasted days,”", Kind.DIRECT)]


def test_a_sentence_before_in_one_piece_with_it_is_not_said_either():
    text = "All left, guards wrote. Few of them came back, Poe said."
    said = "All left, guards wrote. Few of them came back"
    found = read(text, {said: "said", "said": "Poe"}, source=["Poe"], cue=["said"], content=[said])
    assert ("Poe", "said", "Few of them came back") in [one[:3] for one in found]


def test_a_sentence_before_is_kept_where_nothing_else_was_said():
    text = "It rains. It pours, said Lee."
    links = {"It rains": "said", "said": "Lee"}
    found = read(text, links, source=["Lee"], cue=["said"], content=["It rains"])
    assert [one[2] for one in found] == ["It rains"]


def test_narration_between_two_halves_of_a_quotation_is_left_out():
    text = "“It rains,” Ann said, her words a false echo of Bob. “It pours.”"
    pieces = ["“It rains,”", "her words a false echo of Bob", "“It pours.”"]
    links = dict.fromkeys(pieces, "said") | {"said": "Ann"}
    found = read(text, links, source=["Ann"], cue=["said"], content=pieces)
    assert found == [("Ann", "said", "“It rains,” … “It pours.”", Kind.DIRECT)]


def test_inner_statement_outside_every_content_changes_nothing():
    """Inner ones once became parents of transcript lines, which were then left out."""
    text = "Q: Will it rain?\n\nA: It will.\n\nQ: When?\n\nA: Soon, Ann said."
    inner = Tagging(
        marks=marks_of(text, source=["Q"], cue=["Will"], content=[text[8:]]),
        links=(
            Link(asking=2, asked=1, probability=1.0),
            Link(asking=1, asked=0, probability=1.0),
        ),
        calibration=Calibration(offset=3.0),
    )
    tagging = Tagging(marks=(), links=(), calibration=Calibration(), inside=(inner,))
    found = statements(Article(text=text), tagging, MADE_BY)
    assert [one.parent for one in found] == [None] * 4


def test_what_only_has_a_name_is_no_statement():
    text = "The region is also known as the Low Coast."
    links = {"the Low Coast": "is also known as", "is also known as": None}
    assert read(text, links, cue=["is also known as"], content=["the Low Coast"]) == []


@pytest.mark.parametrize(
    ("text", "content", "kept"),
    [
        (
            "Lee said that it would rain. Instead, it snowed.",
            ["that it would rain. Instead, it snowed"],
            "that it would rain",
        ),
        (
            "It would rain, Lee said. Snow fell in Larn.",
            ["It would rain", "Snow fell in Larn"],
            "It would rain",
        ),
        (
            "Lee said it would be “a wet day.” Snow fell instead.",
            ["it would be “a wet day.” Snow fell instead"],
            "it would be “a wet day.”",
        ),
        (
            "Lee said: It will rain. It will snow.",
            ["It will rain. It will snow"],
            "It will rain. It will snow",
        ),
        (
            "It would rain, Lee said. “Snow will fall.”",
            ["It would rain", "“Snow will fall.”"],
            "It would rain … “Snow will fall.”",
        ),
    ],
)
def test_next_sentence_is_the_reporters_unless_quoted_or_opened(text, content, kept):
    links = {**dict.fromkeys(content, "said"), "said": "Lee"}
    found = read(text, links, source=["Lee"], cue=["said"], content=content)
    assert [one[2] for one in found] == [kept]


@pytest.mark.parametrize("part", ["“It rains in Larn.", "Snow fell. Then it thawed.”"])
def test_quotation_is_whole_between_its_marks(part):
    text = "“It rains in Larn. Snow fell. Then it thawed.” Lee said so."
    found = read(text, {part: "said", "said": "Lee"}, source=["Lee"], cue=["said"], content=[part])
    assert [one[2] for one in found] == ["“It rains in Larn. Snow fell. Then it thawed.”"]


def test_not_a_one_is_nobody():
    links = {"the dam": "defended", "defended": "a one"}
    found = read("Not a one defended the dam.", links, **_one("a one", "defended", "the dam"))
    assert found[0][0] == "Not a one"


def test_not_stays_outside_of_other_sources():
    links = {"the dam": "defended", "defended": "Lee"}
    text = "It was not Lee defended the dam."
    assert read(text, links, **_one("Lee", "defended", "the dam"))[0][0] == "Lee"


def _one(source, cue, content):
    return {"source": [source], "cue": [cue], "content": [content]}


@pytest.mark.parametrize(("probability", "many"), [(0.9, 2), (0.6, 1)])
def test_partly_quoted_words_found_before_what_holds_them_stay(probability, many):
    text = "Lee told Poe he should “go out” at noon, the report said."
    marks = marks_of(
        text,
        source=["Lee", "the report"],
        cue=["told", "said"],
        content=["Lee told Poe he should “go out” at noon", "he should “go out” at noon"],
    )
    at = {text[mark.span.start : mark.span.end]: index for index, mark in enumerate(marks)}
    inner = at["he should “go out” at noon"]
    pairs = [
        (at["Lee told Poe he should “go out” at noon"], at["said"], 0.9),
        (at["said"], at["the report"], 0.9),
        (inner, at["told"], probability),
        (at["told"], at["Lee"], 0.9),
    ]
    links = tuple(Link(asking=one, asked=other, probability=p) for one, other, p in pairs)
    tagging = Tagging(marks=marks, calibration=Calibration(), links=links)
    assert len(statements(Article(text=text), tagging, MADE_BY)) == many


def test_who_denies_having_said_that_is_on_record():
    links = {"having said that": "denied", "denied": "Lee"}
    assert read("Lee denied having said that.", links, **_one("Lee", "denied", "having said that"))
