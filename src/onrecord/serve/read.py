"""``onrecord read``: files in, statements out, every file that fails told by name."""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self, TextIO

import onrecord
from onrecord import ingest
from onrecord.errors import OutputError
from onrecord.export import (
    ParquetTable,
    article_line,
    csv_header,
    csv_rows,
    schema_org,
    standoff,
    statement_line,
    web_annotation,
)
from onrecord.ingest import Facts, read_any
from onrecord.serve.folder import StandoffFolder
from onrecord.serve.moments import in_order_said
from onrecord.serve.output import destination
from onrecord.serve.progress import Progress
from onrecord.serve.show import Look, render, render_by_speaker, render_timeline
from onrecord.serve.terminal import is_colored, speak_utf8
from onrecord.types import Article, Failure, Statement

__all__ = ["Format", "Options", "read"]

_Printer = Callable[[Article, Sequence[Statement]], None]
_Page = Callable[[Article, Sequence[Statement]], str]


class Format(StrEnum):
    """How statements are printed."""

    TEXT = "text"
    """For people."""
    JSON = "json"
    """One object a line."""
    BRAT = "brat"
    """Standoff annotation."""
    CSV = "csv"
    """One row a statement."""
    PARQUET = "parquet"
    """The same columns, typed."""
    WEB_ANNOTATION = "web-annotation"
    """W3C Web Annotation, one a line."""
    SCHEMA_ORG = "schema-org"
    """schema.org's vocabulary, one article a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked of ``onrecord read``.

    Attributes:
        files: Paths; ``-`` is the standard input.
        format: How to print.
        articles: Print the articles instead of their statements.
        output: A new file to write instead of the standard output.
        spreadsheet: Guard CSV cells that a spreadsheet would run.
        output_dir: Where brat's files go; None for the standard output.
        min_confidence: Least confidence of what is printed, 0-1.
        color: ``auto``, ``always`` or ``never``.
        by_speaker: Group the statements by speaker.
        timeline: Put the statements in the order in which they were said.
        people: A table of people known beforehand; None for none.
        facts: What goes before the files' own metadata.
        input_format: What the files are; told by their bytes if None.
        columns: Fact to column, for tables.
    """

    files: tuple[str, ...]
    format: Format
    articles: bool
    output: Path | None
    spreadsheet: bool
    output_dir: Path | None
    min_confidence: float
    color: str
    by_speaker: bool
    timeline: bool
    people: Path | None
    facts: Facts
    input_format: ingest.Format | None
    columns: Mapping[str, str]

    @classmethod
    def from_arguments(cls, given: argparse.Namespace) -> Self:
        """Return the options that the parsed arguments ask for."""
        return cls(
            files=tuple(given.files),
            format=Format(given.format or Format.TEXT),
            articles=given.articles,
            output=given.output,
            spreadsheet=given.spreadsheet,
            output_dir=given.output_dir,
            min_confidence=given.min_confidence,
            color=given.color,
            by_speaker=given.by_speaker,
            timeline=given.timeline,
            people=given.people,
            facts=Facts(
                published=given.published, outlet=given.outlet, title=given.title, url=given.url
            ),
            input_format=ingest.Format(given.input_format) if given.input_format else None,
            columns=dict(given.columns),
        )


def read(options: Options) -> int:
    """Read and print; return 0, or 1 where something could not be read.

    Raises:
        WeightsError: If the weights are missing or of another format.
        TableError: If the table of people cannot be read.
        OutputError: If the output file or folder cannot be made.
        ExtraError: If the format needs a package that is not installed.
    """
    speak_utf8()
    with destination(options.output) as out, _printer(options, out) as printer:
        failures = _read_all(options, printer)
    return 1 if failures else 0


def _read_all(options: Options, printer: _Printer) -> int:
    """Print every article and return how many that was not possible with."""
    progress = Progress(len(options.files))
    failures = total = 0
    for total, result in enumerate(_results(options, progress), 1):  # noqa: B007 (told below)
        progress.clear()
        if isinstance(result, Failure):
            _complain(result)
            failures += 1
        else:
            failures += not _print(printer, *result)
    progress.clear()
    if failures and total > 1:
        _tell(f"{failures:,} of {total:,} could not be read")
    return failures


def _results(
    options: Options, progress: Progress
) -> Iterator[tuple[Article, tuple[Statement, ...]] | Failure]:
    articles = _articles(options, progress)
    if options.articles:
        for article in articles:
            yield article if isinstance(article, Failure) else (article, ())
        return
    for reading in onrecord.Reader.load(people=options.people).read_all(articles):
        if isinstance(reading, Failure):
            yield reading
        else:
            yield reading.article, _sure_ones(reading.statements, options.min_confidence)


def _articles(options: Options, progress: Progress) -> Iterator[Article | Failure]:
    for number, file in enumerate(options.files, 1):
        progress.show(number, file)
        yield from read_any(
            sys.stdin.buffer if file == "-" else Path(file),
            options.facts,
            as_=options.input_format,
            columns=options.columns,
            tell=_tell,
        )


def _sure_ones(statements: Sequence[Statement], least: float) -> tuple[Statement, ...]:
    return tuple(statement for statement in statements if statement.confidence >= least)


@contextmanager
def _printer(options: Options, out: TextIO) -> Iterator[_Printer]:
    if options.format is Format.PARQUET:
        with ParquetTable.open(out.buffer) as table:
            yield table.write
    elif options.output_dir:
        yield StandoffFolder.create(options.output_dir).write
    else:
        if options.format is Format.CSV:
            out.write(csv_header(for_spreadsheet=options.spreadsheet))
        page = _page(options, out)
        yield lambda article, statements: _write(out, page(article, statements))


def _page(options: Options, out: TextIO) -> _Page:
    """Return what makes the text that is printed of one article."""
    if options.articles:
        return lambda article, _: f"{article_line(article)}\n"
    look = Look.for_output(is_colored=is_colored(options.color, out))
    page = render_by_speaker if options.by_speaker else render
    if options.timeline:
        page = render_timeline
    pages: dict[Format, _Page] = {
        Format.TEXT: lambda article, found: f"{page(article, found, look)}\n",
        Format.JSON: lambda article, found: _lines(
            statement_line, article, in_order_said(article, found) if options.timeline else found
        ),
        Format.BRAT: _OneStandoff().page,
        Format.CSV: lambda article, found: csv_rows(
            article, found, for_spreadsheet=options.spreadsheet
        ),
        Format.WEB_ANNOTATION: lambda article, found: _lines(web_annotation, article, found),
        Format.SCHEMA_ORG: lambda article, found: f"{schema_org(article, found)}\n",
    }
    return pages[options.format]


class _OneStandoff:
    """Makes the standoff of one article, as several in a row could not be told apart."""

    def __init__(self) -> None:
        self._is_done = False

    def page(self, article: Article, statements: Sequence[Statement]) -> str:
        """Return the standoff of the only article.

        Raises:
            OutputError: If there was one before.
        """
        if self._is_done:
            raise OutputError(
                f"{article.uri}: brat needs a file for each article: give --output-dir DIR"
            )
        self._is_done = True
        return standoff(article, statements)


def _lines(
    line: Callable[[Article, Statement], str], article: Article, statements: Sequence[Statement]
) -> str:
    return "".join(f"{line(article, statement)}\n" for statement in statements)


def _write(out: TextIO, text: str) -> None:
    out.write(text)
    # Whoever reads a pipe gets each article when it is done, not all at the end.
    out.flush()


def _print(printer: _Printer, article: Article, statements: Sequence[Statement]) -> bool:
    """Print one article and say whether that worked."""
    try:
        printer(article, statements)
    except OutputError as error:
        _tell(str(error))
        return False
    return True


def _complain(failure: Failure) -> None:
    _tell(str(failure))
    if failure.traceback:
        print(failure.traceback, file=sys.stderr)


def _tell(message: str) -> None:
    print(f"onrecord: {message}", file=sys.stderr)
