"""Articles of many kinds, written for this project, with the statements in them.

Five language models wrote and marked them: courts, councils, business, wars, sport, science,
interviews and more, of many countries. Their acts and settings are in ``marks/`` as all others
are; their names hold their days of publication.
"""

import json
from collections.abc import Iterator, Sequence
from importlib.resources import files

from onrecord.types import Span
from onrecord_lab.polnear import SILVER, GoldArticle, GoldStatement


def written_articles() -> Iterator[GoldArticle]:
    """Yield the articles. Their statements are cut after no corpus's rules, so they are silver."""
    table = files("onrecord_lab") / "marks" / "written.jsonl"
    for line in table.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield GoldArticle(
            name=record["name"],
            annotator=SILVER,
            text=record["text"],
            statements=tuple(
                GoldStatement(**{role: _spans(places) for role, places in one.items()})
                for one in record["statements"]
            ),
        )


def _spans(places: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in places)
