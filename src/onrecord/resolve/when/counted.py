"""Times that are counted from publication or context: "yesterday", "three weeks ago"."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from onrecord.resolve.when.clue import Anchor, Clue
from onrecord.resolve.when.vocabulary import NUMBERS, SEASONS, UNITS
from onrecord.resolve.when.which import COUNTS, FROM_CONTEXT, SIDES, before, low, part_of
from onrecord.types import Grain

__all__ = ["COUNTED"]

# "the past week", "the last month": stretches of time up to now, not units of the calendar.
_STRETCHES = frozenset({"past", "the past", "the last", "the coming", "coming", "previous"})
_PREPOSITION = re.compile(r"\b(?:in|within|for|about|after|of)\s+$", re.IGNORECASE)

# "USA *Today*", "Psychology *Today*": a paper's name.
_IN_NAME = re.compile(r"\b[A-Z][^\W\d_]*[ \t]$")
# "The rise *comes two days after* Lee said": so long before, if that is what was said.
_COMES = re.compile(
    r"\b(?:come|comes|came|coming)\s(?:(?:just|only|barely|about|less\sthan|nearly)\s)?$",
    re.IGNORECASE,
)
_LONGEST_COMES = len("coming less than ")


def _beforelast(match: re.Match[str]) -> Clue:
    return Clue(grain=Grain.DAY, count=-2 if "yesterday" in match.group().lower() else 2)


def _word(match: re.Match[str]) -> Clue | None:
    word = match.group().lower()
    if match.group()[0].isupper() and _IN_NAME.search(before(match)):
        return None
    count = {"yesterday": -1, "tomorrow": 1, "overnight": -1}.get(word, 0)
    part = "NI" if word in ("tonight", "overnight") else None
    return Clue(grain=Grain.PART_OF_DAY if part else Grain.DAY, count=count, part=part)


def _whichpart(match: re.Match[str]) -> Clue:
    which, part = low(match["wp_w"]), part_of(match["wp_p"].lower())
    clue = Clue(grain=Grain.PART_OF_DAY, part=part)
    if which in FROM_CONTEXT:
        return replace(clue, anchor=Anchor.CONTEXT, count=FROM_CONTEXT[which])
    return replace(clue, count=COUNTS[SIDES[which]])


def _inthe(match: re.Match[str]) -> Clue:
    unit = UNITS[match["in_u"].lower()]
    anchor = Anchor.CONTEXT if unit is Grain.DAY else Anchor.PUBLICATION
    return Clue(grain=unit, anchor=anchor, count=0)


def _dayafter(match: re.Match[str]) -> Clue:
    word = match["da_w"].lower()
    count = -1 if word in ("before", "earlier") or _comes_after(match, word) else 1
    return Clue(grain=UNITS[match["da_u"].lower()], anchor=Anchor.CONTEXT, count=count)


def _comes_after(match: re.Match[str], word: str) -> bool:
    """Say whether something comes so long after what is told next."""
    start = match.start()
    return word == "after" and bool(
        _COMES.search(match.string[max(0, start - _LONGEST_COMES) : start])
    )


def _number(words: str) -> int:
    said = low(words)
    if said.endswith("couple of"):
        return 2
    return int(said) if said.isdigit() else NUMBERS[said]


def _ago(match: re.Match[str]) -> Clue | None:
    unit = low(match["ag_u"]).removesuffix("s")
    unit = "century" if unit == "centurie" else unit
    count = _number(match["ag_n"]) * (2 if unit == "fortnight" else 1)
    word = low(match["ag_w"])
    is_past = word not in ("later", "after", "from now", "hence") or _comes_after(match, word)
    anchor = Anchor.PUBLICATION if word in ("ago", "from now", "hence") else Anchor.CONTEXT
    return Clue(grain=UNITS[unit], anchor=anchor, count=-count if is_past else count)


def _hours(match: re.Match[str]) -> Clue | None:
    if match["ho_w"].lower() in ("before", "after") and _PREPOSITION.search(before(match)):
        return None
    return Clue(grain=Grain.DAY, anchor=Anchor.CONTEXT, count=0)


def _whichunit(match: re.Match[str]) -> Clue | None:
    which, name = low(match["wu_w"]), low(match["wu_u"])
    if name in SEASONS:
        if which in FROM_CONTEXT:
            return None
        return Clue(grain=Grain.SEASON, season=SEASONS[name], side=SIDES[which])
    if which in FROM_CONTEXT:
        return _of_context(name, FROM_CONTEXT[which])
    return None if which in _STRETCHES or name in ("minute", "hour") else _of_now(which, name)


def _of_context(name: str, count: int) -> Clue:
    clue = Clue(grain=UNITS[name], anchor=Anchor.CONTEXT, count=count)
    return replace(clue, grain=Grain.PART_OF_DAY, part="NI") if name == "night" else clue


def _of_now(which: str, name: str) -> Clue | None:
    unit, side = UNITS[name], SIDES[which]
    if name == "night":
        return Clue(grain=Grain.PART_OF_DAY, part="NI", count=COUNTS[side])
    if unit is Grain.WEEKEND:
        return Clue(grain=unit, side=side)
    if unit is Grain.DAY:
        return Clue(grain=unit, count=0) if which == "this very" else None
    return Clue(grain=unit, count=COUNTS[side])


COUNTED: Mapping[str, Callable[[re.Match[str]], Clue | None]] = {
    "beforelast": _beforelast,
    "word": _word,
    "whichpart": _whichpart,
    "inthe": _inthe,
    "dayafter": _dayafter,
    "ago": _ago,
    "hours": _hours,
    "whichunit": _whichunit,
}
"""What a match of each rule says; None where it is no time after all."""
