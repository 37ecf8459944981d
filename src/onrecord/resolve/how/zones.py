"""Which tokens of a frame tell of the saying itself: those that modify the cue.

"*In a statement on Monday*, the minister, *speaking in Berlin*, said *at a
rally* that …": what stands before the subject, between subject and cue, and
after the cue, up to where another clause begins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.resolve.how.words import TIME_WORDS, word_set
from onrecord.resolve.narration.frame import GAP, Frame, Token

__all__ = ["PREPOSITIONS", "PUBLISHING", "SPEAKING", "Phrase", "phrases"]

PREPOSITIONS = word_set(
    "in on at via through during over by from to with inside outside aboard onboard near "
    "before for of throughout of across under about"
)
"""Words that open a phrase."""
PUBLISHING = word_set(
    "release releases released releasing issue issues issued issuing post posts posted "
    "posting publish publishes published publishing send sends sent sending give gives gave "
    "giving deliver delivers delivered delivering hold holds held holding file files filed "
    "filing share shared sharing upload uploaded uploading record recorded recording write "
    "writes wrote writing sign signed tweeted tweeting circulated concluded ended opened "
    "began captioned using received receiving receive receives penned authored drafted aired "
    "airing "
    "airs distributed distributing submitted submits submitting reading taped unveiled unveiling "
    "unveils launched launching onto used uses devoted devotes devoting closed closes closing "
    "interrupted kicked capped wrapped"
)
"""Verbs whose object is itself the channel: "released a statement"."""
SPEAKING = word_set(
    "speaking talking writing posting appearing addressing tweeting testifying campaigning "
    "standing reading visiting attending touring interviewed asked quoted speech reached contacted"
)
"""Participles that tell of the saying: "speaking in Berlin"."""
_STOPS = word_set(
    "that because after although though since who which whose whom whether if but amid "
    "despite following until unless than ; : — – ( ) [ ] as when while where how why what"
)
_FINITE = word_set("was were is are has have had will would")
_OPENERS = TIME_WORDS | word_set("also but and however meanwhile so yet just only")
_FRONT = word_set("in on at via through during over by from inside outside aboard with")
# Who opens a clause of its own behind another.
_CLAUSE_OPENERS = frozenset(("though", "although", "but", "while"))
_QUOTES = {'"': '"', "“": "”", "‘": "’"}
# The longest title in quotation marks, the marks included.
_LONGEST_TITLE = 8
_DETERMINERS = word_set(
    "a an the his her its their my our your this that these those one another some several "
    "two three many both any each every no all"
)
_SPOKE = word_set("spoke speaks appeared testified wrote posted tweeted")
_TEXTS = word_set("statement letter email e-mail memo report tweet post video ad release message")
_ALSO_NOUNS = word_set("release releases post posts record issue")
# A phrase longer than this is no name of a channel, an event or a place.
_LONGEST = 9
# More words than this between subject and cue hold a clause of their own.
_MOST_BETWEEN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A preposition, or a verb of publishing, and the noun phrase after it.

    Attributes:
        opener: The preposition or verb, in lower case.
        first: Number of the first token after it.
        last: Number of the last one, included.
        is_past_words: Whether words that were said stand between cue and phrase.
        is_far: Whether it stands in the clause before, which tells the channel
            ("on Twitter, calling it …") but not the place.
        is_fronted: Whether it opens the sentence and is not itself about speaking:
            "In Peru, prices rose, the bank said" was not said in Peru.
    """

    opener: str
    first: int
    last: int
    is_past_words: bool
    is_far: bool = False
    is_fronted: bool = False


def phrases(frame: Frame) -> Iterator[Phrase]:
    """Yield the phrases that modify the cue, those after it first."""
    if frame.cue[0] < 0:
        return
    # "issued a statement saying": the object is inside the cue itself.
    yield from _phrases_in(frame, range(frame.cue[0], frame.cue[1]))
    yield from _phrases_in(frame, _after(frame))
    yield from _phrases_in(frame, _between(frame))
    yield from _fronted_phrases(frame)
    for phrase in reversed(list(_phrases_in(frame, _clause_before(frame)))):
        yield replace(phrase, is_far=True)


def _after(frame: Frame) -> range:
    start = frame.cue[1]
    end = start
    gap = 0
    while end < len(frame.tokens) and not _ends_clause(frame, end):
        if frame.tokens[end].low == GAP:
            gap = end
        elif gap and frame.tokens[end].low in _FINITE:
            return range(start, gap)  # the clause that was cut: "once [it] in the court *was* over"
        end += 1
    return range(start, end)


def _ends_clause(frame: Frame, at: int) -> bool:
    token = frame.tokens[at]
    if token.is_source:
        return False
    following = frame.tokens[at + 1].low if at + 1 < len(frame.tokens) else ""
    if token.low in {"when", "while", "as"}:
        return following not in SPEAKING
    if token.low in {",", GAP}:
        return not _goes_on(frame, at)
    return token.low in _STOPS or at in frame.others


def _goes_on(frame: Frame, at: int) -> bool:
    """Say whether more about the saying may follow a comma or the words said."""
    rest = frame.tokens[at + 1 : at + 4]
    while rest and rest[0].low in {",", '"', "”", "’", GAP}:
        rest = rest[1:]
    if not rest:
        return False
    first = rest[0]
    is_name = frame.tokens[at].low == "," and first.word[:1].isupper()
    return (
        first.is_source
        or is_name
        or first.low in PREPOSITIONS - {"for", "of", "to", "with", "by", "from"}
        or first.low in SPEAKING
        or first.low in TIME_WORDS
    )


def _between(frame: Frame) -> range:
    """Return the tokens between subject and cue: "the minister, in a letter, said"."""
    sources = [i for i in range(frame.cue[0]) if frame.tokens[i].is_source]
    if not sources:
        return range(0)
    start = sources[-1] + 1
    words = frame.tokens[start : frame.cue[0]]
    if at := _participle_in(words):
        start, words = start + at, words[at:]
    while words and words[0].low in {",", "also", "again", "then"}:
        start += 1
        words = words[1:]
    is_about_it = words and (words[0].low in PREPOSITIONS | PUBLISHING | SPEAKING | TIME_WORDS)
    is_short = len(words) <= _MOST_BETWEEN
    if not (is_about_it and is_short) or any(i in frame.others for i in range(start, frame.cue[0])):
        return range(0)
    return range(start, _until_clause(words, start))


def _participle_in(words: Sequence[Token]) -> int:
    """Return where "speaking on the floor" begins behind "R-Texas,", 0 where nothing does."""
    return next(
        (
            at
            for at in range(1, min(len(words), _MOST_BETWEEN))
            if words[at].low in SPEAKING and words[at - 1].low == ","
        ),
        0,
    )


def _until_clause(words: Sequence[Token], start: int) -> int:
    for i, token in enumerate(words):
        if token.low in {"who", "which", "whose", "after", "because", "that", GAP}:
            return start + i
    return start + len(words)


def _fronted_phrases(frame: Frame) -> Iterator[Phrase]:
    zone = _fronted(frame)
    is_speaking = bool(zone) and frame.tokens[zone.start].low in SPEAKING
    for phrase in _phrases_in(frame, zone):
        yield replace(phrase, is_fronted=not is_speaking)


def _fronted(frame: Frame) -> range:
    """Return the tokens before the subject: "In a statement, the minister said"."""
    start = 0
    while start < len(frame.tokens) and frame.tokens[start].low in _OPENERS | {",", '"'}:
        start += 1
    start += _opening(frame, start)
    start = _behind_opening_words(frame, start)
    end = start
    while end < frame.cue[0] and not frame.tokens[end].is_source:
        is_other = end in frame.others and end > start  # "*Asked* in the interview"
        if is_other or frame.tokens[end].low == GAP:
            break
        end += 1
    if end < len(frame.tokens) and frame.tokens[end].low in {"who", "which", "that"}:
        return range(0)
    if end == start or frame.tokens[start].low not in _FRONT | SPEAKING:
        return range(0)
    return range(start, _until_clause(frame.tokens[start:end], start))


def _behind_opening_words(frame: Frame, start: int) -> int:
    """Return where a phrase opens a clause behind a word or two: "*Notably,* in the book, Poe"."""
    tokens = frame.tokens
    if (
        start + 1 < len(tokens)
        and tokens[start].low.endswith("ly")
        and tokens[start + 1].low == ","
    ):
        return start + 2
    source = next((n for n in range(start, frame.cue[0]) if tokens[n].is_source), start)
    # "…, even *though* on its website the group says"
    opens = (n for n in range(source - 1, start, -1) if tokens[n].low in _CLAUSE_OPENERS)
    at = next(opens, None)
    return start if at is None or tokens[at + 1].low not in _FRONT else at + 1


def _opening(frame: Frame, at: int) -> int:
    """Return how many words "*When* interviewed by", "*It was* at a rally that" open with."""
    words = [token.low for token in frame.tokens[at : at + 3]]
    if len(words) < len(("it", "was", "in")):
        return 0
    is_when = words[0] in {"when", "while", "if"} and words[1] in SPEAKING
    is_cleft = words[:2] == ["it", "was"] and words[2] in _FRONT
    return 1 if is_when else 2 if is_cleft else 0


def _clause_before(frame: Frame) -> range:
    """Return the clause that a cue goes on from: "gave a speech in which he said", "…, saying"."""
    before = frame.tokens[max(0, frame.cue[0] - 6) : frame.cue[0]]
    is_participle = (
        frame.tokens[frame.cue[0]].low.endswith("ing")
        and frame.tokens[frame.cue[0]].low != "according"
        and bool(before)
        and (before[-1].low in {",", "and", "-", "—", "–"} or _is_of_text(before))
    )
    sources = [i for i in range(frame.cue[0]) if frame.tokens[i].is_source]
    if sources and _spoke_before(frame, range(sources[-1] + 1, frame.cue[0])):
        return range(sources[-1] + 1, frame.cue[0])
    if sources and frame.tokens[frame.cue[0]].low == "to":
        return range(sources[-1] + 1, frame.cue[0])  # "used his speech to call for"
    relative = next((i for i, token in enumerate(before) if token.low in {"which", "where"}), None)
    if relative is not None:
        return range(frame.cue[0] - len(before) + relative)
    return range(frame.cue[0]) if is_participle else range(0)


def _is_of_text(before: Sequence[Token]) -> bool:
    """Say whether a participle tells what a text says: "a *letter* to her *warning*"."""
    return any(token.low in _TEXTS for token in before)


def _spoke_before(frame: Frame, between: range) -> bool:
    """Say whether a cue goes on from speaking: "*spoke at the rally and* urged"."""
    words = [frame.tokens[at].low for at in between]
    goes_on = bool(words) and words[-1] in {"and", "then", "also", "when"}
    return goes_on and not _SPOKE.isdisjoint(words)


def _phrases_in(frame: Frame, zone: range) -> Iterator[Phrase]:
    tokens = frame.tokens
    at = zone.start
    while at < zone.stop:
        token = tokens[at]
        opens = token.low in PREPOSITIONS or token.low in PUBLISHING
        if not opens or token.is_source:
            at += 1
            continue
        end = _end_of_phrase(tokens, at + 1, zone.stop)
        if end > at + 1:
            gap = any(one.low == GAP for one in tokens[frame.cue[1] : at])
            yield Phrase(opener=token.low, first=at + 1, last=end - 1, is_past_words=gap)
        at = max(end, at + 1)


def _is_noun(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Say whether "release" or "post" is a thing: "a press *release* issued on Monday"."""
    if tokens[at].low not in _ALSO_NOUNS:
        return False
    return at + 1 >= stop or tokens[at + 1].low not in _DETERMINERS


def _end_of_phrase(tokens: Sequence[Token], start: int, stop: int) -> int:
    end = start
    while end < min(stop, start + _LONGEST) and not tokens[end].is_source:
        low = tokens[end].low
        if title := _title_at(tokens, end, stop):
            end = title
            continue
        if low in _DETERMINERS and end > start and tokens[end].word.islower():
            break
        if low in PREPOSITIONS or (low in _STOPS and low not in {"that", "but"}):
            break
        is_verb = low in PUBLISHING and tokens[end].word.islower() and end > start
        if is_verb and not _is_noun(tokens, end, stop):
            break
        if not (low[0].isalnum() or low in {'"', "“", "”", "‘", "&", "'", "’", "-", "."}):
            break
        end += 1
    return end


def _title_at(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Return where a title in quotation marks ends: "on *“Face the Nation,”*", 0 for none."""
    closing = _QUOTES.get(tokens[at].low)
    last = min(stop, at + _LONGEST_TITLE)
    end = next((n for n in range(at + 1, last) if tokens[n].low == closing), 0)
    words = [token.word for token in tokens[at + 1 : end] if token.word[0].isalnum()]
    is_title = len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()
    return end + 1 if end and is_title else 0
