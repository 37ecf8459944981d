import json

import pytest
from any_statement import readings
from by_hand import one
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article
from onrecord.errors import LineError
from onrecord.export import (
    article_line,
    restore,
    restore_article,
    restore_statement,
    statement_line,
)

RAIN, SAID = one("“It rains,” she said.", content="“It rains,”", source="she", cue="said")


@given(readings())
def test_what_was_written_comes_back_equal(reading):
    article, statements = reading
    back = restore_article(article_line(article))
    assert back == article
    lines = [statement_line(article, statement) for statement in statements]
    assert tuple(restore_statement(back, line) for line in lines) == statements
    assert [statement_line(back, restore_statement(back, line)) for line in lines] == lines


@given(st.lists(readings(), max_size=4, unique_by=lambda reading: reading[0].id))
def test_two_files_of_one_run_are_put_together_again(read):
    articles = [article_line(article) for article, _ in read]
    statements = [statement_line(article, one) for article, found in read for one in found]
    assert list(restore(articles, statements)) == read


def test_line_of_an_older_version_is_read_with_rounded_confidence():
    fields = json.loads(statement_line(RAIN, SAID))
    del fields["exact"]
    assert restore_statement(RAIN, json.dumps(fields)) == SAID


def test_keys_of_a_later_version_are_no_obstacle():
    fields = json.loads(statement_line(RAIN, SAID)) | {"later": [1]}
    assert restore_statement(RAIN, json.dumps(fields)) == SAID


def test_altered_text_is_refused():
    fields = json.loads(article_line(RAIN)) | {"text": "“It snows,” she said."}
    with pytest.raises(LineError, match="wanted them as they were written"):
        restore_article(json.dumps(fields))


def test_statement_of_another_article_is_refused():
    with pytest.raises(LineError, match="give its own article"):
        restore_statement(Article(text="Other words."), statement_line(RAIN, SAID))


def test_statement_that_leaves_the_text_is_refused():
    fields = json.loads(statement_line(RAIN, SAID)) | {"cue": [[17, 99]]}
    with pytest.raises(LineError, match="behind the text's end"):
        restore_statement(RAIN, json.dumps(fields))


def test_statements_without_their_article_are_told_of():
    with pytest.raises(LineError, match="wanted both files of one run"):
        list(restore([], [statement_line(RAIN, SAID)]))


@pytest.mark.parametrize("line", ["", "{", "[]", "1", "{}", '{"text": 1, "id": 2}', "null"])
def test_line_without_an_article_is_refused(line):
    with pytest.raises(LineError, match="holds no article"):
        restore_article(line)


@pytest.mark.parametrize(
    ("key", "value"),
    [("kind", "sung"), ("content", []), ("content", [[3, 2]]), ("confidence", "high")],
)
def test_line_without_a_statement_is_refused(key, value):
    fields = json.loads(statement_line(RAIN, SAID)) | {key: value, "exact": {}}
    with pytest.raises(LineError, match="holds no statement"):
        restore_statement(RAIN, json.dumps(fields))
