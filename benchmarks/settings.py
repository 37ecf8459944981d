"""How often act, attitude, channel and addressee are right: ``python -m benchmarks.settings``.

Counted over the gold statements that the reader finds; channel and addressee over those for
which the gold has one, channel once more with those for which only the reader has one. An
addressee is right when the last word of either
stands in the other: "the BBC" and "BBC News".
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from benchmarks.gold import SETS, GoldRecord, matched, read_gold
from onrecord import Reader
from onrecord.types import Article, How, Statement

_WORD = re.compile(r"[\w'\u2019-]+")


def main() -> None:
    """Print the table, and the mistakes where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mistakes", action="store_true", help="list what is wrong")
    parser.add_argument("--gold", default="articles", choices=SETS, help="which articles")
    options = parser.parse_args()
    counts, confused, mistakes = score(Reader.load(), read_gold(options.gold))
    for name, (right, total) in counts.items():
        print(f"{name:<34} {right:>4} of {total:>4}  {right / max(1, total):.1%}")
    for (field, gold, got), times in confused.most_common():
        print(f"  {field:<9} {gold:>12} taken for {got:<12} {times}")
    if options.mistakes:
        print("\n".join(mistakes))


def score(
    reader: Reader, gold: Iterable[GoldRecord]
) -> tuple[dict[str, tuple[int, int]], Counter[tuple[str, str, str]], list[str]]:
    """Return how many are right out of how many by field, the confusions, the mistakes."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    confused: Counter[tuple[str, str, str]] = Counter()
    mistakes = []
    for record in gold:
        for wanted, found in matched(record, reader.read(record.article)):
            if found is None:
                continue
            for name, want, got in _asked(record.article, wanted, found):
                total[name] += 1
                right[name] += want == got
                if want != got and name != "channel, article tells":
                    words = record.article.words(found.content)[:90].replace("\n", " ")
                    cue = record.article.words(found.cue)
                    mistakes.append(f"{record.name[:20]} {name}: {want} / {got} [{cue}] {words}")
                    if name in ("act", "attitude"):
                        confused[name, str(want), str(got)] += 1
    return {name: (right[name], total[name]) for name in sorted(total)}, confused, mistakes


def _asked(
    article: Article, wanted: dict[str, Any], found: Statement
) -> Iterable[tuple[str, str | None, str | None]]:
    how = found.how or How()
    if "act" in wanted:
        yield "act", wanted["act"], found.act
    if "attitude" in wanted:
        yield "attitude", wanted["attitude"], found.attitude
    if "negated" in wanted:
        yield "negated", str(wanted["negated"]), str(found.negated)
    channel = how.channel.kind if how.channel else None
    if wanted["channel"]:
        yield "channel, article tells", wanted["channel"], channel
    if wanted["channel"] or channel:
        yield "channel, article or reader tells", wanted["channel"], channel
    to = article[how.addressee.span] if how.addressee else None
    if wanted["addressee"]:
        want, got = _core(wanted["addressee"]), _core(to)
        is_right = want in _words_of(to) or got in _words_of(wanted["addressee"])
        yield "addressee", want, want if is_right else got
    asides = {article[aside.span] for aside in found.asides}
    for words in asides if "asides" in wanted else ():
        is_right = any(words in a["words"] or a["words"] in words for a in wanted.get("asides", ()))
        yield "asides found that are right", "yes", "yes" if is_right else "no"


def _words_of(words: str | None) -> list[str]:
    return _WORD.findall(words.lower()) if words else []


def _core(words: str | None) -> str | None:
    """Return the last word of an addressee: "reporters" in "the reporters"."""
    found = _words_of(words)
    return found[-1] if found else None


if __name__ == "__main__":
    main()
