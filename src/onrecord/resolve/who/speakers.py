"""The speaker of each statement: the name that heads its source, or whom it refers to."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from onrecord.resolve.labels import label_end, label_of
from onrecord.resolve.who.apart import is_other_kin, is_told_apart
from onrecord.resolve.who.bearers import (
    bearer_of,
    body_meant,
    is_another_body,
    is_no_company,
    is_of_a_people,
    one_of_a_people,
)
from onrecord.resolve.who.beside import apposed
from onrecord.resolve.who.bodies import COMMERCIAL
from onrecord.resolve.who.candidates import Asked, candidates, evidence
from onrecord.resolve.who.entities import Cast, Entity
from onrecord.resolve.who.forms import Form
from onrecord.resolve.who.interview import Interview
from onrecord.resolve.who.knowledge import Knowledge
from onrecord.resolve.who.known import People
from onrecord.resolve.who.labelled import Labels
from onrecord.resolve.who.lead import named_later
from onrecord.resolve.who.learning import learn_role, learn_roles
from onrecord.resolve.who.mention import FIRST, PERSONAL, RELATIVE, Mention, mention_of
from onrecord.resolve.who.offices import holder_of
from onrecord.resolve.who.passage import (
    body_going_on,
    body_here,
    is_contradicted,
    is_no_subject,
    only_one_here,
    only_one_in_sentence,
    speaker_going_on,
    speaker_here,
)
from onrecord.resolve.who.press import outlet_meant
from onrecord.resolve.who.relatives import antecedent, kind_of_noun
from onrecord.resolve.who.scenes import scene_of
from onrecord.resolve.who.scorer import Scorer
from onrecord.resolve.who.sources import head_word, is_insider, is_withheld, type_of
from onrecord.resolve.who.subjects import subject_before
from onrecord.resolve.who.telling import Telling
from onrecord.resolve.who.told import Told
from onrecord.resolve.who.written import TYPES, Found, Written
from onrecord.tagger import NameKind, Pronoun, Tagging
from onrecord.tagger.details import PRONOUNS
from onrecord.types import Article, Kind, MentionKind, SourceType, Span, Statement

# A choice less likely than this is no answer.
_LEAST_CHANCE = 0.35
_APPOSED = 0.85
_BY_PASSAGE = 0.6
_BY_ROLE = 0.7
_PERSONS = (SourceType.UNNAMED_PERSON, SourceType.ANONYMOUS)
_SEVERAL = frozenset(["they", "them", "their"])
# Several unnamed people, mostly, where "they" is nobody that the article names.
_THEY = 0.5
_SOME = frozenset(["two", "three", "others", "some", "several", "both", "the other", "the others"])
_OF_THEM = re.compile(
    r"(?: of (?:them|those|the people|the officials|the sources)|^a (?:second|third))$"
)
_OF_SEVERAL = frozenset(["one", "another"])
_ONE = frozenset(["one", "another", "someone", "somebody", "anyone"])
# A quotation without a source after one with it, in the same paragraph: eight in ten
# go on with the same speaker.
_SILENT = 0.75
# Who answers in an interview without labels, as the words before it tell.
_ANSWERING = 0.8
# What may stand between a name and its "who".
_APART = " ,\u2014\u2013-\n"
# Characters before "who" in which the noun stands that it belongs to.
_BEFORE_WHO = 30
_STANDS_FOR = 0.8
# "Who have", after a list that one name ends.
_SEVERAL_WHO = re.compile(r"(?:who|which|that) (?:all )?(?:are|have|were)\b")
# "In a letter *to* the minister": to whom it was said.
_TO_WHOM = re.compile(
    r"\b(?:email|e-mail|letter|memo|message|note|petition|plea|reply|response|text) to (?:the )?$"
)
# Speakers farther back than this many statements are no evidence.
_SPEAKERS_BACK = 4


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
        self._written = Written(self._cast, self._scene)
        self._known = Knowledge(article, self._cast, people)
        self._told = Told()
        self._telling = Telling(article.text, tagging.names, self._told, self._known)
        self._lead = named_later(article.text, self._cast, self._scene.paragraphs)
        self._interview = Interview.of(article, self._cast)
        self._labels = Labels()

    def speakers(self, statements: Sequence[Statement]) -> list[Statement]:
        """Return the statements with their speakers, in order."""
        resolved = []
        self._labels = Labels.of(self._article, statements, self._cast, self._written.body)
        self._learn_titles(statements)
        for statement in statements:
            found = self._found(statement)
            self._told.by_id[statement.id] = found
            self._note_words(statement, found)
            if statement.parent is None and found.entity is not None:
                place = (
                    statement.source[0].start if statement.source else statement.content[0].start
                )
                self._told.speakers.insert(0, (found.entity, place))
                del self._told.speakers[_SPEAKERS_BACK:]
            resolved.append(replace(statement, speaker=self._telling.speaker(found)))
        return resolved

    def _note_words(self, statement: Statement, found: Found) -> None:
        """Keep which statements are the speaker's own words, and what bodies label them."""
        is_label = label_end(self._article, statement) is not None
        if is_label or statement.kind is Kind.DIRECT:
            self._told.word_for_word.add(statement.id)
        if is_label:
            labels = {found.entity, *(self._cast.at(one) for one in statement.source)} - {None}
            self._told.outlets |= {one for one in labels if one and not one.is_person}

    def _learn_titles(self, statements: Sequence[Statement]) -> None:
        """Give each person the roles that the sources themselves hold."""
        for statement in statements:
            for source in statement.source[:1]:
                mention = mention_of(self._text, source, self._cast, self._names_in(source))
                if mention.head is not None and mention.head.is_person:
                    learn_role(self._text, mention.head, mention)
        learn_roles(self._text, self._cast, self._lead)

    def _found(self, statement: Statement) -> Found:
        if not statement.source:
            return self._silent(statement)
        source = self._whole(statement.source[0])
        mention = mention_of(self._text, source, self._cast, self._names_in(source))
        if _TO_WHOM.search(self._text, max(0, source.start - _BEFORE_WHO), source.start):
            return Found(None, None, MentionKind.NONE, 0.0)
        labelled = self._labelled(statement, mention)
        if labelled is None and is_of_a_people(self._text, mention):
            return self._role(statement, replace(mention, head=None, name=None, others=()))
        if mention.head is not None:
            return labelled or self._named(mention)
        if mention.is_pronoun:
            return self._pronoun(statement, mention)
        cue, end = self._article.words(statement.cue), label_end(self._article, statement)
        return (
            labelled
            or self._written.label(cue, mention, end)
            or self._written.nicknamed(mention)
            or self._written.as_name(mention)
            or self._role(statement, mention)
        )

    def _labelled(self, statement: Statement, mention: Mention) -> Found | None:
        """Return whom the label of a conversation's line means."""
        if not label_end(self._article, statement):
            return None
        if not self._labels.lines:
            return self._written.initials(mention)
        label = label_of(self._article, statement)
        entity = self._labels.meant.get(label)
        if entity is None or entity.kind is None:
            return None
        is_full = len(label.split()) > 1
        kind = MentionKind.FULL_NAME if is_full else MentionKind.PARTIAL_NAME
        return Found(entity, TYPES[entity.kind], kind, _ANSWERING, mention)

    def _pronoun(self, statement: Statement, mention: Mention) -> Found:
        if mention.words in FIRST:
            return self._first_person(statement, mention)
        asked = self._interview.addressed(mention)
        if mention.words == "you" and asked is None:
            asked = self._labels.answering(self._article, mention.span)
        if asked is not None:
            return Found(asked, TYPES[NameKind.PERSON], MentionKind.PRONOUN, _ANSWERING, mention)
        if mention.words in RELATIVE:
            return self._relative(mention)
        if mention.words in PERSONAL:
            return self._choice(self._asked(statement, mention), MentionKind.PRONOUN)
        kind = SourceType.UNNAMED_PERSON if mention.words in _ONE else SourceType.UNNAMED_GROUP
        if self._is_withheld(statement, mention) or self._is_of_withheld(mention):
            kind = SourceType.ANONYMOUS
        return Found(self._unnamed(mention, kind), kind, MentionKind.PRONOUN, 0.7, mention)

    def _is_withheld(self, statement: Statement, mention: Mention) -> bool:
        sentence = self._sentence(mention.span.start)
        return is_withheld(self._text, mention.span, sentence, statement.content)

    def _is_of_withheld(self, mention: Mention) -> bool:
        """Say whether "another" is one of several who would not be named."""
        before = self._told.unnamed[:1]
        words = _OF_THEM.sub("", mention.words)
        is_one = words in _OF_SEVERAL or words in _SOME or not words
        return is_one and any(self._told.type_of(one) is SourceType.ANONYMOUS for one in before)

    def _names_in(self, source: Span) -> list[Span]:
        names, starts = self._cast.spans, self._cast.spans
        at = bisect.bisect_left(starts, source.start, key=lambda s: s.start)
        found = []
        while at < len(names) and names[at].start < source.end:
            if names[at].end <= source.end + 2:
                found.append(names[at])
            at += 1
        return found

    def _whole(self, source: Span) -> Span:
        """Return a source, or the body's name of which it is but the end: "*Fix* the Court"."""
        names = self._cast.spans
        at = bisect.bisect_left(names, source.start, key=lambda s: s.start)
        before = names[at - 1] if at else None
        entity = self._cast.at(before) if before is not None else None
        is_body = entity is not None and entity.kind is NameKind.ORGANISATION
        is_end = before is not None and before.end == source.end
        return before if before is not None and is_body and is_end else source

    def _named(self, mention: Mention) -> Found:
        written = self._written
        entity = (
            written.business(mention)
            or written.bearer(mention)
            or written.whole(mention)
            or written.spelled(mention)
            or mention.head
        )
        assert entity is not None and entity.kind is not None and mention.name is not None  # noqa: S101, PT018 - asked before
        form = Form.of(self._text[mention.name.start : mention.name.end])
        full = Form.of(self._text[entity.full.start : entity.full.end]) if entity.full else form
        is_full = len(form.words) > 1 if entity.is_person else len(form.words) == len(full.words)
        kind = MentionKind.FULL_NAME if is_full else MentionKind.PARTIAL_NAME
        return Found(entity, TYPES[entity.kind], kind, self._name_chance(mention), mention)

    def _name_chance(self, mention: Mention) -> float:
        span = mention.name
        at = bisect.bisect_left(self._name_starts, span.start) if span else 0
        name = self._tagging.names[at] if at < len(self._tagging.names) else None
        return 0.5 + 0.48 * name.probability if name is not None and name.span == span else 0.7

    def _first_person(self, statement: Statement, mention: Mention) -> Found:
        """Return who says "I": the speaker of the words around, else the reporter, unnamed."""
        above = self._told.by_id.get(statement.parent or "")
        if above is not None and above.entity is not None:
            return Found(
                above.entity, above.type, MentionKind.PRONOUN, above.confidence * 0.9, mention
            )
        if self._scene.is_quoted(mention.span.start) and self._told.speakers:
            entity, place = self._told.speakers[0]
            if self._scene.paragraph_of(place) == self._scene.paragraph_of(mention.span.start):
                return Found(entity, self._told.type_of(entity), MentionKind.PRONOUN, 0.6, mention)
        return Found(None, None, MentionKind.PRONOUN, 0.0, mention)

    def _relative(self, mention: Mention) -> Found:
        """Return whom "who" stands for: the name just before it, else what stands there."""
        place = mention.span.start
        at = bisect.bisect_left(self._cast.spans, place, key=lambda s: s.start)
        before = self._cast.spans[at - 1] if at else None
        entity = self._cast.at(before) if before is not None else None
        is_one = entity is None or not entity.is_person
        if not is_one and _SEVERAL_WHO.match(self._text, place):
            return Found(None, SourceType.UNNAMED_GROUP, MentionKind.PRONOUN, 0.5, mention)
        is_next = before is not None and not self._text[before.end : place].strip(_APART)
        meant = antecedent(self._text, place, mention.words, self._cast)
        if meant is not None and meant.person is not None:
            named = SourceType.NAMED_PERSON
            return Found(meant.person, named, MentionKind.PRONOUN, _STANDS_FOR, mention)
        if meant is not None:
            return Found(None, meant.kind, MentionKind.PRONOUN, 0.5, mention)
        if is_next and entity is not None and entity.kind is not None:
            return Found(entity, TYPES[entity.kind], MentionKind.PRONOUN, 0.85, mention)
        for other in self._told.unnamed[:3]:
            gap = self._text[other.spans[0].end : place]
            if other.spans[0].end <= place and not gap.strip(_APART):
                return Found(other, self._told.type_of(other), MentionKind.PRONOUN, 0.8, mention)
        kind = self._kind_before(mention)
        return Found(None, kind, MentionKind.PRONOUN, 0.5 if kind else 0.0, mention)

    def _kind_before(self, mention: Mention) -> SourceType | None:
        """Return what kind of source the words before a "who" tell of."""
        place = mention.span.start
        # Nothing stands before a "Who" that opens its sentence.
        start = max(self._sentence(place).start, place - _BEFORE_WHO)
        words = self._text[start:place].lower()
        noun = words.rstrip(_APART).rsplit(maxsplit=1)[-1:]
        is_whom = mention.words in {"who", "whom"}
        people = kind_of_noun(noun[0]) if is_whom and noun else None
        kind = people or type_of(replace(mention, words=words, determiner=""), None)
        if is_whom and kind is SourceType.DOCUMENT:
            return type_of(replace(mention, words=words.split()[-1], determiner=""), None)
        return kind

    def _asked(self, statement: Statement, mention: Mention) -> Asked:
        return Asked(
            mention=mention,
            place=mention.span.start,
            contents=statement.content,
            speakers=tuple(self._told.speakers),
            myself=self._myself(statement, mention),
        )

    def _myself(self, statement: Statement, mention: Mention) -> Entity | None:
        """Return whose words, as they were said, a statement within a statement stands in."""
        above = self._told.by_id.get(statement.parent or "")
        is_said = (
            statement.parent in self._told.word_for_word
            or self._scene.is_quoted(mention.span.start)
            or self._interview.holds(mention.span)
        )
        return above.entity if above is not None and is_said else None

    def _choice(self, asked: Asked, kind: MentionKind) -> Found:
        pronoun = PERSONAL.get(asked.mention.words)
        among = candidates(asked, self._scene, self._told.meant_by(pronoun))
        weighing = self._scorer.pronoun if kind is MentionKind.PRONOUN else self._scorer.role
        chances = weighing.chances(evidence(asked, self._scene, among))
        best = int(chances.argmax())
        chance = float(chances[best])
        confidence = weighing.confidence(chance)
        entity = among[best] if best < len(among) and chance >= _LEAST_CHANCE else None
        if pronoun is not None and entity in self._told.outlets:
            entity = None  # who puts the questions is "you" to who answers
        if pronoun is not None and is_no_subject(asked, self._scene, entity):
            other = self._last_but(entity, pronoun, asked)
            # "Poe is near a choice, he said" is Poe, where nobody else spoke.
            entity = entity if other is None and pronoun is not Pronoun.IT else other
        if kind is MentionKind.PRONOUN:
            meant = self._by_passage(asked, entity)
            if is_no_subject(asked, self._scene, meant):
                meant = self._last_but(meant, pronoun, asked) if pronoun else None
            if meant is not None and meant not in (entity, asked.myself):
                return Found(meant, self._told.type_of(meant), kind, _BY_PASSAGE, asked.mention)
        if entity is None:
            if asked.mention.words in _SEVERAL:
                return Found(None, SourceType.UNNAMED_GROUP, kind, _THEY, asked.mention)
            return Found(None, None, kind, confidence if best == len(among) else 0.0, asked.mention)
        return Found(entity, self._told.type_of(entity), kind, confidence, asked.mention)

    def _last_but(self, entity: Entity | None, pronoun: Pronoun, asked: Asked) -> Entity | None:
        """Return the person who spoke last, near by, if "he" fits and it is not the one given."""
        here = self._scene.paragraph_of(asked.place)
        for speaker, place in asked.speakers[:1]:
            is_near = self._scene.paragraph_of(place) >= here - 1
            chance = speaker.pronouns[PRONOUNS.index(pronoun)]
            if speaker.is_person and speaker is not entity and is_near and chance >= _LEAST_CHANCE:
                return speaker
        return None

    def _by_passage(self, asked: Asked, chosen: Entity | None) -> Entity | None:
        meant = speaker_here(asked, self._scene, chosen)
        if meant is None or self._told.type_of(meant) not in _PERSONS:
            meant = only_one_here(asked, self._scene, chosen)
        return (
            meant
            or subject_before(asked, self._scene, chosen)
            or only_one_in_sentence(asked, self._scene, chosen)
            or speaker_going_on(asked, self._scene, chosen)
            or body_here(asked, self._scene, chosen)
            or body_going_on(asked, self._scene, chosen)
        )

    def _role(self, statement: Statement, mention: Mention) -> Found:
        """Return whom a description means: somebody named, or nobody whom the article names."""
        phrase = self._scene.phrase_of(mention.span)
        referents = None if phrase is None else self._tagging.phrases.referents[phrase]
        plain = type_of(mention, referents)
        found = (
            self._bearer(statement, mention, plain)
            or self._withheld(statement, mention, plain)
            or self._written.institution(mention)
            or self._outlet(mention)
            or self._described(statement, mention, plain)
            or self._left(statement, mention, plain)
        )
        if found is not None:
            return found
        chance = 0.6 if referents is None else 0.3 + 0.65 * float(np.max(referents))
        entity = self._unnamed(mention, plain)
        return Found(entity, plain, MentionKind.ROLE, chance if plain else 0.0, mention)

    def _outlet(self, mention: Mention) -> Found | None:
        """Return the outlet that a mention calls by what it is: "the paper"."""
        outlet = outlet_meant(self._text, mention, self._cast.entities)
        if outlet is None:
            return None
        return Found(outlet, self._told.type_of(outlet), MentionKind.ROLE, _BY_ROLE, mention)

    def _bearer(
        self, statement: Statement, mention: Mention, plain: SourceType | None
    ) -> Found | None:
        """Return whom a role's words leave no doubt about: named beside it, its only bearer."""
        named = SourceType.NAMED_PERSON
        person = apposed(self._text, mention.span, self._cast, statement.cue)
        if person is not None and plain in (None, SourceType.UNNAMED_PERSON):
            return Found(person, named, MentionKind.FULL_NAME, _APPOSED, mention)
        last = self._told.speakers[0][0] if self._told.speakers else None
        bearer = bearer_of(mention, self._text, self._cast.entities, last)
        if self._lead is not None and mention.span.start <= self._lead[1].start < mention.span.end:
            bearer = self._lead[0]
        if bearer is None and plain in (None, SourceType.UNNAMED_PERSON):
            bearer = holder_of(mention, self._text, self._cast)
        if bearer is None:
            return None
        since = self._told.told_since(self._text, mention, bearer)
        found, kind = (bearer, named) if since is None else (since, self._told.type_of(since))
        return Found(found, kind, MentionKind.ROLE, _BY_ROLE, mention)

    def _withheld(
        self, statement: Statement, mention: Mention, plain: SourceType | None
    ) -> Found | None:
        """Return one whose name is kept back, in this sentence or before."""
        kind = SourceType.ANONYMOUS
        again = self._told.withheld_again(self._text, mention, plain)
        if again is not None:
            self._told.learn(self._text, mention, again)
            return Found(again, kind, MentionKind.ROLE, _BY_ROLE, mention)
        is_of = _OF_THEM.search(mention.words) and self._is_of_withheld(mention)
        # Whom the first paragraph tells of so is mostly named in the second.
        is_lead = self._scene.paragraph_of(mention.span.start) <= 0
        is_insiders = is_insider(mention) and not is_lead
        if not (is_of or is_insiders or self._is_withheld(statement, mention)):
            return None
        return Found(self._unnamed(mention, kind), kind, MentionKind.ROLE, 0.85, mention)

    def _described(
        self, statement: Statement, mention: Mention, plain: SourceType | None
    ) -> Found | None:
        """Return whom the scorer takes a description for, where nothing speaks against it."""
        if not mention.is_definite or plain is SourceType.DOCUMENT or mention.others:
            return None
        asked = self._asked(statement, mention)
        meant = self._choice(asked, MentionKind.ROLE)
        if meant.entity is None:
            return None
        if meant.entity.is_person:
            since = self._told.told_since(self._text, mention, meant.entity)
            if since is not None:
                kind = self._told.type_of(since)
                return Found(since, kind, MentionKind.ROLE, meant.confidence, mention)
        is_company = head_word(mention) in COMMERCIAL
        is_wrong = is_company and is_no_company(meant.entity, self._text)
        is_wrong = is_wrong or is_another_body(mention, meant.entity, self._text)
        is_wrong = is_wrong or is_other_kin(mention, meant.entity, self._text)
        kinds = (plain, meant.type)
        is_wrong = is_wrong or is_told_apart(mention, meant.entity, statement.content, self._scene)
        is_wrong = is_wrong or is_contradicted(asked, self._scene, meant.entity, kinds)
        return None if is_wrong else meant

    def _left(
        self, statement: Statement, mention: Mention, plain: SourceType | None
    ) -> Found | None:
        """Return whom a description means that the scorer found nobody for."""
        entity = one_of_a_people(mention, self._scene)
        if plain in (None, SourceType.UNNAMED_GROUP):
            entity = entity or body_meant(self._asked(statement, mention), self._scene)
            entity = entity or self._written.called(mention)
        if entity is None or is_told_apart(mention, entity, statement.content, self._scene):
            return None
        return Found(entity, self._told.type_of(entity), MentionKind.ROLE, _BY_ROLE, mention)

    def _unnamed(self, mention: Mention, kind: SourceType | None) -> Entity:
        phrase = self._scene.phrase_of(mention.span)
        pronouns = None if phrase is None else self._tagging.phrases.pronouns[phrase]
        return self._told.add(self._text, mention, kind, phrase, pronouns)

    def _silent(self, statement: Statement) -> Found:
        """Return the speaker of a quotation without a source: who spoke in its paragraph."""
        place = statement.content[0].start
        asked = self._interview.answering(statement.content[0])
        if asked is not None:
            return Found(asked, TYPES[NameKind.PERSON], MentionKind.NONE, _ANSWERING)
        asker = self._labels.asker() if statement is self._labels.opening else None
        if asker is not None and asker.kind is not None:
            return Found(asker, TYPES[asker.kind], MentionKind.NONE, _ANSWERING)
        if statement.kind is Kind.DIRECT and self._told.speakers and not statement.cue:
            entity, before = self._told.speakers[0]
            if self._scene.paragraph_of(before) == self._scene.paragraph_of(place):
                return Found(entity, self._told.type_of(entity), MentionKind.NONE, _SILENT)
        return Found(None, None, MentionKind.NONE, 0.0)

    def _sentence(self, place: int) -> Span:
        starts = self._scene.sentences
        at = self._scene.sentence_of(place)
        end = starts[at + 1] if at + 1 < len(starts) else len(self._text)
        return Span(starts[at] if at >= 0 else 0, max(end, place + 1))
