"""Strange texts cost no more than their length: none of these may take minutes.

Each took from half a minute to hours while something was looked up by
scanning; now each takes about a second.
"""

import time

import pytest

from onrecord import Article, Span
from onrecord.extract import statements
from onrecord.tagger import Calibration, Link, Mark, Role, Tagging
from onrecord.types import MadeBy

TIMES = 20_000
MOST_SECONDS = 30


def contents(text, words):
    found, at = [], text.find(words)
    while at >= 0:
        span = Span(at, at + len(words))
        found.append(Mark(role=Role.CONTENT, span=span, probability=0.9))
        at = text.find(words, span.end)
    return found


RUNNING = "He said: " + "“Running on\n" * TIMES
BESIDE = "x " + "“a b” " * TIMES
CASES = {
    "quotations in one paragraph": ('"a" ' * TIMES, []),
    "double inside single": ("'a \"b\" c,' " * TIMES, []),
    "single marks never closed": (" 'a" * TIMES, []),
    "lines of a transcript": ("Q: Why is it?\nA: So be it.\n" * (TIMES // 2), []),
    "signed quotations": ("“Never.” — Ann B\n" * TIMES, []),
    "quotation that never closes": (RUNNING, contents(RUNNING, "“Running on")),
    "contents beside each other": (BESIDE, contents(BESIDE, "“a b”")),
    "full stops": ("He said " + "." * 500_000, contents("He said " + "." * 9, "." * 9)),
}


@pytest.mark.parametrize("cues", [0, 1])
@pytest.mark.parametrize("name", CASES)
def test_cost_is_bounded(name, cues):
    text, marks = CASES[name]
    cue = [Mark(role=Role.CUE, span=Span(0, 1), probability=0.9)] * cues
    links = [Link(asking=i, asked=0, probability=0.9) for i in range(1, cues * len(marks) + 1)]
    tagging = Tagging(
        marks=(*cue, *marks), links=tuple(links), calibration=Calibration(), inside=()
    )
    started = time.process_time()
    statements(Article(text=text), tagging, MadeBy(onrecord="0", weights="by hand"))
    assert time.process_time() - started < MOST_SECONDS
