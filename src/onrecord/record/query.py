"""A search's words as a tree, before any backend writes them in its own language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

__all__ = ["All", "But", "Either", "Phrase", "Prefix", "Query", "Word", "expanded"]


@dataclass(frozen=True, slots=True)
class Word:
    """Any of these forms of one word."""

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so."""

    start: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """These very words, in this order, side by side."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """All of the parts."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of the parts, or several."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class But:
    """The first part without the second."""

    part: "Query"
    without: "Query"


Query = Word | Prefix | Phrase | All | Either | But


def expanded(query: Query, forms: Callable[[str], tuple[str, ...]]) -> Query:
    """Return a query whose words stand for all of their forms.

    Args:
        query: As it was asked, each word in one form.
        forms: Gives the forms of a word that the record has.
    """
    match query:
        case Word():
            return Word(tuple(form for one in query.forms for form in forms(one)))
        case All() | Either():
            return type(query)(tuple(expanded(part, forms) for part in query.parts))
        case But():
            return But(expanded(query.part, forms), expanded(query.without, forms))
        case Phrase() | Prefix():
            return query
        case _:
            assert_never(query)
