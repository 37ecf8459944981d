"""PostgreSQL for the tests: a server of their own, on a free port, in a temporary folder."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from pathlib import Path

import psycopg
import pytest

_PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_SETTINGS = "-c fsync=off -c full_page_writes=off -c listen_addresses=127.0.0.1"


def postgres_programs():
    """Return the folder of the newest server's programs, or None."""
    found = shutil.which("initdb")
    return Path(found).parent if found else next(iter(_PLACES), None)


@contextlib.contextmanager
def server():
    """Run a server; give the start of its databases' addresses."""
    programs = postgres_programs()
    if programs is None:
        message = "PostgreSQL is not installed: its tests are left out (apt-get install postgresql)"
        if os.environ.get("ONRECORD_REQUIRE_POSTGRES"):
            pytest.fail(message)
        pytest.skip(message)
    folder = Path(tempfile.mkdtemp(prefix="onrecord-pg-"))
    port = _free_port()
    user = _as_nobody(folder)
    data, log = folder / "data", folder / "log"
    start = f"-p {port} -k {folder} {_SETTINGS}"
    try:
        _run([programs / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8"], user)
        _run([programs / "pg_ctl", "-D", data, "-w", "-l", log, "-o", start, "start"], user)
        yield f"postgresql://tests@127.0.0.1:{port}"
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            _run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], user)
        shutil.rmtree(folder, ignore_errors=True)


def new_database(address):
    """Return the address of a new, empty database."""
    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{address}/{name}"


def _as_nobody(folder):
    """Return how to run programs as somebody else, as the server refuses to be root's."""
    if os.getuid() != 0:
        return {}
    account = pwd.getpwnam("postgres")
    os.chown(folder, account.pw_uid, account.pw_gid)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _run(command, user):
    # Files, not pipes: the server goes on holding whatever it was given.
    subprocess.run(
        list(map(str, command)),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        **user,
    )


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
