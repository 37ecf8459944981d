"""Speakers, settings and times on the gold articles may not get worse than they were.

``articles``, ``dev``, ``newsroom`` and ``press-dev`` are articles whose mistakes were looked at;
``held-out``, ``press-held-out``, ``papers-held-out`` and ``desks-held-out`` are those that no rule
was made on, in figures only.
"""

import pytest

from benchmarks import settings, speakers, times
from benchmarks.gold import read_gold

SCORES = {
    "speakers": lambda reader, gold: speakers.score(reader, gold)[0],
    "settings": lambda reader, gold: settings.score(reader, gold)[0],
    "times": lambda reader, gold: times.score_said(reader, gold)[0],
}

FLOORS = {
    ("speakers", "articles"): {
        "statements found": 0.91,
        "full name, statements by named people": 0.94,
        "full name, by pronoun": 0.9,
        "source type": 0.92,
        "title, statements by named people": 0.85,
    },
    ("speakers", "held-out"): {
        "full name, statements by named people": 0.87,
        "name, statements by named organisations": 0.765,
        "source type": 0.87,
    },
    ("settings", "articles"): {
        "act": 0.795,
        "attitude": 0.94,
        "negated": 0.97,
        "addressee": 0.9,
        "channel, article tells": 0.87,
        "channel, article or reader tells": 0.71,
        "asides found that are right": 0.9,
    },
    ("settings", "held-out"): {
        "act": 0.755,
        "attitude": 0.91,
        "addressee": 0.65,
        "channel, article tells": 0.695,
        "channel, article or reader tells": 0.62,
    },
    ("settings", "dev"): {
        "addressee": 0.78,
        "act": 0.805,
        "channel, article tells": 0.78,
        "channel, article or reader tells": 0.705,
    },
    ("settings", "newsroom"): {
        "addressee": 0.84,
        "act": 0.71,
        "channel, article tells": 0.7,
        "channel, article or reader tells": 0.615,
    },
    ("settings", "press-dev"): {
        "addressee": 0.78,
        "channel, article tells": 0.76,
        "channel, article or reader tells": 0.685,
    },
    ("settings", "press-held-out"): {
        "addressee": 0.74,
        "act": 0.66,
        "channel, article tells": 0.675,
        "channel, article or reader tells": 0.615,
    },
    ("settings", "papers-dev"): {
        "addressee": 0.515,
        "channel, article tells": 0.595,
        "channel, article or reader tells": 0.545,
    },
    ("settings", "papers-held-out"): {
        "addressee": 0.39,
        "channel, article tells": 0.545,
        "channel, article or reader tells": 0.49,
    },
    ("settings", "desks-held-out"): {
        "addressee": 0.715,
        "act": 0.61,
        "channel, article tells": 0.635,
        "channel, article or reader tells": 0.575,
    },
    # Since passages are asked by a pointer: more days told, more taken in vain on Wikinews.
    ("times", "articles"): {
        "said at, all": 0.865,
        "said at, article tells": 0.895,
        "said at, basis stated": 0.94,
        "said at, basis context": 0.845,
        "said at, basis published": 0.84,
    },
    ("times", "dev"): {
        "said at, all": 0.815,
        "said at, article tells": 0.545,
        "said at, basis published": 0.955,
    },
    ("times", "held-out"): {
        "said at, all": 0.785,
        "said at, article tells": 0.55,
        "said at, basis stated": 0.74,
        "said at, basis published": 0.92,
    },
    ("times", "newsroom"): {
        "said at, all": 0.81,
        "said at, article tells": 0.71,
        "said at, basis published": 0.89,
    },
    ("times", "press-dev"): {
        "said at, all": 0.725,
        "said at, article tells": 0.56,
        "said at, basis published": 0.925,
    },
    ("times", "press-held-out"): {
        "said at, all": 0.74,
        "said at, article tells": 0.59,
        "said at, basis published": 0.915,
    },
    ("times", "papers-held-out"): {
        "said at, all": 0.76,
        "said at, article tells": 0.535,
        "said at, basis published": 0.935,
    },
    ("times", "desks-held-out"): {
        "said at, all": 0.77,
        "said at, article tells": 0.56,
        "said at, basis published": 0.915,
    },
}

# Articles of either half of the press; half of their texts may not be handed on.
PRESS = 28


class Remembering:
    """A reader that reads each article once, however many benchmarks ask."""

    def __init__(self, reader):
        self._reader = reader
        self._read = {}

    def read(self, article):
        if article.id not in self._read:
            self._read[article.id] = self._reader.read(article)
        return self._read[article.id]


@pytest.fixture(scope="module")
def remembering(reader):
    return Remembering(reader)


@pytest.fixture(scope="module", params=FLOORS, ids=" ".join)
def scored(request, remembering):
    """Return the counts of one benchmark on one set, and their floors."""
    benchmark, gold = request.param
    records = list(read_gold(gold))
    if gold.startswith("papers") and not records:
        pytest.skip("the texts of PolNeAR are not here: see tests/gold/README.md")
    if gold.startswith("press") and len(records) < PRESS:
        pytest.skip("the texts of BASIL are not here: see tests/gold/README.md")
    return SCORES[benchmark](remembering, records), FLOORS[request.param]


def test_scores_may_not_fall(scored):
    counts, floors = scored
    reached = {name: counts[name][0] / counts[name][1] for name in floors}
    fallen = {
        name: (reached[name], floors[name]) for name in floors if reached[name] < floors[name]
    }
    assert not fallen


def test_gold_is_read_whole():
    assert sum(len(record.statements) for record in read_gold("articles")) >= 350
