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
from onrecord.resolve.passages.answers import PassageWeights
from onrecord.resolve.passages.questions import Questions, network_of
from onrecord.resolve.passages.surroundings import Surroundings, Telling
from onrecord.tagger import read_card
from onrecord.tagger.details import CHANNELS
from onrecord.types import Addressee, Channel, ChannelKind, Ground, How, Span

__all__ = ["ChannelWords", "channel_questions", "channel_words", "with_channels", "words_outside"]

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


def with_channels(
    narration: Narration,
    ways: Sequence[How],
    told: Sequence[np.ndarray | None],
    words: ChannelWords,
    weights: PassageWeights,
) -> tuple[How, ...]:
    """Return the settings with the channels that passages tell, where rules found none.

    Args:
        narration: The article with its statements.
        ways: What rules found.
        told: What the network says of each statement's channel and basis.
        words: What may tell a channel.
        weights: By which tellings are given to statements.
    """
    if not ways:
        return ()
    asked, tellings = channel_questions(narration, ways, told, words)
    if not tellings:
        return tuple(ways)
    answers = weights.answers(asked)
    found = list(ways)
    for number, how in enumerate(ways):
        value = int(answers.chances[number, 1:].argmax())
        is_sure = answers.chances[number, 1 + value] >= math.log(weights.least)
        if how.channel is None and is_sure:
            pairs = np.flatnonzero((asked.asking == number) & (asked.value == value))
            best = tellings[int(asked.telling[pairs[answers.scores[pairs].argmax()]])]
            ground = Ground.STATED if number in best.inside else Ground.CONTEXT
            channel = _channel(narration, best, CHANNELS[value], ways)
            addressee = how.addressee or _interviewer(best, channel, ways)
            channel = replace(channel, ground=ground)
            found[number] = replace(how, channel=channel, addressee=addressee)
    return tuple(found)


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
    return [token for token in near if not _is_said(narration.contents, token.start)]


def channel_questions(
    narration: Narration,
    ways: Sequence[How],
    told: Sequence[np.ndarray | None],
    words: ChannelWords,
) -> tuple[Questions, list[Telling]]:
    """Return what is asked about an article's channels, and the tellings in question.

    Args:
        narration: The article with its statements.
        ways: What rules found.
        told: What the network says of each statement's channel and basis.
        words: What may tell a channel.
    """
    channels = [how.channel for how in ways]
    around = Surroundings(narration, ways)
    tellings, shares, by_rule = _tellings(narration, channels, around, words)
    network = [network_of(one) for one in told]
    chances = np.array([of_channel for of_channel, _ in network], dtype=np.float32)
    traits = np.array(
        [[*around.traits[n], *of_basis] for n, (_, of_basis) in enumerate(network)],
        dtype=np.float32,
    )
    choices = [
        (at, kind)
        for at in range(len(tellings))
        for kind in dict.fromkeys((*shares[at], *by_rule[at]))
    ]
    telling = np.array([at for at, _ in choices], dtype=np.int64)
    value = np.array([CHANNELS.index(kind) for _, kind in choices], dtype=np.int64)
    size = len(ways), len(choices)
    words_say = [_by_words(kind, shares[at]) for at, kind in choices]
    rules_say = np.zeros((*size, 7), dtype=np.float32)
    for number, channel in enumerate(channels):
        for choice, (at, kind) in enumerate(choices):
            rules_say[number, choice] = _by_rule(kind, tellings[at], by_rule[at], channel)
    parts = max(1, len(narration.parts))
    none = [
        [not tellings, min(len(tellings), 12) / 12, frame.paragraph / parts]
        for frame in narration.frames
    ]
    asked = Questions(
        values=tuple(map(str, CHANNELS)),
        pairs=_side_by_side(
            size,
            around.nearness(tellings)[:, telling],
            np.array(words_say, dtype=np.float32).reshape(len(choices), 3),
            rules_say,
            chances[:, 1 + value, None],
            chances[:, None, :1],
            np.eye(len(CHANNELS), dtype=np.float32)[value],
            traits[:, None],
        ),
        asking=np.repeat(np.arange(len(ways)), len(choices)),
        telling=np.tile(telling, len(ways)),
        value=np.tile(value, len(ways)),
        none=np.concatenate([traits, chances[:, :1], np.array(none, dtype=np.float32)], axis=1),
        speakers=tuple(narration.speakers),
    )
    return asked, tellings


def _side_by_side(size: tuple[int, int], *parts: np.ndarray) -> np.ndarray:
    """Return parts that spread over statements and choices as one row for each pair."""
    spread = [np.broadcast_to(part, (*size, part.shape[-1])) for part in parts]
    width = sum(part.shape[-1] for part in parts)
    return np.concatenate(spread, axis=2).reshape(size[0] * size[1], width)


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
    for span, some in words_outside(narration):
        shares = words.get(some) if span.start >= end else None
        if shares is not None:
            if not _TOPIC.search(text, max(0, span.start - _TOPIC_REACH), span.start):
                yield span, shares
            end = span.end


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
            if not _is_said(said, match.start())
        ]
        for at, (start, end, word) in enumerate(tokens):
            if at + 1 < len(tokens) and tokens[at + 1][0] - end <= 1:
                yield Span(start, tokens[at + 1][1]), f"{word} {tokens[at + 1][2]}"
            yield Span(start, end), word


def _is_said(said: Sequence[Span], place: int) -> bool:
    """Say whether a place is in what somebody says; those within others begin later."""
    at = bisect.bisect_right(said, place, key=lambda span: span.start)
    return any(place < span.end for span in said[max(0, at - 3) : at])
