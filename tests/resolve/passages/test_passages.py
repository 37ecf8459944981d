"""What a passage tells about the statements in it."""

import tracemalloc

import numpy as np
import pytest
from by_hand import questions_of
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article
from onrecord.resolve.narration import Narration
from onrecord.resolve.passages import ChannelEvidence, passage_weights, with_channels
from onrecord.resolve.passages.answers import answered
from onrecord.resolve.passages.channels import _beside, _blocks, words_outside
from onrecord.resolve.passages.questions import AGAIN, again
from onrecord.resolve.passages.surroundings import NEARNESS, TRAITS, Surroundings, Telling
from onrecord.tagger.details import BASES, CHANNELS
from onrecord.types import (
    Basis,
    ChannelKind,
    Ground,
    How,
    Kind,
    MadeBy,
    Span,
    Statement,
)

TEXT = (
    "Mayor Ann Lee spoke at a rally in Leeds on Friday.\n\n"
    "“We will win,” she told supporters.\n\n"
    "“Nobody will stop us,” Lee added.\n"
)


def asked_of(reader, text, **facts):
    """Return an article's narration and the questions about its channels, rules left out."""
    told = reader.narrate(Article(text=text, **facts))
    nothing = [How() for _ in told.narration.statements]
    words = {"rally": {ChannelKind.SPEECH: 0.5}}
    evidence = ChannelEvidence(told.narration, nothing, told.network, words)
    return told, *evidence.questions(range(len(nothing)))


def test_what_may_tell_stands_outside_of_what_is_said(reader):
    article = Article(text="“At the rally we won,” Ann Lee said at the meeting.")
    narration = reader.narrate(article).narration
    words = [words for _, words in words_outside(narration)]
    assert "meeting" in words
    assert "the meeting" in words
    assert "rally" not in words


@pytest.mark.parametrize(
    ("text", "tellings"),
    [
        ("Commenting on the rally, Ann Lee said it was over.", []),
        ("Ann Lee, asked about the rally, said it was over.", []),
        ("Speaking at the rally, Ann Lee said it was over.", ["rally"]),
    ],
)
def test_what_somebody_speaks_of_tells_nothing(reader, text, tellings):
    told, _, found = asked_of(reader, text)
    assert [told.narration.article[one.span] for one in found] == tellings


def test_telling_is_asked_about_for_every_statement(reader):
    told, asked, tellings = asked_of(reader, TEXT)
    assert [told.narration.article[one.span] for one in tellings] == ["rally"]
    assert asked.values == tuple(map(str, CHANNELS))
    assert set(asked.asking.tolist()) == set(range(len(told.narration.statements)))
    assert set(asked.value.tolist()) == {CHANNELS.index(ChannelKind.SPEECH)}


def test_columns_are_as_many_as_their_names(reader):
    told, asked, tellings = asked_of(reader, TEXT)
    around = Surroundings(told.narration, [How()] * len(asked.none))
    assert {len(row) for row in around.traits} == {len(TRAITS)}
    shape = len(asked.none), len(tellings), len(NEARNESS)
    assert around.nearness(tellings, range(len(told.narration.statements))).shape == shape
    assert again(asked, np.zeros((len(asked.none), 14))).pairs.shape[1] == (
        asked.pairs.shape[1] + len(AGAIN)
    )


def test_nearness_tells_sentence_speaker_and_distance(reader):
    told, _, tellings = asked_of(reader, TEXT)
    around = Surroundings(told.narration, [How()] * len(told.narration.statements))
    column = {name: at for at, name in enumerate(NEARNESS)}
    rows = [rows[0] for rows in around.nearness(tellings, range(len(told.narration.statements)))]
    first, last = rows[0], rows[-1]
    assert last[column["paragraph 2"]]
    assert last[column["named there"]]
    assert last[column["nearest before"]]
    assert not last[column["in its sentence"]]
    assert first[column["paragraph 1"]] or first[column["paragraph 0"]]


def test_word_of_its_own_sentence_is_inside():
    text = "Ann Lee said at a rally that it was over."
    article = Article(text=text)
    found = Statement(
        id="st1_test",
        article_id=article.id,
        kind=Kind.INDIRECT,
        source=(Span(0, 7),),
        cue=(Span(8, 12),),
        content=(Span(24, 40),),
        confidence=1.0,
        made_by=MadeBy(onrecord="test", weights="test"),
    )
    around = Surroundings(Narration(article, [found]), [How()])
    span = Span(18, 23)
    telling = Telling(span=span, own=frozenset(), inside=around.inside(span))
    assert telling.inside == {0}
    ((row,),) = around.nearness([telling], range(1))
    assert row[NEARNESS.index("in its sentence")]
    assert row[NEARNESS.index("opener at")]


def test_chances_are_of_all_values_and_nothing(reader):
    told, asked, _ = asked_of(reader, TEXT)
    chances = passage_weights().answers(asked).chances
    assert chances.shape == (len(told.narration.statements), 1 + len(CHANNELS))
    assert np.allclose(np.exp(chances).sum(axis=1), 1)


@given(
    scores=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1)), min_size=1, max_size=9),
)
def test_nothing_is_told_a_value_without_a_telling(scores):
    class Flat:
        def score(self, rows):
            return np.zeros(len(rows))

    pairs = [(statement, place, value) for place, (statement, value) in enumerate(scores)]
    asked = questions_of(("a", "b"), [[1.0]] * len(pairs), pairs, [[0.0]] * 3)
    chances, _ = answered((Flat(), Flat()), asked)
    for statement in range(3):
        tellings = [value for one, value in scores if one == statement]
        for value in (0, 1):
            wanted = tellings.count(value) / (1 + len(tellings))
            assert np.isclose(np.exp(chances[statement, 1 + value]), wanted, atol=1e-6)


def test_speech_of_the_paragraph_above_is_lent(reader):
    article = Article(text=TEXT)
    for statement in reader.read(article):
        channel = statement.how.channel
        assert channel.kind is ChannelKind.SPEECH
        assert article[channel.span] in {"rally", "at a rally", "supporters"}


def test_outlet_is_named_beside_what_tells_and_never_in_what_is_said(reader):
    text = (
        "“CNN is finished,” Ann Lee said in a radio interview with NPR, days after the Times "
        "had asked about it."
    )
    narration = reader.narrate(Article(text=text)).narration
    start = text.index("interview")
    near = [token.word for token in _beside(narration, Span(start, start + len("interview")))]
    assert "NPR" in near
    assert "CNN" not in near
    assert "Times" not in near


def test_what_rules_find_is_kept(reader):
    text = (
        "Mayor Ann Lee spoke at a rally in Leeds on Friday.\n\n"
        "“We will win,” she wrote on Twitter on Sunday.\n"
    )
    (found,) = [one for one in reader.read(Article(text=text)) if one.content[0].start > 40]
    assert found.how.channel.kind is ChannelKind.SOCIAL_MEDIA
    assert found.how.channel.ground is Ground.STATED
    assert found.said_at.basis is Basis.STATED


def test_article_without_statements_is_asked_nothing(reader):
    assert reader.read(Article(text="A rally was held in Leeds on Friday.\n")) == ()


def test_network_says_nothing_where_it_marked_nothing(reader):
    article = Article(text="Q: Did it rain?\n\nA: It did, at the rally, all day long.\n")
    told = reader.narrate(article)
    assert all(one is None or len(one) == 1 + len(CHANNELS) + len(BASES) for one in told.network)
    assert reader.read(article) is not None


@pytest.mark.parametrize("many", [0, 1, 160, 161, 1000])
def test_every_statement_of_a_book_is_answered_once_among_its_neighbours(many):
    blocks = list(_blocks(many))
    assert [number for _, own in blocks for number in own] == list(range(many))
    for rows, own in blocks:
        assert set(own) <= set(rows)
        assert len(rows) <= 200


def test_book_is_asked_about_what_is_near(reader):
    pages = 120
    narration = reader.narrate(Article(text=TEXT * pages)).narration
    ways = [How() for _ in narration.statements]
    words = {"rally": {ChannelKind.SPEECH: 0.5}}
    evidence = ChannelEvidence(narration, ways, [None] * len(ways), words)
    _, everything = evidence.questions(range(len(ways)))
    assert len(everything) == pages
    asked, tellings = evidence.questions(range(40, 50))
    assert len(asked.none) == 10
    assert 0 < len(tellings) < pages / 2
    told = {narration.paragraph_of(one.span.start) for one in tellings}
    near = [narration.frames[number].paragraph for number in range(40, 50)]
    assert all(not told.isdisjoint(range(place - 3, place + 1)) for place in near)
    assert asked.asking.max() < 10


def test_memory_does_not_grow_with_the_square_of_a_book(reader):
    narration = reader.narrate(Article(text=TEXT * 300)).narration
    ways = [How() for _ in narration.statements]
    words = {"rally": {ChannelKind.SPEECH: 0.5}}
    tracemalloc.start()
    found = with_channels(narration, ways, [None] * len(ways), words, passage_weights())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found) == len(ways) >= 600
    assert peak < 80e6
