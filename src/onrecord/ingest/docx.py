"""Word files: one article, or many as press databases export them."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import docx
import docx.table
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError

from onrecord.errors import FormatError, LimitError
from onrecord.ingest.press import press_articles
from onrecord.ingest.source import Source, size
from onrecord.types import Article, Failure

__all__ = ["articles"]

# What the library raises for parts that are missing, damaged, or no XML (a `SyntaxError`).
_ERRORS = (
    *(PythonDocxError, OpcError, zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(EOFError, SyntaxError, NotImplementedError),
    *(KeyError, ValueError, AttributeError, TypeError, IndexError, RuntimeError),
)


def articles(source: Source) -> Iterator[Article | Failure]:
    """Yield the article, or each that an export holds.

    Raises:
        FormatError: If it is no whole .docx file.
        LimitError: If it unpacks to too much.
    """
    with source.seekable() as stream:
        _refuse_bomb(stream, source.limits.document_bytes)
        try:
            lines = _lines(docx.Document(stream))
        except _ERRORS as error:
            raise FormatError(f"is no whole Word file: {error}") from error
    yield from press_articles(lines, source)


def _refuse_bomb(stream: BinaryIO, most: int) -> None:
    """Refuse a file whose parts unpack to too much, before the library reads them whole."""
    try:
        with zipfile.ZipFile(stream) as parts:
            total = sum(part.file_size for part in parts.infolist() if part.filename.endswith("l"))
            largest = max((part.file_size for part in parts.infolist()), default=0)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise FormatError(f"is no whole Word file: {error}") from error
    if max(total, largest) > most:
        raise LimitError(f"unpacks to more than {size(most)}")
    stream.seek(0)


def _lines(document: "docx.document.Document") -> list[str]:
    """Return the paragraphs, those of tables by row and cell."""
    found: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, docx.table.Table):
            found += [cell.text for row in part.rows for cell in row.cells]
        else:
            found.append(part.text)
    return found
