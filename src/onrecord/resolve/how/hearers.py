"""Who else hears the same speaker: whom an interview or a letter was given to, all along.

"“We will,” she told the Gazette. … Taxes must rise, she said in the interview": a statement that
takes its channel from another, or goes back to it, was made to the same hearers.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.going_on import is_same_sentence, is_same_speaker
from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration import Narration
from onrecord.types import Addressee, Article, Channel, ChannelKind, Ground, How, Statement

__all__ = ["with_hearers", "without_the_urged"]

_URGING = word_set(
    "urge urges urged urging encouraged encouraging ask asks asked asking beg begged implored "
    "implore thank thanks thanked thanking congratulated advised advising pressured pressuring "
    "persuaded lobbied"
)
# Given to somebody; a speech or a programme has many hearers, and news seldom says who.
_GIVEN = frozenset((ChannelKind.INTERVIEW, ChannelKind.LETTER))
# "In *the* email", "in *his* interview last week": told before.
_AGAIN = frozenset(("the", "his", "her", "their", "its", "that", "this", "same"))
# So many statements are looked at, on and back.
_MOST_AHEAD = 6
_MOST_BACK = 40


def without_the_urged(article: Article, statement: Statement, how: How) -> How:
    """Return what others may take from a setting: whom it urges ("urged *members* to vote") not.

    Args:
        article: The article.
        statement: The statement of the setting.
        how: Its setting.
    """
    to = how.addressee
    if to is None:
        return how
    cue = article.words(statement.cue).lower().split()
    is_urged = not _URGING.isdisjoint(cue) or any(to.span in piece for piece in statement.content)
    return replace(how, addressee=None) if is_urged else how


def with_hearers(narration: Narration, found: Sequence[How]) -> tuple[How, ...]:
    """Return the settings with the hearers of the statement that a channel was told with.

    Args:
        narration: The article with its statements.
        found: What is known of each; an addressee of its own stays.
    """
    result = list(found)
    for number, how in enumerate(found):
        if how.addressee is None and (to := _heard_by(narration, number, result)):
            result[number] = replace(how, addressee=replace(to, ground=Ground.CONTEXT))
    return tuple(result)


def _heard_by(narration: Narration, number: int, found: Sequence[How]) -> Addressee | None:
    channel = found[number].channel
    if channel is None or channel.kind not in _GIVEN:
        return None
    is_again = channel.ground is Ground.STATED
    if is_again and not _is_told_before(narration, channel):
        return None
    for lender in _near(number, len(found)):
        other = found[lender].channel
        if other is None or other.ground is not Ground.STATED or other.kind is not channel.kind:
            continue
        is_lender = is_again or other.span == channel.span
        to = without_the_urged(
            narration.article, narration.statements[lender], found[lender]
        ).addressee
        if is_lender and to is not None and _is_own(narration, number, lender):
            return to
    return None


def _is_told_before(narration: Narration, channel: Channel) -> bool:
    """Say whether a channel is one that the article has told of: "in the interview"."""
    if channel.name is not None:
        return False
    before = narration.article.text[max(0, channel.span.start - 8) : channel.span.start]
    first = narration.article[channel.span].lower().split()[:1]
    return not _AGAIN.isdisjoint(first) or before.lower().split()[-1:] == ["the"]


def _near(number: int, count: int) -> tuple[int, ...]:
    """Return the numbers of the statements before and then after one, the nearest first."""
    back = range(number - 1, max(-1, number - 1 - _MOST_BACK), -1)
    return (*back, *range(number + 1, min(count, number + 1 + _MOST_AHEAD)))


def _is_own(narration: Narration, number: int, lender: int) -> bool:
    """Say whether two statements are of one speaker, the lender no later than that sentence."""
    frames, speakers = narration.frames, narration.speakers
    first, last = sorted((number, lender))
    if lender > number and not is_same_sentence((frames[first], frames[last])):
        return False
    pair = (narration.statements[first], narration.statements[last])
    return is_same_speaker(narration.article, pair, (speakers[first], speakers[last]))
