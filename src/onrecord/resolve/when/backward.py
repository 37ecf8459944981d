"""What a statement takes over from one after it: a headline's day, a question's.

"*Lee Says It Is Over* … Lee *said on Sunday* …": both are of Sunday. "*Asked* why, she replied":
both are of one day.
"""

from collections.abc import Sequence

from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration import Narration
from onrecord.resolve.when.going_on import one_key
from onrecord.resolve.when.times import DAYS, as_context
from onrecord.types import SaidAt

__all__ = ["of_later"]

_LONGEST = 140
# The same is told again so many paragraphs down.
_FURTHEST = 2
_ASKED = word_set("asked pressed questioned pushed")


def of_later(narration: Narration, number: int, found: Sequence[SaidAt | None]) -> SaidAt | None:
    """Return the day of a headline or a question, as what follows tells it.

    Args:
        narration: The article with its statements.
        number: One of them.
        found: What is known of all of them.
    """
    time = _of_answer(narration, number, found) or _of_story(narration, number, found)
    return as_context(time)


def _of_answer(narration: Narration, number: int, found: Sequence[SaidAt | None]) -> SaidAt | None:
    """Return the day of the answer to a question of the same sentence: "*Asked* why, she said"."""
    frame = narration.frames[number]
    if number + 1 == len(found) or frame.cue[0] != 0 or frame.tokens[0].low not in _ASKED:
        return None
    answer = narration.frames[number + 1]
    is_same = bool(answer.tokens) and answer.tokens[0].start == frame.tokens[0].start
    time = found[number + 1]
    return time if is_same and time and time.grain in DAYS else None


def _of_story(narration: Narration, number: int, found: Sequence[SaidAt | None]) -> SaidAt | None:
    """Return the first day on which the same speaker spoke below a headline, at its top."""
    key = one_key(narration, number)
    if key is None or not _is_in_headline(narration, number):
        return None
    for later in range(number + 1, len(found)):
        if narration.frames[later].paragraph > _FURTHEST:
            return None
        time = found[later]
        if time and time.grain in DAYS and one_key(narration, later) == key:
            return time
    return None


def _is_in_headline(narration: Narration, number: int) -> bool:
    """Say whether a statement is told in a first line that has "says" or a colon for its cue."""
    if narration.frames[number].paragraph > 0:
        return False
    first = narration.article[narration.parts[0]].partition("\n")[0]
    cue = narration.article.words(narration.statements[number].cue)
    return len(first) <= _LONGEST and cue.split(" ")[0].endswith(("s", ":"))
