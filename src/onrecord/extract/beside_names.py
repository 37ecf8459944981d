"""Quotations that stand beside a name which tells whose they are.

“It rains,” Lee said: where the network has no statement with the quotation, it is Lee's, and so
are those that go on in the paragraph. "Three have spoken, among them Ann Lee -- “It rains” --
and Ian Lo": what dashes set off behind a name is of whom it names.
"""

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.extract.draft import BY_LAYOUT, Draft
from onrecord.extract.passage import Passage
from onrecord.extract.verbs import AUXILIARIES
from onrecord.layout import Quotation
from onrecord.tagger import Name, NameKind
from onrecord.types import Span

__all__ = ["with_names"]

_ENDS_BEFORE_TAG = re.compile(r"[,?!\u2026]\W{1,3}\Z")
_BEFORE_NAME = re.compile(r" (?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. )?\Z")
_SAYING = re.compile(r" (?P<cue>said|says|added|wrote|told|asked|replied)\b")
_OPENING_DASH = re.compile(r" (?:--|\u2014|\u2013) ")
_CLOSING_DASH = re.compile(r",? (?:--|\u2014|\u2013) ")
_STOP = re.compile(r"[^.\n]*\. \Z")
_LONGEST_TITLE = 12
_LEAST_WORDS = 5
_VERB = re.compile(
    rf"\b(?:{AUXILIARIES}|am|I|we|you)\b|n['\u2019]t\b|"
    r"['\u2019](?:s|re|m|ll|ve) (?:a|an|the|not|going)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(r" (?:it|him|them|a|an|the|his|her|its|their|this|that|about|for|[A-Z])\b")
_ASKED = re.compile(r"[?!]\W{1,3}\Z")
_NEW = re.compile(r"(?:\A|[.!?:\n\"\u201d])\s*\Z")


def with_names(drafts: Sequence[Draft], names: Sequence[Name], passage: Passage) -> list[Draft]:
    """Return the drafts with those of quotations that a name beside them has.

    Args:
        drafts: As paired, in order.
        names: The names in the text, in order.
        passage: The layout of their text.
    """
    people = [name.span for name in names if name.kind is NameKind.PERSON]
    sources = {span.start for draft in drafts for span in draft.source}
    apart: dict[Span, Span] = {}
    for quotation in passage.quotations:
        name = _between_dashes(quotation.span, people, passage) if quotation.is_closed else None
        if name is not None and name.start not in sources:
            apart[quotation.span] = name
            sources.add(name.start)
    kept = list(_without(drafts, apart))
    kept.extend(
        Draft(source=(name,), content=(marks,), confidence=BY_LAYOUT)
        for marks, name in apart.items()
    )
    kept.extend(_missed(kept, people, passage))
    return sorted(kept, key=lambda draft: draft.place)


def _between_dashes(marks: Span, people: Sequence[Span], passage: Passage) -> Span | None:
    """Return the name that a dash parts from a quotation with another dash behind it."""
    # “A failed mayor” or “Tommy the Knife”: what somebody is called, and no words of theirs.
    words = passage.text[marks.start : marks.end]
    is_said = _VERB.search(words) or len(words.split()) >= _LEAST_WORDS
    if not is_said or not _CLOSING_DASH.match(passage.text, marks.end):
        return None
    at = bisect.bisect_left(people, marks.start, key=lambda name: name.start) - 1
    if at < 0 or not _OPENING_DASH.fullmatch(passage.text, people[at].end, marks.start):
        return None
    return people[at]


def _without(drafts: Sequence[Draft], marks: Mapping[Span, Span]) -> Iterator[Draft]:
    """Yield the drafts without what lies in some quotations."""
    starts = sorted(span.start for span in marks)
    ends = {span.start: span.end for span in marks}
    for draft in drafts:
        content = tuple(span for span in draft.content if not _lies_in(span, starts, ends))
        if content:
            yield replace(draft, content=content)


def _lies_in(span: Span, starts: Sequence[int], ends: Mapping[int, int]) -> bool:
    at = bisect.bisect_right(starts, span.start) - 1
    return at >= 0 and span.end <= ends[starts[at]]


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
        # "Her book was “Who Pays?” Lee wrote it in May."
        is_title = _ASKED.search(passage.text, marks.start, marks.end) and not _NEW.search(
            passage.text, max(0, marks.start - _LONGEST_TITLE), marks.start
        )
        if found is not None and not is_title and not _OBJECT.match(passage.text, found[1].end):
            name, cue = found
            rest = _rest(passage.quotations[number + 1 : number + 2], cue, passage)
            yield Draft(source=(name,), cue=(cue,), content=(marks, *rest), confidence=BY_LAYOUT)


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
