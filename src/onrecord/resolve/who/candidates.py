"""Who may be meant by a pronoun or a role: the candidates, and the evidence for each.

One row of numbers a candidate; a learned linear scorer weighs them
(`onrecord.resolve.who.scorer`). What the network thinks of the two phrases is one
number among them; the others are the discourse: who spoke last, who was named
where and how often, whose title the role repeats.
"""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.mention import PERSONAL, Mention
from onrecord.tagger import NameKind, Phrases, Pronoun, Referent
from onrecord.tagger.details import PRONOUNS, REFERENTS, softmax
from onrecord.types import Span

FEATURES = (
    "fit",  # log-probability by the network among the candidates
    "pronoun",  # log-probability that the pronoun is theirs
    "kind",  # log-probability that the phrase refers to what they are
    "spoke_last",
    "spoke_last_here",  # in the same paragraph
    "spoke_before",  # the last but one
    "same_sentence",
    "same_paragraph",
    "paragraph_before",
    "distance",  # log of paragraphs between
    "rank",  # log of how many others were named since
    "count",  # log of how often named before
    "opens_sentence",
    "only_quoted",  # last named inside a quotation, asked for outside one
    "inside_content",
    "title",  # part of the role's words found in their titles
    "title_exact",  # a title ends in just these words, and is not "vice" or "former"
    "title_other",  # they have titles, none of which has any of these words
    "only_after",
    "is_person",
    "is_named",
)
# Mentions of a candidate that are looked at, before and after the place asked from.
_BACK, _AHEAD = 4, 1
# Candidates last named farther back than this many names are left out.
_NAMES_BACK, _NAMES_AHEAD = 60, 6
_FLOOR = 1e-4
# Nobody whose "he" or "she" is as sure as this is "it" or "they".
_ONE = 0.8
# "that Moore": a content that opens with a name.
_OPENING = len("“that ")
_PERSON = frozenset([NameKind.PERSON])
_NAMED = frozenset([NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE])
_LESSER = frozenset(["vice", "deputy", "former", "ex", "assistant", "acting", "late", "first"])
_SMALL_WORDS = frozenset(["the", "a", "an", "of", "for", "and", "in", "at", "to", "his", "her"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the evidence is taken from: one article as read.

    Attributes:
        text: The article's text.
        phrases: The network's.
        phrase_at: Index of each phrase by its start.
        name_spans: All names that count, in order, and whose they are.
        sentences: Where sentences start, in order.
        paragraphs: Where paragraphs start, in order.
        quotations: Where quotations start and end, alternating, in order.
    """

    text: str
    phrases: Phrases
    name_spans: Sequence[Span]
    name_entities: Sequence[Entity]
    sentences: Sequence[int]
    paragraphs: Sequence[int]
    quotations: Sequence[int]

    def paragraph_of(self, place: int) -> int:
        """Return the number of a place's paragraph."""
        return bisect.bisect_right(self.paragraphs, place) - 1

    def sentence_of(self, place: int) -> int:
        """Return the number of a place's sentence."""
        return bisect.bisect_right(self.sentences, place) - 1

    def is_quoted(self, place: int) -> bool:
        """Say whether a place is inside quotation marks."""
        return bisect.bisect_right(self.quotations, place) % 2 == 1

    def phrase_of(self, span: Span) -> int | None:
        """Return the index of the phrase that a span is, or that overlaps it from its start."""
        spans = self.phrases.spans
        at = bisect.bisect_left(spans, span.start, key=lambda s: s.start)
        best = None
        for index in range(max(0, at - 2), min(len(spans), at + 3)):
            other = spans[index]
            if other == span:
                return index
            if other.start < span.end and span.start < other.end and best is None:
                best = index
        return best


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question: whom does this mention mean?

    Attributes:
        mention: The words.
        place: Where it stands.
        contents: The statement's contents.
        speakers: Who spoke the statements before, the last first, with where.
        myself: In whose own words the mention stands, word for word: there they are "I".
    """

    mention: Mention
    place: int
    contents: tuple[Span, ...]
    speakers: tuple[tuple[Entity, int], ...]
    myself: Entity | None = None


def candidates(asked: Asked, scene: Scene, spoken: Sequence[Entity]) -> list[Entity]:
    """Return who may be meant: those named nearby and those who spoke without a name.

    Args:
        asked: The question.
        scene: The article.
        spoken: Speakers without a name so far, the last first.
    """
    at = bisect.bisect_left(scene.name_spans, asked.place, key=lambda s: s.start)
    near = scene.name_entities[max(0, at - _NAMES_BACK) : at + _NAMES_AHEAD]
    inside: set[Entity | None] = {entity for _, entity in asked.mention.others}
    pronoun = PERSONAL.get(asked.mention.words)
    if pronoun is not None:
        inside.add(asked.myself)
    is_one = pronoun in (Pronoun.HE, Pronoun.SHE)
    eligible = _PERSON if is_one else _NAMED  # no body is a "she"
    if is_one:
        inside.add(_told_of(asked, scene))
    # Bodies whose names the network did not find have spoken, at least.
    known = dict.fromkeys([*reversed(near), *(speaker for speaker, _ in asked.speakers)])
    named = [e for e in known if e.kind in eligible and e not in inside]
    if pronoun in (Pronoun.IT, Pronoun.THEY):
        named = [e for e in named if not _is_somebody(e, scene.text)]
    return [*named, *(e for e in spoken[:3] if e.kind is None)]


def _is_somebody(entity: Entity, text: str) -> bool:
    """Say whether a name is surely one person's, who is neither "it" nor "they"."""
    is_full = entity.full is not None and " " in text[entity.full.start : entity.full.end]
    one = max(entity.pronouns[PRONOUNS.index(p)] for p in (Pronoun.HE, Pronoun.SHE))
    return entity.is_person and (is_full or one >= _ONE)


def _told_of(asked: Asked, scene: Scene) -> Entity | None:
    """Return whom a statement opens with, not in a quotation: "She said *Moore* took her home".

    Nobody tells of themselves so, though farther on their name may stand again.
    """
    if not asked.contents:
        return None
    start = asked.contents[0].start
    at = bisect.bisect_left(scene.name_spans, start, key=lambda s: s.start)
    names = scene.name_spans[at : at + 1]
    is_opening = any(one.start <= start + _OPENING for one in names)
    return scene.name_entities[at] if is_opening and not scene.is_quoted(names[0].start) else None


def evidence(asked: Asked, scene: Scene, among: Sequence[Entity]) -> np.ndarray:
    """Return the evidence for each candidate. Shape ``(candidates, len(FEATURES))``."""
    rows = np.zeros((len(among), len(FEATURES)), dtype=np.float32)
    if not len(among):
        return rows
    phrase = scene.phrase_of(asked.mention.span)
    rows[:, 0] = _fits(phrase, scene, among)
    here = _Here(asked, scene)
    last = [_last_before(entity, asked.place) for entity in among]
    starts = [span.start if span else -1 for span in last]
    order = sorted(range(len(among)), key=lambda i: -starts[i])
    rank = {index: number for number, index in enumerate(order)}
    for row, entity, before, number in zip(rows, among, last, range(len(among)), strict=True):
        row[1] = _pronoun(phrase, asked.mention, scene, entity)
        row[2] = _kind(phrase, scene, entity)
        row[3:6] = here.spoke(entity)
        row[6:14] = here.distance(entity, before, rank[number])
        row[14] = any(s in c for s in entity.spans[-8:] for c in asked.contents)
        row[15:18] = title_match(asked.mention, scene.text, entity)
        row[18] = before is None
        row[19:21] = entity.is_person, entity.kind is not None
    return rows


class _Here:
    """The place asked from, against which candidates are measured."""

    def __init__(self, asked: Asked, scene: Scene) -> None:
        self._asked, self._scene = asked, scene
        self._paragraph = scene.paragraph_of(asked.place)
        self._sentence = scene.sentence_of(asked.place)
        self._is_quoted = scene.is_quoted(asked.place)

    def spoke(self, entity: Entity) -> tuple[bool, bool, bool]:
        speakers = self._asked.speakers
        if not speakers:
            return False, False, False
        is_last = speakers[0][0] is entity
        is_here = is_last and self._scene.paragraph_of(speakers[0][1]) == self._paragraph
        is_before = len(speakers) > 1 and speakers[1][0] is entity
        return is_last, is_here, is_before

    def distance(self, entity: Entity, before: Span | None, rank: int) -> tuple[float, ...]:
        scene = self._scene
        count = float(
            np.log1p(
                bisect.bisect_left(entity.spans, Span(self._asked.place, self._asked.place + 1))
            )
        )
        if before is None:
            return (0, 0, 0, 3.0, float(np.log1p(rank)), count, 0, 0)
        far = self._paragraph - scene.paragraph_of(before.start)
        sentence = scene.sentence_of(before.start)
        opening = before.start - scene.sentences[sentence] if sentence >= 0 else 99
        return (
            sentence == self._sentence,
            far == 0,
            far == 1,
            float(np.log1p(max(0, far))),
            float(np.log1p(rank)),
            count,
            opening <= 30,
            scene.is_quoted(before.start) and not self._is_quoted,
        )


def _last_before(entity: Entity, place: int) -> Span | None:
    at = bisect.bisect_left(entity.spans, place, key=lambda s: s.end)
    return entity.spans[at - 1] if at else None


def _fits(phrase: int | None, scene: Scene, among: Sequence[Entity]) -> np.ndarray:
    """Return the network's log-probability of each candidate."""
    if phrase is None:
        return np.full(len(among), -float(np.log(len(among))))
    chosen: list[tuple[int, int]] = []
    for number, entity in enumerate(among):
        at = bisect.bisect_left(entity.phrases, phrase)
        near = entity.phrases[max(0, at - _BACK) : at + _AHEAD]
        chosen.extend((index, number) for index in near if index != phrase)
    if not chosen:
        return np.full(len(among), -float(np.log(len(among))))
    chosen.sort()
    scores = scene.phrases.fits(phrase, [index for index, _ in chosen])
    chances = softmax(scores)
    total = np.full(len(among), _FLOOR)
    for (_, number), chance in zip(chosen, chances, strict=True):
        total[number] += chance
    return np.asarray(np.log(total))


def _pronoun(phrase: int | None, mention: Mention, scene: Scene, entity: Entity) -> float:
    fits = entity.pronouns
    word = PERSONAL.get(mention.words)
    if word is not None:
        # "They" is said of anybody whose pronoun is not known, and of bodies.
        if word is Pronoun.THEY:
            return 0.0
        return float(np.log(fits[PRONOUNS.index(word)] + 0.01))
    if phrase is None:
        return 0.0
    return float(np.log(scene.phrases.pronouns[phrase] @ fits + 0.01))


def _kind(phrase: int | None, scene: Scene, entity: Entity) -> float:
    if entity.kind is None or phrase is None:
        return 0.0
    referents = scene.phrases.referents[phrase]
    kind = {
        NameKind.PERSON: Referent.PERSON,
        NameKind.ORGANISATION: Referent.ORGANISATION,
        NameKind.PLACE: Referent.PLACE,
    }.get(entity.kind)
    return 0.0 if kind is None else float(np.log(referents[REFERENTS.index(kind)] + 0.01))


def title_match(mention: Mention, text: str, entity: Entity) -> tuple[float, bool, bool]:
    """Return how a role fits somebody's titles.

    Args:
        mention: The role.
        text: The article's text.
        entity: Who may be meant.

    Returns:
        The part of the role's words found in a title, whether a title ends in
        just these words, and whether no title has any of them.
    """
    titles = [text[t.start : t.end].lower() for t in entity.titles[:12]]
    titles += [role.lower() for role in entity.roles]
    if entity.kind is NameKind.ORGANISATION and entity.full is not None:
        # "The commission" is the National Telecommunications Commission.
        titles.append(text[entity.full.start : entity.full.end].lower())
    wanted = [word for word in mention.words.split() if word not in _SMALL_WORDS]
    if mention.is_pronoun or not titles or not wanted:
        return 0.0, False, False
    parts = [title.replace("-", " ").split() for title in titles]
    best = max(len(set(wanted) & set(part)) / len(wanted) for part in parts)
    is_exact = any(_ends_in(part, wanted) for part in parts)
    return best, is_exact, best == 0


def _ends_in(title: Sequence[str], wanted: Sequence[str]) -> bool:
    """Say whether a title, up to its "of", ends in some words, with no "vice" before them."""
    cut = next((i for i, word in enumerate(title) if word in ("of", "for", "at", "in")), len(title))
    head, size = list(title[:cut]), len(wanted)
    return head[-size:] == list(wanted) and not _LESSER & set(head[:-size])
