"""Times in a text: the table of times.tsv, reasoned by hand, and what is no time."""

import datetime
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.when import expressions

TABLE = Path(__file__).with_name("times.tsv")
ROWS = [
    tuple(line.split("\t"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
MONDAY = datetime.date(2025, 3, 3)


def moment(words):
    if words == "-":
        return None
    if "T" in words:
        return datetime.datetime.fromisoformat(words)
    return datetime.date.fromisoformat(words)


def test_table_is_large():
    assert len(ROWS) >= 200


@pytest.mark.parametrize(
    ("published", "text", "value", "start", "end", "grain"),
    ROWS,
    ids=[f"{r[0]} {r[1]}" for r in ROWS],
)
def test_time_is_found_whole_and_resolved(published, text, value, start, end, grain):
    before, rest = text.split("[")
    words, after = rest.split("]")
    plain = before + words + after
    found = [one for one in expressions(plain, moment(published)) if one.span.end > len(before)]
    assert [plain[one.span.start : one.span.end] for one in found][:1] == [words]
    first = found[0]
    assert (first.value, first.start, first.end, str(first.grain)) == (
        value,
        moment(start),
        moment(end),
        grain,
    )


@pytest.mark.parametrize(
    "text",
    [
        "It lasted three days.",
        "They talked for two weeks.",
        "The 45-year-old man is well.",
        "He is 45 years old.",
        "About 2000 people came.",
        "It cost $2019 then.",
        "They sold 1,990 cars.",
        "He may go.",
        "They march on.",
        "Theresa May spoke.",
        "He reads the Sunday Times.",
        "Friday the 13th is a film.",
        "She hosted Saturday Night Live.",
        "They won on Super Tuesday.",
        "They meet every Monday.",
        "It is a daily paper.",
        "In recent years it grew.",
        "The past week was hard.",
        "Early reports were wrong.",
        "Each morning he ran.",
        "The score was 3:2.",
        "He fell in the second half.",
        "Version 2.2019 is out.",
    ],
)
def test_stretches_ages_numbers_and_names_are_no_times(text):
    assert [text[one.span.start : one.span.end] for one in expressions(text, MONDAY)] == []


def test_no_text_has_no_times():
    assert expressions("", MONDAY) == ()


PIECES = st.sampled_from(
    [line[1].replace("[", "").replace("]", "") for line in ROWS]
    + ["Feb. 30", "30 February 2023", "from Friday to Monday", "99/99/99", "the 0th century", "'s "]
    + ["9999 ", "next century", "500 decades ago", "0001-01-01", "12 a.m.", "“", "\n\n", "é"]
)
DATES = st.one_of(
    st.none(),
    st.dates(),
    st.datetimes(timezones=st.just(datetime.UTC)),
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=6).map(" ".join), DATES)
def test_any_text_gives_times_inside_it_and_in_order(text, published):
    last = 0
    for one in expressions(text, published):
        assert last <= one.span.start < one.span.end <= len(text)
        assert (one.start is None) == (one.end is None)
        assert one.start is None or one.start < one.end
        last = one.span.end


@pytest.mark.parametrize(
    "piece",
    ["March 3 to ", "on Monday ", "2", "the ", "early late ", "1x", "from 2010 to ", "a-", "May "],
)
def test_cost_is_linear(piece):
    started = time.process_time()
    expressions(piece * (200_000 // len(piece)), MONDAY)
    assert time.process_time() - started < 10
