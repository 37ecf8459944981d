"""How, where, at what event and to whom something was said, in as few words as tell it."""

import re
from collections.abc import Iterator

from onrecord.types import Article, Channel, ChannelKind, Ground, How, Span

__all__ = ["lent", "ways_told"]

# What stands before the name of a place: "outside the courthouse".
_WHERE = re.compile(
    r"\b(?:in|at|on|from|near|inside|outside|aboard|onboard)(?: (?:the|an?))? $", re.IGNORECASE
)
_WHEN = re.compile(r"\b(?:in|at|on|during) $", re.IGNORECASE)
_LONGEST = len(" onboard the ")
# "SAfm radio" is SAfm.
_KINDS_OF_OUTLET = frozenset(("radio", "television", "tv", "magazine", "newspaper"))

_SUBJECTS = frozenset(("he", "she", "they", "we", "i"))


def ways_told(article: Article, how: How) -> Iterator[str]:
    """Yield channel, place, event and addressee as far as known: "in Leeds", "to reporters".

    Args:
        article: The article.
        how: Setting of one of its statements.
    """
    if how.channel is not None:
        channel = how.channel
        is_lent = channel.ground is Ground.CONTEXT
        yield _channel(article, channel) + lent(channel.confidence, is_lent=is_lent)
    if how.place is not None:
        yield _before(article, how.place.span, _WHERE, "in ")
    if how.occasion is not None and not _is_channel_itself(article, how):
        yield _before(article, how.occasion.span, _WHEN, "at ")
    if how.addressee is not None and not _is_host(article, how):
        told = _one_line(article[how.addressee.span])
        # "Asked about it, he left": it was put to him, and "to he" is no English.
        if told.lower() not in _SUBJECTS:
            yield "to " + told


def lent(confidence: float | None, *, is_lent: bool) -> str:
    """Return what stands behind what a passage lends: " (context, 83%)"; nothing behind the rest.

    Args:
        confidence: How likely it is, 0-1; None where nobody reckoned.
        is_lent: Whether a passage lends it.
    """
    if not is_lent:
        return ""
    # No reading of a passage is certain, whatever it rounds to.
    return " (context)" if confidence is None else f" (context, {min(confidence, 0.99):.0%})"


def _channel(article: Article, channel: Channel) -> str:
    """Return "Telegram", "interview with the Argus"; the kind beside a name that tells none."""
    if channel.name is None:
        return channel.kind
    name = _one_line(channel.name)
    if channel.kind is ChannelKind.INTERVIEW:
        return f"interview with {_article_before(article, channel)}{name}"
    return name if channel.kind is ChannelKind.SOCIAL_MEDIA else f"{channel.kind}, {name}"


def _article_before(article: Article, channel: Channel) -> str:
    """Return "the " where a name is written with it: "told *the* Gazette"."""
    start = channel.span.start
    is_name = article[channel.span] == channel.name
    return "the " if is_name and article.text[:start].endswith(" the ") else ""


def _before(article: Article, place: Span, opening: re.Pattern[str], otherwise: str) -> str:
    """Return words with the preposition that the article has before them, if it has one."""
    before = opening.search(article.text[max(0, place.start - _LONGEST) : place.start])
    return (before.group().lower() if before else otherwise) + _one_line(article[place])


def _is_channel_itself(article: Article, how: How) -> bool:
    """Say whether an event is no more than its channel: a meeting "at the meeting"."""
    if how.occasion is None or how.channel is None:
        return False
    words = _one_line(article[how.occasion.span]).lower().split()
    return " ".join(words[1:]) == how.channel.kind


def _is_host(article: Article, how: How) -> bool:
    """Say whether who was told is the outlet that the channel names already."""
    if how.addressee is None or how.channel is None or how.channel.name is None:
        return False
    name = _one_line(how.channel.name).casefold().removeprefix("the ")
    told = _one_line(article[how.addressee.span]).casefold().removeprefix("the ")
    rest = told.removeprefix(name).split()
    return told.startswith(name) and _KINDS_OF_OUTLET.issuperset(rest)


def _one_line(words: str) -> str:
    return " ".join(words.split())
