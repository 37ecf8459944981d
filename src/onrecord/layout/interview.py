"""An interview printed without labels: questions and answers take turns, a paragraph each or more.

"Where did that come from?" / "From a real one. My uncle had a field …": who is asked
says "I", who asks says "you", and no paragraph is in quotation marks.
"""

import re
from collections.abc import Sequence

from onrecord.types import Span

__all__ = ["interview_answers"]

_ASKED = re.compile(r"\?[\])\u201d\"\u2019']*\s*$")
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s*$")
_QUOTED = re.compile(r"\s*[\"\u201c\u2018]")
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|me|my|mine|myself|we|our|us)\b(?!\.)")
_SENTENCES = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s+\S")
_LONGEST_QUESTION, _LONGEST_REMARK = 500, 200
# Fewer questions than this may be a report's own.
_LEAST_QUESTIONS = 4
# In so many paragraphs one is a question, in the mean.
_MOST_APART = 4
# So large a part of the questions speak to somebody, and of the answers of themselves.
_MOSTLY = 0.5


def interview_answers(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is answered in an interview, question by question; nothing elsewhere.

    Args:
        text: The article's text.
        paragraphs: Its paragraphs, in order.
    """
    asked = [number for number, one in enumerate(paragraphs) if _is_asked(text, one)]
    if len(asked) < _LEAST_QUESTIONS or asked[-1] - asked[0] > _MOST_APART * len(asked):
        return ()
    turns = _turns(text, paragraphs, asked)
    answers = [text[turn.start : turn.end] for turn in turns]
    questions = [text[paragraphs[n].start : paragraphs[n].end] for n in asked]
    is_talk = (
        len(turns) >= _LEAST_QUESTIONS
        and _share(_YOU, questions) >= _MOSTLY
        and _share(_I, answers) >= _MOSTLY
        and not any(map(_QUOTED.match, answers))
    )
    return tuple(turns) if is_talk else ()


def _is_asked(text: str, paragraph: Span) -> bool:
    words = text[paragraph.start : paragraph.end]
    is_short = len(words) <= _LONGEST_QUESTION
    return is_short and bool(_ASKED.search(words)) and not _QUOTED.match(words)


def _turns(text: str, paragraphs: Sequence[Span], asked: Sequence[int]) -> list[Span]:
    """Return the paragraphs between questions, less what is put to the one who answers."""
    turns = []
    ends = [*asked[1:], len(paragraphs)]
    for number, end in zip(asked, ends, strict=True):
        turn: list[Span] = []
        for paragraph in paragraphs[number + 1 : end]:
            words = text[paragraph.start : paragraph.end]
            if _SENTENCE_END.search(words) is None or (turn and _is_put(words)):
                # A heading, or a question that is none by its mark: "You have said so before."
                turns += _joined(text, turn)
                turn = []
            elif end < len(paragraphs) or not turn or _I.search(words):
                turn.append(paragraph)
            else:
                # Behind the last answer the article goes on in its own words.
                break
        turns += _joined(text, turn)
    return turns


def _is_put(words: str) -> bool:
    """Say whether a paragraph is put to somebody, by no more than what it says."""
    is_one = len(words) <= _LONGEST_REMARK and not _SENTENCES.search(words.strip())
    return not _I.search(words) and (is_one or bool(_YOU.search(words)))


def _joined(text: str, turn: Sequence[Span]) -> list[Span]:
    if not turn:
        return []
    words = text[turn[0].start : turn[-1].end]
    start = turn[0].start + len(words) - len(words.lstrip())
    return [Span(start, start + len(words.strip()))]


def _share(sign: re.Pattern[str], several: Sequence[str]) -> float:
    return sum(bool(sign.search(one)) for one in several) / max(1, len(several))
