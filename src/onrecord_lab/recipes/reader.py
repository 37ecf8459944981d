"""The reader's weights, from PolNeAR's standoff to ``tagger/weights/``: ``make weights``.

Takes some 35 minutes for each seed on two cores. A run that was stopped goes
on after the last seed that it finished.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch

from onrecord.tagger.pieces import Cutter
from onrecord_lab.base import base_tensors, base_tokenizer
from onrecord_lab.dataset import Prepared, prepare, telling_words
from onrecord_lab.export import About, write_weights
from onrecord_lab.network import Network, Shape, load_base
from onrecord_lab.polnear import read_split
from onrecord_lab.scorer import Scorer
from onrecord_lab.train import Plan, train
from onrecord_lab.tuning import tune

_ROOT = Path(__file__).parents[3]
_START = 1
_SHIPPED = _ROOT / "src" / "onrecord" / "tagger" / "weights"


def main(arguments: Sequence[str] | None = None) -> None:
    """Train each seed, average their weights, and write the product's files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=_ROOT / "build" / "reader")
    parser.add_argument("--out", type=Path, default=_SHIPPED)
    parser.add_argument("--name", default="reader-1")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    options = parser.parse_args(arguments)

    tokenizer = base_tokenizer()
    cutter = Cutter(tokenizer)
    articles = [prepare(article, cutter) for article in read_split(options.data / "polnear/train")]
    plans = [Plan(seed=seed, epochs=options.epochs) for seed in options.seeds]
    trained = [_trained(plan, articles, cutter, options.work) for plan in plans]
    facts = {
        "trained_on": "PolNeAR 1.0 train, 840 articles",
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "plans": [asdict(plan) for plan in plans],
    }
    network, untuned = averaged(trained), options.work / "untuned"
    telling = tuple(telling_words(articles, cutter))
    about = About(name=options.name, telling=telling, facts=facts)
    write_weights(untuned, network, tokenizer, about=about)
    dev = list(read_split(options.data / "polnear/dev"))
    tuning = tune(untuned, dev, Scorer(options.data.parent))
    write_weights(options.out, network, tokenizer, about=about, tuning=tuning)


def averaged(networks: Sequence[Network]) -> Network:
    """Return one network whose weights are the mean of several's (Wortsman et al. 2022)."""
    states = [network.state_dict() for network in networks]
    mean = {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
    network = Network(networks[0].shape)
    network.load_state_dict(mean)
    return network.eval()


def _trained(plan: Plan, articles: Sequence[Prepared], cutter: Cutter, work: Path) -> Network:
    folder = work / f"seed-{plan.seed}"
    network = Network(Shape())
    done = folder / f"average-{plan.epochs}.pt"
    if done.exists():
        network.load_state_dict(torch.load(done))
        return network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.json").write_text(json.dumps(asdict(plan), indent=1) + "\n")
    # One start for all seeds: only networks that began alike can be averaged.
    torch.manual_seed(_START)
    network = Network(Shape())
    load_base(network, base_tensors())
    return train(network, articles, cutter, plan, folder)


if __name__ == "__main__":
    main()
