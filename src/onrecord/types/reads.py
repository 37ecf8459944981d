"""What reads articles, for those who only take what it finds."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from onrecord.types.failure import Failure
from onrecord.types.origin import MadeBy
from onrecord.types.statement import Statement
from onrecord.types.text import Article

__all__ = ["Read", "Reads"]


class Read(Protocol):
    """An article and what was found in it: `onrecord.Reading`, or something like it."""

    @property
    def article(self) -> Article:
        """The article."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What was found in it."""


class Reads(Protocol):
    """What reads articles: `onrecord.Reader`, or something like it."""

    @property
    def made_by(self) -> MadeBy:
        """What its statements say of their maker."""

    def read_all(self, articles: Iterable[Article | Failure]) -> Iterator["Read | Failure"]:
        """Yield what was read or a failure for each article."""
