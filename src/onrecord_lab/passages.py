"""What passages tell about statements: ``resolve/passages/``, learned from marked settings.

The network's own opinion is among the evidence, so it must come from networks
that did not learn from the article in question.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.pipeline import Reader
from onrecord.resolve.how.words import word_set
from onrecord.resolve.passages import ChannelWords, Evidence, Found
from onrecord.resolve.passages.channels import words_outside
from onrecord.resolve.passages.passage import Channels
from onrecord.tagger.details import CHANNELS
from onrecord.types import Article, ChannelKind, Statement
from onrecord_lab.pointer import Lesson
from onrecord_lab.polnear import GoldArticle
from onrecord_lab.settings import MarkedSetting, marked_settings
from onrecord_lab.silver import published_days

# A word tells a channel when it did in so many articles, and in so large a part of its places.
_LEAST_ARTICLES = 3
_LEAST_SHARE = 0.08
_UNMARKED = -1
_DAY = len("2016-05-24")
_STOP = word_set(
    "the a an in on at of to for and with his her their its by from as is was were be it that "
    "this he she they had has who told said tell says during after before into over about new one "
    "two first last other some more than not would could also up out our your i we you"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedArticle:
    """An article whose statements' settings were marked."""

    name: str
    article: Article
    marks: tuple[MarkedSetting, ...]


def marked_articles(data: Path, articles: Iterable[GoldArticle]) -> Iterator[MarkedArticle]:
    """Yield those of some articles whose settings were marked, with their days of publication.

    Args:
        data: The shared data folder.
        articles: PolNeAR's train articles, and those that networks have marked.
    """
    days, marked = dict(published_days(data)), marked_settings()
    for one in articles:
        if one.name in marked:
            day = days.get(one.name) or one.name.split("_")[1]
            article = Article(text=one.text, published=datetime.date.fromisoformat(day))
            yield MarkedArticle(name=one.name, article=article, marks=marked[one.name])


def lesson_of(one: MarkedArticle, found: Found, words: ChannelWords) -> Lesson | None:
    """Return the lesson that an article is; None if nobody marked what is found in it.

    Args:
        one: The article.
        found: What is found in it.
        words: What may tell a channel.
    """
    marks = [_mark_of(statement, one.marks) for statement in found.narration.statements]
    if not any(marks):
        return None
    passage, _, named = Evidence(found, words).passage(range(len(marks)))
    values = [time.value for time in named]
    return Lesson(
        name=one.name,
        passage=passage,
        times=np.array([_right_times(mark, values) for mark in marks]),
        channels=np.array(list(_right_channels(marks, passage.channels))),
    )


def channel_shares(
    articles: Iterable[MarkedArticle], reader: Reader
) -> dict[str, dict[ChannelKind, float]]:
    """Return how often words, one or two, tell each channel, where they stand in the narration."""
    seen: Counter[str] = Counter()
    telling: dict[str, Counter[ChannelKind]] = defaultdict(Counter)
    in_articles: dict[str, set[str]] = defaultdict(set)
    for one in articles:
        spans = {(m.channel_words, m.channel) for m in one.marks if m.channel and m.channel_words}
        for span, words in words_outside(reader.narrate(one.article).narration):
            if words.split()[0] in _STOP or words.split()[-1] in _STOP:
                continue
            seen[words] += 1
            for told, kind in spans:
                if told is not None and kind is not None and span in told:
                    telling[words][kind] += 1
                    in_articles[words].add(one.name)
                    break
    return {
        words: {
            kind: round(times / seen[words], 4)
            for kind, times in sorted(kinds.items())
            if times >= _LEAST_SHARE * kinds.total()
        }
        for words, kinds in sorted(telling.items())
        if len(in_articles[words]) >= _LEAST_ARTICLES
        and kinds.total() >= _LEAST_SHARE * seen[words]
    }


def _mark_of(statement: Statement, marks: Sequence[MarkedSetting]) -> MarkedSetting | None:
    cue = statement.cue[0].start if statement.cue else None
    near = (one for one in marks if one.cue == cue or one.content == statement.content[0].start)
    return next(near, None) if statement.parent is None else None


def _right_times(mark: MarkedSetting | None, values: Sequence[str]) -> list[bool]:
    """Return which times are a statement's, the first of none: also where none of them is right."""
    if mark is None:
        return [False] * (1 + len(values))
    right = [False] * len(values)
    if mark.said_at is not None:
        right = [value == mark.said_at for value in values]
        if not any(right) and len(mark.said_at) >= _DAY:
            right = [value[:_DAY] == mark.said_at[:_DAY] for value in values]
    return [not any(right), *right]


def _right_channels(marks: Sequence[MarkedSetting | None], asked: Channels) -> Iterator[int]:
    """Yield the right answers; none where no telling of the right channel was found."""
    told = {CHANNELS[value] for value in asked.value}
    for mark in marks:
        if mark is None:
            yield _UNMARKED
        else:
            is_there = mark.channel is not None and mark.channel in told
            yield 1 + CHANNELS.index(mark.channel) if is_there else 0
