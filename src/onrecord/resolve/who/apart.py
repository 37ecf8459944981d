"""Whom the words around a description tell apart from it: who told "the man" is not the man."""

import bisect
import re
from collections.abc import Sequence

from onrecord.resolve.who.candidates import Scene
from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.mention import Mention
from onrecord.resolve.who.namesakes import KIN
from onrecord.types import Span

__all__ = ["is_other_kin", "is_retold", "is_told_apart"]

# So many places before a description are looked at where its bearer was named.
_BACK = 40
_KIN_END = re.compile(rf"\b(?P<kin>(?:step)?{KIN})$")


def is_told_apart(mention: Mention, chosen: Entity, contents: Sequence[Span], scene: Scene) -> bool:
    """Say whether the words around tell that a description is not the one chosen.

    "Holm told the man to rest": not Holm, then or later. "The company said that it was asked
    by Acme", "Holm's office … The office said": neither Acme nor another office.

    Args:
        mention: The description.
        chosen: Who may be meant.
        contents: What is said.
        scene: The article.
    """
    text = scene.text
    if chosen.is_person:
        if mention.determiner != "the":
            return False
        at = bisect.bisect_right(chosen.spans, mention.span.start, key=_end)
        return any(
            _is_beside(mention, name, text) for name in chosen.spans[max(0, at - _BACK) : at]
        )
    if is_retold(chosen, contents, scene):
        return True
    noun = re.escape(mention.words.rsplit(maxsplit=1)[-1])
    at = bisect.bisect_right(chosen.spans, mention.span.start, key=_end)
    last = chosen.spans[at - 1].end if at else 0
    owned = re.compile(rf"(?:['\u2019]s|\b(?:his|her|their|its)) {noun}\b")
    return last > 0 and owned.search(text, last, mention.span.start) is not None


def is_other_kin(mention: Mention, chosen: Entity, text: str) -> bool:
    """Say whether a relative cannot be another one without a name: "Holm's aunt", "his father".

    Args:
        mention: The description.
        chosen: Who may be meant.
        text: The article's text.
    """
    if chosen.kind is not None or not chosen.spans:
        return False
    first = chosen.spans[0]
    words = text[first.start : first.end].lower()
    kin, other = _KIN_END.search(mention.words), _KIN_END.search(words)
    return kin is not None and other is not None and kin["kin"] != other["kin"]


def is_retold(body: Entity, contents: Sequence[Span], scene: Scene) -> bool:
    """Say whether a body is named in what is said, in the writer's words and not its own.

    Args:
        body: The body.
        contents: What is said.
        scene: The article.
    """
    for content in contents:
        first = bisect.bisect_left(body.spans, content.start, key=_start)
        last = bisect.bisect_right(body.spans, content.end, key=_end)
        if any(not scene.is_quoted(name.start) for name in body.spans[first:last]):
            return True
    return False


def _is_beside(mention: Mention, name: Span, text: str) -> bool:
    """Say whether a verb stands between a name and the description in one sentence before."""
    words = re.escape(text[mention.span.start : mention.span.end])
    beside = re.compile(rf"[^.!?,;:\n\"“”()]+ {words}\b", re.IGNORECASE)
    return beside.match(text, name.end, mention.span.start) is not None


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
