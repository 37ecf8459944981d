"""The options of the commands that keep a record or ask it."""

import argparse
from collections.abc import Callable
from pathlib import Path

from onrecord.ask import Sort
from onrecord.serve import ask, record
from onrecord.serve.arguments import add_facts, add_input, confidence, places, published
from onrecord.types import Act, Attitude, ChannelKind, Field, Kind, SourceType

__all__ = [
    "add",
    "confirm",
    "correct",
    "corrections",
    "dump",
    "reject",
    "reread",
    "restore",
    "search",
    "show",
    "speakers",
    "state",
    "stats",
    "timeline",
    "undo",
]

_RECORD = "news.db"


def add(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord add`` is asked with."""
    parser.set_defaults(run=record.add, parser=parser)
    told = "file in any format known, folder of them, or -"
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help=told)
    _add_new_record(parser, f"file or address; {_RECORD}")
    parser.add_argument("--retry", action="store_true", help="try again what failed before")
    add_input(parser.add_argument_group("input"))
    add_facts(parser.add_argument_group("facts that the files do not tell, or tell wrongly"))


def reread(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord reread`` is asked with."""
    _add_record(parser, record.reread)
    parser.add_argument("--people", type=Path, metavar="TABLE", help="people known beforehand")


def dump(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord dump`` is asked with."""
    _add_record(parser, record.dump)


def restore(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord restore`` is asked with."""
    parser.set_defaults(run=record.restore)
    parser.add_argument("file", metavar="FILE", help="what dump printed, or -")
    _add_new_record(parser, "a new one")


def correct(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord correct`` is asked with."""
    _add_record(parser, record.correct)
    _add_statement(parser)
    for field in Field:
        told = "the right value; '' for none"
        parser.add_argument(f"--{field.replace('_', '-')}", metavar="WORDS", help=told)
    for name in ("content", "source", "cue"):
        told = "the right places in the article; as they are if left away" + (
            "" if name == "content" else "; '' for none"
        )
        parser.add_argument(f"--{name}", type=places, metavar="START:END[,START:END]", help=told)
    _add_corrector(parser)


def state(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord state`` is asked with."""
    _add_record(parser, record.state)
    parser.add_argument("article", metavar="ARTICLE", help="its id: ar1_…; see show")
    for name, needed in (("content", True), ("source", False), ("cue", False)):
        told = "its very words; once for each piece"
        parser.add_argument(
            f"--{name}", action="append", default=[], required=needed, metavar="WORDS", help=told
        )
    _add_corrector(parser)


def reject(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord reject`` is asked with."""
    _add_record(parser, record.reject)
    _add_statement(parser)
    _add_corrector(parser)


def confirm(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord confirm`` is asked with."""
    _add_record(parser, record.confirm)
    _add_statement(parser)
    _add_corrector(parser)


def undo(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord undo`` is asked with."""
    _add_record(parser, record.undo)
    parser.add_argument("correction", type=int, metavar="NUMBER", help="see corrections")
    _add_corrector(parser)


def corrections(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord corrections`` is asked with."""
    _add_record(parser, record.corrections)
    parser.add_argument("statement", nargs="?", metavar="STATEMENT", help="of this one only")
    parser.add_argument("--output-dir", type=Path, metavar="DIR", help="write standoff there")


def search(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord search`` is asked with."""
    _add_record(parser, ask.search)
    parser.epilog = (
        "words: rain snow (both, in any form), rain OR snow, rain NOT snow, (…), "
        '"heavy rain" (these very words), rain* (what begins so)'
    )
    parser.add_argument("--sort", choices=[str(one) for one in Sort], default="newest")
    parser.add_argument("--facets", action="store_true", help="count by speaker, act and so on")
    parser.add_argument("--json", action="store_true", help="one statement a line")
    _add_question(parser)


def timeline(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord timeline`` is asked with."""
    _add_record(parser, ask.timeline)
    _add_question(parser)


def speakers(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord speakers`` is asked with."""
    _add_record(parser, ask.speakers)
    parser.add_argument("name", nargs="?", help="words of the name")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="50")


def show(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord show`` is asked with."""
    _add_record(parser, ask.show)
    _add_statement(parser)


def stats(parser: argparse.ArgumentParser) -> None:
    """Add what ``onrecord stats`` is asked with."""
    _add_record(parser, ask.stats)


def _add_record(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    parser.set_defaults(run=run)
    told = f"file or address; {_RECORD}"
    parser.add_argument("--record", default=_RECORD, metavar="RECORD", help=told)


def _add_new_record(parser: argparse.ArgumentParser, told: str) -> None:
    parser.add_argument("--to", default=_RECORD, metavar="RECORD", help=told)


def _add_statement(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("statement", metavar="STATEMENT", help="its id: st1_…")


def _add_corrector(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", required=True, metavar="NAME", help="who corrects")
    parser.add_argument("--note", metavar="WORDS", help="why")


def _add_question(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="?", help="what the contents say")
    parser.add_argument("--speaker", metavar="NAME", help="words of the speaker's name")
    parser.add_argument("--outlet", metavar="NAME", help="who published it")
    dates = {"since": "said (else published) from this day on", "until": "up to this day"}
    published_dates = {"published-since": "published from this day on", "published-until": "…"}
    for name, told in {**dates, **published_dates}.items():
        parser.add_argument(f"--{name}", type=published, metavar="DATE", help=told)
    choices = {
        "type": SourceType,
        "act": Act,
        "attitude": Attitude,
        "channel": ChannelKind,
        "kind": Kind,
    }
    for name, kinds in choices.items():
        parser.add_argument(f"--{name}", type=kinds, choices=list(kinds), metavar="NAME")
    parser.add_argument("--min-confidence", type=confidence, default=0.0, metavar="0-1")
    parser.add_argument(
        "--has-aside", action=argparse.BooleanOptionalAction, help="the reporter adds something"
    )
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="20")
    parser.add_argument("--after", metavar="PLACE", help="as the page before says")
