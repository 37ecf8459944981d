"""Training the network on gold windows; checkpoints, averaged weights, a log."""

import copy
import json
import os
import random
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
import torch.multiprocessing
from torch import distributed

from onrecord.tagger.pieces import Cutter
from onrecord.tagger.windows import stretches
from onrecord_lab.batches import Batch, collate
from onrecord_lab.dataset import Example, Prepared, examples
from onrecord_lab.losses import (
    NOTHING_TAUGHT,
    Guidance,
    Teaching,
    Weights,
    details_loss,
    hear,
    link_loss,
    run,
    strayed,
    tag_loss,
)
from onrecord_lab.network import Network

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
    names and references what the network to keep to says. Where ``only`` names parts, they alone
    learn, from details alone. ``processes`` share each batch, on ``device`` "cpu" only.
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
    device: str = "cpu"


Articles = Callable[[random.Random], Sequence[Prepared]]


FOLDS = 5
"""Parts that articles fall into by their names, so that who learned from some can teach others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Networks that one learns beside.

    Attributes:
        teachers: Whose belief in labels, and in acts, it should come to share (Hinton et al. 2015).
        keeper: Whose names and references it should keep to.
    """

    teachers: tuple[Teaching, ...] = ()
    keeper: Network | None = None


ALONE = Company()


def fold_of(name: str) -> int:
    """Return the fold that an article is in."""
    return zlib.crc32(f"fold{name}".encode()) % FOLDS


def train(
    network: Network,
    articles: Articles,
    cutter: Cutter,
    plan: Plan,
    folder: Path,
    company: Company = ALONE,
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
        company: Who it learns beside.
    """
    for one in (network, *(one.network for one in company.teachers)):
        one.to(plan.device)
    if company.keeper is not None:
        company.keeper.to(plan.device)
    job = _Job(network, articles, cutter, plan, folder, company)
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
    average = copy.deepcopy(network).cpu()
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
    company: Company

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
            for chosen in _batches(self.articles(chance), self.cutter, plan, chance, rank):
                _set_rate(optimizer, plan, steps, total)
                batch = collate(chosen, plan.device)
                loss, parts = losses(network, batch, plan, self.company)
                # A batch may have nothing of what alone learns.
                if loss.requires_grad:
                    loss.backward()
                if plan.processes > 1:
                    _share_gradients(network)
                torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
                steps += 1
                move_average(average, network, min(plan.average_decay, steps / (steps + 10)))
                seen.append(parts)
                if steps % 50 == 0 and rank == 0:
                    _log(self.folder, seen, started, epoch=epoch, step=steps, of=total)
                    seen = []
            if rank == 0:
                state = {name: one.cpu() for name, one in average.state_dict().items()}
                torch.save(state, self.folder / f"average-{epoch + 1}.pt")


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
    network: Network, batch: Batch, plan: Plan, company: Company = ALONE
) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """Return the loss of a batch, and its parts by name."""
    scores, vectors, details = run(network, batch)
    guidance = _guidance(batch, plan, company)
    parts: dict[str, torch.Tensor] = {}
    loss = scores.new_zeros(())
    if not plan.only:
        parts["tag"] = tag_loss(network, scores, batch, guidance)
        parts["link"] = link_loss(network, vectors, batch)
        loss = loss + parts["tag"] + plan.link_weight * parts["link"]
    if guidance.details is not None:
        parts["kept"] = strayed(details, guidance.details, batch)
        loss = loss + plan.kept * parts["kept"]
    of_details, means = details_loss(network, details, batch, plan.details, guidance.taught)
    return loss + of_details, {name: one.detach() for name, one in (parts | means).items()}


def _guidance(batch: Batch, plan: Plan, company: Company) -> Guidance:
    if not company.teachers and company.keeper is None:
        return NOTHING_TAUGHT
    taught = details = None
    if company.teachers:
        taught = hear(company.teachers, batch, [fold_of(name) for name in batch.names])
    if company.keeper is not None and plan.kept:
        with torch.no_grad():
            _, _, details = run(company.keeper, batch)
    return Guidance(taught=taught, part=plan.taught, details=details)


def _batches(
    articles: Sequence[Prepared], cutter: Cutter, plan: Plan, chance: random.Random, rank: int = 0
) -> Iterator[Sequence[Example]]:
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
            yield chosen[rank :: plan.processes]


def _count(articles: Sequence[Prepared], plan: Plan) -> int:
    """Return about how many batches an epoch has."""
    windows = sum(len(list(stretches(one.pieces, size=plan.window))) for one in articles)
    shorter = 1.18  # half of the articles are cut into windows of 3/4 the size
    return max(1, round(windows * shorter / plan.batch))


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


def move_average(average: torch.nn.Module, network: torch.nn.Module, decay: float) -> None:
    """Move the weights of an average towards those of a network, in place."""
    with torch.no_grad():
        kept, new = list(average.parameters()), list(network.parameters())
        torch._foreach_lerp_(kept, new, 1 - decay)


def _log(folder: Path, losses: list[dict[str, torch.Tensor]], started: float, **where: int) -> None:
    names = sorted({name for parts in losses for name in parts})
    means = {n: float(np.mean([float(p[n]) for p in losses if n in p])) for n in names}
    line: dict[str, float] = {**where, **{n: round(mean, 4) for n, mean in means.items()}}
    line["minutes"] = round((time.monotonic() - started) / 60, 1)
    with (folder / "log.jsonl").open("a") as handle:
        handle.write(json.dumps(line) + "\n")
