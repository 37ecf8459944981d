"""Where the sentences of a text are, quotations kept whole."""

import bisect
import re
from collections.abc import Iterator, Sequence

from onrecord.layout.quotations import quotations
from onrecord.types import Span

_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Prof|Rev|Hon|St|"
    r"Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|Jr|Sr|Inc|Corp|Co|Ltd|Messrs|Supt|Insp|Cmdr)"
    # "posted on X." ends a sentence, "W. Bush" does not.
    r"|(?<!\bon )\b[A-Za-z](?:\.[A-Za-z])*)$"
)


def sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentences of the paragraphs, in order, without a gap inside a paragraph.

    A sentence that ends inside a quotation does not end the one around it; a
    full stop after an abbreviation or an initial ends none.

    >>> text = "“It rains. A lot,” Mr. Low said. Nobody minds."
    >>> [text[one.start : one.end] for one in sentences(text, [Span(0, len(text))])]
    ['“It rains. A lot,” Mr. Low said. ', 'Nobody minds.']

    Args:
        text: The article's text.
        paragraphs: The paragraphs to look at, in order.
    """
    return tuple(_sentences(text, paragraphs))


def sentence_at(sentences: Sequence[Span], place: int) -> Span:
    """Return the sentence that a place is in, or the last before it; the first of all else.

    Args:
        sentences: One at least, in order.
        place: A code point of their text.
    """
    at = bisect.bisect_right(sentences, place, key=lambda one: one.start) - 1
    return sentences[max(0, at)]


def _sentences(text: str, parts: Sequence[Span]) -> Iterator[Span]:
    quoted = [one.span for one in quotations(text, parts)]
    starts = [span.start for span in quoted]
    for part in parts:
        begin = part.start
        for match in _END.finditer(text, part.start, part.end):
            at = bisect.bisect_right(starts, match.start()) - 1
            inside = at >= 0 and match.end() < quoted[at].end
            if inside or _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start()]):
                continue
            yield Span(begin, match.end())
            begin = match.end()
        if begin < part.end:
            yield Span(begin, part.end)
