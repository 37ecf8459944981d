"""Acts and attitudes that readers marked, mostly where the cue does not tell them.

Attributions of PolNeAR's train articles, and of the unmarked articles as our own network found
them (a place that it no longer finds counts for nothing); most have a neutral cue ("said",
"told", "according to"). One reading each; kept as places, since the texts may not be handed on.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from onrecord.types import Act, Attitude

Marked = Mapping[tuple[str, int, int], tuple[Act, Attitude]]


@cache
def marked_acts() -> Marked:
    """Return act and attitude by article, start of the cue and start of the content."""
    table = files("onrecord_lab") / "marks" / "acts.tsv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return {
        (row["article"], int(row["cue"]), int(row["content"])): (
            Act(row["act"]),
            Attitude(row["attitude"]),
        )
        for row in rows
    }
