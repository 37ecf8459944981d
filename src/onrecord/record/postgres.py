"""PostgreSQL, 15 or newer: one database, its own full-text search."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from onrecord.errors import (
    DamagedError,
    ExtraError,
    FullError,
    LockedError,
    ReadOnlyError,
    RecordError,
)
from onrecord.record.backend import Matching
from onrecord.record.postgres_words import matching
from onrecord.record.query import Query
from onrecord.record.sql import fetch, run

__all__ = ["Postgres"]

# Any number will do that nothing else in the database locks: "onrc".
_WRITER = 0x6F6E7263
# libpq's number of REPEATABLE READ: a reader sees the record as it was when it began.
_ONE_STATE = 3
# psycopg's own: a statement that a writer runs so often is kept by the server.
_PREPARED_AFTER = 5
# Settings of each connection, so that a server's own may be anything.
_SETTINGS = (
    # Searches take some milliseconds: less than to compile one, or to begin a second process.
    "jit=off",
    "max_parallel_workers_per_gather=0",
    # What words are asked for makes all the difference to a plan.
    "plan_cache_mode=force_custom_plan",
    # Of what searches look through, most is in memory: a page takes half a microsecond, and
    # to go through a part of an index takes longer than to leave its rows out.
    "seq_page_cost=0.1",
    "random_page_cost=0.15",
    # A bitmap of a million statements is exact in 16 MB.
    "work_mem=16MB",
)


@dataclass(frozen=True, slots=True)
class Postgres:
    """A record in a database of a server."""

    name: str
    engine: Engine

    @classmethod
    def connect(cls, url: str, *, wait_s: float, read_only: bool = False) -> Self:
        """Return the backend of a database that is there, empty or a record.

        Args:
            url: ``postgresql://user@host/database``.
            wait_s: How long to wait for another writer.
            read_only: Whether nothing may be written.

        Raises:
            RecordError: If the server cannot be reached.
            ExtraError: If psycopg is not installed.
        """
        address = make_url(url).set(drivername="postgresql+psycopg")
        settings = [*_SETTINGS, f"lock_timeout={int(wait_s * 1000) or 1}"]
        if read_only:
            settings.append("default_transaction_read_only=on")
        options = " ".join(f"-c {setting}" for setting in settings)
        try:
            engine = create_engine(
                address, connect_args={"options": options}, pool_size=20, max_overflow=20
            )
        except (ImportError, NoSuchModuleError) as error:
            raise ExtraError(
                "PostgreSQL needs psycopg: pip install 'onrecord[postgres]'"
            ) from error
        backend = cls(address.render_as_string(hide_password=True), engine)
        event.listen(engine, "begin", _begin)
        return backend

    def index_words(
        self, connection: Connection, rows: Iterable[tuple[int, Sequence[str]]]
    ) -> None:
        """See `Backend`: the list has them."""

    def keep_sketch(self, connection: Connection, article: int, hashes: Sequence[int]) -> None:
        """See `Backend`."""
        kept = (
            "INSERT INTO shingles (article, hashes) VALUES (:article, CAST(:hashes AS integer[]))"
        )
        run(connection, kept, {"article": article, "hashes": list(map(_signed, hashes))})

    def sketched(self, hashes: Iterable[int]) -> str:
        """See `Backend`."""
        wanted = ",".join(str(_signed(one)) for one in hashes)
        return f"SELECT article FROM shingles WHERE hashes && CAST('{{{wanted}}}' AS integer[])"

    def matching(self, query: Query) -> Matching:
        """See `Backend`."""
        return matching(query)

    def gathered(self, column: str) -> str:
        """See `Backend`."""
        return f"string_agg(CAST({column} AS text), ',')"

    def gathered_by(self, key: str, value: str) -> str:
        """See `Backend`."""
        return f"CAST(json_object_agg({key}, {value}) AS text)"

    @property
    def lists_words(self) -> bool:
        """See `Backend`."""
        return True

    @property
    def plans_words(self) -> bool:
        """See `Backend`."""
        return True

    def estimated(self, connection: Connection, source: str, values: Mapping[str, object]) -> int:
        """See `Backend`."""
        (((plan,),),) = fetch(connection, f"EXPLAIN (FORMAT JSON) SELECT 1 FROM {source}", values)
        return int(plan["Plan"]["Plan Rows"])

    def explain(self, error: DBAPIError) -> RecordError:
        """See `Backend`."""
        state = getattr(error.orig, "sqlstate", None) or ""
        made, advice = next(
            (known for start, known in _ERRORS.items() if state.startswith(start)),
            (RecordError, "check the address, and that the server runs"),
        )
        reason = " ".join(str(error.orig).split())
        return made(f"{self.name}: {reason}: {advice}")

    def tune(self, connection: Connection) -> None:
        """See `Backend`."""
        connection.exec_driver_sql("ANALYZE")


_ERRORS: dict[str, tuple[type[RecordError], str]] = {
    "55P03": (LockedError, "another program is writing to it; wait for it to end and try again"),
    "25006": (ReadOnlyError, "it may be read but not written to"),
    "42501": (ReadOnlyError, "this user may not do that; ask for the permission"),
    "53100": (FullError, "make room; what was added before is safe, the rest can be added again"),
    "XX": (DamagedError, "restore it from a copy"),
}


def _signed(one: int) -> int:
    """Return a hash of 32 bits as PostgreSQL's whole number of as many."""
    return one - (1 << 31)


def _begin(connection: Connection) -> None:
    raw: Any = connection.connection.dbapi_connection
    is_writing = bool(connection.get_execution_options().get("is_writing"))
    level = None if is_writing else _ONE_STATE
    if raw.isolation_level != level:
        raw.isolation_level = level
    # What a search asks is another text each time: to prepare it is to forget it at once.
    raw.prepare_threshold = _PREPARED_AFTER if is_writing else None
    if is_writing:
        # One writer at a time, as with a file: no deadlocks, and numbers without gaps.
        # What it asks, it asks for each article: one plan will do for all of them.
        connection.exec_driver_sql(
            f"SELECT pg_advisory_xact_lock({_WRITER}), set_config('plan_cache_mode', 'auto', true)"
        )
