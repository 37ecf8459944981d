"""Questions told before their answer: "Asked whether it was over, *Lee* said no".

The question was put to the one who answers, where the answer was given.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.going_on import is_same_sentence
from onrecord.resolve.narration import Narration
from onrecord.types import Addressee, Ground, How, Span

__all__ = ["is_asked", "with_questions"]

_ASKED = re.compile(r"(?:Asked|Pressed|Questioned|Quizzed|Challenged)\b")


def with_questions(narration: Narration, found: Sequence[How]) -> tuple[How, ...]:
    """Return the settings with what a question takes from the answer behind it.

    Args:
        narration: The article with its statements.
        found: What is known of each already; what a question has of its own stays.
    """
    result = list(found)
    for number in range(len(found) - 1):
        answered = _answered(narration, number)
        if answered is None:
            continue
        question, answer = result[number], result[number + 1]
        if question.addressee is None:
            to = Addressee(span=answered, ground=Ground.CONTEXT)
            question = replace(question, addressee=to)
        if question.channel is None and answer.channel is not None:
            channel = replace(answer.channel, ground=Ground.CONTEXT)
            question = replace(question, channel=channel)
        result[number] = question
    return tuple(result)


def is_asked(narration: Narration, number: int) -> bool:
    """Say whether a statement is a question told before its answer, the statement after it.

    Args:
        narration: The article with its statements.
        number: The number of the statement.
    """
    has_next = number + 1 < len(narration.statements)
    return has_next and _answered(narration, number) is not None


def _answered(narration: Narration, number: int) -> Span | None:
    """Return who answers in the same sentence, None where a statement is no such question."""
    statements, frames = narration.statements, narration.frames
    question, answer = statements[number], statements[number + 1]
    if not question.cue or not answer.source or not answer.cue:
        return None
    is_asked = _ASKED.match(narration.article.text, question.cue[0].start)
    is_one = is_same_sentence((frames[number], frames[number + 1]))
    is_behind = answer.source[0].start > question.cue[0].end
    return answer.source[0] if is_asked and is_one and is_behind else None
