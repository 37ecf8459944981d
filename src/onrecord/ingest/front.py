"""What scrapers leave above and inside the first paragraphs of a text.

Lines with a date, a byline or a photo credit, and the dateline, each told by
its shape. Whatever is not surely one of these stays part of the article.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ingest.dateline import find_dateline
from onrecord.ingest.dates import find_date
from onrecord.ingest.facts import Facts
from onrecord.types import Span

__all__ = ["Front", "find_front"]

# Datelines stand in the second to sixth paragraph of 924 news articles
# (PolNeAR), after title, subtitle and mark of the section.
_FRONT_PARAGRAPHS = 6
# A paragraph this long is the article itself: what stands below is no front.
_LONGEST_LINE = 200

_DATE_LABEL = re.compile(
    r"\W*(?:(?:date|(?:first\s+)?published|posted|(?:last\s+)?updated)\b[\s:|]*(?:on\b\s*)?)?",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\s*(?:by|byline:?(?:\s+by)?)\s+(?P<names>\S.*?)\s*$", re.IGNORECASE)
_CREDIT_LABEL = re.compile(
    r"\s*\(?(?:photo(?:graph)?s?|images?|pictures?)(?:\s+(?:credits?|by|courtesy(?:\s+of)?))*\s*:?\s+"
    r"(?P<names>\S.*?)\)?\s*$",
    re.IGNORECASE,
)
_CREDIT_MARK = re.compile(r"\S(?:\s*/\s*|\s+via\s+)\S")
_EDGES = re.compile(r"^[\s|•·–—,-]+|[\s|•·–—,-]+$")
_CONNECTIVES = frozenset(
    {"and", "of", "the", "for", "via", "von", "van", "der", "den", "de", "del", "da", "di"}
    | {"la", "le", "el", "bin", "al"}
)
_MOST_NAMES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What was found around the article itself.

    Attributes:
        facts: What it tells.
        outside: The places it stood in, in order.
    """

    facts: Facts
    outside: tuple[Span, ...]


def find_front(text: str, paragraphs: Sequence[Span]) -> Front:
    """Return what stands around the article itself in its first paragraphs.

    Args:
        text: The article's text.
        paragraphs: Its paragraphs below any header.
    """
    facts, outside = Facts(), []
    for paragraph in paragraphs[:_FRONT_PARAGRAPHS]:
        line = text[paragraph.start : paragraph.end]
        dateline = find_dateline(line, elsewhere=text[paragraph.end :])
        if dateline:
            outside.append(Span(paragraph.start, paragraph.start + dateline.end))
            facts = facts.or_else(Facts(dateline=dateline.place))
            break
        found = _read_line(line)
        if found:
            outside.append(paragraph)
            facts = facts.or_else(found)
        elif len(line) > _LONGEST_LINE:
            break
    return Front(facts=facts, outside=tuple(outside))


def _read_line(line: str) -> Facts | None:
    if len(line) > _LONGEST_LINE:
        return None
    return _read_date_line(line) or _read_byline(line) or _read_credit(line)


def _read_date_line(line: str) -> Facts | None:
    label = _DATE_LABEL.match(line)
    start = label.end() if label else 0
    found = find_date(line[start:])
    if found is None:
        return None
    published, length = found
    dated = Facts(published=published)
    rest = _EDGES.sub("", line[start + length :])
    if not rest:
        return dated
    named = _read_byline(rest) or _read_credit(rest)
    if named is None and line[:start].strip() and _are_names(rest):
        named = Facts(credits=(rest,))
    return dated.or_else(named) if named else None


def _read_byline(line: str) -> Facts | None:
    match = _BYLINE.match(line)
    names = match["names"].rstrip(".") if match else ""
    return Facts(byline=names) if len(names.split()) > 1 and _are_names(names) else None


def _read_credit(line: str) -> Facts | None:
    label = _CREDIT_LABEL.match(line)
    names = label["names"] if label else line.strip()
    is_credit = (label or _CREDIT_MARK.search(names)) and _are_names(names)
    return Facts(credits=(names,)) if is_credit else None


def _are_names(words: str) -> bool:
    """Say whether these words are names only: no sentence, no headline with a verb in it."""
    if words[-1:] in tuple(".!?:;”\"'’"):
        return False
    parts = [part for part in re.split(r"[\s/,&|]+", words) if part]
    return 0 < len(parts) <= _MOST_NAMES and all(
        part[0].isupper() or part.lower() in _CONNECTIVES for part in parts
    )
