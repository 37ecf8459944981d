"""The acts that readers marked."""

from onrecord.types import Act
from onrecord_lab.acts import marked_acts, marked_apart


def test_every_act_is_marked_somewhere():
    learned, apart = marked_acts(), marked_apart()
    assert len(learned) + len(apart) > 7000
    assert {act for act, _ in learned.values()} == set(Act)


def test_marks_apart_are_of_other_articles():
    learned, apart = marked_acts(), marked_apart()
    assert len(apart) > 1000
    assert not {name for name, *_ in learned} & {name for name, *_ in apart}
