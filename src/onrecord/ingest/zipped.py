"""A zip archive: each file in it a source of its own; nothing is ever written to disk."""

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from onrecord.errors import FormatError, LimitError
from onrecord.ingest.bounded import Bounded, Budget, length
from onrecord.ingest.source import Source
from onrecord.types import Failure

__all__ = ["ERRORS", "members"]

# What the library raises for what is damaged, packed in a way it has not, or locked.
ERRORS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError)
_ENCRYPTED = 1
# What Windows and Office put beside the files of a folder.
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini"})


def members(source: Source) -> Iterator[Source | Failure]:
    """Yield each file of the archive, or why it cannot be opened.

    Raises:
        FormatError: If it is no zip archive.
        LimitError: If it holds too many files, or unpacks to too much.
    """
    with source.seekable() as stream, _opened(stream) as archive:
        packed = length(stream)
        budget = Budget(source.limits, lambda: packed)
        files = [info for info in archive.infolist() if is_file_name(info.filename)]
        if len(files) > source.limits.members:
            raise LimitError(f"holds {len(files):,} files, more than {source.limits.members:,}")
        for info in files:
            yield from _member(archive, info, source, budget)


def _opened(stream: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except ERRORS as error:
        raise FormatError(f"is no whole zip archive: {error}") from error


def is_file_name(name: str) -> bool:
    """Say whether a member is a file that somebody put there: no folder, nothing hidden."""
    parts = name.replace("\\", "/").split("/")
    is_hidden = any(part.startswith(".") and part not in (".", "..") for part in parts)
    is_left_behind = parts[-1].startswith("~$") or parts[-1].lower() in _LEFT_BEHIND
    return bool(parts[-1]) and not is_hidden and not is_left_behind and parts[0] != "__MACOSX"


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source, budget: Budget
) -> Iterator[Source | Failure]:
    if info.flag_bits & _ENCRYPTED:
        yield source.failure("is locked with a password: unpack it first", at=info.filename)
        return
    try:
        with archive.open(info) as stream:
            unpacked = Bounded.buffered(cast("BinaryIO", stream), budget)
            yield source.inside(info.filename, unpacked)
    except ERRORS as error:
        yield source.failure(f"cannot be unpacked: {error}", at=info.filename)
