"""What others say than the one that the network took: questions put to them, shouts at them."""

import re
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.types import Span

__all__ = ["befalls_subject", "with_others", "without_hearer"]

# "Asked whether he would go, Lee said": Lee is the one who is asked.
_ASKED = re.compile(
    r"(?:When |If |Once |Repeatedly )?(?:[Aa]sked|[Pp]ressed|[Qq]uizzed|[Cc]hallenged|"
    r"[Qq]uestioned|[Gg]rilled)\b"
)
# "She was told that", "he was also asked whether": the subject is who heard it.
_HEARD = re.compile(
    r"(?:(?:has|have|had|was|were|is|are|also|later|then|once|first|[a-z]+ly) )*"
    r"(?:was|were|is|are|been|being) (?:(?:also|later|then|once|first|again|[a-z]+ly) )*"
    r"(?:told|asked|pressed|questioned|quizzed|grilled|challenged|informed|warned|urged|advised|"
    r"promised|assured|reminded|notified)\b"
)
# "Lee drew criticism for", "is under fire for", "was indicted on": what befalls the subject.
_ADVERBS = r"(?:(?:has|have|had|also|already|long|now|still|is|are|was|were|been|[a-z]+ly) )*"
_TARGET = re.compile(
    rf"{_ADVERBS}(?:(?:drew|draws?|drawn|faces?|faced|c[ao]mes? (?:in )?|(?:is|are|was|were|been) |"
    r"receiv(?:es?|ed)|met|suffer(?:s|ed))\b ?(?:[a-z]+ ){0,3}?(?:criticism|fire|scrutiny|attack|"
    r"backlash|condemnation|ridicule|rebukes?|alarm|outrage|anger)"
    r"(?: (?P<link>for|over|about|from))?"
    r"|(?:is|are|was|were|been|being) (?:[a-z]+ly )?(?:indicted|accused|charged|criti[cs]i[sz]ed|"
    r"condemned|blamed|convicted|sued|denounced|ridiculed|mocked|expected)"
    r"(?: (?:for|over|of|on|in|with|to))?)\Z"
)
# "*His* conviction for fraud", "*Lee's* nomination as judge": done to them, not by them.
_UNDERGONE = re.compile(
    r"(?:[a-z]+ ){0,3}(?:arrest|conviction|firing|impeachment|imprisonment|indictment|nomination|"
    r"ouster|prosecution|removal|sentencing) (?:as|by|for|from|on|over|to)\Z"
)
_OWNER = re.compile(
    r"(?:(?:his|her|their|its|my|your|our)|.*['\u2019]s?)\Z", re.IGNORECASE | re.DOTALL
)
# What befalls it by law, or is only expected, needs a source to be on record.
_NO_REPROACH = re.compile(r"\b(?:indicted|charged|convicted|sued|expected)\b")
_PRONOUN = re.compile(r"(?:who|which|that|whom)\Z")
_SENTENCE_START = re.compile(r"(?:\A|[\n.!?\"'\u201d\u2019])[\s\"'\u201c\u2018]*\Z")
_BY = re.compile(r"\bby (?:\w+[- ]){0,3}\Z")
_BEFORE = 40
# "He said, to shouts of “Shame!” from the gallery": the gallery shouts.
_SHOUTS = re.compile(
    r"(?:to|amid|over|above|despite|through|(?:met|greeted|interrupted|drowned out) (?:with|by))"
    r" (?:\w+ ){0,2}?(?:shouts|cries|chants|calls|boos|jeers|cheers|screams|whispers|whistles) of\b"
)
_FROM = re.compile(r"[\"'\u201d\u2019] (?:from|by) (?P<who>\w.*)\Z", re.DOTALL)
# "What would Lee say to that?": the reporter's own question.
_QUESTION_WORD = re.compile(r"(?:what|why|how|who|where|when)\Z", re.IGNORECASE)
_TO_ITS_END = re.compile(r"[^.!?\n]*(?P<mark>[.!?\n]|\Z)")


def befalls_subject(cue: str) -> bool:
    """Say whether a cue tells what others say of its subject: "was accused", "drew criticism for".

    Not what a court or a police force does ("was charged with"), nor what is expected of it.

    >>> befalls_subject("was accused of"), befalls_subject("accused")
    (True, False)

    Args:
        cue: Its words.
    """
    return _TARGET.match(cue) is not None and _NO_REPROACH.search(cue) is None


def with_others(draft: Draft, passage: Passage) -> Draft | None:
    """Return a draft without a source that did not say it; None where nobody did.

    Args:
        draft: As paired.
        passage: The layout of its text.
    """
    if not draft.cue:
        return draft
    if _is_own_question(draft, passage):
        return None
    cue = passage.text[draft.cue[0].start : draft.cue[0].end]
    if _SHOUTS.match(cue):
        return _shouted(draft, passage)
    if draft.source and draft.source[-1].end <= draft.cue[0].start:
        draft = _without_target(draft, cue, passage)
    is_asked = draft.source and _ASKED.match(cue)
    if is_asked and (_asks_its_source(draft, passage) or _is_between_commas(draft, passage)):
        return replace(draft, source=())
    return draft


def without_hearer(draft: Draft, passage: Passage) -> Draft:
    """Return a draft without a source that was told, asked or convicted, and did not say it.

    Args:
        draft: As paired.
        passage: The layout of its text.
    """
    if not draft.cue or not draft.source or draft.source[0].end > draft.cue[0].start:
        return draft
    is_heard = _HEARD.match(passage.text, draft.cue[0].start, draft.cue[0].end)
    is_done_to = _UNDERGONE.match(
        passage.text, draft.cue[0].start, draft.cue[0].end
    ) and _OWNER.match(passage.text, draft.source[-1].start, draft.source[-1].end)
    return replace(draft, source=()) if is_heard or is_done_to else draft


def _without_target(draft: Draft, cue: str, passage: Passage) -> Draft:
    """Return a draft whose source is what others speak about, as part of what they say."""
    target = _TARGET.match(cue)
    if target is None:
        return draft
    source = draft.source[-1]
    if _PRONOUN.match(passage.text, source.start, source.end):
        return replace(draft, source=())
    content = tuple(sorted((*draft.source, *draft.content)))
    if target["link"] == "from" and len(draft.content) == 1:
        return replace(draft, source=draft.content, content=draft.source)
    return replace(draft, source=(), content=content)


def _is_own_question(draft: Draft, passage: Passage) -> bool:
    first, last = draft.content[0], max(draft.content[-1].end, draft.cue[-1].end)
    if not _QUESTION_WORD.match(passage.text[first.start : first.end]):
        return False
    if len(draft.content) == 1 or passage.quotation_at(first.start) is not None:
        return False
    rest = _TO_ITS_END.match(passage.text, last)
    return rest is not None and rest["mark"] == "?"


def _asks_its_source(draft: Draft, passage: Passage) -> bool:
    """Say whether a participle opens the sentence, and who answers comes after it."""
    cue, source = draft.cue[0], draft.source[0]
    before = passage.text[max(0, cue.start - _BEFORE) : cue.start]
    if source.start < cue.end or not _SENTENCE_START.search(before):
        return False
    return not _BY.search(passage.text, max(cue.start, source.start - _BEFORE), source.start)


def _is_between_commas(draft: Draft, passage: Passage) -> bool:
    """Say whether the cue is a participle set off from its source: "Lee, asked for proof, left"."""
    source = draft.source[-1]
    words = passage.text[source.start : source.end]
    return "," not in words and passage.text[source.end : draft.cue[0].start] == ", "


def _shouted(draft: Draft, passage: Passage) -> Draft:
    """Return shouts with those whom they come from, where that is told."""
    last = draft.content[-1]
    match = _FROM.search(passage.text, last.start, last.end)
    if match is None:
        return replace(draft, source=())
    content = (*draft.content[:-1], Span(last.start, match.start() + 1))
    return replace(draft, source=(Span(*match.span("who")),), content=content)
