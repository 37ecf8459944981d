import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article, Span
from onrecord.types import article_id, statement_id


def test_ids_stay_what_they_were_in_the_first_release():
    """A record made with an older version must still fit: a new recipe takes a new version byte."""
    assert article_id("It rains.") == "ar1_kvivvwmvylfph7gh"
    assert (
        statement_id("ar1_kvivvwmvylfph7gh", source=[Span(0, 2)], cue=[], content=[Span(3, 8)])
        == "st1_jnzh5hgv6icdhcnt"
    )


@given(st.text())
def test_id_is_short_lower_case_and_safe_in_a_file_name(text):
    assert re.fullmatch(r"ar1_[a-z2-7]{16}", article_id(text))


def test_same_report_of_two_outlets_is_two_articles():
    assert article_id("It rains.", outlet="The Echo") != article_id("It rains.", outlet="The Post")


def test_article_keeps_its_id_when_its_title_or_place_on_disk_changes():
    assert Article(text="It rains.", uri="a.txt", title="Rain").id == Article(text="It rains.").id


def test_parts_never_run_into_each_other():
    assert article_id("ab", outlet="c") != article_id("a", outlet="bc")
    assert article_id("a", outlet="b") != article_id("a", url="b")


def test_statement_id_tells_source_cue_and_content_apart():
    span = [Span(0, 2)]
    ids = {
        statement_id("ar1_a", source=span, cue=[], content=[]),
        statement_id("ar1_a", source=[], cue=span, content=[]),
        statement_id("ar1_a", source=[], cue=[], content=span),
        statement_id("ar1_b", source=[], cue=[], content=span),
    }
    assert len(ids) == 4
