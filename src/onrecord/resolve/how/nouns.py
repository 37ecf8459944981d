"""Which noun heads a phrase: one of a channel ("statement") or of an event ("summit")."""

from collections.abc import Iterator, Sequence

from onrecord.resolve.how.words import EVENTS, TIME_WORDS, channel_nouns
from onrecord.resolve.narration.frame import Token
from onrecord.types import ChannelKind

__all__ = ["event_in", "noun_in", "nouns_in"]

# "A job interview" is a talk about work.
_NO_TALKS = frozenset(("job",))
_PARTICIPLES = frozenset(("sent", "shown", "read", "seen", "given", "made", "held", "written"))


def noun_in(tokens: Sequence[Token]) -> tuple[int, int, ChannelKind] | None:
    """Return where the rightmost channel noun of a phrase begins and ends, and its kind."""
    return next(nouns_in(tokens), None)


def event_in(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return where the rightmost event of a phrase begins and ends."""
    nouns = channel_nouns()
    for last in range(len(tokens) - 1, -1, -1):
        for first in range(max(0, last - 1), last + 1):
            words = " ".join(token.low for token in tokens[first : last + 1])
            if words in EVENTS and _is_head(tokens, last):
                is_named = _is_title(tokens[first - 1 : last + 1])
                is_channel = first > 0 and f"{tokens[first - 1].low} {words}" in nouns
                is_channel = is_channel and not is_named
                return None if is_channel and words not in {"meeting", "hearing"} else (first, last)
    return None


def nouns_in(tokens: Sequence[Token]) -> Iterator[tuple[int, int, ChannelKind]]:
    """Yield where each channel noun of a phrase begins and ends, and its kind, from the right."""
    nouns = channel_nouns()
    for last in range(len(tokens) - 1, -1, -1):
        for first in range(max(0, last - 2), last + 1):
            kind = nouns.get(" ".join(token.low for token in tokens[first : last + 1]))
            is_named = kind is ChannelKind.BROADCAST and _has_name(tokens, last)
            if kind is ChannelKind.PRESS_CONFERENCE and _is_title(tokens[first : last + 1]):
                continue
            if kind is ChannelKind.INTERVIEW and first and tokens[first - 1].low in _NO_TALKS:
                continue
            if kind and (is_named or _is_head(tokens, last)):
                yield first, last, kind
                break


def _is_title(tokens: Sequence[Token]) -> bool:
    """Say whether a noun has a name's word before it: "the Code *Media conference*"."""
    return len(tokens) > 1 and tokens[0].word[0].isupper() and tokens[-1].word.islower()


def _has_name(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a noun has its name behind it: "on his podcast *Off the Couch*"."""
    following = tokens[last + 1 : last + 2]
    return bool(following) and following[0].word[0].isupper() and tokens[last].word.islower()


def _is_head(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a noun ends its phrase but for words of time and participles."""
    if last + 1 == len(tokens):
        return True
    following = tokens[last + 1]
    is_participle = following.low.endswith(("ed", "ly", "ing")) or following.low in _PARTICIPLES
    return is_participle or following.low in TIME_WORDS or not following.low[0].isalpha()
