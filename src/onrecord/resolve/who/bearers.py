"""Whom a role means where the words leave but one: "the detective", "the company", "the Pole"."""

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.resolve.who.apart import is_retold
from onrecord.resolve.who.bodies import BODIES, COMMERCIAL, COMPANY_WORDS, is_demonym
from onrecord.resolve.who.candidates import Asked, Scene
from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.mention import Mention
from onrecord.resolve.who.passage import is_in_passing
from onrecord.resolve.who.roles import is_person_noun
from onrecord.resolve.who.sources import head_word
from onrecord.tagger import NameKind
from onrecord.types import Span

__all__ = [
    "bearer_of",
    "body_meant",
    "is_another_body",
    "is_no_company",
    "is_of_a_people",
    "one_of_a_people",
]

# What ranks are short for, as the role is written when it is said again.
_LONG = {
    "det": ("detective",),
    "sgt": ("sergeant",),
    "supt": ("superintendent",),
    "insp": ("inspector",),
    "sen": ("senator",),
    "gov": ("governor",),
    "rep": ("representative", "congressman", "congresswoman"),
    "gen": ("general",),
    "col": ("colonel",),
    "capt": ("captain",),
    "lt": ("lieutenant",),
    "coun": ("councillor",),
    "cllr": ("councillor",),
    "prof": ("professor",),
    "dr": ("doctor",),
    "rev": ("reverend",),
    "sc": ("counsel", "barrister"),
    "kc": ("counsel", "barrister"),
    "qc": ("counsel", "barrister"),
    "justice": ("judge", "justice"),
    "magistrate": ("judge", "magistrate"),
}
_WORD = re.compile(r"[\w'\u2019-]+")
_LINK = re.compile(r"\s(?:of|for|at|in|to|from|with|who|and)\b|[,(]")
_LESSER = frozenset(["vice", "deputy", "former", "ex", "assistant", "acting", "late", "then"])
# Paragraphs back in which a company must be named that is "the company" now.
_NEAR = 6
_REACH = 60
_LONGEST = 2
_BASED = re.compile(r"the (?:[\w.]+ ){0,3}[\w.]+-(?:based|owned|listed) ")
_COUNTIES = frozenset(["borough", "city", "county", "province", "town"])
_BODY_KINDS = frozenset([NameKind.ORGANISATION, NameKind.PLACE])
# What bodies of any sort are called.
_ANY_BODY = frozenset(["charity", "nonprofit", "organisation", "organization", "watchdog"])
# What no company is called.
_NO_COMPANY = (BODIES - COMMERCIAL - {"bank"}) | {
    *("alliance", "attorney", "brotherhood", "society", "trust"),
}
# What a member of a party is called, and the party is not.
_OF_PARTIES = frozenset([
    "Democrat", "Republican", "Tory", "Conservative", "Liberal", "Socialist", "Libertarian",
    "Independent", "Communist", "Nationalist", "Unionist", "Centrist",
])  # fmt: skip
# Bodies of which none is another.
_UNLIKE = frozenset([
    "archdiocese", "army", "cabinet", "church", "conference", "congress", "court", "diocese",
    "embassy", "hospital", "ministry", "museum", "navy", "parliament", "police", "senate",
    "treasury", "union", "university",
])  # fmt: skip
# Who is called by the state that sent them.
_OF_STATES = frozenset(["congressman", "congresswoman", "governor", "senator"])
_STATE = re.compile(r"([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:Rep|Sen|Gov)\b")
# Courts of which none is another.
_COURTS = frozenset([
    "appeal", "appeals", "appellate", "bankruptcy", "circuit", "county", "criminal", "crown",
    "district", "family", "federal", "magistrates", "military", "state", "supreme", "trial",
])  # fmt: skip
_EARLY = 40
# Somebody else than the company: "a hacking group claimed".
_A_GROUP = re.compile(r"\b[Aa]n? (?:[\w-]+ ){1,3}group\b")


def bearer_of(
    mention: Mention, text: str, people: Iterable[Entity], last: Entity | None
) -> Entity | None:
    """Return the person named so far whose role a phrase repeats.

    The only one, or among several the one who spoke last.

    Args:
        mention: "the detective".
        text: The article's text.
        people: Its people.
        last: Who spoke last.
    """
    words = mention.words.removeprefix("the ").split()
    is_role = mention.determiner == "the" or words == ["counsel"]
    if is_role and words[-1:] and words[-1] in _OF_STATES and mention.others:
        return _of_a_state(mention, text, people, last)
    if not is_role or mention.others or not words or not is_person_noun(words[-1]):
        return None
    bearers = [one for one in people if _bears(one, text, words)]
    if last is not None and last in bearers:
        return last
    if len(bearers) != 1 or bearers[0].spans[0].start > mention.span.start:
        return None
    return bearers[0]


def _of_a_state(
    mention: Mention, text: str, people: Iterable[Entity], last: Entity | None
) -> Entity | None:
    """Return who spoke last, as the only one of a rank: "the Ohio senator" after "Sen. Holm"."""
    *place, noun = mention.words.removeprefix("the ").split()
    is_place = all(one.kind is NameKind.PLACE for _, one in mention.others)
    named = " ".join(text[name.start : name.end].lower() for name, _ in mention.others)
    bearers = [
        one for one in people if _bears(one, text, [noun]) and not _is_elsewhere(one, text, place)
    ]
    is_sure = is_place and named == " ".join(place) and bearers == [last]
    return last if is_sure else None


def _is_elsewhere(person: Entity, text: str, place: Sequence[str]) -> bool:
    """Say whether a title names another state: "Florida Rep."."""
    found = (_STATE.match(text, title.start, title.end) for title in person.titles)
    return any(one is not None and one[1].lower().split() != list(place) for one in found)


def _bears(person: Entity, text: str, words: Sequence[str]) -> bool:
    return any(_fits(text[title.start : title.end].lower(), words) for title in person.titles)


def _fits(title: str, words: Sequence[str]) -> bool:
    """Say whether a title's noun, or what its rank is short for, is that of a role."""
    link = _LINK.search(title)
    head = _WORD.findall(title[: link.start()] if link else title)
    if not head:
        return False
    nouns = {head[-1]} | {long for word in head for long in _LONG.get(word, ())}
    others = set(head[:-1])
    return words[-1] in nouns and set(words[:-1]) <= others and not _LESSER & (others - set(words))


def body_meant(asked: Asked, scene: Scene) -> Entity | None:
    """Return the organisation named before that "the company", "the port authority" means.

    Args:
        asked: The question.
        scene: The article.
    """
    mention = asked.mention
    based = _BASED.match(mention.words)
    words = mention.words[based.end() if based else 0 :].removeprefix("the ").split()
    is_known = mention.determiner == "the" and (based is not None or not mention.others)
    if not is_known or not 0 < len(words) <= _LONGEST:
        return None
    if words[-1] not in BODIES | COMMERCIAL | _COUNTIES | _ANY_BODY:
        return None
    last = bisect.bisect_left(scene.name_spans, mention.span.start, key=_start)
    bodies = [one for one in scene.name_entities[:last] if one.kind in _BODY_KINDS]
    called = [one for one in dict.fromkeys(bodies) if _is_called(one, scene.text, words)]
    if called:
        return called[0] if len(called) == 1 else None
    return _company(asked, scene, bodies) if words[-1] in COMMERCIAL | _ANY_BODY else None


def _company(asked: Asked, scene: Scene, bodies: Sequence[Entity]) -> Entity | None:
    """Return the company that spoke last, else the one just named, else the one most named.

    Not one that it tells of: "The company said that it was asked by Acme".
    """
    mention = asked.mention
    noun = mention.words.rsplit(maxsplit=1)[-1]
    bodies = [
        one
        for one in bodies
        if not is_retold(one, asked.contents, scene)
        and (noun in _ANY_BODY or not is_no_company(one, scene.text))
    ]
    if mention.words.endswith("group") and _A_GROUP.search(scene.text, 0, mention.span.start):
        return None
    here = scene.paragraph_of(mention.span.start)
    for speaker, place in asked.speakers[:1]:
        if speaker in bodies and scene.paragraph_of(place) >= here - 1:
            return speaker
    named = [
        (span, entity)
        for span, entity in _named_before(mention, scene)
        if entity in bodies and _may_be_company(entity, mention, scene)
    ]
    at_all = [(span, entity) for span, entity in _named_before(mention, scene) if entity in bodies]
    for before in (named, at_all):
        for paragraph in (here, here - 1):
            near = {e for span, e in before if scene.paragraph_of(span.start) == paragraph}
            if near:
                return near.pop() if len(near) == 1 else None
    among = [e for _, e in named] or [e for e in bodies if _may_be_company(e, mention, scene)]
    (best, most), *others = [*Counter(among).most_common(2), (None, 0)]
    return best if most and (not others or others[0][1] < most) else None


def _named_before(mention: Mention, scene: Scene) -> list[tuple[Span, Entity]]:
    """Return the names of bodies before a description that are not named just in passing."""
    last = bisect.bisect_left(scene.name_spans, mention.span.start, key=_start)
    return [
        (span, entity)
        for span, entity in zip(scene.name_spans[:last], scene.name_entities[:last], strict=True)
        if entity.kind is NameKind.ORGANISATION
        and "/" not in scene.text[span.start : span.end]
        and not scene.is_quoted(span.start)
        and not is_in_passing(scene.text, span.start)
    ]


def _is_called(body: Entity, text: str, words: Sequence[str]) -> bool:
    name = text[body.full.start : body.full.end].lower() if body.full else ""
    return set(words) <= set(_WORD.findall(name))


def _may_be_company(body: Entity, mention: Mention, scene: Scene) -> bool:
    """Say whether a body opens a sentence not far before, and its name tells no other sort.

    No company is called a union or a ministry.
    """
    here = scene.paragraph_of(mention.span.start)
    before = [span for span in body.spans if span.start < mention.span.start]
    is_near = any(scene.paragraph_of(span.start) >= here - _NEAR for span in before)
    return is_near and (len(before) > 1 or any(_opens(span, scene) for span in before))


def is_no_company(body: Entity, text: str) -> bool:
    """Say whether a name tells that the body is no company: a town, a union, a ministry.

    Args:
        body: The body.
        text: The article's text.
    """
    name = text[body.full.start : body.full.end].lower() if body.full else ""
    if body.kind is NameKind.PLACE:
        return True
    return name.startswith("bank of ") or not _NO_COMPANY.isdisjoint(_WORD.findall(name))


def is_another_body(mention: Mention, body: Entity, text: str) -> bool:
    """Say whether a name tells another body than a description.

    "The senate" is no congress, "the appeals court" no Supreme Court, "the union" no company.

    Args:
        mention: The description.
        body: Who may be meant.
        text: The article's text.
    """
    name = text[body.full.start : body.full.end].lower() if body.full else ""
    words, described = _WORD.findall(name), set(mention.words.split())
    noun = head_word(mention)
    if body.kind is not NameKind.ORGANISATION or noun not in _UNLIKE:
        return False
    other = _COURTS.intersection(words) if noun == "court" else frozenset()
    is_other_court = bool(other) and not other & described and not described.isdisjoint(_COURTS)
    is_company = words[-1:] and words[-1] in COMPANY_WORDS
    is_else = is_company or not _UNLIKE.isdisjoint(words)
    return is_other_court or (noun not in words and bool(is_else))


def _opens(name: Span, scene: Scene) -> bool:
    """Say whether a name stands early in its sentence: "Cloud company *Acme* has confirmed"."""
    sentence = scene.sentences[max(0, scene.sentence_of(name.start))]
    return name.start - sentence <= _EARLY


def one_of_a_people(mention: Mention, scene: Scene) -> Entity | None:
    """Return the person just told of who is now "the Pole", "the Oklahoman", "the Democrat".

    Args:
        mention: The description.
        scene: The article.
    """
    name = scene.text[mention.span.start : mention.span.end].split(",")[0].split()
    if mention.determiner != "the" or len(name) != 2 or not _is_one(name[1]):
        return None
    told = _told_people(name[1], scene, mention.span.start)
    if len(told) == 1:
        return told.pop()
    sentence = scene.sentences[max(0, scene.sentence_of(mention.span.start))]
    last = bisect.bisect_left(scene.name_spans, sentence, key=_start)
    here = scene.paragraph_of(mention.span.start)
    for span, entity in zip(
        reversed(scene.name_spans[:last]), reversed(scene.name_entities[:last]), strict=True
    ):
        if scene.paragraph_of(span.start) < here - 1:
            return None
        is_told = not scene.is_quoted(span.start) and not is_in_passing(scene.text, span.start)
        if entity.is_person and is_told:
            return entity
    return None


def _told_people(people: str, scene: Scene, end: int) -> set[Entity]:
    """Return whom the article calls one of a people: "Belgian sprinter *Joost Maes*"."""
    beside = re.compile(rf"\b{people} (?:[a-z][\w-]+ ){{1,4}}$")
    return {
        entity
        for span, entity in zip(scene.name_spans, scene.name_entities, strict=True)
        if span.start < end
        and entity.is_person
        and beside.search(scene.text, max(0, span.start - _REACH), span.start)
    }


def is_of_a_people(text: str, mention: Mention) -> bool:
    """Say whether a source is "the Spaniard", "the 34-year-old Italian".

    Args:
        text: The article's text.
        mention: The source.
    """
    noun = text[mention.name.start : mention.name.end] if mention.name else ""
    is_people = mention.head is not None and mention.head.kind is NameKind.GROUP
    is_last = mention.name is not None and mention.name.end == mention.span.end
    return (
        (is_people or noun in _OF_PARTIES)
        and is_last
        and mention.determiner in {"the", "a", "an"}
        and _is_one(noun)
    )


def _is_one(noun: str) -> bool:
    """Say whether a noun calls somebody one of a people or a party."""
    return noun in _OF_PARTIES or is_demonym(noun)


def _start(span: Span) -> int:
    return span.start
