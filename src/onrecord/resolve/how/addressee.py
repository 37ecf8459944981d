"""To whom a statement was made: the object of "told", or who comes after "to"."""

import itertools
from collections.abc import Sequence

from onrecord.resolve.how.words import PLATFORMS, PLEAS, TIME_WORDS, word_set
from onrecord.resolve.how.zones import Phrase
from onrecord.resolve.named_days import named_days
from onrecord.resolve.narration.frame import GAP, Frame, Token
from onrecord.types import Channel, Span

__all__ = ["addressee_of", "hearers_of", "host_of"]

_TELLING = word_set(
    "tell tells told telling assure assures assured assuring remind reminds reminded "
    "reminding inform informs informed informing notify notified notifying brief briefed "
    "briefing ask asks asked asking warn warns warned warning urge urges urged urging advise "
    "advised advising beg begged implore implored instruct instructed address addressed "
    "addressing thank thanked texted emailed e-mailed phoned encourage encourages encouraged "
    "encouraging pressure pressured pressuring persuade persuaded persuading lobby lobbied "
    "lobbying "
    "reassure reassured reassuring lecture lectured lecturing scolded admonished taunted heckled "
    "counsel counseled counselled cautioning radioed cabled messaged congratulated congratulating "
    "confided"
)
_DETERMINERS = word_set("a an the his her its their our my this that")
_BEING = word_set("be been being was were is are am get got gets 's 're")
_SPEAKING_TO = word_set(
    "said say says saying wrote writes write writing written spoke speaks speaking speak "
    "talking talked talk testified testifying testify emailed sent letter letters email "
    "e-mail message messages memo statement statements remarks speech address tweet note "
    "interview interviews testimony briefing reply response complained complaint appealed "
    "shouted shouting yelled yelling screamed bragged boasted commented noted remarked "
    "explained apologized apologised provided released conveyed repeated lecture conversation "
    "presentation sermon"
)
_TESTIFYING = word_set("testified testify testifies testifying appearing appeared testimony argued")
_WITH = word_set(
    "interview interviews conversation briefing call meeting talks discussion discussions session "
    "exchange pleaded pleading pleads spoke speaking spoken talked talking met meets "
    "correspondence "
    "q&a chat sit-down lunch dinner shared"
)
_STOPS = word_set(
    "that to in on at during via by from after before when while as how why what whether if "
    "about for against over not because , . : ; — – ( ) aboard inside outside near through "
    "with he she they it we i there who which whom where just it's he's also - this last "
    "earlier never"
)
_NO_AUDIENCE = word_set(
    "story stories lie lies truth tale tales joke jokes it question questions himself "
    "herself themselves itself this something nothing help permission out"
)
# "said to cheers", "in response to the report": what follows "to" is no hearer.
_NO_HEARERS = word_set(
    "cheer cheers cheering applause ovation boos booing laughter laughs shouts jeers roars chants "
    "gasps chuckles comments comment remarks remark statement statements report reports study "
    "survey questionnaire suggestion suggestions question questions request requests attack "
    "attacks allegation allegations accusation accusations criticism concerns claim claims "
    "decision ruling tweet tweets post article articles letter emails inquiry inquiries query "
    "queries announcement news move proposal resolution outcry complaint complaints charge charges "
    "indictment lawsuit suit threat threats warning warnings pressure killing killings shooting "
    "death deaths crisis demand demands call calls plan plans"
)
_INTERVIEWERS = word_set(
    "host anchor reporter journalist columnist correspondent editor moderator interviewer "
    "presenter blogger author biographer judge commentator podcaster"
)
# "a TV interview", "a Zoom interview"
_NO_HOSTS = word_set("tv radio zoom skype web internet q&a english spanish french german russian")
_ASKED = frozenset(("asked", "pressed", "questioned", "challenged", "quizzed", "interviewed"))
# Words of a sentence within which it opens: "When asked by".
_OPENING = 4
_NO_ADVERBS = frozenset(("family", "assembly", "ally", "daily", "weekly", "monthly"))
_TIME_UNITS = frozenset(("days", "hours", "weeks", "months", "years", "minutes", "after"))
# "the commission *dated* May", but "the press *briefing*"
_MADE = frozenset(("dated", "seen", "obtained", "sent", "published", "posted", "released"))
_SITTINGS = frozenset(("briefing", "hearing"))
_COMMITTEES = frozenset(("committee", "subcommittee", "commission", "department", "ministry"))
_QUOTES = frozenset(('"', "“", "‘", "'"))
_LONGEST = 9


def addressee_of(frame: Frame, found: Sequence[Phrase]) -> Span | None:
    """Return the words that name who was spoken to, or None.

    Args:
        frame: The statement's frame.
        found: The phrases that modify its cue.
    """
    if frame.cue[0] < 0:
        return None
    return _object_of_telling(frame) or _after_to(frame, found) or _asker(frame) or _met(frame)


def hearers_of(frame: Frame, event: Span) -> Span | None:
    """Return who an event is for, which is nobody to tell: "a briefing for *journalists*".

    Args:
        frame: The statement's frame.
        event: The words that name the event.
    """
    at = next((n for n, token in enumerate(frame.tokens) if token.start >= event.end), 0)
    is_for = at > 0 and frame.tokens[at].low in {"for", "with"} and at + 1 < len(frame.tokens)
    return _audience(frame, at + 1) if is_for else None


def host_of(frame: Frame, channel: Channel) -> Span | None:
    """Return whose interview it is: "in an *ABC* interview", None for "a Friday interview".

    Args:
        frame: The statement's frame.
        channel: The interview.
    """
    tokens = frame.tokens
    within = [
        n for n, one in enumerate(tokens) if channel.span.start <= one.start < channel.span.end
    ]
    if not within or tokens[within[-1]].low != "interview":
        return None
    first = last = within[-1] - 1
    while first >= 0 and _is_name_of_host(tokens[first]):
        first -= 1
    is_one = first >= 0 and tokens[first].low in {"a", "an", "his", "her", "their"} | TIME_WORDS
    return frame.span(first + 1, last) if first < last and is_one else None


def _is_name_of_host(token: Token) -> bool:
    is_name = token.word[0].isupper() and token.low not in TIME_WORDS
    return (
        is_name and token.low not in PLATFORMS | _NO_HOSTS and not token.low.endswith(("'s", "’s"))
    )


def _object_of_telling(frame: Frame) -> Span | None:
    tokens = frame.tokens
    if _is_inverted(frame):
        return None
    for at in range(frame.cue[0], frame.cue[1]):
        # "in an *emailed* statement": no verb
        is_adjective = at > 0 and tokens[at - 1].low in _DETERMINERS
        if tokens[at].low in _TELLING and not is_adjective:
            is_passive = any(
                token.low in _BEING for token in tokens[max(0, at - 2) : at]
            ) and tokens[at].low.endswith(("d", "told"))
            return None if is_passive else _audience(frame, at + 1)
    is_plea = [token.low for token in tokens[frame.cue[1] - 2 : frame.cue[1]]] in PLEAS
    return _audience(frame, frame.cue[1]) if is_plea else None


def _is_inverted(frame: Frame) -> bool:
    """Say whether who speaks stands behind the cue: "“Where is it?” asked *Ann Lee*"."""
    first, last = frame.cue
    is_after_words = first > 0 and frame.tokens[first - 1].low in {GAP, '"', "”", "’", "'"}
    has_source = any(token.is_source for token in frame.tokens[:first])
    is_asked = frame.tokens[last - 1].low in {"asked", "asks"}
    return is_asked and is_after_words and not has_source


def _audience(frame: Frame, start: int) -> Span | None:
    """Return the noun phrase that begins at a token, one "of" phrase included."""
    tokens = frame.tokens
    end = start
    stop = frame.cue[0] if start <= frame.cue[0] else len(tokens)
    stop = min(stop, start + _LONGEST)
    named = _named(tokens, start, stop)
    while end < stop and (end in named or not _ends(tokens, end, start)):
        end += 1
    while end > start and _is_open_end(tokens, start, end):
        end -= 1
    words = tokens[start:end]
    if not words or any(token.word in _NO_AUDIENCE for token in words):
        return None
    if words[-1].word in _NO_HEARERS:
        return None
    if not any(token.word[0].isalpha() for token in words) or words[0].low in {"of", "and"}:
        return None
    return frame.span(start, end - 1)


def _is_open_end(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether a phrase cannot end in its last word: "and", a quote mark that closes none."""
    last = tokens[end - 1].low
    is_closing = last == '"' and sum(token.low == last for token in tokens[start:end]) % 2 == 0
    return last in {"and", "or", "of", '"', "“"} and not is_closing


def _named(tokens: Sequence[Token], start: int, stop: int) -> frozenset[int]:
    """Return the numbers of the tokens of names that hold a day: "the *Sun on Sunday*"."""
    before = max(0, start - 1)
    words = " ".join(token.word for token in tokens[before:stop])
    places = list(named_days(words))
    if not places:
        return frozenset()
    ends = list(itertools.accumulate(len(token.word) + 1 for token in tokens[before:stop]))
    return frozenset(
        number
        for number, end in enumerate(ends, before)
        if any(name.start < end - 1 <= name.end for name in places)
    )


def _ends(tokens: Sequence[Token], at: int, start: int) -> bool:
    token = tokens[at]
    if at > start and (_is_hyphen(tokens, at) or _is_in_name(tokens, at)):
        return False
    is_stop = token.low in _STOPS and not (token.word[0].isupper() and at > start)
    is_stop = is_stop and not _is_about_so_many(tokens, at)
    if token.low == GAP or is_stop or token.is_source:
        return True
    # "NBC's *Today*", "MSNBC's “*Morning* Joe”", "USA *TODAY*"
    before = tokens[at - 1]
    is_named = token.word[0].isupper() and (
        before.low.endswith(("'s", "’s", "this")) or before.low in _QUOTES
    )
    is_named = is_named or (token.word.isupper() and before.word.isupper() and at > start)
    is_time = token.low in TIME_WORDS and not is_named
    is_adverb = token.word.islower() and token.low.endswith("ly") and token.low not in _NO_ADVERBS
    return is_time or is_adverb or (at > start and _is_participle_after_noun(tokens, at))


def _is_about_so_many(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "about" counts: "told *about* 600 supporters"."""
    after = tokens[at + 1 : at + 2]
    return tokens[at].low == "about" and bool(after) and after[0].low[:1].isdigit()


def _is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token joins two words: "the 15*-*member council"."""
    return (
        tokens[at].low == "-"
        and at + 1 < len(tokens)
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _is_in_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a comma stands in a name: "the Senate Trade*,* Science and Ports Committee"."""
    if tokens[at].low != "," or not tokens[at - 1].word[0].isupper():
        return False
    if _is_in_place(tokens, at):
        return True
    for token in tokens[at + 1 : at + 7]:
        if token.low in _COMMITTEES and token.word[0].isupper():
            return True
        if not (token.word[0].isupper() or token.low in {"and", ",", "of", "&"}):
            return False
    return False


def _is_in_place(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a comma stands in the place of a thing: "a Salem*,* Oregon radio station"."""
    start = at - 1
    while start > 0 and tokens[start].word[0].isupper():
        start -= 1
    after = [token.word for token in tokens[at + 1 : at + 5]]
    names = next((n for n, word in enumerate(after) if not word[0].isupper()), 0)
    head = after[names] if names else ""
    is_thing = head[:1].isalpha() and head not in _STOPS | TIME_WORDS and head not in {"and", "or"}
    return tokens[start].word in {"a", "an"} and is_thing


def _is_participle_after_noun(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word is no part of a name any more: "colleagues *released* Monday"."""
    word, before = tokens[at].word, tokens[at - 1].word
    if word in _MADE or word in _SITTINGS:
        return word in _MADE
    is_noun = before.endswith("s") or before[0].isupper()
    return word.islower() and is_noun and (word.endswith(("ed", "ing")) or word in _TIME_UNITS)


def _after_to(frame: Frame, found: Sequence[Phrase]) -> Span | None:
    """Return who "said to", "a letter to", "an interview with" tell of."""
    for phrase in found:
        before = _word_before(frame, phrase)
        is_to = phrase.opener == "to" and before in _SPEAKING_TO
        is_with = phrase.opener == "with" and before in _WITH
        is_before = phrase.opener == "before" and before in _TESTIFYING
        if is_to or is_with or is_before:
            span = _audience(frame, phrase.first)
            if span and _is_somebody(frame, phrase, span):
                return span
    return None


def _asker(frame: Frame) -> Span | None:
    """Return whom an answer goes to: "Asked by *a viewer* whether …, Lee said"."""
    tokens = frame.tokens
    for at in range(min(len(tokens), _OPENING)):
        if tokens[at].low not in _ASKED:
            continue
        by = next((n for n in range(at + 1, min(at + 4, frame.cue[0])) if tokens[n].low == "by"), 0)
        return _audience(frame, by + 1) if by else None
    return None


def _met(frame: Frame) -> Span | None:
    """Return whom somebody met or addressed to say it: "spoke with *the BBC* to discuss"."""
    tokens, start = frame.tokens, frame.cue[0]
    is_purpose = tokens[start].low == "to"
    for at in range(1, start):
        is_met = is_purpose and tokens[at].low == "with" and tokens[at - 1].low in _WITH
        is_addressed = at < _OPENING and tokens[at - 1].low in {"addressing", "telling"}
        if is_met or is_addressed:
            return _audience(frame, at + 1 if is_met else at)
    return None


def _word_before(frame: Frame, phrase: Phrase) -> str:
    """Return the word that the phrase belongs to, words of time passed over."""
    at = phrase.first - 2
    while at > 0 and (frame.tokens[at].low in TIME_WORDS or frame.tokens[at].low in {"on", ","}):
        at -= 1
    return frame.tokens[at].low if at >= 0 else ""


def _is_somebody(frame: Frame, phrase: Phrase, span: Span) -> bool:
    """Say whether a phrase is no verb ("wrote to say") and no bare word of place."""
    first = frame.tokens[phrase.first]
    words = [t for t in frame.tokens[phrase.first : phrase.last + 1] if t.start < span.end]
    if first.low in {"the", "a", "an", "his", "her", "their", "its", "our", "my"}:
        return True
    is_person = first.low in {"him", "her", "them", "me", "us"}
    is_outlet = first.low in {"newspaper", "broadcaster", "magazine", "news", "local", "state"}
    is_role = not _INTERVIEWERS.isdisjoint(token.low for token in words)
    is_said = is_person or is_outlet or is_role or first.word[0].isupper()
    return is_said or words[-1].low.endswith("s")
