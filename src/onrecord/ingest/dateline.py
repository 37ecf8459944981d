"""The dateline: the place a report was filed from, before its first words.

``LONDON —``, ``(LONDON) —``, ``DES MOINES, Iowa -``, ``NEW YORK, Nov. 19 (UPI) —``,
``Washington (AFP) –``, ``PARIS, Aug 31 (Reuters) -``, ``Aug 27 (Reuters) -``.

A place that an agency's name or a day vouches for is taken as it is. Without
either, it must be in capitals; and where it names no region, the text must not
use the same word in capitals again, as it does with an acronym (``NASA — The
agency``) or with a speaker in a transcript (``SMITH — No.``).
"""

import re
from dataclasses import dataclass

from onrecord.ingest.dates import ends_with_day

__all__ = ["Dateline", "find_dateline"]

# White space is bounded, or a line of nothing else takes the square of its length.
_HEAD = re.compile(
    r"\s{0,40}(?P<head>[^\r\n]{2,80}?)"
    r"(?P<mark>\s{0,8}[—–―]\s*|\s{1,8}-\s+|\s{0,8}--\s+|:\s+)(?=\S)"
)
_AGENCY = re.compile(r"\s*(?:\((?P<bracketed>[^()]{2,30})\)|/(?P<slashed>[^/]{2,30})/)$")
# Without a mark, or without even a space, before the sentence that an agency's name leads to.
_UNMARKED = re.compile(
    r"(?P<place>[^\r\n()]{0,60})\((?P<agency>[A-Za-z]{2,12}(?: [A-Z]\w{2,12})?)\)[ \xa0]?"
    r"(?=(?P<first>[^\W\d_])|[“\"‘])"
)
# Agencies vouch for a place in small letters too, and for a line without one.
_AGENCIES = frozenset(
    {"AAP", "AFP", "ANI", "ANSA", "AP", "Anadolu", "Bloomberg", "CNN", "CP", "DPA", "EFE", "IANS"}
    | {"Interfax", "Kyodo", "PA", "PTI", "Reuters", "TASS", "UPI", "VOA", "Xinhua", "Yonhap", "dpa"}
)
# Words in capitals that newsrooms put there for other reasons than a place.
_LABELS = frozenset(
    {"ABSTRACT", "ANALYSIS", "ANSWER", "BREAKING", "CLARIFICATION", "COMMENT", "CORRECTION"}
    | {"EDITORIAL", "EXCLUSIVE", "FACT", "INTERVIEW", "LIVE", "LOOK", "NOTE", "OPINION"}
    | {"PHOTOS", "QUESTION", "UPDATE", "UPDATED", "VIDEO", "WATCH"}
)
_PREFIX = re.compile(r"^(?:Mc|Mac|De|Du|La|Le|O['’]|D['’])(?=[^\W\d_]{2})")
_STARTS_SENTENCE = re.compile(r"[^\W\d_]|\d+(?:[.,]\d+)*%?\s+[^\W\d]|[“\"‘'`«„(\[@#$]")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline at a paragraph's start.

    Attributes:
        place: ``DES MOINES, Iowa``; None where only agency and day stand there.
        end: Where the paragraph's own words begin, counted from its start.
    """

    place: str | None
    end: int


def find_dateline(paragraph: str, *, elsewhere: str = "") -> Dateline | None:
    """Return the dateline that a paragraph begins with, or None.

    >>> find_dateline("PARIS, Aug 31 (Reuters) - The minister said no.").place
    'PARIS'

    Args:
        paragraph: One of the first of an article.
        elsewhere: The text after the paragraph.
    """
    match = _HEAD.match(paragraph)
    if match is None:
        return _unmarked(paragraph)
    place, agency, has_day = _parts(_unbracketed(match["head"]))
    if place is None:
        is_one = agency in _AGENCIES
    elif agency or has_day:
        is_one = _is_place(place, is_vouched=agency in _AGENCIES)
    else:
        is_one = (
            not match["mark"].startswith(":")
            and _is_place(place, is_vouched=match["head"].startswith("("))
            and _is_lone(place, paragraph[match.end() :], elsewhere)
        )
    return Dateline(place=place, end=match.end()) if is_one else None


def _unmarked(paragraph: str) -> Dateline | None:
    """Return a dateline that only brackets tell: "London (CNN)The minister"."""
    match = _UNMARKED.match(paragraph)
    if match is None or match["agency"].split()[0] not in _AGENCIES:
        return None
    if match["first"] and match["first"].islower():
        return None
    place = match["place"].strip()
    # "Canadian Pacific (CP) said": a name's own letters.
    if "".join(word[0] for word in place.split()).upper() == match["agency"].upper():
        return None
    is_one = not place or _is_place(place, is_vouched=True)
    return Dateline(place=place or None, end=match.end()) if is_one else None


def _unbracketed(head: str) -> str:
    is_bracketed = head.startswith("(") and head.endswith(")") and head.count("(") == 1
    return head[1:-1].strip() if is_bracketed and head[1:-1] not in _AGENCIES else head


def _parts(head: str) -> tuple[str | None, str | None, bool]:
    """Return place, agency, and whether a day stands between them."""
    agency = _AGENCY.search(head)
    place = head[: agency.start()] if agency else head
    day = ends_with_day(place)
    if day is not None:
        place = place[:day]
    name = (agency["bracketed"] or agency["slashed"]) if agency else None
    return place.strip(" ,") or None, name, day is not None


def _is_place(place: str, *, is_vouched: bool) -> bool:
    """Say whether these words can name a place: capitals, or a region after a comma."""
    city, *regions = [part.strip() for part in place.split(",")]
    words = re.split(r"[\s/-]+", city)
    return (
        len(words) <= _MOST_WORDS
        and len(regions) <= 2
        and not any(" " in region and region.isupper() for region in regions)
        and words[0] not in _LABELS
        and all(_is_name(word) for word in [*words, *" ".join(regions).split()])
        and (is_vouched or _is_in_capitals(city))
    )


def _is_name(word: str) -> bool:
    return word[:1].isupper() and all(sign.isalpha() or sign in ".'’-" for sign in word)


def _is_in_capitals(city: str) -> bool:
    words = [_PREFIX.sub("", word) for word in re.split(r"[\s/-]+", city)]
    return all(word.isupper() for word in words) and sum(map(str.isalpha, city)) > 2


def _is_lone(place: str, rest: str, elsewhere: str) -> bool:
    """Say whether a sentence follows, and the text nowhere else uses the word like this."""
    if not _STARTS_SENTENCE.match(rest) or rest[0].islower():
        return False
    if "," in place:
        return True
    word = re.compile(rf"\b{re.escape(place)}\b")
    return not word.search(rest) and not word.search(elsewhere)
