"""A statement as a card shows it: words, who, when, where and how, by whom published."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from onrecord.serve.desk.wording import one_line
from onrecord.serve.ways import lent
from onrecord.types import Article, Aside, Basis, Entry, Field, Ground, SourceType

__all__ = ["NOBODY", "Badge", "Card", "card", "headline", "speaker_page"]

_NAMED = (SourceType.NAMED_PERSON, SourceType.NAMED_ORGANISATION, SourceType.DOCUMENT)
NOBODY = "source not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What the reporter adds, in the outlet's own voice."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is shown of one statement.

    Attributes:
        id: The statement's.
        pieces: The content, cut out of the article.
        who: The speaker, or else the source's own words.
        page: Address of the speaker's page; None where nobody is named.
        mention: The source as written, where it does not hold the name.
        role: Their role in this article.
        type: What kind of source.
        when: When it was said, or else published.
        is_dated: Whether ``when`` is when it was said.
        lent: How likely that is if the passage lends it: " (context, 83%)"; else empty.
        ways: Channel, place, occasion, addressee: label and words.
        act: What is done by saying it, with whether it was said.
        kind: Direct, indirect or mixed.
        badges: The reporter's asides.
        percent: Confidence.
        article: Address of its place in the article.
        headline: The article's title.
        outlet: Who published it.
        states: Corrected, rejected, no longer current; by whom it was confirmed.
    """

    id: str
    pieces: tuple[str, ...]
    who: str
    page: str | None
    mention: str | None
    role: str | None
    type: str | None
    when: str
    is_dated: bool
    lent: str
    ways: tuple[tuple[str, str], ...]
    act: str | None
    kind: str
    badges: tuple[Badge, ...]
    percent: int
    article: str
    headline: str
    outlet: str | None
    states: tuple[str, ...]


def card(entry: Entry) -> Card:
    """Return a statement's card, corrections applied."""
    article, statement = entry.article, entry.statement
    source = one_line(article.words(statement.source))
    said = entry.value(Field.SAID_AT)
    name = entry.speaker
    return Card(
        id=statement.id,
        pieces=tuple(article[span] for span in statement.content),
        who=one_line(name or source or NOBODY),
        page=speaker_page(name) if name and entry.type in (None, *_NAMED) else None,
        mention=source
        if source and name and one_line(name).casefold() not in source.casefold()
        else None,
        role=entry.value(Field.TITLE),
        type=str(entry.type) if entry.type else None,
        when=said or (f"{article.published:%Y-%m-%d}" if article.published else ""),
        is_dated=said is not None,
        lent=_lent_day(entry),
        ways=tuple(_ways(entry)),
        act=_act(entry),
        kind=str(statement.kind),
        badges=tuple(_badge(entry, aside) for aside in statement.asides),
        percent=round(statement.confidence * 100),
        article=f"/article/{article.id}#{statement.id}",
        headline=headline(article),
        outlet=article.outlet,
        states=tuple(_states(entry)),
    )


def headline(article: Article) -> str:
    """Return an article's title, or else how its text begins.

    >>> headline(Article(text="It rains."))
    'It rains.'
    """
    if article.title:
        return one_line(article.title)
    start = article.body[0].start if article.body else 0
    return textwrap.shorten(article.text[start : start + 500], 70, placeholder=" …") or article.id


def speaker_page(name: str) -> str:
    """Return the address of a speaker's page."""
    return f"/speaker/{quote(name, safe='')}"


def _badge(entry: Entry, aside: Aside) -> Badge:
    return Badge(kind=str(aside.kind), words=one_line(entry.article[aside.span]))


def _lent_day(entry: Entry) -> str:
    time = entry.said_at
    return "" if time is None else lent(time.confidence, is_lent=time.basis is Basis.CONTEXT)


def _ways(entry: Entry) -> Iterator[tuple[str, str]]:
    channel = entry.value(Field.CHANNEL)
    if channel:
        found = entry.channel
        named = f"{channel} ({found.name})" if found and found.name else channel
        is_lent = found is not None and found.ground is Ground.CONTEXT
        yield "by", named + lent(found.confidence if found else None, is_lent=is_lent)
    for label, field in (
        ("in", Field.PLACE),
        ("at", Field.OCCASION),
        ("to", Field.ADDRESSEE),
        ("for", Field.SPEAKS_FOR),
    ):
        if words := entry.value(field):
            yield label, one_line(words)


def _act(entry: Entry) -> str | None:
    act = entry.value(Field.ACT)
    if entry.statement.negated:
        return f"not said: {act}" if act else "not said"
    if entry.statement.hypothetical:
        return f"would {act}" if act else "hypothetical"
    return act


def _states(entry: Entry) -> Iterator[str]:
    if entry.corrected:
        yield "corrected"
    if entry.confirmed:
        last = entry.confirmed[-1]
        names = dict.fromkeys(one_line(one.by) for one in entry.confirmed)
        yield f"confirmed by {', '.join(names)}, {last.at:%Y-%m-%d}"
    if entry.is_rejected:
        yield "rejected"
    if not entry.is_current:
        yield "no longer current"
