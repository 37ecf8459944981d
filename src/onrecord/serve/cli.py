"""The command line: what may be asked, and how it ends.

Exit status: 0 all read, 1 something could not be read, 2 wrong use,
130 interrupted, 141 nobody listens any more (``onrecord read … | head``).
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from onrecord import __version__, ingest
from onrecord.errors import MetadataError, OnRecordError
from onrecord.ingest import parse_published
from onrecord.ingest.columns import COLUMNS
from onrecord.serve.read import Format, Options, read

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
    options = _options(given.parser, given)
    try:
        return read(options)
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
    _add_read(commands)
    return parser


def _add_read(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    read_parser = commands.add_parser(
        "read",
        help="show every statement of some articles",
        description="Show every statement of some articles: who, with what cue, what.",
        epilog="example: onrecord read --published 2025-03-03 article.txt",
    )
    read_parser.set_defaults(parser=read_parser)
    read_parser.add_argument(
        "files", nargs="+", metavar="FILE", help="file in any format known, folder of them, or -"
    )
    _add_input(read_parser.add_argument_group("input"))
    _add_output(read_parser.add_argument_group("output"))
    _add_facts(read_parser.add_argument_group("facts that the files do not tell, or tell wrongly"))


def _add_input(group: "argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--as",
        dest="input_format",
        choices=[str(name) for name in ingest.Format],
        metavar="FORMAT",
        help=f"what the files are, which else their bytes tell: {', '.join(ingest.Format)}",
    )
    group.add_argument("--text", metavar="COLUMN", help="of a table: where the article's text is")
    group.add_argument(
        "--columns",
        type=_columns,
        default={},
        metavar="FACT=COLUMN,…",
        help=f"of a table: where the facts are ({', '.join(COLUMNS)}); common names are guessed",
    )


def _add_output(group: "argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--format",
        choices=[str(name) for name in Format],
        help="text, for people (the default); docs/reference/exports.md tells the others",
    )
    group.add_argument(
        "--json", action="store_const", const="json", dest="format", help="short for --format json"
    )
    group.add_argument(
        "--by-speaker", action="store_true", help="group the statements by who made them"
    )
    group.add_argument(
        "--timeline", action="store_true", help="put the statements in the order they were said in"
    )
    group.add_argument(
        "--articles", action="store_true", help="print the articles as JSON instead, text included"
    )
    group.add_argument(
        "--output", type=Path, metavar="FILE", help="write there; never over a file that is there"
    )
    group.add_argument(
        "--spreadsheet",
        action="store_true",
        help="with csv: guard cells that a spreadsheet would run as a formula",
    )
    group.add_argument(
        "--output-dir",
        type=Path,
        metavar="DIR",
        help="with brat: write NAME.txt and NAME.ann there, for each article",
    )
    group.add_argument(
        "--min-confidence",
        type=_confidence,
        default=0.0,
        metavar="0-1",
        help="leave out statements less sure than this",
    )
    group.add_argument(
        "--color",
        choices=["auto", "always", "never"],
        default="auto",
        help="auto: on a terminal, unless NO_COLOR is set",
    )


def _add_facts(group: "argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--published",
        metavar="DATE",
        help="such as 2025-03-03 (of all files); with --text, also a table's column",
    )
    group.add_argument(
        "--people",
        type=Path,
        metavar="TABLE",
        help="people known beforehand: CSV, YAML or JSON of legislators, Wikidata JSON lines",
    )
    group.add_argument("--outlet", help="who published it (of all files)")
    group.add_argument("--title", help="headline, of one file")
    group.add_argument("--url", help="public address, of one file")


def _columns(value: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in value.split(",")]
    for fact, _, column in pairs:
        if fact not in COLUMNS or not column:
            raise argparse.ArgumentTypeError(
                f"{value!r} is no list of FACT=COLUMN, FACT one of {', '.join(COLUMNS)}"
            )
    return {fact: column for fact, _, column in pairs}


def _confidence(value: str) -> float:
    try:
        confidence = float(value)
    except ValueError:
        confidence = -1.0
    if not 0 <= confidence <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 0 to 1")
    return confidence


def _options(parser: argparse.ArgumentParser, given: argparse.Namespace) -> Options:
    """Return what was asked, or end with status 2 where it makes no sense together."""
    _set_columns(parser, given)
    several = len(given.files) > 1
    if several and (given.title or given.url):
        parser.error("--title and --url are facts of one article: give one FILE")
    if given.articles and given.format not in (None, "json"):
        parser.error("--articles prints JSON: leave --format away")
    if given.by_speaker and (given.articles or given.format not in (None, "text")):
        parser.error("--by-speaker is a page for people: leave --format and --articles away")
    if given.timeline and (given.by_speaker or given.articles or given.format == "brat"):
        parser.error("--timeline orders the page or the JSON: leave the other options away")
    if given.output_dir and given.format != "brat":
        parser.error("--output-dir goes with --format brat")
    if given.format == "brat" and several and not given.output_dir:
        parser.error("brat needs a file for each article: give --output-dir DIR")
    if (wrong := _wrong_output(given)) is not None:
        parser.error(wrong)
    return Options.from_arguments(given)


def _wrong_output(given: argparse.Namespace) -> str | None:
    if given.format == "parquet" and not given.output:
        return "--format parquet is no text: give --output FILE"
    if given.output and given.output_dir:
        return "--output is one file, --output-dir is a folder: give one of them"
    if given.spreadsheet and given.format != "csv":
        return "--spreadsheet goes with --format csv"
    return None


def _set_columns(parser: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    """Make a date of ``--published``, or a column where ``--text`` says that this is a table."""
    columns = {**given.columns, **({"text": given.text} if given.text else {})}
    if given.published:
        try:
            given.published = parse_published(given.published)
        except MetadataError as error:
            if not given.text:
                parser.error(f"argument --published: {error}")
            columns["published"] = given.published
            given.published = None
    given.columns = columns
