"""A record of a million statements: how fast it takes them, how large it is, how fast it answers.

``python -m benchmarks.record --to /tmp/million.db --statements 1000000`` makes
the record, or goes on making it, and then asks it. For PostgreSQL give an
address of an empty database instead of a file.

Questions are drawn at random: one or two words, a phrase or a prefix out of
the contents, or none; none to three filters out of speaker, outlet, act, kind,
type, channel, dates and confidence; each by time, or by relevance where there
are words; a page of 20 and all facets.
"""

import argparse
import datetime
import itertools
import random
import statistics
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import onrecord
from benchmarks.copies import Original, copies, originals
from onrecord.ask import Question, Sort
from onrecord.serve.web import TURN_S
from onrecord.types import MadeBy

__all__ = ["MADE_BY", "fill"]

MADE_BY = MadeBy(onrecord=onrecord.__version__, weights="benchmark")
_READERS = 16
# Seconds on the clock, seconds of this thread at work, and the question.
_Spent = tuple[float, float, str]


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the record, ask it, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", default="/tmp/million.db")  # noqa: S108
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--at-once", type=int, default=50, help="articles in one transaction")
    parser.add_argument("--questions", type=int, default=400)
    parser.add_argument(
        "--think-s", type=float, default=1.0, help="a reader's pause between questions"
    )
    parser.add_argument("--slowest", action="store_true", help="print the slowest questions")
    options = parser.parse_args(arguments)
    read = originals()
    with onrecord.open(options.to) as archive:
        fill(archive, lambda: read, options.statements, options.at_once)
        _tell_size(options.to, archive)
        questions = list(_questions(archive, options.questions))
        _tell("one user", _asked(archive, questions), slowest=options.slowest)
        # As `onrecord serve` does.
        sys.setswitchinterval(TURN_S)
        _tell(
            f"{_READERS} readers while adding",
            _asked_together(archive, read, questions, options.think_s),
            slowest=False,
        )


def fill(
    archive: onrecord.Archive,
    read: Callable[[], Sequence[Original]],
    statements: int,
    at_once: int,
) -> None:
    """Make a record of so many statements, or go on making it.

    Args:
        archive: The record.
        read: Gives what is copied, if there is something to make.
        statements: How many it is to hold.
        at_once: Articles in one transaction.
    """
    made = archive.stats().statements
    if made >= statements:
        return
    spent, worked, added, told = 0.0, 0.0, 0, 0
    # Another seed each time, so that what is there is not made once more.
    made_now = copies(read(), statements - made, seed=made + 1)
    while batch := list(itertools.islice(made_now, at_once)):
        started, at_work = time.perf_counter(), time.process_time()
        archive.store.add_all(batch, MADE_BY)
        spent += time.perf_counter() - started
        worked += time.process_time() - at_work
        added += sum(len(found) for _, found in batch)
        if added - told >= 50_000:
            told = added
            rates = f"{added / spent:,.0f} a second, {added / worked:,.0f} at work"
            print(f"{made + added:,} statements, {rates}", flush=True)
    print(
        f"store: {added / spent:,.0f} statements a second, one writer, {at_once} articles at once; "
        f"{added / worked:,.0f} a second at work"
    )


def _tell_size(place: str, archive: onrecord.Archive) -> None:
    stats = archive.stats()
    print(f"{stats.articles:,} articles, {stats.statements:,} statements")
    with archive.store.reading() as connection:
        if place.startswith("postgres"):
            size = connection.exec_driver_sql("SELECT pg_database_size(current_database())")
            text = "SELECT sum(octet_length(text)) FROM articles"
            size_bytes = int(size.scalar_one())
        else:
            text = "SELECT sum(length(CAST(text AS BLOB))) FROM articles"
            size_bytes = Path(place).stat().st_size
        text_bytes = int(connection.exec_driver_sql(text).scalar_one())
    print(
        f"size: {size_bytes / 1e6:,.0f} MB, articles' text {text_bytes / 1e6:,.0f} MB: "
        f"{size_bytes / text_bytes:.2f} x"
    )


def _questions(archive: onrecord.Archive, number: int) -> list[Question]:
    chance = random.Random(7)
    with archive.store.reading() as connection:
        last = connection.exec_driver_sql("SELECT max(number) FROM statements").scalar_one()
        ids = [
            connection.exec_driver_sql(
                f"SELECT id FROM statements WHERE number = {chance.randrange(1, last)}"  # noqa: S608
            ).scalar_one()
            for _ in range(number)
        ]
    return [_question(archive, one, chance) for one in ids]


def _question(archive: onrecord.Archive, statement: str, chance: random.Random) -> Question:
    """Return a question that one statement at least fits."""
    entry = archive.store.entry(statement)
    words = _words(entry.words, chance)
    day = entry.article.published
    filters = {
        "speaker": entry.speaker,
        "outlet": entry.article.outlet,
        "act": entry.statement.act,
        "kind": entry.statement.kind,
        "type": entry.type,
        "channel": entry.statement.how.channel.kind
        if entry.statement.how and entry.statement.how.channel
        else None,
        "since": day and day - datetime.timedelta(days=chance.choice((7, 90, 900))),
        "until": day and day + datetime.timedelta(days=chance.choice((7, 90, 900))),
        "min_confidence": chance.choice((0.3, 0.5, 0.8)) * entry.statement.confidence,
    }
    chosen = chance.sample(sorted(filters), chance.randrange(4))
    sort = chance.choice(list(Sort)) if words else chance.choice((Sort.NEWEST, Sort.OLDEST))
    asked = {name: filters[name] for name in chosen if filters[name] is not None}
    return Question(words=words, sort=sort, **asked)


def _words(content: str, chance: random.Random) -> str | None:
    found = [word for word in content.split() if word.isalpha() and len(word) > 3]
    if not found or chance.random() < 0.25:
        return None
    first = chance.randrange(len(found))
    return chance.choice(
        [
            found[first],
            " ".join(chance.sample(found, min(2, len(found)))),
            f'"{found[first]}"',
            f"{found[first][:5]}*",
            f"{found[first]} OR {chance.choice(found)}",
        ]
    )


def _asked(archive: onrecord.Archive, questions: Sequence[Question]) -> list[_Spent]:
    spent = []
    for one in questions:
        started, worked = time.perf_counter(), time.thread_time()
        page = archive.search(one)
        times = (time.perf_counter() - started, time.thread_time() - worked)
        spent.append((*times, f"{page.total} {_plain(one)}"))
    return spent


def _asked_together(
    archive: onrecord.Archive,
    read: Sequence[Original],
    questions: Sequence[Question],
    think_s: float,
) -> list[_Spent]:
    spent: list[_Spent] = []
    is_over = threading.Event()

    def ask(part: Sequence[Question]) -> None:
        for one in part:
            spent.extend(_asked(archive, [one]))
            time.sleep(think_s * random.uniform(0.5, 1.5))

    def write() -> None:
        for article, found in copies(read, 10**9, seed=time.time_ns()):
            if is_over.is_set():
                return
            archive.store.add(article, found, MADE_BY)
            time.sleep(0.05)

    writer = threading.Thread(target=write)
    readers = [
        threading.Thread(target=ask, args=(questions[number::_READERS],))
        for number in range(_READERS)
    ]
    for thread in (writer, *readers):
        thread.start()
    for thread in readers:
        thread.join()
    is_over.set()
    writer.join()
    return spent


def _tell(name: str, spent: Sequence[_Spent], *, slowest: bool) -> None:
    for what, place in (("time", 0), ("of it at work", 1)):
        times = [one[place] * 1000 for one in spent]
        cuts = statistics.quantiles(times, n=100)
        told = f"median {cuts[49]:.1f} ms, p95 {cuts[94]:.1f} ms, most {max(times):.0f} ms"
        print(f"{name}, {what}: {told}")
    if slowest:
        for whole, _, asked in sorted(spent, reverse=True)[:15]:
            print(f"  {whole * 1000:.0f} ms: {asked}")


def _plain(asked: Question) -> str:
    values = {name: getattr(asked, name) for name in asked.__slots__}
    return " ".join(f"{name}={value}" for name, value in values.items() if value)


if __name__ == "__main__":
    main()
