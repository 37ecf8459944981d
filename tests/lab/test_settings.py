"""The settings that readers marked."""

from onrecord.types import Basis, ChannelKind
from onrecord_lab.settings import marked_settings


def test_every_channel_and_basis_is_marked_somewhere():
    marks = [mark for marks in marked_settings().values() for mark in marks]
    assert len(marks) > 15_000
    assert {mark.channel for mark in marks} == {*ChannelKind, None}
    assert {mark.basis for mark in marks} == set(Basis)


def test_what_tells_a_channel_is_marked_where_there_is_one():
    marks = [mark for marks in marked_settings().values() for mark in marks]
    assert all(mark.channel for mark in marks if mark.channel_words)
    told = [mark for mark in marks if mark.channel]
    assert sum(mark.channel_words is not None for mark in told) > 0.99 * len(told)


def test_time_is_told_by_something():
    marks = [mark for marks in marked_settings().values() for mark in marks]
    assert all((mark.said_at is None) == (mark.basis is Basis.PUBLISHED) for mark in marks)
