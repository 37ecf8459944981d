"""Who answers in an interview that is printed without labels: the one it is introduced as with."""

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import Self

from onrecord.layout import interview_answers, paragraphs
from onrecord.resolve.who.entities import Cast, Entity
from onrecord.resolve.who.mention import Mention
from onrecord.types import Article, Span

__all__ = ["Interview"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """An interview's answers, and who gives them.

    Attributes:
        answers: What is answered; empty where an article is no such interview.
        asked: Who answers, if the words before the first question tell.
    """

    answers: Set[Span]
    asked: Entity | None

    @classmethod
    def of(cls, article: Article, cast: Cast) -> Self:
        """Return what of an article is an interview without labels.

        Args:
            article: The article.
            cast: Whom it names.
        """
        answers = interview_answers(article.text, paragraphs(article.text, article.body))
        asked = _introduced(article, cast, answers[0].start) if answers else None
        return cls(answers=frozenset(answers), asked=asked)

    def answering(self, content: Span) -> Entity | None:
        """Return who says a content, if it is an answer."""
        return self.asked if content in self.answers else None

    def addressed(self, mention: Mention) -> Entity | None:
        """Return who is "you" where no answer says it: in a question."""
        return self.asked if mention.words == "you" and not self.holds(mention.span) else None

    def holds(self, span: Span) -> bool:
        """Say whether a span stands in an answer."""
        return any(span in answer for answer in self.answers)


def _introduced(article: Article, cast: Cast, start: int) -> Entity | None:
    """Return the person that the title names, else the one named most before the first answer.

    Nobody where two are named as often.
    """
    named: dict[Entity, int] = {}
    for span in cast.spans:
        person = cast.at(span)
        if span.start < start and person is not None and person.is_person:
            named[person] = named.get(person, 0) + 1
    title = set(re.findall(r"[\w'\u2019-]+", article.title or ""))
    in_title = [one for one in named if title & set(_surname(article, one))]
    among = {one: named[one] for one in in_title or named}
    most = max(among.values(), default=0)
    best = [one for one, times in among.items() if times == most]
    return best[0] if len(best) == 1 else None


def _surname(article: Article, person: Entity) -> list[str]:
    words = article[person.full or person.spans[0]].split()
    return words[-1:]
