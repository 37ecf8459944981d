import datetime
import json
from dataclasses import replace

import pytest
from any_statement import readings
from by_hand import spans, statement
from hypothesis import given

from onrecord import Article, Kind
from onrecord.export import schema_org
from onrecord.types import (
    Aside,
    AsideKind,
    Attitude,
    Channel,
    ChannelKind,
    How,
    MentionKind,
    Occasion,
    Place,
    SourceType,
    Speaker,
)

# What the part's types and their parent, CreativeWork, have in the vocabulary (30.0).
WORK = {
    "@type", "@id", "identifier", "text", "isPartOf", "creditText", "creator", "author",
    "isBasedOn", "dateCreated", "locationCreated", "recordedAt", "audience", "publication",
    "keywords", "comment",
}  # fmt: skip
OF_TYPE = {"Quotation": {"spokenByCharacter"}, "Claim": {"appearance"}}

TEXT = "Jane Doe of the Met Office falsely said in Leeds that it rains."
ARTICLE = Article(
    text=TEXT,
    title="Rain",
    outlet="The Echo",
    url="https://echo.example/rain",
    published=datetime.date(2025, 3, 3),
)
SAID = statement(ARTICLE, content="it rains", source="Jane Doe", cue="said")


def place(words):
    return spans(TEXT, words)[0]


def speaker(kind, **places):
    return Speaker(mention=MentionKind.FULL_NAME, type=kind, confidence=0.9, **places)


def parts(*statements, article=ARTICLE):
    return json.loads(schema_org(article, statements)).get("hasPart", [])


def types(part):
    return [part["@type"]] if isinstance(part["@type"], str) else part["@type"]


def test_article_is_news_with_its_outlet_and_date():
    found = json.loads(schema_org(ARTICLE, []))
    assert found == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"urn:onrecord:{ARTICLE.id}",
        "identifier": ARTICLE.id,
        "url": "https://echo.example/rain",
        "headline": "Rain",
        "datePublished": "2025-03-03",
        "publisher": {"@type": "Organization", "name": "The Echo"},
    }


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (Kind.DIRECT, ["Quotation"]),
        (Kind.INDIRECT, ["Claim"]),
        (Kind.MIXED, ["Quotation", "Claim"]),
    ],
)
def test_quoted_words_are_a_quotation_and_others_a_claim(kind, wanted):
    (part,) = parts(replace(SAID, kind=kind))
    whole = {"@id": f"urn:onrecord:{ARTICLE.id}"}
    assert types(part) == wanted
    assert part["text"] == "it rains"
    assert part["isPartOf"] == whole
    assert part.get("appearance") == (whole if "Claim" in wanted else None)


@given(readings())
def test_only_properties_of_the_vocabulary_are_used_and_words_are_exact(reading):
    article, statements = reading
    line = schema_org(article, statements)
    assert len(line.splitlines()) == 1
    words = {one.id: article.words(one.content) for one in statements}
    for part in parts(*statements, article=article):
        assert set(part) <= WORK.union(*(OF_TYPE[name] for name in types(part)))
        assert part["text"] in words.values()


def test_person_is_named_with_title_and_whom_they_speak_for():
    who = speaker(SourceType.NAMED_PERSON, name=place("Jane Doe"), speaks_for=place("Met Office"))
    wanted = {
        "@type": "Person",
        "name": "Jane Doe",
        "affiliation": {"@type": "Organization", "name": "Met Office"},
    }
    (quoted,) = parts(replace(SAID, kind=Kind.DIRECT, speaker=who))
    assert (quoted["spokenByCharacter"], quoted["creator"]) == (wanted, wanted)
    (claimed,) = parts(replace(SAID, speaker=who))
    assert (claimed["author"], claimed["creator"]) == (wanted, wanted)


def test_other_sources_keep_what_they_are():
    named = place("Met Office")
    (part,) = parts(replace(SAID, speaker=speaker(SourceType.NAMED_ORGANISATION, name=named)))
    assert part["author"] == {"@type": "Organization", "name": "Met Office"}
    (part,) = parts(replace(SAID, speaker=speaker(SourceType.UNNAMED_PERSON)))
    assert part["author"] == {"@type": "Person", "description": "Jane Doe"}
    (part,) = parts(replace(SAID, speaker=speaker(SourceType.DOCUMENT)))
    assert part["isBasedOn"] == {"@type": "CreativeWork", "name": "Jane Doe"}
    (part,) = parts(replace(SAID, speaker=speaker(SourceType.UNNAMED_GROUP)))
    assert "author" not in part
    assert part["creditText"] == "Jane Doe"


@pytest.mark.parametrize(
    "unsaid", [{"negated": True}, {"hypothetical": True}, {"attitude": Attitude.EVENTUALITY}]
)
def test_nobody_is_made_to_claim_what_they_did_not(unsaid):
    assert parts(replace(SAID, **unsaid)) == []


def test_claim_does_not_travel_without_falsely():
    aside = Aside(statement=SAID.id, kind=AsideKind.FALSE, span=place("falsely"))
    (part,) = parts(replace(SAID, asides=(aside,)))
    assert part["comment"] == [
        {
            "@type": "Comment",
            "text": "falsely",
            "keywords": "false",
            "author": {"@type": "Organization", "name": "The Echo"},
        }
    ]


def test_place_occasion_and_channel_are_told():
    how = How(
        place=Place(span=place("Leeds")),
        occasion=Occasion(span=place("Met Office")),
        channel=Channel(kind=ChannelKind.BROADCAST, name="BBC", span=place("in")),
    )
    (part,) = parts(replace(SAID, how=how))
    assert part["locationCreated"] == {"@type": "Place", "name": "Leeds"}
    assert part["recordedAt"] == {"@type": "Event", "name": "Met Office"}
    assert part["publication"] == {
        "@type": "PublicationEvent",
        "name": "BBC",
        "description": "broadcast",
    }


def test_nested_statement_is_part_of_the_one_around_it_where_that_is_told():
    inner = replace(SAID, id="st1_inner", parent=SAID.id)
    whole = {"@id": f"urn:onrecord:{ARTICLE.id}"}
    assert parts(SAID, inner)[1]["isPartOf"] == [whole, {"@id": f"urn:onrecord:{SAID.id}"}]
    assert parts(inner)[0]["isPartOf"] == whole
