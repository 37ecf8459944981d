import json

import pytest
from any_statement import readings
from by_hand import one, statement
from hypothesis import given

from onrecord import Article, Span
from onrecord.export import web_annotation
from onrecord.types import Aside, AsideKind, MentionKind, Speaker

# https://www.w3.org/TR/annotation-model/#motivation-and-purpose
MOTIVATIONS = {
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
}


def annotate(article, said):
    line = web_annotation(article, said)
    assert len(line.splitlines()) == 1
    return json.loads(line)


def values(annotation, field):
    return [
        body["value"]
        for body in annotation["body"]
        if body["id"].endswith(f"#{field}") and "value" in body
    ]


def role(target):
    return target["id"].rpartition("#")[2].partition("-")[0]


@given(readings())
def test_every_selector_finds_its_words_both_ways(reading):
    article, statements = reading
    for said in statements:
        found = {"source": [], "cue": [], "content": []}
        for target in annotate(article, said)["target"]:
            position, quotation = target["selector"]
            start, end = position["start"], position["end"]
            found[role(target)].append(Span(start, end))
            assert article.text[start:end] == quotation["exact"]
            assert article.text[:start].endswith(quotation["prefix"])
            assert article.text[end:].startswith(quotation["suffix"])
        assert {name: tuple(spans) for name, spans in found.items()} == {
            name: getattr(said, name) for name in found
        }


@given(readings())
def test_every_annotation_has_what_the_model_demands(reading):
    article, statements = reading
    for said in statements:
        annotation = annotate(article, said)
        assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert annotation["type"] == "Annotation"
        assert annotation["id"] == f"urn:onrecord:{said.id}"
        assert annotation["motivation"] in MOTIVATIONS
        parts = annotation["body"] + annotation["target"]
        assert len({part["id"] for part in parts}) == len(parts)
        for part in parts:
            assert part["id"].startswith(f"urn:onrecord:{said.id}#")
            assert part["purpose"] in MOTIVATIONS
            assert ("value" in part) is (part["type"] == "TextualBody")
            assert ("source" in part) is (part["type"] == "SpecificResource")
        for target in annotation["target"]:
            assert [one["type"] for one in target["selector"]] == [
                "TextPositionSelector",
                "TextQuoteSelector",
            ]


def test_bodies_tell_kind_speaker_and_what_the_reporter_adds():
    article = Article(text="Jane Doe falsely said it rains. She said it pours.")
    plain = statement(article, content="it rains", source="Jane Doe", cue="said")
    said = type(plain)(
        **{name: getattr(plain, name) for name in ("id", "article_id", "kind", "content")},
        speaker=Speaker(mention=MentionKind.FULL_NAME, name=Span(0, 8), confidence=0.9),
        negated=True,
        asides=(Aside(statement=plain.id, kind=AsideKind.FALSE, span=Span(9, 16)),),
        parent="st1_outer",
        confidence=0.5,
        made_by=plain.made_by,
    )
    annotation = annotate(article, said)
    assert values(annotation, "kind") == ["indirect"]
    assert values(annotation, "speaker") == ["Jane Doe"]
    assert values(annotation, "negated") == ["true"]
    assert values(annotation, "aside-1") == ["false"]
    assert values(annotation, "aside-1-words") == ["falsely"]
    assert values(annotation, "act") == []
    assert annotation["body"][-1]["source"] == "urn:onrecord:st1_outer"


@pytest.mark.parametrize(
    ("facts", "source"),
    [
        ({"url": "https://echo.example/rain", "uri": "/a.txt"}, "https://echo.example/rain"),
        ({"uri": "https://echo.example/rain"}, "https://echo.example/rain"),
        ({"url": "no address", "uri": "/news/a b.txt"}, "file:///news/a%20b.txt"),
        ({"uri": "/news/caf\udce9.txt"}, "file:///news/caf%E9.txt"),
        ({"uri": "news/a.txt"}, "urn:onrecord:{id}"),
        ({"uri": "-"}, "urn:onrecord:{id}"),
        ({}, "urn:onrecord:{id}"),
    ],
)
def test_source_is_an_iri_whatever_the_article_came_from(facts, source):
    text, roles = "It rains, she said.", {"content": "It rains"}
    article = Article(text=text, **facts)
    annotation = annotate(article, statement(article, **roles))
    assert annotation["target"][0]["source"] == source.format(id=article.id)


def test_offsets_count_code_points_beyond_the_first_plane():
    article, said = one("\U0001f600 It rains, she said.", content="It rains")
    position, quotation = annotate(article, said)["target"][0]["selector"]
    assert (position["start"], position["end"]) == (2, 10)
    assert quotation["prefix"] == "\U0001f600 "
