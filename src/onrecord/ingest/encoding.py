"""Bytes to text, or the reason why they are none."""

import codecs

from onrecord.errors import TextError

__all__ = ["decode"]

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)


def decode(data: bytes) -> str:
    r"""Return the text of some bytes, line ends untouched, without byte order mark.

    UTF-8 is expected; UTF-16 and UTF-32 are known by their mark.

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
        raise TextError(_reason(data, error)) from error
    if not text.strip():
        raise TextError("the file is empty: wanted an article's text")
    return text


def _reason(data: bytes, error: UnicodeDecodeError) -> str:
    return (
        f"the text is not {error.encoding.upper()} "
        f"(byte 0x{data[error.start]:02x} at {error.start}): save it as UTF-8"
    )
