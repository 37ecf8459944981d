"""The channel at the end of an indirect content: "said he would go *in a statement on Monday*".

Annotators and networks often take such words for part of what was said; at the very end
of the words they are about the saying.
"""

import re

from onrecord.resolve.how.words import channel_nouns
from onrecord.types import Article, Channel, ChannelKind, Kind, Span, Statement

__all__ = ["channel_at_end"]

_KINDS = {
    ChannelKind.PRESS_CONFERENCE: "at during in",
    ChannelKind.STATEMENT: "in",
    ChannelKind.INTERVIEW: "in during",
    ChannelKind.SOCIAL_MEDIA: "in on",
    ChannelKind.LETTER: "in",
    ChannelKind.SPEECH: "in during",
    ChannelKind.TESTIMONY: "in at during",
    ChannelKind.VIDEO: "in",
    ChannelKind.PHONE_CALL: "on during in",
}
_NOT_MADE = frozenset(("call", "calls", "text", "talk", "address", "remarks", "posts", "note"))
_REACH = 90
_END = re.compile(
    r"\b(?P<opener>in|at|during|on) (?P<phrase>(?:(?:an?|the|his|her|its|their|this|[\w.]+[’']s) )"
    r"(?:[\w’'-]+ ){0,4}?(?P<noun>[\w&-]+(?: [\w&-]+)?))"
    r"(?: (?:(?:on|late|early|earlier|this|last) )*(?:\w+day|today|tonight|morning|week|month))?"
    r"[.,;”\"]*$",
    re.IGNORECASE,
)


def channel_at_end(article: Article, statement: Statement) -> Channel | None:
    """Return the channel that a content ends with, or None.

    Args:
        article: The article.
        statement: One of its statements.
    """
    last = statement.content[-1]
    if statement.kind is not Kind.INDIRECT or not statement.cue:
        return None
    start = max(last.start, last.end - _REACH)
    match = _END.search(article.text, start, last.end)
    if match is None:
        return None
    noun = match["noun"].lower()
    kind = channel_nouns().get(noun) or channel_nouns().get(noun.split()[-1])
    if kind not in _KINDS or noun.split()[-1] in _NOT_MADE:
        return None
    if match["opener"].lower() not in _KINDS[kind].split():
        return None
    return Channel(kind=kind, span=Span(match.start("opener"), match.end("noun")))
