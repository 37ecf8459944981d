"""JSON lines back to the values that they were made of, equal in every field.

Lines of versions before the key ``exact`` are read as well: then confidences
come back with four decimals.
"""

import datetime
import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from onrecord.errors import LineError
from onrecord.export import said_at
from onrecord.types import (
    Act,
    Addressee,
    Article,
    Aside,
    AsideKind,
    Attitude,
    Channel,
    ChannelKind,
    Ground,
    How,
    Kind,
    Known,
    MadeBy,
    MentionKind,
    Occasion,
    Place,
    SourceType,
    Span,
    Speaker,
    Statement,
)

__all__ = ["restore", "restore_article", "restore_statement"]

_T = TypeVar("_T")
_Fields = Mapping[str, Any]


def restore(
    articles: Iterable[str], statements: Iterable[str]
) -> Iterator[tuple[Article, tuple[Statement, ...]]]:
    """Yield each article with its statements, holding one article at a time.

    Args:
        articles: Lines of `article_line`.
        statements: Lines of `statement_line`, each article's together and in
            the articles' order, as one run over the same files writes them.

    Raises:
        LineError: If a line cannot be read, or belongs to none of the articles.
    """
    groups = itertools.groupby(statements, key=_article_id)
    id_, lines = next(groups, (None, iter(())))
    for line in articles:
        article = restore_article(line)
        found: tuple[Statement, ...] = ()
        if id_ == article.id:
            found = tuple(restore_statement(article, one) for one in lines)
            id_, lines = next(groups, (None, iter(())))
        yield article, found
    if id_ is not None:
        raise LineError(f"no article {id_} at its place: wanted both files of one run, in order")


def restore_article(line: str) -> Article:
    """Return the article of a line of `article_line`.

    >>> from onrecord.export import article_line
    >>> restore_article(article_line(Article(text="It rains.", title="Rain"))).title
    'Rain'

    Raises:
        LineError: If there is none, or its text, outlet or url were altered.
    """
    article, id_ = _told(line, "article", lambda fields: (_article(fields), fields["id"]))
    if article.id != id_:
        raise LineError(
            f"article {id_} has the text, outlet and url of {article.id}: "
            "wanted them as they were written; take the line from the file of that run"
        )
    return article


def restore_statement(article: Article, line: str) -> Statement:
    """Return the statement of a line of `statement_line`.

    Args:
        article: The article that the statement was found in.
        line: Without or with the line's end.

    Raises:
        LineError: If there is none, or it is another article's.
    """
    if (id_ := _article_id(line)) != article.id:
        raise LineError(f"statement is of article {id_}, not {article.id}: give its own article")
    statement = _told(line, "statement", _statement)
    end = max(span.end for span in _spans_of(statement))
    if end > len(article.text):
        raise LineError(f"statement {statement.id} ends at {end}, behind the text's end")
    return statement


def _told(line: str, what: str, make: Callable[[_Fields], _T]) -> _T:
    try:
        return make(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LineError(
            f"line {line[:40]!r}… holds no {what}: {error!r}; see docs/reference/json.md"
        ) from error


def _article_id(line: str) -> str:
    return _told(line, "statement", lambda fields: str(fields["article"]["id"]))


def _article(fields: _Fields) -> Article:
    return Article(
        text=fields["text"],
        uri=fields["uri"],
        title=fields["title"],
        published=_published(fields["published"]),
        byline=fields["byline"],
        dateline=fields["dateline"],
        outlet=fields["outlet"],
        url=fields["url"],
        language=fields["language"],
        credits=tuple(fields["credits"]),
        version=fields.get("version"),
        embargo=_maybe(fields.get("embargo"), datetime.datetime.fromisoformat),
        body=_spans(fields["body"]),
    )


def _published(value: str | None) -> datetime.date | datetime.datetime | None:
    if value is None:
        return None
    is_day = len(value) == len("2025-03-03")
    kind = datetime.date if is_day else datetime.datetime
    return kind.fromisoformat(value)


def _statement(fields: _Fields) -> Statement:
    exact = fields.get("exact", {})
    return Statement(
        id=fields["id"],
        article_id=fields["article"]["id"],
        kind=Kind(fields["kind"]),
        content=_spans(fields["content"]),
        source=_spans(fields["source"]),
        cue=_spans(fields["cue"]),
        parent=fields["parent"],
        speaker=_maybe(fields["speaker"], lambda one: _speaker(one, exact)),
        attitude=_maybe(fields["attitude"], Attitude),
        act=_maybe(fields["act"], Act),
        negated=exact.get("negated", bool(fields["negated"])),
        hypothetical=exact.get("hypothetical", bool(fields["hypothetical"])),
        how=_how(fields, exact),
        asides=tuple(_aside(fields["id"], one) for one in fields["asides"]),
        confidence=exact.get("confidence", fields["confidence"]),
        made_by=MadeBy(**fields["made_by"]),
        **said_at.restored(fields["said_at"]),
    )


def _speaker(fields: _Fields, exact: _Fields) -> Speaker:
    places = fields["spans"]
    return Speaker(
        mention=MentionKind(fields["mention"]),
        name=_maybe(places["name"], _span),
        type=_maybe(fields["type"], SourceType),
        title=_maybe(places["title"], _span),
        speaks_for=_maybe(places["speaks_for"], _span),
        standing=_spans(fields["standing"]),
        confidence=exact.get("speaker_confidence", fields["confidence"]),
        known=_maybe(fields["known"], lambda known: Known(**known)),
    )


def _how(fields: _Fields, exact: _Fields) -> How | None:
    how = How(
        channel=_maybe(fields["channel"], _channel),
        place=_maybe(fields["place"], lambda one: Place(**_circumstance(one))),
        occasion=_maybe(fields["occasion"], lambda one: Occasion(**_circumstance(one))),
        addressee=_maybe(fields["addressee"], lambda one: Addressee(**_circumstance(one))),
    )
    return how if exact.get("has_how", how != How()) else None


def _channel(fields: _Fields) -> Channel:
    kind, name = ChannelKind(fields["kind"]), fields["name"]
    sure = fields.get("confidence")
    return Channel(kind=kind, name=name, confidence=sure, **_circumstance(fields))


def _circumstance(fields: _Fields) -> dict[str, Any]:
    (span,) = _spans(fields["span"])
    return {"span": span, "ground": Ground(fields["basis"])}


def _aside(statement: str, fields: _Fields) -> Aside:
    (span,) = _spans(fields["span"])
    return Aside(statement=statement, kind=AsideKind(fields["kind"]), span=span)


def _maybe(value: Any, make: Callable[[Any], _T]) -> _T | None:  # noqa: ANN401 - JSON's
    return None if value is None else make(value)


def _spans(places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(_span(place) for place in places)


def _span(place: tuple[int, int]) -> Span:
    start, end = place
    return Span(start, end)


def _spans_of(statement: Statement) -> Iterator[Span]:
    yield from (*statement.content, *statement.source, *statement.cue)
    yield from (aside.span for aside in statement.asides)
    if speaker := statement.speaker:
        yield from filter(None, (speaker.name, speaker.title, speaker.speaks_for))
        yield from speaker.standing
    if how := statement.how:
        settings = (how.channel, how.place, how.occasion, how.addressee)
        yield from (one.span for one in settings if one)
