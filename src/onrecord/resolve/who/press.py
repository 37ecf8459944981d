"""Papers and magazines called by what they are: "the paper" after "The Washington Post"."""

import re
from collections.abc import Sequence

from onrecord.resolve.how.outlet import is_paper
from onrecord.resolve.who.bodies import OUTLET_AFTER
from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.mention import Mention
from onrecord.tagger import NameKind
from onrecord.types import Span

__all__ = ["outlet_meant"]

_CALLED = re.compile(
    r"(?:the|that|this) (?:same )?"
    r"(?P<noun>paper|newspaper|daily|tabloid|broadsheet|weekly|magazine)"
)
_PAPERS = frozenset(["paper", "newspaper", "daily", "tabloid", "broadsheet", "weekly"])
# "The tabloid Bild", "the daily newspaper El País".
_NOUN_BEFORE = re.compile(
    r"\b(?P<noun>newspaper|daily|tabloid|broadsheet|weekly|magazine|paper),? (?:the )?$",
    re.IGNORECASE,
)
_REACH = 16
# A paper that somebody wrote: "in a new paper", "the study's authors".
_WRITTEN = re.compile(
    r"\b(?:an?|new|recent|his|her|their|academic|discussion|policy|position|research|scientific|white|"
    r"working)\s(?:[\w-]+\s)?papers?\b|\bstud(?:y|ies)\b|\bco-?authors?\b|\bresearchers?\b|"
    r"\bpeer[- ]review|\bjournal\b",
    re.IGNORECASE,
)


def outlet_meant(text: str, mention: Mention, entities: Sequence[Entity]) -> Entity | None:
    """Return the paper or magazine named last before a mention that calls it so.

    Args:
        text: The article's text.
        mention: A source.
        entities: Whom the article names.
    """
    called = _CALLED.fullmatch(mention.words)
    if called is None:
        return None
    noun, start = called["noun"], mention.span.start
    if noun == "paper" and _WRITTEN.search(text, 0, start):
        return None
    named = [
        (name, one)
        for one in entities
        if one.kind is NameKind.ORGANISATION and _fits(text, one, noun)
        for name in one.spans
        if name.end <= start
    ]
    return max(named, key=lambda found: found[0], default=(None, None))[1]


def _fits(text: str, outlet: Entity, noun: str) -> bool:
    """Say whether an outlet is one of a kind, by what is said beside its name or by its name."""
    kinds = _PAPERS if noun in _PAPERS else {noun}
    said = {word for name in outlet.spans for word in _said_beside(text, name)}
    if said:
        return not said.isdisjoint(kinds)
    full = outlet.full or outlet.spans[0]
    return noun in _PAPERS and is_paper(text[full.start : full.end])


def _said_beside(text: str, name: Span) -> list[str]:
    before = _NOUN_BEFORE.search(text, max(0, name.start - _REACH), name.start)
    after = OUTLET_AFTER.match(text, name.end)
    words = [before["noun"].lower()] if before else []
    return words + (after.group().lower().split()[-1:] if after else [])
