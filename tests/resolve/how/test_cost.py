"""Strange texts cost no more than their length, for settings and asides alike."""

import time

import pytest
from by_hand import made_of

from onrecord import Article, Span
from onrecord.extract.asides import asides
from onrecord.resolve.how import settings
from onrecord.resolve.narration import Narration

TIMES = 4_000
MOST_SECONDS = 20
CASES = {
    "one sentence without end": "He said in a statement that it rains in Rome and ",
    "one gap after another": "said “a” ",
    "commas": "said, in Rome, ",
    "verdicts": "he said falsely without evidence a false claim ",
    "one word": "in ",
    "openers": "there is no there is no ",
}


@pytest.mark.parametrize("name", CASES)
def test_cost_is_bounded(name):
    piece = CASES[name]
    article = Article(text=piece * TIMES)
    size = len(piece)
    made = [
        made_of(article, cue=(Span(at, at + 1),), source=(), content=(Span(at + 1, at + 2),))
        for at in range(0, size * TIMES, size)
    ]
    started = time.process_time()
    settings(Narration(article, made))
    asides(article, made)
    assert time.process_time() - started < MOST_SECONDS
