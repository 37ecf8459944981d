"""What kind of act a statement is: by its cue, its wording, and what the network makes of both.

"Promised" and "warned" tell by themselves (`onrecord.extract.cues`); "said", "added",
"according to" do not. There the content's wording may make it plain
(`onrecord.extract.wording`), and the network has learned from statements that people marked.
Learned weights say how much each counts (`onrecord.extract.weighing`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from onrecord.extract.cues import CueSense
from onrecord.extract.marked import acts_of
from onrecord.extract.sense import sense_of
from onrecord.extract.weighing import ActEvidence, shipped_act_weights
from onrecord.extract.wording import act_of_words
from onrecord.tagger.details import ACTS, ATTITUDES, softmax
from onrecord.types import Act, Article, Attitude, Statement

_NEVER = -1e4
# As a log-probability: less than what a wording's form counts.
_RARELY = -3.0
# What ends in a question mark asks, and "we are sorry" is sorry, whatever the network says.
_PLAIN = frozenset((Act.ASK, Act.APOLOGISE))
# "Called it a triumph": to name a thing is to judge it or to tell of it, never more; the
# network saw these words mostly in "called for".
_NAMING = frozenset(("call", "label", "describe", "dub", "brand", "term", "characterize"))
# How a question begins that has no mark of one: "whether the deal holds".
_QUESTION = re.compile(r"\W*(?:if|whether|who|what|when|where|why|how|which)\b", re.IGNORECASE)
# What a thing does, or would: nobody promises it by foreseeing it.
_PROSPECT = re.compile(
    r"\W*(?:that )?(?:it|this|that|they|there) (?:will|would) (?:also )?"
    r"(?:be(?! \w+ed\b)|mean|take|help|cost|prevent|give|allow|lead|cause|become|have|bring)\b",
    re.IGNORECASE,
)
# Who speaks for nobody else: what they say that others will do is foreseen, not promised.
_OUTSIDER = (
    r"(?:analyst|economist|expert|observer|source|strategist|dealer|trader|broker|professor|"
    r"historian|critic|opponent|rival|neighbo[u]?r|(?:eye)?witness)"
)
_OUTSIDERS = re.compile(rf"\b{_OUTSIDER}(?P<many>e?s)?\b(?! for\b)", re.IGNORECASE)
# Who speaks of themselves may promise: "they" of several, "he" or "she" of one.
_OF_ONE = re.compile(r"\W*(?:that )?(?:i|we|he|she)\b", re.IGNORECASE)
_OF_MANY = re.compile(r"\W*(?:that )?(?:i|we|they)\b", re.IGNORECASE)
_OF_NAMING = frozenset((Act.STATE, Act.ACCUSE, Act.PRAISE))
# Which of its words decide: "called the suit meritless".
_OF_CALLING = frozenset((Act.ACCUSE, Act.PRAISE, Act.DENY))
# Who "did not suggest" something kept back no answer.
_UNASKED = frozenset(("suggest", "note", "mention", "indicate", "imply", "hint", "argue", "claim"))


def with_acts(
    article: Article, statements: Sequence[Statement], network: Sequence[np.ndarray | None]
) -> tuple[Statement, ...]:
    """Return the statements with act, attitude, and whether they were said at all.

    Args:
        article: The article.
        statements: Its statements.
        network: What the network says of each (`onrecord.extract.marked`).
    """
    return tuple(
        _with_act(article, one, acts_of(said))
        for one, said in zip(statements, network, strict=True)
    )


def act_evidence(article: Article, statement: Statement, said: np.ndarray | None) -> ActEvidence:
    """Return what speaks for which act of a statement: the lab learns how much each counts.

    Args:
        article: The article.
        statement: One of its statements.
        said: What the network says of it.
    """
    words = article.words(statement.content)
    return _evidence(sense_of(article, statement), acts_of(said), words)


def _with_act(article: Article, statement: Statement, scores: np.ndarray | None) -> Statement:
    sense = sense_of(article, statement)
    words = article.words(statement.content)
    attitude = sense.attitude if sense is not None else None
    barred = _of_others(article.words(statement.source), words, sense)
    act = _act(_evidence(sense, scores, words), sense, words, barred)
    return replace(
        statement,
        act=act,
        attitude=attitude or _attitude(scores),
        negated=sense is not None and sense.negated and not _is_refusal(act, sense),
        hypothetical=sense is not None and sense.hypothetical,
    )


def _evidence(sense: CueSense | None, scores: np.ndarray | None, words: str) -> ActEvidence:
    return ActEvidence(
        network=_log_chances(scores),
        cue=sense.act if sense is not None else None,
        wording=act_of_words(words),
    )


def _log_chances(scores: np.ndarray | None) -> np.ndarray:
    if scores is None:
        # By layout alone: only the wording speaks, and most statements plainly tell.
        return np.where(np.array(ACTS) == Act.STATE, 0.0, _RARELY)
    return np.asarray(np.log(softmax(scores[: len(ACTS)])))


def _act(
    evidence: ActEvidence, sense: CueSense | None, words: str, of_others: tuple[Act, ...]
) -> Act:
    plain = evidence.cue or evidence.wording
    if plain in _PLAIN:
        return plain
    scores = shipped_act_weights().scores(evidence)
    said = (evidence.cue, evidence.wording)
    if Act.ASK not in said and not _QUESTION.match(words):
        scores[ACTS.index(Act.ASK)] = _NEVER
    if Act.PROMISE not in said and _PROSPECT.match(words):
        scores[ACTS.index(Act.PROMISE)] = _NEVER
    for barred in (*_barred(sense), *of_others):
        scores[ACTS.index(barred)] = _NEVER
    if sense is not None and sense.head in _NAMING and evidence.cue is None:
        allowed = {evidence.wording} if evidence.wording in _OF_CALLING else _OF_NAMING
        scores = np.where([act in allowed for act in ACTS], scores, _NEVER)
    return ACTS[int(scores.argmax())]


def _barred(sense: CueSense | None) -> tuple[Act, ...]:
    """Return what is not done by not saying: "did not say that it was safe" denies nothing."""
    if sense is None or not sense.negated or sense.act is not None:
        return ()
    return (Act.DENY, Act.REFUSE) if sense.head in _UNASKED else (Act.DENY,)


def _of_others(source: str, words: str, sense: CueSense | None) -> tuple[Act, ...]:
    """Return what nobody does for others: "analysts said that it would sell the mill"."""
    outsider = _OUTSIDERS.search(source)
    if outsider is None or (sense is not None and sense.act is not None):
        return ()
    own = _OF_MANY if outsider["many"] else _OF_ONE
    return () if own.match(words) else (Act.PROMISE,)


def _is_refusal(act: Act, sense: CueSense) -> bool:
    """Say whether not saying is itself the act: "did not comment" refuses."""
    return act is Act.REFUSE and sense.act is not Act.REFUSE


def _attitude(scores: np.ndarray | None) -> Attitude:
    if scores is None:
        return Attitude.ASSERTION
    return ATTITUDES[int(scores[len(ACTS) :].argmax())]
