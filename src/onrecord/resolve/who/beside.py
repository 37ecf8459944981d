"""The name that stands beside a source: "the mayor, Dee Margo, said"."""

import bisect
import re
from collections.abc import Sequence

from onrecord.resolve.who.entities import Cast, Entity
from onrecord.resolve.who.forms import Form
from onrecord.types import Span

__all__ = ["apposed", "described_as", "marked_name", "spelled_out", "with_initials"]

_COMMA = re.compile(r",\s+(?:the\s+)?")
_MARKED = re.compile(
    r"(?P<name>[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z]['\u2019][A-Z][a-z]+)"
    r"(?=$|,| (?:of|from|who|with|at|in)\b)"
)
_IS_A = re.compile(
    r",\s+(?:the|an?)\s+(?:[\w'\u2019-]+\s+){0,5}?(?P<noun>(?:[a-z]+ (?=maker\b))?[a-z][\w-]+)"
    r"(?=,| (?:of|that|which|behind|based|in|for|founded|owned)\b)"
)
_NAME_WORD = re.compile(r"[\w'\u2019-]+")
_LONGEST_NAME = 90
# What no name runs over.
_BROKEN = re.compile(r"[.;:()\n\"“”]|['\u2019]s ")
_IN_BRACKETS = re.compile(r"(?P<name>[A-Z][^(),;:]{2,80}?)\s+\((?P<initials>[A-Z]{2,8})\)")


def apposed(text: str, source: Span, cast: Cast, cue: Sequence[Span]) -> Entity | None:
    """Return the person whose name follows a role between commas.

    Args:
        text: The article's text.
        source: The role's words.
        cast: The article's entities.
        cue: Where the cue is.
    """
    comma = _COMMA.match(text, source.end)
    if comma is None:
        return None
    name = _name_from(cast, comma.end())
    entity = cast.at(name) if name is not None else None
    if name is None or entity is None or not entity.is_person:
        return None
    behind = (piece.start for piece in cue if piece.start >= name.end)
    is_before_cue = any(not text[name.end : start].strip(" ,") for start in behind)
    # "According to the mayor, Dee Margo was hurt": somebody who is known already, or no comma.
    is_introduced = entity.spans[0] == name and text[name.end : name.end + 1] == ","
    return entity if is_before_cue or is_introduced else None


def with_initials(text: str, source: Span) -> Span | None:
    """Return the name that a source gives its initials for: "Notes from Poland (NFP)".

    Args:
        text: The article's text.
        source: Without the article before it.
    """
    match = _IN_BRACKETS.fullmatch(text, source.start, source.end)
    if match is None or match["initials"].lower() not in Form.of(match["name"]).initials():
        return None
    return Span(*match.span("name"))


def spelled_out(text: str, initials: str) -> Span | None:
    """Return the name that an article gives initials for: "Notes from Holm (NFH)".

    Args:
        text: The article's text.
        initials: Capital letters.
    """
    at = text.find(f" ({initials})") if initials.isupper() else -1
    words = list(_NAME_WORD.finditer(text, max(0, at - _LONGEST_NAME), max(0, at)))
    for first in reversed(words):
        name = text[first.start() : at]
        if _BROKEN.search(name):
            return None
        if first.group()[0].isupper() and initials.lower() in Form.of(name).initials():
            return Span(first.start(), at)
    return None


def described_as(text: str, name: Span) -> str | None:
    """Return the noun that an apposition behind a name hangs on: "Acme, the old biscuit maker,".

    Args:
        text: The article's text.
        name: Where the name is.
    """
    match = _IS_A.match(text, name.end)
    return match["noun"] if match else None


def marked_name(text: str, source: Span) -> Span | None:
    """Return the name that a source opens with where its mark leaves no doubt: "Jo C'Bearing of".

    Args:
        text: The article's text.
        source: Without the article before it.
    """
    match = _MARKED.match(text, source.start, source.end)
    return Span(*match.span("name")) if match else None


def _name_from(cast: Cast, place: int) -> Span | None:
    at = bisect.bisect_left(cast.spans, place, key=_start)
    return cast.spans[at] if at < len(cast.spans) and cast.spans[at].start == place else None


def _start(span: Span) -> int:
    return span.start
