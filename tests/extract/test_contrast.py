"""What was not said ends where it is told what was."""

import pytest
from marked import read


def _content(text, source, cue, content):
    links = {content: cue, cue: source}
    return read(text, links, source=[source], cue=[cue], content=[content])[0][2]


@pytest.mark.parametrize(
    ("cue", "turn", "kept"),
    [
        ("did not say", "whether the mill would close, though he left a hint of it", False),
        ("did not say", "whether the mill would close, but he smiled at it", False),
        ("said", "the mill would close, though he left a hint of it", True),
    ],
)
def test_a_clause_set_against_what_was_not_said_is_no_part_of_it(cue, turn, kept):
    whole = turn if kept else turn[: turn.index(",")]
    assert _content(f"Lee {cue} {turn}.", "Lee", cue, turn) == whole
