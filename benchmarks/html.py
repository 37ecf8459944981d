"""How well web pages are read: the article's text, and what the pages state around it.

``python -m benchmarks.html`` reads the 181 pages of the article extraction
benchmark (Zyte) and prints, for the half that was developed on and the half
that was held out, precision, recall and F of runs of four words, as that
benchmark counts them, how many paragraph breaks are kept, and whether date
and authors are those that the page states (see `benchmarks.html_facts`).
"""

import argparse
import gzip
import io
import json
import random
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.html_facts import FactScore, Gold, read_gold, report, score_facts
from onrecord.ingest import read_any
from onrecord.types import Article

_PAGES = Path(__file__).parents[2] / "shared" / "data" / "html"
_SEED = 20261203
_RUN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one page gave: precision, recall, share of breaks kept, the facts."""

    name: str
    precision: float
    recall: float
    breaks: float | None
    words: int
    seconds: float
    facts: FactScore
    byline: str | None


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the pages and print the figures of both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, default=_PAGES)
    parser.add_argument("--worst", type=int, default=0, help="name so many of the worst pages")
    parser.add_argument("--facts", action="store_true", help="name pages with wrong facts")
    options = parser.parse_args(arguments)
    truth = json.loads((options.pages / "ground-truth.json").read_text(encoding="utf-8"))
    gold = read_gold()
    names = sorted(truth)
    random.Random(_SEED).shuffle(names)
    half = len(names) // 2
    # The libraries are loaded once, whatever they are to read.
    _score(options.pages, names[0], "", gold[names[0]])
    for title, part in (("development", names[:half]), ("held out", names[half:]), ("all", names)):
        scores = [
            _score(options.pages, name, truth[name]["articleBody"], gold[name]) for name in part
        ]
        _report(title, scores)
        if title == "development":
            for score in sorted(scores, key=lambda each: min(each.precision, each.recall))[
                : options.worst
            ]:
                print(f"  {score.precision:.2f} {score.recall:.2f} {truth[score.name]['url']}")
            for score in scores if options.facts else ():
                _tell_wrong_facts(score, gold[score.name], truth[score.name]["url"])


def _tell_wrong_facts(score: Score, gold: Gold, url: str) -> None:
    facts = score.facts
    if (facts.date or facts.states_date) and not facts.is_date_right:
        print(f"  date {facts.date}, wanted {' or '.join(gold.dates) or None}: {url}")
    if not facts.is_exact:
        print(f"  byline {score.byline!r}, wanted {', '.join(sorted(gold.authors)) or None}: {url}")


def _score(pages: Path, name: str, wanted: str, gold: Gold) -> Score:
    data = gzip.decompress((pages / "pages" / f"{name}.html.gz").read_bytes())
    began = time.process_time()
    [found] = read_any(io.BytesIO(data))
    seconds = time.process_time() - began
    article = found if isinstance(found, Article) else None
    text = article.text if article else ""
    ours, theirs = _runs(text), _runs(wanted)
    common = sum((ours & theirs).values())
    return Score(
        name=name,
        precision=common / ours.total() if ours else float(not theirs),
        recall=common / theirs.total() if theirs else 1.0,
        breaks=_breaks_kept(text, wanted),
        words=len(text.split()),
        seconds=seconds,
        facts=score_facts(article, gold),
        byline=article.byline if article else None,
    )


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    last = max(1, len(words) - _RUN + 1)
    return Counter(tuple(words[at : at + _RUN]) for at in range(last)) if words else Counter()


def _breaks_kept(text: str, wanted: str) -> float | None:
    """Return the share of the wanted paragraphs' ends, all but the last, at which ours end too."""
    ends = [_end(paragraph) for paragraph in wanted.split("\n\n") if len(paragraph.split()) > _RUN]
    ours = {_end(paragraph) for paragraph in text.split("\n\n")}
    within = [end for end in ends[:-1] if " ".join(end) in " ".join(re.findall(r"\w+", text))]
    return sum(end in ours for end in within) / len(within) if within else None


def _end(paragraph: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", paragraph)[-_RUN:])


def _report(title: str, scores: Sequence[Score]) -> None:
    seconds = sum(score.seconds for score in scores)
    precision = sum(score.precision for score in scores) / len(scores)
    recall = sum(score.recall for score in scores) / len(scores)
    kept = [score.breaks for score in scores if score.breaks is not None]
    print(
        f"{title}, {len(scores)} pages: F {2 * precision * recall / (precision + recall):.3f} "
        f"(precision {precision:.3f}, recall {recall:.3f}); "
        f"paragraph ends kept {sum(kept) / len(kept):.3f}; "
        f"{1000 * seconds / len(scores):.0f} ms a page, "
        f"{sum(score.words for score in scores) / seconds:,.0f} words a second"
    )
    print(report([score.facts for score in scores]))


if __name__ == "__main__":
    main()
