"""Bytes to articles: an `Article`, or a `Failure` that says why there is none."""

from onrecord.ingest.dates import parse_published
from onrecord.ingest.door import read_any
from onrecord.ingest.facts import Facts
from onrecord.ingest.plain import read_bytes, read_file, read_stream
from onrecord.ingest.sniff import Format
from onrecord.ingest.source import Limits

__all__ = [
    "Facts",
    "Format",
    "Limits",
    "parse_published",
    "read_any",
    "read_bytes",
    "read_file",
    "read_stream",
]
