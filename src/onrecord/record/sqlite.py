"""SQLite: one file, WAL, FTS5."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, assert_never
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from onrecord.errors import (
    DamagedError,
    ForeignError,
    FullError,
    LockedError,
    ReadOnlyError,
    RecordError,
)
from onrecord.record import query as ask
from onrecord.record.backend import Matching
from onrecord.record.sql import listed, put, run
from onrecord.record.tables import shingles

__all__ = ["Sqlite", "keep_log"]

_PAUSE_S = 0.02
# "onrc": tells `file` and us that a database is a record.
APPLICATION_ID = 0x6F6E7263
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    # With WAL, FULL makes what was reported survive a power cut; NORMAL would not.
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
    # The file is read through the system's cache, shared by all who read it.
    "PRAGMA mmap_size = 4294967296",
    "PRAGMA cache_size = -16000",
    # Zeros over what merging the words' index leaves behind were written, and synced, for nothing.
    "PRAGMA secure_delete = OFF",
    # A page that many transactions change goes from the log into the file once for all of them.
    "PRAGMA wal_autocheckpoint = 4000",
)


@dataclass(frozen=True, slots=True)
class Sqlite:
    """A record in one file."""

    name: str
    engine: Engine

    @classmethod
    def connect(cls, path: Path, *, wait_s: float, read_only: bool = False) -> Self:
        """Return the backend of a file; the file is made if it is not there.

        Args:
            path: The file.
            wait_s: How long to wait for another writer.
            read_only: Whether nothing may be written.

        Raises:
            RecordError: If the file is no record, or cannot be used.
        """
        backend = cls(
            str(path),
            create_engine(
                "sqlite://", creator=_creator(path, wait_s, read_only), paramstyle="named", **_POOL
            ),
        )
        event.listen(backend.engine, "begin", _begin)
        try:
            _refuse_foreign(backend, path, wait_s=wait_s, read_only=read_only)
        except BaseException as error:
            backend.engine.dispose()
            if isinstance(error, DBAPIError):
                raise backend.explain(error) from error
            raise
        return backend

    def index_words(
        self, connection: Connection, rows: Iterable[tuple[int, Sequence[str]]]
    ) -> None:
        """See `Backend`."""
        given = [{"number": number, "words": " ".join(words)} for number, words in rows]
        if given:
            run(
                connection, "INSERT INTO words_index (rowid, words) VALUES (:number, :words)", given
            )

    def keep_sketch(self, connection: Connection, article: int, hashes: Sequence[int]) -> None:
        """See `Backend`."""
        given = [{"hash": one, "article": article} for one in hashes]
        put(connection, shingles, given, new_only=True)

    def sketched(self, hashes: Iterable[int]) -> str:
        """See `Backend`."""
        return f"SELECT article FROM shingles WHERE hash IN {listed(hashes)}"

    def matching(self, query: ask.Query) -> Matching:
        """See `Backend`."""
        return Matching(
            index="words_index",
            number="words_index.rowid",
            condition="words_index MATCH :words",
            told=None,
            basis="words_index.rank",
            rank="basis",
            # The words first: the planner knows nothing of them, and to look each
            # statement up in their index takes a hundred times as long as the other way.
            join="words_index CROSS JOIN listing AS l ON l.statement = words_index.rowid",
            values={"words": _fts5(query)},
        )

    def gathered(self, column: str) -> str:
        """See `Backend`."""
        return f"group_concat({column})"

    def gathered_by(self, key: str, value: str) -> str:
        """See `Backend`."""
        return f"json_group_object({key}, {value})"

    @property
    def lists_words(self) -> bool:
        """See `Backend`."""
        return False

    @property
    def plans_words(self) -> bool:
        """See `Backend`."""
        return False

    def estimated(self, *_: object) -> int:
        """See `Backend`."""
        return 0

    def explain(self, error: DBAPIError) -> RecordError:
        """See `Backend`."""
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        made, advice = _ERRORS.get(code, (RecordError, "see the error above"))
        return made(f"{self.name}: {error.orig}: {advice}")

    def tune(self, connection: Connection) -> None:
        """See `Backend`."""
        connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
        connection.exec_driver_sql("ANALYZE")


_POOL: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 20, "max_overflow": 20}
_ERRORS: dict[int, tuple[type[RecordError], str]] = {
    sqlite3.SQLITE_BUSY: (
        LockedError,
        "another program is writing to it; wait for it to end and try again",
    ),
    sqlite3.SQLITE_LOCKED: (LockedError, "another program is writing to it; try again"),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyError,
        "it may be read but not written to; check its permissions and its folder's",
    ),
    sqlite3.SQLITE_PERM: (ReadOnlyError, "check its permissions"),
    sqlite3.SQLITE_CANTOPEN: (RecordError, "check the path and its permissions"),
    sqlite3.SQLITE_FULL: (
        FullError,
        "make room; what was added before is safe, the rest can be added again",
    ),
    sqlite3.SQLITE_IOERR: (FullError, "make room or check the disk; what was added before is safe"),
    sqlite3.SQLITE_CORRUPT: (DamagedError, "restore it from a copy, or `.recover` it with sqlite3"),
    sqlite3.SQLITE_NOTADB: (ForeignError, "it is no record; give another path"),
}


def _creator(path: Path, wait_s: float, read_only: bool) -> Any:  # noqa: ANN401, FBT001
    def connect() -> sqlite3.Connection:
        opened = sqlite3.connect(
            _address(path, read_only=read_only),
            uri=True,
            timeout=wait_s,
            isolation_level=None,
            check_same_thread=False,
        )
        for setting in _SETTINGS:
            opened.execute(setting)
        return opened

    return connect


def _address(path: Path, *, read_only: bool) -> str:
    mode = "?mode=ro" if read_only else ""
    is_still = not path.with_name(f"{path.name}-wal").exists()
    if read_only and is_still and not os.access(path.absolute().parent, os.W_OK):
        # WAL needs a file beside this one; where nobody can write, none is needed.
        mode += "&immutable=1"
    return f"file:{quote(str(path.absolute()))}{mode}"


def _begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("is_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _refuse_foreign(backend: Sqlite, path: Path, *, wait_s: float, read_only: bool) -> None:
    """Make an empty file a record's, and leave any other file alone."""
    with backend.engine.connect() as connection:
        made_by = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        pages = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if made_by == APPLICATION_ID:
        return
    if pages:
        raise ForeignError(f"{path}: is a database, but no record of onrecord's: give another path")
    if read_only:
        raise ForeignError(f"{path}: is empty: add articles to it first")
    raw = backend.engine.raw_connection()
    try:
        # Both outside of any transaction, and for good: the file remembers them. Pages of
        # 4 KB would each hold one article of 2 to 4 KB, and stay empty for the rest.
        raw.cursor().execute("PRAGMA page_size = 16384")
        keep_log(raw.cursor().execute, wait_s=wait_s)
    finally:
        raw.close()


def keep_log(execute: Callable[[str], object], *, wait_s: float) -> None:
    """Make a file keep a write-ahead log, while another program may be doing the same.

    SQLite does not wait for a lock on this statement as it does on others.

    Args:
        execute: Runs a statement on the file.
        wait_s: How long to try, in seconds.

    Raises:
        sqlite3.OperationalError: If the file was locked all the while.
    """
    ends_at = time.monotonic() + wait_s
    while True:
        try:
            execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= ends_at:
                raise
            time.sleep(_PAUSE_S)
        else:
            return


def _fts5(query: ask.Query) -> str:
    match query:
        case ask.Word():
            return "(" + " OR ".join(f'"{form}"' for form in query.forms) + ")"
        case ask.Prefix():
            return f'"{query.start}" *'
        case ask.Phrase():
            return '"' + " ".join(query.words) + '"'
        case ask.All():
            return "(" + " AND ".join(map(_fts5, query.parts)) + ")"
        case ask.Either():
            return "(" + " OR ".join(map(_fts5, query.parts)) + ")"
        case ask.But():
            return f"({_fts5(query.part)} NOT {_fts5(query.without)})"
        case _:
            assert_never(query)
