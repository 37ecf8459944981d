"""Bad input, some 500 cases: a clear failure or what is left of the article, never anything else.

No crash, no hang, no file written, no network touched, memory bounded.
"""

import io
import json
import os
import random
import signal
import socket
import time

import pytest
from ingest_forms import FIRST, NITF, PACKED, PAGE, SAMPLES, TEXT, newsml

from onrecord.export import article_line
from onrecord.ingest import Format, Limits, read_any
from onrecord.types import Article, Failure

LIMITS = Limits(seconds=20)
DEEP = 100_000


@pytest.fixture(autouse=True)
def _no_network_and_no_files(monkeypatch, tmp_path):
    def refuse(*_, **__):
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.chdir(tmp_path)
    yield
    assert list(tmp_path.iterdir()) == []


def check(data, **options):
    """Read some bytes and return what came: articles that are sound, failures that say why."""
    found = list(read_any(io.BytesIO(data), limits=LIMITS, **options))
    for each in found:
        if isinstance(each, Failure):
            assert each.reason
            assert each.traceback is None, each.traceback
            assert "\n" not in each.reason.strip()
        else:
            assert isinstance(each, Article)
            assert each.text.strip()
            assert all(each[span] for span in each.body)
    return found


def reasons(data, **options):
    return " | ".join(each.reason for each in check(data, **options) if isinstance(each, Failure))


def cases():
    """Yield each sample cut off, with bytes changed, doubled, and read as each other format."""
    for name, data in SAMPLES.items():
        for part in (1, 2, 5, 9):
            yield pytest.param(data[: len(data) * part // 10], name, id=f"{name}-cut-{part}")
            # Cut where its first bytes are not enough to tell what it was.
            yield pytest.param(data[: part + 1], None, id=f"{name}-first-{part + 1}")
        for seed in range(8):
            yield pytest.param(damaged(data, seed), name, id=f"{name}-damaged-{seed}")
            yield pytest.param(damaged(data, seed + 100), None, id=f"{name}-damaged-told-{seed}")
        yield pytest.param(data + data, name, id=f"{name}-twice")
        yield pytest.param(data.replace(b"e", b"\xe9"), name, id=f"{name}-mixed-encodings")
        yield pytest.param(b"\xef\xbb\xbf" + data, name, id=f"{name}-marked")
        yield pytest.param(data[::-1], name, id=f"{name}-backwards")
        yield pytest.param(b"", name, id=f"{name}-empty")
        yield pytest.param(b"\0" * 1000, name, id=f"{name}-zeros")
    for name, data in PACKED.items():
        for cut in (5, 50, len(data) - 9):
            yield pytest.param(data[:cut], None, id=f"{name}-cut-{cut}")


def damaged(data, seed):
    changed, chance = bytearray(data), random.Random(seed)
    for _ in range(1 + seed % 10):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


@pytest.mark.parametrize(("data", "name"), list(cases()))
def test_damage_gives_a_failure_or_what_is_left(data, name):
    check(data, as_=name)


@pytest.mark.parametrize("name", SAMPLES, ids=str)
@pytest.mark.parametrize("other", SAMPLES, ids=str)
def test_format_told_wrongly_is_a_failure_or_an_article(name, other):
    check(SAMPLES[name], as_=other)


def test_word_file_whose_parts_are_said_to_be_longer_than_they_are_says_so():
    """Found by fuzzing."""
    data = bytearray(SAMPLES[Format.DOCX])
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        # Not packed, and 65,536 bytes longer than the whole file may be.
        data[at + 10 : at + 12] = b"\0\0"
        data[at + 22] = data[at + 26] = 1
        at = data.find(b"PK\x01\x02", at + 4)
    assert "is no whole Word file" in reasons(bytes(data), as_=Format.DOCX)
    # Packed as LZMA, it says.
    data = SAMPLES[Format.DOCX].replace(b"\0\0\x08\0", b"\0\0\x0e\0")
    assert reasons(data, as_=Format.DOCX)


def test_there_are_at_least_300_cases():
    assert len(list(cases())) >= 300


BOMB = (
    '<!DOCTYPE r [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "&{a};&{a};&{a};&{a};&{a};&{a};">'
        for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
STOLEN = '<!DOCTYPE r [<!ENTITY j SYSTEM "file:///etc/hostname">]>'
REMOTE = (
    '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/evil.dtd" [<!ENTITY % j SYSTEM "http://a.example">%j;]>'
)


@pytest.mark.parametrize("doctype", [BOMB, STOLEN, REMOTE], ids=["bomb", "stolen", "remote"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", [Format.NEWSML, Format.NITF, Format.FEED])
def test_entities_are_refused(doctype, encoding, name):
    root = {"newsml-g2": "newsItem", "nitf": "nitf", "feed": "rss"}[name]
    data = f"{doctype}<{root}><p>&j;</p></{root}>".encode(encoding)
    assert "entities" in reasons(data, as_=name)


@pytest.mark.parametrize("doctype", [BOMB, STOLEN, REMOTE], ids=["bomb", "stolen", "remote"])
def test_entities_of_a_page_are_left_as_they_are(doctype):
    page = PAGE.replace("<!doctype html>", doctype).replace(FIRST, f"{FIRST} &j;")
    [found] = check(page.encode(), as_=Format.HTML)
    assert "hahaha" not in str(getattr(found, "text", ""))


NESTED = {
    "html-div": "<html><body>" + "<div>" * DEEP + TEXT + "</div>" * DEEP,
    "html-b": "<html><body><p>" + "<b>" * DEEP + TEXT,
    "html-table": "<html><body>" + "<table><tr><td>" * DEEP + TEXT,
    "html-quote": PAGE.replace("<blockquote>", "<blockquote>" * DEEP),
    "nitf": NITF.replace("<p>", "<block>" * DEEP + "<p>", 1),
    "newsml": newsml(inside="<inlineXML><html>" + "<div>" * DEEP),
    "json-list": "[" * DEEP + "]" * DEEP,
    "json-object": '{"a":' * DEEP + "1" + "}" * DEEP,
    "json-lines": '{"text":' + "[" * DEEP + "]" * DEEP + "}\n" + json.dumps({"text": TEXT}) + "\n",
    "ld-json": PAGE.replace('"@graph": [', '"@graph": [' + "[" * DEEP + "]" * DEEP + ","),
    "ld-json-objects": PAGE.replace(
        '"@graph": [', '"x": ' + '{"@graph":' * 900 + "1" + "}" * 900 + ', "@graph": ['
    ),
    "ninjs": '{"uri": "a", "bodies": ' + "[" * DEEP + "]" * DEEP + "}",
    "json-feed": '{"version": "https://jsonfeed.org/version/1", "items": '
    + "[" * DEEP
    + "]" * DEEP
    + "}",
    "feed": "<rss><channel><item><description>"
    + "&lt;div&gt;" * DEEP
    + "</description></item></channel></rss>",
    "pdf": "%PDF-1.4\n1 0 obj" + "[" * DEEP + "]" * DEEP + "endobj\ntrailer<</Root 1 0 R>>",
}


@pytest.mark.parametrize("name", NESTED)
def test_what_is_nested_100000_deep_is_survived(name):
    check(NESTED[name].encode())


def test_page_of_more_elements_than_any_is_refused_before_it_takes_minutes():
    page = f"<html><body><article>{'<b>a</b> <i>b</i> c' * 50_000}</article></body></html>"
    began = time.perf_counter()
    assert "elements" in reasons(page.encode())
    assert time.perf_counter() - began < 5


WORDS = (
    *("\ud800", "\udfff x", "\0", "\x01\x02\x03 a", "\ufffe\uffff", "a\u202eb", "\u200b" * 9),
    *("\x85\x85", "\u2028", "a" * 100_000, "\U0010ffff", "\r\r\r", "\x1c\x1d x", "“" * 5000),
)


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_odd_characters_in_json_are_kept_or_refused(words):
    row = json.dumps(
        {"text": words, "title": words, "date": words, "author": [words], "url": words}
    )
    for found in check(row.encode()):
        assert isinstance(found, Failure) or found.text == words


@pytest.mark.parametrize("key", ["title", "url", "author", "source", "language", "date"])
def test_half_a_character_in_a_fact_spoils_no_article(key):
    [found] = check(json.dumps({"text": TEXT, key: "a\ud800b"}).encode())
    assert found.text == TEXT
    assert article_line(found).encode()
    [found] = check(PAGE.replace("Ann Poe", "a\\ud800b").encode())
    assert article_line(found).encode()


SLOW = (
    *("<!DOCTYPE" + "[]" * 30_000, "<!DOCTYPE" + "[" * 60_000, "<!DOCTYPE" + "] " * 30_000),
    *(
        "<!--" * 15_000,
        "<?" * 30_000,
        "<!DOCTYPE [" + "]>" * 30_000,
        "< " * 30_000,
        " " * 60_000 + "<",
    ),
    *(
        "," * 60_000 + "\n",
        '"' * 60_000,
        "1 of " * 12_000,
        "{" * 60_000,
        '["' * 30_000,
        "[ " * 30_000,
    ),
    *(
        '{"uri": ' * 8000,
        "By " * 20_000,
        "Title: " * 9000,
        "=" * 60_000,
        "— " * 30_000,
        "(" * 60_000,
    ),
)


@pytest.mark.parametrize("text", SLOW, ids=range(len(SLOW)))
def test_bytes_that_are_hard_to_tell_are_told_in_time(text):
    began = time.perf_counter()
    check(text.encode())
    assert time.perf_counter() - began < 5


DATES = (
    *("2025-02-30", "0000-00-00", "9999-99-99", "1" * 5000, "-1", "1e999", "T", "24:00"),
    *(
        "2025-03-07T25:61:61Z",
        "2025-03-07T10:00:00+99:99",
        "99999999999999999999",
        "NaN",
        "٢٠٢٥-٠٣-٠٧",
    ),
    *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2025-W99-9", "Mon, 32 Foo 2025"),
)


@pytest.mark.parametrize("date", DATES)
def test_malformed_date_is_no_date_and_the_article_stays(date):
    rows = [
        json.dumps({"text": TEXT, "date": date}),
        PAGE.replace("2025-03-07T10:00:00+01:00", date),
    ]
    rows += [
        NITF.replace("20250307T100000+0100", date),
        newsml().replace("2025-03-07T12:00:00Z", date),
    ]
    for row in rows:
        [found] = check(row.encode())
        assert found.text == TEXT


ODD_VALUES = (None, 5, 1.5, True, [], {}, [[[]]], {"a": {}}, [None, 5], "", " ", [{"value": 5}])


@pytest.mark.parametrize("value", ODD_VALUES, ids=repr)
@pytest.mark.parametrize("name", [Format.JSON, Format.NINJS, Format.JSON_FEED])
def test_values_of_a_wrong_kind_are_survived(value, name):
    sample = json.loads(SAMPLES[name])
    sample = sample[0] if isinstance(sample, list) else sample
    for key in sample:
        check(json.dumps({**sample, key: value}).encode(), as_=name)
    if name == Format.JSON_FEED:
        for key in sample["items"][0]:
            item = {**sample["items"][0], key: value}
            check(json.dumps({**sample, "items": [item]}).encode(), as_=name)


def test_an_alarm_that_comes_too_late_is_nobodys(monkeypatch):
    # Found by fuzzing: the process was stopped for longer than the limit just here.
    timer = signal.setitimer

    def late(which, seconds, interval=0.0):
        if not seconds:
            os.kill(os.getpid(), signal.SIGALRM)
        return timer(which, seconds, interval)

    monkeypatch.setattr(signal, "setitimer", late)
    (found,) = read_any(io.BytesIO(b"A day of rain in the town, and nobody minded it at all."))
    assert isinstance(found, Article)
