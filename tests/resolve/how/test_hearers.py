"""Who hears the same speaker on, and who was told by the subject or the source."""

from dataclasses import replace

import pytest
from by_hand import one, statement

from onrecord import Article
from onrecord.resolve.how import settings
from onrecord.resolve.narration import Narration
from onrecord.types import Ground, Kind


def hearers(text, *roles):
    """Return the addressee of each statement of Lee's, None where there is none."""
    article = Article(text=text)
    made = [statement(article, source=who, cue=cue, content=what) for who, cue, what in roles]
    ways = settings(Narration(article, made, speakers=["lee"] * len(made)))
    return [way.addressee and article[way.addressee.span] for way in ways]


def how(text, **roles):
    article, found = one(text, **roles)
    way = settings(Narration(article, [found]))[0]
    return way.addressee and article[way.addressee.span]


RAIN = "It rained for days, and the river rose above its banks."
FIRST = ("Lee", "said", "it was over")


@pytest.mark.parametrize(
    ("first", "again", "to"),
    [
        ("in an interview with the Gazette", "in the interview", "the Gazette"),
        ("in an email to the board", "in his email", "the board"),
        ("in an interview with the Gazette", "in a blog post", None),
        ("in a speech to the board", "in a letter", None),
    ],
)
def test_an_interview_gone_back_to_has_the_same_hearers(first, again, to):
    text = f"Lee said {first} it was over.\n\n{RAIN}\n\nLee wrote {again} that all was well."
    assert hearers(text, FIRST, ("Lee", "wrote", "that all was well"))[1] == to


def test_hearers_of_a_lent_interview_are_known_by_context():
    text = f"Lee told the BBC it was over.\n\n{RAIN}\n\n{RAIN}\n\n“All of it,” Lee said."
    article = Article(text=text)
    first = statement(article, source="Lee", cue="told", content="it was over")
    last = statement(article, source="Lee", cue="said", content="“All of it,”")
    last = replace(last, kind=Kind.DIRECT)
    way = settings(Narration(article, [first, last], speakers=["lee", "lee"]))[1]
    assert (article[way.addressee.span], way.addressee.ground) == ("the BBC", Ground.CONTEXT)


def test_who_is_urged_is_not_told_the_next():
    text = "Lee urged the council to act and added that it was late."
    first = ("Lee", "urged", "the council to act")
    assert hearers(text, first, ("Lee", "added", "it was late")) == ["the council", None]


@pytest.mark.parametrize(
    ("rest", "to"),
    [
        ("in an Apex interview", "Apex"),
        ("in a Friday interview", None),
        ("in an interview with radio host Ann Poe", "radio host Ann Poe"),
        ("in a statement provided to the Gazette", "the Gazette"),
        ("to cheers", None),
        ("in response to the report", None),
    ],
)
def test_host_is_told_and_noise_is_not(rest, to):
    text = f"“It is over,” Lee said {rest}."
    assert how(text, source="Lee", cue="said", content="“It is over,”") == to


@pytest.mark.parametrize(
    ("text", "roles", "to"),
    [
        (
            "The residents have been advised to stay.",
            ("have been advised", "to stay"),
            "The residents",
        ),
        ("She rang, and she was told to wait.", ("was told", "to wait"), "she"),
        ("A question was asked about it.", ("was asked", "about it"), None),
        ("They came, which was told to all.", ("was told", "to all"), None),
    ],
)
def test_subject_of_a_passive_was_told(text, roles, to):
    assert how(text, cue=roles[0], content=roles[1]) == to


def test_who_was_polled_by_somebody_told_them():
    text = "Most of those polled by the Apex Group said it was over."
    source = "Most of those polled by the Apex Group"
    assert how(text, source=source, cue="said", content="it was over") == "the Apex Group"


@pytest.mark.parametrize(
    ("cue", "content", "to"),
    [
        ("shouted at", "the referee", "the referee"),
        ("took aim at", "the referee", None),
        ("agreed on", "a plan to act", None),
        ("called for", "a panel to look into it", None),
        ("questioned", "his power to lead", None),
        ("pleaded with", "the guests to “stay calm”", "the guests"),
        ("appealed", "to the world for help", "the world"),
    ],
)
def test_only_who_is_spoken_to_is_found_in_a_content(cue, content, to):
    assert how(f"Lee {cue} {content}.", source="Lee", cue=cue, content=content) == to
