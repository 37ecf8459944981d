"""A speaker by how the source is written: labels, initials, nicknames, names unknown elsewhere."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.resolve.who.beside import described_as, marked_name, spelled_out, with_initials
from onrecord.resolve.who.bodies import (
    BODIES,
    BUSINESSES,
    COMMERCIAL,
    COMPANY_WORDS,
    INSTITUTIONS,
    ONE_BODY,
    is_demonym,
    is_of_a_nation,
)
from onrecord.resolve.who.candidates import Scene
from onrecord.resolve.who.entities import Cast, Entity
from onrecord.resolve.who.forms import Form
from onrecord.resolve.who.kinds import told_kind
from onrecord.resolve.who.mention import Mention, without_determiner
from onrecord.resolve.who.naming import PEOPLE_OF
from onrecord.resolve.who.roles import is_person_noun
from onrecord.resolve.who.sources import head_word
from onrecord.resolve.who.titles import around, role_of
from onrecord.tagger import NameKind, Referent
from onrecord.tagger.details import REFERENTS
from onrecord.types import MentionKind, SourceType, Span

__all__ = ["TYPES", "Found", "Written"]

TYPES = {
    NameKind.PERSON: SourceType.NAMED_PERSON,
    NameKind.ORGANISATION: SourceType.NAMED_ORGANISATION,
    NameKind.PLACE: SourceType.NAMED_ORGANISATION,
    NameKind.WORK: SourceType.DOCUMENT,
    NameKind.GROUP: SourceType.UNNAMED_GROUP,
}
"""What kind of source a name of a kind is."""

_COLONS = frozenset([":", "-", "\u2013", "\u2014"])
_ANSWER = "A"
_LABELLED = 0.8
_DESCRIBED = 0.8
_LONGEST_BODY = 7
_WRITTEN = 0.6
_NICKNAME = re.compile(
    r"\b(?:go(?:es|ing)? by|known (?:only |simply |locally )?as|nicknamed|"
    r"identified (?:only |himself |herself )?as|calls? (?:itself|himself|herself|themselves)|"
    r"(?:writes|wrote|posts|posted|blogs|performs|publishes) under the (?:name|pen name|pseudonym|"
    r"handle|alias)(?: of)?|"
    r"gave (?:his|her|their) name (?:only )?as|"
    r"(?:gave|giving) (?:only |just )?(?:his|her|their) (?:first |last |given |sur)?name,?(?: as)?)"
    r" (?:the (?:nick)?name |the nom de guerre |the alias |the pseudonym )?"
    r"[\"\u201c'\u2018]?(?P<name>[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,2})"
)
# "Gazeta Prawna", "Domain.com": each word with a capital, small ones between.
_CAPITALISED = re.compile(
    r"[A-Z\u00c0-\u00de][\w.&'\u2019-]*(?: (?:(?:of|on|in|against|de|the|and|for|von|van|bin|al) )?"
    r"[A-Z\u00c0-\u00de][\w.&'\u2019-]*){0,5}"
)
_COMPANY = re.compile(
    rf"\b(?:{'|'.join(sorted(BUSINESSES - {'office', 'paper', 'site', 'team', 'force'}))}) "
    r"(?P<name>[A-Z][\w&'\u2019-]*(?: [A-Z][\w&'\u2019-]*){0,3})$"
)
_SMALL = frozenset(["at", "for", "from", "in", "of", "on", "the", "with", "by", "to", "and"])
# No determiner, no participle, nothing that only qualifies a body.
_FIRST_WORD = re.compile(
    r"(?!(?:The|A|An|His|Her|Its|Their|Our|My|Former|Rival|Local|State|New|Old|But|And|Both|Even|"
    r"Meanwhile|Fellow|Private|Public|Major|Only|Some|Many|Most|Other|One|Two|Three|Four|Five)\b)[A-Z][a-z]+(?<!ed)(?<!ing)(?<!ese)(?<!ish)"
    r"(?<!ian)(?<!ly)"
)
# Words of a description that a name repeats.
_FEW = 2
_BEFORE_NOUN = r"(?:(?!The\b|A\b|An\b|In\b|At\b)[A-Z][\w.'\u2019-]* (?:and |of |for )?){1,5}"
_AFTER_NOUN = r" (?:of|for|in) (?:the )?[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)*"
_TOLD_INITIALS = re.compile(r"\(([A-Z]{2,8})\)$")
_OPENING = re.compile(r"([A-Z][\w'\u2019-]+),")
# "Many in Lund": no name.
_QUANTITY = re.compile(
    r"(?:All|Both|Few|Half|Many|Most|None|Others|Several|Some) (?:at|from|in|of|on)\b"
)
# "Officials in Lund and Oslo": its first word has a capital where it opens a sentence.
_SOMEWHERE = re.compile(r"[A-Z][a-z]+ (?:across|around|at|from|in|near|outside) ")
# Names at an interview's beginning, where it says who is interviewed.
_LEAD = 12
# The British prime minister's office, which is named by its door.
_DOWNING_STREET = re.compile(r"(?:No\.?|Number) 1[01]")


@dataclass(frozen=True, slots=True)
class Found:
    """Who one statement's speaker is, before it is told in places."""

    entity: Entity | None
    type: SourceType | None
    mention: MentionKind
    confidence: float
    words: Mention | None = None


class Written:
    """The sources of one article by how they are written.

    Args:
        cast: Its entities.
        scene: The article.
    """

    def __init__(self, cast: Cast, scene: Scene) -> None:
        self._cast, self._scene, self._text = cast, scene, scene.text
        self._bodies: dict[str, Entity] = {}

    def label(self, cue: str, mention: Mention, end: str | None) -> Found | None:
        """Return whom the label of a transcript's line, or a source in capitals, means."""
        words = self._text[mention.span.start : mention.span.end]
        if not end and cue not in _COLONS and not words.isupper():
            return None
        entity = self._interviewed() if words == _ANSWER else self._cast.called(words)
        if entity is None or entity.kind is None:
            return None
        return Found(entity, TYPES[entity.kind], MentionKind.PARTIAL_NAME, _LABELLED, mention)

    def initials(self, mention: Mention) -> Found | None:
        """Return whom the initials before a transcript's line mean: "WN:" for Wikinews."""
        words = self._text[mention.span.start : mention.span.end]
        entity = self._cast.shortened(words)
        if entity is None or entity.kind is None:
            return None
        return Found(entity, TYPES[entity.kind], MentionKind.PARTIAL_NAME, _LABELLED, mention)

    def nicknamed(self, mention: Mention) -> Found | None:
        """Return one who is known by a nickname: "a homeless man who goes by Shorty"."""
        match = _NICKNAME.search(self._text, mention.span.start, mention.span.end)
        if match is None:
            return None
        span = Span(*match.span("name"))
        is_body = head_word(mention) in BODIES
        kind = NameKind.ORGANISATION if is_body else NameKind.PERSON
        called = self._cast.called(match["name"])
        entity = called if called is not None and called.kind is kind else self.body(span, kind)
        if entity.is_person:
            entity.titles.extend(around(self._text, replace(mention, name=span)))
        return Found(entity, TYPES[kind], MentionKind.PARTIAL_NAME, _WRITTEN, mention)

    def body(self, span: Span, kind: NameKind) -> Entity:
        """Return an entity that no name of the network's names, the same for the same words."""
        words = self._text[span.start : span.end].casefold()
        known = self._bodies.get(words)
        if known is None:
            known = self._bodies[words] = Entity(kind=kind, full=span)
            phrase = self._scene.phrase_of(span)
            known.phrases = [] if phrase is None else [phrase]
        known.spans.append(span)
        return known

    def called(self, mention: Mention) -> Entity | None:
        """Return the one body written before with all words of "the embassy": "US Embassy".

        Where the network found no name, or but a part of it.
        """
        words = mention.words.removeprefix("the ").split()
        is_one = mention.determiner == "the" and not mention.others and 0 < len(words) <= _FEW
        if not is_one or words[-1] not in INSTITUTIONS - COMMERCIAL:
            return None
        noun = words[-1].capitalize()
        pattern = re.compile(rf"{_BEFORE_NOUN}{noun}(?![\w'\u2019-])(?:{_AFTER_NOUN})?")
        found = {
            match.group(): match
            for match in pattern.finditer(self._text, 0, mention.span.start)
            if set(words) <= set(match.group().lower().split())
        }
        if len(found) != 1:
            return None
        return self.body(Span(*found.popitem()[1].span()), NameKind.ORGANISATION)

    def institution(self, mention: Mention) -> Found | None:
        """Return the body whose name is a description: "the Argentinian government"."""
        if head_word(mention) not in INSTITUTIONS or mention.determiner not in ("", "the"):
            return None
        span = role_of(self._text, mention)
        words = self._text[span.start : span.end]
        if not mention.others or len(words.split()) > _LONGEST_BODY or not is_of_a_nation(words):
            return None
        union = _called_a_union(words, span, mention.others)
        kind = NameKind.ORGANISATION
        entity = union or self.body(span, kind)
        return Found(entity, TYPES[kind], MentionKind.FULL_NAME, _DESCRIBED, mention)

    def as_name(self, mention: Mention) -> Found | None:
        """Return a source that nobody took for a name, and that is written as one."""
        span = without_determiner(self._text, mention.span)
        return (
            self._unmistakable(span, mention)
            or self._surname(span, mention)
            or self._company(span, mention)
            or self._capitals(span, mention)
        )

    def _unmistakable(self, span: Span, mention: Mention) -> Found | None:
        """Return one whose name is written so that it can be nothing else."""
        body = with_initials(self._text, span)
        if body is None and _DOWNING_STREET.fullmatch(self._text, span.start, span.end):
            body = span
        if body is not None:
            return self._new(body, NameKind.ORGANISATION, mention)
        person = marked_name(self._text, span)
        return self._new(person, NameKind.PERSON, mention) if person is not None else None

    def _new(self, span: Span, kind: NameKind, mention: Mention) -> Found:
        return Found(self.body(span, kind), TYPES[kind], MentionKind.FULL_NAME, _WRITTEN, mention)

    def _is_alone(self, span: Span, mention: Mention) -> bool:
        """Say whether one word stands where any word has a capital, or behind an article."""
        opens = span.start in self._scene.sentences or mention.determiner != ""
        opens = opens or self._text[max(0, span.start - 2) : span.start] == ": "
        return opens and len(self._text[span.start : span.end].split()) == 1

    def _surname(self, span: Span, mention: Mention) -> Found | None:
        """Return whom a single word at a sentence's beginning names, if they are known."""
        if mention.determiner or not self._is_alone(span, mention):
            return None
        opening = self._text[span.start : span.end]
        bearer = self._cast.called(opening)
        if bearer is None or bearer.full is None or bearer.kind is None:
            return None
        full = self._text[bearer.full.start : bearer.full.end]
        if not bearer.is_person and not Form.of(opening).is_but_for_legal_form(Form.of(full)):
            return None
        return Found(bearer, TYPES[bearer.kind], MentionKind.PARTIAL_NAME, _WRITTEN, mention)

    def _company(self, span: Span, mention: Mention) -> Found | None:
        """Return the business whose name ends what describes it: "Cloud company Acme"."""
        match = _COMPANY.search(self._text, span.start, span.end)
        before = self._text[span.start : match.start()].lower().split() if match else []
        if match is None or _SMALL & set(before):
            return None
        named = self._cast.called(match["name"])
        is_body = named is not None and named.kind is NameKind.ORGANISATION
        entity = named if is_body else None
        entity = entity or self.body(Span(*match.span("name")), NameKind.ORGANISATION)
        kind = SourceType.NAMED_ORGANISATION
        return Found(entity, kind, MentionKind.FULL_NAME, _WRITTEN, mention)

    def _capitals(self, span: Span, mention: Mention) -> Found | None:
        words, is_alone = self._text[span.start : span.end], self._is_alone(span, mention)
        is_somebody = is_demonym(words) or is_person_noun(words)
        is_named = ONE_BODY.fullmatch(words) is not None and not is_somebody
        is_body = mention.determiner == "the" and is_named
        if (
            PEOPLE_OF.match(words)
            or _QUANTITY.match(words)
            or not _CAPITALISED.fullmatch(words)
            or self._is_somewhere(span, mention)
            or (is_alone and not is_body)
        ):
            return None
        is_company = words.rsplit(maxsplit=1)[-1].lower() in COMPANY_WORDS
        if any(entity.is_person for _, entity in mention.others) and not is_company:
            return None
        kind = NameKind.ORGANISATION if is_alone else self._kind(mention)
        entity = self._cast.abbreviated(words) or self._cast.called(words) or self.body(span, kind)
        if is_alone and entity.is_person:
            entity = self.body(span, kind)
        if entity.kind is None:
            return None
        return Found(entity, TYPES[entity.kind], MentionKind.PARTIAL_NAME, _WRITTEN, mention)

    def _is_somewhere(self, span: Span, mention: Mention) -> bool:
        """Say whether a sentence opens with people of a place: "*Officials in Lund* said"."""
        people = _SOMEWHERE.match(self._text, span.start, span.end)
        if people is None or span.start not in self._scene.sentences:
            return False
        named = [(name, one) for name, one in mention.others if name.start >= people.end()]
        return bool(named) and all(one.kind in (NameKind.PLACE, NameKind.GROUP) for _, one in named)

    def _kind(self, mention: Mention) -> NameKind:
        phrase = self._scene.phrase_of(mention.span)
        is_told = told_kind(self._text, mention.span, NameKind.PERSON, is_long=True)
        if is_told is NameKind.ORGANISATION:
            return is_told
        if phrase is None or head_word(mention) in INSTITUTIONS | COMPANY_WORDS:
            return NameKind.ORGANISATION
        best = REFERENTS[int(self._scene.phrases.referents[phrase].argmax())]
        return NameKind.PERSON if best is Referent.PERSON else NameKind.ORGANISATION

    def _interviewed(self) -> Entity | None:
        """Return who answers in an interview of questions and answers: the one named first."""
        named = [e for e in self._scene.name_entities[:_LEAD] if e.is_person]
        people = Counter(
            e for e in named if e.full and " " in self._text[e.full.start : e.full.end]
        )
        return people.most_common(1)[0][0] if people else None

    def bearer(self, mention: Mention) -> Entity | None:
        """Return whom a source opens with, where the name found in it comes later.

        "Askew, of The Paddocks, Little Hale": no Mr Hale.
        """
        name, start = mention.name, mention.span.start
        opening = _OPENING.match(self._text, start, mention.span.end)
        if name is None or opening is None or name.start < opening.end():
            return None
        entity = self._cast.called(opening[1])
        return entity if entity is not None and entity.is_person else None

    def whole(self, mention: Mention) -> Entity | None:
        """Return the body whose first word was left out: "Human" of "Human Rights Watch"."""
        name, body = mention.name, mention.head
        if name is None or body is None or body.kind is not NameKind.ORGANISATION:
            return None
        first = self._text[mention.span.start : name.start].rstrip()
        is_long = " " in self._text[name.start : name.end] and name.end == mention.span.end
        is_word = _FIRST_WORD.fullmatch(first) is not None and not is_person_noun(first)
        if not is_long or not is_word or is_demonym(first) or first.lower() in BUSINESSES:
            return None
        return self.body(Span(mention.span.start, name.end), NameKind.ORGANISATION)

    def spelled(self, mention: Mention) -> Entity | None:
        """Return the body whose whole name stands where its initials are told.

        "NFH" for "Notes from Holm (NFH)"; "Institute of Labour" of "Institute of Labour, Trade
        and Mining (ILTM)".
        """
        name, body = mention.name, mention.head
        if name is None or body is None or body.kind is not NameKind.ORGANISATION:
            return None
        told = _TOLD_INITIALS.search(self._text, name.end, mention.span.end)
        full = body.full or name
        whole = spelled_out(self._text, told[1] if told else self._text[full.start : full.end])
        if whole is None:
            return None
        opening = self._text[name.start : name.end]
        if told is not None and opening not in self._text[whole.start : whole.end]:
            return None
        return None if whole == name else self._known(whole)

    def _known(self, span: Span) -> Entity:
        entity = self._cast.at(span)
        return entity if entity is not None else self.body(span, NameKind.ORGANISATION)

    def business(self, mention: Mention) -> Entity | None:
        """Return the business that a founder's surname names: "Bramwell, the biscuit maker"."""
        person, name = mention.head, mention.name
        if person is None or name is None or not person.is_person or person.full is None:
            return None
        noun = described_as(self._text, name)
        is_one_word = " " not in self._text[name.start : name.end]
        if noun is None or noun.lower() not in BUSINESSES or not is_one_word:
            return None
        return self.body(name, NameKind.ORGANISATION)


def _called_a_union(words: str, span: Span, names: Sequence[tuple[Span, Entity]]) -> Entity | None:
    """Return the union that is called one beside its name: "the Unite union"."""
    name, entity = names[0] if len(names) == 1 else (span, None)
    is_all = name.start == span.start and name.end == span.end - len(" union")
    is_body = entity is not None and entity.kind is NameKind.ORGANISATION
    return entity if is_all and is_body and words.endswith(" union") else None
