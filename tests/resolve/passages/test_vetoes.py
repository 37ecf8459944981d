"""What a passage may not lend to a statement."""

import dataclasses
import datetime

import pytest
from by_hand import told

from onrecord import Article, Span
from onrecord.resolve.narration import Narration
from onrecord.resolve.passages.vetoes import Vetoes
from onrecord.types import (
    Addressee,
    Basis,
    Channel,
    ChannelKind,
    Grain,
    Ground,
    How,
    SaidAt,
)

TEXT = (
    "Lee said in a letter on Friday it was late.\n\n"
    "The plan, mocked since it was shown on Sunday, has friends. Poe wrote it was early.\n\n"
    "Lee told a hall it was time. A parade is held on Monday."
)


def span_of(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def day_of(words, value, basis=Basis.CONTEXT):
    day = datetime.date.fromisoformat(value)
    end = day + datetime.timedelta(days=1)
    return SaidAt(
        value=value, start=day, end=end, grain=Grain.DAY, basis=basis, span=span_of(words)
    )


FRIDAY = day_of("Friday", "2025-02-28")


def channel(kind, words, ground=Ground.CONTEXT):
    return Channel(kind=kind, span=span_of(words), ground=ground)


LETTER = channel(ChannelKind.LETTER, "letter", Ground.STATED)


def is_allowed(vetoes, number, lent):
    return vetoes.allowed(number, How(channel=lent)).channel is lent


def vetoes_of(channel=LETTER, times=(None, None, None)):
    article = Article(text=TEXT, published=datetime.date(2025, 3, 3))
    statements = [
        told(article, source="Lee", cue="said", content="it was late"),
        told(article, source="Poe", cue="wrote", content="it was early"),
        told(article, source="Lee", cue="told", content="it was time"),
    ]
    ways = (How(channel=channel), How(), How())
    return Vetoes(Narration(article, statements, speakers=["Lee", "Poe", "Lee"]), ways, times)


@pytest.mark.parametrize("kind", [ChannelKind.SPEECH, ChannelKind.INTERVIEW])
def test_what_was_written_was_not_spoken(kind):
    lent = channel(kind, "hall")
    assert not is_allowed(vetoes_of(), 1, lent)
    assert is_allowed(vetoes_of(), 2, lent)


def test_writing_may_be_in_a_letter():
    assert is_allowed(vetoes_of(), 1, channel(ChannelKind.LETTER, "letter"))


@pytest.mark.parametrize(
    ("source", "is_lent"), [("Sources", False), ("An analyst", False), ("Poe", True)]
)
def test_outsiders_were_not_where_another_spoke(source, is_lent):
    article = Article(text=f"Lee told a press briefing it was late. {source} said it was early.")
    statements = [
        told(article, source="Lee", cue="told", content="it was late"),
        told(article, source=source, cue="said", content="it was early"),
    ]
    start = article.text.index("press briefing")
    span = Span(start, start + len("press briefing"))
    own = Channel(kind=ChannelKind.PRESS_CONFERENCE, span=span, ground=Ground.STATED)
    narration = Narration(article, statements, speakers=["Lee", source])
    vetoes = Vetoes(narration, (How(channel=own), How()), (None, None))
    lent = dataclasses.replace(own, ground=Ground.CONTEXT)
    assert is_allowed(vetoes, 1, lent) is is_lent


def test_another_day_ends_what_is_carried():
    friday = day_of("Friday", "2025-02-28", Basis.STATED)
    later = day_of("Sunday", "2025-03-02", Basis.STATED)
    lent = channel(ChannelKind.LETTER, "letter")
    assert not is_allowed(vetoes_of(times=(friday, None, later)), 2, lent)
    assert is_allowed(vetoes_of(times=(friday, None, friday)), 2, lent)
    assert is_allowed(vetoes_of(times=(friday, None, None)), 2, lent)


def test_day_of_words_that_went_another_way_is_not_lent():
    friday = day_of("Friday", "2025-02-28", Basis.STATED)
    vetoes = vetoes_of(times=(friday, None, None))
    speech = channel(ChannelKind.SPEECH, "hall", Ground.STATED)
    assert not vetoes.allows_time(2, FRIDAY, speech, is_pointed=False)
    assert vetoes.allows_time(2, FRIDAY, None, is_pointed=False)
    assert vetoes.allows_time(
        2, FRIDAY, channel(ChannelKind.STATEMENT, "hall", Ground.STATED), is_pointed=False
    )


def test_pointer_lends_no_day_of_words_that_went_another_way():
    friday = day_of("Friday", "2025-02-28", Basis.STATED)
    vetoes = vetoes_of(times=(friday, None, None))
    speech = channel(ChannelKind.SPEECH, "hall")
    assert not vetoes.allows_time(2, FRIDAY, speech, is_pointed=True)
    assert vetoes.allows_time(2, FRIDAY, speech, is_pointed=False)


@pytest.mark.parametrize(
    ("opening", "is_lent"), [("After the interview, ", False), ("After dinner, ", True), ("", True)]
)
def test_what_was_over_lends_no_channel(opening, is_lent):
    article = Article(text=f"An interview was given on Friday. {opening}Lee said it was time.")
    statement = told(article, source="Lee", cue="said", content="it was time")
    start = article.text.index("interview")
    lent = Channel(kind=ChannelKind.INTERVIEW, span=Span(start, start + 9), ground=Ground.CONTEXT)
    outer = dataclasses.replace(statement, id="st1_a")
    for parent, teller, wanted in (
        (None, "Poe", is_lent),
        ("st1_a", "Poe", False),
        ("st1_a", "Lee", is_lent),
    ):
        within = dataclasses.replace(statement, parent=parent)
        narration = Narration(article, [outer, within], speakers=[teller, "Lee"])
        vetoes = Vetoes(narration, (How(), How()), (None, None))
        assert is_allowed(vetoes, 1, lent) is wanted


@pytest.mark.parametrize(
    ("words", "is_lent"),
    [
        ("Lee recently said it was time.", False),
        ("Lee said in recent weeks it was time.", False),
        ("Lee has said for months it was time.", False),
        ("Lee said it was time.", True),
        ("Lee said for Poe it was time.", True),
    ],
)
def test_what_was_said_at_no_one_time_has_no_day_of_the_passage(words, is_lent):
    article = Article(text=f"It rained on Friday. {words}", published=datetime.date(2025, 3, 3))
    statement = told(article, source="Lee", cue="said", content="it was time")
    narration = Narration(article, [statement], speakers=["Lee"])
    start = article.text.index("Friday")
    friday = dataclasses.replace(FRIDAY, span=Span(start, start + len("Friday")))
    vetoes = Vetoes(narration, (How(),), (None,))
    assert vetoes.allows_time(0, friday, None, is_pointed=True) is is_lent


def test_day_of_another_event_is_not_lent():
    assert not vetoes_of().allows_time(2, day_of("Sunday", "2025-03-02"), None, is_pointed=False)
    assert vetoes_of().allows_time(2, FRIDAY, None, is_pointed=False)


def test_day_that_only_a_later_sentence_tells_is_not_lent():
    assert not vetoes_of().allows_time(2, day_of("Monday", "2025-03-03"), None, is_pointed=False)


def test_stated_times_are_never_refused():
    assert vetoes_of().allows_time(
        2, day_of("Monday", "2025-03-03", Basis.STATED), None, is_pointed=False
    )
    assert vetoes_of().allows_time(2, None, None, is_pointed=False)


def test_another_day_ends_all_that_is_carried():
    later = day_of("Sunday", "2025-03-02", Basis.STATED)
    lent = How(
        channel=channel(ChannelKind.LETTER, "letter"),
        addressee=Addressee(span=span_of("hall"), ground=Ground.CONTEXT),
    )
    assert vetoes_of(times=(FRIDAY, None, later)).allowed(2, lent) == How()


@pytest.mark.parametrize(("cue", "is_lent"), [("nominated", False), ("named", True)])
def test_a_vote_takes_no_channel_from_the_passage(cue, is_lent):
    article = Article(text=f"A poll shows a tie. The party {cue} Lee.")
    statements = [
        told(article, source="A poll", cue="shows", content="a tie"),
        told(article, source="The party", cue=cue, content="Lee"),
    ]
    poll = Channel(kind=ChannelKind.DOCUMENT, span=Span(2, 6))
    lent = dataclasses.replace(poll, ground=Ground.CONTEXT)
    narration = Narration(article, statements, speakers=["poll", "party"])
    vetoes = Vetoes(narration, (How(channel=poll), How()), (None, None))
    assert is_allowed(vetoes, 1, lent) is is_lent
