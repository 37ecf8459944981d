"""Statements made by hand: the words of each role are looked up in the text."""

from dataclasses import replace

import numpy as np

from onrecord import Article, Span
from onrecord.resolve.passages.questions import Questions
from onrecord.types import Attitude, Kind, MadeBy, Statement, statement_id

MADE_BY = MadeBy(onrecord="0", weights="by hand")


def spans(text, words, start=0):
    """Return the place of each piece, each looked for after the one before."""
    found = []
    for piece in [words] if isinstance(words, str) else words:
        start = text.index(piece, start)
        found.append(Span(start, start + len(piece)))
        start += len(piece)
    return tuple(found)


def statement(article, *, content, cue=(), source=(), parent=None):
    places = {
        "source": spans(article.text, source),
        "cue": spans(article.text, cue),
        "content": spans(article.text, content),
    }
    return made_of(article, parent=parent, **places)


def made_of(article, *, parent=None, **places):
    return Statement(
        id=statement_id(article.id, **places),
        article_id=article.id,
        kind=Kind.INDIRECT,
        **places,
        parent=parent,
        confidence=0.9,
        made_by=MADE_BY,
    )


def told(article, *, source, cue, content):
    """Return an assertion by its words, the source and cue that stand last before the content."""
    at = article.text.index(content)
    verb = article.text.rindex(cue, 0, at)
    name = article.text.rindex(source, 0, verb)
    made = made_of(
        article,
        source=(Span(name, name + len(source)),),
        cue=(Span(verb, verb + len(cue)),),
        content=(Span(at, at + len(content)),),
    )
    return replace(made, attitude=Attitude.ASSERTION)


def one(text, **roles):
    """Return an article with one statement."""
    article = Article(text=text)
    return article, statement(article, **roles)


def questions_of(values, rows, pairs, none):
    """Return questions about a passage: statement, telling and value of each pair."""
    places = np.array(pairs, dtype=np.int64).reshape(-1, 3)
    return Questions(
        values=values,
        pairs=np.array(rows, dtype=np.float32),
        asking=places[:, 0],
        telling=places[:, 1],
        value=places[:, 2],
        none=np.array(none, dtype=np.float32),
        speakers=(None,) * len(none),
    )
