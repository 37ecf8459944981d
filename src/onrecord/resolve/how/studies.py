"""What authors of a study or a report found: it stands in the document that was told of before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.going_on import cue_words, is_then
from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration import Narration
from onrecord.types import Channel, ChannelKind, Ground, How

__all__ = ["of_study"]

_AUTHORS = word_set(
    "researcher researchers scientist scientists team author authors co-authors study studies "
    "paper report survey poll analysis audit experts academics investigators auditors "
    "analysts scholars group agency office panel commission inspector watchdog economists "
    "pollsters biologists astronomers archaeologists paleontologists geologists psychologists "
    "data results findings figures statistics model models tests"
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|%")
# "64 percent of voters", "half of those polled": answers of a poll.
_COUNTED = word_set(
    "percent % majority majorities plurality half third thirds quarter quarters respondents "
    "polled surveyed tenth"
)
_POLLS = word_set("poll polls polling survey surveys pollster pollsters questionnaire census")
_THEY = word_set("they it")
_FINDING = word_set(
    "found find finds finding report reported reports conclude concluded concludes write wrote "
    "writes show showed shows shown suggest suggested suggests estimate estimated estimates note "
    "noted notes discovered determined identified observed revealed reveals indicate indicated "
    "indicates recommend recommended recommends recommending cited cites calculated detected "
    "predicted predict predicts projected projects described describe describes"
)
# A pronoun goes on from the sentence or paragraph before it, authors from farther.
_NEAR, _FAR = 1, 12
_MOST_BACK = 30


def of_study(narration: Narration, number: int, found: Sequence[How]) -> Channel | None:
    """Return the document that a finding stands in, or None.

    Args:
        narration: The article with its statements.
        number: Which of its statements.
        found: What is known of those before it.
    """
    frame, statement = narration.frames[number], narration.statements[number]
    source = set(_WORD.findall(narration.article.words(statement.source).lower()))
    if not _COUNTED.isdisjoint(source):
        return _of_poll(narration, number, found)
    is_theirs, is_author = source and source <= _THEY, not _AUTHORS.isdisjoint(source)
    if _FINDING.isdisjoint(cue_words(frame)) or not is_then(frame) or not (is_theirs or is_author):
        return None
    for before in range(number - 1, max(-1, number - 1 - _MOST_BACK), -1):
        apart = frame.paragraph - narration.frames[before].paragraph
        channel = found[before].channel
        is_document = channel is not None and channel.kind is ChannelKind.DOCUMENT
        is_over = channel is not None and is_theirs and not is_document
        if is_over or apart > (_FAR if is_author else _NEAR):
            return None
        if channel is not None and is_document:
            return replace(channel, ground=Ground.CONTEXT)
    return None


def _of_poll(narration: Narration, number: int, found: Sequence[How]) -> Channel | None:
    """Return the poll in which so many say so, or None."""
    for before in range(number - 1, max(-1, number - 1 - _MOST_BACK), -1):
        channel, tokens = found[before].channel, narration.frames[before].tokens
        if channel is None or channel.kind is not ChannelKind.DOCUMENT:
            continue
        if not _POLLS.isdisjoint(token.low for token in tokens):
            return replace(channel, ground=Ground.CONTEXT)
    return None
