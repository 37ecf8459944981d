"""Word files, PDF, and what press databases export."""

import io
import re
import zipfile

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


def test_export_in_text_without_a_count_is_told_by_its_ends():
    for export in (NEXIS, FACTIVA):
        again = [line.replace("River to rise", "Rain") for line in export]
        found = read("\n".join([*export, "", *again]).encode())
        assert [article.title for article in found] == ["River to rise", "Rain"]
        assert {article.text for article in found} == {"\n\n".join(PARAGRAPHS)}


def test_what_nexis_tells_of_subjects_is_no_text():
    end = NEXIS.index("Load-Date: March 8, 2025")
    [article] = read(word([*NEXIS[:end], "Classification", "Language: ENGLISH", *NEXIS[end:]]))
    assert article.text == TEXT


def test_zip_of_word_files_is_no_word_file():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("news/a.docx", word(["River to rise", *PARAGRAPHS]))
        archive.writestr("news/b.docx", word(PARAGRAPHS))
        # What Office, Windows and macOS leave behind.
        archive.writestr("news/~$a.docx", b"\3ann")
        archive.writestr("news/Thumbs.db", b"\xd0\xcf\x11\xe0")
        archive.writestr("__MACOSX/news/._a.docx", b"\0\5")
    found = read(data.getvalue())
    assert [article.uri for article in found] == ["-#news/a.docx", "-#news/b.docx"]


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


def test_pdf_that_points_nowhere_is_no_whole_one():
    # Found by fuzzing: pypdf seeks wherever `startxref` points.
    data = re.sub(rb"startxref\s+\d+", b"startxref\n" + b"9" * 30, pdf([["It will rain."]]))
    [failure] = read(data)
    assert failure.reason.startswith("is no whole PDF")
    assert failure.traceback is None
