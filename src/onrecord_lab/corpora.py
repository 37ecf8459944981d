"""The corpora as annotated articles: PolNeAR, silver articles, GUM, GAP."""

import csv
import pickle
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from onrecord.extract.cues import look_up
from onrecord.tagger.details import About, NameKind, Pronoun, Referent
from onrecord.types import Act, Attitude, Span
from onrecord_lab.acts import Marked, marked_acts
from onrecord_lab.annotated import (
    ActOf,
    Annotated,
    KindOf,
    Maskable,
    Reference,
    SettingOf,
    Telling,
)
from onrecord_lab.gum import GumDocument, GumMention, read_gum
from onrecord_lab.parsed import Parsed, parse
from onrecord_lab.polnear import GoldArticle
from onrecord_lab.settings import marked_settings

Sense = Callable[[str], tuple[Act | None, Attitude | None] | None]

_PRONOUN_OF = {
    "he": Pronoun.HE, "him": Pronoun.HE, "his": Pronoun.HE, "himself": Pronoun.HE,
    "she": Pronoun.SHE, "her": Pronoun.SHE, "hers": Pronoun.SHE, "herself": Pronoun.SHE,
    "they": Pronoun.THEY, "them": Pronoun.THEY, "their": Pronoun.THEY,
    "theirs": Pronoun.THEY, "themselves": Pronoun.THEY,
    "it": Pronoun.IT, "its": Pronoun.IT, "itself": Pronoun.IT,
}  # fmt: skip
_FIRST_AND_SECOND = frozenset([
    "i", "me", "mine", "my", "myself", "our", "ours", "ourselves", "that", "these", "this",
    "those", "us", "we", "which", "who", "whom", "whose", "you", "your", "yours", "yourself",
])  # fmt: skip
_REFERENT_OF = {
    "person": Referent.PERSON,
    "organization": Referent.ORGANISATION,
    "place": Referent.PLACE,
    "object": Referent.THING,
    "abstract": Referent.THING,
}
_SPEAKS = frozenset(["person", "organization", "place"])
_NAME_REFERENT = {
    NameKind.PERSON: Referent.PERSON,
    NameKind.ORGANISATION: Referent.ORGANISATION,
    NameKind.PLACE: Referent.PLACE,
    NameKind.GROUP: Referent.PEOPLE,
    NameKind.WORK: Referent.THING,
}
# A first name is a man's or a woman's when nine in ten of its bearers are.
_SURE = 0.9


def from_gold(
    article: GoldArticle,
    parsed: Parsed,
    genders: Mapping[str, Pronoun],
    sense: Sense,
    marked: Marked,
) -> Annotated:
    """Return a gold or silver article with what its names, titles and cues teach."""
    people = _People(article.text, parsed, genders)
    sources = [span for one in article.statements for span in one.source]
    return Annotated(
        name=article.name,
        text=article.text,
        statements=article.statements,
        names=parsed.names,
        abouts=parsed.abouts,
        kinds=(*people.kinds(), *_source_kinds(article.text, sources, parsed)),
        candidates=tuple(span for span, kind in parsed.names if kind in _NAME_REFERENT),
        acts=tuple(_acts(article, sense, marked)),
        settings=tuple(_settings(article)),
        tellings=_tellings(article),
        maskable=tuple(people.maskable(sources)),
        is_gold=article.is_gold,
    )


def from_gum(document: GumDocument, parsed: Parsed) -> Annotated:
    """Return a GUM document with its mentions as references and kinds."""
    return _Gum(document, parsed).annotated()


def _gap_rows(folder: Path) -> Iterator[dict[str, str]]:
    for part in ("development", "validation"):
        path = folder / f"gap-{part}.tsv"
        with path.open(encoding="utf-8", newline="") as handle:
            yield from csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)


def first_names(
    people: Path, gap: Sequence[tuple[str | None, Pronoun | None]]
) -> dict[str, Pronoun]:
    """Return the first names that plainly are a man's or a woman's: training data, not product.

    Args:
        people: The folder with the tables of US legislators and executives.
        gap: Names that GAP's pronouns mean, with the pronoun.
    """
    counts: dict[str, Counter[Pronoun]] = defaultdict(Counter)
    for path in sorted(people.glob("*.yaml")):
        for name, pronoun in _table_names(path):
            counts[name][pronoun] += 1
    for name, pronoun in gap:
        if name is not None and pronoun is not None and " " in name:
            counts[name.split()[0]][pronoun] += 1
    sure = {}
    for name, found in counts.items():
        pronoun, times = found.most_common(1)[0]
        if times >= _SURE * sum(found.values()) and len(name) > 2:
            sure[name] = pronoun
    return sure


def _table_names(path: Path) -> Iterator[tuple[str, Pronoun]]:
    for person in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
        pronoun = Pronoun.HE if person["bio"].get("gender") == "M" else Pronoun.SHE
        for part in ("first", "nickname"):
            if part in person["name"]:
                yield person["name"][part], pronoun


# "The senator" is made of "Republican Senator", "the president" of "president of Mexico".
_TITLE_CUT = re.compile(r"\s(?:of|for|at|in|from|with|to|and|on)\s|,")
_TITLE_WORD = re.compile(r"[A-Za-z]{4,}")


class _People:
    """The people that an article names, and which of its names are theirs."""

    def __init__(self, text: str, parsed: Parsed, genders: Mapping[str, Pronoun]) -> None:
        self._text = text
        self._spans = [span for span, kind in parsed.names if kind is NameKind.PERSON]
        self._words = {span: text[span.start : span.end].split() for span in self._spans}
        self._titles = [span for span, about in parsed.abouts if about is About.TITLE]
        full: dict[str, set[str]] = defaultdict(set)
        for words in self._words.values():
            if len(words) > 1:
                full[words[-1]].add(words[0])
        # A surname that two people bear teaches nothing.
        self._first = {last: next(iter(first)) for last, first in full.items() if len(first) == 1}
        self._pronoun = {
            last: genders[first] for last, first in self._first.items() if first in genders
        }

    def kinds(self) -> Iterator[KindOf]:
        for span in self._spans:
            pronoun = self._pronoun.get(self._words[span][-1])
            yield KindOf(span=span, referent=Referent.PERSON, pronoun=pronoun)

    def maskable(self, sources: Sequence[Span]) -> Iterator[Maskable]:
        is_source = set(sources)
        by_last: dict[str, list[Span]] = defaultdict(list)
        for span in self._spans:
            by_last[self._words[span][-1]].append(span)
        for last, spans in by_last.items():
            if last not in self._pronoun:
                continue
            for number, span in enumerate(spans):
                earlier = tuple(spans[max(0, number - 6) : number])
                is_alone = len(self._words[span]) == 1 and span in is_source
                if earlier and is_alone:
                    role = self._role(spans[:number])
                    pronoun = self._pronoun[last]
                    yield Maskable(span=span, pronoun=pronoun, to=earlier, role=role)

    def _role(self, names: Sequence[Span]) -> str | None:
        """Return a description by the title that stands beside one of some names."""
        for name in names:
            for title in self._titles:
                is_before = title.end <= name.start <= title.end + 1
                is_after = name.end < title.start <= name.end + 6
                if is_before or is_after:
                    words = _TITLE_CUT.split(self._text[title.start : title.end])[0].split()
                    if words and _TITLE_WORD.fullmatch(words[-1]):
                        return f"the {words[-1].lower()}"
        return None


def _source_kinds(text: str, sources: Sequence[Span], parsed: Parsed) -> Iterator[KindOf]:
    kind_of = dict(parsed.names)
    for source in dict.fromkeys(sources):
        words = text[source.start : source.end]
        start = source.start + (4 if words.lower().startswith("the ") else 0)
        if start < source.end and (kind := kind_of.get(Span(start, source.end))) in _NAME_REFERENT:
            yield KindOf(span=source, referent=_NAME_REFERENT[kind])
            continue
        inside = [s for s, k in parsed.names if s in source and k is NameKind.PERSON]
        if inside and inside[-1].end == source.end:
            yield KindOf(span=source, referent=Referent.PERSON)


def _acts(article: GoldArticle, sense: Sense, marked: Marked) -> Iterator[ActOf]:
    for one in article.statements:
        if not one.cue or not one.content:
            continue
        place = (article.name, one.cue[0].start, one.content[0].start)
        found = marked.get(place) or sense(article.text[one.cue[0].start : one.cue[0].end])
        if found is not None:
            for content in one.content:
                yield ActOf(cue=one.cue[0], content=content, act=found[0], attitude=found[1])


def _settings(article: GoldArticle) -> Iterator[SettingOf]:
    of_place = {(one.cue, one.content): one for one in marked_settings().get(article.name, ())}
    for one in article.statements:
        if one.cue and one.content:
            marked = of_place.get((one.cue[0].start, one.content[0].start))
            for content in one.content if marked is not None else ():
                yield SettingOf(
                    cue=one.cue[0], content=content, channel=marked.channel, basis=marked.basis
                )


def _tellings(article: GoldArticle) -> tuple[Telling, ...] | None:
    marked = marked_settings().get(article.name)
    if marked is None:
        return None
    found = {Telling(span=one.addressee, channel=None) for one in marked if one.addressee}
    found |= {
        Telling(span=one.channel_words, channel=one.channel) for one in marked if one.channel_words
    }
    return tuple(sorted(found, key=lambda one: one.span))


class _Gum:
    """One document's chains as references."""

    def __init__(self, document: GumDocument, parsed: Parsed) -> None:
        self._text = document.text
        self._mentions = document.mentions
        self._document = document
        self._parsed = parsed
        self._name_at = {i: span for span, _ in parsed.names for i in range(span.start, span.end)}
        self._kind_of_name = dict(parsed.names)

    def annotated(self) -> Annotated:
        plain = {m: self._candidate(m) for m in self._mentions if m.kind in _SPEAKS}
        candidate_of = {m: span for m, span in plain.items() if span is not None}
        chains: dict[int, list[GumMention]] = defaultdict(list)
        for mention in self._mentions:
            chains[mention.entity].append(mention)
        return Annotated(
            name=self._document.name,
            text=self._text,
            names=tuple(self._names()),
            abouts=self._parsed.abouts,
            kinds=tuple(self._kinds(chains)),
            references=tuple(self._references(chains, candidate_of)),
            candidates=tuple(sorted(set(candidate_of.values()))),
        )

    def _words(self, span: Span) -> str:
        return self._text[span.start : span.end].lower()

    def _is_pronoun(self, mention: GumMention) -> bool:
        words = self._words(mention.span)
        return words in _PRONOUN_OF or words in _FIRST_AND_SECOND

    def _candidate(self, mention: GumMention) -> Span | None:
        """Return where the network will look for the mention: its name, or all of it."""
        if self._is_pronoun(mention):
            return None
        name = self._name_at.get(mention.head.start)
        return name if name is not None and name in mention.span else mention.span

    def _names(self) -> Iterator[tuple[Span, NameKind]]:
        gold = {}
        for mention in self._mentions:
            name = self._name_at.get(mention.head.start)
            if name is not None and name in mention.span:
                gold[name] = mention.kind
        better = {
            "person": NameKind.PERSON,
            "organization": NameKind.ORGANISATION,
            "place": NameKind.PLACE,
        }
        for span, kind in self._parsed.names:
            is_group = kind is NameKind.GROUP
            yield span, kind if is_group else better.get(gold.get(span, ""), kind)

    def _kinds(self, chains: Mapping[int, Sequence[GumMention]]) -> Iterator[KindOf]:
        for chain in chains.values():
            found = Counter(
                pronoun for m in chain if (pronoun := _PRONOUN_OF.get(self._words(m.span)))
            )
            pronoun = found.most_common(1)[0][0] if found else None
            for mention in chain:
                if self._words(mention.span) in _FIRST_AND_SECOND:
                    continue
                referent = _REFERENT_OF.get(mention.kind, Referent.OTHER)
                if referent is Referent.PERSON and self._is_plural(mention):
                    referent = Referent.PEOPLE
                yield KindOf(span=mention.span, referent=referent, pronoun=pronoun)
                span = self._candidate(mention)
                if span is not None and span != mention.span:
                    yield KindOf(span=span, referent=referent, pronoun=pronoun)

    def _is_plural(self, mention: GumMention) -> bool:
        return (
            mention.head in self._parsed.plural
            or self._words(mention.span) in ("they", "them", "we")
            or " and " in self._words(mention.span)[: mention.head.end - mention.span.start + 5]
        )

    def _references(
        self, chains: Mapping[int, Sequence[GumMention]], candidate_of: Mapping[GumMention, Span]
    ) -> Iterator[Reference]:
        for chain in chains.values():
            to = {m: span for m in chain if (span := candidate_of.get(m)) is not None}
            for mention in chain:
                words = self._words(mention.span)
                if words in _FIRST_AND_SECOND or mention.kind not in _SPEAKS:
                    continue
                is_name = self._name_at.get(mention.head.start) is not None
                if is_name:
                    continue
                others = [s for m, s in to.items() if m != mention and s != mention.span]
                before = [s for s in others if s.end <= mention.span.start]
                yield Reference(span=mention.span, to=tuple(dict.fromkeys(before or others)))


def _passage(
    row: Mapping[str, str], parsed: Parsed
) -> tuple[Annotated, str | None, Pronoun | None]:
    text = row["Text"]

    def span(column: str) -> Span:
        start = int(row[f"{column}-offset"])
        return Span(start, start + len(row[column]))

    pronoun = span("Pronoun")
    names = [s for s, kind in parsed.names if kind is NameKind.PERSON]
    asked = {column: row[f"{column}-coref"].upper() == "TRUE" for column in "AB"}
    right = [column for column, is_right in asked.items() if is_right]
    pair = [span(column) for column in "AB"]
    others = [s for s in names if all(s.end <= p.start or s.start >= p.end for p in pair)]
    meant = row[right[0]] if right else None
    if meant is None:
        candidates, to = pair, []
    else:
        same = set(meant.split())
        candidates = sorted([*pair, *others])
        to = [span(right[0]), *(s for s in others if same & set(text[s.start : s.end].split()))]
    gender = _PRONOUN_OF.get(row["Pronoun"].lower())
    kinds = (
        (KindOf(span=span(right[0]), referent=Referent.PERSON, pronoun=gender),) if right else ()
    )
    found = Annotated(
        name=row["ID"],
        text=text,
        names=parsed.names,
        abouts=parsed.abouts,
        kinds=kinds,
        references=(Reference(span=pronoun, to=tuple(sorted(to))),),
        candidates=tuple(candidates),
    )
    return found, meant, gender


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpora:
    """All annotated articles, by where they are from; GUM's dev documents are kept apart."""

    news: tuple[Annotated, ...]
    gum: tuple[Annotated, ...]
    gum_dev: tuple[Annotated, ...]
    gap: tuple[Annotated, ...]


def read_corpora(
    data: Path, gold: Sequence[GoldArticle], silver: Sequence[GoldArticle], cache: Path
) -> Corpora:
    """Return every corpus with what its names, chains and cues teach.

    Args:
        data: The shared data folder.
        gold: PolNeAR's train articles.
        silver: Articles that networks have marked.
        cache: Where what the parser sees is kept for the next time.
    """
    news = [*gold, *silver]
    documents = list(read_gum(data / "gum"))
    passages = list(_gap_rows(data / "gap"))
    texts = [a.text for a in news] + [d.text for d in documents] + [r["Text"] for r in passages]
    parsed = _parsed(texts, cache)
    gap = [_passage(row, parsed[row["Text"]]) for row in passages]
    genders = first_names(data / "people", [(name, pronoun) for _, name, pronoun in gap])
    marked = marked_acts()
    dev = set((data / "gum" / "dev.txt").read_text(encoding="utf-8").split())
    gum = [
        (document.name in dev, from_gum(document, parsed[document.text])) for document in documents
    ]
    return Corpora(
        news=tuple(from_gold(a, parsed[a.text], genders, _sense, marked) for a in news),
        gum=tuple(one for is_dev, one in gum if not is_dev),
        gum_dev=tuple(one for is_dev, one in gum if is_dev),
        gap=tuple(one for one, _, _ in gap),
    )


def _parsed(texts: Sequence[str], cache: Path) -> dict[str, Parsed]:
    known: dict[str, Parsed] = {}
    if cache.exists():
        # Written by the line below in the same folder, and by nobody else.
        known = pickle.loads(cache.read_bytes())
    missing = [text for text in dict.fromkeys(texts) if text not in known]
    if missing:
        known |= dict(zip(missing, parse(missing), strict=True))
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_bytes(pickle.dumps(known))
    return known


def _sense(cue: str) -> tuple[Act | None, Attitude | None] | None:
    """Return what a cue tells by itself, as far as it was not denied."""
    found = look_up(cue)
    return None if found is None or found.negated else (found.act, found.attitude)
