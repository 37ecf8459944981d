"""Answers as tables: columns of plain values, and what others make of them."""

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from onrecord.errors import ExtraError
from onrecord.types import Entry, Field

__all__ = ["Table"]

_FIELDS = tuple(Field)


@dataclass(frozen=True, slots=True)
class Table:
    """Statements as columns, one row each, corrections applied.

    Attributes:
        columns: Lists of the same length, by name.
    """

    columns: dict[str, list[Any]]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Self:
        """Return the table of some statements, in their order."""
        names = [*_row_names()]
        columns: dict[str, list[Any]] = {name: [] for name in names}
        for entry in entries:
            for name, value in _row(entry).items():
                columns[name].append(value)
        return cls(columns)

    def __len__(self) -> int:
        return len(self.columns["id"])

    def to_arrow(self) -> Any:  # noqa: ANN401
        """Return a ``pyarrow.Table``."""
        return _library("pyarrow").table(self.columns)

    def to_pandas(self) -> Any:  # noqa: ANN401
        """Return a ``pandas.DataFrame``."""
        return _library("pandas").DataFrame(self.columns)

    def to_polars(self) -> Any:  # noqa: ANN401
        """Return a ``polars.DataFrame``."""
        return _library("polars").DataFrame(self.columns)


def _row(entry: Entry) -> dict[str, Any]:
    article, statement = entry.article, entry.statement
    values = {str(field): entry.value(field) for field in _FIELDS}
    return {
        "id": statement.id,
        "article": article.id,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "kind": str(statement.kind),
        "words": entry.words,
        "source_words": article.words(statement.source) or None,
        "start": statement.content[0].start,
        "end": statement.content[-1].end,
        "confidence": statement.confidence,
        **values,
        "type": str(entry.type) if entry.type else None,
    }


def _row_names() -> Iterable[str]:
    yield from ("id", "article", "outlet", "published", "kind", "words", "source_words")
    yield from ("start", "end", "confidence", *map(str, _FIELDS))


def _library(name: str) -> Any:  # noqa: ANN401
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ExtraError(f"{name} is not installed: pip install {name}") from error
