"""Who says what: every statement of a news article, cut out of its own text.

    import onrecord

    article = onrecord.Article(text="“It rains,” the minister said.")
    for statement in onrecord.read(article):
        print(article.words(statement.source), article.words(statement.content))

Importing this loads nothing heavy: each name is fetched when first used, the
model when something is first read.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.errors import OnRecordError
    from onrecord.pipeline import Reader, Reading, read
    from onrecord.types import Article, Failure, Kind, Span, Statement

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Failure",
    "Kind",
    "OnRecordError",
    "Reader",
    "Reading",
    "Span",
    "Statement",
    "__version__",
    "read",
]

_HOMES = {
    "Article": "onrecord.types",
    "Failure": "onrecord.types",
    "Kind": "onrecord.types",
    "OnRecordError": "onrecord.errors",
    "Reader": "onrecord.pipeline",
    "Reading": "onrecord.pipeline",
    "Span": "onrecord.types",
    "Statement": "onrecord.types",
    "read": "onrecord.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
