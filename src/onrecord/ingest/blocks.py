"""Markup to paragraphs: the words of HTML, XHTML or NITF as a reader sees them."""

import re
from collections.abc import Callable, Iterator

from lxml import etree, html

from onrecord.errors import FormatError
from onrecord.ingest.xml import Element, local_name

__all__ = ["fragment_blocks", "lines_shown", "paragraphs_of"]

# Where one of these begins or ends, so does a paragraph. The second line is
# NITF's, the third trafilatura's.
_BREAKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "br"}
    | {"ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "tr", "td", "th", "hr"}
    | {"block", "hl1", "hl2", "bq", "fn", "note", "credit"}
    | {"quote", "list", "item", "row", "cell", "lb", "code", "body"}
)
# What stands around an article's words and is none of them.
_LEFT_OUT = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "form"}
    | {"button", "select", "nav", "aside", "footer", "figure", "figcaption", "picture", "video"}
    | {"audio", "media", "media-caption", "title", "graphic"}
)
# What HTML calls white space; a no-break space is a character of the text.
_SPACE = re.compile(r"[ \t\r\n\f]+")


def fragment_blocks(markup: str) -> list[str]:
    """Return the paragraphs of a piece of HTML; of plain words, themselves.

    >>> fragment_blocks("<p>It <b>rains</b>.</p><p>It pours.<br>Still.</p>")
    ['It rains.', 'It pours.', 'Still.']

    Raises:
        FormatError: If it cannot be parsed.
    """
    if not markup.strip():
        return []
    try:
        # Bytes, as lxml refuses a string that declares an encoding.
        root = html.document_fromstring(
            f"<div>{markup}</div>".encode(errors="replace"),
            parser=html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True),
        )
    except (etree.LxmlError, ValueError) as error:
        raise FormatError(f"holds HTML that cannot be parsed: {error}") from error
    return paragraphs_of(root)


def paragraphs_of(root: Element, *, heads: bool = False) -> list[str]:
    """Return the paragraphs below an element, in order.

    Args:
        root: Of HTML, XHTML, NITF, or what trafilatura makes of them.
        heads: Whether ``head`` is a heading, as in trafilatura's, or what
            stands above an HTML document.
    """
    return list(_paragraphs(root, lambda _, name: name == "head" and not heads))


def lines_shown(page: Element) -> Iterator[str]:
    """Yield the paragraphs of a whole page, without its masthead and what readers wrote below."""
    yield from _paragraphs(
        page, lambda element, name: name == "head" or _is_comment(element) or _is_masthead(element)
    )


def _paragraphs(root: Element, is_left_out: Callable[[Element, str], bool]) -> Iterator[str]:
    words: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = local_name(element).lower()
        is_start = event == "start"
        is_skipped = is_start and (name in _LEFT_OUT or is_left_out(element, name))
        if is_skipped:
            walk.skip_subtree()
        if name in _BREAKS or name == "head":
            yield from _ended(words)
        if is_start and not is_skipped:
            words.append(element.text or "")
        if not is_start and element is not root:
            words.append(element.tail or "")
    yield from _ended(words)


def _is_masthead(element: Element) -> bool:
    is_header = local_name(element) == "header"
    return is_header and not element.xpath("boolean(.//h1 | ancestor::article | ancestor::main)")


def _is_comment(element: Element) -> bool:
    told = f"{element.get('class')} {element.get('id')}".lower()
    return "comment" in told and local_name(element) not in ("html", "body")


def _ended(words: list[str]) -> Iterator[str]:
    """Yield the paragraph that these words make, if they make one."""
    paragraph = _SPACE.sub(" ", "".join(words)).strip(" ") if words else ""
    words.clear()
    if paragraph.strip():
        yield paragraph
