import pytest

from onrecord.resolve.who.bearers import is_another_body
from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.mention import Mention
from onrecord.tagger import NameKind
from onrecord.types import Span


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("the appeals court", "U.S. Supreme Court", True),
        ("the appeals court", "Court of Appeals in Holm", False),
        ("the high court", "U.S. Supreme Court", False),
        ("the court", "Holm District Court", False),
        ("the senate", "U.S. Congress", True),
        ("the city council", "Holm District Court", False),
    ],
)
def test_court_of_another_sort_is_another_body(words, name, expected):
    span = Span(0, len(name))
    body = Entity(NameKind.ORGANISATION, spans=[span], full=span)
    mention = Mention(
        span=Span(0, len(words)), words=words, head=None, name=None, others=(), determiner="the"
    )
    assert is_another_body(mention, body, name) is expected
