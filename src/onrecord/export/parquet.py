"""Parquet: the columns of `table`, typed, with nulls, in row groups.

pyarrow comes with the extra ``tables`` and is imported when a table is opened.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from onrecord.errors import ExtraError
from onrecord.export.table import COLUMNS, Cell, row
from onrecord.types import Article, Statement

if TYPE_CHECKING:
    import pyarrow

__all__ = ["ParquetTable"]

# Statements are about 1 kB each, and readers skip whole groups: 20 MB held at most.
_GROUP_ROWS = 20_000


@dataclass(slots=True, kw_only=True)
class ParquetTable:
    """A table that grows by an article at a time; whole once it is closed."""

    _writer: "pyarrow.parquet.ParquetWriter"
    _schema: "pyarrow.Schema"
    _rows: list[dict[str, Cell]] = field(default_factory=list)

    @classmethod
    def open(cls, sink: BinaryIO) -> Self:
        """Return an empty table.

        Args:
            sink: Takes the bytes; left open.

        Raises:
            ExtraError: If pyarrow is not installed.
        """
        try:
            import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
            from pyarrow import parquet  # noqa: PLC0415
        except ImportError as error:
            raise ExtraError("Parquet needs pyarrow: pip install 'onrecord[tables]'") from error
        types = {str: pa.string(), float: pa.float64(), bool: pa.bool_()}
        schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
        return cls(_writer=parquet.ParquetWriter(sink, schema), _schema=schema)

    def write(self, article: Article, statements: Sequence[Statement]) -> None:
        """Add the statements of an article."""
        self._rows.extend(row(article, statement) for statement in statements)
        if len(self._rows) >= _GROUP_ROWS:
            self._write_group()

    def close(self) -> None:
        """Write what is left, and the table's end."""
        if self._rows:
            self._write_group()
        self._writer.close()

    def _write_group(self) -> None:
        import pyarrow as pa  # noqa: PLC0415 - loaded by `open`

        self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
