"""WARC, as web archives and Common Crawl's CC-NEWS keep pages, record by record."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from onrecord.ingest.facts import Facts
from onrecord.ingest.source import Source, size
from onrecord.types import Failure

__all__ = ["ERRORS", "members"]

ERRORS = (OSError, ValueError)
_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200
_STARTS = (b"\nWARC/1.", b"\x1f\x8b\x08")
_BLOCK_BYTES = 1 << 20
# An archive with more breaks than this is none.
_MOST_BREAKS = 1000


def members(source: Source) -> Iterator[Source | Failure]:
    """Yield each page that was fetched well, and each text made of one (WET).

    After a record that is broken the next whole one is looked for, where the
    stream can go back; else the rest is lost, and a failure tells.
    """
    walk = _Walk(source)
    for _ in range(_MOST_BREAKS):
        yield from walk.records()
        if walk.is_over or not walk.find_next():
            return


class _Walk:
    """Goes through an archive's records, from one break to the next."""

    def __init__(self, source: Source) -> None:
        self.is_over = False
        self._source = source
        self._number = 0
        self._start = self._place = 0
        self._told = -1

    def records(self) -> Iterator[Source | Failure]:
        """Yield what the records hold, up to the end or a record that is broken."""
        stream = cast("BinaryIO", _Plain(self._source.stream))
        try:
            for record in ArchiveIterator(stream, record_types=_KINDS, parse_http=False):
                self._number += 1
                self._place = self._start + record.stream_pos
                found = _member(record, self._source, self._number)
                if found is not None:
                    yield found
            self.is_over = True
        except BaseException as error:
            if not _is_broken_record(error):
                raise
            # A broken record is met twice: behind the last whole one, and by itself.
            if self._told != self._number:
                yield self._source.failure(f"a record is broken: {error}", at=self._number + 1)
            self._told = self._number

    def find_next(self) -> bool:
        """Go to where another record may begin, and say whether there is such a place."""
        found = _next_start(self._source.stream, self._place + 1)
        if found is not None:
            self._start = self._place = found
        return found is not None


class _Plain:
    """A stream that can only be read on: the library falls over one that says it cannot go back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        block = self._stream.read(size)
        self._place += len(block)
        return block

    def tell(self) -> int:
        return self._place


def _is_broken_record(error: BaseException) -> bool:
    # The library is Rust, whose panics come as no `Exception`.
    return isinstance(error, ERRORS) or type(error).__name__ == "PanicException"


def _next_start(stream: BinaryIO, place: int) -> int | None:
    """Go to where another record may begin, from a place on, and return where that is."""
    if not stream.seekable():
        return None
    stream.seek(place)
    before = b""
    while block := stream.read(_BLOCK_BYTES):
        found = [at for mark in _STARTS if (at := (before + block).find(mark)) >= 0]
        if found:
            begins = place - len(before) + min(found)
            stream.seek(begins)
            # The line's end before an unpacked record is none of it.
            begins += stream.read(1) == b"\n"
            return stream.seek(begins)
        place += len(block)
        before = block[-8:]
    return None


def _member(record: WarcRecord, source: Source, number: int) -> Source | Failure | None:
    """Return a record's page; None for what is none, which is most of a crawl's bytes."""
    if record.record_type == WarcRecordType.response:
        record.parse_http(auto_decode="all")
        if not record.is_http_parsed or record.http_headers.status_code != _OK:
            return None
    if not _is_page(record):
        return None
    data = record.reader.read(source.limits.text_bytes + 1)
    if len(data) > source.limits.text_bytes:
        return source.failure(f"is larger than {size(source.limits.text_bytes)}", at=number)
    if len(data) < record.content_length and not _is_encoded(record):
        return source.failure("the record ends too early: it is not whole", at=number)
    address = str(record.headers.get("WARC-Target-URI", "")).strip("<>") or None
    member = source.inside(str(number), io.BytesIO(data))
    return replace(member, charset=record.http_charset, hints=Facts(url=address))


def _is_page(record: WarcRecord) -> bool:
    if record.record_type == WarcRecordType.conversion:
        return str(record.headers.get("Content-Type", "")).startswith("text/plain")
    if record.record_type == WarcRecordType.resource:
        return str(record.headers.get("Content-Type", "")).startswith(_PAGES)
    return str(record.http_content_type).startswith(_PAGES)


def _is_encoded(record: WarcRecord) -> bool:
    """Say whether a body was packed on its way, so that its length tells nothing."""
    names = ("Content-Encoding", "Transfer-Encoding")
    return record.is_http and any(record.http_headers.get(name) for name in names)
