"""Transcript lines: a speaker's label, a colon, and what they said.

``Q: … A: …``, ``SMITH: …``, ``Jane Smith: …`` and ``((Jane Smith)) …`` are told from headings and
lists ("Clinton: 1,769 delegates") by recurring, and by being sentences; from notes that a label
only sorts ("Lakers: Poe missed his third game.") by somebody's "I" or "you".
"""

import re
from collections import Counter
from dataclasses import replace

from onrecord.extract.lines import Line
from onrecord.extract.passage import Passage
from onrecord.layout import interview_answers
from onrecord.types import Span

# Up to five capitalised words, a note in brackets after them ("(via phone)"); an
# excerpt in quotation marks opens each line with one.
_LINE = re.compile(
    r"\s*[\"\u201c]?(?P<label>[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,4})"
    r"(?: ?\([^()]{1,40}\))?"
    r"\s?(?P<cue>:)\s+(?P<words>\S.*)",
    re.DOTALL,
)
# The label in marks of its own, with or without a colon: "((Jane Smith)) Well, …", "[Q] Why?".
_MARKED = re.compile(
    r"\s*(?P<open>\(\(|\[|\*\*)(?P<label>[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,4})"
    r"(?P<cue>\)\)|\]|:?\*\*)\s*(?P<colon>:)?\s+(?P<words>\S.*)",
    re.DOTALL,
)
# What a line is, not who says it: "Image: Jane Smith."
_NO_SPEAKER = re.compile(
    r"(?:(?:file |lead |cover |main )?"
    r"(?:image|photo|photograph|picture|video|audio|graphic|map|chart)s?"
    r"(?: (?:credit|by|courtesy|caption|source))?|captions?|credits?|sources?|notes?|updated?|"
    r"corrections?|clarification|editor['\u2019]s note|dates?|times?|locations?|venue|price|tags?|"
    r"topics?|related|read more|see also|more|contact|website|email|phone|address|scores?|"
    r"results?|dear\b.*)",
    re.IGNORECASE,
)
# "Q: Favorite book?" / "A: None": these two say whose turn it is, whatever follows.
_TURNS = {"Q", "A"}
_TALK = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b(?!\.)|\?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?\u2026\u2014-][\"'\u201d\u2019)\]]*\s*$")
# Two speakers, or one asked twice, make a conversation; a heading comes once.
_LEAST_LINES = 3
# In a conversation so large a part of the lines speaks of oneself, to somebody, or asks.
_LEAST_TALK = 0.1
# From the first line to the last, this part of the paragraphs makes a conversation.
_MOSTLY = 0.5


def transcript_lines(passage: Passage) -> list[Line]:
    """Return the transcript lines of a text; none where it holds no transcript."""
    lines = [line for paragraph in passage.paragraphs if (line := _line(passage, paragraph))]
    labels = Counter(_label(passage.text, line) for line in lines)
    spoken = [line for line in lines if _is_spoken(passage.text, line, labels)]
    is_conversation = len(spoken) >= _LEAST_LINES and _is_talk(passage.text, lines)
    return _with_following(passage, spoken) if is_conversation else []


def answer_lines(passage: Passage) -> list[Line]:
    """Return the answers of an interview whose lines have no labels; none elsewhere."""
    return [Line(words=span) for span in interview_answers(passage.text, passage.paragraphs)]


def _with_following(passage: Passage, lines: list[Line]) -> list[Line]:
    """Return the lines, each grown by the unlabelled paragraphs of its answer.

    Only between two lines, and only where most paragraphs from the first line
    to the last have a label: elsewhere an excerpt stands in a report, whose
    own words go on after it.
    """
    numbers = [passage.paragraph_of(line.start) for line in lines]
    if len(lines) < _MOSTLY * (numbers[-1] - numbers[0] + 1):
        return lines
    grown = [
        _grown(passage, line, number, following)
        for line, number, following in zip(lines, numbers, numbers[1:], strict=False)
    ]
    return [*grown, lines[-1]]


def _grown(passage: Passage, line: Line, number: int, following: int) -> Line:
    end = line.words.end
    for paragraph in passage.paragraphs[number + 1 : following]:
        words = passage.text[paragraph.start : paragraph.end].rstrip()
        if _SENTENCE_END.search(words) is None:
            break
        end = paragraph.start + len(words)
    return replace(line, words=Span(line.words.start, end))


def _line(passage: Passage, paragraph: Span) -> Line | None:
    place = (passage.text, paragraph.start, paragraph.end)
    match = _LINE.match(*place) or _MARKED.match(*place)
    if match is None or _NO_SPEAKER.fullmatch(match["label"]):
        return None
    end = match.start("words") + len(match["words"].rstrip())
    mark = "colon" if match.groupdict().get("colon") else "cue"
    return Line(
        name=Span(*match.span("label")),
        cue=Span(*match.span(mark)),
        words=Span(match.start("words"), end),
    )


def _is_talk(text: str, lines: list[Line]) -> bool:
    """Say whether somebody speaks in some lines, rather than is told of."""
    talking = sum(bool(_TALK.search(text, line.words.start, line.words.end)) for line in lines)
    return talking >= _LEAST_TALK * len(lines)


def _label(text: str, line: Line) -> str:
    return text[line.name.start : line.name.end] if line.name else ""


def _is_spoken(text: str, line: Line, labels: Counter[str]) -> bool:
    label = _label(text, line)
    if label in _TURNS and labels.keys() >= _TURNS:
        return True
    is_shouted = label.isupper() and (labels[label] > 1 or len(labels) > 1)
    is_sentence = _SENTENCE_END.search(text[line.words.start : line.words.end]) is not None
    return is_sentence and (is_shouted or labels[label] > 1 or labels[_short(label)] > 0)


def _short(label: str) -> str:
    """Return the initials by which a speaker goes on: "The Long View", then "TLV"."""
    words = re.findall(r"[A-Z][\w.'\u2019-]*", label)
    return "".join(word[0] for word in words) if len(words) > 1 else ""
