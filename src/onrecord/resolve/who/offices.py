"""Who holds the office that a source names with its body: "Acme's CEO", "the mayor of Lund"."""

import re
from collections.abc import Sequence

from onrecord.resolve.who.entities import Cast, Entity
from onrecord.resolve.who.mention import Mention, without_determiner
from onrecord.resolve.who.roles import is_person_noun
from onrecord.resolve.who.titles import titles_of
from onrecord.types import Span

__all__ = ["holder_of"]

_NEAR = 60
_WORD = re.compile(r"[\w\u2010&-]+(?:\.[A-Z]\b)*")
_OWNER = re.compile(r"['\u2019]s? ")
# Where an office's noun has been: "founder and co-chief of", "minister for", "envoy to".
_ENDS = re.compile(r",|\s(?:of|for|at|in|to|and|from|with|&)\s|$")
_CHIEFS = frozenset(["ceo", "cfo", "coo", "cto", "chairman", "chairwoman", "chairperson"])
_LESSER = frozenset(["vice", "deputy", "former", "ex", "assistant", "acting", "late", "then"])
_RANKS = {"gov": "governor", "sen": "senator", "amb": "ambassador", "rep": "representative"}
_SMALL = frozenset(["the", "a", "an", "of", "for", "and", "in", "at", "to", "s", "from", "with"])
# "Austria", "Austrian": the letters in which a country and its people agree.
_STEM = 5


def holder_of(mention: Mention, text: str, cast: Cast) -> Entity | None:
    """Return the one person of an article who holds an office, named before or later.

    Args:
        mention: The office: "Austria's interior minister".
        text: The article's text.
        cast: Its entities.
    """
    span = without_determiner(text, mention.span)
    words = text[span.start : span.end]
    if mention.determiner not in ("", "the") or not mention.others or "," in words:
        return None
    office = _OWNER.split(words)[-1]
    nouns = _nouns(office)
    if len(nouns) != 1 or not _is_office(*nouns):
        return None
    owners = {word for name, _ in mention.others for word in _words(text, name)}
    others = set(_words(text, span)) - owners - nouns
    near = [one for one in cast.entities if one.is_person and _is_near(one, text, owners)]
    holders = [one for one in near if _holds(one, text, nouns, others)]
    names = [text[name.start : name.end] for name, _ in mention.others]
    sure = [
        one
        for one in holders
        if any(
            _is_of(_words(text, title), owners) or _stands_behind(text, title, names)
            for title in titles_of(text, one)
        )
    ]
    return sure[0] if len(sure) == 1 else None


def _is_office(noun: str) -> bool:
    return noun in _CHIEFS or is_person_noun(noun)


def _is_near(person: Entity, text: str, owners: set[str]) -> bool:
    """Say whether a body is named in or before a title at all, which is quickly told."""
    around = (text[max(0, one.start - _NEAR) : one.end].lower() for one in person.titles)
    return any(all(word[:_STEM] in words for word in owners) for words in around)


def _holds(person: Entity, text: str, nouns: set[str], others: set[str]) -> bool:
    """Say whether a title has an office's noun and all that qualifies it, and is no lesser one."""
    for title in titles_of(text, person):
        words = set(_words(text, title))
        is_lesser = bool(_LESSER & (words ^ others))
        if nouns & _nouns(text[title.start : title.end]) and others <= words and not is_lesser:
            return True
    return False


def _is_of(title: Sequence[str], owners: set[str]) -> bool:
    stems = {word[:_STEM] for word in title}
    return all(word[:_STEM] in stems for word in owners)


def _stands_behind(text: str, title: Span, names: Sequence[str]) -> bool:
    """Say whether a body's name leads to a title: "*South Dakota* Gov."."""
    before = text[max(0, title.start - _NEAR) : title.start]
    return len(names) == 1 and bool(
        re.search(rf"\b{re.escape(names[0])}(?:['\u2019]s?)? \Z", before)
    )


def _words(text: str, span: Span) -> list[str]:
    found = (word.lower() for word in _WORD.findall(text, span.start, span.end))
    return [word.removeprefix("co-") for word in found if word not in _SMALL]


def _nouns(words: str) -> set[str]:
    """Return the nouns of an office: "founder" and "ceo" of "Acme founder and co-CEO"."""
    parts = (_WORD.findall(part) for part in _ENDS.split(words)[:-1])
    nouns = {part[-1].lower().removeprefix("co-") for part in parts if part}
    return {noun for noun in (_RANKS.get(noun, noun) for noun in nouns) if _is_office(noun)}
