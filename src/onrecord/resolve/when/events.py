"""The day of the scene, sitting or event that a statement was made in.

"The ministers met *on Wednesday*. They called for talks." "At the rally, Lee said": the
event's day is the statement's.
"""

import bisect
import re
from collections.abc import Sequence

from onrecord.resolve.how.words import EVENTS, word_set
from onrecord.resolve.narration import Frame, Narration, scenes_of
from onrecord.resolve.when.going_on import goes_on, is_of_now
from onrecord.resolve.when.speaker import MOST_BACK
from onrecord.resolve.when.times import DAYS, Times, as_context, lead_day, place_of
from onrecord.types import SaidAt

__all__ = ["of_event", "of_scene", "of_sitting"]

_OPENING_PRONOUNS = frozenset({"He", "She", "They"})
_SCENES = EVENTS | word_set("broadcast interview speech statement address briefing call video show")
_GATHERINGS = word_set(
    "summit conference conferences meeting rally ceremony briefing speech gathering talks forum "
    "interview convention hearing debate session event assembly funeral vigil dinner panel"
)
_MEETING = word_set(
    "attended met gathered spoke addressed held hosted joined appeared hosts attends meets "
    "addresses holds convened testified visited"
)
# So many paragraphs on, "at the rally" is still the one of that day.
_FURTHEST_SCENE = 3
_ONE_ON = 1
# So many paragraphs after the first one a press conference is still what the article opens with.
_LEAD = 2
# So many statements are looked through for the one that an article opens with.
_MOST_TOLD = 20
_LONGEST_SENTENCE = 300
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"])")
_WORD = re.compile(r"[^\W\d_]+")


def of_scene(times: Times, number: int) -> SaidAt | None:
    """Return the time of the scene that a statement was made in."""
    if not goes_on(times.narration, number):
        return None
    found = (times.of_frame(scene.frame) for scene in scenes_of(times.narration, number))
    time = next((one for one in found if one), None)
    return as_context(time)


def of_sitting(times: Times, number: int, found: Sequence[SaidAt | None]) -> SaidAt | None:
    """Return the day of the trial, call or press conference that a statement was made in.

    Where its first line names none, it is the day that the article opens with.
    """
    narration = times.narration
    sitting = narration.sittings[number]
    if sitting is None:
        return None
    here = narration.frames[number].paragraph
    first = sitting.opener
    if first == number:
        lead = narration.frames[0].paragraph
        near = range(number) if here - lead <= _LEAD else ()
        told = (n for n in near if found[n] and narration.frames[n].paragraph == lead)
        first = next(told, number)
    time = found[first] if first < number else _said_day(times, number)
    return as_context(time) if time and time.grain in DAYS else None


def _said_day(times: Times, number: int) -> SaidAt | None:
    """Return the one day that an article opens with, if that is when something was said."""
    day = lead_day(times, number)
    told = times.stated[: min(number, _MOST_TOLD)]
    return day if day and any(one and one.span == day.span for one in told) else None


def of_event(times: Times, number: int, found: Sequence[SaidAt | None]) -> SaidAt | None:
    """Return the time of the event that a sentence goes on to tell of: "At the rally, Lee said"."""
    narration, narrated = times.narration, times.narrated
    frame = narration.frames[number]
    if not frame.tokens:
        return None
    furthest = _reach_of_event(times, number)
    at = bisect.bisect_left(narrated, frame.tokens[0].start, key=place_of) - 1
    if at < 0 or furthest is None or not goes_on(narration, number):
        return None
    scene = narrated[at]
    if not 0 <= frame.paragraph - narration.paragraph_of(place_of(scene)) <= furthest:
        return None
    is_left = furthest == _ONE_ON and _is_left(narration, number, place_of(scene), found)
    return None if is_left else as_context(scene)


def _is_left(narration: Narration, number: int, scene: int, found: Sequence[SaidAt | None]) -> bool:
    """Say whether somebody spoke without a time since: the passage is about something else."""
    for earlier in range(max(0, number - MOST_BACK), number):
        tokens = narration.frames[earlier].tokens
        is_since = bool(tokens) and tokens[0].start > scene
        if is_since and found[earlier] is None and narration.statements[earlier].parent is None:
            return True
    return False


def _reach_of_event(times: Times, number: int) -> int | None:
    """Return how many paragraphs back the scene may lie; None where no sentence goes on."""
    narration = times.narration
    if _opens_with_event(narration.frames[number]):
        return _FURTHEST_SCENE
    source = narration.article.words(narration.statements[number].source)
    if _follows_event(times, narration.frames[number].tokens[0].start):
        return 0
    # "The ministers met on Wednesday. They called for talks."
    is_opening = source in _OPENING_PRONOUNS and not is_of_now(narration.frames[number])
    return _ONE_ON if is_opening else None


def _follows_event(times: Times, start: int) -> bool:
    """Say whether the sentence before tells of an event and its day: "a summit on Sunday."."""
    at = bisect.bisect_left(times.narrated, start, key=place_of) - 1
    if at < 0 or start - place_of(times.narrated[at]) > _LONGEST_SENTENCE:
        return False
    place = place_of(times.narrated[at])
    text = times.narration.article.text
    before = _SENTENCE_END.split(text[max(0, place - _LONGEST_SENTENCE) : place])[-1]
    between = text[place:start].strip()
    is_next = len(_SENTENCE_END.findall(between)) == 0 and between[-1:] in (".", "!", "?")
    held = {word.lower() for word in _WORD.findall(before + between)}
    return is_next and bool(held & _GATHERINGS) and bool(held & _MEETING)


def _opens_with_event(frame: Frame) -> bool:
    lows = [token.low for token in frame.tokens[:6]]
    is_about_one = lows[:1] and lows[0] in ("at", "during", "in") and lows[1:2] and (
        lows[1] in ("the", "that", "this")
    )  # fmt: skip
    if "event of" in " ".join(lows):
        return False
    return bool(is_about_one) and not _SCENES.isdisjoint(lows[2:])
