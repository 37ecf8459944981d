"""Set phrases of newswriting: who stays unnamed, who would not comment, what is only named.

In PolNeAR's train articles 7 of 28 clauses that only justify anonymity are marked,
half of the 42 "did not respond", none of three "could not be reached".
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.types import Span

__all__ = ["is_formula", "silences"]

# A sentence may be marked or not in the reference: half of them are.
_CONFIDENCE = 0.5
_RELATIVE = re.compile(
    r"(?:(?:all|both|each|some|most|many|several|one|two|none|neither) of )?"
    r"(?:who|whom|which|that)\Z",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:on|under|for|requested|granted|condition of|conditions of|want(?:ed)?|given|demanded) "
    r"anonymity\b|\b(?:spoke|speak|speaking|talked|remain(?:ed)?|stay(?:ed)?) anonym(?:ous|ously)\b"
    r"|\banonymity\Z|\bnot (?:to |be |wish to be |want to be |being )*"
    r"(?:named|identified|quoted)\b|\b(?:give|giving|have|use|using|disclose|publish|reveal|share|"
    r"withhold|provide)\w* (?:his|her|their) (?:\w+ )?(?:names?|surnames?|identit(?:y|ies))\b"
    r"|\b(?:speak|talk)(?:ing)? only (?:if|on)\b"
    r"|\b(?:identified|named|known) only (?:by|as)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:said|says|say|claim\w*|alleg\w*|told|wrote|adds?|added|report\w*)\b")
# "Quoting reference 4471": a number to be given, which says nothing.
_NUMBER = re.compile(
    r"(?:the |its )?(?:\w+ )?(?:reference|incident|case|crime|log|number|ref|code)"
    r"(?: (?:number|no\.?))?\W*[A-Z]{0,4}[-/\d]+\Z",
    re.IGNORECASE,
)
_DUE = re.compile(r"(?:(?:is|are|was|were|still|now|also) )*expected(?: to)?\Z", re.IGNORECASE)
_COURSE = re.compile(
    r" ?(?:to )?(?:last|resume|begin|start|continue|conclude|end|open|finish|take place)\b"
)
_AFTER = 20
# "A decision that left her speechless": the clause tells of the decision, not what it was.
_NOUN = re.compile(r"(?:an?|the|this|that) (?:[\w-]+ ){0,2}[\w-]+\Z", re.IGNORECASE)
_WITHOUT_SUBJECT = re.compile(
    r"(?:that|which) (?:left|made|has|had|is|was|are|were|will|would|could|may|might|led|put|sent|"
    r"kept|drew|brought|cost|\w{3,}ed) "
)
_SAYING_ALONE = re.compile(r"to (?:say|tell|add|speak|talk|repeat)\Z")
# "A bitter dispute over": quarrels and works have a subject, and nobody says it.
_QUARREL_OR_WORK = re.compile(
    r"(?:.*\b)?(?:dispute|debate|row|controversy|quarrel|feud|crisis|battle|fight|standoff|drama|"
    r"film|movie|novel|documentary|musical|opera|comedy|thriller|sitcom) "
    r"(?:about|over|on|between|against)\Z",
    re.IGNORECASE,
)
# "Is also known as": nobody says anything, something only has a name.
_NAMING = re.compile(
    r"\b(?:known (?:as|for)|nicknamed|dubbed|named|titled|entitled|termed|"
    r"(?:is|are|was|were|often|also|sometimes|commonly) (?:\w+ )?called)$|^(?:called|known)$",
    re.IGNORECASE,
)
# "The paper published an interview with her": it tells where she spoke, and nothing that she said.
_PUBLISHED = re.compile(
    r"(?:.*\b)?(?:published|ran|aired|printed|broadcast|carried|posted|released|shared|conducted)\Z",
    re.IGNORECASE,
)
_PIECE = re.compile(
    r"(?:(?:an?|the|its|his|her|their) )?(?:[\w-]+ )?(?:interview with|"
    r"(?:images?|photos?|photographs?|pictures?|footage) of|(?:[\w-]+ ){0,3}footage)\b",
    re.IGNORECASE,
)
# "That said, the roads were open", "Having said that": they only join two sentences.
_THAT_SAID = re.compile(
    r"That (?:being )?said,|(?:that )?being said|having said (?:that|this|so),", re.IGNORECASE
)
# "It is less than the figure he cited": what is compared is the reporter's, and the rest its name.
_COMPARED = re.compile(r".*\bthan (?:what|the [^,]{1,50})\Z", re.DOTALL)
_POSSESSIVE = re.compile(r"(?:my|our|your|his|her|its|their)\Z", re.IGNORECASE)
# A sentence that begins with who it is about, up to a comma of what they are besides.
_WHO = r"(?P<who>[A-Z][^,.;:!?\n\"\u201c\u201d]{1,80}?)(?:,[^,.;\n]{1,90},)? "
# "Ann Poe said her lawyer", "Students who", "On Monday the ministry": no source alone.
_NO_SOURCE = re.compile(
    r"\b(?:who|which|that|whose|said|says|say|told|added|claimed|because|although|while|when|if|"
    r"after|before|since)\b|^(?:But|And|Yet|So|However|Meanwhile|On|In|At|By|Still|Also)\b"
)
_SILENT = tuple(
    re.compile(_WHO + rest)
    for rest in (
        r"(?P<cue>(?:did|do|does|had|has|have)(?: not|n['\u2019]t)(?: (?:immediately|directly))? "
        r"(?:respond(?:ed)? to|repl(?:y|ied) to|answer(?:ed)?|return(?:ed)?)) "
        r"(?P<what>(?:[\w'\u2019-]+ ){0,4}?(?:requests?|messages?|calls?|emails?|e-mails?|"
        r"inquir(?:y|ies)|enquir(?:y|ies)|questions?)\b(?: (?:for|seeking|asking|about|from) "
        r"[^.,;\n\"\u201c\u201d]{1,80})?)",
        r"(?P<cue>would(?: not|n['\u2019]t) (?:publicly |immediately )?(?:identify|name|disclose|"
        r"divulge|reveal|specify|discuss|comment on|elaborate on|say(?= (?:whether|if|how|when|why|"
        r"what|which|where|who)\b))) (?P<what>[^.,;\n\"\u201c\u201d]{4,160})",
        r"(?P<cue>(?:would|will) not be drawn on) (?P<what>[^.;\n\"\u201c\u201d]{4,120})",
    )
)


def is_formula(draft: Draft, passage: Passage) -> bool:
    """Say whether a draft is a set phrase that puts nothing on record.

    Args:
        draft: As paired.
        passage: The layout of its text.
    """
    source, cue, content = (
        passage.words(spans) for spans in (draft.source, draft.cue, draft.content)
    )
    if not cue:
        return False
    last = passage.text[draft.content[-1].start : draft.content[-1].end]
    after = passage.text[draft.cue[-1].end : draft.cue[-1].end + _AFTER]
    return (
        (
            (not source or bool(_RELATIVE.match(source)))
            and not _SAYS.search(cue)
            and _is_unnamed(cue, content)
        )
        or (not source and bool(_NAMING.search(cue)))
        or _is_joint(draft, passage)
        or _is_compared(draft, passage)
        or bool(_NUMBER.match(content))
        or bool(_SAYING_ALONE.match(content))
        or (bool(_PUBLISHED.match(cue)) and bool(_PIECE.match(content)))
        or (not source and bool(_DUE.match(cue)) and (_is_course(last) or _is_course(after)))
        or (not source and bool(_NOUN.match(cue)) and bool(_WITHOUT_SUBJECT.match(last)))
        or (_is_nobodys(source) and bool(_QUARREL_OR_WORK.match(cue)))
    )


def silences(
    drafts: Sequence[Draft], passage: Passage, sentences: Sequence[Span]
) -> Iterator[Draft]:
    """Yield those who did not answer, where none of the drafts has them.

    Args:
        drafts: What was found.
        passage: The layout of their text.
        sentences: The sentences of the text, in order.
    """
    taken = [span for draft in drafts for span in (*draft.cue, *draft.content)]
    for sentence in sentences:
        for form in _SILENT:
            match = form.match(passage.text, sentence.start, sentence.end)
            if match is None or passage.quotation_at(match.start()) is not None:
                continue
            cue, who = Span(*match.span("cue")), Span(*match.span("who"))
            if any(cue.start < one.end and one.start < cue.end for one in taken):
                continue
            if _NO_SOURCE.search(passage.text[who.start : who.end]):
                continue
            yield Draft(
                source=(who,),
                cue=(cue,),
                content=(Span(*match.span("what")),),
                confidence=_CONFIDENCE,
            )


def _is_unnamed(cue: str, content: str) -> bool:
    return bool(_UNNAMED.search(f"{cue} {content}"))


def _is_joint(draft: Draft, passage: Passage) -> bool:
    places = (draft.cue[0].start, draft.content[0].start)
    return any(_THAT_SAID.match(passage.text, place) for place in places)


def _is_compared(draft: Draft, passage: Passage) -> bool:
    last, cue = draft.content[-1], draft.cue[0]
    if not draft.source or passage.quotation_at(last.end - 1) is not None:
        return False
    source = draft.source[0]
    names = passage.text[last.end : source.start] == passage.text[source.end : cue.start] == " "
    return names and bool(_COMPARED.match(passage.text, last.start, last.end))


def _is_course(words: str) -> bool:
    return bool(_COURSE.match(words))


def _is_nobodys(source: str) -> bool:
    return not source or bool(_POSSESSIVE.match(source))
