"""Whom somebody is asked to do something for, or by: a part of what was said."""

import pytest
from by_hand import one
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article
from onrecord.resolve.how.urged import urged_in


def urged(text, **roles):
    article, found = one(text, **roles)
    span = urged_in(article, found)
    return None if span is None else article[span]


@pytest.mark.parametrize(
    ("cue", "content", "who"),
    [
        ("urged", "members to vote", "members"),
        ("urged", "Beijing to stop", "Beijing"),
        ("told", "her staff never to speak of it", "her staff"),
        ("asked", "other towns not approach the bridge", "other towns"),
        ("requested", "support and pumps from other fire departments", "other fire departments"),
        ("called for", "all members of the club to pay more", "all members of the club"),
        ("called on", "councils, churches and mayors to help", "councils, churches and mayors"),
        ("said", "I ask all the mayors of the world to come", "all the mayors of the world"),
        ("said", "we are urging our neighbours to stay in", "our neighbours"),
        ("asked", "whether the bridge was to close", None),
        ("asked", "why the council was not told", None),
        ("warned", "the fire was not out", None),
        ("wants", "the club to withdraw from the league", None),
        ("requested", "a copy of the letter", None),
        ("said", "it had to close", None),
        ("said", "I ask you to come", None),
    ],
)
def test_object_of_the_request_is_who_it_is_made_to(cue, content, who):
    assert urged(f"Lee {cue} {content}.", source="Lee", cue=cue, content=content) == who


def test_subject_of_a_passive_is_who_was_told():
    text = "Residents were told to leave."
    assert urged(text, cue="were told", content=["Residents", "to leave"]) == "Residents"


WORDS = ["I", "ask", "to", "call", "on", "for", "from", "the", "Lee", "not", ",", "towns"]


@given(words=st.lists(st.sampled_from(WORDS)))
def test_what_is_found_is_inside_the_content(words):
    content = " ".join(["it", *words])
    article = Article(text=f"Lee called on {content}.")
    _, found = one(article.text, source="Lee", cue="called on", content=content)
    span = urged_in(article, found)
    assert span is None or span in found.content[0]
