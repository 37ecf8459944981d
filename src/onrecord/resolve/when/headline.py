"""The day of what a headline tells, which the first lines of its article tell again.

"*Lee Says It Is Over* … Lee *said on Sunday* …": both are of Sunday.
"""

from collections.abc import Sequence

from onrecord.resolve.narration import Narration
from onrecord.resolve.when.going_on import one_key
from onrecord.resolve.when.times import DAYS, as_context
from onrecord.types import SaidAt

__all__ = ["of_headline"]

_LONGEST = 140
# The same is told again so many paragraphs down.
_FURTHEST = 2


def of_headline(
    narration: Narration, number: int, found: Sequence[SaidAt | None]
) -> SaidAt | None:
    """Return the first day on which the same speaker spoke below a headline, at its top.

    Args:
        narration: The article with its statements.
        number: One of them.
        found: What is known of all of them.
    """
    key = one_key(narration, number)
    if key is None or not _is_in_headline(narration, number):
        return None
    for later in range(number + 1, len(found)):
        if narration.frames[later].paragraph > _FURTHEST:
            return None
        time = found[later]
        if time and time.grain in DAYS and one_key(narration, later) == key:
            return as_context(time)
    return None


def _is_in_headline(narration: Narration, number: int) -> bool:
    """Say whether a statement is told in a first line that has "says" or a colon for its cue."""
    frame, statement = narration.frames[number], narration.statements[number]
    first = narration.article.text.lstrip().partition("\n")[0]
    cue = narration.article.words(statement.cue)
    is_now = cue.split(" ")[0].endswith(("s", ":"))
    return frame.paragraph == 0 and len(first) <= _LONGEST and is_now
