"""The people, bodies and works that an article names, each with all its names."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from onrecord.resolve.who.bodies import BODIES, INSTITUTIONS
from onrecord.resolve.who.forms import Form
from onrecord.resolve.who.kinds import kinds_of
from onrecord.resolve.who.namesakes import Namesakes, is_junior, is_kin
from onrecord.resolve.who.naming import clean_names, full_name_in
from onrecord.resolve.who.roles import head_noun, is_person_noun
from onrecord.tagger import About, Name, NameKind, Phrases, Remark
from onrecord.types import Span

# A title stands next to its name, with a comma, an article or a bracket between.
_BETWEEN = frozenset(["", ",", ", the", ", a", ", an", "(", ", also", ", who is", ", who was"])
# "Jo Jorgensen of South Carolina, the party's nominee"; "Mark Dietz, 46, a carpenter"
_ORIGIN = re.compile(r"(?: (?:of|from|in) [^,.;:]{2,40}|, \d{1,3}(?: years old)?), (?:the |an? )?$")
_FARTHEST = 60
_INITIALS = re.compile(r"[A-Z]{2,4}")
_OFFICE = re.compile(r"\b((?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+) of $")
_OF = " of "
# "First Minister of Scotland Nicola Sturgeon": after these comes a place before a name.
_HEADS_OF_PLACES = frozenset([
    "Minister", "President", "Mayor", "Governor", "Secretary", "King", "Queen", "Prince",
    "Princess", "Bishop", "Archbishop", "Premier", "Chancellor", "Duke", "Emir", "Sultan",
])  # fmt: skip
# "Head *of the* police": the body is not the one who is named.
_PART_OF = re.compile(r"(?:\b(?:of|for|at|in|with)(?: the| an?| its| his| her)? |[’']s )$")
# "Mrs. Holm" is no campaign.
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? $")
# The noun that a role hangs on: "agency" in "state-owned news agency of Iran".
_TITLE_HEAD = re.compile(
    r"(?:.*?[\s-])??([\w'\u2019]+)"
    r"(?=$|,| (?:of|for|in|from|at|with|based|owned|that|which|who|on)\b)"
)
# "Holm University", "Bank of Holm": Holm alone is something else.
_NO_SHORTER = (INSTITUTIONS - {"company", "club", "team"}) | {
    *("school", "college", "stadium", "prize", "award", "cup", "league", "of", "and", "news"),
}
_LINKING = frozenset(["is", "was", "is the", "was the", "is a", "was a", ", the", ",", ""])


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that the article names, or that spoke without a name.

    Attributes:
        kind: What it is; None for a speaker without a name.
        spans: Its names in the article, in order.
        titles: Roles given to it beside its names, in order.
        standings: What else is told of it beside its names.
        pronouns: Probabilities of the pronoun that fits. Shape ``(4,)``.
        phrases: Indices of its names among the article's phrases, in order.
        full: The fullest of its names.
        roles: Offices that a table of people gives it on the article's date.
    """

    kind: NameKind | None
    spans: list[Span] = field(default_factory=list)
    titles: list[Span] = field(default_factory=list)
    standings: list[Span] = field(default_factory=list)
    pronouns: np.ndarray = field(default_factory=lambda: np.full(4, 0.25))
    phrases: list[int] = field(default_factory=list)
    full: Span | None = None
    roles: list[str] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        """Say whether it is a person with a name."""
        return self.kind is NameKind.PERSON


def make_body(text: str, entity: Entity) -> None:
    """Make an organisation of what looked like a person: "Fars, a news agency".

    Args:
        text: The article's text.
        entity: Changed in place where its roles are those of a body.
    """
    if not entity.is_person or not entity.titles:
        return
    nouns = (head_noun(text[one.start : one.end]) for one in entity.titles)
    if any(_is_part(text, one) for one in entity.titles) or any(map(is_person_noun, nouns)):
        return
    heads = [_TITLE_HEAD.match(text, one.start, one.end) for one in entity.titles]
    if all(head is not None and head[1].lower() in BODIES for head in heads):
        before = (text[max(0, one.start - 6) : one.start] for one in entity.spans)
        if not any(map(_HONORIFIC.search, before)):
            entity.kind = NameKind.ORGANISATION
        entity.titles = []


def _is_part(text: str, title: Span) -> bool:
    before = _PART_OF.search(text, max(0, title.start - 12), title.start)
    return before is not None or text.startswith(("'s", "’s"), title.start)


def _has_in_order(word: str, letters: str) -> bool:
    """Say whether a word begins with the first letter and has the others after it, in order."""
    rest = iter(word)
    return word.startswith(letters[0]) and all(letter in rest for letter in letters)


def _is_one(words: Sequence[str]) -> bool:
    return len(words) == 1


class _Index:
    """Entities by the words of their forms, so that only likely ones are compared."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[tuple[Form, Entity]]] = defaultdict(list)
        self._entities: dict[Entity, None] = {}

    def add(self, form: Form, entity: Entity) -> None:
        self._entities[entity] = None
        bare = form.last.removeprefix("al-")
        for key in {*form.words, *form.initials(), form.last[:4], bare}:
            self._by_key[key].append((form, entity))

    def all(self, form: Form, fits: Callable[[Form], bool]) -> list[tuple[Form, Entity]]:
        found = (
            one
            for key in dict.fromkeys([*form.words, form.last[:4]])
            for one in self._by_key.get(key, ())
        )
        return [(other, entity) for other, entity in found if fits(other)]

    def first(self, form: Form, fits: Callable[[Form], bool]) -> Entity | None:
        return next((entity for _, entity in self.all(form, fits)), None)

    def entities(self) -> list[Entity]:
        return list(self._entities)


class Cast:
    """All entities of an article."""

    def __init__(
        self, text: str, names: Sequence[Name], remarks: Sequence[Remark], phrases: Phrases
    ) -> None:
        """Find out which names name the same."""
        self._text, self._phrases = text, phrases
        self._by_start = {span.start: number for number, span in enumerate(phrases.spans)}
        self._by_end = {span.end: number for number, span in enumerate(phrases.spans)}
        self._at: dict[Span, Entity] = {}
        sure = clean_names(text, names)
        self._forms = {n.span: Form.of(text[n.span.start : n.span.end]) for n in sure}
        kinds = kinds_of(text, [n for n in sure if self._forms[n.span].words], self._forms)
        remarks = self._apart(kinds, remarks)
        spans = sorted(kinds)
        people = [span for span in spans if kinds[span] is NameKind.PERSON]
        self.entities = [*self._people(people), *self._bodies(spans, kinds)]
        self._describe(remarks)
        for entity in self.entities:
            make_body(text, entity)
        self._gather(phrases)
        self.spans = sorted(self._at)
        self._labels = _Index()
        for span in self.spans:
            if self._at[span].kind in (NameKind.PERSON, NameKind.ORGANISATION):
                self._labels.add(self._forms[span], self._at[span])

    def at(self, span: Span) -> Entity | None:
        """Return the entity that a name names."""
        return self._at.get(span)

    def _apart(self, kinds: dict[Span, NameKind], remarks: Sequence[Remark]) -> list[Remark]:
        """Return the remarks, with "President of Ukraine" taken from "Ukraine Volodymyr …"."""
        by_end = {remark.span.end: remark for remark in remarks}
        titles = list(remarks)
        for span, kind in list(kinds.items()):
            first = self._text.find(" ", span.start, span.end)
            is_long = len(self._forms[span].words) > 2
            if kind is not NameKind.PERSON or first < 0 or not is_long:
                continue
            rest = Span(first + 1, span.end)
            remark = by_end.get(span.start - len(_OF)) or self._office_before(span, rest, kinds)
            if remark is not None and self._text[remark.span.end : span.start] == _OF:
                kinds[rest] = kinds.pop(span)
                self._forms[rest] = Form.of(self._text[rest.start : rest.end])
                titles.append(replace(remark, span=Span(remark.span.start, first)))
        names = {span for span, kind in kinds.items() if kind is not NameKind.PERSON}
        return sorted((t for t in titles if t.span not in names), key=lambda t: t.span)

    def _office_before(self, span: Span, rest: Span, kinds: dict[Span, NameKind]) -> Remark | None:
        """Return "First Minister" before "of Scotland Nicola Sturgeon", who is named elsewhere."""
        words = self._text[rest.start : rest.end]
        others = (other for other in kinds if other != span and len(other) == len(rest))
        office = _OFFICE.search(self._text, max(0, span.start - _FARTHEST), span.start)
        is_named = any(self._text[other.start : other.end] == words for other in others)
        is_head = office is not None and office.group(1).split()[-1] in _HEADS_OF_PLACES
        if not is_named and not is_head:
            return None
        place = Span(office.start(1), office.end(1)) if office else None
        return Remark(span=place, about=About.TITLE, probability=1.0) if place else None

    def abbreviated(self, words: str) -> Entity | None:
        """Return the body whose initials an acronym is: "WHO"."""
        form = Form.of(words)
        return self._labels.first(form, form.same_body) if form.is_acronym else None

    def shortened(self, words: str) -> Entity | None:
        """Return whom a label's initials mean: "AK" for Adam Kokesh, "WN" for Wikinews."""
        if not _INITIALS.fullmatch(words):
            return None
        wanted = words.lower()
        speaking = (NameKind.PERSON, NameKind.ORGANISATION)
        fit = []
        for entity in self.entities:
            if entity.kind not in speaking or entity.full is None:
                continue
            form = self._forms.get(entity.full)
            if form is None or form.is_acronym:
                continue
            is_one = len(form.words) == 1 and _has_in_order(form.last, wanted)
            if wanted in form.initials() or is_one:
                fit.append((form, entity))
        whole = [entity for form, entity in fit if len(form.words) > 1]
        found = whole or [entity for _, entity in fit]
        return found[0] if len(found) == 1 else None

    def called(self, words: str) -> Entity | None:
        """Return whom a label means, however it is written: "HOLM:" for Ada Holm."""
        form = Form.of(words.casefold())
        if not form.words:
            return None
        return self._labels.first(form, form.same_person)

    def _people(self, spans: Sequence[Span]) -> list[Entity]:
        single = [span for span in spans if len(self._forms[span].words) == 1]
        full = self._full_names([span for span in spans if len(self._forms[span].words) > 1])
        alone: dict[tuple[str, ...], Entity] = {}
        firsts: dict[tuple[str, ...], Span] = {}
        namesakes = Namesakes(self._text, self._pronouns_at)
        for span in single:
            form = self._forms[span]
            first = firsts.setdefault(form.words, span)
            bearers = full.all(form, form.same_person)
            bearer = self._bearer(span, first, bearers, namesakes)
            if bearer is None:
                bearer = alone.setdefault(form.words, Entity(NameKind.PERSON))
            self._at[span] = bearer
        # Only now, so that each single name is held against full ones alone.
        for span in single:
            self._at[span].spans.append(span)
        return [*full.entities(), *alone.values()]

    def _full_names(self, spans: Sequence[Span]) -> "_Index":
        full = _Index()
        juniors = {self._forms[one].last for one in spans if self._is_child(one)}
        for span in sorted(spans, key=self._longest_first):
            form = self._forms[span]
            same = [entity for _, entity in full.all(form, form.same_person)]
            if form.last in juniors:
                same = [
                    one for one in same if self._is_junior(one.spans[0]) is self._is_junior(span)
                ]
            entity = same[0] if same else Entity(NameKind.PERSON)
            full.add(form, entity)
            self._add(entity, span)
        for entity in full.entities():
            entity.spans.sort()
        return full

    def _is_junior(self, span: Span) -> bool:
        return is_junior(self._text, span)

    def _is_child(self, span: Span) -> bool:
        return self._is_junior(span) and is_kin(self._text, span)

    def _longest_first(self, span: Span) -> tuple[int, int]:
        return -len(self._forms[span].words), span.start

    def _bearer(
        self, span: Span, first: Span, bearers: Sequence[tuple[Form, Entity]], namesakes: Namesakes
    ) -> Entity | None:
        """Return who a single name means: bearers of the surname first."""
        word = self._forms[span].words[0]
        by_surname = [entity for form, entity in bearers if form.last == word]
        unique = list(dict.fromkeys(by_surname or [entity for _, entity in bearers]))
        if not by_surname and len(unique) < 2:
            return unique[0] if unique else None
        return namesakes.meant(span, first, unique)

    def _bodies(self, spans: Sequence[Span], kinds: dict[Span, NameKind]) -> list[Entity]:
        by_form: dict[tuple[tuple[str, ...], NameKind], Entity] = {}
        of_kind: dict[NameKind, _Index] = defaultdict(_Index)
        others = [span for span in spans if kinds[span] is not NameKind.PERSON]
        for span in sorted(others, key=self._longest_first):
            kind, form = kinds[span], self._forms[span]
            entity = by_form.get((form.words, kind))
            if entity is None:
                entity = self._body(form, kind, of_kind) or Entity(kind)
                of_kind[kind].add(form, entity)
                by_form[form.words, kind] = entity
            self._add(entity, span)
        self._shorten(by_form)
        return list(dict.fromkeys(by_form.values()))

    def _shorten(self, by_form: dict[tuple[tuple[str, ...], NameKind], Entity]) -> None:
        """Give a body the first word of its name by itself: "Acme" after "Acme Robotics"."""
        bodies = [words for words, kind in by_form if kind is NameKind.ORGANISATION]
        for words in [one for one in bodies if _is_one(one)]:
            longer = [one for one in bodies if len(one) > 1 and one[0] == words[0]]
            whole = {by_form[one, NameKind.ORGANISATION] for one in longer}
            if len(whole) != 1:
                continue
            full, short = whole.pop(), by_form[words, NameKind.ORGANISATION]
            is_after = min(full.spans) < min(short.spans)
            if short is not full and is_after and not _NO_SHORTER & set(longer[0]):
                by_form[words, NameKind.ORGANISATION] = full
                for span in short.spans:
                    self._add(full, span)

    def _body(self, form: Form, kind: NameKind, of_kind: dict[NameKind, "_Index"]) -> Entity | None:
        if kind is NameKind.GROUP:
            return None
        found = of_kind[kind].first(form, form.same_body)
        if found is None and form.is_acronym:
            # A parser takes "EU" for a place and the European Union for a body.
            other = {
                NameKind.PLACE: NameKind.ORGANISATION,
                NameKind.ORGANISATION: NameKind.PLACE,
            }.get(kind)
            found = of_kind[other].first(form, form.same_body) if other else None
        return found

    def _add(self, entity: Entity, span: Span) -> None:
        entity.spans.append(span)
        self._at[span] = entity

    def _describe(self, remarks: Sequence[Remark]) -> None:
        """Tie what is said about people to those whose names it stands beside."""
        names = sorted(span for span, entity in self._at.items() if entity.is_person)
        starts = np.array([span.start for span in names] or [0])
        for remark in remarks:
            entity = self._beside(remark.span, names, starts)
            if entity is not None:
                is_title = remark.about is About.TITLE
                (entity.titles if is_title else entity.standings).append(remark.span)

    def _beside(self, span: Span, names: Sequence[Span], starts: np.ndarray) -> Entity | None:
        if not names:
            return None
        after = int(np.searchsorted(starts, span.end))
        if after < len(names) and self._between(span.end, names[after].start) in _BETWEEN:
            return self._at[names[after]]
        for before in range(after - 1, max(-1, after - 3), -1):
            name = names[before]
            if name.end <= span.start and self._is_linked(name.end, span.start):
                return self._at[name]
        return None

    def _is_linked(self, start: int, end: int) -> bool:
        if self._between(start, end) in _LINKING:
            return True
        return end - start < _FARTHEST and _ORIGIN.match(self._text, start, end) is not None

    def _between(self, start: int, end: int) -> str:
        # Farther than this nothing is beside anything.
        return " ".join(self._text[start:end].split()) if end - start < 12 else "far"

    def _phrase_of(self, name: Span) -> int | None:
        # A name that was cut or grown keeps the phrase that it was found as.
        return self._by_start.get(name.start, self._by_end.get(name.end))

    def _pronouns_at(self, name: Span) -> np.ndarray | None:
        number = self._phrase_of(name)
        return None if number is None else self._phrases.pronouns[number]

    def _gather(self, phrases: Phrases) -> None:
        for entity in self.entities:
            entity.spans.sort()
            found = (self._phrase_of(span) for span in entity.spans)
            entity.phrases = sorted({i for i in found if i is not None})
            if entity.phrases:
                entity.pronouns = phrases.pronouns[entity.phrases].mean(axis=0)
            entity.full = max(
                entity.spans, key=lambda s: (len(self._forms[s].words), len(s), -s.start)
            )
            if entity.is_person and len(self._forms[entity.full].words) == 1:
                surname = self._text[entity.full.start : entity.full.end]
                entity.full = full_name_in(self._text, surname) or entity.full
