"""What the desk asks of a record beside searches, the same on both backends."""

import pytest
from readings import FIRST, article, reading

from onrecord.archive import Archive
from onrecord.ask import Question
from onrecord.ask.hints import outlets_like, speakers_like
from onrecord.ask.review import unsure
from onrecord.ask.versions import versions
from onrecord.errors import QuestionError, UnknownError
from onrecord.types import Field


@pytest.fixture
def archive(store):
    for number, lines in enumerate((["It rains/Ann Lee", "It snows/Mary Ann Lee"], ["Hail/Bo Ng"])):
        made = reading(article(*lines, outlet=f"Outlet {number}"))
        store.add(made.article, made.statements, FIRST)
    return Archive(store)


def test_the_queue_has_each_that_nobody_touched_once(store, archive):
    seen, after = [], None
    while (queue := unsure(store, after=after)).entries:
        assert queue.waiting == 3
        seen += [entry.statement.id for entry in queue.entries]
        after = queue.after
    assert len(set(seen)) == len(seen) == 3
    archive.correct(seen[0], Field.ACT, "state", by="ann")
    archive.reject(seen[1], by="ann")
    queue = unsure(store, limit=5)
    assert [entry.statement.id for entry in queue.entries] == [seen[2]]
    assert queue.waiting == 1
    made = archive.confirm(seen[2], by="ann")
    assert unsure(store).waiting == 0
    archive.undo(made.number, by="ann")
    queue = unsure(store, limit=5)
    assert [entry.statement.id for entry in queue.entries] == [seen[2]]


def test_the_queue_of_unresolved_speakers_has_no_others(store, archive):
    queue = unsure(store, is_unresolved=True)
    assert (queue.entries, queue.waiting, queue.after) == ((), 0, None)


def test_a_queue_goes_on_only_from_its_own_places(store):
    with pytest.raises(QuestionError):
        unsure(store, after="x")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("an", ("Ann Lee", "Mary Ann Lee")),
        ("lee a", ("Ann Lee", "Mary Ann Lee")),
        ("mar", ("Mary Ann Lee",)),
        ("ANN", ("Ann Lee", "Mary Ann Lee")),
        ("ee", ()),
        ("%", ()),
        ("", ()),
    ],
)
def test_hints_hold_the_words_typed(store, archive, typed, names):
    assert speakers_like(store, typed) == names


def test_hints_of_outlets_hold_what_was_typed(store, archive):
    assert outlets_like(store, "let 1") == ("Outlet 1",)
    assert outlets_like(store, "%") == ()
    assert outlets_like(store, " ") == ()


def test_a_name_in_quotation_marks_is_the_very_name(archive):
    assert archive.search(Question(speaker="Ann Lee")).total == 2
    assert archive.search(Question(speaker='"Ann Lee"')).total == 1
    assert archive.search(Question(speaker="“ann lee”")).total == 1
    assert archive.search(Question(speaker='"Lee"')).total == 0


def test_versions_are_all_texts_of_one_article(store):
    texts = [
        article(words, published=None, url="https://echo.example/1")
        for words in ("It rains/Ann Lee", "It pours/Ann Lee")
    ]
    for one in texts:
        store.add(one, reading(one).statements, FIRST)
    for one in texts:
        found = versions(store, one.id)
        assert [version.article for version in found] == texts
        assert [version.revision for version in found] == [1, 2]
        assert [version.is_current for version in found] == [False, True]
    with pytest.raises(UnknownError):
        versions(store, "ar1_none")
