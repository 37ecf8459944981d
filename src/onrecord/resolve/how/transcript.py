"""An interview printed as a transcript: every line of it was said in that interview.

The questions were put to the one whom the lines before the transcript announce.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.outlet import named_in
from onrecord.resolve.labels import LABEL_ENDS
from onrecord.resolve.narration.frame import words_in
from onrecord.types import Addressee, Article, Channel, ChannelKind, Ground, How, Span, Statement

__all__ = ["with_interview"]

# What the lines before a transcript say of it: "Jo Low spoke with the Argus about her book."
_ANNOUNCED = re.compile(
    r"\b(?:interview(?:ed|s)?|(?:spoke|talked|sat down|caught up|chatted|corresponded) (?:with|to)|"
    r"with [A-Z][^.?!\n]{0,60}, [A-Z]\w+ (?:discuss|detail|talk|speak)(?:s|ed)|"
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
    first = statements[lines[0]]
    channel = _announced(article, first)
    if channel is None:
        return tuple(found)
    asked = _interviewee(article, statements[: lines[0]], channel.span)
    spoken = set(lines)
    return tuple(
        _said_in(how, channel, asked if _is_question(article, statement) else None)
        if number in spoken
        else how
        for number, (how, statement) in enumerate(zip(found, statements, strict=True))
    )


def _said_in(how: How, channel: Channel, asked: Span | None) -> How:
    if how.channel is None:
        how = replace(how, channel=channel)
    if how.addressee is None and asked is not None:
        how = replace(how, addressee=Addressee(span=asked, ground=Ground.CONTEXT))
    return how


def _is_line(article: Article, statement: Statement) -> bool:
    """Say whether a statement is a line of a transcript: a label, a colon, words."""
    is_labelled = bool(statement.cue and statement.source)
    return is_labelled and article[statement.cue[0]].strip() in LABEL_ENDS


def _is_question(article: Article, statement: Statement) -> bool:
    return article.words(statement.content).rstrip().endswith("?")


def _interviewee(article: Article, before: Sequence[Statement], told: Span) -> Span | None:
    """Return whom the paragraph that announces a transcript names, the one who speaks most."""
    start = article.text.rfind("\n", 0, told.start) + 1
    words = set(article.text[start : told.end + _NEARBY].replace(",", " ").split())
    names = [one.speaker.name for one in before if one.speaker and one.speaker.name]
    fit = [name for name in names if article[name].split()[-1] in words]
    counts = Counter(article[name] for name in fit)
    return max(reversed(fit), key=lambda name: counts[article[name]]) if fit else None


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
