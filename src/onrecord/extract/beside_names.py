"""Quotations that stand beside a name which tells whose they are.

“It rains,” Lee said: where the network has no statement with the quotation, it is Lee's, and so
are those that go on in the paragraph. "Three have spoken, among them Ann Lee -- “It rains” --
and Ian Lo": what dashes set off behind a name is of whom it names.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.layout import Quotation
from onrecord.tagger import Name, NameKind
from onrecord.types import Span

__all__ = ["with_names"]

# What the layout of a sentence says is less sure than what the network marks.
_CONFIDENCE = 0.6
_ENDS_BEFORE_TAG = re.compile(r"[,?!\u2026]\W{1,3}\Z")
_BEFORE_NAME = re.compile(r" (?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. )?\Z")
_SAYING = re.compile(r" (?P<cue>said|says|added|wrote|told|asked|replied)\b")
_OPENING_DASH = re.compile(r" (?:--|\u2014|\u2013) ")
_CLOSING_DASH = re.compile(r",? (?:--|\u2014|\u2013) ")
_STOP = re.compile(r"[^.\n]*\. \Z")
_LONGEST_TITLE = 12


def with_names(drafts: Sequence[Draft], names: Sequence[Name], passage: Passage) -> list[Draft]:
    """Return the drafts with those of quotations that a name beside them has.

    Args:
        drafts: As paired, in order.
        names: The names in the text, in order.
        passage: The layout of their text.
    """
    kept = list(drafts)
    people = [name.span for name in names if name.kind is NameKind.PERSON]
    for quotation in passage.quotations:
        if not quotation.is_closed:
            continue
        apart = _between_dashes(quotation.span, people, passage)
        if apart is not None and not _has_name(kept, apart):
            kept = list(_without(kept, quotation.span))
            kept.append(Draft(source=(apart,), content=(quotation.span,), confidence=_CONFIDENCE))
    kept.extend(_missed(kept, people, passage))
    return sorted(kept, key=lambda draft: draft.place)


def _between_dashes(marks: Span, people: Sequence[Span], passage: Passage) -> Span | None:
    """Return the name that a dash parts from a quotation with another dash behind it."""
    if not _CLOSING_DASH.match(passage.text, marks.end):
        return None
    at = bisect.bisect_left(people, marks.start, key=lambda name: name.start) - 1
    if at < 0 or not _OPENING_DASH.fullmatch(passage.text, people[at].end, marks.start):
        return None
    return people[at]


def _has_name(drafts: Sequence[Draft], name: Span) -> bool:
    return any(name in span for draft in drafts for span in draft.source)


def _without(drafts: Sequence[Draft], marks: Span) -> Iterator[Draft]:
    for draft in drafts:
        content = tuple(span for span in draft.content if span not in marks)
        if content:
            yield replace(draft, content=content)


def _missed(drafts: Sequence[Draft], people: Sequence[Span], passage: Passage) -> Iterator[Draft]:
    """Yield what a name and a cue behind a closing mark tell, where no draft has the quotation."""
    held = sorted((span.start, span.end) for draft in drafts for span in draft.content)
    for number, quotation in enumerate(passage.quotations):
        marks = quotation.span
        is_tagged = quotation.is_closed and _ENDS_BEFORE_TAG.search(
            passage.text, marks.start, marks.end
        )
        if not is_tagged or _is_held(marks, held):
            continue
        found = _tag(marks.end, people, passage)
        if found is not None:
            name, cue = found
            rest = _rest(passage.quotations[number + 1 : number + 2], cue, passage)
            yield Draft(source=(name,), cue=(cue,), content=(marks, *rest), confidence=_CONFIDENCE)


def _is_held(marks: Span, held: Sequence[tuple[int, int]]) -> bool:
    at = bisect.bisect_left(held, (marks.end, 0))
    return any(end > marks.start for _, end in held[max(0, at - 4) : at])


def _tag(end: int, people: Sequence[Span], passage: Passage) -> tuple[Span, Span] | None:
    at = bisect.bisect_left(people, end, key=lambda name: name.start)
    name = people[at] if at < len(people) else None
    if name is None or name.start - end > _LONGEST_TITLE:
        return None
    before = _BEFORE_NAME.fullmatch(passage.text, end, name.start)
    cue = _SAYING.match(passage.text, name.end)
    if before is None or cue is None:
        return None
    return Span(end + 1, name.end), Span(*cue.span("cue"))


def _rest(ahead: Sequence[Quotation], cue: Span, passage: Passage) -> Iterator[Span]:
    """Yield a quotation that begins the next sentence of the paragraph."""
    for quotation in ahead:
        is_here = passage.same_paragraph(quotation.span, cue)
        if is_here and _STOP.fullmatch(passage.text, cue.end, quotation.span.start):
            yield quotation.span
