"""The scorer that everybody's figures come from, as a module; it lies in ../shared/tools."""

import importlib.util
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Protocol

from onrecord.types import Span, Statement
from onrecord_lab.polnear import GoldArticle, GoldStatement


class ScorerText(Protocol):
    """A text as the scorer sees it: its words by number."""

    def token_set(self, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Return the numbers of the words that some spans touch."""
        ...


class Scorer:
    """Counts and compares statements as ``score_attribution.py`` does."""

    def __init__(self, shared: Path) -> None:
        """Load the scorer of a ``shared`` folder."""
        self._module = _load(shared / "tools" / "score_attribution.py")

    def metrics(
        self, gold: Sequence[GoldArticle], found: Iterable[Sequence[Statement]]
    ) -> dict[str, dict[str, float]]:
        """Return precision, recall and F1 by metric, over all articles together.

        Args:
            gold: The articles.
            found: What was found in each, in the same order.
        """
        total: Counter[str] = Counter()
        for article, statements in zip(gold, found, strict=True):
            record = {"statements": [_spans(one) for one in article.statements]}
            prediction = {"statements": [_spans(one) for one in statements]}
            text = self._module.Article(article.text)
            total.update(self._module.score_article(text, record, prediction))
        return dict(self._module.metrics(total))

    def are_right(self, gold: GoldArticle, statements: Sequence[Statement]) -> list[bool]:
        """Say of each statement whether the gold has it: half its words, and its source.

        A statement without a source is right where a gold one has none.
        """
        text = self._module.Article(gold.text)
        wanted = self._sets(text, gold.statements)
        return [
            any(self._agree(one, other) for other in wanted) for one in self._sets(text, statements)
        ]

    def _sets(
        self, text: ScorerText, statements: Iterable[Statement | GoldStatement]
    ) -> list[dict[str, frozenset[int]]]:
        spans = [_spans(one) for one in statements]
        return [{role: text.token_set(one[role]) for role in one} for one in spans]

    def _agree(self, one: dict[str, frozenset[int]], other: dict[str, frozenset[int]]) -> bool:
        sources = bool(one["source"] & other["source"]) or one["source"] == other["source"]
        return sources and bool(self._module.half(one["content"], other["content"]))


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _spans(statement: Statement | GoldStatement) -> dict[str, list[tuple[int, int]]]:
    return {
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
    }


def _pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]
