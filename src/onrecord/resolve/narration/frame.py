"""The narration that a statement stands in: its sentence outside of what was said.

A frame is a row of tokens. Words of any statement's content stand in it as
one gap, so nothing that was said can be taken for how it was said.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.layout import paragraphs, sentences
from onrecord.types import Article, Span, Statement

__all__ = ["GAP", "Frame", "Layout", "Names", "Token", "frame_at", "frame_of", "words_in"]

GAP = "\x00"
# Words further from the cue than this many characters tell nothing about it;
# the bound also keeps the cost linear in sentences without end.
_REACH = 400
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*|(?:[A-Z]\.){2,}|(?:St|Mt|Ft|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col)\.(?=\s)"
    r"|[^\W_]+(?:[.'’&-][^\W_]+)*|[^\w\s]"
)
# More contents than this around one cue are not looked through.
_MOST_NEIGHBOURS = 12


Names = Sequence[tuple[Span, str]]
"""Names that a network found: where, and of what kind ("place", "organisation", "person" …)."""


class Token(NamedTuple):
    """One word or mark of a frame."""

    word: str
    """As it stands in the text; `GAP` for what was said."""
    low: str
    """The same in lower case, with plain apostrophes."""
    start: int
    end: int
    is_source: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A statement's sentence without what was said.

    Attributes:
        tokens: In order.
        cue: Numbers of the tokens of the cue's own first piece, half-open;
            both -1 where there is no cue.
        others: Numbers of tokens that begin another statement's cue.
        paragraph: Number of the paragraph that it is in.
    """

    tokens: tuple[Token, ...]
    cue: tuple[int, int]
    others: frozenset[int]
    paragraph: int

    def span(self, first: int, last: int) -> Span:
        """Return the place from one token to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)


class Layout:
    """Sentences, paragraphs and contents of an article, ready to be asked.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
    """

    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        self.text = article.text
        self.paragraphs = paragraphs(article.text, article.body)
        self.starts = [paragraph.start for paragraph in self.paragraphs]
        self.sentences = sentences(article.text, self.paragraphs)
        self.contents = sorted({piece for one in statements for piece in one.content})
        self.cues = sorted({one.cue[0].start for one in statements if one.cue})
        self.by_id = {statement.id: statement for statement in statements}

    def paragraph_of(self, place: int) -> int:
        """Return the number of the paragraph that a place is in."""
        return max(0, bisect.bisect_right(self.starts, place) - 1)

    def sentence_at(self, place: int) -> Span:
        """Return the sentence that a place is in; the place itself between sentences."""
        at = bisect.bisect_right(self.sentences, place, key=lambda one: one.start) - 1
        if at >= 0 and place < self.sentences[at].end:
            return self.sentences[at]
        return Span(max(0, place - 1), place + 1)

    def contents_in(self, window: Span) -> Iterator[Span]:
        """Yield the contents that touch a window, the nearest few."""
        at = bisect.bisect_left(self.contents, window.start, key=lambda one: one.start)
        for piece in self.contents[max(0, at - 3) : at + _MOST_NEIGHBOURS]:
            if piece.start < window.end and window.start < piece.end:
                yield piece


def words_in(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a stretch of text, whoever says it."""
    return list(_words(text, start, end, ()))


def frame_of(layout: Layout, statement: Statement) -> Frame:
    """Return the frame of a statement."""
    anchor = (statement.cue or statement.source or statement.content)[0]
    sentence = layout.sentence_at(anchor.start)
    # A sentence that only the end of a piece reaches is no part of the frame.
    window = Span(
        max(sentence.start, anchor.start - _REACH), min(sentence.end, anchor.end + _REACH)
    )
    held = _held_by(layout, statement, anchor)
    if held is not None:
        window = Span(max(window.start, held.start), max(min(window.end, held.end), anchor.end))
    said = _said_in(layout, statement, window, anchor)
    tokens = tuple(_tokens(layout.text, window, said, statement.source))
    cue = _numbers(tokens, statement.cue[0]) if statement.cue else (-1, -1)
    return Frame(
        tokens=tokens,
        cue=cue,
        others=_other_cues(tokens, layout.cues, cue),
        paragraph=layout.paragraph_of(anchor.start),
    )


def frame_at(layout: Layout, sentence: Span, head: Span) -> Frame:
    """Return the frame of a sentence in which nobody's words are told.

    Args:
        layout: The article's.
        sentence: Where the sentence is.
        head: The verb in it that takes the cue's place.
    """
    window = Span(max(sentence.start, head.start - _REACH), min(sentence.end, head.end + _REACH))
    tokens = tuple(_tokens(layout.text, window, list(layout.contents_in(window)), ()))
    cue = _numbers(tokens, head)
    return Frame(
        tokens=tokens,
        cue=cue,
        others=_other_cues(tokens, layout.cues, cue),
        paragraph=layout.paragraph_of(head.start),
    )


def _held_by(layout: Layout, statement: Statement, anchor: Span) -> Span | None:
    """Return the piece of the outer statement's content that this one stands in."""
    outer = layout.by_id.get(statement.parent or "")
    if outer is None:
        return None
    return next((piece for piece in outer.content if piece.start <= anchor.start < piece.end), None)


def _said_in(layout: Layout, statement: Statement, window: Span, anchor: Span) -> list[Span]:
    own = [piece for piece in statement.content if piece.start < window.end]
    others = (
        piece
        for piece in layout.contents_in(window)
        if not piece.start <= anchor.start < piece.end  # that one holds this statement
    )
    return sorted({*own, *others})


def _tokens(
    text: str, window: Span, said: Sequence[Span], source: Sequence[Span]
) -> Iterator[Token]:
    place = window.start
    for piece in said:
        if piece.end <= place or piece.start >= window.end:
            continue
        if piece.start > place:
            yield from _words(text, place, piece.start, source)
        start = max(place, piece.start)
        yield Token(GAP, GAP, start, max(piece.end, start + 1), is_source=False)
        place = piece.end
    if place < window.end:
        yield from _words(text, place, window.end, source)


def _words(text: str, start: int, end: int, source: Sequence[Span]) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word, at = match.group(), match.start()
        is_source = any(span.start <= at < span.end for span in source)
        yield Token(word, word.lower().replace("’", "'"), at, match.end(), is_source)


def _numbers(tokens: Sequence[Token], cue: Span) -> tuple[int, int]:
    inside = [i for i, token in enumerate(tokens) if cue.start <= token.start < cue.end]
    return (inside[0], inside[-1] + 1) if inside else (-1, -1)


def _other_cues(
    tokens: Sequence[Token], cues: Sequence[int], own: tuple[int, int]
) -> frozenset[int]:
    if not tokens:
        return frozenset()
    low = bisect.bisect_left(cues, tokens[0].start)
    high = bisect.bisect_right(cues, tokens[-1].start)
    near = set(cues[low:high])
    return frozenset(
        i for i, token in enumerate(tokens) if token.start in near and not own[0] <= i < own[1]
    )
