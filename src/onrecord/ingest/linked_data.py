"""What a page says of itself in JSON-LD (schema.org ``NewsArticle`` and its kin)."""

import json
from collections.abc import Iterator, Mapping, Sequence

from onrecord.ingest.bylines import joined_names, person_name
from onrecord.ingest.columns import as_date, as_names, as_text
from onrecord.ingest.facts import Facts
from onrecord.ingest.page_words import plain_text
from onrecord.ingest.xml import Element, elements

__all__ = ["linked_facts"]

_SCRIPTS = "//script[contains(@type, 'ld+json')]"
_KINDS = ("Article", "Posting", "Report", "NewsStory")
# What tells of a page as a whole may tell who wrote it and when; its title is the site's.
_PAGE_KINDS = ("WebPage",)
Object = Mapping[str, object]
# A page that nests objects deeper than this is no page of an outlet.
_DEEPEST = 20


def linked_facts(page: Element) -> Facts:
    """Return the facts that the page's article objects state, then the page's own."""
    values = [_parsed(script.text or "") for script in elements(page, _SCRIPTS)]
    objects = [item for value in values for item in _objects(value)]
    named = {str(item["@id"]): item for item in objects if "@id" in item and "name" in item}
    facts = Facts()
    for item in objects:
        told = _facts(item, named) if _is_a(item, _KINDS) else None
        # A page lists others' headlines too, whose writers are not its own.
        if told and told.title in (None, facts.title or told.title):
            facts = facts.or_else(told)
    for item in objects:
        if _is_a(item, _PAGE_KINDS):
            told = _facts(item, named)
            facts = facts.or_else(Facts(published=told.published, byline=told.byline))
    return facts


def _parsed(words: str) -> object:
    """Return the value of a script; None for what is no JSON, as many are not."""
    try:
        # Line ends inside strings are against the standard and frequent.
        return json.loads(words.strip().strip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object, depth: int = 0) -> Iterator[Object]:
    """Yield the objects of a page that can be its article, or name its writer."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _objects(value.get(key), depth + 1)


def _is_a(item: Object, wanted: tuple[str, ...]) -> bool:
    kind = item.get("@type")
    kinds = [kind] if isinstance(kind, str) else kind
    return isinstance(kinds, Sequence) and any(
        isinstance(name, str) and name.endswith(wanted) for name in kinds
    )


def _facts(item: Object, named: Mapping[str, Object]) -> Facts:
    page = item.get("mainEntityOfPage")
    address = page.get("@id") if isinstance(page, Mapping) else page
    return Facts(
        title=plain_text(item.get("headline")) or plain_text(item.get("name")),
        published=as_date(item.get("datePublished")) or as_date(item.get("dateCreated")),
        byline=_byline(item.get("author") or item.get("creator"), named),
        outlet=plain_text(as_names(_named(item.get("publisher"), named))),
        url=next((u for u in map(as_text, (item.get("url"), address)) if _is_address(u)), None),
        language=as_text(item.get("inLanguage")),
    )


def _byline(authors: object, named: Mapping[str, Object]) -> str | None:
    """Return the names of those who wrote it."""
    listed = authors if isinstance(authors, list) else [authors]
    names = (person_name(as_names(_named(author, named))) for author in listed)
    return joined_names(name for name in names if name)


def _named(value: object, named: Mapping[str, Object]) -> object:
    """Return an object, or the one elsewhere on the page that it points to."""
    if isinstance(value, Mapping) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value


def _is_address(value: str | None) -> bool:
    return value is not None and value.startswith(("http://", "https://"))
