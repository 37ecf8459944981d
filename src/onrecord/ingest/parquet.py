"""Parquet, an article a row, a few rows at a time, only the columns that are needed."""

from collections.abc import Iterator
from typing import BinaryIO

import pyarrow
import pyarrow.parquet

from onrecord.errors import FormatError
from onrecord.ingest.rows import Rows
from onrecord.ingest.source import Source
from onrecord.types import Article, Failure

__all__ = ["articles"]

_ROWS_AT_ONCE = 64
# What a damaged file may claim for its own table of contents.
_THRIFT_BYTES = 100_000_000


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the article of each row.

    Raises:
        FormatError: If it is no Parquet, or no column holds the text.
    """
    try:
        with source.seekable() as stream:
            yield from _read(stream, source)
    except (pyarrow.ArrowException, UnicodeDecodeError) as error:
        raise FormatError(f"is no whole Parquet file: {str(error).splitlines()[0]}") from error


def _read(stream: BinaryIO, source: Source) -> Iterator[Article | Failure]:
    file = pyarrow.parquet.ParquetFile(
        stream,
        pre_buffer=False,
        thrift_string_size_limit=_THRIFT_BYTES,
        thrift_container_size_limit=_THRIFT_BYTES,
    )
    rows = Rows(source)
    chosen = rows.columns(tuple(file.schema_arrow.names))
    batches = file.iter_batches(
        batch_size=_ROWS_AT_ONCE, columns=list(dict.fromkeys(chosen.values())), use_threads=False
    )
    number = 0
    for batch in batches:
        for row in batch.to_pylist():
            number += 1
            yield rows.article(row, at=number)
