"""Whatever happens to a program that adds, the record stays whole."""

import json
import random

from children import CHILDREN, add, articles

from onrecord import record

KILLS = 50
ARTICLES = 500


def content(place):
    """Return a dumped record without the times at which things were done."""
    store = record.open_store(place)
    found = []
    for line in record.dump(store):
        values = json.loads(line)
        values.get("article", {}).pop("added_at", None)
        found.append(json.dumps(values))
    store.close()
    return found


def refuse_halves(place, told):
    """Check the file, and that it holds whole articles: at least those that were reported."""
    store = record.open_store(place)
    with store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        halves = "SELECT article FROM statements GROUP BY article HAVING count(*) != 2"
        assert connection.exec_driver_sql(halves).all() == []
        kept = set(connection.exec_driver_sql("SELECT id FROM articles").scalars())
        both = (
            "SELECT (SELECT count(*) FROM statements), (SELECT count(*) FROM words_index_docsize)"
        )
        statements, indexed = connection.exec_driver_sql(both).one()
    assert statements == indexed == 2 * len(kept)
    reported = set(told.read_text().split()) if told.exists() else set()
    assert reported <= kept
    store.close()
    return len(kept)


def test_a_program_killed_at_fifty_moments_loses_nothing_it_reported(tmp_path):
    place, told = str(tmp_path / "news.db"), tmp_path / "told"
    wanted = articles(ARTICLES)
    chance = random.Random(5)
    for _ in range(KILLS):
        child = CHILDREN.Process(target=add, args=(place, wanted, str(told)))
        child.start()
        child.join(chance.uniform(0.02, 0.25))
        child.kill()
        child.join()
        refuse_halves(place, told)
    add(place, wanted, str(told))
    assert refuse_halves(place, told) == ARTICLES
    undisturbed = str(tmp_path / "undisturbed.db")
    add(undisturbed, wanted, str(tmp_path / "other"))
    assert content(place) == content(undisturbed)


def test_two_programs_adding_at_once_both_finish_and_nothing_is_twice(tmp_path):
    place, told = str(tmp_path / "news.db"), tmp_path / "told"
    wanted = articles(60)
    both = [
        CHILDREN.Process(target=add, args=(place, part, str(told)))
        for part in (wanted, wanted[::-1])
    ]
    for child in both:
        child.start()
    for child in both:
        child.join()
    assert [child.exitcode for child in both] == [0, 0]
    assert refuse_halves(place, told) == 60
