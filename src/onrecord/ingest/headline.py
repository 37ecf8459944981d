"""What readers are shown beside a page's headline: who wrote it, and when."""

import itertools
import re
from collections import deque
from collections.abc import Sequence

from onrecord.ingest.blocks import lines_shown
from onrecord.ingest.bylines import is_name, joined_names, person_name, split_names
from onrecord.ingest.columns import as_date
from onrecord.ingest.dates import Date, find_date
from onrecord.ingest.xml import Element, elements, words

__all__ = ["headline_byline", "headline_date", "headline_lines"]

_LINES_ABOVE = 3
_LINES_BELOW = 12
# A line this long is the article itself; what stands below is its.
_LONGEST_LINE = 160
_BYLINE = re.compile(
    r"\W*(?:(?:written|posted|published|reported|compiled|analysis|story|text|words)\s+)?"
    r"by:?\s+(?P<names>\S.*)$",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
# Where a byline goes on with a day: ``By Ann Poe on Monday, March 3``.
_DAY = re.compile(
    r"[\s,|•·–—-]+(?:on\s+)?(?:published|posted|updated|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b"
    rf"|{_MONTH}\.?\s+\d|\d).*$",
    re.IGNORECASE,
)
_MOST_NAMES = 5
_DATE_START = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
    rf"(?:\d{{4}}[-/.]\d|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\.?\s+\d)",
    re.IGNORECASE,
)
# Days of something else than of publication.
_OTHER_DAY = re.compile(
    r"\b(?:updated|modified|edited|retrieved|event|until|since|expires?|ends?|source|photo|image"
    r"|filed\s+under|aktualisiert|copyright)\b|©",
    re.IGNORECASE,
)


def headline_lines(page: Element) -> list[str]:
    """Return the short lines just below the headline, then those just above it.

    What stands above is often the masthead's, with today's date.
    """
    # Where a page has several, the outlet's own name stands above the article's.
    headline = max(map(words, elements(page, "//h1")), key=len, default="")
    above: deque[str] = deque(maxlen=_LINES_ABOVE)
    lines = (" ".join(line.split()) for line in lines_shown(page))
    for line in lines if headline else ():
        if line == headline:
            below = itertools.takewhile(_is_short, itertools.islice(lines, _LINES_BELOW))
            return [*below, *filter(_is_short, above)]
        above.append(line)
    return []


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST_LINE


def headline_byline(lines: Sequence[str], *, outlet: str | None = None) -> str | None:
    """Return the names of people in the first line that is a byline.

    >>> headline_byline(["Rain", "By Ann Poe and Bo Lee on Monday, March 3rd, 2025"])
    'Ann Poe, Bo Lee'
    """
    for line in lines:
        found = _BYLINE.match(line)
        name = person_name(_DAY.sub("", found["names"]), outlet=outlet) if found else None
        names = split_names(name) if name else []
        are_names = all(" " in each and is_name(each) for each in names)
        if names and len(names) <= _MOST_NAMES and are_names:
            return joined_names(names)
    return None


def headline_date(lines: Sequence[str]) -> Date | None:
    """Return the day in the first line that has one, unless it is that of something else.

    >>> headline_date(["Updated March 9, 2025", "publiziert am 3. April 2025"])
    datetime.date(2025, 4, 3)
    """
    for line in lines:
        start = _DATE_START.search(line)
        found = start and find_date(re.sub(r"^(\d{1,2})\.(?=\s)", r"\1", line[start.start() :]))
        if start and found and not _OTHER_DAY.search(line[: start.start()]):
            return as_date(found[0])
    return None
