"""What a time is called while nobody knows when the article was published.

Named days and months keep TIMEX3's open places (``XXXX-WXX-7`` is a Sunday,
``XXXX-03-03`` a third of March); the rest counts: ``P1D before publication``,
``P1W after context``, ``P0D from publication`` (today).
"""

from onrecord.resolve.when.clue import Anchor, Clue, Side
from onrecord.types import Grain

__all__ = ["relative_value"]

_LETTERS = {
    Grain.MINUTE: ("PT", "M"),
    Grain.HOUR: ("PT", "H"),
    Grain.WEEK: ("P", "W"),
    Grain.WEEKEND: ("P", "WE"),
    Grain.MONTH: ("P", "M"),
    Grain.QUARTER: ("P", "Q"),
    Grain.YEAR: ("P", "Y"),
    Grain.DECADE: ("P", "DE"),
    Grain.CENTURY: ("P", "CE"),
}
_SIDES = {
    Side.LAST: " before publication",
    Side.NEXT: " after publication",
    Side.COMING: " after publication",
}


def relative_value(clue: Clue) -> str:
    """Return the name of a time that cannot be counted out.

    >>> relative_value(Clue(grain=Grain.WEEK, count=-1))
    'P1W before publication'
    """
    first = _part(_name(clue), clue)
    if clue.until is None:
        return first
    return f"{first}/{relative_value(clue.until)}"


def _name(clue: Clue) -> str:
    if clue.weekday is not None and clue.day is None:
        weeks = (
            f" in {_shift(Grain.WEEK, clue.weeks, clue.anchor)}" if clue.weeks is not None else ""
        )
        return f"XXXX-WXX-{clue.weekday}{weeks}{_SIDES.get(clue.side, '')}"
    if clue.count is not None:
        is_clock = clue.clock is not None or clue.part is not None
        return _shift(Grain.DAY if is_clock else clue.grain, clue.count, clue.anchor)
    years = f" in {_shift(Grain.YEAR, clue.years, clue.anchor)}" if clue.years is not None else ""
    return f"XXXX-{_open(clue)}{years}{_SIDES.get(clue.side, '')}"


def _open(clue: Clue) -> str:
    if clue.month is not None:
        return f"{clue.month:02}-{clue.day:02}" if clue.day is not None else f"{clue.month:02}"
    if clue.portion is not None:
        return f"{'Q' if clue.grain is Grain.QUARTER else 'H'}{clue.portion}"
    if clue.grain is Grain.WEEKEND:
        return "WXX-WE"
    return clue.season or (clue.holiday or "XX").replace(" ", "-")


def _shift(grain: Grain, count: int, anchor: Anchor) -> str:
    start, letter = _LETTERS.get(grain, ("P", "D"))
    word = "from" if count == 0 else "before" if count < 0 else "after"
    return f"{start}{abs(count)}{letter} {word} {anchor}"


def _part(name: str, clue: Clue) -> str:
    if clue.clock is not None:
        return f"{name} T{clue.clock[0]:02}:{clue.clock[1]:02}"
    return f"{name} T{clue.part}" if clue.part else name
