"""ninjs 1.x to 3.x: news in JSON, told by its keys, as its version tag is not always right."""

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.errors import FormatError, OnRecordError
from onrecord.ingest.blocks import fragment_blocks
from onrecord.ingest.columns import as_date, as_names, as_text
from onrecord.ingest.compose import compose, compose_paragraphs
from onrecord.ingest.facts import Facts
from onrecord.ingest.jsonl import documents
from onrecord.ingest.source import Source
from onrecord.ingest.wire import as_moment, withdrawn
from onrecord.types import Article, Failure

__all__ = ["articles"]

_Item = Mapping[str, object]
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|section|article|block|ul|table)\b[^>]*>", re.IGNORECASE)


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the article of each item, one or many in a file."""
    for at, found in documents(source):
        if isinstance(found, Failure):
            yield found
            continue
        try:
            yield _article(found, source, f"{source.uri}#{at}")
        except OnRecordError as error:
            yield source.failure(str(error), at=at)


def _article(item: _Item, source: Source, uri: str) -> Article:
    reason = withdrawn(_told(item, "pubstatus", "pubStatus"))
    if reason:
        raise FormatError(reason)
    facts = source.given.or_else(_facts(item))
    body = _body(item)
    if body is None:
        raise FormatError(f"is a ninjs item without text (its type is {_told(item, 'type')})")
    if _MARKUP.search(body):
        return compose_paragraphs(fragment_blocks(body), uri=uri, facts=facts)
    return compose(body, uri=uri, facts=facts)


def _facts(item: _Item) -> Facts:
    dates = ("versionCreated", "versioncreated", "contentCreated", "contentcreated")
    first = ("firstCreated", "firstcreated")
    return Facts(
        title=_headline(item),
        published=next((d for key in (*dates, *first) if (d := as_date(item.get(key)))), None),
        byline=_told(item, "by", "byline"),
        dateline=_told(item, "dateline"),
        outlet=_outlet(item),
        url=_told(item, "uri"),
        language=_told(item, "language"),
        version=_told(item, "version"),
        embargo=as_moment(_told(item, "embargoed", "embargoedUntil")),
    )


def _told(item: _Item, *keys: str) -> str | None:
    return next((words for key in keys if (words := as_text(item.get(key)))), None)


def _headline(item: _Item) -> str | None:
    """Return the main headline: a key in 1.x, one of a list with roles from 2.0 on."""
    told = _told(item, "headline", "headline_main", "headline_text")
    listed = _parts(item.get("headlines"))
    main = [part for part in listed if part.get("role") in ("main", None)]
    values = [as_text(part.get("value")) for part in (*main, *listed)]
    return told or next((value for value in values if value), None) or _told(item, "title")


def _outlet(item: _Item) -> str | None:
    """Return the provider; the copyright's holder where none is told."""
    sources = _parts(item.get("infosource") or item.get("infoSources"))
    names = (as_names(source) for source in sources)
    holder = _told(item, "copyrightholder", "copyrightHolder")
    return _told(item, "provider") or next((name for name in names if name), None) or holder


def _body(item: _Item) -> str | None:
    """Return the body, marked up where it is both ways, as then its paragraphs are known."""
    kind = _told(item, "type") or "text"
    if kind not in ("text", "composite"):
        return None
    values = [as_text(part.get("value")) for part in _parts(item.get("bodies"))]
    values += [as_text(value) for key, value in item.items() if key.startswith("body_")]
    # Alerts and briefs have their only words there.
    values += [as_text(part.get("value")) for part in _parts(item.get("descriptions"))]
    bodies = [value for value in values if value]
    marked = (body for body in bodies if _MARKUP.search(body))
    return next(marked, None) or next(iter(bodies), None)


def _parts(value: object) -> list[_Item]:
    listed = value if isinstance(value, Sequence) and not isinstance(value, str) else []
    return [part for part in listed if isinstance(part, Mapping)]
