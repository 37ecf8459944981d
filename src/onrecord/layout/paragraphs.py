"""Where the paragraphs of a text are: its lines that hold more than white space."""

import re
from collections.abc import Sequence

from onrecord.types import Span

# Every line end that Python's str.splitlines knows, so that CRLF, NEL and the
# Unicode separators end a paragraph as a newline does.
_LINE = re.compile("[^\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")


def paragraphs(text: str, body: Sequence[Span]) -> tuple[Span, ...]:
    """Return the paragraphs inside the body, in order, without empty ones.

    Args:
        text: The article's text.
        body: The parts of the text to look at, in order.
    """
    return tuple(
        Span(line.start(), line.end())
        for part in body
        for line in _LINE.finditer(text, part.start, part.end)
        if not line.group().isspace()
    )
