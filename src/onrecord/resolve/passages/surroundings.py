"""Statements and tellings as neighbours: who speaks near what, how far, with what between."""

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration import Narration
from onrecord.types import Ground, How, Kind, Span, Statement

__all__ = ["NEARNESS", "TRAITS", "Surroundings", "Telling", "anchor_of", "is_said"]

_OPENERS = (
    *("in", "on", "at", "during", "to", "with", "from", "of", "for", "by", "via", "through"),
    *("after", "before", "over"),
)
_WORD = re.compile(r"[A-Za-z']+")
_PROPER = re.compile(r"[A-Z][\w'\u2019-]+")
_PRONOUNS = word_set("he she they it i we")
_GOING_ON = word_set("added adds adding continued continues went concluded also noted explained")
_OTHER_TIME = word_set(
    "has have had previously earlier later once often repeatedly would before recently since"
)
_PLAIN = frozenset(("said", "told"))
_NEAR_SIGNS = 60
_OPENER_REACH = 30
_SHORTEST_NAME = 3
_FAR = 5
_MANY = 12
# How many paragraphs before and behind a block's statements something may tell about them.
_PARAGRAPHS_BEFORE, _PARAGRAPHS_BEHIND = 60, 20
# Lead paragraphs: what they tell, the rest of an article may explain.
_LEAD = 1

TRAITS = (
    *("direct", "indirect", "no cue", "plain cue", "goes on", "other time", "present", "pronoun"),
    *("no source", "nobody", "nested", "lead", "ruled stated", "ruled context", "told whom"),
)
"""What a statement is like by itself, whatever it is asked about."""
NEARNESS = (
    *("in its sentence", "same speaker", "named there", "paragraph 0", "paragraph 1"),
    *("paragraph 2", "paragraphs 3 to 5", "farther", "one behind", "more behind", "distance"),
    *("nearest before", "nearest of the speaker", "none between", "between"),
    *("speaker's, none between", "no other speaker between", "others between"),
    *("own between", "in the lead", "how far down", "capital", "only one", "how many"),
    *("speaker's, above", "speaker's, here", "other speaker's", "of no statement"),
    *("next to one of its", "of the speaker's last", "its statements", "close by", "behind"),
    *("opens its sentence",),
    *(f"opener {word}" for word in _OPENERS),
)
"""How a telling stands to a statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Words that may tell something about statements in their passage.

    Attributes:
        span: The words.
        own: Numbers of the statements of which rules say that these words tell it.
        inside: Numbers of the statements in whose sentence they stand.
    """

    span: Span
    own: frozenset[int]
    inside: frozenset[int]


class Surroundings:
    """What an article's statements and tellings are to each other.

    Args:
        narration: The article with its statements.
        ways: How each statement was made, as far as rules found it.
    """

    def __init__(self, narration: Narration, ways: Sequence[How]) -> None:
        self._narration = narration
        self._text = narration.article.text
        self._anchors = [anchor_of(one) for one in narration.statements]
        self._in_order = sorted(self._anchors)
        self._of_speaker: dict[str | None, list[int]] = defaultdict(list)
        for anchor, key in sorted(zip(self._anchors, narration.speakers, strict=True), key=_first):
            self._of_speaker[key].append(anchor)
        self._names = [self._names_of(number) for number in range(len(self._anchors))]
        self._last_of_speaker = self._last()
        self._sentences = _Stretches(
            (frame.tokens[0].start, frame.tokens[-1].end, number)
            for number, frame in enumerate(narration.frames)
            if frame.tokens
        )
        self.traits = [self._traits(number, how) for number, how in enumerate(ways)]

    def inside(self, span: Span) -> frozenset[int]:
        """Return the statements in whose sentence a span stands."""
        return self._sentences.around(span.start)

    def near(self, rows: range, paragraphs: Sequence[int]) -> range:
        """Return what stands among the paragraphs of some statements, or near them.

        Args:
            rows: Numbers of the statements.
            paragraphs: Where what may tell something stands, in order.
        """
        frames = self._narration.frames
        if len(rows) == len(frames):
            return range(len(paragraphs))
        places = [frames[number].paragraph for number in rows]
        low = bisect.bisect_left(paragraphs, min(places) - _PARAGRAPHS_BEFORE)
        return range(low, bisect.bisect_right(paragraphs, max(places) + _PARAGRAPHS_BEHIND))

    def nearness(self, tellings: Sequence[Telling], rows: range) -> np.ndarray:
        """Return how each telling stands to each of some statements.

        Args:
            tellings: In order of the text.
            rows: Numbers of the statements.

        Returns:
            Shape ``(len(rows), tellings, len(NEARNESS))``, float32.
        """
        about = [self._about(telling) for telling in tellings]
        paragraphs = np.array([one.paragraph for one in about])
        places = np.array([telling.span.start for telling in tellings])
        anchors = np.array(self._anchors[rows.start : rows.stop])
        shape = (len(rows), len(tellings))
        if 0 in shape:
            return np.zeros((*shape, len(NEARNESS)), dtype=np.float32)
        frames = self._narration.frames[rows.start : rows.stop]
        inside = _marked(rows, [one.inside for one in tellings])
        of = _marked(rows, [one.own | one.inside for one in tellings])
        same, named = self._same(rows, about), self._named(rows, about)
        theirs = same | named
        apart = np.array([frame.paragraph for frame in frames])[:, None] - paragraphs
        before = np.searchsorted(places, anchors, side="right")[:, None]
        at = np.arange(len(tellings))
        last = np.where(theirs & (at < before), at, -1).max(axis=1)[:, None]
        between = _between(places, anchors, places)
        others, mine = self._others_between(rows, places)
        nobody = np.array([key is None for key in self._speakers_of(rows)])[:, None]
        has_keys = np.array([bool(one.keys) for one in about])
        is_of_some = np.array([bool(one.own or one.inside) for one in tellings])
        few = min(len(tellings), _MANY) / _MANY
        columns = (
            inside, same, named,
            apart == 0, apart == 1, apart == 2, (apart >= 3) & (apart <= _FAR), apart > _FAR,
            apart == -1, apart < -1, np.log1p(abs(apart)) / 2,
            at == before - 1, at == last,
            between == 0, np.minimum(between, 6) / 6, theirs & (between == 0),
            others == 0, np.minimum(others, 5) / 5, np.minimum(mine, 5) / 5,
            paragraphs <= _LEAD, paragraphs / max(1, len(self._narration.parts)),
            np.array([one.is_capital for one in about]), len(tellings) == 1, few,
            theirs & (apart > 0), theirs & (apart == 0),
            has_keys & ~same & ~nobody, ~is_of_some, _beside(rows, tellings, of),
            self._is_of_last(rows, tellings),
            np.array([min(len(one.own), 4) for one in tellings]) / 4,
            inside & (abs(places - anchors[:, None]) < _NEAR_SIGNS),
            places > anchors[:, None], np.array([one.opens for one in about]),
            *(np.array([one.opener == word for one in about]) for word in _OPENERS),
        )  # fmt: skip
        near = np.empty((*shape, len(NEARNESS)), dtype=np.float32)
        for number, column in enumerate(columns):
            near[:, :, number] = column
        return near

    def _speakers_of(self, rows: range) -> Sequence[str | None]:
        return self._narration.speakers[rows.start : rows.stop]

    def _same(self, rows: range, about: Sequence["_About"]) -> np.ndarray:
        """Return whether a telling is of a statement's own speaker."""
        speakers = self._speakers_of(rows)
        of_key = {key: np.array([key == other for other in speakers]) for key in set(speakers)}
        same = np.zeros((len(rows), len(about)), dtype=bool)
        for at, one in enumerate(about):
            for key in one.keys & of_key.keys():
                same[of_key[key], at] = True
        return same

    def _named(self, rows: range, about: Sequence["_About"]) -> np.ndarray:
        """Return whether a telling's sentence has a word of the speaker's name."""
        with_word: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(about):
            for word in one.names:
                with_word[word].append(at)
        named = np.zeros((len(rows), len(about)), dtype=bool)
        for row, number in enumerate(rows):
            for word in self._names[number]:
                named[row, with_word.get(word, [])] = True
        return named

    def _is_of_last(self, rows: range, tellings: Sequence[Telling]) -> np.ndarray:
        """Return whether a telling is of the statement that the speaker made before."""
        of_last: dict[int, list[int]] = defaultdict(list)
        for row, number in enumerate(rows):
            last = self._last_of_speaker[number]
            if last is not None:
                of_last[last].append(row)
        found = np.zeros((len(rows), len(tellings)), dtype=bool)
        for at, telling in enumerate(tellings):
            for number in telling.own | telling.inside:
                found[of_last.get(number, []), at] = True
        return found

    def _others_between(self, rows: range, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return how many statements of others and of the speaker lie between."""
        anchors = np.array(self._anchors[rows.start : rows.stop])
        every = _between(np.array(self._in_order), anchors, places)
        mine = np.zeros_like(every)
        theirs: dict[str | None, list[int]] = defaultdict(list)
        for row, key in enumerate(self._speakers_of(rows)):
            theirs[key].append(row)
        for key, some in theirs.items():
            mine[some] = _between(np.array(self._of_speaker[key]), anchors[some], places)
        return every - mine, mine

    def _about(self, telling: Telling) -> "_About":
        sentence = self._narration.sentence_at(telling.span.start)
        speakers = self._narration.speakers
        words = _WORD.findall(
            self._text, max(0, telling.span.start - _OPENER_REACH), telling.span.start
        )
        opener = next((one for one in reversed(words[-4:]) if one.lower() in _OPENERS), None)
        keys = (speakers[number] for number in telling.own or telling.inside)
        return _About(
            paragraph=self._narration.paragraph_of(telling.span.start),
            keys=frozenset(key for key in keys if key is not None),
            names=frozenset(_PROPER.findall(self._text, sentence.start, sentence.end)),
            opener=opener.lower() if opener else None,
            is_capital=self._text[telling.span.start].isupper(),
            opens=len(self._text[sentence.start : telling.span.start].strip()) < _SHORTEST_NAME + 1,
        )

    def _last(self) -> list[int | None]:
        seen: dict[str, int] = {}
        last: list[int | None] = []
        for number, key in enumerate(self._narration.speakers):
            last.append(None if key is None else seen.get(key))
            if key is not None:
                seen[key] = number
        return last

    def _names_of(self, number: int) -> frozenset[str]:
        key = self._narration.speakers[number] or ""
        source = self._narration.article.words(self._narration.statements[number].source)
        return _long(_PROPER.findall(key)) or _long(_PROPER.findall(source))

    def _traits(self, number: int, how: How) -> list[float]:
        statement = self._narration.statements[number]
        article = self._narration.article
        cue = article.words(statement.cue).lower().split()
        source = article.words(statement.source).lower()
        ground = how.channel.ground if how.channel else None
        is_present = bool(cue) and cue[0].endswith("s") and cue[0] != "was"
        return [float(one) for one in (
            statement.kind is Kind.DIRECT, statement.kind is Kind.INDIRECT, not cue,
            bool(cue) and cue[0] in _PLAIN, not _GOING_ON.isdisjoint(cue),
            not _OTHER_TIME.isdisjoint(cue), is_present, source in _PRONOUNS, not source,
            self._narration.speakers[number] is None, statement.parent is not None,
            self._narration.frames[number].paragraph <= _LEAD,
            ground is Ground.STATED, ground is Ground.CONTEXT, how.addressee is not None,
        )]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What a telling's own sentence is like."""

    paragraph: int
    keys: frozenset[str]
    names: frozenset[str]
    opener: str | None
    is_capital: bool
    opens: bool


def is_said(said: Sequence[Span], place: int) -> bool:
    """Say whether a place is in what somebody says; those within others begin later.

    Args:
        said: All contents, in order.
        place: In the text.
    """
    at = bisect.bisect_right(said, place, key=lambda span: span.start)
    return any(place < span.end for span in said[max(0, at - 3) : at])


def anchor_of(statement: Statement) -> int:
    """Return where a statement begins to be told: its cue, else its source, else its content."""
    return (statement.cue or statement.source or statement.content)[0].start


def _first(pair: tuple[int, str | None]) -> int:
    return pair[0]


class _Stretches:
    """Stretches of a text with their numbers, asked which of them are around a place."""

    def __init__(self, stretches: Iterable[tuple[int, int, int]]) -> None:
        self._in_order = sorted(stretches)
        self._starts = [start for start, _, _ in self._in_order]
        self._furthest = list(accumulate((end for _, end, _ in self._in_order), max))

    def around(self, place: int) -> frozenset[int]:
        """Return the numbers of the stretches that a place is in."""
        found = []
        at = bisect.bisect_right(self._starts, place) - 1
        while at >= 0 and self._furthest[at] > place:
            _, end, number = self._in_order[at]
            if place < end:
                found.append(number)
            at -= 1
        return frozenset(found)


def _marked(rows: range, numbers: Sequence[frozenset[int]]) -> np.ndarray:
    """Return a table that is true for the statements of each telling."""
    table = np.zeros((len(rows), len(numbers)), dtype=bool)
    for at, some in enumerate(numbers):
        table[[number - rows.start for number in some if number in rows], at] = True
    return table


def _beside(rows: range, tellings: Sequence[Telling], of: np.ndarray) -> np.ndarray:
    """Return whether a telling is of the statement before or after, and not of this one."""
    found = np.zeros_like(of)
    for at, telling in enumerate(tellings):
        for number in telling.own | telling.inside:
            found[[n - rows.start for n in (number - 1, number + 1) if n in rows], at] = True
    return np.asarray(found & ~of)


def _between(many: np.ndarray, anchors: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return how many of some places, in order, lie between each anchor and each place."""
    low = np.minimum(anchors[:, None], places)
    high = np.maximum(anchors[:, None], places)
    found = np.searchsorted(many, high, side="left") - np.searchsorted(many, low, side="right")
    return np.asarray(np.maximum(found, 0))


def _long(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= _SHORTEST_NAME)
