import csv
import io
import json
import sys

import pytest
from pyarrow import parquet

from onrecord.errors import OutputError
from onrecord.serve.cli import main
from onrecord.serve.output import destination

RAIN = "Title: =Rain\n\n“It will pour,” Jane Doe said. “Stay in.”\n"


@pytest.fixture
def rain(tmp_path):
    path = tmp_path / "rain.txt"
    path.write_text(RAIN, encoding="utf-8")
    return path


def test_file_that_is_there_is_never_written_over(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("by a person")
    with pytest.raises(OutputError, match="is there already"), destination(path):
        pass
    assert path.read_text() == "by a person"


def test_interrupted_output_leaves_no_half_file(tmp_path):
    path = tmp_path / "out.csv"
    with pytest.raises(KeyboardInterrupt):
        break_off(path)
    assert not path.exists()


def break_off(path):
    with destination(path) as out:
        out.write("half")
        raise KeyboardInterrupt


def test_folder_that_is_not_there_is_told(tmp_path):
    path = tmp_path / "missing" / "out.csv"
    with pytest.raises(OutputError, match="cannot be written: No such file"), destination(path):
        pass


def test_csv_and_parquet_hold_the_same_rows(rain, tmp_path):
    table, cells = tmp_path / "out.parquet", tmp_path / "out.csv"
    assert main(["read", "--format", "parquet", "--output", str(table), str(rain), str(rain)]) == 0
    assert main(["read", "--format", "csv", "--output", str(cells), str(rain), str(rain)]) == 0
    rows = list(csv.DictReader(io.StringIO(cells.read_bytes().decode(), newline="")))
    assert cells.read_bytes().endswith(b"\r\n")
    assert [row["words"] for row in rows] == ["“It will pour,” … “Stay in.”"] * 2
    assert parquet.read_table(table).column("id").to_pylist() == [row["id"] for row in rows]


def test_spreadsheet_cells_are_guarded_when_asked(rain, capsys):
    assert main(["read", "--format", "csv", str(rain)]) == 0
    assert ",=Rain," in capsys.readouterr().out
    assert main(["read", "--format", "csv", "--spreadsheet", str(rain)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("\ufeffid,")
    assert ",'=Rain," in shown


def test_linked_data_is_one_object_a_line(rain, capsys):
    assert main(["read", "--format", "web-annotation", str(rain)]) == 0
    annotation = json.loads(capsys.readouterr().out)
    exact = [target["selector"][1]["exact"] for target in annotation["target"]]
    assert exact == ["Jane Doe", "said", "“It will pour,”", "“Stay in.”"]
    assert main(["read", "--format", "schema-org", str(rain)]) == 0
    (part,) = json.loads(capsys.readouterr().out)["hasPart"]
    assert part["spokenByCharacter"]["name"] == "Jane Doe"


def test_output_that_is_there_stops_the_run_before_anything_is_read(rain, capsys):
    assert main(["read", "--output", str(rain), str(rain)]) == 1
    assert "is there already: move it or give another --output" in capsys.readouterr().err
    assert rain.read_text(encoding="utf-8") == RAIN


def test_bad_file_is_told_and_the_rest_is_written(rain, tmp_path, capsys):
    out = tmp_path / "out.json"
    status = main(["read", "--json", "--output", str(out), str(tmp_path / "none.txt"), str(rain)])
    assert status == 1
    assert "1 of 2 could not be read" in capsys.readouterr().err
    assert json.loads(out.read_text(encoding="utf-8"))["source_words"] == "Jane Doe"


def test_missing_pyarrow_is_told_and_leaves_no_file(rain, tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    out = tmp_path / "out.parquet"
    assert main(["read", "--format", "parquet", "--output", str(out), str(rain)]) == 1
    assert "pip install 'onrecord[tables]'" in capsys.readouterr().err
    assert not out.exists()
