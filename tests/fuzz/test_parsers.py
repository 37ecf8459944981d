"""Made-up bytes for every parser: ``make fuzz``; a few each in ``make test``.

What it finds becomes a case of ``tests/ingest/test_bad_input.py``.
"""

import io
import os
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingest_forms import SAMPLES, TEXT

from onrecord.ingest import Limits, read_any
from onrecord.ingest.sniff import Format
from onrecord.types import Article, Failure

# Without this, in `make test`, a few inputs that are the same each time.
SECONDS = float(os.environ.get("ONRECORD_FUZZ_SECONDS", "0"))
# An article of no size takes this long, were a parser to hang.
LIMITS = Limits(seconds=10)
# Pieces that parsers look for.
PIECES = (
    *(
        b"<",
        b">",
        b"</",
        b"<p>",
        b"<div>",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"<!DOCTYPE x [",
        b"&#0;",
    ),
    *(
        b"&lt;",
        b"&nbsp;",
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b":",
        b",",
        b"\\ud800",
        b"\\u0000",
        b"null",
    ),
    *(b"\n", b"\r\n", b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"1e999", b"-", b"9" * 30),
    *(b"WARC/1.0\r\n", b"Content-Length: ", b"PK\x03\x04", b"\x1f\x8b\x08", b"PAR1", b"%PDF-"),
    *(b"endobj", b"stream\n", b"1 of 2 DOCUMENTS", b"End of Document", TEXT.encode()),
)


@st.composite
def inputs(draw, sample):
    """Draw a sample with some places cut out, doubled, or filled with pieces and bytes."""
    data = bytearray(sample)
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 64)))
        new = draw(st.one_of(st.binary(max_size=16), st.sampled_from(PIECES)))
        data[start:end] = new * draw(st.sampled_from((1, 1, 1, 2, 50)))
    return bytes(data)


@pytest.mark.parametrize("name", SAMPLES, ids=str)
def test_parser_survives(name):
    """Whatever comes, there are articles and failures, and no fault of the program."""
    ends_at, count = time.monotonic() + SECONDS, 0

    @settings(
        max_examples=300 if SECONDS else 25,
        database=None,
        derandomize=not SECONDS,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    @given(data=inputs(SAMPLES[name]), is_told=st.booleans())
    def survives(data, is_told):
        nonlocal count
        count += 1
        for found in read_any(io.BytesIO(data), as_=name if is_told else None, limits=LIMITS):
            assert isinstance(found, Article | Failure)
            assert getattr(found, "traceback", None) is None, found.traceback

    survives()
    while time.monotonic() < ends_at:
        survives()
    assert count
    assert name in Format
    sys.stderr.write(f"{name}: {count:,} inputs\n")
