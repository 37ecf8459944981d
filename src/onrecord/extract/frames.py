"""Whose a quotation is by the frame that it stands in, whatever lies nearer to it.

“A,” she said, according to a transcript. “B.”: she goes on, the transcript only carries it.
“A,” as Lee put it: the words are Lee's, not those of whom the sentence is about. A paragraph
that ends with a colon announces the quotation that the next one is.
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.draft import BY_LAYOUT, Draft
from onrecord.extract.passage import Passage
from onrecord.layout import sentence_at
from onrecord.tagger import Role, Tagging
from onrecord.types import Span

__all__ = ["with_frames"]

# “…,” as Lee put it: the form leaves no doubt whose the words are.
_PUT_SO = 0.9
_ACCORDING = re.compile(r"according to\Z", re.IGNORECASE)
_AS = re.compile(r"[\"\u201d\u2019'],? as \Z")
# "It rains, Lee said, adding that …": no half of a sentence, a deed of its own.
_PARTICIPLE = re.compile(r"(?:\w+ )?\w+ing\b")
_SECOND = re.compile(r"[^.;:!?\n\"\u201c\u201d]{0,80}, (?:and|but|or) [\"\u201c]")
# What ends a sentence and its quotation, in either order.
_CLOSES = re.compile(r".?(?:[.!?\u2026][\"\u201d]|[\"\u201d][.!?])")
_LONGEST_CLOSE = 2
_LONGEST_AS = len("'', as ")
# Drafts before and after one that its quotation may have gone to.
_AROUND = 5
# White space that may open a sentence.
_INDENT = 3


def with_frames(
    drafts: Sequence[Draft], tagging: Tagging, passage: Passage, sentences: Sequence[Span]
) -> list[Draft]:
    """Return the drafts, each quotation with the one whose frame it stands in.

    Args:
        drafts: As paired, in order.
        tagging: The network's marks, which tell who announces something.
        passage: The layout of their text.
        sentences: The sentences of the text, in order.
    """
    kept = list(drafts)
    _put(kept, passage)
    _interrupted(kept, passage)
    if sentences:
        _second_half(kept, passage, sentences)
        _resume(kept, passage, sentences)
        _announce(kept, tagging, passage, sentences)
    return sorted((draft for draft in kept if draft.content), key=lambda draft: draft.place)


def _resume(drafts: list[Draft], passage: Passage, sentences: Sequence[Span]) -> None:
    """Give a quotation that follows its conduit, "according to a transcript", to who spoke."""
    for index, conduit in enumerate(drafts):
        if not _is_conduit(conduit, passage):
            continue
        sentence = sentence_at(sentences, conduit.cue[0].start)
        cue = conduit.cue[0]
        near = _near(index, drafts)
        speaker = next((i for i in near if _speaks_in(drafts[i], sentence, cue)), None)
        if speaker is not None:
            content = (*drafts[speaker].content, *conduit.content)
            drafts[speaker] = replace(drafts[speaker], content=content)
            drafts[index] = replace(conduit, content=())


def _is_conduit(draft: Draft, passage: Passage) -> bool:
    """Say whether all that somebody is cited for is a quotation that opens the next sentence."""
    if not draft.cue or not draft.source or not draft.content:
        return False
    cue, ends, opens = draft.cue[0], draft.source[-1].end, draft.content[0].start
    return (
        bool(_ACCORDING.match(passage.text, cue.start, cue.end))
        and cue.start < ends < opens
        and passage.text[ends:opens].strip() == "."
        and all(map(passage.is_quoted, draft.content))
    )


def _speaks_in(draft: Draft, sentence: Span, before: Span) -> bool:
    """Say whether somebody says something in a sentence, just before "according to"."""
    if not draft.cue or not draft.source or not draft.content:
        return False
    last = max(draft.cue[-1].end, draft.source[-1].end)
    return sentence.start <= draft.cue[0].start and 0 <= before.start - last <= len(", ")


def _near(index: int, drafts: Sequence[Draft]) -> list[int]:
    """Return the places of the drafts around one."""
    around = range(max(0, index - _AROUND), min(len(drafts), index + _AROUND + 1))
    return [place for place in around if place != index]


def _has(draft: Draft, marks: Span) -> bool:
    return any(marks in span for span in draft.content)


def _put(drafts: list[Draft], passage: Passage) -> None:
    """Give a quotation to who put it so: “…,” as Lee put it."""
    for index, draft in enumerate(drafts):
        marks = _put_so(draft, passage)
        if marks is None:
            continue
        holders = (i for i in _near(index, drafts) if _has(drafts[i], marks))
        for held in holders:
            holder = drafts[held]
            content = tuple(_beyond(span, marks, draft.content[-1].end) for span in holder.content)
            drafts[held] = replace(holder, content=tuple(filter(None, content)))
        drafts[index] = replace(draft, content=(marks,), confidence=_PUT_SO)


def _put_so(draft: Draft, passage: Passage) -> Span | None:
    """Return the quotation that is what somebody put so."""
    if not draft.source or not draft.cue or len(draft.content) != 1:
        return None
    source, cue, content = draft.source[0], draft.cue[0], draft.content[0]
    before = passage.text[max(0, source.start - _LONGEST_AS) : source.start]
    is_it = passage.text[content.start : content.end] in ("it", "them", "this")
    as_put = _AS.search(before)
    if as_put is None or not is_it or not source.end < cue.start < content.start:
        return None
    marks = passage.quotation_at(source.start - len(as_put.group()))
    return None if marks is None else marks.span


def _beyond(span: Span, marks: Span, end: int) -> Span | None:
    """Return a piece up to whose the quotation in it is; None where that is all of it."""
    if marks not in span:
        return span
    return None if marks == span else Span(span.start, max(span.end, end))


def _interrupted(drafts: list[Draft], passage: Passage) -> None:
    """Join the halves of a sentence that its teller breaks: "That view, Lee said, suggests …"."""
    for index, draft in enumerate(drafts):
        if not draft.source or not draft.cue or not draft.content:
            continue
        broken = draft.content[-1].end, draft.source[0].start
        if draft.source[-1].end > draft.cue[0].start or passage.text[slice(*broken)] != ", ":
            continue
        for place in _near(index, drafts):
            other = drafts[place]
            if other.content and other.cue and _goes_on(other, draft, passage):
                rest = Span(other.cue[0].start, other.content[-1].end)
                drafts[index] = replace(draft, content=(*draft.content, rest))
                drafts[place] = replace(other, content=())
                break


def _goes_on(other: Draft, draft: Draft, passage: Passage) -> bool:
    ends, opens = draft.cue[-1].end, other.cue[0].start
    is_next = passage.text[ends:opens] == ", " and other.content[0].start > opens
    return (
        is_next
        and not _PARTICIPLE.match(passage.text, opens)
        and other.source in (draft.source, ())
    )


def _second_half(drafts: list[Draft], passage: Passage, sentences: Sequence[Span]) -> None:
    """Give a quotation behind "and" to whom the one before it is: “A,” Lee wrote, and “B.”."""
    for index, draft in enumerate(drafts):
        if not draft.source or not draft.cue or not draft.content:
            continue
        ends = max(draft.source[-1].end, draft.cue[-1].end)
        last = draft.content[-1].end
        is_before = last <= min(draft.source[0].start, draft.cue[0].start)
        if not is_before or passage.quotation_at(last - 1) is None:
            continue
        second = _SECOND.match(passage.text, ends, sentence_at(sentences, ends - 1).end)
        marks = None if second is None else passage.quotation_at(second.end() - 1)
        # “A,” Lee wrote, and “The Mill” opened: what opened is no word of hers.
        if marks is None or not _CLOSES.match(passage.text, marks.span.end - _LONGEST_CLOSE):
            continue
        if any(_touches(drafts[i], marks.span) for i in _near(index, drafts)):
            continue
        drafts[index] = replace(draft, content=(*draft.content, marks.span))


def _touches(draft: Draft, marks: Span) -> bool:
    return any(marks.touches(span) for span in (*draft.source, *draft.cue, *draft.content))


def _announce(
    drafts: list[Draft], tagging: Tagging, passage: Passage, sentences: Sequence[Span]
) -> None:
    """Give a paragraph in quotation marks to who announces it in the one before."""
    held = sorted((span.start, i) for i, draft in enumerate(drafts) for span in draft.content)
    for quotation in passage.quotations:
        colon = _announced(quotation.span, passage)
        if colon is None:
            continue
        at = bisect.bisect_left(held, (quotation.span.start, -1))
        owner = held[at][1] if at < len(held) and held[at][0] < quotation.span.end else None
        if owner is not None and (drafts[owner].source or drafts[owner].cue):
            continue
        sentence = sentence_at(sentences, colon)
        teller = _ends_at(colon, held, drafts, passage)
        source = _opens(sentence, tagging)
        if teller is not None:
            content = (*drafts[teller].content, quotation.span)
            drafts[teller] = replace(drafts[teller], content=content)
        elif source is not None:
            drafts.append(Draft(source=(source,), content=(quotation.span,), confidence=BY_LAYOUT))
        else:
            continue
        if owner is not None:
            drafts[owner] = replace(drafts[owner], content=())


def _announced(quotation: Span, passage: Passage) -> int | None:
    """Return where the colon is that ends the paragraph before a quotation that opens one."""
    number = passage.paragraph_of(quotation.start)
    if number == 0 or passage.begins(number) != quotation.start:
        return None
    before = passage.paragraphs[number - 1]
    words = passage.text[before.start : before.end].rstrip()
    is_alone = not passage.text[quotation.end : passage.paragraphs[number].end].strip()
    return before.start + len(words) - 1 if words.endswith(":") and is_alone else None


def _ends_at(
    colon: int, held: Sequence[tuple[int, int]], drafts: Sequence[Draft], passage: Passage
) -> int | None:
    """Return who says something that goes up to a colon."""
    at = bisect.bisect_left(held, (colon, -1)) - 1
    if at < 0 or not drafts[held[at][1]].source or not drafts[held[at][1]].cue:
        return None
    content = drafts[held[at][1]].content
    ends = content[-1].end if content else colon
    return held[at][1] if not passage.text[ends:colon].strip() else None


def _opens(sentence: Span, tagging: Tagging) -> Span | None:
    """Return the source that a sentence opens with."""
    at = bisect.bisect_left(tagging.marks, sentence.start, key=lambda mark: mark.span.start)
    mark = tagging.marks[at] if at < len(tagging.marks) else None
    is_first = mark is not None and mark.span.start - sentence.start <= _INDENT
    return mark.span if mark is not None and is_first and mark.role is Role.SOURCE else None
