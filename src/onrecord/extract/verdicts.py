"""The words by which an outlet judges what somebody said, found in narration.

Each pattern begins at a trigger word, so that a text is looked through once,
word by word, and patterns are tried only where one may fit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from onrecord.types import AsideKind, Span

__all__ = ["Reach", "Verdict", "verdicts"]


class Reach(Enum):
    """How near to a statement's cue a verdict has to stand."""

    WORD = "beside the cue"
    """An adverb: "falsely claimed"."""
    SENTENCE = "in the sentence"
    """A phrase: "said, without evidence, that"."""
    BACK = "in the sentence or about the one before"
    """A clause: "There is no evidence of that." """


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One judgement in a text, wherever it stands.

    Attributes:
        kind: What it says.
        span: The words.
        reach: How near its statement has to be.
    """

    kind: AsideKind
    span: Span
    reach: Reach


# What somebody put on record, as a noun: "a false *claim*", "his baseless *allegations*".
_SAID = (
    r"(?:claims?|narratives?|statements?|allegations?|accusations?|assertions?|theory|theories|"
    r"rumou?rs?|story|stories|charges?|suggestions?|beliefs?|notions?|ideas?|remarks?|comments?|"
    r"information|account|argument|arguments|conspiracy|propaganda|premise|rhetoric|tweets?|"
    r"posts?|reports?|declarations?|insinuations?|speculation|contentions?|promises?)"
)
_FALSE = (
    r"(?:false|bogus|untrue|debunked|discredited|disproven|disproved|fabricated|fictitious|"
    r"inaccurate|incorrect|erroneous|phony|made-up)"
)
_BASELESS = (
    r"(?:baseless|unfounded|unsubstantiated|unsupported|unproven|unverified|groundless|"
    r"unconfirmed|evidence-free|uncorroborated)"
)
_SLANTED = r"(?:misleading|exaggerated|distorted|deceptive|overblown|overstated|cherry-picked)"
_CONTESTED = r"(?:disputed|contested|contradictory)"
_LOADED = (
    r"(?:contentious|controversial|inflammatory|incendiary|outlandish|dubious|questionable|"
    r"bizarre|far-fetched|outrageous|ludicrous|specious|inexplicable)"
)
_PROOF = r"(?:evidence|proof|substantiation|corroboration)"
_GIVING = (
    r"(?:provid|offer|cit|present|giv|produc|suppl|show|submit|shar)(?:e|es|ed|ing|en|y|ied|ying)?"
)
_CHECK = r"(?:verify|confirm|corroborate|authenticate)"
# Up to two more words of the noun phrase; an article would make the adjective a verb:
# "disputed the claim".
_FEW = r"(?:(?!(?:the|an?|his|her|its|their|this|that|these|those|by|in|to|as) )[\w-]+ ){0,2}"

_PATTERNS: tuple[tuple[AsideKind, Reach, str], ...] = (
    (
        AsideKind.FALSE,
        Reach.WORD,
        r"(?:falsely|wrongly|wrongfully|incorrectly|erroneously|inaccurately|untruthfully|"
        r"mistakenly)",
    ),
    (AsideKind.UNSUPPORTED, Reach.WORD, r"(?:baselessly|groundlessly)"),
    (AsideKind.MISLEADING, Reach.WORD, r"(?:misleadingly|deceptively|disingenuously)"),
    (AsideKind.CONFIRMED, Reach.WORD, r"(?:correctly|rightly|accurately|truthfully)"),
    (
        AsideKind.TONE,
        Reach.WORD,
        r"(?:ludicrously|absurdly|laughably|cynically|bizarrely|brazenly|shamelessly|dubiously|"
        r"ominously|ironically|implausibly)",
    ),
    (AsideKind.FALSE, Reach.SENTENCE, rf"{_FALSE} {_FEW}{_SAID}"),
    (AsideKind.UNSUPPORTED, Reach.SENTENCE, rf"{_BASELESS} {_FEW}{_SAID}"),
    (AsideKind.MISLEADING, Reach.SENTENCE, rf"{_SLANTED} {_FEW}{_SAID}"),
    (AsideKind.DISPUTED, Reach.SENTENCE, rf"{_CONTESTED} {_FEW}{_SAID}"),
    (AsideKind.TONE, Reach.SENTENCE, rf"{_LOADED} {_FEW}{_SAID}"),
    (
        AsideKind.UNSUPPORTED,
        Reach.SENTENCE,
        rf"without (?:{_GIVING} )?(?:any |further |specific |concrete |supporting |credible |"
        rf"clear |substantial )*{_PROOF}",
    ),
    (
        AsideKind.UNSUPPORTED,
        Reach.SENTENCE,
        r"without (?:basis|foundation|substantiating\b.{0,20})",
    ),
    (AsideKind.UNSUPPORTED, Reach.SENTENCE, rf"with (?:no|little|scant) (?:[\w-]+ )?{_PROOF}"),
    (
        AsideKind.UNSUPPORTED,
        Reach.BACK,
        rf"(?:{_GIVING}|gave) (?:no|little|scant) (?:[\w-]+ )?{_PROOF}",
    ),
    (
        AsideKind.UNSUPPORTED,
        Reach.BACK,
        rf"(?:did|does|do|has|have|had)(?: not|n[’']t) (?:yet )?{_GIVING} "
        rf"(?:any |further )?(?:[\w-]+ )?{_PROOF}",
    ),
    (
        AsideKind.UNSUPPORTED,
        Reach.BACK,
        rf"there(?: is| was| has been|[’']s) (?:currently |so far )?(?:no|little|scant) "
        rf"(?:[\w-]+ )?{_PROOF}",
    ),
    (
        AsideKind.UNSUPPORTED,
        Reach.BACK,
        r"(?:could|can)(?: ?not|n[’']t) (?:immediately )?be (?:independently )?"
        r"(?:verified|confirmed)",
    ),
    (
        AsideKind.UNSUPPORTED,
        Reach.BACK,
        rf"(?:could|can)(?: ?not|n[’']t) (?:immediately |yet )?(?:independently {_CHECK}|"
        rf"{_CHECK} (?:the|that|this|those|these|his|her|its|their|either) (?:[\w’'-]+ )?{_SAID})",
    ),
    (
        AsideKind.UNSUPPORTED,
        Reach.BACK,
        rf"(?:not (?:immediately )?possible|impossible) to (?:independently )?"
        rf"(?:{_CHECK}|(?:know|say|tell) (?:if|whether))",
    ),
    # In a clause that takes back: alone it tells of an inquiry as often as of a claim.
    (
        AsideKind.UNSUPPORTED,
        Reach.SENTENCE,
        r"(?:(?<=though )|(?<=but )|(?<=yet ))there(?: is| was|[’']s) (?:currently |so far )?"
        r"(?:no|little) (?:[\w-]+ )?(?:indication|suggestion|sign)",
    ),
    (
        AsideKind.DISPUTED,
        Reach.SENTENCE,
        r"(?:contrary to|at odds with|in contradiction to|despite|contradicted by) "
        r"(?:the |all |any |overwhelming |available |scientific |public |official |mounting )*"
        r"(?:evidence|facts?|records?|data|findings?|reality|science|what|consensus|assessments?)",
    ),
    # "Though records show": what the outlet looked up stands against what was said.
    (
        AsideKind.DISPUTED,
        Reach.SENTENCE,
        r"(?:(?<=, )|(?<=[\u2013\u2014] ))(?:though|although|but|yet) "
        r"(?:an? (?:[\w-]+ )?(?:review|check|search|examination) of )?(?:[\w\u2019'-]+ ){0,3}?"
        r"(?:records?|documents?|data|statistics|figures|filings|transcripts?|footage|videos?|"
        r"evidence) (?:indicates?|shows?|suggests?|contradicts?|indicated|showed|suggested|"
        r"contradicted)",
    ),
    (AsideKind.MISLEADING, Reach.BACK, r"out of context"),
    (AsideKind.FALSE, Reach.BACK, rf"(?:not true|{_FALSE})\b(?! {_FEW}{_SAID})"),
    (AsideKind.UNSUPPORTED, Reach.BACK, rf"{_BASELESS}\b(?! {_FEW}{_SAID})"),
    (AsideKind.MISLEADING, Reach.BACK, rf"{_SLANTED}\b(?! {_FEW}{_SAID})"),
)
_COMPILED = tuple(
    (kind, reach, re.compile(rf"{pattern}\b", re.IGNORECASE)) for kind, reach, pattern in _PATTERNS
)
# A bare adjective is a verdict only as a predicate: "which *is* false", "*has been* debunked".
_PREDICATED = re.compile(
    r"(?:\b(?:is|are|was|were|been|being|be|proved|proven|as)|\b(?:it|that|this)[’']s)"
    r"(?: (?!politically)\w+ly| since| largely| long)? $",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:not true|{_FALSE}|{_BASELESS}|{_SLANTED})$", re.IGNORECASE)
# The first letters of every word at which a pattern may begin; a longer row
# of them than needed costs a look, never a finding.
_TRIGGER = re.compile(
    r"\b(?:[Ff]als|[Ww]rong|[Ii]ncorrect|[Ee]rroneous|[Ii]naccurat|[Uu]ntru|[Mm]istaken|[Bb]aseless"
    r"|[Gg]roundless|[Mm]islead|[Dd]ecepti|[Dd]isingen|[Cc]orrectly|[Rr]ightly|[Aa]ccurately"
    r"|[Tt]ruthfully|[Ll]udicrous|[Aa]bsurdly|[Ll]aughably|[Cc]ynically|[Bb]izarre|[Bb]razenly"
    r"|[Ss]hameless|[Dd]ubious|[Oo]minously|[Ii]ronically|[Ii]mplausibly|[Bb]ogus|[Dd]ebunked"
    r"|[Dd]iscredited|[Dd]isprove|[Ff]abricated|[Ff]ictitious|[Pp]hony|[Mm]ade-up|[Uu]nfounded"
    r"|[Uu]nsub|[Uu]nsupp|[Uu]nprov|[Uu]nver|[Uu]nconf|[Ee]vidence-free|[Uu]ncorr|[Ee]xagger"
    r"|[Dd]istorted|[Oo]verblown|[Oo]verstated|[Cc]herry|[Dd]isputed|[Cc]ontested|[Cc]ontrad"
    r"|[Cc]ontentious|[Cc]ontroversial|[Ii]nflamm|[Ii]ncendiary|[Oo]utlandish|[Qq]uestionable"
    r"|[Ff]ar-fetched|[Oo]utrageous|[Ss]pecious|[Ii]nexplicable|[Ww]ithout "
    r"|[Ww]ith (?:no|little|scant) "
    r"|[Pp]rovid|[Oo]ffer|[Cc]it(?:e|ing)|[Pp]resent|[Gg]iv(?:e|ing)|[Gg]ave |[Pp]roduc|[Ss]uppl"
    r"|[Ss]how|[Ss]ubmit|[Ss]har|[Dd](?:id|oes|o)(?: not|n)|[Hh]a(?:s|ve|d)(?: not|n)|[Tt]here"
    r"|[Cc](?:ould|an)(?: ?not|n)|[Cc]ontrary|[Aa]t odds|[Ii]n contra|[Dd]espite "
    r"|[Tt]hough |[Aa]lthough |[Bb]ut |[Yy]et |[Oo]ut of con"
    r"|[Nn]ot (?:true|possible|immediately)|[Ii]mpossible)"
)


def verdicts(text: str, part: Span) -> Iterator[Verdict]:
    """Yield the verdicts in a part of a text, in order, none overlapping.

    Args:
        text: The article's text.
        part: Where to look.
    """
    place = part.start
    while (trigger := _TRIGGER.search(text, place, part.end)) is not None:
        found = _verdict_at(text, trigger.start(), part.end)
        if found:
            yield found
        place = found.span.end if found else trigger.start() + 1


def _verdict_at(text: str, start: int, end: int) -> Verdict | None:
    for kind, reach, pattern in _COMPILED:
        match = pattern.match(text, start, end)
        if match is None:
            continue
        is_bare = _BARE.match(match.group()) is not None
        if not is_bare or _PREDICATED.search(text[max(0, start - 20) : start]):
            return Verdict(kind=kind, span=Span(start, match.end()), reach=reach)
    return None
