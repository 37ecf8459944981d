"""What is known around a web page: title, authors, date, outlet, address, language, credits."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urljoin

import htmldate

from onrecord.ingest.bylines import (
    are_people,
    is_name,
    joined_names,
    person_name,
    split_names,
)
from onrecord.ingest.columns import as_date
from onrecord.ingest.dates import Date
from onrecord.ingest.facts import Facts
from onrecord.ingest.headline import headline_byline, headline_date, headline_lines
from onrecord.ingest.linked_data import linked_facts
from onrecord.ingest.page_words import plain_text
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
_AUTHOR = "contains(concat(' ', @itemprop, ' '), ' author ')"
_BYLINES = (
    f"//*[{_AUTHOR}]//*[@itemprop='name']",
    "//*[@rel='author']",
    f"//*[{_AUTHOR}]",
    "//*[self::span or self::p or self::div or self::a or self::li or self::strong or self::cite"
    " or self::h2 or self::h3 or self::h4 or self::h5][contains(@class, 'byline__name')"
    " or contains(@class, 'author-name') or contains(@class, 'author__name')"
    " or contains(@class, 'author-link') or @class='author' or @class='byline']",
)
_NO_COMMENT = "[not(ancestor-or-self::*[contains(@class, 'comment') or contains(@id, 'comment')])]"
_NO_COMMENT_TEXT = _NO_COMMENT.replace("ancestor-or-self", "ancestor")
_NO_MASTHEAD = "[not(ancestor::header[not(.//h1 or ancestor::article or ancestor::main)])]"
# What stands beside the article tells of others.
_NO_ASIDE = (
    "[not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor-or-self::*[("
    + " or ".join(
        f"contains(@class, '{word}')"
        for word in ("related", "recommend", "sidebar", "trending", "teaser", "promo", "most-read")
    )
    + ") and not(.//h1)])]"
)
_TIMES = (
    "//time[@itemprop='datePublished' or @pubdate]/@datetime"
    " | //*[@itemprop='datePublished']/@content"
)
_ANY_TIME = "//article//time/@datetime | //main//time/@datetime | //header//time/@datetime"
_LOOSE_TIME = (
    "//time[not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li)]"
    f"{_NO_COMMENT}/@datetime"
)
_ALL_TIMES = (_TIMES, _ANY_TIME, _LOOSE_TIME)
_CREDITS = (
    "//figure//*[contains(@class, 'credit') or contains(@itemprop, 'copyrightHolder')"
    " or contains(@itemprop, 'creditText')]"
)
_MOST_CREDITS = 20


def page_facts(page: Element) -> Facts:
    """Return the facts that a page states, the surest statement of each."""
    stated = linked_facts(page).or_else(_meta_facts(page))
    told = stated.or_else(_element_facts(page))
    lines = headline_lines(page)
    date = told.published or headline_date(lines) or _guessed_date(page, told.url)
    return replace(
        told,
        title=_without_outlet(told.title, told.outlet),
        published=date,
        byline=_byline(page, stated, lines),
        credits=_credits(page),
    )


def _byline(page: Element, stated: Facts, lines: Sequence[str]) -> str | None:
    """Return who wrote it: people before bodies, what machines are told before what is shown.

    But where readers are shown more names, among them those, all of them.
    """
    told = person_name(stated.byline, outlet=stated.outlet)
    shown = headline_byline(lines, outlet=stated.outlet) or next(
        (name for path in _BYLINES if (name := _names(page, path, stated.outlet))), None
    )
    people = [name for name in (told, shown) if name and are_people(name, outlet=stated.outlet)]
    if len(people) == 2 and _is_fuller(shown or "", told or ""):
        return shown
    return next(iter(people), None) or told or shown


def _is_fuller(shown: str, told: str) -> bool:
    """Say whether these are the names told and more, or the name told without what follows it."""
    return set(split_names(told)) < set(split_names(shown)) or told.startswith(f"{shown}.")


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Return a headline without the outlet's name behind it: ``Rain | The Echo``."""
    if not title or not outlet:
        return title
    end = re.compile(rf"\s*[|–—·»-]\s*{re.escape(outlet)}\s*$", re.IGNORECASE)
    return end.sub("", title) or title


def _meta_facts(page: Element) -> Facts:
    told: dict[str, list[str]] = {}
    for meta in elements(page, "//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if value := plain_text(meta.get("content")):
            told.setdefault(name.strip().lower(), []).append(value)
    found = {
        fact: [told[name][0] for name in names if name in told] for fact, names in _META.items()
    }
    # Some state each author in a <meta> of its own.
    writers = (
        joined_names(filter(None, map(person_name, told.get(name, [])))) for name in _META["byline"]
    )
    return Facts(
        title=_first(found["title"]),
        published=next((date for date in map(as_date, found["published"]) if date), None),
        byline=next((names for names in writers if names), None),
        outlet=_first(found["outlet"]),
        url=_canonical(page) or _first(found["url"]),
        language=_language(page, _first(found["language"])),
    )


def _element_facts(page: Element) -> Facts:
    """Return what the page's visible parts say, where nothing says it for machines."""
    return Facts(
        title=_first(_words(page, "//h1")) or _first(_words(page, "//title")),
        published=next((date for path in _ALL_TIMES if (date := _time(page, path))), None),
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


def _names(page: Element, path: str, outlet: str | None) -> str | None:
    written = _words(page, f"({path}){_NO_COMMENT}{_NO_ASIDE}")
    names = [name for each in written if (name := person_name(each, outlet=outlet))]
    return joined_names(name for name in names[:5] if all(map(is_name, split_names(name))))


def _credits(page: Element) -> tuple[str, ...]:
    found = (credit for credit in _words(page, _CREDITS) if len(credit) <= _LONGEST_CREDIT)
    return tuple(dict.fromkeys(found))


def _guessed_date(page: Element, address: str | None) -> Date | None:
    """Return the date that htmldate finds, where readers are shown that day, or the address is."""
    # Without its extensive search, which takes any day it meets in the text.
    try:
        found = htmldate.find_date(page, url=address, original_date=True, extensive_search=False)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    date = as_date(found)
    return date if date and _is_shown(date, page, address or "") else None


def _is_shown(date: Date, page: Element, address: str) -> bool:
    """Say whether the day stands in the address, or outside scripts and comments."""
    year, month, day = date.year, f"0?{date.month}", f"0?{date.day}"
    word = r"[^\W\d_]{3,12}\.?"
    forms = (
        *(rf"{year}\D{{1,3}}{month}\D{{1,3}}{day}", rf"{day}\D{{1,3}}{month}\D{{1,3}}{year}"),
        *(rf"{month}\D{{1,3}}{day}\D{{1,3}}{year}", rf"{year}{date.month:02}{date.day:02}"),
        *(rf"{day}(?:st|nd|rd|th|\.)?\s+(?:\w\w\s+)?{word},?(?:\s+\w\w)?\s+{year}",),
        rf"{word}\s+{day}(?:st|nd|rd|th)?,?\s+{year}",
    )
    shown = re.compile(rf"(?<!\d)(?:{'|'.join(forms)})(?!\d)")
    shown_text = f"[not(parent::script or parent::style)]{_NO_COMMENT_TEXT}{_NO_MASTHEAD}"
    texts = values(page, f"//body//text(){shown_text}")
    return any(map(shown.search, [address, *texts]))
