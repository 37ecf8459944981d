"""What a passage may not lend to a statement, whether a rule or the pointer would lend it.

The day of another event ("since introduced on Monday"), one told only later, one of words
that went another way; a channel that the cue or a day of the statement's own rules out, or of
an occasion that was over, or of who only tells what another had said.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.resolve.how.going_on import cue_words
from onrecord.resolve.how.stage import VOTED
from onrecord.resolve.how.words import EVENTS, word_set
from onrecord.resolve.narration import Frame, Narration, words_in
from onrecord.resolve.passages.surroundings import anchor_of
from onrecord.resolve.when.about import is_of_another_event
from onrecord.resolve.when.going_on import is_of_no_day
from onrecord.types import (
    Addressee,
    Basis,
    Channel,
    ChannelKind,
    Ground,
    How,
    Occasion,
    Place,
    SaidAt,
    SourceType,
    Span,
)

__all__ = ["Vetoes"]

_Part = TypeVar("_Part", Channel, Place, Occasion, Addressee)

_WRITING = word_set("wrote writes writing tweeted tweeting posted posting emailed e-mailed penned")
_SPOKEN = frozenset((
    ChannelKind.INTERVIEW, ChannelKind.SPEECH, ChannelKind.PRESS_CONFERENCE, ChannelKind.MEETING,
    ChannelKind.BROADCAST, ChannelKind.VIDEO, ChannelKind.PHONE_CALL, ChannelKind.TESTIMONY,
))  # fmt: skip
_WRITTEN = frozenset((
    ChannelKind.DOCUMENT, ChannelKind.LETTER, ChannelKind.SOCIAL_MEDIA, ChannelKind.STATEMENT,
    ChannelKind.COURT, ChannelKind.VIDEO,
))  # fmt: skip
# One thing under two names: an interview is broadcast, a statement is read to the press.
_ALIKE = (
    frozenset((ChannelKind.INTERVIEW, ChannelKind.BROADCAST)),
    frozenset((ChannelKind.COURT, ChannelKind.TESTIMONY)),
    frozenset((ChannelKind.STATEMENT, ChannelKind.PRESS_CONFERENCE)),
    _WRITTEN,
)


# Where who speaks is there in person.
_THERE = frozenset((
    ChannelKind.INTERVIEW, ChannelKind.SPEECH, ChannelKind.PRESS_CONFERENCE, ChannelKind.PHONE_CALL,
))  # fmt: skip
_ALONE = frozenset((ChannelKind.SPEECH, ChannelKind.INTERVIEW))
_OUTSIDER = re.compile(r"\b(?:sources?|analysts?|critics?|observers?|economists?)\b", re.IGNORECASE)
_SPOKESMAN = re.compile(r"\bspokes(?:man|woman|person|men|women)\b", re.IGNORECASE)
_OPENING = 5
_DEFINITE = word_set("the his her their its that this")
_OCCASIONS = EVENTS | word_set("interview speech address call broadcast show briefing")


class Vetoes:
    """What an article's statements may take of each other's channels and times.

    Args:
        narration: The article with its statements.
        ways: How each statement was made, as far as rules found it.
        times: When each was; read anew for each question, so that what is known of those
            before counts.
    """

    def __init__(
        self, narration: Narration, ways: Sequence[How], times: Sequence[SaidAt | None]
    ) -> None:
        self._narration = narration
        self._stated = [_own(how.channel) for how in ways]
        self._days = [
            time if time is not None and time.basis is Basis.STATED else None for time in times
        ]
        self._times = times
        self._numbers = {one.id: number for number, one in enumerate(narration.statements)}
        self._of_channel = _numbers((channel.span if channel else None) for channel in self._stated)
        self._of_day = _numbers((day.span if day else None) for day in self._days)

    def allowed(self, number: int, way: How) -> How:
        """Return how a statement was made, without what it may not be lent.

        Args:
            number: Of the statement.
            way: How it was made, a lent channel with it.
        """
        channel = way.channel
        if channel is None or channel.ground is Ground.STATED:
            return way
        if self._is_apart(number):
            return _without_lent(way)
        key = self._narration.speakers[number]
        owners = self._of_channel.get(channel.span, [])
        own = [one for one in owners if key is not None and self._narration.speakers[one] == key]
        if own and self._is_of_other_day(number, own):
            return _without_lent(way)
        if owners and not own and self._was_elsewhere(number, channel.kind):
            return _without_lent(way)
        words = set(cue_words(self._narration.frames[number]))
        if not words.isdisjoint(VOTED):
            return replace(way, channel=None)  # a vote is in none of what others say
        is_against = channel.kind in _SPOKEN and not _WRITING.isdisjoint(words)
        return replace(way, channel=None) if is_against else way

    def _is_apart(self, number: int) -> bool:
        """Say whether a statement is another's, told within one, or made after an occasion."""
        parent = self._numbers.get(self._narration.statements[number].parent or "")
        speakers = self._narration.speakers
        is_within = parent is not None and (
            speakers[number] is None or speakers[parent] != speakers[number]
        )
        return is_within or _is_after_occasion(self._narration.frames[number])

    def _was_elsewhere(self, number: int, kind: ChannelKind) -> bool:
        """Say whether who speaks was hardly there where another spoke: sources, analysts.

        Nor is a spokesman heard in the speech of who is spoken for.
        """
        one = self._narration.statements[number]
        if kind not in _THERE:
            return False
        if one.speaker is not None and one.speaker.type is SourceType.ANONYMOUS:
            return True
        words = self._narration.article.words(one.source)
        is_for = kind in _ALONE and _SPOKESMAN.search(words) is not None
        return is_for or _OUTSIDER.search(words) is not None

    def _is_of_other_day(self, number: int, owners: Sequence[int]) -> bool:
        """Say whether a statement tells a day that the one it goes on from is not of."""
        day = self._days[number]
        # Of one told farther down, the day may not be known yet.
        before = [one for one in owners if one < number]
        if day is None or len(before) < len(owners):
            return False
        others = [self._times[one] for one in before]
        return not any(other and _may_be_one(day, other) for other in others)

    def allows_time(
        self, number: int, time: SaidAt | None, channel: Channel | None, *, is_pointed: bool
    ) -> bool:
        """Say whether a statement may have a time that its own sentence does not tell.

        Args:
            number: Of the statement.
            time: Its time; one that its own sentence tells is allowed.
            channel: Its channel, where it is known.
            is_pointed: Whether no rule lends that time.
        """
        if time is None or time.span is None or time.basis is not Basis.CONTEXT:
            return True
        if is_of_no_day(self._narration.frames[number]):
            return False
        owners = self._of_day.get(time.span, [])
        if not owners:
            return not self._is_of_another_event(number, time.span)
        # What a rule lends goes on from the same speaker, whatever else is lent.
        own = channel if is_pointed else _own(channel)
        ways = [one for one in (self._stated[owner] for owner in owners) if one]
        is_else = own is not None and all(_is_another_way(own.kind, way.kind) for way in ways)
        return not (ways and is_else)

    def _is_of_another_event(self, number: int, span: Span) -> bool:
        """Say whether a time is told after a statement, or beside something else that was."""
        sentence = self._narration.sentence_at(span.start)
        before = words_in(self._narration.article.text, sentence.start, span.start)
        if is_of_another_event([token.low for token in before]):
            return True
        anchor = anchor_of(self._narration.statements[number])
        return span.start >= self._narration.sentence_at(anchor).end


def _is_after_occasion(frame: Frame) -> bool:
    """Say whether a sentence opens with what was over: "*After the interview*, she said"."""
    lows = [token.low for token in frame.tokens[:_OPENING]]
    is_over = lows[:1] == ["after"] and lows[1:2] and lows[1] in _DEFINITE
    return bool(is_over) and not _OCCASIONS.isdisjoint(lows[2:])


def _without_lent(how: How) -> How:
    """Return a setting with what its own sentence tells, and nothing else."""
    return How(
        channel=_own(how.channel),
        place=_own(how.place),
        occasion=_own(how.occasion),
        addressee=_own(how.addressee),
    )


def _own(part: _Part | None) -> _Part | None:
    return part if part is not None and part.ground is Ground.STATED else None


def _numbers(keys: Iterable[Span | None]) -> dict[Span, list[int]]:
    """Return the numbers of each key, those of None left out."""
    found: dict[Span, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if key is not None:
            found[key].append(number)
    return found


def _is_another_way(one: ChannelKind, other: ChannelKind) -> bool:
    return one is not other and not any({one, other} <= alike for alike in _ALIKE)


def _may_be_one(one: SaidAt, other: SaidAt) -> bool:
    """Say whether two times may be one: the same day, or one that is within the other."""
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return one.value == other.value
    return _day(one.start) < _last(other) and _day(other.start) < _last(one)


def _last(time: SaidAt) -> datetime.date:
    """Return the first day that is wholly after a time."""
    end = time.end or datetime.date.max
    is_within = isinstance(end, datetime.datetime)
    return _day(end) + datetime.timedelta(days=1) if is_within else end


def _day(moment: datetime.date) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment
