"""What is chosen on dev after training: how eager to be, and how sure to say one is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord import extract
from onrecord.tagger import Calibration, Tagger
from onrecord.tagger.pieces import Cutter
from onrecord.tagger.runtime import Engine, load_card, load_engine
from onrecord.types import Article, MadeBy, Statement
from onrecord_lab.calibration import fit_line
from onrecord_lab.export import BeginBonus, Tuning
from onrecord_lab.polnear import GoldArticle
from onrecord_lab.scorer import Scorer

_STEPS = (0.0, 0.2, 0.4, 0.6)
# The four scores that the reader is measured by, with equal weight.
_MEASURES = ("attribution", "attribution_half", "content.exact", "content.token")
# How much of the least sure to try and leave out.
_PARTS_LEFT_OUT = (0.01, 0.02, 0.03, 0.04, 0.06, 0.08)
_Found = list[tuple[Statement, ...]]
_MADE_BY = MadeBy(onrecord="lab", weights="lab")
_ALMOST_NONE = 1e-6


def tune(folder: Path, dev: Sequence[GoldArticle], scorer: Scorer) -> Tuning:
    """Return the bonus and floor with the best scores on dev, and a calibration for them.

    Args:
        folder: Untuned weights, as exported.
        dev: Gold articles that nothing was trained on.
        scorer: The shared one.
    """
    engine, card = _Remembering(load_engine(folder, threads=2)), load_card(folder)
    cutter = Cutter(Tokenizer.from_file(str(folder / "tokenizer.json")))

    def read(bonus: BeginBonus, calibration: Calibration) -> _Found:
        tuned = replace(card, moves=card.moves + bonus.as_moves(), calibration=calibration)
        return list(_read(Tagger(cutter=cutter, engine=engine, card=tuned), dev))

    bonuses = [BeginBonus(source=a, cue=b, content=a) for a, b in product(_STEPS, _STEPS)]
    # What is doubtful is told by the confidence, so that comes first.
    trials = [
        (_gain(dev, _above(found, floor), scorer), bonus, replace(calibration, floor=floor))
        for bonus in bonuses
        for calibration in [_calibrated(dev, read(bonus, Calibration()), scorer)]
        for found in [read(bonus, calibration)]
        for floor in _floors(found)
    ]
    _, bonus, calibration = max(trials, key=lambda trial: trial[0])
    return Tuning(begin_bonus=bonus, calibration=calibration)


def _gain(dev: Sequence[GoldArticle], found: _Found, scorer: Scorer) -> float:
    metrics = scorer.metrics(dev, found)
    indirect = metrics["attribution.indirect"]
    # Without the last, what is hardest to find is left out for the sake of the rest.
    return sum(metrics[name]["f1"] for name in _MEASURES) + min(indirect["p"], indirect["r"])


def _floors(found: _Found) -> list[float]:
    confidences = [one.confidence for statements in found for one in statements]
    if not confidences:
        return [0.0]
    return [0.0, *np.quantile(confidences, _PARTS_LEFT_OUT).round(4).tolist()]


def _above(found: _Found, floor: float) -> _Found:
    return [tuple(one for one in few if one.confidence >= floor) for few in found]


class _Remembering(Engine):
    """An engine that runs each window once, however often it is asked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[bytes, tuple[np.ndarray, np.ndarray]] = {}

    def run(self, ids: np.ndarray, traits: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        key = ids.tobytes() + traits.tobytes()
        if key not in self._known:
            self._known[key] = self._engine.run(ids, traits)
        return self._known[key]


def _read(tagger: Tagger, articles: Sequence[GoldArticle]) -> Iterator[tuple[Statement, ...]]:
    for gold in articles:
        article = Article(text=gold.text)
        found = extract.statements(article, tagger.tag(article.text, article.body), _MADE_BY)
        # PolNeAR's annotators marked no statement inside another (1 of 22,000).
        yield tuple(one for one in found if one.parent is None)


def _calibrated(dev: Sequence[GoldArticle], found: _Found, scorer: Scorer) -> Calibration:
    products = np.array([one.confidence for statements in found for one in statements])
    is_right = np.array(
        [
            right
            for gold, statements in zip(dev, found, strict=True)
            for right in scorer.are_right(gold, statements)
        ]
    )
    within = np.clip(products, _ALMOST_NONE, 1 - _ALMOST_NONE)
    return fit_line(np.log(within / (1 - within)), is_right)
