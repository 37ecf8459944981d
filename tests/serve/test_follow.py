"""``onrecord follow``: what is new in a feed goes on record once."""

import functools
import http.server
import json
import threading
from pathlib import Path

import pytest
from ingest_forms import RSS

import onrecord
from onrecord.serve.cli import main


@pytest.fixture
def feed(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "feed.xml").write_text(RSS, encoding="utf-8")
    answer = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/feed.xml"
    server.shutdown()
    thread.join()
    server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def record(tmp_path):
    return str(tmp_path / "news.db")


def test_what_is_new_goes_on_record_and_is_met_once(feed, record, capsys):
    asked = ["follow", feed, "--once", "--allow-private", "--to", record]
    main(asked)
    assert "1 new" in capsys.readouterr().out
    with onrecord.open(record) as archive:
        assert archive.stats().articles == 1
    (state,) = json.loads(Path(f"{record}.feeds.json").read_text()).values()
    assert len(state["seen"]) == 1
    main(asked)
    assert "0 new" in capsys.readouterr().out


def test_servers_on_this_machine_are_not_asked_unless_allowed(feed, record, capsys):
    assert main(["follow", feed, "--once", "--to", record]) == 1
    assert "private" in capsys.readouterr().err


def test_a_state_that_is_none_is_told_and_left(feed, record, tmp_path, capsys):
    state = tmp_path / "state.json"
    state.write_text("[1]")
    assert main(["follow", feed, "--once", "--to", record, "--state", str(state)]) == 1
    assert "state.json" in capsys.readouterr().err
    assert state.read_text() == "[1]"


@pytest.mark.parametrize("step", ["5s", "0m", "ten", "10"])
def test_steps_shorter_than_a_minute_are_refused(step):
    with pytest.raises(SystemExit):
        main(["follow", "https://echo.example/feed", "--every", step])
