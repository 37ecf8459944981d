"""Bytes to articles: an `Article`, or a `Failure` that says why there is none."""

from onrecord.ingest.dates import parse_published
from onrecord.ingest.facts import Facts
from onrecord.ingest.plain import read_bytes, read_file, read_stream

__all__ = ["Facts", "parse_published", "read_bytes", "read_file", "read_stream"]
