"""Statements and tellings as neighbours: who speaks near what, how far, with what between."""

import bisect
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration import Narration
from onrecord.types import Kind, Span, Statement

__all__ = ["NEARNESS", "TRAITS", "Surroundings", "Telling"]

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

    @property
    def of(self) -> frozenset[int]:
        """The statements that they belong to by either."""
        return self.own | self.inside


class Surroundings:
    """What an article's statements and tellings are to each other.

    Args:
        narration: The article with its statements.
        ruled: For each statement, what rules found about it: stated, context, or nothing.
        told_whom: For each statement, whether an addressee is known.
    """

    def __init__(
        self, narration: Narration, ruled: Sequence[str | None], told_whom: Sequence[bool]
    ) -> None:
        self._narration = narration
        self._text = narration.article.text
        self._anchors = [_anchor(one) for one in narration.statements]
        self._in_order = sorted(self._anchors)
        self._of_speaker: dict[str | None, list[int]] = defaultdict(list)
        for anchor, key in sorted(zip(self._anchors, narration.speakers, strict=True), key=_first):
            self._of_speaker[key].append(anchor)
        self._names = [self._names_of(number) for number in range(len(self._anchors))]
        self._last_of_speaker = self._last()
        self.traits = [
            self._traits(number, ruled[number], is_told_whom=told_whom[number])
            for number in range(len(self._anchors))
        ]

    def inside(self, span: Span) -> frozenset[int]:
        """Return the statements in whose sentence a span stands."""
        return frozenset(
            number
            for number, frame in enumerate(self._narration.frames)
            if frame.tokens and frame.tokens[0].start <= span.start < frame.tokens[-1].end
        )

    def nearness(self, tellings: Sequence[Telling]) -> Iterator[list[list[float]]]:
        """Yield, for each statement, how each telling stands to it; `NEARNESS` has the columns.

        Args:
            tellings: In order of the text.
        """
        frames, speakers = self._narration.frames, self._narration.speakers
        about = [self._about(telling) for telling in tellings]
        places = [telling.span.start for telling in tellings]
        parts = max(1, len(self._narration.parts))
        for number, anchor in enumerate(self._anchors):
            key, names = speakers[number], self._names[number]
            is_same = [key is not None and key in one.keys for one in about]
            is_named = [bool(names & one.names) for one in about]
            before = bisect.bisect_right(places, anchor)
            own = [at for at in range(before) if is_same[at] or is_named[at]]
            rows = []
            for at, (telling, one) in enumerate(zip(tellings, about, strict=True)):
                apart = frames[number].paragraph - one.paragraph
                others, mine = self._between(number, places[at])
                between = self._tellings_between(places, places[at], anchor)
                theirs = is_same[at] or is_named[at]
                of = telling.of
                rows.append([
                    number in telling.inside, is_same[at], is_named[at],
                    apart == 0, apart == 1, apart == 2, 3 <= apart <= _FAR, apart > _FAR,
                    apart == -1, apart < -1, math.log1p(abs(apart)) / 2,
                    at == before - 1, bool(own) and at == own[-1],
                    between == 0, min(between, 6) / 6, theirs and between == 0,
                    others == 0, min(others, 5) / 5, min(mine, 5) / 5,
                    one.paragraph <= _LEAD, one.paragraph / parts, one.is_capital,
                    len(tellings) == 1, min(len(tellings), _MANY) / _MANY,
                    theirs and apart > 0, theirs and apart == 0,
                    bool(one.keys) and not is_same[at] and key is not None, not of,
                    bool(of) and min(abs(number - other) for other in of) == 1,
                    self._last_of_speaker[number] in of, min(len(telling.own), 4) / 4,
                    number in telling.inside and abs(places[at] - anchor) < _NEAR_SIGNS,
                    places[at] > anchor, one.opens,
                    *(one.opener == word for word in _OPENERS),
                ])  # fmt: skip
            yield rows

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

    def _between(self, number: int, place: int) -> tuple[int, int]:
        """Return how many statements of others and of the speaker lie between."""
        anchor = self._anchors[number]
        low, high = min(place, anchor), max(place, anchor)
        mine = _within(self._of_speaker[self._narration.speakers[number]], low, high)
        return _within(self._in_order, low, high) - mine, mine

    @staticmethod
    def _tellings_between(places: Sequence[int], one: int, other: int) -> int:
        return _within(places, min(one, other), max(one, other))

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

    def _traits(self, number: int, ruled: str | None, *, is_told_whom: bool) -> list[float]:
        statement = self._narration.statements[number]
        article = self._narration.article
        cue = article.words(statement.cue).lower().split()
        source = article.words(statement.source).lower()
        is_present = bool(cue) and cue[0].endswith("s") and cue[0] != "was"
        return [float(one) for one in (
            statement.kind is Kind.DIRECT, statement.kind is Kind.INDIRECT, not cue,
            bool(cue) and cue[0] in _PLAIN, not _GOING_ON.isdisjoint(cue),
            not _OTHER_TIME.isdisjoint(cue), is_present, source in _PRONOUNS, not source,
            self._narration.speakers[number] is None, statement.parent is not None,
            self._narration.frames[number].paragraph <= _LEAD,
            ruled == "stated", ruled == "context", is_told_whom,
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


def _anchor(statement: Statement) -> int:
    return (statement.cue or statement.source or statement.content)[0].start


def _first(pair: tuple[int, str | None]) -> int:
    return pair[0]


def _within(places: Sequence[int], low: int, high: int) -> int:
    """Return how many of some places, in order, lie between two."""
    return max(0, bisect.bisect_left(places, high) - bisect.bisect_right(places, low))


def _long(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= _SHORTEST_NAME)
