"""Stable ids made from content: the same work done twice gives the same ids.

An id is a kind (``ar`` article, ``st`` statement), the version of the recipe
(``1``), and 80 bits of BLAKE2b in base 32: ``ar1_4hj2k6x7mn3qv5wz``. A change
of recipe is a change of version, never a silent change of meaning.

*Article*: its text, outlet and url. The same wire report run by two outlets is
two articles, since the record must know who published it first; where it lay
on disk, its title and its dates may be corrected without making it another.

*Statement*: its article's id and its source, cue and content spans. What else
is found about it (speaker, date, act) may change under the same id.
"""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from typing import Protocol

__all__ = ["article_id", "statement_id"]

# 80 bits: for a billion ids, the chance that any two agree is below one in a million.
_DIGEST_BYTES = 10


class _Range(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def article_id(text: str, *, outlet: str | None = None, url: str | None = None) -> str:
    """Return the id of an article.

    >>> article_id("It rains.")
    'ar1_kvivvwmvylfph7gh'
    """
    return _id("ar1", (text, outlet or "", url or ""))


def statement_id(
    article: str, *, source: Sequence[_Range], cue: Sequence[_Range], content: Sequence[_Range]
) -> str:
    """Return the id of a statement of the article whose id is given."""
    return _id("st1", (article, _places(source), _places(cue), _places(content)))


def _places(spans: Sequence[_Range]) -> str:
    return ";".join(f"{span.start} {span.end}" for span in spans)


def _id(kind: str, parts: Iterable[str]) -> str:
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES, person=kind.encode())
    for part in parts:
        data = part.encode()
        # The length comes first, so that ("ab", "c") and ("a", "bc") differ.
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return f"{kind}_{base64.b32encode(digest.digest()).decode().lower()}"
