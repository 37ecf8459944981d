"""A file packed by itself: gzip, bzip2 or xz."""

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from onrecord.errors import FormatError
from onrecord.ingest.bounded import Bounded, Budget
from onrecord.ingest.source import Source
from onrecord.types import Failure

__all__ = ["ERRORS", "members"]

ERRORS = (zlib.error, lzma.LZMAError)
# lzma may be told to take any memory for its dictionary; xz -9 takes 65 MiB.
_XZ_MEMORY = 256 << 20


def members(source: Source) -> Iterator[Source | Failure]:
    """Yield the one file inside, under the packed file's own name.

    Raises:
        FormatError: If it is packed in none of these ways.
    """
    first, source = source.head()
    counted = _Counted(source.stream)
    stream = _unpacking(first, counted)
    budget = Budget(source.limits, lambda: counted.count)
    unpacked = Bounded.buffered(stream, budget)
    yield replace(source, stream=unpacked, depth=source.depth + 1)


def _unpacking(first: bytes, stream: "_Counted") -> BinaryIO:
    buffered = io.BufferedReader(stream)
    if first.startswith(b"\x1f\x8b"):
        return cast("BinaryIO", gzip.GzipFile(fileobj=buffered))
    if first.startswith(b"BZh"):
        return cast("BinaryIO", bz2.BZ2File(buffered))
    if first.startswith(b"\xfd7zXZ\x00"):
        return cast("BinaryIO", io.BufferedReader(_Xz(buffered)))
    raise FormatError("is packed neither with gzip nor with bzip2 or xz")


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were taken."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        block = self._stream.read(len(view))
        self.count += len(block)
        view[: len(block)] = block
        return len(block)


class _Xz(io.RawIOBase):
    """What xz unpacks, in memory that is bounded, as `lzma.LZMAFile` has no bound."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._unpacker = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        block = b""
        while not block and not self._unpacker.eof:
            more = self._stream.read(1 << 16) if self._unpacker.needs_input else b""
            if not more and self._unpacker.needs_input:
                raise EOFError
            block = self._unpacker.decompress(more, len(view))
        view[: len(block)] = block
        return len(block)
