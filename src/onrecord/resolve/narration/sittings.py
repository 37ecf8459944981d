"""Sittings: a press conference, a trial, a call with analysts; several statements are made there.

The first line tells where ("at a news conference", "told the jury"); who goes on, answers or has
a part in such a sitting ("the witness", "the finance chief") says so without saying where
again, until another setting is told.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.resolve.narration.frame import GAP, Frame
from onrecord.types import Article, Attitude, SourceType, Span, Statement

__all__ = ["Sitting", "SittingKind", "sittings"]


class SittingKind(StrEnum):
    """What kind of event a sitting is."""

    PRESS = "press conference"
    COURT = "court"
    CALL = "call"
    MEETING = "meeting"
    STAGE = "stage"
    """A debate, a panel, a session of questions and answers."""
    HEARING = "hearing"
    """Before a committee that hears witnesses."""
    QUESTIONS = "questions"
    """Members of a parliament question the government."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting that a statement belongs to.

    Attributes:
        kind: What kind of event.
        opener: Number of the statement that tells of it.
        span: The words that tell of it.
    """

    kind: SittingKind
    opener: int
    span: Span


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")


# How a line tells of a sitting, outside of what was said in it.
_OPENED = {
    SittingKind.PRESS: _pattern(
        r"(?:[Aa]t|[Dd]uring|[Ii]n|told|to) (?:an?|the|his|her|their|its) (?:\w+[- ]){0,4}?"
        r"(?:news conference|press conference|news briefing|press briefing|media briefing|briefing)"
    ),
    SittingKind.COURT: _pattern(
        r"(?:told|tells|reminded) (?:the |a )?(?:(?!reporters|journalists|outside|media|press|"
        r"after|about|that)\w+ ){0,2}?(?:court|jury|jurors|magistrates|inquest|tribunal)|"
        r"read (?:out )?(?:to|in) (?:the )?court|"
        r"(?:[Cc]ourt|jury|jurors|inquest) (?:heard|was told|were told)|"
        r"(?:Opening|opening) the (?:case|prosecution)|[Pp]assing sentence|"
        r"(?:Giving|giving) evidence|[Cc]ross-examined"
    ),
    SittingKind.CALL: _pattern(
        r"(?:[Oo]n|[Dd]uring|[Ii]n) an? (?:\w+[- ]){0,3}?"
        r"(?:call with (?:\w+ )?(?:analysts|investors)|"
        r"(?:conference|earnings|analyst|investor) call)"
    ),
    SittingKind.MEETING: _pattern(
        r"(?:[Aa]t|[Dd]uring) (?:an?|the|\w+day[’']s) (?:\w+[- ]){0,3}?(?:board|council|committee|"
        r"commission|town|public|emergency|annual|general|shareholders[’']?) meeting|"
        r"(?:told|reminded|assured) (?:the|a) (?:[\w-]+ ){0,4}?(?:meeting|council|board)|"
        r"[Oo]pening (?:the|a) (?:[\w-]+ ){0,4}?debate"
    ),
    SittingKind.QUESTIONS: _pattern(
        r"[Pp]rime [Mm]inister[’']s [Qq]uestions|PMQs|[Qq]uestion [Pp]eriod"
    ),
    SittingKind.HEARING: _pattern(
        r"(?:told|tells|before|(?:statement|statements|testimony) to) (?:the |an? )?"
        r"(?:(?!court)[\w,’'-]+ ){0,7}?(?:[Cc]ommittee|[Ss]ubcommittee|[Ss]enators|[Ll]awmakers)|"
        r"(?:[Aa]t|[Dd]uring|[Ii]n) (?:an?|the|\w+day[’']s) (?:\w+[- ]){0,3}?"
        r"(?:Senate|House|[Cc]ongressional|[Cc]ommittee|confirmation|oversight) hearing"
    ),
    SittingKind.STAGE: _pattern(
        r"(?:[Aa]t|[Dd]uring|[Ii]n) (?:an?|the|\w+day[’']s) (?:\w+[- ]){0,3}?"
        r"(?:q&a|Q&A|Q & A|debate|question-and-answer session|question and answer session|"
        r"panel discussion)"
    ),
}
# Who has a part in such a sitting, as the words before and in a source tell.
_PARTS = {
    SittingKind.COURT: _pattern(
        r"[Pp]rosecutors?|prosecuting|barristers?|defending|[Jj]udge|KC|QC|witness(?:es)?|"
        r"counsel|[Mm]itigating|[Ss]entencing|[Cc]oroner|jurors?|defence lawyer|defense attorney"
    ),
    SittingKind.CALL: _pattern(
        r"[Cc]hief (?:\w+ )?(?:[Ee]xecutive|[Oo]fficer)|CEO|CFO|COO|[Ff]inance (?:chief|director)"
    ),
    SittingKind.MEETING: _pattern(
        r"[Bb]oard member|[Cc]ouncill?ors?|Cllr|[Cc]ouncil(?:man|woman)|[Tt]rustees?|"
        r"[Cc]ommissioner"
    ),
    SittingKind.HEARING: _pattern(
        "[Ss]enators?|witness(?:es)?|chair(?:man|woman)?|panel|testified"
    ),
    SittingKind.STAGE: _pattern("audience|on ?stage|panell?ists?|moderators?|crowd"),
}
# Another setting: another channel, another time, somebody else who is told.
_ELSEWHERE = _pattern(
    r"statements?|interviews?|e-?mail(?:s|ed)?|letters?|posts?|posted|tweet(?:s|ed)?|memo|note|"
    r"wrote|writes?|writing|reports?|filings?|lawsuit|papers|video|X|Twitter|Facebook|Instagram|"
    r"phone|telephone|[Ss]eparately|[Ee]arlier|[Pp]reviously|[Mm]eanwhile|[Ll]ater|[Ll]ast|"
    r"has|have|had|texted|outside|"
    # who is told at the sitting itself
    r"(?:told|telling|tells)(?! (?:the |a )?(?:\w+ )?(?:audience|crowd|meeting|hearing|committee|"
    r"board|council|panel|room|fans|residents|jury|court|journalists|reporters))"
)
_OTHER_CASE = _pattern("police interview|[Ii]n an interview|[Ii]n a statement")
# Where whoever is heard has the floor, as long as an article that opens with it stays there.
_FLOORS = frozenset((SittingKind.MEETING, SittingKind.HEARING, SittingKind.QUESTIONS))
_PERSONS = frozenset((SourceType.NAMED_PERSON, SourceType.UNNAMED_PERSON))
# Where states and parties speak, too, and officers.
_HEARD = {
    SittingKind.MEETING: frozenset(SourceType) - {SourceType.DOCUMENT},
    SittingKind.QUESTIONS: frozenset(SourceType) - {SourceType.DOCUMENT},
}
# So many paragraphs open an article.
_LEAD = 5
# The article leaves the room.
_LEFT = _pattern(
    r"[Aa]fter (?:the|\w+day[’']s) (?:\w+ )?"
    r"(?:meeting|session|hearing|debate|vote|verdict|sentencing)|[Oo]utside|"
    r"[Aa]fterwards?|anonymity|[Ss]pokes\w+|[Ii]n an? (?:\w+ )?(?:statement|letter|"
    r"interview|post|video|email|e-mail)|on (?:X|Facebook|Twitter|Instagram|Telegram)|reporters|"
    r"journalists"
)
_PERFECT = frozenset(("has", "have", "had"))
_AUXILIARIES = _PERFECT | {"was", "were", "is", "are", "will", "would"}
# So many paragraphs on without a word of it, a sitting is over.
_REACH = 2
_REACH_OF_FLOOR = 4
# Words of a frame before its cue that may tell of a part: the clause itself.
_NEARBY = 30


def sittings(
    article: Article,
    statements: Sequence[Statement],
    speakers: Sequence[str | None],
    frames: Sequence[Frame],
) -> tuple[Sitting | None, ...]:
    """Return the sitting that each statement was made in, None where none is told.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
        speakers: A key of who speaks, None where unknown.
        frames: The statements' sentences without what was said.
    """
    found: list[Sitting | None] = []
    known: dict[SittingKind, Sitting] = {}
    members: dict[SittingKind, set[str | None]] = defaultdict(set)  # who spoke there, by key
    now: Sitting | None = None
    floor: Sitting | None = None
    last = 0
    for number, statement in enumerate(statements):
        frame, key = frames[number], speakers[number]
        if statement.parent is not None or frame.cue[0] < 0:
            found.append(None)
            continue
        reach = _REACH_OF_FLOOR if now is not None and now is floor else _REACH
        if now is not None and not 0 <= frame.paragraph - last <= reach:
            now = None
        opened = _opened(frame, number)
        if opened is not None:
            now = known.setdefault(opened.kind, opened)
            floor = now if _is_floor(now, frames) else None
        elif _LEFT.search(_near(frame)):
            floor = None
        is_next = bool(found) and found[-1] is now and frame.paragraph == last
        is_part = opened is not None or (
            now is not None
            and (
                (floor is now and _has_floor(article, statement, frame, now.kind))
                or (
                    _is_said(article, statement)
                    and _goes_on(
                        frame,
                        now.kind,
                        _title(article, statement),
                        is_member=key in members[now.kind]
                        or (is_next and _is_pronoun(article, statement)),
                    )
                )
            )
        )
        found.append(now if is_part else None)
        if now is not None and key is not None:
            (members[now.kind].add if is_part else members[now.kind].discard)(key)
        if is_part:
            last = frame.paragraph
    return tuple(found)


def _is_said(article: Article, statement: Statement) -> bool:
    """Say whether a statement was put in words then: neither "recalls" nor "was thrilled"."""
    cue = article.words(statement.cue).split()
    is_now = cue[0].endswith("s") or cue[0] in _AUXILIARIES
    return statement.attitude is Attitude.ASSERTION and not is_now


def _is_floor(sitting: Sitting, frames: Sequence[Frame]) -> bool:
    """Say whether an article opens with a sitting in which many speak in turn."""
    return sitting.kind in _FLOORS and frames[sitting.opener].paragraph <= _LEAD


def _has_floor(article: Article, statement: Statement, frame: Frame, kind: SittingKind) -> bool:
    """Say whether somebody was heard where the article is: "said", "accused", neither "says"."""
    speaker = statement.speaker
    if speaker is None or speaker.type not in _HEARD.get(kind, _PERSONS):
        return False
    cue = article.words(statement.cue).split()
    is_now = not cue or cue[0].endswith("s") or cue[0] in _AUXILIARIES
    is_thought = statement.attitude in {Attitude.BELIEF, Attitude.FACT}
    near = [word for word in _near(frame).split() if word not in _PERFECT]
    return not (is_now or is_thought) and not _ELSEWHERE.search(" ".join(near))


def _words(frame: Frame) -> str:
    return " ".join(token.word for token in frame.tokens if token.low != GAP)


def _opened(frame: Frame, number: int) -> Sitting | None:
    words = _words(frame)
    cue = {token.low for token in frame.tokens[frame.cue[0] : frame.cue[1]]}
    if _OTHER_CASE.search(words) or not cue.isdisjoint(_PERFECT):
        return None
    for kind, pattern in _OPENED.items():
        match = pattern.search(words)
        if match is not None:
            return Sitting(kind, number, _place(frame, match.start(), match.end()))
    return None


def _place(frame: Frame, start: int, end: int) -> Span:
    """Return where in the article words of a frame stand."""
    at = 0
    first = last = frame.tokens[0]
    for token in (one for one in frame.tokens if one.low != GAP):
        if at <= start:
            first = token
        if at < end:
            last = token
        at += len(token.word) + 1
    return Span(first.start, last.end)


def _title(article: Article, statement: Statement) -> str:
    title = statement.speaker.title if statement.speaker else None
    return article[title] if title else ""


def _is_pronoun(article: Article, statement: Statement) -> bool:
    return article.words(statement.source).lower() in {"he", "she", "they"}


def _goes_on(frame: Frame, kind: SittingKind, title: str, *, is_member: bool) -> bool:
    """Say whether who speaks at a sitting goes on there, or has a part in it."""
    near = _near(frame)
    if _ELSEWHERE.search(near):
        return False
    part = _PARTS.get(kind)
    return is_member or (part is not None and bool(part.search(f"{near} {title}")))


def _near(frame: Frame) -> str:
    """Return the words of the clause around a cue."""
    start = max(0, frame.cue[0] - _NEARBY)
    tokens = frame.tokens[start : max(frame.cue[1] + 6, 0)]
    return " ".join(token.word for token in tokens if token.low != GAP)
