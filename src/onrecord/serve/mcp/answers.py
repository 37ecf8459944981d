"""What the tools answer, as schemas."""

from typing import Self

from onrecord.ask import Count, Page, SpeakerCount, Stats
from onrecord.serve.mcp.quotation import Quotation, Shape

__all__ = ["Comparison", "Counted", "Found", "Holdings", "Side", "SpeakerFound", "Speakers", "Told"]

_FACET_VALUES = 10


class Counted(Shape):
    """How many statements have a value; null is the value of those that have none."""

    value: str | None
    statements: int

    @classmethod
    def all(cls, counts: tuple[Count, ...]) -> list[Self]:
        """Return some counts."""
        return [cls(value=one.value, statements=one.statements) for one in counts]


class Found(Shape):
    """A page of statements."""

    total: int
    """How many fit in all."""
    total_is_exact: bool
    """False where there are more than that."""
    quotations: list[Quotation]
    after: str | None
    """Give this to get the next page; null on the last."""

    @classmethod
    def of(cls, page: Page) -> Self:
        """Return a page."""
        return cls(
            total=page.total,
            total_is_exact=page.is_exact,
            quotations=[Quotation.of(entry) for entry in page.entries],
            after=page.after,
        )


class SpeakerFound(Shape):
    """A speaker of the record."""

    name: str
    also: list[str]
    """Other names of the same speaker."""
    source_type: str
    statements: int

    @classmethod
    def of(cls, one: SpeakerCount) -> Self:
        """Return a speaker."""
        return cls(
            name=one.name, also=list(one.also), source_type=one.type, statements=one.statements
        )


class Speakers(Shape):
    """Speakers, those with the most statements first."""

    speakers: list[SpeakerFound]


class Told(Found):
    """What a speaker said, the earliest first."""

    speakers: list[SpeakerFound]
    """Whose names fit: where there are several, tell them apart by each quotation's speaker."""
    months: list[Counted]
    """Statements in each month."""


class Side(Found):
    """What one of two speakers said on the subject, the newest first."""

    speakers: list[SpeakerFound]


class Comparison(Shape):
    """What two speakers said on one subject. The record draws no conclusion: compare the words."""

    subject: str
    left: Side
    right: Side


class Holdings(Shape):
    """What the record holds; what it does not hold, it knows nothing of."""

    articles: int
    statements: int
    speakers: int
    corrections: int
    facets: dict[str, list[Counted]]
    """Statements by speaker, type, outlet, act, channel, kind, year: the most frequent ones."""

    @classmethod
    def of(cls, held: Stats) -> Self:
        """Return a record's numbers."""
        return cls(
            articles=held.articles,
            statements=held.statements,
            speakers=held.speakers,
            corrections=held.corrections,
            facets={
                name: Counted.all(counts[:_FACET_VALUES]) for name, counts in held.facets.items()
            },
        )
