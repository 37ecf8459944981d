"""What passages tell about the statements in them, beside what rules find."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

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
from onrecord.resolve.passages.pointer import Answers, Pointer, pointer
from onrecord.resolve.passages.surroundings import TRAITS, Surroundings, Telling
from onrecord.resolve.when import Times
from onrecord.tagger import States
from onrecord.tagger.details import CHANNELS
from onrecord.types import Basis, How, SaidAt, Span, Statement

__all__ = ["Evidence", "with_passages"]

# Statements looked at together, and those beside them that are looked at too.
_BLOCK, _BESIDE = 80, 20


class Evidence:
    """What an article tells of how and when its statements were made.

    Args:
        narration: The article with its statements.
        ways: How each was made, as far as rules found it.
        times: When each was, as far as rules found it; and all times that the article names.
        told: What the network says of each statement's channel and basis.
        states: What the network has made of the text.
        words: What may tell a channel; the shipped ones if None.
    """

    def __init__(
        self,
        narration: Narration,
        ways: Sequence[How],
        times: tuple[Times, Sequence[SaidAt | None]],
        told: Sequence[np.ndarray | None],
        states: States,
        words: ChannelWords | None = None,
    ) -> None:
        self._narration = narration
        self._states = states
        self._around = around = Surroundings(narration, ways)
        words = channel_words() if words is None else words
        self._channels = ChannelEvidence(narration, ways, told, words, around, states)
        named, found = times
        self._days = DayEvidence(narration, named.named, found, around, states)

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
            places=np.array([_words(one)[0].start / length for one in some], dtype=np.float32),
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
    narration: Narration,
    ways: Sequence[How],
    times: tuple[Times, Sequence[SaidAt | None]],
    told: Sequence[np.ndarray | None],
    states: States,
    weights: Pointer | None = None,
) -> tuple[tuple[How, ...], tuple[SaidAt | None, ...]]:
    """Return how and when statements were made, by rules and by what passages tell.

    A channel is told where rules found none; a time too, and what rules lend must not be unlikely.

    Args:
        narration: The article with its statements.
        ways: How each was made, as far as rules found it.
        times: When each was, as far as rules found it; and all times that the article names.
        told: What the network says of each statement's channel and basis.
        states: What the network has made of the text.
        weights: By which tellings are given to statements; the shipped ones if None.
    """
    weights = pointer() if weights is None else weights
    found_ways, found_times = list(ways), list(times[1])
    evidence = Evidence(narration, ways, times, told, states)
    for rows, answered in _blocks(len(ways)):
        asked = evidence.asked(rows, weights)
        if asked is None:
            continue
        answers, tellings, named = asked
        for number in answered:
            row = number - rows.start
            if ways[number].channel is None:
                channel = answers.channel_of(row, weights.least_channel)
                if channel is not None:
                    value, at = channel
                    how = told_channel(narration, number, tellings[at], CHANNELS[value], ways)
                    found_ways[number] = how
            if narration.statements[number].parent is None:
                time = _time(times[1][number], answers, row, named, weights)
                # "Had previously said": of a day before that of the passage.
                if times[1][number] is not None or not evidence.is_of_other_time(number):
                    found_times[number] = time
    return tuple(found_ways), tuple(found_times)


def _time(
    time: SaidAt | None, answers: Answers, row: int, named: Sequence[SaidAt], weights: Pointer
) -> SaidAt | None:
    """Return when a statement was said: as it states, else as rules and pointer nearly agree."""
    if time is not None and time.basis is not Basis.CONTEXT:
        return time
    values = [one.value for one in named]
    if time is not None and answers.chances(row, values).get(time.value, 1.0) >= weights.least_lent:
        return time
    place = answers.time_of(row, values, weights.least_time)
    return None if place is None else replace(named[place], basis=Basis.CONTEXT)


def _blocks(many: int) -> Iterator[tuple[range, range]]:
    """Yield which statements to look at together, and which of them to answer.

    An article is one block. A book is cut, so that what it costs grows with its length.
    """
    for start in range(0, many, _BLOCK):
        answered = range(start, min(many, start + _BLOCK))
        yield range(max(0, start - _BESIDE), min(many, answered.stop + _BESIDE)), answered


def _words(statement: Statement) -> tuple[Span, ...]:
    return statement.cue or statement.source or statement.content
