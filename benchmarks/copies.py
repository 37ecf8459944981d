"""Synthetic copies of real articles with their statements, for records of any size.

Each copy keeps length and layout, so that every place stays right: names,
numbers and one word in six give way to others just as long. Words and names
follow Zipf's law, as those of a real record do.
"""

import datetime
import json
import random
import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord import Article, Reader, Statement
from onrecord.ingest import read_file
from onrecord.types import statement_id

__all__ = ["copies", "originals"]

_HOME = Path(__file__).parents[1]
_WORD = re.compile(r"[A-Za-z]+|\d+")
_OUTLETS = [f"Outlet {number}" for number in range(60)]
_VOCABULARY = 300_000
_PEOPLE = 30_000
_REPLACED = 1 / 6
_SHORTEST = 5

Original = tuple[Article, tuple[Statement, ...]]


def originals() -> list[Original]:
    """Return the samples and the gold articles, read by the shipped reader."""
    reader = Reader.load()
    found = [read_file(path) for path in sorted((_HOME / "samples").glob("*.txt"))]
    for path in sorted((_HOME / "tests/gold/articles").glob("*.json")):
        values = json.loads(path.read_text(encoding="utf-8"))
        found.append(Article(text=values["text"], title=values["title"], url=values["url"]))
    read = [(one, reader.read(one)) for one in found if isinstance(one, Article)]
    return [(article, statements) for article, statements in read if statements]


def copies(of: Sequence[Original], statements: int, *, seed: int = 1) -> Iterator[Original]:
    """Yield copies until they hold so many statements."""
    chance = random.Random(seed)
    held = 0
    while held < statements:
        article, found = chance.choice(of)
        made = _copy(article, found, chance)
        held += len(made[1])
        yield made


def _copy(article: Article, found: Sequence[Statement], chance: random.Random) -> Original:
    as_now: dict[str, str] = {}
    for one in found:
        if one.speaker and one.speaker.name:
            as_now.update(_person(article[one.speaker.name], chance))

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if word not in as_now:
            as_now[word] = _other(word, chance)
        return as_now[word]

    day = datetime.date(2015, 1, 1) + datetime.timedelta(days=chance.randrange(3650))
    made = Article(
        text=_WORD.sub(other, article.text),
        title=article.title,
        published=day,
        outlet=_OUTLETS[int(60 * chance.random() ** 2)],
        url=f"https://outlet.example/{chance.getrandbits(48):x}",
        body=article.body,
    )
    return made, tuple(_moved(made, found))


def _person(name: str, chance: random.Random) -> dict[str, str]:
    """Return for each word of a name that of somebody else's: a few people speak often."""
    rank = int(_PEOPLE ** chance.random())
    return {
        word: _coined(rank * 10 + place, len(word)).capitalize()
        for place, word in enumerate(_WORD.findall(name))
        if word.isalpha()
    }


def _other(word: str, chance: random.Random) -> str:
    if word.isdigit():
        return str(chance.randrange(10 ** (len(word) - 1), 10 ** len(word)))
    if len(word) < _SHORTEST or chance.random() > _REPLACED:
        return word
    # The first words of the vocabulary come much more often than the last.
    made = _coined(int(_VOCABULARY ** chance.random()), len(word))
    return made.capitalize() if word[0].isupper() else made


def _coined(rank: int, size: int) -> str:
    letters = random.Random(rank * 100 + size)
    return "".join(letters.choices(string.ascii_lowercase, k=size))


def _moved(article: Article, found: Sequence[Statement]) -> Iterator[Statement]:
    ids = {
        one.id: statement_id(article.id, source=one.source, cue=one.cue, content=one.content)
        for one in found
    }
    for one in found:
        yield replace(
            one,
            id=ids[one.id],
            article_id=article.id,
            parent=ids.get(one.parent or ""),
            asides=tuple(replace(aside, statement=ids[one.id]) for aside in one.asides),
        )
