"""What a statement takes over from the one that it goes on from.

"She said in a statement … She added": the second was in the statement too.
Only where the same person plainly goes on: near by, in the same tense, with
nothing of its own that says otherwise.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.asked import is_asked
from onrecord.resolve.how.channel import channel_of
from onrecord.resolve.how.going_on import OTHER_TIME, SAYING, cue_words, goes_on, is_once, lasting
from onrecord.resolve.how.hearers import with_hearers, without_the_urged
from onrecord.resolve.how.lending import lent
from onrecord.resolve.how.outlet import named_in
from onrecord.resolve.how.studies import of_study
from onrecord.resolve.how.zones import phrases
from onrecord.resolve.narration import Frame, Narration, Scene, SittingKind, Sort, scenes_of
from onrecord.types import Channel, ChannelKind, Ground, How

__all__ = ["carried"]

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
    SittingKind.HEARING: ChannelKind.TESTIMONY,
    SittingKind.QUESTIONS: ChannelKind.MEETING,
}
# What is told once for all that the same speaker says there.
_LASTING = frozenset((
    ChannelKind.SPEECH, ChannelKind.COURT, ChannelKind.PHONE_CALL, ChannelKind.TESTIMONY,
))  # fmt: skip
# So many statements are looked back at for one of the same speaker.
_MOST_BACK = 40
_POSTING = frozenset(("wrote", "writes", "commented", "posted", "replied", "added", "tweeted"))
_PRESS = frozenset(("reporters", "journalists", "him", "her", "me", "us"))
_WITNESS = re.compile(r"\b(?:giving evidence|cross-examined|the witness)\b")


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
        if before is not None and statement.parent is None and goes_on(
            article, (statements[before], statement), (frames[before], frames[number]),
            (speakers[before], speakers[number]),
        ):  # fmt: skip
            how = _with(how, without_the_urged(article, statements[before], found[before]))
        if how.channel is None and (channel := _of_passage(narration, number, before, found)):
            how = replace(how, channel=channel)
        found.append(_in_questions(narration, number, how))
        if statement.parent is None and not is_asked(narration, number):
            before = number
    return with_hearers(narration, lent(narration, found))


def _in_questions(narration: Narration, number: int, how: How) -> How:
    """Return the setting of what members are told when they question the government."""
    sitting, channel = narration.sittings[number], how.channel
    is_questions = sitting is not None and sitting.kind is SittingKind.QUESTIONS
    if channel is None or channel.kind is not ChannelKind.SPEECH or not is_questions:
        return how
    return replace(how, channel=replace(channel, kind=ChannelKind.MEETING))


def _of_passage(
    narration: Narration, number: int, before: int | None, found: Sequence[How]
) -> Channel | None:
    """Return the channel of what a statement is part of, as the passage tells of it."""
    return (
        _of_sitting(narration, number, found)
        or (_of_post(narration, number, before, found) if before is not None else None)
        or _of_scene(narration, number)
        or of_study(narration, number, found)
        or _of_occasion(narration, number, found)
    )


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


def _of_post(
    narration: Narration, number: int, before: int, found: Sequence[How]
) -> Channel | None:
    """Return the platform on which somebody else writes below the same post: "*Another* wrote"."""
    frames, channel = narration.frames, found[before].channel
    source = narration.article.words(narration.statements[number].source).lower().split()
    is_other = source[:1] in (["another"], ["others"])
    is_near = frames[number].paragraph - frames[before].paragraph in {0, 1}
    is_posted = channel is not None and channel.kind is ChannelKind.SOCIAL_MEDIA
    if not (is_other and is_near and is_posted) or _POSTING.isdisjoint(cue_words(frames[number])):
        return None
    return replace(channel, ground=Ground.CONTEXT) if channel is not None else None


def _of_occasion(narration: Narration, number: int, found: Sequence[How]) -> Channel | None:
    """Return the speech, call or trial at which somebody spoke when last heard.

    An article that has told it once goes back to it: "On Sunday in Congress, the president
    announced …" and, three paragraphs on, "Fernández said".
    """
    frame, key = narration.frames[number], narration.speakers[number]
    how_else = frame.tokens[max(0, frame.cue[0] - 6) : max(0, frame.cue[1])]
    is_then = OTHER_TIME.isdisjoint(token.low for token in how_else)
    if key is None or not is_then or not SAYING & set(cue_words(frame)):
        return None
    for before in range(number - 1, max(-1, number - 1 - _MOST_BACK), -1):
        channel = found[before].channel
        if narration.speakers[before] == key and channel is not None:
            lasts = channel.kind in _LASTING and not is_once(narration.frames[before])
            return replace(channel, ground=Ground.CONTEXT) if lasts else None
    return None


def _of_scene(narration: Narration, number: int) -> Channel | None:
    """Return the channel of the scene that a statement was made in."""
    frame = narration.frames[number]
    start, end = max(0, frame.cue[0] - 6), max(0, frame.cue[1])
    if not OTHER_TIME.isdisjoint(token.low for token in frame.tokens[start:end]):
        return None
    for scene in scenes_of(narration, number):
        if scene.sort is Sort.SPEECH and (
            not SAYING & set(cue_words(frame)) or _is_to_one(scene.frame)
        ):
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


def _is_to_one(frame: Frame) -> bool:
    """Say whether somebody spoke to one person or the press, not to many: "spoke to Dr Poe"."""
    after = frame.tokens[frame.cue[1] : frame.cue[1] + 2]
    if len(after) < len(("to", "Poe")) or after[0].low not in {"to", "with"}:
        return False
    return after[1].word.istitle() or after[1].low in _PRESS


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


def _with(how: How, before: How) -> How:
    """Return a setting filled up from the one before, unless it names a channel of its own."""
    own, other = how.channel, lasting(before)
    is_else = own is not None and (other is None or own.kind is not other.kind)
    if is_else or how.place is not None or how.occasion is not None:
        return how
    context = Ground.CONTEXT
    addressee = how.addressee
    if addressee is None and before.addressee is not None:
        addressee = replace(before.addressee, ground=context)
    return How(
        channel=own or (replace(other, ground=context) if other else None),
        place=replace(before.place, ground=context) if before.place else None,
        occasion=replace(before.occasion, ground=context) if before.occasion else None,
        addressee=addressee,
    )
