"""Whatever is done to a record, in whatever order, its invariants hold."""

import shutil
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from readings import FIRST, SECOND, HandReader, article
from sqlalchemy import select

from onrecord import record
from onrecord.archive import Archive
from onrecord.ask import Question
from onrecord.record.tables import listing, outlet_counts, profile_counts, speaker_counts
from onrecord.types import Act, Deed, Field, Outcome

LINES = ("It rains/Ann Lee", "It snows/Bo Ng", "It rains again/Ann Lee", "Sun/Cy Oh", "Plain text.")
ADDRESSES = st.sampled_from(["https://a.example/1", "https://a.example/2", "https://b.example/1"])


class RecordMachine(RuleBasedStateMachine):
    """One record, and beside it a model: which texts were added, which values were set."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.count = 0
        self.archive = self.opened()
        self.texts = {}
        self.newest = {}
        self.deeds = []

    def opened(self):
        self.count += 1
        return Archive(record.open_store(self.folder / f"{self.count}.db"))

    def teardown(self):
        self.archive.close()
        shutil.rmtree(self.folder)

    @rule(url=ADDRESSES, lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=4))
    def add_or_revise(self, url, lines):
        one = article(*lines, url=url)
        (added,) = self.archive.add([one], HandReader(FIRST))
        if one.id in self.texts:
            assert added.outcome is Outcome.UNCHANGED
        else:
            expected = Outcome.REVISED if url in self.newest else Outcome.NEW
            assert added.outcome is expected
            self.texts[one.id], self.newest[url] = one, one.id

    def pick(self, data):
        every = [e for id_ in self.texts for e in self.archive.store.entries_of(id_)]
        return data.draw(st.sampled_from(every)) if every else None

    @rule(data=st.data(), name=st.sampled_from(["Xu Yi", "Ann Lee", None]))
    def correct_the_speaker(self, data, name):
        entry = self.pick(data)
        if entry is not None:
            made = self.archive.correct(entry.statement.id, Field.SPEAKER, name, by="me")
            assert made.was == entry.speaker
            assert self.archive.store.entry(entry.statement.id).speaker == name

    @rule(data=st.data(), act=st.sampled_from(list(Act)))
    def correct_the_act(self, data, act):
        entry = self.pick(data)
        if entry is not None:
            self.archive.correct(entry.statement.id, Field.ACT, act, by="me")
            assert self.archive.store.entry(entry.statement.id).value(Field.ACT) == act

    @rule(data=st.data())
    def reject(self, data):
        entry = self.pick(data)
        if entry is not None:
            self.archive.reject(entry.statement.id, by="me")
            assert self.archive.store.entry(entry.statement.id).is_rejected

    @rule(data=st.data())
    def confirm(self, data):
        entry = self.pick(data)
        if entry is not None and entry.is_current and not entry.is_rejected:
            made = self.archive.confirm(entry.statement.id, by="me")
            again = self.archive.store.entry(entry.statement.id)
            assert again.confirmed == (*entry.confirmed, made)
            assert again.corrected == entry.corrected

    @precondition(lambda self: self.archive.corrections())
    @rule(data=st.data())
    def undo_and_undo_the_undo(self, data):
        one = data.draw(st.sampled_from(self.archive.corrections()))
        before = self.archive.store.entry(one.statement)
        undone = self.archive.undo(one.number, by="you")
        self.archive.undo(undone.number, by="you")
        again = self.archive.store.entry(one.statement)
        assert (again.corrected, again.is_rejected, again.confirmed) == (
            before.corrected,
            before.is_rejected,
            before.confirmed,
        )

    @precondition(lambda self: self.archive.corrections())
    @rule(data=st.data())
    def undo(self, data):
        one = data.draw(st.sampled_from(self.archive.corrections()))
        self.archive.undo(one.number, by="you")

    @rule(left_out=st.sampled_from([(), ("snows",), ("rains", "Sun")]))
    def reread(self, left_out):
        touched = {
            one.statement: self.archive.store.entry(one.statement).corrected
            for one in self.archive.corrections()
        }
        maker = SECOND if left_out else FIRST
        list(self.archive.reread(HandReader(maker, words_left_out=left_out)))
        for id_, corrected in touched.items():
            assert self.archive.store.entry(id_).corrected == corrected

    @rule()
    def export_and_import(self):
        lines = list(self.archive.dump())
        other = self.opened()
        other.restore(lines)
        assert list(other.dump()) == lines
        self.archive.close()
        self.archive = other

    @invariant()
    def every_text_is_kept_and_every_word_is_a_slice_of_one(self):
        for id_, one in self.texts.items():
            assert self.archive.store.article(id_) == one
            for entry in self.archive.store.entries_of(id_):
                for span in entry.statement.content:
                    assert one[span] in one.text

    @invariant()
    def what_is_found_is_what_is_current_and_not_rejected(self):
        expected = {
            entry.statement.id
            for id_ in self.texts
            for entry in self.archive.store.entries_of(id_)
            if entry.is_current and not entry.is_rejected
        }
        found = {entry.statement.id for entry in self.archive.find(Question())}
        assert found == expected
        assert self.archive.search(Question()).total == len(expected)
        assert {id_ for id_ in self.texts if id_ in self.newest.values()} == {
            one.id for one in self.archive.store.articles()
        }

    @invariant()
    def the_counts_are_those_of_the_list(self):
        with self.archive.store.reading() as connection:
            rows = connection.execute(select(listing)).all()
            for table in (speaker_counts, outlet_counts, profile_counts):
                key = next(iter(table.primary_key)).name
                kept = {row[0]: row[1] for row in connection.execute(select(table)) if row[1]}
                counted = Counter(getattr(row, key) for row in rows)
                counted.pop(None, None)
                assert kept == dict(counted)

    @invariant()
    def corrections_are_only_ever_added(self):
        made = self.archive.corrections()
        assert made[: len(self.deeds)] == tuple(self.deeds)
        assert [one.number for one in made] == list(range(1, len(made) + 1))
        assert all((one.undoes is not None) == (one.deed is Deed.UNDO) for one in made)
        self.deeds = list(made)


RecordMachine.TestCase.settings = settings(
    max_examples=12, stateful_step_count=12, derandomize=True
)
TestAnyOrderOfDeedsKeepsTheInvariants = RecordMachine.TestCase
