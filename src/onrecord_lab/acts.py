"""Acts and attitudes that people marked, where the cue does not tell them.

2,400 attributions of PolNeAR's train articles whose cue is neutral ("said", "told", "according
to"), marked by four readers, one reading each; kept as places, since the texts may not be
handed on.
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
