"""What the outlet tells itself is no statement: plans, deeds, titles, labels."""

import pytest
from by_hand import MADE_BY
from marked import marks_of, place, read

from onrecord import Article
from onrecord.extract import statements
from onrecord.tagger import Calibration, Link, Name, NameKind, Tagging


def _expected(text, content, name):
    marks = marks_of(text, cue=["is expected"], content=content)
    cue = next(i for i, mark in enumerate(marks) if text[mark.span.start :].startswith("is exp"))
    contents = [i for i in range(len(marks)) if i != cue]
    tagging = Tagging(
        marks=marks,
        calibration=Calibration(),
        links=tuple(Link(asking=i, asked=cue, probability=0.9) for i in contents),
        names=(Name(span=place(text, name), kind=NameKind.PERSON, probability=0.9),),
    )
    return statements(Article(text=text), tagging, MADE_BY)


def test_what_a_person_is_expected_to_do_is_no_statement():
    text = "Health Minister Ann Poe is expected to visit Larn on Saturday."
    assert not _expected(text, ["Health Minister Ann Poe", "to visit Larn on Saturday"], "Ann Poe")


def test_what_is_expected_to_come_about_is_a_statement():
    text = "Ann Poe is expected to win the seat."
    assert _expected(text, ["Ann Poe", "to win the seat"], "Ann Poe")
    text = "Ann Poe is expected to announce a run."
    assert _expected(text, ["Ann Poe", "to announce a run"], "Ann Poe")
    text = "Ann Poe's plan is expected to meet resistance."
    assert _expected(text, ["Ann Poe's plan", "to meet resistance"], "Ann Poe")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("They are scheduled to vote on it.", "They", "are scheduled to vote on", "it"),
        ("He offered no evidence for the claim.", "He", "offered no evidence for", "the claim"),
        ("Residents tell a different story.", "Residents", "tell", "a different story"),
        ("The board had not yet announced a date.", "The board", "had not yet announced", "a date"),
        ("Lee said it. CLAIM: Both are false.", "Lee", "CLAIM:", "Both are false"),
        ("A draft seen by the Gazette", "the Gazette", "seen", "A draft"),
        ("It is less than the sum Lee cited, but near.", "Lee", "cited", "It is less than the sum"),
        ("That said, Lee rests.", "Lee", "said", "That"),
        ("Ann Poe: Court drops case\nIt did.", "Ann Poe", ":", "Court drops case"),
        ("They took up the bill, titled “Roads.”", "They", "titled", "“Roads.”"),
        ("Lee toured under the slogan “Onward.”", "Lee", "under the slogan", "“Onward.”"),
    ],
)  # fmt: skip
def test_the_outlets_own_words_are_no_statement(text, source, cue, content):
    links = {content: cue, cue: source}
    assert read(text, links, source=[source], cue=[cue], content=[content]) == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Shares are listed on the exchange.", "are listed", "Shares"),
        ("They met over proposed laws that harm Larn.", "proposed", "laws that harm Larn"),
        ("The hall confirms the wit of its maker.", "confirms", "the wit of its maker"),
    ],
)
def test_status_participle_and_proof_are_no_statements(text, cue, content):
    assert read(text, {content: cue}, cue=[cue], content=[content]) == []


def test_who_confirms_that_something_is_so_is_kept():
    text = "It confirms that the shop will close."
    links = {"that the shop will close": "confirms", "confirms": "It"}
    assert read(text, links, source=["It"], cue=["confirms"], content=["that the shop will close"])


def test_a_work_that_names_itself_is_kept():
    text = "The speech titled “Safe Roads” was long."
    links = {"“Safe Roads”": "titled", "titled": "The speech"}
    assert read(text, links, source=["The speech"], cue=["titled"], content=["“Safe Roads”"])


@pytest.mark.parametrize("deed", ["was refused", "was appointed", "is seen"])
def test_what_is_done_to_a_subject_is_no_statement(deed):
    text = f"Leave to appeal {deed}."
    assert not read(text, {"Leave to appeal": deed}, cue=[deed], content=["Leave to appeal"])


def test_what_is_put_into_words_is_kept_without_a_source():
    text = "The deal was announced."
    assert read(text, {"The deal": "was announced"}, cue=["was announced"], content=["The deal"])


def test_a_place_before_a_colon_opens_the_article_and_says_nothing():
    words = "The war of words between the two parties went on " + "and on " * 12 + "."
    links = {words[:-1].strip(): ":", ":": "LARN"}
    text = f"LARN: {words}\n\nIt rained."
    content = [words[:-1].strip()]
    assert read(text, links, source=["LARN"], cue=[":"], content=content) == []


def test_proof_that_nobody_offered_is_no_statement_wherever_it_is_cut():
    text = "He offered no evidence for the claim."
    for cue in ("offered", "offered no evidence"):
        content = text.removeprefix(f"He {cue} ").removesuffix(".")
        links = {content: cue, cue: "He"}
        assert read(text, links, source=["He"], cue=[cue], content=[content]) == []
