"""The marked acts: what is learned from, and what is kept apart."""

from onrecord.types import Act
from onrecord_lab.acts import marked_acts, marked_apart


def test_marks_apart_are_of_other_articles():
    learned, apart = marked_acts(), marked_apart()
    assert len(learned) > 5000
    assert len(apart) > 1000
    assert not {name for name, *_ in learned} & {name for name, *_ in apart}


def test_every_act_is_marked_somewhere():
    assert {act for act, _ in marked_acts().values()} == set(Act)
