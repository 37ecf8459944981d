"""Archives: members as sources of their own, broken ones passed over, nothing written."""

import gzip
import io
import random
import tracemalloc
import zipfile

import pytest
from ingest_forms import ADDRESS, PAGE, TEXT, tarred, warc_record, zipped

from onrecord.ingest import Limits, read_any
from onrecord.types import Article, Failure


def read(data, **options):
    return list(read_any(io.BytesIO(data), **options))


def kinds(found):
    return [type(each).__name__ for each in found]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_pages_of_a_warc_are_read_and_all_else_passed_over(pack):
    records = [
        warc_record(),
        warc_record(b"\x89PNG", kind="image/png"),
        warc_record(status="404 Not Found"),
        warc_record(PAGE.replace('rel="canonical"', "")),
    ]
    found = read(b"".join(map(pack, records)))
    assert [article.text for article in found] == [TEXT, TEXT]
    assert [article.uri for article in found] == ["-#1", "-#4"]
    assert {article.url for article in found} == {ADDRESS}


def test_broken_record_of_a_warc_is_told_and_the_next_one_read():
    junk = b"this is no record at all\r\n\r\n"
    assert kinds(read(warc_record() + junk + warc_record())) == ["Article", "Failure", "Article"]
    packed = bytearray(gzip.compress(warc_record()))
    packed[300:340] = bytes(40)
    whole = gzip.compress(warc_record())
    assert kinds(read(whole + bytes(packed) + whole)) == ["Article", "Failure", "Article"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_warc_that_ends_within_a_record_says_so(pack):
    data = pack(warc_record()) + pack(warc_record())
    first, second = read(data[:-200])
    assert isinstance(first, Article)
    assert "ends too early" in second.reason


def test_long_warc_fills_no_memory():
    noise = random.Random(1).randbytes(200_000)
    record = warc_record(noise, kind="image/png")

    class Endless(io.RawIOBase):
        """The same record, 500 times."""

        def __init__(self):
            self._left, self._rest = 500, b""

        def readable(self):
            return True

        def readinto(self, buffer):
            if not self._rest and self._left:
                self._left, self._rest = self._left - 1, record
            block = self._rest[: len(buffer)]
            self._rest = self._rest[len(buffer) :]
            buffer[: len(block)] = block
            return len(block)

    tracemalloc.start()
    found = list(read_any(io.BufferedReader(Endless())))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == []
    assert peak < 20_000_000


def test_hidden_files_folders_and_links_of_archives_are_passed_over():
    files = {"a.txt": TEXT, "__MACOSX/a.txt": "no", ".git/config": "no", "d/.hidden": "no"}
    assert [each.uri for each in read(zipped(files))] == ["-#a.txt"]
    assert [each.uri for each in read(tarred(files))] == ["-#a.txt"]


@pytest.mark.parametrize("make", [zipped, tarred])
@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a/../../e.txt"]
)
def test_name_that_leads_out_of_an_archive_is_but_a_name(make, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    [article] = read(make({name: TEXT}))
    assert article.text == TEXT
    assert list(tmp_path.iterdir()) == []


def test_bomb_is_cut_off():
    bomb = zipped({f"{n}.csv": "title,text\n" + "\n" * 40_000_000 for n in range(2)})
    found = read(bomb)
    assert isinstance(found[-1], Failure)
    assert "times its size" in found[-1].reason


def test_locked_file_says_so_and_the_others_are_read():
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        place = archive.infolist()[0].header_offset
    data[place + 6] |= 1
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    first, second = read(bytes(data))
    assert "locked with a password" in first.reason
    assert second.text == TEXT


def test_archive_with_too_many_files_is_refused():
    files = {f"{n}.txt": "It rains." for n in range(5)}
    assert "more than 3" in read(zipped(files), limits=Limits(members=3))[-1].reason
    assert "more than 3" in read(tarred(files), limits=Limits(members=3))[-1].reason


def test_tar_header_that_claims_gigabytes_is_refused():
    data = bytearray(tarred({"a" * 150: TEXT}))
    # The first header is of the long name; its size is made 4 GiB.
    data[124:136] = b"37777777777\0"
    header = bytes(data[:148]) + b" " * 8 + bytes(data[156:512])
    data[148:156] = f"{sum(header):06o}\0 ".encode()
    [failure] = read(bytes(data))
    assert "no file needs" in failure.reason
