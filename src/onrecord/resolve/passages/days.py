"""Times that a passage names, and which of them may be a statement's."""

import datetime
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from onrecord.resolve.narration import Narration
from onrecord.resolve.passages.passage import Days, tellings_of
from onrecord.resolve.passages.surroundings import Surroundings, Telling, is_said
from onrecord.tagger import States
from onrecord.types import Basis, Grain, SaidAt

__all__ = ["TIME_FEATURES", "DayEvidence"]

_GRAINS = (
    *(Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY, Grain.DAY, Grain.WEEKEND, Grain.WEEK),
    *(Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.YEAR),
)
_OF_ONE_DAY = frozenset(_GRAINS[:4])
_LONG_AGO = 60
# How far back a day counts that nobody can tell.
_UNKNOWN = 1.5

TIME_FEATURES = (
    *("in what is said", *(f"grain {grain}" for grain in _GRAINS), "day of publication"),
    *("days ago", "one day", "stated of some", "stated of many", "lent to many"),
)
"""What a time is like by itself."""


class DayEvidence:
    """What an article tells of when its statements were made.

    Args:
        narration: The article with its statements.
        named: Every time that the article names, none of them to come, in order.
        found: What rules found for each statement.
        around: Its statements and tellings as neighbours.
        states: What the network has made of the text.
    """

    def __init__(
        self,
        narration: Narration,
        named: Sequence[SaidAt],
        found: Sequence[SaidAt | None],
        around: Surroundings,
        states: States,
    ) -> None:
        self._narration = narration
        self._around = around
        self._states = states
        self._named = [time for time in named if time.span is not None]
        spans = [time.span for time in self._named if time.span is not None]
        self._has_time = np.array([time is not None for time in found], dtype=bool)
        stated, lent = _owners(found)
        self._lent = [lent.get(span.start, frozenset()) for span in spans]
        self._tellings = [
            Telling(span=span, own=stated.get(span.start, frozenset()), inside=around.inside(span))
            for span in spans
        ]
        self._features = self._features_of_all()
        self._paragraphs = [narration.paragraph_of(span.start) for span in spans]

    def days(self, rows: range) -> tuple[Days, list[SaidAt]]:
        """Return what is asked about some statements, and the times in question.

        Args:
            rows: Numbers of the statements.
        """
        near = self._around.near(rows, self._paragraphs)
        tellings = [self._tellings[at] for at in near]
        by_rule = np.zeros((len(rows), len(near), 3), dtype=np.float32)
        for place, at in enumerate(near):
            for kind, numbers in enumerate((self._tellings[at].own, self._lent[at])):
                by_rule[
                    [number - rows.start for number in numbers if number in rows], place, kind
                ] = 1
        by_rule[:, :, 2] = self._has_time[rows.start : rows.stop, None]
        return Days(
            tellings=tellings_of(self._narration, [one.span for one in tellings], self._states),
            features=self._features[near.start : near.stop],
            pairs=np.concatenate([self._around.nearness(tellings, rows), by_rule], axis=2),
        ), self._named[near.start : near.stop]

    def _features_of_all(self) -> np.ndarray:
        published = _day(self._narration.article.published)
        said = self._narration.contents
        rows = []
        for time, telling, lent in zip(self._named, self._tellings, self._lent, strict=True):
            day = _day(time.start) if time.grain in _OF_ONE_DAY else None
            ago = (published - day).days if published and day else None
            rows.append([
                is_said(said, telling.span.start),
                *(time.grain is grain for grain in _GRAINS),
                published is not None and time.value[:10] == str(published),
                _UNKNOWN if ago is None else min(_LONG_AGO, max(0, ago)) / _LONG_AGO,
                day is not None,
                bool(telling.own), min(len(telling.own), 4) / 4, min(len(lent), 6) / 6,
            ])  # fmt: skip
        return np.array(rows, dtype=np.float32).reshape(len(rows), len(TIME_FEATURES))


def _owners(
    found: Sequence[SaidAt | None],
) -> tuple[dict[int, frozenset[int]], dict[int, frozenset[int]]]:
    """Return, by where a time begins, the statements that state it and those it is lent to."""
    stated: dict[int, set[int]] = defaultdict(set)
    lent: dict[int, set[int]] = defaultdict(set)
    for number, time in enumerate(found):
        if time is not None and time.span is not None:
            (lent if time.basis is Basis.CONTEXT else stated)[time.span.start].add(number)
    return _frozen(stated), _frozen(lent)


def _frozen(numbers: dict[int, set[int]]) -> dict[int, frozenset[int]]:
    return {at: frozenset(some) for at, some in numbers.items()}


def _day(moment: datetime.date | None) -> datetime.date | None:
    return moment.date() if isinstance(moment, datetime.datetime) else moment
