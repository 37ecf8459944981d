"""Forms of names: when two of them may name the same person or body."""

import re
import unicodedata
from dataclasses import dataclass

# Letters and digits with the marks that stand inside a name: O'Neill, Al-Sisi, J.
_WORD = re.compile(r"[^\W_]+(?:[.'\u2019\-\u2010\u2011&][^\W_]+)*")
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "qc", "kc", "mp"])
# What a company's full form adds to its short one.
_COMPANY = frozenset([
    "ag", "bv", "co", "company", "corp", "corporation", "gmbh", "group", "holding", "holdings",
    "inc", "incorporated", "limited", "llc", "llp", "ltd", "nv", "plc", "sa", "se", "spa",
])  # fmt: skip
_SMALL = frozenset(["of", "the", "and", "for", "de", "in", "on", "at", "&"])
_COUNTRIES = frozenset(["us", "uk"])
_UNITED = frozenset([("united", "states"), ("united", "kingdom")])
# "The State Department" is the Department of State.
_OFFICES = frozenset(["department", "ministry", "office", "bureau", "parliament", "university"])
# "The House" is the House of Representatives, and no White House.
_CHAMBER = ("house",)
# Two forms of one foreign name differ by a letter, and are no short words.
_LEAST_FUZZY = 6


@dataclass(frozen=True, slots=True)
class Form:
    """A name's words as they are compared: lower case, without accents.

    >>> Form.of("Volodymyr Zelenskyy").words
    ('volodymyr', 'zelenskyy')
    """

    words: tuple[str, ...]
    is_acronym: bool = False

    @classmethod
    def of(cls, name: str) -> "Form":
        """Return the form of a name as written."""
        found = _WORD.findall(name.replace(".", "") if _is_dotted(name) else name)
        plain = [_plain(word) for word in found]
        kept = [word for word in plain if word not in _SUFFIXES] or plain
        joined = "".join(found)
        return cls(tuple(kept), is_acronym=len(found) == 1 and len(joined) > 1 and joined.isupper())

    @property
    def last(self) -> str:
        """The last word: a person's surname, mostly."""
        return self.words[-1] if self.words else ""

    def same_person(self, full: "Form") -> bool:
        """Say whether this form may name the person whom a longer or equal form names."""
        if self.words == full.words:
            return True
        if len(self.words) == 1:
            return self._is_part_of(full)
        if not _alike(self.last, full.last):
            return set(self.words) < set(full.words) and self.words[0] == full.words[0]
        first, other = self.words[0], full.words[0]
        return (
            first == other
            or _is_initial(first, other)
            or _is_short_for(first, other)
            or set(self.words) <= set(full.words)
        )

    def is_like(self, other: "Form") -> bool:
        """Say whether two names of as many words differ in no more than one letter of a word."""
        pairs = list(zip(self.words, other.words, strict=False))
        apart = [(one, two) for one, two in pairs if one != two]
        is_one = len(self.words) == len(other.words) > 1 and len(apart) <= 1
        return is_one and all(_alike(one, two) for one, two in apart)

    def _is_part_of(self, full: "Form") -> bool:
        word = self.words[0]
        # "Tijani" is Hamid al-Tijani.
        is_bare = any(word == other.removeprefix("al-") for other in full.words)
        return is_bare or (len(full.words) > 1 and _alike(word, full.last))

    def same_body(self, full: "Form") -> bool:
        """Say whether this form may name the organisation or place that a longer form names."""
        if not self.words or len(self.words) >= len(full.words):
            return self.words == full.words
        size = len(self.words)
        rest = full.words[size:]
        is_company = full.words[:size] == self.words and _COMPANY.issuperset(rest)
        if self.is_acronym:
            is_country = self.words[0] in _COUNTRIES and full.words[:2] not in _UNITED
            return is_company or (self.words[0] in full.initials() and not is_country)
        if self.words == _CHAMBER:
            return full.words[:2] == (*_CHAMBER, "of")
        # "the Supreme Court", "the Supreme Court of Puerto Rico"
        is_of_place = size > 1 and full.words[: size + 1] == (*self.words, "of")
        return full.words[-size:] == self.words or is_company or is_of_place or self._turned(full)

    def is_but_for_legal_form(self, full: "Form") -> bool:
        """Say whether a name is another's without what a company's full form adds.

        >>> Form.of("Acme").is_but_for_legal_form(Form.of("Acme Co"))
        True
        """
        size = len(self.words)
        return full.words[:size] == self.words and _COMPANY.issuperset(full.words[size:])

    def _turned(self, full: "Form") -> bool:
        """Say whether a name has another's words about its "of": the State Department."""
        *field_, office = self.words
        turned = (office, "of", *field_)
        return office in _OFFICES and full.words[-len(turned) :] == turned

    def initials(self) -> set[str]:
        """Return the acronyms that a name of several words may have."""
        if len(self.words) < 2:
            return set()
        parts = [part for word in self.words for part in re.split(r"[-\u2010\u2011]", word) if part]
        whole = "".join(word[0] for word in parts)
        large = "".join(word[0] for word in parts if word not in _SMALL)
        return {whole, large}


def _is_dotted(name: str) -> bool:
    return bool(re.fullmatch(r"(?:[^\W\d_]\.){2,}", name))


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).replace("\u2019", "'")


def _is_initial(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one.strip(".")), len(other.strip(".")))


def _is_short_for(one: str, other: str) -> bool:
    """Say whether one first name is short for the other: Tim, Joe, Bernie."""
    short, long = sorted((one, other), key=len)
    if len(short) < 3:
        return False
    is_clipped = len(short) <= 4 and len(long) - len(short) >= 2 and short[:2] == long[:2]
    is_fond = short.endswith(("ie", "y")) and long.startswith(short[:3])
    return long.startswith(short) or is_clipped or is_fond


def _alike(one: str, other: str) -> bool:
    """Say whether two words differ in no more than one letter, and are long."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST_FUZZY or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = short[at:] if len(long) > len(short) else short[at + 1 :]
    return rest == long[at + 1 :]
