"""Whether a statement plainly goes on from another: the same speaker, tense and day."""

import re

from onrecord.resolve.how.words import TIME_WORDS, word_set
from onrecord.resolve.how.zones import PREPOSITIONS
from onrecord.resolve.narration import Frame
from onrecord.types import Article, Attitude, Channel, ChannelKind, How, Statement

__all__ = [
    "OTHER_TIME",
    "SAYING",
    "cue_words",
    "goes_on",
    "is_once",
    "is_plain",
    "is_same_sentence",
    "is_same_speaker",
    "is_then",
    "lasting",
]

_GOING_ON = word_set(
    "added adds adding add continued continues continuing concluded concluding went"
)
_PRONOUNS = word_set("he she they it")
# Another time, so perhaps another place: "had said", "previously said".
OTHER_TIME = word_set(
    "has have had previously earlier later last ago once often repeatedly always would will "
    "before yesterday separately elsewhere separate"
)
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight")
SAYING = word_set(
    "said says saying wrote writes writing told tells asked noted stated explained argued "
    "insisted warned replied responded called stressed described tweeted urged declared "
    "claimed acknowledged admitted vowed promised pledged denied criticised criticized "
    "emphasized emphasised praised recalled remarked suggested predicted announced thanked "
    "joked underlined underscored highlighted pointed mentioned indicated revealed confirmed "
    "rejected accused condemned welcomed defended elaborated reiterated repeated observed "
    "maintained contended asserted cautioned complained wondered quipped commented concluded "
    "blamed conceded promising calling urging warning pledging insisting"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# What may stand behind the verb of a cue; a noun there makes it another: "stated intent for".
_SMALL = PREPOSITIONS | TIME_WORDS | {"that", ":", ",", "also", "it", "against", "how", "out"}


def goes_on(
    article: Article,
    pair: tuple[Statement, Statement],
    frames: tuple[Frame, Frame],
    speakers: tuple[str | None, str | None],
) -> bool:
    """Say whether the later of two statements plainly goes on from the earlier."""
    apart = frames[1].paragraph - frames[0].paragraph
    if apart > 1 or apart < 0 or not is_same_speaker(article, pair, speakers):
        return False
    cue = cue_words(frames[1])
    if not cue:
        return frames[1].paragraph == frames[0].paragraph or not pair[1].source
    before = [token.low for token in frames[1].tokens[: max(0, frames[1].cue[0])]]
    nearby = before[-6:] + cue
    if not _GOING_ON.isdisjoint(cue):
        return True
    if _has_own_day(frames):
        return False
    if pair[0].source == pair[1].source and is_same_sentence(frames):
        return OTHER_TIME.isdisjoint(nearby)
    is_past = not cue[0].endswith("s") or cue[0] == "was"
    is_assertion = pair[1].attitude is Attitude.ASSERTION and is_past
    is_said = is_assertion or not SAYING.isdisjoint(cue)
    return is_said and OTHER_TIME.isdisjoint(nearby)


def is_same_sentence(frames: tuple[Frame, Frame]) -> bool:
    """Say whether two frames, in order, are of one sentence."""
    return (
        all(one.tokens for one in frames) and frames[0].tokens[-1].end > frames[1].tokens[0].start
    )


def _has_own_day(frames: tuple[Frame, Frame]) -> bool:
    """Say whether the later statement has a day beside its cue that the earlier has not."""
    start, end = max(0, frames[1].cue[0] - 3), frames[1].cue[1] + 4
    days = {token.low for token in frames[1].tokens[start:end]} & _DAYS
    return bool(days - {token.low for token in frames[0].tokens})


def is_plain(frame: Frame) -> bool:
    """Say whether a statement is told as said then: "said", neither "had said" nor "thinks"."""
    cue = cue_words(frame)
    at = next((n for n in range(len(cue) - 1, -1, -1) if cue[n] in SAYING | _GOING_ON), None)
    return at is not None and is_then(frame) and _SMALL.issuperset(cue[at + 1 :])


def is_then(frame: Frame) -> bool:
    """Say whether nothing by the cue tells of another time."""
    near = frame.tokens[max(0, frame.cue[0] - 6) : max(0, frame.cue[1])]
    return OTHER_TIME.isdisjoint(token.low for token in near)


def lasting(how: How) -> Channel | None:
    """Return the channel that others may take from a statement; "told the press" lends none."""
    channel, to = how.channel, how.addressee
    if channel is None or to is None or channel.kind is not ChannelKind.INTERVIEW:
        return channel
    return None if channel.name is None and channel.span == to.span else channel


def _is_role_again(speakers: tuple[str | None, str | None]) -> bool:
    """Say whether somebody without a name is meant once more: "an aide to Lee", "the aide"."""
    earlier, later = (re.findall(r"[\w-]+", (key or "").lower()) for key in speakers)
    is_role = bool(earlier) and earlier[:2] == later[:2] and earlier[0] in {"unnamed", "anonymous"}
    return is_role and later[2:3] == ["the"] and later[-1] in earlier[2:]


def is_once(frame: Frame) -> bool:
    """Say whether a sentence tells of a time of its own: "last month", "in her 1976 memoir"."""
    return any(_YEAR.fullmatch(token.low) or token.low in OTHER_TIME for token in frame.tokens)


def cue_words(frame: Frame) -> list[str]:
    """Return the words of a cue's first piece, in lower case."""
    return [token.low for token in frame.tokens[max(0, frame.cue[0]) : frame.cue[1]]]


def is_same_speaker(
    article: Article, pair: tuple[Statement, Statement], speakers: tuple[str | None, str | None]
) -> bool:
    """Say whether two statements, in order, are of one speaker, by name or as written."""
    if all(speakers):
        return speakers[0] == speakers[1] or _is_role_again(speakers)
    if pair[0].source == pair[1].source and pair[0].source:
        return True
    words = article.words(pair[1].source).strip()
    if not words:  # a bare quotation goes on, "it is called" does not
        return not pair[1].cue
    if words.lower() in _PRONOUNS:
        return True
    earlier, last = article.words(pair[0].source).split(), words.split()[-1]
    if earlier and last == earlier[-1] and last[0].isupper():  # the same surname
        return True
    # "the president added": somebody who is not named anew goes on.
    goes_on = not _GOING_ON.isdisjoint(article.words(pair[1].cue).lower().split())
    return goes_on and words[0].islower()
