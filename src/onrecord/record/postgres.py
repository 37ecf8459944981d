"""PostgreSQL, 15 or newer: one database, its own full-text search."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self, assert_never

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
from onrecord.record import query as ask
from onrecord.record.backend import Matching
from onrecord.record.sql import run

__all__ = ["Postgres"]

# Any number will do that nothing else in the database locks: "onrc".
_WRITER = 0x6F6E7263
# A tsvector keeps no higher position.
_LAST_PLACE = 16383


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
        options = f"-c lock_timeout={int(wait_s * 1000) or 1}"
        if read_only:
            options += " -c default_transaction_read_only=on"
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
        """See `Backend`."""
        given = [{"number": number, "words": _tsvector(words)} for number, words in rows]
        if given:
            run(
                connection,
                "INSERT INTO words_index (statement, words) "
                "VALUES (:number, CAST(:words AS tsvector))",
                given,
            )

    def matching(self, query: ask.Query) -> Matching:
        """See `Backend`."""
        asked = "CAST(:words AS tsquery)"
        return Matching(
            index="words_index",
            number="words_index.statement",
            condition=f"words_index.words @@ {asked}",
            # 1: long contents count less, by the logarithm of their length.
            rank=f"CAST(-ts_rank_cd(words_index.words, {asked}, 1) AS double precision)",
            join="words_index JOIN listing AS l ON l.statement = words_index.statement",
            values={"words": _tsquery(query)},
        )

    def gathered(self, column: str) -> str:
        """See `Backend`."""
        return f"string_agg(CAST({column} AS text), ',')"

    def gathered_by(self, key: str, value: str) -> str:
        """See `Backend`."""
        return f"CAST(json_object_agg({key}, {value}) AS text)"

    @property
    def plans_words(self) -> bool:
        """See `Backend`."""
        return True

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


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("is_writing"):
        # One writer at a time, as with a file: no deadlocks, and numbers without gaps.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")


def _tsvector(words: Sequence[str]) -> str:
    places = defaultdict(list)
    for place, word in enumerate(words, 1):
        places[word].append(str(min(place, _LAST_PLACE)))
    return " ".join(f"'{word}':{','.join(where)}" for word, where in places.items())


def _tsquery(query: ask.Query) -> str:
    match query:
        case ask.Word():
            return "(" + " | ".join(f"'{form}'" for form in query.forms) + ")"
        case ask.Prefix():
            return f"'{query.start}':*"
        case ask.Phrase():
            return "(" + " <-> ".join(f"'{word}'" for word in query.words) + ")"
        case ask.All():
            return "(" + " & ".join(map(_tsquery, query.parts)) + ")"
        case ask.Either():
            return "(" + " | ".join(map(_tsquery, query.parts)) + ")"
        case ask.But():
            return f"({_tsquery(query.part)} & !{_tsquery(query.without)})"
        case _:
            assert_never(query)
