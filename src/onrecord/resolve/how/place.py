"""Where and at what event a statement was made."""

from collections.abc import Sequence

from onrecord.resolve.how.nouns import event_in, noun_in
from onrecord.resolve.how.outlet import named_in
from onrecord.resolve.how.words import TIME_WORDS, word_set
from onrecord.resolve.how.zones import Phrase
from onrecord.resolve.narration.frame import Frame, Names, Token
from onrecord.types import Span

__all__ = ["occasion_of", "place_of"]

_PLACE_OPENERS = word_set("in at from outside inside aboard onboard near on")
_FACILITIES = word_set(
    "airport courthouse hospital stadium palace church cathedral mosque synagogue school "
    "hotel headquarters embassy museum square station scene podium library prison campus "
    "mansion residence barracks base factory plant shelter theater theatre gym gymnasium "
    "arena steps doorstep floor chamber lectern pulpit ballroom capitol consulate"
)
_NO_PLACES = word_set(
    "english french spanish german arabic russian chinese mandarin hebrew hindi ukrainian "
    "turkish portuguese italian japanese korean persian latin facebook internet part fact mr "
    "mrs ms dr sen rep gov president minister senator i christmas easter ramadan"
)
_MONTHS = word_set(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
_EVENT_OPENERS = word_set("at during in on to")
_ON_EVENTS = word_set("visit trip tour")
_TO_EVENTS = word_set("visit trip tour speech")
_IN_EVENTS = word_set(
    "debate debates hearing hearings meeting meetings appearance ceremony session discussion "
    "talks trial roundtable inquest"
)
# Verbs whose "at" or "in" tells of something else than where it was said.
_NOT_BEFORE = word_set(
    "aimed directed pointed looking look based born living arrived published interested involved "
    "angry mad upset results resulted"
)
_OPENING_ARTICLES = frozenset(("the", "a", "an"))

_PLACE_KINDS = frozenset(("place", "location", "loc", "gpe", "fac", "facility"))


def place_of(frame: Frame, found: Sequence[Phrase], names: Names) -> Span | None:
    """Return the words that name where it was said, without an opening article, or None.

    Args:
        frame: The statement's frame.
        found: The phrases that modify its cue.
        names: Names inside the frame; may be empty.
    """
    if not any(token.is_source for token in frame.tokens):
        return None  # "no deaths are reported in Rome": nobody is there to say it
    for number, phrase in enumerate(found):
        if phrase.opener in _PLACE_OPENERS and _tells_where(frame, found, number):
            span = _outside_court(frame, phrase) or _place_in(frame, phrase, names)
            if span:
                return span
    return None


def occasion_of(frame: Frame, found: Sequence[Phrase]) -> Span | None:
    """Return the words that name the event: "a summit of European leaders", or None."""
    for number, phrase in enumerate(found):
        if phrase.opener not in _EVENT_OPENERS:
            continue
        tokens = frame.tokens[phrase.first : phrase.last + 1]
        place = event_in(tokens)
        if place is None:
            continue
        head = tokens[place[1]].low
        if phrase.opener == "in" and head not in _IN_EVENTS:
            continue
        is_held = phrase.opener in {"at", "during"} or place[0] > 0
        if phrase.opener in {"on", "to"} and head not in _ON_EVENTS:
            is_held = False
        if is_held:
            last = _with_complement(found, number, head, phrase.first + place[1])
            while not frame.tokens[last].low[0].isalnum():
                last -= 1
            return frame.span(phrase.first, last)
    return None


def _tells_where(frame: Frame, found: Sequence[Phrase], number: int) -> bool:
    """Say whether a phrase is about the saying, not about a noun before it."""
    phrase = found[number]
    if phrase.is_past_words or phrase.is_far or _is_headline(frame):
        return False
    if phrase.first >= 2 and frame.tokens[phrase.first - 2].low in _NOT_BEFORE:
        return False
    before = found[number - 1] if number else None
    if before is not None and before.last + 2 == phrase.first:
        words = frame.tokens[before.first : before.last + 1]
        if event_in(words) or noun_in(words):
            return before.opener != "before"
        if before.opener in {"of", "for"}:
            return False  # "said of his victory in Ohio"
        if before.opener in {"to", "with"} and words[-1].word[0].isupper():
            return False  # "to the embassy in London"
    return not phrase.is_fronted or _follows_event(frame, found, number)


def _is_headline(frame: Frame) -> bool:
    """Say whether nearly every word is capitalised, so that capitals tell no name."""
    words = [token.word for token in frame.tokens if token.word[0].isalpha()]
    return len(words) > 5 and 10 * sum(word[0].isupper() for word in words) > 7 * len(words)


def _follows_event(frame: Frame, found: Sequence[Phrase], number: int) -> bool:
    """Say whether a phrase opens a sentence behind an event: "At a rally on Monday in Leeds"."""
    earlier = (one for one in found[:number] if one.is_fronted and one.opener in _EVENT_OPENERS)
    return any(event_in(frame.tokens[one.first : one.last + 1]) for one in earlier)


def _with_complement(found: Sequence[Phrase], number: int, head: str, last: int) -> int:
    """Return the last token of an event with what it is of: "a summit *of leaders*"."""
    if number + 1 < len(found):
        following = found[number + 1]
        is_next = following.first == last + 2
        openers = {"of", "to"} if head in _TO_EVENTS else {"of"}
        if is_next and following.opener in openers:
            return following.last
    return last


def _outside_court(frame: Frame, phrase: Phrase) -> Span | None:
    """Return the court of "outside court", where nothing is said in it."""
    is_court = phrase.opener == "outside" and frame.tokens[phrase.last].low == "court"
    return frame.span(phrase.last, phrase.last) if is_court else None


def _place_in(frame: Frame, phrase: Phrase, names: Names) -> Span | None:
    tokens = list(frame.tokens[phrase.first : phrase.last + 1])
    is_on_floor = phrase.opener != "on" or any(t.low in {"floor", "steps"} for t in tokens)
    if not is_on_floor or (phrase.opener == "from" and not _is_said_from(frame, phrase)):
        return None
    is_outlet = phrase.opener in {"in", "on", "from"} and named_in(tokens)
    if noun_in(tokens) or event_in(tokens) or is_outlet:
        return None
    first = 1 if tokens[0].low in _OPENING_ARTICLES else 0
    last = _end_of_name(tokens, first)
    if last < first:
        return _facility(frame, phrase, tokens)
    if last + 1 < len(tokens) and tokens[last + 1].low in _FACILITIES:
        last += 1
    if last + 1 < len(tokens) and _goes_on(tokens[last + 1]):
        return None  # "in the Detroit suburb of"
    span = Span(tokens[first].start, tokens[last].end)
    if phrase.opener in {"aboard", "onboard"}:
        return span  # a ship or an aircraft, whatever its name looks like
    return span if _may_be_place(tokens[first : last + 1], span, names) else None


def _is_said_from(frame: Frame, phrase: Phrase) -> bool:
    before = frame.tokens[phrase.first - 2].low if phrase.first >= 2 else ""
    return before in {"speaking", "said", "spoke", "reporters", "tweeted", "wrote", "live"}


def _end_of_name(tokens: Sequence[Token], first: int) -> int:
    """Return the last token of the capitalised words that begin at one."""
    last = first - 1
    for at in range(first, len(tokens)):
        token = tokens[at]
        if not token.word[0].isupper() or token.low in TIME_WORDS:
            break
        last = at
    return last


def _goes_on(token: Token) -> bool:
    """Say whether a word makes the name before it part of a longer one."""
    is_participle = token.low.endswith(("ed", "ing", "ly"))
    return token.word.islower() and token.low not in TIME_WORDS and not is_participle


def _may_be_place(name: Sequence[Token], span: Span, names: Names) -> bool:
    if name[0].low in _NO_PLACES or name[0].low in _MONTHS:
        return False
    if name[-1].low.endswith("'s"):
        return False
    kinds = {kind for other, kind in names if other.start < span.end and span.start < other.end}
    return not kinds or not kinds.isdisjoint(_PLACE_KINDS)


def _facility(frame: Frame, phrase: Phrase, tokens: Sequence[Token]) -> Span | None:
    for at, token in enumerate(tokens):
        if token.low in _FACILITIES:
            first = 1 if tokens[0].low in _OPENING_ARTICLES and at > 0 else 0
            return frame.span(phrase.first + first, phrase.first + at)
    return None
