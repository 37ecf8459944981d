"""What a statement's cue tells, with the helping words that stand just before it."""

import re
from dataclasses import replace
from typing import Protocol

from onrecord.extract.cues import CueSense, look_up
from onrecord.types import Article, Span

__all__ = ["sense_of"]

# "did not", "would never": the network may leave them outside of the cue.
_HELPERS = re.compile(
    r"(?:\b(?:did|does|do|has|have|had|would|could|might|may|should|will|was|is|were|are|be|been|"
    r"not|never|without|cannot|(?:did|does|do|has|have|had|would|could|should|wo|was|is|were|are|"
    r"ca)n[’']t|yet to)\s+)+$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:no one|nobody|none|neither|no [^\W\d]\w*|"
    r"not (?:an?|one|even one|all|every|everyone|everybody|many)) ",
    re.IGNORECASE,
)
# "Neither Ms. Lee nor Poe said": the first words may stand outside of the source.
_NEITHER = re.compile(r"\bneither (?:Messrs\. |Mr\. |Mrs\. |Ms\. |the )?\Z", re.IGNORECASE)
_NOR = re.compile(r"\bnor\b")
# "Not one of them", "not all drivers": the first word may stand outside of the source.
_NOT_ONE = re.compile(r"(?:a |an |one\b|any\b|all |every)", re.IGNORECASE)
# "If the mayor says", "Suppose the mayor said": nobody has.
_SUPPOSED = re.compile(
    r"(?:\b(?:if|unless)|(?:^|[.!?:]\W{0,3}|\n)(?:let['\u2019]s )?"
    r"(?:say|suppose|supposing|imagine|assume))(?: that)? $",
    re.IGNORECASE,
)
# "Was not reported until Monday": then it was.
_UNTIL = re.compile(r"\s+(?:\w+ly )?until\b")
_BEFORE = 30
_OPENING = 80  # characters of a content that settle what its cue means


class HasCue(Protocol):
    """Anything that has a source, a cue and a content: a statement, or a draft of one."""

    @property
    def source(self) -> tuple[Span, ...]: ...
    @property
    def cue(self) -> tuple[Span, ...]: ...
    @property
    def content(self) -> tuple[Span, ...]: ...


def sense_of(article: Article, statement: HasCue) -> CueSense | None:
    """Return what a statement's cue tells, or None without a cue that the lexicon knows.

    Attitude, act where the cue tells it, the side that it takes, and whether
    the text says that it was not said, or only would be.

    Args:
        article: The article.
        statement: One of its statements.
    """
    if not statement.cue:
        return None
    start = statement.cue[0].start
    helpers = _HELPERS.search(article.text, max(0, start - _BEFORE), start)
    words = " ".join(article[piece] for piece in statement.cue)
    # "told residents to stay": who was told may be the first piece, and what the second
    pieces = [article[piece][:_OPENING] for piece in statement.content]
    content = next((piece for piece in pieces[1:2] if piece.startswith("to ")), pieces[0])
    sense = look_up(f"{helpers.group() if helpers else ''}{words}", content)
    return _seen_around(article, statement, sense) if sense else None


def _seen_around(article: Article, statement: HasCue, sense: CueSense) -> CueSense:
    """Return a sense with what stands before the source and after the cue."""
    text = article.text
    if sense.negated and _UNTIL.match(text, statement.cue[-1].end):
        sense = replace(sense, negated=False)
    if not statement.source:
        return sense
    start = statement.source[0].start
    if _is_nobody(text, start) or _is_neither(text, statement.source[0]):
        sense = replace(sense, negated=not sense.negated)
    if start < statement.cue[0].start and _SUPPOSED.search(text, max(0, start - _BEFORE), start):
        sense = replace(sense, hypothetical=True)
    return sense


def _is_nobody(text: str, start: int) -> bool:
    """Say whether a source is nobody: "none of them", "not one"."""
    if _NOBODY.match(text, start):
        return True
    return bool(_NOT_ONE.match(text, start)) and text[max(0, start - 4) : start].lower() == "not "


def _is_neither(text: str, source: Span) -> bool:
    """Say whether a source is two of whom neither says it, "neither" left outside of it."""
    before = text[max(0, source.start - _BEFORE) : source.start]
    return bool(_NEITHER.search(before)) and bool(_NOR.search(text, source.start, source.end))
