"""What a statement takes over of the time of the passage that it goes on from.

"On Sunday she said … She added": both were said on Sunday. "At a rally on
Friday … At the rally, Lee said": so was that.
"""

from collections.abc import Sequence

from onrecord.resolve.how.words import word_set
from onrecord.resolve.narration import Conversation, Frame, Narration
from onrecord.resolve.when.backward import of_later
from onrecord.resolve.when.documents import of_document
from onrecord.resolve.when.events import of_event, of_scene, of_sitting
from onrecord.resolve.when.occasions import of_occasion
from onrecord.resolve.when.speaker import MOST_BACK, of_sentence, of_speaker, of_speaker_above
from onrecord.resolve.when.times import COARSE, Times, as_context
from onrecord.resolve.when.today import of_entry, of_today
from onrecord.types import SaidAt

__all__ = ["carried"]

_ANYBODY = word_set("he she they we i wikinews")


def carried(times: Times) -> tuple[SaidAt | None, ...]:
    """Return the times with what each statement takes from the passage before it."""
    narration = times.narration
    found: list[SaidAt | None] = []
    before: list[int] = []
    talk = narration.conversation
    announced = _of_conversation(times, talk) if talk else None
    for number, statement in enumerate(narration.statements):
        time = times.stated[number] or of_entry(times, statement)
        if time is None and talk is not None and number in talk.lines:
            time = announced
        if time is None and statement.parent is None:
            time = _of_passage(times, before, number, found)
        found.append(time)
        if statement.parent is None:
            before = [*before[1 - MOST_BACK :], number]
    return tuple(time or of_later(narration, at, found) for at, time in enumerate(found))


def _of_passage(
    times: Times, before: Sequence[int], number: int, found: Sequence[SaidAt | None]
) -> SaidAt | None:
    """Return what the passage lends, the surest first."""
    narration = times.narration
    return (
        of_sentence(narration, before, number, found)
        or of_speaker(narration, before, number, found)
        or of_speaker_above(narration, number, found)
        or of_document(times, number, found)
        or of_sitting(times, number, found)
        or of_scene(times, number)
        or of_event(times, number, found)
        or of_occasion(times, number)
        or of_today(times, number)
    )


def _of_conversation(times: Times, talk: Conversation) -> SaidAt | None:
    """Return the day of an interview, which is told where it is announced."""
    found = (times.of_frame(frame) for frame in talk.frames if _is_of_talk(times.narration, frame))
    time = next((one for one in found if one and one.grain not in COARSE), None)
    return as_context(time)


def _is_of_talk(narration: Narration, frame: Frame) -> bool:
    """Say whether an announcement names nobody else as who was spoken with: "Poe spoke with us"."""
    first = frame.tokens[0]
    talk = narration.conversation
    keys = {narration.speakers[number] for number in talk.lines} if talk else set()
    names = {word for key in keys for word in (key or "").split()}
    is_name = frame.cue[0] == 1 and first.word.istitle() and first.low not in _ANYBODY
    return not is_name or first.word in names
