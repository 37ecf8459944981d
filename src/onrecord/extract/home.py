"""A source stands in the sentence of its cue, or is that of the verb which the cue goes on from.

"Shares fell, and Lee wept. Poe said": who opens the next sentence says nothing in this one.
"Farmers called the dam a threat, and asked why": who called it that also asked. The network
takes somebody of another sentence for the source of one statement in 150: of 44 such on web
pages and in wire articles 36 are wrong.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.layout import sentence_at
from onrecord.types import Span

__all__ = ["with_shared_subject", "within_sentence"]

# "The vote was lost, adding to the gloom": whose participle it is may be told before.
_PARTICIPLE = re.compile(r"(?:[a-z]+ly |also |not )*[a-z]+ing\b")
_JOINT = re.compile(r"(?:,|,? and|,? but|, then) (?:(?:also|then|later|even|[a-z]+ly) )?")
_FINITE = re.compile(
    r"(?:(?:has|have|had|also|later|then|not|never|[a-z]+ly) )*"
    r"(?:(?:(?:is|are|was|were) )?[a-z]+ing|[a-z]+ed|said|says|told|tells|wrote|sought|seeks|"
    r"swore)\b"
)
# Drafts before one that may have its subject.
_NEAR = 6


def within_sentence(draft: Draft, passage: Passage, sentences: Sequence[Span]) -> Draft:
    """Return a draft whose source is none of another sentence's.

    Args:
        draft: As paired.
        passage: The layout of its text.
        sentences: The sentences of the text, in order.
    """
    if not draft.cue or not draft.source or not sentences:
        return draft
    cue = draft.cue[0]
    if passage.quotation_at(cue.start) is not None:
        return draft
    home = sentence_at(sentences, cue.start)
    source = tuple(
        Span(max(one.start, home.start), min(one.end, home.end))
        for one in draft.source
        if one.touches(home)
    )
    if source:
        return replace(draft, source=source)
    is_before = draft.source[-1].end <= home.start
    if is_before and _PARTICIPLE.match(passage.text, cue.start, cue.end):
        return draft
    return replace(draft, source=())


def with_shared_subject(
    drafts: Sequence[Draft], passage: Passage, sentences: Sequence[Span]
) -> list[Draft]:
    """Return the drafts, those without a source with that of the verb before "and" or "but".

    Args:
        drafts: As paired, in order.
        passage: The layout of their text.
        sentences: The sentences of the text, in order.
    """
    if not sentences:
        return list(drafts)
    kept = list(drafts)
    for index, draft in enumerate(kept):
        if draft.source or not draft.cue or not _is_finite(draft.cue[0], passage):
            continue
        home = sentence_at(sentences, draft.cue[0].start)
        near = kept[max(0, index - _NEAR) : index]
        first = next((one for one in near if _leads_to(one, draft, home, passage)), None)
        if first is not None:
            kept[index] = replace(draft, source=first.source)
    return kept


def _is_finite(cue: Span, passage: Passage) -> bool:
    is_quoted = passage.quotation_at(cue.start) is not None
    return not is_quoted and bool(_FINITE.match(passage.text, cue.start, cue.end))


def _leads_to(one: Draft, draft: Draft, home: Span, passage: Passage) -> bool:
    """Say whether a draft has its subject before its verb, and another's verb behind its words."""
    if not one.cue or not one.source:
        return False
    ends, cue = one.content[-1].end, draft.cue[0]
    in_order = home.start <= one.source[0].start and one.source[-1].end <= one.cue[0].start
    return (
        in_order
        and one.cue[-1].end <= ends < cue.start
        and _JOINT.fullmatch(passage.text, ends, cue.start) is not None
    )
