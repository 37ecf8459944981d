"""What a statement takes over from the one that it goes on from.

"She said in a statement … She added": the second was in the statement too.
Only where the same person plainly goes on: near by, in the same tense, with
nothing of its own that says otherwise.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.channel import channel_of
from onrecord.resolve.how.outlet import named_in
from onrecord.resolve.how.words import word_set
from onrecord.resolve.how.zones import phrases
from onrecord.resolve.narration import Frame, Narration, Scene, SittingKind, Sort, scenes_of
from onrecord.types import Article, Attitude, Channel, ChannelKind, Ground, How, Statement

__all__ = ["carried"]

_GOING_ON = word_set(
    "added adds adding add continued continues continuing concluded concluding went"
)
_PRONOUNS = word_set("he she they it")
# Another time, so perhaps another place: "had said", "previously said".
_OTHER_TIME = word_set(
    "has have had previously earlier later last ago once often repeatedly always would will "
    "before yesterday separately elsewhere separate"
)
_OF_SORT = {
    Sort.STUDY: ChannelKind.DOCUMENT,
    Sort.COURT: ChannelKind.COURT,
    Sort.MEETING: ChannelKind.MEETING,
    Sort.SPEECH: ChannelKind.SPEECH,
}
_OF_SITTING = {
    SittingKind.PRESS: ChannelKind.PRESS_CONFERENCE,
    SittingKind.COURT: ChannelKind.COURT,
    SittingKind.CALL: ChannelKind.PHONE_CALL,
    SittingKind.MEETING: ChannelKind.MEETING,
    SittingKind.STAGE: ChannelKind.SPEECH,
}
# What is told once for all that the same speaker says there.
_LASTING = frozenset((ChannelKind.SPEECH, ChannelKind.COURT, ChannelKind.PHONE_CALL))
# So many statements are looked back at for one of the same speaker.
_MOST_BACK = 40
_WITNESS = re.compile(r"\b(?:giving evidence|cross-examined|the witness)\b")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight")
_SAYING = word_set(
    "said says saying wrote writes writing told tells asked noted stated explained argued "
    "insisted warned replied responded called stressed described tweeted urged declared "
    "claimed acknowledged admitted vowed promised pledged denied criticised criticized "
    "emphasized emphasised praised recalled remarked suggested predicted announced thanked "
    "joked underlined underscored highlighted pointed mentioned indicated revealed confirmed "
    "rejected accused condemned welcomed defended elaborated reiterated repeated observed "
    "maintained contended asserted cautioned complained wondered quipped commented concluded "
    "blamed conceded promising calling urging warning pledging insisting"
)


def carried(narration: Narration, stated: Sequence[How]) -> tuple[How, ...]:
    """Return the settings with what each statement takes from the one before it.

    Args:
        narration: The article with its statements.
        stated: What each statement's own sentence tells.
    """
    article, statements = narration.article, narration.statements
    frames, speakers = narration.frames, narration.speakers
    found: list[How] = []
    before: int | None = None
    for number, statement in enumerate(statements):
        how = stated[number]
        if before is not None and statement.parent is None and _goes_on(
            article, (statements[before], statement), (frames[before], frames[number]),
            (speakers[before], speakers[number]),
        ):  # fmt: skip
            how = _with(how, found[before])
        if how.channel is None and (channel := _of_sitting(narration, number, found)):
            how = replace(how, channel=channel)
        if how.channel is None and (channel := _of_scene(narration, number)):
            how = replace(how, channel=channel)
        if how.channel is None and (channel := _of_occasion(narration, number, found)):
            how = replace(how, channel=channel)
        found.append(how)
        if statement.parent is None:
            before = number
    return _lent_back(narration, found)


def _lent_back(narration: Narration, found: Sequence[How]) -> tuple[How, ...]:
    """Return the settings with what a statement takes from the next in its sentence.

    "She praised him, noting on Twitter that …": the first was said there, too.
    """
    lent = list(found)
    after: int | None = None
    for number in range(len(found) - 1, -1, -1):
        if narration.statements[number].parent is not None:
            continue
        if after is not None and _is_completed(narration, number, after, lent):
            channel = lent[after].channel
            if channel is not None:
                lent[number] = replace(
                    lent[number], channel=replace(channel, ground=Ground.CONTEXT)
                )
        after = number
    return tuple(lent)


def _is_completed(narration: Narration, number: int, after: int, found: Sequence[How]) -> bool:
    """Say whether the next statement goes on from one, and only it tells the channel."""
    channel, frames = found[after].channel, narration.frames
    if found[number].channel is not None or channel is None or channel.ground is not Ground.STATED:
        return False
    statements, speakers = narration.statements, narration.speakers
    pair = (statements[number], statements[after])
    is_next = frames[number].paragraph == frames[after].paragraph and (
        _is_same_speaker(narration.article, pair, (speakers[number], speakers[after]))
    )
    return is_next and _is_same_sentence((frames[number], frames[after]))


def _of_sitting(narration: Narration, number: int, found: Sequence[How]) -> Channel | None:
    """Return the channel of the press conference, trial or call that a statement was made in."""
    sitting, key = narration.sittings[number], narration.speakers[number]
    if sitting is None:
        return None
    frame = narration.frames[number]
    if _WITNESS.search(" ".join(token.low for token in frame.tokens[: frame.cue[1]])):
        return Channel(kind=ChannelKind.TESTIMONY, span=sitting.span, ground=Ground.CONTEXT)
    last = max(sitting.opener - 1, number - _MOST_BACK)
    earlier = (n for n in range(number - 1, last, -1) if narration.sittings[n] is sitting)
    told = [n for n in earlier if found[n].channel is not None]
    own = [n for n in told if key is not None and narration.speakers[n] == key]
    # A witness of a trial goes on as one; all else is as the first line tells.
    before = own[0] if own else sitting.opener
    channel = found[before].channel if before < number else None
    if channel is not None:
        return replace(channel, ground=Ground.CONTEXT)
    ground = Ground.STATED if sitting.opener == number else Ground.CONTEXT
    return Channel(kind=_OF_SITTING[sitting.kind], span=sitting.span, ground=ground)


def _of_occasion(narration: Narration, number: int, found: Sequence[How]) -> Channel | None:
    """Return the speech, call or trial at which somebody spoke when last heard.

    An article that has told it once goes back to it: "On Sunday in Congress, the president
    announced …" and, three paragraphs on, "Fernández said".
    """
    frame, key = narration.frames[number], narration.speakers[number]
    how_else = frame.tokens[max(0, frame.cue[0] - 6) : max(0, frame.cue[1])]
    is_then = _OTHER_TIME.isdisjoint(token.low for token in how_else)
    if key is None or not is_then or not _SAYING & set(_cue_words(frame)):
        return None
    for before in range(number - 1, max(-1, number - 1 - _MOST_BACK), -1):
        channel = found[before].channel
        if narration.speakers[before] == key and channel is not None:
            lasts = channel.kind in _LASTING
            return replace(channel, ground=Ground.CONTEXT) if lasts else None
    return None


def _of_scene(narration: Narration, number: int) -> Channel | None:
    """Return the channel of the scene that a statement was made in."""
    frame = narration.frames[number]
    start, end = max(0, frame.cue[0] - 6), max(0, frame.cue[1])
    if not _OTHER_TIME.isdisjoint(token.low for token in frame.tokens[start:end]):
        return None
    for scene in scenes_of(narration, number):
        if scene.sort is Sort.SPEECH and not _SAYING & set(_cue_words(frame)):
            continue
        if scene.sort in _OF_SORT:
            place = scene.frame.span(*_head(scene.frame))
            return Channel(kind=_OF_SORT[scene.sort], span=place, ground=Ground.CONTEXT)
        if scene.sort is Sort.SAYING:
            channel = channel_of(scene.frame, tuple(phrases(scene.frame)), None)
            channel = channel or _interview(scene)
            if channel is not None:
                return replace(channel, ground=Ground.CONTEXT)
    return None


def _interview(scene: Scene) -> Channel | None:
    """Return the interview that a sentence tells of: "the Gazette published an interview with"."""
    tokens = scene.frame.tokens
    for at in range(len(tokens) - 1):
        if tokens[at].low == "interview" and tokens[at + 1].low == "with":
            outlet = named_in(tokens[:at])
            name = outlet.name if outlet is not None else None
            place = scene.frame.span(at, at)
            return Channel(kind=ChannelKind.INTERVIEW, name=name, span=place, ground=Ground.CONTEXT)
    return None


def _head(frame: Frame) -> tuple[int, int]:
    return (frame.cue[0], frame.cue[1] - 1) if frame.cue[0] >= 0 else (0, 0)


def _goes_on(
    article: Article,
    pair: tuple[Statement, Statement],
    frames: tuple[Frame, Frame],
    speakers: tuple[str | None, str | None],
) -> bool:
    apart = frames[1].paragraph - frames[0].paragraph
    if apart > 1 or apart < 0 or not _is_same_speaker(article, pair, speakers):
        return False
    cue = _cue_words(frames[1])
    if not cue:
        return frames[1].paragraph == frames[0].paragraph or not pair[1].source
    before = [token.low for token in frames[1].tokens[: max(0, frames[1].cue[0])]]
    nearby = before[-6:] + cue
    if not _GOING_ON.isdisjoint(cue):
        return True
    if _has_own_day(frames):
        return False
    if pair[0].source == pair[1].source and _is_same_sentence(frames):
        return _OTHER_TIME.isdisjoint(nearby)
    is_past = not cue[0].endswith("s") or cue[0] == "was"
    is_assertion = pair[1].attitude is Attitude.ASSERTION and is_past
    is_said = is_assertion or not _SAYING.isdisjoint(cue)
    return is_said and _OTHER_TIME.isdisjoint(nearby)


def _is_same_sentence(frames: tuple[Frame, Frame]) -> bool:
    return (
        all(one.tokens for one in frames) and frames[0].tokens[-1].end > frames[1].tokens[0].start
    )


def _has_own_day(frames: tuple[Frame, Frame]) -> bool:
    """Say whether the later statement has a day beside its cue that the earlier has not."""
    start, end = max(0, frames[1].cue[0] - 3), frames[1].cue[1] + 4
    days = {token.low for token in frames[1].tokens[start:end]} & _DAYS
    return bool(days - {token.low for token in frames[0].tokens})


def _cue_words(frame: Frame) -> list[str]:
    return [token.low for token in frame.tokens[max(0, frame.cue[0]) : frame.cue[1]]]


def _is_same_speaker(
    article: Article, pair: tuple[Statement, Statement], speakers: tuple[str | None, str | None]
) -> bool:
    if all(speakers):
        return speakers[0] == speakers[1]
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


def _with(how: How, before: How) -> How:
    """Return a setting filled up from the one before, unless it names a channel of its own."""
    if how.channel is not None or how.place is not None or how.occasion is not None:
        return how
    context = Ground.CONTEXT
    addressee = how.addressee
    # "told a news conference": that is where, not to whom, and nobody goes on to tell it.
    is_event = (
        before.channel is not None
        and before.addressee is not None
        and before.channel.kind is ChannelKind.PRESS_CONFERENCE
        and before.channel.span == before.addressee.span
    )
    if addressee is None and before.addressee is not None and not is_event:
        addressee = replace(before.addressee, ground=context)
    return How(
        channel=replace(before.channel, ground=context) if before.channel else None,
        place=replace(before.place, ground=context) if before.place else None,
        occasion=replace(before.occasion, ground=context) if before.occasion else None,
        addressee=addressee,
    )
