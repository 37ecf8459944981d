"""The commands that keep a record: add, reread, correct, reject, undo, dump, restore."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import onrecord
from onrecord.errors import CorrectionError, QuestionError
from onrecord.ingest import Facts, Format, read_any
from onrecord.serve.arguments import set_columns
from onrecord.serve.folder import StandoffFolder
from onrecord.serve.progress import Rate
from onrecord.types import Added, Article, Failure, Field, Outcome, Span

__all__ = [
    "add",
    "confirm",
    "correct",
    "corrections",
    "dump",
    "reject",
    "report",
    "reread",
    "restore",
    "state",
    "undo",
]


_ROLES = ("content", "source", "cue")


def add(given: argparse.Namespace) -> int:
    """Read articles and put them on record; return 1 where one failed."""
    set_columns(given.parser, given)
    with onrecord.open(given.to) as archive:
        sources = list(given.sources)
        if given.retry:
            # What a feed led to is tried again by `onrecord follow`.
            failed = (one.uri for one in archive.failures() if "://" not in one.uri)
            sources += dict.fromkeys(map(_file_of, failed))
        if not sources:
            raise QuestionError("nothing to add: give files or folders, or --retry")
        reader = onrecord.Reader.load(people=given.people)
        return report(archive.add(_articles(sources, given), reader), _count(sources))


def reread(given: argparse.Namespace) -> int:
    """Read all articles again that other weights have read."""
    with onrecord.open(given.record, create=False) as archive:
        total = archive.stats().articles
        return report(archive.reread(onrecord.Reader.load(people=given.people)), total)


def correct(given: argparse.Namespace) -> int:
    """Set fields of a statement or take their values away; move it to other places."""
    with onrecord.open(given.record, create=False) as archive:
        for field in Field:
            value = getattr(given, field)
            if value is not None:
                made = archive.correct(
                    given.statement, field, value or None, by=given.by, note=given.note
                )
                was, now = (f"“{one}”" if one else "nothing" for one in (made.was, made.value))
                print(f"{made.number}: {field} of {made.statement}: {was} → {now}")
        if any(getattr(given, role) is not None for role in _ROLES):
            _move(archive, given)
    return 0


def _move(archive: "onrecord.Archive", given: argparse.Namespace) -> None:
    """Correct a statement's places: another stands in its stead, and both are told."""
    found = archive.store.entry(given.statement).statement
    places = {role: getattr(found, role) for role in _ROLES if getattr(given, role) is None}
    places |= {role: getattr(given, role) for role in _ROLES if role not in places}
    made = archive.move(given.statement, **places, by=given.by, note=given.note)
    gone = archive.corrections(given.statement)[-1]
    print(f"{made.number}: added {made.statement} with these places")
    print(f"{gone.number}: rejected {given.statement}; undo both to have it back")


def state(given: argparse.Namespace) -> int:
    """Put a statement on record that the reader missed, by its words."""
    with onrecord.open(given.record, create=False) as archive:
        text = archive.store.article(given.article).text
        content = _places(text, given.content)
        made = archive.add_by_hand(
            given.article,
            content=content,
            source=_places(text, given.source),
            cue=_places(text, given.cue),
            by=given.by,
            note=given.note,
        )
    print(f"{made.number}: added {made.statement}")
    return 0


def reject(given: argparse.Namespace) -> int:
    """Say that something is no statement."""
    with onrecord.open(given.record, create=False) as archive:
        made = archive.reject(given.statement, by=given.by, note=given.note)
    print(f"{made.number}: rejected {made.statement}")
    return 0


def confirm(given: argparse.Namespace) -> int:
    """Say that all of a statement is right as it stands."""
    with onrecord.open(given.record, create=False) as archive:
        made = archive.confirm(given.statement, by=given.by, note=given.note)
    print(f"{made.number}: confirmed {made.statement}")
    return 0


def undo(given: argparse.Namespace) -> int:
    """Take a correction back."""
    with onrecord.open(given.record, create=False) as archive:
        made = archive.undo(given.correction, by=given.by, note=given.note)
    print(f"{made.number}: undid {made.undoes} of {made.statement}")
    return 0


def corrections(given: argparse.Namespace) -> int:
    """List what people corrected, or write it as training data."""
    with onrecord.open(given.record, create=False) as archive:
        if given.output_dir is not None:
            folder = StandoffFolder.create(given.output_dir)
            for article, statements in archive.corrected():
                folder.write(article, statements)
            return 0
        for one in archive.corrections(given.statement):
            what = f"{one.field}: {one.was or '-'} → {one.value or '-'}" if one.field else ""
            undone = f"of {one.undoes}" if one.undoes else ""
            note = f"({one.note})" if one.note else ""
            parts = (f"{one.number}", f"{one.at:%Y-%m-%d %H:%M}", one.by, one.statement)
            print(*parts, *filter(None, (one.deed, what, undone, note)), sep="  ")
    return 0


def dump(given: argparse.Namespace) -> int:
    """Print the whole record as lines of JSON."""
    with onrecord.open(given.record, create=False) as archive:
        for line in archive.dump():
            print(line)
    return 0


def restore(given: argparse.Namespace) -> int:
    """Make a record of such lines."""
    with onrecord.open(given.to) as archive:
        if given.file == "-":
            count = archive.restore(sys.stdin)
        else:
            with Path(given.file).open(encoding="utf-8", newline="\n") as lines:
                count = archive.restore(lines)
    print(f"{count} articles restored")
    return 0


def _places(text: str, pieces: Iterable[str]) -> tuple[Span, ...]:
    """Return where the pieces stand, each after the one before."""
    found, at = [], 0
    for piece in pieces:
        at = text.find(piece, at) if piece else -1
        if at < 0:
            raise CorrectionError(f"“{piece}” is not in the article: give its very words, in order")
        found.append(Span(at, at + len(piece)))
        at += len(piece)
    return tuple(found)


def _articles(sources: Iterable[str], given: argparse.Namespace) -> Iterator[Article | Failure]:
    """Yield the articles of files with their whole path, of folders and of the standard input."""
    facts = Facts(published=given.published, outlet=given.outlet, title=given.title, url=given.url)
    for source in sources:
        yield from read_any(
            sys.stdin.buffer if source == "-" else Path(source).absolute(),
            facts,
            as_=Format(given.input_format) if given.input_format else None,
            columns=given.columns,
            tell=_say,
        )


def _file_of(uri: str) -> str:
    """Return the file to read again for what failed inside of it: ``a.zip`` of ``a.zip#b.txt``."""
    while "#" in uri and not Path(uri).exists():
        uri = uri.rpartition("#")[0]
    return uri


def _count(sources: Iterable[str]) -> int | None:
    """Return how many articles are to come, where each file is one; None where nobody knows."""
    total = 0
    for source in sources:
        path = Path(source)
        if path.is_dir():
            total += sum(1 for one in path.rglob("*") if one.is_file())
        else:
            total += 1
    return total if total > 1 else None


def report(results: Iterable[Added], total: int | None) -> int:
    """Tell what became of each article, and at the end of all; return 1 where one failed.

    Args:
        results: What was put on record.
        total: How many are to come; None where nobody knows.
    """
    counts: Counter[Outcome] = Counter()
    rate = Rate(total)
    try:
        for added in results:
            counts[added.outcome] += 1
            rate.step()
            _tell(added, rate)
    finally:
        # What was told so far is safe, also where a person ends the run.
        rate.clear()
        print(", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome))
    return 1 if counts[Outcome.FAILED] else 0


def _tell(added: Added, rate: Rate) -> None:
    if added.outcome is Outcome.FAILED:
        rate.clear()
        print(f"onrecord: {added.uri}: {added.reason}", file=sys.stderr)
    elif added.changes:
        rate.clear()
        kinds = Counter(change.kind for change in added.changes)
        told = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
        print(f"{added.uri or added.article}: {told}")


def _say(message: str) -> None:
    print(f"onrecord: {message}", file=sys.stderr)
