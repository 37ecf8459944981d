"""Whom "who" stands for, where a place or a body is between: "Senator Holm of Ohio, who"."""

import bisect
import re
from dataclasses import dataclass

from onrecord.resolve.who.entities import Cast, Entity
from onrecord.resolve.who.roles import is_person_noun
from onrecord.resolve.who.sources import is_text
from onrecord.types import SourceType, Span

__all__ = ["Antecedent", "antecedent", "kind_of_noun"]

# "Thomas Gray, 24, who"; "Mark Hay, a marine ecologist at Georgia Tech, who".
_DESCRIBED = re.compile(
    r",\s+(?:(?:aged? )?\d{1,3}|(?:an?|the|then|now|also|his|her|their)\s[^.;:!?\"“”()]*|"
    r"[^,.;:!?\"“”()]{2,60}),\s+$"
)
# "Mark Hay, a marine ecologist" at Georgia Tech who.
_IS_A = re.compile(r",\s+(?:an?|the|his|her|their)\s[^,.;:!?\"“”()]*")
# "Mark Hay of Ohio, the ecologist who".
_THE_ONE = re.compile(
    r"(?: of [A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*)*)?,\s+(?:an?|the|his|her|their)\s"
    r"[^,.;:!?\"“”()]*?(?P<noun>[\w-]+) $"
)
# "Ada Holm, whose voice filled halls, and *who*".
_WHO_AGAIN = re.compile(r", (?:who|whose|whom) [^.;:!?\"“”\n]*,? (?:and|but) $")
# "Officials *at the* Pentagon, who": no place and no body is a "who" beside people.
_AT = re.compile(r"(?P<noun>[\w'\u2019-]+) (?:at|for|from|in|of) (?:the )?$")
# "A woman, a niece of the candidate Ada Holm, who": the woman.
_A_WOMAN = re.compile(
    r"\b(?:an?|another|one) (?:[\w-]+ ){0,3}(?P<head>[\w-]+), an? (?P<noun>[\w-]+) of "
    r"[^,.;:!?\"“”()]*$"
)
# "A book by the journalist Ada Holm, which": a person is no "which".
_TEXT_BY = re.compile(
    r"(?P<noun>[\w-]+) (?:by|from|of) (?:(?!(?:by|from|of)\b)[\w.'\u2019-]+ ){0,6}$"
)
# What may stand between a name and its "who".
_APART = " ,\u2014\u2013-\n"
_ONE = frozenset(["boy", "girl", "man", "person", "woman"])
_PEOPLE = frozenset(["men", "people", "others", "those", "women"])
_FARTHEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """What a relative pronoun stands for.

    Attributes:
        person: Who, where it is a person with a name.
        kind: What kind of source, where it is not.
    """

    person: Entity | None = None
    kind: SourceType | None = None


def antecedent(text: str, place: int, words: str, cast: Cast) -> Antecedent | None:
    """Return what "who" or "which" stands for, where it is not the name before it.

    Args:
        text: The article's text.
        place: Where the pronoun stands.
        words: The pronoun.
        cast: The article's entities.
    """
    at = bisect.bisect_left(cast.spans, place, key=_start)
    name = cast.spans[at - 1] if at else None
    if name is not None and not text[name.end : place].strip(_APART):
        return _behind_name(text, name, words, cast)
    if words == "who":
        person = _described(text, place, cast)
        return None if person is None else Antecedent(person=person)
    return None


def kind_of_noun(noun: str) -> SourceType | None:
    """Return what kind of source a noun before "who" tells of, if it tells of people.

    >>> kind_of_noun("members").value, kind_of_noun("niece").value, kind_of_noun("number")
    ('unnamed group', 'unnamed person', None)
    """
    if noun in _PEOPLE or (noun.endswith("s") and is_person_noun(noun.removesuffix("s"))):
        return SourceType.UNNAMED_GROUP
    is_one = noun in _ONE or is_person_noun(noun)
    return SourceType.UNNAMED_PERSON if is_one else None


def _behind_name(text: str, name: Span, words: str, cast: Cast) -> Antecedent | None:
    """Return whom "who" stands for where the name before it is but a part of the phrase."""
    entity = cast.at(name)
    if entity is None:
        return None
    start = max(0, name.start - _FARTHEST)
    if not entity.is_person:
        return _beside_body(text, name, cast) if words in {"who", "whom"} else None
    if words == "which":
        return Antecedent(kind=_text_by(text, name))
    woman = _A_WOMAN.search(text, start, name.start) if words == "who" else None
    if woman is None or not is_person_noun(woman["noun"]):
        return None
    kind = kind_of_noun(woman["head"])
    return Antecedent(kind=kind) if kind is not None else None


def _beside_body(text: str, name: Span, cast: Cast) -> Antecedent | None:
    before = _AT.search(text, max(0, name.start - _FARTHEST), name.start)
    if before is None:
        return None
    person = _person_before(text, before.end("noun"), cast)
    kind = kind_of_noun(before["noun"])
    if person is None and kind is None:
        return None
    return Antecedent(person=person, kind=kind)


def _person_before(text: str, end: int, cast: Cast) -> Entity | None:
    """Return the person whose name, or name and description, ends at a place."""
    at = bisect.bisect_right(cast.spans, end, key=_end)
    for name in reversed(cast.spans[max(0, at - 3) : at]):
        entity = cast.at(name)
        if entity is not None and entity.is_person:
            is_theirs = name.end == end or _IS_A.fullmatch(text, name.end, end)
            return entity if is_theirs else None
    return None


def _text_by(text: str, name: Span) -> SourceType | None:
    before = _TEXT_BY.search(text, max(0, name.start - _FARTHEST), name.start)
    return SourceType.DOCUMENT if before and is_text(before["noun"]) else None


def _described(text: str, place: int, cast: Cast) -> Entity | None:
    """Return the person that "who" stands for where a description is between."""
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
            is_theirs = _DESCRIBED.fullmatch(text, name.end, place) or _is_the_one(
                text, name, place
            )
            return entity if is_theirs else None
    return None


def _is_the_one(text: str, name: Span, place: int) -> bool:
    one = _THE_ONE.fullmatch(text, name.end, place)
    return one is not None and kind_of_noun(one["noun"]) is SourceType.UNNAMED_PERSON


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
