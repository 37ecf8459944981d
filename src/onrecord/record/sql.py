"""SQL as both databases take it, run as it is written.

What is asked or written for each article or search goes this way: to build such
a statement anew each time takes SQLAlchemy longer than SQLite takes to answer it
(docs/lab-log-record.md). Values are always bound, ``:name`` each; what is put
into the text are names of tables and columns, and whole numbers.
"""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Table

__all__ = ["bound", "insert", "listed", "put", "run", "scalar"]

_BOUND = re.compile(r"(?<![:\w]):([a-z]\w*)")


def run(connection: Connection, sql: str, values: Any = None) -> CursorResult[Any]:  # noqa: ANN401
    """Run SQL with bound values: a mapping, or a list of them to run it for each."""
    if connection.dialect.name == "postgresql":
        sql = _for_psycopg(sql)
    return connection.exec_driver_sql(sql, values or {})


def scalar(connection: Connection, sql: str, **values: object) -> Any:  # noqa: ANN401
    """Return the first value of the first row, or None where there is no row."""
    return run(connection, sql, values).scalar()


def listed(numbers: Iterable[int]) -> str:
    """Return whole numbers as what stands after IN.

    >>> listed([1, 2])
    '(1,2)'
    >>> listed([])
    '(NULL)'
    """
    return f"({','.join(str(int(one)) for one in numbers) or 'NULL'})"


def bound(name: str, values: Iterable[object]) -> tuple[str, dict[str, object]]:
    """Return what stands after IN for values that are bound, and those by name.

    >>> bound("id", ["a", "b"])
    ('(:id0,:id1)', {'id0': 'a', 'id1': 'b'})
    """
    named: dict[str, object] = {f"{name}{place}": one for place, one in enumerate(values)}
    return f"({','.join(f':{one}' for one in named) or 'NULL'})", named


def put(
    connection: Connection, to: Table, rows: Sequence[Mapping[str, Any]], *, new_only: bool = False
) -> None:
    """Insert rows, all with the same columns.

    Args:
        connection: Of the one writer.
        to: The table.
        rows: Values by column; none at all is no error.
        new_only: Whether rows whose key is there already are passed over.
    """
    if rows:
        ending = " ON CONFLICT DO NOTHING" if new_only else ""
        run(connection, insert(to.name, tuple(rows[0])) + ending, rows)


@functools.cache
def insert(to: str, columns: tuple[str, ...]) -> str:
    """Return the SQL that inserts one row.

    >>> insert("outlets", ("number", "name"))
    'INSERT INTO outlets ("number","name") VALUES (:number,:name)'
    """
    names = ",".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {to} ({names}) VALUES ({','.join(f':{name}' for name in columns)})"


@functools.lru_cache(maxsize=512)
def _for_psycopg(sql: str) -> str:
    return _BOUND.sub(r"%(\1)s", sql.replace("%", "%%"))
