import datetime
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article, Failure
from onrecord.ingest import Facts, read_bytes, read_file
from onrecord.types import Stage

MARCH_3 = datetime.date(2025, 3, 3)


def read(text, **facts):
    return read_bytes(text.encode(), uri="a.txt", given=Facts(**facts))


def body(article):
    return "".join(article[part] for part in article.body)


def test_header_run_into_the_text_by_a_scraper_becomes_metadata():
    article = read(
        " date 2025-03-03 Jane Doe via Some Agency\n\n(LONDON) — The minister said it rains.\n"
    )
    assert article.published == MARCH_3
    assert article.credits == ("Jane Doe via Some Agency",)
    assert article.dateline == "LONDON"
    assert body(article).strip() == "The minister said it rains."


def test_what_is_outside_the_body_stays_in_the_text():
    text = "March 3, 2025\n\nLONDON — It rains, the minister said.\n"
    assert read(text).text == text


@pytest.mark.parametrize(
    ("line", "fact", "value"),
    [
        ("Monday, March 3, 2025\xa0", "published", MARCH_3),
        ("Published: March 3, 2025 at 10:05 am", "published", MARCH_3),
        ("Published on 3 March 2025 | By Jane Doe", "byline", "Jane Doe"),
        ("By Jane Doe and John Roe", "byline", "Jane Doe and John Roe"),
        ("BYLINE: Jane Doe.", "byline", "Jane Doe"),
        ("Photo by Jane Doe/Some Agency", "credits", ("Jane Doe/Some Agency",)),
        ("Photo credit: Jane Doe", "credits", ("Jane Doe",)),
        ("Jane Doe via Some Agency", "credits", ("Jane Doe via Some Agency",)),
    ],
)
def test_line_around_the_article_becomes_a_fact(line, fact, value):
    article = read(f"Rain is coming.\n\n{line}\n\nThe minister said it rains.\n")
    assert getattr(article, fact) == value
    assert "Doe" not in body(article)
    assert "2025" not in body(article)
    assert "The minister said it rains." in body(article)


@pytest.mark.parametrize(
    "line",
    [
        "Date night is back, officials said.",
        "By Friday, all had left.",
        "By then the minister had gone",
        "March 3, 2025 was the day the minister resigned.",
        "Updated 3 March 2025 the law says no",
        "Published authors said no.",
        "Photo: a woman holds a sign that says “No”",
        "Image is everything, she said.",
        "NASA — the space agency — said it would launch.",
        "Interview: the minister on rain.",
        "Tea and/or coffee was served.",
        "“It rains,” said Jane Doe via email.",
    ],
)
def test_words_of_the_article_are_never_taken_for_a_header(line):
    text = f"{line}\n\nIt rains, the minister said.\n"
    assert body(read(text)) == text


def test_dateline_far_below_is_no_dateline():
    text = "\n\n".join(["It rains, the minister said. " * 10, "LONDON — It rains here too."])
    assert read(text).dateline is None
    assert body(read(text)) == text


def test_given_facts_go_before_those_found():
    text = "Title: Rain\nOutlet: The Echo\nDate: 2020-01-01\n\nIt rains.\n"
    article = read(
        text, published=MARCH_3, title="Storm", outlet="The Post", url="https://p.example"
    )
    assert (article.title, article.outlet, article.published, article.url) == (
        "Storm",
        "The Post",
        MARCH_3,
        "https://p.example",
    )


def test_first_line_is_the_title_where_it_surely_is_one():
    article = read("Minister says it rains\n\nIt rains, the minister said.\n")
    assert article.title == "Minister says it rains"
    assert "Minister says it rains" in body(article)


@pytest.mark.parametrize(
    "text",
    [
        "It rains.\n\nIt rains, the minister said.\n",
        "The minister said it\nrains a lot.\n",
        "Rain\n\nIt rains.\n",
        "Minister says it rains\n\n",
    ],
)
def test_first_line_that_may_be_a_sentence_is_no_title(text):
    assert read(text).title is None


def test_line_ends_are_kept_as_they_are():
    text = "“It rains,”\r\nshe said.\r\rIt does.\n"
    assert read(text).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_is_no_part_of_the_text(encoding):
    article = read_bytes("“It rains” 🌧".encode(encoding), uri="a.txt")
    assert article.text == "“It rains” 🌧"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        ("Café".encode("latin-1"), r"not UTF-8 \(byte 0xe9 at 3\): save it as UTF-8"),
        (b"\xff\xfe\x00", "not UTF-16"),
        (b"\x7fELF\x02\x00\x00", "binary"),
        (b"Title: Rain\n\n", "header and no text"),
    ],
)
def test_bytes_that_are_no_article_are_a_failure_with_its_reason(data, reason):
    failure = read_bytes(data, uri="a.txt")
    assert isinstance(failure, Failure)
    assert failure.stage is Stage.INGEST
    with pytest.raises(AssertionError, match=reason):
        raise AssertionError(str(failure))


def test_windows_1252_is_read_where_it_can_be_nothing_else():
    text = "It costs 40 € – “a lot” – said Zoë Müller’s friend at the café, and they all left."
    assert read_bytes(text.encode("cp1252"), uri="a.txt").text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The minister, Mr Dvořák, said that the café would be closed on Friday.", "cp1250"),
        ("“It is the owner’s café,” said the minister, who did not come back.", "mac_roman"),
        ("The minister of Köln said that it would be closed on Friday for long.", "cp437"),
        ("Министр сказал: нет.", "cp1251"),
        ("The minister said that it was a café.\x81", "latin-1"),
    ],
)
def test_text_that_may_be_in_another_encoding_is_refused(text, encoding):
    assert "save it as UTF-8" in read_bytes(text.encode(encoding), uri="a.txt").reason


def test_folder_is_a_failure(tmp_path):
    assert "is a folder" in read_file(tmp_path).reason


def test_missing_file_is_a_failure_that_names_it(tmp_path):
    failure = read_file(tmp_path / "none.txt")
    assert "none.txt: cannot be opened: No such file" in str(failure)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_file_that_may_not_be_read_is_a_failure(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("It rains.")
    path.chmod(0)
    assert "Permission denied" in read_file(path).reason


@given(st.binary())
def test_any_bytes_give_an_article_or_a_failure(data):
    assert isinstance(read_bytes(data, uri="a"), Article | Failure)


LINES = st.sampled_from(
    [
        "Title: Rain",
        "---",
        "",
        " date 2025-03-03 A via B",
        "LONDON — It rains.",
        "By Jane Doe",
        "“Rain”",
    ]
)


@given(st.lists(LINES | st.text(), max_size=12).map("\n".join))
def test_text_is_never_altered_and_its_body_lies_inside(text):
    article = read(text)
    if isinstance(article, Failure):
        return
    assert article.text == text.removeprefix("\ufeff")
    assert all(article[part].strip() for part in article.body)
