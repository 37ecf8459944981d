"""Speeches told by where somebody stands and who listens: "at a rally", "from the pulpit"."""

from collections.abc import Sequence

from onrecord.resolve.how.nouns import event_in, noun_in
from onrecord.resolve.how.outlet import named_in
from onrecord.resolve.how.words import GATHERINGS, TIME_WORDS
from onrecord.resolve.how.zones import Phrase
from onrecord.resolve.narration.frame import Frame, Token
from onrecord.types import Channel, ChannelKind, Span

__all__ = [
    "VOTED",
    "from_crowd",
    "from_event",
    "from_stand",
    "from_taking_to",
    "from_witness_stand",
]

# "On Sunday in the National Congress, she said": no clause of its own before it.
_FARTHEST_HOUSE = 5
# Where somebody stands who speaks to many.
_STANDS = frozenset(
    ("stage", "trail", "stump", "lectern", "podium", "pulpit", "rostrum", "dispatch box")
)
_HOUSES = frozenset((
    "congress", "parliament", "senate", "house", "commons", "lords", "knesset", "bundestag",
    "duma", "sejm", "riksdag", "assembly", "chamber",
))  # fmt: skip
_APPLAUSE = frozenset((
    "applause", "cheers", "boos", "laughter", "jeers", "ovation", "ovations", "roars", "whoops",
))  # fmt: skip
_DRAWING = frozenset(("to", "drew", "drawing", "draws", "amid", "over", "eliciting", "elicited"))
# Named ones are speakers' stages, others are talks: "the Values Summit", "a summit in Minsk".
_SUMMITS = frozenset(("summit", "congress", "expo", "fair", "session", "gathering", "caucus"))
# Where several speak in turn, and answer.
_IN_TURN = frozenset(("debate", "debates", "town hall"))
VOTED = frozenset(("nominate", "nominates", "nominated", "nominating", "elected", "voted"))
"""What a convention does by a vote."""
_TAKING = frozenset(("took", "takes", "taken", "taking", "turned"))
_WITNESS_STAND = (("the", "stand"), ("the", "witness", "stand"))
# "Took the stand that", "the stand against": an opinion.
_NO_STAND = frozenset(("that", "against", "on", "of"))


def from_event(frame: Frame, found: Sequence[Phrase]) -> Channel | None:
    """Return the speech of "at a rally", the meeting of "during a debate"."""
    cue = {token.low for token in frame.tokens[max(0, frame.cue[0]) : frame.cue[1]]}
    if not cue.isdisjoint(VOTED):
        return None
    for phrase in found:
        if phrase.opener not in {"at", "during", "in"}:
            continue
        tokens = frame.tokens[phrase.first : phrase.last + 1]
        place = event_in(tokens)
        if place is None:
            continue
        event = " ".join(token.low for token in tokens[place[0] : place[1] + 1])
        is_known = event in {"event", "events"} and tokens[0].low == "the"
        is_named = event in _SUMMITS and tokens[place[1]].word[0].isupper()
        if (event in GATHERINGS and not is_known) or is_named or _is_speaking(frame, phrase):
            span = frame.span(phrase.first, phrase.first + place[1])
            kind = ChannelKind.MEETING if event in _IN_TURN else ChannelKind.SPEECH
            return Channel(kind=kind, span=span)
    return None


def from_stand(frame: Frame, found: Sequence[Phrase]) -> Channel | None:
    """Return the speech of "in parliament", "on the House floor", "from the stage"."""
    for phrase in found:
        words = [token.low for token in frame.tokens[phrase.first : phrase.last + 1]]
        if phrase.opener == "from" and words[-1] == "bench":
            return Channel(kind=ChannelKind.COURT, span=frame.span(phrase.first, phrase.last))
        is_stand = phrase.opener in {"at", "on", "from", "in"} and (
            words[-1] in _STANDS
            or words[-2:] == ["rose", "garden"]
            or words == ["the", "floor"]
            or (words[-1] == "floor" and not _HOUSES.isdisjoint(words))
        )
        is_near = not phrase.is_fronted or phrase.first <= _FARTHEST_HOUSE
        is_house = phrase.opener in {"in", "before"} and words[-1] in _HOUSES and is_near
        if is_stand or is_house:
            span = frame.span(phrase.first, phrase.last)
            return Channel(kind=ChannelKind.SPEECH, span=span)
    return None


def from_taking_to(frame: Frame) -> Channel | None:
    """Return the channel of "took to Twitter to", "took to the Senate floor and"."""
    tokens = frame.tokens
    for at in range(1, frame.cue[0]):
        if tokens[at].low != "to" or tokens[at - 1].low not in _TAKING:
            continue
        rest = _without_next_clause(tokens[at + 1 : min(at + 6, frame.cue[0])])
        named, noun = named_in(rest), noun_in(rest[:3])
        if named and named.kind is ChannelKind.SOCIAL_MEDIA:
            return Channel(kind=named.kind, name=named.name, span=named.span)
        if noun and noun[2] in {ChannelKind.SOCIAL_MEDIA, ChannelKind.BROADCAST}:
            return Channel(kind=noun[2], span=Span(rest[0].start, rest[noun[1]].end))
        if not (_STANDS | {"floor"}).isdisjoint(token.low for token in rest):
            return Channel(kind=ChannelKind.SPEECH, span=Span(rest[0].start, rest[-1].end))
    return None


def from_witness_stand(frame: Frame) -> Channel | None:
    """Return the testimony of "*taking the stand*, Lee said"."""
    lows = [token.low for token in frame.tokens[: max(0, frame.cue[0])]]
    for at, low in enumerate(lows):
        if low not in _TAKING:
            continue
        for words in _WITNESS_STAND:
            end = at + 1 + len(words)
            is_stand = tuple(lows[at + 1 : end]) == words
            is_dated = not TIME_WORDS.isdisjoint(lows[end + 1 : end + 2])
            if is_stand and (is_dated or _NO_STAND.isdisjoint(lows[end : end + 1])):
                return Channel(kind=ChannelKind.TESTIMONY, span=frame.span(at, end - 1))
    return None


def _without_next_clause(rest: Sequence[Token]) -> Sequence[Token]:
    """Return words up to what was done there: "took to social media *and accused*"."""
    end = next((n for n, token in enumerate(rest) if token.low in {"and", "to", ","}), len(rest))
    return rest[:end]


def from_crowd(frame: Frame) -> Channel | None:
    """Return the speech of "said to loud cheers", "drew boos when he said"."""
    for at, token in enumerate(frame.tokens):
        near = {one.low for one in frame.tokens[max(0, at - 4) : at]}
        if token.low in _APPLAUSE and not near.isdisjoint(_DRAWING):
            return Channel(kind=ChannelKind.SPEECH, span=frame.span(at, at))
    return None


def _is_speaking(frame: Frame, phrase: Phrase) -> bool:
    """Say whether a phrase tells where somebody spoke: "*speaking* at a conference"."""
    before = frame.tokens[phrase.first - 2].low if phrase.first >= 2 else ""
    return before in {"speaking", "spoke", "speech", "remarks"}
