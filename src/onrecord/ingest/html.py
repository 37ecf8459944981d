"""A web page: the article's own paragraphs, and what the page states around them."""

from collections.abc import Iterator

import trafilatura
from lxml import etree, html

from onrecord.errors import FormatError, LimitError
from onrecord.ingest.blocks import paragraphs_of
from onrecord.ingest.compose import compose_paragraphs
from onrecord.ingest.markup_encoding import decode_markup
from onrecord.ingest.noise import without_noise
from onrecord.ingest.page_body import joined, smoothed
from onrecord.ingest.page_facts import page_facts
from onrecord.ingest.source import Source
from onrecord.types import Article, Failure

__all__ = ["articles"]

# The largest of 181 news and blog pages has 1,709. What follows takes the square
# of their number in C, where no time limit reaches it: 40,000 take some ten seconds.
_MOST_ELEMENTS = 40_000
# Characters: an article so short may be a notice, if another way finds so many times more.
_SHORT, _FAR_LONGER = 500, 3


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the one article that a page holds.

    Raises:
        FormatError: If nothing in it can be told to be an article.
        LimitError: If it is larger than any page.
        TextError: If it is no text.
    """
    data = source.read(source.limits.text_bytes)
    page = _parsed(decode_markup(data, source.charset))
    if _count(page) > _MOST_ELEMENTS:
        raise LimitError(f"has more than {_MOST_ELEMENTS:,} elements, which no article's page has")
    facts = source.given.or_else(page_facts(page)).or_else(source.hints)
    titles = [one.text_content() for one in page.iter("h1")]
    blocks = without_noise(_body(page), titles=[*titles, facts.title or ""])
    if not blocks:
        raise FormatError("is a web page in which no article can be told from what surrounds it")
    yield compose_paragraphs(blocks, uri=source.uri, facts=facts)


def _count(page: html.HtmlElement) -> float:
    count = page.xpath("count(//node()[not(self::text())])")
    return count if isinstance(count, float) else 0


def _parsed(text: str) -> html.HtmlElement:
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True
    )
    try:
        return html.document_fromstring(text.encode(errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise FormatError(f"is no web page that can be parsed: {error}") from error


def _body(page: html.HtmlElement) -> list[str]:
    """Return the paragraphs of the article; the page is changed on the way."""
    smoothed(page)
    blocks = _main_blocks(page)
    if joined(page, " ".join(" ".join(blocks).split())):
        blocks = _main_blocks(page)
    if sum(map(len, blocks)) < _SHORT:
        # What is told to be the article most surely may be a notice above it.
        more = _main_blocks(page, surely=False)
        if sum(map(len, more)) > _FAR_LONGER * sum(map(len, blocks)):
            return more
    return blocks


def _main_blocks(page: html.HtmlElement, *, surely: bool = True) -> list[str]:
    # Precision first: on the 90 development pages F .969, recall as without it
    # (python -m benchmarks.html; plain .960, with more than the article).
    try:
        found = trafilatura.bare_extraction(
            page,
            favor_precision=surely,
            include_comments=False,
            include_formatting=True,
            with_metadata=False,
        )
    except ValueError as error:
        raise FormatError(f"is a page that cannot be parsed: {error}") from error
    # As a document, never as a mapping, since `as_dict` was not asked for.
    body = getattr(found, "body", None)
    return [] if body is None else paragraphs_of(body, heads=True)
