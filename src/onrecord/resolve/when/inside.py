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
_LEAD = re.compile(r"\b(?:on|in|during|late|early|earlier|back)\s*$", re.IGNORECASE)
_NOT_AFTER = re.compile(
    r"\b(?:since|until|till|before|after|from|for|by|of|between|the|a|an|[Ii]ts|[Tt]heir)\s*$"
)
_NOUN = re.compile(r"[a-z]{3}")
_LONGEST = 160


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
    cue = article.words(statement.cue)
    if _AHEAD.search(cue) or _SAYING.search(cue) or not cue[-1:].isalpha():
        return None
    first = statement.content[0]
    piece = statement.content[-1]
    head = article[first] if first != piece else ""
    for one in found:
        if not piece.start < one.span.start < min(piece.end, piece.start + _LONGEST):
            continue
        before = article.text[piece.start : one.span.start]
        if _CLAUSE.search(head) or _CLAUSE.search(before):
            return None
        is_plain = _LEAD.search(before) or article.text[one.span.start : one.span.end][0].islower()
        if (
            not _NOUN.search(before)
            or not is_plain
            or _NOT_AFTER.search(_LEAD.sub("", before) if _LEAD.search(before) else before)
        ):
            return None
        return one
    return None
