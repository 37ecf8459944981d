"""Which statement stands inside which: "Starmer said he had agreed that …"."""

import re
from collections import deque
from collections.abc import Sequence

from onrecord.extract.cues import look_up
from onrecord.extract.draft import Draft
from onrecord.extract.pairing import pair
from onrecord.extract.passage import Passage
from onrecord.extract.trim import trimmed
from onrecord.tagger import Tagging
from onrecord.types import Attitude, Kind

# What an inner statement must reach: people disagree on them more than on the
# outer ones, and the reader's promise is to invent nothing.
_LEAST_CONFIDENCE = 0.85
# What has quotation marks of its own is plainly somebody's.
_LEAST_OF_QUOTED = 0.6
_MARKS = frozenset("\"'\u201c\u2018\u00ab")
# Read in the article itself and in part quoted, it was found before what holds it.
_LEAST_OF_FOUND = 0.5
# "… what he said": fewer words than this are no statement of their own.
_LEAST_WORDS = 3
_WOULD = re.compile(r"['\u2019]d\b|(?:ca|could|would|can)(?:n['\u2019]t)?\b")


def with_inner(drafts: Sequence[Draft], inside: Sequence[Tagging], passage: Passage) -> list[Draft]:
    """Return the drafts with those found inside their contents, in order of appearance.

    Inner ones that are not plain are left out, wherever they were found.

    Args:
        drafts: As paired and joined.
        inside: What the network marks in contents read by themselves.
        passage: The layout of their text.
    """
    outer = [
        draft
        for draft, parent in zip(drafts, parents_of(drafts), strict=True)
        if parent is None or _is_plain(draft, passage) or _is_quoted_in_part(draft, passage)
    ]
    paired = (trimmed(draft, passage) for tagging in inside for draft in pair(tagging, passage))
    inner = [draft for draft in paired if draft is not None and _is_plain(draft, passage)]
    held = _held(sorted(inner, key=_place), outer)
    return sorted({*outer, *held}, key=_place)


def _held(inner: Sequence[Draft], outer: Sequence[Draft]) -> list[Draft]:
    """Return those inner drafts that an outer one's content holds; both are in order."""
    found: list[Draft] = []
    open_ones: list[Draft] = []
    waiting = deque(outer)
    for draft in inner:
        while waiting and _place(waiting[0]) <= _place(draft):
            open_ones.append(waiting.popleft())
        open_ones = [one for one in open_ones if _end(one) > draft.place[0]]
        if any(_holds(one, draft) for one in open_ones):
            found.append(draft)
    return found


def _place(draft: Draft) -> tuple[int, int]:
    return draft.place


def _is_plain(draft: Draft, passage: Passage) -> bool:
    words = passage.words(draft.content).split()
    is_quoted = passage.text[draft.content[0].start] in _MARKS and bool(draft.cue)
    least = _LEAST_OF_QUOTED if is_quoted else _LEAST_CONFIDENCE
    return bool(draft.source) and draft.confidence >= least and len(words) >= _LEAST_WORDS


def _is_quoted_in_part(draft: Draft, passage: Passage) -> bool:
    is_quoted = passage.kind_of(draft.content) is not Kind.INDIRECT
    if not is_quoted or not draft.source or draft.confidence < _LEAST_OF_FOUND:
        return False
    sense = look_up(passage.words(draft.cue))
    # "You could say, “Go”": imagined words.
    return (
        sense is not None
        and sense.attitude in (Attitude.ASSERTION, Attitude.BELIEF)
        and not sense.hypothetical
        and not sense.negated
        and not _WOULD.match(passage.text, draft.cue[0].start)
    )


def parents_of(drafts: Sequence[Draft]) -> list[int | None]:
    """Return, for each draft, the index of the one whose content holds all of it.

    The nearest is taken: the one with the fewest characters of content. A
    parent always comes before its children.

    Args:
        drafts: In order of appearance.
    """
    parents: list[int | None] = []
    # Contents that reach past the current place; with news text, one or two.
    open_ones: list[int] = []
    for index, draft in enumerate(drafts):
        open_ones = [i for i in open_ones if _end(drafts[i]) > draft.place[0]]
        holding = [i for i in open_ones if _holds(drafts[i], draft)]
        parents.append(min(holding, key=lambda i: _size(drafts[i]), default=None))
        open_ones.append(index)
    return parents


def _holds(outer: Draft, inner: Draft) -> bool:
    spans = (*inner.source, *inner.cue, *inner.content)
    return all(any(span in piece for piece in outer.content) for span in spans)


def _size(draft: Draft) -> int:
    return sum(len(span) for span in draft.content)


def _end(draft: Draft) -> int:
    return max(span.end for span in draft.content)
