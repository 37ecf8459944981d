"""Wire formats: text, origin, version, embargo, and what is taken back."""

import datetime
import io
import json

import pytest
from ingest_forms import NITF, PARAGRAPHS, TEXT, XHTML, newsml, ninjs

from onrecord.ingest import read_any
from onrecord.types import Failure

EMBARGO = datetime.datetime(2025, 3, 7, 12, tzinfo=datetime.UTC)


def read(data):
    return list(read_any(io.BytesIO(data.encode())))


def test_nitf_gives_text_and_what_its_head_tells():
    [article] = read(NITF)
    assert article.text == TEXT
    assert (article.title, article.byline) == ("River to rise", "Ann Poe")
    assert (article.dateline, article.language) == ("WESTBRIDGE", "en-GB")
    assert str(article.published) == "2025-03-07 10:00:00+01:00"
    assert (article.url, article.credits) == ("echo-1", ("Sam Fox",))


def test_embargo_of_nitf_is_kept_where_it_is_told_to_be_one():
    released = '<date.release norm="20250307T130000+0100"/></docdata>'
    with_release = NITF.replace("</docdata>", released)
    assert read(with_release)[0].embargo is None
    told = with_release.replace("<docdata>", '<docdata management-status="embargoed">')
    assert read(told)[0].embargo == EMBARGO
    message = f'<ed-msg info="Embargoed until 13.00 CET"/>{released}'
    assert read(NITF.replace("</docdata>", message))[0].embargo == EMBARGO


def test_news_item_gives_what_it_tells_and_what_the_nitf_inside_tells():
    [article] = read(newsml())
    assert article.text == TEXT
    assert (article.title, article.byline) == ("River to rise", "Ann Poe")
    assert (article.outlet, article.dateline) == ("Echo Wire", "WESTBRIDGE")
    assert (article.version, article.embargo) == ("1", EMBARGO)
    assert article.url == "urn:newsml:echo.example:1"


@pytest.mark.parametrize(
    "inside",
    [
        "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>no</title></head>"
        f"<body>{XHTML}</body></html></inlineXML>",
        f"<inlineData contenttype='text/plain'>{TEXT}</inlineData>",
        f"<inlineData contenttype='text/html'><![CDATA[{XHTML}]]></inlineData>",
        f"<inlineXML><other/></inlineXML><inlineData>{TEXT}</inlineData>",
    ],
)
def test_each_kind_of_content_is_read(inside):
    assert read(newsml(inside=inside))[0].text == TEXT


def test_message_gives_each_of_its_items():
    item = newsml().partition("?>")[2]
    message = "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{}</itemSet></newsMessage>"
    found = read(message.format(item + newsml("2", "stat:canceled").partition("?>")[2] + item))
    assert [isinstance(each, Failure) for each in found] == [False, True, False]
    assert "taken back by its agency" in found[1].reason
    assert [each.uri for each in found] == ["-#1", "-#2", "-#3"]


def test_update_of_an_item_has_its_address_and_another_version():
    first, second = read(newsml("1"))[0], read(newsml("2").replace("two metres", "three metres"))[0]
    assert first.url == second.url
    assert (first.version, second.version) == ("1", "2")
    assert first.id != second.id


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>", "holds no news item's text"),
        ("<newsItem><itemMeta/></newsItem>", "without text"),
        (newsml(inside="<remoteContent href='a.jpg'/>"), "its class is ninat:text"),
        ("<nitf><body/></nitf>", "without words"),
        (newsml()[:-30], "no well-formed XML"),
    ],
)
def test_document_without_an_article_says_why(document, reason):
    [failure] = read(document)
    assert reason in failure.reason


def test_ninjs_gives_marked_up_text_before_plain_as_it_has_paragraphs():
    [article] = read(ninjs())
    assert article.text == TEXT
    assert (article.title, article.byline) == ("River to rise", "Ann Poe")
    assert (article.outlet, article.language) == ("Echo Wire", "en")
    assert (article.version, article.embargo) == ("2", EMBARGO)
    assert article.url == "urn:echo.example:1"


def test_ninjs_of_the_first_kind_is_told_by_its_keys():
    item = {
        "uri": "urn:echo.example:1",
        "versioncreated": "2025-03-07T09:00:00Z",
        "byline": "Ann Poe",
        "headline": "River to rise",
        "body_text": " ".join(PARAGRAPHS),
        "body_xhtml": XHTML,
    }
    [article] = read(json.dumps(item))
    assert (article.text, article.title, article.byline) == (TEXT, "River to rise", "Ann Poe")
    [article] = read(json.dumps({**item, "body_xhtml": ""}))
    assert article.text == " ".join(PARAGRAPHS)


def test_many_ninjs_items_are_read_from_a_list_or_lines():
    assert len(read(f"[{ninjs()},{ninjs()}]")) == 2
    assert len(read(f"{ninjs()}\n{ninjs()}\n")) == 2


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"type": "picture"}, "its type is picture"),
        ({"bodies": []}, "without text"),
        ({"bodies": "no list"}, "without text"),
        ({"pubStatus": "canceled"}, "taken back"),
    ],
)
def test_ninjs_without_an_article_says_why(changes, reason):
    [failure] = read(ninjs(**changes))
    assert reason in failure.reason
