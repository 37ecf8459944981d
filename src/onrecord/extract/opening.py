"""What opens a sentence before "he said," belongs to the words after it.

"Under the act, he explained, a buyer may return goods": in PolNeAR's train articles 24 of 28
such openings before words without quotation marks are marked as content.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.bounds import GLOSS
from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.extract.verbs import AUXILIARIES
from onrecord.layout import sentence_at
from onrecord.types import Span

__all__ = ["with_opening"]

_OPENING = re.compile(
    r"(?:Under|Within|In|At|By|For|With|Without|Before|After|If|When|While|As|Because|Since|"
    r"Despite|Unless|Until|Once|From|Among|Even|Instead)\b[^,;:\n\"\u201c\u201d]{3,90}, \Z"
)

# "Trying to be heard, Lee said, “Sit down.”": what the speaker does is the reporter's.
_DOING = re.compile(r"(?!(?:Noth|Anyth|Everyth|Someth|Dur|Morn|Even|K|Spr)ing\b)[A-Z][a-z]+ing\b")
# "It is a sieve, Lee said, a reference to the dam": the end explains the beginning.
_GLOSS = re.compile(GLOSS)
# "The nearest town the study said was far away", "what Lee said was theft": the subject of it.
_HAS_FINITE = re.compile(rf"\b(?:{AUXILIARIES})\b")
_FINITE = re.compile(rf"(?:{AUXILIARIES})\b")
_SUBJECT = re.compile(
    r"(?:what|(?:The|A|An|His|Her|Its|Their) (?:(?!(?:and|or|as|who|which|that|is|was|are|were|"
    r"has|had|have|will|would|said)\b|[a-z]+ed\b)[\w.\u2019'-]+ ){0,5}?[\w.\u2019'-]+"
    r"(?: [\u2014\u2013-]+ [^\n\u2014\u2013]{2,40} [\u2014\u2013-]+)?) \Z"
)
# "Gifts for the vote -- meddling Lee said is meant to hurt": a noun that takes it up.
_TAKEN_UP = re.compile(
    r" (?:--|\u2014|\u2013) (?P<who>(?:an? |the )?(?:[a-z'\u2019-]+ )?[a-z]+(?:ing|ment|ion|ence|"
    r"ance|ity|acy|sm|ure)) \Z"
)
# "It will snow, Lee said: “I feel it.”": both are what Lee said.
_CLAUSE = re.compile(r"(?P<said>[^:;\n\"\u201c\u201d]{12,240}?), \Z")
# A main clause and no "A day after she was fired": its subject comes first, and then its verb.
_MAIN = re.compile(
    r"(?:(?:It|He|She|They|We|I|You|There|This|That)|(?:The|An?|His|Her|Its|Their|This|That|These|"
    r"Those|No|Some|Many|Most) (?:(?!(?:after|ago|as|at|before|but|from|if|in|later|now|on|once|"
    r"since|that|when|where|which|while|who|whom|whose)\b)[\w'\u2019-]+ ){0,4}?[\w'\u2019-]+|"
    r"(?!(?:As|Before|If|Now|Once|Since|Then|When|While)\b)[A-Z][\w'\u2019-]+"
    r"(?: [A-Z][\w'\u2019-]+){0,2}) "
    rf"(?:{AUXILIARIES})\b"
)
_BEFORE_COLON = re.compile(r"(?:said|says|added|wrote|explained|argued)\Z")
_LONGEST = 100


def with_opening(draft: Draft, passage: Passage, sentences: Sequence[Span]) -> Draft:
    """Return a draft with the opening of its sentence, where source and cue are put in after it.

    Args:
        draft: As paired.
        passage: The layout of its text.
        sentences: The sentences of the text, in order.
    """
    if not draft.source or not draft.cue or not sentences:
        return draft
    draft = _without_gloss(_without_deed(draft, passage, sentences), passage, sentences)
    source, cue, first = draft.source[0], draft.cue[0], draft.content[0]
    text = passage.text
    if text[source.end : cue.start] == text[cue.end : first.start] == " ":
        return _with_subject(draft, passage, sentences)
    if text[source.end : cue.start] == " " and text[cue.end : first.start] == ": ":
        return _with_clause(draft, passage, sentences)
    is_put_in = text[source.end : cue.start] == " " and text[cue.end : first.start] == ", "
    if not is_put_in or passage.quotation_at(first.start) is not None:
        return draft
    opening = _OPENING.match(text, sentence_at(sentences, source.start).start, source.start)
    if opening is None:
        return draft
    return replace(draft, content=(Span(opening.start(), opening.end() - 2), *draft.content))


def _with_clause(draft: Draft, passage: Passage, sentences: Sequence[Span]) -> Draft:
    """Return a draft of quoted words behind a colon with the clause before its source."""
    source, cue, first = draft.source[0], draft.cue[0], draft.content[0]
    if not _BEFORE_COLON.search(passage.text, cue.start, cue.end) or not passage.is_quoted(first):
        return draft
    start = sentence_at(sentences, source.start).start
    words = passage.text[start : source.start]
    start += len(words) - len(words.lstrip())
    clause = _CLAUSE.fullmatch(passage.text, start, source.start)
    if clause is None or not _MAIN.match(clause["said"]):
        return draft
    return replace(draft, content=(Span(*clause.span("said")), *draft.content))


def _without_deed(draft: Draft, passage: Passage, sentences: Sequence[Span]) -> Draft:
    """Return a draft of quoted words without what its speaker does before them."""
    if not draft.source or len(draft.content) == 1:
        return draft
    first, rest = draft.content[0], draft.content[1:]
    opens = sentence_at(sentences, draft.cue[0].start).start == first.start
    does = opens and first.end < draft.source[0].start and _DOING.match(passage.text, first.start)
    is_said = all(map(passage.is_quoted, rest)) and not passage.is_quoted(first)
    # "Building it would cost too much": what is said, with a verb of its own.
    is_clause = _HAS_FINITE.search(passage.text, first.start, first.end)
    return replace(draft, content=rest) if does and is_said and not is_clause else draft


def _without_gloss(draft: Draft, passage: Passage, sentences: Sequence[Span]) -> Draft:
    """Return a draft that only has the reporter's explanation with what that explains."""
    source, cue, first = draft.source[0], draft.cue[0], draft.content[0]
    is_put_in = passage.text[cue.end : first.start] == ", " and cue.start > source.start
    if len(draft.content) > 1 or not is_put_in or not _GLOSS.match(passage.text, first.start):
        return draft
    start, end = sentence_at(sentences, source.start).start, source.start - len(", ")
    explained = start < end and passage.text[end : source.start] == ", "
    return replace(draft, content=(Span(start, end),)) if explained else draft


def _with_subject(draft: Draft, passage: Passage, sentences: Sequence[Span]) -> Draft:
    """Return a draft whose content is a verb with the subject that stands before its source."""
    first, opens = draft.content[0], draft.source[0].start
    if not _FINITE.match(passage.text, first.start, first.end):
        return draft
    start = max(sentence_at(sentences, opens).start, opens - _LONGEST)
    taken_up = _TAKEN_UP.search(passage.text, start, opens)
    if taken_up is not None and passage.quotation_at(taken_up.start()) is None:
        return replace(draft, content=(Span(*taken_up.span("who")), *draft.content))
    subject = _SUBJECT.search(passage.text, start, opens)
    if subject is None or passage.quotation_at(subject.start()) is not None:
        return draft
    is_what = subject.group() == "what "
    if not is_what and passage.text[sentence_at(sentences, opens).start : subject.start()].strip():
        return draft
    return replace(draft, content=(Span(subject.start(), subject.end() - 1), *draft.content))
