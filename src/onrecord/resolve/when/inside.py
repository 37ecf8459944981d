"""The time of saying that was taken for part of what was said: "declared an emergency *on Monday*".

Where a cue has a thing for its object and no clause, a time at the end of it tells
when the cue's act was done; annotators and networks often mark it as content.
"""

import re
from collections.abc import Sequence

from onrecord.resolve.when.clue import Expression
from onrecord.types import Article, Kind, Statement

__all__ = ["told_inside"]

# What makes a content a clause of its own, whose time is its own, too.
_CLAUSE = re.compile(
    r"^(?:he|she|it|they|we|i|you|that|there|this)\b|"
    r"\b(?:is|are|was|were|be|been|being|am|has|have|had|will|would|could|should|may|might|must|can|"
    r"cannot|did|does|do|not|that|who|which|whether|if|when|because|says|said|to [a-z]+|[a-z]+ed|"
    r"[a-z]+n[’']t)\b|[“\"]",
    re.IGNORECASE,
)
# "announced a rally on Sunday" is one to come; "scheduled", "expects", "called for" look ahead.
_AHEAD = re.compile(
    r"\b(?:announc|plan|schedul|expect|promis|propos|call(?:ed|s|ing) for|hope|want|seek|sought|"
    r"demand|pledg|vow|intend|set|predict|forecast|invit|will|would|known|remember|recall|"
    r"promot|organi[sz]|need|prepar|consider)",
    re.IGNORECASE,
)
# What is said with these is a clause of its own.
_SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|stat(?:e|es|ed|ing)|add(?:s|ed|ing)?|claim(?:s|ed|ing)?|not(?:es|ed|ing)|"
    r"argu\w+|explain\w*|believ\w+|think|thinks|thought|insist\w*|suggest\w*|wr(?:ite|ites|ote)|told|"
    r"report\w*|according|indicat\w+|reveal\w*|admit\w*|alleg\w+|estimat\w+|found|show\w*|hear\w*|"
    r"learn\w*|fear\w*|warn\w*)\b",
    re.IGNORECASE,
)
# "announced her nominations last week" was then, whatever it looks to.
_PAST = re.compile(r"^(?:last|yesterday|earlier)\b|\bago$", re.IGNORECASE)
_LEAD = re.compile(r"\b(?:on|in|during|late|early|earlier|back)\s*$", re.IGNORECASE)
# "Attacked the plan Sunday": in America the day needs no "on".
_WEEKDAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?$"
)
_BEHIND_NOUN = re.compile(r"[\w'\u2019]\s$")
# "Declined to comment Sunday": what was declined is no deed of another time.
_NO_COMMENT = re.compile(r"^to (?:comment|elaborate|respond)\b")
_NOT_AFTER = re.compile(
    r"\b(?:since|until|till|before|after|from|for|by|of|between|the|a|an|[Ii]ts|[Tt]heir)\s*$"
)
# A text and its day close what was marked as said: "to leave in its January 3 security alert".
_IN_ITS = re.compile(r"\bin (?:an?|the|his|her|its|their) $", re.IGNORECASE)
_TEXT = re.compile(
    r" (?:\w+ ){0,2}(?:alert|statement|letter|report|memo|filing|tweet|post|interview|speech|"
    r"editorial|column|email|order|ruling|opinion|complaint|lawsuit|address|briefing)[.,]?$"
)
_NOUN = re.compile(r"[a-z]{3}")
_LONGEST = 160
_LONGEST_LEAD = len(" in their ") + 2


def told_inside(
    article: Article, statement: Statement, found: Sequence[Expression]
) -> Expression | None:
    """Return the time in a statement's content that is the time of its cue, or None.

    Args:
        article: The article.
        statement: One of its statements.
        found: Times of the article in or near the content, in order.
    """
    if statement.kind is Kind.DIRECT or not statement.cue or not statement.source:
        return None
    return _of_text(article, statement, found) or _of_act(article, statement, found)


def _of_act(
    article: Article, statement: Statement, found: Sequence[Expression]
) -> Expression | None:
    """Return the time of a cue that has a thing for its object: "ordered checks *on Monday*"."""
    cue = article.words(statement.cue)
    if _SAYING.search(cue) or not cue[-1:].isalpha():
        return None
    piece = statement.content[-1]
    head = article[statement.content[0]] if len(statement.content) > 1 else ""
    end = min(piece.end, piece.start + _LONGEST)
    one = next((one for one in found if piece.start < one.span.start < end), None)
    if one is None or _CLAUSE.search(head):
        return None
    is_then = not _AHEAD.search(cue) or bool(_PAST.search(article[one.span]))
    before = _NO_COMMENT.sub("comment", article.text[piece.start : one.span.start])
    is_of_act = is_then and _is_plain(article[one.span], before)
    return one if is_of_act else None


def _is_plain(words: str, before: str) -> bool:
    """Say whether a time follows a thing that is no clause and not of that time itself."""
    if _CLAUSE.search(before) or not _NOUN.search(before):
        return False
    is_bare = _WEEKDAY.match(words) is not None and _BEHIND_NOUN.search(before) is not None
    is_led = is_bare or bool(_LEAD.search(before))
    return (is_led or words[0].islower()) and not _NOT_AFTER.search(_LEAD.sub("", before))


def _of_text(
    article: Article, statement: Statement, found: Sequence[Expression]
) -> Expression | None:
    """Return the time of the text that a content ends with: "… *in its January 3 alert*"."""
    piece = statement.content[-1]
    for one in found:
        before = article.text[max(piece.start, one.span.start - _LONGEST_LEAD) : one.span.start]
        after = article.text[one.span.end : piece.end]
        if _IN_ITS.search(before) and _TEXT.match(after):
            return one
    return None
