"""W3C Web Annotation: a statement as one annotation in JSON-LD.

Its targets are the pieces of source, cue and content, each by position and by
quotation; its bodies tell what was found about them. The model's purposes are
few, and its own test suite takes no others, so what tells two bodies of one
purpose apart is their id: ``urn:onrecord:STATEMENT#act``. After
https://www.w3.org/TR/annotation-model/ (2017).
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from onrecord.export.line import json_line, on_one_line
from onrecord.export.said_at import said_at
from onrecord.types import Article, How, Span, Speaker, Statement

__all__ = ["web_annotation"]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_OURS = "urn:onrecord:"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"{}|\\^`]+")
# As much as Hypothesis stores, so that it can find a moved quotation again.
_CONTEXT_LENGTH = 32

_Object = dict[str, object]
_Field = tuple[str, str | None, str]  # name, value, purpose


def web_annotation(article: Article, statement: Statement) -> str:
    """Return a statement as one line of JSON-LD, without the line's end.

    Args:
        article: The article that the statement was found in.
        statement: One of its statements.
    """
    made_by = statement.made_by
    return json_line(
        {
            "@context": _CONTEXT,
            "id": f"{_OURS}{statement.id}",
            "type": "Annotation",
            "motivation": "classifying",
            "generator": {
                "type": "Software",
                "name": f"onrecord {made_by.onrecord} ({made_by.weights})",
            },
            "body": list(_bodies(article, statement)),
            "target": list(_targets(article, statement)),
        }
    )


def _bodies(article: Article, statement: Statement) -> Iterator[_Object]:
    fields = (
        *_sense(statement),
        *_speaker(article, statement.speaker),
        *_setting(article, statement),
        *_asides(article, statement),
        ("confidence", str(round(statement.confidence, 4)), "assessing"),
    )
    for name, value, purpose in fields:
        if value:
            yield {
                "id": _part(statement, name),
                "type": "TextualBody",
                "value": value,
                "format": "text/plain",
                "purpose": purpose,
            }
    if statement.parent:
        yield {
            "id": _part(statement, "parent"),
            "type": "SpecificResource",
            "source": f"{_OURS}{statement.parent}",
            "purpose": "linking",
        }


def _sense(statement: Statement) -> Iterator[_Field]:
    yield "kind", statement.kind.value, "classifying"
    yield "attitude", statement.attitude and statement.attitude.value, "classifying"
    yield "act", statement.act and statement.act.value, "classifying"
    yield "negated", "true" if statement.negated else None, "classifying"
    yield "hypothetical", "true" if statement.hypothetical else None, "classifying"


def _speaker(article: Article, speaker: Speaker | None) -> Iterator[_Field]:
    if speaker is None:
        return
    known = speaker.known
    told = {
        "speaker": on_one_line(article, speaker.name),
        "speaker_type": speaker.type and speaker.type.value,
        "speaker_title": on_one_line(article, speaker.title),
        "speaks_for": on_one_line(article, speaker.speaks_for),
        "standing": article.words(speaker.standing),
        "mention": speaker.mention.value,
        "speaker_confidence": str(round(speaker.confidence, 4)),
        "known_id": known.id if known else None,
        "known_name": known.name if known else None,
        "known_role": known.role if known else None,
    }
    for name, value in told.items():
        yield name, value, "identifying"


def _setting(article: Article, statement: Statement) -> Iterator[_Field]:
    how, when = statement.how or How(), said_at(statement)
    told = {
        "said_at": when.value if when else None,
        "said_at_basis": when.basis if when else None,
        "said_at_confidence": _sure(when.confidence if when else None),
        "channel": how.channel.kind.value if how.channel else None,
        "channel_name": how.channel.name if how.channel else None,
        "channel_confidence": _sure(how.channel.confidence if how.channel else None),
        "place": on_one_line(article, how.place.span) if how.place else None,
        "occasion": on_one_line(article, how.occasion.span) if how.occasion else None,
        "addressee": on_one_line(article, how.addressee.span) if how.addressee else None,
    }
    for name, value in told.items():
        yield name, value, "describing"


def _sure(confidence: float | None) -> str | None:
    return None if confidence is None else str(confidence)


def _asides(article: Article, statement: Statement) -> Iterator[_Field]:
    for number, aside in enumerate(statement.asides, 1):
        yield f"aside-{number}", aside.kind.value, "assessing"
        yield f"aside-{number}-words", article[aside.span], "assessing"


def _targets(article: Article, statement: Statement) -> Iterator[_Object]:
    roles = (
        ("source", "identifying", statement.source),
        ("cue", "highlighting", statement.cue),
        ("content", "highlighting", statement.content),
    )
    source = _iri(article)
    for role, purpose, spans in roles:
        for number, span in enumerate(spans, 1):
            yield {
                "id": _part(statement, f"{role}-{number}"),
                "type": "SpecificResource",
                "source": source,
                "purpose": purpose,
                "selector": [_position(span), _quotation(article.text, span)],
            }


def _part(statement: Statement, name: str) -> str:
    return f"{_OURS}{statement.id}#{name}"


def _iri(article: Article) -> str:
    """Return where the text is: an address, a file, or, for neither, a name made of its id.

    A relative path is no IRI, and what it is relative to is not known here.
    """
    for address in (article.url, article.uri):
        if address and _IRI.fullmatch(address):
            return address
    if article.uri and article.uri.startswith("/"):
        return f"file://{quote(article.uri, errors='surrogateescape')}"
    return f"{_OURS}{article.id}"


def _position(span: Span) -> _Object:
    # The model counts code points, too.
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _quotation(text: str, span: Span) -> _Object:
    return {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - _CONTEXT_LENGTH) : span.start],
        "suffix": text[span.end : span.end + _CONTEXT_LENGTH],
    }
