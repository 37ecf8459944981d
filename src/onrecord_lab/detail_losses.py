"""The losses of the details head."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from onrecord.tagger.details import (
    ACTS,
    ATTITUDES,
    BASES,
    CHANNELS,
    REFERENCE_SIZE,
    REFERENTS,
    WIDTH,
    place,
)
from onrecord.tagger.links import places_between
from onrecord.tagger.windows import Window
from onrecord_lab.targets import UNKNOWN, Targets


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each part of the details counts beside the statements' loss."""

    names: float = 0.3
    abouts: float = 0.3
    kinds: float = 0.1
    references: float = 0.15
    acts: float = 0.1
    settings: float = 0.0
    tellings: float = 0.0


def details_loss(
    outputs: torch.Tensor,
    windows: Sequence[tuple[Window, Targets]],
    reference_places: torch.Tensor,
    reference_none: torch.Tensor,
    weights: Weights,
) -> tuple[torch.Tensor, dict[str, float]]:
    """Return the weighted loss of a batch's details, and its parts.

    Args:
        outputs: The heads'. Shape ``(windows, inputs, WIDTH + TELLINGS)``.
        windows: Each with its targets.
        reference_places: Score of each kind of place. Shape ``(PLACES,)``.
        reference_none: Score of there being no candidate.
        weights: Of the parts.
    """
    parts: dict[str, list[torch.Tensor]] = {name: [] for name in Weights.__dataclass_fields__}
    for of_window, (window, targets) in zip(outputs, windows, strict=True):
        at = torch.from_numpy(window.words)
        for name, labels in (("names", targets.names), ("abouts", targets.abouts)):
            scores = of_window[at][:, place(name)]
            parts[name].append(_cross(scores, labels))
        parts["kinds"] += _kind_losses(of_window, targets)
        if len(targets.references):
            scores = reference_scores(of_window, window, targets, reference_places, reference_none)
            right = torch.from_numpy(targets.answers)
            among = torch.logsumexp(scores.masked_fill(~right, -1e4), 1)
            parts["references"].append(torch.logsumexp(scores, 1) - among)
        parts["acts"] += _statement_losses(
            of_window,
            "act",
            (targets.contents, targets.cues),
            ((len(ACTS), targets.acts), (len(ATTITUDES), targets.attitudes)),
        )
        parts["settings"] += _statement_losses(
            of_window,
            "setting",
            (targets.set_contents, targets.set_cues),
            ((1 + len(CHANNELS), targets.channels), (len(BASES), targets.bases)),
        )
        parts["tellings"].append(_cross(of_window[at][:, WIDTH:], targets.tellings))
    total = outputs.new_zeros(())
    means = {}
    for name, found in parts.items():
        if sum(map(len, found)):
            mean = torch.cat(found).mean()
            means[name] = float(mean.detach())
            # Few references in a batch should not shake the network as many do.
            share = min(1.0, len(torch.cat(found)) / 16)
            total = total + getattr(weights, name) * share * mean
    return total, means


def reference_scores(
    outputs: torch.Tensor,
    window: Window,
    targets: Targets,
    places: torch.Tensor,
    none: torch.Tensor,
) -> torch.Tensor:
    """Return scores of candidates for each reference. Shape ``(references, candidates + 1)``."""
    refers, named = torch.from_numpy(targets.references), torch.from_numpy(targets.candidates)
    left = outputs[refers[:, 0]][:, place("refers_first")]
    left = left + outputs[refers[:, 1]][:, place("refers_last")]
    right = outputs[named[:, 0]][:, place("named_first")]
    right = right + outputs[named[:, 1]][:, place("named_last")]
    breaks = np.flatnonzero(window.piece[1:-1] < 0) + 1
    kind = places_between(
        targets.references, targets.candidates, breaks, np.sort(targets.candidates[:, 0])
    )
    scores = left @ right.T / REFERENCE_SIZE**0.5 + places[torch.from_numpy(kind)]
    # A span does not refer to itself, nor to what overlaps it.
    touch = (targets.references[:, None, 0] <= targets.candidates[None, :, 1]) & (
        targets.candidates[None, :, 0] <= targets.references[:, None, 1]
    )
    scores = scores.masked_fill(torch.from_numpy(touch), -1e4)
    return torch.cat([scores, none.expand(len(scores), 1)], dim=1)


def _kind_losses(outputs: torch.Tensor, targets: Targets) -> list[torch.Tensor]:
    if not len(targets.kind_spans):
        return []
    spans = torch.from_numpy(targets.kind_spans)
    scores = outputs[spans[:, 0]][:, place("kind_first")]
    scores = scores + outputs[spans[:, 1]][:, place("kind_last")]
    cut = len(REFERENTS)
    return [_cross(scores[:, :cut], targets.referents), _cross(scores[:, cut:], targets.pronouns)]


def _statement_losses(
    outputs: torch.Tensor,
    part: str,
    where: tuple[np.ndarray, np.ndarray],
    labels: Sequence[tuple[int, np.ndarray]],
) -> list[torch.Tensor]:
    """Return the losses of what a content and its cue say together of their statement.

    Args:
        outputs: Of one window.
        part: "act" or "setting".
        where: First and last input of each content, and its cue's first.
        labels: How many labels there are, and each statement's, for each kind of them in turn.
    """
    contents, cues = map(torch.from_numpy, where)
    if not len(contents):
        return []
    scores = outputs[contents[:, 0]][:, place(f"{part}_first")]
    scores = scores + outputs[contents[:, 1]][:, place(f"{part}_last")]
    scores = scores + outputs[cues][:, place(f"{part}_cue")]
    of_each = scores.split([size for size, _ in labels], dim=1)
    return [_cross(one, known) for one, (_, known) in zip(of_each, labels, strict=True)]


def _cross(scores: torch.Tensor, labels: np.ndarray) -> torch.Tensor:
    """Return the loss of those that are known. Shape ``(known,)``."""
    known = np.flatnonzero(labels != UNKNOWN)
    right = torch.from_numpy(labels[known])
    return functional.cross_entropy(scores[torch.from_numpy(known)], right, reduction="none")
