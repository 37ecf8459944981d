"""Which version a record's tables are of, and how to bring them up to this one."""

import importlib
from pathlib import Path

from sqlalchemy import Connection, inspect

from onrecord.errors import ForeignError, SchemaError
from onrecord.record.backend import Backend
from onrecord.record.sqlite import APPLICATION_ID

__all__ = ["SCHEMA", "upgrade"]

SCHEMA = "0005"
_MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(backend: Backend, *, read_only: bool) -> None:
    """Make a record's tables the ones that this version knows.

    Raises:
        SchemaError: If a newer onrecord made them, or they are older and may
            not be written to.
        ForeignError: If the database holds tables of something else.
    """
    with backend.engine.connect() as connection:
        found = _version(connection)
    if found == SCHEMA:
        return
    _refuse_newer(backend.name, found)
    if read_only:
        raise SchemaError(
            f"{backend.name}: schema is {found}, this onrecord knows {SCHEMA}, and may not "
            "write: open it once for writing"
        )
    with backend.engine.execution_options(is_writing=True).begin() as connection:
        _migrate(backend, connection)


def _migrate(backend: Backend, connection: Connection) -> None:
    # Another process may have been first while this one waited.
    found = _version(connection)
    if found == SCHEMA:
        return
    if found is None and set(inspect(connection).get_table_names()):
        raise ForeignError(f"{backend.name}: holds other tables: give an empty database")
    # Alembic is slow to load and wanted once in a record's life.
    config = importlib.import_module("alembic.config").Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    importlib.import_module("alembic.command").upgrade(config, SCHEMA)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)


def _refuse_newer(name: str, found: str | None) -> None:
    known = {path.stem[1:] for path in (_MIGRATIONS / "versions").glob("v*.py")}
    if found is not None and found not in known:
        raise SchemaError(
            f"{name}: schema is version {found}, this onrecord knows {SCHEMA}: upgrade onrecord"
        )
