"""The words before a day or unit that tell which one is meant: "last", "this coming"."""

import re

from onrecord.resolve.when.clue import Side
from onrecord.resolve.when.vocabulary import PARTS

__all__ = ["COUNTS", "FROM_CONTEXT", "SIDES", "before", "low", "part_of"]

SIDES = {
    "this": Side.THIS,
    "this very": Side.THIS,
    "this same": Side.THIS,
    "last": Side.LAST,
    "next": Side.NEXT,
    "this past": Side.PAST,
    "past": Side.PAST,
    "the past": Side.PAST,
    "this coming": Side.COMING,
    "coming": Side.COMING,
    "the coming": Side.COMING,
    "previous": Side.PAST,
    "the last": Side.PAST,
}
COUNTS = {Side.THIS: 0, Side.LAST: -1, Side.PAST: -1, Side.NEXT: 1, Side.COMING: 1, Side.NEAR: 0}
# "the following day": counted from the day that the passage speaks of.
FROM_CONTEXT = {
    "the same": 0,
    "that": 0,
    "that same": 0,
    "that very": 0,
    "the previous": -1,
    "the preceding": -1,
    "the following": 1,
    "the next": 1,
}
_SPACES = re.compile(r"\s+")


def low(words: str | None) -> str:
    """Return words in lower case, on one line, with plain apostrophes."""
    return _SPACES.sub(" ", words or "").lower().replace("’", "'")


def before(match: re.Match[str]) -> str:
    """Return the last characters before a match."""
    return match.string[max(0, match.start() - 12) : match.start()]


def part_of(name: str) -> str:
    """Return TIMEX3's part of the day: "MO" for "mid-morning"."""
    word = low(name)
    return PARTS[word if word == "midday" else word.removeprefix("mid").lstrip("-")]
