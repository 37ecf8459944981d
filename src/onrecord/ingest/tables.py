"""CSV and its kin, an article a row, streamed: comma, tab, semicolon or bar."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from onrecord.errors import FormatError, LimitError
from onrecord.ingest.columns import guess_columns
from onrecord.ingest.encoding import windows_text
from onrecord.ingest.rows import Rows
from onrecord.ingest.source import Source, size
from onrecord.types import Article, Failure

__all__ = ["articles"]

_SIGNS = ",\t;|"
_ESCAPED = re.compile("[\udc80-\udcff]")
# What Excel puts above a table for itself.
_SIGN_LINE = re.compile(r"sep=(?P<sign>.)\s*$", re.IGNORECASE)


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the article of each row below the first, which names the columns.

    Raises:
        FormatError: If there are no columns, or none holds the text.
        LimitError: If a line or a quoted cell is too long.
    """
    first, source = source.head()
    # The module's own limit, 128 KiB a cell, is below a transcript's length.
    csv.field_size_limit(source.limits.text_bytes)
    lines = _lines(source, _encoding(first))
    header = next(lines, "")
    told = _SIGN_LINE.match(header)
    header = next(lines, "") if told else header
    sign = told["sign"] if told else _sign(header)
    names = _cells(header, sign)
    rows = Rows(source)
    rows.columns(tuple(names))
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=sign), 2):
            if cells:
                yield _article(rows, names, cells, source, number)
    except csv.Error as error:
        raise FormatError(f"is no table from here on: {error}") from error


def _encoding(first: bytes) -> str:
    is_wide = first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "utf-16" if is_wide else "utf-8-sig"


def _lines(source: Source, encoding: str) -> Iterator[str]:
    """Yield lines; bytes in another encoding become surrogates, which fail their row only."""
    text = io.TextIOWrapper(source.stream, encoding=encoding, errors="surrogateescape", newline="")
    most = source.limits.text_bytes
    try:
        while line := text.readline(most):
            if len(line) == most:
                raise LimitError(f"has a line longer than {size(most)}, the most for one article")
            yield _mended(line)
    except UnicodeDecodeError as error:
        raise FormatError(f"is not {encoding.upper()}: save it as UTF-8") from error
    finally:
        text.detach()


def _mended(line: str) -> str:
    """Return a line of bytes that are no UTF-8 as windows-1252, where they surely are that."""
    if line.isascii() or not _ESCAPED.search(line):
        return line
    return windows_text(line.encode("utf-8", errors="surrogateescape")) or line


def _sign(header: str) -> str:
    """Return the sign between cells: the one that gives most known columns, else most cells."""
    return max(
        _SIGNS, key=lambda sign: (len(guess_columns(cells := _cells(header, sign))), len(cells))
    )


def _cells(line: str, sign: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=sign), [])]
    except csv.Error as error:
        raise FormatError(f"has no line of column names: {error}") from error


def _article(
    rows: Rows, names: list[str], cells: list[str], source: Source, number: int
) -> Article | Failure:
    if len(cells) != len(names):
        reason = f"the row has {len(cells)} cells, the first line names {len(names)} columns"
        return source.failure(reason, at=number)
    return rows.article(dict(zip(names, cells, strict=True)), at=number)
