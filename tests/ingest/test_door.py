"""What the one door promises: any form in, told by its bytes, each article or why there is none."""

import contextlib
import io
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from ingest_forms import PACKED, PAGE, SAMPLES, TEXT, zipped

from onrecord.errors import FormatError
from onrecord.ingest import Facts, Format, Limits, read_any
from onrecord.ingest.sniff import sniff
from onrecord.types import Article, Failure


def read(data, **options):
    return list(read_any(io.BytesIO(data), **options))


@pytest.mark.parametrize("name", SAMPLES, ids=str)
def test_each_format_is_told_by_its_bytes(name):
    assert sniff(SAMPLES[name]) == name


@pytest.mark.parametrize("name", SAMPLES, ids=str)
def test_each_format_gives_its_articles(name):
    found = [article for article in read(SAMPLES[name]) if isinstance(article, Article)]
    assert found
    for article in found:
        assert all(article[span].strip() for span in article.body)
        if name != Format.PDF:
            assert article.text in (TEXT, "The old bridge is closed, the minister said.")


@pytest.mark.parametrize("name", PACKED)
def test_what_is_packed_is_unpacked(name):
    assert read(PACKED[name])[0].text == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "[Updated at noon] The minister said no.",
        '["No," she said.] That was all.',
        "{sic} as it was told.",
        "<Editor's note> The minister said no.",
        "Title, text and all the rest\nwere lost.",
        "1 of 3 ministers left.\nThe others stay.",
        "text\nIs a word on the first line.",
        "Story | The Echo\nIt rains.",
    ],
)
def test_plain_text_that_begins_like_something_else_stays_plain_text(text):
    assert sniff(text.encode()) == Format.TEXT
    assert read(text.encode())[0].text == text


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (b"{\\rtf1 It rains.}", "is RTF"),
        (b"\xd0\xcf\x11\xe0rest", "an old Office file"),
        (b"\x89PNG\r\n", "is a picture"),
        (b'<?xml version="1.0"?><opml><body/></opml>', "first element is opml"),
        (b"\x28\xb5\x2f\xfd", "zstd"),
    ],
)
def test_formats_that_are_known_and_not_read_say_what_to_do(head, wanted):
    with pytest.raises(FormatError, match=wanted):
        sniff(head)
    [failure] = read(head)
    assert wanted in failure.reason


def test_format_told_goes_before_what_the_bytes_say():
    assert read(PAGE.encode(), as_=Format.TEXT)[0].text == PAGE


def test_facts_given_go_before_those_found():
    [article] = read(PAGE.encode(), given=Facts(outlet="Mine"))
    assert (article.outlet, article.title) == ("Mine", "River to rise")


def test_folder_is_walked_in_order_without_hidden_files_and_links(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.html").write_text(PAGE)
    (tmp_path / "a.txt").write_text("It rains.")
    (tmp_path / ".hidden").write_text("No.")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "z.png").write_bytes(b"\x89PNG\r\n")
    found = [found.uri.removeprefix(f"{tmp_path}/") for found in read_any(tmp_path)]
    assert found == ["a.txt", "z.png", "b/two.html"]


def test_stream_that_cannot_go_back_is_read_all_the_same():
    class Pipe(io.RawIOBase):
        def __init__(self, data):
            self._data = io.BytesIO(data)

        def readable(self):
            return True

        def readinto(self, buffer):
            # Pipes give little at a time.
            return self._data.readinto(memoryview(buffer)[:1000])

    for name, data in SAMPLES.items():
        ours = [str(found) for found in read_any(io.BufferedReader(Pipe(data)))]
        assert ours == [str(found) for found in read(data)], name


def test_library_that_is_missing_is_told_with_its_extra(tmp_path):
    page = tmp_path / "a.html"
    page.write_text(PAGE)
    code = (
        "import sys; sys.modules['trafilatura'] = None\n"
        "from pathlib import Path; from onrecord.ingest import read_any\n"
        f"print(next(read_any(Path({str(page)!r}))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "needs trafilatura: pip install 'onrecord[ingest]'" in done.stdout


def test_fault_in_a_parser_is_a_failure_with_its_traceback(monkeypatch):
    def break_down(*_, **__):
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("trafilatura.bare_extraction", break_down)
    [failure] = read(PAGE.encode())
    assert failure.reason == "could not be parsed, ZeroDivisionError: oh"
    assert "break_down" in failure.traceback


def test_parser_that_hangs_is_given_up(monkeypatch):
    def hang(*_, **__):
        while True:
            # As parsers do with whatever they meet.
            with contextlib.suppress(Exception):
                sum(range(1000))

    monkeypatch.setattr("trafilatura.bare_extraction", hang)
    [failure] = read(PAGE.encode(), limits=Limits(seconds=0.2))
    assert "longer than 0.2 seconds" in failure.reason


def test_other_threads_read_too_though_without_a_clock():
    with ThreadPoolExecutor(2) as threads:
        for found in threads.map(read, [PAGE.encode()] * 4):
            assert found[0].text == TEXT


def test_alarm_of_the_program_around_is_left_alone():
    before = signal.setitimer(signal.ITIMER_REAL, 100)
    try:
        assert read(PAGE.encode())[0].text == TEXT
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 90
    finally:
        signal.setitimer(signal.ITIMER_REAL, *before)


def test_archives_in_archives_end_at_a_depth():
    data = SAMPLES[Format.ZIP]
    for _ in range(4):
        data = zipped({"inner.zip": data})
    [failure] = read(data)
    assert isinstance(failure, Failure)
    assert "archives deep" in failure.reason
