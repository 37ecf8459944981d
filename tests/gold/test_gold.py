"""The gold is what its README says: spans that slice to their words, known values only."""

import json
from pathlib import Path

import pytest

from onrecord.types import Act, Attitude, Basis, ChannelKind, MentionKind, SourceType

PATHS = sorted((Path(__file__).parent / "articles").glob("*.json"))
TYPES = {*map(str, SourceType), None}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_spans_slice_to_their_words(path):
    record = json.loads(path.read_text(encoding="utf-8"))
    text = record["text"]
    assert record["licence"].startswith("CC BY")
    for statement in record["statements"]:
        for role in ("source", "cue", "content"):
            words = " … ".join(text[start:end] for start, end in statement[role])
            assert words == statement[f"{role}_words"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_values_are_known_and_names_are_in_the_article(path):
    record = json.loads(path.read_text(encoding="utf-8"))
    whole = record["text"] + "\n" + record["title"]
    for statement in record["statements"]:
        assert statement["mention"] in set(map(str, MentionKind))
        assert statement["type"] in TYPES
        assert statement["act"] in set(map(str, Act))
        assert statement["attitude"] in set(map(str, Attitude))
        for field in ("speaker", "title", "speaks_for", "place", "occasion", "addressee"):
            assert statement[field] is None or statement[field] in whole


SETTINGS = sorted((Path(__file__).parent / "settings").glob("*.json"))


@pytest.mark.parametrize("path", SETTINGS, ids=lambda path: path.stem)
def test_settings_are_of_the_text_and_known(path):
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record["licence"].startswith("CC BY")
    assert record["half"] in ("dev", "held-out")
    whole = record["text"] + "\n" + record["title"]
    for statement in record["statements"]:
        words = " … ".join(record["text"][start:end] for start, end in statement["content"])
        assert words == statement["content_words"]
        assert statement["channel"] in {*map(str, ChannelKind), None}
        assert statement["basis"] in set(map(str, Basis))
        assert (statement["said_at"] is None) == (statement["basis"] == "published")
        assert statement["act"] in set(map(str, Act))
        for field in ("speaker", "place", "occasion", "addressee"):
            assert statement[field] is None or statement[field] in whole


NEWSROOM = sorted(
    path for kind in ("newsroom", "desks") for path in (Path(__file__).parent / kind).glob("*.json")
)


@pytest.mark.parametrize("path", NEWSROOM, ids=lambda path: path.stem)
def test_articles_of_other_kinds_are_marked_as_the_others_are(path):
    record = json.loads(path.read_text(encoding="utf-8"))
    for statement in record["statements"]:
        for role in ("source", "cue", "content"):
            words = " … ".join(record["text"][start:end] for start, end in statement[role])
            assert words == statement[f"{role}_words"]
        assert statement["type"] in TYPES
        assert statement["channel"] in {*map(str, ChannelKind), None}
        assert statement["basis"] in set(map(str, Basis))
        assert statement["act"] in set(map(str, Act))


PRESS = sorted((Path(__file__).parent / "press").glob("*.json"))


@pytest.mark.parametrize("path", PRESS, ids=lambda path: path.stem)
def test_press_keeps_no_text_that_may_not_be_handed_on(path):
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record["half"] in ("press-dev", "press-held-out")
    is_ours = "text" in record
    assert is_ours == (record.get("licence") == "CC BY 2.5")
    for statement in record["statements"]:
        assert is_ours or "content_words" not in statement
        assert statement["channel"] in {*map(str, ChannelKind), None}
        assert statement["basis"] in set(map(str, Basis))
        assert (statement["said_at"] is None) == (statement["basis"] == "published")
        assert statement["act"] in set(map(str, Act))
        assert statement["attitude"] in set(map(str, Attitude))
        for field in ("place", "addressee"):
            words = statement[field]
            assert words is None or len(words) < 120
            assert words is None or not is_ours or words in record["text"]


def test_there_are_thirty_articles_and_more():
    assert len(PATHS) >= 30


PAPERS = sorted((Path(__file__).parent / "papers").glob("*.json"))
# Of texts that may not be handed on, words of one to a few are kept.
MOST_WORDS = 12


def test_papers_keep_places_and_few_words():
    halves = set()
    for path in PAPERS:
        record = json.loads(path.read_text(encoding="utf-8"))
        halves.add(record["half"])
        assert "text" not in record
        for statement in record["statements"]:
            assert statement["channel"] in {*map(str, ChannelKind), None}
            assert statement["basis"] in set(map(str, Basis))
            assert (statement["said_at"] is None) == (statement["basis"] == "published")
            for field in ("channel_words", "addressee"):
                assert len((statement[field] or "").split()) <= MOST_WORDS
    assert halves == {"papers-dev", "papers-held-out"}
