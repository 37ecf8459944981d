"""Where a content ends: before the next thing that its source does, and outside of its source."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.types import Span

__all__ = ["GLOSS", "within_bounds"]

# "KHARKIV, Ukraine (CP) — A bomb tore through": the dateline is nobody's words.
_DATELINE = re.compile(
    r"[A-Z][A-Z .'\u2019-]{2,30}(?:, [A-Z][\w. ]{1,20})? \([A-Z][\w ]{1,24}\) ?[-\u2013\u2014]+ "
)
# "According to the report, released last month, the crew …": what a comma sets off is the source's.
_APPOSED = re.compile(
    r"(?:who|which|whose|released|published|issued|seen|obtained|tabled|dated|filed|unveiled)\b"
    r"[^,.;:\n\"\u201c\u201d]{3,120}, "
)
_ACCORDING = re.compile(r"(?:.*\b)?according to\Z", re.IGNORECASE)
# "His call for a delay was defeated": what became of the call.
_FATE = re.compile(
    r" (?:was|were) (?:defeated|rejected|refused|denied|ignored|dismissed|granted)\Z"
)
_OWNED = re.compile(r"(?:his|her|its|their|my|our|your|.*['\u2019]s?)\Z", re.IGNORECASE)
# "… demanding his resignation and the former terming it absurd": somebody else goes on.
_OTHER_PARTY = re.compile(r",? (?:and|while) the (?:former|latter|others?) \w+ing\b")
# "Said that it was serious and sought an inquiry": only who said it can seek one.
_NEXT_DEED = re.compile(
    r",? (?:and|but) (?:also |then |later )?(?P<deed>sought|called (?:for|on)|demanded|urged|"
    r"appealed|blamed|praised|criti[cs]i[sz]ed|accused|warned|denied|thanked|vowed|pledged)\b"
)
# "Lee said it would rain, and added that he was glad": behind a comma nobody within has added it.
_ADDED = re.compile(
    r", (?:and|but) (?:also |then |later )?(?P<deed>added) (?=(?:that|it|he|she|they|there)\b)"
)
# Whoever acted before the "and" may have done the next thing too: "he had rung him and urged".
_ACTED = re.compile(
    r"\b(?:had|has|have|would|will|could|might|began|came|found|gave|got|held|kept|led|left|lost|"
    r"made|met|put|ran|said|saw|sent|set|spoke|told|took|went|won|wrote|\w{3,}ed)\b"
)
# "In a report published July 9, it found that …": the cue comes after the opening.
_OPENER = re.compile(r"In (?:an?|the|its|his|her|their) \w+")
_LATE_CUE = re.compile(
    r"[^,;\n\"\u201c\u201d]{0,40}, (?P<who>it|he|she|they|we) "
    r"(?P<cue>(?:also |has |had )?(?:[a-z]+ed|said|found|wrote|told)) "
)
# "Rumours have swirled since Ann Poe hinted that …": what comes before the "since" is no part.
_SINCE = re.compile(r"\b(?:since|after|as|when|before|because|although|while)\s+(?:\w+\s+)?\Z")
_BEFORE = 24
# Characters before a source in which its clause opens.
_LONGEST_OPENING = 80
# How sure the second of two deeds is beside the first.
_LESS = 0.8
# "Asked the crowd to greet the mayor - “my friend”": what is asked begins with who is to do it.
_ASKING_TO = re.compile(
    r"(?:.*\b)?(?:asked|asks|urged|urges|told|invited|begged|ordered|implored)\Z"
)
_TO_DO = re.compile(
    r" (?:(?!to\b)[\w.'\u2019-]+ ){1,5}to (?!(?:the|an?|his|her|its|their|him|them|whom)\b)[a-z]+ "
    r"[^.;:!?\n\"\u201c\u201d]{0,60}\Z"
)
_QUESTION = re.compile(r"(?:whether|if)\b")
_NEXT_CLAUSE = re.compile(r", and (?:I|we|he|she|they) (?!would|could|should|might|will|can)\w+")
# "A photograph with the caption ‘…’": the caption is what is said.
_CAPTION = re.compile(
    r"(?:an?|the|this|his|her|their) [^\"\u201c\u2018\n]{0,60}?\bcaption(?:ed)?:? "
    r"(?=[\"\u201c\u2018'])"
)

# "Contrary to his claim that it rained, it was dry": what follows the comma is the reporter's.
_DESPITE = re.compile(
    r"(?:\A|[\n.!?\u201d\"] ?)(?:But |And |Yet )?"
    r"(?:Contrary to|Despite|Notwithstanding|In spite of) "
    r"(?:[\w.'\u2019-]+ ){0,4}\Z"
)
_MAIN_CLAUSE = re.compile(r",(?P<mark>''|[\"\u201d\u2019])? (?!and\b|or\b|but\b|which\b|who\b)")
# "Lee — even as he says that it is dry — has sold it": a dash closes what another opened.
_DASHED = re.compile(
    r"\w (?:\u2014|\u2013|--|_) (?:even |just )?(?:as|though|although|while|when|if|since|"
    r"because) \Z"
)
# "The men -- Lee said he saw two -- had left": the clause put in is closed as well.
_PUT_IN = re.compile(r"\w (?:\u2014|\u2013|--|_) \Z")
_VERB_AFTER_DASH = re.compile(
    r" (?:\u2014|\u2013|--|_) (?:has|have|had|is|are|was|were|will|would|did|does|said|says|can|"
    r"could|[a-z]{2,}ed)\b"
)
GLOSS = r"(?:in (?:an? )?|an? )(?:[a-z]+ ){0,2}?(?:reference|allusion|nod) to\b"
"""How the reporter begins to explain: “It is a sieve,” he said, *a reference to* the dam."""
_GLOSS = re.compile(rf"(?:(?<=[\"\u201d\u2019']),|(?<=,[\"\u201d\u2019'])) {GLOSS}")

# "Lee's view that it should stay is not shared", "her call for rest drew laughs": what is told of
# the view comes behind it, with a verb of its own.
_HEADED = re.compile(r"(?:\w+ ){0,4}?\w+(?: (?:of|on|for|about|over|against)| \w+ing)?\Z")
_VERB_IN_CUE = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|to|say|says|said|saying|supporting|keeps)\b",
    re.IGNORECASE,
)
_FINITE = r"(?:is|are|was|were|has|have|had)(?: not|n['\u2019]t)?"
_MODAL = r"(?:should|will|would|could|can|may|might|must)(?: not|n['\u2019]t)?"
_EFFECT = (
    r"(?:shocked|stunned|surprised|angered|infuriated|enraged|alarmed|upset|outraged|unsettled|"
    r"drew|prompted|sparked|triggered|provoked|fueled|"
    r"raised (?:[a-z]+ )?(?:questions|concerns|fears|doubts)|"
    r"(?:raised|put|led|left|caused|made|won|earned)"
    r"(?= (?:him|her|it|them|the|an?|some|many|no)\b))(?! by\b)"
)
_PLAIN = (
    r"(?:(?!(?:that|who|whom|whose|which|what|where|when|while|because|if|and|but|or|as|whether|how|"
    r"why|than|since|after|before|until|they|he|she|it|we|I|you|there|is|are|was|were|has|have|"
    r"had|be|been|should|will|would|could|can|may|might|must)\b)[\w.%$'\u2019-]+ )"
)
_TOLD_OF = (
    re.compile(
        rf"that {_PLAIN}{{1,8}}?(?:{_FINITE}|{_MODAL}|be) {_PLAIN}{{2,14}}?"
        rf"(?={_FINITE} |{_EFFECT} )"
    ),
    re.compile(rf"(?!that )(?:to )?{_PLAIN}{{1,14}}?(?={_FINITE} |{_MODAL} |{_EFFECT} )"),
)


_ANY_VERB = re.compile(rf"\b(?:{_FINITE}|{_MODAL}|{_EFFECT}) ")


def _first_word_end(text: str, start: int) -> int:
    end = text.find(" ", start)
    return len(text) if end < 0 else end


def within_bounds(draft: Draft, passage: Passage) -> Iterator[Draft]:
    """Yield a draft whose content begins and ends where its source's words do.

    What its source does next, "and sought an inquiry", follows as a draft of its own.

    Args:
        draft: As paired.
        passage: The layout of its text.
    """
    if not draft.cue:
        yield draft
        return
    draft = _without_main_clause(_without_apposition(draft, passage), passage)
    draft = _with_request(draft, passage)
    draft = _without_opening(_without_what_is_told_of_it(draft, passage), passage)
    content = tuple(_cut(span, draft, passage) for span in draft.content)
    last = content[-1]
    deed = _next_deed(last, passage) if draft.source and last.start > draft.cue[0].start else None
    if deed is None:
        yield replace(draft, content=content)
        return
    yield replace(draft, content=(*content[:-1], Span(last.start, deed.start())))
    if passage.text[deed.end() : last.end].strip():
        yield replace(
            draft,
            cue=(Span(*deed.span("deed")),),
            content=(Span(deed.end("deed") + 1, last.end),),
            confidence=draft.confidence * _LESS,
        )


def _next_deed(span: Span, passage: Passage) -> re.Match[str] | None:
    for deed in _NEXT_DEED.finditer(passage.text, span.start, span.end):
        if passage.quotation_at(deed.start()) is None:
            is_open = _ACTED.search(passage.text, span.start, deed.start())
            return None if is_open else deed
    return next(
        (
            one
            for one in _ADDED.finditer(passage.text, span.start, span.end)
            if passage.quotation_at(one.start()) is None
        ),
        None,
    )


def _without_apposition(draft: Draft, passage: Passage) -> Draft:
    cue = passage.text[draft.cue[0].start : draft.cue[0].end]
    if not draft.source or not _ACCORDING.match(cue):
        return draft
    source, (first, *rest) = draft.source[-1], draft.content
    match = _APPOSED.match(passage.text, first.start, first.end)
    if match is None or passage.text[source.end : first.start].strip() != ",":
        return draft
    whole = Span(source.start, match.end() - len(", "))
    return replace(
        draft,
        source=(*draft.source[:-1], whole),
        content=(Span(match.end(), first.end), *rest),
    )


def _without_main_clause(draft: Draft, passage: Passage) -> Draft:
    if len(draft.content) == 1 or not draft.source:
        return draft
    first, source = draft.content[0], draft.source[0]
    before = passage.text[max(first.end, source.start - _BEFORE) : max(first.end, source.start)]
    goes_on = passage.text.startswith("that ", draft.content[1].start)
    if goes_on and first.end <= source.start and _SINCE.search(before):
        return replace(draft, content=draft.content[1:])
    return draft


def _with_request(draft: Draft, passage: Passage) -> Draft:
    """Return a draft of quoted words with what somebody asked to do before them."""
    cue, first = draft.cue[-1], draft.content[0]
    if first.start < cue.end or not passage.is_quoted(first):
        return draft
    to_do = _TO_DO.fullmatch(passage.text, cue.end, first.start)
    if to_do is None or not _ASKING_TO.match(passage.text[cue.start : cue.end]):
        return draft
    return replace(draft, content=(Span(cue.end + 1, first.end), *draft.content[1:]))


def _without_what_is_told_of_it(draft: Draft, passage: Passage) -> Draft:
    """Return a draft whose cue is somebody's noun, "Lee's view", up to the verb of that noun."""
    if not draft.source or len(draft.content) > 1 or len(draft.cue) > 1:
        return draft
    source, cue, said, text = draft.source[-1], draft.cue[0], draft.content[0], passage.text
    is_owned = _OWNED.match(text[source.start : source.end]) is not None
    if not is_owned or not source.end < cue.start < said.start <= cue.end + 1:
        return draft
    noun = text[cue.start : cue.end]
    if not _HEADED.match(noun) or _VERB_IN_CUE.search(noun):
        return draft
    is_object = noun.endswith((" of", " on", " for", " about", " over", " against", "ing"))
    for form in _TOLD_OF:
        told = form.match(text, said.start, said.end)
        if told is None or passage.quotation_at(told.end()) is not None:
            continue
        # "Homes that people can afford are rare": which verb is the main one is not told.
        after = _first_word_end(text, told.end())
        if _ANY_VERB.search(text, after, said.end) or _ANY_VERB.match(text, said.end + 1):
            continue
        if is_object or text.startswith(("that ", "to "), said.start):
            return replace(draft, content=(Span(said.start, told.end() - 1),))
    return draft


def _without_opening(draft: Draft, passage: Passage) -> Draft:
    cue, first = draft.cue[0], draft.content[0]
    if not _OPENER.match(passage.text, cue.start, cue.end) or first.start < cue.end:
        return draft
    match = _LATE_CUE.match(passage.text, first.start, first.end)
    if match is None or match.end() >= first.end:
        return draft
    return replace(
        draft,
        source=(Span(*match.span("who")),),
        cue=(Span(*match.span("cue")),),
        content=(Span(match.end(), first.end), *draft.content[1:]),
    )


def _cut(span: Span, draft: Draft, passage: Passage) -> Span:
    text = passage.text
    for opening in (_DATELINE, _CAPTION):
        match = opening.match(text, span.start, span.end)
        if match is not None and match.end() < span.end:
            span = Span(match.end(), span.end)
    if draft.source and _OWNED.match(text[draft.source[-1].start : draft.source[-1].end]):
        span = _until(span, _FATE, passage)
    if _QUESTION.match(text, span.start):
        span = _until(span, _NEXT_CLAUSE, passage)
    span = _until(_until(span, _OTHER_PARTY, passage), _GLOSS, passage)
    opens = min(one.start for one in (*draft.source, *draft.cue))
    if span.start < opens:
        return span
    before = text[max(0, opens - _LONGEST_OPENING) : opens]
    if _DESPITE.search(before):
        return _up_to_main_clause(span, passage)
    is_put_in = _DASHED.search(before) or _PUT_IN.search(before)
    return _until(span, _VERB_AFTER_DASH, passage) if is_put_in else span


def _up_to_main_clause(span: Span, passage: Passage) -> Span:
    """Return a piece up to the first comma that ends it, with the mark that closes there."""
    for match in _MAIN_CLAUSE.finditer(passage.text, span.start, span.end):
        if match["mark"] or passage.quotation_at(match.start()) is None:
            return Span(span.start, match.end("mark") if match["mark"] else match.start())
    return span


def _until(span: Span, form: re.Pattern[str], passage: Passage) -> Span:
    """Return a span up to the first match of a form outside of quotation marks."""
    for match in form.finditer(passage.text, span.start, span.end):
        if passage.quotation_at(match.start()) is None:
            return Span(span.start, match.start())
    return span
