"""The commands of a record, and their options."""

import argparse
from collections.abc import Callable
from pathlib import Path

from onrecord.ask import Sort
from onrecord.serve import ask, record
from onrecord.serve.arguments import add_facts, add_input, confidence, places, published
from onrecord.types import Act, Attitude, ChannelKind, Field, Kind, SourceType

__all__ = ["add_record_commands"]

_RECORD = "news.db"


def add_record_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add all commands that keep a record or ask it."""
    _add_keeping(commands)
    _add_correcting(commands)
    _add_asking(commands)


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace], int],
    told: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.")
    parser.set_defaults(run=run)
    if name not in ("add", "restore"):
        parser.add_argument(
            "--record", default=_RECORD, metavar="RECORD", help=f"file or address; {_RECORD}"
        )
    return parser


def _add_keeping(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    add = _command(commands, "add", record.add, "read articles and put them on record")
    add.set_defaults(parser=add)
    told = "file in any format known, folder of them, or -"
    add.add_argument("sources", nargs="*", metavar="SOURCE", help=told)
    add.add_argument("--to", default=_RECORD, metavar="RECORD", help=f"file or address; {_RECORD}")
    add.add_argument("--retry", action="store_true", help="try again what failed before")
    add_input(add.add_argument_group("input"))
    add_facts(add.add_argument_group("facts that the files do not tell, or tell wrongly"))
    told = "read articles again that an older version has read; corrections stay"
    reread = _command(commands, "reread", record.reread, told)
    reread.add_argument("--people", type=Path, metavar="TABLE", help="people known beforehand")
    _command(commands, "dump", record.dump, "print the whole record as lines of JSON")
    restore = _command(commands, "restore", record.restore, "make a record of such lines")
    restore.add_argument("file", metavar="FILE", help="what dump printed, or -")
    restore.add_argument("--to", default=_RECORD, metavar="RECORD", help="a new one")


def _add_correcting(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    correct = _command(commands, "correct", record.correct, "correct what is said of a statement")
    correct.add_argument("statement", metavar="STATEMENT", help="its id: st1_…")
    for field in Field:
        told = "the right value; '' for none"
        correct.add_argument(f"--{field.replace('_', '-')}", metavar="WORDS", help=told)
    for name in ("content", "source", "cue"):
        told = "the right places in the article; as they are if left away" + (
            "" if name == "content" else "; '' for none"
        )
        correct.add_argument(f"--{name}", type=places, metavar="START:END[,START:END]", help=told)
    told = "put a statement on record that the reader missed"
    state = _command(commands, "state", record.state, told)
    state.add_argument("article", metavar="ARTICLE", help="its id: ar1_…; see show")
    for name, needed in (("content", True), ("source", False), ("cue", False)):
        told = "its very words; once for each piece"
        state.add_argument(
            f"--{name}", action="append", default=[], required=needed, metavar="WORDS", help=told
        )
    reject = _command(commands, "reject", record.reject, "say that something is no statement")
    reject.add_argument("statement", metavar="STATEMENT", help="its id: st1_…")
    confirm = _command(commands, "confirm", record.confirm, "say that all of a statement is right")
    confirm.add_argument("statement", metavar="STATEMENT", help="its id: st1_…")
    undo = _command(commands, "undo", record.undo, "take a correction back")
    undo.add_argument("correction", type=int, metavar="NUMBER", help="see corrections")
    for parser in (correct, state, reject, confirm, undo):
        parser.add_argument("--by", required=True, metavar="NAME", help="who corrects")
        parser.add_argument("--note", metavar="WORDS", help="why")
    told = "list what people corrected, or write it as training data"
    listed = _command(commands, "corrections", record.corrections, told)
    listed.add_argument("statement", nargs="?", metavar="STATEMENT", help="of this one only")
    listed.add_argument("--output-dir", type=Path, metavar="DIR", help="write standoff there")


def _add_asking(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    search = _command(commands, "search", ask.search, "find statements")
    search.epilog = (
        "words: rain snow (both, in any form), rain OR snow, rain NOT snow, (…), "
        '"heavy rain" (these very words), rain* (what begins so)'
    )
    search.add_argument("--sort", choices=[str(one) for one in Sort], default="newest")
    search.add_argument("--facets", action="store_true", help="count by speaker, act and so on")
    search.add_argument("--json", action="store_true", help="one statement a line")
    timeline = _command(commands, "timeline", ask.timeline, "show statements in order of time")
    for parser in (search, timeline):
        _add_question(parser)
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="20")
        parser.add_argument("--after", metavar="PLACE", help="as the page before says")
    speakers = _command(commands, "speakers", ask.speakers, "list speakers")
    speakers.add_argument("name", nargs="?", help="words of the name")
    speakers.add_argument("--limit", type=int, default=50, metavar="N", help="50")
    show = _command(commands, "show", ask.show, "show a statement in its passage")
    show.add_argument("statement", metavar="STATEMENT", help="its id: st1_…")
    _command(commands, "stats", ask.stats, "tell what the record holds")


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
