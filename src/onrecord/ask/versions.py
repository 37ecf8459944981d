"""The texts that one article had, one after the other."""

from sqlalchemy import select

from onrecord.ask.answer import Version
from onrecord.errors import UnknownError
from onrecord.record import Store
from onrecord.record.entries import find_articles
from onrecord.record.tables import articles

__all__ = ["versions"]


def versions(store: Store, article: str) -> tuple[Version, ...]:
    """Return all revisions of an article, the first one first.

    Args:
        store: The record.
        article: Id of any of them.

    Raises:
        UnknownError: If there is none with this id.
    """
    first = select(articles.c.first).where(articles.c.id == article).scalar_subquery()
    asked = select(articles.c.number).where(articles.c.first == first)
    with store.reading() as connection:
        found = find_articles(connection, connection.scalars(asked).all())
    if not found:
        raise UnknownError(f"no article {article} on record")
    made = [
        Version(article=one, revision=row["revision"], is_current=bool(row["is_current"]))
        for one, row in found.values()
    ]
    return tuple(sorted(made, key=lambda one: one.revision))
