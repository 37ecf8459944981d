"""The speaker of each statement: the name that heads its source, or whom it refers to."""

import bisect
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from onrecord.layout import paragraphs, quotations
from onrecord.resolve.labels import LABEL_ENDS
from onrecord.resolve.who.beside import (
    antecedent,
    apposed,
    described_as,
    marked_name,
    with_initials,
)
from onrecord.resolve.who.bodies import (
    BUSINESSES,
    INSTITUTIONS,
    ONE_BODY,
    is_demonym,
    is_of_a_nation,
)
from onrecord.resolve.who.candidates import Asked, Scene, candidates, evidence
from onrecord.resolve.who.entities import Cast, Entity, make_body
from onrecord.resolve.who.forms import Form
from onrecord.resolve.who.knowledge import Knowledge
from onrecord.resolve.who.known import People
from onrecord.resolve.who.mention import (
    FIRST,
    PERSONAL,
    RELATIVE,
    Mention,
    mention_of,
    without_determiner,
)
from onrecord.resolve.who.passage import is_contradicted, only_one_here, speaker_here
from onrecord.resolve.who.scorer import Scorer
from onrecord.resolve.who.sources import head_word, is_withheld, type_of
from onrecord.resolve.who.titles import (
    around,
    owner_of,
    role_of,
    spoken_for,
    standing_of,
    title_of,
)
from onrecord.tagger import Name, NameKind, Referent, Tagging
from onrecord.tagger.details import REFERENTS
from onrecord.types import Article, Kind, MentionKind, SourceType, Span, Speaker, Statement

_SENTENCE = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]*[A-Z0-9])")
_TYPES = {
    NameKind.PERSON: SourceType.NAMED_PERSON,
    NameKind.ORGANISATION: SourceType.NAMED_ORGANISATION,
    NameKind.PLACE: SourceType.NAMED_ORGANISATION,
    NameKind.WORK: SourceType.DOCUMENT,
    NameKind.GROUP: SourceType.UNNAMED_GROUP,
}
# A choice less likely than this is no answer.
_LEAST_CHANCE = 0.35
_LONGEST_BODY = 7
_COLONS = frozenset([":", "-", "\u2013", "\u2014"])
_ANSWER = "A"
_LABELLED = 0.8
_APPOSED = 0.85
_BY_PASSAGE = 0.6
_PERSONS = (SourceType.UNNAMED_PERSON, SourceType.ANONYMOUS)
_WRITTEN = 0.6
_NICKNAME = re.compile(
    r"\b(?:go(?:es|ing)? by|known (?:only |simply |locally )?as|nicknamed|"
    r"identified (?:only |himself |herself )?as|gave (?:his|her|their) name (?:only )?as)"
    r" (?:the (?:nick)?name )?"
    r"[\"\u201c'\u2018]?(?P<name>[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,2})"
)
# "Gazeta Prawna", "Domain.com": each word with a capital, small ones between.
_CAPITALISED = re.compile(
    r"[A-Z\u00c0-\u00de][\w.&'\u2019-]*(?: (?:(?:of|de|the|and|for|von|van|bin|al) )?"
    r"[A-Z\u00c0-\u00de][\w.&'\u2019-]*){0,5}"
)
# Names at an interview's beginning, where it says who is interviewed.
_LEAD = 12
_SEVERAL = frozenset(["they", "them", "their"])
# Several unnamed people, mostly, where "they" is nobody that the article names.
_THEY = 0.5
_ONE = frozenset(["one", "another", "someone", "somebody", "anyone"])
# A quotation without a source after one with it, in the same paragraph: eight in ten
# go on with the same speaker.
_SILENT = 0.75
# What may stand between a name and its "who".
_APART = " ,\u2014\u2013-\n"
# Characters before "who" in which the noun stands that it belongs to.
_BEFORE_WHO = 30
# Speakers farther back than this many statements are no evidence.
_SPEAKERS_BACK = 4


@dataclass(frozen=True, slots=True)
class _Found:
    """Who one statement's speaker is, before it is told in places."""

    entity: Entity | None
    type: SourceType | None
    mention: MentionKind
    confidence: float
    words: Mention | None = None


@dataclass(slots=True)
class _Told:
    """What is known so far, going through the article."""

    speakers: list[tuple[Entity, int]] = field(default_factory=list)
    unnamed: list[Entity] = field(default_factory=list)
    types: dict[Entity, SourceType | None] = field(default_factory=dict)
    roles: dict[Entity, Span] = field(default_factory=dict)
    bodies: dict[str, Entity] = field(default_factory=dict)
    by_id: dict[str, _Found] = field(default_factory=dict)


def with_speakers(
    article: Article,
    statements: Sequence[Statement],
    tagging: Tagging,
    scorer: Scorer,
    people: People | None = None,
) -> tuple[Statement, ...]:
    """Return the statements, each with its speaker.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
        tagging: What the network said of its text.
        scorer: The learned weights of the evidence.
        people: Who is known beforehand.
    """
    if not statements:
        return ()
    return tuple(_Resolver(article, tagging, scorer, people).speakers(statements))


class _Resolver:
    """One article's cast and scene, and the way through its statements."""

    def __init__(
        self, article: Article, tagging: Tagging, scorer: Scorer, people: People | None
    ) -> None:
        self._article, self._text = article, article.text
        self._tagging, self._scorer = tagging, scorer
        self._cast = Cast(article.text, tagging.names, tagging.remarks, tagging.phrases)
        self._name_starts = [name.span.start for name in tagging.names]
        self._scene = scene_of(article, tagging, self._cast)
        self._known = Knowledge(article, self._cast, people)
        self._told = _Told()

    def speakers(self, statements: Sequence[Statement]) -> list[Statement]:
        """Return the statements with their speakers, in order."""
        resolved = []
        self._learn_titles(statements)
        for statement in statements:
            found = self._found(statement)
            self._told.by_id[statement.id] = found
            if statement.parent is None and found.entity is not None:
                place = (
                    statement.source[0].start if statement.source else statement.content[0].start
                )
                self._told.speakers.insert(0, (found.entity, place))
                del self._told.speakers[_SPEAKERS_BACK:]
            resolved.append(replace(statement, speaker=self._speaker(found)))
        return resolved

    def _learn_titles(self, statements: Sequence[Statement]) -> None:
        """Give each person the roles that the sources themselves hold."""
        for statement in statements:
            for source in statement.source[:1]:
                mention = mention_of(self._text, source, self._cast, self._names_in(source))
                if mention.head is not None and mention.head.is_person:
                    self._learn_title(mention.head, mention)

    def _learn_title(self, person: Entity, mention: Mention) -> None:
        told = list(person.titles)
        for span in around(self._text, mention):
            # Beside what the network takes for a title only what holds it: "WHO
            # director-general", not "a report last year, Dave Lewis".
            if not told or any(s.start < span.end and span.start < s.end for s in told):
                person.titles.append(span)
        make_body(self._text, person)

    def _found(self, statement: Statement) -> _Found:
        if not statement.source:
            return self._silent(statement)
        source = statement.source[0]
        mention = mention_of(self._text, source, self._cast, self._names_in(source))
        if _is_one_of_a_people(self._text, mention):
            mention = replace(mention, head=None, name=None, others=())
        if mention.head is not None:
            return self._initials(statement, mention) or self._named(mention)
        if mention.is_pronoun:
            return self._pronoun(statement, mention)
        return (
            self._initials(statement, mention)
            or self._label(statement, mention)
            or self._nicknamed(mention)
            or self._written_as_name(mention)
            or self._role(statement, mention)
        )

    def _pronoun(self, statement: Statement, mention: Mention) -> _Found:
        if mention.words in FIRST:
            return self._first_person(statement, mention)
        if mention.words in RELATIVE:
            return self._relative(mention)
        if mention.words in PERSONAL:
            return self._choice(self._asked(statement, mention), MentionKind.PRONOUN)
        kind = SourceType.UNNAMED_PERSON if mention.words in _ONE else SourceType.UNNAMED_GROUP
        return _Found(self._unnamed(mention, kind), kind, MentionKind.PRONOUN, 0.7, mention)

    def _label(self, statement: Statement, mention: Mention) -> _Found | None:
        """Return whom the label of a transcript's line means."""
        words = self._text[mention.span.start : mention.span.end]
        cue = self._article.words(statement.cue)
        if cue not in _COLONS and not words.isupper():
            return None
        entity = self._interviewed() if words == _ANSWER else self._cast.called(words)
        if entity is None or entity.kind is None:
            return None
        return _Found(entity, _TYPES[entity.kind], MentionKind.PARTIAL_NAME, _LABELLED, mention)

    def _initials(self, statement: Statement, mention: Mention) -> _Found | None:
        """Return whom the initials before a transcript's line mean: "WN:" for Wikinews."""
        words = self._text[mention.span.start : mention.span.end]
        if self._article.words(statement.cue).strip() not in LABEL_ENDS:
            return None
        entity = self._cast.shortened(words)
        if entity is None or entity.kind is None:
            return None
        return _Found(entity, _TYPES[entity.kind], MentionKind.PARTIAL_NAME, _LABELLED, mention)

    def _nicknamed(self, mention: Mention) -> _Found | None:
        """Return one who is known by a nickname: "a homeless man who goes by Shorty"."""
        match = _NICKNAME.search(self._text, mention.span.start, mention.span.end)
        if match is None:
            return None
        span = Span(*match.span("name"))
        entity = self._cast.called(match["name"]) or self._body(span, NameKind.PERSON)
        entity.titles.extend(around(self._text, replace(mention, name=span)))
        return _Found(entity, SourceType.NAMED_PERSON, MentionKind.PARTIAL_NAME, _WRITTEN, mention)

    def _body(self, span: Span, kind: NameKind) -> Entity:
        """Return an entity that no name of the network's names, the same for the same words."""
        words = self._text[span.start : span.end].casefold()
        known = self._told.bodies.get(words)
        if known is None:
            known = self._told.bodies[words] = Entity(kind=kind, full=span)
        known.spans.append(span)
        return known

    def _written_as_name(self, mention: Mention) -> _Found | None:
        """Return a source that nobody took for a name, and that is written as one."""
        span = without_determiner(self._text, mention.span)
        given = with_initials(self._text, span)
        if given is not None:
            body = self._body(given, NameKind.ORGANISATION)
            named = SourceType.NAMED_ORGANISATION
            return _Found(body, named, MentionKind.FULL_NAME, _WRITTEN, mention)
        if (person := marked_name(self._text, span)) is not None:
            body = self._body(person, NameKind.PERSON)
            named = SourceType.NAMED_PERSON
            return _Found(body, named, MentionKind.FULL_NAME, _WRITTEN, mention)
        words = self._text[span.start : span.end]
        opens = span.start in self._scene.sentences or mention.determiner != ""
        is_alone = opens and len(words.split()) == 1
        is_named = ONE_BODY.fullmatch(words) is not None and not is_demonym(words)
        is_body = mention.determiner == "the" and is_named
        if not _CAPITALISED.fullmatch(words) or (is_alone and not is_body):
            return None
        if any(entity.is_person for _, entity in mention.others):
            return None
        phrase = self._scene.phrase_of(mention.span)
        referents = None if phrase is None else self._tagging.phrases.referents[phrase]
        if is_alone or head_word(mention) in INSTITUTIONS or referents is None:
            kind = NameKind.ORGANISATION
        else:
            best = REFERENTS[int(referents.argmax())]
            kind = NameKind.PERSON if best is Referent.PERSON else NameKind.ORGANISATION
        entity = self._cast.abbreviated(words) or self._cast.called(words) or self._body(span, kind)
        if is_alone and entity.is_person:
            entity = self._body(span, kind)
        if entity.kind is None:
            return None
        return _Found(entity, _TYPES[entity.kind], MentionKind.PARTIAL_NAME, _WRITTEN, mention)

    def _interviewed(self) -> Entity | None:
        """Return who answers in an interview of questions and answers: the one named first."""
        named = [e for e in self._scene.name_entities[:_LEAD] if e.is_person]
        people = Counter(
            e for e in named if e.full and " " in self._text[e.full.start : e.full.end]
        )
        return people.most_common(1)[0][0] if people else None

    def _names_in(self, source: Span) -> list[Span]:
        names, starts = self._cast.spans, self._cast.spans
        at = bisect.bisect_left(starts, source.start, key=lambda s: s.start)
        found = []
        while at < len(names) and names[at].start < source.end:
            if names[at].end <= source.end + 2:
                found.append(names[at])
            at += 1
        return found

    def _named(self, mention: Mention) -> _Found:
        entity = self._business(mention) or mention.head
        assert entity is not None and entity.kind is not None and mention.name is not None  # noqa: S101, PT018 - asked before
        form = Form.of(self._text[mention.name.start : mention.name.end])
        full = Form.of(self._text[entity.full.start : entity.full.end]) if entity.full else form
        is_full = len(form.words) > 1 if entity.is_person else len(form.words) == len(full.words)
        kind = MentionKind.FULL_NAME if is_full else MentionKind.PARTIAL_NAME
        return _Found(entity, _TYPES[entity.kind], kind, self._name_chance(mention), mention)

    def _business(self, mention: Mention) -> Entity | None:
        """Return the business that a founder's surname names: "Bramwell, the biscuit maker"."""
        person, name = mention.head, mention.name
        if person is None or name is None or not person.is_person or person.full is None:
            return None
        noun = described_as(self._text, name)
        is_short = len(name) < len(person.full) or person.full == name
        if noun is None or noun.lower() not in BUSINESSES or not is_short:
            return None
        return self._body(name, NameKind.ORGANISATION)

    def _name_chance(self, mention: Mention) -> float:
        span = mention.name
        at = bisect.bisect_left(self._name_starts, span.start) if span else 0
        name = self._tagging.names[at] if at < len(self._tagging.names) else None
        return 0.5 + 0.48 * name.probability if name is not None and name.span == span else 0.7

    def _first_person(self, statement: Statement, mention: Mention) -> _Found:
        """Return who says "I": the speaker of the words around, else the reporter, unnamed."""
        above = self._told.by_id.get(statement.parent or "")
        if above is not None and above.entity is not None:
            return _Found(
                above.entity, above.type, MentionKind.PRONOUN, above.confidence * 0.9, mention
            )
        if self._scene.is_quoted(mention.span.start) and self._told.speakers:
            entity, place = self._told.speakers[0]
            if self._scene.paragraph_of(place) == self._scene.paragraph_of(mention.span.start):
                return _Found(entity, self._type(entity), MentionKind.PRONOUN, 0.6, mention)
        return _Found(None, None, MentionKind.PRONOUN, 0.0, mention)

    def _relative(self, mention: Mention) -> _Found:
        """Return whom "who" stands for: the name just before it, else what stands there."""
        place = mention.span.start
        at = bisect.bisect_left(self._cast.spans, place, key=lambda s: s.start)
        before = self._cast.spans[at - 1] if at else None
        entity = self._cast.at(before) if before is not None else None
        is_next = before is not None and not self._text[before.end : place].strip(_APART)
        if is_next and entity is not None and entity.kind is not None:
            return _Found(entity, _TYPES[entity.kind], MentionKind.PRONOUN, 0.85, mention)
        described = antecedent(self._text, place, self._cast) if mention.words == "who" else None
        if described is not None:
            return _Found(described, SourceType.NAMED_PERSON, MentionKind.PRONOUN, 0.8, mention)
        for other in self._told.unnamed[:3]:
            gap = self._text[other.spans[0].end : place]
            if other.spans[0].end <= place and not gap.strip(_APART):
                return _Found(other, self._type(other), MentionKind.PRONOUN, 0.8, mention)
        words = Span(max(self._sentence(place).start, place - _BEFORE_WHO), place)
        phrase = replace(mention, words=self._text[words.start : words.end].lower(), determiner="")
        kind = type_of(phrase, None)
        return _Found(None, kind, MentionKind.PRONOUN, 0.5 if kind else 0.0, mention)

    def _asked(self, statement: Statement, mention: Mention) -> Asked:
        return Asked(
            mention=mention,
            place=mention.span.start,
            contents=statement.content,
            speakers=tuple(self._told.speakers),
        )

    def _choice(self, asked: Asked, kind: MentionKind) -> _Found:
        among = candidates(asked, self._scene, self._told.unnamed)
        weighing = self._scorer.pronoun if kind is MentionKind.PRONOUN else self._scorer.role
        chances = weighing.chances(evidence(asked, self._scene, among))
        best = int(chances.argmax())
        chance = float(chances[best])
        confidence = weighing.confidence(chance)
        if best == len(among) or chance < _LEAST_CHANCE:
            if asked.mention.words in _SEVERAL:
                return _Found(None, SourceType.UNNAMED_GROUP, kind, _THEY, asked.mention)
            return _Found(
                None, None, kind, confidence if best == len(among) else 0.0, asked.mention
            )
        entity = among[best]
        if kind is MentionKind.PRONOUN:
            meant = speaker_here(asked, self._scene, entity)
            if meant is None or self._type(meant) not in _PERSONS:
                meant = only_one_here(asked, self._scene, entity)
            if meant is not None and meant is not entity:
                return _Found(meant, self._type(meant), kind, _BY_PASSAGE, asked.mention)
        return _Found(entity, self._type(entity), kind, confidence, asked.mention)

    def _type(self, entity: Entity) -> SourceType | None:
        return self._told.types.get(entity) if entity.kind is None else _TYPES[entity.kind]

    def _role(self, statement: Statement, mention: Mention) -> _Found:
        """Return whom a description means: somebody named, or nobody whom the article names."""
        phrase = self._scene.phrase_of(mention.span)
        referents = None if phrase is None else self._tagging.phrases.referents[phrase]
        plain = type_of(mention, referents)
        person = apposed(self._text, mention.span, self._cast, statement.cue)
        if person is not None and plain in (None, SourceType.UNNAMED_PERSON):
            named = SourceType.NAMED_PERSON
            return _Found(person, named, MentionKind.FULL_NAME, _APPOSED, mention)
        sentence = self._sentence(mention.span.start)
        if is_withheld(self._text, mention.span, sentence, statement.content):
            kind = SourceType.ANONYMOUS
            return _Found(self._unnamed(mention, kind), kind, MentionKind.ROLE, 0.85, mention)
        body = self._institution(mention)
        if body is not None:
            return _Found(body, SourceType.NAMED_ORGANISATION, MentionKind.FULL_NAME, 0.8, mention)
        if mention.is_definite and plain is not SourceType.DOCUMENT and not mention.others:
            asked = self._asked(statement, mention)
            meant = self._choice(asked, MentionKind.ROLE)
            is_text = plain is not None and meant.type is SourceType.DOCUMENT
            if meant.entity is not None and not is_text:
                kinds = (plain, meant.type)
                if not is_contradicted(asked, self._scene, meant.entity, kinds):
                    return meant
        chance = 0.6 if referents is None else 0.3 + 0.65 * float(np.max(referents))
        return _Found(
            self._unnamed(mention, plain),
            plain,
            MentionKind.ROLE,
            chance if plain else 0.0,
            mention,
        )

    def _institution(self, mention: Mention) -> Entity | None:
        """Return the body whose name is a description: "the Argentinian government"."""
        is_one_of_many = mention.determiner not in ("", "the")
        if head_word(mention) not in INSTITUTIONS or not mention.others or is_one_of_many:
            return None
        span = role_of(self._text, mention)
        words = self._text[span.start : span.end]
        if len(words.split()) > _LONGEST_BODY or not is_of_a_nation(words):
            return None
        return self._body(span, NameKind.ORGANISATION)

    def _unnamed(self, mention: Mention, kind: SourceType | None) -> Entity:
        entity = Entity(kind=None, spans=[mention.span])
        phrase = self._scene.phrase_of(mention.span)
        if phrase is not None:
            entity.phrases = [phrase]
            entity.pronouns = self._tagging.phrases.pronouns[phrase]
        self._told.types[entity] = kind
        self._told.unnamed.insert(0, entity)
        is_several = type_of(mention, None) is SourceType.UNNAMED_GROUP
        if kind in (SourceType.UNNAMED_PERSON, SourceType.ANONYMOUS) and not is_several:
            self._told.roles[entity] = role_of(self._text, mention)
        return entity

    def _silent(self, statement: Statement) -> _Found:
        """Return the speaker of a quotation without a source: who spoke in its paragraph."""
        place = statement.content[0].start
        if statement.kind is Kind.DIRECT and self._told.speakers and not statement.cue:
            entity, before = self._told.speakers[0]
            if self._scene.paragraph_of(before) == self._scene.paragraph_of(place):
                return _Found(entity, self._type(entity), MentionKind.NONE, _SILENT)
        return _Found(None, None, MentionKind.NONE, 0.0)

    def _sentence(self, place: int) -> Span:
        starts = self._scene.sentences
        at = self._scene.sentence_of(place)
        end = starts[at + 1] if at + 1 < len(starts) else len(self._text)
        return Span(starts[at] if at >= 0 else 0, max(end, place + 1))

    def _speaker(self, found: _Found) -> Speaker:
        entity, words = found.entity, found.words
        title = self._title(found)
        is_known = entity is not None and found.type is not None
        name = entity.full if entity is not None and _is_named(found.type) else None
        if (
            found.type is SourceType.DOCUMENT
            and entity is not None
            and entity.kind is NameKind.WORK
        ):
            name = entity.full
        return Speaker(
            mention=found.mention,
            name=name,
            type=found.type,
            title=title,
            speaks_for=self._spoken_for(title or self._role_words(found), words),
            standing=standing_of(self._text, words, entity)
            if words is not None and is_known
            else (),
            confidence=round(min(1.0, max(0.0, found.confidence)), 4),
            known=self._known.of(entity) if entity is not None else None,
        )

    def _title(self, found: _Found) -> Span | None:
        entity = found.entity
        if entity is None:
            return None
        if entity.is_person:
            return title_of(self._text, entity)
        return self._told.roles.get(entity)

    def _spoken_for(self, role: Span | None, words: Mention | None) -> Span | None:
        found = spoken_for(self._text, role, self._names_near(role))
        return found or (owner_of(self._text, words) if words is not None else None)

    def _role_words(self, found: _Found) -> Span | None:
        is_role = found.mention is MentionKind.ROLE and found.words is not None
        return found.words.span if is_role and found.words is not None else None

    def _names_near(self, role: Span | None) -> list[Name]:
        if role is None:
            return []
        first = bisect.bisect_left(self._name_starts, role.start)
        last = bisect.bisect_left(self._name_starts, role.end)
        return list(self._tagging.names[first:last])


def _is_one_of_a_people(text: str, mention: Mention) -> bool:
    """Say whether a source is "the Spaniard", "the 34-year-old Italian"."""
    is_people = mention.head is not None and mention.head.kind is NameKind.GROUP
    is_last = mention.name is not None and mention.name.end == mention.span.end
    return (
        is_people
        and is_last
        and mention.determiner in {"the", "a", "an"}
        and is_demonym(text[mention.name.start : mention.name.end] if mention.name else "")
    )


def _is_named(kind: SourceType | None) -> bool:
    return kind in (SourceType.NAMED_PERSON, SourceType.NAMED_ORGANISATION)


def scene_of(article: Article, tagging: Tagging, cast: Cast) -> Scene:
    """Return what the evidence for who is meant is taken from."""
    blocks = paragraphs(article.text, article.body)
    starts: list[int] = []
    for block in blocks:
        starts.append(block.start)
        starts.extend(m.end() for m in _SENTENCE.finditer(article.text, block.start, block.end))
    quoted = [edge for q in quotations(article.text, blocks) for edge in (q.span.start, q.span.end)]
    entities = [cast.at(span) for span in cast.spans]
    return Scene(
        text=article.text,
        phrases=tagging.phrases,
        name_spans=cast.spans,
        name_entities=[entity for entity in entities if entity is not None],
        sentences=starts,
        paragraphs=[block.start for block in blocks],
        quotations=quoted,
    )
