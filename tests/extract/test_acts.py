"""Whether an act was done at all."""

import numpy as np
import pytest
from by_hand import MADE_BY

from onrecord import Article, Kind, Span, Statement
from onrecord.extract import with_acts
from onrecord.tagger.details import ACTS, WIDTHS
from onrecord.types import Act


def _act(cue, content, act, source="Poe"):
    """Return a statement's act and whether it is negated, where the network is sure of an act."""
    text = f"{source} {cue} {content}."
    start = len(f"{source} ")
    statement = Statement(
        id="st1_a",
        article_id="ar1_a",
        kind=Kind.INDIRECT,
        source=(Span(0, len(source)),),
        cue=(Span(start, start + len(cue)),),
        content=(Span(start + len(cue) + 1, len(text) - 1),),
        confidence=0.9,
        made_by=MADE_BY,
    )
    said = np.zeros(WIDTHS["act_cue"], dtype=np.float32)
    said[ACTS.index(act)] = 20
    [found] = with_acts(Article(text=text), [statement], [said])
    return found.act, found.negated


@pytest.mark.parametrize("cue", ["did not comment on", "have not commented on"])
def test_not_to_comment_is_a_refusal_and_not_negated(cue):
    assert _act(cue, "the figure", Act.REFUSE) == (Act.REFUSE, False)


def test_what_was_not_denied_is_negated():
    assert _act("did not deny", "the figure", Act.DENY) == (Act.DENY, True)


def test_what_something_is_called_decides_before_the_network():
    assert _act("called", "the suit meritless", Act.DEMAND)[0] is Act.DENY


def test_who_speaks_for_nobody_else_promises_nothing_for_others():
    plan = "the firm will sell its mills"
    assert _act("said", plan, Act.PROMISE)[0] is Act.PROMISE
    assert _act("said", plan, Act.PROMISE, source="Analysts")[0] is not Act.PROMISE
    assert _act("said", "they will sell", Act.PROMISE, source="Analysts")[0] is Act.PROMISE
