"""Input that would fill the memory: refused, and never a gigabyte taken."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from ingest_forms import TEXT, zipped

LONG = 100_000_000
HUGE = {
    "text": lambda: b"a" * LONG,
    "json-lines": lambda: b'{"text": "a"}\n{"text": "' + b"a" * LONG + b'"}\n{"text": "b"}\n',
    "csv-line": lambda: b"title,text\na,b\nc," + b"a" * LONG,
    "csv-quoted": lambda: b'title,text\na,"' + b"a\n" * (LONG // 2),
    "csv-head": lambda: b"text," * (LONG // 5),
    "html": lambda: b"<html><p>" + b"a " * (LONG // 2),
    "xml": lambda: b"<rss><channel><title>" + b"a" * LONG,
    "press": lambda: b"1 of 2 DOCUMENTS\n" + b"a" * LONG,
}


def peak_of(code, tmp_path_factory, data):
    """Return what reading some bytes says and takes at most, in a process of its own, in MiB."""
    path = tmp_path_factory.mktemp("huge") / "data"
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    peak, _, said = done.stdout.partition(" ")
    return int(peak) / 1024, said


CODE = """
import re, sys
from pathlib import Path
from onrecord.ingest import read_any
said = [getattr(each, "reason", "read") for each in read_any(Path(sys.argv[1]))]
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1], said)
"""


# Linux tells the most memory that a program had since it began; elsewhere there is no such file.
needs_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")


@needs_proc
@pytest.mark.parametrize("name", HUGE)
def test_line_of_100_megabytes_is_refused_in_bounded_memory(name, tmp_path_factory):
    peak_mib, said = peak_of(CODE, tmp_path_factory, HUGE[name]())
    assert peak_mib < 1000
    assert any(word in said for word in ("larger than", "longer than", "no table", "no column"))


BOMBS = {
    "zip": lambda: zipped({"a.txt": b"a" * LONG, "b.csv": b"title,text\n" + b"\n" * LONG}),
    "gzip": lambda: gzip.compress(b"title,text\n" + b"\n" * LONG),
    "gzip-in-gzip": lambda: gzip.compress(
        gzip.compress(gzip.compress(gzip.compress(b"It rains.")))
    ),
    "zip-in-zip": lambda: zipped(
        {"a.zip": zipped({"a.zip": zipped({"a.zip": zipped({"a.txt": TEXT})})})}
    ),
    "docx": lambda: zipped({"[Content_Types].xml": b" " * LONG, "word/document.xml": b" " * LONG}),
}


@needs_proc
@pytest.mark.parametrize("name", BOMBS)
def test_bomb_is_refused_in_bounded_memory(name, tmp_path_factory):
    peak_mib, said = peak_of(CODE, tmp_path_factory, BOMBS[name]())
    assert peak_mib < 1000
    assert any(word in said for word in ("larger than", "times its size", "deep", "unpacks to"))
