"""Bytes to text, or the reason why they are none."""

import codecs
import re

from onrecord.errors import TextError

__all__ = ["decode", "windows_text"]

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)

_ASCII = bytes(range(0x80))
# €, …, quotation marks, •, dashes, ™, no-break space, §, ©, «, ®, °, ±, µ, ·, »; then letters.
_SAME_IN_1250 = bytes(
    [0x80, 0x85, *range(0x91, 0x98), 0x99]
    + [0xA0, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB1, 0xB5, 0xB7, 0xBB]
    + [
        byte
        for byte in range(0xC0, 0x100)
        if bytes([byte]).decode("cp1250") == bytes([byte]).decode("cp1252")
    ]
)
# English news has less than 2 letters with accents in 100, names from everywhere counted.
_MOST_ACCENTS = 0.05
_FIRST_LETTER = 0xC0
_MARK_IN_WORD = re.compile(rb"[A-Za-z][\x91\x93-\x95][A-Za-z]")


def decode(data: bytes) -> str:
    r"""Return the text of some bytes, line ends untouched, without byte order mark.

    UTF-8 is expected; UTF-16 and UTF-32 are known by their mark, windows-1252
    where no other encoding could be meant (`windows_text`).

    >>> decode("Café\r\n".encode())
    'Café\r\n'

    Raises:
        TextError: If the bytes are empty, no text, or text in another encoding.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\0" in data:
        raise TextError("the file is binary (it holds NUL bytes): wanted a text file")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        windows = windows_text(data) if encoding == "utf-8" else None
        if windows is None:
            raise TextError(_reason(data, error)) from error
        text = windows
    if not text.strip():
        raise TextError("the file is empty: wanted an article's text")
    return text


def windows_text(data: bytes) -> str | None:
    """Return the text of bytes in windows-1252; None where they may be in another encoding.

    Sure is what reads the same in windows-1250 too, of Czech or Polish names:
    quotation marks, dashes and most accents. A text of Mac or DOS has marks or
    letters that these have not, or quotation marks within words.

    >>> windows_text("It costs 40 €, “a lot”, said Zoë.".encode("cp1252"))
    'It costs 40 €, “a lot”, said Zoë.'
    """
    foreign = data.translate(None, _ASCII)
    is_sure = (
        not foreign.translate(None, _SAME_IN_1250)
        and sum(byte >= _FIRST_LETTER for byte in foreign) <= _MOST_ACCENTS * len(data)
        and not _MARK_IN_WORD.search(data)
    )
    return data.decode("cp1252") if is_sure else None


def _reason(data: bytes, error: UnicodeDecodeError) -> str:
    return (
        f"the text is not {error.encoding.upper()} "
        f"(byte 0x{data[error.start]:02x} at {error.start}): save it as UTF-8"
    )
