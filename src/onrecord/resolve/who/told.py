"""What is known so far of who spoke, going through an article's statements."""

import re
from dataclasses import dataclass, field

import numpy as np

from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.mention import Mention
from onrecord.resolve.who.roles import is_person_noun
from onrecord.resolve.who.sources import head_word, type_of
from onrecord.resolve.who.titles import title_in
from onrecord.resolve.who.written import TYPES, Found
from onrecord.tagger import Pronoun
from onrecord.types import SourceType, Span

__all__ = ["Told"]

_ANY_OF = re.compile(
    r"(?:one|another|some|both|two|three) of (?:them|those|these|us)\b|(?:none|neither) of\b"
)
_ONE = frozenset([SourceType.UNNAMED_PERSON, SourceType.ANONYMOUS])
# What pronouns never mean.
_NEVER = {
    Pronoun.HE: frozenset([SourceType.DOCUMENT, SourceType.UNNAMED_GROUP]),
    Pronoun.SHE: frozenset([SourceType.DOCUMENT, SourceType.UNNAMED_GROUP]),
    Pronoun.IT: _ONE,
    Pronoun.THEY: frozenset([SourceType.DOCUMENT]),
}
# Speakers without a name farther back than this are not told of again.
_LATELY = 3


@dataclass(slots=True)
class Told:
    """Who spoke so far, the last first, and what those without a name are.

    Attributes:
        speakers: Who spoke, with where.
        unnamed: Those without a name.
        types: What kind of source they are.
        roles: Their roles.
        by_id: What was found for each statement.
        word_for_word: Which statements give the speaker's own words.
        outlets: Bodies that labels of turns name, who put the questions.
    """

    speakers: list[tuple[Entity, int]] = field(default_factory=list)
    unnamed: list[Entity] = field(default_factory=list)
    types: dict[Entity, SourceType | None] = field(default_factory=dict)
    roles: dict[Entity, Span] = field(default_factory=dict)
    by_id: dict[str, Found] = field(default_factory=dict)
    word_for_word: set[str] = field(default_factory=set)
    outlets: set[Entity] = field(default_factory=set)

    def type_of(self, entity: Entity) -> SourceType | None:
        """Return what kind of source somebody is."""
        return self.types.get(entity) if entity.kind is None else TYPES[entity.kind]

    def meant_by(self, pronoun: Pronoun | None) -> list[Entity]:
        """Return those without a name whom a pronoun, or a role, may mean.

        A text is no "he" and, for what it is one, no "they"; one person is no "it".

        Args:
            pronoun: Which; None for a role.
        """
        never = _NEVER.get(pronoun, frozenset()) if pronoun is not None else frozenset()
        return [one for one in self.unnamed if self.type_of(one) not in never]

    def add(
        self,
        text: str,
        mention: Mention,
        kind: SourceType | None,
        phrase: int | None,
        pronouns: np.ndarray | None,
    ) -> Entity:
        """Return a new speaker without a name.

        Args:
            text: The article's text.
            mention: The words.
            kind: What kind of source they tell.
            phrase: Which of the article's phrases they are.
            pronouns: How likely each pronoun is theirs. Shape ``(4,)``.
        """
        entity = Entity(kind=None, spans=[mention.span])
        if phrase is not None and pronouns is not None:
            entity.phrases, entity.pronouns = [phrase], pronouns
        self.types[entity] = kind
        self.unnamed.insert(0, entity)
        is_several = type_of(mention, None) is SourceType.UNNAMED_GROUP
        is_nobody = mention.is_pronoun or _ANY_OF.match(mention.words) is not None
        is_one = kind in (SourceType.UNNAMED_PERSON, SourceType.ANONYMOUS) and not is_several
        if is_one and not is_nobody:
            self.learn(text, mention, entity)
        return entity

    def learn(self, text: str, mention: Mention, entity: Entity) -> None:
        """Keep the role that a mention tells of somebody without a name, if none is known yet.

        Args:
            text: The article's text.
            mention: The words.
            entity: Who is meant.
        """
        role = title_in(text, mention)
        if role is not None:
            self.roles.setdefault(entity, role)

    def told_since(self, text: str, mention: Mention, named: Entity) -> Entity | None:
        """Return one without a name whom "the minister" means, told of since another was named.

        Args:
            text: The article's text.
            mention: The role.
            named: Who else may be meant.
        """
        noun = head_word(mention)
        if mention.determiner != "the" or mention.words != f"the {noun}":
            return None
        before = [name.start for name in named.spans if name.start < mention.span.start]
        for one in self.unnamed[:_LATELY]:
            words = text[one.spans[0].start : one.spans[0].end].lower()
            is_so_called = re.search(rf"\b{re.escape(noun)}(?!\w|['\u2019])", words) is not None
            is_since = not before or max(before) < one.spans[0].start
            if is_so_called and is_since and self.type_of(one) is SourceType.UNNAMED_PERSON:
                return one
        return None

    def withheld_again(
        self, text: str, mention: Mention, plain: SourceType | None
    ) -> Entity | None:
        """Return one who would not be named and is told of again: "the diplomat".

        Args:
            text: The article's text.
            mention: The role.
            plain: What kind of source its words tell.
        """
        noun = head_word(mention)
        is_one = plain in (None, SourceType.UNNAMED_PERSON) and is_person_noun(noun)
        if not is_one or mention.determiner != "the" or mention.others:
            return None
        lately = self.unnamed[:_LATELY]
        for one in lately:
            words = text[one.spans[0].start : one.spans[0].end].lower()
            if re.search(rf"\b{re.escape(noun)}s?\b", words):
                withheld = (e for e in lately if self.type_of(e) is SourceType.ANONYMOUS)
                is_other = self.type_of(one) is SourceType.UNNAMED_PERSON
                return None if is_other else next(withheld, None)
        return None
