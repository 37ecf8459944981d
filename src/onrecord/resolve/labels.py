"""How the lines of a printed conversation are labelled, and which labels are of those who ask."""

from collections import Counter
from collections.abc import Sequence

from onrecord.types import Article, Kind, Statement

__all__ = ["asking_labels", "ends_asking", "is_opening_question", "label_end", "label_of"]

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


def label_of(article: Article, statement: Statement) -> str:
    """Return a line's label as written.

    Args:
        article: The article.
        statement: A statement that is a line.
    """
    return article.words(statement.source)


def asking_labels(article: Article, lines: Sequence[Statement]) -> frozenset[str]:
    """Return the labels of those who put questions: more than once, in most of their lines.

    "You have been very critical of …" is theirs, too.

    Args:
        article: The article.
        lines: The lines of a transcript.
    """
    times = Counter(label_of(article, one) for one in lines)
    asked = Counter(label_of(article, one) for one in lines if ends_asking(article, one))
    return frozenset(
        label for label, count in asked.items() if count > 1 and 2 * count > times[label]
    )


def ends_asking(article: Article, statement: Statement) -> bool:
    """Say whether a statement's words end in a question mark.

    Args:
        article: The article.
        statement: One of its statements.
    """
    return article.words(statement.content).rstrip(" \"'\u201d\u2019)]").endswith("?")


def is_opening_question(article: Article, statement: Statement, first: Statement) -> bool:
    """Say whether a statement is the question without a label before an interview's first line.

    Args:
        article: The article.
        statement: One of its statements.
        first: The first line that has a label.
    """
    is_bare = not statement.source and not statement.cue and statement.kind is not Kind.DIRECT
    start, end = statement.content[-1].end, first.source[0].start
    is_just_before = start < end and not article.text[start:end].strip(" \r\n([*")
    return is_bare and is_just_before and ends_asking(article, statement)
