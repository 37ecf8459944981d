import datetime

import pytest

from onrecord.ingest.facts import Facts
from onrecord.ingest.header import find_header


def test_header_becomes_facts_and_the_text_goes_on_below():
    text = (
        "Title: Rain expected\nOutlet: The Echo\nAuthor: Jane Doe\n"
        "Date: 2025-03-03\nURL: https://echo.example/rain\n\nIt rains."
    )
    facts, end = find_header(text)
    assert facts == Facts(
        title="Rain expected",
        outlet="The Echo",
        byline="Jane Doe",
        published=datetime.date(2025, 3, 3),
        url="https://echo.example/rain",
    )
    assert text[end:] == "It rains."


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_header_may_have_any_line_ends(line_end):
    text = line_end.join(["Title: Rain", "Date: 2025-03-03", "", "It rains."])
    facts, end = find_header(text)
    assert facts.title == "Rain"
    assert text[end:] == "It rains."


def test_front_matter_may_hold_keys_of_its_own():
    text = '---\nlayout: post\ntitle: "Rain: more of it"\n---\nIt rains.'
    facts, end = find_header(text)
    assert facts.title == "Rain: more of it"
    assert text[end:] == "It rains."


@pytest.mark.parametrize(
    "text",
    [
        "Interview: the minister on rain.\n\nIt rains.",
        "Author: It rains.\nReader: Does it?\nAuthor: It does.\n\nThe end.",
        "Author: It rains.\n\nReader: Does it?\n\n",
        "Title: the word is Latin.\nIt means heading.\n\nMore.",
        "---\nNo keys, a line only.\n---\nIt rains.",
        "Smith: No.\nDate: 2025-03-03\n\nIt rains.",
        "It rains.\n\nTitle: not at the top\n\n",
    ],
)
def test_text_that_only_looks_like_a_header_stays(text):
    assert find_header(text) == (Facts(), 0)


def test_date_that_cannot_be_read_leaves_the_rest_of_the_header():
    facts, end = find_header("Title: Rain\nDate: some time in spring\n\nIt rains.")
    assert (facts.title, facts.published) == ("Rain", None)
    assert end > 0
