"""A statement as one flat row: the columns that CSV and Parquet share.

A column is named after its place in JSON lines, the keys joined with ``_``;
docs/reference/exports.md tells what each one means. Offsets are text,
``start-end;start-end``, since a cell holds one value.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from onrecord.export.line import on_one_line
from onrecord.export.said_at import SaidAtFields, said_at
from onrecord.types import Article, Aside, How, Known, Span, Speaker, Statement

__all__ = ["COLUMNS", "Cell", "row"]

Cell = str | float | bool | None

_NO_TEXT: Mapping[str, type[Cell]] = {
    "negated": bool,
    "hypothetical": bool,
    "speaker_confidence": float,
    "said_at_confidence": float,
    "channel_confidence": float,
    "confidence": float,
}
_NAMES = """
    id article_id article_uri article_url article_title article_published article_outlet
    article_dateline article_byline article_language
    kind attitude act negated hypothetical
    words source_words cue_words content source cue parent
    speaker_name speaker_type speaker_title speaker_speaks_for speaker_standing_words
    speaker_mention speaker_confidence speaker_name_span speaker_title_span
    speaker_speaks_for_span speaker_standing speaker_known_id speaker_known_name
    speaker_known_role
    said_at_value said_at_start said_at_end said_at_grain said_at_basis said_at_span
    said_at_confidence
    channel_kind channel_name channel_span channel_basis channel_confidence
    place_words place_span place_basis
    occasion_words occasion_span occasion_basis
    addressee_words addressee_span addressee_basis
    asides_kind asides_words asides_span
    confidence made_by_onrecord made_by_weights
"""
COLUMNS: Mapping[str, type[Cell]] = MappingProxyType(
    {name: _NO_TEXT.get(name, str) for name in _NAMES.split()}
)
"""Each column's type, in order; a cell of any column may be None."""


def row(article: Article, statement: Statement) -> dict[str, Cell]:
    """Return a statement's cells by column, in the order of `COLUMNS`.

    Args:
        article: The article that the statement was found in.
        statement: One of its statements.
    """
    return {
        **dict.fromkeys(COLUMNS),
        **_of_article(article),
        **_of_statement(article, statement),
        **_of_speaker(article, statement.speaker),
        **_of_date(said_at(statement)),
        **_of_setting(article, statement.how or How()),
        **_of_asides(article, statement.asides),
    }


def _of_article(article: Article) -> dict[str, Cell]:
    told = {
        "article_id": article.id,
        "article_uri": article.uri,
        "article_url": article.url,
        "article_title": article.title,
        "article_published": article.published.isoformat() if article.published else None,
        "article_outlet": article.outlet,
        "article_dateline": article.dateline,
        "article_byline": article.byline,
        "article_language": article.language,
    }
    return {name: value and _as_unicode(value) for name, value in told.items()}


def _as_unicode(words: str) -> str:
    """Return a file's name with bytes that are no UTF-8 spelt out, as Parquet takes none."""
    return words.encode("utf-8", "backslashreplace").decode()


def _of_statement(article: Article, statement: Statement) -> dict[str, Cell]:
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "attitude": statement.attitude and statement.attitude.value,
        "act": statement.act and statement.act.value,
        # Before acts were looked for, nobody knows.
        "negated": statement.negated if statement.act else None,
        "hypothetical": statement.hypothetical if statement.act else None,
        "words": article.words(statement.content),
        "source_words": article.words(statement.source) or None,
        "cue_words": article.words(statement.cue) or None,
        "content": _places(statement.content),
        "source": _places(statement.source),
        "cue": _places(statement.cue),
        "parent": statement.parent,
        "confidence": round(statement.confidence, 4),
        "made_by_onrecord": statement.made_by.onrecord,
        "made_by_weights": statement.made_by.weights,
    }


def _of_speaker(article: Article, speaker: Speaker | None) -> dict[str, Cell]:
    if speaker is None:
        return {}
    return {
        "speaker_name": on_one_line(article, speaker.name),
        "speaker_type": speaker.type and speaker.type.value,
        "speaker_title": on_one_line(article, speaker.title),
        "speaker_speaks_for": on_one_line(article, speaker.speaks_for),
        "speaker_standing_words": article.words(speaker.standing) or None,
        "speaker_mention": speaker.mention.value,
        "speaker_confidence": round(speaker.confidence, 4),
        "speaker_name_span": _place(speaker.name),
        "speaker_title_span": _place(speaker.title),
        "speaker_speaks_for_span": _place(speaker.speaks_for),
        "speaker_standing": _places(speaker.standing),
        **_of_known(speaker.known),
    }


def _of_known(known: Known | None) -> dict[str, Cell]:
    if known is None:
        return {}
    return {
        "speaker_known_id": known.id,
        "speaker_known_name": known.name,
        "speaker_known_role": known.role,
    }


def _of_date(when: SaidAtFields | None) -> dict[str, Cell]:
    if when is None:
        return {}
    return {
        "said_at_value": when.value,
        "said_at_start": when.start,
        "said_at_end": when.end,
        "said_at_grain": when.grain,
        "said_at_basis": when.basis,
        "said_at_span": _place(when.span),
        "said_at_confidence": when.confidence,
    }


def _of_setting(article: Article, how: How) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    if how.channel:
        cells["channel_kind"] = how.channel.kind.value
        cells["channel_name"] = how.channel.name
        cells["channel_span"] = _place(how.channel.span)
        cells["channel_basis"] = how.channel.ground.value
        cells["channel_confidence"] = how.channel.confidence
    told = {"place": how.place, "occasion": how.occasion, "addressee": how.addressee}
    for name, one in told.items():
        if one:
            cells[f"{name}_words"] = on_one_line(article, one.span)
            cells[f"{name}_span"] = _place(one.span)
            cells[f"{name}_basis"] = one.ground.value
    return cells


def _of_asides(article: Article, asides: Sequence[Aside]) -> dict[str, Cell]:
    spans = [aside.span for aside in asides]
    return {
        "asides_kind": ";".join(aside.kind for aside in asides) or None,
        "asides_words": article.words(spans) or None,
        "asides_span": _places(spans),
    }


def _places(spans: Sequence[Span]) -> str | None:
    return ";".join(f"{span.start}-{span.end}" for span in spans) or None


def _place(span: Span | None) -> str | None:
    return None if span is None else _places([span])
