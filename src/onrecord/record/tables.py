"""The tables of a record, as both backends have them; the words' index is each backend's own.

What was read and what people did is kept (articles, statements, asides,
corrections, judgements, failures); the rest is derived from it and can be
made anew (speakers, listing, the counts). One file, however long, so that the
whole of it can be seen at once.

PostgreSQL's statements and list (version 0003) have narrower whole numbers, the
list has a column more, each statement's words, and what is derived has no
foreign keys. Its shingles (version 0004) are one row for each text.
"""

from typing import Any

from sqlalchemy import (
    REAL,
    BigInteger,
    Column,
    ColumnElement,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    literal_column,
    text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

__all__ = [
    "ID_START",
    "METADATA",
    "UNKNOWN_TIME",
    "articles",
    "asides",
    "corrections",
    "day_counts",
    "failures",
    "judgements",
    "listing",
    "makers",
    "outlet_counts",
    "outlet_profile_counts",
    "outlets",
    "profile_counts",
    "profiles",
    "shingles",
    "speaker_counts",
    "speaker_words",
    "speakers",
    "statements",
    "vocabulary",
]

METADATA = MetaData()
# Sorts before every year that a calendar has, so that keyset paging needs no null.
UNKNOWN_TIME = -(1 << 40)

# STRICT tables of SQLite know INTEGER, REAL and TEXT only; PostgreSQL's REAL is too short.
_WHOLE: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")
_REAL: TypeEngine[float] = REAL().with_variant(Double(), "postgresql")


def _table(name: str, *parts: SchemaItem, comment: str, **options: Any) -> Table:  # noqa: ANN401
    # Numbers are given by the one writer at a time that a record has, not by the database.
    return Table(name, METADATA, *parts, comment=comment, sqlite_strict=True, **options)


def _number(comment: str = "Order of arrival.") -> Column[int]:
    return Column("number", _WHOLE, primary_key=True, autoincrement=False, comment=comment)


def _whole(name: str, comment: str, target: str | None = None, **options: Any) -> Column[int]:  # noqa: ANN401
    key = [ForeignKey(target)] if target else []
    options = {"nullable": False, "autoincrement": False, **options}
    return Column(name, _WHOLE, *key, comment=comment, **options)


def _text(name: str, comment: str, **options: Any) -> Column[str]:  # noqa: ANN401
    options = {"nullable": True, **options}
    return Column(name, Text, comment=comment, **options)


outlets = _table(
    "outlets",
    _number("0 is the outlet that nobody knows."),
    _text("name", "As the articles name it.", unique=True),
    comment="Who publishes.",
)

articles = _table(
    "articles",
    _number(),
    _text("id", "Made from text, outlet and url: ar1_….", nullable=False, unique=True),
    _whole("first", "Number of its first revision; its own for a first.", index=True),
    _whole("revision", "1 for the first text, 2 for the next."),
    _whole("is_current", "1 for the newest revision."),
    _text("address", "Its url in one form, or its file: what revisions share.", index=True),
    _text("text", "As published; every offset counts its code points.", nullable=False),
    _text("uri", "Where it was read from."),
    _text("title", "The headline."),
    _text("published", "ISO date, or datetime with its zone."),
    _whole("published_at", "The same in seconds since 1970, UTC; null if unknown.", nullable=True),
    _text("byline", "Who wrote it."),
    _text("dateline", "The place it was reported from."),
    _whole("outlet", "Who published it.", "outlets.number"),
    _text("url", "Its public address."),
    _text("language", "BCP 47."),
    _text("credits", "JSON list of photo credits and the like.", nullable=False),
    _text("version", "Which version of a wire item, as its agency counts."),
    _text("embargo", "Not to be published before: ISO datetime with its zone."),
    _text("body", "Parts that are the article itself: start-end start-end."),
    _whole("maker", "What read it last.", "makers.number", nullable=True),
    _text("added_at", "ISO datetime, UTC.", nullable=False),
    comment="Texts as published, every revision of each.",
)

makers = _table(
    "makers",
    _number(),
    _text("onrecord", "Version of the program.", nullable=False),
    _text("weights", "Name of its weights; 'by hand' for a person.", nullable=False),
    comment="What made the findings.",
)

profiles = _table(
    "profiles",
    _number(),
    _text("key", "All values below, joined.", nullable=False, unique=True),
    _text("kind", "direct, indirect, mixed.", nullable=False),
    _text("attitude", "assertion, belief, fact, eventuality."),
    _text("act", "state, promise, deny, …"),
    _whole("negated", "1: the text says that it was not said."),
    _whole("hypothetical", "1: it would be said, or might."),
    _text("mention", "How the source names the speaker."),
    _text("type", "Type of source: named person, document, …"),
    _text("channel", "social media, interview, …"),
    _whole("aside", "1: the reporter adds something of their own."),
    comment="Combinations of the values that few words can tell; statements share them.",
)

statements = _table(
    "statements",
    _number(),
    # Found by an index of a part of it.
    _text("id", "Made from its article and spans: st1_….", nullable=False),
    _whole("article", "Where it stands.", "articles.number", index=True),
    _whole("profile", "Kind, act, type and so on, as found.", "profiles.number"),
    _whole("maker", "What found it.", "makers.number"),
    _whole("is_current", "0: a newer reading of the article does not have it."),
    _text("content", "What was said: start-end start-end.", nullable=False),
    _text("source", "Who said it, as spans."),
    _text("cue", "What signals it, as spans."),
    _text("parent", "Id of the statement it stands inside."),
    Column("confidence", _REAL, nullable=False, comment="0-1; over 1: in ten-thousandths."),
    _text("name", "The speaker's full name, as a span."),
    _text("title", "Their role, as a span."),
    _text("speaks_for", "The organisation spoken for, as a span."),
    _text("standing", "Why to listen to them, as spans."),
    Column("speaker_confidence", _REAL, comment="The same; null where no speaker was looked for."),
    _text("known", "JSON [id, name, role] in a table of people given beforehand."),
    _text("channel", "Span and name of the channel: start-end name."),
    _text("place", "As a span."),
    _text("occasion", "As a span."),
    _text("addressee", "As a span."),
    _text("carried", "Which of channel, place, occasion, addressee come from context."),
    _text("said", "When, as in the article: 2025-03-02; empty: looked for, and nothing tells."),
    _text("said_start", "First day or moment, ISO."),
    _text("said_end", "First day or moment after it, ISO."),
    _text("said_grain", "day, month, …"),
    _text("said_basis", "stated, context, published."),
    _text("said_span", "The words that tell it, as a span."),
    Column(
        "channel_confidence", _REAL, comment="How likely the channel is, where a passage lends it."
    ),
    Column(
        "said_confidence",
        _REAL,
        comment="How likely it was said then, where a passage lends that.",
    ),
    comment="Findings: who says what, as places in an article.",
)

# The index of statements by id has this part of it: who asks for an id, asks for both.
ID_START: ColumnElement[str] = literal_column("substr(statements.id, 5, 5)", Text)

asides = _table(
    "asides",
    _whole("statement", "What it is about.", "statements.number", primary_key=True),
    _whole("place", "Order, from 0.", primary_key=True),
    _text("kind", "false, unsupported, disputed, misleading, confirmed, tone.", nullable=False),
    _text("span", "The reporter's words.", nullable=False),
    comment="What reporters add about statements.",
    sqlite_with_rowid=False,
)

corrections = _table(
    "corrections",
    _number("Order in which they were made."),
    _text("statement", "Id of the statement.", nullable=False, index=True),
    _text("deed", "set, reject, add, confirm, undo.", nullable=False),
    _text("field", "What was set."),
    _text("value", "The new value; null: there is none."),
    _text("was", "What stood there before."),
    _text("by", "Who did it.", nullable=False),
    _text("at", "ISO datetime, UTC.", nullable=False),
    _text("note", "Why."),
    _whole("undoes", "The correction that is taken back.", "corrections.number", nullable=True),
    comment="What people changed; only ever added to.",
)

judgements = _table(
    "judgements",
    _number("Order in which they were made."),
    _text("left", "One name.", nullable=False),
    _text("right", "The other.", nullable=False),
    _whole("is_same", "1: both are one speaker; 0: they are two."),
    Column("score", _REAL, nullable=False, comment="How sure, 0-1."),
    _text("by", "Who judged: a person or a program.", nullable=False),
    _text("at", "ISO datetime, UTC.", nullable=False),
    comment="Who is who across articles; only ever added to, the last word counts.",
)

failures = _table(
    "failures",
    _number(),
    _text("uri", "What could not be read.", nullable=False, unique=True),
    _text("stage", "ingest, read, record.", nullable=False),
    _text("reason", "For people.", nullable=False),
    _text("traceback", "For the developer."),
    _whole("tries", "How often it was tried."),
    _text("failed_at", "ISO datetime of the last try, UTC.", nullable=False),
    comment="Articles that could not be read; gone once they could.",
)

shingles = _table(
    "shingles",
    _whole("hash", "Of three words in a row.", primary_key=True),
    _whole("article", "A first revision.", "articles.number", primary_key=True),
    comment="A few hashes of each text, by which near-identical ones are found.",
    sqlite_with_rowid=False,
)

speakers = _table(
    "speakers",
    _number(),
    _text("key", "Name in small letters, and whether person or organisation.", unique=True),
    _text("name", "As first seen.", nullable=False),
    _text("type", "named person, named organisation, document.", nullable=False),
    _whole("person", "Number of the speaker whom judgements make of it; often its own."),
    Index("speakers_by_person", "person"),
    comment="Names of speakers; derived.",
)

speaker_words = _table(
    "speaker_words",
    _text("word", "A word of the name, in small letters.", primary_key=True, nullable=False),
    _whole("speaker", "Whose name it is in.", "speakers.number", primary_key=True),
    comment="Finds speakers by a part of their name; derived.",
    sqlite_with_rowid=False,
)

listing = _table(
    "listing",
    _whole("statement", "What can be found.", "statements.number", primary_key=True),
    _whole("profile", "With corrections.", "profiles.number"),
    _whole("speaker", "With corrections; null: not named.", "speakers.number", nullable=True),
    _whole("outlet", "Who published it.", "outlets.number"),
    _whole("at", "When said, else published: seconds since 1970, UTC."),
    _whole("published_at", "Seconds since 1970, UTC.", nullable=True),
    _whole("year", "Of at, UTC; null if unknown.", nullable=True),
    _whole("confidence", "In ten-thousandths."),
    Index("listing_by_time", "at"),
    Index(
        "listing_by_speaker",
        "speaker",
        "at",
        sqlite_where=text("speaker IS NOT NULL"),
        postgresql_where=text("speaker IS NOT NULL"),
    ),
    Index("listing_by_outlet", "outlet", "at"),
    Index("listing_by_profile", "profile", "at"),
    comment="What searches look through: current and not rejected, corrected; derived.",
)

speaker_counts = _table(
    "speaker_counts",
    _whole("speaker", "Who.", "speakers.number", primary_key=True),
    _whole("statements", "How many are listed.", index=True),
    comment="Derived.",
)

profile_counts = _table(
    "profile_counts",
    _whole("profile", "Kind, act, type and so on.", "profiles.number", primary_key=True),
    _whole("statements", "How many are listed."),
    comment="Derived.",
)

outlet_counts = _table(
    "outlet_counts",
    _whole("outlet", "Who published.", "outlets.number", primary_key=True),
    _whole("statements", "How many are listed."),
    comment="Derived.",
)

outlet_profile_counts = _table(
    "outlet_profile_counts",
    _whole("outlet", "Who published.", "outlets.number", primary_key=True),
    _whole("profile", "Kind, act, type and so on.", "profiles.number", primary_key=True),
    _whole("statements", "How many are listed."),
    comment="Derived.",
    sqlite_with_rowid=False,
)

day_counts = _table(
    "day_counts",
    _whole("day", "Days since 1970 (UTC) on which it was said, else published.", primary_key=True),
    _whole("statements", "How many are listed."),
    comment="Derived.",
)

vocabulary = _table(
    "vocabulary",
    _text("stem", "Snowball's English stem.", primary_key=True, nullable=False),
    _text("word", "In small letters, without accents.", primary_key=True, nullable=False),
    comment="Every word of a content, so that a search finds all its forms; derived.",
    sqlite_with_rowid=False,
)
