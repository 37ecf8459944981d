"""What is loaded when: whoever only asks for help waits for no model."""

import importlib
import re
import subprocess
import sys
import time

import pytest

import onrecord
from onrecord.serve.cli import main

HEAVY = (
    *("numpy", "onnxruntime", "tokenizers", "torch"),
    *("lxml", "trafilatura", "htmldate", "py3langid", "pyarrow", "fastwarc", "docx", "pypdf"),
    *("sqlalchemy", "alembic", "psycopg", "pandas", "polars"),
    *("fastapi", "starlette", "jinja2", "uvicorn", "argon2", "itsdangerous", "pydantic", "mcp"),
)


def modules_after(code):
    report = f"{code}\nimport sys\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "code",
    [
        "import onrecord",
        "import onrecord; onrecord.Article(text='It rains.'); onrecord.Failure; onrecord.Kind",
        "import onrecord.types, onrecord.ingest, onrecord.export, onrecord.layout, onrecord.ask",
        "from onrecord.serve.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass",
    ],
)
def test_nothing_heavy_is_loaded_before_something_is_read(code):
    assert not modules_after(code) & set(HEAVY)


def test_plain_text_is_read_without_any_formats_library(tmp_path):
    path = tmp_path / "rain.txt"
    path.write_text("“It rains,” the minister said to the house on Monday. " * 9, encoding="utf-8")
    code = f"from onrecord.serve.cli import main\nmain(['read', '--articles', {str(path)!r}])"
    assert not modules_after(code) & set(HEAVY)


def test_every_public_name_is_there():
    assert all(getattr(onrecord, name) for name in onrecord.__all__)
    assert set(onrecord.__all__) <= set(dir(onrecord))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = onrecord.nothing


def test_the_list_of_commands_waits_for_the_options_of_none():
    loaded = modules_after(
        "from onrecord.serve.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass"
    )
    assert not {"onrecord.ingest", "onrecord.ask", "onrecord.export", "onrecord.types"} & loaded


def test_every_command_has_its_options(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = re.findall(r"^    (\w+)", capsys.readouterr().out, re.MULTILINE)
    assert {"read", "add", "search", "follow", "token", "mcp", "serve", "user"} <= set(commands)
    for name in commands:
        with pytest.raises(SystemExit, match="0"):
            main([name, "--help"])
        options = capsys.readouterr().out.split("options:")[0]
        assert options.startswith(f"usage: onrecord {name} [-h] ")


def test_whoever_interrupts_while_options_are_loaded_sees_no_traceback(monkeypatch):
    def interrupted(name):
        raise KeyboardInterrupt

    monkeypatch.setattr(importlib, "import_module", interrupted)
    assert main(["stats"]) == 130


def test_help_is_there_at_once():
    def seconds():
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "onrecord", "--help"], check=True, capture_output=True
        )
        return time.perf_counter() - started

    # The best of three, as another program may have held the processor.
    assert min(seconds() for _ in range(3)) < 0.3
