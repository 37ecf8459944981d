"""Paragraphs are lines, unless lines are wrapped."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from onrecord.layout import paragraphs
from onrecord.types import Span

LONG = (
    "The council will vote on the crossing at its meeting on Tuesday, after residents of the "
    "street collected more than four hundred signatures for a light and the mayor promised to "
    "listen to everyone, “even the skeptics,” as he put it in a message to the newspaper."
)


def split(text):
    body = [Span(0, len(text))] if text else []
    return [text[one.start : one.end] for one in paragraphs(text, body)]


def test_each_line_is_a_paragraph_whatever_ends_it():
    assert split("a\nb\r\nc\u2028d\x85e\n\n  \nf") == ["a", "b", "c", "d", "e", "f"]


def test_lines_wrapped_at_a_fixed_width_make_one_paragraph():
    wrapped = textwrap.fill(LONG, 65)
    assert split(f"{wrapped}\n\n{wrapped}\n") == [wrapped, wrapped]
    crlf = wrapped.replace("\n", "\r\n")
    assert split(f"{crlf}\r\n\r\n{crlf}\r\n") == [crlf, crlf]


def test_short_paragraphs_without_blank_lines_stay_apart():
    lines = [
        f"Sentence number {number} is a paragraph of its own in this paper." for number in range(9)
    ]
    assert split("\n".join(lines)) == lines


def test_long_lines_are_paragraphs_even_where_none_is_blank():
    assert split("\n".join([LONG] * 8)) == [LONG] * 8


def test_list_of_names_is_no_wrapped_text():
    names = ["Ann Obi", "Bob Lee", "Cy Roe", "Di Poe", "Ed Fox", "Flo Ray", "Gus May"]
    assert split("\n".join(names)) == names


@given(st.text(alphabet="ab. \n\r\x85", max_size=300))
def test_paragraphs_hold_every_word_once(text):
    assert "".join("".join(split(text)).split()) == "".join(text.split())
