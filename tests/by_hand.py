"""Statements made by hand: the words of each role are looked up in the text."""

from dataclasses import replace

import numpy as np

from onrecord import Article, Span
from onrecord.resolve.passages import Passage
from onrecord.resolve.passages.days import TIME_FEATURES
from onrecord.resolve.passages.passage import Channels, Days, Tellings
from onrecord.resolve.passages.surroundings import NEARNESS, TRAITS
from onrecord.resolve.when import carried, or_published, times_of
from onrecord.tagger.details import BASES, CHANNELS
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


def said_at(narration):
    """Return when statements were said, as far as rules tell."""
    return or_published(narration.article, carried(times_of(narration)))


def passage_of(chance, *, statements=4, times=3, words=2, choices=3, numbers=48):
    """Return a passage of chance numbers, as a pointer is asked about."""

    def some(*shape):
        return chance.normal(size=shape).astype(np.float32)

    def tellings(many):
        return Tellings(
            states=some(many, 2 * numbers),
            paragraphs=np.sort(chance.integers(0, 40, size=many)),
            places=chance.random(many).astype(np.float32),
        )

    pairs = len(NEARNESS) + 3 + 7 + 1 + 1 + len(CHANNELS) + len(TRAITS) + len(BASES)
    return Passage(
        traits=some(statements, len(TRAITS)),
        states=some(statements, 3 * numbers),
        paragraphs=np.sort(chance.integers(0, 40, size=statements)),
        places=chance.random(statements).astype(np.float32),
        speakers=tuple(chance.choice(["Ann Lee", "Bo Li", None], size=statements)),
        days=Days(
            tellings=tellings(times),
            features=some(times, len(TIME_FEATURES)),
            pairs=some(statements, times, len(NEARNESS) + 3),
        ),
        channels=Channels(
            tellings=tellings(words),
            telling=chance.integers(0, words, size=choices if words else 0),
            value=chance.integers(0, len(CHANNELS), size=choices if words else 0),
            pairs=some(statements, choices if words else 0, pairs),
            none=some(statements, len(TRAITS) + len(BASES) + 1 + 3),
        ),
    )
