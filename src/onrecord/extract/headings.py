"""What a heading says belongs to no statement around it, and none of its words speak on.

A heading is a short paragraph of its own without a full stop, or a question. Words in
quotation marks alone, without a stop before the closing one, are one as well, unless the
paragraph before announces them: “He wrote:”.
"""

import re
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.types import Span

__all__ = ["is_heading", "without_headings"]

_MOST_WORDS = 12
_LONGEST = 200
_LONGEST_LIST = 12
# Characters at a paragraph's end that are looked at.
_END = 20
_STOP = re.compile(r"[.!,:;\u2026\u2013\u2014-][\"'\u201d\u2019)\]]*\s*\Z")
_ASKS = re.compile(r"[^\"\u201c\u201d.!?]*\?\s*\Z")
# "Would it rain, Poe asked?": no heading, though it ends in a question.
_ASKING = re.compile(r"(?:asks?|asked|wonders?|wondered)\b")
_LETTERS = re.compile(r"[A-Za-z]{2}")


def is_heading(passage: Passage, number: int) -> bool:
    """Say whether a paragraph, counted from 0, is a heading.

    Args:
        passage: The layout of the text.
        number: Which paragraph.
    """
    paragraph = passage.paragraphs[number]
    if len(paragraph) > _LONGEST:
        return False
    words = passage.text[paragraph.start : paragraph.end]
    if len(words.split()) > _MOST_WORDS or not _LETTERS.search(words):
        return False
    return bool(_ASKS.match(words)) or (not _STOP.search(words) and "?" not in words)


def without_headings(draft: Draft, passage: Passage) -> Draft | None:
    """Return a draft without headings that its cue does not stand in; None where nothing is left.

    Args:
        draft: As paired.
        passage: The layout of its text.
    """
    if draft.cue and _is_in_heading(draft.cue[0], passage):
        return draft if _is_whole(draft, passage) else None
    content = tuple(
        span
        for span in draft.content
        if not _is_in_heading(span, passage) or _is_announced(span, draft, passage)
    )
    return replace(draft, content=content) if content else None


def _is_in_heading(span: Span, passage: Passage) -> bool:
    number = passage.paragraph_of(span.start)
    return span.end <= passage.paragraphs[number].end and is_heading(passage, number)


def _is_announced(span: Span, draft: Draft, passage: Passage) -> bool:
    """Say whether the paragraph before a piece announces it, and has the cue where there is one."""
    number = passage.paragraph_of(span.start) - 1
    # A list is announced by what stands above all of it.
    last = max(0, number - _LONGEST_LIST)
    while number > last and is_heading(passage, number):
        number -= 1
    if number < 0:
        return False
    before = passage.paragraphs[number]
    ends = (
        passage.text[max(before.start, before.end - _END) : before.end]
        .rstrip()
        .endswith((":", ","))
    )
    return ends and all(cue in before for cue in draft.cue)


def _is_whole(draft: Draft, passage: Passage) -> bool:
    """Say whether a heading has all of a statement, told as somebody's and asked by nobody."""
    heading = passage.paragraphs[passage.paragraph_of(draft.cue[0].start)]
    is_asked = bool(_ASKS.match(passage.text, heading.start, heading.end))
    if _ASKING.match(passage.text, draft.cue[0].start, draft.cue[0].end):
        is_asked = False
    is_inside = all(span in heading for span in draft.content)
    return bool(draft.source) and is_inside and not is_asked
