"""How the lines of a printed conversation are labelled."""

from onrecord.types import Article, Statement

__all__ = ["label_end"]

# What stands between the one who speaks and the words: "HOLM: ...", "((WN)) ...".
_ENDS = (":", "))", "]", "**")


def label_end(article: Article, statement: Statement) -> str | None:
    """Return what ends the label of a transcript's line; None where a statement is no such line.

    A colon is a line's cue; brackets around a label are no cue.

    Args:
        article: The article.
        statement: One of its statements.
    """
    if not statement.source:
        return None
    if statement.cue:
        cue = article[statement.cue[0]].strip()
        return cue if cue in _ENDS else None
    between = article.text[statement.source[0].end : statement.content[0].start].strip()
    return between if between in _ENDS else None
