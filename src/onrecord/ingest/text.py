"""Plain text, from a source that has limits; see `onrecord.ingest.plain`."""

from collections.abc import Iterator

from onrecord.ingest.plain import read_bytes
from onrecord.ingest.source import Source
from onrecord.types import Article, Failure

__all__ = ["articles"]


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the one article that a text is.

    Raises:
        LimitError: If it is longer than any article.
    """
    data = source.read(source.limits.text_bytes)
    yield read_bytes(data, uri=source.uri, given=source.given.or_else(source.hints))
