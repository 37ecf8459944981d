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
    from onrecord.archive import Archive
    from onrecord.archive import open_archive as open  # noqa: A004
    from onrecord.ask import Question
    from onrecord.errors import OnRecordError
    from onrecord.pipeline import Reader, Reading, read
    from onrecord.types import Article, Failure, Kind, Span, Statement

__version__ = "0.1.0"

__all__ = [
    "Archive",
    "Article",
    "Failure",
    "Kind",
    "OnRecordError",
    "Question",
    "Reader",
    "Reading",
    "Span",
    "Statement",
    "__version__",
    "open",
    "read",
]

_HOMES = {
    "Archive": "onrecord.archive",
    "Article": "onrecord.types",
    "Failure": "onrecord.types",
    "Kind": "onrecord.types",
    "OnRecordError": "onrecord.errors",
    "Question": "onrecord.ask",
    "Reader": "onrecord.pipeline",
    "Reading": "onrecord.pipeline",
    "Span": "onrecord.types",
    "Statement": "onrecord.types",
    "open": "onrecord.archive",
    "read": "onrecord.pipeline",
}
# Its home must not hide what Python itself calls open.
_NAMES = {"open": "open_archive"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), _NAMES.get(name, name))


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
