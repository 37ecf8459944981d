"""schema.org: an article as `NewsArticle`, its statements as `Quotation` and `Claim` parts.

Words in quotation marks are a `Quotation`; what the article puts in words of
its own is a `Claim`, with the article as its `appearance`; what is quoted in
part is both. Statements that the text says were not made, or would be, have no
place in the vocabulary and are left out, as are wishes and plans that nobody
is quoted with. `claimInterpreter` is for whoever reads a claim out of a
picture, and so is not used; the one who makes it is its `author`.
"""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.export.line import json_line, on_one_line
from onrecord.export.said_at import said_at
from onrecord.types import (
    Article,
    Attitude,
    Channel,
    How,
    Kind,
    SourceType,
    Speaker,
    Statement,
)

__all__ = ["schema_org"]

_OURS = "urn:onrecord:"
_TYPES: Mapping[Kind, object] = {
    Kind.DIRECT: "Quotation",
    Kind.MIXED: ["Quotation", "Claim"],
    Kind.INDIRECT: "Claim",
}
_PERSONS = (SourceType.NAMED_PERSON, SourceType.ANONYMOUS, SourceType.UNNAMED_PERSON)

_Object = dict[str, object]


def schema_org(article: Article, statements: Sequence[Statement]) -> str:
    """Return an article with its statements as one line of JSON-LD, without the line's end.

    >>> schema_org(Article(text="It rains.", title="Rain"), [])[:60]
    '{"@context": "https://schema.org", "@type": "NewsArticle", "'

    Args:
        article: The article that the statements were found in.
        statements: In the order wanted.
    """
    told = [statement for statement in statements if _is_claimed(statement)]
    ids = {statement.id for statement in told}
    parts = [_part(article, statement, ids) for statement in told]
    fields: _Object = {"@context": "https://schema.org", "@type": "NewsArticle"}
    return json_line({**fields, **_kept({**_article(article), "hasPart": parts})})


def _is_claimed(statement: Statement) -> bool:
    if statement.negated or statement.hypothetical:
        return False
    return statement.kind is not Kind.INDIRECT or statement.attitude is not Attitude.EVENTUALITY


def _article(article: Article) -> _Object:
    return {
        "@id": f"{_OURS}{article.id}",
        "identifier": article.id,
        "url": article.url,
        "headline": article.title,
        "datePublished": article.published.isoformat() if article.published else None,
        "publisher": _named("Organization", article.outlet),
        "author": _named("Person", article.byline),
        "dateline": article.dateline,
        "inLanguage": article.language,
    }


def _part(article: Article, statement: Statement, ids: set[str]) -> _Object:
    whole = {"@id": f"{_OURS}{article.id}"}
    parent = statement.parent if statement.parent in ids else None
    is_claim = statement.kind is not Kind.DIRECT
    fields = {
        "@type": _TYPES[statement.kind],
        "@id": f"{_OURS}{statement.id}",
        "identifier": statement.id,
        "text": article.words(statement.content),
        "isPartOf": [whole, {"@id": f"{_OURS}{parent}"}] if parent else whole,
        "appearance": whole if is_claim else None,
        "creditText": article.words(statement.source),
        **_speaker(article, statement),
        **_setting(article, statement),
        "keywords": statement.act and statement.act.value,
        "comment": list(_comments(article, statement)),
    }
    return _kept(fields)


def _speaker(article: Article, statement: Statement) -> _Object:
    """Return who said it, under each name that the part's types have for that."""
    speaker = statement.speaker
    if speaker is None:
        return {}
    if speaker.type is SourceType.DOCUMENT:
        return {"isBasedOn": _named("CreativeWork", _name(article, statement, speaker))}
    agent = _agent(article, statement, speaker)
    return {
        "creator": agent,
        "spokenByCharacter": agent if statement.kind is not Kind.INDIRECT else None,
        "author": agent if statement.kind is not Kind.DIRECT else None,
    }


def _agent(article: Article, statement: Statement, speaker: Speaker) -> _Object | None:
    """Return a person or organisation; None for a group, for which there is no type."""
    known = speaker.known
    shared = {
        "name": on_one_line(article, speaker.name),
        "identifier": known.id if known else None,
        "alternateName": known.name if known else None,
    }
    if speaker.type is SourceType.NAMED_ORGANISATION:
        return _kept({"@type": "Organization", **shared})
    if speaker.type not in _PERSONS:
        return None
    return _kept(
        {
            "@type": "Person",
            **shared,
            "description": None if speaker.name else _name(article, statement, speaker),
            "jobTitle": on_one_line(article, speaker.title),
            "affiliation": _named("Organization", on_one_line(article, speaker.speaks_for)),
        }
    )


def _name(article: Article, statement: Statement, speaker: Speaker) -> str | None:
    return on_one_line(article, speaker.name) or article.words(statement.source) or None


def _setting(article: Article, statement: Statement) -> _Object:
    how = statement.how or How()
    when = said_at(statement)
    place = on_one_line(article, how.place.span) if how.place else None
    occasion = on_one_line(article, how.occasion.span) if how.occasion else None
    addressee = on_one_line(article, how.addressee.span) if how.addressee else None
    return {
        "dateCreated": when.start if when else None,
        "locationCreated": _named("Place", place),
        "recordedAt": _named("Event", occasion),
        "audience": _named("Audience", addressee),
        "publication": _publication(how.channel) if how.channel else None,
    }


def _publication(channel: Channel) -> _Object:
    event = {"@type": "PublicationEvent", "name": channel.name, "description": channel.kind.value}
    return _kept(event)


def _comments(article: Article, statement: Statement) -> Iterator[_Object]:
    """Yield what the outlet adds: a claim must not travel without "falsely"."""
    for aside in statement.asides:
        comment = {"@type": "Comment", "text": article[aside.span], "keywords": aside.kind.value}
        yield _kept({**comment, "author": _named("Organization", article.outlet)})


def _named(kind: str, name: str | None) -> _Object | None:
    return {"@type": kind, "name": name} if name else None


def _kept(fields: Mapping[str, object]) -> _Object:
    """Return the fields that hold something; an absent one is how JSON-LD says unknown."""
    return {key: value for key, value in fields.items() if value not in (None, "", [])}
