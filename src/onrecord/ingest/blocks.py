"""Markup to paragraphs: the words of HTML, XHTML or NITF as a reader sees them."""

import re

from lxml import etree, html

from onrecord.errors import FormatError
from onrecord.ingest.xml import Element, local_name

__all__ = ["fragment_blocks", "paragraphs_of"]

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


def paragraphs_of(root: Element, *, heads: bool = False, comments: bool = True) -> list[str]:
    """Return the paragraphs below an element, in order.

    Args:
        root: Of HTML, XHTML, NITF, or what trafilatura makes of them.
        heads: Whether ``head`` is a heading, as in trafilatura's, or what
            stands above an HTML document.
        comments: Whether to keep what readers wrote below, as its class or id tells.
    """
    found: list[str] = []
    words: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = local_name(element).lower()
        is_skipped = event == "start" and (name in _LEFT_OUT or (name == "head" and not heads))
        is_skipped = is_skipped or (event == "start" and not comments and _is_comment(element))
        if is_skipped:
            walk.skip_subtree()
        if name in _BREAKS or name == "head":
            _end_paragraph(found, words)
        if event == "start" and not is_skipped:
            words.append(element.text or "")
        if event != "start" and element is not root:
            words.append(element.tail or "")
    _end_paragraph(found, words)
    return found


def _is_comment(element: Element) -> bool:
    told = f"{element.get('class')} {element.get('id')}".lower()
    return "comment" in told and local_name(element) not in ("html", "body")


def _end_paragraph(found: list[str], words: list[str]) -> None:
    paragraph = _SPACE.sub(" ", "".join(words)).strip(" ")
    words.clear()
    if paragraph.strip():
        found.append(paragraph)
