import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article, OnRecordError, Span
from onrecord.errors import MetadataError, SpanError, TextError


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2)])
def test_span_that_holds_no_words_is_refused(start, end):
    with pytest.raises(SpanError, match="wanted 0 <= start < end"):
        Span(start, end)


def test_spans_sort_by_place():
    assert sorted([Span(5, 6), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(5, 6)]


@given(text=st.text(min_size=1), data=st.data())
def test_article_slices_code_points_of_any_unicode(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Article(text=text)[Span(start, end)] == text[start:end]


def test_pieces_are_joined_with_an_ellipsis():
    article = Article(text="“A,” she said. “B.”")
    assert article.words([Span(0, 4), Span(15, 19)]) == "“A,” … “B.”"


@given(text=st.text(), surrogate=st.characters(categories=["Cs"]))
def test_lone_surrogate_is_refused_with_its_place(text, surrogate):
    with pytest.raises(TextError, match=f"U\\+{ord(surrogate):04X}, at {len(text)}:"):
        Article(text=text + surrogate)


def test_body_is_the_whole_text_unless_told():
    assert Article(text="It rains.").body == (Span(0, 9),)
    assert Article(text="").body == ()


@pytest.mark.parametrize(
    "body", [(Span(0, 99),), (Span(3, 5), Span(0, 2)), (Span(0, 4), Span(3, 5))]
)
def test_body_that_leaves_the_text_or_its_order_is_refused(body):
    with pytest.raises(SpanError, match="in order and inside the text"):
        Article(text="It rains.", body=body)


def test_published_is_a_date_or_knows_its_timezone():
    aware = datetime.datetime(2025, 3, 3, 10, tzinfo=datetime.UTC)
    for published in (datetime.date(2025, 3, 3), aware):
        assert Article(text="It rains.", published=published).published == published
    with pytest.raises(MetadataError, match="without a timezone"):
        Article(text="It rains.", published=aware.replace(tzinfo=None))


def test_articles_own_errors_have_one_base():
    with pytest.raises(OnRecordError):
        Article(text="\ud800")


def test_spans_touch_where_they_share_a_code_point():
    assert Span(2, 5).touches(Span(4, 9))
    assert Span(4, 9).touches(Span(2, 5))
    assert not Span(2, 5).touches(Span(5, 9))
