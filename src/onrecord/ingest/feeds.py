"""RSS 0.9x to 2.0, RSS 1.0 and Atom: the entries, with their full text where it is there."""

import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from urllib.parse import urljoin

from onrecord.errors import FormatError
from onrecord.ingest.blocks import fragment_blocks, paragraphs_of
from onrecord.ingest.bylines import joined_names, person_name
from onrecord.ingest.columns import as_date
from onrecord.ingest.entries import Entry, entry_article
from onrecord.ingest.facts import Facts
from onrecord.ingest.noise import without_noise
from onrecord.ingest.page_words import plain_text
from onrecord.ingest.source import Source
from onrecord.ingest.xml import (
    Element,
    below,
    elements,
    first_text,
    local_name,
    parse_xml,
    values,
    words,
)
from onrecord.types import Article, Failure

__all__ = ["articles", "entries"]

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_TAG = re.compile(
    r"</?(?:a|b|br|em|i|q|s|small|span|strong|sub|sup|u)\b[^<>]{0,200}>", re.IGNORECASE
)
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the article of each entry, or why the feed does not have it whole.

    Raises:
        FormatError: If it is no feed.
    """
    for number, entry in enumerate(entries(source.read()), 1):
        yield entry_article(entry, source, number)


def entries(data: bytes) -> list[Entry]:
    """Return the entries of a feed, in its order.

    Raises:
        FormatError: If it is no feed.
    """
    root = _parsed(data)
    if local_name(root) == "feed":
        return [_atom_entry(entry, root) for entry in below(root, "entry")]
    if local_name(root) in ("rss", "RDF"):
        channel = next(iter(below(root, "channel")), root)
        items = elements(root, ".//*[local-name()='item']")
        return [_rss_entry(item, channel) for item in items]
    raise FormatError(f"is no feed: its first element is {local_name(root)}")


def _parsed(data: bytes) -> Element:
    """Return the first element; HTML's named characters, frequent in feeds, are put in first."""
    try:
        return parse_xml(data)
    except FormatError:
        named = _NAMED.sub(_character, data)
        if named == data:
            raise
        return parse_xml(named)


def _character(found: re.Match[bytes]) -> bytes:
    name = found[1].decode("ascii")
    sign = html5.get(f"{name};") if name not in _XML_NAMES else None
    return "".join(f"&#{ord(each)};" for each in sign).encode() if sign else found[0]


def _rss_entry(item: Element, channel: Element) -> Entry:
    facts = Facts(
        title=_title(first_text(item, "title")),
        published=as_date(first_text(item, "pubDate", "date", "published")),
        byline=_writers(item),
        outlet=_title(first_text(item, "source") or first_text(channel, "title")),
        url=_absolute(first_text(item, "link"), [first_text(channel, "link")]) or _permanent(item),
        language=first_text(channel, "language"),
    )
    full = without_noise(fragment_blocks(item.findtext(_CONTENT) or ""))
    summary = next(iter(below(item, "description")), None)
    return Entry.of(first_text(item, "guid"), facts, full, _inner(summary))


def _title(told: str | None) -> str | None:
    """Return a title of RSS, in which some escape HTML once more."""
    return plain_text(_TAG.sub("", plain_text(told) or ""))


def _absolute(address: str | None, bases: Iterable[str | None]) -> str | None:
    """Return an address, one that stands for a part of another made whole."""
    for base in bases:
        if address and base:
            try:
                address = urljoin(base, address)
            except ValueError:
                return None
    return address if address and ":" in address else None


def _writers(item: Element) -> str | None:
    """Return the names of the writers; RSS wants an e-mail address there, most give names."""
    creators = [name for each in below(item, "creator") if (name := person_name(words(each)))]
    author = first_text(item, "author")
    bracketed = re.search(r"@.*\((.+)\)", author or "")
    named = bracketed[1] if bracketed else author
    return joined_names(creators) or person_name(named)


def _permanent(item: Element) -> str | None:
    guid = first_text(item, "guid")
    return guid if guid and guid.startswith(("http://", "https://")) else None


def _inner(element: Element | None) -> list[str]:
    """Return the paragraphs of an element: XHTML in it, or HTML escaped."""
    if element is None:
        return []
    if len(element):
        return paragraphs_of(element)
    return fragment_blocks(element.text or "")


def _atom_entry(entry: Element, feed: Element) -> Entry:
    links = "./*[local-name()='link'][not(@rel) or @rel='alternate']/@href"
    people = below(entry, "author/name") or below(feed, "author/name")
    names = [name for each in people if (name := person_name(words(each)))]
    language = values(entry, "ancestor-or-self::*/@xml:lang")
    facts = Facts(
        title=_plain(next(iter(below(entry, "title")), None)),
        published=as_date(first_text(entry, "published", "issued", "updated")),
        byline=joined_names(names),
        outlet=first_text(entry, "source/title") or first_text(feed, "title"),
        url=_absolute(next(iter(values(entry, links)), None), _bases(entry, feed)),
        language=language[-1] if language else None,
    )
    content, summary = (next(iter(below(entry, name)), None) for name in ("content", "summary"))
    return Entry.of(first_text(entry, "id"), facts, _atom_text(content), _atom_text(summary))


def _bases(entry: Element, feed: Element) -> list[str]:
    """Return what the addresses of an entry are part of, the innermost first."""
    told = values(entry, "ancestor-or-self::*/@xml:base")
    links = "./*[local-name()='link'][not(@rel) or @rel='alternate' or @rel='self']/@href"
    return [*reversed(told), *values(feed, links)[:1]]


def _plain(title: Element | None) -> str | None:
    is_markup = title is not None and len(title) > 0
    return (
        words(title) if title is not None and is_markup else " ".join(_atom_text(title))
    ) or None


def _atom_text(element: Element | None) -> list[str]:
    """Return the paragraphs of a text construct; of type ``text``, it is no markup."""
    if element is None or element.get("src"):
        return []
    if element.get("type", "text") in ("text", "text/plain") and not len(element):
        return [line for line in (element.text or "").strip().splitlines() if line.strip()]
    return _inner(element)
