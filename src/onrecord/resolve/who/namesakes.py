"""Whom a surname alone means where several people of an article bear it.

Whoever is called by the surname alone is named in full before anybody else who bears
it; relatives are told by their first names. "Mr." and "Mrs.", an office, and the pronoun
that fits tell more.
"""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from onrecord.resolve.who.roles import is_hers, is_person_noun
from onrecord.tagger import Pronoun
from onrecord.tagger.details import PRONOUNS
from onrecord.types import Span

if TYPE_CHECKING:
    from onrecord.resolve.who.entities import Entity

__all__ = ["KIN", "Namesakes", "is_junior", "is_kin"]

KIN = (
    r"(?:mother|father|parents?|wife|husband|spouse|widow(?:er)?|sons?|daughters?|child(?:ren)?|"
    r"brothers?|sisters?|siblings?|nieces?|nephews?|aunt|uncle|cousins?|grand(?:mother|father|sons?|"
    r"daughters?)|(?:step|half-)(?:mother|father|sons?|daughters?|brothers?|sisters?)|"
    r"[a-z]+-in-law|[Ff]irst [Ll]ady)"
)
"""What relatives are called, in a pattern."""

# "His wife, *Ada Holm*", "the first lady, *Ada Holm*", "two sons, Tom and *Ada Holm*".
_KIN_BEFORE = re.compile(
    rf"\b{KIN},? (?:[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+)?(?:,| and) )?$"
)
# "*Ada Holm*, the governor's eldest daughter".
_KIN_AFTER = re.compile(
    rf", (?:(?:his|her|their)|[^,.;:\n]{{2,50}}['\u2019]s?) (?:[a-z-]+ ){{0,2}}{KIN}\b"
)
# "Holm's eldest son, *Tom Holm*".
_OWN_KIN = rf"['\u2019]s? (?:[a-z-]+ ){{0,3}}{KIN},? $"
_JUNIOR = re.compile(r",? (?:Jr|II)\b")
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)\.? $")
_TITLED = re.compile(r"\b([A-Z][a-z]+)\.? $")
_LONG = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "dr": "doctor",
    "prof": "professor",
    "amb": "ambassador",
}
_REACH = 80
# "He" and "she" are told apart where the network gives one so much.
_SURE = 0.8
_HE, _SHE = PRONOUNS.index(Pronoun.HE), PRONOUNS.index(Pronoun.SHE)


class Namesakes:
    """The people of one article who share surnames, before single names are given to them.

    Args:
        text: The article's text.
        pronouns_at: The probabilities of the pronoun that fits a name, where known.
    """

    def __init__(self, text: str, pronouns_at: Callable[[Span], np.ndarray | None]) -> None:
        self._text, self._pronouns_at = text, pronouns_at
        self._hers: dict[Entity, bool | None] = {}
        self._apart: dict[tuple[str, Entity], bool] = {}
        self._going_on: dict[str, tuple[int, Entity | None]] = {}

    def meant(self, name: Span, first: Span, bearers: "Sequence[Entity]") -> "Entity | None":
        """Return whom a surname means, None for somebody who is not named in full.

        Args:
            name: The surname.
            first: The same surname, where it first stands alone.
            bearers: Who bears it, each with the places of their full name.
        """
        others = [one for one in bearers if not self._is_another(name, one)]
        fit = self._of_office(name, self._of_honorific(name, others))
        subject = self._subject_before(name, fit)
        if subject is not None:
            return subject
        fit = [one for one in fit if not self._is_kin(one)] or fit
        fit = self._of_sex(fit, hers=self._is_hers([name])) or fit
        if len(fit) < 2:
            return fit[0] if fit else None
        fit.sort(key=_first)
        is_told = first.start < _first(fit[1]) or len(fit) < len(others)
        return fit[0] if is_told else _nearest(name, fit)

    def _of_honorific(self, name: Span, bearers: "list[Entity]") -> "list[Entity]":
        """Return who of them "Mr." or "Mrs." before a name may be; nobody, if none."""
        honorific = _HONORIFIC.search(self._text, max(0, name.start - _REACH), name.start)
        return self._of_sex(bearers, hers=is_hers(honorific[1]) if honorific else None)

    def _of_sex(self, bearers: "list[Entity]", *, hers: bool | None) -> "list[Entity]":
        if hers is None:
            return bearers
        return [one for one in bearers if self._sex(one) in (hers, None)]

    def _of_office(self, name: Span, bearers: "list[Entity]") -> "list[Entity]":
        """Return who of them is written with the office before a name, if one is."""
        office = self._office(name.start)
        if office is None:
            return bearers
        held = {one: {self._office(span.start) for span in one.spans} - {None} for one in bearers}
        holders = [one for one in bearers if office in held[one]]
        return holders or [one for one in bearers if not held[one]] or bearers

    def _office(self, place: int) -> str | None:
        titled = _TITLED.search(self._text, max(0, place - _REACH), place)
        word = titled[1].lower() if titled else ""
        office = _LONG.get(word, word)
        return office if office and is_person_noun(office) else None

    def _sex(self, one: "Entity") -> bool | None:
        if one not in self._hers:
            self._hers[one] = self._is_hers(one.spans)
        return self._hers[one]

    def _is_hers(self, names: Sequence[Span]) -> bool | None:
        found = [fits for name in names if (fits := self._pronouns_at(name)) is not None]
        fits = np.mean(found, axis=0) if found else np.zeros(len(PRONOUNS))
        if fits[_SHE] >= _SURE:
            return True
        return False if fits[_HE] >= _SURE else None

    def _subject_before(self, name: Span, bearers: "list[Entity]") -> "Entity | None":
        """Return whose full name opened a paragraph just before: there "Holm said" is theirs.

        So is it in the paragraphs that go on with the surname, until another is named in full.
        """
        start = self._last_paragraphs(name.start)
        full = [(span, one) for one in bearers for span in one.spans if " " in self._words(span)]
        near = [(span, one) for span, one in full if start <= span.start < name.start]
        surname, kept = self._words(name), None
        place, going_on = self._going_on.get(surname, (-1, None))
        if {one for _, one in near} <= {going_on} and place >= start:
            kept = going_on
        elif len({one for _, one in near}) == 1:
            opens = any(span.start == 0 or self._text[span.start - 1] == "\n" for span, _ in near)
            kept = near[0][1] if opens else None
        self._going_on[surname] = name.start, kept
        return kept

    def _words(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _last_paragraphs(self, place: int) -> int:
        """Return where the paragraph before that of a place begins."""
        here = self._text.rfind("\n", 0, place) + 1
        end = len(self._text[:here].rstrip())
        return self._text.rfind("\n", 0, end) + 1

    def _is_kin(self, one: "Entity") -> bool:
        """Say whether somebody is brought in as somebody's relative."""
        return is_kin(self._text, one.spans[0])

    def _is_another(self, name: Span, one: "Entity") -> bool:
        """Say whether a surname is told to be somebody else's: "Holm's son, *Tom Holm*".

        "President Holm", too, is not the Tom Holm Jr. who is named after him.
        """
        surname = self._text[name.start : name.end]
        if (surname, one) not in self._apart:
            self._apart[surname, one] = self._is_son_of(surname, one) or self._is_after(
                surname, one
            )
        return self._apart[surname, one] and not is_junior(self._text, name)

    def _is_son_of(self, surname: str, one: "Entity") -> bool:
        owned = re.compile(rf"\b{re.escape(surname)}{_OWN_KIN}")
        starts = (span.start for span in one.spans)
        return any(owned.search(self._text, max(0, at - _REACH), at) for at in starts)

    def _is_after(self, surname: str, one: "Entity") -> bool:
        if not all(is_junior(self._text, name) for name in one.spans):
            return False
        titled = re.compile(rf"\b[A-Z][a-z]+\.? (?={re.escape(surname)}\b)")
        before = titled.finditer(self._text, 0, one.spans[0].start)
        return any(self._office(match.end()) for match in before)


def is_junior(text: str, name: Span) -> bool:
    """Say whether a name is the younger one's of two: "Tom Holm Jr."."""
    return _JUNIOR.search(text, name.start, name.end + len(", Jr")) is not None


def is_kin(text: str, name: Span) -> bool:
    """Say whether a name stands beside whose relative it is: "his wife, Ada Holm"."""
    before = _KIN_BEFORE.search(text, max(0, name.start - _REACH), name.start)
    return bool(before or _KIN_AFTER.match(text, name.end, name.end + _REACH))


def _first(one: "Entity") -> int:
    return one.spans[0].start


def _nearest(name: Span, bearers: "Sequence[Entity]") -> "Entity":
    """Return who was named in full last, else who is next."""

    def distance(one: "Entity") -> tuple[bool, int]:
        before = [span for span in one.spans if span.start < name.start]
        if before:
            return False, name.start - before[-1].end
        return True, one.spans[0].start - name.end

    return min(bearers, key=distance)
