"""Names of which the network found but a part, made whole by the letters around."""

import re

from onrecord.types import Span

__all__ = ["is_double_barrelled", "whole_body", "whole_surname"]

_HYPHENS = "\u2010\u2011-"
_HALF_AFTER = re.compile(rf"[{_HYPHENS}](?P<half>[A-Z][\w'\u2019]+)(?![\w{_HYPHENS}])")
_HALF_BEFORE = re.compile(rf"(?<![\w{_HYPHENS}])(?P<half>[A-Z][\w'\u2019]+)[{_HYPHENS}]$")
_LONGEST_HALF = 24
# "Kilcarrick *and District Credit Union*", "Newton *and Rural Health Trust*".
_AND_DISTRICT = re.compile(
    r" (?:and|&) (?:District|Districts|County|Counties|Borough|Community|Region|Area|Vale|Rural|"
    r"Surrounding)(?: [A-Z][\w'\u2019-]+){1,4}"
)


def whole_surname(text: str, span: Span) -> Span:
    """Return a surname with its other half: "Solheim" of "Solheim-Okoro".

    Halves that the text has by themselves too are two people: "Trump-Putin".

    Args:
        text: The article's text.
        span: What was found of it.
    """
    after = _HALF_AFTER.match(text, span.end)
    before = _HALF_BEFORE.search(text, max(0, span.start - _LONGEST_HALF), span.start)
    found = text[span.start : span.end].rsplit(maxsplit=1)[-1]
    start, end = span.start, span.end
    if after is not None and is_double_barrelled(text, found, after["half"]):
        end = after.end()
    if before is not None and is_double_barrelled(text, before["half"], found):
        start = before.start()
    return Span(start, end)


def is_double_barrelled(text: str, *halves: str) -> bool:
    """Say whether none of the halves that a hyphen joins stands by itself anywhere.

    Args:
        text: The article's text.
        halves: The words.
    """
    alone = (rf"(?<![\w{_HYPHENS}]){re.escape(half)}(?![\w{_HYPHENS}])" for half in halves)
    return not any(re.search(pattern, text) for pattern in alone)


def whole_body(text: str, span: Span) -> Span | None:
    """Return a body's whole name where but its place was found: "Holm" of "Holm and District Bank".

    Args:
        text: The article's text.
        span: What was found of it.
    """
    rest = _AND_DISTRICT.match(text, span.end)
    return Span(span.start, rest.end()) if rest else None
