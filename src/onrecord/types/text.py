"""The text as it was published, and places in it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.errors import MetadataError, SpanError, TextError
from onrecord.types.ids import article_id

__all__ = ["Article", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of Unicode code points of one text.

    >>> span = Span(3, 7)
    >>> len(span), Span(4, 5) in span
    (4, True)

    Attributes:
        start: First code point, 0 or more.
        end: First code point after the range, more than ``start``.

    Raises:
        SpanError: If the two make no range, or an empty one.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(
                f"span [{self.start}, {self.end}) is empty or outside any text: "
                "wanted 0 <= start < end; leave out a span that holds no words"
            )

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Say whether the two have a code point in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: the text, never altered, and what is known around it.

    >>> article = Article(text="“It rains,” she said.")
    >>> article[Span(0, 11)]
    '“It rains,”'

    Attributes:
        text: As published. Every offset in the system points into it.
        uri: Where it was read from: a file's path, an address.
        title: The headline.
        published: A date, or a datetime that knows its timezone.
        byline: Who wrote it, as the outlet names them.
        dateline: The place it was reported from: ``LONDON``.
        outlet: Who published it.
        url: Its public address.
        language: A BCP 47 tag: ``en``, ``en-GB``.
        credits: Photo credits and the like, which are not body text.
        version: Which version of a wire item this is, as its agency counts.
        embargo: Not to be published before.
        body: The parts of the text that are the article itself, without
            header, credits and dateline; in order, none overlapping. When
            left empty, the whole text.
        id: Made from text, outlet and url (see `onrecord.types.ids`).

    Raises:
        TextError: If the text holds a lone surrogate.
        SpanError: If ``body`` leaves the text or is out of order.
        MetadataError: If ``published`` or ``embargo`` is a datetime without a timezone.
    """

    text: str = field(repr=False)
    uri: str | None = None
    title: str | None = None
    published: datetime.date | datetime.datetime | None = None
    byline: str | None = None
    dateline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()
    version: str | None = None
    embargo: datetime.datetime | None = None
    body: tuple[Span, ...] = field(default=(), repr=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        _refuse_lone_surrogates(self.text)
        _refuse_naive_datetime(self.published)
        _refuse_naive_datetime(self.embargo)
        if self.text and not self.body:
            object.__setattr__(self, "body", (Span(0, len(self.text)),))
        _refuse_disorder(self.body, len(self.text))
        object.__setattr__(self, "id", article_id(self.text, outlet=self.outlet, url=self.url))

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def words(self, spans: Iterable[Span]) -> str:
        """Return the words of some spans, in the order given.

        >>> article = Article(text="“A,” she said. “B.”")
        >>> article.words([Span(0, 4), Span(15, 19)])
        '“A,” … “B.”'
        """
        return " … ".join(self[span] for span in spans)


def _refuse_lone_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise TextError(
            f"text holds a lone surrogate, U+{ord(text[error.start]):04X}, at {error.start}: "
            "wanted Unicode text; decode the bytes again without errors='surrogateescape'"
        ) from error


def _refuse_naive_datetime(published: datetime.date | None) -> None:
    if isinstance(published, datetime.datetime) and published.utcoffset() is None:
        raise MetadataError(
            f"the date is {published.isoformat()} without a timezone: "
            "wanted a date or an aware datetime; give it a tzinfo or call .date()"
        )


def _refuse_disorder(body: tuple[Span, ...], size: int) -> None:
    free_from = 0
    for span in body:
        if span.start < free_from or span.end > size:
            raise SpanError(
                f"body part [{span.start}, {span.end}) overlaps the one before or leaves "
                f"the text of {size} code points: wanted parts in order and inside the text"
            )
        free_from = span.end
