"""What the reporter adds about a statement in the outlet's own voice.

Two sources: the cue itself, where the reporter chose a word that takes a side
("claimed", "admitted"); and verdicts in the narration ("falsely", "without
evidence"). What stands inside any statement's content is a source's word, and
so is what stands in quotation marks: neither is ever the outlet's.
"""

import bisect
import re
from collections.abc import Iterator, Sequence

from onrecord.extract.objects import CLAIM_IDIOMS
from onrecord.extract.passage import Passage, passage_of
from onrecord.extract.sense import sense_of
from onrecord.extract.verdicts import Reach, Verdict, verdicts
from onrecord.layout import sentences
from onrecord.types import Act, Article, Aside, AsideKind, Span, Statement

__all__ = ["asides"]

# An adverb belongs to a cue at most this many characters away.
_BESIDE = 25
_FARTHEST = 220
# How a verdict begins that is beside a statement, whatever cue it holds: "though records show".
_BESIDE_IT = ("without", "Without", "though", "although", "but", "yet")
# What makes a sentence speak of the words before it.
_ABOUT_IT = re.compile(
    r"\b(?:[Tt]h(?:e|at|is|ose|ese)|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Ss]uch|\w+[’']s) (?:\w+ ){0,2}"
    r"(?:claims?|allegations?|assertions?|statements?|theory|theories|accusations?|narratives?|"
    r"remarks?|comments?|charges?|figures?|numbers?|rumou?rs?|story|report|suggestions?|notion|"
    r"idea|argument|video|footage|recording|images?|photos?|photographs?|screenshots?|documents?|"
    r"account|message)\b|^\W*(?:That|This|It|But that|But there|There)\b"
)
# Acts that are neither true nor false: a verdict in their sentence is about another's words.
_NO_CLAIM = frozenset((Act.DEMAND, Act.ASK, Act.PROPOSE, Act.PROMISE, Act.APOLOGISE, Act.REFUSE))
# Somebody says what follows, up to the next comma.
_TOLD = re.compile(
    r"\b(?:tells?|told) (?:[\w.’']+ ){1,4}?(?:that|the|an?|his|her|its|their|these|those|this) "
    r"[^,;:\u2013\u2014\"\u201c\u201d]*\Z"
)
# A clause that begins so is the reporter's, even where it was taken for something said:
# "blame for *which Trump has falsely* attributed to Kyiv".
_RELATIVE = re.compile(r"(?:which|whom|whose)\b", re.IGNORECASE)
# Words that name an act by law or custom, without taking a side.
_THINGS = frozenset(("which", "that", "it", "this", "these", "those"))
_IDIOMS = re.compile(rf"\s+{CLAIM_IDIOMS}")


def asides(article: Article, statements: Sequence[Statement]) -> tuple[Aside, ...]:
    """Return the reporter's asides, in order of appearance, each with its statement's id.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
    """
    judged = list(_by_verdicts(article, statements))
    told = [one for one in _by_cues(article, statements) if not _is_judged(one, judged)]
    return tuple(sorted([*told, *judged], key=lambda one: (one.span, one.kind, one.statement)))


def _is_judged(tone: Aside, judged: Sequence[Aside]) -> bool:
    """Say whether a verdict is part of the cue: "falsely claims" is false, and no tone besides."""
    return any(
        one.statement == tone.statement and _distance(one.span, tone.span) <= 1 for one in judged
    )


def _by_cues(article: Article, statements: Sequence[Statement]) -> Iterator[Aside]:
    for statement in statements:
        sense = sense_of(article, statement)
        if sense is None or sense.side is None or sense.negated or sense.hypothetical:
            continue
        if statement.parent is not None:  # the source's choice of word, not the outlet's
            continue
        cue = statement.cue[0]
        if sense.head == "claim" and _is_idiom(article, cue):
            continue
        if article.words(statement.source).lower() in _THINGS:  # "data, which revealed"
            continue
        yield Aside(statement=statement.id, kind=AsideKind.TONE, span=cue)


def _is_idiom(article: Article, cue: Span) -> bool:
    """Say whether a claim is laid to something: "claimed responsibility", "was claimed by"."""
    passive = article[cue].lower().startswith(("was ", "were ", "been ", "has been ", "is "))
    return passive or _IDIOMS.match(article.text, cue.end) is not None


def _by_verdicts(article: Article, statements: Sequence[Statement]) -> Iterator[Aside]:
    if not statements:
        return
    passage = passage_of(article)
    judged = _Judged(passage, statements)
    for part in passage.paragraphs:
        for verdict in verdicts(article.text, part):
            if judged.is_somebody_elses(verdict):
                continue
            statement = judged.statement_of(verdict)
            if statement is not None:
                yield Aside(statement=statement, kind=verdict.kind, span=verdict.span)


class _Judged:
    """The statements of an article by place, to find the one that a verdict is about."""

    def __init__(self, passage: Passage, statements: Sequence[Statement]) -> None:
        self._passage = passage
        text = passage.text
        pieces = [(piece, one.id) for one in statements for piece in one.content]
        self._contents = sorted({p for p, _ in pieces if not _RELATIVE.match(text, p.start, p.end)})
        self._clauses = sorted(
            (p, one) for p, one in pieces if _RELATIVE.match(text, p.start, p.end)
        )
        self._sentences = sentences(passage.text, passage.paragraphs)
        self._outer = sorted(
            ((one.cue or one.content)[0], one.id, bool(one.cue), one.act not in _NO_CLAIM)
            for one in statements
            if one.parent is None
        )

    def is_somebody_elses(self, verdict: Verdict) -> bool:
        """Say whether a verdict stands in what a source said, or is itself a source's act."""
        span = verdict.span
        at = bisect.bisect_right(self._contents, span.end, key=lambda one: one.start)
        for piece in self._contents[max(0, at - 4) : at]:
            if piece.start < span.end and span.start < piece.end:
                return True
        if any(
            span not in piece and piece.start < span.end and span.start < piece.end
            for piece, _ in self._clauses_near(span)
        ):
            return True
        if self._passage.quotation_at(span.start) is not None or self._is_told(verdict):
            return True
        return verdict.reach is not Reach.WORD and self._is_cue(verdict)

    def statement_of(self, verdict: Verdict) -> str | None:
        """Return the id of the statement that a verdict is about, or None."""
        span = verdict.span
        for piece, identity in self._clauses_near(span):
            if span in piece:
                return identity
        sentence = self._sentence_at(span.start)
        reach = _BESIDE if verdict.reach is Reach.WORD else _FARTHEST
        near = [
            (verdict.reach is not Reach.WORD and not is_claim, _distance(anchor, span), identity)
            for anchor, identity, has_cue, is_claim in self._around(span)
            if anchor in sentence
            and anchor not in span
            and (has_cue or verdict.reach is not Reach.WORD)
        ]
        within = [one for one in near if one[1] <= reach]
        if within:
            return min(within)[2]
        return self._one_before(sentence) if verdict.reach is Reach.BACK else None

    def _is_told(self, verdict: Verdict) -> bool:
        """Say whether somebody else is told so: "told us the claim is false"."""
        if verdict.reach is not Reach.BACK:
            return False
        sentence = self._sentence_at(verdict.span.start)
        return bool(_TOLD.search(self._passage.text, sentence.start, verdict.span.start))

    def _clauses_near(self, span: Span) -> Sequence[tuple[Span, str]]:
        at = bisect.bisect_left(self._clauses, span.end, key=lambda one: one[0].start)
        return self._clauses[max(0, at - 4) : at]

    def _is_cue(self, verdict: Verdict) -> bool:
        """Say whether a verdict is a statement of its own: "police found no evidence"."""
        if verdict.kind in {AsideKind.FALSE, AsideKind.TONE}:
            return False
        if self._passage.text.startswith(_BESIDE_IT, verdict.span.start):
            return False  # "claimed without evidence" says how, not what was found
        return any(
            has_cue and anchor.start <= verdict.span.start and verdict.span.end <= anchor.end
            for anchor, _, has_cue, _ in self._around(verdict.span)
        )

    def _around(self, span: Span) -> Sequence[tuple[Span, str, bool, bool]]:
        at = bisect.bisect_left(self._outer, span.start, key=lambda one: one[0].start)
        return self._outer[max(0, at - 3) : at + 3]

    def _sentence_at(self, place: int) -> Span:
        at = bisect.bisect_right(self._sentences, place, key=lambda one: one.start) - 1
        return self._sentences[max(0, at)]

    def _one_before(self, sentence: Span) -> str | None:
        """Return the statement before a sentence that speaks of it."""
        text = self._passage.text
        if not _ABOUT_IT.search(text[sentence.start : sentence.end]):
            return None
        at = bisect.bisect_left(self._outer, sentence.start, key=lambda one: one[0].start) - 1
        if at < 0:
            return None
        anchor, identity, *_ = self._outer[at]
        paragraph = self._passage.paragraph_of(sentence.start)
        is_near = paragraph - self._passage.paragraph_of(anchor.start) <= 1
        return identity if is_near else None


def _distance(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)
