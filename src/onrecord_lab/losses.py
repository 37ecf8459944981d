"""What a batch costs: labels of words, links, details, and what teachers hold of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch.nn import functional

from onrecord.tagger.codec import LABELS
from onrecord.tagger.details import (
    ABOUTS,
    ACTS,
    ATTITUDES,
    BASES,
    BRANCHED,
    CHANNELS,
    NAME_KINDS,
    PRONOUNS,
    REFERENCE_SIZE,
    REFERENTS,
    WIDTH,
    place,
)
from onrecord_lab.batches import Batch, Known, Pairs
from onrecord_lab.network import TELLINGS, Network
from onrecord_lab.paths import Belief, believed, path_loss, sure
from onrecord_lab.targets import UNKNOWN

_ALMOST_NONE = 1e-30
_ALL = slice(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each part of the details counts beside the statements' loss.

    ``acts_taught`` is how much teachers' word on acts counts, at every content with a cue.
    """

    names: float = 0.3
    abouts: float = 0.3
    kinds: float = 0.1
    references: float = 0.15
    acts: float = 0.1
    settings: float = 0.0
    tellings: float = 0.0
    acts_taught: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """A network that others learn from; of a fold's articles alone, where it has one.

    What a teacher has learned by heart it cannot teach: who learned from four fifths of the
    articles teaches of the others.
    """

    network: Network
    fold: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What teachers hold of a batch.

    Attributes:
        belief: In labels.
        acts: Probabilities of acts and attitudes where something is said. Shape
            ``(said, acts + attitudes)``.
    """

    belief: Belief
    acts: torch.Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """What there is to learn from beside what is marked.

    Attributes:
        taught: What teachers hold, where there are any.
        part: How much that counts beside what people marked.
        details: What names and references should stay; as ``Network.forward`` returns them.
    """

    taught: Taught | None = None
    part: float = 0.0
    details: torch.Tensor | None = None


NOTHING_TAUGHT = Guidance()

# Of each part of the details: the columns that its inputs' scores are in, and its sets of labels.
_PARTS: dict[str, tuple[tuple[str, ...], tuple[int, ...]]] = {
    "names": (("names",), (1 + 2 * len(NAME_KINDS),)),
    "abouts": (("abouts",), (1 + 2 * len(ABOUTS),)),
    "kinds": (("kind_first", "kind_last"), (len(REFERENTS), len(PRONOUNS))),
    "acts": (("act_first", "act_last", "act_cue"), (len(ACTS), len(ATTITUDES))),
    "settings": (
        ("setting_first", "setting_last", "setting_cue"),
        (1 + len(CHANNELS), len(BASES)),
    ),
    "tellings": (("tellings",), (TELLINGS,)),
}


def run(
    network: Network, batch: Batch, rows: torch.Tensor | slice = _ALL
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return what the network says of a batch's rows, in half the precision (bfloat16)."""
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16):
        scores, vectors, details = network(batch.ids[rows], batch.traits[rows], batch.mask[rows])
    return scores, vectors, details


def word_scores(
    scores: torch.Tensor, batch: Batch, rows: torch.Tensor | slice = _ALL
) -> torch.Tensor:
    """Return the tag scores of words only. Shape ``(rows, words, labels)``."""
    return scores.gather(1, batch.words[rows][..., None].expand(-1, -1, scores.shape[2]))


def tag_loss(
    network: Network, scores: torch.Tensor, batch: Batch, guidance: Guidance = NOTHING_TAUGHT
) -> torch.Tensor:
    """Return what the labels cost, a word.

    What nobody marked is learned from teachers alone; without them it counts for nothing, and
    does not make the rest count for more.
    """
    belief, rows = sure(batch.labels, batch.lengths, len(LABELS)), batch.is_attributed
    if guidance.taught is not None:
        part = torch.where(batch.is_gold, guidance.part, 1.0)
        belief, rows = belief.mixed(guidance.taught.belief, part), torch.ones_like(rows)
    words = word_scores(scores, batch)
    each = path_loss(words, network.legal_moves(), belief, batch.lengths) * rows
    return rows.float().mean() * each.sum() / (batch.lengths * rows).sum().clamp(min=1)


def link_loss(network: Network, vectors: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Return what the links cost, a cue."""
    flat = vectors.flatten(0, 1)
    total = flat.new_zeros(())
    for relation, pairs in enumerate(batch.links):
        scores = link_scores(network, flat, pairs, relation)
        total = total + _answers(scores, pairs, network.link_none[relation]).sum()
    cues = len(batch.links[1].is_none)
    return batch.is_attributed.float().mean() * total / max(1, cues)


def link_scores(
    network: Network, vectors: torch.Tensor, pairs: Pairs, relation: int
) -> torch.Tensor:
    """Return how well each pair fits; the same sums as the product's.

    Args:
        network: For what places count.
        vectors: Of all inputs. Shape ``(inputs, 6, size)``.
        pairs: Who asks for whom.
        relation: 0 for contents asking for cues, 1 for cues asking for sources.
    """
    asking, asked = pairs.asking.T, pairs.asked.T
    if relation == 0:
        left = vectors[asking[0], 0] + vectors[asking[1], 1]
        right = vectors[asked[0], 2]
    else:
        left = vectors[asking[0], 3]
        right = vectors[asked[0], 4] + vectors[asked[1], 5]
    products = (left * right).sum(1) / vectors.shape[2] ** 0.5
    return products + network.link_places[relation][pairs.places]


def reference_scores(network: Network, details: torch.Tensor, pairs: Pairs) -> torch.Tensor:
    """Return how well each phrase refers to each candidate.

    Args:
        network: For what places count.
        details: Of all inputs. Shape ``(inputs, WIDTH + TELLINGS)``.
        pairs: Who asks for whom.
    """
    asking, asked = pairs.asking.T, pairs.asked.T
    left = details[asking[0]][:, place("refers_first")]
    left = left + details[asking[1]][:, place("refers_last")]
    right = details[asked[0]][:, place("named_first")]
    right = right + details[asked[1]][:, place("named_last")]
    products = (left * right).sum(1) / REFERENCE_SIZE**0.5
    return products + network.reference_places[pairs.places]


def details_loss(
    network: Network,
    details: torch.Tensor,
    batch: Batch,
    weights: Weights,
    taught: Taught | None = None,
) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """Return the weighted loss of a batch's details, and its parts.

    Args:
        network: For what places count.
        details: Its heads'. Shape ``(windows, inputs, WIDTH + TELLINGS)``.
        batch: What is known.
        weights: Of the parts.
        taught: What teachers hold.
    """
    flat = details.flatten(0, 1)
    found = {name: _known_losses(flat, name, known) for name, known in batch.known.items()}
    scores = reference_scores(network, flat, batch.references)
    found["references"] = _answers(scores, batch.references, network.reference_none[0])
    if taught is not None:
        found["acts_taught"] = _taught_losses(flat, batch.said, taught)
    total, means = flat.new_zeros(()), {}
    for name, losses in found.items():
        weight = getattr(weights, name)
        if weight and len(losses):
            means[name] = losses.mean()
            # Few references in a batch should not shake the network as many do.
            share = min(1.0, len(losses) / (2 * len(batch.ids)))
            total = total + weight * share * means[name]
    return total, means


def strayed(details: torch.Tensor, wanted: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Return how far the details are from others, the branch left out, in their deviations."""
    kept = torch.ones(WIDTH, dtype=torch.bool, device=details.device)
    for name in BRANCHED:
        kept[place(name)] = False
    at = batch.places()
    found = details.flatten(0, 1)[at][:, :WIDTH][:, kept]
    wanted = wanted.flatten(0, 1)[at][:, :WIDTH][:, kept]
    return (((found - wanted) / (wanted.std(0) + 1e-3)) ** 2).mean()


@torch.no_grad()
def hear(teachers: Sequence[Teaching], batch: Batch, folds: Sequence[int]) -> Taught:
    """Return what the teachers hold of a batch: what the mean of their scores makes likely.

    Args:
        teachers: For each fold, at least one.
        batch: To be told of.
        folds: Each window's.
    """
    windows, inputs = batch.ids.shape
    words = batch.words.new_zeros((*batch.words.shape, len(LABELS)), dtype=torch.float32)
    moves = words.new_zeros(windows, len(LABELS) + 1, len(LABELS))
    acts = words.new_zeros(len(batch.said), sum(_PARTS["acts"][1]))
    heard = words.new_zeros(windows)
    for one in teachers:
        rows = torch.tensor([r for r, fold in enumerate(folds) if one.fold in (None, fold)])
        rows = rows.to(batch.ids.device)
        if not len(rows):
            continue
        scores, _, details = run(one.network, batch, rows)
        words[rows] += word_scores(scores, batch, rows)
        moves[rows] += one.network.legal_moves()
        heard[rows] += 1
        among = torch.isin(batch.said_in, rows)
        # Its windows lie closer together than the batch's.
        skipped = batch.said_in[among] - torch.searchsorted(rows, batch.said_in[among])
        said = batch.said[among] - inputs * skipped[:, None]
        of_acts = _scores_at(details.flatten(0, 1), "acts", said).split(_PARTS["acts"][1], 1)
        acts[among] += torch.cat([some.softmax(1) for some in of_acts], 1)
    each = heard[:, None, None]
    return Taught(
        belief=believed(words / each, moves / each, batch.lengths),
        acts=acts / heard[batch.said_in, None],
    )


def _scores_at(flat: torch.Tensor, part: str, at: torch.Tensor) -> torch.Tensor:
    columns = [_column(name) for name in _PARTS[part][0]]
    return sum(flat[inputs][:, one] for inputs, one in zip(at.T, columns, strict=True))


def _column(name: str) -> slice:
    return slice(WIDTH, None) if name == "tellings" else place(name)


def _known_losses(flat: torch.Tensor, part: str, known: Known) -> torch.Tensor:
    scores = _scores_at(flat, part, known.at).split(_PARTS[part][1], dim=1)
    return torch.cat(
        [
            functional.cross_entropy(some[told], labels[told], reduction="none")
            for some, labels in zip(scores, known.labels.T, strict=True)
            for told in [labels != UNKNOWN]
        ]
    )


def _taught_losses(flat: torch.Tensor, said: torch.Tensor, taught: Taught) -> torch.Tensor:
    sizes = _PARTS["acts"][1]
    scores, chances = _scores_at(flat, "acts", said).split(sizes, 1), taught.acts.split(sizes, 1)
    of_sets = [
        -(wanted * functional.log_softmax(some, 1)).sum(1)
        for some, wanted in zip(scores, chances, strict=True)
    ]
    return torch.stack(of_sets).sum(0)


def _answers(scores: torch.Tensor, pairs: Pairs, none: torch.Tensor) -> torch.Tensor:
    """Return what the right answers of each asker cost. Shape ``(askers,)``."""
    best = none.detach().expand(len(pairs.is_none)).clone()
    best = best.scatter_reduce(0, pairs.asker, scores.detach(), "amax")
    of_pairs, of_none = torch.exp(scores - best[pairs.asker]), torch.exp(none - best)
    every = of_none.index_add(0, pairs.asker, of_pairs)
    right = (of_none * pairs.is_none).index_add(0, pairs.asker, of_pairs * pairs.is_right)
    return torch.log(every) - torch.log(right.clamp(min=_ALMOST_NONE))
