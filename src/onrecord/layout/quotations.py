"""Where the quotations of a text are, whichever marks it uses.

A quotation is looked for inside one paragraph: the mark that opens decides
which mark closes. One that is still open at the paragraph's end runs to that
end, as in news a quotation of several paragraphs opens each of them anew. Where
it does not, but the next mark ends a paragraph near by, those up to it are in it too.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.types import Span

# What may close a quotation, by what opened it. A German or Polish opening
# mark is closed by either curly one.
_CLOSERS = {
    "\u201c": ("\u201d", "\u2019\u2019"),
    "\u201e": ("\u201d", "\u201c"),
    "\u00ab": ("\u00bb",),
    '"': ('"',),
    "``": ("''",),
    "''": ("''",),
}
_DOUBLE = re.compile("[\u201c\u201d\u201e\u00ab\u00bb\"]|``|''|\u2019\u2019")
# Where editors' programs set only one mark of a pair, the other kind closes it, if it can:
# “It rained," she said. "It snowed,” he said.
_OTHER_KIND = {"\u201c": '"', '"': "\u201d"}
_BEFORE_CLOSING = ",.!?\u2026\u2014-"
# A single mark opens only after white space, a dash or an opening bracket and
# before a word, and closes only after something and before white space or
# punctuation; so apostrophes ("don't", "the '90s", "voters' rights") stay out
# unless a pair of them fits, which two words between the marks make sure of.
_SINGLE = re.compile(
    "(?<![^\\s(\\[\u2014\u2013-])(?:\u2018(?=\\S)[^\u2018\n]*?\\S\u2019"
    "|'(?=[^\\s\\d])[^\n']*(?:\\w'\\w[^\n']*)*[^\\s\\w]')(?!\\w)"
)

_WORD = re.compile(r"\w")
# Paragraphs that a quotation may run over without a mark.
_MOST_UNMARKED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One quotation inside one paragraph, its marks included.

    Attributes:
        span: From the opening mark to the closing one, or to the paragraph's
            end where nothing closes it.
        is_closed: Whether a closing mark was found.
    """

    span: Span
    is_closed: bool


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of the paragraphs, in order.

    Marks inside a quotation open none of their own. Single marks count where a
    paragraph has no double ones, or has those inside single ones, as British
    papers set them.

    Args:
        text: The article's text.
        paragraphs: The paragraphs to look at, in order.
    """
    found: list[Quotation] = []
    for paragraph in paragraphs:
        doubles = _by_double_marks(text, paragraph)
        singles = _by_single_marks(text, paragraph)
        if _any_inside(doubles, singles):
            found.extend(_outermost([*singles, *doubles]))
        else:
            found.extend(doubles or singles)
    return tuple(_over_unmarked(text, paragraphs, found))


def _over_unmarked(
    text: str, paragraphs: Sequence[Span], found: Sequence[Quotation]
) -> Iterator[Quotation]:
    """Yield the quotations, with the unmarked paragraphs that an open one runs over."""
    starts = [paragraph.start for paragraph in paragraphs]
    end = 0
    for one in found:
        # A straight mark that closes the whole was taken for one that opens.
        if one.span.start < end:
            continue
        yield one
        number = bisect.bisect_right(starts, one.span.start) - 1
        rest = _rest(text, one, paragraphs[number : number + 1 + _MOST_UNMARKED])
        for later in () if one.is_closed else rest:
            end = later.span.end
            yield later


def _rest(text: str, opened: Quotation, paragraphs: Sequence[Span]) -> Iterator[Quotation]:
    """Yield what goes on of a quotation that opens the first of some paragraphs."""
    first, *others = paragraphs
    opens = not text[first.start : opened.span.start].strip()
    if not opens or not _WORD.search(text, opened.span.start, opened.span.end):
        return
    rest: list[Quotation] = []
    for paragraph in others:
        mark = _DOUBLE.search(text, paragraph.start, paragraph.end)
        words = text[paragraph.start : paragraph.end]
        start = paragraph.start + len(words) - len(words.lstrip())
        end = paragraph.end if mark is None else mark.end()
        rest.append(Quotation(span=Span(start, end), is_closed=mark is not None))
        if mark is not None:
            is_last = start < mark.start() and not text[end : paragraph.end].strip()
            # Marks of one kind; and no inches: 'The board was 12"'.
            is_straight = mark.group() == '"'
            is_last = is_last and is_straight == (text[opened.span.start] == '"')
            is_last = is_last and not (is_straight and text[mark.start() - 1].isdigit())
            yield from rest if is_last else ()
            return


def _any_inside(inner: Sequence[Quotation], outer: Sequence[Quotation]) -> bool:
    starts = [one.span.start for one in inner]
    for one in outer:
        at = bisect.bisect_left(starts, one.span.start)
        if at < len(inner) and inner[at].span in one.span:
            return True
    return False


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    for one in sorted(quotations, key=lambda one: (one.span.start, -one.span.end)):
        if not found or one.span.start >= found[-1].span.end:
            found.append(one)
    return found


def _by_double_marks(text: str, paragraph: Span) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    closers: tuple[str, ...] = ()
    inner: str | None = None
    for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        if opened is None and _is_doubled(text, match, paragraph):
            continue
        if opened is None:
            if mark in _CLOSERS or _is_turned_wrongly(text, match, paragraph):
                opened, closers = match.start(), _CLOSERS.get(mark, ("\u201d",))
                inner = None
        elif mark in closers or (inner is None and _closes_other(text, opened, match, paragraph)):
            found.append(Quotation(span=Span(opened, match.end()), is_closed=True))
            opened = None
        else:
            inner = None if inner else mark
    if opened is not None:
        words = text[opened : paragraph.end].rstrip()
        found.append(Quotation(span=Span(opened, opened + len(words)), is_closed=False))
    return found


def _closes_other(text: str, opened: int, match: re.Match[str], paragraph: Span) -> bool:
    """Say whether a mark of the other kind stands where only a closing one can."""
    if match.group() != _OTHER_KIND.get(text[opened]):
        return False
    after = text[match.end()] if match.end() < paragraph.end else " "
    return text[match.start() - 1] in _BEFORE_CLOSING and after.isspace()


def _is_doubled(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """Say whether a mark that opens a paragraph stands before another of its kind and a word."""
    opens = not text[paragraph.start : match.start()].strip()
    mark, rest = match.group(), text[match.end() : min(match.end() + 3, paragraph.end)]
    return opens and rest.startswith(mark) and rest[len(mark) : len(mark) + 1].isalnum()


def _is_turned_wrongly(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """Say whether a closing mark stands where only an opening one can."""
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    return match.group() == "\u201d" and before.isspace() and not after.isspace()


def _by_single_marks(text: str, paragraph: Span) -> list[Quotation]:
    return [
        Quotation(span=Span(match.start(), match.end()), is_closed=True)
        for match in _SINGLE.finditer(text, paragraph.start, paragraph.end)
        if match.group()[-2] in ",.!?;:\u2026" or match.group().count(" ") >= 1
    ]
