"""The command line: what may be asked, and how it ends.

Exit status: 0 all done, 1 something could not be read or found, 2 wrong use,
130 interrupted, 141 nobody listens any more (``onrecord read … | head``).
"""

import argparse
import os
import sys
from collections.abc import Sequence

from onrecord import __version__
from onrecord.errors import OnRecordError
from onrecord.serve.commands import add_record_commands
from onrecord.serve.feeds import add_follow_command
from onrecord.serve.model import add_mcp_command
from onrecord.serve.reading import add_read_command
from onrecord.serve.terminal import speak_utf8
from onrecord.serve.token import add_token_command
from onrecord.serve.web import add_desk_commands

__all__ = ["main"]

_INTERRUPTED = 130
_NOBODY_LISTENS = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    Args:
        arguments: Without the program's name; those of this process if None.
    """
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.command is None:
        parser.print_help(sys.stderr)
        return 2
    return _run(given)


def _run(given: argparse.Namespace) -> int:
    try:
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
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    add_read_command(commands)
    add_record_commands(commands)
    add_follow_command(commands)
    add_token_command(commands)
    add_mcp_command(commands)
    add_desk_commands(commands)
    return parser
