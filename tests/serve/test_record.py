"""The commands of a record, as people run them."""

import json
import subprocess
import sys

import pytest

import onrecord
from onrecord.serve.cli import main

RAIN = "Title: Rain\nOutlet: The Echo\nDate: 2025-03-03\n\n“It will pour,” Jane Doe said.\n"
SNOW = "Title: Snow\nDate: 2025-03-04\n\nRoe Poe said that it had snowed.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch, reader):
    """A folder with two articles, in which the commands run, the reader loaded once."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "rain.txt").write_text(RAIN, encoding="utf-8")
    (tmp_path / "in" / "snow.txt").write_text(SNOW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(onrecord.Reader, "load", lambda **_: reader)
    return tmp_path


def run(capsys, *arguments):
    status = main(list(map(str, arguments)))
    told = capsys.readouterr()
    return status, told.out, told.err


def statement(capsys, *asked):
    return json.loads(run(capsys, "search", "--json", *asked)[1].splitlines()[0])


def test_articles_are_added_once_and_told(folder, capsys):
    added = run(capsys, "add", "in", "--to", "news.db")
    assert added == (0, "2 new, 0 revised, 0 unchanged, 0 failed\n", "")
    again = run(capsys, "add", "in/rain.txt", "in", "--to", "news.db")
    assert again == (0, "0 new, 0 revised, 3 unchanged, 0 failed\n", "")


def test_a_failure_is_told_kept_and_tried_again(folder, capsys):
    path = folder / "in" / "empty.txt"
    path.write_text("")
    status, out, err = run(capsys, "add", "in")
    assert (status, out) == (1, "2 new, 0 revised, 0 unchanged, 1 failed\n")
    assert "empty.txt: the file is empty" in err
    assert "1  failures" in run(capsys, "stats")[1]
    path.write_text("“Sun at last,” Ann Lee said.\n", encoding="utf-8")
    assert run(capsys, "add", "--retry")[:2] == (0, "1 new, 0 revised, 0 unchanged, 0 failed\n")
    assert "0  failures" in run(capsys, "stats")[1]
    status, _, err = run(capsys, "add", "--retry")
    assert status == 1
    assert "nothing to add" in err


def test_a_changed_file_at_the_same_address_is_revised_and_told(folder, capsys):
    path = folder / "in" / "rain.txt"
    path.write_text("URL: https://e.example/1\n" + RAIN, encoding="utf-8")
    run(capsys, "add", "in/rain.txt")
    changed = "URL: https://e.example/1\n" + RAIN + "\n“Stay in,” Roe Poe said.\n"
    path.write_text(changed, encoding="utf-8")
    status, out, _ = run(capsys, "add", "in/rain.txt")
    assert status == 0
    assert "rain.txt: 1 added" in out
    assert "0 new, 1 revised" in out


def test_statements_are_found_by_words_and_filters(folder, capsys):
    run(capsys, "add", "in")
    status, out, _ = run(capsys, "search", "pouring", "--speaker", "Doe", "--facets")
    assert status == 0
    assert "Jane Doe\n    “It will pour,”\n    published 2025-03-03 · The Echo" in out
    assert "speaker: Jane Doe 1" in out
    assert run(capsys, "search", "hail")[0] == 1
    found = statement(capsys, "--since", "2025-03-04")
    assert found["speaker"]["name"] == "Roe Poe"
    status, _, err = run(capsys, "search", '"open')
    assert (status, err) == (1, "onrecord: '\"open' has a quotation mark left open: close it\n")


def test_pages_timeline_and_speakers(folder, capsys):
    run(capsys, "add", "in")
    out = run(capsys, "search", "--limit", "1")[1]
    after = out.rpartition("--after ")[2].strip()
    assert "Jane Doe" in run(capsys, "search", "--limit", "1", "--after", after)[1]
    out = run(capsys, "timeline")[1]
    assert "2025-03      2 ███" in out
    assert out.index("Jane Doe") < out.index("Roe Poe")
    assert run(capsys, "speakers", "doe")[1].split() == ["1", "Jane", "Doe", "named", "person"]


def test_a_statement_is_corrected_shown_rejected_and_both_undone(folder, capsys):
    run(capsys, "add", "in")
    id_ = statement(capsys, "pour")["id"]
    out = run(capsys, "correct", id_, "--speaker", "Joan Doe", "--said-at", "2025-03", "--by", "me")
    assert f"1: speaker of {id_}: “Jane Doe” → “Joan Doe”" in out[1]
    shown = run(capsys, "show", id_)[1]
    assert "Joan Doe (corrected)" in shown
    assert "▸“It will pour,”◂ Jane Doe said." in shown
    assert statement(capsys, "pour")["corrected"] == {"speaker": "Joan Doe", "said_at": "2025-03"}
    assert run(capsys, "undo", "1", "--by", "me")[1] == f"3: undid 1 of {id_}\n"
    assert statement(capsys, "pour")["corrected"] == {"said_at": "2025-03"}
    run(capsys, "reject", id_, "--by", "me", "--note", "a headline")
    assert run(capsys, "search", "pour")[0] == 1
    assert "a headline" in run(capsys, "corrections")[1]
    status, _, err = run(capsys, "correct", id_, "--act", "shout", "--by", "me")
    assert (status, "wanted one of state" in err) == (1, True)


def test_the_places_of_a_statement_are_corrected_and_that_undone(folder, capsys):
    run(capsys, "add", "in")
    old = statement(capsys, "pour")
    ((start, end),) = old["content"]
    run(capsys, "correct", old["id"], "--speaker", "Joan Doe", "--by", "me")
    part = f"{start + 1}:{end - 2}"
    out = run(capsys, "correct", old["id"], "--content", part, "--cue", "", "--by", "me")[1]
    new = statement(capsys, "pour")
    assert out.startswith(f"2: added {new['id']} with these places\n")
    assert f"rejected {old['id']}; undo both" in out
    assert (new["content"], new["source"], new["cue"]) == (
        [[start + 1, end - 2]],
        old["source"],
        [],
    )
    assert new["corrected"] == {"speaker": "Joan Doe"}
    for number in [line.partition(":")[0] for line in out.splitlines()]:
        run(capsys, "undo", number, "--by", "me")
    assert statement(capsys, "pour")["id"] == old["id"]


@pytest.mark.parametrize("wrong", ["5", "5:3", "a:b", "3:5,4:9", "-1:4", "1:2:3"])
def test_places_that_are_none_are_refused(folder, capsys, wrong):
    run(capsys, "add", "in")
    with pytest.raises(SystemExit) as left:
        run(capsys, "correct", "st1_a", f"--content={wrong}", "--by", "me")
    assert left.value.code == 2
    assert "wanted" in capsys.readouterr().err


def test_a_statement_is_confirmed(folder, capsys):
    run(capsys, "add", "in")
    id_ = statement(capsys, "pour")["id"]
    assert run(capsys, "confirm", id_, "--by", "me")[1] == f"1: confirmed {id_}\n"
    assert [one["by"] for one in statement(capsys, "pour")["confirmed"]] == ["me"]
    assert "confirm" in run(capsys, "corrections")[1]
    run(capsys, "undo", "1", "--by", "me")
    assert statement(capsys, "pour")["confirmed"] == []


def test_a_statement_is_added_by_hand(folder, capsys):
    run(capsys, "add", "in/rain.txt")
    article = statement(capsys, "pour")["article"]["id"]
    words = ("--content", "pour", "--source", "Jane Doe", "--cue", "said", "--by", "me")
    assert "added st1_" in run(capsys, "state", article, *words)[1]
    assert "2 statements" in run(capsys, "search", "pour")[1]
    missing = run(capsys, "state", article, "--content", "hail", "--by", "me")
    assert "“hail” is not in" in missing[2]


def test_corrected_articles_become_training_data(folder, capsys):
    run(capsys, "add", "in")
    run(capsys, "reject", statement(capsys, "pour")["id"], "--by", "me")
    run(capsys, "corrections", "--output-dir", "out")
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["rain.ann", "rain.txt"]
    assert "Content" not in (folder / "out" / "rain.ann").read_text()


def test_a_record_goes_out_and_in_again(folder, capsys):
    run(capsys, "add", "in")
    dumped = run(capsys, "dump")[1]
    (folder / "dump.jsonl").write_text(dumped, encoding="utf-8")
    assert run(capsys, "restore", "dump.jsonl", "--to", "b.db")[1] == "2 articles restored\n"
    assert run(capsys, "dump", "--record", "b.db")[1] == dumped


def test_what_the_same_weights_read_is_not_read_again(folder, capsys):
    run(capsys, "add", "in")
    assert run(capsys, "reread")[1] == "0 new, 0 revised, 0 unchanged, 0 failed\n"


@pytest.mark.parametrize("command", ["search", "speakers", "stats", "timeline", "dump"])
def test_a_record_that_is_not_there_is_told_and_not_made(folder, capsys, command):
    status, _, err = run(capsys, command)
    assert (status, err[:28]) == (1, "onrecord: news.db: is not th")
    assert not (folder / "news.db").exists()


def test_it_works_in_a_process_of_its_own(folder):
    command = [sys.executable, "-m", "onrecord", "add", "in"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert done.stdout == "2 new, 0 revised, 0 unchanged, 0 failed\n"
    assert done.stderr == ""
