"""What a statement takes over from an earlier one by the same document.

"The inspector general's report, *released in June*, criticised Lee. … The report also found": both
were written then.
"""

import bisect
from collections.abc import Sequence

from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration import Frame
from onrecord.resolve.when.times import Times, as_context, place_of, sentence_of
from onrecord.types import SaidAt

__all__ = ["of_document"]

_DEFINITE = word_set("the this that his her their its")
# Documents of one sort, whatever they are called.
_SORTS = (
    word_set("report study paper survey review audit findings analysis poll assessment"),
    word_set("lawsuit suit complaint filing petition sued"),
    word_set("indictment charges charged indicted"),
    word_set("letter memo email"),
    word_set("book memoir autobiography"),
    word_set("ruling opinion judgment judgement verdict decision"),
)
# "the inspector general's report": so many words into the source its head may stand.
_NEAR_HEAD = 4
# So many statements are looked back at for one that names the document.
_MOST_BACK = 60
_MOST_DAYS = 10


def of_document(times: Times, number: int, found: Sequence[SaidAt | None]) -> SaidAt | None:
    """Return the time of a document that was told of and that this line goes back to."""
    narration = times.narration
    named = _documents(narration.frames[number])
    if not named:
        return None
    for earlier in range(number - 1, max(-1, number - 1 - _MOST_BACK), -1):
        time = found[earlier]
        if time is not None and _has_any(narration.frames[earlier], named):
            return as_context(time)
    return as_context(_told_of(times, number, named))


def _told_of(times: Times, number: int, named: Sequence[frozenset[str]]) -> SaidAt | None:
    """Return the last day on which such a document came to be: "They *sued on Sunday*"."""
    start = times.narration.frames[number].tokens[0].start
    end = bisect.bisect_left(times.narrated, start, key=place_of)
    for day in reversed(times.narrated[max(0, end - _MOST_DAYS) : end]):
        words = set(sentence_of(times, day).lower().replace(",", " ").split())
        if any(not sort.isdisjoint(words) for sort in named):
            return day
    return None


def _has_any(frame: Frame, sorts: Sequence[frozenset[str]]) -> bool:
    lows = {token.low for token in frame.tokens}
    return any(not sort.isdisjoint(lows) for sort in sorts)


def _documents(frame: Frame) -> list[frozenset[str]]:
    """Return the sorts of documents that speak in a sentence: "the report", "in his letter"."""
    lows = {frame.tokens[at].low for at in _places(frame)}
    return [sort for sort in _SORTS if not sort.isdisjoint(lows)]


def _places(frame: Frame) -> list[int]:
    """Return the tokens that may be the head of a document that is known already."""
    tokens = frame.tokens
    first = next((at for at, token in enumerate(tokens) if token.is_source), 0)
    return [
        at
        for at in range(1, len(tokens))
        if _is_definite(frame, at)
        and ((tokens[at].is_source and at - first <= _NEAR_HEAD) or tokens[at - 2].low == "in")
    ]


def _is_definite(frame: Frame, at: int) -> bool:
    """Say whether a noun is one spoken of before: "the", "its", "the agency's", "the same"."""
    low, before = frame.tokens[at - 1].low, frame.tokens[max(0, at - 2)].low
    return low in _DEFINITE or low.endswith("'s") or (low == "same" and before == "the")
