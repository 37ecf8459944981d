"""Plain text: UTF-8, with or without a header, as it was typed or scraped."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import TextError
from onrecord.ingest.encoding import decode
from onrecord.ingest.facts import Facts
from onrecord.ingest.front import find_front
from onrecord.ingest.header import find_header
from onrecord.layout import paragraphs
from onrecord.types import Article, Failure, Span, Stage

__all__ = ["read_bytes", "read_file", "read_stream"]

_NOTHING_GIVEN = Facts()
_SENTENCE_ENDS = tuple(".!?…:;”\"'’)]")
_LONGEST_TITLE = 150


def read_file(path: Path, given: Facts = _NOTHING_GIVEN) -> Article | Failure:
    """Return the article in a file, or why there is none.

    Args:
        path: The file; its name is the article's ``uri``.
        given: Facts that go before what the file itself tells.
    """
    return _read_from(path.read_bytes, uri=str(path), given=given)


def read_stream(stream: BinaryIO, *, uri: str, given: Facts = _NOTHING_GIVEN) -> Article | Failure:
    """Return the article that an open stream holds, or why there is none.

    Args:
        stream: Read to its end, not closed.
        uri: What to call it.
        given: Facts that go before what the text itself tells.
    """
    return _read_from(stream.read, uri=uri, given=given)


def read_bytes(data: bytes, *, uri: str, given: Facts = _NOTHING_GIVEN) -> Article | Failure:
    """Return the article in some bytes, or why there is none.

    Args:
        data: Text, as a file holds it.
        uri: Where it came from.
        given: Facts that go before what the text itself tells.
    """
    try:
        text = decode(data)
    except TextError as error:
        return _failure(uri, str(error))
    header, start = find_header(text)
    if not text[start:].strip():
        return _failure(uri, "holds a header and no text below it")
    return _article(text, start, uri=uri, facts=given.or_else(header))


def _read_from(source: Callable[[], bytes], *, uri: str, given: Facts) -> Article | Failure:
    try:
        data = source()
    except IsADirectoryError:
        return _failure(uri, "is a folder: give the files in it")
    except OSError as error:
        return _failure(uri, f"cannot be opened: {error.strerror or error}")
    return read_bytes(data, uri=uri, given=given)


def _article(text: str, start: int, *, uri: str, facts: Facts) -> Article:
    below = paragraphs(text, [Span(start, len(text))])
    front = find_front(text, below)
    body = _without(front.outside, Span(start, len(text)), text)
    told = facts.or_else(front.facts).or_else(Facts(title=_title(text, body)))
    return Article(
        text=text,
        uri=uri,
        title=told.title,
        published=told.published,
        byline=told.byline,
        dateline=told.dateline,
        outlet=told.outlet,
        url=told.url,
        language=told.language,
        credits=told.credits,
        body=body,
    )


def _without(outside: tuple[Span, ...], whole: Span, text: str) -> tuple[Span, ...]:
    """Return what is left of the whole, without parts that hold no words."""
    starts = [whole.start, *(span.end for span in outside)]
    ends = [*(span.start for span in outside), whole.end]
    return tuple(
        Span(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()
    )


def _title(text: str, body: tuple[Span, ...]) -> str | None:
    """Return the first line where it surely is a headline.

    Surely: short, no sentence's end, and a sentence in the line below a gap.
    It stays in the body, as headlines hold statements too.
    """
    lines = paragraphs(text, body)[:2]
    if len(lines) < 2:
        return None
    first, second = (text[line.start : line.end].strip() for line in lines)
    gap = text[lines[0].end : lines[1].start]
    is_title = (
        len(first) <= _LONGEST_TITLE
        and len(first.split()) > 2
        and first[0].isalnum()
        and not first.endswith(_SENTENCE_ENDS)
        and second.endswith(_SENTENCE_ENDS)
        and len(gap.splitlines()) > 1
    )
    return first if is_title else None


def _failure(uri: str, reason: str) -> Failure:
    return Failure(uri=uri, stage=Stage.INGEST, reason=reason)
