"""A text and the facts around it made one article: front matter told from body."""

from collections.abc import Iterable

from onrecord.errors import TextError
from onrecord.ingest.facts import Facts
from onrecord.ingest.front import find_front
from onrecord.layout import paragraphs
from onrecord.types import Article, Span

__all__ = ["compose", "compose_paragraphs"]

_SENTENCE_ENDS = tuple(".!?…:;”\"'’)]")
_LONGEST_TITLE = 150


def compose_paragraphs(blocks: Iterable[str], *, uri: str, facts: Facts) -> Article:
    r"""Return the article of some paragraphs, a blank line between any two.

    >>> article = compose_paragraphs(["ROME — It rains.", "It pours."], uri="a", facts=Facts())
    >>> article.text, article.dateline
    ('ROME — It rains.\n\nIt pours.', 'ROME')

    Raises:
        TextError: If there are no words.
    """
    return compose("\n\n".join(blocks), uri=uri, facts=facts)


def compose(text: str, *, uri: str, facts: Facts, start: int = 0) -> Article:
    """Return the article of a text, the text untouched.

    Args:
        text: As published.
        uri: Where it was read from.
        facts: What is known already; it goes before what the text tells.
        start: Where the text begins below a header.

    Raises:
        TextError: If there are no words.
    """
    if not text[start:].strip():
        raise TextError("holds no text: wanted an article")
    front = find_front(text, paragraphs(text, [Span(start, len(text))]))
    body = _without(front.outside, Span(start, len(text)), text)
    told = facts.or_else(front.facts).or_else(Facts(title=_title(text, body)))
    return Article(
        text=text,
        uri=uri,
        title=told.title,
        published=told.published,
        byline=told.byline,
        dateline=told.dateline,
        outlet=told.outlet,
        url=told.url,
        language=told.language,
        credits=told.credits,
        version=told.version,
        embargo=told.embargo,
        body=body,
    )


def _without(outside: tuple[Span, ...], whole: Span, text: str) -> tuple[Span, ...]:
    """Return what is left of the whole, without parts that hold no words."""
    starts = [whole.start, *(span.end for span in outside)]
    ends = [*(span.start for span in outside), whole.end]
    return tuple(
        Span(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()
    )


def _title(text: str, body: tuple[Span, ...]) -> str | None:
    """Return the first line where it surely is a headline.

    Surely: short, no sentence's end, and a sentence in the line below a gap.
    It stays in the body, as headlines hold statements too.
    """
    lines = paragraphs(text, body)[:2]
    if len(lines) < 2:
        return None
    first, second = (text[line.start : line.end].strip() for line in lines)
    gap = text[lines[0].end : lines[1].start]
    is_title = (
        len(first) <= _LONGEST_TITLE
        and len(first.split()) > 2
        and first[0].isalnum()
        and not first.endswith(_SENTENCE_ENDS)
        and second.endswith(_SENTENCE_ENDS)
        and len(gap.splitlines()) > 1
    )
    return first if is_title else None
