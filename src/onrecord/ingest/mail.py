"""A message: an e-mail with an article in it, or a page that a browser saved as one (.mhtml)."""

import email
import email.errors
import email.header
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from onrecord.errors import FormatError
from onrecord.ingest.columns import as_date
from onrecord.ingest.facts import Facts
from onrecord.ingest.page_words import plain_text
from onrecord.ingest.source import Source
from onrecord.types import Failure

__all__ = ["ERRORS", "members"]

# What the library raises for headers and parts that nobody should have written.
ERRORS = (
    *(email.errors.MessageError, LookupError, ValueError, TypeError, AttributeError),
    *(AssertionError, RecursionError),
)
_KINDS = ("text/html", "text/plain")
_ANSWERED = re.compile(r"^\s*(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def members(source: Source) -> Iterator[Source | Failure]:
    """Yield the page or the text of a message, under the message's own name.

    Raises:
        FormatError: If it has neither.
    """
    message = email.message_from_bytes(source.read())
    part = _main_part(message)
    if part is None:
        raise FormatError("is a message without a page or a text")
    data = part.get_payload(decode=True)
    charset = part.get_content_charset()
    body = data if isinstance(data, bytes) else b""
    yield replace(
        source,
        stream=io.BytesIO(_as_utf8(body, charset)),
        hints=source.hints.or_else(_facts(message, part)),
        charset=charset,
        depth=source.depth + 1,
    )


def _main_part(message: Message) -> Message | None:
    """Return the first page, else the first text, that is not attached."""
    parts = [part for part in message.walk() if part.get_content_disposition() != "attachment"]
    found = (part for kind in _KINDS for part in parts if part.get_content_type() == kind)
    return next(found, None)


def _as_utf8(body: bytes, charset: str | None) -> bytes:
    """Return a text as UTF-8; as it is where it is not in the encoding that it is said to be."""
    try:
        return body.decode(charset or "utf-8").encode()
    except (LookupError, ValueError):
        return body


def _facts(message: Message, part: Message) -> Facts:
    """Return what the message tells; when a page was saved, or sent on, is no publication."""
    subject = _header(message, "Subject")
    saved = _header(message, "Snapshot-Content-Location")
    place = saved or _header(part, "Content-Location")
    is_letter = place is None and not _ANSWERED.match(subject or "")
    return Facts(
        title=_ANSWERED.sub("", subject) or None if subject else None,
        published=as_date(_header(message, "Date")) if is_letter else None,
        url=place if place and place.startswith(("http://", "https://")) else None,
    )


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    if value is None:
        return None
    return plain_text(str(email.header.make_header(email.header.decode_header(value))))
