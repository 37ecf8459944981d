"""When statements were said, from small articles of our own."""

import datetime
import time

import pytest
from by_hand import made_of, one, said_at, statement
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article, Span
from onrecord.resolve.narration import Narration
from onrecord.types import Basis

MONDAY = datetime.date(2025, 3, 3)


def said(text, published=MONDAY, **roles):
    """Return when the one statement of an article was said."""
    article = Article(text=text, published=published)
    return article, said_at(Narration(article, [statement(article, **roles)]))[0]


LEE = {"source": "Lee", "cue": "said", "content": "it was over"}
STATED = [
    ("Lee said on Sunday it was over.", LEE, "2025-03-02"),
    ("Lee said Sunday that it was over.", LEE, "2025-03-02"),
    ("On Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("Lee on Sunday said it was over.", LEE, "2025-03-02"),
    ("Lee, in a statement on Sunday, said it was over.", LEE, "2025-03-02"),
    ("In a statement on Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("In his Sunday statement, Lee said it was over.", LEE, "2025-03-02"),
    ("In a statement released late Sunday, Lee said it was over.", LEE, "2025-03-02TEV"),
    ("Lee said in a February 27 letter it was over.", LEE, "2025-02-27"),
    ("Lee said in Friday's interview it was over.", LEE, "2025-02-28"),
    ("It was over, Lee said on Sunday.", LEE | {"content": "It was over"}, "2025-03-02"),
    ("“It was over,” Lee said Sunday.", LEE | {"content": "“It was over,”"}, "2025-03-02"),
    ("Lee said last week it was over.", LEE, "2025-W09"),
    ("At a January dinner in Leeds, Lee said it was over.", LEE, "2025-01"),
    ("Lee said in a May report it was over.", LEE, "2024-05"),
    ("In an August speech, Lee said it was over.", LEE, "2024-08"),
    ("Lee said in 2019 it was over.", LEE, "2019"),
    ("Back in 2019, Lee said it was over.", LEE, "2019"),
    (
        "Lee told reporters at a rally in Leeds on Sunday it was over.",
        LEE | {"cue": "told"},
        "2025-03-02",
    ),
    ("Speaking on Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("Lee, reached by phone on Sunday, said it was over.", LEE, "2025-03-02"),
    (
        "Lee told a packed gymnasium Sunday night it was over.",
        LEE | {"cue": "told"},
        "2025-03-02TNI",
    ),
    ("Earlier this month, Lee said it was over.", LEE, "2025-03"),
    (
        "A report released on Sunday said it was over.",
        LEE | {"source": "A report released on Sunday"},
        "2025-03-02",
    ),
    (
        "On Sunday, the World Health Organization (WHO) said it was over.",
        LEE | {"source": "the World Health Organization (WHO)"},
        "2025-03-02",
    ),
    ("Lee filed a suit on Sunday, saying it was over.", LEE | {"cue": "saying"}, "2025-03-02"),
    ("On Friday, Lee said it was over.", LEE, "2025-02-28"),
    (
        "Lee ordered checks of all jets on Saturday.",
        {"source": "Lee", "cue": "ordered", "content": "checks of all jets on Saturday"},
        "2025-03-01",
    ),
    ("Lee, speaking moments before Sunday's vote, said it was over.", LEE, "2025-03-02"),
    (
        "“It was over,” Lee said as she and others walked through Leeds on Sunday.",
        LEE | {"content": "“It was over,”"},
        "2025-03-02",
    ),
    ("Following Sunday's vote, Lee said it was over.", LEE, "2025-03-02"),
    ("Lee, who spoke on Sunday, said it was over.", LEE, "2025-03-02"),
    ("After meeting Poe on Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("When reporters asked Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("When the mill burned in 2019, Lee said it was over.", LEE, "2019"),
    ("At a rally in Salem, Ore., on Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("At a rally in Salem, Oregon, on Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("On KXYZ's “Wide Awake” on Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("Lee said on her channel over the weekend it was over.", LEE, "2025-W09-WE"),
    (
        "Lee on Sunday called it over, a day after Poe left.",
        LEE | {"cue": "called", "content": "it over"},
        "2025-03-02",
    ),
    ("It was on Sunday that Lee said it was over.", LEE, "2025-03-02"),
    ("The vote comes three days after Lee said it was over.", LEE, "2025-02-28"),
    ("The vote came just a month after Lee had said it was over.", LEE, "2025-02"),
    ("Only on Sunday Lee said it was over.", LEE, "2025-03-02"),
    ("As recently as Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("Lee said as far back as 2016 it was over.", LEE, "2016"),
    (
        "Lee told Poe in an interview that aired Sunday it was over.",
        LEE | {"cue": "told"},
        "2025-03-02",
    ),
    ("Outside court on Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("Visiting Rome on Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("On Sunday, after weeks of talks, Lee said it was over.", LEE, "2025-03-02"),
    ("Lee went on television on Sunday to say it was over.", LEE | {"cue": "say"}, "2025-03-02"),
    ("In a Sunday morning tweet, Lee said it was over.", LEE, "2025-03-02TMO"),
    ("Lee told Sunday's Argus it was over.", LEE | {"cue": "told"}, "2025-03-02"),
    (
        "“It was over,” said Lee, who chairs it, in a statement on Sunday.",
        LEE | {"content": "“It was over,”"},
        "2025-03-02",
    ),
    ("Poe left the race on Sunday, when Lee said it was over.", LEE, "2025-03-02"),
    ("But in an interview on Sunday, Lee said it was over.", LEE, "2025-03-02"),
    ("Lee said in his 1998 memoir it was over.", LEE, "1998"),
    (
        "Lee argued in a complaint, filed on Sunday, it was over.",
        LEE | {"cue": "argued in a complaint"},
        "2025-03-02",
    ),
    ("Lee on Sunday said it was over.", LEE | {"source": "Lee on Sunday"}, "2025-03-02"),
    (
        "Lee announced her picks last week for it.",
        {"source": "Lee", "cue": "announced", "content": "her picks last week for it"},
        "2025-W09",
    ),
    (
        "Lee told them to leave at once in a March 1 security alert.",
        {"source": "Lee", "cue": "told", "content": "to leave at once in a March 1 security alert"},
        "2025-03-01",
    ),
    (
        "Lee shouted “Go!” moments before his car hit a wall in August.",
        {"source": "Lee", "cue": "shouted", "content": "“Go!”"},
        "2024-08",
    ),
]


@pytest.mark.parametrize(("text", "roles", "value"), STATED, ids=[row[0] for row in STATED])
def test_time_beside_the_cue_is_that_of_the_saying(text, roles, value):
    _, found = said(text, **roles)
    assert (found.value, found.basis) == (value, Basis.STATED)


OTHER = [
    ("Lee said it was over on Sunday.", LEE | {"content": "it was over on Sunday"}),
    ("“A,” said Lee, who resigned on Sunday.", {"source": "Lee", "cue": "said", "content": "“A,”"}),
    ("Lee, who resigned on Sunday, said it was over.", LEE),
    ("Lee said it was over, but rain hit the town hard on Sunday.", LEE),
    ("Since Sunday, Lee said it was over.", LEE | {"cue": "said"}),
    ("On Sunday, police arrested a man who said it was over.", LEE | {"source": "who"}),
    ("Lee, elected in 2019, said it was over.", LEE),
    ("Lee said of Friday's vote it was over.", LEE),
    ("Ahead of Friday's vote, Lee said it was over.", LEE),
    ("Lee's lawyer for the 9/11 widows said it was over.", LEE | {"source": "widows"}),
    ("After 9/11, Lee said it was over.", LEE),
    ("It rained on Sunday. A day before the two met, Lee said it was over.", LEE),
    ("Lee plans on Sunday to end it.", LEE | {"cue": "plans", "content": "to end it"}),
    (
        "Figures like Poe, the party's 2008 nominee, said it was over.",
        LEE | {"source": "Figures like Poe, the party's 2008 nominee"},
    ),
    ("Lee said after the vote was lost on Sunday it was over.", LEE),
    ("Lee said it was over. On Sunday it rained.", LEE),
    ("It rained on Sunday. Lee said it was over.", LEE),
    ("Lee told the Sun on Sunday it was over.", LEE | {"cue": "told"}),
    ("Lee told Scotland on Sunday it was over.", LEE | {"cue": "told"}),
    ("On Super Tuesday, Lee said it was over.", LEE),
    (
        "Lee pulled out just hours before she was due on stage, saying it was over.",
        LEE | {"cue": "saying"},
    ),
    ("The plan, made on Sunday, was poor. Lee said it was over.", LEE),
    ("Sunday was when, Lee said, it was over.", LEE),
    ("Lee was fired on Sunday for saying it was over.", LEE | {"cue": "saying"}),
    ("Lee said of the attack on Sunday it was over.", LEE),
    (
        "Kin of a man killed on Sunday said it was over.",
        LEE | {"source": "Kin of a man killed on Sunday"},
    ),
    ("On a Sunday like that one, Lee said it was over.", LEE),
    ("On Sunday it was reportedly over.", {"cue": "reportedly", "content": "over"}),
    (
        "On Sunday, Poe joined the calls by Lee saying it was over.",
        LEE | {"cue": "saying"},
    ),
    ("Lee changed his account of the Sunday meeting to say it was over.", LEE | {"cue": "say"}),
    ("In addition to his order on Sunday, Lee said it was over.", LEE),
    ("Lee wrote to Psychology Today. Lee said it was over.", LEE),
    ("Lee said to USA Today it was over.", LEE),
    ("Later that evening, Lee said it was over.", LEE),
    ("Lee spoke before Sunday's vote. Before Sunday's vote, Lee said it was over.", LEE),
]


@pytest.mark.parametrize(("text", "roles"), OTHER, ids=[row[0] for row in OTHER])
def test_other_times_are_not_that_of_the_saying(text, roles):
    _, found = said(text, **roles)
    assert (found.value, found.basis, found.span) == ("PAST_REF", Basis.PUBLISHED, None)


def test_without_a_time_it_was_said_before_the_day_of_publication_was_over():
    _, found = said("Lee said it was over.", **LEE)
    assert (found.start, found.end) == (None, datetime.date(2025, 3, 4))


def test_without_a_time_it_was_said_before_the_moment_of_publication():
    noon = datetime.datetime(2025, 3, 3, 12, tzinfo=datetime.UTC)
    _, found = said("Lee said it was over.", published=noon, **LEE)
    assert (found.start, found.end) == (None, noon)


def test_another_subject_does_not_go_on_with_the_time():
    text = "Yesterday Lee promised calm, but unions fear a rise."
    first = {"source": "Lee", "cue": "promised", "content": "calm"}
    second = {"source": "unions", "cue": "fear", "content": "a rise"}
    assert read(text, first, second)[1] == NOTHING
    text = "Yesterday Lee promised calm, but demanded a rise."
    second = {"source": "Lee", "cue": "demanded", "content": "a rise"}
    assert read(text, first, second)[1][0] == "2025-03-02"


def test_a_time_before_another_cue_is_that_cues():
    text = "Lee has denied guilt, and on Sunday voiced relief."
    first = {"source": "Lee", "cue": "has denied", "content": "guilt"}
    second = {"source": "Lee", "cue": "voiced", "content": "relief"}
    assert read(text, first, second) == [NOTHING, ("2025-03-02", Basis.STATED)]


def test_an_answer_has_the_time_of_the_question():
    text = "Asked on Sunday if he would go, Lee replied “No.”"
    first = {"cue": "Asked", "content": "if he would go"}
    second = {"source": "Lee", "cue": "replied", "content": "“No.”"}
    assert [value for value, _ in read(text, first, second)] == ["2025-03-02", "2025-03-02"]


def test_who_else_was_spoken_with_dates_no_interview():
    text = "Kim spoke to us in August.\n\nIt rained.\n\nARGUS: Is it over? LOW: It is. ARGUS: Why?"
    article = Article(text=text, published=MONDAY)
    lines = [
        made_of(
            article,
            source=(Span(at, at + len(label)),),
            cue=(Span(at + len(label), at + len(label) + 1),),
            content=(Span(at + len(label) + 2, at + len(label) + 2 + len(words)),),
        )
        for label, words in [("ARGUS", "Is it over?"), ("LOW", "It is."), ("ARGUS", "Why?")]
        for at in [text.index(f"{label}: {words}")]
    ]
    found = said_at(Narration(article, lines, speakers=("ARGUS", "LOW", "ARGUS")))
    assert {one.basis for one in found} == {Basis.PUBLISHED}


def test_lines_of_an_interview_have_the_day_that_announces_it():
    text = "We spoke by video last Thursday.\n\nARGUS: Is it over? LOW: It is. ARGUS: Why?"
    article = Article(text=text, published=MONDAY)
    lines = []
    for label, words in [("ARGUS", "Is it over?"), ("LOW", "It is."), ("ARGUS", "Why?")]:
        at = text.index(f"{label}: {words}") + len(label)
        content = Span(at + 2, at + 2 + len(words))
        source, cue = Span(at - len(label), at), Span(at, at + 1)
        lines.append(made_of(article, source=(source,), cue=(cue,), content=(content,)))
    found = said_at(Narration(article, lines))
    assert {(one.value, one.basis) for one in found} == {("2025-02-27", Basis.CONTEXT)}


def test_without_a_publication_date_a_weekday_stays_one():
    article, found = said("Lee said on Sunday it was over.", published=None, **LEE)
    assert (found.value, found.start, found.end) == ("XXXX-WXX-7", None, None)
    assert article[found.span] == "Sunday"


def test_a_perfect_does_not_share_the_time_of_another_verb():
    text = "Lee said in 2010 it was over but has called it alive."
    second = {"source": "Lee", "cue": "has called", "content": "it alive"}
    assert [value for value, _ in read(text, LEE, second)] == ["2010", "PAST_REF"]


def test_time_to_come_is_not_that_of_the_saying():
    _, found = said("On April 9, 2025, Lee said it was over.", **LEE)
    assert found.basis is Basis.PUBLISHED


def read(text, *roles):
    article = Article(text=text, published=MONDAY)
    found = [statement(article, **one) for one in roles]
    return [(time.value, time.basis) for time in said_at(Narration(article, found))]


SUNDAY = {"source": "Lee", "cue": "said", "content": "it was over"}
CONTEXT = ("2025-03-02", Basis.CONTEXT)
NOTHING = ("PAST_REF", Basis.PUBLISHED)


@pytest.mark.parametrize(
    ("text", "second", "expected"),
    [
        (
            "Lee said Sunday it was over. “A,” he added.",
            {"source": "he", "cue": "added", "content": "“A,”"},
            CONTEXT,
        ),
        (
            "Lee said Sunday it was over.\n\n“A,” he insisted.",
            {"source": "he", "cue": "insisted", "content": "“A,”"},
            CONTEXT,
        ),
        ("Lee said Sunday it was over. “A.”", {"content": "“A.”"}, CONTEXT),
        (
            "Lee said Sunday it was over. “A,” Poe insisted.",
            {"source": "Poe", "cue": "insisted", "content": "“A,”"},
            NOTHING,
        ),
        (
            "Lee said Sunday it was over. He had said “A” before.",
            {"source": "He", "cue": "had said", "content": "“A”"},
            NOTHING,
        ),
        (
            "Lee said Sunday it was over.\n\nIt rained.\n\n“A,” he insisted.",
            {"source": "he", "cue": "insisted", "content": "“A,”"},
            NOTHING,
        ),
        (
            "Lee said Sunday it was over. On Friday, he told “A”.",
            {"source": "he", "cue": "told", "content": "“A”"},
            ("2025-02-28", Basis.STATED),
        ),
    ],
)
def test_same_speaker_goes_on_in_the_same_time(text, second, expected):
    assert read(text, SUNDAY, second) == [("2025-03-02", Basis.STATED), expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poe attended a summit in Rome on Sunday. Lee said it was over.", CONTEXT),
        ("Many came to Rome on Sunday.\n\nAt the event, Lee said it was over.", CONTEXT),
        ("The army fired on Sunday. Lee said it was over.", NOTHING),
        (
            "The rally was on Sunday.\n\nIt rained.\n\nIn the event of rain, Lee said it was over.",
            NOTHING,
        ),
    ],
)
def test_scene_tells_the_time_of_what_is_said_there(text, expected):
    assert read(text, LEE) == [expected]


IN = {"source": "Lee", "cue": "declared", "content": "an emergency on Sunday"}


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        ("Lee declared an emergency on Sunday.", IN, ("2025-03-02", Basis.STATED)),
        (
            "Lee attacked the plan Sunday.",
            {"source": "Lee", "cue": "attacked", "content": "the plan Sunday"},
            ("2025-03-02", Basis.STATED),
        ),
        (
            "Lee declined to comment Sunday.",
            {"source": "Lee", "cue": "declined", "content": "to comment Sunday"},
            ("2025-03-02", Basis.STATED),
        ),
        (
            "Lee attacked the Sunday plan.",
            {"source": "Lee", "cue": "attacked", "content": "the Sunday plan"},
            NOTHING,
        ),
        (
            "Lee said prices rose on Sunday.",
            {"source": "Lee", "cue": "said", "content": "prices rose on Sunday"},
            NOTHING,
        ),
        (
            "Lee announced a rally on Sunday.",
            {"source": "Lee", "cue": "announced", "content": "a rally on Sunday"},
            NOTHING,
        ),
        ("As of yesterday, Lee said it was over.", LEE, ("2025-03-02", Basis.STATED)),
        ("At a vigil on Sunday, Lee said it was over.", LEE, ("2025-03-02", Basis.STATED)),
        (
            "On Sunday, it was over, according to Lee.",
            LEE | {"cue": "according to", "content": "it was over"},
            NOTHING,
        ),
    ],
)
def test_time_of_a_thing_done_is_told_inside_it(text, roles, expected):
    assert read(text, roles) == [expected]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("A study was published on Sunday.\n\nIt is long.\n\nThe study", "The study", CONTEXT),
        ("A study was published on Sunday.\n\nIt is long.\n\nA farmer", "A farmer", NOTHING),
        ("A court ruled against Poe on Sunday.\n\nPoe left.\n\nThe court", "The court", CONTEXT),
        ("The Rome court ruled on Sunday.\n\nThe Milan Court", "The Milan Court", NOTHING),
        ("Lee posted a video on Sunday.\n\nMany saw it.\n\nThe video", "The video", CONTEXT),
        ("Marchers met on Sunday.\n\nIt rained.\n\nPoe", "Poe", NOTHING),
        ("A summit of many met on Sunday.\n\nIn the event of rain, Poe", "Poe", NOTHING),
        ("A summit of many met on Sunday.\n\nAfter the summit, Poe", "Poe", CONTEXT),
    ],
)
def test_scene_far_above_is_taken_up_by_who_speaks(text, source, expected):
    assert read(f"{text} said it was over.", LEE | {"source": source}) == [expected]


def test_pronoun_goes_on_from_a_meeting_told():
    text = "The ministers met on Sunday. They said it was over."
    assert read(text, LEE | {"source": "They"}) == [CONTEXT]


def test_speaker_keys_go_before_words():
    article = Article(text="Lee said Sunday it was over. “A,” he added.", published=MONDAY)
    found = [
        statement(article, **SUNDAY),
        statement(article, source="he", cue="added", content="“A,”"),
    ]
    times = said_at(Narration(article, found, speakers=("Lee", "Poe")))
    assert [time.basis for time in times] == [Basis.STATED, Basis.PUBLISHED]


def test_too_few_speakers_are_refused():
    article, found = one("Lee said it was over.", **LEE)
    with pytest.raises(ValueError, match="2 speakers for 1"):
        said_at(Narration(article, [found], speakers=(None, None)))


DATES = ["on Sunday", "last week", "in 2019", "tomorrow", "at 3 p.m. EST", "March 3-5"]
OTHERS = ["Lee", "said", "“it”", "who", ".", "\n\n", "At the rally", ",", "He", "added", "saying"]
WORDS = st.sampled_from(DATES + OTHERS)


@given(st.lists(WORDS, min_size=4, max_size=30), st.data())
def test_any_statements_have_a_time_that_stands_in_the_text(words, data):
    text = " ".join(words)
    article = Article(text=text, published=data.draw(st.sampled_from([None, MONDAY])))
    places = st.integers(0, len(text) - 2).map(lambda at: (Span(at, at + 2),))
    found = [
        made_of(article, cue=data.draw(places), source=data.draw(places), content=data.draw(places))
        for _ in range(data.draw(st.integers(1, 4)))
    ]
    for time_said in said_at(Narration(article, found)):
        if time_said.span is not None:
            assert text[time_said.span.start : time_said.span.end].strip()


@pytest.mark.parametrize(
    "piece",
    [
        "He said on Sunday it ",
        "said “a” on Monday ",
        "On Sunday, he said. ",
        "On Monday, the report said. ",
        "Lee left on Sunday. Told the crowd ",
    ],
)
def test_cost_is_bounded(piece):
    times = 1_500
    article = Article(text=piece * times, published=MONDAY)
    size = len(piece)
    found = [
        made_of(article, cue=(Span(at, at + 1),), source=(), content=(Span(at + 1, at + 2),))
        for at in range(0, size * times, size)
    ]
    started = time.process_time()
    said_at(Narration(article, found))
    assert time.process_time() - started < 20
