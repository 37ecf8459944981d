"""Press conferences, trials and calls: who goes on there has their channel and day."""

import dataclasses
import datetime

import pytest
from by_hand import said_at, told

from onrecord import Article
from onrecord.resolve.how import settings
from onrecord.resolve.narration import Narration
from onrecord.types import Basis, MentionKind, SourceType, Speaker

MONDAY = datetime.date(2025, 3, 3)


def read(text, *roles, speakers):
    """Return channel and day of each statement of an article."""
    article = Article(text=text, published=MONDAY)
    narration = Narration(article, [told(article, **one) for one in roles], speakers=speakers)
    times = [one.value if one.basis is not Basis.PUBLISHED else None for one in said_at(narration)]
    ways = settings(narration)
    return [
        (str(way.channel.kind) if way.channel else None, time)
        for way, time in zip(ways, times, strict=True)
    ]


TRIAL = (
    "A court heard on Sunday Low stole it.\n\nProsecutor Kim said Low knew.\n\n"
    "Giving evidence, a baker said he saw.\n\n{}"
)
HEARD = {"source": "A court", "cue": "heard", "content": "Low stole it"}
KIM = {"source": "Prosecutor Kim", "cue": "said", "content": "Low knew"}
BAKER = {"source": "a baker", "cue": "said", "content": "he saw"}
SUNDAY = "2025-03-02"


def test_who_has_a_part_in_a_trial_speaks_there():
    last = {"source": "Judge Roe", "cue": "said", "content": "all was told"}
    text = TRIAL.format("Judge Roe said all was told.")
    found = read(text, HEARD, KIM, BAKER, last, speakers=["a", "kim", "baker", "roe"])
    assert found == [
        ("court", SUNDAY),
        ("court", SUNDAY),
        ("testimony", SUNDAY),
        ("court", SUNDAY),
    ]


@pytest.mark.parametrize(
    ("words", "source", "cue"),
    [
        ("Ada Poe said it was late.", "Ada Poe", "said"),
        ("Prosecutor Kim said in a statement it was late.", "Prosecutor Kim", "said"),
        ("Prosecutor Kim had said it was late.", "Prosecutor Kim", "had said"),
        ("Separately, Prosecutor Kim said it was late.", "Prosecutor Kim", "said"),
    ],
)
def test_another_setting_is_no_part_of_the_trial(words, source, cue):
    last = {"source": source, "cue": cue, "content": "it was late"}
    key = "poe" if "Poe" in source else "kim"
    found = read(TRIAL.format(words), HEARD, KIM, BAKER, last, speakers=["a", "kim", "baker", key])
    assert found[-1] in [(None, None), ("statement", None)]


def test_a_sitting_is_over_where_the_article_leaves_it():
    text = "Lee told a news conference she won.\n\nA.\n\nB.\n\nC.\n\nLee said she lost."
    first = {"source": "Lee", "cue": "told", "content": "she won"}
    last = {"source": "Lee", "cue": "said", "content": "she lost"}
    assert read(text, first, last, speakers=["lee", "lee"])[1] == (None, None)


def test_others_may_speak_between_two_answers_at_a_press_conference():
    text = (
        "Lee told a news conference on Sunday she won. Critics say she lost. Lee said it was over."
    )
    roles = [
        {"source": "Lee", "cue": "told", "content": "she won"},
        {"source": "Critics", "cue": "say", "content": "she lost"},
        {"source": "Lee", "cue": "said", "content": "it was over"},
    ]
    found = read(text, *roles, speakers=["lee", "critics", "lee"])
    assert found[::2] == [("press conference", SUNDAY)] * 2
    assert found[1][0] is None


def test_a_call_has_the_day_that_the_article_opens_with():
    text = (
        "Corvane warned on Sunday of losses.\n\nLow said on a call with analysts it was over.\n\n"
        "Finance chief Kim said he was sure."
    )
    roles = [
        {"source": "Corvane", "cue": "warned", "content": "of losses"},
        {"source": "Low", "cue": "said", "content": "it was over"},
        {"source": "Finance chief Kim", "cue": "said", "content": "he was sure"},
    ]
    found = read(text, *roles, speakers=["corvane", "low", "kim"])
    assert found[1:] == [("phone call", SUNDAY)] * 2


def test_an_interview_that_a_paper_published_is_where_its_subject_spoke():
    text = (
        "The February 27 issue of the Gazette published an interview with Ada Holm, who keeps "
        "bees. The club was glad.\n\nHolm said the hives were full.\n\n"
        "The mayor said it rained.\n\nHolm said winter was mild.\n"
    )
    full = {"source": "Holm", "cue": "said", "content": "the hives were full"}
    rain = {"source": "The mayor", "cue": "said", "content": "it rained"}
    mild = {"source": "Holm", "cue": "said", "content": "winter was mild"}
    found = read(text, full, rain, mild, speakers=("Ada Holm", "mayor", "Ada Holm"))
    assert found == [("interview", "2025-02-27"), (None, None), ("interview", "2025-02-27")]


COUNCIL = (
    "Mayor Roe told the meeting on Sunday it was late.\n\nAda Poe accused him of waste.\n\n"
    "It rained.\n\n{}"
)
ROE = {"source": "Mayor Roe", "cue": "told", "content": "it was late"}
POE = {"source": "Ada Poe", "cue": "accused", "content": "him of waste"}
KEYS = ("roe", "poe", "kim")


def heard(words, **last):
    """Return what is known of the last statement of a council meeting."""
    return read_typed(COUNCIL.format(words), ROE, POE, last, speakers=KEYS)


def read_typed(text, *roles, speakers):
    """Return channel and day of each statement, all by persons."""
    article = Article(text=text, published=MONDAY)
    person = Speaker(type=SourceType.NAMED_PERSON, mention=MentionKind.FULL_NAME, confidence=1)
    found = [dataclasses.replace(told(article, **one), speaker=person) for one in roles]
    narration = Narration(article, found, speakers=speakers)
    ways, times = settings(narration), said_at(narration)
    return [
        (str(way.channel.kind) if way.channel else None, time.value)
        for way, time in zip(ways, times, strict=True)
    ]


def test_whoever_is_heard_in_a_meeting_that_an_article_opens_with_has_the_floor():
    last = {"source": "Kim", "cue": "said", "content": "it was dear"}
    found = heard("Kim said it was dear.", **last)
    assert found == [("meeting", SUNDAY)] * 3


@pytest.mark.parametrize(
    "words",
    [
        "Speaking after the meeting, Kim said it was dear.",
        "Outside, Kim said it was dear.",
        "Kim said in a letter it was dear.",
    ],
)
def test_the_article_leaves_the_meeting(words):
    found = heard(words, source="Kim", cue="said", content="it was dear")
    assert found[1][0] == "meeting"
    assert found[2][0] != "meeting"


def test_what_is_told_at_questions_is_a_meeting():
    text = "In prime minister's questions Lee told MPs it was late.\n\nPoe replied it was dear."
    first = {"source": "Lee", "cue": "told", "content": "it was late"}
    last = {"source": "Poe", "cue": "replied", "content": "it was dear"}
    found = read_typed(text, first, last, speakers=("lee", "poe"))
    assert [kind for kind, _ in found] == ["meeting", "meeting"]
