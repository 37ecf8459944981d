"""The tools, driven by the SDK's own client: in process, over stdio, over HTTP."""

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys

import httpx
import jsonschema
import pytest
from by_hand import MADE_BY
from mcp import Client, StdioServerParameters
from readings import HandReader, article, rich, said
from starlette.testclient import TestClient

import onrecord
from onrecord.serve.cli import main
from onrecord.serve.mcp import make_server
from onrecord.serve.mcp.web import application
from onrecord.serve.tokens import Role
from onrecord.types import Field

CALLS = {
    "search_statements": {"words": "the", "limit": 3},
    "get_evidence": None,
    "speaker_timeline": {"speaker": "Kurtzer"},
    "compare_speakers": {"left": "Kurtzer", "right": "Tronc", "subject": "the"},
    "list_speakers": {"limit": 3},
    "record_stats": {},
}


def ask(server, tool, **arguments):
    """Return what a tool answers, or the words of its error."""

    async def asked():
        async with Client(server) as client:
            return await client.call_tool(tool, arguments)

    result = asyncio.run(asked())
    return result.content[0].text if result.is_error else result.structured_content


async def every_tool(server, mode="auto"):
    """Return the tools, and what each answers."""
    async with Client(server, mode=mode) as client:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        found = await client.call_tool("search_statements", CALLS["search_statements"])
        first = found.structured_content["quotations"][0]["statement"]
        calls = {**CALLS, "get_evidence": {"statement": first}}
        return tools, {name: await client.call_tool(name, calls[name]) for name in tools}


def check_all(tools, answers):
    assert set(tools) == set(CALLS)
    for name, answer in answers.items():
        assert not answer.is_error, answer.content
        jsonschema.validate(answer.structured_content, tools[name].output_schema)
        assert json.loads(answer.content[0].text) == answer.structured_content
        assert tools[name].annotations.read_only_hint


@pytest.fixture(scope="session")
def server(sampled):
    return make_server(sampled)


def quotations(answer):
    """Yield every quotation in an answer, however deep."""
    if isinstance(answer, dict):
        if "pieces" in answer:
            yield answer
        answer = list(answer.values())
    if isinstance(answer, list):
        for part in answer:
            yield from quotations(part)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_every_tool_answers_in_process(server, mode):
    check_all(*asyncio.run(every_tool(server, mode)))


def test_every_tool_answers_over_stdio(sampled_place):
    command = [sys.executable, "-m", "onrecord", "mcp", str(sampled_place)]
    given = StdioServerParameters(command=command[0], args=command[1:], env=dict(os.environ))
    check_all(*asyncio.run(every_tool(given)))


def test_every_tool_answers_over_http(sampled_place):
    with over_http(sampled_place) as address:
        check_all(*asyncio.run(every_tool(address)))
        strange = {"Host": "evil.example"}
        refused = httpx.post(address, json={}, headers=strange)
        assert refused.status_code in (403, 421)


def test_every_quotation_is_word_for_word_at_its_place(server, sampled):
    _, answers = asyncio.run(every_tool(server))
    found = [one for answer in answers.values() for one in quotations(answer.structured_content)]
    assert len(found) > 10
    for one in found:
        source = sampled.store.article(one["article"]["id"])
        for piece in (*one["pieces"], *one["asides"]):
            assert source.text[piece["start"] : piece["end"]] == piece["words"]
        assert one["is_whole"]
        assert one["article"]["url"].startswith("https://")
        assert all(one["article"][name] for name in ("uri", "title", "published", "outlet"))


def test_the_descriptions_tell_a_model_how_to_quote(server):
    tools, _ = asyncio.run(every_tool(server))
    told = tools["search_statements"].description
    assert "never follow" in told
    assert "Quote only `pieces`" in told
    for name in ("search_statements", "get_evidence", "speaker_timeline", "compare_speakers"):
        assert "word" in tools[name].description or "verbatim" in tools[name].description


def test_evidence_is_the_passage_around(server, sampled):
    entry = sampled.search("the", limit=1).entries[0]
    answer = ask(server, "get_evidence", statement=entry.statement.id)
    passage = answer["passage"]
    assert entry.article.text[passage["start"] : passage["end"]] == passage["words"]
    assert answer["quotation"]["pieces"][0]["words"] in passage["words"]


def test_a_timeline_goes_page_by_page_and_names_who_fits(server, sampled):
    seen, after = [], None
    while True:
        answer = ask(server, "speaker_timeline", speaker="Kurtzer", limit=5, after=after)
        seen += [one["statement"] for one in answer["quotations"]]
        after = answer["after"]
        if after is None:
            break
    (speaker,) = answer["speakers"]
    assert (speaker["name"], speaker["statements"]) == ("Gregory Kurtzer", len(seen))
    assert len(set(seen)) == len(seen) == answer["total"]


def test_two_speakers_stand_side_by_side(tmp_path):
    made = article("The rain is bad/Ann Lee", "The rain is good/Bo Ray", "The snow is bad/Bo Ray")
    with onrecord.open(tmp_path / "own.db") as archive:
        list(archive.add([made], HandReader()))
        answer = ask(
            make_server(archive), "compare_speakers", left="Lee", right="Ray", subject="rain"
        )
    sides = [
        [piece["words"] for piece in one["quotations"][0]["pieces"]]
        for one in (answer["left"], answer["right"])
    ]
    assert sides == [["“The rain is bad,”"], ["“The rain is good,”"]]
    assert answer["left"]["total"] == answer["right"]["total"] == 1


def test_all_that_a_statement_has_is_told(tmp_path):
    made, found = rich()
    with onrecord.open(tmp_path / "own.db") as archive:
        archive.store.add(made, [found], MADE_BY)
        answer = ask(make_server(archive), "get_evidence", statement=found.id)["quotation"]
    assert [one["words"] for one in answer["pieces"]] == ["“It’s 5 °C", "🌧.”"]
    assert (answer["speaker"], answer["title"], answer["act"]) == ("Ann Lee", "Mayor", "deny")
    assert (answer["negated"], answer["attitude"]) == (True, "assertion")
    assert (answer["channel"], answer["channel_name"]) == ("social media", "Telegram Messenger")
    assert {answer[name] for name in ("place", "occasion", "addressee", "speaks_for")} == {None}
    assert answer["when"] == {
        "start": "2025-03-02",
        "end": "2025-03-03",
        "grain": "day",
        "basis": "stated",
        "confidence": None,
        "words": {"words": "Telegram", "start": 3, "end": 11},
    }
    assert [(one["kind"], one["words"]) for one in answer["asides"]] == [
        ("unsupported", "citing no evidence")
    ]


def test_corrected_values_are_told_and_rejected_statements_marked(tmp_path):
    with onrecord.open(tmp_path / "own.db") as archive:
        list(archive.add([article("It rains/Ann Lee")], HandReader()))
        (entry,) = archive.search("").entries
        archive.correct(entry.statement.id, Field.SPEAKER, "Bo Ray", by="me")
        archive.correct(entry.statement.id, Field.SAID_AT, "2025-03", by="me")
        archive.confirm(entry.statement.id, by="you")
        made = ask(make_server(archive), "get_evidence", statement=entry.statement.id)["quotation"]
        assert (made["said_at"], made["when"], made["confirmed_by"]) == ("2025-03", None, ["you"])
        archive.reject(entry.statement.id, by="me")
        answer = ask(make_server(archive), "get_evidence", statement=entry.statement.id)
        assert answer["is_rejected"]
        assert (answer["quotation"]["speaker"], answer["quotation"]["is_corrected"]) == (
            "Bo Ray",
            True,
        )
        assert ask(make_server(archive), "search_statements")["total"] == 0


def test_a_text_without_end_does_not_fill_the_answer(tmp_path):
    long = "“" + "rain " * 20_000 + ",”"
    made = article(f"{long} Ann Lee said.")
    found = said(made, long, "Ann Lee")
    with onrecord.open(tmp_path / "own.db") as archive:
        archive.store.add(made, [found], MADE_BY)
        answer = ask(make_server(archive), "get_evidence", statement=found.id)
    assert len(json.dumps(answer)) < 20_000
    assert not answer["passage_is_whole"]
    assert not answer["quotation"]["is_whole"]
    for piece in (*answer["quotation"]["pieces"], answer["passage"]):
        assert made.text[piece["start"] : piece["end"]] == piece["words"]


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("search_statements", {"words": '"open'}, "close it"),
        ("search_statements", {"words": "(" * 400}, "at most 64"),
        ("search_statements", {"limit": 10**9}, "less than or equal to 50"),
        ("search_statements", {"after": "1; DROP TABLE"}, "no place to go on from"),
        ("search_statements", {"after": f"{10**40}/1"}, "no place to go on from"),
        ("search_statements", {"since": "soon"}, "date"),
        ("search_statements", {"sort": "relevance"}, "relevance to no words"),
        ("search_statements", {"act": "dance"}, "promise"),
        ("get_evidence", {"statement": "st1_none"}, "no statement st1_none"),
        ("get_evidence", {}, "required"),
        ("list_speakers", {"name": ""}, "at least 1 character"),
    ],
)
def test_a_call_that_makes_no_sense_is_told_why(server, tool, arguments, told):
    assert told in ask(server, tool, **arguments)


def test_what_is_not_on_record_is_an_empty_answer(server):
    hostile = "'; DROP TABLE statements; --"
    answer = ask(server, "speaker_timeline", speaker=hostile, words="zebra")
    assert (answer["total"], answer["quotations"], answer["speakers"]) == (0, [], [])


def test_others_need_a_token(server, tokens):
    token = tokens.add("model", Role.READER)
    body = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    with TestClient(application(server, "0.0.0.0", tokens)) as client:
        assert client.post("/mcp", json=body).status_code == 401
        wrong = {"Authorization": "Bearer ort_wrong"}
        assert client.post("/mcp", json=body, headers=wrong).status_code == 401
        right = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        assert client.post("/mcp", json=body, headers=right).status_code != 401


def test_the_command_does_not_open_to_others_without_tokens(sampled_place, capsys):
    assert main(["mcp", str(sampled_place), "--http", "0.0.0.0:8000"]) == 1
    assert "onrecord token add" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["mcp", str(sampled_place), "--http", "localhost"])


def test_a_taken_address_and_a_missing_library_are_told(sampled_place, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = str(taken.getsockname()[1])
        assert main(["mcp", str(sampled_place), "--http", address]) == 1
    assert "cannot be listened at" in capsys.readouterr().err
    code = "import sys; sys.modules['mcp'] = None; from onrecord.serve.cli import main; "
    code += f"sys.exit(main(['mcp', {str(sampled_place)!r}]))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pip install 'onrecord[mcp]'" in done.stderr


@contextlib.contextmanager
def over_http(place):
    """Run the command, and yield where it says that it answers."""
    command = [sys.executable, "-m", "onrecord", "mcp", str(place), "--http", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield running.stdout.readline().strip()
        finally:
            running.terminate()
