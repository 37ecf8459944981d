"""What an editor can do over HTTP, and nobody else."""

import pytest
from problems import problem

import onrecord
from onrecord.serve.api import Limits
from onrecord.serve.api.guard import Rate
from onrecord.serve.api.problems import Refused
from onrecord.serve.tokens import Role

RAIN = "“It rains,” said Jane Doe on Sunday."


@pytest.fixture
def one(editing):
    return editing.get("/search").json()["statements"][0]


def test_a_correction_is_kept_beside_what_was_found_and_undone(editing, one):
    address = f"/statements/{one['id']}/corrections"
    response = editing.post(address, json={"field": "act", "value": "promise", "note": "p. 3"})
    made = response.json()
    assert response.status_code == 201
    assert (made["by"], made["was"], made["value"], made["note"]) == (
        "ann",
        one["act"],
        "promise",
        "p. 3",
    )
    now = editing.get(f"/statements/{one['id']}").json()
    assert (now["statement"]["act"], now["statement"]["corrected"]) == (
        one["act"],
        {"act": "promise"},
    )
    assert now["corrections"] == [made]
    undone = editing.post(f"/corrections/{made['number']}/undo", json={}).json()
    assert undone["undoes"] == made["number"]
    assert editing.get(f"/statements/{one['id']}").json()["statement"] == one


def test_a_rejected_statement_is_found_no_more_and_stays_on_record(editing, one):
    total = editing.get("/search").json()["total"]
    editing.post(f"/statements/{one['id']}/rejection", json={"note": "narration"})
    assert editing.get("/search").json()["total"] == total - 1
    assert editing.get(f"/statements/{one['id']}").json()["is_rejected"] is True
    article = editing.get(f"/articles/{one['article']['id']}").json()
    assert one["id"] not in [found["id"] for found in article["statements"]]


def test_a_confirmation_is_told_with_the_statement_until_it_changes(editing, one):
    made = editing.post(f"/statements/{one['id']}/confirmation", json={"note": "heard it"})
    assert (made.status_code, made.json()["deed"]) == (201, "confirm")
    told = editing.get(f"/statements/{one['id']}").json()["statement"]["confirmed"]
    assert told == [{"by": "ann", "at": made.json()["at"]}]
    editing.post(f"/statements/{one['id']}/corrections", json={"field": "act", "value": "warn"})
    assert editing.get(f"/statements/{one['id']}").json()["statement"]["confirmed"] == []


def test_a_statement_is_stated_by_hand_with_its_speaker(editing, one):
    article = editing.get(f"/articles/{one['article']['id']}").json()
    given = {"content": [[0, 10]], "source": [[12, 15]], "values": {"speaker": "Ann Lee"}}
    response = editing.post(f"/articles/{article['id']}/statements", json=given)
    assert (response.status_code, response.json()["deed"]) == (201, "add")
    made = editing.get(f"/statements/{response.json()['statement']}").json()["statement"]
    assert made["words"] == article["text"][0:10]
    assert (made["corrected"], made["made_by"]["weights"]) == ({"speaker": "Ann Lee"}, "by hand")
    again = editing.post(f"/articles/{article['id']}/statements", json=given)
    assert "on record already" in problem(again, 422, "correction")


def test_places_are_corrected_in_one_go(editing, one):
    (start, end), *_ = one["content"]
    given = {"content": [[start, end - 1]], "source": one["source"], "cue": one["cue"]}
    response = editing.post(f"/statements/{one['id']}/places", json=given)
    made = editing.get(f"/statements/{response.json()['statement']}").json()["statement"]
    for key in ("speaker", "act", "said_at", "channel", "asides", "source"):
        assert made[key] == one[key]
    assert made["content"] == [[start, end - 1]]
    assert editing.get(f"/statements/{one['id']}").json()["is_rejected"] is True


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({}, "invalid"),
        ({"content": []}, "invalid"),
        ({"content": [[1]]}, "invalid"),
        ({"content": [[-1, 4]]}, "invalid"),
        ({"content": [[4, 4]]}, "span"),
        ({"content": [[0, 4], [2, 6]]}, "statement"),
        ({"content": [[0, 10**9]]}, "correction"),
    ],
)
def test_places_that_are_none_are_refused(editing, one, given, kind):
    before = editing.get("/stats").json()
    assert problem(editing.post(f"/statements/{one['id']}/places", json=given), 422, kind)
    place = f"/articles/{one['article']['id']}/statements"
    assert problem(editing.post(place, json=given), 422, kind)
    assert editing.get("/stats").json() == before


def test_names_are_judged_to_be_one_speakers_and_parted_again(editing):
    names = [speaker["name"] for speaker in editing.get("/speakers").json()["speakers"]][:2]
    given = {"left": names[0], "right": names[1]}
    made = editing.post("/judgements", json={**given, "is_same": True})
    assert (made.status_code, made.json()["by"]) == (201, "ann")
    speaker = editing.get(f"/speakers/{names[0]}").json()["speaker"]
    assert {speaker["name"], *speaker["also"]} == set(names)
    editing.post("/judgements", json={**given, "is_same": False})
    assert editing.get(f"/speakers/{names[0]}").json()["speaker"]["also"] == []
    listed = editing.get("/judgements", params={"limit": 1}).json()
    assert (listed["judgements"], listed["after"]) == ([made.json()], 1)
    same = {"left": "A", "right": "A", "is_same": True}
    assert problem(editing.post("/judgements", json=same), 422, "correction")


def test_corrections_are_listed_page_by_page(editing, one):
    for act in ("promise", "deny", "warn"):
        address = f"/statements/{one['id']}/corrections"
        editing.post(address, json={"field": "act", "value": act})
    first = editing.get("/corrections", params={"limit": 2}).json()
    last = editing.get("/corrections", params={"limit": 2, "after": first["after"]}).json()
    values = [made["value"] for page in (first, last) for made in page["corrections"]]
    assert (values, last["after"]) == (["promise", "deny", "warn"], None)


def test_an_article_is_read_once(editing):
    given = {"text": RAIN, "published": "2025-03-03", "outlet": "The Echo"}
    response = editing.post("/articles", json=given)
    assert response.status_code == 201
    added = response.json()
    assert (added["outcome"], added["statements"]) == ("new", 1)
    kept = editing.get(f"http://localhost{response.headers['location']}").json()
    assert (kept["text"], kept["published"], kept["outlet"]) == (RAIN, "2025-03-03", "The Echo")
    assert kept["statements"][0]["source_words"] == "Jane Doe"
    again = editing.post("/articles", json=given)
    assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({}, "invalid"),
        ({"text": ""}, "invalid"),
        ({"text": 7}, "invalid"),
        ({"text": "   "}, "text"),
        ({"text": "Title: only\n\n"}, "text"),
        ({"text": RAIN, "published": "the day before"}, "metadata"),
        ({"text": RAIN, "extra": 1}, "invalid"),
    ],
)
def test_an_article_that_is_none_is_refused(editing, given, kind):
    assert problem(editing.post("/articles", json=given), 422, kind)


def test_half_a_character_is_refused(editing):
    sent = {"content": rb'{"text": "\ud800"}', "headers": {"Content-Type": "application/json"}}
    assert problem(editing.post("/articles", **sent), 422, "invalid")


def test_hostile_text_comes_back_as_it_was(editing):
    text = "“<script>alert(1)</script> \u202e' OR 1=1 --,” said Jane Doe."
    added = editing.post("/articles", json={"text": text}).json()
    assert editing.get(f"/articles/{added['article']}").json()["text"] == text


@pytest.mark.parametrize("value", ["dance", "x" * 3000])
def test_a_correction_that_makes_no_sense_is_refused(editing, one, value):
    given = {"field": "act", "value": value}
    response = editing.post(f"/statements/{one['id']}/corrections", json=given)
    assert problem(response, 422, "correction" if value == "dance" else "invalid")


def test_what_is_not_on_record_cannot_be_corrected(editing):
    given = {"field": "act", "value": "warn"}
    assert problem(editing.post("/statements/st1_x/corrections", json=given), 404, "unknown")
    assert problem(editing.post("/corrections/999/undo", json={}), 404, "unknown")


WRITES = ["/articles", "/statements/st1_x/corrections", "/statements/st1_x/rejection"]


@pytest.mark.parametrize("address", [*WRITES, "/corrections/1/undo"])
@pytest.mark.parametrize("given", [None, "Bearer ort_wrong", "Bearer ", "Basic YTpi", "Bearer é"])
def test_nothing_is_written_without_a_token(client, address, given):
    headers = {"Authorization": given.encode()} if given else {}
    response = client.post(address, json={"text": RAIN}, headers=headers)
    assert problem(response, 401, "token")
    assert response.headers["www-authenticate"].startswith("Bearer")


def test_a_readers_token_does_not_write(client, tokens):
    client.headers["Authorization"] = f"Bearer {tokens.add('eve', Role.READER)}"
    assert client.get("/stats").status_code == 200
    assert "wanted editor" in problem(client.post("/articles", json={"text": RAIN}), 403, "role")


def test_a_removed_token_is_worth_nothing_at_once(editing, tokens):
    tokens.remove("ann")
    assert problem(editing.post("/articles", json={"text": RAIN}), 401, "token")


def test_a_wrong_token_is_refused_for_reading_too(client):
    assert problem(client.get("/stats", headers={"Authorization": "Bearer no"}), 401, "token")


def test_a_private_record_is_read_with_a_token_only(client_of, sampled, tokens):
    client = client_of(sampled, is_private=True)
    assert problem(client.get("/stats"), 401, "token")
    client.headers["Authorization"] = f"Bearer {tokens.add('eve', Role.READER)}"
    assert client.get("/stats").status_code == 200


def test_a_record_that_may_only_be_read_is_not_written(client_of, sampled, tokens, reader):
    client = client_of(sampled, load=lambda: reader)
    client.headers["Authorization"] = f"Bearer {tokens.add('ann', Role.EDITOR)}"
    assert problem(client.post("/articles", json={"text": RAIN}), 403, "read-only")


def test_a_body_that_is_too_large_is_refused_told_or_not(client_of, written, tokens):
    client = client_of(written, limits=Limits(body_bytes=1000))
    client.headers["Authorization"] = f"Bearer {tokens.add('ann', Role.EDITOR)}"
    assert problem(client.post("/articles", json={"text": "x" * 2000}), 413, "too-large")
    streamed = {"content": iter([b" " * 600] * 9), "headers": {"Content-Type": "application/json"}}
    assert problem(client.post("/articles", **streamed), 413, "too-large")


def test_who_asks_too_often_waits(client_of, sampled):
    client = client_of(sampled, limits=Limits(per_minute=3))
    assert [client.get("/stats").status_code for _ in range(3)] == [200] * 3
    response = client.get("/stats")
    assert problem(response, 429, "too-many")
    assert int(response.headers["retry-after"]) > 0


def test_a_rate_fills_up_again_for_each_client_by_itself():
    now = 0.0
    rate = Rate(60, clock=lambda: now)
    for _ in range(60):
        rate.admit("a")
    with pytest.raises(Refused):
        rate.admit("a")
    rate.admit("b")
    now = 1.0
    rate.admit("a")
    with pytest.raises(Refused):
        rate.admit("a")


def test_a_locked_record_is_busy_for_now(tmp_path, client_of, tokens, reader):
    place = tmp_path / "locked.db"
    with onrecord.open(place, wait_s=0.05) as archive, onrecord.open(place) as other:
        client = client_of(archive, load=lambda: reader)
        client.headers["Authorization"] = f"Bearer {tokens.add('ann', Role.EDITOR)}"
        with other.store.writing():
            response = client.post("/articles", json={"text": RAIN})
        assert problem(response, 503, "locked")
        assert response.headers["retry-after"]
