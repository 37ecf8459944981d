"""Where the paragraphs of a text are: its lines, or its blocks where lines are wrapped."""

import re
from collections.abc import Sequence

from onrecord.types import Span

_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# Every line end that Python's str.splitlines knows, so that CRLF, NEL and the
# Unicode separators end a paragraph as a newline does.
_LINE = re.compile(f"[^{_ENDS}]+")
# Lines up to the next blank one.
_BLOCK = re.compile(r"[^\S\r\n]*\S[^\r\n]*(?:\r?\n[^\S\r\n]*\S[^\r\n]*)*")
# E-mails and old wire copy are wrapped at 60 to 80 columns; paragraphs of one
# line each are longer, or end a sentence.
_WIDE_LINE = re.compile(r"[^\r\n]{91}")
_NARROWEST = 40
_SENTENCE_END = re.compile(r"[.!?:\u2026][\"'\u201d\u2019)\]]*\s*$")
_LEAST_LINES = 6


def paragraphs(text: str, body: Sequence[Span]) -> tuple[Span, ...]:
    """Return the paragraphs inside the body, in order, without empty ones.

    A paragraph is a line, or, where lines are wrapped at a fixed width, all
    lines up to a blank one.

    Args:
        text: The article's text.
        body: The parts of the text to look at, in order.
    """
    pattern = _BLOCK if _is_wrapped(text, body) else _LINE
    return tuple(
        Span(found.start(), found.end())
        for part in body
        for found in pattern.finditer(text, part.start, part.end)
        if not found.group().isspace()
    )


def _is_wrapped(text: str, body: Sequence[Span]) -> bool:
    """Say whether most lines that another follows break off in the middle of a sentence."""
    if any(_WIDE_LINE.search(text, part.start, part.end) for part in body):
        return False
    blocks = [
        block.group().splitlines()
        for part in body
        for block in _BLOCK.finditer(text, part.start, part.end)
    ]
    followed = [line for lines in blocks for line in lines[:-1]]
    broken = [
        line
        for line in followed
        if len(line) >= _NARROWEST and not _SENTENCE_END.search(line[-10:])
    ]
    return len(followed) >= _LEAST_LINES and 2 * len(broken) > len(followed)
