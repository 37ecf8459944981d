import pytest

from onrecord.resolve.who.naming import clean_names, full_name_in
from onrecord.tagger import Name, NameKind
from onrecord.types import Span

PERSON, BODY = NameKind.PERSON, NameKind.ORGANISATION


def named(text, *found):
    """Return the clean names of a text from what a network found, one after another."""
    names, at = [], 0
    for words, kind in found:
        start = text.index(words, at)
        at = start + len(words)
        names.append(Name(span=Span(start, at), kind=kind, probability=0.9))
    return [text[one.span.start : one.span.end] for one in clean_names(text, names)]


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("It was Ada Holm [coming], he said.", "Ada Holm [", "Ada Holm"),
        ("Mayor Ada “Bo” Holm said so.", "Ada", "Ada “Bo” Holm"),
        ("Rep. Ada Holm (Labour) Tuesday said so.", "Ada Holm", "Ada Holm"),
        ("Ada “Maybe” Tuesday said so.", "Ada", "Ada"),
        ("Then O’Holm said so.", "Holm", "O’Holm"),
        ("Then O’Holm said so.", "O", "O’Holm"),
        ("\nAda Holm Image: Lund Post.", "Ada Holm Image", "Ada Holm"),
        ("The next day on Twitter Holm said so.", "Twitter Holm", "Holm"),
        ("Holm (left) said so.", "Holm (", "Holm"),
    ],
)
def test_persons_name_is_whole_and_nothing_else(text, found, name):
    assert named(text, (found, PERSON)) == [name]


def test_nickname_between_two_parts_joins_them():
    text = 'Rep. Robert C. "Bobby" Holm said so.'
    parts = [("Robert C.", PERSON), ("Bobby", PERSON), ("Holm", PERSON)]
    assert named(text, *parts) == ['Robert C. "Bobby" Holm']


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("The Committee to Save Holm said so.", "Committee", "Committee to Save Holm"),
        ("The Committee to which Holm belongs said so.", "Committee", "Committee"),
        ("The Rail Union against Lund Rail failed.", "Rail Union", "Rail Union"),
        ("The City Council to Vote on it.", "City Council", "City Council"),
        ("A study by Fix the Court, a group, said so.", "the Court", "Fix the Court"),
        ("“We will fight. Fix the Court!” he said.", "Court", "Court"),
    ],
)
def test_bodys_name_has_what_it_is_for(text, found, name):
    assert named(text, (found, BODY)) == [name]


def test_body_has_the_name_that_it_has_elsewhere():
    text = "An ad by Secure Holm Now ran. Secure Holm Now paid. Secure Holm is a slogan."
    found = [("Secure Holm Now", BODY), ("Secure Holm", BODY), ("Secure Holm", BODY)]
    assert named(text, *found) == ["Secure Holm Now", "Secure Holm Now", "Secure Holm"]
    text = "A study by Fix the Court ran. Fix the Court found more."
    assert named(text, ("Court", BODY), ("Court", BODY)) == ["Fix the Court", "Fix the Court"]


@pytest.mark.parametrize(
    "text", ["Derelict Holm and Solheim said so.", "Tom Holm Jr. said so.", "Holm said so."]
)
def test_no_first_name_is_taken_from_elsewhere(text):
    assert full_name_in(text, "Holm") is None
