"""The day of an event that somebody plainly spoke at, or made: a court's, a crowd's, their own.

"Lee *resigned on Sunday*. … Lee said in a video": on that day. "*On Sunday* the flag was raised. …
Lee told those gathered": so was that.
"""

import re

from onrecord.resolve.narration import GAP
from onrecord.resolve.when.going_on import goes_on, is_of_now
from onrecord.resolve.when.speaker import settings_of
from onrecord.resolve.when.times import DAYS, Times, as_context, last_day, place_of, sentence_of
from onrecord.types import SaidAt

__all__ = ["of_occasion"]

# Who is told, or how, where people have come together.
_PUBLIC = re.compile(
    r"\b(?:told|addressed|(?:speaking|spoke) to) (?:(?:the|a|those|his|her|cheering) )*"
    r"(?:\w+ ){0,2}?(?:gathered|crowd|supporters|public|audience|attendees|rally|fans|delegates|"
    r"lawmakers|parliament|mps|senators|congregation|mourners|students)\b|"
    r"\b(?:chant(?:ed|ing)|shout(?:ed|ing)|heckl(?:ed|ing)|boo(?:ed|ing)|placards?|banners?)\b"
)
_HEARING = re.compile(r"\b(?:hearing|trial|committee|subcommittee|panel|court|inquest|inquiry)\b")
_MEMBER = re.compile(
    r"\b(?:(?:board|council|committee|commission) (?:member|president|chair\w*)|councill?ors?|"
    r"council(?:man|woman)|trustees?|commissioner|member)\b"
)
_BOARD = re.compile(r"\b(?:[Bb]oard|[Cc]ouncil|[Cc]ommittee|[Cc]ommission|[Tt]rustees)\b")
# No other occasion: a video may be the act's own.
_ACTS_OWN = frozenset(("video",))
_IN_COURT = re.compile(
    r"\b(?:jailed|sentenced|convicted|acquitted|pleaded|(?:a|the) (?:court|jury|judge) heard|"
    r"on trial|arraigned|judge|magistrate)\b"
)
# "Prosecutors" speak before and after, too: as often in vain as right.
_PART_IN_COURT = re.compile(
    r"\b(?:prosecuting|barrister|defending|[Jj]udge|KC|QC|counsel|[Mm]itigating|[Ss]entencing|"
    r"[Dd]efen[cs]e (?:lawyer|attorney)|"
    r"(?:statement read to|[Oo]utside|out of|told) (?:the )?(?:court|jury|courthouse|courtroom))\b"
)
# What happens to people is no act of theirs.
_HARM = re.compile(
    r"\b(?:kill|die[ds]?\b|death|dead\b|attack|crash|fire\b|shoot|shot\b|explo[ds]|arrest|stabb|"
    r"injur|earthquake|storm|flood|murder)",
    re.IGNORECASE,
)
# Words before a name that make it no subject; the comma of "On Friday, Lee" does not.
_NO_SUBJECT = re.compile(
    r"\b(?:of|by|with|to|for|against|from|after|said|that|over)\b|(?<!day),", re.IGNORECASE
)
# A subject begins within so many characters of its sentence.
_FURTHEST_SUBJECT = 80
# An article opens with its first two paragraphs, one of which may be a line of its own.
_OPENING = 1


def of_occasion(times: Times, number: int) -> SaidAt | None:
    """Return the day of an event that a statement was plainly made at, or after at once."""
    frame = times.narration.frames[number]
    if not frame.tokens or is_of_now(frame) or not goes_on(times.narration, number):
        return None
    words = " ".join(token.word for token in frame.tokens if token.low != GAP)
    return as_context(
        _of_public(times, number, words.lower())
        or _of_court(times, number, words)
        or _of_doer(times, number)
    )


def _of_public(times: Times, number: int, words: str) -> SaidAt | None:
    """Return the day of the event at which people are told or shout something."""
    day = last_day(times, number)
    if day is None:
        return None
    sentence = sentence_of(times, day)
    is_witness = "testified" in words and _HEARING.search(sentence)
    is_member = _MEMBER.search(words) and _BOARD.search(sentence)
    return day if is_witness or is_member or _PUBLIC.search(words) else None


def _of_court(times: Times, number: int, words: str) -> SaidAt | None:
    """Return the day in court that an article opens with, for who has a part in it."""
    if not times.narrated or not _PART_IN_COURT.search(words):
        return None
    day, narration = times.narrated[0], times.narration
    is_lead = narration.paragraph_of(place_of(day)) <= _OPENING and day.grain in DAYS
    is_before = place_of(day) < narration.frames[number].tokens[0].start
    is_court = _IN_COURT.search(sentence_of(times, day))
    return day if is_lead and is_before and is_court else None


def _of_doer(times: Times, number: int) -> SaidAt | None:
    """Return the day of what the one who speaks has just done: "Lee *resigned on Sunday*"."""
    key, day = times.narration.speakers[number], last_day(times, number)
    if day is None or not key or ": " in key:
        return None
    is_said = any(one is not None and one.span == day.span for one in times.stated)
    is_doer = not is_said and _is_doer(sentence_of(times, day), key)
    return day if is_doer and settings_of(times.narration.frames[number]) <= _ACTS_OWN else None


def _is_doer(sentence: str, key: str) -> bool:
    """Say whether a person is the subject of a sentence, of no accident."""
    at = sentence.find(key.rsplit(maxsplit=1)[-1])
    is_subject = 0 <= at <= _FURTHEST_SUBJECT and not _NO_SUBJECT.search(sentence[:at])
    return is_subject and not _HARM.search(sentence)
