"""An interview printed as such, with labels or without: its lines, and where it is announced.

"We spoke by video last Thursday. … ARGUS: Why? LOW: No idea." Channel, day and the one
who is asked are told once, before the first line.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.layout import interview_answers
from onrecord.resolve.labels import (
    asking_labels,
    ends_asking,
    is_opening_question,
    label_end,
    label_of,
)
from onrecord.resolve.narration.frame import Frame, Layout, frame_at
from onrecord.types import Article, Span, Statement

__all__ = ["Conversation", "conversation_of"]

# What the lines before a transcript say of it: "Jo Low spoke with the Argus about her book."
_ANNOUNCED = re.compile(
    r"\b(?:interview(?:ed|s)?|(?:spoke|talked|sat down|caught up|chatted|corresponded) (?:with|to)|"
    r"(?:we|I) (?:recently )?(?:spoke|talked|chatted|corresponded|sat down|caught up|met up)|"
    r"(?:in|a) conversation with|"
    r"with [A-Z][^.?!\n]{0,60}, [A-Z]\w+ (?:discuss|detail|talk|speak)(?:s|ed)|"
    r"(?:discuss|detail|talk|speak)\w*\b[^.?!\n]{1,300} with (?:an? |our |the )?(?:\w+ ){0,2}"
    r"(?:correspondent|reporter|journalist|interviewer)|"
    r"answered? (?:some |a few |our |several )?questions)\b",
    re.IGNORECASE,
)
# One labelled line may be a heading, two a motto; see also extract's transcripts.
_LEAST_LINES = 3
# More announcements than this are not looked through.
_MOST_FRAMES = 6
_TITLED = re.compile(r"\b(?:interviews?|q ?& ?a|conversation with|questions)\b", re.IGNORECASE)
# So many questions are an interview, whether or not anything announces it.
_MANY_QUESTIONS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """The lines of a transcript and the words that announce it.

    Attributes:
        lines: Numbers of the statements that are its lines.
        questions: Those of them that are put by those who ask, where some do; else those that
            end in a question mark.
        has_answers: Whether others than those who ask have lines, too.
        announced: The first words that announce it.
        frames: The sentences that announce it, in order.
    """

    lines: frozenset[int]
    questions: frozenset[int]
    has_answers: bool
    announced: Span
    frames: tuple[Frame, ...]


def conversation_of(
    article: Article, statements: Sequence[Statement], layout: Layout
) -> Conversation | None:
    """Return the transcript that an article prints and announces, or None.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
        layout: Its sentences and contents.
    """
    lines = _labelled(article, statements, layout)
    answers = _answers(statements, layout) if len(lines) < _LEAST_LINES else []
    lines = answers or lines
    if len(lines) < _LEAST_LINES:
        return None
    first = statements[lines[0]]
    place = _question_before(article, first) if answers else first.source[0]
    found = [match.span() for match in _ANNOUNCED.finditer(article.text, 0, place.start)]
    questions = _questions(article, statements, lines) if not answers else frozenset()
    opening = next(
        (
            number
            for number, one in enumerate(statements[: lines[0]])
            if not answers and is_opening_question(article, one, first)
        ),
        None,
    )
    has_answers = bool(set(lines) - questions)
    if opening is not None:
        lines, questions = [opening, *lines], questions | {opening}
    is_many = bool(answers) or len(questions) >= _MANY_QUESTIONS
    if not found and not is_many and not _TITLED.search(article.title or ""):
        return None
    places = [Span(*one) for one in found] or [place]
    return Conversation(
        lines=frozenset(lines),
        questions=questions,
        has_answers=has_answers,
        announced=places[0],
        frames=tuple(
            frame_at(layout, layout.sentence_at(place.start), place)
            for place in places[:_MOST_FRAMES]
        ),
    )


def _answers(statements: Sequence[Statement], layout: Layout) -> list[int]:
    """Return the answers of an interview whose lines have no labels."""
    told = set(interview_answers(layout.text, layout.paragraphs))
    return [
        number
        for number, one in enumerate(statements)
        if not one.source and not one.cue and one.content[0] in told
    ]


def _question_before(article: Article, answer: Statement) -> Span:
    before = article.text[: answer.content[0].start].rstrip()
    return Span(before.rfind("\n") + 1, len(before))


def _labelled(article: Article, statements: Sequence[Statement], layout: Layout) -> list[int]:
    """Return the lines with a label, without a heading that only looks like one."""
    lines = [number for number, one in enumerate(statements) if label_end(article, one)]
    counts = Counter(label_of(article, statements[number]) for number in lines)
    places = [layout.paragraph_of(statements[number].source[0].start) for number in lines]
    many = Counter(places)
    return [
        number
        for number, place in zip(lines, places, strict=True)
        if counts[label_of(article, statements[number])] > 1
        or many[place] > 1
        or not {place - 1, place + 1}.isdisjoint(many)
    ]


def _questions(
    article: Article, statements: Sequence[Statement], lines: Sequence[int]
) -> frozenset[int]:
    """Return the lines of those who ask, or all that end in a question where nobody leads."""
    asking = asking_labels(article, [statements[number] for number in lines])
    if not asking:
        return frozenset(n for n in lines if ends_asking(article, statements[n]))
    askers = {
        _speaker(article, statements[n])
        for n in lines
        if label_of(article, statements[n]) in asking
    }
    times = Counter(label_of(article, statements[n]) for n in lines)
    # A second reporter of the outlet asks under other initials; a full name may come first, once.
    return frozenset(
        n
        for n in lines
        if label_of(article, statements[n]) in asking
        or _speaker(article, statements[n]) in askers - {None}
        or (times[label_of(article, statements[n])] == 1 and ends_asking(article, statements[n]))
    )


def _speaker(article: Article, line: Statement) -> str | None:
    name = line.speaker.name if line.speaker is not None else None
    return article[name] if name is not None else None
