"""The command as people run it: in a process of its own, with real files."""

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.serve.cli import main

RAIN = "Title: Rain\n\n“It will pour,” Jane Doe said. “Stay in.”\n"

STORM = """Title: Storm

“It will pour,” Jane Doe, the mayor, said on Monday.

“Nobody knows how long it lasts,” said Peter Low, a farmer.

“Stay at home,” Doe said.
"""


def run(*arguments, stdin="", **environment):
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *map(str, arguments)],
        input=stdin.encode(),
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture
def rain(tmp_path):
    path = tmp_path / "rain.txt"
    path.write_text(RAIN, encoding="utf-8")
    return path


def test_statements_are_shown_plain_in_a_pipe(rain):
    done = run("read", rain)
    page = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Jane Doe — said\n    “It will pour,” … “Stay in.”\n    direct" in page
    assert "\x1b" not in page


def test_json_is_one_object_a_line_whose_offsets_hold_the_words(rain):
    lines = run("read", "--json", rain).stdout.decode().splitlines()
    statement = json.loads(lines[0])
    assert len(lines) == 1
    assert statement["article"]["title"] == "Rain"
    assert statement["words"] == " … ".join(RAIN[s:e] for s, e in statement["content"])


def test_dash_reads_the_standard_input():
    done = run("read", "--json", "-", stdin=RAIN)
    assert json.loads(done.stdout)["article"]["uri"] == "-"


def test_articles_are_printed_without_a_model(rain):
    article = json.loads(run("read", "--articles", "--published", "2025-03-03", rain).stdout)
    assert article["text"] == RAIN
    assert article["published"] == "2025-03-03"


def test_output_is_utf8_whatever_the_locale(rain):
    done = run("read", rain, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "“It will pour,”" in done.stdout.decode("utf-8")


def test_bad_files_are_named_the_rest_is_read_and_the_status_tells(rain, tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "latin.txt").write_bytes("Café".encode("latin-1"))
    (tmp_path / "nothing").mkdir()
    bad = ["empty.txt", "binary.txt", "latin.txt", "missing.txt", "nothing"]
    done = run("read", *(tmp_path / name for name in bad), rain)
    errors = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert "Jane Doe" in done.stdout.decode()
    assert [line.rsplit(":", 1)[0].split(": ")[1] for line in errors[:2]] == [
        str(tmp_path / "empty.txt"),
        str(tmp_path / "binary.txt"),
    ]
    assert "save it as UTF-8" in errors[2]
    assert "No such file" in errors[3]
    assert "is a folder without files" in errors[4]
    assert errors[5:] == ["onrecord: 5 of 6 could not be read"]


def test_statements_are_grouped_by_speaker(tmp_path):
    path = tmp_path / "storm.txt"
    path.write_text(STORM, encoding="utf-8")
    shown = run("read", "--by-speaker", "--color", "never", path).stdout.decode()
    assert "Jane Doe, mayor · 2 statements" in shown
    assert shown.index("It will pour") < shown.index("Stay at home") < shown.index("Nobody knows")


def test_people_known_beforehand_are_told_by_a_table(tmp_path):
    path, table = tmp_path / "storm.txt", tmp_path / "people.csv"
    path.write_text(STORM, encoding="utf-8")
    table.write_text("id,name,aliases\nQ1,Jane Doe,\n", encoding="utf-8")
    lines = run("read", "--json", "--people", table, path).stdout.decode().splitlines()
    known = [json.loads(line)["speaker"]["known"] for line in lines]
    assert [one["id"] for one in known if one] == ["Q1", "Q1"]


def test_a_table_of_people_that_is_none_is_told(rain, tmp_path):
    (tmp_path / "people.csv").write_text("a,b\n", encoding="utf-8")
    done = run("read", "--people", tmp_path / "people.csv", rain)
    assert done.returncode == 1
    assert b"people.csv" in done.stderr
    assert b"Traceback" not in done.stderr


def test_least_confidence_leaves_out_what_is_not_sure(rain):
    assert run("read", "--json", "--min-confidence", "1", rain).stdout == b""


def test_colour_is_forced_refused_or_left_to_the_terminal(rain):
    assert b"\x1b[" in run("read", "--color", "always", rain).stdout
    for choice, no_color, is_colored in (
        ("auto", "", True),
        ("auto", "1", False),
        ("never", "", False),
    ):
        shown = on_terminal("read", "--color", choice, rain, NO_COLOR=no_color, TERM="xterm")
        assert ("\x1b[1m" in shown) is is_colored


def test_progress_is_shown_on_a_terminal_for_several_files(rain, tmp_path):
    (tmp_path / "more.txt").write_text(RAIN, encoding="utf-8")
    shown = on_terminal("read", "--articles", rain, tmp_path / "more.txt")
    assert "reading 2 of 2: " in shown
    assert "reading" not in on_terminal("read", "--articles", rain)


def on_terminal(*arguments, **environment):
    """Return what a terminal gets from a run, errors included."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", *map(str, arguments)],
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, **environment},
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:
        # Linux tells so that the other end was closed.
        pass
    process.wait()
    os.close(ours)
    return shown.decode()


def test_brat_writes_text_and_annotation_side_by_side(rain, tmp_path):
    out = tmp_path / "out"
    assert run("read", "--format", "brat", "--output-dir", out, rain, rain).returncode == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "rain-2.ann",
        "rain-2.txt",
        "rain.ann",
        "rain.txt",
    ]
    assert (out / "rain.txt").read_bytes() == rain.read_bytes()
    assert "\tSource 29 37\tJane Doe\n" in (out / "rain.ann").read_text(encoding="utf-8")


def test_brat_never_writes_over_a_corrected_annotation(rain, tmp_path):
    corrected = tmp_path / "rain.ann"
    corrected.write_text("T1\tSource 0 5\tby a person\n")
    done = run("read", "--format", "brat", "--output-dir", tmp_path, rain)
    assert done.returncode == 1
    assert "is there already and differs" in done.stderr.decode()
    assert "by a person" in corrected.read_text()


def test_brat_of_one_file_goes_to_the_output(rain):
    assert b"\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n" in (
        run("read", "--format", "brat", rain).stdout
    )


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["read"],
        ["read", "--title", "Rain", "a", "b"],
        ["read", "--url", "https://echo.example", "a", "b"],
        ["read", "--articles", "--format", "brat", "a"],
        ["read", "--output-dir", "out", "a"],
        ["read", "--format", "brat", "a", "b"],
        ["read", "--format", "parquet", "a"],
        ["read", "--format", "brat", "--output-dir", "out", "--output", "out.ann", "a"],
        ["read", "--spreadsheet", "a"],
        ["read", "--published", "03/04/2025", "a"],
        ["read", "--min-confidence", "2", "a"],
        ["read", "--min-confidence", "sure", "a"],
        ["speak"],
    ],
)
def test_wrong_use_ends_with_status_2_and_says_why(arguments, capsys):
    try:
        status = main(arguments)
    except SystemExit as ended:
        status = ended.code
    assert status == 2
    assert "usage: onrecord" in capsys.readouterr().err


def test_version_is_told(capsys):
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"onrecord {onrecord.__version__}\n"


def test_output_that_nobody_reads_ends_quietly(rain):
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "read", "--articles", *[rain] * 500],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141
    process.stderr.close()


def test_output_that_does_not_fit_is_told(rain):
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "onrecord", "read", "--articles", rain],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert process.returncode == 1
    assert process.stderr == b"onrecord: output cannot be written: No space left on device\n"


def test_interrupt_ends_with_status_130_and_no_traceback(rain):
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "read", "--articles", rain, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        # Once the file's article is out, the program waits for its input.
        process.stdout.readline()
        for _ in range(5):
            process.send_signal(signal.SIGINT)
            # One that comes just before a read begins is seen when it ends: with the next one.
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)
                break
        assert process.returncode == 130
        assert process.stderr.read() == b""


def test_folder_of_several_formats_is_read_and_its_failures_counted(rain, tmp_path):
    page = "".join(f"<p>“It will pour,” Jane Doe said on Monday in {town}.</p>" for town in "ABCD")
    (tmp_path / "page.bin").write_text(f"<html><body><article>{page}</article></body></html>")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG")
    done = run("read", "--articles", tmp_path)
    uris = [json.loads(line)["uri"] for line in done.stdout.decode().splitlines()]
    assert [Path(uri).name for uri in uris] == ["page.bin", "rain.txt"]
    assert "1 of 3 could not be read" in done.stderr.decode()
    assert done.returncode == 1


def test_columns_of_a_table_are_told_by_options(tmp_path):
    table = tmp_path / "news.csv"
    table.write_text("body,when,kicker\nIt rains.,2025-03-07,Rain\n", encoding="utf-8")
    options = ["--text", "body", "--published", "when", "--columns", "title=kicker"]
    done = run("read", "--articles", *options, table)
    article = json.loads(done.stdout)
    assert (article["title"], article["published"]) == ("Rain", "2025-03-07")
    assert "takes" in done.stderr.decode()


def test_format_told_goes_before_what_the_bytes_say(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<p>It rains.</p>", encoding="utf-8")
    done = run("read", "--articles", "--as", "text", page)
    assert json.loads(done.stdout)["text"] == "<p>It rains.</p>"


def test_brat_of_several_articles_in_one_file_asks_for_a_folder(tmp_path):
    table = tmp_path / "news.csv"
    rows = "".join(f'"“It rains {n},” Jane Doe said.",2025-03-07\n' for n in range(2))
    table.write_text(f"text,date\n{rows}", encoding="utf-8")
    done = run("read", "--format", "brat", table)
    assert (done.returncode, b"--output-dir DIR" in done.stderr) == (1, True)


@pytest.mark.parametrize("told", ["text", "text=", "words=body", "=body"])
def test_columns_that_are_none_end_with_status_2(told, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["read", "--columns", told, "a.csv"])
    assert "FACT=COLUMN" in capsys.readouterr().err
