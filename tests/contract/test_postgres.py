"""What only PostgreSQL has: words in the list, and tables made anew in version 0003."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from readings import FIRST, article, reading, rich
from servers import new_database

from onrecord import record
from onrecord.archive import Archive
from onrecord.ask import Question
from onrecord.record import rows, schema, tables
from onrecord.record.postgres import Postgres
from onrecord.record.sql import run
from onrecord.record.words import words

FIXTURE = Path(__file__).parents[1] / "record" / "schema" / "0002.db.gz"


@pytest.fixture
def address(postgres):
    return new_database(postgres)


def indexed(found):
    """Return words as PostgreSQL writes the column that the old index was made of."""
    return " ".join(f"'{word}':{place}" for place, word in enumerate(found, 1))


@pytest.fixture
def old(address, tmp_path, monkeypatch):
    """A database of version 0002 that holds what the file of that version does."""
    place = tmp_path / "news.db"
    place.write_bytes(gzip.decompress(FIXTURE.read_bytes()))
    monkeypatch.setattr(schema, "SCHEMA", "0002")
    backend = Postgres.connect(address, wait_s=5.0)
    schema.upgrade(backend, read_only=False)
    with closing(sqlite3.connect(place)) as file, backend.engine.begin() as connection:
        file.row_factory = sqlite3.Row
        for table in tables.METADATA.sorted_tables:
            every = [dict(row) for row in file.execute(f"SELECT * FROM {table.name}")]
            kept = [row for row in every if table.name != "outlets" or row["number"] > 0]
            if kept:
                connection.execute(table.insert(), kept)
        contents = (
            "SELECT s.number, s.content, a.text FROM statements s "
            "JOIN articles a ON a.number = s.article"
        )
        for number, content, text in map(tuple, file.execute(contents)):
            values = {"number": number, "words": indexed(words(rows.cut(text, content)))}
            run(connection, "INSERT INTO words_index VALUES (:number, :words)", values)
    backend.engine.dispose()
    monkeypatch.undo()
    return address


def test_a_database_of_version_0002_opens_with_all_it_holds(old):
    with Archive(record.open_store(old)) as archive:
        one, statement = rich()
        assert archive.store.entry(statement.id).statement == statement
        assert archive.store.article(one.id) == one
        assert archive.search("rains").total == 1
        assert archive.search('"it rains"').total == 1
        assert archive.search('"rains it"').total == 0
        assert archive.search(Question(speaker="Ng")).total == 1
        assert len(archive.corrections()) == 2
        again = list(record.dump(archive.store))
    assert len(again) > 1


def test_the_list_has_each_statement_s_words(address):
    made = reading(article("Heavy, heavy rain/Ann Lee", "…/Bo Ng"))
    with Archive(record.open_store(address)) as archive:
        archive.store.add(made.article, made.statements, FIRST)
        with archive.store.reading() as connection:
            found = connection.exec_driver_sql("SELECT words FROM listing ORDER BY statement")
            assert found.scalars().all() == [" heavy heavy rain ", " "]


def test_the_index_is_asked_for_words_and_no_row_is_read_for_them(address):
    with Archive(record.open_store(address)) as archive, archive.store.reading() as connection:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        asked = "SELECT * FROM listing AS l WHERE words_of(l.words) @@ 'rain'"
        plan = connection.exec_driver_sql(f"EXPLAIN {asked}").scalars().all()
    assert any("listing_by_word" in line for line in plan)


def test_each_text_has_one_row_of_hashes_that_are_found_in_an_index(address):
    made = [reading(article(f"It rains for the {day}th day/Ann Lee")) for day in range(3)]
    with Archive(record.open_store(address)) as archive:
        for one in made:
            archive.store.add(one.article, one.statements, FIRST)
        with archive.store.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM shingles").scalar() == 3
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            asked = archive.store.backend.sketched([0, 7, (1 << 32) - 1])
            plan = connection.exec_driver_sql(f"EXPLAIN {asked}").scalars().all()
    assert any("shingles_by_hash" in line for line in plan)


def test_a_reader_sees_the_record_as_it_was_when_it_began(address):
    first, later = reading(article("It rains/Ann Lee")), reading(article("It snows/Bo Ng"))
    with Archive(record.open_store(address)) as archive:
        archive.store.add(first.article, first.statements, FIRST)
        with archive.store.reading() as connection:
            count = "SELECT count(*) FROM statements"
            before = connection.exec_driver_sql(count).scalar()
            archive.store.add(later.article, later.statements, FIRST)
            assert connection.exec_driver_sql(count).scalar() == before == 1
        assert archive.search("snows").total == 1
