"""Names that hold a day but tell of none: "the Sun on Sunday", "Super Tuesday".

Papers and shows keep the day of their names all week; what is told to them was
said on another one.
"""

import re
from collections.abc import Iterator

from onrecord.types import Span

__all__ = ["named_days"]

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NAMES = re.compile(
    # Titles that end in their day; those called like a country only where they are told.
    r"(?<=\b[Tt]he\s)(?:Sun|Mail)\son\sSunday\b"
    r"|(?<=\b(?:told|tell)\s)(?:Scotland|Wales|Ireland)\son\sSunday\b"
    # "the Sunday Times", "Saturday Night Live", "the Good Friday Agreement".
    rf"|\b{_DAY}\s(?:Night(?:\s(?:Live|Football|Takeaway|Lights|Fever|Dinner))?|Morning\sLive"
    r"|(?:Business\s|Evening\s)?Post|Times|Telegraph|Mirror|Mail|Express|Herald|World|Independent"
    r"|Tribune|Review|Star|People|Age|Politics|Brunch|Sport|Supplement|Mercury|Papers?|Gazette"
    r"|Magazine|Football|Prayers|Agreement)\b"
    # Days called by what happens on them; Black Friday has a rule of its own.
    rf"|\b(?:Super|Bloody|Cyber|Giving|Fat|Manic|Freaky|Ruby|Blue|Golden|Holy)\s{_DAY}\b"
    rf"|\bBlack\s(?!Friday){_DAY}\b"
    r"|\bFriday\sthe\s(?:13th|Thirteenth)\b"
)


def named_days(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield where a text has a name that holds a day of the week, in order.

    >>> list(named_days("She told the Sun on Sunday that it was over."))
    [Span(start=13, end=26)]

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop; the text's end if None.
    """
    for match in _NAMES.finditer(text, start, len(text) if end is None else end):
        yield Span(match.start(), match.end())
