"""The commands of the desk: open it, and say who may sign in."""

import argparse
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import AccountError, ExtraError

if TYPE_CHECKING:
    from onrecord.serve.desk.accounts import Accounts

__all__ = ["add_desk_options", "add_user_options"]

_RECORD = "news.db"
_PORT = 8080
_ROLES = ("reader", "editor", "admin")


def add_desk_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord serve`` is asked with."""
    parser.set_defaults(run=serve)
    parser.add_argument("record", nargs="?", default=_RECORD, help=f"file or address; {_RECORD}")
    parser.add_argument("--host", default="127.0.0.1", help="127.0.0.1: this machine only")
    parser.add_argument("--port", type=int, default=_PORT, help=str(_PORT))
    told = "a name under which browsers ask for it, besides the host; can be repeated"
    parser.add_argument("--name", action="append", default=[], help=told)
    parser.add_argument("--read-only", action="store_true", help="nobody may change anything")
    _add_users(parser)


# How long one thread keeps Python's lock from the others. A search hands it over at each
# of the database's rows, and waited 5 ms as often, the default: with 16 readers and a
# writer, p95 142 and 166 ms, with this 108 and 80 (docs/lab-log-record.md).
TURN_S = 0.0005


def serve(given: argparse.Namespace) -> int:
    """Run the desk until it is interrupted."""
    sys.setswitchinterval(TURN_S)
    try:
        from onrecord.serve.desk.opening import open_desk  # noqa: PLC0415
    except ImportError as error:
        raise _missing(error) from error
    open_desk(
        given.record,
        port=given.port,
        host=given.host,
        names=tuple(given.name),
        users=_users_file(given),
        is_read_only=given.read_only,
    )
    return 0


def put_user(given: argparse.Namespace) -> int:
    """Make an account, or give it another role and password."""
    made = _accounts(given).put(given.name, given.role, _password())
    print(f"{made.name} may sign in as {made.role}")
    return 0


def remove_user(given: argparse.Namespace) -> int:
    """Take an account away; its sessions end at once."""
    _accounts(given).remove(given.name)
    print(f"{given.name} may not sign in any more")
    return 0


def list_users(given: argparse.Namespace) -> int:
    """Print who may sign in."""
    for account in _accounts(given).every():
        print(f"{account.role:<7} {account.name}")
    return 0


def add_user_options(parser: argparse.ArgumentParser) -> None:
    """Add ``onrecord user add|remove|list``."""
    deeds = parser.add_subparsers(required=True, metavar="DEED")
    told = "make an account, or change it; asks for the password, or reads it from standard input"
    add = deeds.add_parser("add", help=told, description=f"{told.capitalize()}.")
    add.add_argument("--role", choices=_ROLES, default="reader", help="reader")
    remove = deeds.add_parser("remove", help="take an account away")
    listed = deeds.add_parser("list", help="list the accounts")
    for one, run in ((add, put_user), (remove, remove_user), (listed, list_users)):
        one.set_defaults(run=run)
        one.add_argument("--record", default=_RECORD, help=f"whose desk; {_RECORD}")
        _add_users(one)
    for one in (add, remove):
        one.add_argument("name", metavar="NAME")


def _add_users(parser: argparse.ArgumentParser) -> None:
    told = "file of the accounts; RECORD.users.json beside the record"
    parser.add_argument("--users", type=Path, metavar="FILE", help=told)


def _users_file(given: argparse.Namespace) -> Path | None:
    if given.users is not None:
        return Path(given.users)
    if "://" in str(given.record):
        return None
    return Path(f"{given.record}.users.json")


def _accounts(given: argparse.Namespace) -> "Accounts":
    try:
        from onrecord.serve.desk.accounts import Accounts  # noqa: PLC0415
    except ImportError as error:
        raise _missing(error) from error
    file = _users_file(given)
    if file is None:
        raise AccountError("a record on a server has no file beside it: give --users FILE")
    return Accounts(file)


def _password() -> str:
    """Return a password that nobody can read in the list of processes."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != password:
        raise AccountError("the two passwords differ: try again")
    return password


def _missing(error: ImportError) -> ExtraError:
    return ExtraError(f"{error.name} is not installed: pip install 'onrecord[web]'")
