"""Options that several commands have."""

import argparse
import itertools
from pathlib import Path

from onrecord import ingest
from onrecord.errors import MetadataError
from onrecord.ingest import parse_published
from onrecord.ingest.columns import COLUMNS
from onrecord.ingest.dates import Date
from onrecord.types import Span

__all__ = ["add_facts", "add_input", "confidence", "places", "published", "set_columns"]


def add_input(group: "argparse._ArgumentGroup") -> None:
    """Add the options that tell what the files are."""
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


def add_facts(group: "argparse._ArgumentGroup") -> None:
    """Add the options that tell about the articles."""
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


def set_columns(parser: argparse.ArgumentParser, given: argparse.Namespace) -> None:
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


def published(value: str) -> Date:
    """Return a date as people write it."""
    try:
        return parse_published(value)
    except MetadataError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def places(value: str) -> tuple[Span, ...]:
    """Return places in a text, half-open; none of an empty value.

    >>> places("0:11,20:31")
    (Span(start=0, end=11), Span(start=20, end=31))

    Raises:
        ArgumentTypeError: If they are none, or out of order.
    """
    try:
        found = tuple(Span(*map(int, one.split(":"))) for one in value.split(",") if value)
    except (TypeError, ValueError) as error:
        raise argparse.ArgumentTypeError(
            f"{value!r}: wanted START:END, or several: {error}"
        ) from error
    if any(one.end > other.start for one, other in itertools.pairwise(found)):
        raise argparse.ArgumentTypeError(f"{value!r}: wanted each place behind the one before")
    return found


def confidence(value: str) -> float:
    """Return a number from 0 to 1."""
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 0 to 1")
    return number


def _columns(value: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in value.split(",")]
    for fact, _, column in pairs:
        if fact not in COLUMNS or not column:
            raise argparse.ArgumentTypeError(
                f"{value!r} is no list of FACT=COLUMN, FACT one of {', '.join(COLUMNS)}"
            )
    return {fact: column for fact, _, column in pairs}
