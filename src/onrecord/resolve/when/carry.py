"""What a statement takes over of the time of the passage that it goes on from.

"On Sunday she said … She added": both were said on Sunday. "At a rally on
Friday … At the rally, Lee said": so was that.
"""

import bisect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.resolve.how.words import EVENTS, word_set
from onrecord.resolve.narration import GAP, Conversation, Frame, Narration, scenes_of
from onrecord.types import Basis, Grain, SaidAt

__all__ = ["Times", "carried"]

_GOING_ON = word_set(
    "added adds adding continued continues continuing concluded concluding went also"
)
_OTHER_TIME = word_set(
    "has have had previously earlier later ago once often repeatedly always would will before "
    "separately elsewhere recently since meanwhile separate says say previous"
)
_PRONOUNS = word_set("he she they it")
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
# So many statements are looked back at for one of the same speaker.
_MOST_BACK = 5
# So many paragraphs on, "at the rally" is still the one of that day.
_FURTHEST_SCENE = 3
_ONE_ON = 1
# What somebody said in some year tells nothing of what they said next.
_COARSE = (Grain.YEAR, Grain.DECADE, Grain.CENTURY)
_DAYS = (Grain.DAY, Grain.PART_OF_DAY)
# So many paragraphs after the first one a press conference is still what the article opens with.
_LEAD = 2
_LONGEST_SENTENCE = 300
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"])")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What carrying looks at.

    Attributes:
        narration: The article with its statements.
        stated: What each statement's own sentence tells.
        narrated: Times of a day or so that the narration names, in order.
        of_frame: Returns when what a sentence tells of was, None where it does not tell.
    """

    narration: Narration
    stated: Sequence[SaidAt | None]
    narrated: Sequence[SaidAt]
    of_frame: Callable[[Frame], SaidAt | None]


def carried(times: Times) -> tuple[SaidAt | None, ...]:
    """Return the times with what each statement takes from the passage before it."""
    narration = times.narration
    found: list[SaidAt | None] = []
    before: list[int] = []
    talk = narration.conversation
    announced = _of_conversation(times, talk) if talk else None
    for number, statement in enumerate(narration.statements):
        time = times.stated[number]
        if time is None and talk is not None and number in talk.lines:
            time = announced
        if time is None and statement.parent is None:
            time = (
                _of_sentence(narration, before, number, found)
                or _of_speaker(narration, before, number, found)
                or _of_sitting(narration, number, found)
                or _of_scene(times, number)
                or _of_event(times, number, found)
            )
        found.append(time)
        if statement.parent is None:
            before = [*before[1 - _MOST_BACK :], number]
    return tuple(found)


def _of_conversation(times: Times, talk: Conversation) -> SaidAt | None:
    """Return the day of an interview, which is told where it is announced."""
    found = (times.of_frame(frame) for frame in talk.frames)
    time = next((one for one in found if one and one.grain not in _COARSE), None)
    return replace(time, basis=Basis.CONTEXT) if time else None


def _of_scene(times: Times, number: int) -> SaidAt | None:
    """Return the time of the scene that a statement was made in."""
    if not _goes_on(times.narration, number):
        return None
    found = (times.of_frame(scene.frame) for scene in scenes_of(times.narration, number))
    time = next((one for one in found if one), None)
    return replace(time, basis=Basis.CONTEXT) if time else None


def _of_sentence(
    narration: Narration, before: Sequence[int], number: int, found: Sequence[SaidAt | None]
) -> SaidAt | None:
    """Return the time of the verb that a cue of the same sentence goes on from: "…, saying"."""
    frame = narration.frames[number]
    if not before or frame.cue[0] < 0:
        return None
    last = narration.frames[before[-1]]
    is_same = bool(last.tokens) and last.tokens[-1].end > frame.tokens[0].start
    if not is_same or last.paragraph != frame.paragraph or not last.cue[0] >= 0:
        return None
    words = [token.low for token in frame.tokens[max(0, frame.cue[0] - 3) : frame.cue[0]]]
    is_participle = frame.tokens[frame.cue[0]].low.endswith("ing") and words[-1:] in ([","], [GAP])
    goes_on = is_participle or not {"and", "but", "then"}.isdisjoint(words)
    if not is_participle and _has_new_subject(narration, before[-1], number):
        return None
    return found[before[-1]] if goes_on else None


def _of_sitting(narration: Narration, number: int, found: Sequence[SaidAt | None]) -> SaidAt | None:
    """Return the day of the trial, call or press conference that a statement was made in.

    Where its first line names none, it is the day that the article opens with.
    """
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
    time = found[first] if first < number else None
    return replace(time, basis=Basis.CONTEXT) if time and time.grain in _DAYS else None


def _has_new_subject(narration: Narration, before: int, number: int) -> bool:
    """Say whether somebody else begins a clause: "Yesterday Lee promised A, but *Poe* fears B"."""
    source, earlier = narration.statements[number].source, narration.statements[before]
    if not source or not earlier.cue or narration.article.words(source).lower() in _PRONOUNS:
        return False
    cue = narration.statements[number].cue
    return earlier.cue[-1].end < source[0].start < cue[0].start


def _of_speaker(
    narration: Narration, before: Sequence[int], number: int, found: Sequence[SaidAt | None]
) -> SaidAt | None:
    """Return the time of the same speaker's last statement, if this one goes on from it."""
    for earlier in _near(narration, before, number):
        if not _is_same_speaker(narration, earlier, number):
            continue
        time = found[earlier]
        if time is not None and time.grain in _COARSE:
            return None
        if time is not None and _goes_on(narration, number):
            return replace(time, basis=Basis.CONTEXT)
        # "had previously called": an aside, from which nothing goes on; nor does "he" for
        # somebody without a name look further back than who was spoken of last.
        if time is not None or _goes_on(narration, earlier) or _is_open(narration, number):
            return None
    return None


def _near(narration: Narration, before: Sequence[int], number: int) -> Iterator[int]:
    """Yield the statements of this paragraph and the one before it, the nearest first."""
    here = narration.frames[number].paragraph
    for earlier in reversed(before):
        if 0 <= here - narration.frames[earlier].paragraph <= 1:
            yield earlier


def _goes_on(narration: Narration, number: int) -> bool:
    frame = narration.frames[number]
    start, end = frame.cue
    if start < 0:
        return True
    nearby = [token.low for token in frame.tokens[max(0, start - 6) : end]]
    return not _GOING_ON.isdisjoint(nearby[-4:]) or _OTHER_TIME.isdisjoint(nearby)


def _is_same_speaker(narration: Narration, before: int, number: int) -> bool:
    keys = narration.speakers[before], narration.speakers[number]
    one, other = narration.statements[before], narration.statements[number]
    words = narration.article.words(other.source).strip()
    if all(keys) and not _is_open(narration, number):
        return keys[0] == keys[1]
    if one.source and one.source == other.source:
        return True
    if not words:
        return not other.cue
    return words.lower() in _PRONOUNS or words == narration.article.words(one.source).strip()


def _is_open(narration: Narration, number: int) -> bool:
    """Say whether a source is a pronoun for people without a name: it has no key of its own."""
    words = narration.article.words(narration.statements[number].source).strip()
    return words.lower() in _PRONOUNS and ": " in (narration.speakers[number] or "")


def _of_event(times: Times, number: int, found: Sequence[SaidAt | None]) -> SaidAt | None:
    """Return the time of the event that a sentence goes on to tell of: "At the rally, Lee said"."""
    narration, narrated = times.narration, times.narrated
    frame = narration.frames[number]
    if not frame.tokens:
        return None
    furthest = _reach_of_event(times, number)
    at = bisect.bisect_left(narrated, frame.tokens[0].start, key=_place) - 1
    if at < 0 or furthest is None or not _goes_on(narration, number):
        return None
    scene = narrated[at]
    if not 0 <= frame.paragraph - narration.paragraph_of(_place(scene)) <= furthest:
        return None
    is_left = furthest == _ONE_ON and _is_left(narration, number, _place(scene), found)
    return None if is_left else replace(scene, basis=Basis.CONTEXT)


def _is_left(narration: Narration, number: int, scene: int, found: Sequence[SaidAt | None]) -> bool:
    """Say whether somebody spoke without a time since: the passage is about something else."""
    for earlier in range(max(0, number - _MOST_BACK), number):
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
    is_opening = source in _OPENING_PRONOUNS and not _is_of_now(narration.frames[number])
    return _ONE_ON if is_opening else None


def _is_of_now(frame: Frame) -> bool:
    """Say whether a cue tells of no moment: "expects", "did not endorse"."""
    lows = [token.low for token in frame.tokens[max(0, frame.cue[0]) : max(0, frame.cue[1])]]
    return not lows or any(
        low == "not" or low.endswith("n't") or (low.endswith("s") and low != "was") for low in lows
    )


def _follows_event(times: Times, start: int) -> bool:
    """Say whether the sentence before tells of an event and its day: "a summit on Sunday."."""
    at = bisect.bisect_left(times.narrated, start, key=_place) - 1
    if at < 0 or start - _place(times.narrated[at]) > _LONGEST_SENTENCE:
        return False
    place = _place(times.narrated[at])
    text = times.narration.article.text
    before = _SENTENCE_END.split(text[max(0, place - _LONGEST_SENTENCE) : place])[-1]
    between = text[place:start].strip()
    is_next = len(_SENTENCE_END.findall(between)) == 0 and between[-1:] in (".", "!", "?")
    held = {word.lower() for word in _WORD.findall(before + between)}
    return is_next and bool(held & _GATHERINGS) and bool(held & _MEETING)


def _place(time: SaidAt) -> int:
    return time.span.start if time.span else 0


def _opens_with_event(frame: Frame) -> bool:
    lows = [token.low for token in frame.tokens[:6]]
    is_about_one = lows[:1] and lows[0] in ("at", "during", "in") and lows[1:2] and (
        lows[1] in ("the", "that", "this")
    )  # fmt: skip
    if "event of" in " ".join(lows):
        return False
    return bool(is_about_one) and not _SCENES.isdisjoint(lows[2:])
