"""JSON Lines, an object a line, streamed; or one JSON document, an object or a list of them.

The shapes of well-known sets are told by their keys: Hugging Face ``cc_news``,
``all-the-news``, Media Cloud, news-please, fundus, BASIL.
"""

import codecs
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import BinaryIO, TypeGuard

from onrecord.errors import FormatError, LimitError
from onrecord.ingest.encoding import decode
from onrecord.ingest.rows import Row, Rows
from onrecord.ingest.source import HEAD_BYTES, Source, size
from onrecord.types import Article, Failure

__all__ = ["articles", "documents", "is_object"]

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
# Under these an object holds its articles: NewsAPI, GDELT, Media Cloud, Solr.
_LISTS = ("articles", "stories", "items", "results", "data", "docs", "documents", "value", "news")


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the article of each object."""
    rows = Rows(source)
    for at, found in documents(source):
        yield found if isinstance(found, Failure) else rows.article(found, at=at)


def documents(source: Source) -> Iterator[tuple[str | int, Row | Failure]]:
    """Yield the objects of a source, each with its line or place in a list.

    Raises:
        FormatError: If this is no JSON at all.
        LimitError: If it is one document and too large.
    """
    first, source = source.head()
    if first.startswith(_WIDE_MARKS):
        source = replace(source, stream=io.BytesIO(decode(source.read()).encode()))
        first, source = source.head()
    if _is_lines(first):
        yield from _read_lines(source)
    else:
        yield from _listed(_parsed(source.read()), source)


def is_object(value: object) -> TypeGuard[Row]:
    """Say whether a value of JSON is an object."""
    return isinstance(value, Mapping)


def _is_lines(first: bytes) -> bool:
    """Say whether the first line is an object by itself, or one too long to tell."""
    line, end, _ = first.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not end:
        return line.startswith(b"{") and len(first) >= HEAD_BYTES
    try:
        return is_object(json.loads(line))
    except (ValueError, RecursionError):
        return line.startswith(b"{") and line.rstrip().endswith(b"}")


def _read_lines(source: Source) -> Iterator[tuple[int, Row | Failure]]:
    for number, line in enumerate(_lines(source.stream, source.limits.text_bytes), 1):
        if isinstance(line, LimitError):
            yield number, source.failure(str(line), at=number)
        elif line.strip():
            yield from _objects(line, source, number)


def _lines(stream: BinaryIO, most: int) -> Iterator[bytes | LimitError]:
    """Yield lines; one that is too long is passed over in bounded memory."""
    while line := stream.readline(most + 1):
        if len(line) <= most:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(most)
        yield LimitError(f"the line is longer than {size(most)}, the most for one article")


def _objects(line: bytes, source: Source, number: int) -> Iterator[tuple[int, Row | Failure]]:
    try:
        items = _items(_parsed(line))
    except FormatError as error:
        yield number, source.failure(str(error), at=number)
        return
    for item in items:
        yield number, item if is_object(item) else source.failure("is no object", at=number)


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FormatError(
            f"is not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}): save it as UTF-8"
        ) from error
    except RecursionError as error:
        raise FormatError("is JSON nested too deep to be read") from error
    except ValueError as error:
        raise FormatError(f"is no JSON: {error}") from error


def _listed(value: object, source: Source) -> Iterator[tuple[int, Row | Failure]]:
    for number, item in enumerate(_items(value), 1):
        yield number, item if is_object(item) else source.failure("is no JSON object", at=number)


def _items(value: object) -> Sequence[object]:
    """Return the objects of a document: its list, the list under a known key, itself."""
    if isinstance(value, list):
        return value
    if is_object(value):
        for key in _LISTS:
            held = value.get(key)
            if isinstance(held, list) and held and all(is_object(item) for item in held):
                return held
        return [value]
    raise FormatError("is JSON without an object in it: wanted articles as objects")
