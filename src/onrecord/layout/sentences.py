"""Where the sentences of a text are, quotations kept whole."""

import bisect
import re
from collections.abc import Iterator, Sequence

from onrecord.layout.quotations import quotations
from onrecord.types import Span

_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=(?:[\"“‘'(\[]|``)?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Del|Gov|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Prof|Rev|Hon|St|"
    r"Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|Jr|Sr|Inc|Corp|Co|Cos|Cie|Bros|Ltd|Messrs|Mme|Mmes|"
    r"Mlle|Supt|Insp|Cmdr)"
    # "posted on X." ends a sentence, "W. Bush" does not.
    r"|(?<!\bon )\b[A-Za-z](?:\.[A-Za-z])*)$"
)
# "Low worked for Acme Ltd. Mr. Low …": what ends a firm's name, or a state's, ends the sentence
# as well where a word follows that opens one and no name.
_LAST_OF_NAME = re.compile(r"\b(?:Inc|Corp|Co|Cos|Cie|Bros|Ltd|Jr|Sr|[A-Za-z](?:\.[A-Za-z])+)$")
_OPENS_SENTENCE = re.compile(
    r"[\"“‘'(\[]?(?:(?:Mr|Mrs|Ms|Dr)\.|(?:The|He|She|It|They|We|But|And|In|At|On|For|If|As|When|"
    r"While|After|Although|His|Her|Its|Their|This|That|These|Those|There)(?= [a-z]))"
)
# Characters before a full stop that tell whether it ends an abbreviation.
_LONGEST = 8


def sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentences of the paragraphs, in order, without a gap inside a paragraph.

    A sentence that ends inside a quotation does not end the one around it; a
    full stop after an abbreviation or an initial ends none, but for that of a firm
    ("Ltd.") or a country ("U.S.") where a word follows that opens a sentence.

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
            if inside or _is_abbreviated(text, match):
                continue
            yield Span(begin, match.end())
            begin = match.end()
        if begin < part.end:
            yield Span(begin, part.end)


def _is_abbreviated(text: str, end: re.Match[str]) -> bool:
    """Say whether a full stop only belongs to an abbreviation."""
    before = text[max(0, end.start() - _LONGEST) : end.start()]
    if not _ABBREVIATION.search(before):
        return False
    return not (_LAST_OF_NAME.search(before) and _OPENS_SENTENCE.match(text, end.end()))
