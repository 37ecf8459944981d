import dataclasses

import pytest

from onrecord import Kind, Span, Statement
from onrecord.errors import StatementError
from onrecord.types import MadeBy

STATEMENT = Statement(
    id="st1_a",
    article_id="ar1_a",
    kind=Kind.DIRECT,
    content=(Span(0, 4), Span(15, 19)),
    source=(Span(5, 8),),
    cue=(Span(9, 13),),
    confidence=0.9,
    made_by=MadeBy(onrecord="0.1.0", weights="test"),
)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"content": ()}, "has no content"),
        ({"confidence": 1.1}, "wanted 0 to 1"),
        ({"content": (Span(15, 19), Span(0, 4))}, "in order"),
        ({"source": (Span(5, 8), Span(7, 9))}, "none overlapping"),
    ],
)
def test_findings_that_make_no_statement_are_refused(change, message):
    with pytest.raises(StatementError, match=message):
        dataclasses.replace(STATEMENT, **change)


def test_statement_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        STATEMENT.confidence = 1.0
