"""TimeBank and AQUAINT as values: texts, their dates, the times that people marked in them."""

import datetime
import html
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["FOLDER", "Marked", "MarkedText", "halves", "read_timebank"]

FOLDER = Path(__file__).parents[2] / "shared" / "data" / "timebank"
_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_SEED = 20251


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A time that people marked: its place, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A text, the day of its publication, and the times in it."""

    name: str
    text: str
    published: datetime.date
    times: tuple[Marked, ...]


def read_timebank(folder: Path = FOLDER) -> Iterator[MarkedText]:
    """Yield the texts in name order."""
    for path in sorted(folder.glob("*/*.tml")):
        source = path.read_text(encoding="utf-8")
        created = re.search(r"<DCT>.*?value=\"(\d{4}-\d\d-\d\d)", source, re.DOTALL)
        body = re.search(r"<TEXT>(.*)</TEXT>", source, re.DOTALL)
        if created is None or body is None:
            continue
        text, times = _plain(body.group(1))
        published = datetime.date.fromisoformat(created.group(1))
        yield MarkedText(name=path.stem, text=text, published=published, times=times)


def halves(texts: Sequence[MarkedText]) -> tuple[list[MarkedText], list[MarkedText]]:
    """Return the half to develop on, and the other one."""
    mixed = list(texts)
    random.Random(_SEED).shuffle(mixed)
    middle = len(mixed) // 2
    return mixed[:middle], mixed[middle:]


def _plain(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """Return the text without tags, and the times in it."""
    pieces: list[str] = []
    times: list[Marked] = []
    size = place = 0
    for match in _TIMEX.finditer(marked):
        for part, is_time in ((marked[place : match.start()], False), (match.group(2), True)):
            words = html.unescape(_TAG.sub("", part))
            if is_time:
                told = dict(_ATTRIBUTE.findall(match.group(1)))
                times.append(
                    Marked(
                        start=size, end=size + len(words), type=told["type"], value=told["value"]
                    )
                )
            pieces.append(words)
            size += len(words)
        place = match.end()
    pieces.append(html.unescape(_TAG.sub("", marked[place:])))
    return "".join(pieces), tuple(times)
