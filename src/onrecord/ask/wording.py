"""The words of a question as a tree."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from onrecord.errors import QuestionError
from onrecord.record.query import All, But, Either, Phrase, Prefix, Query, Word
from onrecord.record.words import words

__all__ = ["parse"]

# SQLite's full-text search takes trees of 256 levels, Python's stack some hundred brackets.
_MOST_TOKENS = 64

_TOKEN = re.compile(
    r'\s*(?:(?P<sign>[()])|["“”](?P<exact>[^"“”]*)(?P<end>["“”])?|(?P<word>[^\s()"“”]+))'
)


def parse(asked: str) -> Query:
    """Return the tree of a question's words.

    >>> parse('rain OR "heavy snow"')
    Either(parts=(Word(forms=('rain',)), Phrase(words=('heavy', 'snow'))))

    Raises:
        QuestionError: If it cannot be understood.
    """
    tokens = _Tokens(asked, _cut(asked))
    query = _either(tokens)
    if tokens.next() is not None:
        raise tokens.error("has a ) too many")
    return query


_Token = tuple[str, str]


@dataclass(slots=True)
class _Tokens:
    asked: str
    rest: list[_Token] = field(default_factory=list)

    def next(self) -> _Token | None:
        return self.rest[0] if self.rest else None

    def take(self) -> _Token:
        return self.rest.pop(0)

    def is_at(self, word: str) -> bool:
        return self.next() in (("word", word), ("sign", word))

    def error(self, reason: str) -> QuestionError:
        return QuestionError(f"{self.asked!r} {reason}: see `onrecord search --help`")


def _cut(asked: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(asked):
        kind = match.lastgroup or ""
        if match["exact"] is not None:
            if match["end"] is None:
                raise QuestionError(f"{asked!r} has a quotation mark left open: close it")
            kind = "exact"
        # A dash between words, say, is nothing to look for.
        if kind != "word" or words(match[kind]):
            found.append((kind, match[kind]))
    if len(found) > _MOST_TOKENS:
        raise QuestionError(f"{len(found)} words, signs and operators: at most {_MOST_TOKENS}")
    return found


def _either(tokens: _Tokens) -> Query:
    parts = [_every(tokens)]
    while tokens.is_at("OR"):
        tokens.take()
        parts.append(_every(tokens))
    return parts[0] if len(parts) == 1 else Either(tuple(parts))


def _every(tokens: _Tokens) -> Query:
    parts: list[Query] = [_one(tokens)]
    without: list[Query] = []
    while tokens.next() is not None and not tokens.is_at("OR") and not tokens.is_at(")"):
        kept: Callable[[Query], None] = parts.append
        if tokens.is_at("AND"):
            tokens.take()
        if tokens.is_at("NOT"):
            tokens.take()
            kept = without.append
        kept(_one(tokens))
    query = parts[0] if len(parts) == 1 else All(tuple(parts))
    for part in without:
        query = But(query, part)
    return query


def _one(tokens: _Tokens) -> Query:
    if tokens.next() is None:
        raise tokens.error("lacks a word")
    kind, value = tokens.take()
    if (kind, value) == ("sign", "("):
        inner = _either(tokens)
        if not tokens.is_at(")"):
            raise tokens.error("has a ( left open")
        tokens.take()
        return inner
    if kind == "sign" or (kind == "word" and value in ("AND", "OR", "NOT")):
        raise tokens.error(f"has {value} with nothing to look for before or after it")
    return _leaf(tokens, kind, value)


def _leaf(tokens: _Tokens, kind: str, value: str) -> Query:
    found = tuple(words(value))
    if not found:
        raise tokens.error(f"holds {value!r}, which has no letters")
    if kind == "exact":
        return Phrase(found)
    if value.endswith("*") and len(found) == 1:
        return Prefix(found[0])
    # “Covid-19” is two words side by side.
    return Word(found) if len(found) == 1 else Phrase(found)
