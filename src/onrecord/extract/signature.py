"""What a name signs with a dash, on one line or the next.

A quotation: “…” — Beck Pimentel. A post that a page shows: … — Beck Pimentel (@beck) May 3, 2021.
"""

import re
from collections.abc import Iterator

from onrecord.extract.lines import Line
from onrecord.extract.passage import Passage
from onrecord.types import Span

# A dash, then a name to the paragraph's end: it holds a capital (or a handle's
# @), has no room for a sentence (twelve words at most), and ends none.
_SIGNATURE = re.compile(
    r"\s*(?P<dash>[\u2013-\u2015~-]{1,2})\s*"
    r"(?P<name>[\w@][^\n.!?:;\u201c\u201d\"]*"
    r"(?:\.(?= ?\w)[^\n.!?:;\u201c\u201d\"]*)*)"
    r"[.\s]*",
)
_MOST_WORDS = 12
# As networks have their posts shown on other pages: name, handle, day.
_POST = re.compile(
    r"(?:\A|(?<=\s))(?P<dash>[\u2013-\u2015-]{1,2})\s{0,3}"
    r"(?P<name>(?:(?!\s[\u2013-\u2015-])[^\n@()]){1,60}?)\s{0,3}"
    r"\((?P<handle>@[\w.-]{1,60})\)\s{1,3}"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? \d{4}\Z"
)
_LONGEST_POST = 200
# What follows a post's words: addresses of pictures and pages.
_ADDRESSES = ("http://", "https://", "pic.twitter.com/", "t.co/")
_VERB_AHEAD = re.compile(r"\b(?:said|says|told|is|was|are|were|has|had)\b")


def signed_quotations(passage: Passage) -> list[Line]:
    """Return the quotations that a name signs, in order."""
    return list(_signed(passage))


def shown_posts(passage: Passage) -> list[Line]:
    """Return the posts that a page shows, in order.

    One may have begun in an earlier paragraph than the last of its words: where, nothing tells.
    """
    return list(_posts(passage))


def _posts(passage: Passage) -> Iterator[Line]:
    for number, paragraph in enumerate(passage.paragraphs):
        text = passage.text[paragraph.start : paragraph.end].rstrip()
        match = _POST.search(text, max(0, len(text) - _LONGEST_POST))
        if match is None:
            continue
        if not text[: match.start()].strip():
            words = passage.paragraphs[number - 1] if number else None
        else:
            words = Span(paragraph.start, paragraph.start + match.start())
        said = words and _post_words(passage.text, words)
        if said:
            name = "name" if any(map(str.isalpha, match["name"])) else "handle"
            yield Line(
                name=Span(*(paragraph.start + at for at in match.span(name))),
                cue=Span(*(paragraph.start + at for at in match.span("dash"))),
                words=said,
            )


def _post_words(text: str, paragraph: Span) -> Span | None:
    words = text[paragraph.start : paragraph.end].rstrip()
    while words and (last := words.rsplit(maxsplit=1)[-1]).startswith(_ADDRESSES):
        words = words[: len(words) - len(last)].rstrip()
    start = paragraph.start + len(words) - len(words.lstrip())
    end = paragraph.start + len(words)
    return Span(start, end) if end > start else None


def _signed(passage: Passage) -> Iterator[Line]:
    for quotation in passage.quotations:
        if not quotation.is_closed:
            continue
        number = passage.paragraph_of(quotation.span.start)
        if quotation.span.start != passage.begins(number):
            continue
        name_at = _name_after(passage, quotation.span.end, number)
        if name_at is not None:
            yield Line(name=name_at[1], cue=name_at[0], words=quotation.span)


def _name_after(passage: Passage, end: int, number: int) -> tuple[Span, Span] | None:
    """Return the dash and the name that follow a quotation to its line's end."""
    paragraph = passage.paragraphs[number]
    if passage.text[end : paragraph.end].strip():
        return _signature(passage, end, paragraph.end)
    if number + 1 < len(passage.paragraphs):
        following = passage.paragraphs[number + 1]
        return _signature(passage, following.start, following.end)
    return None


def _signature(passage: Passage, start: int, end: int) -> tuple[Span, Span] | None:
    match = _SIGNATURE.fullmatch(passage.text, start, end)
    if match is None:
        return None
    name = match["name"].rstrip()
    is_name = any(char.isupper() or char == "@" for char in name)
    if not is_name or len(name.split()) > _MOST_WORDS or _VERB_AHEAD.search(name):
        return None
    at = match.start("name")
    return Span(*match.span("dash")), Span(at, at + len(name))
