"""What a cue tells with what stands around it."""

import pytest
from by_hand import MADE_BY

from onrecord import Article, Kind, Span, Statement
from onrecord.extract.sense import sense_of


def _sense(text, source, cue, content):
    def span(words):
        start = text.index(words)
        return (Span(start, start + len(words)),)

    statement = Statement(
        id="st1_a",
        article_id="ar1_a",
        kind=Kind.INDIRECT,
        source=span(source),
        cue=span(cue),
        content=span(content),
        confidence=0.9,
        made_by=MADE_BY,
    )
    return sense_of(Article(text=text), statement)


@pytest.mark.parametrize(
    ("text", "hypothetical"),
    [
        ("There are other ways. Say Poe demanded a new vote.", True),
        ("If Poe demanded a new vote, we would hold one.", True),
        ("They say Poe demanded a new vote.", False),
        ("On Friday Poe demanded a new vote.", False),
    ],
)
def test_what_is_supposed_is_hypothetical(text, hypothetical):
    assert _sense(text, "Poe", "demanded", "a new vote").hypothetical is hypothetical


def test_not_one_of_them_is_nobody():
    assert _sense("Not a one defended the plan.", "a one", "defended", "the plan").negated


@pytest.mark.parametrize("source", ["Not all drivers", "all drivers"])
def test_what_not_all_say_is_negated(source):
    assert _sense("Not all drivers want a toll.", source, "want", "a toll").negated


def test_what_neither_of_two_says_is_negated():
    text = "Neither Ms. Lee nor Poe said it was safe."
    assert _sense(text, "Lee nor Poe", "said", "it was safe").negated


def test_what_all_say_is_not_negated():
    assert not _sense("Now all drivers want a toll.", "all drivers", "want", "a toll").negated


def test_what_was_not_said_until_a_day_was_said_then():
    text = "Poe did not mention until Monday that the mill was shut."
    assert not _sense(text, "Poe", "did not mention", "that the mill was shut").negated
