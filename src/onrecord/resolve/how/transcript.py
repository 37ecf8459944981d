"""An interview printed as a transcript: every answer in it was given in that interview."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.frame import words_in
from onrecord.resolve.how.outlet import named_in
from onrecord.types import Article, Channel, ChannelKind, Ground, How, Span, Statement

__all__ = ["with_interview"]

# What the lines before a transcript say of it: "Jo Low spoke with the Argus about her book."
_ANNOUNCED = re.compile(
    r"\b(?:interview(?:ed|s)?|(?:spoke|talked|sat down|caught up|chatted|corresponded) (?:with|to)|"
    r"answered? (?:some |a few |our |several )?questions)\b",
    re.IGNORECASE,
)
# One labelled line may be a heading, two a motto; see also extract's transcripts.
_LEAST_LINES = 3
_NEARBY = 60  # characters in which the outlet is named


def with_interview(
    article: Article, statements: Sequence[Statement], found: Sequence[How]
) -> tuple[How, ...]:
    """Return the settings with the interview that a transcript's lines stem from.

    Args:
        article: The article.
        statements: In order of appearance.
        found: What is known of each already; a channel of its own stays.
    """
    lines = [number for number, one in enumerate(statements) if _is_line(article, one)]
    if len(lines) < _LEAST_LINES:
        return tuple(found)
    channel = _announced(article, statements[lines[0]])
    if channel is None:
        return tuple(found)
    spoken = set(lines)
    return tuple(
        replace(how, channel=channel) if number in spoken and how.channel is None else how
        for number, how in enumerate(found)
    )


def _is_line(article: Article, statement: Statement) -> bool:
    """Say whether a statement is a line of a transcript: a label, a colon, words."""
    return bool(statement.cue and statement.source) and article[statement.cue[0]] == ":"


def _announced(article: Article, first: Statement) -> Channel | None:
    told = _ANNOUNCED.search(article.text, 0, first.source[0].start)
    if told is None:
        return None
    start = max(0, told.start() - _NEARBY)
    named = named_in(words_in(article.text, start, told.end() + _NEARBY))
    return Channel(
        kind=ChannelKind.INTERVIEW,
        name=named.name if named else None,
        span=Span(told.start(), told.end()),
        ground=Ground.CONTEXT,
    )
