"""Words as the index knows them: small letters, no accents, and their stems."""

import functools
import itertools
import re
import threading
import unicodedata
from collections.abc import Iterable

import snowballstemmer

__all__ = ["spaced", "stem", "stems", "words"]

_WORD = re.compile(r"[^\W_]+")
# “don't” is one word, as people search for it; a closing quotation mark is none.
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
# Longer ones are addresses and codes; PostgreSQL refuses what exceeds 2 KB.
_LONGEST = 60
_OF_THREAD = threading.local()


def words(text: str) -> list[str]:
    """Return the words of a text in the order in which they stand.

    >>> words("“Don’t go,” Müller said")
    ['dont', 'go', 'muller', 'said']
    """
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text)).casefold()
    accents = unicodedata.combining
    letters = plain if plain.isascii() else "".join(itertools.filterfalse(accents, plain))
    return [word[:_LONGEST] for word in _WORD.findall(letters)]


def spaced(found: Iterable[str]) -> str:
    """Return words as one text, in which each has a space before and after it.

    >>> spaced(["heavy", "rain"]), spaced([])
    (' heavy rain ', ' ')
    """
    return " ".join(("", *found, ""))


@functools.lru_cache(maxsize=10_000)
def stem(word: str) -> str:
    """Return the stem that all forms of a word share.

    >>> stem("guarantees"), stem("guaranteed")
    ('guarante', 'guarante')
    """
    # A stemmer keeps the word that it is at: two threads in one would mix up theirs.
    if not hasattr(_OF_THREAD, "stemmer"):
        _OF_THREAD.stemmer = snowballstemmer.stemmer("english")
    stemmed: str = _OF_THREAD.stemmer.stemWord(word)
    return stemmed


def stems(found: Iterable[str]) -> list[dict[str, str]]:
    """Return words with their stems, as rows of the vocabulary."""
    return [{"word": word, "stem": stem(word)} for word in found]
