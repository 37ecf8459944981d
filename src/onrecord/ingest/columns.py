"""Which column or key of a table holds which fact: told, or guessed from its name."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from email.utils import parsedate_to_datetime

from onrecord.errors import FormatError, MetadataError
from onrecord.ingest.dates import Date, parse_published
from onrecord.ingest.facts import Facts

__all__ = [
    "COLUMNS",
    "as_date",
    "as_names",
    "as_text",
    "choose_columns",
    "guess_columns",
    "row_facts",
]

# Names under which well-known sets and exports keep each fact, the likelier first:
# cc_news, all-the-news, Media Cloud, news-please, fundus, BASIL, GDELT, Webhose.
# In columns with these names ``07.03.2025`` can be read one way only.
_DAY_FIRST = ("datum", "erscheinungsdatum", "veröffentlicht", "veröffentlichungsdatum")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("maintext", "main text", "text", "body", "body text", "article text", "articlebody"),
        *("article body", "full text", "fulltext", "content", "article content", "article"),
        *("plaintext", "plain text", "story", "body paragraphs", "paragraphs", "news article"),
        *("artikeltext", "volltext", "inhalt"),
    ),
    "title": ("title", "headline", "heading", "article title", "titel", "überschrift"),
    "published": (
        *("published", "date publish", "publish date", "published at", "publishedat", "date"),
        *("publication date", "publishing date", "date published", "datepublished", "pubdate"),
        *("pub date", "published date", "timestamp", "time published", "created"),
        *_DAY_FIRST,
    ),
    "byline": ("byline", "author", "authors", "writer", "creator", "autor", "autoren", "verfasser"),
    "outlet": (
        *("outlet", "source domain", "media name", "publication name", "publisher", "source name"),
        *("publication", "newspaper", "news outlet", "source", "domain", "site", "sitename"),
        *("quelle", "medium", "zeitung"),
    ),
    "url": ("url", "link", "canonical url", "article url", "original url", "source url", "uri"),
    "language": ("language", "lang", "article language", "sprache"),
    "dateline": ("dateline",),
}

# Halves of characters, which JSON can spell and no encoding can hold.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Seconds or milliseconds since 1970, from 2001 to 2033.
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")
_JAVA = re.compile(r"^[A-Za-z]{3} ([A-Za-z]{3} \d{1,2}) \d\d:\d\d:\d\d [A-Z]{2,5} (\d{4})$")
_GERMAN_DAY = re.compile(r"^(\d{2})\.(\d{2})\.(\d{4})\b")
# The first newspaper was printed in 1605.
_FIRST_NEWS = 1605


def guess_columns(names: Iterable[str]) -> dict[str, str]:
    """Return fact to column for the columns whose names are known.

    >>> guess_columns(["id", "Headline", "body_text", "date"])
    {'text': 'body_text', 'title': 'Headline', 'published': 'date'}
    """
    known = {_plain(name): name for name in reversed(list(names))}
    chosen: dict[str, str] = {}
    for fact, likely in COLUMNS.items():
        free = [
            known[name] for name in likely if name in known and known[name] not in chosen.values()
        ]
        if free:
            chosen[fact] = free[0]
    return chosen


def choose_columns(names: Sequence[str], told: Mapping[str, str]) -> dict[str, str]:
    """Return fact to column: those told, and those guessed for the rest.

    Raises:
        FormatError: If a column told is not there, or none holds the text.
    """
    missing = [column for column in told.values() if column not in names]
    if missing:
        raise FormatError(f"has no column {missing[0]!r}: it has {_listed(names)}")
    chosen = {**guess_columns([name for name in names if name not in told.values()]), **told}
    if "text" not in chosen:
        raise FormatError(
            f"has no column that is surely an article's text: it has {_listed(names)}; "
            "name it with --text COLUMN"
        )
    return chosen


def row_facts(row: Mapping[str, object], columns: Mapping[str, str]) -> Facts:
    """Return the facts that a row holds; a date that cannot be read is none."""
    values = {fact: row.get(column) for fact, column in columns.items()}
    return Facts(
        title=as_text(values.get("title")),
        published=_row_date(values.get("published"), columns.get("published", "")),
        byline=as_names(values.get("byline")),
        dateline=as_text(values.get("dateline")),
        outlet=as_names(values.get("outlet")),
        url=as_text(values.get("url")),
        language=as_text(values.get("language")),
    )


def _row_date(value: object, column: str) -> Date | None:
    """Return the date in a row; German columns have the day first."""
    words = as_text(value)
    if words and _plain(column) in _DAY_FIRST:
        value = _GERMAN_DAY.sub(r"\3-\2-\1", words)
    return as_date(value)


def as_text(value: object) -> str | None:
    """Return words from a cell; None where it holds none."""
    if isinstance(value, bool) or not isinstance(value, str):
        return None
    words = _LONE_SURROGATE.sub("\ufffd", value).strip()
    return None if words.lower() in ("", "nan", "none", "null") else words


def as_names(value: object) -> str | None:
    """Return people's names from a cell: a list, or words that may spell one.

    >>> as_names(["Jane Doe", {"name": "John Roe"}]), as_names("['Jane Doe']")
    ('Jane Doe, John Roe', 'Jane Doe')
    """
    if isinstance(value, Mapping):
        return as_text(value.get("name"))
    if isinstance(value, str):
        listed = re.fullmatch(r"\[(.*)\]", value.strip())
        names = re.findall(r"""(?<!\w)['"](.+?)['"](?!\w)""", listed[1]) if listed else [value]
        return as_text(", ".join(names))
    if isinstance(value, Sequence):
        return ", ".join(name for name in map(as_names, value) if name) or None
    return None


def as_date(value: object) -> Date | None:
    """Return the date that a cell holds; None where it can be read two ways."""
    date = _date(value)
    # What has no date is often given as the first of all days, or the last.
    return date if date is not None and _FIRST_NEWS <= date.year < datetime.MAXYEAR else None


def _date(value: object) -> Date | None:
    if isinstance(value, datetime.datetime):
        return value if value.utcoffset() is not None else value.date()
    if isinstance(value, datetime.date):
        return value
    words = str(value) if type(value) is int else as_text(value)
    if words is None or len(words) > 100:
        return None
    if _SECONDS.fullmatch(words):
        return datetime.datetime.fromtimestamp(int(words[:10]), tz=datetime.UTC)
    # As Java writes them: ``Fri Mar 07 10:00:00 CET 2025``, whose zone may be one of several.
    words = _JAVA.sub(r"\1 \2", words)
    # As JavaScript writes them: ``Tue Nov 19 2019 03:05:46 GMT+0000 (Greenwich Mean Time)``.
    words = re.sub(r"\s*\b(?:GMT|UTC)(?=[+-]\d{2}:?\d{2})|\s+\([A-Za-z ]+\)$", "", words)
    return _from_iso(words) or _from_mail(words) or _from_words(words)


def _from_iso(words: str) -> Date | None:
    try:
        moment = datetime.datetime.fromisoformat(words)
        # An offset within a second of a day can be told and not be reckoned with.
        aware = moment.utcoffset() is not None and moment.astimezone(datetime.UTC) is not None
    except (ValueError, OverflowError):
        return None
    return moment if aware else moment.date()


def _from_mail(words: str) -> Date | None:
    """Return the date of an RFC 822 form, whose American zone names have one meaning."""
    if not re.match(r"(?:[A-Za-z]{3},\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d", words):
        return None
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return moment if moment.utcoffset() is not None else moment.date()


def _from_words(words: str) -> Date | None:
    try:
        return parse_published(words)
    except MetadataError:
        return None


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name.strip().lower().lstrip("\ufeff"))


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:12])
    return f"{shown}, …" if len(names) > 12 else shown or "none"
