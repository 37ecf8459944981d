"""An entry of a feed: what it tells, and its text where the feed has it."""

from dataclasses import dataclass

from onrecord.errors import OnRecordError
from onrecord.ingest.compose import compose_paragraphs
from onrecord.ingest.facts import Facts
from onrecord.ingest.source import Source
from onrecord.types import Article, Failure

__all__ = ["Entry", "entry_article"]

# A description this long is the article; teasers have a sentence or three.
_FULL_TEXT = 800


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a feed.

    Attributes:
        id: What tells it from the feed's others.
        facts: What is told around it.
        blocks: Its paragraphs, of the full text or of a summary.
        is_full: Whether they are the full text.
    """

    id: str
    facts: Facts
    blocks: tuple[str, ...]
    is_full: bool

    @classmethod
    def of(cls, id_: str | None, facts: Facts, content: list[str], summary: list[str]) -> "Entry":
        """Return an entry; a summary as long as an article is taken for one."""
        blocks = content or summary
        is_full = bool(content) or sum(map(len, summary)) >= _FULL_TEXT
        name = id_ or facts.url or facts.title or ""
        return cls(id=name, facts=facts, blocks=tuple(blocks), is_full=is_full)


def entry_article(entry: Entry, source: Source, number: int) -> Article | Failure:
    """Return an entry's article, or a failure where the feed has a summary only."""
    if not entry.is_full:
        where = entry.facts.url or "its page"
        return source.failure(f"the feed has a summary only: the article is at {where}", at=number)
    try:
        facts = source.given.or_else(entry.facts)
        return compose_paragraphs(entry.blocks, uri=f"{source.uri}#{number}", facts=facts)
    except OnRecordError as error:
        return source.failure(str(error), at=number)
