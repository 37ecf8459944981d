"""Channel, place, occasion and addressee of each statement of an article."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.how.addressee import addressee_of, hearers_of, host_of
from onrecord.resolve.how.asked import with_questions
from onrecord.resolve.how.bench import bench_of, is_of_courts
from onrecord.resolve.how.carry import carried
from onrecord.resolve.how.channel import channel_of
from onrecord.resolve.how.ending import channel_at_end
from onrecord.resolve.how.place import occasion_of, place_of
from onrecord.resolve.how.pressmen import of_pressman
from onrecord.resolve.how.remarks import with_remarks
from onrecord.resolve.how.told import asked_source, subject_told
from onrecord.resolve.how.transcript import with_interview
from onrecord.resolve.how.unlisted import with_bodies
from onrecord.resolve.how.urged import urged_in
from onrecord.resolve.how.zones import phrases
from onrecord.resolve.narration import Frame, Names, Narration
from onrecord.resolve.narration.posts import handle_of
from onrecord.types import (
    Addressee,
    Article,
    Channel,
    ChannelKind,
    How,
    Occasion,
    Place,
    SourceType,
    Span,
    Statement,
)

__all__ = ["settings"]

# "According to reports", "media reports": nobody's text.
_HEARSAY = frozenset(("reports", "report", "rumours", "rumors", "accounts"))
# What they stand for has a channel of its own: "It also said" of a tweet.
_PRONOUNS = frozenset(("it", "they", "this", "that", "which", "who"))
_SHORTEST = 2
_COURT = re.compile(r"\b(?:[Cc]ourts?|[Jj]udges?|[Jj]ustices|[Jj]ury|[Jj]urors|[Tt]ribunal)$")
_PLEADING = re.compile(r"\b(?:plead(?:s|ed|ing)?|pled)$")
_PLEA = re.compile(r"(?:not )?guilty\b|no contest\b|nolo\b", re.IGNORECASE)


def settings(narration: Narration, *, names: Names = ()) -> tuple[How, ...]:
    """Return how, where, at what event and to whom each statement was made.

    Told by the statement's own sentence outside of what was said, or carried
    over from the statement that it plainly goes on from.

    Args:
        narration: The article with its statements.
        names: Names that a network found, with their kinds, in order; they
            keep people and organisations from being taken for places.
    """
    article, statements = narration.article, narration.statements
    names = with_bodies(article.text, names)
    starts = [span.start for span, _ in names]
    stated: Sequence[How] = [
        _posted(article, statement)
        or _with_content(
            article,
            statement,
            _without_outlet(statement, _stated(frame, _names_in(frame, names, starts))),
        )
        for statement, frame in zip(statements, narration.frames, strict=True)
    ]
    if not is_of_courts(article):
        stated = [_out_of_court(how) for how in stated]
    stated = _with_witnesses(narration, stated)
    stated = with_interview(narration, stated)
    stated = with_remarks(narration, stated)
    return with_questions(narration, carried(narration, stated))


def _posted(article: Article, statement: Statement) -> How | None:
    handle = handle_of(article, statement)
    return How(channel=Channel(kind=ChannelKind.SOCIAL_MEDIA, span=handle)) if handle else None


def _names_in(frame: Frame, names: Names, starts: Sequence[int]) -> Names:
    if not names or not frame.tokens:
        return ()
    low = bisect.bisect_left(starts, frame.tokens[0].start)
    return names[low : bisect.bisect_right(starts, frame.tokens[-1].end)]


def _stated(frame: Frame, names: Names) -> How:
    found = tuple(phrases(frame))
    told: Span | None = addressee_of(frame, found) or subject_told(frame)
    place = place_of(frame, found, names)
    occasion = occasion_of(frame, found)
    channel = channel_of(frame, found, told, names)
    if told is not None and channel is not None and channel.kind is ChannelKind.PRESS_CONFERENCE:
        told = hearers_of(frame, told) if channel.span == told else told
    how = How(
        channel=channel,
        place=Place(span=place) if place else None,
        occasion=Occasion(span=occasion) if occasion else None,
        addressee=Addressee(span=told) if told else None,
    )
    return _with_host(frame, how)


def _with_witnesses(narration: Narration, found: Sequence[How]) -> list[How]:
    """Return the settings with the opening statements of those who testify elsewhere as such."""
    keys = narration.speakers
    of_witness = {
        key
        for key, how in zip(keys, found, strict=True)
        if key and how.channel and how.channel.kind is ChannelKind.TESTIMONY
    }
    return [
        replace(how, channel=replace(how.channel, kind=ChannelKind.TESTIMONY))
        if key in of_witness and how.channel and _is_opening(narration.article, how.channel)
        else how
        for key, how in zip(keys, found, strict=True)
    ]


def _is_opening(article: Article, channel: Channel) -> bool:
    is_court = channel.kind is ChannelKind.COURT
    return is_court and article[channel.span].lower().endswith("opening statement")


def _out_of_court(how: How) -> How:
    is_court = how.channel is not None and how.channel.kind is ChannelKind.COURT
    return replace(how, channel=None) if is_court else how


def _with_host(frame: Frame, how: How) -> How:
    """Return a setting whose addressee is the outlet that gave its name to the channel."""
    channel = how.channel
    if how.addressee is not None or channel is None or channel.kind is not ChannelKind.INTERVIEW:
        return how
    if host := host_of(frame, channel):
        return replace(how, addressee=Addressee(span=host))
    is_named = channel.name is not None and len(channel.span) == len(channel.name)
    # "The BBC asked": who speaks is told nothing; "said Lee to the BBC" may all be the source.
    source = [token for token in frame.tokens if token.is_source and token.low != "the"]
    is_source = bool(source) and source[0].start == channel.span.start
    return (
        how if is_source or not is_named else replace(how, addressee=Addressee(span=channel.span))
    )


def _with_content(article: Article, statement: Statement, how: How) -> How:
    """Return a setting with what a content that was marked too wide tells of it."""
    how = _with_addressee(article, statement, how)
    if how.channel is None and (channel := channel_at_end(article, statement)):
        how = replace(how, channel=channel)
    if channel := _of_plea(article, statement):
        how = replace(how, channel=channel)
    if how.channel is None and (channel := _of_document(article, statement)):
        how = replace(how, channel=channel)
    if how.channel is None and (channel := bench_of(article, statement)):
        how = replace(how, channel=channel)
    if how.channel is None and (channel := of_pressman(article, statement)):
        how = replace(how, channel=channel)
    return how


def _without_outlet(statement: Statement, how: How) -> How:
    """Return a setting in which an outlet that speaks is no document: "*the paper* said"."""
    speaker, channel = statement.speaker, how.channel
    is_body = speaker is not None and speaker.type is SourceType.NAMED_ORGANISATION
    if not is_body or channel is None or channel.kind is not ChannelKind.DOCUMENT:
        return how
    return replace(how, channel=None) if statement.source[:1] == (channel.span,) else how


def _with_addressee(article: Article, statement: Statement, how: How) -> How:
    """Return a setting with the addressee that the content or the source names."""
    if how.addressee is None and (urged := urged_in(article, statement)):
        how = replace(how, addressee=Addressee(span=urged))
        if how.channel is None and _COURT.search(article[urged]):
            how = replace(how, channel=Channel(kind=ChannelKind.COURT, span=urged))
    if how.addressee is None and (asked := asked_source(article, statement)):
        how = replace(how, addressee=Addressee(span=asked))
    return how


def _of_plea(article: Article, statement: Statement) -> Channel | None:
    """Return the channel of "pleaded *not guilty*", of which the second half is what was said."""
    if not statement.cue or not _PLEADING.search(article.words(statement.cue)):
        return None
    is_plea = _PLEA.match(article.text, statement.content[0].start)
    return Channel(kind=ChannelKind.COURT, span=statement.cue[0]) if is_plea else None


def _of_document(article: Article, statement: Statement) -> Channel | None:
    """Return the channel of a text that speaks for itself: "the Act forbids"; "reports" do not."""
    speaker, source = statement.speaker, statement.source
    if speaker is None or speaker.type is not SourceType.DOCUMENT or not source:
        return None
    words = article.words(source[:1]).lower().split()
    if words[-1] in _PRONOUNS or (words[-1] in _HEARSAY and len(words) <= _SHORTEST):
        return None
    return Channel(kind=ChannelKind.DOCUMENT, span=source[0])
