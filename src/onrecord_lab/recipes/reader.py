"""The reader's weights, from PolNeAR's standoff to ``tagger/weights/``: ``make weights``.

Two networks learn from gold. Together they mark articles that nobody has
marked, and a third learns from gold and those. The mean of all their last
checkpoints goes on learning, now also what the details head tells: names and
titles, what phrases refer to, acts; the mean itself is its teacher, with
``--teacher`` a larger network that learned from gold, too. That network ships, with the decoder's
numbers chosen on dev, and with the weights of the evidence for who is meant.

Takes about three hours on two cores; ``--go-on`` begins with the shipped files and takes half an
hour, the larger teacher 75 minutes more. A run that was stopped goes on after the last
network that it finished.
"""

import argparse
import copy
import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from onrecord.tagger import Tagger, load
from onrecord.tagger.pieces import Cutter
from onrecord.tagger.runtime import load_card, load_engine
from onrecord_lab.again import network_of
from onrecord_lab.annotated import varied
from onrecord_lab.base import base_tensors, base_tokenizer
from onrecord_lab.corpora import Corpora, read_corpora
from onrecord_lab.dataset import Prepared, prepare, prepare_annotated, telling_words
from onrecord_lab.detail_losses import Weights
from onrecord_lab.export import About, BeginBonus, Tuning, write_weights
from onrecord_lab.network import Network, Shape, load_base
from onrecord_lab.polnear import GoldArticle, read_split
from onrecord_lab.reference import fit_scorer
from onrecord_lab.scorer import Scorer
from onrecord_lab.silver import Several, marked, read_texts
from onrecord_lab.teacher import make_teacher
from onrecord_lab.train import Plan, train
from onrecord_lab.tuning import tune

_ROOT = Path(__file__).parents[3]
# Only networks that began alike can be averaged: all start with these heads.
_START = 1
_SHIPPED = _ROOT / "src" / "onrecord" / "tagger" / "weights"
_SCORER = _ROOT / "src" / "onrecord" / "resolve" / "who" / "scorer.json"
_FROM_GOLD = (Plan(seed=1, epochs=4), Plan(seed=2, epochs=4))
_FROM_BOTH = Plan(seed=3, epochs=3)
_DETAILS = ("details", "reference_places", "reference_none")
# What was trained before goes on slowly; only the new head starts anew.
_WITH_DETAILS = Plan(seed=11, epochs=3, encoder_rate=1e-4, fresh=_DETAILS)
_GOING_ON = replace(
    _WITH_DETAILS, seed=31, epochs=1, fresh=(), details=Weights(acts=0.3), kept=0.5, processes=2
)
_TEACHER = Plan(seed=21, epochs=2, encoder_rate=8e-5, average_decay=0.997)
# A fourth epoch overfits by itself and still helps the mean (lab-log 2026-11-23).
_FIRST_KEPT = 3
# Silver should miss little: its reader is made a little more eager.
_EAGER = Tuning(begin_bonus=BeginBonus(source=0.2, cue=0.2, content=0.2))


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, average, tune, and write the product's files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=_ROOT / "build" / "reader")
    parser.add_argument("--out", type=Path, default=_SHIPPED)
    parser.add_argument("--name", default="reader-3")
    parser.add_argument("--go-on", action="store_true", help="begin with the shipped weights")
    parser.add_argument("--teacher", action="store_true", help="learn from a larger network too")
    options = parser.parse_args(arguments)

    bench = _Bench(tokenizer=base_tokenizer(), data=options.data, work=options.work)
    gold = bench.gold()
    plan = _GOING_ON if options.go_on else _WITH_DETAILS
    start, silver = bench.again() if options.go_on else bench.from_base(gold)
    annotated = bench.annotated(silver)
    larger = [bench.teacher(gold)] if options.teacher else []
    network = bench.told(start, annotated, plan, larger)
    facts: dict[str, object] = {
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "teacher": "all-mpnet-base-v2 (Apache-2.0), ten layers" if larger else None,
        "gold": "PolNeAR 1.0 train, 840 articles; 7,321 acts marked for this",
        "silver": "BASIL, 150 articles; Wikinews 2019, 136 articles",
        "details": "GUM train, 177 documents; GAP, 2,454 passages; names by spaCy's small pipeline",
        "plans": [asdict(plan) for plan in (*_FROM_GOLD, _FROM_BOTH, _TEACHER, plan)],
    }
    about = About(name=options.name, telling=tuple(telling_words(gold, bench.cutter)), facts=facts)
    bench.ship(network, about, options.out)
    bench.weigh(annotated, options.out)


def averaged(networks: Sequence[Network]) -> Network:
    """Return one network whose weights are the mean of several's (Wortsman et al. 2022)."""
    states = [network.state_dict() for network in networks]
    mean = {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
    network = Network(networks[0].shape)
    network.load_state_dict(mean)
    return network.eval()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bench:
    """Where the work is done: data, tokenizer, and a folder for what is half made."""

    tokenizer: Tokenizer
    data: Path
    work: Path

    @property
    def cutter(self) -> Cutter:
        return Cutter(self.tokenizer)

    def gold(self) -> list[Prepared]:
        return [prepare(one, self.cutter) for one in read_split(self.data / "polnear" / "train")]

    def from_base(self, gold: Sequence[Prepared]) -> tuple[Network, list[GoldArticle]]:
        """Return the mean of three networks, and what the first two marked for the third."""
        checkpoints = [self.trained(plan, gold) for plan in _FROM_GOLD]
        silver = self.silver([averaged(several) for several in checkpoints])
        marked_gold = [prepare(article, self.cutter) for article in silver]
        checkpoints.append(self.trained(_FROM_BOTH, [*gold, *marked_gold]))
        return averaged([network for several in checkpoints for network in several]), silver

    def again(self) -> tuple[Network, list[GoldArticle]]:
        """Return the shipped network, and the articles that it marks."""
        tagger = load(_SHIPPED, threads=2)
        return network_of(_SHIPPED), list(marked(read_texts(self.data), tagger))

    def teacher(self, gold: Sequence[Prepared]) -> Network:
        """Return the larger network, trained now unless it is there."""
        folder = self.work / "teacher"
        last = folder / f"average-{_TEACHER.epochs}.pt"
        torch.manual_seed(_START)
        teacher = make_teacher(self.tokenizer)
        teacher.freeze()
        if not last.exists():
            folder.mkdir(parents=True, exist_ok=True)
            train(teacher, lambda _: gold, self.cutter, _TEACHER, folder)
        teacher.load_state_dict(torch.load(last))
        return teacher.eval()

    def silver(self, networks: Sequence[Network]) -> list[GoldArticle]:
        """Return the unmarked articles, marked by the networks together."""
        folders = [self.work / f"marker-{number}" for number, _ in enumerate(networks)]
        nothing = About(name="marker", telling=(), facts={})
        for network, folder in zip(networks, folders, strict=True):
            write_weights(folder, network, self.tokenizer, about=nothing, tuning=_EAGER)
        cards = [load_card(folder) for folder in folders]
        moves = sum(card.moves for card in cards) / len(cards)
        together = Tagger(
            cutter=self.cutter,
            engine=Several([load_engine(folder, threads=2) for folder in folders]),
            card=replace(cards[0], moves=moves),
        )
        return list(marked(read_texts(self.data), together))

    def annotated(self, silver: Sequence[GoldArticle]) -> Corpora:
        """Return all corpora with what their names, chains and cues teach."""
        gold = list(read_split(self.data / "polnear" / "train"))
        return read_corpora(self.data, gold, silver, self.work / "parsed.pickle")

    def told(
        self, start: Network, corpora: Corpora, plan: Plan, larger: Sequence[Network]
    ) -> Network:
        """Return the network that goes on learning, the details too, unless it is there."""
        folder = self.work / f"details-{plan.seed}"
        last = folder / f"average-{plan.epochs}.pt"
        if not last.exists():
            folder.mkdir(parents=True, exist_ok=True)
            every = (*corpora.news, *corpora.gum, *corpora.gap)

            def varied_anew(chance: random.Random) -> list[Prepared]:
                return [prepare_annotated(varied(one, chance), self.cutter) for one in every]

            teachers = (*larger, copy.deepcopy(start).eval())
            train(start, varied_anew, self.cutter, plan, folder, teachers)
        return _loaded(last)

    def weigh(self, corpora: Corpora, weights: Path) -> None:
        """Learn how the evidence for who is meant is weighed, and write it."""
        card = fit_scorer(corpora, load(weights, threads=2))
        _SCORER.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")

    def trained(self, plan: Plan, articles: Sequence[Prepared]) -> list[Network]:
        """Return a network's last checkpoints, trained now unless they are there."""
        folder = self.work / f"seed-{plan.seed}"
        paths = [folder / f"average-{e}.pt" for e in range(_FIRST_KEPT, plan.epochs + 1)]
        if not paths[-1].exists():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "plan.json").write_text(json.dumps(asdict(plan), indent=1) + "\n")
            torch.manual_seed(_START)
            network = Network(Shape())
            load_base(network, base_tensors())
            train(network, lambda _: articles, self.cutter, plan, folder)
        return [_loaded(path) for path in paths]

    def ship(self, network: Network, about: About, out: Path) -> None:
        """Choose the decoder's numbers on dev and write the product's files."""
        untuned = self.work / "untuned"
        write_weights(untuned, network, self.tokenizer, about=about)
        dev = list(read_split(self.data / "polnear" / "dev"))
        tuning = tune(untuned, dev, Scorer(self.data.parent))
        write_weights(out, network, self.tokenizer, about=about, tuning=tuning)


def _loaded(path: Path) -> Network:
    network = Network(Shape())
    network.load_state_dict(torch.load(path))
    return network.eval()


if __name__ == "__main__":
    main()
