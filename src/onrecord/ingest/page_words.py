"""Words as pages state them for machines: escaped twice, with ``By`` in front of names."""

import html
import re

from onrecord.ingest.columns import as_text

__all__ = ["person_name", "plain_text"]

_BY = re.compile(r"^\s*(?:written\s+)?by\b:?\s+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"https?:|[@<>{}]|^\W*$|^(?:admin|unknown|undefined|staff|editor|anonymous)$", re.IGNORECASE
)
_LONGEST_NAME = 200


def plain_text(value: object) -> str | None:
    """Return words without the entities that some templates escape twice.

    >>> plain_text("It doesn&#8217;t  rain")
    'It doesn’t rain'
    """
    words = as_text(value)
    return " ".join(html.unescape(words).split()) or None if words else None


def person_name(value: object) -> str | None:
    """Return a byline without its ``By``; None for an address or a template's filler.

    >>> person_name("By JANE DOE, Staff Writer"), person_name("admin")
    ('JANE DOE, Staff Writer', None)
    """
    name = _BY.sub("", plain_text(value) or "").strip()
    return None if not name or len(name) > _LONGEST_NAME or _NO_NAME.search(name) else name
