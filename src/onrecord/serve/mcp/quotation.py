"""A statement as a language model may quote it: words, places and source, nothing to guess."""

from typing import Self

from pydantic import BaseModel, ConfigDict

from onrecord.ask import Passage
from onrecord.types import Article, Entry, Field, Span

__all__ = ["ArticleCited", "Evidence", "Piece", "Quotation", "pieces"]

# A paragraph has about 500 characters; no answer may fill a model's window.
_MOST_QUOTED = 2_000
_MOST_OF_PASSAGE = 8_000


class Shape(BaseModel):
    """Every key is always there."""

    model_config = ConfigDict(use_attribute_docstrings=True)


class ArticleCited(Shape):
    """Where the words were published. Cite it with every quotation."""

    id: str
    uri: str | None
    """The file or address that it was read from."""
    url: str | None
    """Its public address; null where none is known: then there is no link to give."""
    title: str | None
    outlet: str | None
    published: str | None

    @classmethod
    def of(cls, article: Article) -> Self:
        """Return what is cited of an article."""
        return cls(
            id=article.id,
            uri=article.uri,
            url=article.url,
            title=article.title,
            outlet=article.outlet,
            published=article.published.isoformat() if article.published else None,
        )


class Piece(Shape):
    """Words exactly as published: `words` is the article's text from `start` to `end`."""

    words: str
    start: int
    """First Unicode code point."""
    end: int
    """The code point after the last."""


class Remark(Piece):
    """What the reporter adds in the outlet's own voice; never the speaker's words."""

    kind: str


class Dated(Shape):
    """When it was said, as an interval, and how that is known."""

    start: str | None
    """First day or moment, ISO 8601."""
    end: str | None
    """First day or moment after it."""
    grain: str | None
    basis: str
    """"stated": by words beside it; "context": carried over from before; "published": nothing
    tells, but it was said before the article was published."""
    confidence: float | None
    """0 to 1, where it is carried over and how likely that is was reckoned."""
    words: Piece | None
    """The article's words for it."""

    @classmethod
    def of(cls, entry: Entry) -> Self | None:
        """Return when it was said as the article tells it; None where a person corrected that."""
        said = entry.said_at
        if said is None:
            return None
        return cls(
            start=said.start.isoformat() if said.start else None,
            end=said.end.isoformat() if said.end else None,
            grain=str(said.grain) if said.grain else None,
            basis=str(said.basis),
            confidence=said.confidence,
            words=_piece(entry.article, said.span) if said.span else None,
        )


class Quotation(Shape):
    """One statement: who put what on record, where it was published.

    Only `kind` "direct" is the speaker's own words throughout; "indirect" is
    the reporter's account of them, "mixed" is both. Null means: not known.
    """

    statement: str
    """Id, for `get_evidence`."""
    pieces: list[Piece]
    """What was said, word for word as published, quotation marks included."""
    is_whole: bool
    """False where the words were too many and these are only the first."""
    kind: str
    speaker: str | None
    """Who it is, by name; null where nobody is named or it is not known who is meant."""
    source_words: str | None
    """The words that name who said it: a pronoun, a role."""
    cue_words: str | None
    title: str | None
    source_type: str | None
    said_at: str | None
    """When it was said; where null, not later than the article's publication."""
    when: Dated | None
    """The same as an interval; null where nobody looked for it, or a person corrected it."""
    channel: str | None
    """How it reached the public."""
    channel_name: str | None
    channel_confidence: float | None
    """0 to 1, where the channel is carried over and how likely that is was reckoned."""
    place: str | None
    """Where it was said, in the article's words, as are the next three."""
    occasion: str | None
    addressee: str | None
    speaks_for: str | None
    act: str | None
    """What is done by saying it."""
    attitude: str | None
    """"assertion": put in words; "belief": thought; "fact": known; "eventuality": wanted or
    planned."""
    negated: bool
    """The text says that it was not said."""
    hypothetical: bool
    asides: list[Remark]
    confidence: float
    """How sure it is that this is a statement with this source, 0-1."""
    is_corrected: bool
    """A person corrected what the program found; these are the corrected values."""
    confirmed_by: list[str]
    """People who looked at it and found all of it right, as it stands now."""
    article: ArticleCited

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Return a statement to be quoted."""
        article, statement = entry.article, entry.statement
        shown, is_whole = pieces(article, statement.content, _MOST_QUOTED)
        return cls(
            statement=statement.id,
            pieces=shown,
            is_whole=is_whole,
            kind=statement.kind,
            speaker=entry.speaker,
            source_words=_short(article.words(statement.source)),
            cue_words=_short(article.words(statement.cue)),
            title=entry.value(Field.TITLE),
            source_type=str(entry.type) if entry.type else None,
            said_at=entry.value(Field.SAID_AT),
            when=Dated.of(entry),
            channel=entry.value(Field.CHANNEL),
            channel_name=entry.channel.name if entry.channel else None,
            channel_confidence=entry.channel.confidence if entry.channel else None,
            place=entry.value(Field.PLACE),
            occasion=entry.value(Field.OCCASION),
            addressee=entry.value(Field.ADDRESSEE),
            speaks_for=entry.value(Field.SPEAKS_FOR),
            act=entry.value(Field.ACT),
            attitude=entry.value(Field.ATTITUDE),
            negated=statement.negated,
            hypothetical=statement.hypothetical,
            asides=[_remark(article, one.span, one.kind) for one in statement.asides],
            confidence=round(statement.confidence, 4),
            is_corrected=bool(entry.corrected),
            confirmed_by=list(dict.fromkeys(one.by for one in entry.confirmed)),
            article=ArticleCited.of(article),
        )


class Evidence(Shape):
    """A statement and the passage of the article that it stands in."""

    quotation: Quotation
    passage: Piece
    """The paragraphs around it, word for word."""
    passage_is_whole: bool
    paragraph: int
    """Number of the first one, from 1."""
    revision: int
    """Which text of the article this is, from 1."""
    is_current: bool
    """False where the article was changed since, or read anew without finding it."""
    is_rejected: bool
    """A person said that this is no statement: do not quote it as one."""

    @classmethod
    def of(cls, found: Passage) -> Self:
        """Return a statement with its passage."""
        entry = found.entry
        span = Span(found.start, found.start + len(found.text))
        (passage,), is_whole = pieces(entry.article, (span,), _MOST_OF_PASSAGE)
        return cls(
            quotation=Quotation.of(entry),
            passage=passage,
            passage_is_whole=is_whole,
            paragraph=found.paragraph,
            revision=entry.revision,
            is_current=entry.is_current,
            is_rejected=entry.is_rejected,
        )


def pieces(article: Article, spans: tuple[Span, ...], most: int) -> tuple[list[Piece], bool]:
    """Return words with their places, cut after so many; and whether they are all."""
    shown: list[Piece] = []
    left = most
    for span in spans:
        end = min(span.end, span.start + left)
        if end > span.start:
            shown.append(Piece(words=article.text[span.start : end], start=span.start, end=end))
        left -= end - span.start
    return shown, sum(map(len, spans)) <= most


def _piece(article: Article, span: Span) -> Piece:
    return Piece(words=article[span], start=span.start, end=span.end)


def _remark(article: Article, span: Span, kind: str) -> Remark:
    return Remark(kind=kind, words=article[span], start=span.start, end=span.end)


def _short(words: str) -> str | None:
    return words[:_MOST_QUOTED] or None
