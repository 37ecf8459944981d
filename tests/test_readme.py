"""What the README shows is what a reader of it gets."""

import re
from pathlib import Path

from onrecord.serve.cli import main

_ROOT = Path(__file__).parents[1]
_SAMPLE = "samples/california-boat-fire.txt"
_SURE = re.compile(r"\d+%")


def without_certainty(text):
    # Processors round differently, which may move a percentage by one.
    return _SURE.sub("%", text)


def test_its_example_is_what_the_command_prints(capsys, monkeypatch):
    monkeypatch.chdir(_ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["read", _SAMPLE]) == 0
    printed = capsys.readouterr().out
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    _, _, after = readme.partition(f"$ onrecord read {_SAMPLE}\n")
    shown, _, _ = after.partition("\n…\n```")
    assert shown.count("sure") == 3
    assert without_certainty(printed).startswith(without_certainty(shown))
