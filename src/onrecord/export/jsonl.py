"""JSON lines: one object a line, its shape documented in docs/reference/json.md.

Every key is always there: ``null`` or ``[]`` where nothing was found. Keys
may be added, none changes its meaning.
"""

import json
from collections.abc import Iterable, Mapping

from onrecord.types import Article, Span, Statement

__all__ = ["article_line", "statement_line"]

# JSON allows these line ends inside a string, but a reader that splits a file
# at every one of them (str.splitlines) would cut the object in two.
_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


def statement_line(article: Article, statement: Statement) -> str:
    """Return a statement as one line of JSON, without the line's end.

    Args:
        article: The article that the statement was found in.
        statement: One of its statements.
    """
    return _line(
        {
            "id": statement.id,
            "article": _reference(article),
            "kind": statement.kind,
            "attitude": None,
            "source": _places(statement.source),
            "cue": _places(statement.cue),
            "content": _places(statement.content),
            "words": article.words(statement.content),
            "cue_words": article.words(statement.cue) or None,
            "source_words": article.words(statement.source) or None,
            "parent": statement.parent,
            **_found_later(),
            "confidence": round(statement.confidence, 4),
            "made_by": {
                "onrecord": statement.made_by.onrecord,
                "weights": statement.made_by.weights,
            },
        }
    )


def article_line(article: Article) -> str:
    """Return an article, text included, as one line of JSON, without the line's end.

    >>> article_line(Article(text="It rains."))[:30]
    '{"id": "ar1_kvivvwmvylfph7gh",'
    """
    return _line(
        {
            **_reference(article),
            "byline": article.byline,
            "url": article.url,
            "language": article.language,
            "credits": list(article.credits),
            "body": _places(article.body),
            "text": article.text,
        }
    )


def _reference(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "uri": article.uri,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "outlet": article.outlet,
        "dateline": article.dateline,
    }


def _found_later() -> dict[str, object]:
    """Return the keys of the shape that this version's reader does not fill."""
    return {
        "speaker": None,
        "said_at": None,
        "channel": None,
        "place": None,
        "occasion": None,
        "addressee": None,
        "act": None,
        "negated": None,
        "hypothetical": None,
        "asides": [],
    }


def _places(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _line(fields: Mapping[str, object]) -> str:
    return json.dumps(fields, ensure_ascii=False).translate(_LINE_ENDS)
