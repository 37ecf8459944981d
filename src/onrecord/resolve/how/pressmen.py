"""Who makes public by trade: what a columnist writes is in print, what a host asks is on air."""

import re

from onrecord.types import Article, Channel, ChannelKind, Statement

__all__ = ["of_pressman"]

_WRITER = re.compile(
    r"\b(?:reporter|columnist|blogger|editor|critic|reviewer|essayist|editorial board|editorialist|"
    r"cartoonist)s?\b"
)
_WRITING = re.compile(r"\b(?:wr(?:ote|ites|iting)|hailed|hails|reviewed|editorialized|opined)\b")
_HOST = re.compile(r"\b(?:co-)?(?:host|anchor|moderator|presenter|newscaster|broadcaster)s?\b")
_ASKING = re.compile(r"\b(?:ask(?:ed|s|ing)|press(?:ed|es|ing)|said|says|wondered|quipped|joked)\b")
_FORMER = re.compile(r"\b(?:[Ff]ormer|ex|party|state|sheep)\b")


def of_pressman(article: Article, statement: Statement) -> Channel | None:
    """Return the channel of one whose work is making things public, or None.

    Args:
        article: The article.
        statement: One of its statements.
    """
    source, cue = article.words(statement.source), article.words(statement.cue)
    if not source or not cue or _FORMER.search(source):
        return None
    kind: ChannelKind | None = None
    if _WRITER.search(source) and _WRITING.search(cue):
        kind = ChannelKind.DOCUMENT
    elif _HOST.search(source) and _ASKING.search(cue):
        kind = ChannelKind.BROADCAST
    return Channel(kind=kind, span=statement.source[0]) if kind else None
