"""Quotations signed with a dash: “…” — Beck Pimentel, on one line or the next."""

import re
from collections.abc import Iterator

from onrecord.extract.lines import Line
from onrecord.extract.passage import Passage
from onrecord.types import Span

# A dash, then a name to the paragraph's end: it holds a capital (or a handle's
# @), has no room for a sentence (twelve words at most), and ends none.
_SIGNATURE = re.compile(
    r"\s*(?P<dash>[\u2013-\u2015~-]{1,2})\s*"
    r"(?P<name>[\w@][^\n.!?:;\u201c\u201d\"]*"
    r"(?:\.(?= ?\w)[^\n.!?:;\u201c\u201d\"]*)*)"
    r"[.\s]*",
)
_MOST_WORDS = 12
_VERB_AHEAD = re.compile(r"\b(?:said|says|told|is|was|are|were|has|had)\b")


def signed_quotations(passage: Passage) -> list[Line]:
    """Return the quotations that a name signs, in order."""
    return list(_signed(passage))


def _signed(passage: Passage) -> Iterator[Line]:
    for quotation in passage.quotations:
        if not quotation.is_closed:
            continue
        number = passage.paragraph_of(quotation.span.start)
        if quotation.span.start != passage.begins(number):
            continue
        name_at = _name_after(passage, quotation.span.end, number)
        if name_at is not None:
            yield Line(name=name_at[1], cue=name_at[0], words=quotation.span)


def _name_after(passage: Passage, end: int, number: int) -> tuple[Span, Span] | None:
    """Return the dash and the name that follow a quotation to its line's end."""
    paragraph = passage.paragraphs[number]
    if passage.text[end : paragraph.end].strip():
        return _signature(passage, end, paragraph.end)
    if number + 1 < len(passage.paragraphs):
        following = passage.paragraphs[number + 1]
        return _signature(passage, following.start, following.end)
    return None


def _signature(passage: Passage, start: int, end: int) -> tuple[Span, Span] | None:
    match = _SIGNATURE.fullmatch(passage.text, start, end)
    if match is None:
        return None
    name = match["name"].rstrip()
    is_name = any(char.isupper() or char == "@" for char in name)
    if not is_name or len(name.split()) > _MOST_WORDS or _VERB_AHEAD.search(name):
        return None
    at = match.start("name")
    return Span(*match.span("dash")), Span(at, at + len(name))
