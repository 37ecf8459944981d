"""Gold articles as what the network is trained on: windows, labels, links."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.tagger.codec import OUTSIDE, ROLES, Role, begin
from onrecord.tagger.pieces import Cutter, Pieces
from onrecord.tagger.windows import Window, make_window, stretches
from onrecord.types import Span
from onrecord_lab.annotated import Annotated
from onrecord_lab.polnear import GoldArticle, GoldStatement
from onrecord_lab.targets import Targeting, Targets

# What a curly mark is typed as elsewhere, so that one style is not all the
# network knows. The texts keep their length: a mark is one piece.
_MARK_STYLES = (
    {"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'"},
    {"\u201c": "\u2018", "\u201d": "\u2019"},
)
_STYLE_CHANCES = (0.3, 0.05)
# Cues that the decoder would have missed: their contents must learn to say "none here".
_HIDDEN_CUES = 0.1
# A word is telling when it is a cue more often than not; fewer than twenty
# times say little about that.
_LEAST_PART = 0.5
_LEAST_SEEN = 20
_CUE = begin(Role.CUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedSpan:
    """A span as pieces ``first`` to ``last``, both included."""

    role: Role
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """One gold article ready to be cut into windows.

    Attributes:
        pieces: Its word pieces.
        labels: Label of each piece. Shape ``(pieces,)``.
        spans: Every marked span once, in order.
        cue_of: For a content span's index, its cue span's index.
        source_of: For a cue span's index, its source span's index.
        is_attributed: Whether its statements are known at all.
        is_gold: Whether people marked them.
        targeting: What the details head should say, where known.
    """

    name: str
    pieces: Pieces
    labels: np.ndarray
    spans: tuple[TaggedSpan, ...]
    cue_of: dict[int, int]
    source_of: dict[int, int]
    is_attributed: bool = True
    is_gold: bool = True
    targeting: Targeting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One window with what the network should say of it.

    Attributes:
        name: The article's.
        window: The inputs.
        labels: Label of each of the window's words. Shape ``(words,)``.
        cues: First and last input of each cue. Shape ``(cues, 2)``.
        sources: The same of each source.
        contents: The same of each content.
        cue_of: Index into cues for each content, -1 for none here.
        source_of: Index into sources for each cue, -1 for none here.
        is_attributed: Whether its statements are known at all.
        is_gold: Whether people marked them.
        targets: What the details head should say, where known.
    """

    name: str
    window: Window
    labels: np.ndarray
    cues: np.ndarray
    sources: np.ndarray
    contents: np.ndarray
    cue_of: np.ndarray
    source_of: np.ndarray
    is_attributed: bool
    is_gold: bool
    targets: Targets | None


def prepare(article: GoldArticle, cutter: Cutter) -> Prepared:
    """Return the article's pieces with labels and links."""
    return replace(
        _prepared(article.name, _cut(article.text, cutter), article.statements),
        is_gold=article.is_gold,
    )


def prepare_annotated(article: Annotated, cutter: Cutter) -> Prepared:
    """Return an annotated article's pieces with labels, links and details."""
    pieces = _cut(article.text, cutter)
    return replace(
        _prepared(article.name, pieces, article.statements or ()),
        is_attributed=article.statements is not None,
        is_gold=article.statements is not None and article.is_gold,
        targeting=Targeting(article, pieces),
    )


def _cut(text: str, cutter: Cutter) -> Pieces:
    return cutter.cut(text, [Span(0, len(text))] if text else [])


def _prepared(name: str, pieces: Pieces, statements: Sequence[GoldStatement]) -> Prepared:
    index_of: dict[TaggedSpan, int] = {}
    cue_of, source_of = {}, {}
    for statement in statements:
        places = {
            role: [
                index_of.setdefault(found, len(index_of))
                for span in statement.spans(role)
                if (found := _on_pieces(pieces, role, span)) is not None
            ]
            for role in ROLES
        }
        for cue in places[Role.CUE][:1]:
            cue_of.update(dict.fromkeys(places[Role.CONTENT], cue))
            source_of.update((cue, source) for source in places[Role.SOURCE][:1])
    labels = np.full(len(pieces), OUTSIDE, dtype=np.int64)
    for span in index_of:
        labels[span.first : span.last + 1] = begin(span.role) + 1
        labels[span.first] = begin(span.role)
    return Prepared(
        name=name,
        pieces=pieces,
        labels=labels,
        spans=tuple(index_of),
        cue_of=cue_of,
        source_of=source_of,
    )


def telling_words(articles: Sequence[Prepared], cutter: Cutter) -> list[str]:
    """Return the words that are more often a cue than not, the most frequent first.

    Args:
        articles: What to count in.
        cutter: What cut them into pieces; only words of one piece count.
    """
    seen: Counter[int] = Counter()
    telling: Counter[int] = Counter()
    for article in articles:
        begins = article.pieces.begins_word
        is_whole = begins & np.append(begins[1:], values=True)
        ids, labels = article.pieces.ids[is_whole], article.labels[is_whole]
        seen.update(ids.tolist())
        telling.update(ids[np.isin(labels, (_CUE, _CUE + 1))].tolist())
    found = [i for i, times in telling.most_common() if times >= _LEAST_PART * seen[i]]
    return [cutter.token_of(i) for i in found if seen[i] >= _LEAST_SEEN]


def examples(
    prepared: Prepared, cutter: Cutter, *, size: int, vary: random.Random | None = None
) -> Iterator[Example]:
    """Yield the article's windows with their labels and links.

    Args:
        prepared: The article.
        cutter: What cut it into pieces.
        size: Most pieces of a window.
        vary: Where given, quotation marks are retyped and cues hidden from
            the links at random.
    """
    for first, last in stretches(prepared.pieces, size=size):
        window = make_window(prepared.pieces, cutter, first, last)
        if vary is not None:
            window = _restyled(window, cutter, vary)
        inside = [i for i, s in enumerate(prepared.spans) if first <= s.first and s.last < last]
        if vary is not None:
            inside = [i for i in inside if not _is_hidden(prepared.spans[i], vary)]
        yield _example(prepared, window, (first, last), inside)


def _on_pieces(pieces: Pieces, role: Role, span: Span) -> TaggedSpan | None:
    touched = np.flatnonzero((pieces.starts < span.end) & (pieces.ends > span.start))
    if not len(touched):
        return None
    first, last = int(touched[0]), int(touched[-1])
    while first and not pieces.begins_word[first]:
        first -= 1
    return TaggedSpan(role=role, first=first, last=last)


def _is_hidden(span: TaggedSpan, chance: random.Random) -> bool:
    return span.role is Role.CUE and chance.random() < _HIDDEN_CUES


def _example(
    prepared: Prepared, window: Window, stretch: tuple[int, int], inside: Sequence[int]
) -> Example:
    first, last = stretch
    spans = prepared.spans
    place = np.full(last - first, -1)
    is_piece = window.piece >= 0
    place[window.piece[is_piece] - first] = np.flatnonzero(is_piece)
    by_role = {role: [i for i in inside if spans[i].role is role] for role in ROLES}
    edges = {
        role: np.array(
            [
                [place[s.first - first], place[s.last - first]]
                for s in map(spans.__getitem__, found)
            ],
            dtype=np.int64,
        ).reshape(-1, 2)
        for role, found in by_role.items()
    }
    return Example(
        name=prepared.name,
        window=window,
        labels=_word_labels(prepared, window),
        cues=edges[Role.CUE],
        sources=edges[Role.SOURCE],
        contents=edges[Role.CONTENT],
        cue_of=_positions(by_role[Role.CONTENT], prepared.cue_of, by_role[Role.CUE]),
        source_of=_positions(by_role[Role.CUE], prepared.source_of, by_role[Role.SOURCE]),
        is_attributed=prepared.is_attributed,
        is_gold=prepared.is_gold,
        targets=prepared.targeting.of(window, first, last) if prepared.targeting else None,
    )


def _positions(askers: Sequence[int], answer: dict[int, int], among: Sequence[int]) -> np.ndarray:
    at = {span: position for position, span in enumerate(among)}
    return np.array([at.get(answer.get(asker, -1), -1) for asker in askers], dtype=np.int64)


def _word_labels(prepared: Prepared, window: Window) -> np.ndarray:
    at = window.piece[window.words]
    labels = np.where(at >= 0, prepared.labels[at], OUTSIDE)
    for word in np.flatnonzero(at < 0):
        following = window.piece[window.words[word] + 1]
        label = prepared.labels[following]
        continues = label != OUTSIDE and label % 2 == 0
        labels[word] = label if continues else OUTSIDE
    return _legal(labels)


def _legal(labels: np.ndarray) -> np.ndarray:
    """Let a span begin where its label continues nothing: after a cut, or an overlap."""
    before = np.concatenate([[OUTSIDE], labels[:-1]])
    is_inside = (labels != OUTSIDE) & (labels % 2 == 0)
    is_cut = is_inside & (before != labels) & (before != labels - 1)
    return np.where(is_cut, labels - 1, labels)


def _restyled(window: Window, cutter: Cutter, chance: random.Random) -> Window:
    draw = chance.random()
    for styles, part in zip(_MARK_STYLES, _STYLE_CHANCES, strict=True):
        if draw < part:
            ids = window.ids.copy()
            for mark, typed in styles.items():
                ids[window.ids == cutter.id_of(mark)] = cutter.id_of(typed)
            return Window(piece=window.piece, ids=ids, traits=window.traits, words=window.words)
        draw -= part
    return window
