"""The command that gives and takes tokens."""

import argparse
from pathlib import Path

from onrecord.serve.tokens import Role, Tokens

__all__ = ["add_options", "tokens_of"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add ``onrecord token add|list|remove``."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    add = deeds.add_parser("add", help="make a token and print it, this once")
    add.add_argument("name", metavar="NAME", help="whose; corrections are kept under it")
    roles = [role.name.lower() for role in Role]
    add.add_argument("--role", choices=roles, default="reader", help="reader")
    remove = deeds.add_parser("remove", help="make somebody's token worth nothing")
    remove.add_argument("name", metavar="NAME")
    listed = deeds.add_parser("list", help="list who has one")
    for one, run in ((add, _add), (remove, _remove), (listed, _list)):
        one.set_defaults(run=run)
        one.add_argument("--record", default="news.db", metavar="RECORD", help="news.db")
        one.add_argument("--tokens", type=Path, metavar="FILE", help="else RECORD.tokens")


def tokens_of(record: str, given: Path | None) -> Tokens:
    """Return the tokens in a file, or else those beside the record."""
    return Tokens(given) if given is not None else Tokens.beside(record)


def _add(given: argparse.Namespace) -> int:
    print(_tokens(given).add(given.name, Role[given.role.upper()]))
    return 0


def _remove(given: argparse.Namespace) -> int:
    _tokens(given).remove(given.name)
    return 0


def _list(given: argparse.Namespace) -> int:
    for one in _tokens(given).holders():
        print(one.name, one.role.name.lower(), one.made, sep="  ")
    return 0


def _tokens(given: argparse.Namespace) -> Tokens:
    return tokens_of(given.record, given.tokens)
