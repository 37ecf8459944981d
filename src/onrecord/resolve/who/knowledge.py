"""What a table of people adds: who an entity is, and the office of the day."""

import datetime

from onrecord.resolve.who.entities import Cast, Entity
from onrecord.resolve.who.known import People
from onrecord.types import Article, Known

__all__ = ["Knowledge"]


class Knowledge:
    """Who of an article's entities a table knows, on the day of the article.

    Args:
        article: The article.
        cast: Its entities; their roles are filled in.
        people: The table, if there is one.
    """

    def __init__(self, article: Article, cast: Cast, people: People | None) -> None:
        self._of: dict[Entity, Known] = {}
        if people is None:
            return
        day = article.published
        if isinstance(day, datetime.datetime):
            day = day.date()
        for entity in cast.entities:
            if entity.is_person and entity.full is not None:
                known = _known(article, entity, people, day)
                if known is not None:
                    self._of[entity] = known
                    entity.roles = [known.role] if known.role else []

    def of(self, entity: Entity) -> Known | None:
        """Return who an entity is known to be, if anybody."""
        return self._of.get(entity)


def _known(
    article: Article, entity: Entity, people: People, day: datetime.date | None
) -> Known | None:
    name = article[entity.full] if entity.full is not None else ""
    if " " in name.strip():
        return people.find(name, day)
    titles = {article[title] for title in entity.titles}
    found = dict.fromkeys(k for title in titles for k in people.bearers(name, title, day))
    return next(iter(found)) if len(found) == 1 else None
