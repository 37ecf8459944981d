"""A sentence that ends with who said it ("Rain fell, and Lee wept, police said.") is said whole.

The network at times finds only its last clause, or nothing but what stands inside. Of the
sentences of PolNeAR's dev articles that end so, and that it found in part or not at all, all
but one are marked whole.
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.draft import BY_LAYOUT, Draft
from onrecord.extract.passage import Passage
from onrecord.extract.verbs import AUXILIARIES
from onrecord.layout import sentence_at
from onrecord.types import Kind, Span

__all__ = ["with_endings"]

_TAIL = (
    r"(?:(?: (?:late|early|on|in|at|during|earlier|later|this|last|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|yesterday|today)\b[^,;:\n\"\u201c\u201d]{0,60})"
    r"(?:, (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December) \d{1,2})?)?\.\s*\Z"
)
_HEARER = r"(?: (?:to )?(?:the [a-z]+|[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,3}))?"
_WHO = r"(?P<who>[^,;:\n\"\u201c\u201d]{2,90}?)"
_ENDINGS = (
    re.compile(
        rf",(?P<mark>[\"\u201d]?) {_WHO} (?P<cue>(?:(?:also|further|later) )?"
        rf"(?:said|says|wrote|added|testified|announced|reported|claimed|told)){_HEARER}{_TAIL}"
    ),
    re.compile(
        rf",(?P<mark>[\"\u201d]?) (?P<cue>said|says|according to) {_WHO}"
        rf"(?:, (?:(?:an?|the|who|whose|which|its|his|her|their|now|then|former(?:ly)?)\b|[A-Z\d])"
        rf"[^;:\n\"\u201c\u201d]{{2,90}})?{_TAIL}"
    ),
)
# Words that no source alone has: verbs, what joins sentences.
_NO_SOURCE = re.compile(
    r"\b(?:which|that|whose|said|says|say|told|added|because|although|while|if|has|have|had|was|"
    r"were|is|are|will|would|could|did|does|do|but|never|not|something|anything|what|whatever|"
    r"unlike|despite|contrary|matter)\b|^(?:and|as|when|who|after|before|since|or|"
    r"yet|so|then|also|in|on|at|by|to)\b"
)
_VERB = re.compile(rf"\b(?:{AUXILIARIES}|said|told|went|came|took|made|\w{{2,}}ed|\w{{3,}}s)\b")
_LEAST_WORDS = 5
# Characters of a sentence; a longer one is none that news prints.
_LONGEST = 1_000
# "He denounced the deal, which costs a lot, according to Poe": only the clause is Poe's.
_RELATIVE = re.compile(r"(?:which|who|whom|whose|where)\b")
# "LARN, Utopia — Rain fell": the dateline is nobody's words.
_DASHES = ("\u2014", "\u2013", "-")
# "On Tuesday, as shares fell, he wrote": openings tell when, not what.
_ONLY_WHEN = re.compile(
    r"(?:On|At|In|By|Before|Since|Earlier|Later|As|When|While|After)\b[^,]*"
    r"(?:, (?:as|when|while|after|before|in|on|at)\b[^,]*)*\Z"
)
# "The letter praised her: “…,” the union wrote": only the quotation is the union's.
_ANNOUNCED = re.compile(r":\s*[\"\u201c]")
# "But when it rains, …", "However, …": what only joins the sentence to the one before.
_JOINS = re.compile(
    r"(?:But|And|Yet|So|However|Moreover|Meanwhile|Still|Also|Then|Plus|In addition|"
    r"In other words|In sum|For example|For instance|Of course|What['\u2019]s more|"
    r"That (?:being )?said|Additionally|Furthermore|Nevertheless|Instead|Overall),? "
)


def with_endings(
    drafts: Sequence[Draft], passage: Passage, sentences: Sequence[Span]
) -> list[Draft]:
    """Return the drafts, those whole whose source and cue end their sentence, and those missed.

    Args:
        drafts: What was found.
        passage: The layout of their text.
        sentences: The sentences of the text, in order.
    """
    if not sentences:
        return list(drafts)
    kept = [_whole(draft, passage, sentences) for draft in drafts]
    cues = sorted(span.start for draft in kept for span in draft.cue)
    spans = sorted(
        (span.end, span.start, index)
        for index, draft in enumerate(kept)
        for span in (*draft.source, *draft.cue, *draft.content)
    )
    for sentence in sentences:
        missed = _missed(sentence, passage)
        if missed is None or _has(cues, missed.cue[0]):
            continue
        first = bisect.bisect_right(spans, (sentence.start, 0, 0))
        near = {i for _, start, i in spans[first:] if start < sentence.end}
        if all(_fits(kept[index], missed, sentence) for index in near):
            kept.append(missed)
    return sorted(kept, key=lambda draft: draft.place)


def _whole(draft: Draft, passage: Passage, sentences: Sequence[Span]) -> Draft:
    """Return a draft with all of its sentence that comes before its source and cue."""
    if not draft.cue or not draft.source or len(draft.content) > 1:
        return draft
    said, cue, sentence = draft.content[0], draft.cue[0], sentence_at(sentences, draft.cue[0].start)
    ends = min(cue.start, draft.source[0].start)
    ending = _ending(sentence, passage)
    if ending is None or ending.start("cue") != cue.start:
        return draft
    start = _opens(sentence, passage)
    if not start < said.start < said.end <= ends or passage.kind_of(draft.content) is Kind.DIRECT:
        return draft
    before = passage.text[start : said.start]
    if _RELATIVE.match(passage.text, said.start):
        return draft
    is_dateline = before.rstrip().endswith(_DASHES)
    goes_up_to_source = passage.text[said.end : ends].strip() == ","
    if len(before.split()) < 2 or is_dateline or not goes_up_to_source:
        return draft
    return replace(draft, content=(Span(start, said.end),))


def _opens(sentence: Span, passage: Passage) -> int:
    """Return where the words of a sentence begin, behind what only joins it to another."""
    words = passage.text[sentence.start : sentence.end]
    start = sentence.start + len(words) - len(words.lstrip())
    joins = _JOINS.match(passage.text, start, sentence.end)
    return start if joins is None else joins.end()


def _ending(sentence: Span, passage: Passage) -> re.Match[str] | None:
    if len(sentence) > _LONGEST:
        return None
    for form in _ENDINGS:
        match = form.search(passage.text, sentence.start, sentence.end)
        if match is not None and not _NO_SOURCE.search(match["who"]):
            return match
    return None


def _missed(sentence: Span, passage: Passage) -> Draft | None:
    match = _ending(sentence, passage)
    if match is None or passage.quotation_at(match.start("cue")) is not None:
        return None
    # A comma before a closing mark is the quotation's, as in "“…,” the office said".
    start, end = _opens(sentence, passage), match.end("mark") if match["mark"] else match.start()
    if start >= end:
        return None
    words = passage.text[start:end]
    if len(words.split()) < _LEAST_WORDS or not _VERB.search(words):
        return None
    if _ANNOUNCED.search(words) or _ONLY_WHEN.match(words):
        return None
    what = Span(start, end)
    if passage.kind_of((what,)) is Kind.DIRECT:
        return None
    return Draft(
        source=(Span(*match.span("who")),),
        cue=(Span(*match.span("cue")),),
        content=(what,),
        confidence=BY_LAYOUT,
    )


def _has(cues: Sequence[int], cue: Span) -> bool:
    at = bisect.bisect_left(cues, cue.start)
    return at < len(cues) and cues[at] < cue.end


def _fits(draft: Draft, missed: Draft, sentence: Span) -> bool:
    """Say whether a draft stands inside of what is said, or nowhere near it."""
    spans = (*draft.source, *draft.cue, *draft.content)
    inside = all(span in missed.content[0] for span in spans)
    return inside or not any(
        span.start < sentence.end and sentence.start < span.end for span in spans
    )
