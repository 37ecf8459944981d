"""Bytes of a web page to text, whatever encoding it claims."""

import codecs
import re

from onrecord.errors import TextError

__all__ = ["decode_markup"]

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I
)
_HEAD = 4096
# Control characters, bare or as references: nobody sees them, and XML cannot hold them.
_CONTROL = re.compile("[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]")
# Without IGNORECASE, so that the search goes from one ``&#`` to the next.
_CONTROL_REFERENCE = re.compile(
    "&#(?:0*(?:[0-8]|11|1[4-9]|2[0-9]|3[01])(?![0-9])"
    "|[xX]0*(?:[0-8bBe-fE-F]|1[0-9a-fA-F])(?![0-9a-fA-F]));?"
)
# White space to readers and to HTML, and yet no character of XML.
_FORM_FEED = re.compile("&#(?:0*12(?![0-9])|[xX]0*[cC](?![0-9a-fA-F]));?")
# Browsers read these as windows-1252, as its curly quotes are what was meant.
_MEANT = {"iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}


def decode_markup(data: bytes, told: str | None = None) -> str:
    r"""Return the text of a page.

    What is valid UTF-8 is UTF-8: hardly a text in another encoding is valid
    by chance, and many pages declare what they are not. Then comes what the
    server or the page says, then windows-1252.

    >>> decode_markup(b'<meta charset="latin-1"><p>\x93Caf\xe9\x94')[-6:]
    '“Café”'

    Args:
        data: The page.
        told: The encoding that the server named.

    Raises:
        TextError: If it is empty or no text.
    """
    if not data.strip():
        raise TextError("the file is empty: wanted an article's text")
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return _clean(data.decode(encoding, errors="replace"))
    if data.count(b"\0") > len(data) // 100:
        raise TextError("the file is binary (it holds NUL bytes): wanted a web page")
    return _clean(_decoded(data, told).lstrip("\ufeff"))


def _clean(text: str) -> str:
    text = _FORM_FEED.sub(" ", text.replace("\x0c", " "))
    return _CONTROL_REFERENCE.sub("", _CONTROL.sub("", text))


def _decoded(data: bytes, told: str | None) -> str:
    for encoding in ("utf-8", _known(told), _known(_declared(data))):
        if encoding:
            try:
                return data.decode(encoding)
            except (UnicodeError, LookupError):
                continue
    # A page of UTF-8 with some bytes from elsewhere keeps all its other letters.
    text = data.decode("utf-8", errors="replace")
    foreign = sum(ord(sign) > 0x7F for sign in text)
    is_mostly_utf8 = text.count("\ufffd") * 2 < foreign
    return text if is_mostly_utf8 else data.decode("cp1252", errors="replace")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii", errors="replace") if found else None


def _known(name: str | None) -> str | None:
    """Return the codec for a name, if it is one for text that Python has."""
    try:
        found = codecs.lookup(name or "")
    except (LookupError, ValueError):
        return None
    # ``utf-16`` cannot be where ``<meta`` was read as ASCII; ``zip`` is no text's.
    is_text = getattr(found, "_is_text_encoding", True) and not found.name.startswith("utf-16")
    return _MEANT.get(found.name, found.name) if is_text else None
