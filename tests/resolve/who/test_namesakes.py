import re

import pytest

from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.namesakes import Namesakes, is_kin
from onrecord.tagger import NameKind
from onrecord.types import Span


def full(text, name):
    spans = [Span(*match.span()) for match in re.finditer(rf"{name}(?!\w)", text)]
    return Entity(NameKind.PERSON, spans=spans)


def alone(text, surname):
    """Return the places of a surname with no first name before it."""
    found = re.finditer(rf"(?<!Ada )(?<!Tom )(?<!Eva ){surname}\b", text)
    return [Span(*match.span()) for match in found]


def meant(text, *names):
    """Return who the last surname that stands alone is, by full name."""
    people = [full(text, name) for name in names]
    places = alone(text, "Holm")
    one = Namesakes(text, {}.get).meant(places[-1], places[0], people)
    return None if one is None else names[people.index(one)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Holm won. Holm thanked all. At her side was Tom Holm. Holm said so.", "Ada Holm"),
        ("Ada Holm won with her husband, Tom Holm, at her side. Holm said so.", "Ada Holm"),
        ("The first lady, Ada Holm, left. Then Tom Holm came. Holm said so.", "Tom Holm"),
        ("Ada Holm spoke in Lund. In Malmö it was Tom Holm. Holm said so.", "Tom Holm"),
        ("Ada Holm won. Holm left. So did Senator Tom Holm. Senator Holm said so.", "Tom Holm"),
        ("Ada Holm won. Holm left. So did Sen. Tom Holm. Holm said so.", "Ada Holm"),
    ],
)
def test_surname_alone_is_who_the_article_calls_so(text, who):
    assert meant(text, "Ada Holm", "Tom Holm") == who


def test_relative_of_the_bearer_is_not_the_bearer():
    text = "President Holm spoke. Holm's eldest son, Tom Holm, was there. Holm said so."
    assert meant(text, "Tom Holm") is None


def test_office_before_the_juniors_name_is_the_elders():
    text = "President Holm spoke. A photo shows Tom Holm Jr. with a fish. Mr. Holm said so."
    assert meant(text, "Tom Holm Jr.") is None
    text = "Holm wins. Tom Holm Jr. was chosen. Mr. Holm said so."
    assert meant(text, "Tom Holm Jr.") == "Tom Holm Jr."


def test_honorific_tells_the_wife_from_the_husband():
    text = "Ada Holm won. Holm left. Tom Holm clapped. Mr. Holm said so."
    people = [full(text, "Ada Holm"), full(text, "Tom Holm")]
    places = alone(text, "Holm")

    def pronouns_at(name):
        hers = text.startswith("Ada", name.start)
        his = text.startswith("Tom", name.start)
        return [0.9 * his, 0.9 * hers, 0, 0]

    namesakes = Namesakes(text, pronouns_at)
    assert namesakes.meant(places[-1], places[0], people) is people[1]
    assert namesakes.meant(places[0], places[0], people) is people[0]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("His wife, Ada Holm, left.", "Ada Holm", True),
        ("Two elder sons, Tom Holm and Bo Holm, left.", "Bo Holm", True),
        ("Ada Holm, the mayor's eldest daughter, left.", "Ada Holm", True),
        ("Ada Holm, the mayor, left with her son.", "Ada Holm", False),
    ],
)
def test_relative_is_told_by_the_words_beside_the_name(text, name, expected):
    at = text.index(name)
    assert is_kin(text, Span(at, at + len(name))) is expected
