"""Questions over HTTP: the same answers as from the archive, and clear refusals."""

import csv
import io
import json

import pytest
from problems import problem
from readings import HandReader, article, rich

import onrecord
from onrecord.export import entry_line
from onrecord.serve.api.asked import Asked
from onrecord.serve.shapes import StatementShape


def test_a_search_gives_the_lines_that_the_command_prints(client, sampled):
    page = sampled.search("march", limit=5)
    answer = client.get("/search", params={"words": "march", "limit": 5}).json()
    assert answer["statements"] == [json.loads(entry_line(entry)) for entry in page.entries]
    assert (answer["total"], answer["is_exact"], answer["after"]) == (
        page.total,
        page.is_exact,
        page.after,
    )
    assert answer["facets"]["act"][0]["statements"] == page.facets["act"][0].statements


def test_words_are_the_articles_own_at_their_places(client):
    for one in client.get("/search", params={"limit": 200}).json()["statements"]:
        text = client.get(f"/articles/{one['article']['id']}").json()["text"]
        assert " … ".join(text[start:end] for start, end in one["content"]) == one["words"]


def test_pages_follow_each_other_to_the_end_without_a_gap(client, sampled):
    seen, params = [], {"limit": 7}
    while True:
        response = client.get("/search", params=params)
        answer = response.json()
        seen += [one["id"] for one in answer["statements"]]
        assert ("link" in response.headers) == (answer["after"] is not None)
        if answer["after"] is None:
            break
        params["after"] = answer["after"]
    assert seen == [entry.statement.id for entry in sampled.find("")]


def test_the_link_header_is_the_address_of_the_next_page(client):
    first = client.get("/search", params={"words": "the", "limit": 2})
    address = first.headers["link"].removeprefix("<").removesuffix('>; rel="next"')
    following = client.get(f"http://localhost{address}").json()
    assert first.json()["statements"][-1]["id"] != following["statements"][0]["id"]
    assert first.json()["total"] == following["total"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("speaker", "Kurtzer"),
        ("type", "named person"),
        ("outlet", "Wikinews"),
        ("since", "2019-10-01"),
        ("until", "2019-10-31"),
        ("published_since", "2019-10-01"),
        ("published_until", "2019-10-31"),
        ("act", "state"),
        ("attitude", "assertion"),
        ("channel", "interview"),
        ("kind", "direct"),
        ("min_confidence", "0.9"),
        ("has_aside", "true"),
        ("sort", "oldest"),
    ],
)
def test_every_filter_of_a_question_can_be_asked(client, sampled, name, value):
    asked = Asked.model_validate({name: value}).question()
    assert asked != onrecord.Question()
    answer = client.get("/search", params={name: value}).json()
    assert answer["total"] == sampled.search(asked).total


def test_csv_has_a_row_for_each_statement_with_corrected_values(client, sampled):
    response = client.get("/search", params={"words": "the"}, headers={"Accept": "text/csv"})
    assert response.headers["content-type"].startswith("text/csv; charset=utf-8")
    rows = list(csv.DictReader(io.StringIO(response.text, newline="")))
    assert [row["words"] for row in rows] == [
        entry.words for entry in sampled.search("the").entries
    ]


def test_json_lines_are_those_of_the_command(client, sampled):
    headers = {"Accept": "application/x-ndjson, application/json;q=0.5"}
    lines = client.get("/search", headers=headers).text.splitlines()
    assert lines == [entry_line(entry) for entry in sampled.search("").entries]


def test_another_format_is_refused(client):
    response = client.get("/search", headers={"Accept": "image/png"})
    assert "text/csv" in problem(response, 406, "format")


def test_what_is_known_by_its_etag_is_not_sent_again(client):
    first = client.get("/stats")
    tag = first.headers["etag"]
    for given in (tag, f'"other", W/{tag}', "*"):
        again = client.get("/stats", headers={"If-None-Match": given})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/stats", headers={"If-None-Match": '"other"'}).status_code == 200


def test_an_etag_changes_with_the_record(editing):
    before = editing.get("/stats").headers["etag"]
    one = editing.get("/search").json()["statements"][0]
    editing.post(f"/statements/{one['id']}/rejection", json={})
    assert editing.get("/stats", headers={"If-None-Match": before}).status_code == 200


def test_a_statement_comes_with_its_passage(client):
    one = client.get("/search", params={"limit": 1}).json()["statements"][0]
    answer = client.get(f"/statements/{one['id']}").json()
    assert answer["statement"] == one
    passage = answer["passage"]
    text = client.get(f"/articles/{one['article']['id']}").json()["text"]
    assert text[passage["start"] : passage["end"]] == passage["text"]
    assert one["words"].split(" … ")[0] in passage["text"]


def test_an_article_comes_with_its_statements_in_order(client):
    one = client.get("/search", params={"limit": 1}).json()["statements"][0]
    answer = client.get(f"/articles/{one['article']['id']}").json()
    places = [found["content"] for found in answer["statements"]]
    assert places == sorted(places)
    assert one["id"] in [found["id"] for found in answer["statements"]]


def test_every_speaker_has_a_timeline(client):
    for speaker in client.get("/speakers").json()["speakers"]:
        answer = client.get(f"/speakers/{speaker['name']}", params={"limit": 200}).json()
        assert answer["speaker"] == speaker
        assert answer["total"] == len(answer["statements"]) == speaker["statements"]
        assert sum(month["statements"] for month in answer["months"]) == speaker["statements"]


def test_a_speaker_has_subjects(client, sampled):
    answer = client.get("/speakers/Gregory Kurtzer").json()
    found = [(one["words"], one["statements"]) for one in answer["subjects"]]
    asked = onrecord.Question(speaker='"Gregory Kurtzer"')
    assert found == [(one.words, one.statements) for one in sampled.subjects(asked)]
    assert ("Rocky Linux", 6) in found


def test_two_speakers_of_like_names_are_kept_apart(tmp_path, client_of):
    made = article("It rains/Ann Lee", "It snows/Ann Lee Jones", "It thaws/A/B Institute")
    with onrecord.open(tmp_path / "own.db") as archive:
        list(archive.add([made], HandReader()))
        client = client_of(archive)
        answer = client.get("/speakers/Ann%20Lee").json()
        assert [one["words"] for one in answer["statements"]] == ["“It rains,”"]


def test_everything_that_a_statement_can_have_fits_the_shape(tmp_path):
    made, found = rich()
    with onrecord.open(tmp_path / "own.db") as archive:
        archive.store.add(made, [found], found.made_by)
        entry = archive.store.entry(found.id)
        shape = StatementShape.of(entry)
        assert shape.model_dump(mode="json") == json.loads(entry_line(entry))


@pytest.mark.parametrize(
    ("params", "kind"),
    [
        ({"words": '"left open'}, "question"),
        ({"words": "a AND"}, "question"),
        ({"words": "(" * 500}, "question"),
        ({"words": "***"}, "question"),
        ({"sort": "relevance"}, "question"),
        ({"words": "x" * 501}, "invalid"),
        ({"words": "nul\x00"}, "invalid"),
        ({"limit": 10**9}, "invalid"),
        ({"limit": 0}, "invalid"),
        ({"after": "1;DROP TABLE articles"}, "invalid"),
        ({"after": f"{10**30}/1"}, "invalid"),
        ({"since": "yesterday"}, "invalid"),
        ({"since": "86400"}, "invalid"),
        ({"since": "2025-02-30"}, "invalid"),
        ({"act": "dance"}, "invalid"),
        ({"min_confidence": "nan"}, "invalid"),
        ({"min_confidence": "2"}, "invalid"),
        ({"speakr": "misspelt"}, "invalid"),
    ],
)
def test_a_question_that_makes_no_sense_is_a_problem_of_its_own(client, params, kind):
    assert problem(client.get("/search", params=params), 400, kind)


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE statements; --",
        "content: secret",
        "NEAR(a b)",
        "^first",
        "{a b}: c",
        "a + b",
        "x%' OR 1=1 --",
        "<script>alert(1)</script>",
        "\u202egnihsiver",
        "名 前",
    ],
)
def test_hostile_words_are_words(client, words):
    assert client.get("/search", params={"words": words, "speaker": words}).json()["total"] == 0
    assert client.get("/stats").json()["statements"] > 0


@pytest.mark.parametrize(
    "address",
    ["/statements/st1_none", "/articles/ar1_none", "/speakers/Nobody%20At%20All", "/speakers/%0a"],
)
def test_what_is_not_on_record_is_a_problem(client, address):
    assert problem(client.get(address), 404, "unknown")


def test_an_address_that_is_none_is_a_problem_that_helps(client):
    assert "openapi.json" in problem(client.get("/nothing"), 404, "address")
    response = client.delete("/search")
    assert problem(response, 405, "method")
    assert response.headers["allow"] == "GET"


def test_the_description_is_openapi_3_1_and_names_no_other_host(client):
    description = client.get("/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    assert "http://" not in json.dumps(description)
    assert "https://" not in json.dumps(description)
    reads = [found["get"] for found in description["paths"].values() if "get" in found]
    assert not any("security" in one for one in reads)
