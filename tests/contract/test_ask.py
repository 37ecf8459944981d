"""What a record answers, the same on both backends."""

import datetime

import pytest
from readings import FIRST, article, reading, rich

import onrecord
from onrecord.archive import Archive
from onrecord.ask import Count, Question, Sort
from onrecord.errors import QuestionError, UnknownError
from onrecord.types import Act, ChannelKind, Field, Kind, SourceType

MARCH = datetime.date(2025, 3, 1)


@pytest.fixture
def archive(store):
    """Weather by several speakers, outlets and days."""
    lines = {
        "A": ["We guarantee heavy rain/Ann Lee", "Café guarantees were negotiated/Bo Ng"],
        "B": ["Rain is no guarantee of heavy snow/Ann Lee", "It’s the snow’s turn/Cy Oh"],
        "C": ["Negotiations? Don’t ask/Bo Ng", "Heavy, heavy rain/Ann Young"],
    }
    for day, (outlet, each) in enumerate(lines.items(), 1):
        made = reading(article(*each, outlet=outlet, published=MARCH.replace(day=day)))
        store.add(made.article, made.statements, FIRST)
    return Archive(store)


def words(archive, asked, **more):
    return [entry.words.strip("“,”") for entry in archive.search(asked, **more).entries]


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("guarantee", 3),
        ("GUARANTEED", 3),
        ('"guarantee"', 2),
        ('"guarantees"', 1),
        ("“heavy rain”", 2),
        ("heavy rain", 3),
        ("rain snow", 1),
        ("rain AND snow", 1),
        ("rain OR turn", 4),
        ("rain NOT heavy", 0),
        ("heavy NOT snow", 2),
        ("negot*", 2),
        ("negotiation", 2),
        ("(turn OR ask) snow", 1),
        ("cafe", 1),
        ("don't", 1),
        ("hail", 0),
        ('"rain heavy"', 0),
        ('heavy NOT "heavy rain"', 1),
        ('rain NOT "guarantee heavy"', 2),
        ('"heavy rain" OR "snows turn"', 3),
        ('guarantee ("heavy rain" OR "no guarantee")', 2),
        ('(rain NOT "heavy rain") OR ask', 2),
        ('rain NOT (snow NOT "heavy snow")', 3),
        ("heavy NOT gua*", 1),
    ],
)
def test_words_are_found_in_any_form_and_exactly_where_quoted(archive, asked, number):
    assert archive.search(asked).total == number


@pytest.mark.parametrize(
    "asked", ['"open', "(rain", "rain)", "rain OR", "AND rain", "NOT rain", "…", "rain NOT NOT x"]
)
def test_a_search_that_cannot_be_understood_says_so(archive, asked):
    with pytest.raises(QuestionError, match=r"see|close"):
        archive.search(asked)


@pytest.mark.parametrize(
    "asked", ["'; DROP TABLE articles; --", "a' & 'b", "x:* | y", "sleet\\", "NEAR(a b)"]
)
def test_signs_of_the_databases_own_languages_are_only_words(archive, asked):
    assert archive.search(asked).total == 0
    assert archive.stats().articles == 3


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"speaker": "Lee"}, 2),
        ({"speaker": "ann"}, 3),
        ({"speaker": "Lee Ann"}, 2),
        ({"speaker": "Nobody"}, 0),
        ({"outlet": "A"}, 2),
        ({"outlet": "Z"}, 0),
        ({"since": MARCH.replace(day=2)}, 4),
        ({"until": MARCH.replace(day=2)}, 4),
        ({"published_since": MARCH.replace(day=3)}, 2),
        ({"published_until": MARCH}, 2),
        ({"kind": Kind.DIRECT}, 6),
        ({"act": Act.STATE}, 6),
        ({"act": Act.DENY}, 0),
        ({"type": SourceType.NAMED_PERSON}, 6),
        ({"channel": ChannelKind.COURT}, 0),
        ({"has_aside": False}, 6),
        ({"has_aside": True}, 0),
        ({"min_confidence": 0.9}, 6),
        ({"min_confidence": 0.91}, 0),
        ({"words": "heavy", "speaker": "Lee", "outlet": "B", "kind": Kind.DIRECT}, 1),
    ],
)
def test_filters_leave_what_fits(archive, asked, number):
    page = archive.search(Question(**asked))
    assert (page.total, page.is_exact, len(page.entries)) == (number, True, number)


def test_facets_count_what_fits(archive):
    every = archive.search(Question()).facets
    assert every["speaker"][0].statements == 2
    assert sum(one.statements for one in every["speaker"]) == 6
    assert every["outlet"] == archive.search(Question(kind=Kind.DIRECT)).facets["outlet"]
    assert every["year"] == (Count(value="2025", statements=6),)
    some = archive.search(Question(words="guarantee", outlet="A")).facets
    assert some["outlet"] == (Count(value="A", statements=2),)
    assert some["act"] == (Count(value="state", statements=2),)
    assert {one.value for one in some["speaker"]} == {"Ann Lee", "Bo Ng"}


def test_the_order_is_asked_for(archive):
    newest = words(archive, Question())
    assert newest == list(reversed(words(archive, Question(sort=Sort.OLDEST))))
    assert newest[-1] == "We guarantee heavy rain"
    best = words(archive, Question(words="heavy", sort=Sort.RELEVANCE))
    assert best[0] == "Heavy, heavy rain"
    with pytest.raises(QuestionError, match="no words"):
        Question(sort=Sort.RELEVANCE)


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_hold_everything_once_also_while_articles_are_added(archive, store, sort):
    asked = Question(words="rain OR snow OR guarantee", sort=sort)
    whole = [entry.statement.id for entry in archive.search(asked).entries]
    page = archive.search(asked, limit=2)
    seen = [entry.statement.id for entry in page.entries]
    while page.after is not None:
        new = reading(article(f"Hail {len(seen)}/Di Py", outlet=f"N{len(seen)}"))
        store.add(new.article, new.statements, FIRST)
        page = archive.search(asked, limit=2, after=page.after)
        seen += [entry.statement.id for entry in page.entries]
    assert seen == whole
    with pytest.raises(QuestionError, match="no place to go on from"):
        archive.search(asked, after="there")


def test_corrections_are_what_searches_see(archive):
    (entry,) = archive.search(Question(speaker="Oh")).entries
    id_ = entry.statement.id
    made = archive.correct(id_, Field.SPEAKER, "Zoë Quinn", by="me")
    archive.correct(id_, Field.ACT, "promise", by="me")
    archive.correct(id_, Field.SAID_AT, "2024-12-24", by="me")
    assert archive.search(Question(speaker="Oh")).total == 0
    asked = Question(speaker="zoe", act=Act.PROMISE, until=datetime.date(2024, 12, 24))
    assert archive.search(asked).facets["year"] == (Count(value="2024", statements=1),)
    assert [one.name for one in archive.speakers("quinn")] == ["Zoë Quinn"]
    archive.undo(made.number, by="me")
    assert archive.speakers("quinn") == ()
    archive.reject(id_, by="me")
    assert archive.search(Question()).total == archive.stats().statements == 5
    assert archive.search("turn").total == 0


def test_names_that_are_judged_one_are_counted_and_found_together(archive):
    archive.judge("Ann Lee", "Ann Young", is_same=True, by="me")
    first = archive.speakers()[0]
    assert (first.name, first.also, first.statements) == ("Ann Lee", ("Ann Young",), 3)
    assert archive.search(Question(speaker="Young")).total == 3
    assert archive.search(Question()).facets["speaker"][0].statements == 3
    archive.judge("Ann Young", "Ann Lee", is_same=False, by="you")
    assert archive.search(Question(speaker="Young")).total == 1


def test_a_judgement_holds_for_a_name_that_comes_later(archive, store):
    archive.judge("Ann Lee", "Annie Lee", is_same=True, by="me")
    new = reading(article("Sun/Annie Lee", outlet="D"))
    store.add(new.article, new.statements, FIRST)
    assert archive.search(Question(speaker="Annie")).total == 3


def test_a_statement_is_shown_in_its_paragraph_and_place(archive):
    (entry,) = archive.search("turn").entries
    passage = archive.show(entry.statement.id)
    assert passage.text == "“It’s the snow’s turn,” Cy Oh said."
    assert entry.article.text[passage.start :] == passage.text
    assert passage.paragraph == 2
    with pytest.raises(UnknownError):
        archive.show("st1_none")


def test_months_of_everything_are_those_of_all_that_is_asked_for(archive, store):
    undated = reading(article("Some day/Di Py", published=None))
    store.add(undated.article, undated.statements, FIRST)
    old = reading(article("Of old/Di Py", outlet="D", published=datetime.date(1805, 10, 21)))
    store.add(old.article, old.statements, FIRST)
    archive.reject(archive.search("turn").entries[0].statement.id, by="me")
    every = archive.months(Question())
    assert every == archive.months(Question(kind=Kind.DIRECT))
    assert {one.value for one in every} == {None, "1805-10", "2025-03"}
    assert archive.months(Question(sort=Sort.OLDEST)) == every


def test_months_tell_when_statements_were_made(archive, store):
    new = reading(article("Old snow/Ann Lee", outlet="D", published=datetime.date(1969, 12, 31)))
    store.add(new.article, new.statements, FIRST)
    none = reading(article("New snow/Ann Lee", outlet="E", published=None))
    store.add(none.article, none.statements, FIRST)
    assert archive.months(Question(speaker="Lee")) == (
        Count(value=None, statements=1),
        Count(value="1969-12", statements=1),
        Count(value="2025-03", statements=2),
    )
    assert archive.search(Question(until=datetime.date(1970, 1, 1))).total == 1


def test_the_whole_answer_comes_as_a_table(archive):
    table = archive.table("guarantee")
    assert sorted(table.columns["speaker"]) == ["Ann Lee", "Ann Lee", "Bo Ng"]
    assert {len(column) for column in table.columns.values()} == {3}


def test_words_are_cut_out_of_the_text_for_other_programs_too(store):
    one, statement = rich()
    store.add(one, [statement], FIRST)
    with store.reading() as connection:
        row = connection.exec_driver_sql("SELECT words, speaker FROM entries").one()
    assert tuple(row) == (one.words(statement.content), "Ann Lee")


def test_the_archive_is_opened_by_its_place(place):
    with onrecord.open(place) as archive:
        assert archive.stats().statements == 0


def test_tables_are_what_others_work_with(archive):
    table = archive.table("guarantee")
    for made in (table.to_arrow().to_pydict(), table.to_polars().to_dict(as_series=False)):
        assert made == table.columns
    assert table.to_pandas()["speaker"].value_counts()["Ann Lee"] == 2
