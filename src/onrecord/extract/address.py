"""What a reporter says to the reader puts nothing on record: questions, advice, how things sound.

In PolNeAR's train articles 2 of 27 sentences that open with a bidding ("Imagine …") are
marked, 11 of 164 clauses with "if you" or "when you", none of 12 "sounds like".
"""

import re
from collections.abc import Sequence

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.layout import sentence_at
from onrecord.types import Kind, Span

__all__ = ["is_address"]

_ASKS = re.compile(r"\?[\"'\u201d\u2019)\]]*\s*\Z")
# "So why can't we call it a win?": nobody is said to.
_READERS = re.compile(r"(?:(?:we|you|who)\Z)?", re.IGNORECASE)
# "She wrote, asking: Would it rain?": the question is what is told.
_PUT = re.compile(r"(?:.*\b)?(?:ask\w*|wonder(?:s|ed)|:)\W*\Z")
_YOU = re.compile(r"you\Z", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|when|whenever|once|unless|in case)\s\Z", re.IGNORECASE)
_BEFORE = 12
# Characters at a sentence's end that are looked at.
_END = 20
_BIDDING = re.compile(
    r"(?:Please )?(?:Expect|Remember|Imagine|Consider|Note|Keep in mind|Bear in mind|Think|Wonder|"
    r"Suppose|Forget|Recall|Don['\u2019]t \w+)\b"
)
_SOUNDS = re.compile(r"(?:(?:also|just|really|now) )?(?:sounds?|looks?|feels?) (?:like|as if)\Z")


def is_address(draft: Draft, passage: Passage, sentences: Sequence[Span]) -> bool:
    """Say whether a draft is the reporter's own word to the reader.

    Args:
        draft: As paired.
        passage: The layout of its text.
        sentences: The sentences of the text, in order.
    """
    if not draft.cue or not sentences or passage.quotation_at(draft.cue[0].start) is not None:
        return False
    if passage.kind_of(draft.content) is not Kind.INDIRECT:
        return False
    cue = passage.text[draft.cue[0].start : draft.cue[-1].end]
    if not draft.source and (_BIDDING.match(cue) or _SOUNDS.match(cue)):
        return True
    return _is_supposed(draft, passage) or _is_own_question(draft, cue, passage, sentences)


def _is_supposed(draft: Draft, passage: Passage) -> bool:
    """Say whether the reader is who may think or do something: "if you believe"."""
    if len(draft.source) != 1:
        return False
    source = draft.source[0]
    before = passage.text[max(0, source.start - _BEFORE) : source.start]
    is_you = _YOU.match(passage.text[source.start : source.end])
    return bool(is_you) and bool(_IF.search(before))


def _is_own_question(draft: Draft, cue: str, passage: Passage, sentences: Sequence[Span]) -> bool:
    source = passage.words(draft.source)
    sentence = sentence_at(sentences, draft.cue[0].start)
    asks = _ASKS.search(passage.text, max(sentence.start, sentence.end - _END), sentence.end)
    return bool(asks) and bool(_READERS.fullmatch(source)) and not _PUT.match(cue)
