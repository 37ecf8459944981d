"""Words in which nobody says anything, and those who are spoken about."""

import pytest
from marked import read


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Say you want that the dam go.", "you", "want", "that the dam go"),
        ("Let's say it will rain.", "Let's", "say", "it will rain"),
        ("But suppose it rains. Suppose somebody said no.", "somebody", "said", "no"),
        ("They hail from towns by the sea.", "They", "hail", "from towns by the sea"),
        ("Rain fell, adding to the sense of gloom.", "Rain", "adding", "to the sense of gloom"),
        ("Acme would assume its debts.", "Acme", "would assume", "its debts"),
        ("It was dry considering all of the rain.", "It", "considering", "all of the rain"),
        ("Lee spoke, in remarks reflecting old lies.", "Lee", "remarks reflecting", "old lies"),
        ("LEE WANTS A DAM — The river rose.", "LEE", "WANTS", "A DAM"),
        ("Lee sought the party's nomination.", "Lee", "sought", "the party's nomination"),
        ("Lee challenged Poe for her seat.", "Lee", "challenged", "Poe for her seat"),
        ("Lee made headlines for a swim.", "Lee", "made headlines for", "a swim"),
        ("Among fans the song became popular.", "fans", "became popular", "the song"),
        ("The Gazette contacted Lee about a dam.", "Gazette", "contacted Lee about", "a dam"),
        ("It gave them an urge to run.", "them", "an urge", "to run"),
    ],
)
def test_nobody_says_so(text, source, cue, content):
    links = {content: cue, cue: source}
    assert not read(text, links, source=[source], cue=[cue], content=[content])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Say Peru demanded that the dam go.", "Peru", "demanded", "that the dam go"),
        ("Many assume power prices will rise.", "Many", "assume", "power prices will rise"),
        ("All assume the role of it will grow.", "All", "assume", "the role of it will grow"),
        ("Many say Peru demanded that the dam go.", "Peru", "demanded", "that the dam go"),
        ("Federal law requires boats to stop.", "Federal law", "requires", "boats to stop"),
        ("Lee, adding that it rained, sat down.", "Lee", "adding", "that it rained"),
        ("Lee is considering a run.", "Lee", "considering", "a run"),
        ("LEE WANTS A DAM", "LEE", "WANTS", "A DAM"),
        ("Lee sought a nomination to be named.", "Lee", "sought", "a nomination to be named"),
        ("Lee challenged Poe to leave her seat.", "Lee", "challenged", "Poe to leave her seat"),
    ],
)
def test_somebody_says_so(text, source, cue, content):
    links = {content: cue, cue: source}
    assert read(text, links, source=[source], cue=[cue], content=[content])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        (
            "Lee drew criticism for selling the dam.",
            "Lee",
            "drew criticism for",
            "selling the dam",
            ("", "drew criticism for", "Lee … selling the dam"),
        ),
        (
            "Lee, who is accused of selling the dam, left.",
            "who",
            "is accused of",
            "selling the dam",
            ("", "is accused of", "selling the dam"),
        ),
        (
            "Lee drew condemnation from the council.",
            "Lee",
            "drew condemnation from",
            "the council",
            ("the council", "drew condemnation from", "Lee"),
        ),
        (
            "Lee was promised a new dam.",
            "Lee",
            "was promised",
            "a new dam",
            ("", "was promised", "a new dam"),
        ),
    ],
)
def test_who_is_spoken_about_does_not_speak(text, source, cue, content, expected):
    links = {content: cue, cue: source}
    found = read(text, links, source=[source], cue=[cue], content=[content])
    assert [one[:3] for one in found] == [expected]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Farmers began talks about the price of rain.", "began talks about", "the price of rain"),
        ("Farmers put alleged water thief Low on a list.", "put alleged", "water thief Low"),
    ],
)
def test_talks_begun_and_alleged_thieves_put_on_lists_are_no_statements(text, cue, content):
    links = {content: cue, cue: "Farmers"}
    assert read(text, links, source=["Farmers"], cue=[cue], content=[content]) == []
