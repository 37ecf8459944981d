"""An error as a value: one bad article never stops the others."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Failure", "Stage"]


class Stage(StrEnum):
    """Where in the order of work an article was lost."""

    INGEST = "ingest"
    READ = "read"
    RECORD = "record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An article that could not be read, and why.

    >>> print(Failure(uri="a.txt", stage=Stage.INGEST, reason="the file is empty"))
    a.txt: the file is empty

    Attributes:
        uri: The file or address; the article's id where it has neither.
        stage: Where it was lost.
        reason: One sentence for people.
        traceback: For the developer, where the program itself was at fault.
    """

    uri: str
    stage: Stage
    reason: str
    traceback: str | None = None

    def __str__(self) -> str:
        return f"{self.uri}: {self.reason}"
