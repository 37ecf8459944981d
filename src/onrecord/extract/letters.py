"""Letters printed in a column: “DEAR EDITOR: … -- TIRED IN TEXAS”, and what is answered.

Who stands in the salutation is written to; who signs writes. An answer has no name.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.extract.lines import Line
from onrecord.extract.passage import Passage
from onrecord.types import Span

__all__ = ["letter_lines"]

_SALUTATION = re.compile(r"\s*(?:DEAR|Dear) [A-Z][\w.'\u2019 -]{0,40}:\s+(?=\S)")
_SIGNATURE = re.compile(
    r"\s(?P<dash>--|[\u2013\u2014])\s*(?P<name>[A-Z][^.!?:;\n\"\u201c\u201d]{1,60}?)\s*\Z"
)
# One may be a letter that is quoted in a report; a letter and an answer make a column.
_LEAST_LETTERS = 2


def letter_lines(passage: Passage) -> list[Line]:
    """Return the letters of a column and their answers, each whole; none elsewhere.

    Args:
        passage: The layout of the text.
    """
    paragraphs = passage.paragraphs
    opened = [
        number
        for number, one in enumerate(paragraphs)
        if _SALUTATION.match(passage.text, one.start, one.end)
    ]
    is_signed = any(_signature(passage, one) for one in paragraphs[min(opened, default=0) :])
    if len(opened) < _LEAST_LETTERS or not is_signed:
        return []
    return list(_letters(passage, [*opened, len(paragraphs)]))


def _letters(passage: Passage, opened: Sequence[int]) -> Iterator[Line]:
    for number, following in pairwise(opened):
        block = passage.paragraphs[number:following]
        salutation = _SALUTATION.match(passage.text, block[0].start, block[0].end)
        start = block[0].start if salutation is None else salutation.end()
        signed = next(filter(None, (_signature(passage, one) for one in block)), None)
        if signed is not None:
            words = passage.text[start : signed.start()].rstrip()
            if not words:
                continue
            name, dash = Span(*signed.span("name")), Span(*signed.span("dash"))
            yield Line(name=name, cue=dash, words=Span(start, start + len(words)))
            continue
        # Behind the last answer the column goes on in its own words.
        end = block[0].end if following == len(passage.paragraphs) else block[-1].end
        words = passage.text[start:end].rstrip()
        yield Line(words=Span(start, start + len(words)))


def _signature(passage: Passage, paragraph: Span) -> re.Match[str] | None:
    return _SIGNATURE.search(passage.text, paragraph.start, paragraph.end)
