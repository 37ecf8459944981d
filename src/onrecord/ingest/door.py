"""The one way in: whatever somebody gives, told by its bytes, becomes articles."""

import importlib
import io
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

from onrecord.errors import ExtraError, LimitError, OnRecordError
from onrecord.ingest.facts import Facts
from onrecord.ingest.guard import guarded, reason_of
from onrecord.ingest.language import with_language
from onrecord.ingest.sniff import Format, sniff
from onrecord.ingest.source import Limits, Source
from onrecord.types import Article, Failure

__all__ = ["read_any", "read_source"]


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a format is read: the module, and the extra that brings its library."""

    module: str
    extra: str | None = None
    holds_files: bool = False


_HOMES: Mapping[Format, _Home] = {
    Format.TEXT: _Home("text"),
    Format.HTML: _Home("html", "ingest"),
    Format.JSON: _Home("jsonl"),
    Format.JSONL: _Home("jsonl"),
    Format.CSV: _Home("tables"),
    Format.PARQUET: _Home("parquet", "ingest"),
    Format.NINJS: _Home("ninjs", "ingest"),
    Format.NEWSML: _Home("newsml", "ingest"),
    Format.NITF: _Home("nitf", "ingest"),
    Format.FEED: _Home("feeds", "ingest"),
    Format.JSON_FEED: _Home("jsonfeed", "ingest"),
    Format.WARC: _Home("warc", "ingest", holds_files=True),
    Format.ZIP: _Home("zipped", holds_files=True),
    Format.TAR: _Home("tarred", holds_files=True),
    Format.GZIP: _Home("packed", holds_files=True),
    Format.DOCX: _Home("docx", "office"),
    Format.PDF: _Home("pdf", "office"),
    Format.PRESS: _Home("press"),
    Format.MAIL: _Home("mail", holds_files=True),
}
# Libraries that would write their own troubles to the terminal, though each is told as a failure.
_TALKATIVE = ("pypdf", "trafilatura", "htmldate", "courlan", "py3langid")
_ABOUT = frozenset(("README", "LICENSE", "LICENCE", "COPYING", "NOTICE"))
_NOTHING_TOLD: Mapping[str, str] = {}
_SILENCE = logging.NullHandler()
_NOTHING_GIVEN = Facts()
_USUAL = Limits()


def read_any(
    path_or_stream: Path | BinaryIO,
    given: Facts = _NOTHING_GIVEN,
    *,
    as_: Format | None = None,
    columns: Mapping[str, str] = _NOTHING_TOLD,
    limits: Limits = _USUAL,
    tell: Callable[[str], None] | None = None,
) -> Iterator[Article | Failure]:
    """Yield the articles of a file, a folder or a stream, in any known format.

    >>> [article] = read_any(io.BytesIO(b"It rains."))
    >>> article.text
    'It rains.'

    Args:
        path_or_stream: A path, or an open stream of bytes, which is called ``-``.
        given: Facts that go before what the source itself tells.
        as_: Its format; told by its bytes if None.
        columns: Fact (``text``, ``published``, …) to column, for tables.
        limits: What one article and one archive may take.
        tell: Called with what a person should see: which columns were taken.
    """
    source = Source(uri="-", stream=io.BytesIO(), given=given, columns=columns, limits=limits)
    if tell:
        source = replace(source, tell=tell)
    if not isinstance(path_or_stream, Path):
        yield from read_source(replace(source, stream=path_or_stream), as_=as_)
    elif path_or_stream.is_dir():
        yield from _read_folder(path_or_stream, source, as_)
    else:
        yield from _read_path(path_or_stream, source, as_)


def read_source(source: Source, *, as_: Format | None = None) -> Iterator[Article | Failure]:
    """Yield the articles of some bytes that have a name, archives unpacked.

    Args:
        source: At its beginning.
        as_: Its format; told by its bytes if None.
    """
    try:
        head, source = source.head()
        name = as_ or sniff(head)
        module = _load(name)
    except (OnRecordError, OSError, EOFError) as error:
        yield source.failure(reason_of(error))
        return
    if _HOMES[name].holds_files:
        yield from _read_members(source, module)
        return
    for found in guarded(module.articles(source), source):
        yield found if isinstance(found, Failure) else with_language(found)


def _read_folder(folder: Path, source: Source, as_: Format | None) -> Iterator[Article | Failure]:
    is_empty = True
    for path in _files(folder):
        is_empty = False
        yield from _read_path(path, source, as_)
    if is_empty:
        yield replace(source, uri=str(folder)).failure("is a folder without files")


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, in order; no hidden ones, no links, no README."""
    for parent, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        paths = (Path(parent, name) for name in sorted(files) if not _is_aside(name))
        yield from (path for path in paths if path.is_file() and not path.is_symlink())


def _is_aside(name: str) -> bool:
    """Say whether a file of a folder is none of what the folder holds."""
    return name.startswith(".") or name.partition(".")[0].upper() in _ABOUT


def _read_path(path: Path, source: Source, as_: Format | None) -> Iterator[Article | Failure]:
    named = replace(source, uri=str(path))
    try:
        stream = path.open("rb")
    except OSError as error:
        yield named.failure(f"cannot be opened: {error.strerror or error}")
        return
    with stream:
        yield from read_source(replace(named, stream=stream), as_=as_)


def _load(name: Format) -> ModuleType:
    """Return the module that reads a format; it loads its library.

    Raises:
        ExtraError: If the library is not installed.
    """
    home = _HOMES[name]
    for library in _TALKATIVE:
        logging.getLogger(library).addHandler(_SILENCE)
    try:
        return importlib.import_module(f"onrecord.ingest.{home.module}")
    except ImportError as error:
        raise ExtraError(
            f"is {name.upper()}, which needs {error.name or 'a library'}: "
            f"pip install 'onrecord[{home.extra}]'"
        ) from error


def _read_members(source: Source, module: ModuleType) -> Iterator[Article | Failure]:
    """Yield the articles of what an archive holds."""
    try:
        if source.depth >= source.limits.depth:
            raise LimitError(f"is an archive {source.depth} archives deep: unpack it first")
        for member in module.members(source):
            if isinstance(member, Failure):
                yield member
            else:
                yield from read_source(member)
    # What is wrong with an archive itself; its members have their own guard.
    except (*module.ERRORS, OnRecordError, OSError, EOFError, MemoryError) as error:
        yield source.failure(reason_of(error))
