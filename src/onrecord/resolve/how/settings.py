"""Channel, place, occasion and addressee of each statement of an article."""

import bisect
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.addressee import addressee_of, urged_in
from onrecord.resolve.how.carry import carried
from onrecord.resolve.how.channel import channel_of
from onrecord.resolve.how.ending import channel_at_end
from onrecord.resolve.how.frame import Frame, Names, frames
from onrecord.resolve.how.place import occasion_of, place_of
from onrecord.resolve.how.transcript import with_interview
from onrecord.resolve.how.zones import phrases
from onrecord.types import Addressee, Article, How, Occasion, Place, Span, Statement

__all__ = ["settings"]


def settings(
    article: Article,
    statements: Sequence[Statement],
    *,
    names: Names = (),
    speakers: Sequence[str | None] = (),
) -> tuple[How, ...]:
    """Return how, where, at what event and to whom each statement was made.

    Told by the statement's own sentence outside of what was said, or carried
    over from the statement that it plainly goes on from.

    Args:
        article: The article.
        statements: Its statements, in order of appearance.
        names: Names that a network found, with their kinds, in order; they
            keep people and organisations from being taken for places.
        speakers: A key of who speaks for each statement, None where unknown;
            without them only pronouns and bare quotations carry.

    Raises:
        ValueError: If there are speakers, but not one for each statement.
    """
    if speakers and len(speakers) != len(statements):
        raise ValueError(
            f"{len(speakers)} speakers for {len(statements)} statements: wanted one for each, "
            "None where unknown"
        )
    found = frames(article, statements)
    starts = [span.start for span, _ in names]
    stated: Sequence[How] = [
        _with_content(article, statement, _stated(frame, _names_in(frame, names, starts)))
        for statement, frame in zip(statements, found, strict=True)
    ]
    stated = with_interview(article, statements, stated)
    return carried(article, statements, found, stated, speakers or (None,) * len(statements))


def _names_in(frame: Frame, names: Names, starts: Sequence[int]) -> Names:
    if not names or not frame.tokens:
        return ()
    low = bisect.bisect_left(starts, frame.tokens[0].start)
    return names[low : bisect.bisect_right(starts, frame.tokens[-1].end)]


def _stated(frame: Frame, names: Names) -> How:
    found = tuple(phrases(frame))
    told: Span | None = addressee_of(frame, found)
    place = place_of(frame, found, names)
    occasion = occasion_of(frame, found)
    return How(
        channel=channel_of(frame, found, told, names),
        place=Place(span=place) if place else None,
        occasion=Occasion(span=occasion) if occasion else None,
        addressee=Addressee(span=told) if told else None,
    )


def _with_content(article: Article, statement: Statement, how: How) -> How:
    """Return a setting with what a content that was marked too wide tells of it."""
    if how.addressee is None and (urged := urged_in(article, statement)):
        how = replace(how, addressee=Addressee(span=urged))
    if how.channel is None and (channel := channel_at_end(article, statement)):
        how = replace(how, channel=channel)
    return how
