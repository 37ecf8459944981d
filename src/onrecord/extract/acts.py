"""What kind of act a statement is: by its cue where that tells, by its content where not.

"Promised" and "warned" tell by themselves (`onrecord.extract.cues`); "said", "added",
"according to" do not. There the content's wording decides where it is plain
(`onrecord.extract.wording`), and the network elsewhere: it learned from telling cues,
four in ten of them made "said", and so to do without.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.extract.cues import CueSense
from onrecord.extract.sense import sense_of
from onrecord.extract.wording import act_of_words
from onrecord.tagger import Role, Tagging
from onrecord.tagger.details import ACTS, ATTITUDES, softmax
from onrecord.types import Act, Article, Attitude, Span, Statement

# Telling cues are seldom used for plain telling, so the network that learned from
# them finds more in "said" than there is: another act must be this much likelier.
_LEAST_OTHER = 0.5
# "Called it a triumph": to name a thing is to judge it or to tell of it, never more; the
# network saw these words mostly in "called for".
_NAMING = frozenset(("call", "label", "describe", "dub", "brand", "term", "characterize"))
# How a question begins that has no mark of one: "whether the deal holds".
_QUESTION = re.compile(r"\W*(?:if|whether|who|what|when|where|why|how|which)\b", re.IGNORECASE)
_OF_NAMING = frozenset((Act.STATE, Act.ACCUSE, Act.PRAISE))


@dataclass(frozen=True, slots=True)
class _Marks:
    """The marks of one tagging by place, with what each says of the act."""

    starts: list[int]
    ends: list[int]
    roles: list[Role]
    scores: np.ndarray


def with_acts(
    article: Article, statements: Sequence[Statement], tagging: Tagging
) -> tuple[Statement, ...]:
    """Return the statements with act, attitude, and whether they were said at all.

    Args:
        article: The article.
        statements: Its statements.
        tagging: What the network said of its text.
    """
    marked = [_marks(one) for one in (tagging, *tagging.inside) if one.marks]
    return tuple(_with_act(article, one, marked) for one in statements)


def _with_act(article: Article, statement: Statement, marked: Sequence[_Marks]) -> Statement:
    sense = sense_of(article, statement)
    scores = _scores(statement, marked)
    act = sense.act if sense is not None else None
    words = article.words(statement.content)
    attitude = sense.attitude if sense is not None else None
    return replace(
        statement,
        act=act or act_of_words(words) or _act(scores, sense, words),
        attitude=attitude or _attitude(scores),
        negated=sense is not None and sense.negated,
        hypothetical=sense is not None and sense.hypothetical,
    )


def _act(scores: np.ndarray | None, sense: CueSense | None, words: str) -> Act:
    if scores is None:
        return Act.STATE
    chances = softmax(scores[: len(ACTS)])
    best = int(chances.argmax())
    act = ACTS[best] if chances[best] >= _LEAST_OTHER else Act.STATE
    if act is Act.ASK and not _QUESTION.match(words):
        return Act.STATE
    is_naming = sense is not None and sense.head in _NAMING
    return Act.STATE if is_naming and act not in _OF_NAMING else act


def _attitude(scores: np.ndarray | None) -> Attitude:
    if scores is None:
        return Attitude.ASSERTION
    return ATTITUDES[int(scores[len(ACTS) :].argmax())]


def _marks(tagging: Tagging) -> _Marks:
    return _Marks(
        [mark.span.start for mark in tagging.marks],
        [mark.span.end for mark in tagging.marks],
        [mark.role for mark in tagging.marks],
        tagging.acts,
    )


def _scores(statement: Statement, marked: Sequence[_Marks]) -> np.ndarray | None:
    """Return what the marks of a statement say of its act, contents' mean and cue together."""
    for marks in marked if statement.parent is None else reversed(marked):
        contents = [row for span in statement.content for row in _rows(marks, span, Role.CONTENT)]
        cues = [row for span in statement.cue[:1] for row in _rows(marks, span, Role.CUE)]
        if contents:
            total = np.mean(contents, axis=0)
            return np.asarray(total + cues[0] if cues else total)
    return None


def _rows(marks: _Marks, span: Span, role: Role) -> Iterator[np.ndarray]:
    at = bisect.bisect_left(marks.starts, span.end) - 1
    while at >= 0 and marks.ends[at] > span.start:
        if marks.roles[at] is role:
            yield marks.scores[at]
        at -= 1
