"""How far a turn of a printed conversation reaches: all paragraphs up to the next label.

Not a note in brackets ("(CROSSTALK)"), a heading before the next label, or what the reporter
tells of the one whose turn it is.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.lines import Line
from onrecord.extract.passage import Passage
from onrecord.types import Span

__all__ = ["grown", "is_aside", "opening_question"]

_TALK = re.compile(
    r"\b(?:I|me|my|mine|we|us|our|ours|you|your|yours)\b(?!\.)|[^.\s]\?", re.IGNORECASE
)
# "(CROSSTALK)", "[The volunteer mentioned: …]"; an excerpt's paragraph opens with a mark.
_IN_BRACKETS = re.compile(
    r"\s*[\"\u201c]?(?:\((?!\()[^()]*\)|\[[^\[\]]*\])[.\"\u201d]*\s*", re.DOTALL
)
# "Follow Ann Poe on Twitter"
_SIGN_OFF = re.compile(r"\s*[\"\u201c]?Follow (?:[A-Z@][\w.'\u2019-]* ){1,4}on [A-Z]")
_QUOTED = re.compile(r"[\"\u201c][^\"\u201c\u201d]*[\"\u201d]")
_STOPPED = re.compile(r"[.!?:;,\u2026\u0964\u2014-][\"'\u201d\u2019)\]]*\s*$")
_SENTENCE_END = re.compile(r"[.!?\u2026\u2014-][\"'\u201d\u2019)\]]*\s*$")
_ASKED = re.compile(r"\?[\])\u201d\"\u2019']*\s*$")
# A title over what follows is no longer than this.
_LONGEST_HEADING = 60
_LONGEST_QUESTION = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """A line with the paragraphs behind it, up to the next label or the text's end."""

    label: str
    line: Line
    behind: Sequence[Span]
    is_last: bool
    is_plain: bool


def grown(
    passage: Passage, lines: Sequence[Line], labelled: Sequence[int], *, is_plain: bool
) -> list[Line]:
    """Return the lines, each grown by the paragraphs of its turn.

    Args:
        passage: The layout of the text.
        lines: Its labelled lines, in order.
        labelled: The numbers of all paragraphs with a label, in order; one may have no words.
        is_plain: Whether nothing but a label can be taken for one: then a turn may break off,
            and the last has the paragraphs behind it, too.
    """
    return [_grown(passage, turn) for turn in _turns(passage, lines, labelled, is_plain=is_plain)]


def is_aside(words: str) -> bool:
    """Say whether a paragraph is nobody's turn: a note in brackets, a reporter's sign-off.

    >>> is_aside("(CROSSTALK)")
    True
    """
    return bool(_IN_BRACKETS.fullmatch(words) or _SIGN_OFF.match(words))


def opening_question(passage: Passage, lines: Sequence[Line]) -> list[Line]:
    """Return the question without a label before the first answer, if there is one.

    Args:
        passage: The layout of the text.
        lines: Its labelled lines, in order.
    """
    number = passage.paragraph_of(lines[0].start)
    if number == 0:
        return []
    before = passage.paragraphs[number - 1]
    words = passage.text[before.start : before.end]
    is_question = len(words) <= _LONGEST_QUESTION and _ASKED.search(words) is not None
    if not is_question or passage.quotation_at(passage.begins(number - 1)) or _asks(passage, lines):
        return []
    start = passage.begins(number - 1)
    return [Line(words=Span(start, before.start + len(words.rstrip())))]


def _asks(passage: Passage, lines: Sequence[Line]) -> bool:
    """Say whether the first line's label is of the one who asks: most of its lines do."""
    label = _label(passage, lines[0])
    own = [line for line in lines if _label(passage, line) == label]
    asked = [one for one in own if _ASKED.search(passage.text[one.words.start : one.words.end])]
    return 2 * len(asked) > len(own)


def _turns(
    passage: Passage, lines: Sequence[Line], labelled: Sequence[int], *, is_plain: bool
) -> Iterator[_Turn]:
    for line in lines:
        number = passage.paragraph_of(line.start)
        at = bisect.bisect_right(labelled, number)
        is_last = at == len(labelled)
        rest = len(passage.paragraphs) if is_plain else number + 1
        yield _Turn(
            label=_label(passage, line),
            line=line,
            behind=passage.paragraphs[number + 1 : rest if is_last else labelled[at]],
            is_last=is_last,
            is_plain=is_plain,
        )


def _grown(passage: Passage, turn: _Turn) -> Line:
    end = turn.line.words.end
    for number, paragraph in enumerate(turn.behind):
        words = passage.text[paragraph.start : paragraph.end].rstrip()
        is_before_label = number == len(turn.behind) - 1 and not turn.is_last
        if is_aside(words) or _is_told_of(words, turn.label):
            break
        if is_before_label and _is_heading(words):
            break
        if not turn.is_plain and _SENTENCE_END.search(words) is None:
            break
        end = paragraph.start + len(words)
    return replace(turn.line, words=Span(turn.line.words.start, end))


def _is_told_of(words: str, label: str) -> bool:
    """Say whether a reporter tells of the one whose turn it is, by name and as of another."""
    plain = _QUOTED.sub(" ", words)
    is_named = re.search(rf"\b{re.escape(label)}\b", plain, re.IGNORECASE) is not None
    return len(label) > 1 and is_named and _TALK.search(plain) is None


def _is_heading(words: str) -> bool:
    is_short = len(words.strip()) <= _LONGEST_HEADING
    is_cut = _STOPPED.search(words) is not None or "://" in words
    return is_short and not is_cut and not _TALK.search(words)


def _label(passage: Passage, line: Line) -> str:
    return passage.text[line.name.start : line.name.end] if line.name else ""
