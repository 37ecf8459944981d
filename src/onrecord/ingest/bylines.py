"""Who wrote it, out of a byline: the names, without ``By``, titles, and the outlet's own name."""

import re
from collections.abc import Iterable

from onrecord.ingest.page_words import plain_text

__all__ = ["are_people", "is_name", "joined_names", "person_name", "split_names"]

_BY = re.compile(
    r"^\W*(?:(?:(?:written|posted|published|reported|compiled|analysis|opinion|commentary|review"
    r"|story|text|words|article)\s+)?by\b:?|(?:text|words|author|story|текст|автор)\s*:)\s*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|[@<>{}]|^\W*$|^\w{0,3}(?:admin|administrator)\d*$"
    r"|^(?:unknown|undefined|staff|editor|anonymous|author|guest|webmaster|root|none|n/a)$",
    re.IGNORECASE,
)
_LONGEST_NAME = 200
# What stands between a name and what is told of it: ``Ann Poe | The Echo``, ``Ann Poe - Writer``.
_ASIDE = re.compile(r"\s+[|•·–—-]\s+|\s*\|\s*|\s*\(")
_FROM = re.compile(r"\s+in\s+[A-Z][^,;&]*?(?=$|\s+(?:and|&)\s|\s*[,;])")
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+")
_ROLE = re.compile(
    r"\b(?:writer|reporter|correspondent|editor(?:ial|-at-large)?|columnist|contributor|staff"
    r"|journalist|producer|analyst|critic|blogger|special\s+to|bureau|agency|network|magazine"
    r"|news(?:paper|room|desk)?|media|team|desk|wires?|associated\s+press|reuters|afp|ap|upi|pti"
    r"|cnn|bbc|cbs|nbc|abc|npr|bloomberg|business\s+insider|futurism)\b|\.(?:com|org|net|co)\b",
    re.IGNORECASE,
)
# Degrees, as in ``Ann Poe, MS, RD``.
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,2}\.?){1,3}(?:\s\([A-Z]{2}\))?")
_NAME = re.compile(r"[^\W\d_][^\d_]*")
_MOST_WORDS = 4
_PARTICLES = frozenset({"de", "del", "della", "den", "der", "di", "da", "la", "le", "van", "von"})
_GENERATION = re.compile(r"(?:jr|sr|i{2,3}|iv)\.?", re.IGNORECASE)


def person_name(value: object, *, outlet: str | None = None) -> str | None:
    """Return the names in a byline; None for an address or a template's filler.

    A byline that names a body only (``Associated Press``) is kept as it is.

    >>> person_name("By JANE DOE, Staff Writer"), person_name("admin")
    ('JANE DOE', None)
    >>> person_name("Ann Poe in Rome and Bo Lee, Associated Press")
    'Ann Poe and Bo Lee'

    Args:
        value: As the page states it.
        outlet: Whose name is no part of a person's.
    """
    name = _BY.sub("", plain_text(value) or "").strip(" ,;")
    if not name or len(name) > _LONGEST_NAME or _NO_NAME.search(name):
        return None
    return _without_titles(_without_outlet(name, outlet))


def split_names(byline: str) -> list[str]:
    """Return the names of a byline.

    >>> split_names("Ann Poe, Bo Lee Jr. and Cy Fox")
    ['Ann Poe', 'Bo Lee Jr.', 'Cy Fox']
    """
    return [name for name in _BETWEEN.split(byline) if name]


def is_name(name: str) -> bool:
    """Say whether these words have the shape of a person's name.

    >>> is_name("Ann van Poe"), is_name("20 Nov 2019"), is_name("View more articles")
    (True, False, False)
    """
    words = name.split()
    return (
        len(words) <= _MOST_WORDS
        and bool(_NAME.fullmatch(name))
        and not any(word[0].islower() and word not in _PARTICLES for word in words)
    )


def joined_names(names: Iterable[str]) -> str | None:
    """Return names as one byline, each once; None where there are none."""
    return ", ".join(dict.fromkeys(names)) or None


def are_people(byline: str, *, outlet: str | None) -> bool:
    """Say whether a byline can name people, and is no body's name.

    >>> are_people("Ann Poe", outlet="The Echo"), are_people("Echo Staff", outlet="The Echo")
    (True, False)
    """
    is_outlet = outlet is not None and (
        _plain(byline) in _plain(outlet) or _plain(outlet) in _plain(byline)
    )
    return not is_outlet and not any(_ROLE.search(name) for name in split_names(byline))


def _without_outlet(name: str, outlet: str | None) -> str:
    """Return a name without the outlet's behind it: ``Ann Poe. The Echo``."""
    if not outlet:
        return name
    end = re.compile(rf"(?<=\w)[\s.,|•·–—-]+{re.escape(outlet)}\s*$", re.IGNORECASE)
    return end.sub("", name)


def _without_titles(name: str) -> str:
    first = _FROM.sub("", _ASIDE.split(name, maxsplit=1)[0].strip(" ,;")) or name
    parts = re.split(r"\s*([,;])\s*", first)
    kept = parts[0]
    for sign, part in zip(parts[1::2], parts[2::2], strict=False):
        if _GENERATION.fullmatch(part) or not (_DEGREE.fullmatch(part) or _ROLE.search(part)):
            kept += f"{sign} {part}"
    return kept.strip()


def _plain(name: str) -> str:
    return re.sub(r"\W+", " ", name).strip().casefold()
