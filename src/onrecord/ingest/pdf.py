"""PDF: the text of its pages as paragraphs; one article, or many as press databases export them."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import quantiles

import pypdf
import pypdf.errors

from onrecord.errors import FormatError, LimitError
from onrecord.ingest.press import press_articles
from onrecord.ingest.source import Source
from onrecord.types import Article, Failure

__all__ = ["articles", "joined_lines"]

_MOST_PAGES = 5000
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*\s*$")
_LABEL = re.compile(r"[A-Z][A-Za-z-]{2,20}:\s|(?:Body|End of Document)\s*$|\d+ words\s*$")
# What pypdf throws at places and numbers that a whole PDF does not have.
_DAMAGED = (
    *(pypdf.errors.PyPdfError, LookupError, ArithmeticError),
    *(TypeError, AttributeError, ValueError, zlib.error),
)
# A line this much shorter than most is the last of its paragraph, or stands alone.
_FULL_WIDTH = 0.8


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the article, or each that an export holds.

    Raises:
        FormatError: If it is no whole PDF, is locked, or holds pictures of text only.
        LimitError: If it has too many pages.
    """
    try:
        with source.seekable() as stream:
            pages = _pages(pypdf.PdfReader(stream, strict=False))
    except _DAMAGED as error:
        raise FormatError(f"is no whole PDF: {error}") from error
    lines = joined_lines(_without_running(pages))
    if not lines:
        raise FormatError("is a PDF without text: its pages are pictures")
    yield from press_articles(lines, source)


def _pages(reader: pypdf.PdfReader) -> list[list[str]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise FormatError("is locked with a password: save it unlocked first")
    if len(reader.pages) > _MOST_PAGES:
        raise LimitError(f"has {len(reader.pages):,} pages, more than {_MOST_PAGES:,}")
    return [page.extract_text().splitlines() for page in reader.pages]


def _without_running(pages: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of all pages, without those that run along at their tops and ends."""
    edges = Counter(
        _NUMBER.sub("#", line.strip()) for page in pages for line in {*page[:2], *page[-2:]}
    )
    running = {line for line, count in edges.items() if count >= 3 and 2 * count > len(pages)}
    return [
        line
        for page in pages
        for line in page
        if _NUMBER.sub("#", line.strip()) not in running and not _PAGE_NUMBER.fullmatch(line)
    ]


def joined_lines(lines: Sequence[str]) -> list[str]:
    """Return paragraphs of lines as they stand on a page.

    >>> joined_lines(["The minis-", "ter said no, and then she", "left.", "It rains all day here."])
    ['The minister said no, and then she left.', 'It rains all day here.']
    """
    widths = [len(line) for line in lines if line.strip()]
    width = quantiles(widths, n=10)[-1] if len(widths) > 1 else 0
    found: list[str] = []
    is_open = False
    for line in lines:
        words = line.strip()
        if words and is_open and not _LABEL.match(words):
            found[-1] = _together(found[-1], words)
        elif words:
            found.append(words)
        is_open = _goes_on(words, width, is_first=bool(words) and found[-1] == words)
    return found


def _goes_on(line: str, width: float, *, is_first: bool) -> bool:
    """Say whether a paragraph goes on after a line: a full one, or one that ends no sentence."""
    if not line or _LABEL.match(line):
        return False
    if line.endswith("-") or len(line) >= _FULL_WIDTH * width:
        return True
    return not is_first and not _SENTENCE_END.search(line)


def _together(before: str, after: str) -> str:
    is_cut = before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()
    return before[:-1] + after if is_cut else f"{before} {after}"
