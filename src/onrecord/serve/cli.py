"""The command line: what may be asked, and how it ends.

Exit status: 0 all done, 1 something could not be read or found, 2 wrong use,
130 interrupted, 141 nobody listens any more (``onrecord read … | head``).
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

from onrecord import __version__
from onrecord.errors import OnRecordError
from onrecord.serve.terminal import speak_utf8

__all__ = ["main"]

# Each command, what it does, and what gives it its options.
_COMMANDS = (
    ("read", "show every statement of some articles", "reading:add_options"),
    ("add", "read articles and put them on record", "commands:add"),
    (
        "reread",
        "read articles again that an older version has read; corrections stay",
        "commands:reread",
    ),
    ("dump", "print the whole record as lines of JSON", "commands:dump"),
    ("restore", "make a record of such lines", "commands:restore"),
    ("correct", "correct what is said of a statement", "commands:correct"),
    ("state", "put a statement on record that the reader missed", "commands:state"),
    ("reject", "say that something is no statement", "commands:reject"),
    ("confirm", "say that all of a statement is right", "commands:confirm"),
    ("undo", "take a correction back", "commands:undo"),
    (
        "corrections",
        "list what people corrected, or write it as training data",
        "commands:corrections",
    ),
    ("search", "find statements", "commands:search"),
    ("timeline", "show statements in order of time", "commands:timeline"),
    ("speakers", "list speakers", "commands:speakers"),
    ("show", "show a statement in its passage", "commands:show"),
    ("stats", "tell what the record holds", "commands:stats"),
    ("follow", "put on record what is new in some feeds, again and again", "feeds:add_options"),
    ("token", "give and take tokens, with which programs may write", "token:add_options"),
    ("mcp", "serve a record to language models (Model Context Protocol)", "model:add_options"),
    ("serve", "open the desk on a record, in the browser", "web:add_desk_options"),
    ("user", "say who may sign in to the desk", "web:add_user_options"),
)
_INTERRUPTED = 130
_NOBODY_LISTENS = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    Args:
        arguments: Without the program's name; those of this process if None.
    """
    try:
        parser = _parser()
        given = parser.parse_args(arguments)
        if given.command is None:
            parser.print_help(sys.stderr)
            return 2
        speak_utf8()
        return _finished(given.run(given))
    except OnRecordError as error:
        print(f"onrecord: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        _drop_output()
        return _NOBODY_LISTENS
    except OSError as error:
        _drop_output()
        print(f"onrecord: output cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED


def _finished(status: int) -> int:
    """Return the status of a command whose whole output was taken."""
    sys.stdout.flush()
    return status


def _drop_output() -> None:
    """Let nothing more be written, or Python complains once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="onrecord",
        description="Read news articles and put on record who said what, in whose words.",
    )
    parser.add_argument("--version", action="version", version=f"onrecord {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Command)
    for name, told, home in _COMMANDS:
        described = f"{told[0].upper()}{told[1:]}."
        commands.add_parser(name, help=told, description=described).home = home
    return parser


class _Command(argparse.ArgumentParser):
    """A command that has its options once it is asked for: a list of all waits for none."""

    home: str | None = None

    def parse_known_args(self, *given: Any, **options: Any) -> Any:  # noqa: ANN401
        """Parse, as every parser does, after the options have been added."""
        if self.home is not None:
            module, _, name = self.home.partition(":")
            getattr(importlib.import_module(f"onrecord.serve.{module}"), name)(self)
            self.home = None
        return super().parse_known_args(*given, **options)
