"""A search as its address tells it: what the box, the facets and the dates ask together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.ask import Question, Sort
from onrecord.errors import MetadataError, QuestionError
from onrecord.ingest import parse_published
from onrecord.ingest.dates import Date
from onrecord.types import Act, Attitude, ChannelKind, Kind, SourceType

__all__ = ["FACETS", "Asked", "Values", "asked"]

# What may stand in the address, in the order in which it is shown.
_NAMES = (
    "q",
    "speaker",
    "outlet",
    "type",
    "act",
    "attitude",
    "channel",
    "kind",
    "since",
    "until",
    "published_since",
    "published_until",
    "min_confidence",
    "aside",
    "sort",
)
FACETS = ("speaker", "outlet", "act", "channel", "type", "kind", "year")
_TYPED = re.compile(r"""\b(speaker|outlet):(?:["“”]([^"“”]+)["“”]|(\S+))""")
_CHOICES = {
    "type": SourceType,
    "act": Act,
    "attitude": Attitude,
    "channel": ChannelKind,
    "kind": Kind,
    "sort": Sort,
}
_DATES = ("since", "until", "published_since", "published_until")


class Values(dict[str, str]):
    """What an address tells; what it does not tell is empty."""

    def __missing__(self, name: str) -> str:
        """Return what a form shows where nothing was asked."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A search.

    Attributes:
        values: What the address tells; what was typed as ``speaker:…`` apart.
        question: The same, as the record takes it.
    """

    values: Values
    question: Question


def asked(given: Mapping[str, str], *, sort: Sort = Sort.NEWEST) -> Asked:
    """Return the search that an address asks.

    >>> asked({"q": 'rain speaker:"Ann Lee"'}).values
    {'q': 'rain', 'speaker': '"Ann Lee"'}

    Args:
        given: The address's parameters; what is unknown is left out.
        sort: Which come first, where the address tells nothing.

    Raises:
        QuestionError: If a value makes no sense.
    """
    values = {name: given[name].strip() for name in _NAMES if given.get(name, "").strip()}
    values = {**values, **_typed(values)}
    if not values.get("q"):
        values.pop("q", None)
    return Asked(values=Values(values), question=_question(values, sort))


def _typed(values: Mapping[str, str]) -> dict[str, str]:
    """Return what the box tells of speaker and outlet, and the rest of its words."""
    typed: dict[str, str] = {}
    for match in _TYPED.finditer(values.get("q", "")):
        quoted = f'"{match[2]}"' if match[1] == "speaker" and match[2] else match[2]
        typed[match[1]] = quoted or match[3]
    if typed:
        typed["q"] = " ".join(_TYPED.sub(" ", values["q"]).split())
    return typed


def _question(values: Mapping[str, str], sort: Sort) -> Question:
    told: dict[str, object] = {name: _choice(name, values) for name in _CHOICES if name in values}
    told |= {name: _date(values[name]) for name in _DATES if name in values}
    told |= {name: values[name] for name in ("speaker", "outlet") if name in values}
    if "min_confidence" in values:
        told["min_confidence"] = _share(values["min_confidence"])
    if "aside" in values:
        told["has_aside"] = values["aside"] != "no"
    return Question(**{"words": values.get("q"), "sort": sort, **told})  # type: ignore[arg-type]


def _choice(name: str, values: Mapping[str, str]) -> object:
    kinds = _CHOICES[name]
    try:
        return kinds(values[name])
    except ValueError as error:
        known = ", ".join(kinds)
        raise QuestionError(f"{name} is {values[name]!r}: wanted one of {known}") from error


def _date(value: str) -> Date:
    try:
        return parse_published(value)
    except MetadataError as error:
        raise QuestionError(f"{value!r} is no date: wanted one such as 2025-03-03") from error


def _share(value: str) -> float:
    try:
        return float(value)
    except ValueError as error:
        raise QuestionError(f"{value!r} is no number from 0 to 1") from error
