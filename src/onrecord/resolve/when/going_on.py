"""Whether a statement goes on from what was said before, and from whom."""

import itertools
import re

from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration import GAP, Frame, Narration

__all__ = [
    "HEDGES",
    "PRONOUNS",
    "goes_on",
    "is_of_no_day",
    "is_of_now",
    "is_open",
    "is_same_speaker",
    "one_key",
]

PRONOUNS = word_set("he she they it")
HEDGES = word_set("reportedly allegedly supposedly purportedly")
"""Cues that tell of nobody's saying."""
_GOING_ON = word_set(
    "added adds adding continued continues continuing concluded concluding went also"
)
_OTHER_TIME = word_set(
    "has have had previously earlier later ago once often repeatedly always would will before "
    "separately elsewhere recently since meanwhile separate says say previous"
)
_VAGUE = word_set("recently lately often frequently routinely")
_SPANS = frozenset(
    f"{opener} {unit}"
    for opener, units in (
        ("for", "weeks months years decades"),
        ("several", "days weeks months years"),
        ("in", "recent"),
    )
    for unit in units.split()
)
# So many words behind the cue and before it are of it.
_NEAR, _CLOSE = 7, 3
_ARTICLE = re.compile(r"^(?:the|an?|his|her|its|their) ")


def goes_on(narration: Narration, number: int) -> bool:
    """Say whether nothing in a statement's sentence tells of another time: "has", "earlier"."""
    frame = narration.frames[number]
    start, end = frame.cue
    if start < 0:
        return True
    if _is_no_saying(frame):
        return False
    nearby = [token.low for token in frame.tokens[max(0, start - 6) : end]]
    return not _GOING_ON.isdisjoint(nearby[-4:]) or _OTHER_TIME.isdisjoint(nearby)


def _is_no_saying(frame: Frame) -> bool:
    """Say whether nobody said anything: "was reportedly", "She did not endorse"."""
    lows = {token.low for token in frame.tokens[frame.cue[0] : frame.cue[1]]}
    is_first = not any(number < frame.cue[0] for number in frame.others)
    is_denied = is_first and ({"did", "not"} <= lows or "didn't" in lows)
    return not lows.isdisjoint(HEDGES) or is_denied


def is_of_no_day(frame: Frame) -> bool:
    """Say whether words by the cue tell of a time that is no day: "recently", "for months"."""
    start, end = frame.cue
    if start < 0:
        return False
    after = [token.low for token in frame.tokens[end : end + _NEAR]]
    after = after[: after.index(GAP)] if GAP in after else after
    near = [*(token.low for token in frame.tokens[max(0, start - _CLOSE) : end]), *after]
    pairs = {f"{one} {other}" for one, other in itertools.pairwise(near)}
    return not (_VAGUE.isdisjoint(near) and _SPANS.isdisjoint(pairs))


def is_of_now(frame: Frame) -> bool:
    """Say whether a cue tells of no moment: "expects", "did not endorse"."""
    lows = [token.low for token in frame.tokens[max(0, frame.cue[0]) : max(0, frame.cue[1])]]
    return not lows or any(
        low == "not" or low.endswith("n't") or (low.endswith("s") and low != "was") for low in lows
    )


def is_same_speaker(narration: Narration, before: int, number: int) -> bool:
    """Say whether a statement is by whom an earlier one is, or nothing tells otherwise."""
    keys = narration.speakers[before], narration.speakers[number]
    one, other = narration.statements[before], narration.statements[number]
    words = narration.article.words(other.source).strip()
    if all(keys) and not is_open(narration, number):
        return keys[0] == keys[1]
    if one.source and one.source == other.source:
        return True
    if not words:
        return not other.cue
    return words.lower() in PRONOUNS or words == narration.article.words(one.source).strip()


def is_open(narration: Narration, number: int) -> bool:
    """Say whether a source is a pronoun for people without a name: it has no key of its own."""
    words = narration.article.words(narration.statements[number].source).strip()
    return words.lower() in PRONOUNS and ": " in (narration.speakers[number] or "")


def one_key(narration: Narration, number: int) -> str | None:
    """Return what tells one speaker from all others: a name, a document, one person's role.

    None for groups ("officials") and pronouns, which are others farther on.
    """
    key = narration.speakers[number]
    if not key or ": " not in key:
        return key
    kind, words = key.lower().split(": ", maxsplit=1)
    if kind == "unnamed group" or words in PRONOUNS:
        return None
    return _ARTICLE.sub("", words)
