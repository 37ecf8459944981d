"""Numbers as drawings: places in a picture; words and tables stand beside it, in the page."""

import datetime
import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from onrecord.ask import Count
from onrecord.serve.desk.cards import NOBODY, Card, card
from onrecord.types import Entry

__all__ = ["Bar", "Chart", "Dot", "Lane", "Lanes", "Line", "bars", "lanes"]

WIDTH = 720
HEIGHT = 96
# More bars than this are finer than an eye, or a finger, tells apart.
_MOST_BARS = 60
_MOST_LANES = 12
_GAP = 0.15
_WIDEST_BAR = 48.0
_LANE_HEIGHT = 24
_LONGEST_LABEL = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One month or year.

    Attributes:
        label: ``2025-03`` or ``2025``.
        statements: How many.
        query: What narrows a search to it.
        x, y, width, height: Its place in the picture.
    """

    label: str
    statements: int
    query: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Statements over time.

    Attributes:
        bars: With something in them, in order.
        unit: ``month`` or ``year``.
        most: The most of one bar.
        undated: Statements without any date.
    """

    bars: tuple[Bar, ...]
    unit: str
    most: int
    undated: int
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """All that was said on one day; the more, the larger.

    Attributes:
        x: Its place in the picture.
        radius: Its size.
        label: The day and how many, or the words where it is one statement.
        link: The passage of the only statement, or the day's first line in the list.
    """

    x: float
    radius: float
    label: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A statement in a lane's list.

    Attributes:
        card: What is shown of it.
        mark: Where its day begins, for the day's dot; None behind the first of a day.
    """

    card: Card
    mark: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One speaker's statements in order of time."""

    who: str
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Several speakers side by side.

    Attributes:
        lanes: Those with most to say first.
        first: First day.
        last: Last day.
        others: Statements of those who have no lane, or no name.
    """

    lanes: tuple[Lane, ...]
    first: str
    last: str
    others: int
    width: int = WIDTH
    height: int = _LANE_HEIGHT


def bars(months: Sequence[Count], asked: dict[str, str]) -> Chart:
    """Return counts by month as bars, or by year where the months are too many.

    >>> chart = bars([Count(value="2025-03", statements=2)], {})
    >>> chart.bars[0].label, chart.bars[0].query
    ('2025-03', '?since=2025-03-01&until=2025-03-31')
    """
    counts = {one.value: one.statements for one in months if one.value}
    undated = sum(one.statements for one in months if not one.value)
    labels = _months(sorted(counts))
    unit = "month"
    if len(labels) > _MOST_BARS:
        unit, counts = "year", _by_year(counts)
        labels = [str(year).zfill(4) for year in range(int(min(counts)), int(max(counts)) + 1)]
    most = max(counts.values(), default=0)
    step = WIDTH / max(len(labels), 1)
    found = [
        _bar(label, counts[label], most, place * step, step, asked)
        for place, label in enumerate(labels)
        if label in counts
    ]
    return Chart(bars=tuple(found), unit=unit, most=most, undated=undated)


def lanes(entries: Sequence[Entry]) -> Lanes:
    """Return statements as lanes by speaker, placed by the day on which they were said."""
    cards = map(card, entries)
    dated = [(day, shown) for shown in cards if (day := _day(shown)) is not None]
    days = [day for day, _ in dated]
    first, last = min(days, default=0), max(days, default=0)
    by_speaker: dict[str, list[tuple[int, Card]]] = {}
    for day, shown in dated:
        if shown.who != NOBODY:
            by_speaker.setdefault(shown.who, []).append((day, shown))
    ranked = sorted(by_speaker.items(), key=lambda item: -len(item[1]))[:_MOST_LANES]
    kept = tuple(
        _lane(f"lane-{number}", who, said, (first, last))
        for number, (who, said) in enumerate(ranked, 1)
    )
    others = len(dated) - sum(len(lane.lines) for lane in kept)
    return Lanes(lanes=kept, first=_iso(first), last=_iso(last), others=others)


def _lane(name: str, who: str, said: Sequence[tuple[int, Card]], ends: tuple[int, int]) -> Lane:
    by_day: dict[int, list[Card]] = {}
    for day, shown in said:
        by_day.setdefault(day, []).append(shown)
    dots = (_dot(name, day, shown, ends) for day, shown in sorted(by_day.items()))
    lines = (
        Line(card=shown, mark=None if place else _mark(name, day))
        for day, cards in sorted(by_day.items())
        for place, shown in enumerate(cards)
    )
    return Lane(who=who, dots=tuple(dots), lines=tuple(lines))


def _dot(name: str, day: int, said: Sequence[Card], ends: tuple[int, int]) -> Dot:
    edge, span = _LANE_HEIGHT / 2, max(ends[1] - ends[0], 1)
    is_one = len(said) == 1
    words = textwrap.shorten(" … ".join(said[0].pieces), _LONGEST_LABEL, placeholder=" …")
    return Dot(
        x=round(edge + (WIDTH - 2 * edge) * (day - ends[0]) / span, 1),
        radius=round(min(edge - 1, 4 + 2 * math.sqrt(len(said))), 1),
        label=f"{_iso(day)}: {words if is_one else f'{len(said)} statements'}",
        link=said[0].article if is_one else f"#{_mark(name, day)}",
    )


def _mark(name: str, day: int) -> str:
    return f"{name}-{_iso(day)}"


def _bar(
    label: str, statements: int, most: int, x: float, step: float, asked: dict[str, str]
) -> Bar:
    height = max(2.0, HEIGHT * statements / most)
    width = min(step * (1 - _GAP), _WIDEST_BAR)
    first, last = _ends(label)
    narrowed = {**asked, "since": first, "until": last}
    return Bar(
        label=label,
        statements=statements,
        query="?" + urlencode({name: value for name, value in narrowed.items() if value}),
        x=round(x + (step - width) / 2, 2),
        y=round(HEIGHT - height, 2),
        width=round(width, 2),
        height=round(height, 2),
    )


def _months(known: Sequence[str]) -> list[str]:
    """Return all months from the first to the last."""
    if not known:
        return []
    (first, month), (last, end) = (map(int, one.split("-")) for one in (known[0], known[-1]))
    numbers = range(first * 12 + month - 1, last * 12 + end)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def _by_year(counts: dict[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for month, statements in counts.items():
        found[month[:4]] = found.get(month[:4], 0) + statements
    return found


def _ends(label: str) -> tuple[str, str]:
    if len(label) == 4:
        return f"{label}-01-01", f"{label}-12-31"
    year, month = map(int, label.split("-"))
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return f"{label}-01", (after - datetime.timedelta(days=1)).isoformat()


def _day(shown: Card) -> int | None:
    parts = [*shown.when[:10].split("/")[0].split("-"), "01", "01"][:3]
    try:
        return datetime.date(*(int(part) for part in parts)).toordinal()
    except ValueError:
        return None


def _iso(day: int) -> str:
    return datetime.date.fromordinal(day).isoformat() if day else ""
