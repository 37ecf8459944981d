"""Windows of several articles as one batch: what is known of them, in places of all their inputs.

A place counts inputs over the whole batch, window after window, so that a loss takes a few
operations for all windows together.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from onrecord.tagger.links import places_between
from onrecord.tagger.windows import Window
from onrecord_lab.dataset import Example
from onrecord_lab.targets import Targets


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Spans that ask, each beside every one that it may ask for.

    Attributes:
        asking: First and last input of the one that asks. Shape ``(pairs, 2)``.
        asked: The same of the one asked for.
        places: The kind of place between them. Shape ``(pairs,)``.
        asker: Which one asks, by number. Same shape.
        is_right: Whether it is the answer, or one of them. Same shape.
        is_none: Whether none is. Shape ``(askers,)``.
    """

    asking: torch.Tensor
    asked: torch.Tensor
    places: torch.Tensor
    asker: torch.Tensor
    is_right: torch.Tensor
    is_none: torch.Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Labels that are known.

    Attributes:
        at: The inputs that tell each together. Shape ``(n, inputs)``.
        labels: One of each set of labels, -100 where unknown. Shape ``(n, sets)``.
    """

    at: torch.Tensor
    labels: torch.Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Examples padded to one length; ids, traits and mask as ``Network.forward`` takes them.

    Attributes:
        names: The articles'.
        words: First input of each word. Shape ``(windows, words)``.
        labels: Its label. Same shape.
        lengths: Words of each window.
        is_attributed: Whether its statements are known at all.
        is_gold: Whether people marked them.
        links: Contents that ask for their cue, cues that ask for their source.
        references: Phrases that ask for what they refer to.
        known: Labels by the part of the details that they are of.
        said: First and last input of each content and its cue's first. Shape ``(n, 3)``.
        said_in: The window of each of these. Shape ``(n,)``.
    """

    names: tuple[str, ...]
    ids: torch.Tensor
    traits: torch.Tensor
    mask: torch.Tensor
    words: torch.Tensor
    labels: torch.Tensor
    lengths: torch.Tensor
    is_attributed: torch.Tensor
    is_gold: torch.Tensor
    links: tuple[Pairs, Pairs]
    references: Pairs
    known: dict[str, Known]
    said: torch.Tensor
    said_in: torch.Tensor

    def real(self) -> torch.Tensor:
        """Say which words are there. Shape ``(windows, words)``."""
        at = torch.arange(self.words.shape[1], device=self.words.device)
        return at < self.lengths[:, None]

    def places(self) -> torch.Tensor:
        """Return the places of all words that are there."""
        first = torch.arange(len(self.ids), device=self.words.device) * self.ids.shape[1]
        return (self.words + first[:, None])[self.real()]


def collate(chosen: Sequence[Example], device: str | torch.device = "cpu") -> Batch:
    """Return the examples as one batch.

    Args:
        chosen: At least one.
        device: Where the batch goes.
    """

    def put(array: np.ndarray) -> torch.Tensor:
        return torch.from_numpy(array).to(device)

    inputs = max(len(e.window.ids) for e in chosen)
    words = max(len(e.window.words) for e in chosen)
    first = [number * inputs for number in range(len(chosen))]
    told = [(e.window, e.targets, at) for e, at in zip(chosen, first, strict=True) if e.targets]
    attributed = [(e, at) for e, at in zip(chosen, first, strict=True) if e.is_attributed]
    said = [_said(example) + at for example, at in zip(chosen, first, strict=True)]
    return Batch(
        names=tuple(e.name for e in chosen),
        ids=put(_stack([e.window.ids for e in chosen], inputs)),
        traits=put(_stack([e.window.traits for e in chosen], inputs)),
        mask=put(_stack([np.ones(len(e.window.ids), dtype=bool) for e in chosen], inputs)),
        words=put(_stack([e.window.words for e in chosen], words)),
        labels=put(_stack([e.labels for e in chosen], words)),
        lengths=put(np.array([len(e.window.words) for e in chosen])),
        is_attributed=put(np.array([e.is_attributed for e in chosen])),
        is_gold=put(np.array([e.is_gold for e in chosen])),
        links=(
            _together([_Asked.of_links(e, 0, at) for e, at in attributed], put),
            _together([_Asked.of_links(e, 1, at) for e, at in attributed], put),
        ),
        references=_together([_Asked.of_references(*one) for one in told], put),
        known={
            part: Known(
                at=put(_joined([at(w, t) + first for w, t, first in told], width)),
                labels=put(_joined([labels(t) for _, t, _ in told], sets)),
            )
            for part, (at, labels, width, sets) in _KNOWN.items()
        },
        said=put(_joined(said, 3)),
        said_in=put(np.repeat(np.arange(len(chosen)), [len(one) for one in said])),
    )


def _said(example: Example) -> np.ndarray:
    has_cue = np.flatnonzero(example.cue_of >= 0)
    cues = example.cues[example.cue_of[has_cue], :1]
    return np.concatenate([example.contents[has_cue], cues], axis=1)


def _words(window: Window, _targets: Targets) -> np.ndarray:
    return window.words[:, None]


def _columns(*columns: np.ndarray) -> np.ndarray:
    return np.stack(columns, axis=1)


_At = Callable[[Window, Targets], np.ndarray]
_Labels = Callable[[Targets], np.ndarray]
# Of each part: the inputs that tell it, its labels, and how many there are of both.
_KNOWN: dict[str, tuple[_At, _Labels, int, int]] = {
    "names": (_words, lambda t: t.names[:, None], 1, 1),
    "abouts": (_words, lambda t: t.abouts[:, None], 1, 1),
    "tellings": (_words, lambda t: t.tellings[:, None], 1, 1),
    "kinds": (lambda _, t: t.kind_spans, lambda t: _columns(t.referents, t.pronouns), 2, 2),
    "acts": (
        lambda _, t: np.concatenate([t.contents, t.cues[:, None]], axis=1),
        lambda t: _columns(t.acts, t.attitudes),
        3,
        2,
    ),
    "settings": (
        lambda _, t: np.concatenate([t.set_contents, t.set_cues[:, None]], axis=1),
        lambda t: _columns(t.channels, t.bases),
        3,
        2,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """The pairs of one window, as arrays."""

    asking: np.ndarray
    asked: np.ndarray
    places: np.ndarray
    asker: np.ndarray
    is_right: np.ndarray
    is_none: np.ndarray

    @classmethod
    def of_links(cls, example: Example, relation: int, at: int) -> "_Asked":
        """Make the pairs of one kind of link: 0 for a content's cue, 1 for a cue's source."""
        asking, asked, answers = (
            (example.contents, example.cues, example.cue_of),
            (example.cues, example.sources, example.source_of),
        )[relation]
        is_right = answers[:, None] == np.arange(len(asked))[None, :]
        among = np.ones(is_right.shape, dtype=bool)
        places = _places(example.window, asking, asked, example.cues[:, 0])
        return cls._of((asking + at, asked + at), places, among, is_right, answers < 0)

    @classmethod
    def of_references(cls, window: Window, targets: Targets, at: int) -> "_Asked":
        """Make the pairs of phrases that refer with what they may refer to."""
        refers, named = targets.references, targets.candidates
        # A span does not refer to itself, nor to what overlaps it.
        before = refers[:, None, 1] < named[None, :, 0]
        after = named[None, :, 1] < refers[:, None, 0]
        places = _places(window, refers, named, named[:, 0])
        right, none = targets.answers[:, :-1], targets.answers[:, -1]
        return cls._of((refers + at, named + at), places, before | after, right, none)

    @classmethod
    def _of(
        cls,
        spans: tuple[np.ndarray, np.ndarray],
        places: np.ndarray,
        among: np.ndarray,
        is_right: np.ndarray,
        is_none: np.ndarray,
    ) -> "_Asked":
        asker, other = np.nonzero(among)
        return cls(
            asking=spans[0][asker],
            asked=spans[1][other],
            places=places[asker, other],
            asker=asker,
            is_right=is_right[asker, other],
            is_none=is_none,
        )


def _places(
    window: Window, asking: np.ndarray, asked: np.ndarray, starts: np.ndarray
) -> np.ndarray:
    breaks = np.flatnonzero(window.piece[1:-1] < 0) + 1
    return places_between(asking, asked, breaks, np.sort(starts))


def _together(windows: Sequence[_Asked], put: Callable[[np.ndarray], torch.Tensor]) -> Pairs:
    before = np.cumsum([0, *(len(one.is_none) for one in windows)])
    askers = [one.asker + number for one, number in zip(windows, before[:-1], strict=True)]
    return Pairs(
        asking=put(_joined((one.asking for one in windows), 2)),
        asked=put(_joined((one.asked for one in windows), 2)),
        places=put(_joined(one.places for one in windows)),
        asker=put(_joined(askers)),
        is_right=put(_joined(one.is_right for one in windows).astype(bool)),
        is_none=put(_joined(one.is_none for one in windows).astype(bool)),
    )


def _joined(arrays: Iterable[np.ndarray], width: int | None = None) -> np.ndarray:
    """Return the arrays one after the other, int64; of that width where there are none."""
    shape = (0,) if width is None else (0, width)
    return np.concatenate([np.zeros(shape, dtype=np.int64), *arrays]).astype(np.int64)


def _stack(arrays: Sequence[np.ndarray], length: int) -> np.ndarray:
    stacked = np.zeros((len(arrays), length), dtype=arrays[0].dtype)
    for row, array in zip(stacked, arrays, strict=True):
        row[: len(array)] = array
    return stacked
