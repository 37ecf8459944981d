"""What can be wrong with a file, each told clearly, and the file left as it was."""

import os
import sqlite3
import tempfile
from pathlib import Path

import pytest
from children import CHILDREN, try_as_nobody
from readings import FIRST, article, reading
from sqlalchemy import event

from onrecord import record
from onrecord.errors import DamagedError, ForeignError, FullError, RecordError
from onrecord.record.sqlite import keep_log


def add(store, *lines, **facts):
    made = reading(article(*lines, **facts))
    return store.add(made.article, made.statements, FIRST)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, " * 200)
    with pytest.raises(ForeignError, match=r"notes.txt: .*it is no record; give another path"):
        record.open_store(path)
    assert path.read_text() == "Dear diary, " * 200


def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cats (name)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ForeignError, match="is a database, but no record"):
        record.open_store(path)
    assert path.read_bytes() == before


def test_a_record_that_is_not_there_is_only_made_to_add_to_it(tmp_path):
    for asked in ({"create": False}, {"read_only": True}):
        with pytest.raises(RecordError, match="is not there"):
            record.open_store(tmp_path / "news.db", **asked)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(RecordError, match="check the path"):
        record.open_store(tmp_path / "nowhere" / "news.db")


def test_a_damaged_file_is_told(tmp_path):
    path = tmp_path / "news.db"
    store = record.open_store(path)
    add(store, "It rains/Ann Lee")
    store.close()
    data = bytearray(path.read_bytes())
    data[16384:] = b"\xff" * (len(data) - 16384)
    path.write_bytes(data)
    with pytest.raises(DamagedError, match="restore it from a copy"):
        list(record.dump(record.open_store(path)))


def test_a_full_disk_loses_nothing_that_was_added_before(tmp_path):
    store = record.open_store(tmp_path / "news.db")
    add(store, "It rains/Ann Lee", outlet="A")
    before = list(record.dump(store))
    with store.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    store.close()

    def limit(connection, _):
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")

    event.listen(store.backend.engine, "connect", limit)
    with pytest.raises(FullError, match="make room; what was added before is safe"):
        add(store, "It snows/Bo Ng", "x" * 100_000, outlet="B")
    assert list(record.dump(store)) == before
    store.close()
    event.remove(store.backend.engine, "connect", limit)
    assert add(store, "It snows/Bo Ng", outlet="B").statements == 1
    store.close()


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become nobody")
def test_a_file_that_may_only_be_read_answers_and_says_so_when_added_to():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "news.db")
        store = record.open_store(path)
        add(store, "It rains/Ann Lee")
        store.close()
        before = path.read_bytes()
        for part, mode in ((path, 0o444), (Path(folder), 0o555)):
            part.chmod(mode)
        answers = CHILDREN.Queue()
        child = CHILDREN.Process(target=try_as_nobody, args=(folder, answers))
        child.start()
        assert answers.get(timeout=30) == 1
        assert answers.get(timeout=30).startswith("ReadOnlyError")
        child.join()
        assert path.read_bytes() == before


class Locked:
    """A file that another program holds for the first few times."""

    def __init__(self, times):
        self.times = times

    def __call__(self, _statement):
        self.times -= 1
        if self.times >= 0:
            raise sqlite3.OperationalError("database is locked")


def test_a_new_file_that_another_program_is_making_too_is_waited_for():
    file = Locked(3)
    keep_log(file, wait_s=5)
    assert file.times == -1
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        keep_log(Locked(3), wait_s=0)
