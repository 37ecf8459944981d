"""Whom the words around a description tell apart from it: who told "the man" is not the man."""

import re
from collections.abc import Sequence

from onrecord.resolve.who.candidates import Scene
from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.mention import Mention
from onrecord.types import Span

__all__ = ["is_retold", "is_told_apart"]


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
        is_known = mention.determiner == "the"
        return is_known and any(_is_beside(mention, name, text) for name in chosen.spans)
    if is_retold(chosen, contents, scene):
        return True
    noun = re.escape(mention.words.rsplit(maxsplit=1)[-1])
    last = max((s.end for s in chosen.spans if s.end <= mention.span.start), default=0)
    owned = re.compile(rf"(?:['\u2019]s|\b(?:his|her|their|its)) {noun}\b")
    return last > 0 and owned.search(text, last, mention.span.start) is not None


def is_retold(body: Entity, contents: Sequence[Span], scene: Scene) -> bool:
    """Say whether a body is named in what is said, in the writer's words and not its own.

    Args:
        body: The body.
        contents: What is said.
        scene: The article.
    """
    return any(
        name in content and not scene.is_quoted(name.start)
        for name in body.spans
        for content in contents
    )


def _is_beside(mention: Mention, name: Span, text: str) -> bool:
    """Say whether a verb stands between a name and the description in one sentence before."""
    words = text[mention.span.start : mention.span.end].lower()
    beside = re.compile(rf"[^.!?,;:\n\"“”()]+ {re.escape(words)}\b")
    found = beside.match(text.lower(), name.end, mention.span.start)
    return found is not None and name.end <= mention.span.start
