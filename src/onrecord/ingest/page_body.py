"""What is made of a page before its article is told from the rest: running text as running text.

What tells an article from what surrounds it goes by classes and by how many words are links;
inside of a paragraph neither means anything.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lxml import html

__all__ = ["joined", "smoothed"]

_INLINE = frozenset({"a", "abbr", "b", "em", "i", "mark", "small", "span", "strong", "u"})
# Of these a paragraph has at least so many characters, a part of an article several of them.
_LONG = 80
_PART = 400
_PARAGRAPHS = 2
# Words of a paragraph that are no links: enough of them, and in no small part.
_PLAIN_WORDS = 30
_PLAIN_SHARE = 0.4
# What stands in a paragraph and shows a picture, then links.
_BOXES = "//p//*[count(.//a) > 1][descendant::*[self::a or self::img][1][self::img]]"
_NO_PARTS = ("comment", "repl", "related", "teaser")


def smoothed(page: html.HtmlElement) -> None:
    """Make of each paragraph what its reader sees, where it stands.

    Boxes of links that open over a name are dropped; words inside of running text are
    no menu, whatever their class.
    """
    for box in page.xpath(_BOXES):
        if _is_of_links(box):
            box.drop_tree()
    for paragraph in page.iter("p"):
        _smooth(paragraph)


def joined(page: html.HtmlElement, found: str) -> bool:
    """Put the parts of an article that stand apart into the first of them; say whether any did.

    Parts are elements of one class, in parents of one class, with paragraphs of their own; of
    one of them what was found has the words, and of another none.

    Args:
        page: Changed where it stands.
        found: The words that were told to be the article.
    """
    is_changed = False
    order = {one: place for place, one in enumerate(page.iter("div", "section", "article"))}
    for parts in _alike(page):
        are_found = [_is_found(part, found) for part in parts]
        if any(are_found) and not all(are_found):
            first = parts[are_found.index(True)]
            for part, is_found in zip(parts, are_found, strict=True):
                if not is_found and _size(part) >= _PART and _follows(part, first, order):
                    first.extend(list(part))
                    is_changed = True
    return is_changed


def _smooth(paragraph: html.HtmlElement) -> None:
    inside = [one for one in paragraph.iterdescendants() if one.tag in _INLINE]
    for one in inside:
        if one.getprevious() is not None or (one.getparent().text or "").strip():
            one.attrib.pop("class", None)
    links = [one for one in inside if one.tag == "a"]
    if links and _is_running(paragraph, links):
        for one in links:
            one.drop_tag()
        # What has no words, left behind by a link, would end the paragraph for trafilatura.
        for one in inside:
            if one.tag != "a" and not len(one) and not (one.text or "").strip():
                one.drop_tree()


def _is_of_links(element: html.HtmlElement) -> bool:
    """Return whether all words of an element are links' words."""
    links = element.xpath("descendant::a//text()")
    return "".join("".join(links).split()) == "".join(element.text_content().split())


def _is_running(paragraph: html.HtmlElement, links: Iterable[html.HtmlElement]) -> bool:
    every = len(_words(paragraph))
    plain = every - sum(len(_words(one)) for one in links)
    return plain >= _PLAIN_WORDS and plain >= _PLAIN_SHARE * every


def _alike(page: html.HtmlElement) -> Iterable[list[html.HtmlElement]]:
    """Return elements that may be parts of one article, those of one kind together."""
    held: dict[html.HtmlElement, int] = defaultdict(int)
    for paragraph in page.iter("p"):
        above = paragraph.getparent()
        if above is not None and len(_words(paragraph)) >= _LONG:
            held[above] += 1
    kinds = defaultdict(list)
    for element, paragraphs in held.items():
        above, name = element.getparent(), element.get("class", "")
        is_part = name and not any(one in name.lower() for one in _NO_PARTS)
        if is_part and above is not None and paragraphs >= _PARAGRAPHS:
            kinds[element.tag, name, above.tag, above.get("class")].append(element)
    return [parts for parts in kinds.values() if len(parts) > 1]


def _is_found(part: html.HtmlElement, found: str) -> bool:
    return any(
        words[:_LONG] in found
        for words in map(_words, part.iterchildren("p"))
        if len(words) >= _LONG
    )


def _size(part: html.HtmlElement) -> int:
    return sum(len(_words(one)) for one in part.iterchildren("p"))


def _follows(
    part: html.HtmlElement, first: html.HtmlElement, order: Mapping[html.HtmlElement, int]
) -> bool:
    """Return whether a part comes after another in the page, and not inside of it."""
    return order.get(part, -1) > order.get(first, len(order)) and first not in part.iterancestors()


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
