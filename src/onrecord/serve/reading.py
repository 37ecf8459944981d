"""``onrecord read``: its options, and which of them go together."""

import argparse
from pathlib import Path

from onrecord.serve.arguments import add_facts, add_input, confidence, set_columns
from onrecord.serve.read import Format, Options, read

__all__ = ["add_options"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord read`` is asked with."""
    parser.description = "Show every statement of some articles: who, with what cue, what."
    parser.epilog = "example: onrecord read --published 2025-03-03 article.txt"
    parser.set_defaults(run=lambda given: read(_options(parser, given)))
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="file in any format known, folder of them, or -"
    )
    add_input(parser.add_argument_group("input"))
    _add_output(parser.add_argument_group("output"))
    add_facts(parser.add_argument_group("facts that the files do not tell, or tell wrongly"))


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
        type=confidence,
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


def _options(parser: argparse.ArgumentParser, given: argparse.Namespace) -> Options:
    """Return what was asked, or end with status 2 where it makes no sense together."""
    set_columns(parser, given)
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
