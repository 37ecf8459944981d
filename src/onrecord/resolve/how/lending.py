"""What a statement takes from a later one, or from an earlier one farther away.

"She praised him, noting on Twitter that …": the first was said there, too. "The mayor said on
Monday that taxes would rise. “They will,” she told the Gazette.": news gives the gist first and
then the words, and says beside the words where they were said.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.going_on import (
    OTHER_TIME,
    cue_words,
    is_once,
    is_plain,
    is_same_sentence,
    is_same_speaker,
    is_then,
    lasting,
)
from onrecord.resolve.how.recording import from_recording
from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration import GAP, Narration
from onrecord.types import Attitude, Channel, ChannelKind, Ground, How, Kind

__all__ = ["lent"]

# The words follow their gist within so many paragraphs.
_REACH = 2
# The paragraphs that give the gist of an article.
_LEAD = 1
# So many statements are looked at, on and back.
_MOST_AHEAD = 12
_MOST_BACK = 20
# So many paragraphs on, who is quoted once more is still heard there.
_BACK = {
    ChannelKind.DOCUMENT: 10,
    ChannelKind.INTERVIEW: 6,
    ChannelKind.STATEMENT: 6,
    ChannelKind.PRESS_CONFERENCE: 6,
    ChannelKind.BROADCAST: 6,
    ChannelKind.VIDEO: 6,
    ChannelKind.SOCIAL_MEDIA: 3,
    ChannelKind.LETTER: 3,
    ChannelKind.MEETING: 6,
    ChannelKind.TESTIMONY: 6,
}
_BACK_TO_PRESS = 16
_PRESS = word_set("reporters journalists media press mediapersons newsmen")
# A British gist: "The minister has said".
_PERFECT = frozenset(("has", "have"))
_WRITING = word_set("wrote writes writing posted")
_WRITTEN = frozenset(
    (
        ChannelKind.SOCIAL_MEDIA,
        ChannelKind.LETTER,
        ChannelKind.DOCUMENT,
        ChannelKind.STATEMENT,
        ChannelKind.COURT,
    )
)
_SPOKESMAN = re.compile(
    r"\b(?:[Ss]pokes(?:man|woman|person)|[Rr]epresentative|CEO|[Pp]resident|[Cc]hief|[Dd]irector|"
    r"[Cc]hair\w*|[Ll]awyer|[Aa]ttorney|[Ss]ecretary)\b"
)


def lent(narration: Narration, found: Sequence[How]) -> tuple[How, ...]:
    """Return the settings with what a statement takes from the one that it is completed by.

    Args:
        narration: The article with its statements.
        found: What is known of each already; a channel of its own stays.
    """
    result = list(found)
    after: int | None = None
    for number in range(len(found) - 1, -1, -1):
        if narration.statements[number].parent is not None:
            continue
        if found[number].channel is None:
            channel = (
                _of_sentence(narration, number, after, result)
                or _of_words(narration, number, found)
                or _of_earlier(narration, number, found)
            )
            if channel is not None:
                channel = replace(channel, ground=Ground.CONTEXT)
                result[number] = replace(result[number], channel=channel)
        after = number
    return tuple(result)


def _of_sentence(
    narration: Narration, number: int, after: int | None, found: Sequence[How]
) -> Channel | None:
    """Return the channel that only the end of a sentence tells."""
    if after is None or (channel := found[after].channel) is None:
        return None
    frames, statements, speakers = narration.frames, narration.statements, narration.speakers
    if from_recording(frames[after]) is not None:
        return None  # "apologised after a video emerged of her saying"
    pair = (statements[number], statements[after])
    is_next = frames[number].paragraph == frames[after].paragraph and (
        is_same_speaker(narration.article, pair, (speakers[number], speakers[after]))
    )
    is_one = is_next and is_same_sentence((frames[number], frames[after]))
    return channel if is_one else None


def _of_words(narration: Narration, number: int, found: Sequence[How]) -> Channel | None:
    """Return the channel of the quotation that a paraphrase is followed by."""
    key, frame = narration.speakers[number], narration.frames[number]
    if key is None or not _is_put(narration, number):
        return None
    for after in range(number + 1, min(len(found), number + 1 + _MOST_AHEAD)):
        if narration.frames[after].paragraph - frame.paragraph > _REACH:
            return None
        channel = lasting(found[after])
        is_own = narration.speakers[after] == key or _speaks_for(narration, number, after)
        if is_own and channel is not None:
            is_told = channel.ground is Ground.STATED and _is_quoted(narration, after)
            return channel if is_told else None
    return None


def _of_earlier(narration: Narration, number: int, found: Sequence[How]) -> Channel | None:
    """Return the channel that somebody was last heard through, who is quoted once more."""
    key, frame = narration.speakers[number], narration.frames[number]
    is_written = not _WRITING.isdisjoint(cue_words(frame))
    if key is None or not (is_written or _is_put(narration, number)):
        return None
    for before in range(number - 1, max(-1, number - 1 - _MOST_BACK), -1):
        channel = lasting(found[before])
        if narration.speakers[before] != key or channel is None:
            continue
        apart = frame.paragraph - narration.frames[before].paragraph
        reach = _BACK.get(channel.kind, 0)
        if channel.kind is ChannelKind.PRESS_CONFERENCE and _is_to_press(narration, number):
            reach = _BACK_TO_PRESS
        is_near = apart <= reach and not is_once(narration.frames[before])
        return channel if is_near and _is_like(narration, number, channel) else None
    return None


def _is_to_press(narration: Narration, number: int) -> bool:
    """Say whether reporters were told something, as they are at a news conference."""
    frame = narration.frames[number]
    after = [token.low for token in frame.tokens[frame.cue[1] : frame.cue[1] + 3]]
    return "told" in cue_words(frame) and not _PRESS.isdisjoint(after)


def _is_like(narration: Narration, number: int, channel: Channel) -> bool:
    """Say whether a statement may be of a channel: it is quoted, found or written."""
    if not _WRITING.isdisjoint(cue_words(narration.frames[number])):
        return channel.kind in _WRITTEN
    is_quoted = narration.statements[number].kind is not Kind.INDIRECT
    return is_quoted or channel.kind is ChannelKind.DOCUMENT


def _speaks_for(narration: Narration, number: int, after: int) -> bool:
    """Say whether a later source is the spokesman of an earlier one: "NRSC spokesman Walsh"."""
    article, key = narration.article, narration.speakers[number]
    later = article.words(narration.statements[after].source)
    if key is None or not _SPOKESMAN.search(later):
        return False
    own = article.words(narration.statements[number].source).split()
    names = {key.split()[-1], "".join(word[0] for word in key.split() if word[0].isupper())}
    names |= {own[-1]} if own and own[-1][0].isupper() else set()
    return not names.isdisjoint(re.findall(r"[^\W_]+", later))


def _is_put(narration: Narration, number: int) -> bool:
    """Say whether a statement was put in words then: "said", "blasted"; not "thinks"."""
    frame, statement = narration.frames[number], narration.statements[number]
    is_past = any(word.endswith("ed") for word in cue_words(frame)[:2])
    near = {token.low for token in frame.tokens[max(0, frame.cue[0] - 6) : max(0, frame.cue[1])]}
    is_now = is_then(frame) or near & OTHER_TIME <= _PERFECT
    is_gist = frame.paragraph <= _LEAD and is_past and is_now
    return is_plain(frame) or (statement.attitude is Attitude.ASSERTION and is_gist)


def _is_quoted(narration: Narration, number: int) -> bool:
    """Say whether a statement is a quotation with its source behind it."""
    statement, frame = narration.statements[number], narration.frames[number]
    opens = next((token.low for token in frame.tokens if token.low not in {'"', "“", "‘"}), "")
    return statement.kind is not Kind.INDIRECT and opens == GAP
