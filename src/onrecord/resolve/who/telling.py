"""A speaker in places of the text: name, title, the body spoken for, what justifies it."""

import bisect
from collections.abc import Sequence

from onrecord.resolve.who.knowledge import Knowledge
from onrecord.resolve.who.mention import Mention
from onrecord.resolve.who.titles import owner_of, spoken_for, standing_of, title_of
from onrecord.resolve.who.told import Told
from onrecord.resolve.who.written import Found
from onrecord.tagger import Name, NameKind
from onrecord.types import MentionKind, SourceType, Span, Speaker

__all__ = ["Telling"]


class Telling:
    """Tells of an article's speakers.

    Args:
        text: The article's text.
        names: The network's, in order.
        told: What is known of those without a name.
        known: What is known beforehand of the others.
    """

    def __init__(self, text: str, names: Sequence[Name], told: Told, known: Knowledge) -> None:
        self._text, self._names, self._told, self._known = text, names, told, known
        self._name_starts = [name.span.start for name in names]

    def speaker(self, found: Found) -> Speaker:
        """Return the speaker that was found, in places of the text."""
        entity, words = found.entity, found.words
        title = self._title(found)
        is_known = entity is not None and found.type is not None
        name = entity.full if entity is not None and _is_named(found.type) else None
        if (
            found.type is SourceType.DOCUMENT
            and entity is not None
            and entity.kind is NameKind.WORK
        ):
            name = entity.full
        return Speaker(
            mention=found.mention,
            name=name,
            type=found.type,
            title=title,
            speaks_for=self._spoken_for(title or self._role_words(found), words),
            standing=standing_of(self._text, words, entity)
            if words is not None and is_known
            else (),
            confidence=round(min(1.0, max(0.0, found.confidence)), 4),
            known=self._known.of(entity) if entity is not None else None,
        )

    def _title(self, found: Found) -> Span | None:
        entity = found.entity
        if entity is None:
            return None
        if entity.is_person:
            return title_of(self._text, entity)
        return self._told.roles.get(entity)

    def _spoken_for(self, role: Span | None, words: Mention | None) -> Span | None:
        found = spoken_for(self._text, role, self._names_near(role))
        return found or (owner_of(self._text, words) if words is not None else None)

    def _role_words(self, found: Found) -> Span | None:
        is_role = found.mention is MentionKind.ROLE and found.type is not SourceType.UNNAMED_PERSON
        return found.words.span if is_role and found.words is not None else None

    def _names_near(self, role: Span | None) -> list[Name]:
        if role is None:
            return []
        first = bisect.bisect_left(self._name_starts, role.start)
        last = bisect.bisect_left(self._name_starts, role.end)
        return list(self._names[first:last])


def _is_named(kind: SourceType | None) -> bool:
    return kind in (SourceType.NAMED_PERSON, SourceType.NAMED_ORGANISATION)
