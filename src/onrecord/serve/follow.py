"""``onrecord follow``: what is new in some feeds goes on record, round after round."""

import argparse
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

import onrecord
from onrecord.errors import TableError
from onrecord.ingest.fetch import Fetcher
from onrecord.ingest.follow import FeedState, Follower
from onrecord.ingest.robots import PoliteFetcher
from onrecord.serve.record import report
from onrecord.types import Article, Failure

__all__ = ["follow"]


def follow(given: argparse.Namespace) -> int:
    """Follow until interrupted; return 1 where something could not be had."""
    place = given.state or _beside(given.to)
    fetcher = PoliteFetcher(fetcher=Fetcher(is_private_allowed=given.allow_private))
    follower = Follower(fetcher=fetcher, states=_states(place))
    rounds = 1 if given.once else None
    with onrecord.open(given.to) as archive:
        reader = onrecord.Reader.load(people=given.people)
        new = follower.follow(given.feeds, every_s=given.every, rounds=rounds)
        return report(archive.add(_kept(new, follower, place), reader), None)


def _kept(
    new: Iterator[Article | Failure], follower: Follower, place: Path
) -> Iterator[Article | Failure]:
    """Yield what is new, and keep what was met once it is on record."""
    try:
        for found in new:
            yield found
            _keep(place, follower.states)
    finally:
        _keep(place, follower.states)


def _beside(record: str) -> Path:
    # A server's record has no file to lie beside.
    return Path("onrecord.feeds.json" if "://" in record else f"{record}.feeds.json")


def _states(place: Path) -> dict[str, FeedState]:
    """Return what is known of feeds from before.

    Raises:
        TableError: If the file is none that was written here.
    """
    if not place.exists():
        return {}
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        return {feed: _state(values) for feed, values in told.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise TableError(f"{place}: tells nothing of feeds: {error}: move it away") from error


def _state(values: Mapping[str, object]) -> FeedState:
    lists = {name: tuple(one) for name, one in values.items() if isinstance(one, list)}
    return FeedState(**{**values, **lists})  # type: ignore[arg-type]


def _keep(place: Path, states: Mapping[str, FeedState]) -> None:
    """Write what is known, whole or not at all."""
    half = place.with_name(f"{place.name}.{os.getpid()}")
    half.write_text(json.dumps({feed: asdict(one) for feed, one in states.items()}))
    half.replace(place)
