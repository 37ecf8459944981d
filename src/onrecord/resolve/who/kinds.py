"""What a name names by the words beside it: "Acme said it would", "Ada Holm, a criminologist"."""

import re

from onrecord.resolve.who.bodies import BODIES, BUSINESSES
from onrecord.resolve.who.roles import head_noun, role_after
from onrecord.tagger import NameKind
from onrecord.types import Span

__all__ = ["told_kind"]

_NOUNS = "|".join(sorted(BUSINESSES - {"group", "paper", "site", "office", "force", "board"}))
_BEFORE_BODY = re.compile(rf"\b(?:{_NOUNS})\s$")
_BEFORE_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Coach|President)\.? $")
# "Jetstar said it would", "Acme's shareholders".
_AFTER_BODY = re.compile(
    r"(?:\s(?:has|had|have|also|later|then|now))?\s(?:said|says|confirmed|announced|admitted|insisted|"
    r"added|claims?|claimed|warned|believes|expects)\s(?:that\s)?its?\b"
    r"|['\u2019]s?\s(?:customers|users|shareholders|shares|subsidiary|passengers|website|servers)\b"
)
# "Holm's mayor": a town.
_AFTER_PLACE = re.compile(
    r"['\u2019]s\s(?:mayor|town hall|city hall|main square|governor|city council)\b"
)
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]+)?(?: \([^()]{2,30}\))?\s?[\u2014\u2013-]\s")
# What companies are as well as people.
_EITHER = frozenset([
    "broker", "builder", "champion", "contractor", "dealer", "designer", "developer", "guide",
    "holder", "host", "investor", "keeper", "leader", "maker", "member", "operator", "owner",
    "partner", "producer", "publisher", "seller", "trader", "user",
])  # fmt: skip
_BEFORE = 24
_LONGEST_PERSON = 3


def told_kind(text: str, name: Span, kind: NameKind) -> NameKind | None:
    """Return what a name names where the words beside it tell another kind than was found.

    Args:
        text: The article's text.
        name: Where the name is.
        kind: What it was taken for.
    """
    words = text[name.start : name.end]
    if kind is NameKind.ORGANISATION:
        return NameKind.PERSON if _is_somebody(text, name) else None
    if kind is not NameKind.PERSON or " " in words:
        return None
    before = text[max(0, name.start - _BEFORE) : name.start]
    if _BEFORE_PERSON.search(before):
        return None
    opens = text[: name.start].strip() == "" or text[name.start - 1] == "\n"
    is_dateline = opens and words.isupper() and _DATELINE.match(text, name.end)
    if is_dateline or _AFTER_PLACE.match(text, name.end):
        return NameKind.PLACE
    is_body = _BEFORE_BODY.search(before) or _AFTER_BODY.match(text, name.end)
    return NameKind.ORGANISATION if is_body else None


def _is_somebody(text: str, name: Span) -> bool:
    """Say whether what was taken for a body is told to be a person: "Ada Holm, a criminologist"."""
    words = text[name.start : name.end].lower().split()
    is_short = 1 < len(words) <= _LONGEST_PERSON and BODIES.isdisjoint(words)
    role = role_after(text, name) if is_short else None
    if role is None or text[max(0, name.start - 4) : name.start].lower() == "the ":
        return False
    noun = head_noun(text[role.start : role.end])
    return not noun.endswith(tuple(_EITHER))
