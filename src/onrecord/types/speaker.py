"""Who said it: the source as written, and who that is in the article."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import StatementError
from onrecord.types.text import Span

__all__ = ["Known", "MentionKind", "SourceType", "Speaker"]


class MentionKind(StrEnum):
    """How the words of a source name the speaker."""

    FULL_NAME = "full name"
    """A person's first name and surname; an organisation's longest form."""
    PARTIAL_NAME = "partial name"
    """A surname, a first name, an acronym, a short form."""
    PRONOUN = "pronoun"
    """He, she, they, I, who."""
    ROLE = "role"
    """A description: "the president", "a police officer", "officials"."""
    NONE = "none"
    """No words at all."""


class SourceType(StrEnum):
    """What kind of source speaks (newsroom sourcing practice)."""

    NAMED_PERSON = "named person"
    NAMED_ORGANISATION = "named organisation"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous source"
    """Identity withheld: "an official who spoke on condition of anonymity"."""
    UNNAMED_PERSON = "unnamed person"
    UNNAMED_GROUP = "unnamed group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody of a table of people given beforehand, whom the speaker may be.

    Attributes:
        id: As the table has it: a Wikidata number, say.
        name: The table's full name; what the article says stays what it says.
        role: The office held on the article's date, where the table tells.
    """

    id: str
    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a statement's source is, as places in the article.

    Attributes:
        mention: How the source names them.
        name: The fullest form of their name in the article, without title;
            None where the article does not name them, or it is not known who
            is meant.
        type: What kind of source they are; None where nothing tells.
        title: Their role, in the article's words.
        speaks_for: The organisation spoken for, where the text says so.
        standing: The passage that tells why to listen to them: what they
            saw, hold or are.
        confidence: How likely name and type are right, 0-1.
        known: Who they are in a table of people given beforehand.

    Raises:
        StatementError: If the confidence is not a probability.
    """

    mention: MentionKind
    name: Span | None = None
    type: SourceType | None = None
    title: Span | None = None
    speaks_for: Span | None = None
    standing: tuple[Span, ...] = ()
    confidence: float
    known: Known | None = None

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise StatementError(f"speaker has confidence {self.confidence}: wanted 0 to 1")

    @property
    def is_resolved(self) -> bool:
        """Say whether it is known who is meant, or that the article names nobody."""
        return self.type is not None
