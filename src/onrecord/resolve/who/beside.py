"""The name that stands beside a source: "the mayor, Dee Margo, said"; "Thomas Gray, 24, who"."""

import bisect
import re
from collections.abc import Sequence

from onrecord.resolve.who.entities import Cast, Entity
from onrecord.resolve.who.forms import Form
from onrecord.types import Span

__all__ = ["antecedent", "apposed", "described_as", "marked_name", "spelled_out", "with_initials"]

_COMMA = re.compile(r",\s+(?:the\s+)?")
# "Thomas Gray, 24, who"; "Mark Hay, a marine ecologist at Georgia Tech, who".
_DESCRIBED = re.compile(
    r",\s+(?:(?:aged? )?\d{1,3}|(?:an?|the|then|now|also|his|her|their)\s[^.;:!?\"“”()]*|"
    r"[^,.;:!?\"“”()]{2,60}),\s+$"
)
# "Ada Holm, whose voice filled halls, and *who*".
_WHO_AGAIN = re.compile(r", (?:who|whose|whom) [^.;:!?\"“”\n]*,? (?:and|but) $")
_FARTHEST = 160
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


def antecedent(text: str, place: int, cast: Cast) -> Entity | None:
    """Return the person that "who" stands for where a description is between.

    Args:
        text: The article's text.
        place: Where the "who" stands.
        cast: The article's entities.
    """
    again = _WHO_AGAIN.search(text, max(0, place - _FARTHEST), place)
    if again is not None:
        at = bisect.bisect_right(cast.spans, again.start(), key=_end)
        first = cast.at(cast.spans[at - 1]) if at else None
        is_next = at > 0 and cast.spans[at - 1].end == again.start()
        if first is not None and first.is_person and is_next:
            return first
    at = bisect.bisect_left(cast.spans, place, key=_start)
    for name in reversed(cast.spans[max(0, at - 4) : at]):
        entity = cast.at(name)
        if place - name.end > _FARTHEST:
            break
        if entity is not None and entity.is_person:
            return entity if _DESCRIBED.fullmatch(text, name.end, place) else None
    return None


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


def _end(span: Span) -> int:
    return span.end


def _start(span: Span) -> int:
    return span.start
