"""What the passage says of a choice that the scorer made: nobody else is meant, or somebody is.

The scorer weighs every candidate of the article; these are the few cases in which
the words around leave less doubt than its weights do.
"""

import bisect
import re
from collections.abc import Iterator

from onrecord.resolve.who.candidates import Asked, Scene, title_match
from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.mention import PERSONAL
from onrecord.tagger import NameKind, Pronoun
from onrecord.tagger.details import PRONOUNS
from onrecord.types import SourceType, Span

__all__ = [
    "body_going_on",
    "body_here",
    "is_contradicted",
    "is_in_passing",
    "is_no_subject",
    "only_one_here",
    "only_one_in_sentence",
    "speaker_going_on",
    "speaker_here",
]

# "The 34-year-old", "the Spaniard": what people are besides their office.
_OF_ANYBODY = re.compile(
    r"year-old|native|man$|woman$|\b(?:star|champion|striker|winner|singer|actor|actress|veteran|"
    r"defender|midfielder|goalkeeper|captain|forward|player|leader|politician|lawmaker|pontiff|pope|"
    r"premier|monarch|king|queen|tycoon|democrat|republican|conservative|liberal)\b"
)

# A pronoun less likely than this is not somebody's.
_FITS = 0.3
# The same of the only one in the sentence.
_MAY_FIT = 0.2
# "After a call with Donald Trump, he said": not the one who is called.
_IN_PASSING = re.compile(
    r"\b(?:with|to|about|of|for|by|from|against|on|after|and|than|over|before|toward|towards|under)"
    r"(?: (?:the |his |her |their |former |then )?(?:[\w'\u2019-]+ ){0,3})?$"
)
_NEAR = 40
# A clause before "she": "While Ada Holm smiled, she", "without Ada Holm, because she".
_CLAUSE = re.compile(r"(?:Although|Because|If|Though|Unless|When|Whereas|While) ")
_JOINS = re.compile(r"\b(?:although|because|if|though|unless|when|whereas|while) $")
_CAPITALISED = re.compile(r"[A-Z][\w\u2010-]+")
# Less likely than this a pronoun is nobody's.
_AT_ALL = 0.03
# "In Berlin, Acme", "After NATO": the first name is no subject.
_ASIDE = re.compile(
    r",|\b(?:[Ii]n|[Aa]t|[Oo]n|[Bb]y|[Ff]or|[Ff]rom|[Tt]o|[Ww]ith|[Aa]fter|[Aa]s|[Oo]f|and)\b"
)
# "The *GOP* candidate", "*Acme* officials".
_QUALIFIES = re.compile(
    r" (?:[a-z]+ )?(?:candidate|nominee|leader|lawmaker|member|official|senator|voter|worker)s?\b"
)
_VERB = re.compile(
    r"\b(?:can|could|has|have|had|is|are|may|might|must|was|were|will|would|\w+ed)\b"
)
_SORTS = {
    SourceType.NAMED_PERSON: "person",
    SourceType.UNNAMED_PERSON: "person",
    SourceType.ANONYMOUS: "person",
    SourceType.NAMED_ORGANISATION: "body",
    SourceType.UNNAMED_GROUP: "body",
    SourceType.DOCUMENT: "text",
}


def only_one_here(asked: Asked, scene: Scene, chosen: Entity | None) -> Entity | None:
    """Return the only person whom a paragraph names before "he", where the one chosen is not.

    "Kieran's mother, Siobhan, wept beside the detective. “He went out,” she said": not the
    detective whose words were told above.

    Args:
        asked: The question.
        scene: The article.
        chosen: The scorer's answer.
    """
    pronoun = _he_or_she(asked, scene)
    if pronoun is None:
        return None
    sentence = scene.sentence_of(asked.place)
    start = scene.sentences[sentence] if sentence >= 0 else 0
    people = {entity for _, entity in _named_here(asked, scene) if entity.is_person}
    told = {
        entity
        for span, entity in _named_here(asked, scene)
        if entity.is_person and span.end <= start and not is_in_passing(scene.text, span.start)
    }
    fitting = [one for one in told if one.pronouns[PRONOUNS.index(pronoun)] >= _FITS]
    if chosen in people or len(fitting) != 1 or _is_here(asked, scene, chosen):
        return None
    return fitting[0]


def only_one_in_sentence(asked: Asked, scene: Scene, chosen: Entity | None) -> Entity | None:
    """Return the only person named before "she" in its sentence, where the choice is far off.

    "While the plan did not please Ada Holm, she said": not somebody of an earlier paragraph.
    "After a call with Ada Holm, she said" is no such clause.

    Args:
        asked: The question.
        scene: The article.
        chosen: The scorer's answer.
    """
    pronoun = _he_or_she(asked, scene)
    if pronoun is None:
        return None
    named = list(_named_here(asked, scene))
    start = _sentence_start(asked.place, scene)
    is_clause = _CLAUSE.match(scene.text, start) or _JOINS.search(scene.text, start, asked.place)
    people = {
        entity
        for span, entity in named
        if entity.is_person and span.start >= start
        if is_clause or not is_in_passing(scene.text, span.start)
    }
    fitting = [e for e in people if e.pronouns[PRONOUNS.index(pronoun)] >= _MAY_FIT]
    is_near = any(entity is chosen for _, entity in named)
    return fitting[0] if len(fitting) == 1 and not is_near else None


def _he_or_she(asked: Asked, scene: Scene) -> Pronoun | None:
    """Return which of the two the writer asks about; None for anything else."""
    pronoun = PERSONAL.get(asked.mention.words)
    is_one = pronoun in (Pronoun.HE, Pronoun.SHE) and not scene.is_quoted(asked.place)
    return pronoun if is_one else None


def speaker_here(asked: Asked, scene: Scene, chosen: Entity | None) -> Entity | None:
    """Return the one without a name who spoke last, where "she" opens the next sentence.

    "Cross-examined by Leila Farouk, the witness agreed. She denied …": the witness.

    Args:
        asked: The question.
        scene: The article.
        chosen: The scorer's answer.
    """
    if PERSONAL.get(asked.mention.words) not in (Pronoun.HE, Pronoun.SHE) or not asked.speakers:
        return None
    speaker, place = asked.speakers[0]
    sentence = scene.sentence_of(asked.place)
    is_next = scene.sentence_of(place) == sentence - 1
    start = scene.sentences[sentence] if sentence >= 0 else 0
    # "He wept. “It was dark,” he said": nothing but the quotation is before the second.
    is_new = not scene.text[speaker.spans[0].start :].lower().startswith("the ")
    is_quoted = is_new and scene.is_quoted(start + 1)
    opens = sentence >= 0 and (start == asked.place or is_quoted)
    is_here = scene.paragraph_of(place) == scene.paragraph_of(asked.place)
    if speaker.kind is not None or not (is_next and opens and is_here):
        return None
    # Who is named in the sentence of "the witness" is not the witness; who is named
    # elsewhere in the paragraph may well be.
    start = scene.sentences[sentence - 1]
    before = [span.start for span, entity in _named_here(asked, scene) if entity is chosen]
    return speaker if all(start <= there < place for there in before) else None


def speaker_going_on(asked: Asked, scene: Scene, chosen: Entity | None) -> Entity | None:
    """Return the person who spoke last, where nothing near names the one chosen for "he".

    "The president called the attack terror. / “Every hour counts,” he said": not the presenter
    who spoke above.

    Args:
        asked: The question.
        scene: The article.
        chosen: The scorer's answer.
    """
    pronoun = PERSONAL.get(asked.mention.words)
    is_one = pronoun is Pronoun.HE or pronoun is Pronoun.SHE
    if not is_one or scene.is_quoted(asked.place) or not asked.speakers:
        return None
    speaker, place = asked.speakers[0]
    here = scene.paragraph_of(asked.place)
    far = here - scene.paragraph_of(place)
    is_near = far == 0 or (far == 1 and _opens_paragraph(asked.place, scene))
    is_theirs = speaker.is_person and speaker.pronouns[PRONOUNS.index(pronoun)] >= _AT_ALL
    if not (is_near and is_theirs):
        return None
    return None if chosen is not None and _is_named_near(asked, scene, chosen) else speaker


def body_here(asked: Asked, scene: Scene, chosen: Entity | None) -> Entity | None:
    """Return the body that spoke last or that the sentence before tells of, where "it" is neither.

    Args:
        asked: The question.
        scene: The article.
        chosen: The scorer's answer.
    """
    here = scene.paragraph_of(asked.place)
    is_told = chosen is not None and any(
        scene.paragraph_of(span.start) == here and span.start < asked.place for span in chosen.spans
    )
    if asked.mention.words != "it" or scene.is_quoted(asked.place):
        return None
    for speaker, place in asked.speakers[:1]:
        is_body = speaker.kind is NameKind.ORGANISATION and not is_in_passing(scene.text, place)
        if is_body and scene.paragraph_of(place) == here:
            return speaker
    subjects = [
        entity
        for span, entity in _named_here(asked, scene)
        if entity.kind is NameKind.ORGANISATION and _opens_sentence(span, scene)
    ]
    return subjects[-1] if subjects and not is_told else None


def is_no_subject(asked: Asked, scene: Scene, chosen: Entity | None) -> bool:
    """Say whether a pronoun cannot be the one that the scorer took.

    "Poe was late, he said": "he" is not Poe. "The Acme candidate left. It shut": not Acme, which
    is but a word before another. "The bill would fund Acme. / The vote was close. It showed":
    not Acme, which nobody was told of here, nor as a subject before.

    Args:
        asked: The question.
        scene: The article.
        chosen: The scorer's answer.
    """
    pronoun = PERSONAL.get(asked.mention.words)
    if chosen is None or scene.is_quoted(asked.place):
        return False
    if pronoun in (Pronoun.HE, Pronoun.SHE):
        return chosen.is_person and _is_told_of_before(asked, scene, chosen)
    is_body = pronoun is Pronoun.IT and chosen.kind is NameKind.ORGANISATION
    is_last = bool(asked.speakers) and asked.speakers[0][0] is chosen
    return is_body and not is_last and _is_no_body_here(asked, scene, chosen)


_OWNS = re.compile(r"['\u2019]s?\b")


def _is_told_of_before(asked: Asked, scene: Scene, chosen: Entity) -> bool:
    """Say whether what is said, up to the pronoun in its sentence, names somebody."""
    start = _sentence_start(asked.place, scene)
    return any(
        content.start <= span.start < content.end and start <= span.start < asked.place
        for span in chosen.spans
        if not scene.is_quoted(span.start) and not _OWNS.match(scene.text, span.end)
        for content in asked.contents
    )


def _is_no_body_here(asked: Asked, scene: Scene, chosen: Entity) -> bool:
    """Say whether a body stood before but in other phrases, or as an object a paragraph before."""
    here = scene.paragraph_of(asked.place)
    before = [span for span in chosen.spans if span.start < asked.place]
    near = [span for span in before if scene.paragraph_of(span.start) >= here - 1]
    own = [span for span in near if not _QUALIFIES.match(scene.text, span.end)]
    if near and not own:
        return True
    is_here = any(scene.paragraph_of(span.start) == here for span in own)
    start = scene.sentences[max(0, scene.sentence_of(asked.place))]
    is_later = start == asked.place and start > scene.paragraphs[max(0, here)] + _NEAR
    return is_later and not is_here and not any(_is_subject(span, scene) for span in own)


def _is_subject(name: Span, scene: Scene) -> bool:
    """Say whether a name opens its sentence, and no verb stands before it."""
    start = scene.sentences[max(0, scene.sentence_of(name.start))]
    return _opens_sentence(name, scene) and not _VERB.search(scene.text, start, name.start)


def body_going_on(asked: Asked, scene: Scene, chosen: Entity | None) -> Entity | None:
    """Return the body that spoke in the sentence before a quotation that "they" said.

    "Acme have denied it. / “We never did,” they said": as British papers write.

    Args:
        asked: The question.
        scene: The article.
        chosen: The scorer's answer.
    """
    is_quotation = bool(asked.contents) and scene.is_quoted(asked.contents[0].start + 1)
    if asked.mention.words != "they" or chosen is not None or not is_quotation:
        return None
    last = scene.sentence_of(asked.contents[0].start) - 1
    for speaker, place in asked.speakers[:1]:
        if speaker.kind is NameKind.ORGANISATION and scene.sentence_of(place) == last:
            return speaker
    return None


def _sentence_start(place: int, scene: Scene) -> int:
    """Return where a place's sentence starts, which none inside of its quotations does."""
    at = max(0, scene.sentence_of(place))
    while at > 0 and scene.is_quoted(scene.sentences[at] - 1):
        at -= 1
    return scene.sentences[at]


def _opens_paragraph(place: int, scene: Scene) -> bool:
    """Say whether nothing but quotations and the sentence's own words stand before a place."""
    start = scene.paragraphs[max(0, scene.paragraph_of(place))]
    first = bisect.bisect_right(scene.sentences, start)
    last = bisect.bisect_right(scene.sentences, place)
    starts = [start, *scene.sentences[first:last]]
    return all(scene.is_quoted(one + 1) for one in starts[:-1])


def _opens_sentence(name: Span, scene: Scene) -> bool:
    start = scene.sentences[max(0, scene.sentence_of(name.start))]
    is_owner = scene.text.startswith(("'", "\u2019"), name.end)
    before = scene.text[start : name.start]
    return not is_owner and name.start - start <= _NEAR and not _ASIDE.search(before)


def _is_named_near(asked: Asked, scene: Scene, entity: Entity) -> bool:
    """Say whether somebody is named outside quotations in this paragraph or the one before."""
    if entity.full is None:
        return False
    start = scene.paragraphs[max(0, scene.paragraph_of(asked.place) - 1)]
    words = _CAPITALISED.findall(scene.text, entity.full.start, entity.full.end)
    return any(
        match.group() in words and not scene.is_quoted(match.start())
        for match in _CAPITALISED.finditer(scene.text, start, asked.place)
    )


def is_in_passing(text: str, place: int) -> bool:
    """Say whether a name is but what a preposition hangs on: "after a call with *Ada Holm*".

    Args:
        text: The article's text.
        place: Where the name starts.
    """
    return _IN_PASSING.search(text, max(0, place - _NEAR), place) is not None


def is_contradicted(
    asked: Asked, scene: Scene, chosen: Entity, kinds: tuple[SourceType | None, SourceType | None]
) -> bool:
    """Say whether a role cannot be that of the one chosen.

    A body is no person and a text is neither; and who is named in the role's own sentence is
    somebody else, unless the role is told of them: "Cross-examined by Leila Farouk, the witness
    agreed".

    Args:
        asked: The question.
        scene: The article.
        chosen: The scorer's answer.
        kinds: What the role's words say that it is, and what the one chosen is.
    """
    if len({_SORTS[kind] for kind in kinds if kind is not None}) > 1:
        return True
    if not chosen.is_person:
        return False
    sentence = scene.sentence_of(asked.place)
    start = scene.sentences[sentence] if sentence >= 0 else 0
    is_in_sentence = any(
        start <= span.start and not scene.is_quoted(span.start)
        for span, entity in _named_here(asked, scene)
        if entity is chosen
    )
    is_somebodys = _OF_ANYBODY.search(asked.mention.words) is None
    is_their_title = title_match(asked.mention, scene.text, chosen)[0] > 0
    return (is_in_sentence or is_somebodys) and not is_their_title


def _named_here(asked: Asked, scene: Scene) -> Iterator[tuple[Span, Entity]]:
    """Yield the names of the paragraph up to the place, outside of quotations."""
    paragraph = scene.paragraph_of(asked.place)
    start = scene.paragraphs[paragraph] if paragraph >= 0 else 0
    first = bisect.bisect_left(scene.name_spans, start, key=_start)
    last = bisect.bisect_left(scene.name_spans, asked.place, key=_start)
    for span, entity in zip(
        scene.name_spans[first:last], scene.name_entities[first:last], strict=True
    ):
        if not scene.is_quoted(span.start):
            yield span, entity


def _is_here(asked: Asked, scene: Scene, entity: Entity | None) -> bool:
    """Say whether one without a name spoke in the paragraph."""
    here = scene.paragraph_of(asked.place)
    return any(
        scene.paragraph_of(place) == here for speaker, place in asked.speakers if speaker is entity
    )


def _start(span: Span) -> int:
    return span.start
