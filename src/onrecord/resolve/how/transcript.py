"""An interview printed as a transcript: every line of it was said in that interview.

The questions were put to the one whom the lines before the transcript announce.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.outlet import named_in
from onrecord.resolve.narration import Conversation, Narration
from onrecord.resolve.narration.frame import words_in
from onrecord.types import Addressee, Article, Channel, ChannelKind, Ground, How, Span, Statement

__all__ = ["with_interview"]

_NEARBY = 60  # characters in which the outlet is named


def with_interview(narration: Narration, found: Sequence[How]) -> tuple[How, ...]:
    """Return the settings with the interview that a transcript's lines stem from.

    Args:
        narration: The article with its statements.
        found: What is known of each already; a channel of its own stays.
    """
    talk = narration.conversation
    if talk is None:
        return tuple(found)
    article, statements = narration.article, narration.statements
    channel = _channel(article, talk.announced)
    asked, asking = _interviewee(article, statements, talk), _interviewer(statements, talk)
    own = {
        number
        for number in talk.questions
        if asked is not None
        and (speaker := statements[number].speaker) is not None
        and speaker.name is not None
        and article[speaker.name] == article[asked]
    }
    return tuple(
        # An answer may end in a question, too, and nobody puts it to themselves.
        _said_in(how, channel, asked if number in talk.questions - own else asking)
        if number in talk.lines
        else how
        for number, how in enumerate(found)
    )


def _said_in(how: How, channel: Channel, asked: Span | None) -> How:
    if how.channel is None:
        how = replace(how, channel=channel)
    if how.addressee is None and asked is not None:
        how = replace(how, addressee=Addressee(span=asked, ground=Ground.CONTEXT))
    return how


def _interviewer(statements: Sequence[Statement], talk: Conversation) -> Span | None:
    """Return the name of the one who puts the questions."""
    spoken = [statements[number].speaker for number in sorted(talk.questions)]
    names = [one.name for one in spoken if one and one.name]
    return names[0] if names else None


def _interviewee(
    article: Article, statements: Sequence[Statement], talk: Conversation
) -> Span | None:
    """Return who gives the answers, as announced if so, else whom the announcement names."""
    before = statements[: min(talk.lines)]
    start = article.text.rfind("\n", 0, talk.announced.start) + 1
    end = article.text.find("\n", talk.announced.end)
    near = article.text[start : end if end >= 0 else None]
    words = set(re.findall(r"[\w'’-]+", near))
    named = [one.speaker.name for one in before if one.speaker and one.speaker.name]
    announced = [name for name in named if article[name].split()[-1] in words]
    answering = [
        speaker.name
        for number in sorted(talk.lines - talk.questions)
        if (speaker := statements[number].speaker) is not None and speaker.name is not None
    ]
    heard = {article[name] for name in answering}
    # The announcement may name others, too: what the talk is about.
    fit = [name for name in announced if article[name] in heard] or answering or announced
    counts = Counter(article[name] for name in fit)
    return max(reversed(fit), key=lambda name: counts[article[name]]) if fit else None


def _channel(article: Article, told: Span) -> Channel:
    start = max(0, told.start - _NEARBY)
    named = named_in(words_in(article.text, start, told.end + _NEARBY))
    return Channel(
        kind=ChannelKind.INTERVIEW,
        name=named.name if named else None,
        span=told,
        ground=Ground.CONTEXT,
    )
