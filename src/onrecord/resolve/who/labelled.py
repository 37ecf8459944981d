"""Who the labels of a printed conversation mean, each the same in all its lines.

A label with a full name is that person, whoever else bears the surname; initials are a
participant's, or else those of the one who asks for the outlet.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Self

from onrecord.resolve.labels import (
    asking_labels,
    ends_asking,
    is_opening_question,
    label_end,
    label_of,
)
from onrecord.resolve.who.bodies import BODIES, INSTITUTIONS
from onrecord.resolve.who.entities import Cast, Entity
from onrecord.resolve.who.forms import Form
from onrecord.tagger import NameKind
from onrecord.types import Article, Span, Statement

__all__ = ["Labels"]

Made = Callable[[Span, NameKind], Entity]

_LEAST_LINES = 3
_INITIALS = re.compile(r"[A-Z]{2,4}")
_I = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b(?!\.)")
# In so large a part of their lines people speak of themselves, and bodies do not.
_LEAST_I = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Whom the labels of an article's transcript mean.

    Attributes:
        meant: The one whom a label means, where it tells.
        lines: The lines with a label, in order.
        asking: The labels of those who ask.
        opening: The question before the first label.
    """

    meant: Mapping[str, Entity] = field(default_factory=dict)
    lines: Sequence[Statement] = ()
    asking: frozenset[str] = frozenset()
    opening: Statement | None = None

    @classmethod
    def of(cls, article: Article, statements: Sequence[Statement], cast: Cast, made: Made) -> Self:
        """Return the labels of an article; none where it prints no conversation.

        Args:
            article: The article.
            statements: Its statements, in order of appearance.
            cast: Whom it names; who speaks as "I" under a name is made a person.
            made: Makes one whom no other name of the article means.
        """
        lines = [one for one in statements if one.parent is None and label_end(article, one)]
        if len(lines) < _LEAST_LINES:
            return cls()
        names: dict[str, list[Statement]] = defaultdict(list)
        for line in lines:
            names[label_of(article, line)].append(line)
        asking = asking_labels(article, lines)
        bearers = _bearers(article, cast)
        meant = {}
        for name in sorted(names):
            if " " in name:
                one = _named(article, names[name], bearers, made)
            else:
                one = _shortened(name, names.keys(), cast)
            if one is not None:
                meant[name] = one
        askers = [meant[name] for name in sorted(asking) if name in meant]
        for name in names if askers else ():
            if name not in meant and _INITIALS.fullmatch(name) and _asks(article, names[name]):
                # A reporter of the outlet whose initials the other questions have.
                meant[name] = askers[0]
        opening = [one for one in statements if is_opening_question(article, one, lines[0])]
        return cls(meant=meant, lines=lines, asking=asking, opening=opening[0] if opening else None)

    def asker(self) -> Entity | None:
        """Return the one who puts the questions, if one does."""
        askers = {self.meant[label] for label in self.asking if label in self.meant}
        return askers.pop() if len(askers) == 1 else None

    def answering(self, article: Article, place: Span) -> Entity | None:
        """Return who answers the question that a place is in, None outside of questions.

        Args:
            article: The article.
            place: Where "you" stands.
        """
        if self.opening is not None and place in self.opening.content[0]:
            return self.meant.get(label_of(article, self.lines[0]))
        for number, line in enumerate(self.lines):
            if place in line.content[0] and label_of(article, line) in self.asking:
                labels = (label_of(article, one) for one in self.lines[number + 1 :])
                after = next((label for label in labels if label not in self.asking), None)
                return self.meant.get(after) if after else None
        return None


def _takes_part(initials: str, labels: Set[str]) -> bool:
    """Say whether initials may be a person's: nobody has a full name for label, or they do."""
    full = [Form.of(label) for label in labels if len(label.split()) > 1]
    return not full or any(initials.lower() in one.initials() for one in full)


def _shortened(label: str, labels: Set[str], cast: Cast) -> Entity | None:
    """Return whom initials mean: an outlet, or a person who takes part."""
    one = cast.shortened(label)
    return one if one is None or not one.is_person or _takes_part(label, labels) else None


def _asks(article: Article, lines: Sequence[Statement]) -> bool:
    return 2 * sum(ends_asking(article, one) for one in lines) >= len(lines)


def _bearers(article: Article, cast: Cast) -> list[tuple[Entity, Form]]:
    """Return the people and bodies that an article names, with each form of their names."""
    return [
        (entity, Form.of(words))
        for entity in cast.entities
        if entity.kind in (NameKind.PERSON, NameKind.ORGANISATION)
        for words in {article[span] for span in entity.spans}
    ]


def _named(
    article: Article,
    lines: Sequence[Statement],
    bearers: Sequence[tuple[Entity, Form]],
    made: Made,
) -> Entity | None:
    """Return whom a label with a full name means.

    Args:
        article: The article.
        lines: The lines with that label.
        bearers: Whom the article names, with each form of their names.
        made: Makes one whom nothing else means.
    """
    form = Form.of(label_of(article, lines[0]))
    same = [
        one for one, other in bearers if other.words == form.words and _is_full(article, one, form)
    ]
    people = [one for one in same if one.is_person]
    if people or not _is_somebody(article, lines):
        return next(iter([*people, *same]), None)
    if same:
        same[0].kind, same[0].titles = NameKind.PERSON, []
        return same[0]
    near = {one for one, other in bearers if one.is_person and form.is_like(other)}
    return near.pop() if len(near) == 1 else made(lines[0].source[0], NameKind.PERSON)


def _is_full(article: Article, entity: Entity, form: Form) -> bool:
    """Say whether an entity is known by that name and not by another's of its surname."""
    full = Form.of(article[entity.full]) if entity.full else form
    return set(form.words) <= set(full.words)


def _is_somebody(article: Article, lines: Sequence[Statement]) -> bool:
    """Say whether one speaks of themselves under a label, and it is no body's name."""
    speaking = sum(bool(_I.search(article.words(one.content))) for one in lines)
    words = label_of(article, lines[0]).lower().split()
    is_body = not (BODIES | INSTITUTIONS).isdisjoint(words)
    return speaking >= _LEAST_I * len(lines) and not is_body
