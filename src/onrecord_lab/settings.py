"""When, how and to whom statements were made, marked by readers.

Statements of PolNeAR's train articles, of the unmarked articles as our own network found
them, and of those written for this (`onrecord_lab.written`): 17,000 and more, one reading each,
kept as places, since the first texts may not be handed on.
Readers followed passages: a debate, a speech, an interview that plainly goes on lends what it is.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.types import Basis, ChannelKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSetting:
    """One statement's; what nothing tells is None.

    Attributes:
        cue: Start of its cue.
        content: Start of its content.
        channel: By which it reached the public.
        channel_words: What tells the channel, wherever that stands.
        said_at: When it was said, as TIMEX3.
        basis: What tells that.
        addressee: To whom it was said.
    """

    cue: int
    content: int
    channel: ChannelKind | None
    channel_words: Span | None
    said_at: str | None
    basis: Basis
    addressee: Span | None


@cache
def marked_settings() -> Mapping[str, tuple[MarkedSetting, ...]]:
    """Return the marked statements by article."""
    table = files("onrecord_lab") / "marks" / "settings.tsv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    found: dict[str, list[MarkedSetting]] = defaultdict(list)
    article = ""
    for row in rows:
        # An article is named in the first of its rows.
        article = row["article"] or article
        found[article].append(
            MarkedSetting(
                cue=int(row["cue"]),
                content=int(row["content"]),
                channel=ChannelKind(row["channel"]) if row["channel"] else None,
                channel_words=_span(row["channel_words"]),
                said_at=row["said_at"] or None,
                basis=Basis(row["basis"] or Basis.PUBLISHED),
                addressee=_span(row["addressee"]),
            )
        )
    return {name: tuple(each) for name, each in found.items()}


def _span(text: str) -> Span | None:
    start, _, end = text.partition("-")
    return Span(int(start), int(end)) if end else None
