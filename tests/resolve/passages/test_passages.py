"""What a passage tells about the statements in it."""

import datetime
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from by_hand import passage_of
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article
from onrecord.errors import WeightsError
from onrecord.pipeline import found_in
from onrecord.resolve.narration import Narration
from onrecord.resolve.passages import (
    Answers,
    Evidence,
    Lent,
    Pointer,
    pointer,
    with_passages,
)
from onrecord.resolve.passages.channels import _beside, words_outside
from onrecord.resolve.passages.days import TIME_FEATURES
from onrecord.resolve.passages.surroundings import NEARNESS, TRAITS, Surroundings, Telling
from onrecord.resolve.passages.told import _blocks
from onrecord.tagger import States, cards
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


WORDS = {"rally": {ChannelKind.SPEECH: 0.5}}


def evidence_of(told):
    """Return what an article tells, where only "rally" may tell a channel and no rule does."""
    ways = [How() for _ in told.narration.statements]
    return Evidence(replace(found_in(told), ways=ways), WORDS)


def asked_of(reader, text, **facts):
    """Return an article's narration and what is asked about it, rules for channels left out."""
    told = reader.narrate(Article(text=text, **facts))
    return told, *evidence_of(told).passage(range(len(told.narration.statements)))


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
    told, _, found, _ = asked_of(reader, text)
    assert [told.narration.article[one.span] for one in found] == tellings


def test_telling_is_asked_about_for_every_statement(reader):
    told, asked, tellings, times = asked_of(reader, TEXT, published=datetime.date(2025, 3, 3))
    assert [told.narration.article[one.span] for one in tellings] == ["rally"]
    assert len(asked.channels.pairs) == len(asked.traits) == len(told.narration.statements)
    assert set(asked.channels.value.tolist()) == {CHANNELS.index(ChannelKind.SPEECH)}
    assert len(times) == len(asked.days.features) == 1


def test_columns_are_as_many_as_their_names(reader):
    told, asked, tellings, _ = asked_of(reader, TEXT, published=datetime.date(2025, 3, 3))
    around = Surroundings(told.narration, [How()] * len(asked.traits))
    assert {len(row) for row in around.traits} == {len(TRAITS)}
    shape = len(asked.traits), len(tellings), len(NEARNESS)
    assert around.nearness(tellings, range(len(told.narration.statements))).shape == shape
    assert asked.days.features.shape == (1, len(TIME_FEATURES))
    assert asked.days.pairs.shape == (len(asked.traits), 1, len(NEARNESS) + 3)


def test_time_tells_its_grain_and_how_long_ago_it_was(reader):
    _, asked, _, _ = asked_of(reader, TEXT, published=datetime.date(2025, 3, 3))
    (row,) = asked.days.features
    told = dict(zip(TIME_FEATURES, row.tolist(), strict=True))
    assert told["grain day"]
    assert told["one day"]
    assert told["days ago"] == pytest.approx(3 / 60)
    assert not told["day of publication"]
    assert not told["in what is said"]


def test_nearness_tells_sentence_speaker_and_distance(reader):
    told, _, tellings, _ = asked_of(reader, TEXT)
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
    told, asked, _, times = asked_of(reader, TEXT, published=datetime.date(2025, 3, 3))
    answers = pointer().answers(asked)
    many = len(told.narration.statements)
    assert answers.channels.shape == (many, 1 + len(CHANNELS))
    assert answers.times.shape == (many, 1 + len(times))
    assert np.allclose(np.exp(answers.channels).sum(axis=1), 1, atol=1e-5)
    assert np.allclose(np.exp(answers.times).sum(axis=1), 1, atol=1e-5)


@given(
    seed=st.integers(0, 2**32 - 1),
    statements=st.integers(1, 40),
    times=st.integers(0, 5),
    words=st.integers(0, 4),
)
def test_nothing_is_told_a_channel_without_a_telling(seed, statements, times, words):
    chance = np.random.default_rng(seed)
    passage = passage_of(chance, statements=statements, times=times, words=words)
    answers = pointer().answers(passage)
    untold = set(range(len(CHANNELS))) - set(passage.channels.value.tolist())
    assert np.isfinite(answers.times).all()
    assert np.allclose(np.exp(answers.channels)[:, [1 + value for value in untold]], 0)
    assert np.allclose(np.exp(answers.channels).sum(axis=1), 1, atol=1e-4)


def test_times_that_are_the_same_speak_for_each_other():
    chances = np.log(np.array([[0.3, 0.2, 0.25, 0.25]]))
    nothing = np.zeros((1, 0))
    answers = Answers(
        times=chances,
        channels=chances,
        scores=nothing,
        telling=np.zeros(0, dtype=np.int64),
        value=np.zeros(0, dtype=np.int64),
    )
    days = ["2025-03-01", "2025-02-28", "2025-03-01"]
    assert answers.time_of(0, days, 0.4) == 2
    assert answers.time_of(0, days, 0.5) is None
    assert replace(answers, times=np.zeros((1, 1))).time_of(0, [], 0.5) is None


@pytest.mark.parametrize("held", [b"", b"no arrays", b"PK\x03\x04 cut short"])
def test_broken_weights_are_an_error_that_says_so(held, tmp_path, monkeypatch):
    monkeypatch.setattr(cards, "files", lambda _: tmp_path)
    with pytest.raises(WeightsError, match=r"cannot read pointer\.npz"):
        pointer.__wrapped__()
    (tmp_path / "pointer.npz").write_bytes(held)
    with pytest.raises(WeightsError, match=r"cannot read pointer\.npz"):
        pointer.__wrapped__()


def test_day_of_the_rally_is_lent_to_what_was_said_there(reader):
    article = Article(text=TEXT, published=datetime.date(2025, 3, 3))
    for statement in reader.read(article):
        assert statement.said_at.value == "2025-02-28"
        assert article[statement.said_at.span] == "Friday"
        assert statement.said_at.basis is Basis.CONTEXT


def test_speech_of_the_paragraph_above_is_lent(reader):
    article = Article(text=TEXT)
    for statement in reader.read(article):
        channel = statement.how.channel
        assert channel.kind is ChannelKind.SPEECH
        assert article[channel.span] in {"rally", "at a rally", "supporters"}


def test_no_day_is_lent_to_what_was_said_before(reader):
    text = TEXT.replace("Lee added", "Lee had previously said")
    article = Article(text=text, published=datetime.date(2025, 3, 3))
    at_rally, before = reader.read(article)
    assert at_rally.said_at.value == "2025-02-28"
    assert before.said_at.basis is Basis.PUBLISHED


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


def test_what_is_lent_tells_how_likely_it_is_and_what_is_stated_does_not(reader):
    article = Article(text=TEXT, published=datetime.date(2025, 3, 3))
    told, added = reader.read(article)
    assert all(0.7 <= one.said_at.confidence <= 1 for one in (told, added))
    assert 0.5 <= added.how.channel.confidence <= 1
    assert told.how.channel.confidence is None
    (stated,) = reader.read(Article(text="“We will win,” Ann Lee said on Twitter on Sunday.\n"))
    assert (stated.said_at.confidence, stated.how.channel.confidence) == (None, None)


def test_how_sure_is_what_was_right_so_often():
    arrays = dict(pointer().arrays)
    sure = [[0, 1], [1, 1], [0, 0.5], [-1, 0]]
    weights = Pointer({**arrays, "sure": np.array(sure, dtype=np.float32)})
    assert weights.sure(0.8, Lent.TIME_BY_RULE) == pytest.approx(0.8)
    assert weights.sure(0.5, Lent.TIME) == pytest.approx(0.7311, abs=1e-4)
    assert weights.sure(0.8, Lent.CHANNEL_BY_RULE) == pytest.approx(2 / 3, abs=1e-4)
    assert weights.sure(0.0, Lent.CHANNEL) == weights.sure(1.0, Lent.CHANNEL)
    del arrays["sure"]
    assert Pointer(arrays).sure(0.31, Lent.CHANNEL) == pytest.approx(0.31)


def test_what_rules_find_is_kept(reader):
    text = (
        "Mayor Ann Lee spoke at a rally in Leeds on Friday.\n\n"
        "“We will win,” she wrote on Twitter on Sunday.\n"
    )
    (found,) = [one for one in reader.read(Article(text=text)) if one.content[0].start > 40]
    assert found.how.channel.kind is ChannelKind.SOCIAL_MEDIA
    assert found.how.channel.ground is Ground.STATED
    assert found.said_at.basis is Basis.STATED


class Doubting(Pointer):
    """A pointer that holds every channel for equally likely."""

    chance = 0.0

    def answers(self, passage):
        answers = super().answers(passage)
        channels = np.full_like(answers.channels, np.log(self.chance))
        channels[:, 0] = np.log(1 - self.chance * len(CHANNELS))
        return replace(answers, channels=channels)


@pytest.mark.parametrize(
    ("told", "chance", "is_lent"),
    [
        ("at a rally in Leeds on Friday", 0.06, True),
        ("at a rally in Leeds on Friday", 0.04, False),
        ("in an interview with the Leeds Post on Friday", 0.04, True),
    ],
)
def test_channel_that_rules_lend_is_taken_back_where_it_is_unlikely(reader, told, chance, is_lent):
    text = f"“We will win,” Mayor Ann Lee said {told}.\n\n“Nobody will stop us,” Lee added.\n"
    found = found_in(reader.narrate(Article(text=text)))
    assert [way.channel.ground for way in found.ways] == [Ground.STATED, Ground.CONTEXT]
    weights = Doubting(pointer().arrays)
    weights.chance = chance
    (stated, added), _ = with_passages(found, weights)
    assert stated.channel == found.ways[0].channel
    assert (added.channel is not None) == is_lent


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
    told = reader.narrate(Article(text=TEXT * pages, published=datetime.date(2025, 3, 3)))
    narration = told.narration
    evidence = evidence_of(told)
    _, everything, times = evidence.passage(range(len(narration.statements)))
    assert len(everything) == len(times) == pages
    asked, tellings, near = evidence.passage(range(40, 50))
    assert len(asked.traits) == 10
    assert 0 < len(tellings) < pages / 2
    assert 0 < len(near) < pages / 2
    found = {narration.paragraph_of(one.span.start) for one in tellings}
    places = [narration.frames[number].paragraph for number in range(40, 50)]
    assert all(not found.isdisjoint(range(place - 3, place + 1)) for place in places)


def test_memory_does_not_grow_with_the_square_of_a_book(reader):
    told = reader.narrate(Article(text=TEXT * 300, published=datetime.date(2025, 3, 3)))
    found = found_in(told)
    tracemalloc.start()
    ways, times = with_passages(found)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(ways) == len(times) == len(found.ways) >= 600
    assert peak < 80e6


def test_states_are_the_mean_of_the_pieces_of_some_words():
    states = States(
        starts=np.array([0, 4, 8]),
        ends=np.array([3, 7, 11]),
        numbers=np.array([[1, 0], [3, 0], [5, 6]], dtype=np.float16),
    )
    assert states.mean([Span(0, 7)]).tolist() == [2, 0]
    assert states.mean([Span(8, 11), Span(0, 3)]).tolist() == [3, 3]
    assert states.mean([Span(4, 7)], around=1).tolist() == [3, 2]
    assert states.mean([]).tolist() == [0, 0]
