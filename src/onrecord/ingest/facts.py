"""What is known around a text: from its header, or given by who reads it."""

import datetime
from dataclasses import dataclass, fields
from typing import Self

__all__ = ["Facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Facts around a text; what nobody told is None. See `onrecord.types.Article`."""

    title: str | None = None
    published: datetime.date | datetime.datetime | None = None
    byline: str | None = None
    dateline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()
    version: str | None = None
    embargo: datetime.datetime | None = None

    def or_else(self, other: "Facts") -> Self:
        """Return these facts, and the other's where these have none.

        >>> Facts(outlet="The Echo").or_else(Facts(outlet="Echo", title="Rain")).title
        'Rain'
        """
        names = [field.name for field in fields(self)]
        return type(self)(**{name: getattr(self, name) or getattr(other, name) for name in names})
