"""Words as pages state them for machines: escaped twice, entities and all."""

import html

from onrecord.ingest.columns import as_text

__all__ = ["plain_text"]


def plain_text(value: object) -> str | None:
    """Return words without the entities that some templates escape twice.

    >>> plain_text("It doesn&#8217;t  rain")
    'It doesn’t rain'
    """
    words = as_text(value)
    return " ".join(html.unescape(words).split()) or None if words else None
