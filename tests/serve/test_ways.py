"""How something was said, in as few words as tell it."""

import pytest

from onrecord import Article, Span
from onrecord.serve.ways import ways_told
from onrecord.types import Addressee, Channel, ChannelKind, Ground, How, Occasion, Place

TEXT = (
    "Lee told the Gazette outside the courthouse during a visit to Rome it was over on SAfm radio."
)


def place(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def told(**parts):
    return list(ways_told(Article(text=TEXT), How(**parts)))


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        (ChannelKind.INTERVIEW, "Gazette", "interview with the Gazette"),
        (ChannelKind.STATEMENT, "Gazette", "statement, Gazette"),
        (ChannelKind.SOCIAL_MEDIA, "Gazette", "Gazette"),
        (ChannelKind.COURT, None, "court"),
    ],
)
def test_kind_stands_beside_a_name_that_does_not_tell_it(kind, name, words):
    channel = Channel(kind=kind, name=name, span=place("Gazette"))
    assert told(channel=channel) == [words]


@pytest.mark.parametrize(("name", "words"), [("Gazette", "the Gazette"), ("SAfm", "SAfm radio")])
def test_who_was_told_is_left_out_where_the_channel_names_it(name, words):
    channel = Channel(kind=ChannelKind.INTERVIEW, name=name, span=place(name))
    assert len(told(channel=channel, addressee=Addressee(span=place(words)))) == 1


def test_a_channel_that_the_passage_lends_tells_how_likely_it_is():
    channel = Channel(
        kind=ChannelKind.COURT, span=place("courthouse"), ground=Ground.CONTEXT, confidence=0.612
    )
    assert told(channel=channel) == ["court (context, 61%)"]


def test_others_who_were_told_are_shown():
    assert told(addressee=Addressee(span=place("the Gazette"))) == ["to the Gazette"]


def test_place_and_event_have_the_words_that_the_article_has_before_them():
    found = told(
        place=Place(span=place("courthouse")), occasion=Occasion(span=place("a visit to Rome"))
    )
    assert found == ["outside the courthouse", "during a visit to Rome"]
    assert told(place=Place(span=place("Rome"))) == ["in Rome"]


def test_a_subject_who_was_asked_is_not_told_as_an_object():
    text = "Asked about it, he left. They told him to stay."
    for words, expected in (("he", []), ("him", ["to him"])):
        start = text.index(f" {words} ") + 1
        how = How(addressee=Addressee(span=Span(start, start + len(words))))
        assert list(ways_told(Article(text=text), how)) == expected
