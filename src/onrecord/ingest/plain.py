"""Plain text: UTF-8, with or without a header, as it was typed or scraped."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import TextError
from onrecord.ingest.compose import compose
from onrecord.ingest.encoding import decode
from onrecord.ingest.facts import Facts
from onrecord.ingest.header import find_header
from onrecord.types import Article, Failure, Stage

__all__ = ["read_bytes", "read_file", "read_stream"]

_NOTHING_GIVEN = Facts()


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
    return compose(text, uri=uri, facts=given.or_else(header), start=start)


def _read_from(source: Callable[[], bytes], *, uri: str, given: Facts) -> Article | Failure:
    try:
        data = source()
    except IsADirectoryError:
        return _failure(uri, "is a folder: give the files in it")
    except OSError as error:
        return _failure(uri, f"cannot be opened: {error.strerror or error}")
    return read_bytes(data, uri=uri, given=given)


def _failure(uri: str, reason: str) -> Failure:
    return Failure(uri=uri, stage=Stage.INGEST, reason=reason)
