"""An interview printed as such, with labels or without: its lines, and where it is announced.

"We spoke by video last Thursday. … ARGUS: Why? LOW: No idea." Channel, day and the one
who is asked are told once, before the first line.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.layout import interview_answers
from onrecord.resolve.labels import label_end
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
        questions: Those of them that are put by the one who asks most.
        announced: The first words that announce it.
        frames: The sentences that announce it, in order.
    """

    lines: frozenset[int]
    questions: frozenset[int]
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
    lines = [number for number, one in enumerate(statements) if label_end(article, one)]
    answers = _answers(statements, layout) if len(lines) < _LEAST_LINES else []
    lines = answers or lines
    if len(lines) < _LEAST_LINES:
        return None
    first = statements[lines[0]]
    place = _question_before(article, first) if answers else first.source[0]
    found = [match.span() for match in _ANNOUNCED.finditer(article.text, 0, place.start)]
    questions = _questions(article, statements, lines) if not answers else frozenset()
    is_many = bool(answers) or len(questions) >= _MANY_QUESTIONS
    if not found and not is_many and not _TITLED.search(article.title or ""):
        return None
    places = [Span(*one) for one in found] or [place]
    return Conversation(
        lines=frozenset(lines),
        questions=questions,
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


def _questions(
    article: Article, statements: Sequence[Statement], lines: Sequence[int]
) -> frozenset[int]:
    """Return the lines that end in a question, and all others of the one who asks most."""
    asked = [n for n in lines if article.words(statements[n].content).rstrip().endswith("?")]
    labels = {n: article.words(statements[n].source) for n in lines}
    counts = Counter(labels[n] for n in asked)
    times = Counter(labels.values())
    # Who asks in half of their lines leads the talk: "You've been very critical of …"
    asking = {label for label, count in counts.items() if count > 1 and 2 * count > times[label]}
    return frozenset(asked) | {n for n in lines if labels[n] in asking}
