"""PolNeAR's standoff is read as its own habits have it."""

import pytest

from onrecord import Span
from onrecord_lab.polnear import read_split

TEXT = "Ann said it rains.\nBob agreed\nit pours, he added."


@pytest.fixture
def split(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, newline="")
    return tmp_path


def annotate(split, lines, annotator="00ff"):
    (split / "attributions" / f"a_{annotator}.ann").write_text("\n".join(lines), newline="")


def test_pieces_that_only_white_space_parts_are_joined(split):
    annotate(
        split,
        [
            "T1\tSource 0 3\tAnn",
            "T2\tCue 4 8\tsaid",
            "T3\tContent 9 18;19 29\tit rains. Bob agreed",
            "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3",
        ],
    )
    (article,) = read_split(split)
    (statement,) = article.statements
    assert statement.source == (Span(0, 3),)
    assert statement.content == (Span(9, 29),)


def test_lines_without_a_tab_and_untied_spans_are_left_out(split):
    annotate(
        split,
        [
            "T1\tSource 0 3\tAnn",
            "continued words of a span",
            "T2\tCue 4 8\tsaid",
            "T3\tContent 9 17\tit rains",
            "T4\tContent 30 38\tit pours",
            "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3",
            "E2\tAttribution:T2 Source:T1 Cue:T2",
        ],
    )
    (article,) = read_split(split)
    assert [one.content for one in article.statements] == [(Span(9, 17),)]


def test_first_annotator_by_name_is_taken_unless_all_are_asked_for(split):
    annotate(split, [], annotator="bb00")
    annotate(split, [], annotator="aa00")
    assert [one.annotator for one in read_split(split)] == ["aa00"]
    assert [one.annotator for one in read_split(split, every_annotator=True)] == ["aa00", "bb00"]
