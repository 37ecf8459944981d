"""Transcript lines: a speaker's label, a colon, and what they said.

``Q: … A: …``, ``SMITH: …``, ``Jane Smith: …`` and ``((Jane Smith)) …`` are told from headings and
lists ("Clinton: 1,769 delegates") by recurring, and by being sentences; from notes that a label
only sorts ("Lakers: Poe missed his third game.") by somebody's "I" or "you".
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from onrecord.extract.lines import Line
from onrecord.extract.passage import Passage
from onrecord.extract.turns import grown, opening_question
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
    r"(?:\)\)|\]|\*\*|(?=:\*\*))\s*(?P<cue>:)?(?:\*\*)?\s+(?P<words>\S.*)",
    re.DOTALL,
)
_PLAIN_MARK = "(("
_PLAIN = re.compile(r"\s*\(\([A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,4}\)\)")
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
# Who has spoken so many whole sentences is no heading.
_LEAST_SENTENCES = 3
# In a conversation so large a part of the lines speaks of oneself, to somebody, or asks.
_LEAST_TALK = 0.1
# From the first line to the last, this part of the paragraphs makes a conversation.
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Labelled:
    """A line with a label, and whether nothing but a label is written so: "((Ann Poe))"."""

    line: Line
    is_plain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Labels:
    """How often each label of a text stands there, and before a whole sentence."""

    text: str
    all: Counter[str]
    of_sentences: Counter[str]

    @classmethod
    def of(cls, text: str, lines: Sequence[Line]) -> Self:
        """Return the counts of some lines."""
        return cls(
            text=text,
            all=Counter(_label(text, line) for line in lines),
            of_sentences=Counter(_label(text, line) for line in lines if _ends(text, line)),
        )

    def is_spoken(self, line: Line) -> bool:
        """Say whether a line is somebody's words, and no heading or entry of a list."""
        label = _label(self.text, line)
        if label in _TURNS and self.all.keys() >= _TURNS:
            return True
        if self.of_sentences[label] >= _LEAST_SENTENCES:
            # A turn may break off, or end in a smile.
            return True
        is_shouted = label.isupper() and (self.all[label] > 1 or len(self.all) > 1)
        is_known = is_shouted or self.all[label] > 1 or self.all[_short(label)] > 0
        return is_known and _ends(self.text, line)


def transcript_lines(passage: Passage) -> list[Line]:
    """Return the transcript lines of a text; none where it holds no transcript."""
    found = [one for paragraph in passage.paragraphs if (one := _labelled(passage, paragraph))]
    plain = [one for one in found if one.is_plain]
    is_plain = len(plain) >= _LEAST_LINES
    # One conversation has labels of one kind: "[A] town" in it is no turn.
    lines = [one.line for one in (plain if is_plain else found)]
    labels = _Labels.of(passage.text, lines)
    spoken = [line for line in lines if is_plain or labels.is_spoken(line)]
    is_conversation = len(spoken) >= _LEAST_LINES and _is_talk(passage.text, lines)
    return _turns(passage, spoken, is_plain=is_plain) if is_conversation else []


def answer_lines(passage: Passage) -> list[Line]:
    """Return the answers of an interview whose lines have no labels; none elsewhere."""
    return [Line(words=span) for span in interview_answers(passage.text, passage.paragraphs)]


def _turns(passage: Passage, lines: list[Line], *, is_plain: bool) -> list[Line]:
    """Return the lines, each grown by the unlabelled paragraphs of its turn.

    Only where two have labels: where the questions alone have them, the report goes on
    between. And only where labels are plain, or most paragraphs from the first line to the
    last have one: elsewhere an excerpt stands in a report, whose own words go on after it.
    """
    labels = {_label(passage.text, line) for line in lines}
    numbers = [passage.paragraph_of(line.start) for line in lines]
    is_mostly = len(lines) >= _MOSTLY * (numbers[-1] - numbers[0] + 1)
    if len(labels) == 1 or not (is_plain or is_mostly or labels >= _TURNS):
        return lines
    if not is_plain:
        return grown(passage, lines, numbers, is_plain=False)
    bare = [number for number, one in enumerate(passage.paragraphs) if _is_label(passage, one)]
    return [
        *opening_question(passage, lines),
        *grown(passage, lines, bare, is_plain=True),
    ]


def _is_label(passage: Passage, paragraph: Span) -> bool:
    """Say whether a paragraph begins with a plain label, whether or not words follow it."""
    return _PLAIN.match(passage.text, paragraph.start, paragraph.end) is not None


def _labelled(passage: Passage, paragraph: Span) -> _Labelled | None:
    place = (passage.text, paragraph.start, paragraph.end)
    match = _LINE.match(*place) or _MARKED.match(*place)
    if match is None or _NO_SPEAKER.fullmatch(match["label"]):
        return None
    end = match.start("words") + len(match["words"].rstrip())
    # The marks around a label signal nothing that is said; a colon does.
    mark = match.span("cue") if match["cue"] else None
    line = Line(
        name=Span(*match.span("label")),
        cue=Span(*mark) if mark else None,
        words=Span(match.start("words"), end),
    )
    return _Labelled(line=line, is_plain=match.groupdict().get("open") == _PLAIN_MARK)


def _is_talk(text: str, lines: list[Line]) -> bool:
    """Say whether somebody speaks in some lines, rather than is told of."""
    talking = sum(bool(_TALK.search(text, line.words.start, line.words.end)) for line in lines)
    return talking >= _LEAST_TALK * len(lines)


def _ends(text: str, line: Line) -> bool:
    return _SENTENCE_END.search(text[line.words.start : line.words.end]) is not None


def _label(text: str, line: Line) -> str:
    return text[line.name.start : line.name.end] if line.name else ""


def _short(label: str) -> str:
    """Return the initials by which a speaker goes on: "The Long View", then "TLV"."""
    words = re.findall(r"[A-Z][\w.'\u2019-]*", label)
    return "".join(word[0] for word in words) if len(words) > 1 else ""
