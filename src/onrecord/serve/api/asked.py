"""Questions as addresses have them: query parameters, checked."""

import datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from onrecord.ask import Question, Sort
from onrecord.types import Act, Attitude, ChannelKind, Kind, SourceType

__all__ = ["Asked", "JudgementsAsked", "Listed", "NamesAsked", "PageAsked", "Words"]

_LONGEST_PAGE = 200
_LARGEST_NUMBER = 2**63 - 1
_DAY = r"^\d{4}-\d{2}-\d{2}$"


def _day(given: Any) -> datetime.date:  # noqa: ANN401
    """Return a day; numbers, which Pydantic takes for seconds since 1970, are none."""
    if isinstance(given, str) and len(given) == 10 and given.isascii():
        return datetime.date.fromisoformat(given)
    raise ValueError("wanted a day as in 2025-03-03")


# No database keeps U+0000 in a text, and no text is sought with it.
Words = Annotated[str, Field(max_length=500, pattern=r"^[^\x00]*$")]
Day = Annotated[
    datetime.date,
    BeforeValidator(_day, json_schema_input_type=Annotated[str, Field(pattern=_DAY)]),
    Field(json_schema_extra={"format": "date", "examples": ["2025-03-03"]}),
]


class PageAsked(BaseModel):
    """Which page."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    limit: Annotated[int, Field(ge=1, le=_LONGEST_PAGE)] = 20
    """Statements on a page."""
    after: Annotated[str, Field(pattern=r"^-?\d{1,18}/\d{1,18}$")] | None = None
    """Where the page before ended: its `after`."""


class Asked(PageAsked):
    """Which statements; what is left away is not asked."""

    words: Words | None = None
    """What the contents say: words in any form, `"exact words"`, `begin*`, AND, OR, NOT, ( )."""
    speaker: Words | None = None
    """Words of the speaker's name; in quotation marks the very name."""
    type: SourceType | None = None
    outlet: Words | None = None
    since: Day | None = None
    """First day on which it was said, or published where nothing tells."""
    until: Day | None = None
    published_since: Day | None = None
    published_until: Day | None = None
    act: Act | None = None
    attitude: Attitude | None = None
    channel: ChannelKind | None = None
    kind: Kind | None = None
    min_confidence: Annotated[float, Field(ge=0, le=1)] = 0.0
    has_aside: bool | None = None
    sort: Sort = Sort.NEWEST

    def question(self) -> Question:
        """Return what is asked.

        Raises:
            QuestionError: If it makes no sense.
        """
        given = {name: getattr(self, name) for name in Asked.model_fields}
        return Question(**{name: given[name] for name in given if name not in ("limit", "after")})


class NamesAsked(BaseModel):
    """Which speakers."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    name: Words | None = None
    """Words that one of their names must have."""
    limit: Annotated[int, Field(ge=1, le=_LONGEST_PAGE)] = 50


class JudgementsAsked(BaseModel):
    """Which judgements."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    limit: Annotated[int, Field(ge=1, le=_LONGEST_PAGE)] = 50
    after: Annotated[int, Field(ge=0, le=_LARGEST_NUMBER)] = 0
    """Those with higher numbers."""


class Listed(JudgementsAsked):
    """Which corrections."""

    statement: Words | None = None
    """Of this statement only."""
