"""A statement as the record keeps it: what was found, and what people corrected."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.types.channel import Channel
from onrecord.types.setting import Basis, SaidAt
from onrecord.types.speaker import SourceType
from onrecord.types.statement import Act, Attitude, Statement
from onrecord.types.text import Article, Span

__all__ = ["Correction", "Deed", "Entry", "Field", "Judgement"]


class Field(StrEnum):
    """What a person can correct of a statement."""

    SPEAKER = "speaker"
    TYPE = "type"
    TITLE = "title"
    SPEAKS_FOR = "speaks_for"
    SAID_AT = "said_at"
    CHANNEL = "channel"
    PLACE = "place"
    OCCASION = "occasion"
    ADDRESSEE = "addressee"
    ACT = "act"
    ATTITUDE = "attitude"


class Deed(StrEnum):
    """What a person did to a statement."""

    SET = "set"
    """Gave one field another value."""
    REJECT = "reject"
    """Said that it is no statement."""
    ADD = "add"
    """Put it on record by hand."""
    CONFIRM = "confirm"
    """Said that all of it is right, as it stood then."""
    UNDO = "undo"
    """Took an earlier deed back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One deed of one person; never changed afterwards, only undone by another.

    Attributes:
        number: Its place in the order of all corrections of a record.
        statement: Id of the statement.
        deed: What was done.
        field: What was set; None for other deeds.
        value: The new value in words; None where there is none ("nobody knows").
        was: What stood there before.
        by: Who did it.
        at: When, with a timezone.
        note: Why, if they said so.
        undoes: Number of the correction that is taken back.
    """

    number: int
    statement: str
    deed: Deed
    field: Field | None = None
    value: str | None = None
    was: str | None = None
    by: str
    at: datetime.datetime
    note: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether two names in the record are one speaker: a person's word or a model's.

    Attributes:
        number: Its place in the order of all judgements of a record.
        left: One name.
        right: The other.
        is_same: Whether they are one.
        score: How sure, 0-1.
        by: Who judged.
        at: When, with a timezone.
    """

    number: int
    left: str
    right: str
    is_same: bool
    score: float = 1.0
    by: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement with its article, and the corrections in force.

    >>> from onrecord.types import Kind, MadeBy, Span
    >>> article = Article(text="“It rains,” she said.")
    >>> statement = Statement(
    ...     id="st1_a",
    ...     article_id=article.id,
    ...     kind=Kind.DIRECT,
    ...     content=(Span(0, 11),),
    ...     confidence=0.9,
    ...     made_by=MadeBy(onrecord="0", weights="by hand"),
    ... )
    >>> Entry(article=article, statement=statement).words
    '“It rains,”'

    Attributes:
        article: The revision that the statement stands in.
        statement: As the reader found it, or a person added it.
        corrected: Values that people gave, by field.
        confirmed: What people said when they looked at it and found all of it right, as
            it stands now; the first one first.
        is_rejected: A person said that it is no statement.
        is_current: The newest reading of the newest revision has it.
        revision: Which revision of the article this is, from 1.
    """

    article: Article
    statement: Statement
    corrected: Mapping[Field, str | None] = ()  # type: ignore[assignment]
    confirmed: tuple[Correction, ...] = ()
    is_rejected: bool = False
    is_current: bool = True
    revision: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "corrected", dict(self.corrected))

    @property
    def words(self) -> str:
        """The content, cut out of the article's text."""
        return self.article.words(self.statement.content)

    def value(self, field: Field) -> str | None:
        """Return a field's value in words: the corrected one, or what was found."""
        if field in self.corrected:
            return self.corrected[field]
        if field in (Field.TITLE, Field.SPEAKS_FOR) and Field.SPEAKER in self.corrected:
            # They were found of somebody else.
            return None
        return self.found(field)

    def found(self, field: Field) -> str | None:
        """Return what the reader found, whatever people said since."""
        statement, how = self.statement, self.statement.how
        if field in (Field.ACT, Field.ATTITUDE):
            known: Act | Attitude | None = getattr(statement, field)
            return str(known) if known else None
        if field is Field.SAID_AT:
            return _said(statement)
        if field is Field.CHANNEL:
            return str(how.channel.kind) if how and how.channel else None
        if field in (Field.PLACE, Field.OCCASION, Field.ADDRESSEE):
            setting = getattr(how, field, None)
            return self._one_line(setting.span) if setting else None
        return self._of_speaker(field)

    @property
    def said_at(self) -> SaidAt | None:
        """When it was said, as found; None where a person corrected that."""
        return None if Field.SAID_AT in self.corrected else self.statement.said_at

    @property
    def channel(self) -> Channel | None:
        """How it reached the public, as found; None where a person corrected that."""
        how = self.statement.how
        return how.channel if how and Field.CHANNEL not in self.corrected else None

    @property
    def speaker(self) -> str | None:
        """The speaker's name; None where nobody is named."""
        return self.value(Field.SPEAKER)

    @property
    def type(self) -> SourceType | None:
        """What kind of source speaks; a name given by a person is a named person's."""
        known = self.value(Field.TYPE)
        if Field.TYPE in self.corrected or Field.SPEAKER not in self.corrected:
            return SourceType(known) if known else None
        named = (SourceType.NAMED_PERSON, SourceType.NAMED_ORGANISATION, SourceType.DOCUMENT)
        if self.speaker and known not in named:
            return SourceType.NAMED_PERSON
        return SourceType(known) if known else None

    def _of_speaker(self, field: Field) -> str | None:
        speaker = self.statement.speaker
        if speaker is None:
            return None
        if field is Field.TYPE:
            return str(speaker.type) if speaker.type else None
        name = "name" if field is Field.SPEAKER else str(field)
        span: Span | None = getattr(speaker, name)
        return self._one_line(span) if span else None

    def _one_line(self, span: Span) -> str:
        return " ".join(self.article[span].split())


def _said(statement: Statement) -> str | None:
    said = statement.said_at
    # That it was said before publication is known of everything.
    return None if said is None or said.basis is Basis.PUBLISHED else said.value
