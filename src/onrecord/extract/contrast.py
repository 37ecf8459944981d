"""What was not said ends where it is told what was: "did not say why, though he left a hint"."""

import re
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.extract.sense import sense_of
from onrecord.types import Article, Span

__all__ = ["without_contrast"]

_CONTRAST = re.compile(r",? (?:though|although) |, (?:but|yet) ")


def without_contrast(article: Article, draft: Draft, passage: Passage) -> Draft:
    """Return what somebody did not say without a clause that is set against it.

    Args:
        article: The article.
        draft: What was found.
        passage: The article's layout.
    """
    last = draft.content[-1]
    turn = _CONTRAST.search(article.text, last.start, last.end)
    if turn is None or passage.quotation_at(turn.start()) is not None:
        return draft
    sense = sense_of(article, draft)
    if sense is None or not sense.negated or draft.cue[-1].end > last.start:
        return draft
    return replace(draft, content=(*draft.content[:-1], Span(last.start, turn.start())))
