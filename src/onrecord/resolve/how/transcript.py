"""An interview printed as a transcript: every line of it was said in that interview.

A question was put to the one who answers it, an answer given to the one who asked.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.resolve.how.outlet import named_in
from onrecord.resolve.narration import Conversation, Narration
from onrecord.resolve.narration.frame import words_in
from onrecord.types import (
    Addressee,
    Article,
    Channel,
    ChannelKind,
    Ground,
    How,
    SourceType,
    Span,
    Statement,
)

__all__ = ["with_interview"]

_NEARBY = 60  # characters in which the outlet is named


def with_interview(narration: Narration, found: Sequence[How]) -> tuple[How, ...]:
    """Return the settings with the interview that a transcript's lines stem from.

    Args:
        narration: The article with its statements.
        found: What is known of each already; a channel of its own stays.
    """
    talk = narration.conversation
    if talk is None:
        return tuple(found)
    channel = _channel(narration.article, talk.announced)
    heard = _heard(narration, talk, found)
    return tuple(
        _said_in(how, channel, heard.get(number)) if number in talk.lines else how
        for number, how in enumerate(found)
    )


def _said_in(how: How, channel: Channel, heard: Span | None) -> How:
    if how.channel is None:
        how = replace(how, channel=channel)
    if how.addressee is None and heard is not None:
        how = replace(how, addressee=Addressee(span=heard, ground=Ground.CONTEXT))
    return how


def _heard(narration: Narration, talk: Conversation, found: Sequence[How]) -> dict[int, Span]:
    """Return to whom each line is said, where one is told.

    A question is put to the one who answers before the next; an answer is for the one who
    asked. Where no answer has a label, the words before tell who was spoken with.
    """
    article, statements = narration.article, narration.statements
    lines = sorted(talk.lines)
    if not talk.questions:
        return {}
    if not talk.has_answers and (announced := _announced(narration, lines, found)):
        return announced
    heard: dict[int, Span] = {}
    asker, only = _interviewer(statements, talk), _interviewee(article, statements, talk)
    known = {article[name]: name for one in lines if (name := _named(statements[one]))}
    before: dict[str, Span] = {}
    for asked, answers in _exchanges(lines, talk.questions):
        names = [name for one in answers if (name := _named(statements[one]))]
        # Thanks at the end go to whoever answered last.
        answering = {article[name]: name for name in names} or before
        before = answering
        to = next(iter(answering.values())) if len(answering) == 1 else None if answering else only
        for one in asked:
            called = _called(article.words(statements[one].content), known) or to
            if called is not None:
                heard[one] = called
        if asker is not None and article[asker] not in answering:
            heard |= dict.fromkeys(answers, asker)
    return heard


def _called(words: str, known: Mapping[str, Span]) -> Span | None:
    """Return whom a question calls by name, as in "Thank you, Ann"."""
    called = [
        span
        for name, span in known.items()
        if any(
            re.search(rf", {re.escape(part)}[.?!]|(?:^|[.?!] ){re.escape(part)}, ", words)
            for part in {name, name.split()[0], name.split()[-1]}
        )
    ]
    return called[0] if len(called) == 1 else None


def _exchanges(
    lines: Sequence[int], questions: frozenset[int]
) -> Iterator[tuple[list[int], list[int]]]:
    """Yield what is asked in a row and what is answered to it, from first to last."""
    asked: list[int] = []
    answers: list[int] = []
    for number in lines:
        if number in questions and answers:
            yield asked, answers
            asked, answers = [], []
        (asked if number in questions else answers).append(number)
    yield asked, answers


def _named(line: Statement) -> Span | None:
    return line.speaker.name if line.speaker is not None else None


def _announced(narration: Narration, lines: Sequence[int], found: Sequence[How]) -> dict[int, Span]:
    """Return whom questions without answers were put to: who spoke last in the words before."""
    heard: dict[int, Span] = {}
    told: Span | None = None
    for number in lines:
        before = number - 1
        while before >= 0 and narration.statements[before].parent is not None:
            before -= 1
        if before not in lines:
            told = _spoken_with(narration, before, number, found) if before >= 0 else None
        if told is not None:
            heard[number] = told
    return heard


def _spoken_with(
    narration: Narration, before: int, number: int, found: Sequence[How]
) -> Span | None:
    """Return who spoke in the paragraph before a question, or was spoken to by the outlet."""
    statements = narration.statements
    place = (statements[number].source or statements[number].content)[0].start
    if narration.paragraph_of(statements[before].content[0].start) + 1 != narration.paragraph_of(
        place
    ):
        return None
    speaker, to = statements[before].speaker, found[before].addressee
    if speaker is not None and speaker.type is SourceType.NAMED_PERSON:
        return speaker.name
    return to.span if to is not None else None


def _interviewer(statements: Sequence[Statement], talk: Conversation) -> Span | None:
    """Return the name of the one who puts the questions."""
    names = [name for number in sorted(talk.questions) if (name := _named(statements[number]))]
    return names[0] if names else None


def _interviewee(
    article: Article, statements: Sequence[Statement], talk: Conversation
) -> Span | None:
    """Return the only one who gives answers, as announced if so, else whom the words before name.

    None where several answer: one of them is asked, but which is not told.
    """
    before = statements[: min(talk.lines)]
    start = article.text.rfind("\n", 0, talk.announced.start) + 1
    end = article.text.find("\n", talk.announced.end)
    near = article.text[start : end if end >= 0 else None]
    words = set(re.findall(r"[\w'’-]+", near))
    named = [one.speaker.name for one in before if one.speaker and one.speaker.name]
    announced = [name for name in named if article[name].split()[-1] in words]
    answering = [
        speaker.name
        for number in sorted(talk.lines - talk.questions)
        if (speaker := statements[number].speaker) is not None and speaker.name is not None
    ]
    heard = {article[name] for name in answering}
    if len(heard) > 1:
        return None
    # The announcement may name others, too: what the talk is about.
    fit = [name for name in announced if article[name] in heard] or answering or announced
    counts = Counter(article[name] for name in fit)
    return max(reversed(fit), key=lambda name: counts[article[name]]) if fit else None


def _channel(article: Article, told: Span) -> Channel:
    start = max(0, told.start - _NEARBY)
    named = named_in(words_in(article.text, start, told.end + _NEARBY))
    return Channel(
        kind=ChannelKind.INTERVIEW,
        name=named.name if named else None,
        span=told,
        ground=Ground.CONTEXT,
    )
