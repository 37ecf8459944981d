"""Which format some bytes are in, told by the bytes and never by a name."""

import codecs
import csv
import re
import zlib
from collections.abc import Sequence
from enum import StrEnum

from onrecord.errors import FormatError
from onrecord.ingest.columns import guess_columns

__all__ = ["Format", "sniff"]


class Format(StrEnum):
    """The forms that news comes in; the values are what ``--as`` takes."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    NINJS = "ninjs"
    NEWSML = "newsml-g2"
    NITF = "nitf"
    FEED = "feed"
    JSON_FEED = "json-feed"
    WARC = "warc"
    ZIP = "zip"
    TAR = "tar"
    GZIP = "gzip"
    DOCX = "docx"
    PDF = "pdf"
    PRESS = "press"
    MAIL = "mail"


_TAR_MARK = slice(257, 262)
_MARKS = (
    (b"PAR1", Format.PARQUET),
    (b"%PDF-", Format.PDF),
    (b"WARC/", Format.WARC),
    (b"PK\x05\x06", Format.ZIP),
)
_OFFICE_PARTS = (b"[Content_Types].xml", b"_rels/", b"word/", b"docProps/", b"customXml/")
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
# What is known and not read: the reason says what to do instead.
_REFUSED = (
    (b"{\\rtf", "is RTF: save it as .docx or as text"),
    (b"\xd0\xcf\x11\xe0", "is an old Office file (.doc): save it as .docx or as text"),
    (b"\x28\xb5\x2f\xfd", "is packed with zstd: unpack it first"),
    (b"7z\xbc\xaf", "is a 7z archive: unpack it first"),
    (b"Rar!", "is a RAR archive: unpack it first"),
    (b"\x89PNG", "is a picture: wanted an article's text"),
    (b"\xff\xd8\xff", "is a picture: wanted an article's text"),
    (b"GIF8", "is a picture: wanted an article's text"),
    (b"SQLite format 3", "is a database: export its articles as CSV or JSON Lines"),
)
_UNICODE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)
_BEFORE_ROOT = re.compile(
    r"(?:\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE(?:[^\[>]|\[.*?\]\s*(?=>))*>)*", re.I | re.S
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)[\s/>]")
_ROOTS = {
    "rss": Format.FEED,
    "RDF": Format.FEED,
    "feed": Format.FEED,
    "nitf": Format.NITF,
    **dict.fromkeys(
        (
            *("newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem"),
            *("planningItem", "catalogItem"),
        ),
        Format.NEWSML,
    ),
}
_PAGE_ROOTS = frozenset(
    {"html", "head", "body", "meta", "title", "link", "script", "style", "div", "p", "article"}
    | {"main", "section", "span", "h1", "h2", "h3", "table", "ul", "ol", "a", "b", "i", "em"}
    | {"strong", "font", "center", "header", "nav", "blockquote", "br", "img", "base", "noscript"}
)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_NINJS = re.compile(
    r'"(?:body_\w+|versioncreated|versionCreated|bodies|pubstatus|pubStatus|headlines|headline_\w+'
    r'|descriptions)"\s*:'
)
_HEADER_LINE = re.compile(r"[A-Za-z][A-Za-z0-9-]*:(?:\s|$)")
# What a message's header has, and the header that a person sets above a text has not.
_MAIL = ({"mime-version", "content-type"}, {"message-id", "from"})
_URI = re.compile(r'"uri"\s*:')
_OBJECT_LINE = re.compile(r"\s*\{[^\n]*\}[ \t]*\r?\n\s*\{")
_PRESS = re.compile(r"^\W*(?:Document\s+)?1\s+of\s+\d[\d,]*(?:\s+DOCUMENTS)?\s*$", re.I | re.M)
# How the documents of an export end, and what each has above its text.
_PRESS_END = re.compile(
    r"^[ \t]*(?:End of Document|Document (?=\w*\d{6})[A-Z]\w{11,})[ \t]*\r?$", re.M
)
_PRESS_LENGTH = re.compile(r"^[ \t]*(?:Length:\s*)?[\d,]+ words[ \t]*\r?$", re.I | re.M)


def sniff(head: bytes) -> Format:
    r"""Return the format of bytes that begin like this.

    >>> sniff(b"<!doctype html><p>It rains."), sniff(b"It rains.")
    (<Format.HTML: 'html'>, <Format.TEXT: 'text'>)

    Raises:
        FormatError: If it is one that is known and not read.
    """
    return _sniff_packed(head) or _sniff_text(_decoded(head))


def _sniff_packed(head: bytes) -> Format | None:
    for mark, reason in _REFUSED:
        if head.startswith(mark):
            raise FormatError(reason)
    if head.startswith(b"PK\x03\x04"):
        return Format.DOCX if _first_member(head).startswith(_OFFICE_PARTS) else Format.ZIP
    if head.startswith(_PACKED):
        return Format.WARC if _unpacked(head).startswith(b"WARC/") else Format.GZIP
    if head[_TAR_MARK] == b"ustar":
        return Format.TAR
    return next((name for mark, name in _MARKS if head.startswith(mark)), None)


def _first_member(head: bytes) -> bytes:
    """Return the name of a zip archive's first file, as it stands before its bytes.

    A Word file inside an archive has the same names further on.
    """
    length = int.from_bytes(head[26:28], "little")
    return head[30 : 30 + length]


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        return b""


def _decoded(head: bytes) -> str:
    for mark, encoding in _UNICODE_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, errors="replace")
    return head.decode("utf-8", errors="replace")


def _sniff_text(head: str) -> Format:
    start = head.lstrip()
    if start.startswith("<"):
        return _sniff_markup(start)
    if re.match(r'\{\s*["}]|\[\s*[\[{"\]]', start) and not _is_bracketed_word(start):
        return _sniff_json(start)
    if _PRESS.search(head[:2000]) or (_PRESS_LENGTH.search(head) and _PRESS_END.search(head)):
        return Format.PRESS
    if _is_mail(head):
        return Format.MAIL
    return Format.CSV if _is_table(head) else Format.TEXT


def _is_mail(head: str) -> bool:
    """Say whether a text begins with a message's header, which ends at the first blank line."""
    if not _HEADER_LINE.match(head):
        return False
    header = re.split(r"\r?\n\r?\n", head, maxsplit=1)[0]
    names = {line.partition(":")[0].lower() for line in header.splitlines()}
    return any(names.issuperset(both) for both in _MAIL)


def _is_bracketed_word(start: str) -> bool:
    """Say whether a text begins with a quotation in brackets, as no JSON does."""
    return bool(re.match(r'\[\s*"[^"]*"\s*[^\s,\]"]', start))


def _sniff_markup(start: str) -> Format:
    before = _BEFORE_ROOT.match(start)
    root = _ROOT.match(start, before.end() if before else 0)
    name = root["name"] if root else ""
    if name in _ROOTS:
        return _ROOTS[name]
    if name.lower() in _PAGE_ROOTS:
        return Format.HTML
    if start.startswith("<?xml") or (name and (f"</{name}" in start or "xmlns" in start[:1000])):
        raise FormatError(
            f"is XML of an unknown kind (its first element is {name or 'missing'}): "
            "wanted NewsML-G2, NITF, RSS, Atom or XHTML"
        )
    return Format.TEXT


def _sniff_json(start: str) -> Format:
    if _JSON_FEED.search(start[:4000]):
        return Format.JSON_FEED
    if _URI.search(start) and _NINJS.search(start):
        return Format.NINJS
    return Format.JSONL if _OBJECT_LINE.match(start) else Format.JSON


def _is_table(head: str) -> bool:
    """Say whether the first line names columns, one of them an article's text.

    One known name alone may be a headline (``Story | The Echo``): then the
    second line must have a cell beside it too.
    """
    first, _, rest = re.sub(r"^sep=.\r?\n", "", head, flags=re.I).partition("\n")
    second = rest.partition("\n")[0]
    for sign in ",\t;|":
        names = _cells(first.strip("\r"), sign)
        known = guess_columns(names) if len(names) > 1 else {}
        if "text" in known and (len(known) > 1 or sign in second):
            return True
    return False


def _cells(line: str, sign: str) -> Sequence[str]:
    if len(line) > 2000:
        return ()
    try:
        return next(csv.reader([line], delimiter=sign), [])
    except csv.Error:
        return ()
