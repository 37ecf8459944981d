"""Names of bodies made whole by what they are called elsewhere in the article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.resolve.who.roles import is_person_noun
from onrecord.tagger import Name, NameKind
from onrecord.types import Span

__all__ = ["apart", "as_elsewhere"]

_LONGEST_WORD = 24
# "*Fix the* Court": what a body of citizens urges in its name.
_URGING = re.compile(
    r"\b(?:Abolish|Defend|End|Feed|Fix|Free|Keep|Protect|Reclaim|Reform|Rescue|Save|Stop) "
    r"(?:the|our) "
)
_BEFORE_URGED = re.compile(rf"(?<![.!?:\u201c\"] )(?<!\n){_URGING.pattern}$")


def as_elsewhere(text: str, names: Sequence[Name]) -> list[Name]:
    """Return names with the end that a body's has elsewhere: "Secure Holm" of "Secure Holm Now".

    Args:
        text: The article's text.
        names: Its names, in order.
    """
    bodies = {text[n.span.start : n.span.end] for n in names if n.kind is NameKind.ORGANISATION}
    longer = {
        short: name
        for name in sorted(bodies)
        for short in [name.rpartition(" ")[0]]
        if " " in short and short in bodies and not is_person_noun(name.rpartition(" ")[2])
    }
    urging = {words for n in names if (words := _urged(text, n)) is not None}
    return apart(
        replace(one, span=_begun(text, _extended(text, one.span, longer), urging)) for one in names
    )


def _extended(text: str, span: Span, longer: Mapping[str, str]) -> Span:
    whole = longer.get(text[span.start : span.end], "")
    end = span.start + len(whole)
    is_here = whole and text.startswith(whole, span.start) and not text[end : end + 1].isalnum()
    return Span(span.start, end) if is_here else span


def _urged(text: str, name: Name) -> str | None:
    """Return a body's name with what it urges: "Fix the Court", within a sentence."""
    start = max(0, name.span.start - _LONGEST_WORD)
    before = _BEFORE_URGED.search(text, start, name.span.start)
    is_body = before is not None and name.kind is NameKind.ORGANISATION
    return text[before.start() : name.span.end] if before is not None and is_body else None


def _begun(text: str, span: Span, urging: Iterable[str]) -> Span:
    """Return a name with the beginning that it has elsewhere: "*Fix the* Court"."""
    starts = (span.end - len(words) for words in urging if text.endswith(words, 0, span.end))
    return Span(min([span.start, *starts]), span.end)


def apart(names: Iterable[Name]) -> list[Name]:
    """Return names of which none overlap: "Alachua Sheriff", "Sheriff's Office" are one.

    Args:
        names: The names, in order.
    """
    kept: list[Name] = []
    for name in names:
        before = kept[-1] if kept else None
        if before is None or name.span.start >= before.span.end:
            kept.append(name)
        elif before.kind is name.kind is NameKind.ORGANISATION:
            end = max(before.span.end, name.span.end)
            kept[-1] = replace(before, span=Span(before.span.start, end))
        elif name.probability > before.probability:
            kept[-1] = name
    return kept
