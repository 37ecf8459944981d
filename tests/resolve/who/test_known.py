"""Tables of people: their shapes, and what they add to a reading."""

import datetime
import json

import pytest

from onrecord import Article
from onrecord.errors import TableError
from onrecord.resolve.who import read_people
from onrecord.resolve.who.known import People
from onrecord.types import Known

CSV = (
    "id,name,aliases,role,start,end\n"
    "Q1,Ana Torres,Anita Torres|A. Torres,Mayor,2019-01-01,2023-12-31\n"
    "Q1,Ana Torres,,Governor,2024-01-01,\n"
    "Q2,Paul Weber,,Engineer,,\n"
)
LEGISLATORS = [
    {
        "id": {"bioguide": "T1", "wikidata": "Q7"},
        "name": {"first": "Edith", "last": "Marlow", "official_full": "Edith Q. Marlow"},
        "bio": {"gender": "F"},
        "terms": [{"type": "sen", "start": "2001-01-03", "end": "2007-01-03"}],
    }
]
ITEM = {
    "id": "Q9",
    "labels": {"en": {"value": "Ivo Brandt"}},
    "aliases": {"en": [{"value": "Ivan Brandt"}]},
    "claims": {
        "P39": [
            {
                "mainsnak": {"datavalue": {"value": {"id": "Q30461", "label": "president"}}},
                "qualifiers": {
                    "P580": [{"datavalue": {"value": {"time": "+2020-02-01T00:00:00Z"}}}]
                },
            }
        ]
    },
}


def table(tmp_path, name, words):
    path = tmp_path / name
    path.write_text(words, encoding="utf-8")
    return read_people(path)


@pytest.mark.parametrize(
    ("day", "role"), [("2020-05-05", "Mayor"), ("2025-05-05", "Governor"), ("2001-01-01", None)]
)
def test_role_is_that_of_the_article_day(tmp_path, day, role):
    people = table(tmp_path, "people.csv", CSV)
    found = people.find("Anita Torres", datetime.date.fromisoformat(day))
    assert found == Known(id="Q1", name="Ana Torres", role=role)


def test_legislators_are_read(tmp_path):
    people = table(tmp_path, "people.json", json.dumps(LEGISLATORS))
    found = people.find("Edith Marlow", datetime.date(2005, 1, 1))
    assert found == Known(id="Q7", name="Edith Q. Marlow", role="Senator")


def test_wikidata_lines_are_read(tmp_path):
    people = table(tmp_path, "people.jsonl", json.dumps(ITEM) + "\n")
    found = people.find("Ivo Brandt", datetime.date(2021, 1, 1))
    assert found == Known(id="Q9", name="Ivo Brandt", role="president")


def test_two_people_of_one_name_are_nobody_without_an_office(tmp_path):
    people = table(tmp_path, "p.csv", "id,name\nQ1,John Smith\nQ2,John Smith\n")
    assert people.find("John Smith", datetime.date(2020, 1, 1)) is None
    assert len(people) == 2


def test_surname_alone_finds_nobody(tmp_path):
    assert table(tmp_path, "people.csv", CSV).find("Torres", None) is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("people.txt", "x"),
        ("people.csv", "who,what\na,b\n"),
        ("people.json", "{"),
        ("people.json", "[1]"),
    ],
)
def test_what_is_no_table_is_refused_with_a_reason(tmp_path, name, words):
    with pytest.raises(TableError, match="people"):
        table(tmp_path, name, words)


def test_missing_table_is_refused(tmp_path):
    with pytest.raises(TableError, match="cannot be read"):
        read_people(tmp_path / "none.csv")


def test_article_keeps_its_own_form_of_the_name(reader, tmp_path):
    people = table(tmp_path, "people.csv", CSV)
    article = Article(
        text="Anita Torres said on Monday that the bridge would open in May.",
        published=datetime.date(2020, 3, 3),
    )
    (statement, *_) = type(reader)(reader._tagger, reader._scorer, people).read(article)
    assert article[statement.speaker.name] == "Anita Torres"
    assert statement.speaker.known == Known(id="Q1", name="Ana Torres", role="Mayor")


def test_empty_table_knows_nobody():
    assert People([]).find("Ann Lee", None) is None
