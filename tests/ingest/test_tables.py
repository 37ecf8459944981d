"""Tables and JSON: columns told or guessed, the shapes of well-known sets, rows that are bad."""

import datetime
import io
import json

import pytest
from ingest_forms import ROW, TEXT, parquet

from onrecord.ingest import Format, Limits, read_any
from onrecord.ingest.columns import as_date, guess_columns
from onrecord.types import Article, Failure


def read(data, **options):
    return list(read_any(io.BytesIO(data if isinstance(data, bytes) else data.encode()), **options))


# The keys of well-known sets, with words of our own.
SHAPES = {
    "cc_news": {
        "title": "Rain",
        "text": TEXT,
        "domain": "echo.example",
        "date": "2025-03-07 10:00:00",
        "description": "No.",
        "url": "https://echo.example/1",
        "image_url": None,
    },
    "all-the-news": {
        "date": "2025-03-07",
        "year": 2025,
        "month": 3.0,
        "day": 7,
        "author": "Ann Poe",
        "title": "Rain",
        "article": TEXT,
        "url": "https://echo.example/1",
        "section": "News",
        "publication": "echo.example",
    },
    "media-cloud": {
        "id": "1",
        "indexed_date": "2025-03-08",
        "language": "en",
        "media_name": "echo.example",
        "media_url": "echo.example",
        "publish_date": "2025-03-07",
        "title": "Rain",
        "url": "https://echo.example/1",
        "text": TEXT,
    },
    "news-please": {
        "authors": ["Ann Poe"],
        "date_publish": "2025-03-07 10:00:00",
        "text": None,
        "maintext": TEXT,
        "source_domain": "echo.example",
        "title": "Rain",
        "language": "en",
        "url": "https://echo.example/1",
        "date_modify": None,
        "description": "No.",
    },
    "fundus": {
        "title": "Rain",
        "authors": ["Ann Poe"],
        "publishing_date": "2025-03-07 10:00:00+01:00",
        "publisher": "echo.example",
        "url": "https://echo.example/1",
        "topics": [],
        "body": {
            "summary": [],
            "sections": [{"headline": [], "paragraphs": TEXT.split("\n\n")}],
        },
    },
    "basil": {
        "source": "echo.example",
        "title": "Rain",
        "url": "https://echo.example/1",
        "date": "2025-03-07",
        "word-count": 3,
        "main-entities": ["Jane Doe"],
        "body-paragraphs": [[paragraph] for paragraph in TEXT.split("\n\n")],
    },
}


@pytest.mark.parametrize("name", SHAPES)
def test_shape_of_a_well_known_set_is_read(name):
    [article] = read(json.dumps(SHAPES[name]))
    assert article.text == TEXT
    assert article.title == "Rain"
    assert str(article.published).startswith("2025-03-07")
    assert (article.outlet, article.url) == ("echo.example", "https://echo.example/1")


def test_sentences_of_a_paragraph_are_joined():
    [article] = read(json.dumps({"title": "A", "body-paragraphs": [["One.", "Two."], ["Three."]]}))
    assert article.text == "One. Two.\n\nThree."


def test_columns_told_go_before_those_guessed_and_are_shown():
    told = []
    row = {"text": "No.", "words": "It rains.", "when": "2025-03-07"}
    columns = {"text": "words", "published": "when"}
    [article] = read(json.dumps(row) + "\n", columns=columns, tell=told.append)
    assert (article.text, article.published) == ("It rains.", datetime.date(2025, 3, 7))
    assert told == ["-: takes text from 'words', published from 'when'"]


def test_column_that_is_not_there_is_told_with_those_that_are():
    [failure] = read(json.dumps({"a": "It rains."}), columns={"text": "b"})
    assert failure.reason == "has no column 'b': it has 'a'"
    [failure] = read(json.dumps({"a": "It rains."}))
    assert "name it with --text COLUMN" in failure.reason


@pytest.mark.parametrize("sign", [",", "\t", ";", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_csv_is_read_whatever_stands_between_its_cells(sign, end):
    lines = [
        f"title{sign}text",
        f'Rain{sign}"It rains{sign} “so”.\n\nIt pours."',
        f"Sun{sign}It shines.",
    ]
    found = read(end.join(lines))
    assert [article.text for article in found] == [
        f"It rains{sign} “so”.\n\nIt pours.",
        "It shines.",
    ]
    assert [article.uri for article in found] == ["-#2", "-#3"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_csv_as_spreadsheets_save_it_is_read(encoding):
    assert read("title,text\nRain,“It rains.”\n".encode(encoding))[0].text == "“It rains.”"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_german_columns_are_known_and_their_days_come_first(encoding):
    words = "“No,” said Jörg’s minister, who did not say when the rain was going to end."
    head = "Überschrift;Datum;Autor;Quelle;Artikeltext\r\n"
    [found] = read(f'{head}Rain;07.03.2025;Ann Poe;The Echo;"{words}"\r\n'.encode(encoding))
    assert (found.title, found.byline, found.outlet) == ("Rain", "Ann Poe", "The Echo")
    assert found.published == datetime.date(2025, 3, 7)
    assert found.text == words


def test_sign_that_excel_tells_stands_between_the_cells():
    [found] = read("sep=;\r\nTitle;Body\r\nRain, again;It rains.\r\n")
    assert (found.title, found.text) == ("Rain, again", "It rains.")


def test_bad_row_stops_none_of_the_others():
    found = read(b"title,text\nA,One.\nB\nC,\xff\xfe\nD,\nE,nan\nF,Six.\n")
    assert [isinstance(each, Article) for each in found] == [True, False, False, False, False, True]
    assert "1 cells" in found[1].reason
    lines = [json.dumps(ROW), "{broken", "", "[]", '{"text": 5}', '"word"', json.dumps(ROW)]
    found = read("\n".join(lines))
    assert [isinstance(each, Article) for each in found] == [True, False, False, False, True]


def test_line_that_is_too_long_is_passed_over():
    lines = [json.dumps(ROW), json.dumps({"text": "a " * 4000}), json.dumps(ROW)]
    found = read("\n".join(lines), limits=Limits(text_bytes=2000), as_=Format.JSONL)
    assert [isinstance(each, Failure) for each in found] == [False, True, False]
    assert "longer than 2,000 bytes" in found[1].reason


@pytest.mark.parametrize("key", ["articles", "stories", "items", "results", "data"])
def test_list_of_articles_inside_an_object_is_read(key):
    assert len(read(json.dumps({"status": "ok", key: [ROW, ROW]}))) == 2


def test_one_long_object_in_one_line_is_read():
    assert len(read(json.dumps({"articles": [{**ROW, "id": n} for n in range(200)]}))) == 200


def test_parquet_gives_its_own_dates_and_bad_rows():
    rows = [
        {"text": "It rains.", "date": datetime.datetime(2025, 3, 7, tzinfo=datetime.UTC)},
        {"text": None, "date": None},
    ]
    first, second = read(parquet(rows))
    assert first.published == datetime.datetime(2025, 3, 7, tzinfo=datetime.UTC)
    assert "no text" in second.reason


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2025-03-07", "2025-03-07"),
        ("20250307T101500+0100", "2025-03-07 10:15:00+01:00"),
        ("Fri, 07 Mar 2025 04:00:00 EST", "2025-03-07 04:00:00-05:00"),
        ("Friday, March 7, 2025", "2025-03-07"),
        ("2025-03-07 10:00:00.123456", "2025-03-07"),
        ("Tue Nov 19 2019 03:05:46 GMT+0000 (Zulu Time)", "2019-11-19 03:05:46+00:00"),
        ("Fri Mar 07 10:00:00 CET 2025", "2025-03-07"),
        (1741341600, "2025-03-07 10:00:00+00:00"),
        ("1741341600000", "2025-03-07 10:00:00+00:00"),
        ("03/04/2025", "None"),
        ("07.03.2025", "None"),
        ("0001-01-01", "None"),
        ("2025-02-30", "None"),
        ("9999-12-31T23:59:59-23:59", "None"),
        ("yesterday", "None"),
        ("Fri, 99 Mar 2025 99:00:00 EST", "None"),
        ("x" * 1000, "None"),
        (5, "None"),
        (True, "None"),
        (None, "None"),
    ],
)
def test_dates_of_every_kind_are_read_and_bad_ones_are_none(value, date):
    assert str(as_date(value)) == date


def test_likelier_name_of_two_is_taken():
    assert guess_columns(["description", "content", "text", "Publish Date"]) == {
        "text": "text",
        "published": "Publish Date",
    }
