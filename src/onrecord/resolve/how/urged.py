"""To whom a statement was made, where a part of what was said tells it.

"The union urged *members* to vote", "*Residents* were told to leave", "asked for help from
*other towns*": the network takes these words for what was said, as coders do.
"""

import re

from onrecord.resolve.how.words import PLEAS, word_set
from onrecord.types import Article, Span, Statement

__all__ = ["urged_in"]

_URGING = word_set(
    "urge urges urged urging encourage encourages encouraged encouraging instruct instructs "
    "instructed instructing ask asks asked asking tell tells told telling warn warns warned "
    "warning advise advises advised advising implore implored beg begged invite invited inviting "
    "remind reminded inform informs informed informing question questioned questioning notify "
    "pressure pressured pressuring lobby lobbied lobbying press pressed pressing beseech "
    "besought order ordered ordering command commanded notified persuade persuaded petition "
    "petitioned"
)
_GREETING = word_set(
    "thank thanks thanked thanking congratulate congratulates congratulated congratulating "
    "petition petitioned greet greeted salute saluted interviewed apologised "
    "apologized"
)
# "shouted at *the referee*"; who laughs at or takes aim at somebody need not speak to them.
_SHOUTING = word_set(
    "shout shouts shouted shouting yell yells yelled yelling scream screams screamed screaming "
    "bark barked snap snapped snapping swear swore bellowed hollered cursed curse cursing"
)
_CALLS_FOR = (["called", "for"], ["calls", "for"], ["calling", "for"], ["call", "for"])
_ASKS_FOR = (["asked", "for"], ["asking", "for"], ["asks", "for"])
_CALLING = word_set("call calls called calling prevail prevailed prevailing")
_TOLD = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got) (?:\w+ly )?"
    r"(?:told|asked|informed|warned|urged|advised|questioned|instructed|reminded|ordered|invited|petitioned)\b",
    re.IGNORECASE,
)
_MOST_GREETED = 6
_URGED = re.compile(
    r"((?:the |his |her |its |their |all |more |other |some )?"
    r"(?!(?:to|that|not|for|about|if|whether|what|how|why|when|of|[a-z]+ing|did|does|is|are|was|were|"
    r"will|would|can|could|should|has|had)\b)"
    r"[\w’'.&-]+(?: (?!to\b|that\b|not\b|never\b|for\b)[\w’'.&-]+){0,5}?) "
    r"(?:(?:(?:not|never) )?to [“\"‘']?[a-z]+|about|that|against|for)\b"
)
_ABOUT = re.compile(r"((?:the |his |her |its |their )?(?:[\w’'.&-]+ ){0,5}?[\w’'&-]+) about\b")
# Not "called for *a zone* to be set up", "for a halt to it": of a thing nobody asks anything.
_CALLED_FOR = re.compile(
    r"(?!an? )"
    r"(?![^.,;:?!\n]{0,60}?\b(?:halts?|ends?|returns?|stops?|access|changes?|cuts?|limits?|curbs?|"
    r"approach|solutions?|answers?|alternatives?|amendments?|reforms?|repairs?|extension|transition|"
    r"response|commitment|freeze|ban|support|boost) to )"
    rf"(?![^.,;:?!\n]{{3,90}}? to be \w+(?:ed|en|n|t|de)\b)(?:{_URGED.pattern})"
)
_TO_NAME = re.compile(
    r"to ((?:the )?[A-Z][\w’'.&-]*(?: (?:[A-Z][\w’'.&-]*|de|del|dello|della|of))*)"
    r"(?: (?:on|in|last|earlier|this)(?: [\w’'-]+){1,2})? that\b"
)
# "appealed *to the world* for help"
_APPEALED = re.compile(
    r"to ((?:the |his |her |its |their |all )?(?:(?!who\b)[\w’'&-]+ ){0,4}?[\w’'&-]+) "
    r"(?:for|to [a-z]+)\b"
)
_GREETED = re.compile(r"[^,.;:“\"]+?(?=$| (?:for|on|that|about|in|over|after|and for)\b|[,.;])")
_ONLY = {
    "appealed": _APPEALED,
    "appealing": _APPEALED,
    # "questioned *his fitness* to lead": that is no asking
    "question": _ABOUT,
    "questions": _ABOUT,
    "questioned": _ABOUT,
    "questioning": _ABOUT,
}
_REACH = 160
_LONGEST = 9
# "asked for support from *other fire departments*"
_WANTING = word_set(
    "request requests requested requesting seek seeks sought seeking demand demands demanded "
    "demanding"
)
_FROM = re.compile(
    r"(?:\w+ ){0,3}?(?:help|support|aid|assistance|backup|information|answers|funding|funds|money|"
    r"advice|comment|permission|approval|explanation|apology|equipment|supplies|records|documents)"
    r"(?: (?:and|or) (?:[\w-]+ ){0,2}[\w-]+)? from "
    r"((?:the |other |all |its |his |her |their |local )?"
    r"(?:[\w’'&-]+ ){0,4}[\w’'&-]+)[.,\"”’']*$"
)
# "called on *village councils, church leaders and mayors* to help"
_CALLED = re.compile(r"\W*([^.;:?!\n]{3,140}?) (?:(?:not|never) )?to (?!the\b|a\b|be\b)[a-z]+")
# "I ask *all the presidents of the world* to come"
_PERFORMED = re.compile(
    r"\W*(?:and |but |so )?(?:I|[Ww]e)(?: \w+ly| also| would| do|['’]d)?"
    r"(?: (?:am|are)|['’](?:m|re))? (?:urg(?:e|ing)|ask(?:ing)?|request(?:ing)?|"
    r"call(?:ing)? (?:up)?on|beg(?:ging)?|implor(?:e|ing)|appeal(?:ing)? to|"
    r"invit(?:e|ing)|encourag(?:e|ing)) "
    r"((?!you\b|that\b|for\b|if\b|him\b|them\b)[^.,;:?!\n]{3,80}?) (?:(?:not|never) )?to [a-z]+"
)
_NOT_DO = re.compile(
    r"((?!(?:he|she|it|they|we|I|you|if|whether|why|what|how|that|who|when|there|this)\b)"
    r"(?:(?!(?:was|is|are|were|has|have|had|did|do|does|would|will|could|may|might|should|can|"
    r"must)\b)[\w’'.&-]+ ){1,5})not [a-z]+"
)


def urged_in(article: Article, statement: Statement) -> Span | None:
    """Return who is urged to do something, the words that a content begins with, or None.

    "The union urged *members* to vote": the object of the cue is what was said, too.

    Args:
        article: The article.
        statement: One of its statements.
    """
    cue = article.words(statement.cue[-1:]).lower().split()
    first = statement.content[0]
    if not cue:
        return None
    if _TOLD.search(article.words(statement.cue)) and not statement.source:
        return _told_of(article, statement)
    if statement.cue[-1].end > first.start:
        return None
    if cue[-1] in _GREETING or (cue[-1] == "at" and not _SHOUTING.isdisjoint(cue)):
        return _greeted(article, first)
    for pattern in _patterns(cue):
        match = pattern.match(article.text, first.start, min(first.end, first.start + _REACH))
        if match is not None:
            words = match.group(1).rstrip()
            return Span(match.start(1), match.start(1) + len(words))
    return None


def _patterns(cue: list[str]) -> tuple[re.Pattern[str], ...]:
    """Return what the opening of a content is held against, by its cue's last words."""
    last = cue[-1]
    if last in {"on", "upon"}:
        # "called on", "prevailed on"; what one reports on or agrees on is a topic
        return (_CALLED,) if _CALLING.intersection(cue[-2:]) else ()
    if cue[-2:] in _CALLS_FOR:
        return _CALLED_FOR, _FROM
    if last in _ONLY:
        return (_ONLY[last],)
    if last in _WANTING or cue[-2:] in _ASKS_FOR:
        return (_FROM,)
    if last in _URGING or cue[-2:] in PLEAS:
        return _URGED, _NOT_DO
    # "suggested *to Corriere* last week that …": the network took it for what was said.
    return _TO_NAME, _PERFORMED


def _told_of(article: Article, statement: Statement) -> Span | None:
    """Return the subject of "*Residents* were told", which was taken for part of the content."""
    first = statement.content[0]
    words = article[first].split()
    is_short = len(words) <= _LONGEST and words[-1] not in {"which", "that"}
    return first if first.end <= statement.cue[0].start and is_short else None


def _greeted(article: Article, content: Span) -> Span | None:
    """Return who is thanked or shouted at, the words that a content begins with."""
    match = _GREETED.match(article.text, content.start, min(content.end, content.start + 90))
    if match is None or len(match.group().split()) > _MOST_GREETED:
        return None
    words = match.group()
    return Span(match.start(), match.start() + len(words.rstrip()))
