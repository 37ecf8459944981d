"""Words in which nobody says anything: suppositions, other senses, headings that run in."""

import re
from collections.abc import Sequence

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.layout import sentence_at
from onrecord.types import Span

__all__ = ["is_unsaid"]

_JOINS = r"[\s\"'\u201c\u2018]*(?:(?:But|And|Or|So|Now|Yet|Then|Well|Still),? )?"
# "Let's say it rains", "Say you want a dam": nobody does, it is supposed. What Lee is supposed
# to want stays, as hypothetical.
_SUPPOSED = re.compile(
    rf"{_JOINS}(?:Say|Suppose|Supposing|Imagine|Assume|(?:[Ll]et['\u2019]s|[Ll]et us) "
    r"(?:say|suppose|imagine|assume|pretend))(?:,? that|,)? "
)
_SUPPOSING = re.compile(r"\b[Ll]et(?:['\u2019]s| us) (?:just )?(?:say|suppose|imagine|assume)\Z")
_ANYBODY = re.compile(
    r"(?:you|we|one|people|(?:some|any|every)(?:one|body)|a (?:person|man|woman)|)\Z", re.IGNORECASE
)
# "It is much, considering the rain": no verb here, what is told of another word.
_PREPOSITION = re.compile(r"(?:considering|concerning|regarding)\Z")
_ADDED = r"(?:the|an?|his|her|its|their|this|those|these|concerns?|fears?)\b"
_WORDS = r"(?:(?!(?:to|that|whether|how|on|over)\b)[\w.'\u2019-]+ ){0,8}"
_OFFICE = (
    rf"{_WORDS}?(?:nomination|seat|presidency|governorship|mayoralty)\b"
    r"(?!['\u2019]| (?:to|that|should|must)\b)"
)
# Words of saying that tell of something else before some others, and those others.
_OTHER_SENSES = (
    (r"hail(?:s|ed|ing)? from", r""),
    (r"hail(?:s|ed|ing)?", r"from\b"),
    (r"add(?:s|ed|ing)? to", _ADDED),
    (r"add(?:s|ed|ing)?", rf"to {_ADDED}"),
    (
        r"(?:to |would |will |could |must )*assum(?:e|es|ed|ing)",
        r"(?:[\w'\u2019-]+ ){0,3}?(?:obligations?|office|duties|responsibilit(?:y|ies)|debts?|"
        r"liabilit(?:y|ies)|control|command|power|roles?|positions?|leadership|presidency)"
        r"(?=(?: (?:of|for|from|in|as|over)\b|,|\W*\Z))(?!.*\b(?:will|would|can|could|may|might|"
        r"must|should|is|are|was|were|has|have|had)\b)",
    ),
    # "Sought the nomination", "challenged Lee for the seat": a candidacy.
    (r"(?:[a-z]+ly |has |have |had |also )*(?:sought|seeks?|contend(?:s|ed|ing) for)", _OFFICE),
    (r"(?:has |have |had |also )*challeng(?:e|es|ed|ing)", rf"(?:{_WORDS})??for {_OFFICE}"),
    (
        r"(?:make|makes|made|making) (?:\w+ )?headlines(?: (?:for|with|by|when|after))?",
        r"(?!saying|calling)",
    ),
    (r"(?:become|becomes|became|becoming) (?:\w+ )?popular", r""),
    (r"contact(?:s|ed|ing)? .*about", r""),
    # "In remarks reflecting a false tale": what they reflect is the reporter's view of them.
    (
        r"(?:.*\b)?(?:remarks?|comments?|words|statements?|interview|speech) reflect(?:s|ed|ing)?",
        r"",
    ),
    # "Began negotiations about the offer": that they spoke, and nothing that they said.
    (
        r"(?:.*\b)?(?:began|begun|begins?|opened|resumed?|started|held|ended|broke off) "
        r"(?:[a-z]+ )?(?:negotiations|talks|discussions)(?: (?:about|over|on|with|to))?",
        r"(?!whether\b|how\b|that\b)",
    ),
    # "They put alleged thieves on a list": a word for the thieves, and nothing alleged.
    (
        r"(?!(?:is|are|was|were|been|being|be|has|have|had|also|even|then|[a-z]+ly)\b)"
        r"[a-z]+ (?:alleged|suspected)",
        r"(?!(?:that|the|an?|his|her|its|their)\b)[a-z]",
    ),
    # "The urge to leave": nothing is urged.
    (r"(?:.*\b)?(?:the|an|any|no|his|her|its|their|this|that) urge", r"to\b"),
)
_COMPILED = tuple(
    (re.compile(rf"(?:{cue})\Z"), re.compile(content)) for cue, content in _OTHER_SENSES
)
# "THE MAYOR WANTS A DAM — The river …": a heading that runs into its paragraph.
_CAPITALS = re.compile(r"[^a-z]*[A-Z]{3}[^a-z]*\Z")
_SMALL = re.compile(r"[a-z]{3}")


def is_unsaid(draft: Draft, passage: Passage, sentences: Sequence[Span]) -> bool:
    """Say whether nobody says what a draft has, although its cue may tell of saying.

    Args:
        draft: As paired.
        passage: The layout of its text.
        sentences: The sentences of the text, in order.
    """
    if not draft.cue or not sentences:
        return False
    text, first = passage.text, draft.cue[0]
    cue = passage.words(draft.cue)
    content = text[draft.content[0].start : draft.content[0].end]
    sentence = sentence_at(sentences, first.start)
    return (
        any(form.match(cue) and what.match(content) for form, what in _COMPILED)
        or (bool(_PREPOSITION.match(cue)) and not _is_set_off(draft, passage))
        or (passage.quotation_at(first.start) is None and _is_supposed(draft, sentence, passage))
        or _is_run_in(draft, passage)
    )


def _is_set_off(draft: Draft, passage: Passage) -> bool:
    """Say whether a participle follows its subject: "Lee, considering a run, …"."""
    if not draft.source:
        return False
    return passage.text[draft.source[-1].end : draft.cue[0].start] in (", ", " is ", " was ")


def _is_supposed(draft: Draft, sentence: Span, passage: Passage) -> bool:
    match = _SUPPOSED.match(passage.text, sentence.start, sentence.end)
    ends = draft.cue[-1].end
    if _SUPPOSING.search(passage.text, max(sentence.start, ends - 20), ends):
        return True
    if match is None:
        return False
    opens = min(span.start for span in (*draft.source, *draft.cue))
    is_anybody = bool(_ANYBODY.match(passage.words(draft.source)))
    return draft.cue[0].start < match.end() or (is_anybody and opens <= match.end())


def _is_run_in(draft: Draft, passage: Passage) -> bool:
    """Say whether source, cue and content stand in capitals, in a paragraph that does not."""
    spans = (*draft.source, *draft.cue, *draft.content)
    if not draft.source or any(
        not _CAPITALS.match(passage.text[span.start : span.end]) for span in spans
    ):
        return False
    paragraph = passage.paragraphs[passage.paragraph_of(draft.cue[0].start)]
    rest = passage.text[draft.place[0] : paragraph.end]
    return bool(_SMALL.search(rest)) and passage.quotation_at(draft.cue[0].start) is None
