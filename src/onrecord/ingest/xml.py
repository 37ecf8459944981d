"""XML from anywhere, parsed so that it can do nothing: no entities, no network, no depth."""

from lxml import etree

from onrecord.errors import FormatError

__all__ = [
    "Element",
    "below",
    "elements",
    "first_text",
    "local_name",
    "parse_xml",
    "values",
    "words",
]

Element = etree._Element  # noqa: SLF001 (lxml has no public name for it)
_ENTITY = b"<!ENTITY"


def parse_xml(data: bytes) -> Element:
    """Return the first element of a document.

    A document that declares entities is refused whole: news has no use for
    them, and bombs and thefts of local files are made of them.

    Raises:
        FormatError: If this is no well-formed XML, or declares entities.
    """
    if _ENTITY in data or _ENTITY in data.replace(b"\0", b""):
        raise FormatError("declares XML entities, which are refused: they can be made to do harm")
    try:
        return etree.fromstring(data, parser=_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(f"is no well-formed XML: {error}") from error


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def local_name(element: Element) -> str:
    """Return an element's name without its namespace; empty for what is no element."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def elements(node: Element, xpath: str) -> list[Element]:
    """Return the elements at an XPath."""
    found = node.xpath(xpath)
    return [each for each in found if isinstance(each, Element)] if isinstance(found, list) else []


def values(node: Element, xpath: str) -> list[str]:
    """Return the attributes and text nodes at an XPath, those of spaces only left out."""
    found = node.xpath(xpath)
    listed = found if isinstance(found, list) else []
    return [str(each).strip() for each in listed if isinstance(each, str) and each.strip()]


def below(node: Element, path: str) -> list[Element]:
    """Return the elements at a path of local names, whatever their namespace.

    >>> [words(each) for each in below(etree.fromstring("<a><b>It  rains.</b><b/></a>"), "b")]
    ['It rains.', '']
    """
    steps = "/".join(f"*[local-name()='{name}']" for name in path.split("/"))
    return elements(node, f"./{steps}")


def words(element: Element) -> str:
    """Return an element's words, with one space wherever there is white space."""
    return " ".join("".join(map(str, element.itertext())).split())


def first_text(node: Element, *paths: str) -> str | None:
    """Return the first words at any of some paths of local names, in that order."""
    found = (words(each) for path in paths for each in below(node, path))
    return next((text for text in found if text), None)
