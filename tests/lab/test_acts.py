"""The acts that readers marked."""

from onrecord.types import Act
from onrecord_lab.acts import marked_acts


def test_every_act_is_marked_somewhere():
    marked = marked_acts()
    assert len(marked) > 7000
    assert {act for act, _ in marked.values()} == set(Act)
