"""Roles told beside a name, and whom a role or a short name means, in made-up sentences."""

import re

import numpy as np
import pytest

from onrecord import Article
from onrecord.resolve.who import titles
from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.forms import Form
from onrecord.resolve.who.halves import whole_body, whole_surname
from onrecord.resolve.who.kinds import told_kind
from onrecord.resolve.who.mention import Mention
from onrecord.resolve.who.roles import is_hers, roles_beside, without_rank
from onrecord.resolve.who.titles import spoken_for, title_in, title_of, told_pronouns
from onrecord.tagger import Name, NameKind, Pronoun
from onrecord.tagger.details import PRONOUNS
from onrecord.types import SourceType, Span


def place(text, words):
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Prof Ada Holm, an ecologist at Lund University, said so.",
            "ecologist at Lund University",
        ),
        ("Ada Holm (Lab), cabinet member for parks, said so.", "cabinet member for parks"),
        ("Ada Holm, a 34-year-old teacher who fled, said so.", "teacher"),
        ("The fire minister, retired Gen. Ada Holm, said so.", "fire minister"),
        ("It puts pressure on striker Ada Holm.", "striker"),
        ("The case for Ada Holm SC was heard.", "SC"),
        ("Tory Coun Ada Holm said so.", "Tory Coun"),
        ("Vendor Ada Holm said so.", "Vendor"),
        ("As the next president, Ada Holm would rule.", None),
        ("Ada Holm, a winter storm, hit.", None),
    ],
)
def test_role_beside_a_name_is_found_without_the_network(text, role):
    found = roles_beside(text, place(text, "Ada Holm"))
    assert [text[span.start : span.end] for span in found] == ([role] if role else [])


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        ("His aunt, Ada Holm", "His aunt", "aunt"),
        ("Trade Board (TB) chairperson Justice Ada Holm", "TB) chairperson Justice", None),
        ("spokesman Maj. Gen. Ada Holm", "spokesman Maj. Gen.", "spokesman"),
    ],
)
def test_title_has_no_pronoun_rank_or_half_a_bracket(text, title, wanted):
    person = Entity(NameKind.PERSON, titles=[place(text, title)])
    found = title_of(text, person)
    assert found is not None
    assert text[found.start : found.end] == (wanted or "Trade Board (TB) chairperson")


def test_each_title_is_read_once_however_often_it_is_asked_for(monkeypatch):
    read = []
    whole = titles._clean
    monkeypatch.setattr(titles, "_clean", lambda *at: read.append(at) or whole(*at))
    text = "".join(f"{number}: President Ada Holm said so. " for number in range(50))
    found = [match.span() for match in re.finditer("President", text)]
    person = Entity(NameKind.PERSON, titles=[Span(*one) for one in found])
    assert {title_of(text, person) for _ in range(50)} == {place(text, "President")}
    assert len(read) == 50


def test_a_clause_is_no_title():
    text = "They each told President Ada Holm so."
    for words in ("They each", "They each told President"):
        assert title_of(text, Entity(NameKind.PERSON, titles=[place(text, words)])) is None


def test_of_equally_full_titles_the_first_and_shorter_counts():
    text = "Ada Holm, president of Acme, said so; Holm is the head of Acme."
    whole = place(text, "president of Acme")
    ends = [Span(whole.start, whole.end + 1), whole, place(text, "head of Acme")]
    assert title_of(text, Entity(NameKind.PERSON, titles=ends)) == whole


def test_rank_gives_way_to_a_role():
    text = "Sen. Ada Holm, the chairwoman"
    titles = [place(text, "Sen."), place(text, "chairwoman")]
    found = title_of(text, Entity(NameKind.PERSON, titles=titles))
    assert found == titles[1]


def test_rank_stays_where_it_is_the_role():
    text = "Det Sgt"
    assert without_rank(text, Span(0, len(text))) == Span(0, len(text))


@pytest.mark.parametrize(("words", "hers"), [("widow", True), ("Sir", False), ("judge", None)])
def test_kin_and_honorifics_tell_the_pronoun(words, hers):
    assert is_hers(words) is hers


def test_mrs_is_she_whatever_the_network_thinks():
    text = "Mrs Holm left."
    person = Entity(NameKind.PERSON, spans=[place(text, "Holm")], pronouns=np.full(4, 0.25))
    assert told_pronouns(text, person)[PRONOUNS.index(Pronoun.SHE)] > 0.9


def test_halves_of_a_surname_are_one_unless_they_stand_alone():
    text = "Holm-Okoro spoke."
    assert whole_surname(text, place(text, "Okoro")) == place(text, "Holm-Okoro")
    text = "The Holm-Okoro talks ended; Holm and Okoro left."
    assert whole_surname(text, place(text, "Okoro")) == place(text, "Okoro")


def test_a_body_of_a_place_and_its_district_is_whole():
    text = "Holm and District Savings Bank said so."
    assert whole_body(text, place(text, "Holm")) == place(text, "Holm and District Savings Bank")


def test_a_name_without_its_article_is_the_same_person():
    assert Form.of("Hakim").same_person(Form.of("Yusuf al-Hakim"))


@pytest.mark.parametrize(
    ("text", "name", "kind", "told"),
    [
        ("Norvik said it would wait.", "Norvik", NameKind.PERSON, NameKind.ORGANISATION),
        ("The airline Norvik will wait.", "Norvik", NameKind.PERSON, NameKind.ORGANISATION),
        ("Norvik’s mayor will wait.", "Norvik", NameKind.PERSON, NameKind.PLACE),
        ("Ms Norvik said it would.", "Norvik", NameKind.PERSON, None),
        ("Ada Holm, a botanist, said.", "Ada Holm", NameKind.ORGANISATION, NameKind.PERSON),
        ("Holm Pumps, the maker, said.", "Holm Pumps", NameKind.ORGANISATION, None),
    ],
)
def test_words_beside_a_name_tell_what_it_names(text, name, kind, told):
    assert told_kind(text, place(text, name), kind) is told


def speaker(reader, text, words):
    article = Article(text=text)
    found = [
        one for one in reader.read(article) if any(words in article[span] for span in one.content)
    ]
    assert found, f"no statement holds {words!r}"
    told = found[0].speaker
    return told.name and article[told.name], told.type, told.title and article[told.title]


@pytest.mark.parametrize(
    ("text", "words", "name", "title"),
    [
        (
            "A former harbour master who stole €9,000 has been fined.\n\n"
            "Piotr Lindgren (51) told the court that he was sorry. “I have no excuse,” "
            "Lindgren said.\n",
            "no excuse",
            "Piotr Lindgren",
            None,
        ),
        (
            "Det Sgt Colm Brady told the court that the till was empty.\n\n"
            "The detective said that the door had been forced.\n",
            "forced",
            "Colm Brady",
            "Det Sgt",
        ),
        (
            "Manager Jorge Salas praised his players after the match on Sunday.\n\n"
            "“I am proud of them,” the Spaniard said.\n",
            "proud",
            "Jorge Salas",
            "Manager",
        ),
        (
            "Transport Minister Olga Petrova opened the bridge on Friday.\n\n"
            "“It is safe,” the Minister told reporters.\n",
            "safe",
            "Olga Petrova",
            "Transport Minister",
        ),
    ],
)
def test_role_is_its_only_bearer(reader, text, words, name, title):
    found, kind, told = speaker(reader, text, words)
    assert (found, kind) == (name, SourceType.NAMED_PERSON)
    assert title is None or told == title


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Norvik Robotics said on Monday that profits had doubled.\n\n"
            "The company said it would hire 200 people.\n",
            "hire",
            "Norvik Robotics",
        ),
        (
            "Patients waited at Larkfield County Hospital on Friday.\n\n"
            "The hospital said that the delays would end soon.\n",
            "delays",
            "Larkfield County Hospital",
        ),
    ],
)
def test_a_body_described_is_the_one_named_before(reader, text, words, name):
    found, kind, _ = speaker(reader, text, words)
    assert (found, kind) == (name, SourceType.NAMED_ORGANISATION)


def test_one_of_them_is_no_title_and_a_filing_no_person(reader):
    text = (
        "Two clerks spoke to the paper. One of them said the safe was empty.\n\n"
        "A federal indictment unsealed in Boston says that the money was lost.\n"
    )
    assert speaker(reader, text, "safe")[2] is None
    assert speaker(reader, text, "money")[1] is SourceType.DOCUMENT


@pytest.mark.parametrize(
    ("text", "marked", "title"),
    [
        ("It was Acme’s former chairman, Ada Holm.", "s former chairman", "Acme’s former chairman"),
        ("A talk with Acme founder and co-CEO Ada Holm.", "co-CEO", "Acme founder and co-CEO"),
        ("Then chairman, CEO and president Ada Holm", "president", "chairman, CEO and president"),
        ("Ada Holm, the company’s chief engineer", "company’s chief engineer", "chief engineer"),
        ("The 60-year-old baker Ada Holm", "60-year-old baker", "baker"),
        ("The convicted felon Ada Holm", "convicted felon", None),
        ("Another witness, Ada Holm", "witness", None),
        ("PG&E's chief Ada Holm", "PG&", None),
        ("Holm's former press chief Ada Holm", "press chief", "Holm's former press chief"),
        ("Solheim for president and teacher Ada Holm", "teacher", "teacher"),
        ("Our potential senator, Ada Holm", "senator", None),
        ("Ada Holm, of Springfield, left", "of Springfield", None),
        ("Ada Holm, a friend of his", "friend of his", None),
        ("Ada Holm, the first mayor to be fined", "mayor to be fined", None),
        ("Dr Ada Holm", "Ada", None),
        ("Two workers, Ada Holm and Bo Lund", "workers", None),
        ("Sens. Ada Holm and Bo Lund", "Sens.", None),
        ("The next highest vote-getter, Ada Holm", "vote-getter", None),
        ("A case report, Ada Holm", "case report", None),
    ],
)
def test_a_title_is_whole_and_nothing_that_somebody_did(text, marked, title):
    name, role = place(text, "Ada Holm"), place(text, marked)
    person = Entity(NameKind.PERSON, spans=[name], titles=[role], full=name)
    found = title_of(text, person)
    assert (None if found is None else text[found.start : found.end]) == title


def test_what_an_office_holder_is_the_first_of_gives_way_to_the_office():
    text = "Gov. Ada Holm, the state's first Black governor, left."
    titles = [place(text, "Gov."), place(text, "state's first Black governor")]
    name = place(text, "Ada Holm")
    found = title_of(text, Entity(NameKind.PERSON, spans=[name], titles=titles, full=name))
    assert found == titles[0]


def test_a_verb_behind_a_name_is_no_role():
    text = "Could Ada Holm, insist as she may, be wrong?"
    assert roles_beside(text, place(text, "Ada Holm")) == []


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("someone like Mr. Holm", None),
        ("No candidate", None),
        ("Aides such as Holm", None),
        ("A teacher from Lund", "teacher from Lund"),
    ],
)
def test_who_is_nobody_in_particular_has_no_title(source, title):
    span = Span(0, len(source))
    words = source.lower()
    mention = Mention(span=span, words=words, head=None, name=None, others=(), determiner="")
    found = title_in(source, mention)
    assert (None if found is None else source[found.start : found.end]) == title


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("U.S. Senate candidate", "U.S. Senate"),
        ("National Security Adviser", "Security"),
        ("Oklahoma Attorney General", "Oklahoma"),
    ],
)
def test_an_office_sought_or_its_field_is_no_body_spoken_for(role, body):
    at = place(role, body)
    kind = NameKind.PLACE if body == "Oklahoma" else NameKind.ORGANISATION
    names = [Name(span=at, kind=kind, probability=0.9)]
    assert spoken_for(role, Span(0, len(role)), names) is None
