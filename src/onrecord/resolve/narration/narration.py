"""An article as its reporter tells it: each statement's frame, and the scenes between them."""

import bisect
from collections.abc import Sequence
from functools import cached_property

from onrecord.resolve.narration.conversation import Conversation, conversation_of
from onrecord.resolve.narration.frame import Frame, Layout, frame_of
from onrecord.resolve.narration.scenes import Scene, scenes
from onrecord.resolve.narration.sittings import Sitting, sittings
from onrecord.types import Article, Span, Statement

__all__ = ["Narration"]


class Narration:
    """What resolving when and how look at; one entry a statement, in order of appearance.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
        speakers: A key of who speaks for each statement, None where unknown;
            without them only pronouns, equal sources and bare quotations go on.

    Attributes:
        article: The article.
        statements: Its statements.
        speakers: A key of who speaks, None where unknown.
        frames: Their sentences without what was said.

    Raises:
        ValueError: If there are speakers, but not one for each statement.
    """

    def __init__(
        self,
        article: Article,
        statements: Sequence[Statement],
        *,
        speakers: Sequence[str | None] = (),
    ) -> None:
        if speakers and len(speakers) != len(statements):
            raise ValueError(
                f"{len(speakers)} speakers for {len(statements)} statements: wanted one for each, "
                "None where unknown"
            )
        self.article = article
        self.statements = statements
        self.speakers: Sequence[str | None] = speakers or (None,) * len(statements)
        self._layout = Layout(article, statements)
        self.frames: tuple[Frame, ...] = tuple(frame_of(self._layout, one) for one in statements)

    @property
    def parts(self) -> Sequence[Span]:
        """The article's paragraphs, in order."""
        return self._layout.paragraphs

    @property
    def contents(self) -> Sequence[Span]:
        """Where something is said, in order."""
        return self._layout.contents

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """Sentences that tell of people meeting, speaking or publishing, in order."""
        return scenes(self._layout)

    @cached_property
    def sittings(self) -> tuple[Sitting | None, ...]:
        """The press conference, trial or call that each statement was made in, None for none."""
        return sittings(self.article, self.statements, self.speakers, self.frames)

    @cached_property
    def conversation(self) -> Conversation | None:
        """The interview that the article prints as a transcript, if it announces one."""
        return conversation_of(self.article, self.statements, self._layout)

    def sentence_at(self, place: int) -> Span:
        """Return the sentence that a place of the text is in."""
        return self._layout.sentence_at(place)

    def paragraph_of(self, place: int) -> int:
        """Return the number of the paragraph that a place of the text is in."""
        return self._layout.paragraph_of(place)

    def scenes_before(self, place: int) -> Sequence[Scene]:
        """Return the scenes that begin before a place of the text, in order."""
        end = bisect.bisect_left(self.scenes, place, key=lambda one: one.sentence.start)
        return self.scenes[:end]
