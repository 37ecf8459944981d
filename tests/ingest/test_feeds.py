"""Feeds: each entry whole where the feed has it whole, a reason where it has not."""

import io
import json

import pytest
from ingest_forms import ADDRESS, ATOM, JSON_FEED, RSS, TEXT

from onrecord.ingest import read_any
from onrecord.ingest.feeds import entries


def read(data):
    return list(read_any(io.BytesIO(data.encode())))


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON_FEED], ids=["rss", "atom", "json"])
def test_entry_with_its_full_text_is_an_article(feed):
    article = read(feed)[0]
    assert article.text == TEXT
    assert (article.title, article.byline) == ("River to rise", "Ann Poe")
    assert (article.outlet, article.url) == ("The Echo", ADDRESS)
    assert article.language in ("en", "en-GB")
    assert article.published.isoformat().startswith("2025-03-07T")


def test_entry_with_a_summary_only_says_where_the_article_is():
    assert read(RSS)[1].reason == (
        "the feed has a summary only: the article is at https://echo.example/bridge"
    )


def test_american_zone_of_a_date_is_known():
    assert str(read(RSS)[0].published) == "2025-03-07 04:00:00-05:00"


def test_named_characters_of_html_do_not_spoil_a_feed():
    assert "&nbsp;" in RSS
    assert len(entries(RSS.encode())) == 2


def test_oldest_kind_of_rss_is_read():
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>The Echo</title></channel><item><title>Rain</title>
    <link>https://echo.example/1</link><dc:date>2025-03-07</dc:date></item></rdf:RDF>"""
    [entry] = entries(rdf.encode())
    assert (entry.facts.title, entry.facts.outlet) == ("Rain", "The Echo")
    assert str(entry.facts.published) == "2025-03-07"


def test_plain_text_of_atom_is_no_markup():
    feed = ATOM.replace('type="xhtml">', 'type="text">3 &lt; 4, she said.<!--').replace(
        "</content>", "--></content>"
    )
    assert entries(feed.encode())[0].blocks == ("3 < 4, she said.",)


def test_feed_that_is_none_says_so():
    assert "has no list of items" in read(JSON_FEED.replace("items", "things"))[0].reason
    assert read(json.dumps({"version": "https://jsonfeed.org/version/1", "items": [5]})) == []
