"""NewsML-G2: news items alone or in messages, with NITF, XHTML or plain text inside."""

from collections.abc import Iterator

from onrecord.errors import FormatError
from onrecord.ingest.blocks import fragment_blocks, paragraphs_of
from onrecord.ingest.columns import as_date
from onrecord.ingest.compose import compose_paragraphs
from onrecord.ingest.facts import Facts
from onrecord.ingest.nitf import nitf_blocks, nitf_facts
from onrecord.ingest.source import Source
from onrecord.ingest.wire import as_moment, withdrawn
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

__all__ = ["articles"]


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the article of each news item.

    Raises:
        FormatError: If the document is not well-formed, or holds no news item.
    """
    root = parse_xml(source.read())
    items = _items(root)
    if not items:
        raise FormatError(f"is a NewsML-G2 {local_name(root)}, which holds no news item's text")
    for number, item in enumerate(items, 1):
        yield _article(item, source, None if item is root else number)


def _items(root: Element) -> list[Element]:
    if local_name(root) == "newsItem":
        return [root]
    return elements(root, "./*[local-name()='itemSet']/*[local-name()='newsItem']")


def _article(item: Element, source: Source, number: int | None) -> Article | Failure:
    uri = source.uri if number is None else f"{source.uri}#{number}"
    reason = withdrawn(
        _first(item, "./*[local-name()='itemMeta']/*[local-name()='pubStatus']/@qcode")
    )
    if reason:
        return source.failure(reason, at=number)
    blocks, inside = _content(item)
    if not blocks:
        return source.failure(f"is a news item without text ({_kind(item)})", at=number)
    facts = source.given.or_else(_facts(item)).or_else(inside)
    return compose_paragraphs(blocks, uri=uri, facts=facts)


def _kind(item: Element) -> str:
    kind = _first(item, "./*[local-name()='itemMeta']/*[local-name()='itemClass']/@qcode")
    return f"its class is {kind}" if kind else "it tells no class"


def _content(item: Element) -> tuple[list[str], Facts]:
    """Return the paragraphs of the first content that has words, and what it tells itself."""
    for content in below(item, "contentSet/inlineXML"):
        for root in content:
            if local_name(root) == "nitf" and (blocks := nitf_blocks(root)):
                return blocks, nitf_facts(root)
            if local_name(root) in ("html", "body", "div", "section", "article"):
                blocks = paragraphs_of(root)
                if blocks:
                    return blocks, Facts()
    return _inline_data(item), Facts()


def _inline_data(item: Element) -> list[str]:
    for content in below(item, "contentSet/inlineData"):
        kind = content.get("contenttype") or "text/plain"
        text = "".join(map(str, content.itertext())).strip()
        if "html" in kind and text:
            return fragment_blocks(text)
        if kind.startswith("text/plain") and text:
            return [text]
    return []


def _facts(item: Element) -> Facts:
    dates = ("itemMeta/versionCreated", "contentMeta/contentModified", "contentMeta/contentCreated")
    told = (as_date(first_text(item, path)) for path in (*dates, "itemMeta/firstCreated"))
    return Facts(
        title=first_text(item, "contentMeta/headline", "itemMeta/title"),
        published=next((date for date in told if date), None),
        byline=first_text(item, "contentMeta/by") or _creators(item),
        dateline=first_text(item, "contentMeta/dateline"),
        outlet=first_text(item, "itemMeta/provider/name", "contentMeta/infoSource/name")
        or _first(item, "./*[local-name()='itemMeta']/*[local-name()='provider']/@literal"),
        url=item.get("guid"),
        language=_first(item, "./*[local-name()='contentMeta']/*[local-name()='language']/@tag")
        or _first(item, "./@xml:lang"),
        version=item.get("version"),
        embargo=as_moment(first_text(item, "itemMeta/embargoed")),
    )


def _creators(item: Element) -> str | None:
    names = [words(name) for name in below(item, "contentMeta/creator/name")]
    return ", ".join(name for name in names if name) or None


def _first(node: Element, xpath: str) -> str | None:
    return next(iter(values(node, xpath)), None)
