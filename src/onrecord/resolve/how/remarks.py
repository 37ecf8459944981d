"""Where remarks were made, told in a sentence of its own: "She made the comments at a rally"."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.resolve.how.channel import channel_of
from onrecord.resolve.how.going_on import cue_words, is_plain
from onrecord.resolve.how.outlet import named_in
from onrecord.resolve.how.zones import phrases
from onrecord.resolve.narration import Frame, Narration, Scene, Sort
from onrecord.types import Channel, ChannelKind, Ground, How, SourceType

__all__ = ["with_remarks"]

_OURS = frozenset(("we", "reporter", "reporters", "correspondent", "newspaper", "newsroom"))
_VIEWS = frozenset(("view", "opinion", "according", "words"))
# Remarks are told in so many paragraphs before and after the sentence about them.
_BEFORE = 3
_AFTER = 8
# So many statements around it are looked at.
_MOST = 60


def with_remarks(narration: Narration, found: Sequence[How]) -> tuple[How, ...]:
    """Return the settings with the channel that a sentence gives the remarks around it.

    Args:
        narration: The article with its statements.
        found: What is known of each already; a channel of its own stays.
    """
    result = list(found)
    if (talks := next((one for one in narration.scenes if _is_ours(one)), None)) is not None:
        result = _interviewed(narration, talks, result)
    paragraphs = [frame.paragraph for frame in narration.frames]
    for scene in narration.scenes:
        if scene.sort is not Sort.REMARKS:
            continue
        channel = channel_of(scene.frame, tuple(phrases(scene.frame)), None)
        if channel is None:
            continue
        channel = replace(channel, ground=Ground.CONTEXT)
        at = scene.frame.paragraph
        first = bisect.bisect_left(paragraphs, at - _BEFORE)
        near = range(first, bisect.bisect_right(paragraphs, at + _AFTER))[:_MOST]
        for number in _made_there(narration, scene, result, near):
            result[number] = replace(result[number], channel=channel)
    return tuple(result)


def _is_ours(scene: Scene) -> bool:
    """Say whether an outlet tells of its own talks: "Wikinews spoke to some of them"."""
    if scene.sort is not Sort.TALKS:
        return False
    before = scene.frame.tokens[: scene.frame.cue[0]]
    return bool(named_in(before)) or not _OURS.isdisjoint(token.low for token in before)


def _interviewed(narration: Narration, scene: Scene, found: Sequence[How]) -> list[How]:
    """Return the settings with the interviews that the outlet made: all people heard later."""
    place = scene.frame.span(scene.frame.cue[0], scene.frame.cue[1] - 1)
    channel = Channel(kind=ChannelKind.INTERVIEW, span=place, ground=Ground.CONTEXT)
    return [
        replace(how, channel=channel)
        if how.channel is None and _is_heard(narration, n, scene)
        else how
        for n, how in enumerate(found)
    ]


def _is_heard(narration: Narration, number: int, scene: Scene) -> bool:
    """Say whether a person is heard after a scene: "she said", "in her view"."""
    frame, speaker = narration.frames[number], narration.statements[number].speaker
    is_person = speaker is not None and speaker.type is SourceType.NAMED_PERSON
    is_later = bool(frame.tokens) and frame.tokens[0].start >= scene.sentence.end
    is_view = not _VIEWS.isdisjoint(cue_words(frame))
    return is_person and is_later and (is_plain(frame) or is_view)


def _made_there(
    narration: Narration, scene: Scene, found: Sequence[How], near: range
) -> Iterator[int]:
    """Yield the numbers of the remarks: the same speaker's, until another channel is told."""
    key = _speaker(narration, scene, near)
    for number in near:
        frame, is_told = narration.frames[number], found[number].channel is not None
        if key is None or narration.speakers[number] != key:
            continue
        if is_told and frame.paragraph > scene.frame.paragraph:
            return
        if not is_told and (is_plain(frame) or _is_within(frame, scene)):
            yield number


def _is_within(frame: Frame, scene: Scene) -> bool:
    sentence = scene.sentence
    return bool(frame.tokens) and sentence.start <= frame.tokens[0].start < sentence.end


def _speaker(narration: Narration, scene: Scene, near: range) -> str | None:
    """Return the key of the one whom the sentence names, else of who was heard just before it."""
    before: str | None = None
    for number in near:
        key, paragraph = narration.speakers[number], narration.frames[number].paragraph
        if key is None:
            continue
        if ": " not in key and key.split()[-1] in scene.names:
            return key
        if 0 <= scene.frame.paragraph - paragraph <= 1:
            before = before or key
    return before
