"""The header that stands above a text: ``Key: value`` lines, or front matter.

::

    Title: Rain expected                 ---
    Outlet: The Echo                     title: "Rain expected"
    Date: 2025-03-03                     date: 2025-03-03
                                         ---
    The minister said …                  The minister said …
"""

import re
from collections.abc import Mapping

from onrecord.errors import MetadataError
from onrecord.ingest.dates import Date, parse_published
from onrecord.ingest.facts import Facts

__all__ = ["find_header"]

# The names under which people, feeds and site generators give each fact.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "published": ("published", "date", "pubdate", "date published", "publication date"),
    "byline": ("byline", "author", "authors", "by"),
    "dateline": ("dateline",),
    "outlet": ("outlet", "source", "publisher", "publication", "site"),
    "url": ("url", "link", "canonical"),
    "language": ("language", "lang"),
    "credits": ("credit", "credits", "photo credit", "image credit"),
}
_KNOWN = frozenset(name for names in _KEYS.values() for name in names)
# What may be a header of one line; ``Author: No.`` may be an interview's first.
_ALONE = frozenset({*_KEYS["title"], *_KEYS["published"], *_KEYS["url"]})
_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z _-]{0,30}):[ \t]*(?P<value>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
_BLANK = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n|\Z)")


def find_header(text: str) -> tuple[Facts, int]:
    r"""Return the facts of a text's header, and where the text goes on after it.

    A header begins at the very start, with a key that is known, has no key
    twice, and ends with a blank line; anything else is text, as in an
    interview whose lines begin with speakers' names.

    >>> facts, end = find_header("Title: Rain\nDate: 2025-03-03\n\nIt rains.")
    >>> facts.title, end
    ('Rain', 30)
    """
    opening = _FENCE.match(text)
    values, end = _read_lines(text, opening.end() if opening else 0)
    closing = (_FENCE if opening else _BLANK).match(text, end)
    if not closing or not (values if opening else _are_known(values)):
        return Facts(), 0
    return _facts(values), closing.end()


def _are_known(values: Mapping[str, str]) -> bool:
    """Say whether these keys surely make a header, as no fence says so."""
    first = next(iter(values), "")
    return first in (_KNOWN if len(values) > 1 else _ALONE)


def _read_lines(text: str, start: int) -> tuple[dict[str, str], int]:
    values: dict[str, str] = {}
    while match := _LINE.match(text, start):
        key = re.sub(r"[ _-]+", " ", match["key"]).strip().lower()
        if key in values:
            return {}, 0
        values[key] = match["value"].strip().strip("\"'").strip()
        start = match.end()
    return values, start


def _facts(values: Mapping[str, str]) -> Facts:
    found = {
        fact: next((values[name] for name in names if values.get(name)), None)
        for fact, names in _KEYS.items()
    }
    return Facts(
        title=found["title"],
        published=_date(found["published"]),
        byline=found["byline"],
        dateline=found["dateline"],
        outlet=found["outlet"],
        url=found["url"],
        language=found["language"],
        credits=(found["credits"],) if found["credits"] else (),
    )


def _date(value: str | None) -> Date | None:
    """Return the date; a header's date that cannot be read is as if not there."""
    try:
        return parse_published(value) if value else None
    except MetadataError:
        return None
