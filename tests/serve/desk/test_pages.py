"""Every page, as a person at the machine gets it."""

import json
from dataclasses import replace

import pytest
from readings import HandReader, article, rich

from onrecord.serve.desk.marks import lines, notes
from onrecord.serve.desk.pages.article import differences
from onrecord.types import Article, Basis, Entry, Field, How


def test_search_shows_cards_facets_and_trend(browser):
    page = browser.get("/").text
    assert "3 statements" in page
    assert "“It rains in Bonn,”" in page
    assert 'href="/speaker/Ann%20Lee"' in page
    assert "<svg" in page
    assert "2025-03" in page


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("q=rains", 1),
        ('q=speaker:"Ann Lee"', 2),
        ('q=speaker:"Ann Lee" snows', 1),
        ("outlet=The+Herald", 1),
        ("since=2025-03-04", 0),
        ("act=state&kind=direct", 3),
        ("kind=indirect", 0),
        ("aside=yes", 0),
    ],
)
def test_an_address_is_a_search(browser, query, number):
    assert f"{number} statement{'' if number == 1 else 's'}</h2>" in browser.get(f"/?{query}").text


@pytest.mark.parametrize("query", ['q="open', "since=yesterdayish", "act=dance", "after=x&q=rain"])
def test_a_search_that_makes_no_sense_says_so(browser, query):
    answer = browser.get(f"/?{query}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_pages_of_results_lead_to_the_next(archive, browser):
    many = [
        article(*(f"Number {one} of {day}/Ann Lee" for one in range(20)), published=None, title=day)
        for day in ("Monday", "Friday")
    ]
    list(archive.add(many, HandReader()))
    first = browser.get("/?q=number").text
    assert "40 statements" in first
    after = first.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    second = browser.get(after).text
    assert second.count('class="card"') == 20
    assert "First page" in second


def test_hints_name_speakers_and_outlets(browser):
    assert browser.get("/suggest?q=an").json() == ['speaker:"Ann Lee"']
    assert browser.get("/suggest?q=her").json() == ['outlet:"The Herald"']
    assert browser.get("/suggest?q=").json() == []


def test_an_article_is_shown_to_the_character(archive, browser, entry):
    one, statement = rich()
    archive.store.add(one, [statement], statement.made_by)
    page = browser.get(f"/article/{one.id}").text
    assert 'class="content look-0" data-of="1">“It’s 5 °C</span>' in page
    assert 'class="aside" data-of="1">citing no evidence</span>' in page
    assert 'class="source look-0"' in page
    assert f'id="{statement.id}" href="#note-1"' in page
    assert "ML 1" in page or "AL 1" in page


def test_what_the_passage_lends_is_marked_with_how_likely_it_is(archive, browser):
    one, found = rich()
    lent = replace(
        found,
        how=How(channel=replace(found.how.channel, confidence=0.614)),
        said_at=replace(found.said_at, basis=Basis.CONTEXT, confidence=0.834),
    )
    archive.store.add(one, [lent], lent.made_by)
    page = browser.get(f"/statement/{lent.id}").text
    assert "said 2025-03-02 (context, 83%)" in page
    assert "social media (Telegram Messenger) (context, 61%)" in page
    archive.correct(lent.id, Field.SAID_AT, "2025-03-01", by="me")
    assert "said 2025-03-01</span>" in browser.get(f"/statement/{lent.id}").text


def test_a_transcript_of_a_thousand_statements_is_marked_in_its_lines():
    (read,) = HandReader().read_all([article(*(f"Day {n}/Ann Lee" for n in range(1000)))])
    entries = [Entry(article=read.article, statement=one) for one in read.statements]
    noted = notes(entries)
    made = lines(read.article, noted)
    assert [line.pieces[0].numbers for line in made] == [(note.number,) for note in noted]
    assert all(line.pieces[0].looks.startswith("content") for line in made)


def test_a_line_of_spaces_parts_paragraphs():
    one = Article(text="It rains.\n \nIt snows.\nIt hails.")
    assert [line.is_apart for line in lines(one, ())] == [False, True, False]


def test_revisions_are_listed_with_what_changed(archive, browser):
    first = article("It rains/Ann Lee", url="https://echo.example/1")
    second = article("It pours/Ann Lee", url="https://echo.example/1")
    list(archive.add([first, second], HandReader()))
    page = browser.get(f"/article/{second.id}").text
    assert "Revision 1" in page
    assert "Revision 2 (newest)" in page
    changes = browser.get(f"/article/{second.id}/changes").text
    assert "<del>rains</del><ins>pours</ins>" in changes


def test_differences_make_both_texts():
    parts = differences("It rains, she said.", "It pours, he said.")
    assert "".join(words for what, words in parts if what != "removed") == "It pours, he said."
    assert "".join(words for what, words in parts if what != "added") == "It rains, she said."


def test_changes_that_only_space_parts_are_one():
    assert differences("of all 33 passengers ", "of 34 of the passengers ") == [
        ("same", "of "),
        ("removed", "all 33"),
        ("added", "34 of the"),
        ("same", " passengers "),
    ]
    assert differences("a b ", "c d ") == [("removed", "a b"), ("added", "c d"), ("same", " ")]


def test_a_speaker_has_names_statements_and_outlets(browser):
    page = browser.get("/speaker/Ann Lee").text
    assert "2 statements on record" in page
    assert "The Herald" in page
    assert "Bo Ng" not in page
    assert browser.get("/speaker/Nobody Atall").status_code == 404
    assert "Bo Ng" in browser.get("/speakers?name=ng").text


def test_a_speaker_has_subjects_that_lead_to_their_statements(archive, browser):
    made = article("The new bridge is late/Ann Lee", "We pay for the bridge/Ann Lee", outlet="B")
    list(archive.add([made], HandReader()))
    page = browser.get("/speaker/Ann Lee").text
    assert "Most frequent subjects" in page
    link = page.partition("<bdi>bridge</bdi>")[0].rpartition('href="')[2].partition('"')[0]
    assert "2 statements</h2>" in browser.get(link.replace("&amp;", "&")).text
    assert "in their newest" not in page


def test_a_statement_can_be_quoted_in_every_form(browser, entry):
    page = browser.get(f"/statement/{entry.statement.id}").text
    assert "“Guarantees matter,” — Bo Ng" in page
    assert "Rain in Bonn" in page
    told = json.loads(page.partition('"application/ld+json">')[2].partition("</script>")[0])
    assert told["text"] == "“Guarantees matter,”"
    assert told["spokenByCharacter"]["name"] == "Bo Ng"
    of = f"/statement/{entry.statement.id}"
    assert browser.get(f"{of}.jsonld").json() == told
    assert "journal = {The Echo}" in browser.get(f"{of}/cite.bib").text
    assert browser.get(f"{of}/cite.csl.json").json()[0]["container-title"] == "The Echo"
    assert "frame-ancestors *" in browser.get(f"{of}/card").headers["content-security-policy"]


def test_the_timeline_has_a_lane_for_each_speaker(browser):
    page = browser.get("/timeline").text
    assert page.count('class="lane"') == 2
    assert page.count("<circle") == 2
    assert page.index("Ann Lee") < page.index("Bo Ng")


def test_a_dot_leads_to_its_passage_or_to_its_days_statements(archive, browser, entry):
    page = browser.get("/timeline").text
    of_one = f'<a href="/article/{entry.article.id}#{entry.statement.id}" aria-label="2025-03-03: '
    assert f"{of_one}“Guarantees matter,”" in page
    assert '<a href="#lane-1-2025-03-03" aria-label="2025-03-03: 2 statements">' in page
    assert page.count('id="lane-1-2025-03-03"') == 1


def test_what_is_not_on_record_is_said_so(browser):
    for address in ("/statement/st1_x", "/article/ar1_x", "/speaker/x y", "/nothing", "/add/x"):
        answer = browser.get(address)
        assert answer.status_code == 404
        assert "Not on record" in answer.text


def test_a_corrected_statement_shows_both_values(archive, browser, entry):
    archive.correct(entry.statement.id, Field.SPEAKER, "Bob Ng", by="ann")
    page = browser.get(f"/statement/{entry.statement.id}").text
    assert "Bob Ng" in page
    assert "the reader found: <bdi>Bo Ng</bdi>" in page
