"""The desk's commands."""

import http.client
import io
import json
import re
import signal
import socket
import subprocess
import sys

import pytest
from readings import HandReader, article

import onrecord
from onrecord.serve.cli import main
from onrecord.serve.desk import opening
from onrecord.serve.desk.accounts import Accounts
from onrecord.serve.mcp import web

PASSWORD = "correct horse battery"


@pytest.fixture
def typed(monkeypatch):
    def type_(words):
        monkeypatch.setattr("sys.stdin", io.StringIO(words))

    return type_


def test_an_account_is_made_listed_and_removed(tmp_path, typed, capsys):
    record = str(tmp_path / "news.db")
    typed(f"{PASSWORD}\n")
    assert main(["user", "add", "Eve", "--role", "editor", "--record", record]) == 0
    accounts = Accounts(tmp_path / "news.db.users.json")
    assert accounts.verified("Eve", PASSWORD).role == "editor"
    assert main(["user", "list", "--record", record]) == 0
    assert "editor  Eve" in capsys.readouterr().out
    assert main(["user", "remove", "Eve", "--record", record]) == 0
    assert accounts.every() == ()
    assert main(["user", "remove", "Eve", "--record", record]) == 1


def test_a_password_is_never_an_argument(tmp_path, typed, capsys):
    with pytest.raises(SystemExit):
        main(["user", "add", "Eve", "--password", PASSWORD])
    typed("short\n")
    assert main(["user", "add", "Eve", "--users", str(tmp_path / "u")]) == 1
    assert "short" not in capsys.readouterr().err
    assert not (tmp_path / "u").exists()


def test_a_desk_for_others_is_not_opened_without_accounts(tmp_path, capsys):
    record = str(tmp_path / "news.db")
    assert main(["serve", record, "--host", "0.0.0.0"]) == 1
    assert "user add" in capsys.readouterr().err


def test_a_record_that_is_not_there_is_not_made(tmp_path, capsys):
    assert main(["serve", str(tmp_path / "none.db")]) == 1
    assert "is not there" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_accounts_of_a_server_need_a_file(typed, capsys):
    typed(f"{PASSWORD}\n")
    assert main(["user", "add", "Eve", "--record", "postgresql://x/y"]) == 1
    assert "--users" in capsys.readouterr().err


def test_a_desk_is_open_until_it_is_interrupted(tmp_path):
    with onrecord.open(tmp_path / "news.db") as archive:
        list(archive.add([article("It rains/Ann Lee")], HandReader()))
    command = [sys.executable, "-m", "onrecord", "serve", str(tmp_path / "news.db")]
    desk = subprocess.Popen(
        [*command, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        port = int(re.search(r"http://127.0.0.1:(\d+)/", desk.stdout.readline())[1])
        assert "It rains" in page_of(port)
        assert json.loads(page_of(port, "/api/v1/stats"))["articles"] == 1
    finally:
        desk.send_signal(signal.SIGINT)
        _, told = desk.communicate(timeout=20)
    assert desk.returncode in (0, 130)
    assert "Traceback" not in told


def page_of(port, path="/"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    page = connection.getresponse().read().decode()
    connection.close()
    return page


def test_what_is_answered_goes_out_at_once():
    for listening in (opening._listening, web._listening):
        with listening("127.0.0.1", 0) as listener:
            address = listener.getsockname()
            with socket.create_connection(address), listener.accept()[0] as accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def test_a_port_that_is_taken_is_said_so(tmp_path, capsys):
    onrecord.open(tmp_path / "news.db").close()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", str(tmp_path / "news.db"), "--port", port]) == 1
    told = capsys.readouterr()
    assert "cannot be listened at" in told.err
    assert "the desk is open" not in told.out
