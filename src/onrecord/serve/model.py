"""The command that serves a record to language models; its libraries are loaded when it runs."""

import argparse
import importlib
import ipaddress
from pathlib import Path
from typing import Any

import onrecord
from onrecord.errors import ExtraError, TokenError
from onrecord.serve.token import tokens_of

__all__ = ["add_options"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord mcp`` is asked with."""
    parser.set_defaults(run=_mcp)
    parser.add_argument("record", nargs="?", default="news.db", metavar="RECORD", help="news.db")
    parser.add_argument(
        "--http",
        type=_address,
        metavar="[HOST:]PORT",
        help="over streamable HTTP, not stdio; where others can reach HOST, with tokens",
    )
    parser.add_argument("--tokens", type=Path, metavar="FILE", help="else RECORD.tokens")


def _mcp(given: argparse.Namespace) -> int:
    served: Any = _library("onrecord.serve.mcp")
    with onrecord.open(given.record, create=False, read_only=True) as archive:
        server = served.make_server(archive)
        if given.http is None:
            server.run("stdio")
            return 0
        host, port = given.http
        tokens = None if _is_local(host) else tokens_of(given.record, given.tokens)
        if tokens is not None and not tokens.holders():
            raise TokenError(f"{host} can be reached by others: `onrecord token add NAME` first")
        web: Any = _library("onrecord.serve.mcp.web")
        web.serve(server, host, port, tokens)
    return 0


def _address(given: str) -> tuple[str, int]:
    host, _, port = given.rpartition(":")
    if not port.isdecimal() or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"{given!r} is no [HOST:]PORT")
    return host.strip("[]") or "127.0.0.1", int(port)


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _library(name: str) -> object:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ExtraError(f"{error.name} is not installed: pip install 'onrecord[mcp]'") from error
