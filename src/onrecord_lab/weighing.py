"""How much cue, wording and network count for an act: ``extract/acts.json``.

Learned on the marked statements that the network was not shown (`onrecord_lab.acts`), with the
product's own evidence for each: multinomial logistic regression, pulled towards a start at
which the cue decides, then the wording, then the network.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch.nn import functional

from onrecord import extract
from onrecord.extract.acts import act_evidence
from onrecord.extract.weighing import ActEvidence
from onrecord.tagger import Tagger
from onrecord.tagger.details import ACTS
from onrecord.types import Act, Article, MadeBy
from onrecord_lab.acts import marked_apart
from onrecord_lab.polnear import GoldArticle

_MADE_BY = MadeBy(onrecord="lab", weights="lab")
_START = {"network": 1.0, "beside_cue": 0.5, "cue": 3.0, "wording": 3.0, "prior": 0.0}
_L2 = 30.0
_STEPS = 60

Question = tuple[ActEvidence, Act]


def questions(articles: Sequence[GoldArticle], tagger: Tagger) -> Iterator[Question]:
    """Yield the evidence and the marked act of each statement kept apart that the reader finds.

    Args:
        articles: PolNeAR's train articles and the unmarked ones.
        tagger: The weights that will ship.
    """
    apart = marked_apart()
    with_marks = {name for name, _, _ in apart}
    for one in articles:
        if one.name not in with_marks:
            continue
        article = Article(text=one.text)
        tagging = tagger.tag(article.text, article.body)
        statements = extract.statements(article, tagging, _MADE_BY)
        network = extract.network_says(statements, tagging)
        for found, said in zip(statements, network, strict=True):
            if found.cue:
                place = (one.name, found.cue[0].start, found.content[0].start)
                if place in apart:
                    yield act_evidence(article, found, said), apart[place][0]


def fit_acts(asked: Sequence[Question]) -> dict[str, object]:
    """Return the learned weights as a card.

    Args:
        asked: Evidence and the right act.
    """
    size = len(ACTS)
    network = torch.tensor(np.array([one.network for one, _ in asked]), dtype=torch.float32)
    cue = _named([one.cue for one, _ in asked])
    wording = _named([one.wording for one, _ in asked])
    right = torch.tensor([ACTS.index(act) for _, act in asked])
    is_told = cue.any(1, keepdim=True).float()
    sizes = {"network": 1, "beside_cue": 1, "prior": size, "cue": size, "wording": size}
    weights = {name: torch.full((n,), _START[name]) for name, n in sizes.items()}
    learned = [weight.requires_grad_() for weight in weights.values()]
    optimizer = torch.optim.LBFGS(learned, max_iter=_STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        beside = weights["beside_cue"] * is_told + weights["network"] * (1 - is_told)
        scores = beside * network + (1 - is_told) * weights["prior"]
        scores = scores + cue * weights["cue"] + wording * weights["wording"]
        pulled = sum(((w - _START[name]) ** 2).sum() for name, w in weights.items())
        total = functional.cross_entropy(scores, right, reduction="sum") + _L2 / 2 * pulled
        total.backward()
        return total

    optimizer.step(loss)
    return {name: _card(weight) for name, weight in weights.items()}


def _named(acts: Sequence[Act | None]) -> torch.Tensor:
    return torch.tensor([[act is one for one in ACTS] for act in acts], dtype=torch.float32)


def _card(weight: torch.Tensor) -> float | dict[str, float]:
    values = [round(float(value), 3) for value in weight.detach()]
    if len(values) == 1:
        return values[0]
    return {str(act): value for act, value in zip(ACTS, values, strict=True)}
