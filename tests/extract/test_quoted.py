"""Whom others quote has a statement of their own in that of the others."""

from marked import read


def test_whom_an_agency_quotes_says_what_it_tells():
    text = "The agency quoted two farmers as saying that the dam had burst."
    told = "two farmers as saying that the dam had burst"
    links = {told: "quoted", "quoted": "The agency"}
    found = read(text, links, source=["The agency"], cue=["quoted"], content=[told])
    assert [one[:3] for one in found] == [
        ("The agency", "quoted", told),
        ("two farmers", "as saying", "that the dam had burst"),
    ]


def test_whom_an_agency_only_quotes_has_none():
    text = "The agency quoted two farmers who had seen the dam."
    told = "two farmers who had seen the dam"
    links = {told: "quoted", "quoted": "The agency"}
    found = read(text, links, source=["The agency"], cue=["quoted"], content=[told])
    assert len(found) == 1
