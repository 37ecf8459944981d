"""Who else hears the same speaker: whom an interview, a letter or a call was told to, all along.

"“We will,” she told the Gazette. … Taxes must rise, she said in the interview": a statement that
takes its channel from another was made to the same hearers.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.going_on import is_same_sentence, is_same_speaker
from onrecord.resolve.narration import Narration
from onrecord.types import Addressee, ChannelKind, Ground, How, Span, Statement

__all__ = ["with_hearers", "without_the_urged"]

_TO_SOMEBODY = frozenset((ChannelKind.INTERVIEW, ChannelKind.LETTER))


def without_the_urged(statement: Statement, how: How) -> How:
    """Return what others may take from a setting: whom it urges ("urged *members* to vote") not.

    Args:
        statement: The statement of the setting.
        how: Its setting.
    """
    to = how.addressee
    is_urged = to is not None and any(to.span in piece for piece in statement.content)
    return replace(how, addressee=None) if is_urged else how


def with_hearers(narration: Narration, found: Sequence[How]) -> tuple[How, ...]:
    """Return the settings with the hearers of the statement that lent a channel.

    Args:
        narration: The article with its statements.
        found: What is known of each; an addressee of its own stays.
    """
    told: dict[Span, list[int]] = {}
    for number, how in enumerate(found):
        if (
            how.channel is not None
            and how.channel.ground is Ground.STATED
            and how.channel.kind in _TO_SOMEBODY
        ):
            told.setdefault(how.channel.span, []).append(number)
    return tuple(_heard(narration, number, found, told) for number in range(len(found)))


def _heard(
    narration: Narration, number: int, found: Sequence[How], told: dict[Span, list[int]]
) -> How:
    how, channel, statements = found[number], found[number].channel, narration.statements
    if how.addressee is not None or channel is None or channel.ground is Ground.STATED:
        return how
    for lender in told.get(channel.span, ()):
        to = without_the_urged(statements[lender], found[lender]).addressee
        if (
            to is not None
            and to.ground is Ground.STATED
            and _is_own(narration, number, lender)
            and (
                lender < number
                or is_same_sentence((narration.frames[number], narration.frames[lender]))
            )
        ):
            return replace(how, addressee=Addressee(span=to.span, ground=Ground.CONTEXT))
    return how


def _is_own(narration: Narration, number: int, lender: int) -> bool:
    """Say whether two statements, in either order, are of one speaker."""
    speakers = narration.speakers
    first, last = sorted((number, lender))
    pair = (narration.statements[first], narration.statements[last])
    return is_same_speaker(narration.article, pair, (speakers[first], speakers[last]))
