"""``onrecord follow``: its options."""

import argparse
import re
from pathlib import Path

__all__ = ["add_options"]

_RECORD = "news.db"
_UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_LEAST_S = 60
_STEP = re.compile(r"(\d{1,6})([smhd])")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord follow`` is asked with."""
    parser.description = f"{parser.description} Asks politely: robots.txt, conditional requests."
    parser.epilog = "example: onrecord follow https://echo.example/feed --every 10m --to news.db"
    parser.set_defaults(run=_follow)
    parser.add_argument("feeds", nargs="+", metavar="FEED", help="address of RSS, Atom, JSON Feed")
    parser.add_argument(
        "--to", default=_RECORD, metavar="RECORD", help=f"file or address; {_RECORD}"
    )
    parser.add_argument(
        "--every", type=_seconds, default=600, metavar="TIME", help="10m; also 90s, 2h, 1d"
    )
    parser.add_argument("--once", action="store_true", help="ask each feed once and end")
    parser.add_argument("--people", type=Path, metavar="TABLE", help="people known beforehand")
    parser.add_argument(
        "--allow-private", action="store_true", help="also servers on this machine or its network"
    )
    parser.add_argument("--state", type=Path, metavar="FILE", help="else RECORD.feeds.json")


def _follow(given: argparse.Namespace) -> int:
    # What fetches is heavy, and wanted by this command alone.
    from onrecord.serve.follow import follow  # noqa: PLC0415

    return follow(given)


def _seconds(value: str) -> int:
    found = _STEP.fullmatch(value)
    if found is None or int(found[1]) * _UNITS_S[found[2]] < _LEAST_S:
        raise argparse.ArgumentTypeError(f"{value!r} is no time of a minute or more: 10m, 90s, 2h")
    return int(found[1]) * _UNITS_S[found[2]]
