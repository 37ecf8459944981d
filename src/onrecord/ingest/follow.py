"""Feeds followed: what is new in them, fetched whole, as articles; one bad feed stops none.

follower = Follower()
for article in follower.follow(["https://echo.example/feed"], every_s=600):
    ...
"""

import io
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.errors import AddressError, FormatError, OnRecordError
from onrecord.ingest.door import read_source
from onrecord.ingest.entries import Entry, entry_article
from onrecord.ingest.facts import Facts
from onrecord.ingest.feeds import entries
from onrecord.ingest.fetch import Page
from onrecord.ingest.jsonfeed import json_entries
from onrecord.ingest.robots import PoliteFetcher
from onrecord.ingest.sniff import Format, sniff
from onrecord.ingest.source import Source
from onrecord.types import Article, Failure

__all__ = ["FeedState", "Follower"]

# A server that asks to be left alone for longer is asked again after a day.
_LONGEST_WAIT_S = 86_400.0
_ENTRIES_KEPT = 2000
_MOST_TRIES = 3
_NOT_CHANGED = 304
_LEAVE_ALONE = (429, 503)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is known of a feed from before: plain values, to be kept between runs.

    Attributes:
        etag: The feed's version, as its server names it.
        modified: When its server says that it changed last.
        seen: Entries met, the latest last.
        failed: Entries whose page could not be had, once for each time.
        not_before: Seconds of `time.time` before which it is not to be asked.
    """

    etag: str | None = None
    modified: str | None = None
    seen: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    not_before: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Follower:
    """Follows feeds; keeps in ``states`` what it has met.

    Attributes:
        fetcher: Fetches feeds and pages.
        states: Address of a feed to what is known of it; filled as feeds are asked.
        sleep: Waits between rounds.
        clock: Tells the time, seconds since 1970.
    """

    fetcher: PoliteFetcher = field(default_factory=PoliteFetcher)
    states: dict[str, FeedState] = field(default_factory=dict)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.time

    def follow(
        self, feeds: Sequence[str], *, every_s: float, rounds: int | None = None
    ) -> Iterator[Article | Failure]:
        """Yield what is new in some feeds, round after round.

        Args:
            feeds: Their addresses.
            every_s: Between the beginnings of two rounds.
            rounds: How many; without end if None.
        """
        done = 0
        while rounds is None or done < rounds:
            began = self.clock()
            for feed in feeds:
                yield from self.poll(feed)
            done += 1
            if done != rounds:
                self.sleep(max(0.0, began + every_s - self.clock()))

    def poll(self, feed: str) -> Iterator[Article | Failure]:
        """Yield what is new in one feed since it was last asked."""
        state = self.states.get(feed, FeedState())
        if self.clock() < state.not_before:
            return
        try:
            page = self.fetcher.fetch(feed, _conditions(state))
            new = self._take(feed, state, page)
        except (OnRecordError, OSError) as error:
            yield _failure(feed, str(error))
            return
        for entry in new:
            found = self._article(entry, feed)
            yield found
            # Noted once whoever takes the articles comes back for more, and so has this one.
            is_over = isinstance(found, Article) or entry.is_full
            self.states[feed] = _noted(self.states[feed], entry.id, is_over=is_over)

    def _take(self, feed: str, state: FeedState, page: Page) -> list[Entry]:
        """Note what the server tells of the feed, and return its new entries, oldest first."""
        if page.status in _LEAVE_ALONE:
            wait = _seconds(page.headers.get("retry-after"))
            self.states[feed] = replace(state, not_before=self.clock() + wait)
        if page.status == _NOT_CHANGED:
            return []
        if page.status != 200:
            raise AddressError(f"answers {page.status}")
        found = _entries(page.body)
        told = page.headers
        self.states[feed] = replace(
            state, etag=told.get("etag"), modified=told.get("last-modified"), not_before=0.0
        )
        known = set(state.seen)
        return [entry for entry in reversed(found) if entry.id not in known]

    def _article(self, entry: Entry, feed: str) -> Article | Failure:
        source = Source(uri=entry.facts.url or feed, stream=io.BytesIO())
        if entry.is_full or not entry.facts.url:
            return entry_article(entry, source, 1)
        try:
            page = self.fetcher.fetch(entry.facts.url)
            if page.status != 200:
                raise AddressError(f"answers {page.status}")
        except (OnRecordError, OSError) as error:
            return source.failure(str(error))
        # A page says more surely than a feed who wrote it and where it stands.
        found = replace(
            source,
            stream=io.BytesIO(page.body),
            charset=page.charset,
            hints=replace(entry.facts, url=page.url),
        )
        return next(read_source(found, as_=Format.HTML), source.failure("holds no article"))


def _noted(state: FeedState, entry: str, *, is_over: bool) -> FeedState:
    """Return what is known of a feed after an entry was met; a page that fails is tried again."""
    if is_over or state.failed.count(entry) + 1 >= _MOST_TRIES:
        failed = tuple(name for name in state.failed if name != entry)
        return replace(state, seen=(*state.seen, entry)[-_ENTRIES_KEPT:], failed=failed)
    # Without its version the feed comes whole next time, though nothing in it is new.
    failed = (*state.failed, entry)[-_ENTRIES_KEPT:]
    return replace(state, failed=failed, etag=None, modified=None)


def _conditions(state: FeedState) -> dict[str, str]:
    told = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
    return {name: value for name, value in told.items() if value}


def _seconds(told: str | None) -> float:
    """Return how long a server wants to be left alone; an hour where it gives a date or nothing."""
    is_number = told is not None and told.strip().isdecimal() and len(told) < 12
    return min(float(told or 0) if is_number else 3600.0, _LONGEST_WAIT_S)


def _entries(data: bytes) -> list[Entry]:
    name = sniff(data[:65_536])
    if name == Format.FEED:
        return entries(data)
    if name == Format.JSON_FEED:
        return json_entries(data)
    raise FormatError(f"is no feed but {name.upper()}")


def _failure(uri: str, reason: str) -> Failure:
    return Source(uri=uri, stream=io.BytesIO(), given=Facts()).failure(reason)
