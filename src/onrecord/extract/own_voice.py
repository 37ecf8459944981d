"""What an outlet tells in its own voice, although a word of saying stands in it.

PolNeAR marks "is expected to" nearly always (64 of 72 in its train articles) and "is
scheduled to" hardly ever (5 of 50), so that only a person's plans are left out of the first.
"""

import bisect
import re
from collections.abc import Iterator, Sequence

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.extract.sense import sense_of
from onrecord.tagger import Name, NameKind
from onrecord.types import Article, Attitude, Kind, Span

__all__ = ["is_own_voice"]

_BE = r"(?:is|are|was|were|has been|have been|had been)"
# "The house is scheduled to vote on": a vote that lies ahead.
_VOTE_AHEAD = re.compile(r"(?:.*\b)?(?:scheduled|due|set|slated|will)\b.*\bvote\b")
_DUE = re.compile(rf"(?:{_BE} )?(?:\w+ )?expected(?: to)?\Z")
# What is expected to come about is somebody's forecast; what somebody is expected to do, a plan.
_OUTCOME = re.compile(
    r"to (?:be|become|do|face|gain|get|have|lose|make up|need|outperform|prevail|project|remain|"
    r"survive|take|win)\b"
    # An announcement that lies ahead is one of what is said then.
    r"|to (?:announce|declare|say|testify|tell)\b"
)
_WHO = re.compile(r", who\s\Z")
# "Health Secretary Ann Poe", "Paulina Shikongo of Namibia": the name is what is told of.
_AFTER_NAME = re.compile(r"(?: of .*|,.*)?\Z", re.DOTALL)
_NO_PROOF = re.compile(
    r"(?:offered|provided|gave|produced|cited) no (?:evidence|proof|examples?)\b"
)
# "Residents tell a different story."
_OTHER_STORY = re.compile(
    r"(?:another|(?:an?|the) (?:\w+ )?(?:different|other)) (?:story|tale|picture)\Z"
)
_TELLING = re.compile(r"(?:tell|tells|told|paints?|painted)\Z")
_NOT_YET = re.compile(r"(?:.*\b)?(?:not|n['\u2019]t) yet announced\Z")
_QUESTION = re.compile(r"(?:that|whether|if|who|what|when|where|how|why|which)\b")
# "Committees back the bill, titled “The Safe Roads Act”": a name, not what it says.
_TITLED = re.compile(r"(?:.*\b)?(?:titled|entitled)\Z")
_SLOGAN = re.compile(r"under the (?:slogan|banner|title)\Z")
# "A draft seen by the Gazette": who saw it says nothing.
_SEEN = re.compile(r"(?:seen|obtained|reviewed|viewed) by\b")
_BILLED = re.compile(r"(?:.*\b)?billed as\Z")
# "Shares are listed on", "the film was nominated for": what has a place, nobody says.
_STATUS = re.compile(rf"{_BE} (?:[a-z]+ )?(?:listed|nominated for|tantamount to|ranked)\Z")
# "It confirms the old fear": a thing proves; who confirms a report says that it is so.
_PROVES = re.compile(r"confirms\Z")
_THING = re.compile(r"(?:it|this|that|which|these|those)?\Z", re.IGNORECASE)
# "Against proposed legislation", "the acclaimed designer": no verb, what is told of another word.
_PARTICIPLE = re.compile(r"(?:[a-z]+ly )?[a-z]+ed\Z")
_NOUN_AHEAD = re.compile(
    r" (?!(?:that|to|the|an?|this|these|those|his|her|its|their|him|them|it|whether|if|how|why|"
    r"what|as|for|on|of|in|at|with|about|by|against)\b)[\w-]"
)
_NOUN_PHRASE = re.compile(
    r"(?:\b(?:the|an?|this|his|her|its|their|of|"
    r"about|after|against|any|by|for|from|in|over|some|under|with|and|on|to)|,) \Z"
)
_BEFORE = 12
# "CLAIM:", "THE FACTS:": labels of a form.
_LABEL = re.compile(r"[A-Z][A-Z ]+[A-Z]:")
# What is done to somebody or something, told as its subject and nothing more: "The car was
# recalled".
_DONE = re.compile(
    rf"(?:{_BE}|be|being) (?:(?:also|still|first|later|then|now|\w+ly) )*(?!planned)[a-z]+\Z"
)
# "Ann Poe: Court drops the case": a headline's topic, where no sentence follows the colon.
_MANY_WORDS = 25
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s*\Z")
# Characters of a first paragraph that is no headline: "EXCLUSIVE: Mayor to go".
_HEADLINE = 120
_CAPITALS = re.compile(r"[A-Z][A-Z .'\u2019-]+\Z")


def is_own_voice(
    article: Article, draft: Draft, passage: Passage, names: Sequence[Name] = ()
) -> bool:
    """Say whether a draft is told by the outlet itself: plans, deeds, titles, labels.

    Args:
        article: The article.
        draft: As paired.
        passage: The layout of its text.
        names: The names in the text, in order.
    """
    if not draft.cue:
        return False
    cue = " ".join(article[span] for span in draft.cue)
    content = " ".join(article[span] for span in draft.content)
    return (
        bool(_VOTE_AHEAD.match(cue))
        or bool(_NO_PROOF.match(f"{cue} {content}") or _NO_PROOF.search(cue))
        or bool(_TELLING.match(cue) and _OTHER_STORY.match(content))
        or bool(_NOT_YET.match(cue) and not _QUESTION.match(content))
        or bool(_LABEL.match(passage.text, draft.cue[0].start))
        or bool(_SEEN.match(passage.text, draft.cue[0].start))
        or _is_dateline(draft, passage)
        or _is_topic(draft, passage)
        or _is_title(draft, passage, cue, names)
        or _is_proof(draft, passage, cue, content)
        or (not draft.source and bool(_STATUS.match(cue)))
        or (not draft.source and _is_adjective(draft, passage))
        or (not draft.source and _is_done(article, draft, cue))
        or (not draft.source and bool(_DUE.match(cue)) and _is_of_person(draft, passage, names))
    )


def _is_dateline(draft: Draft, passage: Passage) -> bool:
    """Say whether the place that opens the article stands before a colon: "BHOPAL: The …"."""
    if not draft.source or passage.text[draft.cue[0].start : draft.cue[0].end] != ":":
        return False
    place = passage.text[draft.source[0].start : draft.source[0].end]
    opens = draft.source[0].start == passage.begins(0) and bool(_CAPITALS.match(place))
    is_headline = len(passage.paragraphs[0]) < _HEADLINE
    return opens and not is_headline and passage.text.count(f"{place}:") == 1


def _is_topic(draft: Draft, passage: Passage) -> bool:
    """Say whether a colon stands in a heading, behind what that is about."""
    cue = draft.cue[0]
    if passage.text[cue.start : cue.end] != ":":
        return False
    if passage.kind_of(draft.content) is not Kind.INDIRECT:
        return False
    paragraph = passage.paragraphs[passage.paragraph_of(cue.start)]
    words = passage.text[paragraph.start : paragraph.end]
    return len(words.split()) <= _MANY_WORDS and _SENTENCE_END.search(words) is None


def _is_title(draft: Draft, passage: Passage, cue: str, names: Sequence[Name]) -> bool:
    if not draft.source:
        return bool(_BILLED.match(cue))
    if _SLOGAN.match(cue):
        return True
    if any(name.span.end == draft.source[-1].end for name in _people_in(draft.source[-1], names)):
        return False
    # A work that stands just before names itself: "an ad entitled “Our Story”".
    between = passage.text[draft.source[-1].end : draft.cue[0].start].strip()
    is_named = cue in ("titled", "entitled") and between in ("", ",")
    return bool(_TITLED.match(cue)) and not is_named and passage.is_quoted(draft.content[-1])


def _is_proof(draft: Draft, passage: Passage, cue: str, content: str) -> bool:
    source = passage.words(draft.source)
    return bool(
        _PROVES.match(cue) and _THING.match(source) and not _QUESTION.match(content)
    ) and not passage.is_quoted(draft.content[-1])


def _is_adjective(draft: Draft, passage: Passage) -> bool:
    """Say whether a cue is a participle before its noun."""
    cue = draft.cue[-1]
    return (
        bool(_PARTICIPLE.match(passage.text, cue.start, cue.end))
        and draft.content[0].start == cue.end + 1
        and bool(_NOUN_AHEAD.match(passage.text, cue.end))
        and bool(_NOUN_PHRASE.search(passage.text[max(0, cue.start - _BEFORE) : cue.start]))
    )


def _is_done(article: Article, draft: Draft, cue: str) -> bool:
    if len(draft.content) > 1 or draft.content[0].end > draft.cue[0].start:
        return False
    if not _DONE.match(cue):
        return False
    sense = sense_of(article, draft)
    return sense is None or sense.head == "see" or sense.attitude is Attitude.EVENTUALITY


def _is_of_person(draft: Draft, passage: Passage, names: Sequence[Name]) -> bool:
    """Say whether somebody by name is expected to do something, or a "who" after their name."""
    cue, first, last = draft.cue[0].start, draft.content[0], draft.content[-1]
    if _OUTCOME.match(passage.text, last.start, last.end):
        return False
    if _WHO.search(passage.text, max(0, cue - len(", who ")), cue):
        return True
    return first.end <= cue and any(
        _AFTER_NAME.match(passage.text, name.span.end, first.end)
        for name in _people_in(first, names)
    )


def _people_in(span: Span, names: Sequence[Name]) -> Iterator[Name]:
    first = bisect.bisect_left(names, span.start, key=lambda name: name.span.start)
    last = bisect.bisect_left(names, span.end, key=lambda name: name.span.start)
    return (name for name in names[first:last] if name.kind is NameKind.PERSON)
