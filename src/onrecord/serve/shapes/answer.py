"""Answers to questions as JSON: pages, passages, articles, speakers, counts, corrections."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Self

from onrecord.ask import Count, Page, Passage, SpeakerCount, Stats, Subject
from onrecord.export import article_line
from onrecord.serve.shapes.statement import ArticleReference, Places, Shape, StatementShape
from onrecord.types import (
    Added,
    Article,
    ChangeKind,
    Correction,
    Deed,
    Entry,
    Field,
    Judgement,
    Outcome,
    SourceType,
)

__all__ = [
    "AddedShape",
    "ArticleAnswer",
    "CorrectionList",
    "CorrectionShape",
    "CountShape",
    "JudgementList",
    "JudgementShape",
    "SearchPage",
    "SpeakerList",
    "SpeakerShape",
    "StatementAnswer",
    "StatsShape",
    "SubjectShape",
    "TimelineAnswer",
]


class CountShape(Shape):
    """How many statements have a value; null is the value of those that have none."""

    value: str | None
    statements: int

    @classmethod
    def all(cls, counts: Iterable[Count]) -> list[Self]:
        """Return the shapes of some counts."""
        return [cls(value=one.value, statements=one.statements) for one in counts]


Facets = dict[str, list[CountShape]]


class SearchPage(Shape):
    """Some of the statements that fit, and counts over all of them."""

    statements: list[StatementShape]
    total: int
    is_exact: bool
    """False where there are more than `total`."""
    after: str | None
    """Give this to the next search to get the next page; null on the last."""
    facets: Facets

    @classmethod
    def of(cls, page: Page) -> Self:
        """Return the shape of a page."""
        return cls(
            statements=[StatementShape.of(entry) for entry in page.entries],
            total=page.total,
            is_exact=page.is_exact,
            after=page.after,
            facets=_facets(page.facets),
        )


class CorrectionShape(Shape):
    """One deed of one person; undone by another, never changed."""

    number: int
    statement: str
    deed: Deed
    field: Field | None
    value: str | None
    was: str | None
    by: str
    at: str
    note: str | None
    undoes: int | None

    @classmethod
    def of(cls, made: Correction) -> Self:
        """Return the shape of a correction."""
        names = [name for name in cls.model_fields if name != "at"]
        return cls(at=made.at.isoformat(), **{name: getattr(made, name) for name in names})


class JudgementShape(Shape):
    """Whether two names are one speaker's: a person's word or a program's; the last word counts."""

    number: int
    left: str
    right: str
    is_same: bool
    score: float
    by: str
    at: str

    @classmethod
    def of(cls, made: Judgement) -> Self:
        """Return the shape of a judgement."""
        names = [name for name in cls.model_fields if name != "at"]
        return cls(at=made.at.isoformat(), **{name: getattr(made, name) for name in names})


class JudgementList(Shape):
    """Judgements in order."""

    judgements: list[JudgementShape]
    after: int | None
    """Number of the last one here; null where there are no more."""


class CorrectionList(Shape):
    """Corrections in order."""

    corrections: list[CorrectionShape]
    after: int | None
    """Number of the last one here; null where there are no more."""


class PassageShape(Shape):
    """The paragraphs that a statement stands in: ``article.text[start:end]``."""

    start: int
    end: int
    text: str
    paragraph: int
    """Number of the first one, from 1."""


class StatementAnswer(Shape):
    """A statement, the passage around it, and what people corrected."""

    statement: StatementShape
    passage: PassageShape
    revision: int
    is_current: bool
    is_rejected: bool
    corrections: list[CorrectionShape]

    @classmethod
    def of(cls, passage: Passage, corrections: Sequence[Correction]) -> Self:
        """Return the shape of a statement in its passage."""
        entry, start = passage.entry, passage.start
        return cls(
            statement=StatementShape.of(entry),
            passage=PassageShape(
                start=start,
                end=start + len(passage.text),
                text=passage.text,
                paragraph=passage.paragraph,
            ),
            revision=entry.revision,
            is_current=entry.is_current,
            is_rejected=entry.is_rejected,
            corrections=[CorrectionShape.of(made) for made in corrections],
        )


class ArticleAnswer(ArticleReference):
    """An article, text included, with its statements in order of appearance."""

    byline: str | None
    language: str | None
    credits: list[str]
    version: str | None
    """Which version of a wire item, as its agency counts."""
    embargo: str | None
    """Not to be published before."""
    body: Places
    text: str
    statements: list[StatementShape]

    @classmethod
    def of(cls, article: Article, entries: Iterable[Entry]) -> Self:
        """Return the shape of an article with those statements that nobody rejected."""
        found = [StatementShape.of(entry) for entry in entries if not entry.is_rejected]
        return cls(**json.loads(article_line(article)), statements=found)


class SpeakerShape(Shape):
    """A speaker of the record."""

    name: str
    also: list[str]
    """Other names that were judged to be the same speaker's."""
    type: SourceType
    statements: int

    @classmethod
    def of(cls, one: SpeakerCount) -> Self:
        """Return the shape of a speaker."""
        return cls(name=one.name, also=list(one.also), type=one.type, statements=one.statements)


class SpeakerList(Shape):
    """Speakers, those with the most statements first."""

    speakers: list[SpeakerShape]


class SubjectShape(Shape):
    """What some statements are about."""

    words: str
    """As the articles write it most often."""
    statements: int

    @classmethod
    def all(cls, found: Iterable[Subject]) -> list[Self]:
        """Return the shapes of some subjects."""
        return [cls(words=one.words, statements=one.statements) for one in found]


class TimelineAnswer(SearchPage):
    """What a speaker said, the earliest first."""

    speaker: SpeakerShape
    months: list[CountShape]
    """Statements in each month; null for those that have no date."""
    subjects: list[SubjectShape]
    """The most frequent ones of the speaker's newest 200 statements."""


class StatsShape(Shape):
    """What a record holds."""

    articles: int
    revisions: int
    """Older texts of them."""
    statements: int
    speakers: int
    corrections: int
    failures: int
    facets: Facets
    table_version: str

    @classmethod
    def of(cls, held: Stats) -> Self:
        """Return the shape of a record's numbers."""
        names = ("articles", "revisions", "statements", "speakers", "corrections", "failures")
        numbers = {name: getattr(held, name) for name in names}
        return cls(facets=_facets(held.facets), table_version=held.schema, **numbers)


class ChangeShape(Shape):
    """One statement that differs from the revision before."""

    kind: ChangeKind
    before: str | None
    after: str | None


class AddedShape(Shape):
    """What adding an article did."""

    outcome: Outcome
    article: str | None
    statements: int
    changes: list[ChangeShape]
    reason: str | None

    @classmethod
    def of(cls, added: Added) -> Self:
        """Return the shape of what adding did."""
        changes = [
            ChangeShape(kind=one.kind, before=one.before, after=one.after) for one in added.changes
        ]
        return cls(
            outcome=added.outcome,
            article=added.article,
            statements=added.statements,
            changes=changes,
            reason=added.reason,
        )


def _facets(facets: Mapping[str, Iterable[Count]]) -> Facets:
    return {name: CountShape.all(counts) for name, counts in facets.items()}
