"""Cues that the network left without a content: the sentence before them is what is said.

"The bomb hit at noon, the governor wrote.": a source and a cue that end a sentence after a
comma say what comes before it. Where that was taken for the end of the statement before, it
is given back: "She was “disgusted.” Her office has paid, a spokesperson, Ann Poe, said."
So do those behind a closing mark, before a colon ("He answered so: it rains."), and behind the
"as" that opens a sentence. Who only refused did so to what the sentence before asked.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.draft import BY_LAYOUT, Draft
from onrecord.extract.passage import Passage
from onrecord.layout import sentence_at
from onrecord.tagger import Link, Role, Tagging
from onrecord.types import Kind, Span

__all__ = ["with_orphans"]

_SAYING = re.compile(
    r"(?:has |have |had )?(?:said|says|wrote|writes|added|announced|reported|posted)\b"
)
# "On Tuesday, as shares fell, he wrote": an opening tells when, not what.
_OPENING = re.compile(r"(?:On|At|In|By|As|While|When|After|Before|Since|During|Earlier|Later)\b")
# "…,” the union wrote": the form leaves no doubt.
_TAGGED = 0.9
_CLOSED = re.compile(r"[,?!\u2026](?:[\"\u201d]|''|\u2019\u2019) \Z")
_ANSWERING = re.compile(
    r"(?:has |have |had )?(?:said|says|wrote|writes|added|announced|responded|replied|answered)\Z"
)
_UP_TO_COLON = re.compile(r"[^,;:.!?\n\"\u201c\u201d]{0,80}: ")
_NOTING = re.compile(
    r"(?:has |have |had )?(?:said|says|noted|notes|warned|warns|wrote|writes|observed|observes|"
    r"pointed out|points out|explained|explains|argued|argues|reported|reports|put it)\Z"
)
_AS = re.compile(r"(?:(?:But|Yet|And|So|Still|Now),? )?[Aa]s \Z")
_REFUSING = re.compile(
    r"(?:refused|declined|demurred|balked|(?:would|did|could)(?: not|n['\u2019]t) "
    r"(?:say|answer|comment|respond|elaborate))\Z"
)
_REQUEST = re.compile(
    r"\b(?:asked|asks|urged|told(?= [^,;:\n]{1,60}? to\b)|pressed|ordered|begged|invited|wanted|"
    r"demanded)\b[^,;:\n]{0,80}?\b(?P<what>(?:to(?! know)|whether|if|why|how|what|who) "
    r"[^;:\n]{6,200}?)\W*\Z"
)
_LONGEST_REQUEST = 300
_WHOEVER = re.compile(r"(?:he|she|they|it)\Z", re.IGNORECASE)
_REFUSAL = 0.5
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
    plains: list[Draft] = []
    held = {span.start for draft in drafts for span in draft.cue}
    best = _best(tagging.links)
    for index, mark in enumerate(tagging.marks):
        if mark.role is not Role.CUE or mark.span.start in held or not sentences:
            continue
        sentence = sentence_at(sentences, mark.span.start)
        asked = best[index].asked if index in best else None
        source = None if asked is None else tagging.marks[asked].span
        plain = source and _plain(source, mark.span, sentence, passage, sentences)
        if plain:
            added.append(plain)
            plains.append(plain)
            continue
        is_sure = mark.probability >= _LEAST_CUE
        if not is_sure or not _SAYING.match(passage.text, mark.span.start, mark.span.end):
            continue
        who = _who(mark.span, source, sentence, passage)
        if who is not None:
            added.extend(_adopted(kept, who, mark.span, sentence, passage))
    return sorted([*_left(kept, plains, passage), *added], key=lambda draft: draft.place)


def _left(drafts: Sequence[Draft], plains: Sequence[Draft], passage: Passage) -> list[Draft]:
    """Return the drafts without the quotations that some others near them end with."""
    left: list[Draft | None] = list(drafts)
    places = [draft.place for draft in drafts]
    for plain in plains:
        at = bisect.bisect_left(places, plain.place)
        for number in range(max(0, at - _NEAR), min(len(left), at + _NEAR)):
            draft = left[number]
            left[number] = draft and _beside(draft, plain, passage)
    return [draft for draft in left if draft is not None]


def _plain(
    source: Span, cue: Span, sentence: Span, passage: Passage, sentences: Sequence[Span]
) -> Draft | None:
    """Return the statement of a cue whose words the form of its sentence makes plain."""
    if passage.text[source.end : cue.start] != " " or passage.quotation_at(cue.start) is not None:
        return None
    forms = (
        (_tagged(source, cue, sentence, passage), _TAGGED),
        (_behind_colon(source, cue, sentence, passage), BY_LAYOUT),
        (_behind_as(source, cue, sentence, passage), BY_LAYOUT),
        (_refused(source, cue, sentence, passage, sentences), _REFUSAL),
    )
    for what, confidence in forms:
        if what is not None:
            return Draft(source=(source,), cue=(cue,), content=(what,), confidence=confidence)
    return None


def _tagged(source: Span, cue: Span, sentence: Span, passage: Passage) -> Span | None:
    """Return the quotation that closes just before a source: "“…,” the union wrote"."""
    closed = _CLOSED.search(passage.text, sentence.start, source.start)
    quotation = None if closed is None else passage.quotation_at(source.start - 2)
    if quotation is None or not _SAYING.match(passage.text, cue.start, cue.end):
        return None
    before = passage.text[sentence.start : quotation.span.start].rstrip()
    return quotation.span if not before or before.endswith(":") else None


def _behind_colon(source: Span, cue: Span, sentence: Span, passage: Passage) -> Span | None:
    opens = not passage.text[sentence.start : source.start].strip()
    colon = _UP_TO_COLON.match(passage.text, cue.end, sentence.end)
    if not opens or colon is None or not _ANSWERING.match(passage.text, cue.start, cue.end):
        return None
    return _rest(colon.end(), sentence, passage)


def _behind_as(source: Span, cue: Span, sentence: Span, passage: Passage) -> Span | None:
    opens = _AS.match(passage.text[sentence.start : source.start].lstrip())
    is_noting = _NOTING.match(passage.text, cue.start, cue.end)
    if opens is None or is_noting is None or not passage.text.startswith(", ", cue.end):
        return None
    return _rest(cue.end + 2, sentence, passage)


def _rest(start: int, sentence: Span, passage: Passage) -> Span | None:
    """Return the words from a place to the end of its sentence."""
    words = passage.text[start : sentence.end].rstrip()
    bare = words if passage.quotation_at(start + len(words) - 1) else words.rstrip(".")
    return Span(start, start + len(bare)) if len(bare.split()) >= _LEAST_WORDS else None


def _refused(
    source: Span, cue: Span, sentence: Span, passage: Passage, sentences: Sequence[Span]
) -> Span | None:
    """Return what the sentence before asks of who refuses it: "Lee refused."."""
    is_all = passage.text[sentence.start : source.start].strip() in ("", "But")
    is_all = is_all and passage.text[cue.end : sentence.end].strip() == "."
    if not is_all or not _REFUSING.match(passage.text, cue.start, cue.end):
        return None
    at = bisect.bisect_left(sentences, sentence.start, key=lambda one: one.start)
    before = sentences[at - 1] if at else None
    if before is None:
        return None
    near = max(before.start, before.end - _LONGEST_REQUEST)
    request = _REQUEST.search(passage.text, near, before.end)
    if not request or passage.quotation_at(request.end("what") - 1) is not None:
        return None
    # Who refuses to do something is who was asked to.
    who = passage.text[source.start : source.end]
    is_asked = _WHOEVER.match(who) or who.split()[-1] in passage.text[near : before.end]
    if request["what"].startswith("to ") and not is_asked:
        return None
    return Span(*request.span("what"))


def _beside(draft: Draft, plain: Draft, passage: Passage) -> Draft | None:
    """Return a draft without a quotation that another's content ends with; None if none is left."""
    what, end = plain.content[0], plain.content[0].end
    quotation = passage.quotation_at(end - 1)
    if quotation is None or not any(span.touches(quotation.span) for span in draft.content):
        return draft
    if any(one in what for one in draft.cue):
        return draft
    content = tuple(filter(None, (_before(one, quotation.span, passage) for one in draft.content)))
    return replace(draft, content=content) if content else None


def _before(span: Span, marks: Span, passage: Passage) -> Span | None:
    """Return a piece up to where a quotation in it opens."""
    if not span.touches(marks):
        return span
    words = passage.text[span.start : max(span.start, marks.start)].rstrip(" \n:,-\u2013\u2014")
    return Span(span.start, span.start + len(words)) if words else None


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
    yield Draft(source=(who,), cue=(cue,), content=(what,), confidence=BY_LAYOUT)


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
