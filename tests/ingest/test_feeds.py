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


def test_what_plugins_add_to_a_feed_is_left_out():
    feed = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>Echo &amp;amp; Co</title><link>https://echo.example/</link><item>
    <title>Rain &amp;#8211; &amp;lt;b&amp;gt;now&amp;lt;/b&amp;gt;</title><link>/rain</link>
    <dc:creator>By Ann Poe, Staff Writer</dc:creator><dc:creator>admin</dc:creator>
    <content:encoded><![CDATA[<p>It rains, the minister said.</p>
    <p>The post <a href="/rain">Rain</a>
    appeared first on <a href="/">Echo</a>.</p>]]></content:encoded></item></channel></rss>"""
    [article] = read(feed)
    assert article.text == "It rains, the minister said."
    assert (article.title, article.byline) == ("Rain – now", "Ann Poe")
    assert (article.outlet, article.url) == ("Echo & Co", "https://echo.example/rain")


@pytest.mark.parametrize(
    "title",
    ["Rain &lt; 3 inches", '<div xmlns="http://www.w3.org/1999/xhtml">Rain <em>now</em></div>'],
)
def test_atom_with_marked_up_title_and_relative_address_is_read(title):
    kind = "xhtml" if "<div" in title else "text"
    feed = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://echo.example/a/">
    <entry xml:base="news/"><title type="{kind}">{title}</title><link href="rain"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It rains.</p>
    <blockquote><p>It does.</p></blockquote></div></content></entry></feed>"""
    [article] = read(feed)
    assert article.title in ("Rain < 3 inches", "Rain now")
    assert article.url == "https://echo.example/a/news/rain"
    assert article.text == "It rains.\n\nIt does."


def test_feed_that_is_none_says_so():
    assert "has no list of items" in read(JSON_FEED.replace("items", "things"))[0].reason
    assert read(json.dumps({"version": "https://jsonfeed.org/version/1", "items": [5]})) == []
