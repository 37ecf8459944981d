"""What a cue tells: the source's attitude, the act, the side taken, whether it was said at all.

The words stand in ``cues.tsv``, a lexicon of English verbs, nouns and phrases.
"""

import functools
import re
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.extract.inflection import stems, word_set
from onrecord.extract.objects import with_object
from onrecord.types import Act, Attitude

__all__ = ["CueSense", "look_up"]

# Words that carry others: in "issued a statement condemning" and "tried to
# explain" the word after them tells what was done.
_CARRIERS = word_set(
    "ad address advertisement air announcement appeal appear appearance article attempt avoid be "
    "begin bill book broadcast brief bring call campaign cast close column come continue "
    "conversation debate dedicate deliver deposition devote document dispatch draft email "
    "e-mail end essay express expression feature file filing finish focus gesture go hold "
    "include interview issue join lead letter like likes line look make memo message motion "
    "motto move need negotiate note offer open op-ed paper phone position post posting present "
    "presentation publication publish push put raise read release remark remarks report reportedly "
    "refrain resume retweet rhetoric run seek seem send sent share sign slogan sound speak speech "
    "spread start statement story study submit survey sweeping table talk tell testimony text tone "
    "try turn tweet use voice vote want wire word words"
) | {"go on", "post on"}
# A mark or a small word alone ("Trump: …", "by the mayor") tells only that it was said.
_MARKS = word_set(": - – — \" “ ” ' in of by from to on about under for with as via")
_NEGATIONS = word_set("no not never neither nor unable without nothing hardly barely")
# What somebody does who does not say it. Each carries what was not said: "avoided criticism".
_FAILURES = word_set(
    "fail failed failing fails neglected stop stopped stops stopping short avoid avoids avoided "
    "avoiding refrain refrains refrained refraining"
)
# "Never missed a chance to say": what was not missed was said.
_OMISSIONS = word_set("miss missed missing tire tires tired shy shied cease ceased")
# "Was not pleased": so it was felt. Who did not think that it rained has no such thought: negated.
_MOODS = word_set("pleased happy glad comfortable")
# Done once, in words: who has not done it yet takes no stand by that.
_ONCE = word_set("endorse concede")
# "Is not going to", "does not intend to": who has no such plan declines.
_PLANNING = word_set("intend intention") | {"be going to"}
# What holds a thing that is said: with "no" before it, it was not.
_HOLDING = word_set("express voice convey extend offer propose issue")
_NOTHING = re.compile(r"(?:no|nothing)\b(?! (?:longer|doubt|less)\b)")
_MODALS = word_set("would might could may should if unless")
# "He would later say" looks back from a later time: it was said.
_LATER = word_set("later soon eventually subsequently often sometimes then")
_ADVERBS = word_set("also again now then even just once first later still often so been all")
_TOKEN = re.compile(r"[a-z]+(?:-[a-z]+)*|[^\w\s]")
_GAP = 4  # words that "~" may stand for


@dataclass(frozen=True, slots=True, kw_only=True)
class CueSense:
    """What a cue tells of a statement.

    Attributes:
        head: The word or phrase of the lexicon that decides.
        attitude: The source's stand, by the word alone.
        act: The act; None where the cue is neutral and the content decides.
        side: The side that a reporter takes by choosing the word: ``doubt``
            (claimed), ``concession`` (admitted), ``truth`` (pointed out),
            ``insistence``, ``vanity``, ``heat``; None for a plain word.
        negated: Whether the cue says that it was not said.
        hypothetical: Whether it only would be, or is yet to be, said.
    """

    head: str
    attitude: Attitude
    act: Act | None = None
    side: str | None = None
    negated: bool = False
    hypothetical: bool = False


def look_up(cue_words: str, content_words: str = "") -> CueSense | None:
    """Return what a cue tells, or None where its words are not in the lexicon.

    The head of a cue of several words is its first telling one: helping verbs
    and carriers ("issued a statement") are passed over.

    Args:
        cue_words: The cue as it stands in the text, pieces joined by a space.
        content_words: How the content begins, which settles some cues: "asked
            *to* leave" is a demand, "agreed *to* leave" an eventuality.

    >>> look_up("has repeatedly promised to").act
    <Act.PROMISE: 'promise'>
    >>> look_up("did not say").negated, look_up("would say").hypothetical
    (True, True)
    >>> look_up("asked").act, look_up("asked", "to leave").act
    (<Act.ASK: 'ask'>, <Act.DEMAND: 'demand'>)
    >>> look_up("asked", "drivers to wait").act, look_up("asked", "whether to wait").act
    (<Act.DEMAND: 'demand'>, <Act.ASK: 'ask'>)
    """
    sense = _look_up(cue_words)
    if sense is None or not content_words:
        return sense
    attitude, act = with_object(sense.head, (sense.attitude, sense.act), content_words)
    is_nothing = sense.head in _HOLDING and _NOTHING.match(content_words) is not None
    return replace(sense, attitude=attitude, act=act, negated=sense.negated or is_nothing)


@functools.lru_cache(maxsize=8192)
def _look_up(cue_words: str) -> CueSense | None:
    words = _tokens(cue_words)
    hits = _hits(words)
    if not hits:
        is_mark = any(word in _MARKS for word in words)
        return CueSense(head="say", attitude=Attitude.ASSERTION) if is_mark else None
    place, entry = _head(hits)
    return _in_context(words[:place], words, entry, hits)


def _tokens(cue_words: str) -> list[str]:
    plain = cue_words.lower().replace("’", "'").replace("cannot", "can not")
    plain = plain.replace("can't", "can not").replace("won't", "will not").replace("n't", " not")
    return _TOKEN.findall(re.sub(r"'(?:s|re|ve|ll|d|m)\b", " ", plain))


def _hits(words: list[str]) -> list[tuple[int, CueSense]]:
    """Return each entry of the lexicon that the words hold, the longest at each place."""
    lexicon = _lexicon()
    found: list[tuple[int, CueSense]] = []
    for place, word in enumerate(words):
        for stem in stems(word):
            entries = lexicon.get(stem, ())
            fitting = next((e for e in entries if _fits(e[0], words, place)), None)
            if fitting:
                found.append((place, fitting[1]))
                break
    return found


def _fits(phrase: tuple[str, ...], words: list[str], place: int) -> bool:
    """Say whether a phrase stands at a place, adverbs and gaps passed over."""
    place += 1
    free = 0
    for wanted in phrase[1:]:
        if wanted == "~":
            free = _GAP
            continue
        while place < len(words) and wanted not in stems(words[place]):
            if free:
                free -= 1
            elif not (words[place].endswith("ly") or words[place] in _ADVERBS):
                return False
            place += 1
        if place == len(words):
            return False
        place += 1
        free = 0
    return True


def _head(hits: list[tuple[int, CueSense]]) -> tuple[int, CueSense]:
    telling = [hit for hit in hits if hit[1].head not in _CARRIERS]
    return (telling or hits)[0]


def _in_context(
    before: list[str], words: list[str], entry: CueSense, hits: list[tuple[int, CueSense]]
) -> CueSense:
    """Return an entry with the negation and the mood of the words before it."""
    act, side, negated = entry.act, entry.side, _is_negated(before) or "nothing" in words
    if negated and _is_stand(entry, before):
        act, side, negated = Act.REFUSE, None, False
    if entry.head in _MOODS and "not" in before:
        negated = False
    return CueSense(
        head=entry.head,
        attitude=entry.attitude,
        act=act,
        side=side,
        negated=negated,
        hypothetical=_is_hypothetical(before, entry) or _is_ahead(entry, hits),
    )


def _is_stand(entry: CueSense, before: list[str]) -> bool:
    """Say whether not to do it is itself a stand and no silence: "does not support"."""
    if entry.act is Act.AGREE:
        is_past = not {"did", "has", "have", "had"}.isdisjoint(before)
        return not (is_past and entry.head in _ONCE)
    return entry.head in _PLANNING and not {"not", "no"}.isdisjoint(before)


def _is_negated(before: list[str]) -> bool:
    if "only" in before or "just" in before:  # "not only said"
        return False
    if "yet to" in " ".join(before):
        return True
    is_failed = not _FAILURES.isdisjoint(before)
    if _NEGATIONS.isdisjoint(before):
        return is_failed
    return not is_failed and _OMISSIONS.isdisjoint(before)


def _is_hypothetical(before: list[str], entry: CueSense) -> bool:
    if entry.head.startswith(("not ", "could not ")) or "could not" in " ".join(before):
        return False  # "could not agree" is a refusal, "could not rule out" a plain negation
    return not _MODALS.isdisjoint(before) and _LATER.isdisjoint(before)


def _is_ahead(entry: CueSense, hits: list[tuple[int, CueSense]]) -> bool:
    """Say whether the telling itself lies ahead: "is expected to announce"."""
    if entry.head not in {"expect", "expected", "likely", "be likely", "be set to", "scheduled"}:
        return False
    return any(hit.attitude is Attitude.ASSERTION for _, hit in hits)


@functools.cache
def _lexicon() -> dict[str, tuple[tuple[tuple[str, ...], CueSense], ...]]:
    """Return the entries by first word, longest first."""
    entries: dict[str, list[tuple[tuple[str, ...], CueSense]]] = {}
    for row in Path(__file__).with_name("cues.tsv").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            attitude, act, side, phrases = row.split("\t")
            for phrase in phrases.split(", "):
                parts = tuple(phrase.split())
                sense = CueSense(
                    head=phrase,
                    attitude=Attitude(attitude),
                    act=None if act == "-" else Act(act),
                    side=None if side == "-" else side,
                )
                entries.setdefault(parts[0], []).append((parts, sense))
    return {first: tuple(sorted(e, key=lambda x: -len(x[0]))) for first, e in entries.items()}
