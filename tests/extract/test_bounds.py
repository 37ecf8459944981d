"""Where a content begins and ends."""

import pytest
from marked import read


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "left"),
    [
        ("His call for rain was defeated.", "His", "call for", "rain was defeated", "rain"),
        (
            "Poe asked whether it was good, and I took it down.",
            "Poe", "asked", "whether it was good, and I took it down", "whether it was good",
        ),
        (
            "The one wing is demanding a vote and the latter calling it a farce.",
            "The one wing", "is demanding", "a vote and the latter calling it a farce", "a vote",
        ),
        (
            "LARN, Utopia (CP) — A bomb fell on Friday, Poe said.",
            "Poe", "said", "LARN, Utopia (CP) — A bomb fell on Friday", "A bomb fell on Friday",
        ),
        (
            "Poe posted a picture with the caption “New start”.",
            "Poe", "posted", "a picture with the caption “New start”", "“New start”",
        ),
    ],
)  # fmt: skip
def test_content_ends_where_its_source_does(text, source, cue, content, left):
    links = {content: cue, cue: source}
    found = read(text, links, source=[source], cue=[cue], content=[content])
    assert [one[2] for one in found] == [left]


def test_what_a_comma_sets_off_after_according_to_belongs_to_the_source():
    text = "According to Ann Poe, who runs a fund in Larn, competition is strong."
    content = "who runs a fund in Larn, competition is strong"
    links = {content: "According to", "According to": "Ann Poe"}
    found = read(text, links, source=["Ann Poe"], cue=["According to"], content=[content])
    assert [one[0] for one in found] == ["Ann Poe, who runs a fund in Larn"]
    assert [one[2] for one in found] == ["competition is strong"]


def test_next_deed_of_a_source_is_a_statement_of_its_own():
    text = "Poe said that the findings were serious and sought a public inquiry."
    content = "that the findings were serious and sought a public inquiry"
    links = {content: "said", "said": "Poe"}
    found = read(text, links, source=["Poe"], cue=["said"], content=[content])
    assert [one[:3] for one in found] == [
        ("Poe", "said", "that the findings were serious"),
        ("Poe", "sought", "a public inquiry"),
    ]


def test_next_deed_of_somebody_told_of_stays_in_the_content():
    text = "Poe said he had rung the mayor and urged him to go."
    content = "he had rung the mayor and urged him to go"
    links = {content: "said", "said": "Poe"}
    found = read(text, links, source=["Poe"], cue=["said"], content=[content])
    assert [one[2] for one in found] == [content]


def test_what_comes_before_since_is_no_content():
    text = "Rumors have swirled since Ann Poe hinted that she had one more film in her."
    links = {
        "Rumors": "hinted",
        "that she had one more film in her": "hinted",
        "hinted": "Ann Poe",
    }
    content = ["Rumors", "that she had one more film in her"]
    found = read(text, links, source=["Ann Poe"], cue=["hinted"], content=content)
    assert [one[2] for one in found] == ["that she had one more film in her"]


def test_a_cue_after_an_opening_is_the_cue():
    text = "The mission counts. In a report published July 9, it found that 219 people had died."
    content = "July 9, it found that 219 people had died"
    links = {content: "In a report published", "In a report published": "The mission"}
    found = read(
        text, links, source=["The mission"], cue=["In a report published"], content=[content]
    )
    assert [one[:3] for one in found] == [("it", "found", "that 219 people had died")]


def test_cue_and_source_have_clean_ends():
    text = "Another neighbor, who had seen it, replied: “They ran.”"
    links = {"“They ran.”": "replied:", "replied:": "Another neighbor, who"}
    found = read(
        text,
        links,
        source=["Another neighbor, who"],
        cue=["replied:"],
        content=["“They ran.”"],
    )
    assert [one[:2] for one in found] == [("Another neighbor", "replied")]


def test_a_sentence_in_the_middle_of_a_running_quotation_is_kept():
    text = 'Lee said: "They got nervous. Credit to them.\n\n"We had to go on."'
    links = {'"They got nervous': "said", '"We had to go on."': "said", "said": "Lee"}
    content = ['"They got nervous', '"We had to go on."']
    found = read(text, links, source=["Lee"], cue=["said"], content=content)
    assert [one[2] for one in found] == ['"They got nervous. Credit to them.\n\n"We had to go on."']


def test_what_opens_a_sentence_before_its_source_belongs_to_the_words_after():
    text = "Under the act of 2015, Poe explained, a buyer may return goods."
    links = {"a buyer may return goods": "explained", "explained": "Poe"}
    found = read(
        text, links, source=["Poe"], cue=["explained"], content=["a buyer may return goods"]
    )
    assert [one[2] for one in found] == ["Under the act of 2015 … a buyer may return goods"]


def test_an_opening_before_a_quotation_tells_where_it_was_said():
    text = "In a long statement, he said, “Rain again.”"
    links = {"“Rain again.”": "said", "said": "he"}
    found = read(text, links, source=["he"], cue=["said"], content=["“Rain again.”"])
    assert [one[2] for one in found] == ["“Rain again.”"]


def test_a_next_deed_without_words_is_cut_off_and_no_statement():
    text = "Poe said that it was grave and sought"
    content = "that it was grave and sought"
    found = read(
        text, {content: "said", "said": "Poe"}, source=["Poe"], cue=["said"], content=[content]
    )
    assert [one[2] for one in found] == ["that it was grave"]


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("Ann Poe in the firm’s news release", "Ann Poe"),
        ("Ann Poe, in a case study published Monday in the journal Rain", "Ann Poe"),
        ("Poe of Larn, Utopia, in an email to staff", "Poe of Larn, Utopia"),
        ("people in the study", "people in the study"),
        ("the head of Larn in Utopia", "the head of Larn in Utopia"),
    ],
)
def test_source_ends_before_what_it_was_said_in(source, left):
    text = f"{source} said it would rain."
    links = {"it would rain": "said", "said": source}
    found = read(text, links, source=[source], cue=["said"], content=["it would rain"])
    assert [one[0] for one in found] == [left]


def test_what_a_claim_is_held_against_is_the_reporters():
    text = "Contrary to his claim that it rained, there was dust for weeks."
    said = "that it rained, there was dust for weeks"
    found = read(
        text, {said: "claim", "claim": "his"}, source=["his"], cue=["claim"], content=[said]
    )
    assert [one[2] for one in found] == ["that it rained"]


def test_a_second_dash_ends_what_the_first_opened():
    text = "Lee — even as he says that it is dry — has sold the dam."
    said = "that it is dry — has sold the dam"
    found = read(text, {said: "says", "says": "he"}, source=["he"], cue=["says"], content=[said])
    assert [one[2] for one in found] == ["that it is dry"]


def test_a_single_dash_ends_nothing():
    text = "Lee says that the dam — has anyone seen it? — leaks."
    said = "that the dam — has anyone seen it? — leaks"
    found = read(text, {said: "says", "says": "Lee"}, source=["Lee"], cue=["says"], content=[said])
    assert found[0][2].startswith("that the dam — has")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("it “a sieve”, a reference to the dam by the sea", "it “a sieve”"),
        ("it “a sieve,” an apparent nod to the dam", "it “a sieve,”"),
        ("the statue, a nod to the war, too large", "the statue, a nod to the war, too large"),
    ],
)
def test_what_a_reference_explains_is_the_reporters(said, left):
    found = read(
        f"Lee called {said}.",
        {said: "called", "called": "Lee"},
        source=["Lee"],
        cue=["called"],
        content=[said],
    )
    assert [one[2] for one in found] == [left]


@pytest.mark.parametrize(
    ("cue", "said", "rest"),
    [
        ("conclusion", "that the dam should hold for years", "is not widely shared"),
        ("tweets announcing", "the sale of the old dam", "shocked the town"),
        ("call", "to give the old dam away", "has raised questions"),
    ],
)
def test_somebodys_noun_says_nothing_of_what_is_told_of_it(cue, said, rest):
    text = f"Lee's {cue} {said} {rest}."
    links = {f"{said} {rest}": cue, cue: "Lee's"}
    found = read(text, links, source=["Lee's"], cue=[cue], content=[f"{said} {rest}"])
    assert [one[2] for one in found] == [said]


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("claim", "that the dam had been built by hand"),
        ("claim", "that those who live near the dam are rich"),
        ("admission", "the dam is far older than the town"),
    ],
)
def test_somebodys_noun_keeps_its_clause(cue, said):
    text = f"Lee's {cue} {said}."
    found = read(text, {said: cue, cue: "Lee's"}, source=["Lee's"], cue=[cue], content=[said])
    assert [one[2] for one in found] == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Lee asked the crowd to greet Poe - “my friend.”",
            "the crowd to greet Poe - “my friend.”",
        ),
        ("Lee asked Poe, who came to greet him: “Why?”", "“Why?”"),
    ],
)
def test_a_request_begins_with_who_is_to_do_it(text, said):
    quoted = text[text.index("“") :]
    links = {quoted: "asked", "asked": "Lee"}
    found = read(text, links, source=["Lee"], cue=["asked"], content=[quoted])
    assert [one[2] for one in found] == [said]


def test_what_a_source_added_behind_a_comma_is_a_statement_of_its_own():
    text = "Poe said the closed dam will leak, and added it will cost a lot."
    content = "the closed dam will leak, and added it will cost a lot"
    found = read(
        text, {content: "said", "said": "Poe"}, source=["Poe"], cue=["said"], content=[content]
    )
    assert [one[1:3] for one in found] == [
        ("said", "the closed dam will leak"),
        ("added", "it will cost a lot"),
    ]


def test_a_clause_put_in_between_dashes_ends_at_the_second():
    text = "One of the men -- Poe said he saw three -- had left."
    content = "he saw three -- had left"
    found = read(
        text, {content: "said", "said": "Poe"}, source=["Poe"], cue=["said"], content=[content]
    )
    assert [one[2] for one in found] == ["he saw three"]
