"""Acts and attitudes that readers marked, mostly where the cue does not tell them.

Attributions of PolNeAR's train articles, of the unmarked articles as our own network found
them (a place that it no longer finds counts for nothing), and of those written for this
(`onrecord_lab.written`); most have a neutral cue ("said", "told", "according to"). One reading
each; kept as places, since the first texts may not be handed on.
"""

import csv
import zlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from onrecord.types import Act, Attitude

Marked = Mapping[tuple[str, int, int], tuple[Act, Attitude]]
# One article in so many is kept from the network, to learn on how much to trust it.
_APART = 5


def marked_acts() -> Marked:
    """Return what the network learns from.

    Act and attitude by article, start of the cue and start of the content.
    """
    return {place: said for place, said in _all().items() if not is_apart(place[0])}


def marked_apart() -> Marked:
    """Return the marks of the articles that are kept from the network, in the same way."""
    return {place: said for place, said in _all().items() if is_apart(place[0])}


def is_apart(article: str) -> bool:
    """Say whether an article is kept from the network, so that it says there what it would."""
    return zlib.crc32(article.encode()) % _APART == 0


@cache
def _all() -> Marked:
    table = files("onrecord_lab") / "marks" / "acts.tsv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return {
        (row["article"], int(row["cue"]), int(row["content"])): (
            Act(row["act"]),
            Attitude(row["attitude"]),
        )
        for row in rows
    }
