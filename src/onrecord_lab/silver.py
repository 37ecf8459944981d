"""Articles that nobody marked, marked by several trained networks together.

What several networks agree on is close enough to gold to learn from, and the
articles are of other outlets, years and subjects than PolNeAR's (self-training
with an ensemble; Xie et al. 2020).
"""

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from onrecord import extract
from onrecord.tagger import Tagger
from onrecord.tagger.runtime import Engine
from onrecord.types import Article, MadeBy
from onrecord_lab.polnear import SILVER, GoldArticle, GoldStatement

_MADE_BY = MadeBy(onrecord="lab", weights="several")


class Several(Engine):
    """Engines that answer together: the mean of their tag scores, the first one's vectors."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        """Keep the engines; the first one's link scores count."""
        self._engines = tuple(engines)

    def run(self, ids: np.ndarray, traits: np.ndarray) -> tuple[np.ndarray, ...]:
        """Return tag scores, link vectors and details of one window, as one engine does."""
        outputs = [engine.run(ids, traits) for engine in self._engines]
        return np.mean([output[0] for output in outputs], axis=0), *outputs[0][1:]


def read_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of the articles to mark.

    BASIL's, and Wikinews' of 2019; those of 2020 are left for gold sets.

    Args:
        data: The shared data folder.
    """
    for path in sorted((data / "basil" / "articles").glob("*/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        yield path.stem, "\n\n".join(" ".join(part) for part in record["body-paragraphs"])
    with (data / "wikinews" / "wikinews_2019.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            yield row["url"].rsplit("/", 1)[-1], row["text"]


def published_days(data: Path) -> Iterator[tuple[str, str]]:
    """Yield name and day of publication, ISO, of the articles to mark.

    Args:
        data: The shared data folder.
    """
    for path in sorted((data / "basil" / "articles").glob("*/*.json")):
        yield path.stem, json.loads(path.read_text(encoding="utf-8"))["date"][:10]
    with (data / "wikinews" / "wikinews_2019.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            yield row["url"].rsplit("/", 1)[-1], row["date"][:10]


def marked(texts: Iterator[tuple[str, str]], tagger: Tagger) -> Iterator[GoldArticle]:
    """Yield the articles with what the tagger finds in them as if it were gold.

    Args:
        texts: Names and texts.
        tagger: Several networks together.
    """
    for name, text in texts:
        article = Article(text=text)
        found = extract.statements(article, tagger.tag(text, article.body), _MADE_BY)
        yield GoldArticle(
            name=name,
            annotator=SILVER,
            text=text,
            statements=tuple(
                GoldStatement(source=one.source, cue=one.cue, content=one.content)
                for one in found
                if one.parent is None and one.cue
            ),
        )
