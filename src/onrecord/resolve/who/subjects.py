"""Whom the sentence before tells of: who is meant by the "she" that opens the next one."""

import bisect
import re

from onrecord.resolve.who.candidates import Asked, Scene
from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.mention import PERSONAL
from onrecord.resolve.who.passage import is_in_passing
from onrecord.tagger import Pronoun
from onrecord.tagger.details import PRONOUNS
from onrecord.types import Span

__all__ = ["subject_before"]

# A pronoun less likely than this is not somebody's.
_FITS = 0.3
# "In the weeks since the vote, Holm": a phrase, or a clause, that opens a sentence.
_FRONTED = re.compile(r"[A-Z][\w'\u2019-]*(?: [^,.;:!?\"“”\n]{1,80})?, ")
# What may stand before a subject's name: its title.
_TITLE = re.compile(r"(?:The )?(?:[\w.'\u2019-]+ ){0,5}$")
_NO_TITLE = re.compile(
    r"\b(?:[Aa]nd|[Aa]s|[Aa]t|[Bb]y|[Bb]ut|[Ff]or|[Ff]rom|[Ii]n|[Ll]ike|[Oo]n|[Tt]han|[Tt]hat|"
    r"[Tt]o|[Ww]ith|[Ww]hen|[Ww]hile|[Ww]ho|is|was|were|said|says|told|asked)\b"
)
# What follows a subject, and not the first word of "the Holm campaign" or "Holm and Lund".
_VERB = re.compile(
    r",(?! (?:and|or)\b)| \(| (?:(?:also|often|later|now|never|then|still|already|once) )?"
    r"(?:can|could|did|had|may|might|must|should|will|would|began|came|drew|fell|felt|found|gave|"
    r"got|grew|held|kept|knew|laid|led|left|lost|made|met|put|ran|said|sat|saw|sent|set|spent|"
    r"spoke|stood|sued|took|taught|thought|told|went|won|wrote|[a-z]+(?:ed|s))\b"
)
# No sentence ends here: "Mrs. Holm", "the U.S. envoy".
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Rev|Prof)|[A-Z])\. $")
_LONGEST_SHORT = 6


def subject_before(asked: Asked, scene: Scene, chosen: Entity | None) -> Entity | None:
    """Return the person that the last sentence is about, where "she" opens the next.

    "Holm, who met Lund in May, wrote the report. She said …": Holm, and not Lund.

    Args:
        asked: The question.
        scene: The article.
        chosen: The scorer's answer.
    """
    pronoun = PERSONAL.get(asked.mention.words)
    sentence = scene.sentence_of(asked.place)
    is_one = pronoun is Pronoun.HE or pronoun is Pronoun.SHE
    if pronoun is None or not is_one or sentence < 1 or scene.is_quoted(asked.place):
        return None
    start = scene.sentences[sentence]
    is_cut = _sentence_start(scene, sentence) != start
    if is_cut or not _opens(scene, start, asked.place):
        return None
    last = Span(_sentence_start(scene, sentence - 1), scene.sentences[sentence])
    subject = _subject(scene, last)
    if subject is None or subject.pronouns[PRONOUNS.index(pronoun)] < _FITS:
        return None
    # "Holm is wanted abroad, but Lund said no. He": who spoke there last comes before.
    if any(last.start <= at < last.end and one is not subject for one, at in asked.speakers[:1]):
        return None
    is_unnamed_there = (
        chosen is not None
        and chosen.kind is None
        and last.start <= chosen.spans[0].start < last.end
    )
    return None if is_unnamed_there else subject


def _opens(scene: Scene, start: int, place: int) -> bool:
    """Say whether nothing but a phrase without a subject stands before a place in its sentence."""
    if scene.text[start:place].strip() == "":
        return True
    fronted = _FRONTED.fullmatch(scene.text, start, place)
    first = bisect.bisect_left(scene.name_spans, start, key=_start)
    last = bisect.bisect_left(scene.name_spans, place, key=_start)
    return fronted is not None and first == last


def _sentence_start(scene: Scene, sentence: int) -> int:
    """Return where a sentence starts, which is not behind a "Mrs."."""
    text, start = scene.text, scene.sentences[sentence]
    while sentence > 0 and _SHORT.search(text, max(0, start - _LONGEST_SHORT), start):
        sentence -= 1
        start = scene.sentences[sentence]
    return start


def _subject(scene: Scene, sentence: Span) -> Entity | None:
    """Return the person whose name is the subject of a sentence."""
    start = sentence.start
    if scene.is_quoted(start + 1):
        return None
    fronted = _FRONTED.match(scene.text, start, sentence.end)
    for begin in (start, fronted.end() if fronted else start):
        first = bisect.bisect_left(scene.name_spans, begin, key=_start)
        if first >= len(scene.name_spans):
            return None
        name, entity = scene.name_spans[first], scene.name_entities[first]
        if entity.is_person and _is_subject(scene.text, Span(begin, sentence.end), name):
            return entity
    return None


def _is_subject(text: str, sentence: Span, name: Span) -> bool:
    if name.end > sentence.end or not _VERB.match(text, name.end):
        return False
    before = text[sentence.start : name.start]
    is_titled = _TITLE.fullmatch(before) is not None and not _NO_TITLE.search(before)
    return is_titled and not is_in_passing(text, name.start)


def _start(span: Span) -> int:
    return span.start
