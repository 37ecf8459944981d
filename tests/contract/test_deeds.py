"""What people do to statements on record: the part of `Store`'s contract that is theirs."""

from dataclasses import replace

import pytest
from readings import FIRST, SECOND, HandReader, article, reading, rich, said

from onrecord import record
from onrecord.errors import CorrectionError, UnknownError
from onrecord.types import Act, Deed, Field


def add(store, one, reader=None):
    made = reading(one, reader)
    return store.add(one, made.statements, (reader or HandReader()).made_by)


def found(store, one):
    return [entry.words for entry in store.entries_of(one.id) if not entry.is_rejected]


def test_a_correction_stands_beside_the_finding_and_is_undone(store):
    one = article("It rains/Ann Lee")
    add(store, one)
    id_ = store.entries_of(one.id)[0].statement.id
    made = store.correct(id_, Field.SPEAKER, "Bo Ng", by="me", note="misread")
    assert (made.was, made.value, made.by) == ("Ann Lee", "Bo Ng", "me")
    entry = store.entry(id_)
    assert (entry.speaker, entry.found(Field.SPEAKER)) == ("Bo Ng", "Ann Lee")
    undone = store.undo(made.number, by="you")
    assert store.entry(id_).speaker == "Ann Lee"
    store.undo(undone.number, by="me")
    assert store.entry(id_).speaker == "Bo Ng"
    assert [one.deed for one in store.corrections(id_)] == [Deed.SET, Deed.UNDO, Deed.UNDO]


def test_a_confirmation_vouches_for_a_statement_as_it_stands(store):
    one = article("It rains/Ann Lee")
    add(store, one)
    id_ = store.entries_of(one.id)[0].statement.id
    made = store.confirm(id_, by="me", note="heard it")
    assert (made.deed, made.by, made.note, made.field) == (Deed.CONFIRM, "me", "heard it", None)
    assert store.entry(id_).confirmed == (made,)
    assert store.entry(id_).corrected == {}
    changed_later = store.correct(id_, Field.ACT, "deny", by="you")
    assert store.entry(id_).confirmed == ()
    other = store.confirm(id_, by="you")
    assert store.entry(id_).confirmed == (other,)
    store.undo(changed_later.number, by="me")
    assert store.entry(id_).confirmed == (made,)
    store.undo(made.number, by="me")
    assert store.entry(id_).confirmed == ()


def test_a_confirmed_statement_outlives_a_new_reading_until_that_is_undone(store):
    one = article("It rains/Ann Lee", "It snows/Bo Ng")
    add(store, one)
    rain, _ = (entry.statement.id for entry in store.entries_of(one.id))
    made = store.confirm(rain, by="me")
    store.reread(one, [], SECOND)
    assert found(store, one) == ["“It rains,”"]
    assert store.entry(rain).confirmed == (made,)
    store.undo(made.number, by="me")
    store.reread(one, [], FIRST)
    assert found(store, one) == []


def test_a_confirmation_goes_over_to_a_newer_revision_with_the_same_values(store):
    url = "https://echo.example/1"
    first = article("It rains/Ann Lee", "It snows/Bo Ng", url=url)
    add(store, first)
    for entry in store.entries_of(first.id):
        store.confirm(entry.statement.id, by="me")
    second = article("Update.", "It rains/Ann Lee", "It snows/Bo Ng", url=url)
    rain, snow = reading(second).statements
    store.add(second, [rain, replace(snow, act=Act.WARN)], FIRST)
    names = [[one.by for one in entry.confirmed] for entry in store.entries_of(second.id)]
    assert names == [["me"], []]


def test_what_is_off_the_record_cannot_be_confirmed(store):
    one = article("It rains/Ann Lee")
    add(store, one)
    id_ = store.entries_of(one.id)[0].statement.id
    store.reject(id_, by="me")
    with pytest.raises(CorrectionError, match="is rejected"):
        store.confirm(id_, by="me")
    with pytest.raises(UnknownError):
        store.confirm("st1_none", by="me")


def test_a_moved_statement_keeps_its_values_and_the_old_one_stays_on_record(store):
    one, old = rich()
    store.add(one, [old], FIRST)
    store.correct(old.id, Field.ACT, "warn", by="me")
    places = record.Places(content=old.content[:1], source=old.source)
    new = record.moved(store.entry(old.id), places, SECOND)
    made = store.move(old.id, new, by="you", note="shorter")
    assert (made.deed, made.statement) == (Deed.ADD, new.id)
    assert store.entry(old.id).is_rejected
    assert store.entry(new.id).corrected == {Field.ACT: "warn"}
    kept = store.entry(new.id).statement
    assert (kept.speaker, kept.said_at, kept.how) == (old.speaker, old.said_at, old.how)
    assert [one.kind for one in kept.asides] == [one.kind for one in old.asides]
    assert found(store, one) == ["“It’s 5 °C"]
    before = list(record.dump(store))
    with pytest.raises(CorrectionError, match="on record already"):
        store.move(old.id, new, by="you")
    assert list(record.dump(store)) == before


def test_what_is_rejected_is_off_and_can_come_back(store):
    one = article("It rains/Ann Lee")
    add(store, one)
    id_ = store.entries_of(one.id)[0].statement.id
    made = store.reject(id_, by="me")
    assert found(store, one) == []
    assert store.entry(id_).is_rejected
    store.undo(made.number, by="me")
    assert found(store, one) == ["“It rains,”"]


def test_what_is_added_by_hand_is_on_record_until_undone(store):
    one = article("It rains/Ann Lee", "Snow is sure, Bo Ng said.")
    add(store, one)
    made = store.add_by_hand(said(one, "Snow is sure", "Bo Ng"), by="me")
    assert found(store, one) == ["“It rains,”", "Snow is sure"]
    with pytest.raises(CorrectionError, match="on record already"):
        store.add_by_hand(said(one, "Snow is sure", "Bo Ng"), by="me")
    store.undo(made.number, by="me")
    assert found(store, one) == ["“It rains,”"]


def test_a_statement_added_with_values_has_them_or_is_not_added(store):
    one = article("Snow is sure, Bo Ng said.")
    add(store, one)
    made = said(one, "Snow is sure", "Bo Ng")
    with pytest.raises(CorrectionError):
        store.add_by_hand(made, by="me", values={Field.ACT: "shout"})
    assert store.corrections() == ()
    store.add_by_hand(made, by="me", values={Field.SPEAKER: "Bo Ng", Field.ACT: "deny"})
    entry = store.entry(made.id)
    assert (entry.speaker, entry.value(Field.ACT)) == ("Bo Ng", "deny")


def test_values_that_a_field_cannot_have_are_refused(store):
    one = article("It rains/Ann Lee")
    add(store, one)
    id_ = store.entries_of(one.id)[0].statement.id
    for field, value in ((Field.ACT, "shout"), (Field.SAID_AT, "soon"), (Field.SPEAKER, " ")):
        with pytest.raises(CorrectionError):
            store.correct(id_, field, value, by="me")
    with pytest.raises(CorrectionError, match="nobody is named"):
        store.correct(id_, Field.ACT, "deny", by=" ")
    assert store.corrections() == ()
