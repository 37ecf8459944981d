"""What can be asked of a record."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import QuestionError
from onrecord.types import Act, Attitude, ChannelKind, Kind, SourceType

__all__ = ["Question", "Sort"]


class Sort(StrEnum):
    """Which statements come first."""

    NEWEST = "newest"
    """Those said last, or published last where nothing tells when they were said."""
    OLDEST = "oldest"
    RELEVANCE = "relevance"
    """Those that the words fit best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which statements are wanted; what is None is not asked.

    >>> Question(words="security guarantees", speaker="Zelenskyy").sort
    <Sort.NEWEST: 'newest'>

    Attributes:
        words: What the contents say: words in any form, ``"exact words"``,
            ``begin*``, AND, OR, NOT, parentheses.
        speaker: Words of the speaker's name, whole and in any order; in
            quotation marks the very name.
        type: Type of source.
        outlet: Who published it, as the articles name it.
        since: First day on which it was said, or published where nothing tells.
        until: Last such day.
        published_since: First day of publication.
        published_until: Last day of publication.
        act: What is done by saying it.
        attitude: The source's stand.
        channel: How it reached the public.
        kind: Direct, indirect or mixed.
        min_confidence: Least confidence, 0-1.
        has_aside: Whether the reporter adds something of their own.
        sort: Which come first.

    Raises:
        QuestionError: If it asks for relevance to no words, or the least
            confidence is none.
    """

    words: str | None = None
    speaker: str | None = None
    type: SourceType | None = None
    outlet: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    published_since: datetime.date | None = None
    published_until: datetime.date | None = None
    act: Act | None = None
    attitude: Attitude | None = None
    channel: ChannelKind | None = None
    kind: Kind | None = None
    min_confidence: float = 0.0
    has_aside: bool | None = None
    sort: Sort = Sort.NEWEST

    def __post_init__(self) -> None:
        if self.sort is Sort.RELEVANCE and not self.words:
            raise QuestionError("sorted by relevance to no words: give words, or another sort")
        if not 0 <= self.min_confidence <= 1:
            raise QuestionError(f"least confidence is {self.min_confidence}: wanted 0 to 1")
