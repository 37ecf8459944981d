"""Channels that a passage tells: "at a rally in Casper", two paragraphs above what was said."""

import bisect
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from onrecord.resolve.how.outlet import named_in
from onrecord.resolve.narration import Narration, Token, words_in
from onrecord.resolve.passages.passage import Channels, network_of, tellings_of
from onrecord.resolve.passages.surroundings import Surroundings, Telling, is_said
from onrecord.tagger import States, read_card
from onrecord.tagger.details import CHANNELS
from onrecord.types import Addressee, Channel, ChannelKind, Ground, How, SourceType, Span

__all__ = ["ChannelEvidence", "ChannelWords", "channel_words", "told_channel", "words_outside"]

ChannelWords = Mapping[str, Mapping[ChannelKind, float]]
"""How often a word or two tell each channel, where they stand outside of what is said."""

_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9'\u2019&.\-]*[A-Za-z0-9]|[A-Za-z0-9]")
# What somebody comments on is what they speak of, not the way in which they do.
_TOPIC = re.compile(
    r"\b(?:comment(?:s|ed|ing)?\s+(?:on|about)|(?:react|respond)(?:s|ed|ing)?\s+to"
    r"|(?:reaction|response)s?\s+to|(?:ask|quizz|question|press)ed\s+(?:about|on)"
    r"|(?:speak|spoke|spoken|talk|complain|joke|brag|boast)(?:s|ed|ing)?\s+(?:about|of))"
    r"\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_TOPIC_REACH = 60
# "A job interview" reaches nobody else.
_NO_TALK = re.compile(r"\bjob\s+$", re.IGNORECASE)
# How many words before and behind a telling its outlet's name may begin.
_NAME_BEFORE, _NAME_BEHIND = 3, 6
_GIVEN = frozenset(("with", "on", "to"))
_NAMED = frozenset((ChannelKind.INTERVIEW, ChannelKind.BROADCAST, ChannelKind.SOCIAL_MEDIA))


@cache
def channel_words() -> ChannelWords:
    """Return the shipped words.

    Raises:
        WeightsError: If they are missing or broken.
    """
    return read_card("onrecord.resolve.passages", "words.json", _channel_words_of)


def _channel_words_of(card: Mapping[str, Mapping[str, float]]) -> ChannelWords:
    return {
        words: {ChannelKind(kind): share for kind, share in kinds.items()}
        for words, kinds in card.items()
    }


def told_channel(
    narration: Narration, number: int, telling: Telling, kind: ChannelKind, ways: Sequence[How]
) -> How:
    """Return how a statement was made, with the channel that a telling gives it.

    Args:
        narration: The article with its statements.
        number: Of the statement.
        telling: The words that tell it.
        kind: The channel.
        ways: What rules found for all statements.
    """
    ground = Ground.STATED if number in telling.inside else Ground.CONTEXT
    channel = _channel(narration, telling, kind, ways)
    addressee = ways[number].addressee or _interviewer(telling, channel, ways)
    return replace(ways[number], channel=replace(channel, ground=ground), addressee=addressee)


def _interviewer(telling: Telling, channel: Channel, ways: Sequence[How]) -> Addressee | None:
    """Return to whom else was told what was told in an interview: it is one conversation."""
    if channel.kind is not ChannelKind.INTERVIEW:
        return None
    told = (ways[number].addressee for number in sorted(telling.own))
    first = next((one for one in told if one is not None), None)
    return None if first is None else replace(first, ground=Ground.CONTEXT)


def _channel(
    narration: Narration, telling: Telling, kind: ChannelKind, ways: Sequence[How]
) -> Channel:
    """Return a telling's channel as rules found it for another statement, or as it stands."""
    for number in telling.own:
        channel = ways[number].channel
        if channel is not None and channel.kind is kind:
            return channel
    named = named_in(_beside(narration, telling.span)) if kind in _NAMED else None
    return Channel(kind=kind, name=named.name if named else None, span=telling.span)


def _beside(narration: Narration, span: Span) -> list[Token]:
    """Return a telling's words and those that may name its outlet: "a *CNN* interview".

    Behind it only what it is given "with", "on" or "to"; nothing of what is said.
    """
    sentence = narration.sentence_at(span.start)
    tokens = words_in(narration.article.text, sentence.start, sentence.end)
    first = next(n for n, token in enumerate(tokens) if token.end > span.start)
    last = max(n for n, token in enumerate(tokens) if token.start < span.end)
    is_given = last + 1 < len(tokens) and tokens[last + 1].low in _GIVEN
    near = tokens[max(0, first - _NAME_BEFORE) : last + 1 + (_NAME_BEHIND if is_given else 0)]
    return [token for token in near if not is_said(narration.contents, token.start)]


class ChannelEvidence:
    """What an article tells of its statements' channels.

    Args:
        narration: The article with its statements.
        ways: What rules found.
        told: What the network says of each statement's channel and basis.
        words: What may tell a channel.
        around: The statements and what is told as neighbours.
        states: What the network has made of the text.
    """

    def __init__(
        self,
        narration: Narration,
        ways: Sequence[How],
        told: Sequence[np.ndarray | None],
        words: ChannelWords,
        around: Surroundings,
        states: States,
    ) -> None:
        self._narration = narration
        self._channels = [how.channel for how in ways]
        self._told = told
        self._around = around
        self._states = states
        found = _tellings(narration, self._channels, self._around, words)
        self._tellings, self._shares, self._by_rule = found
        self._paragraphs = [narration.paragraph_of(one.span.start) for one in self._tellings]

    def channels(self, rows: range) -> tuple[Channels, list[Telling]]:
        """Return what is asked about some statements, and the tellings in question.

        Args:
            rows: Numbers of the statements. A telling is asked about if it stands among
                their paragraphs or not far from them.
        """
        frames = [self._narration.frames[number] for number in rows]
        network = [network_of(self._told[number]) for number in rows]
        chances = np.array([of_channel for of_channel, _ in network], dtype=np.float32)
        traits = np.array(
            [
                [*self._around.traits[number], *of_basis]
                for number, (_, of_basis) in zip(rows, network, strict=True)
            ],
            dtype=np.float32,
        )
        near = self._around.near(rows, self._paragraphs)
        tellings = [self._tellings[at] for at in near]
        choices = [
            (place, at, kind)
            for place, at in enumerate(near)
            for kind in dict.fromkeys((*self._shares[at], *self._by_rule[at]))
        ]
        telling = np.array([place for place, _, _ in choices], dtype=np.int64)
        value = np.array([CHANNELS.index(kind) for _, _, kind in choices], dtype=np.int64)
        words_say = [_by_words(kind, self._shares[at]) for _, at, kind in choices]
        rules_say = np.repeat(self._rules_say(choices, None)[None], len(rows), axis=0)
        for row, number in enumerate(rows):
            if self._channels[number] is not None:
                rules_say[row] = self._rules_say(choices, self._channels[number])
        parts = max(1, len(self._narration.parts))
        none = [
            [not tellings, min(len(tellings), 12) / 12, frame.paragraph / parts] for frame in frames
        ]
        asked = Channels(
            tellings=tellings_of(self._narration, [one.span for one in tellings], self._states),
            telling=telling,
            value=value,
            pairs=_side_by_side(
                (len(rows), len(choices)),
                self._around.nearness(tellings, rows)[:, telling],
                np.array(words_say, dtype=np.float32).reshape(len(choices), 3),
                rules_say,
                chances[:, 1 + value, None],
                chances[:, None, :1],
                np.eye(len(CHANNELS), dtype=np.float32)[value],
                traits[:, None],
            ),
            none=np.concatenate([traits, chances[:, :1], np.array(none, dtype=np.float32)], axis=1),
        )
        return asked, tellings

    def _rules_say(
        self, choices: Sequence[tuple[int, int, ChannelKind]], channel: Channel | None
    ) -> np.ndarray:
        """Return what rules say of each choice to a statement with that channel by rule."""
        said = [
            _by_rule(kind, self._tellings[at], self._by_rule[at], channel)
            for _, at, kind in choices
        ]
        return np.array(said, dtype=np.float32).reshape(len(choices), 7)


def _side_by_side(size: tuple[int, int], *parts: np.ndarray) -> np.ndarray:
    """Return parts that spread over statements and choices as one."""
    return np.concatenate(
        [np.broadcast_to(part, (*size, part.shape[-1])) for part in parts], axis=2
    )


def _by_words(kind: ChannelKind, shares: Mapping[ChannelKind, float]) -> list[float]:
    share = shares.get(kind, 0.0)
    return [share, math.log(share + 0.02) / 4, share == max(shares.values(), default=0.0)]


def _by_rule(
    kind: ChannelKind,
    telling: Telling,
    by_rule: Mapping[ChannelKind, Ground],
    channel: Channel | None,
) -> list[float]:
    """Return what rules say of a telling, and of the statement that is asked about."""
    ground = by_rule.get(kind)
    found = None
    if channel is not None and channel.kind is kind and channel.span.touches(telling.span):
        found = channel.ground
    return [
        ground is Ground.STATED, ground is Ground.CONTEXT, bool(by_rule) and ground is None,
        found is Ground.STATED, found is Ground.CONTEXT,
        channel is not None and channel.kind is not kind,
        channel is not None and channel.kind is kind,
    ]  # fmt: skip


def _tellings(
    narration: Narration,
    channels: Sequence[Channel | None],
    around: Surroundings,
    words: ChannelWords,
) -> tuple[list[Telling], list[Mapping[ChannelKind, float]], list[dict[ChannelKind, Ground]]]:
    """Return tellings in order, how often their words tell what, and what rules say they tell."""
    found: dict[Span, Mapping[ChannelKind, float]] = dict(_hits(narration, words))
    spans = sorted(found)
    owners: dict[Span, set[int]] = {}
    by_rule: dict[Span, dict[ChannelKind, Ground]] = {}
    for number, channel in enumerate(channels):
        if channel is None:
            continue
        same = next((span for span in spans if span.touches(channel.span)), channel.span)
        if same not in found:
            found[same] = {}
            bisect.insort(spans, same)
        rules = by_rule.setdefault(same, {})
        if channel.ground is Ground.STATED:
            rules[channel.kind] = Ground.STATED
            owners.setdefault(same, set()).add(number)
        else:
            rules.setdefault(channel.kind, Ground.CONTEXT)
    tellings = [
        Telling(span=span, own=frozenset(owners.get(span, ())), inside=around.inside(span))
        for span in spans
    ]
    return tellings, [found[span] for span in spans], [by_rule.get(span, {}) for span in spans]


def _hits(
    narration: Narration, words: ChannelWords
) -> Iterator[tuple[Span, Mapping[ChannelKind, float]]]:
    """Yield where words outside of what is said may tell a channel, two words before one."""
    end, text = 0, narration.article.text
    speaking = _speaking_bodies(narration)
    for span, some in words_outside(narration):
        shares = words.get(some) if span.start >= end else None
        if shares is not None and not is_said(speaking, span.start):
            near = max(0, span.start - _TOPIC_REACH), span.start
            if not (_TOPIC.search(text, *near) or _NO_TALK.search(text, *near)):
                yield span, shares
            end = span.end


def _speaking_bodies(narration: Narration) -> list[Span]:
    """Return the sources that are organisations, in order: "*the paper* said" tells of none."""
    return sorted(
        one.source[0]
        for one in narration.statements
        if one.source
        and one.speaker is not None
        and one.speaker.type is SourceType.NAMED_ORGANISATION
    )


def words_outside(narration: Narration) -> Iterator[tuple[Span, str]]:
    """Yield each two words side by side, then the first of them, in small letters.

    Only where the article itself speaks: what somebody says tells of no channel.

    Args:
        narration: The article with its statements.
    """
    text, said = narration.article.text, narration.contents
    for part in narration.parts:
        tokens = [
            (match.start(), match.end(), match.group().lower().replace("\u2019", "'"))
            for match in _TOKEN.finditer(text, part.start, part.end)
            if not is_said(said, match.start())
        ]
        for at, (start, end, word) in enumerate(tokens):
            if at + 1 < len(tokens) and tokens[at + 1][0] - end <= 1:
                yield Span(start, tokens[at + 1][1]), f"{word} {tokens[at + 1][2]}"
            yield Span(start, end), word
