"""Where quotations are found, whichever marks they use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.layout import paragraphs, quotations
from onrecord.types import Span


def quoted(text):
    body = [Span(0, len(text))] if text else []
    found = quotations(text, paragraphs(text, body))
    return [text[one.span.start : one.span.end] for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” she said. “Never.”", ["“No,”", "“Never.”"]),
        ('"No," she said. "Never."', ['"No,"', '"Never."']),
        ("„Nein“, sagte sie, „nie”.", ["„Nein“", "„nie”"]),
        ("«Non», dit-elle.", ["«Non»"]),
        ("``No,'' she said.", ["``No,''"]),
        ("‘No,’ she said. ‘Never, ever.’", ["‘No,’", "‘Never, ever.’"]),
        ("'We won't go,' he said.", ["'We won't go,'"]),
        ('“No," she said. “Never.”', ['“No,"', "“Never.”"]),
        ('"No,” she said. "Never."', ['"No,”', '"Never."']),
        ("“No,’’ she said. “Never.’’", ["“No,’’", "“Never.’’"]),
        ('"He called it “good.” It is," she said.', ['"He called it “good.” It is,"']),
        ('“He called it "good." It is,” she said.', ['“He called it "good." It is,”']),
        ("“He told me, ‘Leave,’” she said.", ["“He told me, ‘Leave,’”"]),
    ],
)
def test_each_style_of_marks_is_known(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The voters’ mood isn’t what it was in the ’90s.",
        "The voters' mood isn't what it was in the '90s.",
        "No marks at all.",
    ],
)
def test_apostrophes_are_no_quotation_marks(text):
    assert quoted(text) == []


def test_open_quotation_ends_with_its_paragraph():
    assert quoted("“One.\n\n“Two,” she said.") == ["“One.", "“Two,”"]


def test_open_quotation_says_that_nothing_closes_it():
    text = "“One.\n\n“Two,” she said."
    found = quotations(text, paragraphs(text, [Span(0, len(text))]))
    assert [one.is_closed for one in found] == [False, True]


def test_a_quotation_runs_over_paragraphs_that_open_with_no_mark():
    text = '"One.\n\nTwo.\n\nThree."\n\nFour.'
    assert quoted(text) == ['"One.', "Two.", 'Three."']


@pytest.mark.parametrize("closing", ['The board was 12"', 'Lee called it "dry"'])
def test_an_inch_or_another_kind_of_mark_closes_nothing(closing):
    opening = '"It rains, she said' if closing.endswith('12"') else "\u201cIt rains, she said"
    text = f"{opening}\n\nThe river is low.\n\n{closing}"
    assert not any("river" in words for words in quoted(text))


def test_a_mark_inside_a_later_paragraph_closes_nothing():
    text = '"One.\n\nTwo.\n\n"Three," she said.'
    assert quoted(text) == ['"One.', '"Three,"']


def test_mark_turned_wrongly_still_opens():
    assert quoted("He said: ”No, never.”") == ["”No, never.”"]


@given(st.text(alphabet="ab '\"“”‘’„«»`\n"))
def test_quotations_lie_in_order_and_in_one_paragraph_each(text):
    body = [Span(0, len(text))] if text else []
    found = quotations(text, paragraphs(text, body))
    ends = [0, *(one.span.end for one in found)]
    assert all(one.span.start >= end for one, end in zip(found, ends, strict=False))
    assert all("\n" not in text[one.span.start : one.span.end] for one in found)


def test_many_unbalanced_single_marks_take_linear_time():
    assert quoted(" '" * 50_000) is not None
    assert quoted(" ‘a" * 50_000) is not None


def test_a_doubled_opening_mark_opens_once():
    assert quoted('""It rains," Lee said. "It pours."') == ['"It rains,"', '"It pours."']
