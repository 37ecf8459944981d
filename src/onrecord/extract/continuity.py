"""Quotations that run over several paragraphs are one content, by one speaker.

Such a quotation opens each of its paragraphs with a mark and closes only the
last. So where one is still open at a paragraph's end and the next paragraph
begins with a mark, the next goes on with the same words, whatever lies nearer.
"""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.extract.turns import is_aside
from onrecord.types import Span

# What may stand between two pieces of one content.
_BETWEEN = " \t\r\n\xa0,;"
_SAYING = re.compile(r"\b(?:said|says|told|asked|added|wrote|adds)\b")
# Contents within contents are looked through to this depth.
_DEEPEST = 4


def join_continued(drafts: Sequence[Draft], passage: Passage) -> list[Draft]:
    """Return the drafts with each running quotation whole, in order of appearance.

    Args:
        drafts: As paired, in order.
        passage: The layout of their text.
    """
    record = _Record(drafts)
    for before, after in _running(passage):
        _carry_over(record, before, after, passage)
    joined = [
        replace(draft, content=_closed_up(content, passage))
        for draft, content in zip(drafts, record.contents, strict=True)
        if content
    ]
    return sorted(_up_to_marks(joined, passage), key=lambda draft: draft.place)


class _Record:
    """Who holds which words, while they change hands.

    Attributes:
        contents: The pieces that each draft holds at present.
    """

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.contents: list[set[Span]] = [set(draft.content) for draft in drafts]
        self._drafts = drafts
        self._owner = {span: i for i, draft in enumerate(drafts) for span in draft.content}
        self._spans = sorted(self._owner)
        self._cues = sorted((cue.start, i) for i, draft in enumerate(drafts) for cue in draft.cue)

    def at(self, place: int) -> tuple[int, Span] | None:
        """Return the draft and the piece that hold a place, the innermost that begins last."""
        index = bisect.bisect_right(self._spans, place, key=lambda span: span.start)
        for span in reversed(self._spans[max(0, index - _DEEPEST) : index]):
            if span.start <= place < span.end:
                return self._owner[span], span
        return None

    def has_cue_in(self, span: Span) -> bool:
        """Say whether any draft's cue begins inside a span."""
        index = bisect.bisect_left(self._cues, (span.start, -1))
        return index < len(self._cues) and self._cues[index][0] < span.end

    def has_cue_of(self, draft: int, span: Span) -> bool:
        """Say whether a draft has a cue, and all of it inside a span."""
        cues = self._drafts[draft].cue
        return bool(cues) and all(cue in span for cue in cues)

    def cues_of(self, draft: int) -> tuple[Span, ...]:
        """Return a draft's cue."""
        return self._drafts[draft].cue

    def give(self, span: Span, draft: int) -> None:
        """Give a piece to a draft, and take it from the one that holds it."""
        if span in self._owner:
            self.contents[self._owner[span]].discard(span)
        else:
            bisect.insort(self._spans, span)
        self._owner[span] = draft
        self.contents[draft].add(span)


def _running(passage: Passage) -> Iterator[tuple[Span, Span]]:
    """Yield the quotation of a paragraph's end and that of the next one's start."""
    for before, after in pairwise(passage.quotations):
        if before.is_closed:
            continue
        number = passage.paragraph_of(before.span.start) + 1
        if number >= len(passage.paragraphs) or after.span.start != passage.begins(number):
            continue
        # "(CROSSTALK)" in a printed conversation: no words of the one who spoke.
        next_one = passage.paragraphs[number]
        if not is_aside(passage.text[next_one.start : next_one.end]):
            yield before.span, after.span


def _carry_over(record: _Record, before: Span, after: Span, passage: Passage) -> None:
    speaking, holding = record.at(before.end - 1), record.at(after.start)
    if speaking is None:
        _fill_up(record, before, holding, passage)
        return
    if holding is None:
        if _is_closed(after, passage) or not record.has_cue_in(after):
            record.give(_whole(after, passage), speaking[0])
        return
    index, rest = holding
    if index != speaking[0] and _is_closed(after, passage) and record.has_cue_of(index, after):
        # Told inside the quotation: what is said there is told by who is quoted.
        record.give(_whole(after, passage), speaking[0])
        return
    has_own_cue = any(passage.same_paragraph(cue, after) for cue in record.cues_of(index))
    if index != speaking[0] and not has_own_cue:
        record.give(rest, speaking[0])


def _is_closed(quotation: Span, passage: Passage) -> bool:
    marks = passage.quotation_at(quotation.start)
    return marks is not None and marks.is_closed


def _fill_up(
    record: _Record, before: Span, holding: tuple[int, Span] | None, passage: Passage
) -> None:
    """Give the rest of a quotation to the draft that has its start and goes on after it."""
    opening = record.at(before.start)
    if opening is not None and holding is not None and opening[0] == holding[0]:
        record.give(_whole(before, passage), opening[0])
        record.contents[opening[0]].discard(opening[1])


def _up_to_marks(drafts: Sequence[Draft], passage: Passage) -> Iterator[Draft]:
    """Yield the drafts, a piece that touches one mark of its quotation grown up to the other.

    Not where anything else was found in between, or a word of saying stands there: then
    a mark is missing, and the reporter speaks.
    """
    taken = sorted(
        (span.start, span.end)
        for draft in drafts
        for span in (*draft.source, *draft.cue, *draft.content)
    )
    for draft in drafts:
        content = tuple(_grown(span, taken, passage) for span in draft.content)
        yield replace(draft, content=content)


def _grown(span: Span, taken: Sequence[tuple[int, int]], passage: Passage) -> Span:
    quotation = passage.quotation_at(span.start)
    if quotation is None or not quotation.is_closed or quotation.span.end < span.end:
        return span
    marks = quotation.span
    opens, closes = marks.start == span.start, marks.end == span.end
    if opens == closes:
        return span
    rest = Span(span.end, marks.end) if opens else Span(marks.start, span.start)
    at = bisect.bisect_left(taken, (rest.end, 0))
    is_taken = any(end > rest.start for _, end in taken[max(0, at - _DEEPEST) : at])
    return span if is_taken or _SAYING.search(passage.text, rest.start, rest.end) else marks


def _whole(quotation: Span, passage: Passage) -> Span:
    words = passage.text[quotation.start : quotation.end]
    return Span(quotation.start, quotation.start + len(words.rstrip()))


def _closed_up(content: Iterable[Span], passage: Passage) -> tuple[Span, ...]:
    """Return the pieces in order, those joined that no word and no mark parts, none overlapping."""
    pieces: list[Span] = []
    for span in sorted(content):
        if pieces and not passage.text[pieces[-1].end : span.start].strip(_BETWEEN):
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    return tuple(pieces)
