"""JSON Feed 1.0 and 1.1: the entries, with their full text where it is there."""

import json
from collections.abc import Iterator, Mapping

from onrecord.errors import FormatError
from onrecord.ingest.blocks import fragment_blocks
from onrecord.ingest.columns import as_date, as_names, as_text
from onrecord.ingest.entries import Entry, entry_article
from onrecord.ingest.facts import Facts
from onrecord.ingest.source import Source
from onrecord.types import Article, Failure

__all__ = ["articles", "json_entries"]


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the article of each entry, or why the feed does not have it whole.

    Raises:
        FormatError: If it is no JSON Feed.
    """
    for number, entry in enumerate(json_entries(source.read()), 1):
        yield entry_article(entry, source, number)


def json_entries(data: bytes) -> list[Entry]:
    """Return the entries of a feed, in its order.

    Raises:
        FormatError: If it is no JSON Feed.
    """
    try:
        feed = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FormatError(f"is no JSON Feed: {error}") from error
    items = feed.get("items") if isinstance(feed, Mapping) else None
    if not isinstance(items, list):
        raise FormatError("is no JSON Feed: it has no list of items")
    return [_entry(item, feed) for item in items if isinstance(item, Mapping)]


def _entry(item: Mapping[str, object], feed: Mapping[str, object]) -> Entry:
    facts = Facts(
        title=as_text(item.get("title")),
        published=as_date(item.get("date_published")) or as_date(item.get("date_modified")),
        byline=as_names(item.get("authors") or item.get("author") or feed.get("authors")),
        outlet=as_text(feed.get("title")),
        url=as_text(item.get("url")),
        language=as_text(item.get("language")) or as_text(feed.get("language")),
    )
    marked, plain = as_text(item.get("content_html")), as_text(item.get("content_text"))
    content = fragment_blocks(marked) if marked else [plain] if plain else []
    summary = as_text(item.get("summary"))
    name = item.get("id")
    return Entry.of(
        None if name is None else str(name), facts, content, [summary] if summary else []
    )
