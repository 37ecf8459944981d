"""Spans cut and grown to whole words and to their quotation marks."""

import re

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.types import Span

# What may stand at the edge of a span without being part of it.
_EDGE = ",;:.\u2013\u2014\u2015- \t\n\r\v\f\xa0\x85\u2028\u2029"
# "the U.S.", "Acme Inc.": the full stop belongs to the word.
_ABBREVIATION = re.compile(r"\b(?:[A-Za-z]|Co|Corp|Inc|Jr|Ltd|Sr)\.\Z")
_SENTENCE_END = re.compile(r"[.!?]\W{0,3}\Z")
# White space and a capital: a sentence of the reporter's, no quotation's mark.
_NEXT_WORD = re.compile(r"\s+[A-Z]")
_HANGING = re.compile(r",\s+(?:who|which|that|whom|whose)\Z")
# Behind a name: in what it was said.
_MEDIUM = re.compile(
    r"\b(?P<name>[A-Z][\w\u2019'-]+),? (?:in|on|during|via) "
    r"(?:an?|the|this|his|her|its|their|one|(?:the |his |her )?[\w.\u2019'-]+['\u2019]s?) "
    r"(?:[\w\u2019'-]+ ){0,4}?"
    r"(?:statement|release|report|study|paper|email|e-mail|letter|memo|note|interview|post|tweet|"
    r"video|speech|article|column|blog|book|testimony|filing|affidavit|briefing|announcement)\b.*\Z"
)
# "Not a one defended it": who did not is nobody.
_NOT = re.compile(r"\b[Nn]ot \Z")
_ONE = re.compile(r"(?:an? (?:single )?\w+|(?:even )?one(?: of .*)?)\Z")
_AFTER_CUE = ":, "
_WORD = re.compile(r"\w")
_ONLY_MARKS = re.compile(r"[^\w\s]*")


_LONGEST_HALF = 40
_HALF = re.compile(r"(?<![\w-])(?:[A-Z][a-z]+ )?[A-Z]\w*-$")


def trimmed(draft: Draft, passage: Passage) -> Draft | None:
    """Return a draft with clean edges, or None where no content is left."""
    content = tuple(
        span for span in (_content(span, passage) for span in draft.content) if span is not None
    )
    if not content:
        return None
    return Draft(
        source=tuple(filter(None, (_source(span, passage) for span in draft.source))),
        cue=tuple(_cue(span, passage) for span in draft.cue),
        content=content,
        confidence=draft.confidence,
    )


def _source(span: Span, passage: Passage) -> Span | None:
    """Return a source without what hangs at its end: "Another neighbor, who", "Poe in a memo"."""
    hanging = _HANGING.search(passage.text, span.start, span.end)
    if hanging is not None:
        span = Span(span.start, hanging.start())
    medium = _MEDIUM.search(passage.text, span.start, span.end)
    if medium is not None:
        span = Span(span.start, medium.end("name"))
    clean = _without_edges(span, passage)
    return clean and _with_not(_from_hyphen(clean, passage), passage)


def _from_hyphen(span: Span, passage: Passage) -> Span:
    """Return a source with the other half of its first word: "Ann *Har*-Shefi"."""
    half = _HALF.search(passage.text, max(0, span.start - _LONGEST_HALF), span.start)
    return span if half is None else Span(half.start(), span.end)


def _with_not(span: Span, passage: Passage) -> Span:
    """Return a source with the word that makes it nobody: "not a one"."""
    begins = passage.paragraphs[passage.paragraph_of(span.start)].start
    no = _NOT.search(passage.text, max(begins, span.start - len("x not ")), span.start)
    is_one = _ONE.match(passage.text, span.start, span.end)
    return span if no is None or is_one is None else Span(no.start(), span.end)


def _cue(span: Span, passage: Passage) -> Span:
    """Return a cue without the colon or comma after its words: "replied:"."""
    words = passage.text[span.start : span.end]
    bare = words.rstrip(_AFTER_CUE)
    return Span(span.start, span.start + len(bare)) if _WORD.search(bare) else span


def _content(span: Span, passage: Passage) -> Span | None:
    clean = _without_edges(span, passage)
    if clean is None or not _WORD.search(passage.text, clean.start, clean.end):
        return None
    return _without_next_sentence(_with_marks(clean, passage), passage)


def _without_next_sentence(span: Span, passage: Passage) -> Span:
    """Return a quotation without the sentences outside quotation marks that follow it."""
    quotation = passage.quotation_at(span.start)
    if quotation is None or not quotation.is_closed or quotation.span.end >= span.end:
        return span
    ends_sentence = _SENTENCE_END.search(passage.text, span.start, quotation.span.end)
    rest = _NEXT_WORD.match(passage.text, quotation.span.end, span.end)
    if span.start == quotation.span.start and ends_sentence and rest:
        return quotation.span
    return span


def _without_edges(span: Span, passage: Passage) -> Span | None:
    """Return the span without white space and punctuation that is not its own."""
    words = passage.text[span.start : span.end].strip()
    start = passage.text.index(words, span.start) if words else span.end
    kept = words.lstrip(_EDGE)
    start += len(words) - len(kept)
    bare = kept.rstrip(_EDGE)
    if kept[len(bare) : len(bare) + 1] == "." and _ABBREVIATION.search(kept[: len(bare) + 1]):
        bare = kept[: len(bare) + 1]
    return Span(start, start + len(bare)) if bare else None


def _with_marks(span: Span, passage: Passage) -> Span:
    """Return the span with the quotation marks that its edges touch."""
    start, end = span.start, span.end
    first, last = passage.quotation_at(start), passage.quotation_at(end - 1)
    if first and _ONLY_MARKS.fullmatch(passage.text, first.span.start, start):
        start = first.span.start
    if last and _ONLY_MARKS.fullmatch(passage.text, end, last.span.end):
        end = last.span.end
    return Span(start, end)
