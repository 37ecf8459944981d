"""The gold of tests/gold as values, and which found statement is which gold one."""

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.types import Article, Span, Statement

FOLDER = Path(__file__).parents[1] / "tests" / "gold"
_FOLDERS = {
    "articles": "articles",
    "dev": "settings",
    "held-out": "settings",
    "newsroom": "newsroom",
    "press-dev": "press",
    "press-held-out": "press",
    "papers-dev": "papers",
    "papers-held-out": "papers",
    "desks-dev": "desks",
    "desks-held-out": "desks",
}
SETS = tuple(_FOLDERS)
"""The articles that mistakes were looked at on, the two halves of ``settings``, articles
of other kinds that were written for it, and the halves of ``press``, ``papers`` and ``desks``."""
_DATA = Path(__file__).parents[2] / "shared" / "data"
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# Half of the words in common make two contents one statement's.
_LEAST_COMMON = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRecord:
    """One article with its statements as people marked them."""

    name: str
    article: Article
    statements: tuple[dict[str, Any], ...]


def read_gold(name: str = "articles") -> Iterator[GoldRecord]:
    """Yield the gold articles of a set in name order.

    Those whose text may not be handed on are left out where the shared data are not there.

    Args:
        name: One of `SETS`; those that are held out are looked at in figures only.
    """
    folder = FOLDER / _FOLDERS[name]
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if record.get("half", "articles") != name:
            continue
        text = record["text"] if "text" in record else _text_of(record)
        if text is None:
            continue
        yield GoldRecord(
            name=record["name"],
            article=Article(
                text=text,
                title=record["title"],
                published=datetime.date.fromisoformat(record["published"]),
                url=record["url"],
            ),
            statements=tuple(record["statements"]),
        )


def _text_of(record: dict[str, Any]) -> str | None:
    name = record["name"]
    if record["corpus"] == "polnear":
        text = _DATA / "polnear" / "train" / "text" / f"{name}.txt"
        return text.read_text(encoding="utf-8") if text.exists() else None
    for path in (_DATA / "basil" / "articles").glob(f"*/{name}.json"):
        parts = json.loads(path.read_text(encoding="utf-8"))["body-paragraphs"]
        return "\n\n".join(" ".join(part) for part in parts)
    return None


def matched(
    record: GoldRecord, found: Sequence[Statement]
) -> list[tuple[dict[str, Any], Statement | None]]:
    """Return each gold statement with the found one that is the same, if any.

    The same cue counts before more words in common; each found statement goes
    to one gold one.
    """
    pairs = []
    for number, gold in enumerate(record.statements):
        words = _words(record.article.text, gold["content"])
        cue = _words(record.article.text, gold["cue"])
        for index, statement in enumerate(found):
            other = _words(record.article.text, _places(statement.content))
            common = 2 * len(words & other) / max(1, len(words) + len(other))
            if common >= _LEAST_COMMON:
                same_cue = bool(cue & _words(record.article.text, _places(statement.cue)))
                pairs.append((same_cue, common, number, index))
    gold_of: dict[int, int] = {}
    taken = set()
    for _, _, number, index in sorted(pairs, reverse=True):
        if number not in gold_of and index not in taken:
            gold_of[number] = index
            taken.add(index)
    return [
        (gold, found[gold_of[number]] if number in gold_of else None)
        for number, gold in enumerate(record.statements)
    ]


def _places(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _words(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    return {m.start() for start, end in spans for m in _WORD.finditer(text, start, end)}
