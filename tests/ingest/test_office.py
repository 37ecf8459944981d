"""Word files, PDF, and what press databases export."""

import io

from ingest_forms import FIRST, PARAGRAPHS, PRESS, TEXT, pdf, word

from onrecord.ingest import Limits, read_any

NEXIS = [
    *["River to rise", "The Echo", "March 7, 2025 Friday", "Copyright 2025 The Echo"],
    *["Section: NEWS; Pg. 1", "Length: 70 words", "Byline: Ann Poe", "Dateline: WESTBRIDGE"],
    *["Body", *PARAGRAPHS, "Load-Date: March 8, 2025", "End of Document"],
]
FACTIVA = [
    *["River to rise", "By Ann Poe", "70 words", "7 March 2025", "The Echo", "ECHO", "English"],
    *["(c) 2025 The Echo. All rights reserved.", *PARAGRAPHS, "Document ECHO000020250307el3700001"],
]


def read(data, **options):
    return list(read_any(io.BytesIO(data), **options))


def facts(article):
    return article.title, article.outlet, str(article.published), article.byline


def test_word_file_is_one_article():
    [article] = read(word(["River to rise", *PARAGRAPHS]))
    assert article.text == "River to rise\n\n" + TEXT
    assert article.title == "River to rise"


def test_export_in_word_is_split_into_its_articles():
    contents = ["User Name: Ann", "Documents (2)", "1. River to rise"]
    found = read(word([*contents, *NEXIS, *FACTIVA]))
    assert [article.text for article in found][-1] == TEXT
    assert len(found) == 2


def test_each_database_gives_its_facts():
    for export in (NEXIS, FACTIVA):
        [article] = read(word(export))
        assert article.text == TEXT
        assert facts(article) == ("River to rise", "The Echo", "2025-03-07", "Ann Poe")
    assert read(word(NEXIS))[0].dateline == "WESTBRIDGE"


def test_export_in_text_is_split_into_its_articles():
    first, second = read(PRESS.encode())
    assert facts(first) == ("River to rise", "The Echo", "2025-03-07", "Ann Poe")
    assert (first.text, first.dateline) == (TEXT, "WESTBRIDGE")
    assert facts(second) == ("Bridge closed", "The Echo", "2025-03-08", None)
    assert second.text == "The old bridge is closed, the minister said."


def wrapped(text, width=60):
    lines, line = [], ""
    for word_ in text.split():
        if len(line) + len(word_) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word_}".strip()
    return [*lines, line]


def test_lines_of_a_pdf_become_paragraphs_without_what_runs_along_its_pages():
    names = ["Ann Poe", "Bo Lee", "Cy Roe", "Di Fox"]
    said = [f"{name} told them. {FIRST} So it was, said {name}." for name in names]
    pages = [
        ["The Echo, 7 March", *wrapped(words), f"Page {number}"]
        for number, words in enumerate(said, 1)
    ]
    [article] = read(pdf(pages))
    assert article.text.split("\n\n") == said
    assert "Page" not in article.text
    assert "7 March" not in article.text


def test_pdf_of_pictures_says_so():
    [failure] = read(pdf([[]]))
    assert "its pages are pictures" in failure.reason


def test_word_file_that_unpacks_to_too_much_is_refused():
    [failure] = read(word(["a" * 100_000]), limits=Limits(document_bytes=50_000))
    assert "unpacks to more than" in failure.reason
