"""The desk under load: its pages for one reader, and for fifty while articles are added.

``python -m benchmarks.desk --record /tmp/million.db --statements 1000000`` makes
the record, or goes on making it (see `benchmarks.record`), opens the desk on it
as ``onrecord serve`` does, and asks it over HTTP, compressed, over connections
that stay open. First one reader asks for each kind of page; then many ask for
all kinds, pausing between pages as people do, while another process adds
articles. Everything runs on this machine, so that the readers' and the
writer's own work counts into the times; the server's processor time for each
page is told beside them.
"""

import argparse
import contextlib
import http.client
import itertools
import multiprocessing
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.synchronize import Event
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import onrecord
from benchmarks.copies import copies, originals
from benchmarks.record import MADE_BY, fill
from onrecord.types import Entry

_TICKS = os.sysconf("SC_CLK_TCK")
# How readers move: a search, an article out of it, now and then a speaker or a timeline.
_MIX = {"search": 5, "article": 3, "speaker": 1, "timeline": 1}
_DRAWN = 300
_PATIENCE_S = 60


@dataclass(slots=True)
class Told:
    """What was asked and how long it took.

    Attributes:
        times_s: Seconds by kind of page.
        errors: Answers that were none, by what they were.
    """

    times_s: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the record, ask the desk, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", default="/tmp/million.db")  # noqa: S108
    parser.add_argument("--statements", type=int, default=200_000)
    parser.add_argument("--pages", type=int, default=200, help="of each kind, for one reader")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--think-s", type=float, default=1.0, help="a reader's pause, on average")
    options = parser.parse_args(arguments)
    with onrecord.open(options.record) as archive:
        fill(archive, originals, options.statements, 50)
        addresses = _addresses(archive, random.Random(7))
        print(f"{archive.stats().statements:,} statements")
    with _served(options.record) as (host, server):
        _alone(host, server, addresses, options.pages)
        with _adding(options.record) as added:
            _together(host, server, addresses, options)
        print(f"meanwhile {added.value} articles were added")


def _addresses(archive: onrecord.Archive, chance: random.Random) -> dict[str, list[str]]:
    """Return pages of each kind that show something."""
    with archive.store.reading() as connection:
        last = connection.exec_driver_sql("SELECT max(number) FROM statements").scalar_one()
        numbers = ", ".join(str(chance.randrange(1, last)) for _ in range(_DRAWN))
        query = f"SELECT id FROM statements WHERE number IN ({numbers})"  # noqa: S608
        ids = list(connection.exec_driver_sql(query).scalars())
    found: dict[str, list[str]] = {kind: [] for kind in _MIX}
    for entry in map(archive.store.entry, ids):
        asked = _asked(entry, chance)
        found["search"].append(f"/?{urlencode(asked)}")
        found["timeline"].append(f"/timeline?{urlencode(asked)}")
        found["article"].append(f"/article/{entry.article.id}")
        if entry.speaker:
            found["speaker"].append(f"/speaker/{quote(entry.speaker, safe='')}")
    return found


def _asked(entry: Entry, chance: random.Random) -> dict[str, str]:
    """Return what somebody might ask that finds this statement."""
    words = [word for word in entry.words.split() if word.isalpha() and len(word) > 3]
    every = {
        "q": " ".join(chance.sample(words, min(len(words), chance.choice((1, 1, 2))))),
        "outlet": entry.article.outlet or "",
        "speaker": f'"{entry.speaker}"' if entry.speaker else "",
        "act": str(entry.statement.act or ""),
        "since": f"{entry.article.published:%Y}-01-01" if entry.article.published else "",
    }
    names = chance.choice((("q",), ("q",), ("q", "act"), ("q", "since"), ("outlet",), ("speaker",)))
    chosen = (*names, *chance.choice(((), (), ("act",))))
    return {name: every[name] for name in chosen if every[name]}


@contextlib.contextmanager
def _served(record: str) -> Iterator[tuple[str, int]]:
    """Open the desk in a process of its own; give its host and the process's id."""
    command = [sys.executable, "-m", "onrecord", "serve", record, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        told = server.stdout.readline() if server.stdout else ""
        address = next(word for word in told.split() if "://" in word)
        try:
            yield urlsplit(address).netloc, server.pid
        finally:
            server.terminate()


@contextlib.contextmanager
def _adding(record: str) -> Iterator[object]:
    """Add articles in another process, as long as the block lasts; give how many."""
    processes = multiprocessing.get_context("spawn")
    is_over, added = processes.Event(), processes.Value("i", 0)
    writer = processes.Process(target=_add, args=(record, is_over, added))
    writer.start()
    try:
        yield added
    finally:
        is_over.set()
        writer.join()


def _add(record: str, is_over: Event, added: object) -> None:
    read = originals()
    with onrecord.open(record) as archive:
        for article, found in copies(read, 10**9, seed=time.time_ns()):
            if is_over.wait(0.05):
                return
            archive.store.add(article, found, MADE_BY)
            added.value += 1  # type: ignore[attr-defined]


def _alone(host: str, server: int, addresses: dict[str, list[str]], pages: int) -> None:
    for kind, each in addresses.items():
        told, reader = Told(), _Reader(host)
        for address in itertools.islice(itertools.cycle(each), 20):
            reader.ask("", address, Told())
        worked = _worked_s(server)
        for address in itertools.islice(itertools.cycle(each), pages):
            reader.ask(kind, address, told)
        worked = _worked_s(server) - worked
        _tell(f"one reader, {kind}", told, kind)
        print(f"  the server's processor time: {worked / pages * 1000:.1f} ms a page")


def _together(
    host: str, server: int, addresses: dict[str, list[str]], options: argparse.Namespace
) -> None:
    told = [Told() for _ in range(options.readers)]
    until = time.monotonic() + options.seconds
    kinds = [kind for kind, weight in _MIX.items() for _ in range(weight)]

    def read(place: int) -> None:
        chance, reader = random.Random(place), _Reader(host)
        while time.monotonic() < until:
            time.sleep(options.think_s * chance.uniform(0.5, 1.5))
            kind = chance.choice(kinds)
            reader.ask(kind, chance.choice(addresses[kind]), told[place])

    worked = _worked_s(server)
    readers = [threading.Thread(target=read, args=(place,)) for place in range(options.readers)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    name = f"{options.readers} readers for {options.seconds:.0f} s"
    _tell_all(name, told, _worked_s(server) - worked)


def _tell_all(name: str, told: Sequence[Told], worked_s: float) -> None:
    whole = Told()
    for one in told:
        whole.errors.update(one.errors)
        for kind, times in one.times_s.items():
            whole.times_s[kind] += times
            whole.times_s["every page"] += times
    for kind in whole.times_s:
        _tell(f"{name}, {kind}", whole, kind)
    pages = len(whole.times_s["every page"])
    print(f"{pages} pages, errors: {dict(whole.errors) or 'none'}")
    print(f"  the server's processor time: {worked_s / max(pages, 1) * 1000:.1f} ms a page")


def _tell(name: str, told: Told, kind: str) -> None:
    times = sorted(one * 1000 for one in told.times_s[kind])
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    print(
        f"{name}: {len(times)} pages, p50 {cuts[49]:.0f} ms, p95 {cuts[94]:.0f} ms, "
        f"p99 {cuts[98]:.0f} ms, most {times[-1]:.0f} ms",
        flush=True,
    )


def _worked_s(process: int) -> float:
    """Return how long a process has been at work, in user and in system mode."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


class _Reader:
    """A browser that keeps its connection and its cookie."""

    def __init__(self, host: str) -> None:
        self._to = http.client.HTTPConnection(host, timeout=_PATIENCE_S)
        self._headers = {"Accept-Encoding": "gzip"}

    def ask(self, kind: str, address: str, told: Told) -> None:
        """Load a page and keep how long that took."""
        started = time.perf_counter()
        try:
            self._to.request("GET", address, headers=self._headers)
            answer = self._to.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            told.errors[type(error).__name__] += 1
            self._to.close()
            return
        told.times_s[kind].append(time.perf_counter() - started)
        if cookie := answer.getheader("set-cookie"):
            self._headers["Cookie"] = cookie.partition(";")[0]
        if answer.status != 200:
            told.errors[f"{answer.status} {address}"] += 1


if __name__ == "__main__":
    main()
