"""The commands that ask a record: search, timeline, speakers, show, stats."""

import argparse
from collections.abc import Iterable, Iterator

import onrecord
from onrecord.ask import Count, Passage, Question, Sort
from onrecord.export import entry_line
from onrecord.serve.show import Look
from onrecord.serve.terminal import is_colored
from onrecord.types import Entry, Field

__all__ = ["question", "search", "show", "speakers", "stats", "timeline"]

_ASKED = (
    "words",
    "speaker",
    "type",
    "outlet",
    "since",
    "until",
    "published_since",
    "published_until",
    "act",
    "attitude",
    "channel",
    "kind",
    "min_confidence",
    "has_aside",
)
_BAR = 40


def question(given: argparse.Namespace, sort: Sort) -> Question:
    """Return what the arguments ask."""
    return Question(sort=sort, **{name: getattr(given, name) for name in _ASKED})


def search(given: argparse.Namespace) -> int:
    """Print a page of what fits; return 1 where nothing does."""
    with onrecord.open(given.record, create=False, read_only=True) as archive:
        asked = question(given, Sort(given.sort))
        page = archive.search(asked, limit=given.limit, after=given.after)
    if given.json:
        for entry in page.entries:
            print(entry_line(entry))
        return 0 if page.entries else 1
    look = _look()
    for entry in page.entries:
        print(*_lines(entry, look), "", sep="\n")
    print(f"{page.total if page.is_exact else f'more than {page.total}'} statements")
    if given.facets:
        print(*_facets(page.facets.items()), sep="\n")
    if page.after:
        print(f"next page: --after {page.after}")
    return 0 if page.entries else 1


def timeline(given: argparse.Namespace) -> int:
    """Print what fits in the order of time, below counts by month."""
    with onrecord.open(given.record, create=False, read_only=True) as archive:
        asked = question(given, Sort.OLDEST)
        months = archive.months(asked)
        page = archive.search(asked, limit=given.limit, after=given.after)
    print(*_bars(months), "", sep="\n")
    look, day = _look(), ""
    for entry in page.entries:
        if (when := _when(entry)) != day:
            day = when
            print(look.paint("\x1b[1m", day))
        print(*_lines(entry, look), "", sep="\n")
    if page.after:
        print(f"next page: --after {page.after}")
    return 0 if page.entries else 1


def speakers(given: argparse.Namespace) -> int:
    """Print speakers, those with most statements first."""
    with onrecord.open(given.record, create=False, read_only=True) as archive:
        found = archive.speakers(given.name, limit=given.limit)
    for one in found:
        also = f" (also {', '.join(one.also)})" if one.also else ""
        print(f"{one.statements:>7}  {one.name}{also}  {one.type}")
    return 0 if found else 1


def show(given: argparse.Namespace) -> int:
    """Print a statement, the passage around it, and what people corrected."""
    with onrecord.open(given.record, create=False, read_only=True) as archive:
        passage = archive.show(given.statement)
        made = archive.corrections(given.statement)
    print(*_passage(passage, _look()), sep="\n")
    for one in made:
        what = f"{one.field}: {one.was or '-'} → {one.value or '-'}" if one.field else ""
        print(f"  {one.number}  {one.at:%Y-%m-%d}  {one.by}  {one.deed}  {what}")
    return 0


def stats(given: argparse.Namespace) -> int:
    """Print what the record holds."""
    with onrecord.open(given.record, create=False, read_only=True) as archive:
        held = archive.stats()
    for name in ("articles", "revisions", "statements", "speakers", "corrections", "failures"):
        print(f"{getattr(held, name):>9}  {name}")
    print(*_facets(held.facets.items()), sep="\n")
    return 0


def _lines(entry: Entry, look: Look) -> Iterator[str]:
    article = entry.article
    who = entry.speaker or article.words(entry.statement.source) or "(source not named)"
    title = entry.value(Field.TITLE)
    mark = " (corrected)" if entry.corrected else ""
    yield look.paint("\x1b[1m", f"{_line(who)}{f', {_line(title)}' if title else ''}{mark}")
    yield from look.wrap(_line(entry.words), "    ")
    facts = (
        _when(entry),
        article.outlet,
        entry.value(Field.ACT),
        entry.value(Field.CHANNEL),
        str(entry.statement.kind),
        article.title,
        entry.statement.id,
    )
    yield look.paint("\x1b[2m", "    " + " · ".join(_line(fact) for fact in facts if fact))


def _passage(passage: Passage, look: Look) -> Iterator[str]:
    entry = passage.entry
    yield from _lines(entry, look)
    content = entry.statement.content
    state = "rejected" if entry.is_rejected else "" if entry.is_current else "no longer current"
    places = ", ".join(f"{span.start}–{span.end}" for span in content)
    revision = f"revision {entry.revision}"
    parts = (entry.article.id, revision, f"paragraph {passage.paragraph}", places, state)
    yield look.paint("\x1b[2m", "    " + " · ".join(filter(None, parts)))
    yield ""
    marked, at = "", passage.start
    for span in content:
        marked += entry.article.text[at : span.start] + "▸" + entry.article[span] + "◂"
        at = span.end
    marked += entry.article.text[at : passage.start + len(passage.text)]
    for line in marked.splitlines():
        yield from look.wrap(line, "    ")


def _when(entry: Entry) -> str:
    said = entry.value(Field.SAID_AT)
    if said:
        return said
    published = entry.article.published
    return f"published {published:%Y-%m-%d}" if published else "no date"


def _facets(facets: Iterable[tuple[str, tuple[Count, ...]]]) -> Iterator[str]:
    for name, counts in facets:
        told = ", ".join(f"{one.value or '(none)'} {one.statements}" for one in counts[:8])
        yield f"{name}: {told}"


def _bars(months: Iterable[Count]) -> Iterator[str]:
    found = list(months)
    most = max((one.statements for one in found), default=1)
    for one in found:
        bar = "█" * max(1, round(_BAR * one.statements / most))
        yield f"{one.value or 'no date':>8} {one.statements:>6} {bar}"


def _look() -> Look:
    return Look.for_output(is_colored=is_colored("auto"))


def _line(words: str) -> str:
    return " ".join(words.split())
