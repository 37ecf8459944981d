"""When two texts are one article, and what a newer one changes."""

import difflib
import zlib
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from onrecord.record.words import words
from onrecord.types import Article, Change, ChangeKind, Statement

__all__ = ["address", "changes", "is_near", "sketch"]

# Two texts that share half of their shingles share one of their eight least
# hashes in all but 1 of 250 cases (bottom-k sketches; Broder 1997).
_SKETCH = 8
# Words in a row.
_SHINGLE = 3
# Share of the shingles of both. Edited wire copy keeps well above half of them;
# two reports of one event by different hands stay below a tenth.
_NEAR = 0.5
# Content words in common, in order, for a statement to be the same in other words.
_ALTERED = 0.6
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "ref_src")


def address(article: Article) -> str | None:
    """Return what all revisions of an article have in common, if it has an address.

    >>> address(Article(text="A", url="HTTPS://Echo.example/rain/?utm_source=x#top"))
    'https://echo.example/rain'
    """
    if article.url is None:
        return None
    parts = urlsplit(article.url.strip())
    asked = [pair for pair in parse_qsl(parts.query) if not pair[0].startswith(_TRACKING)]
    path = parts.path.rstrip("/")
    return urlunsplit(
        (parts.scheme.lower(), parts.netloc.lower(), path, urlencode(sorted(asked)), "")
    )


def sketch(text: str) -> tuple[int, ...]:
    """Return a few numbers of a text, most of which a near-identical one has too."""
    return tuple(sorted(_shingles(text))[:_SKETCH])


def is_near(one: str, other: str) -> bool:
    """Say whether two texts are near-identical.

    >>> is_near("It rains in London today, she said.", "It rains in London today.")
    True
    """
    left, right = _shingles(one), _shingles(other)
    return len(left & right) >= _NEAR * len(left | right)


def changes(
    before: Article,
    old: Sequence[Statement],
    after: Article,
    new: Sequence[Statement],
) -> tuple[tuple[Change, ...], dict[str, str]]:
    """Return what differs between two revisions, and which statements stayed as they were.

    Args:
        before: The older text.
        old: Its statements.
        after: The newer text.
        new: Its statements.

    Returns:
        The changes, and for each unchanged statement its old id and its new one.
    """
    same = _same(before, old, after, new)
    left = [one for one in old if one.id not in same]
    rest = [one for one in new if one.id not in set(same.values())]
    found: list[Change] = []
    for statement in rest:
        twin = _twin(after.words(statement.content), before, left)
        kind = ChangeKind.ALTERED if twin else ChangeKind.ADDED
        found.append(Change(kind=kind, before=twin.id if twin else None, after=statement.id))
        left = [one for one in left if one is not twin]
    removed = (Change(kind=ChangeKind.REMOVED, before=one.id) for one in left)
    return (*found, *removed), same


def _same(
    before: Article, old: Sequence[Statement], after: Article, new: Sequence[Statement]
) -> dict[str, str]:
    """Return pairs of ids whose source, cue and content are the same words."""
    waiting: dict[tuple[str, ...], list[str]] = {}
    for one in old:
        waiting.setdefault(_wording(before, one), []).append(one.id)
    pairs = {}
    for one in new:
        ids = waiting.get(_wording(after, one))
        if ids:
            pairs[ids.pop(0)] = one.id
    return pairs


def _wording(article: Article, one: Statement) -> tuple[str, ...]:
    return tuple(article.words(part) for part in (one.source, one.cue, one.content))


def _twin(content: str, before: Article, left: Sequence[Statement]) -> Statement | None:
    wanted = words(content)
    scores = [
        (difflib.SequenceMatcher(a=words(before.words(one.content)), b=wanted).ratio(), -place)
        for place, one in enumerate(left)
    ]
    score, place = max(scores, default=(0.0, 0))
    return left[-place] if score >= _ALTERED else None


def _shingles(text: str) -> set[int]:
    found = [word.encode() for word in words(text)]
    if len(found) < _SHINGLE:
        return {zlib.crc32(b" ".join(found))}
    return {zlib.crc32(b" ".join(some)) for some in zip(found, found[1:], found[2:], strict=False)}
