"""GUM as texts with entity mentions, their heads and what they corefer with.

Read from the WebAnno tables (``tsv/``) and dependency trees (``dep/``). The
tables hold tokens only, so texts are put together again as newspapers write
them; paragraphs are not kept there, a few sentences make one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.types import Span

_NO_SPACE_BEFORE = frozenset([
    "!", "%", "'", "'d", "'ll", "'m", "'re", "'s", "'ve", ")", ",", "-", ".", "/", ":", ";",
    "?", "]", "n't", "n\u2019t", "\u2013", "\u2019", "\u2019d", "\u2019ll", "\u2019m",
    "\u2019re", "\u2019s", "\u2019ve", "\u201d", "\u2026",
])  # fmt: skip
_NO_SPACE_AFTER = frozenset(
    ["(", "[", "$", "\u20ac", "\u00a3", "\u201c", "\u2018", "-", "\u2013", "/", "#"]
)
_ENTITY = re.compile(r"(?P<kind>[a-z]+)(?:\[(?P<number>\d+)\])?")
_LINK = re.compile(r"(?P<place>\d+-\d+)(?:\[(?P<there>\d+)_(?P<here>\d+)\])?")
# A paragraph in news text has two or three sentences.
_SENTENCES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class GumMention:
    """One mention of an entity.

    Attributes:
        span: The whole phrase.
        head: The word that the phrase hangs on.
        kind: GUM's type: person, organization, place, object, abstract, ...
        entity: Number of its coreference chain in the document.
    """

    span: Span
    head: Span
    kind: str
    entity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GumDocument:
    """One document with its mentions in order."""

    name: str
    text: str
    mentions: tuple[GumMention, ...]


@dataclass(slots=True)
class _Token:
    place: str
    words: str
    kinds: list[tuple[str, str]]
    links: list[tuple[str, str, str]]
    head: int = -1


def read_gum(folder: Path, names: Sequence[str] | None = None) -> Iterator[GumDocument]:
    """Yield GUM's documents in name order.

    Args:
        folder: Holds ``tsv/`` and ``dep/``.
        names: Only these documents.
    """
    for path in sorted((folder / "tsv").glob("*.tsv")):
        if names is None or path.stem in names:
            yield _document(path, folder / "dep" / f"{path.stem}.conllu")


def _document(table: Path, trees: Path) -> GumDocument:
    sentences = list(_sentences(table))
    for sentence, heads in zip(sentences, _heads(trees), strict=False):
        for token, head in zip(sentence, heads, strict=False):
            token.head = head
    text, places = _put_together(sentences)
    return GumDocument(name=table.stem, text=text, mentions=tuple(_mentions(sentences, places)))


def _sentences(path: Path) -> Iterator[list[_Token]]:
    sentence: list[_Token] = []
    number = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("#") or len(fields) < 4:
            continue
        at = fields[0].split("-")[0]
        if at != number and sentence:
            yield sentence
            sentence = []
        number = at
        sentence.append(_token(fields))
    if sentence:
        yield sentence


def _token(fields: Sequence[str]) -> _Token:
    place = fields[0]
    kinds = []
    if fields[3] != "_":
        for part in fields[3].split("|"):
            match = _ENTITY.match(part)
            if match:
                kinds.append((match["kind"], match["number"] or f"at {place}"))
    links = []
    if len(fields) > 8 and fields[8] not in ("_", ""):
        for relation, part in zip(fields[7].split("|"), fields[8].split("|"), strict=False):
            match = _LINK.match(part)
            if match:
                links.append((relation, *_ends(match, place)))
    return _Token(place=place, words=fields[2], kinds=kinds, links=links)


def _ends(match: re.Match[str], place: str) -> tuple[str, str]:
    there, here = match["there"] or "0", match["here"] or "0"
    return (
        there if there != "0" else f"at {match['place']}",
        here if here != "0" else f"at {place}",
    )


def _heads(path: Path) -> Iterator[list[int]]:
    heads: list[int] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) > 6 and fields[0].isdigit():
            heads.append(int(fields[6]) - 1)
        elif not line and heads:
            yield heads
            heads = []
    if heads:
        yield heads


def _put_together(sentences: Sequence[Sequence[_Token]]) -> tuple[str, dict[str, Span]]:
    text, places = "", {}
    is_open = False
    for number, sentence in enumerate(sentences):
        glue = "\n\n" if number and number % _SENTENCES == 0 else " " if number else ""
        if glue == "\n\n":
            is_open = False
        for token in sentence:
            words = token.words
            closes = words == '"' and is_open
            if words in _NO_SPACE_BEFORE or closes:
                glue = "" if glue != "\n\n" else glue
            text += glue
            places[token.place] = Span(len(text), len(text) + len(words))
            text += words
            if words == '"':
                is_open = not is_open
            opens = words == '"' and is_open
            glue = "" if words in _NO_SPACE_AFTER or opens else " "
        glue = " "
    return text, places


def _mentions(
    sentences: Sequence[Sequence[_Token]], places: dict[str, Span]
) -> Iterator[GumMention]:
    tokens: dict[str, list[tuple[int, int]]] = {}
    kind_of: dict[str, str] = {}
    for number, sentence in enumerate(sentences):
        for at, token in enumerate(sentence):
            for kind, mention in token.kinds:
                tokens.setdefault(mention, []).append((number, at))
                kind_of[mention] = kind
    chain_of = _chains(
        [link for sentence in sentences for token in sentence for link in token.links]
    )
    numbers: dict[str, int] = {}
    for mention, where in sorted(tokens.items(), key=lambda item: item[1][0]):
        sentence = sentences[where[0][0]]
        inside = sorted({at for _, at in where})
        head = next((at for at in inside if sentence[at].head not in inside), inside[0])
        yield GumMention(
            span=Span(
                places[sentence[inside[0]].place].start, places[sentence[inside[-1]].place].end
            ),
            head=places[sentence[head].place],
            kind=kind_of[mention],
            entity=numbers.setdefault(chain_of(mention), len(numbers)),
        )


def _chains(links: Sequence[tuple[str, str, str]]) -> Callable[[str], str]:
    """Return what gives each mention the name of its chain."""
    above: dict[str, str] = {}

    def top(mention: str) -> str:
        while above.get(mention, mention) != mention:
            mention = above[mention]
        return mention

    for relation, one, other in links:
        if relation == "coref":
            above[top(one)] = top(other)
    return top
