"""The reader's weights, from PolNeAR's standoff to ``tagger/weights/``: ``make weights``.

Two networks learn from gold. Together they mark articles that nobody has
marked, and a third learns from gold and those. The mean of all their last
checkpoints goes on learning, now also what the details head tells: names and
titles, what phrases refer to, acts; the mean itself is its teacher. Then its branch alone
learns acts and settings from what readers marked, and nothing else changes. That network
ships, with the decoder's numbers chosen on dev, and with the weights of the evidence for who is
meant and for acts. Last, its branch learns with a pointer what passages tell, while what it says
of acts is held; for that two more branches learn from a half of the articles each.

With ``--teacher`` ten larger networks learn from four fifths of the articles each and teach
of the others, so that they teach what they would say, not what they have learned by heart. Five
networks learn from them, and their mean is mixed with what they began with. Five larger ones
teach what passages tell in the same manner.

Takes about three and a half hours on two cores; ``--go-on`` begins with the shipped files and
takes an hour. ``--branch`` leaves all but the branch as it ships, 35 minutes. Larger teachers
want ``--device cuda``: ten minutes there, a night on two cores. A run that was stopped goes on
after the last network that it finished.
"""

import argparse
import copy
import json
import random
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.pipeline import Reader
from onrecord.resolve.who import load_scorer
from onrecord.tagger import Calibration, Tagger, load
from onrecord.tagger.pieces import Cutter
from onrecord.tagger.runtime import load_card, load_engine
from onrecord_lab.acts import is_apart
from onrecord_lab.again import network_of
from onrecord_lab.annotated import Annotated, varied
from onrecord_lab.base import base_tensors, base_tokenizer
from onrecord_lab.corpora import Corpora, read_corpora
from onrecord_lab.dataset import Prepared, prepare, prepare_annotated, telling_words
from onrecord_lab.export import About, BeginBonus, Tuning, write_weights
from onrecord_lab.losses import Teaching, Weights
from onrecord_lab.network import Network, Shape, load_base
from onrecord_lab.passages import channel_shares, marked_articles
from onrecord_lab.pointer import card_of
from onrecord_lab.polnear import GoldArticle, read_split
from onrecord_lab.reference import fit_scorer
from onrecord_lab.scorer import Scorer
from onrecord_lab.silver import Several, marked, read_texts
from onrecord_lab.teacher import make_teacher
from onrecord_lab.train import FOLDS, Articles, Company, Plan, fold_of, train
from onrecord_lab.tuning import tune
from onrecord_lab.upper import Belief, Sight, UpperPlan, fit_larger, fit_upper, sights
from onrecord_lab.weighing import fit_acts, questions
from onrecord_lab.written import written_articles

_ROOT = Path(__file__).parents[3]
# Only networks that began alike can be averaged: all start with these heads.
_START = 1
_SHIPPED = _ROOT / "src" / "onrecord" / "tagger" / "weights"
_SCORER = _ROOT / "src" / "onrecord" / "resolve" / "who" / "scorer.json"
_ACTS = _ROOT / "src" / "onrecord" / "extract" / "acts.json"
_PASSAGES = _ROOT / "src" / "onrecord" / "resolve" / "passages"
# Chosen by folds of the marks and on dev: less sure ones are wrong too often.
_LEAST = {"least_channel": 0.6, "least_time": 0.7, "least_lent": 0.2}
# Of times and channels lent by rules, and by the pointer alone: `benchmarks.lent` and the lab log.
_SURE = ((0.405, 0.935), (0.866, 0.223), (1.133, 0.379), (0.216, 0.668))
_UPPER = UpperPlan()
# At three times the rate some fall back to what features tell alone, and stay there.
_LARGER = UpperPlan(epochs=7, rate=3e-5)
_FROM_GOLD = (Plan(seed=1, epochs=4), Plan(seed=2, epochs=4))
_FROM_BOTH = Plan(seed=3, epochs=3)
_DETAILS = ("details", "reference_places", "reference_none")
# What was trained before goes on slowly; only the new head starts anew.
_WITH_DETAILS = Plan(seed=11, epochs=3, encoder_rate=1e-4, fresh=_DETAILS)
_GOING_ON = replace(
    _WITH_DETAILS, seed=31, epochs=1, fresh=(), details=Weights(acts=0.3), kept=0.5, processes=2
)
# All else stays as it is: what was learned before, and what was tuned for it.
_BRANCH = Plan(
    seed=51,
    epochs=3,
    encoder_rate=2e-4,
    fresh=("told", "tellings"),
    only=("branch", "told", "tellings"),
    details=Weights(
        names=0,
        abouts=0,
        kinds=0,
        references=0,
        acts=0.3,
        settings=0.3,
        tellings=0.5,
        acts_taught=0.3,
    ),
    processes=2,
    average_decay=0.995,
)
_HALVES = tuple(replace(_BRANCH, seed=seed) for seed in (50, 51))
_TEACHERS = tuple(
    Plan(
        seed=20 + number,
        epochs=2,
        batch=16,
        encoder_rate=7e-5,
        average_decay=0.997,
        details=Weights(
            names=0.1, abouts=0.1, kinds=0, references=0, acts=0.3, settings=0.3, tellings=0.3
        ),
    )
    for number in range(2 * FOLDS)
)
_STUDENT = Plan(
    seed=61,
    epochs=3,
    batch=32,
    encoder_rate=1.5e-4,
    fresh=(),
    taught=0.6,
    kept=0.5,
    details=Weights(acts=0.3, acts_taught=0.3),
)
_STUDENTS = (
    _STUDENT,
    replace(_STUDENT, seed=62),
    replace(_STUDENT, seed=63, taught=1.0),
    replace(_STUDENT, seed=64, encoder_rate=3e-4),
    replace(_STUDENT, seed=65, epochs=2),
)
# How much of the students' mean is mixed into what they began with; chosen on dev.
_PART_TAUGHT = 0.58
_PLANS = (*_FROM_GOLD, _FROM_BOTH, _WITH_DETAILS, *_TEACHERS, *_STUDENTS, _BRANCH)
_FACTS: dict[str, object] = {
    "base": "all-MiniLM-L6-v2 (Apache-2.0)",
    "gold": "PolNeAR 1.0 train, 840 articles; 9,309 acts and 17,481 settings marked for this",
    "written": "100 articles of other kinds, written and marked for this",
    "silver": "BASIL, 150 articles; Wikinews 2019, 136 articles",
    "details": "GUM train, 177 documents; GAP, 2,454 passages; names by spaCy's small pipeline",
    "plans": [asdict(plan) for plan in _PLANS],
}
_TEACHERS_ARE = "all-mpnet-base-v2 (Apache-2.0), ten layers, ten times, four fifths of the articles"
# A fourth epoch overfits by itself and still helps the mean (lab-log 2026-11-23).
_FIRST_KEPT = 3
# Silver should miss little: its reader is made a little more eager.
_EAGER = Tuning(begin_bonus=BeginBonus(source=0.2, cue=0.2, content=0.2))


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, average, tune, and write the product's files."""
    options = _options(arguments)
    bench = _Bench(
        tokenizer=base_tokenizer(), data=options.data, work=options.work, device=options.device
    )
    gold = bench.gold()
    is_begun = options.go_on or options.branch
    start, silver = bench.again() if is_begun else bench.from_base(gold)
    annotated = bench.annotated(silver)
    if not is_begun:
        start.begin_branch()
    teachers = bench.teachers(annotated) if options.teacher else ()
    if options.teacher:
        network = bench.taught(start, annotated, teachers)
    elif options.branch:
        network = start
    else:
        network = bench.told(start, annotated, _GOING_ON if is_begun else _WITH_DETAILS)
    branched = bench.branched(network, annotated, teachers)
    facts = {**_FACTS, "teachers": _TEACHERS_ARE if teachers else None}
    about = About(name=options.name, telling=tuple(telling_words(gold, bench.cutter)), facts=facts)
    if options.branch:
        bench.write(branched, about, options.out, bench.tuning_of(_SHIPPED))
    else:
        bench.ship(branched, about, options.out)
        bench.weigh_people(annotated, options.out)
    bench.weigh_acts(silver, options.out)
    halves = [bench.branched(network, annotated, teachers, half) for half in range(len(_HALVES))]
    learned = bench.teach_passages(
        halves, branched, silver, about, options.out, is_taught=options.teacher
    )
    # Statements are what they were, and so is what was tuned for them.
    bench.write(learned, about, options.out, bench.tuning_of(options.out))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=_ROOT / "build" / "reader")
    parser.add_argument("--out", type=Path, default=_SHIPPED)
    parser.add_argument("--name", default="reader-5")
    parser.add_argument("--go-on", action="store_true", help="begin with the shipped weights")
    parser.add_argument("--branch", action="store_true", help="train nothing but the branch")
    parser.add_argument("--teacher", action="store_true", help="learn from larger networks too")
    parser.add_argument("--device", default="cpu", help="where the larger networks work")
    return parser.parse_args(arguments)


def averaged(networks: Sequence[Network]) -> Network:
    """Return one network whose weights are the mean of several's (Wortsman et al. 2022)."""
    states = [network.state_dict() for network in networks]
    mean = {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
    network = Network(networks[0].shape)
    network.load_state_dict(mean)
    return network.eval()


def mixed(one: Network, other: Network, part: float) -> Network:
    """Return one network with that part of another's weights, the rest its own."""
    states = one.state_dict(), other.state_dict()
    network = Network(one.shape)
    network.load_state_dict({n: torch.lerp(w, states[1][n], part) for n, w in states[0].items()})
    return network.eval()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bench:
    """Where the work is done: data, tokenizer, and a folder for what is half made."""

    tokenizer: Tokenizer
    data: Path
    work: Path
    device: str

    @property
    def cutter(self) -> Cutter:
        return Cutter(self.tokenizer)

    def gold(self) -> list[Prepared]:
        return [prepare(one, self.cutter) for one in read_split(self.data / "polnear" / "train")]

    def from_base(self, gold: Sequence[Prepared]) -> tuple[Network, list[GoldArticle]]:
        """Return the mean of three networks, and what is to be learned from beside gold.

        That is what the first two marked for the third, and what was written for this.
        """
        checkpoints = [self.trained(plan, gold) for plan in _FROM_GOLD]
        silver = self.silver([averaged(several) for several in checkpoints])
        marked_gold = [prepare(article, self.cutter) for article in silver]
        checkpoints.append(self.trained(_FROM_BOTH, [*gold, *marked_gold]))
        mean = averaged([network for several in checkpoints for network in several])
        return mean, [*silver, *written_articles()]

    def again(self) -> tuple[Network, list[GoldArticle]]:
        """Return the shipped network, the articles that it marks, and those written for this."""
        tagger = load(_SHIPPED, threads=2)
        silver = [*marked(read_texts(self.data), tagger), *written_articles()]
        return network_of(_SHIPPED), silver

    def teachers(self, corpora: Corpora) -> tuple[Teaching, ...]:
        """Return the larger networks, each trained now unless it is there."""
        return tuple(
            Teaching(network=self._teacher(plan, corpora, number % FOLDS), fold=number % FOLDS)
            for number, plan in enumerate(_TEACHERS)
        )

    def _teacher(self, plan: Plan, corpora: Corpora, fold: int) -> Network:
        folder = self.work / f"teacher-{plan.seed}"
        last = folder / f"average-{plan.epochs}.pt"
        torch.manual_seed(plan.seed)
        teacher = make_teacher(self.tokenizer)
        teacher.freeze()
        if not last.exists():
            folder.mkdir(parents=True, exist_ok=True)
            # What networks marked would teach them our own mistakes; acts and settings were read.
            news = [
                replace(
                    one,
                    statements=one.statements if one.is_gold else None,
                    settings=() if is_apart(one.name) else one.settings,
                    tellings=None if is_apart(one.name) else one.tellings,
                )
                for one in corpora.news
                if fold_of(one.name) != fold
            ]
            plan = self._here(plan)
            train(teacher, self._varied(news), self.cutter, plan, folder)
        teacher.load_state_dict(torch.load(last))
        return teacher.eval()

    def taught(self, start: Network, corpora: Corpora, teachers: Sequence[Teaching]) -> Network:
        """Return what networks that learned from larger ones, and what they began with, make."""
        every = (*corpora.news, *corpora.gum, *corpora.gap)
        company = Company(teachers=tuple(teachers), keeper=copy.deepcopy(start).eval())
        students = []
        for plan in _STUDENTS:
            folder = self.work / f"student-{plan.seed}"
            last = folder / f"average-{plan.epochs}.pt"
            if not last.exists():
                folder.mkdir(parents=True, exist_ok=True)
                here = self._here(plan)
                train(copy.deepcopy(start), self._varied(every), self.cutter, here, folder, company)
            students.append(_loaded(last))
        return mixed(start, averaged(students), _PART_TAUGHT)

    def _here(self, plan: Plan) -> Plan:
        """Return the plan for the device; several processes share no accelerator."""
        processes = plan.processes if self.device == "cpu" else 1
        return replace(plan, device=self.device, processes=processes)

    def _varied(self, articles: Sequence[Annotated]) -> Articles:
        """Return the articles anew for each epoch, with other names made pronouns."""

        def anew(chance: random.Random) -> list[Prepared]:
            return [prepare_annotated(varied(one, chance), self.cutter) for one in articles]

        return anew

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

    def told(self, start: Network, corpora: Corpora, plan: Plan) -> Network:
        """Return the network that goes on learning, the details too, unless it is there."""
        folder = self.work / f"details-{plan.seed}"
        last = folder / f"average-{plan.epochs}.pt"
        if not last.exists():
            folder.mkdir(parents=True, exist_ok=True)
            every = (*corpora.news, *corpora.gum, *corpora.gap)
            itself = copy.deepcopy(start).eval()
            company = Company(teachers=(Teaching(network=itself),), keeper=itself)
            train(start, self._varied(every), self.cutter, plan, folder, company)
        return _loaded(last)

    def branched(
        self,
        network: Network,
        corpora: Corpora,
        teachers: Sequence[Teaching],
        half: int | None = None,
    ) -> Network:
        """Return the network with a branch that has learned acts and settings.

        Args:
            network: What is to stay as it is but for its branch.
            corpora: Its news are learned from, but for those kept apart.
            teachers: Who teaches acts beside what readers marked.
            half: Which half of the articles to learn no settings from; None for neither.
        """
        plan = _BRANCH if half is None else _HALVES[half]
        folder = self.work / ("branch" if half is None else f"branch-{half}")
        last = folder / f"average-{plan.epochs}.pt"
        if not last.exists():
            folder.mkdir(parents=True, exist_ok=True)
            news = [
                replace(one, settings=(), tellings=None) if half_of(one.name) == half else one
                for one in corpora.news
                if not is_apart(one.name)
            ]
            # What a branch has learned before, it may have learned from the articles left out.
            begun = copy.deepcopy(network)
            begun.begin_branch()
            company = Company(teachers=tuple(teachers))
            plan = self._here(plan)
            train(begun, self._varied(news), self.cutter, plan, folder, company)
        return _loaded(last)

    def weigh_people(self, corpora: Corpora, weights: Path) -> None:
        """Learn how the evidence for who is meant is weighed, and write it."""
        _write(_SCORER, fit_scorer(corpora, load(weights, threads=2)), indent=1)

    def weigh_acts(self, silver: Sequence[GoldArticle], weights: Path) -> None:
        """Learn how the evidence for acts is weighed, and write it."""
        gold = list(read_split(self.data / "polnear" / "train"))
        asked = list(questions([*gold, *silver], load(weights, threads=2)))
        _write(_ACTS, fit_acts(asked), indent=1)

    def teach_passages(
        self,
        halves: Sequence[Network],
        branched: Network,
        silver: Sequence[GoldArticle],
        about: About,
        weights: Path,
        *,
        is_taught: bool,
    ) -> Network:
        """Return the network that has learned what passages tell, and write the pointer's weights.

        Args:
            halves: What has not learned from a half of the articles.
            branched: What is to learn.
            silver: The articles that were marked beside gold.
            about: What the files tell of the network.
            weights: Where it ships.
            is_taught: Whether larger networks teach, too.
        """
        tuning = self.tuning_of(weights)
        readers = []
        for number, one in enumerate((*halves, branched)):
            folder = self.work / f"whole-{number}"
            self.write(one, about, folder, tuning)
            readers.append(Reader(load(folder, threads=2), load_scorer()))
        *apart, shipped = readers

        def reader_of(name: str) -> Reader:
            return shipped if is_apart(name) else apart[half_of(name)]

        gold = list(read_split(self.data / "polnear" / "train"))
        marked_ones = list(marked_articles(self.data, [*gold, *silver]))
        words = channel_shares(marked_ones, shipped)
        _write(_PASSAGES / "words.json", words)
        seen = list(sights(marked_ones, reader_of, words, self.cutter))
        beliefs = self.beliefs(seen) if is_taught else {}
        learned, pointer = fit_upper(branched, seen, _UPPER, beliefs)
        learned.states.load_state_dict(pointer.states.state_dict())
        np.savez_compressed(_PASSAGES / "pointer.npz", **card_of(pointer, **_LEAST, sure=_SURE))
        return learned

    def beliefs(self, seen: Sequence[Sight]) -> dict[str, Belief]:
        """Return what larger networks hold for likely of articles that they have not seen."""
        found: dict[str, Belief] = {}
        for fold in range(FOLDS):
            path = self.work / f"beliefs-{fold}.pt"
            if not path.exists():
                torch.manual_seed(fold)
                larger = make_teacher(self.tokenizer)
                larger.freeze()
                others = [one for one in seen if fold_of(one.lesson.name) != fold]
                pupils = fit_larger(larger.to(self.device), others, _LARGER)
                own = [one for one in seen if fold_of(one.lesson.name) == fold]
                told = {one.lesson.name: pupils.belief(one) for one in own}
                path.parent.mkdir(parents=True, exist_ok=True)
                torch.save({n: (one.times, one.channels) for n, one in told.items()}, path)
            for name, (times, channels) in torch.load(path).items():
                found[name] = Belief(times=times, channels=channels)
        return found

    def write(self, network: Network, about: About, out: Path, tuning: Tuning) -> None:
        """Write a network's files."""
        write_weights(out, network, self.tokenizer, about=about, tuning=tuning)

    @staticmethod
    def tuning_of(weights: Path) -> Tuning:
        """Return what was chosen on dev for some weights."""
        card = json.loads((weights / "card.json").read_text(encoding="utf-8"))
        return Tuning(
            begin_bonus=BeginBonus(**card["begin_bonus"]),
            calibration=Calibration(**card["calibration"]),
        )

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
        self.write(network, about, out, tuning)


def half_of(name: str) -> int:
    """Return the half that an article is in by its name."""
    return zlib.crc32(name.encode()) // 5 % len(_HALVES)


def _write(path: Path, card: object, *, indent: int | None = None) -> None:
    path.write_text(json.dumps(card, indent=indent) + "\n", encoding="utf-8")


def _loaded(path: Path) -> Network:
    network = Network(Shape())
    network.load_state_dict(torch.load(path))
    return network.eval()


if __name__ == "__main__":
    main()
