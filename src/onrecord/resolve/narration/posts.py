"""Posts that a page shows: "… — Ann Ng (@annng) May 3, 2021"."""

import re

from onrecord.types import Article, Span, Statement

__all__ = ["handle_of"]

_HANDLE = re.compile(r"\s*\(?(?P<handle>@[\w.-]{1,60})\)")


def handle_of(article: Article, statement: Statement) -> Span | None:
    """Return the handle by which the writer of a post signs it; None for all other statements.

    Args:
        article: The article.
        statement: One of its statements.
    """
    if not statement.source or statement.source[0].start < statement.content[-1].end:
        return None
    source = statement.source[-1]
    at = source.start if article[source].startswith("@") else source.end
    match = _HANDLE.match(article.text, at)
    return Span(*match.span("handle")) if match else None
