"""The contract of `onrecord.record.base.Store`."""

import threading
from dataclasses import replace

import pytest
from readings import FIRST, SECOND, HandReader, article, reading, rich, said

from onrecord import record
from onrecord.errors import LockedError, ReadOnlyError, SchemaError, UnknownError
from onrecord.types import Act, Basis, ChangeKind, Failure, Field, Outcome, Stage


def add(store, one, reader=None):
    made = reading(one, reader)
    return store.add(one, made.statements, (reader or HandReader()).made_by)


def found(store, one):
    return [entry.words for entry in store.entries_of(one.id) if not entry.is_rejected]


def changed(added, kind):
    return [change for change in added.changes if change.kind is kind]


def test_what_comes_out_equals_what_went_in(store):
    one, statement = rich()
    store.add(one, [statement], FIRST)
    (entry,) = store.entries_of(one.id)
    assert (entry.article, entry.statement) == (one, statement)
    assert store.article(one.id) == one
    assert entry.words == one.words(statement.content)


@pytest.mark.parametrize("sure", [0.8123, 1 / 3, 1.0])
def test_how_likely_it_is_what_a_passage_lends_comes_out_too(store, sure):
    one, before = rich()
    channel = replace(before.how.channel, confidence=sure)
    statement = replace(
        before,
        how=replace(before.how, channel=channel),
        said_at=replace(before.said_at, basis=Basis.CONTEXT, confidence=sure),
    )
    store.add(one, [statement], FIRST)
    (entry,) = store.entries_of(one.id)
    assert entry.statement == statement


def test_adding_again_changes_nothing(store):
    one = article("It rains/Ann Lee")
    assert add(store, one).outcome is Outcome.NEW
    before = list(record.dump(store))
    assert add(store, one).outcome is Outcome.UNCHANGED
    assert list(record.dump(store)) == before


def test_an_article_without_statements_is_kept(store):
    one = article("Nothing was said.")
    add(store, one)
    assert store.has(one.id)
    assert store.entries_of(one.id) == ()


def test_another_text_at_the_same_address_is_a_revision(store):
    url = "https://echo.example/rain"
    old = article("It rains/Ann Lee", "It will not snow before the night/Bo Ng", url=url)
    new = article(
        "It rains/Ann Lee", "It will snow before the night/Bo Ng", "A/C D", url=url + "#x"
    )
    add(store, old)
    added = add(store, new)
    assert added.outcome is Outcome.REVISED
    (altered,) = changed(added, ChangeKind.ALTERED)
    assert store.entry(altered.before).words == "“It will not snow before the night,”"
    assert store.entry(altered.after).words == "“It will snow before the night,”"
    assert len(changed(added, ChangeKind.ADDED)) == 1
    assert store.article(old.id) == old
    assert [one.id for one in store.articles()] == [new.id]
    assert not store.entry(altered.before).is_current
    assert store.entry(altered.after).revision == 2


def test_a_near_identical_text_of_the_same_outlet_is_a_revision(store):
    lines = [f"It rains on day {number} of this month/Ann Lee" for number in range(9)]
    add(store, article(*lines))
    assert add(store, article(*lines, "It stops/Bo Ng")).outcome is Outcome.REVISED
    assert add(store, article(*lines, outlet="The Voice")).outcome is Outcome.NEW


def test_a_correction_goes_over_to_the_same_words_of_a_newer_revision(store):
    old = article("It rains/Ann Lee", url="https://echo.example/1")
    add(store, old)
    store.correct(store.entries_of(old.id)[0].statement.id, Field.ACT, "deny", by="me")
    new = article("Update.", "It rains/Ann Lee", url="https://echo.example/1")
    add(store, new)
    assert store.entries_of(new.id)[0].value(Field.ACT) == "deny"


def test_what_is_not_on_record_is_unknown(store):
    for asked in (
        lambda: store.entry("st1_none"),
        lambda: store.article("ar1_none"),
        lambda: store.entries_of("ar1_none"),
        lambda: store.reject("st1_none", by="me"),
        lambda: store.undo(1, by="me"),
    ):
        with pytest.raises(UnknownError, match="on record"):
            asked()


def test_a_new_reading_replaces_findings_but_nothing_that_a_person_touched(store):
    one = article("It rains/Ann Lee", "It snows/Bo Ng", "It pours/Cy Oh", "Sun/Di Py")
    add(store, one)
    rain, snow, pour, _ = (entry.statement.id for entry in store.entries_of(one.id))
    store.correct(rain, Field.SPEAKER, "Xu Yi", by="me")
    store.reject(snow, by="me")
    newer = HandReader(SECOND, words_left_out=("rains", "pours"))
    added = store.reread(one, reading(one, newer).statements, SECOND)
    assert found(store, one) == ["“It rains,”", "“Sun,”"]
    assert store.entry(rain).speaker == "Xu Yi"
    assert store.entry(snow).is_rejected
    assert [change.before for change in changed(added, ChangeKind.REMOVED)] == [pour]
    assert not store.entry(pour).is_current
    assert list(store.articles(not_by=SECOND)) == []
    assert [each.id for each in store.articles(not_by=FIRST)] == [one.id]


def test_a_finding_that_says_the_same_as_a_touched_one_gives_way_to_it(store):
    one = article("It rains a lot/Ann Lee")
    add(store, one)
    (entry,) = store.entries_of(one.id)
    store.reject(entry.statement.id, by="me")
    shorter = said(one, "It rains a lot", "Ann Lee")
    store.reread(one, [shorter], SECOND)
    assert found(store, one) == []


def test_a_new_reading_tells_what_it_found_otherwise(store):
    one = article("It rains/Ann Lee")
    add(store, one)
    (statement,) = reading(one).statements
    again = store.reread(one, [replace(statement, made_by=SECOND)], SECOND)
    assert again.outcome is Outcome.UNCHANGED
    other = store.reread(one, [replace(statement, act=Act.WARN)], SECOND)
    assert [change.kind for change in other.changes] == [ChangeKind.ALTERED]
    assert store.entry(statement.id).statement.act is Act.WARN


def test_failures_are_kept_until_the_article_is_read(store):
    store.keep_failure(Failure(uri="/a.txt", stage=Stage.INGEST, reason="empty"))
    store.keep_failure(Failure(uri="/a.txt", stage=Stage.INGEST, reason="binary"))
    assert [failure.reason for failure in store.failures()] == ["binary"]
    add(store, article("It rains/Ann Lee", uri="/a.txt"))
    assert store.failures() == ()


def test_a_whole_record_goes_out_and_in_again_without_loss(store, other_place):
    one, statement = rich()
    store.add(one, [statement], FIRST)
    url = "https://echo.example/2"
    for lines in (["It rains/Ann Lee"], ["It pours/Ann Lee", "“Line” end"]):
        add(store, article(*lines, url=url))
    made = store.correct(statement.id, Field.SAID_AT, "2025-03", by="mé")
    store.undo(made.number, by="me")
    store.confirm(statement.id, by="mé", note="looked")
    store.judge("Ann Lee", "A. Lee", is_same=True, by="me")
    store.keep_failure(Failure(uri="x", stage=Stage.READ, reason="no", traceback="…\n…"))
    lines = list(record.dump(store))
    other = record.open_store(other_place)
    assert record.restore(other, lines) == 3
    assert list(record.dump(other)) == lines
    assert other.entry(statement.id) == store.entry(statement.id)
    assert [one.by for one in other.entry(statement.id).confirmed] == ["mé"]
    with pytest.raises(OSError, match="not empty"):
        record.restore(other, lines)
    other.close()


def test_a_dump_that_was_altered_is_refused_and_nothing_of_it_stays(store, other_place):
    add(store, article("It rains/Ann Lee", outlet="A"))
    add(store, article("It snows/Ann Lee", outlet="B"))
    lines = [line.replace("snows", "blows") for line in record.dump(store)]
    other = record.open_store(other_place)
    with pytest.raises(ValueError, match=r"line 3 .* was altered"):
        record.restore(other, lines)
    assert len(list(record.dump(other))) == 1
    other.close()


def test_a_newer_schema_is_refused_and_left_alone(store, place):
    with store.writing() as writer:
        writer.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaError, match="version 9999, this onrecord knows 0005: upgrade"):
        record.open_store(place)
    with store.reading() as connection:
        asked = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
        assert asked.scalar() == "9999"


def test_a_record_that_another_program_writes_to_is_locked_and_can_be_read(store, place):
    one = article("It rains/Ann Lee")
    add(store, one)
    other = record.open_store(place, wait_s=0.05)
    with store.writing():
        with pytest.raises(LockedError, match="another program is writing"):
            add(other, article("It snows/Bo Ng", outlet="B"))
        assert found(other, one) == ["“It rains,”"]
    assert add(other, article("It snows/Bo Ng", outlet="B")).outcome is Outcome.NEW
    other.close()


def test_a_read_only_record_answers_and_takes_nothing(store, place):
    one = article("It rains/Ann Lee")
    add(store, one)
    other = record.open_store(place, read_only=True)
    assert found(other, one) == ["“It rains,”"]
    with pytest.raises(ReadOnlyError, match="read"):
        add(other, article("It snows/Bo Ng", outlet="B"))
    other.close()
    assert len(list(store.articles())) == 1


def test_a_transaction_that_fails_leaves_nothing(store):
    before = list(record.dump(store))
    one = article("It rains/Ann Lee", outlet="A")
    two = reading(article("It snows/Bo Ng", outlet="B"))
    # The second article's statements are the first's: their ids collide at the end.
    with pytest.raises(OSError, match=r"(?i)unique"):
        store.add_all([(one, two.statements), (two.article, two.statements)], FIRST)
    assert list(record.dump(store)) == before
    assert add(store, article("It rains/Ann Lee")).statements == 1


def test_two_threads_add_at_once_and_nothing_is_lost_or_twice(store, place):
    articles = [article(f"It rains {n}/Ann Lee", outlet=f"O{n % 7}") for n in range(30)]

    def work(part):
        own = record.open_store(place)
        for one in part:
            add(own, one)
        own.close()

    # Two thirds of the articles are added by both.
    threads = [threading.Thread(target=work, args=(articles[a:b],)) for a, b in ((0, 25), (5, 30))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.id for one in store.articles()) == sorted(one.id for one in articles)
    assert all(len(store.entries_of(one.id)) == 1 for one in articles)
