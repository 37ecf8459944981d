"""What passages tell about the statements in them, beside what rules find."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.resolve.narration import Narration
from onrecord.resolve.passages.channels import (
    ChannelEvidence,
    ChannelWords,
    channel_words,
    told_channel,
)
from onrecord.resolve.passages.days import DayEvidence
from onrecord.resolve.passages.passage import Passage
from onrecord.resolve.passages.pointer import Answers, Lent, Pointer, pointer
from onrecord.resolve.passages.surroundings import (
    TRAITS,
    Surroundings,
    Telling,
    anchor_of,
)
from onrecord.resolve.passages.vetoes import Vetoes
from onrecord.tagger import States
from onrecord.tagger.details import CHANNELS
from onrecord.types import Basis, ChannelKind, Ground, How, SaidAt, Statement

__all__ = ["Evidence", "Found", "with_passages"]

# Statements looked at together, and those beside them that are looked at too.
_BLOCK, _BESIDE = 80, 20
# A channel that rules lend and the pointer holds for less likely than this was right in one of
# eleven cases (of 132 among the marks, by pointers that had not learned from them); interviews
# in one of three, so that they stay.
_LEAST_CHANNEL_LENT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is known of an article's statements before its passages are asked.

    Attributes:
        narration: The article with its statements.
        ways: How each statement was made, as far as rules found it.
        times: When each was.
        named: Every time that the article names, none of them to come, in order.
        network: What the network says of each statement's channel and basis.
        states: What the network has made of the text.
    """

    narration: Narration
    ways: Sequence[How]
    times: Sequence[SaidAt | None]
    named: Sequence[SaidAt]
    network: Sequence[np.ndarray | None]
    states: States


class Evidence:
    """What an article tells of how and when its statements were made.

    Args:
        found: What is known.
        words: What may tell a channel; the shipped ones if None.
    """

    def __init__(self, found: Found, words: ChannelWords | None = None) -> None:
        self._narration, self._states = narration, states = found.narration, found.states
        self._around = around = Surroundings(narration, found.ways)
        words = channel_words() if words is None else words
        self._channels = ChannelEvidence(
            narration, found.ways, found.network, words, around, states
        )
        self._days = DayEvidence(narration, found.named, found.times, around, states)

    def asked(
        self, rows: range, weights: Pointer
    ) -> tuple[Answers, list[Telling], list[SaidAt]] | None:
        """Return what a pointer answers, and what it was asked about; None if there is nothing.

        Args:
            rows: Numbers of the statements.
            weights: The pointer.
        """
        passage, tellings, times = self.passage(rows)
        if not tellings and not times:
            return None
        return weights.answers(passage), tellings, times

    def passage(self, rows: range) -> tuple[Passage, list[Telling], list[SaidAt]]:
        """Return what a pointer is asked about some statements, and what is in question.

        Args:
            rows: Numbers of the statements.

        Returns:
            The passage, what may tell a channel, and the times.
        """
        channels, tellings = self._channels.channels(rows)
        days, times = self._days.days(rows)
        narration = self._narration
        some = narration.statements[rows.start : rows.stop]
        length = max(1, len(narration.article.text))
        passage = Passage(
            traits=np.array(self._around.traits[rows.start : rows.stop], dtype=np.float32),
            states=np.array([self._states_of(one) for one in some], dtype=np.float32),
            paragraphs=np.array([narration.frames[number].paragraph for number in rows]),
            places=np.array([anchor_of(one) / length for one in some], dtype=np.float32),
            speakers=tuple(narration.speakers[rows.start : rows.stop]),
            days=days,
            channels=channels,
        )
        return passage, tellings, times

    def is_of_other_time(self, number: int) -> bool:
        """Say whether a cue tells that a statement was made before: "had called", "once said"."""
        return bool(self._around.traits[number][TRAITS.index("other time")])

    def _states_of(self, statement: Statement) -> np.ndarray:
        parts = (statement.cue, statement.source, statement.content[:1])
        return np.concatenate([self._states.mean(part) for part in parts])


def with_passages(
    found: Found, weights: Pointer | None = None
) -> tuple[tuple[How, ...], tuple[SaidAt | None, ...]]:
    """Return how and when statements were made, by rules and by what passages tell.

    A channel is told where rules found none, and so is a time. What rules lend must not be
    unlikely.

    Args:
        found: What is known.
        weights: By which tellings are given to statements; the shipped ones if None.
    """
    weights = pointer() if weights is None else weights
    ways, times = list(found.ways), list(found.times)
    evidence, vetoes = Evidence(found), Vetoes(found.narration, found.ways, times)
    for rows, answered in _blocks(len(ways)):
        asked = evidence.asked(rows, weights)
        if asked is None:
            continue
        for number in answered:
            row = number - rows.start
            ways[number] = _way(found, number, ways[number], (asked[0], row, asked[1]), weights)
            ways[number] = vetoes.allowed(number, ways[number])
            # "Had previously said": of a day before that of the passage.
            is_apart = times[number] is None and evidence.is_of_other_time(number)
            if found.narration.statements[number].parent is None and not is_apart:
                times[number] = _time(times[number], asked[0], row, asked[2], weights)
            channel, is_pointed = ways[number].channel, found.times[number] is None
            if not vetoes.allows_time(number, times[number], channel, is_pointed=is_pointed):
                times[number] = None
    return tuple(ways), tuple(times)


def _way(
    found: Found, number: int, way: How, asked: tuple[Answers, int, list[Telling]], weights: Pointer
) -> How:
    """Return how a statement was made: as rules found it, else as the pointer does."""
    answers, row, tellings = asked
    talk = found.narration.conversation
    if talk is not None and number in talk.lines and way.channel is not None:
        # By its layout a line is of the interview, as surely the last as the first.
        return way
    if way.channel is not None:
        if way.channel.ground is not Ground.CONTEXT:
            return way
        kind = CHANNELS.index(way.channel.kind)
        is_asked = kind in answers.value and way.channel.kind is not ChannelKind.INTERVIEW
        if not is_asked or answers.channels[row, 1 + kind] >= math.log(_LEAST_CHANNEL_LENT):
            return _sure_way(way, answers, row, weights, Lent.CHANNEL_BY_RULE)
        way = replace(way, channel=None)
    channel = answers.channel_of(row, weights.least_channel)
    if channel is None:
        return way
    value, at = channel
    told = told_channel(found.narration, number, tellings[at], CHANNELS[value], found.ways)
    return _sure_way(told, answers, row, weights, Lent.CHANNEL)


def _time(
    time: SaidAt | None, answers: Answers, row: int, named: Sequence[SaidAt], weights: Pointer
) -> SaidAt | None:
    """Return when a statement was said: as it states, else as rules and pointer nearly agree."""
    if time is not None and time.basis is not Basis.CONTEXT:
        return time
    values = [one.value for one in named]
    chances = answers.chances(row, values)
    if time is not None and chances.get(time.value, 1.0) >= weights.least_lent:
        return _sure_time(time, chances, weights, Lent.TIME_BY_RULE)
    place = answers.time_of(row, values, weights.least_time)
    if place is None:
        return None
    found = replace(named[place], basis=Basis.CONTEXT)
    return _sure_time(found, chances, weights, Lent.TIME)


def _sure_time(time: SaidAt, chances: Mapping[str, float], weights: Pointer, lent: Lent) -> SaidAt:
    chance = chances.get(time.value)
    return time if chance is None else replace(time, confidence=weights.sure(chance, lent))


def _sure_way(way: How, answers: Answers, row: int, weights: Pointer, lent: Lent) -> How:
    """Return how a statement was made, with how likely its channel is."""
    if way.channel is None:
        return way
    chance = math.exp(answers.channels[row, 1 + CHANNELS.index(way.channel.kind)])
    return replace(way, channel=replace(way.channel, confidence=weights.sure(chance, lent)))


def _blocks(many: int) -> Iterator[tuple[range, range]]:
    """Yield which statements to look at together, and which of them to answer.

    An article is one block. A book is cut, so that what it costs grows with its length.
    """
    for start in range(0, many, _BLOCK):
        answered = range(start, min(many, start + _BLOCK))
        yield range(max(0, start - _BESIDE), min(many, answered.stop + _BESIDE)), answered
