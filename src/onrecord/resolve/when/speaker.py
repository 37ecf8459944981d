"""What a statement takes over from an earlier one: of its sentence, or by the same speaker."""

import re
from collections.abc import Iterator, Sequence

from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration import GAP, Frame, Narration
from onrecord.resolve.when.going_on import (
    PRONOUNS,
    goes_on,
    is_of_now,
    is_open,
    is_same_speaker,
    one_key,
)
from onrecord.resolve.when.times import COARSE, as_context
from onrecord.types import Grain, SaidAt

__all__ = ["MOST_BACK", "of_sentence", "of_speaker", "of_speaker_above", "settings_of"]

MOST_BACK = 5
"""So many statements are looked back at for one of the same speaker."""
# A person last spoke on the same day so many paragraphs and statements up. 8: as many right on
# press-dev as 5, four more in the newsroom's articles, lab-log 2026-11-26.
_FURTHEST_ABOVE = 8
_MOST_ABOVE = 40
# Words that tell where something was said: one that is new begins another occasion.
_SETTINGS = word_set(
    "told interview statement remarks letter tweet tweeted wrote posted post email video report "
    "meeting speech conference briefing hearing"
)
_ASKED = word_set("asked pressed questioned")
_YEAR = re.compile(r"(?:19|20)\d\d")


def of_sentence(
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
    if _is_answer(frame, last):
        return found[before[-1]]
    words = [token.low for token in frame.tokens[max(0, frame.cue[0] - 3) : frame.cue[0]]]
    is_participle = frame.tokens[frame.cue[0]].low.endswith("ing") and words[-1:] in ([","], [GAP])
    if not is_participle and _has_new_subject(narration, before[-1], number):
        return None
    # "opposed it in 2010 but has said": a perfect is of no day.
    is_open = not {"has", "have"}.isdisjoint((*words, frame.tokens[frame.cue[0]].low))
    is_next = is_participle or (not is_open and not {"and", "but", "then"}.isdisjoint(words))
    return found[before[-1]] if is_next else None


def _is_answer(frame: Frame, asked: Frame) -> bool:
    """Say whether a cue answers the question before it: "*Asked* on Sunday if …, he said"."""
    start, end = asked.cue
    lows = {token.low for token in asked.tokens[start:end]}
    return not lows.isdisjoint(_ASKED) and not is_of_now(frame)


def _has_new_subject(narration: Narration, before: int, number: int) -> bool:
    """Say whether somebody else begins a clause: "Yesterday Lee promised A, but *Poe* fears B"."""
    source, earlier = narration.statements[number].source, narration.statements[before]
    if not source or not earlier.cue or narration.article.words(source).lower() in PRONOUNS:
        return False
    cue = narration.statements[number].cue
    return earlier.cue[-1].end < source[0].start < cue[0].start


def of_speaker(
    narration: Narration, before: Sequence[int], number: int, found: Sequence[SaidAt | None]
) -> SaidAt | None:
    """Return the time of the same speaker's last statement, if this one goes on from it."""
    for earlier in _near(narration, before, number):
        if not is_same_speaker(narration, earlier, number):
            continue
        time = found[earlier]
        if time is not None and time.grain in COARSE:
            return None
        if time is not None and goes_on(narration, number):
            return as_context(time)
        # "had previously called": an aside, from which nothing goes on; nor does "he" for
        # somebody without a name look further back than who was spoken of last.
        if time is not None or goes_on(narration, earlier) or is_open(narration, number):
            return None
    return None


def _near(narration: Narration, before: Sequence[int], number: int) -> Iterator[int]:
    """Yield the statements of this paragraph and the one before it, the nearest first."""
    here = narration.frames[number].paragraph
    for earlier in reversed(before):
        if 0 <= here - narration.frames[earlier].paragraph <= 1:
            yield earlier


def of_speaker_above(
    narration: Narration, number: int, found: Sequence[SaidAt | None]
) -> SaidAt | None:
    """Return the day on which the same speaker last spoke, a few paragraphs farther up."""
    frame = narration.frames[number]
    if is_of_now(frame) or _has_year(frame) or not goes_on(narration, number):
        return None
    earlier = _last_own(narration, number, found)
    if earlier is None or not settings_of(frame) <= settings_of(narration.frames[earlier]):
        return None
    time = found[earlier]
    return as_context(time) if time is not None and time.grain is Grain.DAY else None


def _last_own(narration: Narration, number: int, found: Sequence[SaidAt | None]) -> int | None:
    """Return the same speaker's last statement above, asides left out."""
    key, here = one_key(narration, number), narration.frames[number].paragraph
    for earlier in range(number - 1, max(-1, number - 1 - _MOST_ABOVE), -1):
        if key is None or here - narration.frames[earlier].paragraph > _FURTHEST_ABOVE:
            return None
        is_own = one_key(narration, earlier) == key and not narration.statements[earlier].parent
        if is_own and (found[earlier] or goes_on(narration, earlier)):
            return earlier
    return None


def _has_year(frame: Frame) -> bool:
    """Say whether a sentence has a year of its own: "In the 2019/20 season, Lee said"."""
    return any(_YEAR.fullmatch(token.low) for token in frame.tokens)


def settings_of(frame: Frame) -> frozenset[str]:
    """Return the words of a sentence that tell where something was said: "told", "letter"."""
    return _SETTINGS & {token.low for token in frame.tokens}
