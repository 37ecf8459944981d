"""Bytes that have a name, and how much of them may be taken."""

import contextlib
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Self, cast

from onrecord.errors import LimitError
from onrecord.ingest.facts import Facts
from onrecord.types import Failure, Stage

__all__ = ["HEAD_BYTES", "Limits", "Source", "bytes_read", "size"]

HEAD_BYTES = 65_536
_IN_MEMORY_BYTES = 16_000_000
_MIB = 1 << 20
# Libraries quote what they could not read.
_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one input may take; past it there is a failure, not a full memory.

    Attributes:
        text_bytes: Of one article: a page, a text, a record of a table. The
            longest news texts (transcripts) have half a megabyte.
        document_bytes: Of a file that must be read whole: XML, JSON, a PDF.
        spool_bytes: Of a stream that must be kept to be read from its end.
        unpacked_bytes: Of all that one archive holds.
        ratio: Unpacked to packed bytes; text has 3 to 10, a zip bomb 1,000.
        depth: Archives in archives.
        members: Files in one archive or folder.
        seconds: For one article.
    """

    text_bytes: int = 16 * _MIB
    document_bytes: int = 64 * _MIB
    spool_bytes: int = 4096 * _MIB
    unpacked_bytes: int = 64 * 1024 * _MIB
    ratio: int = 200
    depth: int = 3
    members: int = 2_000_000
    seconds: float = 30.0


def _silent(_: str) -> None:
    """Drop what would be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes to read articles from.

    Attributes:
        uri: What failures and articles are called after.
        stream: The bytes, at their beginning.
        given: Facts that go before what is found.
        columns: Fact to column of a table; what is missing is guessed.
        limits: How much may be taken.
        charset: The encoding that a server told, where one did.
        hints: Facts that go after what is found.
        depth: How many archives this stands in.
        tell: Called with what a person should see: which columns were taken.
    """

    uri: str
    stream: BinaryIO = field(repr=False)
    given: Facts = field(default_factory=Facts)
    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    charset: str | None = None
    hints: Facts = field(default_factory=Facts)
    depth: int = 0
    tell: Callable[[str], None] = _silent

    def head(self) -> tuple[bytes, Self]:
        """Return the first bytes, and the source as it was before they were read."""
        if self.stream.seekable():
            place = self.stream.tell()
            first = bytes_read(self.stream, HEAD_BYTES)
            self.stream.seek(place)
            return first, self
        first = bytes_read(self.stream, HEAD_BYTES)
        joined = io.BufferedReader(_Joined(first, self.stream), HEAD_BYTES)
        return first, replace(self, stream=joined)

    def read(self, most: int | None = None) -> bytes:
        """Return all the bytes.

        Raises:
            LimitError: If there are more than ``most``, or than a document may have.
        """
        most = self.limits.document_bytes if most is None else most
        data = bytes_read(self.stream, most + 1)
        if len(data) > most:
            raise LimitError(f"is larger than {size(most)}, the most that one article may have")
        return data

    @contextlib.contextmanager
    def seekable(self) -> Iterator[BinaryIO]:
        """Give the stream, or a copy that is dropped afterwards where it cannot go back.

        Raises:
            LimitError: If such a copy would be too large.
        """
        if self.stream.seekable():
            yield self.stream
            return
        with SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES) as copy:
            while block := self.stream.read(_MIB):
                copy.write(block)
                if copy.tell() > self.limits.spool_bytes:
                    raise LimitError(f"is larger than {size(self.limits.spool_bytes)}: give a file")
            copy.seek(0)
            yield cast("BinaryIO", copy)

    def inside(self, name: str, stream: BinaryIO) -> Self:
        """Return a member of this source."""
        return replace(
            self, uri=f"{self.uri}#{name}", stream=stream, depth=self.depth + 1, charset=None
        )

    def failure(self, reason: str, *, at: str | int | None = None) -> Failure:
        """Return a failure of this source, or of one place in it."""
        uri = self.uri if at is None else f"{self.uri}#{at}"
        told = " ".join(reason.split())
        return Failure(uri=uri, stage=Stage.INGEST, reason=told[:_LONGEST_REASON])


def bytes_read(stream: BinaryIO, most: int) -> bytes:
    """Return up to that many bytes, however few a single read gives."""
    blocks, left = [], most
    while left > 0 and (block := stream.read(min(left, _MIB))):
        blocks.append(block)
        left -= len(block)
    return b"".join(blocks)


def size(count: int) -> str:
    """Return a number of bytes as people say it.

    >>> size(16 << 20)
    '16 MiB'
    """
    return f"{count / _MIB:,.0f} MiB" if count >= _MIB else f"{count:,} bytes"


class _Joined(io.RawIOBase):
    """A stream whose first bytes were taken, with them in front again."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = first
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        block = self._first[: len(view)] or self._rest.read(len(view))
        self._first = self._first[len(view) :]
        view[: len(block)] = block
        return len(block)
