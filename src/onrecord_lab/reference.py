"""The learned weights of the evidence for who is meant: ``resolve/who/scorer.json``.

Questions come from GUM's chains, where a person marked who is meant, and from news in
which surnames were made pronouns, so that who is meant is known. The product's own
rooms read the texts and gather the evidence; only the weights are learned here.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch.nn import functional

from onrecord import extract
from onrecord.resolve.who.candidates import FEATURES, Asked, Scene, candidates, evidence
from onrecord.resolve.who.entities import Cast, Entity
from onrecord.resolve.who.mention import PERSONAL, Mention, mention_of
from onrecord.resolve.who.scenes import scene_of
from onrecord.tagger import Tagger, Tagging
from onrecord.types import Article, MadeBy, Span, Statement
from onrecord_lab.annotated import Annotated, varied
from onrecord_lab.corpora import Corpora

_MADE_BY = MadeBy(onrecord="lab", weights="lab")
_UNNAMED = 3
# How often the news are gone through, each time with other names made pronouns.
_ROUNDS = 2
# Half of the names with a title become a role, so that both kinds are learned.
_ROLES = 0.5
_L2 = 1e-3
_STEPS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One mention with the evidence for its candidates.

    Attributes:
        rows: Shape ``(candidates, len(FEATURES))``.
        right: Which candidates are right; the last is none of them. Shape
            ``(candidates + 1,)``.
        nearest: The candidate named last before; -1 for none.
        spoke_last: The candidate who spoke last; -1 for none.
        is_pronoun: Else it is a role.
        origin: ``gum`` or ``news``.
    """

    rows: np.ndarray
    right: np.ndarray
    nearest: int
    spoke_last: int
    is_pronoun: bool
    origin: str


def from_news(
    articles: Sequence[Annotated], tagger: Tagger, chance: random.Random
) -> Iterator[Question]:
    """Yield questions from news in which surnames were made pronouns."""
    for one in articles:
        if one.maskable:
            masked = varied(replace(one, acts=()), chance, as_role=_ROLES)
            yield from _news_questions(masked, tagger)


def from_gum_questions(articles: Sequence[Annotated], tagger: Tagger) -> Iterator[Question]:
    """Yield questions from GUM's pronouns and definite descriptions."""
    for one in articles:
        spans = sorted({r.span for r in one.references} | set(one.candidates))
        read = _read(one, tagger, spans)
        for reference in one.references:
            mention = read.mention(reference.span)
            if mention.words in PERSONAL or (mention.is_definite and mention.head is None):
                yield read.question(mention, (), (), reference.to, one.candidates, "gum")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text as the product sees it."""

    article: Article
    tagging: Tagging
    cast: Cast
    scene: Scene

    def mention(self, span: Span) -> Mention:
        inside = [name for name in self.cast.spans if name in span]
        return mention_of(self.article.text, span, self.cast, inside)

    def whose(self, spans: Sequence[Span]) -> set[Entity]:
        """Return the entities that some spans name."""
        found = set()
        for span in spans:
            for name in self.cast.spans:
                if name.start < span.end and span.start < name.end:
                    entity = self.cast.at(name)
                    if entity is not None:
                        found.add(entity)
        return found

    def question(
        self,
        mention: Mention,
        contents: tuple[Span, ...],
        speakers: tuple[tuple[Entity, int], ...],
        to: Sequence[Span],
        nominal: Sequence[Span],
        origin: str,
    ) -> Question:
        asked = Asked(
            mention=mention, place=mention.span.start, contents=contents, speakers=speakers
        )
        spoken = self._unnamed(nominal, mention.span)
        among = candidates(asked, self.scene, spoken)
        wanted = self.whose([span for span in to if span in set(self.cast.spans)])
        right = np.array(
            [e in wanted or (e.kind is None and e.spans[0] in to) for e in among] + [False]
        )
        right[-1] = not right.any()
        before = [
            max((s.start for s in e.spans if s.end <= asked.place), default=-1) for e in among
        ]
        last = speakers[0][0] if speakers else None
        return Question(
            rows=evidence(asked, self.scene, among),
            right=right,
            nearest=int(np.argmax(before)) if before and max(before) >= 0 else -1,
            spoke_last=among.index(last) if last in among else -1,
            is_pronoun=mention.is_pronoun,
            origin=origin,
        )

    def _unnamed(self, nominal: Sequence[Span], before: Span) -> list[Entity]:
        """Return the last descriptions without a name, as if they had spoken."""
        names = set(self.cast.spans)
        near = [s for s in nominal if s.end <= before.start and s not in names][-_UNNAMED:]
        found = []
        for span in reversed(near):
            phrase = self.scene.phrase_of(span)
            entity = Entity(kind=None, spans=[span])
            if phrase is not None:
                entity.phrases = [phrase]
                entity.pronouns = self.tagging.phrases.pronouns[phrase]
            found.append(entity)
        return found


def _read(one: Annotated, tagger: Tagger, also: Sequence[Span]) -> _Reading:
    article = Article(text=one.text)
    tagging = tagger.tag(one.text, article.body, also)
    cast = Cast(one.text, tagging.names, tagging.remarks, tagging.phrases)
    return _Reading(article, tagging, cast, scene_of(article, tagging, cast))


def _news_questions(masked: Annotated, tagger: Tagger) -> Iterator[Question]:
    read = _read(masked, tagger, [r.span for r in masked.references])
    to_of = {r.span: r.to for r in masked.references}
    found = extract.statements(read.article, read.tagging, _MADE_BY)
    speakers: list[tuple[Entity, int]] = []
    for statement in found:
        if not statement.source or statement.parent is not None:
            continue
        source = statement.source[0]
        to = to_of.get(source)
        if to is not None:
            mention = read.mention(source)
            whose = read.whose(to)
            if whose and mention.head is None:
                yield read.question(mention, statement.content, tuple(speakers), to, (), "news")
            speaker = next(iter(whose), None)
        else:
            speaker = _named(read, statement)
        if speaker is not None:
            speakers.insert(0, (speaker, source.start))


def _named(read: _Reading, statement: Statement) -> Entity | None:
    return read.mention(statement.source[0]).head


def fit_scorer(corpora: Corpora, tagger: Tagger) -> dict[str, dict[str, object]]:
    """Return the card of the product's scorer, learned from all corpora but dev.

    Args:
        corpora: Annotated articles.
        tagger: The network that ships.
    """
    chance = random.Random(5)
    questions = [
        *(q for _ in range(_ROUNDS) for q in from_news(corpora.news, tagger, chance)),
        *from_gum_questions(corpora.gum, tagger),
    ]
    return {
        kind: fit([q for q in questions if q.is_pronoun is (kind == "pronoun")])
        for kind in ("pronoun", "role")
    }


def fit(questions: Sequence[Question]) -> dict[str, object]:
    """Return weights for one kind of mention as the product's card holds them.

    Args:
        questions: Of that kind.
    """
    weights = torch.zeros(len(FEATURES), requires_grad=True)
    none = torch.zeros(1, requires_grad=True)
    prepared = [
        (torch.from_numpy(q.rows), torch.from_numpy(q.right)) for q in questions if len(q.rows)
    ]
    optimizer = torch.optim.LBFGS([weights, none], max_iter=_STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        total = torch.zeros(())
        for rows, right in prepared:
            scores = torch.cat([rows @ weights, none])
            total = total + torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0)
        mean = total / len(prepared) + _L2 * (weights**2).sum()
        mean.backward()
        return mean

    optimizer.step(loss)
    chances, hits = _outcomes(questions, weights.detach().numpy(), float(none))
    slope, offset = _line(chances, hits)
    return {
        "weights": {
            name: round(float(w), 4)
            for name, w in zip(FEATURES, weights.detach().tolist(), strict=True)
        },
        "none": round(float(none), 4),
        "slope": slope,
        "offset": offset,
    }


def accuracy(questions: Sequence[Question], card: dict[str, object]) -> dict[str, float]:
    """Return how often the choice is right, and how often two simple ones are.

    Only questions whose answer is among the candidates count.
    """
    asked = [q for q in questions if not q.right[-1]]
    weights = np.array([card["weights"][name] for name in FEATURES])  # type: ignore[index]
    _, hits = _outcomes(asked, weights, float(str(card["none"])))
    return {
        "questions": len(asked),
        "learned": float(np.mean(hits)),
        "nearest name": float(np.mean([q.nearest >= 0 and q.right[q.nearest] for q in asked])),
        "last speaker": float(
            np.mean([q.spoke_last >= 0 and q.right[q.spoke_last] for q in asked])
        ),
    }


def _outcomes(
    questions: Sequence[Question], weights: np.ndarray, none: float
) -> tuple[np.ndarray, np.ndarray]:
    chances, hits = [], []
    for question in questions:
        scores = np.append(question.rows @ weights, none)
        odds = np.exp(scores - scores.max())
        best = int(odds.argmax())
        chances.append(odds[best] / odds.sum())
        hits.append(bool(question.right[best]))
    return np.array(chances), np.array(hits)


def _line(chances: np.ndarray, hits: np.ndarray) -> tuple[float, float]:
    """Return the calibration's slope and offset (Platt 1999)."""
    within = np.clip(chances, 1e-4, 1 - 1e-4)
    odds = torch.from_numpy(np.log(within / (1 - within))).float()
    right = torch.from_numpy(hits).float()
    line = torch.tensor([1.0, 0.0], requires_grad=True)
    optimizer = torch.optim.LBFGS([line], max_iter=100)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = functional.binary_cross_entropy_with_logits(line[0] * odds + line[1], right)
        value.backward()
        return value

    optimizer.step(loss)
    return round(float(line[0]), 4), round(float(line[1]), 4)
