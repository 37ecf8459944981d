"""What opens a sentence before "he said," belongs to the words after it.

"Under the act, he explained, a buyer may return goods": in PolNeAR's train articles 24 of 28
such openings before words without quotation marks are marked as content.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.layout import sentence_at
from onrecord.types import Span

__all__ = ["with_opening"]

_OPENING = re.compile(
    r"(?:Under|Within|In|At|By|For|With|Without|Before|After|If|When|While|As|Because|Since|"
    r"Despite|Unless|Until|Once|From|Among|Even|Instead)\b[^,;:\n\"\u201c\u201d]{3,90}, \Z"
)


def with_opening(draft: Draft, passage: Passage, sentences: Sequence[Span]) -> Draft:
    """Return a draft with the opening of its sentence, where source and cue are put in after it.

    Args:
        draft: As paired.
        passage: The layout of its text.
        sentences: The sentences of the text, in order.
    """
    if not draft.source or not draft.cue or not sentences:
        return draft
    source, cue, first = draft.source[0], draft.cue[0], draft.content[0]
    text = passage.text
    is_put_in = text[source.end : cue.start] == " " and text[cue.end : first.start] == ", "
    if not is_put_in or passage.quotation_at(first.start) is not None:
        return draft
    opening = _OPENING.match(text, sentence_at(sentences, source.start).start, source.start)
    if opening is None:
        return draft
    return replace(draft, content=(Span(opening.start(), opening.end() - 2), *draft.content))
