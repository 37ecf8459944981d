"""Recordings that show somebody saying something: "a video emerged of *her* warning"."""

from onrecord.resolve.how.nouns import noun_in
from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration.frame import GAP, Frame
from onrecord.types import Channel, ChannelKind, Span

__all__ = ["from_recording"]

# What may stand between a recording and who is heard in it.
_OF = frozenset(("of", "shows", "showed", "showing", "caught", "captured"))
_EMERGED = word_set("emerged surfaced appeared circulated spread leaked")
# So many words before who speaks, the recording is told.
_NEAR = 5


def from_recording(frame: Frame) -> Channel | None:
    """Return the video in which somebody is heard, a participle or infinitive telling what.

    Args:
        frame: The statement's frame.
    """
    first, _ = frame.cue
    sources = [n for n in range(max(0, first)) if frame.tokens[n].is_source]
    if not sources or not frame.tokens[first].low.endswith("ing") or sources[-1] != first - 1:
        return None
    at = sources[0]
    before = frame.tokens[max(0, at - _NEAR) : at]
    gap = max((n for n, one in enumerate(before) if one.low == GAP), default=-1)
    before = before[gap + 1 :]
    if not before or before[-1].low not in _OF:
        return None
    head = [one for one in before[:-1] if one.low not in _EMERGED]
    noun = noun_in(head)
    if noun is None or noun[1] != len(head) - 1 or noun[2] is not ChannelKind.VIDEO:
        return None
    return Channel(kind=noun[2], span=Span(head[noun[0]].start, head[noun[1]].end))
