"""Whether a page's date and authors are those that it states.

``html_gold.json`` says for each of the 181 pages which day it was published,
who wrote it, and which names other than a person's it gives as its author's
(agencies, staff, an account). A person read it off the pages: headings,
``<meta>``, JSON-LD, ``<time>`` and the lines around the headline, printed
side by side, without what any program makes of them. Rules:

- The day is that of publication, not of an update, as readers are shown it;
  where the page states the same moment in another zone, or two days, the
  other comes second. A page that states none has no ``dates``.
- ``authors`` are people, as the line at the headline names them, without
  titles; where it names none, as the page tells machines.
- ``bodies`` are right or wrong for nobody: they count neither way. ``admin``
  is nobody's name and counts as wrong.
"""

import datetime
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.types import Article

__all__ = ["FactScore", "read_gold", "report", "score_facts"]

_GOLD = Path(__file__).with_name("html_gold.json")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;|&]|\band\b|\s[-–—]\s)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """What a page states: days, people, and other names given as its author."""

    dates: tuple[str, ...]
    authors: frozenset[str]
    bodies: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactScore:
    """What was found on one page.

    Attributes:
        states_date: Whether the page states one.
        date: The day found.
        is_date_right: Whether it is one that the page states.
        states_authors: Whether the page names people as authors.
        found: The names found, bodies left out.
        right: How many of them are authors.
        wanted: How many authors there are.
    """

    states_date: bool
    date: str | None
    is_date_right: bool
    states_authors: bool
    found: tuple[str, ...]
    right: int
    wanted: int

    @property
    def is_exact(self) -> bool:
        """Whether the names are those of the authors, all and only."""
        return self.right == self.wanted == len(self.found)


def read_gold() -> dict[str, Gold]:
    """Return page's name to what it states."""
    rows = json.loads(_GOLD.read_text(encoding="utf-8"))
    return {
        name: Gold(
            dates=tuple(row["dates"]),
            authors=frozenset(map(_plain, row["authors"])),
            bodies=frozenset(map(_plain, row["bodies"])),
        )
        for name, row in rows.items()
    }


def score_facts(article: Article | None, gold: Gold) -> FactScore:
    """Return how an article's date and byline fare, none where there is no article."""
    published = article.published if article else None
    day = published.date() if isinstance(published, datetime.datetime) else published
    date = day.isoformat() if day else None
    byline = (article.byline if article else None) or ""
    whole = () if _plain(byline) in gold.bodies else _BETWEEN_NAMES.split(byline)
    names = tuple(dict.fromkeys(name for name in map(_plain, whole) if name))
    found = tuple(name for name in names if name not in gold.bodies)
    return FactScore(
        states_date=bool(gold.dates),
        date=date,
        is_date_right=date in gold.dates,
        states_authors=bool(gold.authors),
        found=found,
        right=sum(name in gold.authors for name in found),
        wanted=len(gold.authors),
    )


def _plain(name: str) -> str:
    return re.sub(r"[^\w]+", " ", name).strip().casefold()


def report(scores: Sequence[FactScore]) -> str:
    """Return the figures of some pages, in words."""
    dated = [score for score in scores if score.states_date]
    undated = [score for score in scores if not score.states_date]
    found = sum(len(score.found) for score in scores)
    right = sum(score.right for score in scores)
    nameless = [score for score in scores if not score.states_authors]
    return (
        f"  date right {sum(score.is_date_right for score in dated)} of {len(dated)}, wrong "
        f"{sum(score.date is not None and not score.is_date_right for score in dated)}, invented "
        f"{sum(score.date is not None for score in undated)} of {len(undated)}; "
        f"authors exact {sum(score.is_exact for score in scores)} of {len(scores)}, "
        f"precision {right / found if found else 1:.3f}, "
        f"recall {right / sum(score.wanted for score in scores):.3f}, invented "
        f"{sum(bool(score.found) for score in nameless)} of {len(nameless)}"
    )
