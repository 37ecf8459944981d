"""The smallest words that tell of a time: "Monday", "March 3", "last week", "at noon"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.resolve.named_days import named_days
from onrecord.resolve.when.clue import Anchor, Clue, Found
from onrecord.resolve.when.counted import COUNTED
from onrecord.resolve.when.named import NAMED
from onrecord.resolve.when.patterns import scanner, windows
from onrecord.resolve.when.vocabulary import PARTS, ZONES
from onrecord.resolve.when.which import low, part_of
from onrecord.types import Grain, Span

__all__ = ["atoms"]


def atoms(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the words of a stretch of text that tell of a time, in order.

    Args:
        text: The article's text.
        start: Where to begin.
        end: Where to stop.
    """
    for first, last in windows(text, start, end):
        names = tuple(named_days(text, first, last))
        for match in scanner().finditer(text, first, last):
            if any(name.start < match.end() and match.start() < name.end for name in names):
                continue
            clue = _BUILDERS[match.lastgroup or ""](match)
            if clue is not None:
                yield Found(span=Span(match.start(), match.end()), clue=_held(match, clue))


def _held(match: re.Match[str], clue: Clue) -> Clue:
    rest = match.string[match.end() : match.end() + 2]
    return replace(clue, is_possessive=True) if rest in ("'s", "’s") else clue


def _clock(match: re.Match[str]) -> Clue:
    hour, minute = int(match["cl_h"]) % 12, int(match["cl_n"] or 0)
    said = low(match["cl_p"])
    if said.startswith("p") or match["cl_o"] in ("afternoon", "evening"):
        hour += 12
    return _at(hour, minute, match["zone"], is_full=match["cl_n"] is not None)


def _longclock(match: re.Match[str]) -> Clue:
    return _at(int(match["lc_h"]), int(match["lc_n"]), match["zone2"], is_full=True)


def _bareclock(match: re.Match[str]) -> Clue:
    return _at(int(match["bc_h"]), int(match["bc_n"]), None, is_full=True)


def _at(hour: int, minute: int, zone: str | None, *, is_full: bool) -> Clue:
    return Clue(
        grain=Grain.MINUTE if is_full else Grain.HOUR,
        anchor=Anchor.CONTEXT,
        count=0,
        clock=(hour, minute),
        zone=ZONES.get(zone.lower()) if zone else None,
    )


def _noon(match: re.Match[str]) -> Clue:
    hour = 12 if match["no"].lower() == "noon" else 0
    return Clue(grain=Grain.HOUR, anchor=Anchor.CONTEXT, count=0, clock=(hour, 0))


def _part(match: re.Match[str]) -> Clue:
    part = part_of(match["pa"].lower())
    return Clue(grain=Grain.PART_OF_DAY, part=part, is_loose=True)


def _loose(match: re.Match[str]) -> Clue:
    word = match.group().lower().removeprefix("very ").strip()
    return Clue(grain=Grain.PART_OF_DAY, part=PARTS.get(word), is_loose=True)


_BUILDERS = {
    **NAMED,
    **COUNTED,
    "clock": _clock,
    "longclock": _longclock,
    "bareclock": _bareclock,
    "noon": _noon,
    "part": _part,
    "loose": _loose,
}
