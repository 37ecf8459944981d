"""Which forms of a name may name the same person or body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.who.forms import Form
from onrecord.resolve.who.naming import full_name_in


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Zelenskyy", "Volodymyr Zelenskyy"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr", "Volodymyr Zelenskyy"),
        ("Joe Biden", "Joseph R. Biden Jr."),
        ("J. Smith", "John Smith"),
        ("Brudzinski", "Joachim Brudziński"),
        ("Kim", "Kim Jong Un"),
        ("Ocasio-Cortez", "Alexandria Ocasio-Cortez"),
    ],
)
def test_short_form_may_name_the_person(short, full):
    assert Form.of(short).same_person(Form.of(full))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Smith", "John Smythe"),
        ("Robert Ford", "Henry Ford"),
        ("Marsh", "Harsh Vardhan"),
    ],
)
def test_form_of_somebody_else_does_not(one, other):
    assert not Form.of(one).same_person(Form.of(other))


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("WHO", "World Health Organization"),
        ("U.S.", "United States"),
        ("DOJ", "Department of Justice"),
        ("Tesco", "Tesco PLC"),
        ("Supreme Court", "Iowa Supreme Court"),
        ("House", "House of Representatives"),
    ],
)
def test_short_form_may_name_the_body(short, full):
    assert Form.of(short).same_body(Form.of(full))


def test_longer_name_with_another_core_is_another_body():
    assert not Form.of("Health Department").same_body(Form.of("World Health Organization"))
    assert not Form.of("House").same_body(Form.of("White House"))


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_compared(one, other):
    first, second = Form.of(one), Form.of(other)
    if first.words and second.words:
        first.same_person(second)
        first.same_body(second)
    assert not first.words or first.same_person(first)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Rail manager Aparna Garg left. Garg said so.", "Aparna Garg"),
        ("President Garg left. Garg said so.", None),
        ("Aparna Garg and Ravi Garg left.", None),
        ("But Garg left, but nobody saw Garg.", None),
        ("Ann B. Garg left.", "Ann B. Garg"),
    ],
)
def test_a_surname_finds_its_full_name_in_the_text(text, full):
    found = full_name_in(text, "Garg")
    assert (text[found.start : found.end] if found else None) == full
