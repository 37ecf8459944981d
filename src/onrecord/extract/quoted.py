"""Whom others quote: "The agency quoted a farmer as saying that it rained".

The agency's statement has all of that, and in it stands the farmer's, which is what is said.
"""

import re
from collections.abc import Iterable, Iterator

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.types import Span

__all__ = ["quoted_ones"]

_QUOTING = re.compile(r"(?:.*\b)?(?:quot(?:e[sd]?|ing)|cit(?:e[sd]?|ing))\Z", re.DOTALL)
_AS_SAYING = re.compile(
    r"(?P<who>[^;:!?\n\"\u201c\u201d]{2,160}?) (?P<cue>as (?:saying|telling|writing|warning|"
    r"claiming|arguing|denying|promising|predicting|insisting|adding))\b,? "
    r"(?P<what>\S.*)\Z",
    re.DOTALL,
)
# Fewer words are no statement.
_LEAST_WORDS = 4
# How sure the one within is beside the one around it.
_LESS = 0.95


def quoted_ones(drafts: Iterable[Draft], passage: Passage) -> Iterator[Draft]:
    """Yield the statements of those whom the sources of some drafts quote.

    Args:
        drafts: As paired.
        passage: The layout of their text.
    """
    for draft in drafts:
        if not draft.cue or len(draft.content) > 1:
            continue
        said, text = draft.content[0], passage.text
        if not _QUOTING.match(text[draft.cue[-1].start : draft.cue[-1].end]):
            continue
        match = _AS_SAYING.match(text, said.start, said.end)
        if match is None or len(match["what"].split()) < _LEAST_WORDS:
            continue
        yield Draft(
            source=(Span(*match.span("who")),),
            cue=(Span(*match.span("cue")),),
            content=(Span(*match.span("what")),),
            confidence=draft.confidence * _LESS,
        )
