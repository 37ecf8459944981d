"""To whom a statement was made, where that is a subject or stands with the source.

"*Residents* were told to leave"; "officials who spoke to *the Gazette*".
"""

import re

from onrecord.resolve.how.words import TIME_WORDS, word_set
from onrecord.resolve.narration.frame import GAP, Frame, Token
from onrecord.types import Article, Span, Statement

__all__ = ["asked_source", "subject_told"]

_TOLD = word_set(
    "told asked warned urged advised informed notified briefed reminded instructed "
    "questioned pressed"
)
_BEING = word_set("was were is are been being")
_AUXILIARIES = word_set("has have had also be already repeatedly later then not never again first")
_BOUNDS = word_set(
    ", ; : . ( ) [ ] — – - “ ” \" ' ‘ ’ and but or when where while after before that as if "
    "because although though since said says until than what how whether why"
)
_NO_SUBJECTS = word_set(
    "it which who that this there what question questions nothing something everything he's i we "
    "you one jokes stories"
)
# Not "the virus *is circulating* have been told", "we're tired of being told".
_CLAUSAL = frozenset(
    ("is", "are", "was", "were", "can", "has", "have", "had", "'re", "we're", "saying")
)
# More words than these are a clause of their own.
_LONGEST = 7
_WITH_SOURCE = re.compile(
    r"\b(?:(?:spoke|talked|spoken|talking|speaking) (?:with|to)|"
    r"(?:interviewed|polled|surveyed|contacted) by) "
    r"((?:the |a |an )?[A-Z0-9][\w’'&.-]*(?: (?:of |the |on )*[A-Z0-9][\w’'&.-]*)*)"
)


def subject_told(frame: Frame) -> Span | None:
    """Return the subject of a cue in the passive: "*Residents* were told", "*she* was asked".

    Args:
        frame: The statement's frame.
    """
    tokens, (first, last) = frame.tokens, frame.cue
    told = next((n for n in range(max(first, 0), last) if tokens[n].low in _TOLD), None)
    if told is None:
        return None
    at = told - 1
    while at >= 0 and (tokens[at].low in _AUXILIARIES | TIME_WORDS or _is_adverb(tokens[at])):
        at -= 1
    if at < 0 or tokens[at].low not in _BEING:
        return None
    while at >= 0 and (tokens[at].low in _BEING | _AUXILIARIES or _is_adverb(tokens[at])):
        at -= 1
    return _phrase_before(frame, _before_day(frame, at))


def _before_day(frame: Frame, at: int) -> int:
    """Return the last token before "on Monday", "this week" that a subject is followed by."""
    end = at
    while end > 0 and frame.tokens[end].low in TIME_WORDS:
        end -= 1
    return end - 1 if end < at and frame.tokens[end].low in {"on", "in"} else end


def _is_adverb(token: Token) -> bool:
    return token.word.islower() and token.low.endswith("ly")


def _phrase_before(frame: Frame, end: int) -> Span | None:
    """Return the noun phrase that ends at a token, None where it is no one to tell."""
    tokens, start = frame.tokens, end
    while start >= 0 and tokens[start].low != GAP and tokens[start].low not in _BOUNDS:
        start -= 1
    words = tokens[start + 1 : end + 1]
    if not words or len(words) > _LONGEST or any(token.is_source for token in words):
        return None
    low = {token.low for token in words}
    if not _CLAUSAL.isdisjoint(low) or not _NO_SUBJECTS.isdisjoint(low) or words[-1].low == "of":
        return None
    return frame.span(start + 1, end)


def asked_source(article: Article, statement: Statement) -> Span | None:
    """Return whom a source told by its own words: "officials who spoke to *the Gazette*".

    Args:
        article: The article.
        statement: One of its statements.
    """
    for piece in statement.source:
        if match := _WITH_SOURCE.search(article.text, piece.start, piece.end):
            return Span(*match.span(1))
    return None
