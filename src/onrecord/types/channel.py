"""How a statement reached the public, where, at what event, and to whom it was said."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.types.text import Span

__all__ = ["Addressee", "Channel", "ChannelKind", "Ground", "How", "Occasion", "Place"]


class Ground(StrEnum):
    """What a finding about a statement rests on."""

    STATED = "stated"
    """The statement's own sentence says it."""
    CONTEXT = "context"
    """Carried over from the statement that this one goes on from."""


class ChannelKind(StrEnum):
    """The ways in which statements reach the public."""

    SOCIAL_MEDIA = "social media"
    BROADCAST = "broadcast"
    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press conference"
    SPEECH = "speech"
    STATEMENT = "statement"
    VIDEO = "video"
    DOCUMENT = "document"
    COURT = "court"
    MEETING = "meeting"
    PHONE_CALL = "phone call"
    LETTER = "letter"
    TESTIMONY = "testimony"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """How a statement reached the public.

    Attributes:
        kind: The way.
        name: The outlet or platform as the text names it ("Telegram", "state
            television"); "Twitter" for "tweeted"; None where it has no name.
        span: The words that tell it: "in a video", "Telegram", "tweeted".
        ground: Whether its own sentence says so.
        confidence: How likely it is this statement's, 0-1, to four places, where a passage
            lends it; None where nobody reckoned: as a rule, its own sentence says so.
    """

    kind: ChannelKind
    name: str | None = None
    span: Span
    ground: Ground = Ground.STATED
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a statement was made: "Berlin", "Air Force One"."""

    span: Span
    ground: Ground = Ground.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """At what event a statement was made: "a summit of European leaders"."""

    span: Span
    ground: Ground = Ground.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """To whom a statement was made: "reporters", "her colleagues"."""

    span: Span
    ground: Ground = Ground.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """Channel, place, occasion and addressee of one statement, each where it is known."""

    channel: Channel | None = None
    place: Place | None = None
    occasion: Occasion | None = None
    addressee: Addressee | None = None
