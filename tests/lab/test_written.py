"""The articles that were written for training."""

import datetime

from onrecord_lab.acts import marked_acts, marked_apart
from onrecord_lab.settings import marked_settings
from onrecord_lab.written import written_articles


def test_statements_are_of_the_text_and_marked():
    acts = {**marked_acts(), **marked_apart()}
    articles = list(written_articles())
    assert len(articles) == 100
    for one in articles:
        starts = {mark.cue for mark in marked_settings()[one.name]}
        for statement in one.statements:
            assert statement.cue
            assert statement.content
            assert statement.cue[0].start in starts
            assert (one.name, statement.cue[0].start, statement.content[0].start) in acts
            for span in (*statement.source, *statement.cue, *statement.content):
                assert one.text[span.start : span.end].strip()


def test_name_tells_the_day_of_publication():
    for one in written_articles():
        assert datetime.date.fromisoformat(one.name.split("_")[1])
