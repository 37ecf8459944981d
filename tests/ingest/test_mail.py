"""Messages: pages that browsers save as one, and articles sent by e-mail."""

import datetime
import io
from email.message import EmailMessage

import pytest
from ingest_forms import ADDRESS, MAIL, PAGE, PARAGRAPHS, TEXT

from onrecord.ingest import read_any

SENT = datetime.datetime(2025, 3, 8, 9, tzinfo=datetime.UTC)


def read(data):
    [found] = read_any(io.BytesIO(data.encode() if isinstance(data, str) else data))
    return found


def letter(subject="River to rise", page=None, charset="utf-8"):
    message = EmailMessage()
    message["From"] = "Ann Poe <ann@echo.example>"
    message["Date"] = "Sat, 08 Mar 2025 09:00:00 +0000"
    message["Subject"] = subject
    message.set_content(TEXT, charset=charset)
    if page:
        message.add_alternative(page, subtype="html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    return message.as_bytes()


def test_page_that_a_browser_saved_is_the_page():
    article = read(MAIL)
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert (article.title, article.url) == ("River to rise", ADDRESS)
    assert article.byline == "Ann Poe, Bo Lee"


def test_day_on_which_a_page_was_saved_is_not_its_publication():
    bare = f"<html><body><article><p>{'</p><p>'.join(PARAGRAPHS)}</p></article></body></html>"
    article = read(MAIL[: MAIL.index("quoted-printable")] + "8bit\r\n\r\n" + bare)
    assert article.published is None
    assert (article.title, article.url) == ("River – to rise", "https://echo.example/saved")


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_text_of_a_letter_is_read_in_its_encoding(charset):
    article = read(letter(charset=charset))
    assert article.text.strip() == TEXT
    assert (article.title, article.published) == ("River to rise", SENT)
    # Who sends an article need not have written it.
    assert article.byline is None


def test_page_in_a_letter_goes_before_its_text_and_tells_its_own_date():
    article = read(letter(page=PAGE))
    assert article.published.day == 7
    assert article.outlet == "The Echo"


@pytest.mark.parametrize("sign", ["Fwd:", "FW:", "Re:", "WG: AW:"])
def test_day_on_which_an_article_was_sent_on_is_not_its_publication(sign):
    article = read(letter(subject=f"{sign} River to rise"))
    assert (article.title, article.published) == ("River to rise", None)


def test_message_without_text_says_so():
    data = b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nabc"
    assert "without a page or a text" in read(data).reason


def test_header_that_a_person_set_above_a_text_is_no_message():
    article = read("Title: Rain\nFrom: Ann Poe\nDate: 2025-03-03\n\nIt rains.")
    assert article.text.endswith("It rains.")
