"""How values stand on a page; all of it comes out escaped."""

import datetime
import re
from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

__all__ = ["CONTROL", "FILTERS", "one_line"]

# What cannot be seen and could move or turn what stands around it (Trojan Source, 2021).
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def one_line(words: str) -> str:
    """Return words on one line.

    >>> one_line(" heavy   rain ")
    'heavy rain'
    """
    return " ".join(words.split())


def _shown(words: str) -> Markup:
    """Return words with what cannot be seen named in its place."""
    if CONTROL.search(words) is None:
        return escape(words)
    parts: list[Markup] = []
    at = 0
    for match in CONTROL.finditer(words):
        sign = f"U+{ord(match[0]):04X}"
        parts += [escape(words[at : match.start()]), Markup('<span class="sign">'), escape(sign)]
        parts.append(Markup("</span>"))
        at = match.end()
    return Markup("").join([*parts, escape(words[at:])])


def _day(moment: datetime.date | None) -> str:
    """Return a date as people read it: ``3 March 2025``."""
    return "" if moment is None else f"{moment.day} {moment:%B %Y}"


def _minute(moment: datetime.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def _query(values: Mapping[str, str], **changes: str | None) -> str:
    """Return a search's address with some values changed; None takes one away."""
    kept = {**values, **changes}
    asked = urlencode({name: value for name, value in kept.items() if value})
    return f"?{asked}" if asked else "?"


def _number(count: int) -> str:
    return f"{count:,}"


FILTERS: Mapping[str, Callable[..., object]] = {
    "shown": _shown,
    "day": _day,
    "minute": _minute,
    "query": _query,
    "number": _number,
    "one_line": one_line,
    "segment": lambda value: quote(value, safe=""),
}
