"""Which language an article is in; what is not English is kept, marked and not read."""

import pytest
from ingest_forms import TEXT

from onrecord.ingest.language import is_english, with_language
from onrecord.types import Article, Failure

GERMAN = (
    "Der Fluss werde bis Sonntag um zwei Meter steigen, sagte die Ministerin am Freitag. Wer "
    "unterhalb der alten Brücke wohnt, solle sein Haus jetzt verlassen. „Wir haben zu lange "
    "gewartet“, sagte sie im Rathaus vor Journalisten."
)


@pytest.mark.parametrize(
    ("text", "told", "found"),
    [
        (TEXT, None, "en"),
        (TEXT, "en-GB", "en-GB"),
        (TEXT, "de", "en"),
        (GERMAN, "en", "de"),
        (GERMAN, "de-AT", "de-AT"),
        (f"{TEXT}\n\n{GERMAN}", None, "en"),
        ("It rains.", None, None),
        ("12 34 56", "fr", "fr"),
    ],
)
def test_words_tell_the_language_before_what_a_page_says(text, told, found):
    assert with_language(Article(text=text, language=told)).language == found


@pytest.mark.parametrize(
    ("tag", "is_read"),
    [(None, True), ("en", True), ("EN_us", True), ("eng", True), ("English", True), ("de", False)],
)
def test_what_is_told_to_be_english_is_read(tag, is_read):
    assert is_english(Article(text="It rains.", language=tag)) is is_read


def test_article_in_another_language_is_not_read_and_says_so(reader):
    [found] = reader.read_all([Article(text=GERMAN, language="de", uri="a.txt")])
    assert isinstance(found, Failure)
    assert str(found) == "a.txt: is in another language (de): onrecord reads English"
