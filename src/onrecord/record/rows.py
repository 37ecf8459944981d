"""Articles and statements as rows, and rows as articles and statements, without loss."""

import datetime
import json
from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.record.moments import seconds
from onrecord.types import (
    Act,
    Addressee,
    Article,
    Aside,
    AsideKind,
    Attitude,
    Basis,
    Channel,
    ChannelKind,
    Grain,
    Ground,
    How,
    Kind,
    Known,
    MadeBy,
    MentionKind,
    Occasion,
    Place,
    SaidAt,
    SourceType,
    Span,
    Speaker,
    Statement,
)

__all__ = [
    "PROFILE",
    "Row",
    "article",
    "article_row",
    "cut",
    "findings",
    "kept",
    "plain",
    "profile",
    "statement",
    "statement_row",
]

# A row is a door: what a database driver gives is known by its column's name only.
Row = Mapping[str, Any]

PROFILE = (
    "kind",
    "attitude",
    "act",
    "negated",
    "hypothetical",
    "mention",
    "type",
    "channel",
    "aside",
)
_SETTINGS = {"place": Place, "occasion": Occasion, "addressee": Addressee}
# The reader tells confidences with four digits.
_STEPS = 10_000
# What is found for a statement of which nothing tells when it was said.
_NOTHING_TELLS = ("PAST_REF", Basis.PUBLISHED)
_FACTS = ("uri", "title", "byline", "dateline", "url", "language", "version")


def article_row(one: Article) -> dict[str, Any]:
    """Return what the ``articles`` table keeps of an article, outlet by name."""
    return {
        "id": one.id,
        "text": one.text,
        **{name: getattr(one, name) for name in _FACTS},
        "published": one.published.isoformat() if one.published else None,
        "published_at": seconds(one.published) if one.published else None,
        "embargo": one.embargo.isoformat() if one.embargo else None,
        "credits": json.dumps(one.credits, ensure_ascii=False),
        "body": _places(one.body),
    }


def article(row: Row, outlet: str | None) -> Article:
    """Return the article that a row keeps."""
    return Article(
        text=row["text"],
        outlet=outlet,
        published=moment(row["published"]),
        embargo=_embargo(row["embargo"]),
        credits=tuple(json.loads(row["credits"])),
        body=_spans(row["body"]),
        **{name: row[name] for name in _FACTS},
    )


def _embargo(value: str | None) -> datetime.datetime | None:
    return datetime.datetime.fromisoformat(value) if value else None


def profile(one: Statement) -> dict[str, Any]:
    """Return the values of a statement that many statements share."""
    speaker, how = one.speaker, one.how
    return {
        "kind": str(one.kind),
        "attitude": _name(one.attitude),
        "act": _name(one.act),
        "negated": int(one.negated),
        "hypothetical": int(one.hypothetical),
        "mention": _name(speaker.mention) if speaker else None,
        "type": _name(speaker.type) if speaker else None,
        "channel": str(how.channel.kind) if how and how.channel else None,
        "aside": int(bool(one.asides)),
    }


def statement_row(one: Statement) -> dict[str, Any]:
    """Return the columns of a statement that are its own."""
    return {
        "id": one.id,
        **{role: _places(getattr(one, role)) for role in ("content", "source", "cue")},
        "parent": one.parent,
        "confidence": kept(one.confidence),
        **_speaker_row(one.speaker),
        **_how_row(one.how),
        **_said_row(one),
    }


def findings(one: Statement) -> dict[str, Any]:
    """Return all that was found about a statement, whatever found it."""
    beside = [(str(aside.kind), aside.span) for aside in one.asides]
    return {**statement_row(one), **profile(one), "asides": beside}


def statement(row: Row, shared: Row, made_by: MadeBy, asides: Sequence[Row]) -> Statement:
    """Return the statement that a row keeps.

    Args:
        row: Of ``statements``, with ``article_id``.
        shared: Its row of ``profiles``.
        made_by: What found it.
        asides: Its rows of ``asides``, in order.
    """
    return Statement(
        id=row["id"],
        article_id=row["article_id"],
        kind=Kind(shared["kind"]),
        content=_spans(row["content"]),
        source=_spans(row["source"]),
        cue=_spans(row["cue"]),
        parent=row["parent"],
        speaker=_speaker(row, shared),
        attitude=Attitude(shared["attitude"]) if shared["attitude"] else None,
        act=Act(shared["act"]) if shared["act"] else None,
        negated=bool(shared["negated"]),
        hypothetical=bool(shared["hypothetical"]),
        how=_how(row, shared),
        asides=tuple(_aside(row["id"], aside) for aside in asides),
        confidence=plain(row["confidence"]),
        made_by=made_by,
        said_at=_said(row),
    )


def cut(text: str, places: str) -> str:
    """Return the words at the places that a column keeps."""
    return " ".join(text[span.start : span.end] for span in _spans(places))


def kept(confidence: float) -> float:
    """Return a confidence as its column keeps it: a whole number takes two bytes, not eight.

    >>> kept(0.25), kept(1 / 3), plain(kept(0.25))
    (2500.0, 0.3333333333333333, 0.25)
    """
    whole = round(confidence * _STEPS)
    return float(whole) if whole > 1 and whole / _STEPS == confidence else confidence


def plain(confidence: float) -> float:
    """Return the confidence, 0-1, that a column keeps."""
    return confidence / _STEPS if confidence > 1 else confidence


def _kept(confidence: float | None) -> float | None:
    return None if confidence is None else kept(confidence)


def _plain(confidence: float | None) -> float | None:
    return None if confidence is None else plain(confidence)


def moment(value: str | None) -> datetime.date | None:
    """Return a stored date or datetime as what it was."""
    if value is None:
        return None
    if "T" in value:
        return datetime.datetime.fromisoformat(value)
    return datetime.date.fromisoformat(value)


def _speaker_row(speaker: Speaker | None) -> dict[str, Any]:
    known = speaker.known if speaker else None
    return {
        **{name: _place(getattr(speaker, name, None)) for name in ("name", "title", "speaks_for")},
        "standing": _places(speaker.standing) if speaker else None,
        "speaker_confidence": kept(speaker.confidence) if speaker else None,
        "known": json.dumps([known.id, known.name, known.role], ensure_ascii=False)
        if known
        else None,
    }


def _speaker(row: Row, shared: Row) -> Speaker | None:
    if row["speaker_confidence"] is None:
        return None
    return Speaker(
        mention=MentionKind(shared["mention"]),
        type=SourceType(shared["type"]) if shared["type"] else None,
        standing=_spans(row["standing"]),
        confidence=plain(row["speaker_confidence"]),
        known=_known(row["known"]),
        **{name: _span(row[name]) for name in ("name", "title", "speaks_for")},
    )


def _known(value: str | None) -> Known | None:
    if value is None:
        return None
    known, name, role = json.loads(value)
    return Known(id=known, name=name, role=role)


def _how_row(how: How | None) -> dict[str, Any]:
    parts = {name: getattr(how, name, None) for name in ("channel", *_SETTINGS)}
    carried = [name for name, part in parts.items() if part and part.ground is Ground.CONTEXT]
    row: dict[str, Any] = {
        name: _place(part.span) if part else None for name, part in parts.items()
    }
    if how and how.channel and how.channel.name is not None:
        row["channel"] += f" {how.channel.name}"
    # “-” tells that it was looked for, and nothing found.
    nothing = "-" if how else None
    sure = _kept(how.channel.confidence if how and how.channel else None)
    return {**row, "carried": " ".join(carried) or nothing, "channel_confidence": sure}


def _how(row: Row, shared: Row) -> How | None:
    if row["carried"] is None:
        return None
    carried = row["carried"].split()
    grounds = {
        name: Ground.CONTEXT if name in carried else Ground.STATED
        for name in ("channel", *_SETTINGS)
    }
    settings: dict[str, Any] = {
        name: made(span=_only(row[name]), ground=grounds[name])
        for name, made in _SETTINGS.items()
        if row[name]
    }
    return How(channel=_channel(row, shared["channel"], grounds["channel"]), **settings)


def _channel(row: Row, kind: str | None, ground: Ground) -> Channel | None:
    value = row["channel"]
    if value is None or kind is None:
        return None
    place, gap, name = value.partition(" ")
    return Channel(
        kind=ChannelKind(kind),
        name=name if gap else None,
        span=_only(place),
        ground=ground,
        confidence=_plain(row["channel_confidence"]),
    )


def _said_row(one: Statement) -> dict[str, Any]:
    said = one.said_at
    if said and (said.value, said.basis) == _NOTHING_TELLS:
        # Of most statements: seventeen bytes each, one in eight of a row.
        return {**_said_values(said), "said": "", "said_basis": None}
    return _said_values(said)


def _said_values(said: SaidAt | None) -> dict[str, Any]:
    return {
        "said": said.value if said else None,
        "said_start": said.start.isoformat() if said and said.start else None,
        "said_end": said.end.isoformat() if said and said.end else None,
        "said_grain": _name(said.grain) if said else None,
        "said_basis": _name(said.basis) if said else None,
        "said_span": _place(said.span) if said else None,
        "said_confidence": _kept(said.confidence if said else None),
    }


def _said(row: Row) -> SaidAt | None:
    if row["said"] is None:
        return None
    value, basis = row["said"], row["said_basis"]
    if basis is None:
        value, basis = _NOTHING_TELLS
    return SaidAt(
        value=value,
        start=moment(row["said_start"]),
        end=moment(row["said_end"]),
        grain=Grain(row["said_grain"]) if row["said_grain"] else None,
        basis=Basis(basis),
        span=_span(row["said_span"]),
        confidence=_plain(row["said_confidence"]),
    )


def _aside(statement_id: str, row: Row) -> Aside:
    return Aside(statement=statement_id, kind=AsideKind(row["kind"]), span=_only(row["span"]))


def _name(value: object) -> str | None:
    return None if value is None else str(value)


def _place(span: Span | None) -> str | None:
    return None if span is None else f"{span.start}-{span.end}"


def _places(spans: Sequence[Span]) -> str | None:
    return " ".join(f"{span.start}-{span.end}" for span in spans) or None


def _only(value: str) -> Span:
    start, _, end = value.partition("-")
    return Span(int(start), int(end))


def _span(value: str | None) -> Span | None:
    return _only(value) if value else None


def _spans(value: str | None) -> tuple[Span, ...]:
    return tuple(map(_only, value.split())) if value else ()
