"""Who stands before a cue as its subject, where the network found nobody, or somebody elsewhere.

"The council's presidency, held this month by Denmark, said that …": what opens the sentence
and goes up to the cue is the source, with what a comma sets off. After a quotation it may
follow the cue: "“Where are they?” asked Ann Poe".
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.layout import sentence_at
from onrecord.tagger import Name, NameKind
from onrecord.types import Span

__all__ = ["with_subject"]

_OPENING = re.compile(
    r"(?P<who>[A-Z][^,;:!?\n\"\u201c\u201d()]{1,70}?)"
    r"(?P<clause>,[^,;\n\"\u201c\u201d]{4,90},)? \Z"
)
# Words that no source alone has: verbs, what joins sentences, dashes after a dateline.
_NO_SOURCE = re.compile(
    r"\b(?:who|which|that|whose|said|says|say|told|added|claimed|because|although|while|when|if|"
    r"after|before|since|has|have|had|was|were|is|are|will|would|did|does|do|be|and|but|or|to|as)\b"
    r"|^(?:After|Also|Among|And|As|At|Before|But|By|Despite|During|Earlier|Everyone|Following|For|"
    r"From|However|If|In|It|Last|Later|Maybe|Meanwhile|Nothing|Now|Of|On|Rather|Since|So|Still|"
    r"That|There|This|Under|What|When|Whenever|While|With|Yet|"
    r"The (?:day|morning|night|week|year))\b| [-\u2013\u2014] "
)
_FINITE = re.compile(
    r"(?:(?:has|have|had|did|does|do|would|also|later|not|never|immediately|directly) )*"
    r"(?:(?!called|known|titled|published|reported\b)[a-z]+ed|said|says|tells|told|found|finds|wrote|"
    r"shows|reads?|respond|reply|answer)\b"
)
_AFTER_QUOTATION = re.compile(r"[\"'\u201d\u2019] (?:[a-z]+ly )?\Z")
_SAYING = re.compile(r"(?:said|says|asked|asks|added|adds|replied|recalled|wrote|joked|shouted)\Z")


def with_subject(
    draft: Draft, passage: Passage, sentences: Sequence[Span], names: Sequence[Name]
) -> Draft:
    """Return a draft with the subject of its cue as its source, where it had none beside it.

    Args:
        draft: As paired.
        passage: The layout of its text.
        sentences: The sentences of the text, in order.
        names: The names in the text, in order.
    """
    if not draft.cue or not sentences:
        return draft
    cue = draft.cue[0]
    sentence = sentence_at(sentences, cue.start)
    if any(span.start < sentence.end and sentence.start < span.end for span in draft.source):
        return draft
    who = _before(cue, sentence, passage)
    if who is not None:
        return _with_source(draft, who, passage)
    name = _after(draft, passage, names)
    return draft if name is None else replace(draft, source=(name,))


def _with_source(draft: Draft, who: Span, passage: Passage) -> Draft:
    """Return a draft with a source, which is no content where a clause with "that" is."""
    rest = tuple(span for span in draft.content if not span.touches(who))
    if len(rest) == len(draft.content):
        return replace(draft, source=(who,))
    if rest and passage.text.startswith("that ", rest[0].start):
        return replace(draft, source=(who,), content=rest)
    return draft


def _before(cue: Span, sentence: Span, passage: Passage) -> Span | None:
    words = passage.text[cue.start : cue.end]
    if not _FINITE.match(words):
        return None
    match = _OPENING.match(passage.text, sentence.start, cue.start)
    if match is None or passage.quotation_at(sentence.start) is not None:
        return None
    if _NO_SOURCE.search(match["who"]):
        return None
    end = match.end("clause") - len(",") if match["clause"] else match.end("who")
    return Span(match.start(), end)


def _after(draft: Draft, passage: Passage, names: Sequence[Name]) -> Span | None:
    cue = draft.cue[0]
    before = passage.text[max(0, cue.start - 20) : cue.start]
    if draft.source or not _AFTER_QUOTATION.search(before):
        return None
    if not _SAYING.match(passage.text, cue.start, cue.end):
        return None
    at = bisect.bisect_left(names, cue.end, key=lambda name: name.span.start)
    name = names[at] if at < len(names) else None
    is_next = name is not None and passage.text[cue.end : name.span.start] == " "
    return name.span if name is not None and is_next and name.kind is NameKind.PERSON else None
