"""Quotations that run over several paragraphs are one content, by one speaker.

Such a quotation opens each of its paragraphs with a mark and closes only the
last. So where one is still open at a paragraph's end and the next paragraph
begins with a mark, the next goes on with the same words, whatever lies nearer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.types import Span

# What may stand between two pieces of one content.
_BETWEEN = " \t\r\n\xa0,;"


def join_continued(drafts: Sequence[Draft], passage: Passage) -> list[Draft]:
    """Return the drafts with each running quotation whole, in order of appearance.

    Args:
        drafts: As paired, in order.
        passage: The layout of their text.
    """
    found = list(drafts)
    for before, after in _running(passage):
        _carry_over(found, before, after, passage)
    joined = [replace(draft, content=_closed_up(draft.content, passage)) for draft in found]
    return sorted(joined, key=lambda draft: draft.place)


def _running(passage: Passage) -> Iterator[tuple[Span, Span]]:
    """Yield the quotation of a paragraph's end and that of the next one's start."""
    quotations = passage.quotations
    for before, after in pairwise(quotations):
        number = passage.paragraph_of(before.span.start)
        opens_next = number + 1 < len(passage.paragraphs) and after.span.start == _first_mark(
            passage, number + 1
        )
        if not before.is_closed and opens_next:
            yield before.span, after.span


def _first_mark(passage: Passage, paragraph: int) -> int:
    span = passage.paragraphs[paragraph]
    words = passage.text[span.start : span.end]
    return span.start + len(words) - len(words.lstrip())


def _carry_over(drafts: list[Draft], before: Span, after: Span, passage: Passage) -> None:
    speaking = _holder(drafts, before.end - 1)
    if speaking is None:
        return
    holding = _holder(drafts, after.start)
    if holding is None and any(cue in after for draft in drafts for cue in draft.cue):
        return
    if holding is None:
        rest = _whole(after, passage)
    elif holding == speaking or _has_own_cue(drafts[holding], after, passage):
        return
    else:
        rest = next(span for span in drafts[holding].content if _holds(span, after.start))
        _take_away(drafts, holding, rest)
    content = tuple(sorted((*drafts[speaking].content, rest)))
    drafts[speaking] = replace(drafts[speaking], content=content)
    drafts[:] = [draft for draft in drafts if draft.content]


def _holder(drafts: Sequence[Draft], place: int) -> int | None:
    """Return the index of the draft whose content has the word at or before a place."""
    for index, draft in enumerate(drafts):
        if any(_holds(span, place) for span in draft.content):
            return index
    return None


def _holds(span: Span, place: int) -> bool:
    return span.start <= place < span.end


def _has_own_cue(draft: Draft, quotation: Span, passage: Passage) -> bool:
    return any(passage.same_paragraph(cue, quotation) for cue in draft.cue)


def _whole(quotation: Span, passage: Passage) -> Span:
    words = passage.text[quotation.start : quotation.end]
    return Span(quotation.start, quotation.start + len(words.rstrip()))


def _take_away(drafts: list[Draft], index: int, span: Span) -> None:
    left = tuple(other for other in drafts[index].content if other != span)
    drafts[index] = replace(drafts[index], content=left)


def _closed_up(content: Sequence[Span], passage: Passage) -> tuple[Span, ...]:
    """Return the pieces, those joined that no word and no mark parts, none overlapping."""
    pieces: list[Span] = []
    for span in sorted(content):
        if pieces and not passage.text[pieces[-1].end : span.start].strip(_BETWEEN):
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    return tuple(pieces)
