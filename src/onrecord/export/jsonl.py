"""JSON lines: one object a line, its shape documented in docs/reference/json.md.

Every key is always there: ``null`` or ``[]`` where nothing was found. Keys
may be added, none changes its meaning.
"""

from collections.abc import Iterable

from onrecord.export.line import json_line, on_one_line
from onrecord.export.said_at import said_at
from onrecord.types import Article, Entry, How, Span, Speaker, Statement

__all__ = ["article_line", "entry_line", "statement_line"]


def statement_line(article: Article, statement: Statement) -> str:
    """Return a statement as one line of JSON, without the line's end.

    `onrecord.export.restore_statement` is the way back.

    Args:
        article: The article that the statement was found in.
        statement: One of its statements.
    """
    return json_line(_values(article, statement))


def entry_line(entry: Entry) -> str:
    """Return a statement as it was found, as one line of JSON.

    Beside it: ``corrected``, what people gave; ``confirmed``, who found it right as it stands.
    """
    corrected = {str(field): value for field, value in entry.corrected.items()}
    confirmed = [{"by": one.by, "at": one.at.isoformat()} for one in entry.confirmed]
    return json_line(
        {
            **_values(entry.article, entry.statement),
            "corrected": corrected,
            "confirmed": confirmed,
        }
    )


def article_line(article: Article) -> str:
    """Return an article, text included, as one line of JSON, without the line's end.

    >>> article_line(Article(text="It rains."))[:30]
    '{"id": "ar1_kvivvwmvylfph7gh",'
    """
    return json_line(
        {
            **_reference(article),
            "byline": article.byline,
            "language": article.language,
            "credits": list(article.credits),
            "version": article.version,
            "embargo": article.embargo.isoformat() if article.embargo else None,
            "body": _places(article.body),
            "text": article.text,
        }
    )


def _values(article: Article, statement: Statement) -> dict[str, object]:
    return {
        "id": statement.id,
        "article": _reference(article),
        "kind": statement.kind,
        "attitude": statement.attitude,
        "source": _places(statement.source),
        "cue": _places(statement.cue),
        "content": _places(statement.content),
        "words": article.words(statement.content),
        "cue_words": article.words(statement.cue) or None,
        "source_words": article.words(statement.source) or None,
        "parent": statement.parent,
        "speaker": _speaker(article, statement.speaker),
        "said_at": when.as_json() if (when := said_at(statement)) else None,
        **_how(article, statement.how or How()),
        "act": statement.act,
        # Before acts were looked for, nobody knows.
        "negated": statement.negated if statement.act else None,
        "hypothetical": statement.hypothetical if statement.act else None,
        "asides": [
            {"kind": aside.kind, "span": _places([aside.span])} for aside in statement.asides
        ],
        "confidence": round(statement.confidence, 4),
        "made_by": {
            "onrecord": statement.made_by.onrecord,
            "weights": statement.made_by.weights,
        },
        "exact": _exact(statement),
    }


def _reference(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "uri": article.uri,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "outlet": article.outlet,
        "dateline": article.dateline,
        "url": article.url,
    }


def _exact(statement: Statement) -> dict[str, object]:
    """Return what the other keys round or leave open, so that nothing is lost on the way back."""
    speaker = statement.speaker
    return {
        "confidence": statement.confidence,
        "speaker_confidence": speaker.confidence if speaker else None,
        "negated": statement.negated,
        "hypothetical": statement.hypothetical,
        "has_how": statement.how is not None,
    }


def _speaker(article: Article, speaker: Speaker | None) -> dict[str, object] | None:
    if speaker is None:
        return None
    places = {"name": speaker.name, "title": speaker.title, "speaks_for": speaker.speaks_for}
    known = speaker.known
    return {
        "name": on_one_line(article, speaker.name),
        "type": speaker.type,
        "title": on_one_line(article, speaker.title),
        "speaks_for": on_one_line(article, speaker.speaks_for),
        "standing": _places(speaker.standing),
        "mention": speaker.mention,
        "confidence": round(speaker.confidence, 4),
        "spans": {key: [span.start, span.end] if span else None for key, span in places.items()},
        "known": {"id": known.id, "name": known.name, "role": known.role} if known else None,
    }


def _how(article: Article, how: How) -> dict[str, object]:
    channel = how.channel
    told = {"place": how.place, "occasion": how.occasion, "addressee": how.addressee}
    return {
        "channel": {
            "kind": channel.kind,
            "name": channel.name,
            "span": _places([channel.span]),
            "basis": channel.ground,
            "confidence": channel.confidence,
        }
        if channel
        else None,
        **{
            key: {
                "words": on_one_line(article, one.span),
                "span": _places([one.span]),
                "basis": one.ground,
            }
            if one
            else None
            for key, one in told.items()
        },
    }


def _places(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
