"""What a page says of itself in JSON-LD (schema.org ``NewsArticle`` and its kin)."""

import json
from collections.abc import Iterator, Mapping, Sequence

from onrecord.ingest.columns import as_date, as_names, as_text
from onrecord.ingest.facts import Facts
from onrecord.ingest.page_words import person_name, plain_text
from onrecord.ingest.xml import Element, elements

__all__ = ["linked_facts"]

_SCRIPTS = "//script[contains(@type, 'ld+json')]"
_KINDS = ("Article", "Posting", "Report", "NewsStory")
# A page that nests objects deeper than this is no page of an outlet.
_DEEPEST = 20


def linked_facts(page: Element) -> Facts:
    """Return the facts that the page's article objects state."""
    facts = Facts()
    for script in elements(page, _SCRIPTS):
        for item in _articles(_parsed(script.text or "")):
            facts = facts.or_else(_facts(item))
    return facts


def _parsed(words: str) -> object:
    """Return the value of a script; None for what is no JSON, as many are not."""
    try:
        # Line ends inside strings are against the standard and frequent.
        return json.loads(words.strip().strip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _articles(item, depth + 1)
    elif isinstance(value, Mapping):
        if _is_article(value.get("@type")):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _articles(value.get(key), depth + 1)


def _is_article(kind: object) -> bool:
    kinds = [kind] if isinstance(kind, str) else kind
    return isinstance(kinds, Sequence) and any(
        isinstance(name, str) and name.endswith(_KINDS) for name in kinds
    )


def _facts(item: Mapping[str, object]) -> Facts:
    publisher, page = item.get("publisher"), item.get("mainEntityOfPage")
    address = page.get("@id") if isinstance(page, Mapping) else page
    return Facts(
        title=plain_text(item.get("headline")) or plain_text(item.get("name")),
        published=as_date(item.get("datePublished")) or as_date(item.get("dateCreated")),
        byline=_byline(item.get("author") or item.get("creator")),
        outlet=plain_text(as_names(publisher)),
        url=next((u for u in map(as_text, (item.get("url"), address)) if _is_address(u)), None),
        language=as_text(item.get("inLanguage")),
    )


def _byline(authors: object) -> str | None:
    """Return the names of those who wrote it."""
    listed = authors if isinstance(authors, list) else [authors]
    names = [name for author in listed if (name := person_name(as_names(author)))]
    return ", ".join(dict.fromkeys(names)) or None


def _is_address(value: str | None) -> bool:
    return value is not None and value.startswith(("http://", "https://"))
