"""Cues that the network left without a content: the sentence before them is what is said.

"The bomb hit at noon, the governor wrote.": a source and a cue that end a sentence after a
comma say what comes before it. Where that was taken for the end of the statement before, it
is given back: "She was “disgusted.” Her office has paid, a spokesperson, Ann Poe, said."
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.layout import sentence_at
from onrecord.tagger import Link, Role, Tagging
from onrecord.types import Kind, Span

__all__ = ["with_orphans"]

_SAYING = re.compile(
    r"(?:has |have |had )?(?:said|says|wrote|writes|added|announced|reported|posted)\b"
)
# What the layout of a sentence says is less sure than what the network marks.
_CONFIDENCE = 0.6
# "On Tuesday, as shares fell, he wrote": an opening tells when, not what.
_OPENING = re.compile(r"(?:On|At|In|By|As|While|When|After|Before|Since|During|Earlier|Later)\b")
_RELATIVE = re.compile(r"(?:who|which|that|whom|whose)\Z")
_LEAST_CUE = 0.9
_LEAST_WORDS = 4
# Drafts before a cue that may have its words.
_NEAR = 20
# "…, a spokesperson, Ann Poe, said": who ends a sentence.
_WHO = re.compile(
    r", (?P<who>(?:(?:an?|the|[a-z]+) [^,\n]{2,60}, )?"
    r"[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,3}),? \Z"
)


def with_orphans(
    drafts: Sequence[Draft], tagging: Tagging, passage: Passage, sentences: Sequence[Span]
) -> list[Draft]:
    """Return the drafts with one for each cue that ends its sentence and had no content.

    Args:
        drafts: As paired.
        tagging: The network's marks and links.
        passage: The layout of their text.
        sentences: The sentences of the text, in order.
    """
    kept = list(drafts)
    added: list[Draft] = []
    held = {span.start for draft in drafts for span in draft.cue}
    best = _best(tagging.links)
    for index, mark in enumerate(tagging.marks):
        is_orphan = mark.role is Role.CUE and mark.span.start not in held
        if not is_orphan or mark.probability < _LEAST_CUE or not sentences:
            continue
        if not _SAYING.match(passage.text, mark.span.start, mark.span.end):
            continue
        sentence = sentence_at(sentences, mark.span.start)
        asked = best[index].asked if index in best else None
        source = None if asked is None else tagging.marks[asked].span
        who = _who(mark.span, source, sentence, passage)
        if who is not None:
            added.extend(_adopted(kept, who, mark.span, sentence, passage))
    return sorted([*kept, *added], key=lambda draft: draft.place)


def _best(links: Sequence[Link]) -> dict[int, Link]:
    best: dict[int, Link] = {}
    for link in links:
        if link.asking not in best or link.probability > best[link.asking].probability:
            best[link.asking] = link
    return best


def _who(cue: Span, asked: Span | None, sentence: Span, passage: Passage) -> Span | None:
    """Return who stands between a comma and the cue."""
    if asked is not None and sentence.start < asked.start and asked.end <= cue.start:
        is_next = not passage.text[asked.end : cue.start].strip()
        follows = passage.text[sentence.start : asked.start].rstrip().endswith(",")
        is_relative = _RELATIVE.match(passage.text, asked.start, asked.end)
        return asked if is_next and follows and not is_relative else None
    match = _WHO.search(passage.text, sentence.start, cue.start)
    return None if match is None else Span(*match.span("who"))


def _adopted(
    drafts: list[Draft], who: Span, cue: Span, sentence: Span, passage: Passage
) -> Iterator[Draft]:
    """Yield the statement of a cue, its words taken from the draft before that ran over them."""
    words = passage.text[sentence.start : who.start].rstrip(" ,")
    if len(words.split()) < _LEAST_WORDS or _OPENING.match(words):
        return
    what = Span(sentence.start, sentence.start + len(words))
    if passage.kind_of((what,)) is not Kind.INDIRECT:
        return
    last = bisect.bisect_right(drafts, cue.start, key=lambda draft: draft.place[0])
    for index in range(max(0, last - _NEAR), last):
        draft = drafts[index]
        if _is_inside(draft, what) or not any(span.touches(what) for span in draft.content):
            continue
        left = _until(draft, sentence.start, passage)
        if left is None:
            return
        drafts[index] = left
    yield Draft(source=(who,), cue=(cue,), content=(what,), confidence=_CONFIDENCE)


def _until(draft: Draft, end: int, passage: Passage) -> Draft | None:
    """Return a draft whose last piece runs on from the sentence of its cue, without the rest."""
    last = draft.content[-1]
    if not draft.cue or draft.cue[0].start >= end or last.start >= end:
        return None
    words = passage.text[last.start : end].rstrip()
    return replace(draft, content=(*draft.content[:-1], Span(last.start, last.start + len(words))))


def _is_inside(draft: Draft, span: Span) -> bool:
    return bool(draft.cue) and all(
        one in span for one in (*draft.source, *draft.cue, *draft.content)
    )
