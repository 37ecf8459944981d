"""A search's words in PostgreSQL's terms: for its index, for a row of the list, and as a rank.

The list has a statement's words as text, a space before and after each. Its
index knows which statements have a word, and the text tells the rest: phrases,
and how often a word comes. To look into a text takes a fifth of a microsecond;
to make a tsvector of it, six.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import assert_never

from onrecord.record import query as ask
from onrecord.record.backend import Matching

__all__ = ["matching"]

# BM25's usual constants (Robertson 1994): how soon a word's repetition counts no
# more, and how much length counts against a text.
_REPETITION = 1.2
_LENGTH = 0.75
# Signs of a content's words in the mean of 500,000 statements.
_USUAL_LENGTH = 99
_Leaf = ask.Word | ask.Prefix | ask.Phrase


def matching(query: ask.Query) -> Matching:
    """Return how to find the statements whose words fit."""
    texts = _Texts()
    told, rank = _told(query, texts), _rank(query, texts)
    condition = "words_of(l.words) @@ CAST(:words AS tsquery)"
    return Matching(
        index="listing AS l",
        number="l.statement",
        # The index tells all but whether words stand side by side.
        condition=f"{condition} AND {told}" if _has_phrase(query) else condition,
        told=told,
        basis="l.words",
        rank=rank,
        join="listing AS l",
        values={"words": _tsquery(query), **{name: text for text, name in texts.names.items()}},
    )


@dataclass(frozen=True, slots=True)
class _Texts:
    """What is looked for in a row's words, each bound once, by name."""

    names: dict[str, str] = field(default_factory=dict)

    def bound(self, text: str) -> str:
        return f":{self.names.setdefault(text, f'text{len(self.names)}')}"


def _tsquery(query: ask.Query) -> str:
    """Return the index's query: all that fit have its words, others may have them too."""
    match query:
        case ask.Word():
            return _joined(" | ", (f"'{form}'" for form in query.forms))
        case ask.Phrase():
            return _joined(" & ", (f"'{word}'" for word in query.words))
        case ask.Prefix():
            return f"'{query.start}':*"
        case ask.All() | ask.Either():
            sign = " & " if isinstance(query, ask.All) else " | "
            return _joined(sign, map(_tsquery, query.parts))
        case ask.But():
            part = _tsquery(query.part)
            # To have the words of a phrase is not to have the phrase.
            less = "" if _has_phrase(query.without) else f" & !{_tsquery(query.without)}"
            return f"({part}{less})"
        case _:
            assert_never(query)


def _joined(sign: str, parts: Iterable[str]) -> str:
    """Return the parts with a sign between, each once: to a planner any two are independent."""
    return f"({sign.join(dict.fromkeys(parts))})"


def _has_phrase(query: ask.Query) -> bool:
    match query:
        case ask.Phrase():
            return len(query.words) > 1
        case ask.All() | ask.Either():
            return any(map(_has_phrase, query.parts))
        case ask.But():
            return _has_phrase(query.part) or _has_phrase(query.without)
        case _:
            return False


def _told(query: ask.Query, texts: _Texts) -> str:
    """Return the condition as a row's own words tell it."""
    match query:
        case ask.All():
            return _joined(" AND ", (_told(part, texts) for part in query.parts))
        case ask.Either():
            return _joined(" OR ", (_told(part, texts) for part in query.parts))
        case ask.But():
            return f"({_told(query.part, texts)} AND NOT {_told(query.without, texts)})"
        case _:
            found = (f"strpos(l.words, {texts.bound(text)}) > 0" for text in _sought(query))
            return _joined(" OR ", found)


def _sought(leaf: _Leaf) -> Iterator[str]:
    """Yield the texts any of which tells that a leaf of the query fits."""
    match leaf:
        case ask.Word():
            yield from (f" {form} " for form in leaf.forms)
        case ask.Prefix():
            yield f" {leaf.start}"
        case ask.Phrase():
            yield f" {' '.join(leaf.words)} "
        case _:
            assert_never(leaf)


def _rank(query: ask.Query, texts: _Texts) -> str:
    """Return how well the words fit, the least best: BM25, each part as rare as the others."""
    rare = _REPETITION * _LENGTH / _USUAL_LENGTH
    least = f"({_REPETITION * (1 - _LENGTH):.4f} + {rare:.6f} * CAST(octet_length(basis) AS real))"
    # One less each than in the formula, whose parts are n / (n + least).
    parts = (
        f"{times} * {least} / ({_times(leaf, texts)} + {least})"
        for leaf, times in Counter(_leaves(query)).items()
    )
    return _joined(" + ", parts)


def _leaves(query: ask.Query) -> Iterator[_Leaf]:
    match query:
        case ask.All() | ask.Either():
            for part in query.parts:
                yield from _leaves(part)
        case ask.But():
            yield from _leaves(query.part)
        case _:
            yield query


def _times(leaf: _Leaf, texts: _Texts) -> str:
    """Return how often a leaf comes: how much shorter the words are without it.

    Of “heavy, heavy” one is counted, as they share a space.
    """
    return " + ".join(
        f"(octet_length(basis) - octet_length(replace(basis, {text}, ''))) / octet_length({text})"
        for text in (texts.bound(one) for one in _sought(leaf))
    )
