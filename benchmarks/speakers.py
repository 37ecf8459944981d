"""How often the speaker is right, on the gold articles: ``python -m benchmarks.speakers``.

Counted over the gold statements that the reader finds. A name is right when it is the
same words, but for "the"; a title when it shares half of its words with the gold one, or both have
none.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from benchmarks.gold import SETS, GoldRecord, matched, read_gold
from onrecord import Reader
from onrecord.types import Article, Span, Speaker, Statement

_WORD = re.compile(r"[\w'\u2019-]+")
_LEAST_COMMON = 0.5
_NAMED = ("named person", "named organisation")
_PERSON = ("named person", "unnamed person", "anonymous source")


def main() -> None:
    """Print the table, and the mistakes where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mistakes", action="store_true", help="list what is wrong")
    parser.add_argument("--gold", default="articles", choices=SETS, help="which articles")
    options = parser.parse_args()
    reader = Reader.load()
    counts, mistakes = score(reader, read_gold(options.gold))
    for name, (right, total) in counts.items():
        print(f"{name:<44} {right:>4} of {total:>4}  {right / max(1, total):.1%}")
    if options.mistakes:
        print("\n".join(mistakes))


def score(
    reader: Reader, gold: Iterable[GoldRecord]
) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Return how many are right out of how many by what is asked, and the mistakes."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    mistakes = []
    for record in gold:
        for wanted, found in matched(record, reader.read(record.article)):
            total["statements found"] += 1
            right["statements found"] += found is not None
            if found is None:
                continue
            for name, is_right in _asked(record.article, wanted, found):
                total[name] += 1
                right[name] += is_right
                if not is_right:
                    mistakes.append(_mistake(record, name, wanted, found))
    return {name: (right[name], total[name]) for name in sorted(total)}, mistakes


def _asked(
    article: Article, wanted: dict[str, Any], found: Statement
) -> Iterable[tuple[str, bool]]:
    speaker = found.speaker
    name = _words(article, speaker.name if speaker else None)
    if wanted["type"] == "named person":
        is_right = _plain(name) == _plain(wanted["speaker"])
        yield "full name, statements by named people", is_right
        yield f"full name, by {wanted['mention']}", is_right
        if "title" in wanted:
            yield "title, statements by named people", _same_title(article, wanted, speaker)
    elif wanted["type"] in _PERSON and "title" in wanted:
        yield "title, other people", _same_title(article, wanted, speaker)
    elif wanted["type"] == "named organisation":
        yield "name, statements by named organisations", _plain(name) == _plain(wanted["speaker"])
    if wanted["type"] is not None:
        yield "source type", bool(speaker and speaker.type == wanted["type"])
    if wanted.get("speaks_for"):
        said = _words(article, speaker.speaks_for if speaker else None)
        yield "speaks for, where there is one", _alike(said, wanted["speaks_for"])


def _words(article: Article, span: Span | None) -> str | None:
    return None if span is None else " ".join(article[span].split())


def _plain(name: str | None) -> str | None:
    """Return a name without the article that some give it: "The Daily Telegraph"."""
    return None if name is None else name.removeprefix("The ").removeprefix("the ")


def _same_title(article: Article, wanted: dict[str, Any], speaker: Speaker | None) -> bool:
    return _alike(_words(article, speaker.title if speaker else None), wanted["title"])


def _alike(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    first, second = (set(_WORD.findall(words.lower())) for words in (one, other))
    return 2 * len(first & second) / max(1, len(first) + len(second)) >= _LEAST_COMMON


def _mistake(record: GoldRecord, name: str, wanted: dict[str, Any], found: Statement) -> str:
    article, speaker = record.article, found.speaker
    got = None
    if speaker:
        got = (_words(article, speaker.name), speaker.type, _words(article, speaker.title))
    gold = tuple(wanted.get(key) for key in ("speaker", "type", "title", "speaks_for"))
    source = article.words(found.source)
    return f"{record.name[:24]} {name}: [{source}] gold {gold} got {got}"


if __name__ == "__main__":
    main()
