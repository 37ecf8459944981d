"""What an editor does: each deed is kept, and can be taken back."""

import time

import pytest
from desks import send, token
from readings import article

from onrecord.types import Deed, Field


def of(archive, entry):
    return archive.store.entry(entry.statement.id)


def test_a_field_is_corrected_and_the_correction_undone(archive, browser, entry):
    page = f"/statement/{entry.statement.id}"
    shown = {"speaker": "Bob Ng", "type": "named person", "act": "state", "note": "heard it"}
    answer = send(browser, f"{page}/correct", page, **shown)
    assert answer.status_code == 303
    assert "Corrected: speaker" in browser.get(answer.headers["location"]).text
    (made,) = archive.corrections()
    assert (made.field, made.value, made.was, made.by) == (Field.SPEAKER, "Bob Ng", "Bo Ng", "ann")
    assert made.note == "heard it"
    send(browser, f"/correction/{made.number}/undo", page)
    assert of(archive, entry).speaker == "Bo Ng"
    assert 'class="undone"' in browser.get(page).text


def test_what_was_not_changed_is_not_kept_as_corrected(archive, browser, entry):
    page = f"/statement/{entry.statement.id}"
    send(browser, f"{page}/correct", page, speaker="Bo Ng", act="state")
    assert archive.corrections() == ()


def test_a_value_that_makes_no_sense_is_refused_and_explained(archive, browser, entry):
    page = f"/statement/{entry.statement.id}"
    answer = send(browser, f"{page}/correct", page, said_at="some day")
    assert answer.status_code == 422
    assert "is no time" in answer.text
    assert archive.corrections() == ()


def test_a_rejected_statement_is_found_no_more_until_undone(archive, browser, entry):
    page = f"/statement/{entry.statement.id}"
    send(browser, f"{page}/reject", page)
    assert archive.search("guarantees").total == 0
    assert "rejected" in browser.get(page).text
    send(browser, f"/correction/{archive.corrections()[0].number}/undo", page)
    assert archive.search("guarantees").total == 1


def test_places_are_moved_and_everything_else_goes_along(archive, browser, entry):
    page = f"/statement/{entry.statement.id}"
    (content,) = entry.statement.content
    (source,) = entry.statement.source
    answer = send(
        browser,
        f"{page}/places",
        page,
        content=f"{content.start + 1}-{content.end - 2}",
        source=f"{source.start}–{source.end}",
        cue="",
    )
    moved = archive.store.entry(answer.headers["location"].split("/")[2].split("?")[0])
    assert moved.words == "Guarantees matter"
    assert moved.speaker == "Bo Ng"
    assert of(archive, entry).is_rejected


def test_what_the_reader_missed_is_put_on_record(archive, browser, entry):
    page = f"/article/{entry.article.id}"
    start = entry.article.text.index("Bonn")
    sent = {"content": f"{start}-{start + 4}", "source": "", "cue": "", "speaker": "Cy Oh"}
    answer = send(browser, f"{page}/state", page, **sent)
    made = archive.store.entry(answer.headers["location"].split("/")[2].split("?")[0])
    assert (made.words, made.speaker) == ("Bonn", "Cy Oh")
    assert send(browser, f"{page}/state", page, content="").status_code == 422
    assert send(browser, "/article/ar1_x/state", page, content="1-2").status_code == 404


@pytest.mark.parametrize("content", ["", "5", "9-3", "0-999999"])
def test_places_that_are_none_change_nothing(archive, browser, entry, content):
    page = f"/statement/{entry.statement.id}"
    assert send(browser, f"{page}/places", page, content=content).status_code == 422
    assert archive.corrections() == ()


def test_review_shows_the_next_that_nobody_touched(archive, browser):
    seen = set()
    for _ in range(3):
        page = browser.get("/review").text
        address = page.partition('action="/statement/')[2].partition("/confirm")[0]
        send(browser, f"/statement/{address}/confirm", "/review", back="/review")
        seen.add(address)
    assert len(seen) == 3
    assert "Nothing waits here" in browser.get("/review").text
    assert {(one.deed, one.by) for one in archive.corrections()} == {(Deed.CONFIRM, "ann")}
    confirmed = archive.corrections()[0].statement
    assert "confirmed by ann, " in browser.get(f"/statement/{confirmed}").text
    send(browser, "/correction/1/undo", f"/statement/{confirmed}")
    assert "confirmed by ann" not in browser.get(f"/statement/{confirmed}").text
    assert confirmed in browser.get("/review").text


def test_names_are_joined_and_parted_again(archive, browser):
    page = "/speaker/Ann Lee"
    send(browser, "/judge", page, left="Ann Lee", right="Bo Ng", is_same="yes")
    joined = browser.get("/speaker/Bo Ng").text
    assert "3 statements on record" in joined
    send(browser, "/judge", page, left="Ann Lee", right="Bo Ng", is_same="no")
    assert "2 statements on record" in browser.get(page).text


def wait_for(browser, address):
    for _ in range(100):
        page = browser.get(address).text
        if "data-reload" not in page:
            return page
        time.sleep(0.02)
    raise AssertionError(page)


def test_a_pasted_text_is_put_on_record(archive, browser):
    text = article("Hail is near/Cy Oh", "Hail, hail/Cy Oh").text.replace("\n", "\r\n")
    sent = send(browser, "/add", "/add", text=text, outlet="The Tab", published="2025-03-09")
    page = wait_for(browser, sent.headers["location"])
    assert "new, 2 statements" in page
    (first, _) = archive.search("hail").entries
    assert first.article.outlet == "The Tab"
    assert "\r" not in first.article.text


def test_files_are_put_on_record_and_what_failed_says_why(archive, browser, token_of):
    files = [
        ("files", ("a.txt", article("Sleet/Cy Oh").text.encode(), "text/plain")),
        ("files", ("b.txt", b"\xff\xfe\x00\xd8\x00", "text/plain")),
    ]
    sent = browser.post(
        "/add", data={"token": token_of("/add")}, files=files, follow_redirects=False
    )
    page = wait_for(browser, sent.headers["location"])
    assert "a.txt" in page
    assert "failed" in page
    assert archive.search("sleet").total == 1


def test_nothing_to_add_is_refused(browser):
    assert send(browser, "/add", "/add", text="  ").status_code == 422
    assert send(browser, "/add", "/add", text="x", published="someday").status_code == 422


def test_the_log_tells_who_changed_what(archive, browser, entry):
    archive.reject(entry.statement.id, by="somebody", note="a caption")
    page = browser.get("/log").text
    assert "somebody" in page
    assert "a caption" in page
    assert archive.corrections()[0].deed is Deed.REJECT


def test_who_corrects_waits_for_no_readers(archive, browser, entry):
    turns = browser.app.state.desk.turns
    page = f"/statement/{entry.statement.id}"
    given = token(browser, page)
    taken = 0
    while turns.acquire(blocking=False):
        taken += 1
    answer = browser.post(f"{page}/confirm", data={"token": given}, follow_redirects=False)
    assert answer.status_code == 303
    turns.release(taken)
    assert "confirmed by ann" in browser.get(page).text
