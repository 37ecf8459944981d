"""A statement as JSON: what `onrecord.export.entry_line` prints, as a schema."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from onrecord.export import entry_line
from onrecord.types import (
    Act,
    AsideKind,
    Attitude,
    Basis,
    ChannelKind,
    Entry,
    Grain,
    Kind,
    MentionKind,
    SourceType,
)

__all__ = ["ArticleReference", "Places", "Shape", "StatementShape"]

Place = Annotated[list[int], Field(min_length=2, max_length=2)]
"""A half-open range of code points of the article's text: start, end."""
Places = list[Place]
Sure = Annotated[float, Field(ge=0, le=1)]


class Shape(BaseModel):
    """Every key is always there; later versions may add keys."""

    model_config = ConfigDict(extra="allow", use_attribute_docstrings=True)


class ArticleReference(Shape):
    """The article that a statement stands in."""

    id: str
    uri: str | None
    """The file or address that it was read from."""
    title: str | None
    published: str | None
    """An ISO 8601 date, or a datetime with offset."""
    outlet: str | None
    dateline: str | None
    url: str | None
    """Its public address."""


class SpeakerSpans(Shape):
    """Where the article says it."""

    name: Place | None
    title: Place | None
    speaks_for: Place | None


class KnownShape(Shape):
    """Who it is in a table of people given beforehand."""

    id: str
    name: str
    role: str | None


class SpeakerOfStatement(Shape):
    """Who said it, as found in the article."""

    name: str | None
    type: SourceType | None
    title: str | None
    speaks_for: str | None
    standing: Places
    mention: MentionKind
    confidence: Sure
    spans: SpeakerSpans
    known: KnownShape | None


class SaidAtShape(Shape):
    """When it was said."""

    value: str
    """In TIMEX3's words: `2025-03-02`, `2025-W10`, `2025-03-02TMO`."""
    start: str | None
    """First day or moment, ISO 8601."""
    end: str | None
    """First day or moment after it."""
    grain: Grain | None
    basis: Basis
    span: Places
    """The words that tell it."""
    confidence: Sure | None
    """How likely it is this statement's, where a passage lends it."""


class ChannelShape(Shape):
    """How it reached the public."""

    kind: ChannelKind
    name: str | None
    span: Places
    basis: Literal["stated", "context"]
    confidence: Sure | None
    """How likely it is this statement's, where a passage lends it."""


class SettingShape(Shape):
    """Where, at what event, or to whom it was said."""

    words: str
    span: Places
    basis: Literal["stated", "context"]


class AsideShape(Shape):
    """What the reporter adds in the outlet's own voice."""

    kind: AsideKind
    span: Places


class MadeByShape(Shape):
    """What found it."""

    onrecord: str
    weights: str


class ConfirmedShape(Shape):
    """That a person found all of it right."""

    by: str
    at: str


class StatementShape(Shape):
    """One statement: who said what, as places in an article and the words there.

    Offsets are half-open ranges of Unicode code points of the article's text.
    """

    id: str
    article: ArticleReference
    kind: Kind
    attitude: Attitude | None
    source: Places
    cue: Places
    content: Annotated[Places, Field(min_length=1)]
    words: str
    """The content's words; pieces joined by `` … ``."""
    cue_words: str | None
    source_words: str | None
    parent: str | None
    """Id of the statement that this one stands inside."""
    speaker: SpeakerOfStatement | None
    said_at: SaidAtShape | None
    channel: ChannelShape | None
    place: SettingShape | None
    occasion: SettingShape | None
    addressee: SettingShape | None
    act: Act | None
    negated: bool | None
    hypothetical: bool | None
    asides: list[AsideShape]
    confidence: Sure
    made_by: MadeByShape
    corrected: dict[str, str | None]
    """Values that people gave, by field; what was found stays beside them."""
    confirmed: list[ConfirmedShape]
    """Who looked at it and found all of it right, as it stands now."""

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Return the shape of a statement on record."""
        return cls.model_validate_json(entry_line(entry))
