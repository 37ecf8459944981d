"""NITF 3.x: a news article as agencies mark it up."""

import datetime
import re
from collections.abc import Iterator

from onrecord.errors import FormatError
from onrecord.ingest.blocks import paragraphs_of
from onrecord.ingest.columns import as_date
from onrecord.ingest.compose import compose_paragraphs
from onrecord.ingest.facts import Facts
from onrecord.ingest.source import Source
from onrecord.ingest.wire import as_moment
from onrecord.ingest.xml import Element, below, elements, first_text, parse_xml, values, words
from onrecord.types import Article, Failure

__all__ = ["articles", "nitf_blocks", "nitf_facts"]

_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the one article that a document is.

    Raises:
        FormatError: If it is not well-formed, or has no words in its body.
    """
    root = parse_xml(source.read())
    facts = source.given.or_else(nitf_facts(root))
    blocks = nitf_blocks(root)
    if not blocks:
        raise FormatError("is NITF without words in its body.content")
    yield compose_paragraphs(blocks, uri=source.uri, facts=facts)


def nitf_blocks(root: Element) -> list[str]:
    """Return the paragraphs of the article itself."""
    contents = below(root, "body/body.content")
    return [block for content in contents for block in paragraphs_of(content)]


def nitf_facts(root: Element) -> Facts:
    """Return what head and body.head tell."""
    dates = values(
        root,
        "./*[local-name()='head']/*[local-name()='docdata']"
        "/*[local-name()='date.issue' or local-name()='date.release']/@norm"
        " | ./*[local-name()='head']/*[local-name()='pubdata']/@date.publication",
    )
    publications = values(root, "./*[local-name()='head']/*[local-name()='pubdata']/@name")
    return Facts(
        title=first_text(root, "body/body.head/hedline/hl1", "head/title"),
        published=next((date for date in map(as_date, dates) if date), None),
        byline=_byline(root),
        dateline=first_text(root, "body/body.head/dateline/location"),
        outlet=first_text(root, "body/body.head/distributor/org", "body/body.head/distributor")
        or next(iter(publications), None),
        url=next(iter(values(root, ".//*[local-name()='doc-id']/@id-string")), None),
        language=next(iter(values(root, "./@xml:lang")), None),
        embargo=_embargo(root),
        credits=tuple(words(each) for each in _producers(root) if words(each)),
    )


def _embargo(root: Element) -> datetime.datetime | None:
    """Return when a document that is told to be embargoed is released."""
    docdata = "./*[local-name()='head']/*[local-name()='docdata']"
    told = values(root, f"{docdata}/@management-status | {docdata}/*[local-name()='ed-msg']/@info")
    if not any("embargo" in words_.lower() for words_ in told):
        return None
    released = values(root, f"{docdata}/*[local-name()='date.release']/@norm")
    return next((moment for moment in map(as_moment, released) if moment), None)


def _producers(root: Element) -> list[Element]:
    """Return who made the pictures."""
    return elements(root, ".//*[local-name()='media']//*[local-name()='media-producer']")


def _byline(root: Element) -> str | None:
    """Return the names of a byline, without ``By`` and without the writers' titles."""
    for byline in below(root, "body/body.head/byline"):
        people = [words(person) for person in below(byline, "person")]
        said = ", ".join(people) or (byline.text or "")
        name = _BY.sub("", " ".join(said.split())).strip(" ,")
        if name:
            return name
    return first_text(root, "body/body.head/byline")
