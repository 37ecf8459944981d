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

from sqlalchemy import Connection, Table, Text
from sqlalchemy.exc import DBAPIError

__all__ = [
    "bound",
    "dicts",
    "fetch",
    "insert",
    "listed",
    "put",
    "put_each",
    "run",
    "scalar",
    "scalars",
]

_BOUND = re.compile(r"(?<![:\w]):([a-z]\w*)")


def run(connection: Connection, sql: str, values: Any = None) -> Any:  # noqa: ANN401
    """Run SQL with bound values, a mapping or a list of them, and return the driver's cursor.

    Raises:
        DBAPIError: As SQLAlchemy would raise it.
    """
    if not connection.in_transaction():
        connection.begin()
    if connection.dialect.name == "postgresql":
        sql = _for_psycopg(sql)
    cursor: Any = connection.connection.cursor()
    known: Any = connection.dialect.loaded_dbapi
    try:
        many = isinstance(values, Sequence)
        (cursor.executemany if many else cursor.execute)(sql, values or {})
    except known.Error as error:
        raise DBAPIError(sql, None, error) from error
    return cursor


def fetch(connection: Connection, sql: str, values: Any = None) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """Return all rows."""
    cursor = run(connection, sql, values)
    try:
        found: list[tuple[Any, ...]] = cursor.fetchall()
    except connection.dialect.loaded_dbapi.Error as error:
        raise DBAPIError(sql, None, error) from error
    return found


def dicts(connection: Connection, sql: str, values: Any = None) -> list[dict[str, Any]]:  # noqa: ANN401
    """Return all rows by column."""
    cursor = run(connection, sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def scalars(connection: Connection, sql: str, values: Any = None) -> list[Any]:  # noqa: ANN401
    """Return the first value of each row."""
    return [row[0] for row in fetch(connection, sql, values)]


def scalar(connection: Connection, sql: str, **values: object) -> Any:  # noqa: ANN401
    """Return the first value of the first row, or None where there is no row."""
    found = fetch(connection, sql, values)
    return found[0][0] if found else None


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
    if rows and new_only:
        put_each(connection, to, rows, "ON CONFLICT DO NOTHING")
    elif len(rows) > 1 and connection.dialect.name == "postgresql":
        _copy(connection, to.name, rows)
    elif rows:
        run(connection, insert(to.name, tuple(rows[0])), rows)


def put_each(
    connection: Connection, to: Table, rows: Sequence[Mapping[str, Any]], ending: str
) -> None:
    """Insert rows, all with the same columns, or do with each what ``ending`` says.

    Args:
        connection: Of the one writer.
        to: The table.
        rows: Values by column, one at least.
        ending: What stands after the values: ``ON CONFLICT …``.
    """
    columns = tuple(rows[0])
    if connection.dialect.name != "postgresql":
        run(connection, f"{insert(to.name, columns)} {ending}", rows)
        return
    # One statement for all: PostgreSQL is told, and answers, once.
    kinds = {name: "text" if isinstance(to.c[name].type, Text) else "bigint" for name in columns}
    arrays = ",".join(f"CAST(:{name} AS {kind}[])" for name, kind in kinds.items())
    names = ",".join(f'"{name}"' for name in columns)
    sql = f"INSERT INTO {to.name} ({names}) SELECT * FROM unnest({arrays}) {ending}"
    run(connection, sql, {name: [row[name] for row in rows] for name in columns})


def _copy(connection: Connection, to: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows in PostgreSQL's own way for many."""
    columns = tuple(rows[0])
    cursor: Any = connection.connection.cursor()
    names = ",".join(f'"{name}"' for name in columns)
    sql = f"COPY {to} ({names}) FROM STDIN"
    try:
        with cursor.copy(sql) as copy:
            for row in rows:
                copy.write_row([row[name] for name in columns])
    except connection.dialect.loaded_dbapi.Error as error:
        raise DBAPIError(sql, None, error) from error


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
