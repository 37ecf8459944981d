"""What is known around a web page: title, authors, date, outlet, address, language, credits."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urljoin

import htmldate

from onrecord.ingest.columns import as_date
from onrecord.ingest.dates import Date
from onrecord.ingest.facts import Facts
from onrecord.ingest.linked_data import linked_facts
from onrecord.ingest.page_words import person_name, plain_text
from onrecord.ingest.xml import Element, elements, values, words

__all__ = ["page_facts"]

# ``name``, ``property`` or ``itemprop`` of a <meta>, the surest first.
_META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "parsely-title", "dc.title", "twitter:title", "headline"),
    "published": (
        *("article:published_time", "og:published_time", "datepublished", "parsely-pub-date"),
        *("cxenseparse:recs:publishtime", "sailthru.date", "dc.date.issued", "dcterms.created"),
        *("article.published", "publish-date", "publish_date", "pubdate", "publication_date"),
        *("og:article:published_time", "rnews:datepublished", "dc.date", "date"),
    ),
    "byline": (
        *("author", "article:author_name", "parsely-author", "byl", "sailthru.author"),
        *("dc.creator", "article:author", "cxenseparse:author", "twitter:data1:author"),
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher", "cre"),
    "url": ("og:url", "twitter:url"),
    "language": ("og:locale", "language", "content-language"),
}
_LONGEST_CREDIT = 200
_BYLINES = (
    "//*[@itemprop='author']//*[@itemprop='name']",
    "//*[@rel='author']",
    "//*[@itemprop='author']",
    "//*[self::span or self::p or self::div or self::a][contains(@class, 'byline__name')"
    " or contains(@class, 'author-name') or contains(@class, 'author__name')"
    " or @class='author' or @class='byline']",
)
_NO_COMMENT = "[not(ancestor-or-self::*[contains(@class, 'comment') or contains(@id, 'comment')])]"
_TIMES = (
    "//time[@itemprop='datePublished' or @pubdate]/@datetime"
    " | //*[@itemprop='datePublished']/@content"
)
_ANY_TIME = "//article//time/@datetime | //main//time/@datetime | //header//time/@datetime"
_CREDITS = (
    "//figure//*[contains(@class, 'credit') or contains(@itemprop, 'copyrightHolder')"
    " or contains(@itemprop, 'creditText')]"
)
_MOST_CREDITS = 20


def page_facts(page: Element) -> Facts:
    """Return the facts that a page states, the surest statement of each."""
    stated = linked_facts(page).or_else(_meta_facts(page)).or_else(_element_facts(page))
    date = stated.published or _guessed_date(page, stated.url)
    title = _without_outlet(stated.title, stated.outlet)
    return replace(stated, title=title, published=date, credits=_credits(page))


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Return a headline without the outlet's name behind it: ``Rain | The Echo``."""
    if not title or not outlet:
        return title
    end = re.compile(rf"\s*[|–—·»-]\s*{re.escape(outlet)}\s*$", re.IGNORECASE)
    return end.sub("", title) or title


def _meta_facts(page: Element) -> Facts:
    told: dict[str, str] = {}
    for meta in elements(page, "//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        told.setdefault(name.strip().lower(), meta.get("content") or "")
    found = {
        fact: [value for name in names if (value := plain_text(told.get(name)))]
        for fact, names in _META.items()
    }
    return Facts(
        title=_first(found["title"]),
        published=next((date for date in map(as_date, found["published"]) if date), None),
        byline=next((name for name in map(person_name, found["byline"]) if name), None),
        outlet=_first(found["outlet"]),
        url=_canonical(page) or _first(found["url"]),
        language=_language(page, _first(found["language"])),
    )


def _element_facts(page: Element) -> Facts:
    """Return what the page's visible parts say, where nothing says it for machines."""
    return Facts(
        title=_first(_words(page, "//h1")) or _first(_words(page, "//title")),
        published=next((date for path in (_TIMES, _ANY_TIME) if (date := _time(page, path))), None),
        byline=next((name for path in _BYLINES if (name := _names(page, path))), None),
    )


def _first(values: Sequence[str]) -> str | None:
    return values[0] if values else None


def _words(page: Element, path: str) -> list[str]:
    return [text for text in map(words, elements(page, path)[:_MOST_CREDITS]) if text]


def _canonical(page: Element) -> str | None:
    links = values(page, "//link[@rel='canonical']/@href")
    base = values(page, "//base/@href")
    address = urljoin(base[0] if base else "", links[0]) if links else ""
    return address if address.startswith(("http://", "https://")) else None


def _language(page: Element, told: str | None) -> str | None:
    tag = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or told
    is_tag = tag is not None and re.fullmatch(r"[A-Za-z]{2,3}([-_]\w{2,8})*", tag.strip())
    return tag.strip().replace("_", "-") if tag and is_tag else None


def _time(page: Element, path: str) -> Date | None:
    return next((date for date in map(as_date, values(page, path)) if date), None)


def _names(page: Element, path: str) -> str | None:
    names = [name for name in map(person_name, _words(page, f"({path}){_NO_COMMENT}")) if name]
    return ", ".join(dict.fromkeys(names[:5])) or None


def _credits(page: Element) -> tuple[str, ...]:
    found = (credit for credit in _words(page, _CREDITS) if len(credit) <= _LONGEST_CREDIT)
    return tuple(dict.fromkeys(found))


def _guessed_date(page: Element, address: str | None) -> Date | None:
    """Return the date that htmldate finds in the page's text and address."""
    # Without its extensive search, which takes any day it meets in the text.
    try:
        found = htmldate.find_date(page, url=address, original_date=True, extensive_search=False)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return as_date(found)
