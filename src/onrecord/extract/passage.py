"""The layout of an article as the pairing asks about it: paragraphs and quotations."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.layout import Quotation, paragraphs, quotations
from onrecord.types import Article, Kind, Span

# A word as the scorer of ../shared/tools counts it; marks and dashes are none.
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")

_INDENT = re.compile(r"\s*")
# More quotations than this before one in its paragraph are not looked through.
_MOST_QUOTATIONS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """An article's text with its paragraphs and quotations, each in order."""

    text: str
    paragraphs: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    _paragraph_starts: list[int] = field(init=False, repr=False, compare=False)
    _quotation_starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep where paragraphs and quotations begin, which is asked of every word."""
        object.__setattr__(self, "_paragraph_starts", [one.start for one in self.paragraphs])
        object.__setattr__(self, "_quotation_starts", [one.span.start for one in self.quotations])

    def words(self, spans: Sequence[Span]) -> str:
        """Return the words of some pieces, one blank between them."""
        return " ".join(self.text[span.start : span.end] for span in spans)

    def paragraph_of(self, place: int) -> int:
        """Return the number of the paragraph that a place is in, from 0."""
        return max(0, bisect.bisect_right(self._paragraph_starts, place) - 1)

    def begins(self, paragraph: int) -> int:
        """Return where a paragraph's first character that is no white space is."""
        span = self.paragraphs[paragraph]
        indent = _INDENT.match(self.text, span.start, span.end)
        return indent.end() if indent else span.start

    def same_paragraph(self, one: Span, other: Span) -> bool:
        """Say whether two spans touch a paragraph in common."""
        first, second = self._paragraphs_of(one), self._paragraphs_of(other)
        return max(first[0], second[0]) <= min(first[1], second[1])

    def is_later_paragraph(self, span: Span, *, than: Span) -> bool:
        """Say whether a span begins in a paragraph after the other's last."""
        return self._paragraphs_of(span)[0] > self._paragraphs_of(than)[1]

    def announces(self, cue: Span, content: Span) -> bool:
        """Say whether a cue ends its paragraph with a colon or comma just before a content's."""
        number = self.paragraph_of(content.start)
        if number == 0 or self.paragraph_of(cue.start) != number - 1:
            return False
        before = self.text[cue.start : self.paragraphs[number - 1].end].rstrip()
        opening = self.text[self.paragraphs[number].start : content.start]
        return before.endswith((":", ",")) and not _WORD.search(opening)

    def follows_narration(self, span: Span) -> bool:
        """Say whether words outside quotation marks come before a span in its paragraph."""
        place = self.paragraphs[self.paragraph_of(span.start)].start
        for _ in range(_MOST_QUOTATIONS):
            word = _WORD.search(self.text, place, max(place, span.start))
            if word is None:
                return False
            quotation = self.quotation_at(word.start())
            if quotation is None:
                return True
            place = quotation.span.end
        return False

    def is_quoted(self, span: Span) -> bool:
        """Say whether all words of a span are inside quotation marks."""
        return self.kind_of((span,)) is Kind.DIRECT

    def kind_of(self, spans: Sequence[Span]) -> Kind:
        """Return whether all, some or no words of the spans are in quotation marks."""
        if not any(map(self._meets_quotation, spans)):
            return Kind.INDIRECT
        words = [
            word.start()
            for span in spans
            for word in _WORD.finditer(self.text, span.start, span.end)
        ]
        quoted = sum(self.quotation_at(start) is not None for start in words)
        if quoted == 0:
            return Kind.INDIRECT
        return Kind.DIRECT if quoted == len(words) else Kind.MIXED

    def quotation_at(self, place: int) -> Quotation | None:
        """Return the quotation that a place is in, its marks included."""
        at = bisect.bisect_right(self._quotation_starts, place) - 1
        if at >= 0 and place < self.quotations[at].span.end:
            return self.quotations[at]
        return None

    def _meets_quotation(self, span: Span) -> bool:
        first = max(0, bisect.bisect_right(self._quotation_starts, span.start) - 1)
        last = bisect.bisect_left(self._quotation_starts, span.end)
        return any(one.span.end > span.start for one in self.quotations[first:last])

    def _paragraphs_of(self, span: Span) -> tuple[int, int]:
        return self.paragraph_of(span.start), self.paragraph_of(span.end - 1)


def passage_of(article: Article) -> Passage:
    """Return the layout of an article's body."""
    found = paragraphs(article.text, article.body)
    return Passage(text=article.text, paragraphs=found, quotations=quotations(article.text, found))
