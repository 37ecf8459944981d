"""Records of every past version open, and the tables are what the code thinks they are."""

import datetime
import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from readings import rich
from sqlalchemy import event

from onrecord import record
from onrecord.archive import Archive
from onrecord.ask import Question
from onrecord.record import schema, tables
from onrecord.record.entries import entry_numbers
from onrecord.types import Basis, SaidAt

FIXTURES = sorted((Path(__file__).parent / "schema").glob("*.db.gz"))


def migrations():
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    return ScriptDirectory.from_config(config)


def test_every_version_has_a_record_kept():
    versions = sorted(script.revision for script in migrations().walk_revisions())
    assert versions == [path.name.split(".")[0] for path in FIXTURES]
    assert migrations().get_current_head() == schema.SCHEMA == versions[-1]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_a_record_of_a_past_version_opens_with_all_it_holds(path, tmp_path):
    place = tmp_path / "news.db"
    place.write_bytes(gzip.decompress(path.read_bytes()))
    with Archive(record.open_store(place)) as archive:
        one, statement = rich()
        assert archive.store.entry(statement.id).statement == statement
        assert archive.store.article(one.id) == one
        assert archive.search("rains").total == 1
        assert archive.search(Question(speaker="Ng")).total == 1
        assert len(archive.corrections()) == 2
        assert len(archive.failures()) == 1


def test_version_0002_keeps_the_same_in_less_room(tmp_path):
    place = tmp_path / "news.db"
    place.write_bytes(gzip.decompress((Path(__file__).parent / "schema/0001.db.gz").read_bytes()))
    with closing(sqlite3.connect(place)) as old, old:
        old.execute(
            "UPDATE statements SET said = 'PAST_REF', said_end = '2025-03-04', "
            "said_basis = 'published', confidence = 0.1234 WHERE number = 3"
        )
        (one,) = old.execute("SELECT id FROM statements WHERE number = 3").fetchone()
    with Archive(record.open_store(place)) as archive:
        found = archive.store.entry(one).statement
        assert found.said_at == SaidAt(
            value="PAST_REF", end=datetime.date(2025, 3, 4), basis=Basis.PUBLISHED
        )
        assert (found.confidence, found.speaker.confidence) == (0.1234, 0.875)
    with closing(sqlite3.connect(place)) as new:
        kept = "SELECT said, said_basis, confidence FROM statements WHERE number = 3"
        assert new.execute(kept).fetchone() == ("", None, 1234)
        assert new.execute("PRAGMA foreign_key_check").fetchall() == []
        assert new.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_statement_is_found_by_its_id_without_reading_all(tmp_path):
    store = record.open_store(tmp_path / "news.db")
    asked = []
    event.listen(
        store.backend.engine, "connect", lambda one, _: one.set_trace_callback(asked.append)
    )
    store.backend.engine.dispose()
    with store.reading() as connection:
        assert entry_numbers(connection, ["st1_aaaaaaaaaaaaaaaa"]) == {}
        (select,) = (one for one in asked if "FROM statements" in one)
        (plan,) = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {select}").all()
    store.close()
    assert "statements_by_id" in plan.detail


# SQLAlchemy tells that it leaves the index of statements by a part of their id out.
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection:sqlalchemy.exc.SAWarning")
def test_the_tables_are_what_the_code_thinks(tmp_path):
    store = record.open_store(tmp_path / "news.db")
    with store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, *_: "words_index" not in (name or "")}
        )
        differences = compare_metadata(context, tables.METADATA)
    store.close()
    assert [one for one in differences if "words_index" not in str(one)] == []


def test_every_table_and_column_is_explained_in_the_file_itself(tmp_path):
    store = record.open_store(tmp_path / "news.db")
    with store.reading() as connection:
        made = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
        found = dict(map(tuple, connection.exec_driver_sql(made)))
    store.close()
    for table in tables.METADATA.sorted_tables:
        sql = found[table.name]
        assert "STRICT" in sql.rpartition(")")[2]
        for part in (table, *table.columns):
            assert f"-- {part.comment}" in sql
