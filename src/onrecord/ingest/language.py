"""Which language an article is in: what is not English is kept, marked, and not read.

What a page says of its language is often its template's; the words go first.
"""

import functools
import importlib
import re
from collections.abc import Callable
from dataclasses import replace

from onrecord.types import Article

__all__ = ["is_english", "with_language"]

# These words make a fifth to a half of any English prose, and together at most
# a hundredth of German, Dutch, French, Spanish or Norwegian ("of" Dutch, "to" Norwegian).
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "that", "is", "was", "for", "it", "with", "as", "he", "his", "by"}
    | {"said", "have", "has", "are", "but", "not", "they", "from", "this", "their", "who", "which"}
)
_SURE_SHARE = 0.2
_LEAST_WORDS = 20
_SAMPLE = 3000
# py3langid's normed probability; single foreign quotations in English give less.
_SURE = 0.9
_WORD = re.compile(r"[^\W\d_]+")


def is_english(article: Article) -> bool:
    """Say whether an article is to be read: nobody says that it is not English."""
    tag = (article.language or "en").replace("_", "-")
    return tag.split("-")[0].strip().lower() in ("en", "eng", "english", "")


def with_language(article: Article) -> Article:
    """Return the article with its language, where the words tell it.

    >>> with_language(Article(text="He said that it was the best of the best. " * 3)).language
    'en'
    """
    words = _WORD.findall(_sample(article))
    if len(words) < _LEAST_WORDS:
        return article
    found = "en" if _is_surely_english(words) else _detected(" ".join(words))
    if found is None or (article.language or "").lower().startswith(found):
        return article
    return replace(article, language=found)


def _sample(article: Article) -> str:
    """Return the article's beginning, past most of what surrounds it."""
    start = article.body[0].start if article.body else 0
    return article.text[start : start + _SAMPLE]


def _is_surely_english(words: list[str]) -> bool:
    share = sum(word.lower() in _ENGLISH for word in words) / len(words)
    return share >= _SURE_SHARE


def _detected(words: str) -> str | None:
    classify = _classifier()
    if classify is None:
        return None
    language, probability = classify(words)
    return language if probability >= _SURE else None


@functools.cache
def _classifier() -> Callable[[str], tuple[str, float]] | None:
    """Return py3langid's classifier; None where the extra is not installed."""
    try:
        library = importlib.import_module("py3langid.langid")
    except ImportError:
        return None
    identifier = library.LanguageIdentifier.from_model_file(library.MODEL_FILE, norm_probs=True)
    return lambda words: _plain(identifier.classify(words))


def _plain(found: tuple[str, float]) -> tuple[str, float]:
    return str(found[0]), float(found[1])
