"""Searches among more statements than are looked at one by one, the same on both backends."""

import datetime
import itertools

import pytest
from readings import FIRST, article, reading

from onrecord.archive import Archive
from onrecord.ask import Question, Sort, conditions, facets, sample, search
from onrecord.types import Kind

DAY = datetime.date(2025, 3, 1)
PEOPLE = ("Ann Lee", "Bo Ng", "Cy Oh")


@pytest.fixture
def archive(store):
    """Thirty days of rain, three statements each, some of them at the same time."""
    made = []
    for day in range(30):
        lines = [f"It rains {'hard' if day % 3 else 'much'} {day}/{name}" for name in PEOPLE]
        when = DAY + datetime.timedelta(days=day // 2)
        one = reading(article(*lines, outlet=f"O{day % 4}", published=when))
        made.append((one.article, one.statements))
    store.add_all(made, FIRST)
    return Archive(store)


def look_at_six(monkeypatch):
    for room in (facets, sample, search):
        monkeypatch.setattr(room, "MOST", 6)


def pages(archive, asked, *, limit=7):
    found, after = [], None
    while True:
        page = archive.search(asked, limit=limit, after=after)
        found += [entry.statement.id for entry in page.entries]
        after = page.after
        if after is None:
            return found


QUESTIONS = [
    Question(words="rains", **more, **when, sort=sort)
    for more, when, sort in itertools.product(
        ({}, {"speaker": "Ng"}, {"outlet": "O1"}, {"kind": Kind.DIRECT}),
        ({}, {"since": DAY + datetime.timedelta(days=4)}),
        (Sort.NEWEST, Sort.OLDEST),
    )
]


@pytest.mark.parametrize("window", [5, 40, 20_000])
def test_common_words_give_the_pages_that_sorting_all_gives(archive, monkeypatch, window):
    expected = [pages(archive, asked) for asked in QUESTIONS]
    # So few are counted, and looked at by time first.
    look_at_six(monkeypatch)
    monkeypatch.setattr(search, "_WINDOW", window)
    assert [pages(archive, asked) for asked in QUESTIONS] == expected


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_what_most_fit_is_found_with_an_index_or_without(archive, monkeypatch, share):
    expected = [pages(archive, asked) for asked in QUESTIONS]
    monkeypatch.setattr(conditions, "_BROAD", share)
    assert [pages(archive, asked) for asked in QUESTIONS] == expected


@pytest.mark.parametrize("expected", [0, 5, 8, 90, 100_000])
@pytest.mark.parametrize("words", ["rains", "hard", "much AND rains", "29"])
def test_the_best_are_the_same_whatever_a_planner_expects(archive, monkeypatch, expected, words):
    look_at_six(monkeypatch)
    asked = Question(words=words, sort=Sort.RELEVANCE)
    right = pages(archive, asked, limit=2)
    monkeypatch.setattr(type(archive.store.backend), "estimated", lambda *_: expected)
    assert pages(archive, asked, limit=2) == right
    assert len(right) == (3 if words == "29" else 6)


def test_what_is_rarer_than_the_words_is_looked_for_first(archive, monkeypatch):
    counted = [archive.search(asked) for asked in QUESTIONS]
    monkeypatch.setattr(sample, "_NARROW", 2)
    for asked, page in zip(QUESTIONS, counted, strict=True):
        again = archive.search(asked)
        assert (again.total, again.facets) == (page.total, page.facets)


def test_counts_of_more_than_are_looked_at_say_so(archive, monkeypatch):
    look_at_six(monkeypatch)
    page = archive.search(Question(words="rains"))
    assert (page.total, page.is_exact) == (6, False)
    assert sum(count.statements for count in page.facets["speaker"]) == 6
    assert archive.search(Question(kind=Kind.DIRECT)).total == 90


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        (Question(words="rains", sort=Sort.RELEVANCE), [28, 28, 28, 29, 29, 29]),
        (Question(words="rains", until=DAY, sort=Sort.RELEVANCE), [0, 0, 0, 1, 1, 1]),
        (Question(words="rains", speaker="Ng", sort=Sort.RELEVANCE), [24, 25, 26, 27, 28, 29]),
        (Question(words="rains OR 3", outlet="O1", sort=Sort.RELEVANCE), [25, 25, 25, 29, 29, 29]),
    ],
)
def test_of_many_those_that_were_added_last_are_ranked(archive, monkeypatch, asked, last):
    look_at_six(monkeypatch)
    found = [archive.store.entry(one).words for one in pages(archive, asked, limit=4)]
    assert sorted(int(words.split()[-1].strip("“,”")) for words in found) == last
