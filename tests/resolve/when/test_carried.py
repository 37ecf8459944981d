"""What the passage lends: to who spoke above, to documents, to who was plainly there."""

import datetime

import pytest
from by_hand import said_at, statement, told

from onrecord import Article
from onrecord.resolve.narration import Narration
from onrecord.types import Basis

MONDAY = datetime.date(2025, 3, 3)
SUNDAY = "2025-03-02"
LEE = {"source": "Lee", "cue": "said", "content": "it was over"}


def read(text, *roles, speakers):
    """Return the day on which each statement of an article was said, None for none."""
    article = Article(text=text, published=MONDAY)
    found = [told(article, **one) for one in roles]
    times = said_at(Narration(article, found, speakers=speakers))
    return [None if one.basis is Basis.PUBLISHED else one.value for one in times]


ABOVE = "Lee said on Sunday it was over.\n\nIt rained.\n\nThe sun came out.\n\n{}"


@pytest.mark.parametrize(
    ("last", "roles", "expected"),
    [
        ("Lee warned of a flood.", {"source": "Lee", "cue": "warned of"}, SUNDAY),
        ("Lee has warned of a flood.", {"source": "Lee", "cue": "has warned of"}, None),
        ("Lee expects a flood.", {"source": "Lee", "cue": "expects"}, None),
        ("In a letter, Lee warned of a flood.", {"source": "Lee", "cue": "warned of"}, None),
        ("In 2019 Lee warned of a flood.", {"source": "Lee", "cue": "warned of"}, "2019"),
        ("Lee did not see a flood.", {"source": "Lee", "cue": "did not see"}, None),
    ],
)
def test_same_person_spoke_that_day_a_few_paragraphs_on(last, roles, expected):
    text = ABOVE.format(last)
    second = roles | {"content": "a flood"}
    assert read(text, LEE, second, speakers=("Lee", "Lee")) == [SUNDAY, expected]


def test_a_role_is_one_person_a_group_is_not():
    text = ABOVE.format("The mayor warned of a flood.").replace("Lee", "The mayor")
    first = LEE | {"source": "The mayor"}
    second = {"source": "The mayor", "cue": "warned of", "content": "a flood"}
    one = ("unnamed person: The mayor", "unnamed person: the mayor")
    assert read(text, first, second, speakers=one) == [SUNDAY, SUNDAY]
    group = ("unnamed group: The mayor", "unnamed group: The mayor")
    assert read(text, first, second, speakers=group) == [SUNDAY, None]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The report", "2025-01"),
        ("The same review", "2025-01"),
        ("The agency's report", "2025-01"),
        ("A report", None),
        ("The letter", None),
        ("A scholar who led the report", None),
    ],
)
def test_a_document_that_is_gone_back_to_has_its_day(source, expected):
    text = f"A report in January blamed Lee.\n\nMany read it.\n\n{source} found a leak."
    first = {"source": "A report", "cue": "blamed", "content": "Lee"}
    second = {"source": source, "cue": "found", "content": "a leak"}
    found = read(text, first, second, speakers=("document: A report", f"document: {source}"))
    assert found == ["2025-01", expected]


@pytest.mark.parametrize(("act", "expected"), [("filed suit", SUNDAY), ("left town", None)])
def test_a_suit_is_of_the_day_on_which_it_was_filed(act, expected):
    text = f"The group {act} on Sunday.\n\nThe complaint says it was over."
    roles = LEE | {"source": "The complaint", "cue": "says"}
    assert read(text, roles, speakers=("document: The complaint",)) == [expected]


OCCASIONS = [
    ("The panel held a hearing on Sunday.\n\nLee testified it was over.", "testified", SUNDAY),
    ("The board met on Sunday.\n\nBoard member Ann Lee said it was over.", "said", SUNDAY),
    ("The flag was raised on Sunday. Lee told those gathered it was over.", "told", SUNDAY),
    ("The flag was raised on Sunday. Lee told Poe it was over.", "told", None),
    ("The vote was lost on Sunday.\n\nLee shouted it was over.", "shouted", SUNDAY),
    ("Lee resigned on Sunday.\n\nIt rained.\n\nLee said in the video it was over.", "said", SUNDAY),
    ("On Sunday, Lee resigned.\n\nIt rained.\n\nLee said it was over.", "said", SUNDAY),
    ("Lee resigned on Sunday.\n\nIt rained.\n\nLee told Poe it was over.", "told", None),
    ("Lee was stabbed on Sunday.\n\nIt rained.\n\nLee said it was over.", "said", None),
    ("A friend of Lee resigned on Sunday.\n\nLee said it was over.", "said", None),
    (
        "Poe was jailed on Sunday.\n\nIt rained.\n\nOutside court, Lee said it was over.",
        "said",
        SUNDAY,
    ),
    (
        "Poe left town on Sunday.\n\nIt rained.\n\nOutside court, Lee said it was over.",
        "said",
        None,
    ),
]


@pytest.mark.parametrize(("text", "cue", "expected"), OCCASIONS, ids=[one[0] for one in OCCASIONS])
def test_who_was_plainly_there_spoke_on_the_day_of_the_event(text, cue, expected):
    assert read(text, LEE | {"cue": cue}, speakers=("Lee",)) == [expected]


BRIEFING = (
    "Poe said on Sunday two fell ill.\n\n{}.\n\nThe sun shone.\n\n"
    "In an online news briefing, Lee said it was over."
)
POE = {"source": "Poe", "cue": "said", "content": "two fell ill"}


@pytest.mark.parametrize(
    ("between", "expected"), [("It rained", SUNDAY), ("On Friday it rained", None)]
)
def test_a_briefing_near_the_top_was_on_the_one_day_told(between, expected):
    found = read(BRIEFING.format(between), POE, LEE, speakers=("Poe", "Lee"))
    assert found == [SUNDAY, expected]


def test_a_briefing_is_not_dated_by_an_accident():
    text = BRIEFING.format("It rained").replace("Poe said on Sunday two", "Two on Sunday")
    assert read(text, LEE, speakers=("Lee",)) == [None]


def test_a_date_line_is_no_day_of_an_event():
    text = "Sunday, March 2, 2025\n\nIt rained.\n\nIn a news briefing, Lee said it was over."
    assert read(text, LEE, speakers=("Lee",)) == [None]


BUSY = (
    "Lee said on Monday he would go. Poe said on Monday she would stay. Kim said on Monday it was "
    "late.\n\n{}"
)
THREE = (
    {"source": "Lee", "cue": "said", "content": "he would go"},
    {"source": "Poe", "cue": "said", "content": "she would stay"},
    {"source": "Kim", "cue": "said", "content": "it was late"},
)


@pytest.mark.parametrize(
    ("last", "cue", "expected"),
    [
        ("Low called it over.", "called", "2025-03-03"),
        ("Low has called it over.", "has called", None),
        ("It began in 2019. Low called it over.", "called", None),
        ("It began on Friday. Low called it over.", "called", None),
    ],
)
def test_news_of_the_day_of_publication_was_spoken_of_that_day(last, cue, expected):
    text = BUSY.format(last)
    low = {"source": "Low", "cue": cue, "content": "it over"}
    found = read(text, *THREE, low, speakers=("Lee", "Poe", "Kim", "Low"))
    assert found == ["2025-03-03"] * 3 + [expected]


def test_the_day_before_publication_lends_nothing_to_others():
    text = BUSY.format("Low called it over.").replace("Monday", "Sunday")
    low = {"source": "Low", "cue": "called", "content": "it over"}
    found = read(text, *THREE, low, speakers=("Lee", "Poe", "Kim", "Low"))
    assert found == [SUNDAY] * 3 + [None]


LIVE = "Follow it here.\n\n14.52\n\nLee says it was over.\n\n14.40 – Start\n\n{}\n\n14.15\n\nHello."


def test_entries_of_a_live_blog_are_of_the_day_of_publication():
    poe = {"source": "Poe", "cue": "says", "content": "it is late"}
    text = LIVE.format("Poe says it is late.")
    assert read(text, LEE | {"cue": "says"}, poe, speakers=("Lee", "Poe")) == ["2025-03-03"] * 2
    text = LIVE.format("Poe has warned it is late.")
    poe |= {"cue": "has warned"}
    assert read(text, LEE | {"cue": "says"}, poe, speakers=("Lee", "Poe")) == ["2025-03-03", None]


def test_clock_times_without_entries_make_no_live_blog():
    text = "It began at 14.52.\n\n14.52\n\nLee says it was over."
    assert read(text, LEE | {"cue": "says"}, speakers=("Lee",)) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A federal judge ruled for Poe on Sunday.\n\nIt rained.\n\nU.S. Judge Ann Roe", SUNDAY),
        ("The Rome court issued an opinion on Sunday.\n\nIt rained.\n\nThe court", SUNDAY),
        ("The Rome court ruled on Sunday.\n\nIt rained.\n\nThe Milan Court", None),
    ],
)
def test_a_judges_name_is_no_courts(text, expected):
    source = text.rsplit("\n\n", maxsplit=1)[-1]
    roles = LEE | {"source": source, "cue": "found"}
    assert read(f"{text} found it was over.", roles, speakers=(source,)) == [expected]


def test_the_opening_of_a_summit_is_the_summits():
    text = (
        "Leaders met for a summit on Sunday.\n\nIt rained.\n\nAt the opening of the AU summit, Lee"
    )
    assert read(f"{text} said it was over.", LEE, speakers=("Lee",)) == [SUNDAY]


@pytest.mark.parametrize(
    ("first", "cue", "expected"),
    [
        ("Lee Says It Is Over", "Says", SUNDAY),
        ("Lee: It Is Over", ":", SUNDAY),
        ("Lee Said It Is Over", "Said", None),
        ("Lee Says It Is Over" + " and Done" * 20, "Says", None),
    ],
)
def test_a_headline_is_of_the_day_that_its_article_tells(first, cue, expected):
    text = f"{first}\n\nLee said on Sunday it was over."
    head = {"source": "Lee", "cue": cue, "content": "It Is Over"}
    assert read(text, head, LEE, speakers=("Lee", "Lee")) == [expected, SUNDAY]
    other = read(text, head, LEE, speakers=("Poe", "Lee"))
    assert other == [None, SUNDAY]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Asked if he would go, Lee said on Sunday it was over.", SUNDAY),
        ("Poe asked if he would go, and Lee said on Sunday it was over.", None),
        ("Asked if he would go, he left. Lee said on Sunday it was over.", None),
    ],
)
def test_a_question_is_of_the_day_of_its_answer(second, expected):
    article = Article(text=second, published=MONDAY)
    cue = "Asked" if second.startswith("Asked") else "asked"
    asked = statement(article, cue=cue, content="if he would go")
    found = said_at(Narration(article, [asked, told(article, **LEE)]))
    assert [None if one.basis is Basis.PUBLISHED else one.value for one in found] == [
        expected,
        SUNDAY,
    ]


def test_days_before_something_are_no_day_of_their_own():
    text = "The ministers met on Sunday, six days before the vote.\n\nThey said it was over."
    assert read(text, LEE | {"source": "They"}, speakers=("ministers",)) == [SUNDAY]
