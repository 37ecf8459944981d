"""Who stands before a cue as its subject, where the network found nobody, or somebody elsewhere.

"The council's presidency, held this month by Denmark, said that …": what opens the sentence
and goes up to the cue is the source, with what a comma sets off. After a quotation it may
follow the cue: "“Where are they?” asked Ann Poe". The name that opens a sentence is also the
subject of its further verbs ("Poe left *and ordered*", "Poe seemed glad, *writing*"), and who
stands behind the "by" of a passive says what is said: "was called a fraud *by other farmers*".
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
    r"(?:(?:has|have|had|did|does|do|would|also|later|not|never|[a-z]+ly) )*"
    r"(?:(?!called|known|titled|published|reported\b)[a-z]+ed|called (?:for|on)|said|says|"
    r"tells|told|found|finds|wrote|shows|reads?|respond|reply|answer)\b"
)
# "In two posts, Mr. Poe": what may stand before the name that opens a sentence.
_BEFORE_NAME = re.compile(
    r"(?:(?:At|In|On|Over) [^,.;:!?\n\"“”]{2,60}, )?(?:[A-Z][\w.'\u2019-]* ){0,3}"
)
# What follows a subject up to its next verb, or participle; no other clause is in between.
_PREDICATE = re.compile(
    r" (?:(?:also|later|never|then|still|already) )?(?:[a-z]+ed|began|came|did|drew|had|gave|"
    r"held|left|made|met|put|ran|sat|saw|sent|spoke|stood|took|went|won|wrote)\b"
    r"(?P<rest>[^;:!?()\n\"\u201c\u201d\u2014\u2013]*?)"
    r"(?P<link>,(?: and)? (?:while |in )?|,? and (?:[a-z]+ly |then |also )?| by )\Z"
)
_NEW_CLAUSE = re.compile(
    r"\b(?:as|that|which|who|whom|whose|when|where|while|because|after|before|until|if|and|but|or)"
    r"\b|,"
)
_PARTICIPLE = re.compile(
    r"(?:(?:also|falsely|later|then) )?(?:acknowledging|adding|admitting|alleging|announcing|"
    r"arguing|asserting|charging|claiming|complaining|declaring|denying|insisting|noting|promising|"
    r"saying|stating|suggesting|telling|tweeting|vowing|warning|writing)\b"
)
# "Was dismissed", "has been called": by whom comes after.
_PASSIVE = re.compile(
    r"(?:(?:has|have|had) )?(?:(?:is|are|was|were|been|being|[a-z]+ly|also|often|widely)\b ?)*"
    r"\b(?:is|are|was|were|been|being) (?:[a-z]+ly )?(?:[a-z]+ed|seen|known|taken|thought|held)"
    r"(?: (?:as|for))?\Z"
)
_UP_TO_BY = re.compile(r"(?P<what> (?:[\w'\u2019-]+ ){0,8}?)by (?P<who>(?:[\w.'\u2019-]+ ?){1,9})")
_NO_AGENT = re.compile(
    r" (?:of \w+ing|in|at|from|with|after|as|because|before|during|following|for|if|"
    r"on \w+day|over|since|that|to|"
    r"until|when|where|which|while|who|whose|yesterday|\w+day)\b|[.]?\Z"
)
_OTHER_VERB = re.compile(r"\b(?:[a-z]+ed|to|that|was|were|is|are|who|which|and)\b")
_PEOPLE = re.compile(
    r"(?:the |some |many |several |most |other |fellow )?(?:[a-z-]+ ){0,2}"
    r"(?:people|critics|allies|members|officials|professionals|generals|liberals|conservatives|"
    r"relatives|executives|fans|(?!numbers|papers|orders|offers|letters|matters|factors|errors|"
    r"centers|computers|answers|powers|quarters|efforts)[a-z]+(?:ers|ors|ists|ians|icans|crats|ees|"
    r"[^m]ents|men|women))\b"
)
_AFTER_QUOTATION = re.compile(r"[\"'\u201d\u2019] (?:[a-z]+ly )?\Z")
_SPEAKING = frozenset([NameKind.PERSON, NameKind.ORGANISATION, NameKind.GROUP])
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
    who = _before(cue, sentence, passage) or _opening_name(cue, sentence, passage, names)
    if who is not None:
        return _with_source(draft, who, passage)
    agent = _agent(cue, sentence, passage, names)
    if agent is not None:
        return _said_by(draft, agent, passage)
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


def _said_by(draft: Draft, agent: Span, passage: Passage) -> Draft:
    """Return a passive's draft with its agent as source, and without "by" and it in its words."""
    by = passage.text.rindex("by ", 0, agent.start)
    content = tuple(
        piece
        for span in draft.content
        for piece in (
            _part(span, span.start, by, passage),
            _part(span, agent.end, span.end, passage),
        )
        if piece is not None
    )
    return replace(draft, source=(agent,), content=content) if content else draft


def _part(span: Span, start: int, end: int, passage: Passage) -> Span | None:
    """Return what of a span lies between two places, without white space around it."""
    start, end = max(span.start, start), min(span.end, end)
    words = passage.text[start:end] if start < end else ""
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    return Span(first, last) if first < last else None


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


def _opening_name(
    cue: Span, sentence: Span, passage: Passage, names: Sequence[Name]
) -> Span | None:
    """Return the name that opens a sentence, where a cue is its second verb or its participle."""
    at = bisect.bisect_left(names, sentence.start, key=lambda name: name.span.start)
    name = names[at] if at < len(names) else None
    if name is None or name.span.end > cue.start or name.kind not in _SPEAKING:
        return None
    opening = _BEFORE_NAME.fullmatch(passage.text, sentence.start, name.span.start)
    predicate = _PREDICATE.match(passage.text, name.span.end, cue.start)
    if opening is None or predicate is None or passage.quotation_at(sentence.start) is not None:
        return None
    is_participle = _PARTICIPLE.match(passage.text, cue.start, cue.end) is not None
    is_finite = _FINITE.match(passage.text, cue.start, cue.end) is not None
    is_joined = "and" in predicate["link"]
    if _NEW_CLAUSE.search(predicate["rest"]) or not (is_participle or (is_finite and is_joined)):
        return None
    return name.span


def _agent(cue: Span, sentence: Span, passage: Passage, names: Sequence[Name]) -> Span | None:
    """Return who stands behind the "by" of a passive, if people or a body does."""
    if not _PASSIVE.match(passage.text, cue.start, cue.end):
        return None
    match = _UP_TO_BY.match(passage.text, cue.end, sentence.end)
    if match is None or _OTHER_VERB.search(match["what"]):
        return None
    cut = _NO_AGENT.search(match["who"])
    end = match.start("who") + len(match["who"][: cut.start() if cut else None].rstrip(" ."))
    if end == match.start("who"):
        return None
    who = Span(match.start("who"), end)
    at = bisect.bisect_left(names, who.start, key=lambda name: name.span.start)
    is_name = at < len(names) and names[at].span.start < who.end and names[at].kind in _SPEAKING
    return who if is_name or _PEOPLE.match(passage.text, who.start, who.end) else None


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
