"""Whom an article's lead tells of by what they are, to name them in the next paragraph."""

import re
from collections.abc import Sequence

from onrecord.resolve.who.entities import Cast, Entity
from onrecord.resolve.who.roles import role_in
from onrecord.types import Span

__all__ = ["named_later"]

# "WASHINGTON — The chief executive of Acme told senators".
_OPENING = re.compile(r"\s*(?:[A-Z][A-Z .,'-]+(?:\([^()]*\))?\s*[\u2014\u2013-]\s*)?(?:The|An?)\s+")
_PHRASE = re.compile(
    r"[^,;:.!?\"“”\n]{3,110}?(?=,|\s(?:who|whose|accused|has|have|had|is|was|will|would|told|said|"
    r"says|who's|convicted|charged|jailed|facing|[a-z]+ed)\b)"
)
# Paragraphs after the lead in which the name must stand.
_SOON = 2


def named_later(text: str, cast: Cast, paragraphs: Sequence[int]) -> tuple[Entity, Span] | None:
    """Return the person whom the lead tells of without a name, and the role it gives them.

    "A former bank manager who took €1 from savers has been jailed. / Ada Holm (47) …": the
    first person that the article names, where the lead names nobody.

    Args:
        text: The article's text.
        cast: Its entities.
        paragraphs: Where its paragraphs start, in order.
    """
    if len(paragraphs) < 2:
        return None
    opening = _OPENING.match(text, paragraphs[0], paragraphs[1])
    phrase = opening and _PHRASE.match(text, opening.end(), paragraphs[1])
    role = role_in(text, Span(*phrase.span())) if phrase else None
    first = next((s for s in cast.spans if (e := cast.at(s)) is not None and e.is_person), None)
    end = paragraphs[_SOON + 1] if len(paragraphs) > _SOON + 1 else len(text)
    if role is None or first is None or not paragraphs[1] <= first.start < end:
        return None
    person = cast.at(first)
    is_whole = " " in text[first.start : first.end]
    return (person, role) if person is not None and is_whole else None
