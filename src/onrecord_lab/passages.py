"""What gives tellings to statements: ``resolve/passages/``, learned from marked settings.

The network's own opinion is among the evidence, so it must come from networks
that did not learn from the article in question.
"""

import datetime
import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from onrecord.pipeline import Reader
from onrecord.resolve import how
from onrecord.resolve.how.words import word_set
from onrecord.resolve.passages.answers import Layers, answered
from onrecord.resolve.passages.channels import ChannelEvidence, ChannelWords, words_outside
from onrecord.resolve.passages.questions import Questions, again
from onrecord.types import Article, ChannelKind, Statement
from onrecord_lab.polnear import GoldArticle
from onrecord_lab.settings import MarkedSetting, marked_settings
from onrecord_lab.silver import published_days

_FOLDS = 4
_EPOCHS = 6
_UNITS = (48, 16)
_RATE = 3e-3
_TOGETHER = 6
# A word tells a channel when it did in so many articles, and in so large a part of its places.
_LEAST_ARTICLES = 3
_LEAST_SHARE = 0.08
_UNMARKED = -1
_STOP = word_set(
    "the a an in on at of to for and with his her their its by from as is was were be it that "
    "this he she they had has who told said tell says during after before into over about new one "
    "two first last other some more than not would could also up out our your i we you"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedArticle:
    """An article whose statements' settings were marked."""

    name: str
    article: Article
    marks: tuple[MarkedSetting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Questions about one article, with their right answers.

    Attributes:
        name: The article's.
        asked: The questions.
        right: For each statement 0 for nothing, 1 + index of a value, -1 where nobody
            marked it. Shape ``(statements,)``.
    """

    name: str
    asked: Questions
    right: np.ndarray


def marked_articles(data: Path, articles: Iterable[GoldArticle]) -> Iterator[MarkedArticle]:
    """Yield those of some articles whose settings were marked, with their days of publication.

    Args:
        data: The shared data folder.
        articles: PolNeAR's train articles, and those that networks have marked.
    """
    days, marked = dict(published_days(data)), marked_settings()
    for one in articles:
        if one.name in marked:
            day = days.get(one.name) or one.name.split("_")[1]
            article = Article(text=one.text, published=datetime.date.fromisoformat(day))
            yield MarkedArticle(name=one.name, article=article, marks=marked[one.name])


def lessons(
    articles: Iterable[MarkedArticle], reader_of: Callable[[str], Reader], words: ChannelWords
) -> Iterator[Lesson]:
    """Yield lessons about channels.

    Args:
        articles: Marked ones.
        reader_of: Gives a reader whose network has not learned from an article of that name.
        words: What may tell a channel.
    """
    for one in articles:
        told = reader_of(one.name).narrate(one.article)
        narration = told.narration
        marks = [_mark_of(statement, one.marks) for statement in narration.statements]
        if any(marks):
            ways = how.settings(narration, names=told.names)
            evidence = ChannelEvidence(narration, ways, told.network, words)
            asked, _ = evidence.questions(range(len(ways)))
            right = [_right(mark, asked.values) for mark in marks]
            yield Lesson(name=one.name, asked=asked, right=np.array(right))


def channel_shares(
    articles: Iterable[MarkedArticle], reader: Reader
) -> dict[str, dict[ChannelKind, float]]:
    """Return how often words, one or two, tell each channel, where they stand in the narration."""
    seen: Counter[str] = Counter()
    telling: dict[str, Counter[ChannelKind]] = defaultdict(Counter)
    in_articles: dict[str, set[str]] = defaultdict(set)
    for one in articles:
        spans = {(m.channel_words, m.channel) for m in one.marks if m.channel and m.channel_words}
        for span, words in words_outside(reader.narrate(one.article).narration):
            if words.split()[0] in _STOP or words.split()[-1] in _STOP:
                continue
            seen[words] += 1
            for told, kind in spans:
                if told is not None and kind is not None and span in told:
                    telling[words][kind] += 1
                    in_articles[words].add(one.name)
                    break
    return {
        words: {
            kind: round(times / seen[words], 4)
            for kind, times in sorted(kinds.items())
            if times >= _LEAST_SHARE * kinds.total()
        }
        for words, kinds in sorted(telling.items())
        if len(in_articles[words]) >= _LEAST_ARTICLES
        and kinds.total() >= _LEAST_SHARE * seen[words]
    }


def fit_passages(taught: Sequence[Lesson], *, least: float) -> dict[str, object]:
    """Return the learned weights as a card.

    Args:
        taught: What to learn from.
        least: Least probability for something to be told.
    """
    first = _fitted(taught, seed=0)
    second = _fitted(list(_with_folds(taught)), seed=1)
    return {"least": least, "first": _card(first), "second": _card(second)}


def _with_folds(taught: Sequence[Lesson]) -> Iterator[Lesson]:
    """Yield the lessons with what networks say that did not learn from them."""
    for fold in range(_FOLDS):
        others = [lesson for lesson in taught if _fold(lesson.name) != fold]
        layers = _layers(_fitted(others, seed=0))
        for lesson in taught:
            if _fold(lesson.name) == fold:
                chances, _ = answered(layers, lesson.asked)
                yield replace(lesson, asked=again(lesson.asked, chances))


def _fold(name: str) -> int:
    return zlib.crc32(name.encode()) // 7 % _FOLDS


class _Net(nn.Module):
    """Scores of pairs and of nothing, one hidden layer each."""

    def __init__(self, pairs: int, none: int) -> None:
        super().__init__()
        self.hidden = nn.ModuleList(
            nn.Linear(size, units) for size, units in zip((pairs, none), _UNITS, strict=True)
        )
        self.out = nn.ModuleList(nn.Linear(units, 1) for units in _UNITS)
        self.dropout = nn.Dropout(0.1)

    def score(self, which: int, rows: torch.Tensor) -> torch.Tensor:
        units = functional.gelu(self.hidden[which](rows), approximate="tanh")
        return self.out[which](self.dropout(units) if which == 0 else units)[:, 0]


def _fitted(taught: Sequence[Lesson], *, seed: int) -> _Net:
    torch.manual_seed(seed)
    chance = random.Random(seed)
    # An article without a telling has no features of pairs.
    pairs = max(lesson.asked.pairs.shape[1] for lesson in taught)
    net = _Net(pairs, taught[0].asked.none.shape[1])
    optimizer = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=1e-3)
    order = list(taught)
    steps, total = 0, _EPOCHS * (len(order) // _TOGETHER + 1)
    for _ in range(_EPOCHS):
        chance.shuffle(order)
        for at in range(0, len(order), _TOGETHER):
            for group in optimizer.param_groups:
                group["lr"] = _RATE * max(0.0, 1 - steps / total)
            steps += 1
            loss = _loss(net, order[at : at + _TOGETHER])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return net.eval()


def _loss(net: _Net, some: Sequence[Lesson]) -> torch.Tensor:
    losses = []
    for lesson in some:
        asked = lesson.asked
        known = torch.from_numpy(np.flatnonzero(lesson.right != _UNMARKED))
        scores = _scores(net, asked)[known]
        right = torch.from_numpy(_possible(lesson))[known]
        losses.append(functional.cross_entropy(scores, right, reduction="sum"))
    return torch.stack(losses).sum() / sum(int((one.right != _UNMARKED).sum()) for one in some)


def _scores(net: _Net, asked: Questions) -> torch.Tensor:
    none = net.score(1, torch.from_numpy(asked.none))
    width = 1 + len(asked.values)
    if not len(asked.pairs):
        return torch.cat([none[:, None], torch.full((len(none), width - 1), -1e4)], dim=1)
    flat = torch.from_numpy(asked.asking * width + 1 + asked.value)
    scores = net.score(0, torch.from_numpy(asked.pairs))
    size = len(none) * width
    most = torch.full((size,), -1e4).scatter_reduce(0, flat, scores.detach(), "amax")
    total = torch.zeros(size).scatter_add(0, flat, torch.exp(scores - most[flat]))
    summed = torch.where(total > 0, torch.log(total.clamp_min(1e-9)) + most, torch.tensor(-1e4))
    return torch.cat([none[:, None], summed.view(len(none), width)[:, 1:]], dim=1)


def _possible(lesson: Lesson) -> np.ndarray:
    """Return the right answers; nothing where no telling of the right value was found."""
    told = set(zip(lesson.asked.asking.tolist(), lesson.asked.value.tolist(), strict=True))
    return np.array(
        [
            value if value <= 0 or (number, value - 1) in told else 0
            for number, value in enumerate(lesson.right.tolist())
        ]
    )


def _mark_of(statement: Statement, marks: Sequence[MarkedSetting]) -> MarkedSetting | None:
    cue = statement.cue[0].start if statement.cue else None
    near = (one for one in marks if one.cue == cue or one.content == statement.content[0].start)
    return next(near, None) if statement.parent is None else None


def _right(mark: MarkedSetting | None, values: Sequence[str]) -> int:
    if mark is None:
        return _UNMARKED
    return 0 if mark.channel is None else 1 + values.index(mark.channel)


def _layers(net: _Net) -> tuple[Layers, Layers]:
    card = _card(net)
    return Layers.of(card["pairs"]), Layers.of(card["none"])


def _card(net: _Net) -> dict[str, Mapping[str, object]]:
    return {
        name: {
            "hidden": _rounded(hidden.weight.T),
            "shift": _rounded(hidden.bias),
            "out": _rounded(out.weight[0]),
            "bias": round(float(out.bias.detach()), 4),
        }
        for name, hidden, out in zip(("pairs", "none"), net.hidden, net.out, strict=True)
    }


def _rounded(tensor: torch.Tensor) -> object:
    return np.round(tensor.detach().double().numpy(), 4).tolist()
