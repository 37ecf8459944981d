"""Which time opens a sentence, or stands in a phrase that does: "*On Sunday*, Lee said"."""

from collections.abc import Sequence

from onrecord.resolve.how.words import EVENTS, word_set
from onrecord.resolve.how.zones import SPEAKING
from onrecord.resolve.narration.frame import GAP, Frame, Token
from onrecord.resolve.when.about import RELATIVES, SPEECH, Placed, is_as_of, is_by_event
from onrecord.types import Grain

__all__ = ["FRONT", "SHORT", "SUBORDINATE", "is_fronted", "is_of_others", "sentence_start"]

SUBORDINATE = word_set("after because although since whether if")
_OPENERS = word_set(
    "on in back around about late early at earlier very later but and so then also just only the "
    '- , " “'
)
_ALSO = word_set("but and so still also then later meanwhile instead however separately")
_WHERE = word_set("in at from by outside inside over within while upon")
# Participles that open no act of the one who speaks.
_NO_ACT = word_set("following including according regarding concerning citing during")
FRONT = word_set("in at during on speaking as of with from via addressing appearing talking")
_LONGEST_LEAD = 9
_LONGEST_STATE = 3
_LITTLE = word_set("the of and with in this")
_LEADS = frozenset(
    ("by", "it was on", "it was", "as recently as", "as far back as", "as early as", "not until")
)
_SHORT_LEAD = len(("shortly", "before"))
_ASIDE = word_set("according reportedly allegedly per")
SHORT = frozenset(
    {Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY, Grain.DAY, Grain.WEEKEND, Grain.WEEK}
)


def is_fronted(frame: Frame, one: Placed) -> bool:
    """Say whether a time opens the sentence, or stands in a phrase that does."""
    start = sentence_start(frame, one)
    lead = frame.tokens[start : one.first]
    rest = frame.tokens[one.last + 1 : frame.cue[0]]
    is_cut = any(one.last < number < frame.cue[0] for number in frame.others)
    if (
        is_cut
        or _is_of_another_clause(rest)
        or is_of_others(frame, rest)
        or _is_of_what_is_said(frame, one)
    ):
        return False
    if any(token.word in RELATIVES for token in lead):
        # "a summit where on Sunday the presidents signed"
        return [token.low for token in lead[-2:]] in (["where", "on"], ["where", "in"])
    return (
        one.expression.is_opening
        or all(token.low in _OPENERS for token in lead)
        or is_as_of(frame, one)
        or (len(lead) <= _SHORT_LEAD and is_by_event(frame, one))
        or " ".join(token.low for token in lead) in _LEADS
        or _is_just_after(lead, rest)
        or (one.expression.grain in SHORT and _is_phrase(lead, rest))
        or _is_at_event(lead, rest)
        or _is_in_speech(lead, rest, is_dated=one.expression.grain is not Grain.YEAR)
    )


def _is_of_what_is_said(frame: Frame, one: Placed) -> bool:
    """Say whether a time tells of an event: "on Sunday two people died, according to police"."""
    cue = {token.low for token in frame.tokens[frame.cue[0] : frame.cue[1]]}
    is_behind = any(token.low == GAP for token in frame.tokens[one.last : frame.cue[0]])
    return not cue.isdisjoint(_ASIDE) and is_behind and not is_as_of(frame, one)


def _is_broken(lead: Sequence[Token]) -> bool:
    """Say whether a phrase breaks off; not at its place: "in *Salem, Ore.,* on Sunday"."""
    commas = [number for number, token in enumerate(lead) if token.low == ","]
    if len(commas) == 2 and commas[0]:
        first, last = commas
        names = (*lead[first - 1 : first], *lead[first + 1 : last])
        is_state = 0 < last - first - 1 <= _LONGEST_STATE
        if is_state and all(one.word[:1].isupper() or one.low == "." for one in names):
            commas = []
    return bool(commas) or any(token.low == GAP for token in lead)


def _is_in_speech(lead: Sequence[Token], rest: Sequence[Token], *, is_dated: bool) -> bool:
    """Say whether a sentence opens with what was said or published: "In a speech on Sunday".

    Or, with a day or month, at what event: "At a January dinner"; a year is part of its name.
    """
    if lead and lead[0].low in SPEAKING and GAP not in [token.low for token in lead]:
        return True
    if lead and lead[0].low in _ALSO:
        lead = [token for token in lead[1:] if token.low != ","]
    opens = bool(lead) and lead[0].low in FRONT
    lows = {token.low for token in (*lead, *rest[:4])}
    is_at = opens and is_dated and lead[0].low in {"at", "during"}
    nouns = SPEECH | EVENTS if is_at else SPEECH
    return opens and not _is_broken(lead) and bool(lows & nouns)


def _is_phrase(lead: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Say whether a sentence opens with where or how it was said: "Outside court on Sunday"."""
    lows = [token.low for token in lead]
    opens = bool(lows) and (
        lows[0] in _WHERE or (lows[0].endswith("ing") and lows[0] not in _NO_ACT)
    )
    is_phrase = opens or _is_on_show(lead)
    return is_phrase and len(lead) <= _LONGEST_LEAD and _is_at_once(rest) and not _is_broken(lead)


def _is_on_show(lead: Sequence[Token]) -> bool:
    """Say whether a sentence opens with a programme: "On CBS's Face the Nation on Sunday"."""
    names = [token for token in lead[1:] if token.low not in _OPENERS and token.word.isalnum()]
    return (
        bool(names)
        and lead[0].low == "on"
        and names[0].word[:1].isupper()
        and all(token.word[:1].isupper() or token.low in _LITTLE for token in names)
    )


def _is_at_once(rest: Sequence[Token]) -> bool:
    return bool(rest) and rest[0].low == "," and all(token.is_source for token in rest[1:])


def _is_just_after(lead: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Say whether a sentence opens with what went before or on: "After meeting Poe", "As Poe"."""
    lows = [token.low for token in lead]
    is_after = lows[:1] == ["after"] and lows[1:2] != [] and lows[1].endswith("ing")
    is_then = lows[:1] in (["when"], ["as"]) and len(lows) > 1
    return (is_after or is_then) and _is_at_once(rest) and not _is_broken(lead)


def _is_at_event(lead: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Say whether the sentence begins with where it was said: "At a vigil on Sunday, Lee said"."""
    opens = bool(lead) and len(lead) <= _LONGEST_LEAD and lead[0].low in {"at", "during"}
    return opens and _is_at_once(rest) and not _is_broken(lead)


def _is_of_another_clause(rest: Sequence[Token]) -> bool:
    """Say whether the cue is that of a clause within: "On Sunday, … Smith, who said"."""
    if any(token.word in SUBORDINATE for token in _without_aside(rest)):
        return True
    source = [token.word for token in rest if token.is_source]
    if source and source[0] in RELATIVES:
        return True
    return any(token.word in RELATIVES for token in [t for t in rest if not t.is_source][-3:])


def _without_aside(rest: Sequence[Token]) -> Sequence[Token]:
    """Return words without what stands between two commas: "On Sunday, *after the vote*, Lee"."""
    commas = [number for number, token in enumerate(rest) if token.low == ","]
    is_aside = len(commas) > 1 and commas[0] == 0 and commas[1] <= _LONGEST_LEAD
    return rest[commas[1] :] if is_aside else rest


def is_of_others(frame: Frame, rest: Sequence[Token]) -> bool:
    """Say whether a participle has a subject of its own: "joined calls by *officials asking*"."""
    if not frame.tokens[frame.cue[0]].low.endswith("ing") or not rest or not rest[-1].is_source:
        return False
    own = next(number for number, token in enumerate(rest) if token.is_source)
    return any(token.low[:1].isalpha() for token in rest[:own])


def sentence_start(frame: Frame, one: Placed) -> int:
    """Return where the words begin that a time may open: after the last thing said."""
    gaps = [n for n in range(one.first) if frame.tokens[n].low in {GAP, ";"}]
    return gaps[-1] + 1 if gaps else 0
