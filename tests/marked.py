"""Statements of a text whose marks are given by hand, as words."""

from by_hand import MADE_BY

from onrecord import Article, Span
from onrecord.extract import statements
from onrecord.tagger import Calibration, Link, Mark, Role, Tagging


def place(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def marks_of(text, **roles):
    found = [
        Mark(role=Role(role), span=place(text, words), probability=0.9)
        for role, several in roles.items()
        for words in several
    ]
    return tuple(sorted(found, key=lambda mark: mark.span.start))


def read(text, links, **roles):
    """Return statements as words; ``links`` pairs the words of asking and asked marks."""
    marks = marks_of(text, **roles)
    at = {text[mark.span.start : mark.span.end]: index for index, mark in enumerate(marks)}
    tagging = Tagging(
        marks=marks,
        calibration=Calibration(),
        links=tuple(
            Link(asking=at[asking], asked=at.get(asked), probability=0.9)
            for asking, asked in links.items()
        ),
    )
    article = Article(text=text)
    return [
        (
            article.words(one.source),
            article.words(one.cue),
            article.words(one.content),
            one.kind,
        )
        for one in statements(article, tagging, MADE_BY)
    ]
