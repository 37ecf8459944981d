"""Training the network on gold windows; checkpoints, averaged weights, a log."""

import copy
import json
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
import torch.multiprocessing
from torch import distributed
from torch.nn import functional

from onrecord.tagger.codec import LABELS
from onrecord.tagger.details import BRANCHED, WIDTH, place
from onrecord.tagger.links import places_between
from onrecord.tagger.pieces import Cutter
from onrecord.tagger.windows import stretches
from onrecord_lab.dataset import Example, Prepared, examples
from onrecord_lab.detail_losses import Weights, details_loss
from onrecord_lab.network import Network
from onrecord_lab.paths import Belief, believed, mean_belief, path_loss, sure

_HEADS = (
    *("tag", "link", "moves", "link_places", "link_none", "traits"),
    *("details", "reference_places", "reference_none"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train; the defaults are the shipped weights' (lab-log).

    ``fresh`` names the parts that learn at the rate of heads; what was
    trained before goes on at the encoder's. ``taught`` is how much teachers,
    where there are any, count beside what people marked; ``kept`` is how much it counts to say of
    names and references what the last of them says. Where ``only`` names parts, they alone
    learn, from details alone. ``processes`` share each batch.
    """

    epochs: int = 4
    batch: int = 8
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.05
    weight_decay: float = 0.01
    link_weight: float = 0.1
    details: Weights = field(default_factory=Weights)
    average_decay: float = 0.998
    window: int = 254
    seed: int = 1
    fresh: tuple[str, ...] = _HEADS
    taught: float = 0.5
    kept: float = 0.0
    only: tuple[str, ...] = ()
    processes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Examples padded to one length; tensors as ``Network.forward`` takes them."""

    examples: tuple[Example, ...]
    ids: torch.Tensor
    traits: torch.Tensor
    mask: torch.Tensor
    words: torch.Tensor
    labels: torch.Tensor
    lengths: torch.Tensor


Articles = Callable[[random.Random], Sequence[Prepared]]


def collate(chosen: Sequence[Example]) -> Batch:
    """Return the examples as one batch."""
    inputs = max(len(e.window.ids) for e in chosen)
    words = max(len(e.window.words) for e in chosen)
    lengths = torch.tensor([len(e.window.words) for e in chosen])
    return Batch(
        examples=tuple(chosen),
        ids=_stack([e.window.ids for e in chosen], inputs),
        traits=_stack([e.window.traits for e in chosen], inputs),
        mask=_stack([np.ones(len(e.window.ids), dtype=bool) for e in chosen], inputs),
        words=_stack([e.window.words for e in chosen], words),
        labels=_stack([e.labels for e in chosen], words),
        lengths=lengths,
    )


def word_scores(scores: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Return the tag scores of words only. Shape ``(windows, words, labels)``."""
    return scores.gather(1, batch.words[..., None].expand(-1, -1, scores.shape[2]))


def train(
    network: Network,
    articles: Articles,
    cutter: Cutter,
    plan: Plan,
    folder: Path,
    teachers: Sequence[Network] = (),
) -> Network:
    """Train the network and return a copy with averaged weights.

    A checkpoint is written into ``folder`` after each epoch, and a line to
    ``log.jsonl`` every fifty steps.

    Args:
        network: Filled from the base; changed in place.
        articles: What to learn from in each epoch, given a source of chance.
        cutter: What cut them.
        plan: How to train.
        folder: Where checkpoints and the log go.
        teachers: Networks whose belief in labels this one should come to share
            (Hinton et al. 2015).
    """
    job = _Job(network, articles, cutter, plan, folder, tuple(teachers))
    if plan.processes == 1:
        job.run(0)
    else:
        with tempfile.TemporaryDirectory() as meeting:
            torch.multiprocessing.start_processes(
                job.run_together,
                args=(f"file://{meeting}/at",),
                nprocs=plan.processes,
                start_method="fork",
            )
    average = copy.deepcopy(network)
    average.load_state_dict(torch.load(folder / f"average-{plan.epochs}.pt"))
    return average.eval()


@dataclass(frozen=True, slots=True)
class _Job:
    """One training: what ``train`` was given."""

    network: Network
    articles: Articles
    cutter: Cutter
    plan: Plan
    folder: Path
    teachers: tuple[Network, ...]

    def run_together(self, rank: int, meeting: str) -> None:
        """Be one of several processes, each with a part of every batch on one core.

        Two cores wait less for each other at the end of a step than in each of its thousand
        operations: half again as fast.
        """
        os.environ["GLOO_SOCKET_IFNAME"] = "lo"
        torch.set_num_threads(1)
        distributed.init_process_group(
            "gloo", init_method=meeting, rank=rank, world_size=self.plan.processes
        )
        self.run(rank)
        distributed.destroy_process_group()

    def run(self, rank: int) -> None:
        """Train; the first process keeps the log and the checkpoints."""
        plan, network = self.plan, self.network
        # All processes cut and shuffle alike; what is dropped out differs.
        chance = random.Random(plan.seed)
        torch.manual_seed(plan.seed + rank)
        optimizer = _optimizer(network, plan)
        average = copy.deepcopy(network)
        steps = 0
        total = plan.epochs * _count(self.articles(random.Random(0)), plan)
        started, seen = time.monotonic(), []
        for epoch in range(plan.epochs):
            _learn(network, plan)
            for batch in _batches(self.articles(chance), self.cutter, plan, chance, rank):
                _set_rate(optimizer, plan, steps, total)
                loss, parts = losses(network, batch, plan, self.teachers)
                loss.backward()
                if plan.processes > 1:
                    _share_gradients(network)
                torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
                steps += 1
                _move_average(average, network, min(plan.average_decay, steps / (steps + 10)))
                seen.append(parts)
                if steps % 50 == 0 and rank == 0:
                    _log(self.folder, seen, started, epoch=epoch, step=steps, of=total)
                    seen = []
            if rank == 0:
                torch.save(average.state_dict(), self.folder / f"average-{epoch + 1}.pt")


def _learn(network: Network, plan: Plan) -> None:
    """Make ready what learns; the rest neither learns nor drops anything out."""
    network.train()
    for name, part in network.named_children() if plan.only else ():
        part.train(name in plan.only)
    for name, one in network.named_parameters() if plan.only else ():
        one.requires_grad_(name.split(".")[0] in plan.only)


def _share_gradients(network: Network) -> None:
    """Give every process the mean of all processes' gradients."""
    learned = [one for one in network.parameters() if one.requires_grad]
    # A part of a batch may have nothing to say to some head.
    gradients = [torch.zeros_like(one) if one.grad is None else one.grad for one in learned]
    flat = torch.cat([one.flatten() for one in gradients])
    distributed.all_reduce(flat)
    flat /= distributed.get_world_size()
    sizes = [one.numel() for one in learned]
    for one, gradient in zip(learned, flat.split(sizes), strict=True):
        one.grad = gradient.view_as(one)


def losses(
    network: Network, batch: Batch, plan: Plan, teachers: Sequence[Network] = ()
) -> tuple[torch.Tensor, dict[str, float]]:
    """Return the loss of a batch, and its parts by name."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, vectors, details = network(batch.ids, batch.traits, batch.mask)
    parts: dict[str, float] = {}
    loss = scores.new_zeros(())
    marked = [row for row, one in enumerate(batch.examples) if one.is_attributed]
    learned = list(range(len(batch.examples))) if teachers else marked
    if plan.only:
        marked = learned = []
    if learned:
        # What is not marked counts for nothing, and does not make the rest count for more.
        tag = _tag_loss(network, word_scores(scores, batch), (batch, learned), plan, teachers)
        loss = loss + len(learned) / len(batch.examples) * tag
        parts["tag"] = tag.item()
    if marked:
        links = [_link_loss(network, vectors[row], batch.examples[row]) for row in marked]
        cues = sum(len(batch.examples[row].cues) for row in marked)
        link = torch.stack(links).sum() / max(1, cues)
        loss = loss + len(marked) / len(batch.examples) * plan.link_weight * link
        parts["link"] = link.item()
    if plan.kept and teachers:
        kept = _strayed(details, teachers[-1], batch)
        loss = loss + plan.kept * kept
        parts["kept"] = kept.item()
    told = [row for row, one in enumerate(batch.examples) if one.targets is not None]
    if told:
        windows = [(batch.examples[row].window, batch.examples[row].targets) for row in told]
        of_details, means = details_loss(
            details[told], windows, network.reference_places, network.reference_none, plan.details
        )
        loss = loss + of_details
        parts |= means
    return loss, parts


def _tag_loss(
    network: Network,
    words: torch.Tensor,
    of: tuple[Batch, Sequence[int]],
    plan: Plan,
    teachers: Sequence[Network],
) -> torch.Tensor:
    batch, rows = of
    belief = sure(batch.labels, batch.lengths, len(LABELS))
    if teachers:
        belief = belief.mixed(_taught(teachers, batch), _parts_taught(batch, plan))
    moves = network.legal_moves()
    return path_loss(words[rows], moves, belief.of(rows), batch.lengths[rows])


def _taught(teachers: Sequence[Network], batch: Batch) -> Belief:
    """Return what the teachers believe, in the mean."""
    beliefs = []
    for teacher in teachers:
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores, _, _ = teacher(batch.ids, batch.traits, batch.mask)
        words = word_scores(scores, batch)
        beliefs.append(believed(words, teacher.legal_moves(), batch.lengths))
    return mean_belief(beliefs)


def _strayed(details: torch.Tensor, teacher: Network, batch: Batch) -> torch.Tensor:
    """Return how far the details are from a teacher's, the branch left out, in its deviations."""
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        _, _, wanted = teacher(batch.ids, batch.traits, batch.mask)
    real = torch.arange(batch.words.shape[1]) < batch.lengths[:, None]
    at = batch.words[..., None].expand(-1, -1, details.shape[2])
    found, wanted = details.gather(1, at)[real], wanted.gather(1, at)[real]
    kept = torch.ones(details.shape[2], dtype=torch.bool)
    for name in BRANCHED:
        kept[place(name)] = False
    kept[WIDTH:] = False
    apart = (found - wanted) / (wanted.std(0) + 1e-3)
    return (apart[:, kept] ** 2).mean()


def _parts_taught(batch: Batch, plan: Plan) -> torch.Tensor:
    return torch.tensor([plan.taught if one.is_gold else 1.0 for one in batch.examples])


def pair_scores(
    network: Network, vectors: torch.Tensor, example: Example, relation: int
) -> torch.Tensor:
    """Return scores of each asking span for each one asked, and for none.

    The shape is ``(asking, asked + 1)``; the last column is none. The same
    sums as ``onrecord.tagger.links.pair_vectors``, which a test compares.
    """
    cues = torch.from_numpy(example.cues)
    if relation == 0:
        asking, asked = example.contents, example.cues
        spans = torch.from_numpy(asking)
        left = vectors[spans[:, 0], 0] + vectors[spans[:, 1], 1]
        right = vectors[cues[:, 0], 2]
    else:
        asking, asked = example.cues, example.sources
        spans = torch.from_numpy(asked)
        left = vectors[cues[:, 0], 3]
        right = vectors[spans[:, 0], 4] + vectors[spans[:, 1], 5]
    breaks = np.flatnonzero(example.window.piece[1:-1] < 0) + 1
    places = places_between(asking, asked, breaks, np.sort(example.cues[:, 0]))
    scores = left @ right.T / vectors.shape[2] ** 0.5
    scores = scores + network.link_places[relation][torch.from_numpy(places)]
    none = network.link_none[relation].expand(len(asking), 1)
    return torch.cat([scores, none], dim=1)


def _link_loss(network: Network, vectors: torch.Tensor, example: Example) -> torch.Tensor:
    loss = vectors.new_zeros(())
    for relation, answers in enumerate((example.cue_of, example.source_of)):
        if len(answers):
            scores = pair_scores(network, vectors, example, relation)
            right = torch.from_numpy(np.where(answers < 0, scores.shape[1] - 1, answers))
            loss = loss + functional.cross_entropy(scores, right, reduction="sum")
    return loss


def _batches(
    articles: Sequence[Prepared], cutter: Cutter, plan: Plan, chance: random.Random, rank: int = 0
) -> Iterator[Batch]:
    found: list[Example] = []
    for article in articles:
        size = (
            plan.window if chance.random() < 0.5 else chance.randint(plan.window // 2, plan.window)
        )
        found.extend(examples(article, cutter, size=size, vary=chance))
    chance.shuffle(found)
    # Sorting inside a pool of batches saves a fifth of the padding and keeps chance.
    pool = 32 * plan.batch
    batches = []
    for at in range(0, len(found), pool):
        by_length = sorted(found[at : at + pool], key=lambda e: len(e.window.ids))
        batches += [by_length[i : i + plan.batch] for i in range(0, len(by_length), plan.batch)]
    chance.shuffle(batches)
    for chosen in batches:
        if len(chosen) >= plan.processes:
            yield collate(chosen[rank :: plan.processes])


def _count(articles: Sequence[Prepared], plan: Plan) -> int:
    """Return about how many batches an epoch has."""
    windows = sum(len(list(stretches(one.pieces, size=plan.window))) for one in articles)
    shorter = 1.18  # half of the articles are cut into windows of 3/4 the size
    return max(1, round(windows * shorter / plan.batch))


def _stack(arrays: Sequence[np.ndarray], length: int) -> torch.Tensor:
    stacked = np.zeros((len(arrays), length), dtype=arrays[0].dtype)
    for row, array in zip(stacked, arrays, strict=True):
        row[: len(array)] = array
    return torch.from_numpy(stacked)


def _optimizer(network: Network, plan: Plan) -> torch.optim.AdamW:
    parts = {True: [], False: []}
    for name, parameter in network.named_parameters():
        parts[name.split(".")[0] in plan.fresh].append(parameter)
    groups = [
        {"params": parts[False], "lr": plan.encoder_rate, "base": plan.encoder_rate},
        {"params": parts[True], "lr": plan.head_rate, "base": plan.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=plan.weight_decay, fused=True)


def _set_rate(optimizer: torch.optim.Optimizer, plan: Plan, step: int, total: int) -> None:
    warm = plan.warm_up * total
    part = step / warm if step < warm else max(0.0, (total - step) / (total - warm))
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * part


def _move_average(average: Network, network: Network, decay: float) -> None:
    with torch.no_grad():
        kept, new = list(average.parameters()), list(network.parameters())
        torch._foreach_lerp_(kept, new, 1 - decay)


def _log(folder: Path, losses: list[dict[str, float]], started: float, **where: int) -> None:
    names = sorted({name for parts in losses for name in parts})
    means = {n: float(np.mean([parts[n] for parts in losses if n in parts])) for n in names}
    line: dict[str, float] = {**where, **{n: round(mean, 4) for n, mean in means.items()}}
    line["minutes"] = round((time.monotonic() - started) / 60, 1)
    with (folder / "log.jsonl").open("a") as handle:
        handle.write(json.dumps(line) + "\n")
