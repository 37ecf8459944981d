"""What a reporter says to the reader is no statement."""

import pytest
from marked import read


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Will we still call it a town?", "we", "still call", "it a town"),
        ("Who cares if it rains?", "Who", "cares", "if it rains"),
        ("If you believe that it rains, go.", "you", "believe", "that it rains"),
        ("Remember that it rains in Larn.", "", "Remember", "that it rains in Larn"),
        ("It sounds like rain will come.", "", "sounds like", "rain will come"),
    ],
)
def test_word_to_the_reader_is_no_statement(text, source, cue, content):
    roles = {"cue": [cue], "content": [content], "source": [source] if source else []}
    links = {content: cue, cue: source} if source else {content: cue}
    assert read(text, links, **roles) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Rain fell. Has Lee called for a vote?", "Lee", "called for", "a vote"),
        ("Rain fell. Lee wrote, asking: Would it rain?", "Lee", "asking", "Would it rain"),
        ("In Larn you believe that it rains.", "you", "believe", "that it rains"),
        ("“If you believe it, go,” Lee said.", "Lee", "said", "“If you believe it, go,”"),
    ],
)  # fmt: skip
def test_what_others_say_and_ask_is_kept(text, source, cue, content):
    links = {content: cue, cue: source}
    assert read(text, links, source=[source], cue=[cue], content=[content])
