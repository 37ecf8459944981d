"""Any article with any statement of it: Hypothesis strategies, every field filled or not."""

import datetime
from dataclasses import replace
from operator import attrgetter

from hypothesis import strategies as st

from onrecord import Article, Kind, Span, Statement
from onrecord.types import (
    Act,
    Addressee,
    Aside,
    AsideKind,
    Attitude,
    Basis,
    Channel,
    ChannelKind,
    Grain,
    Ground,
    How,
    Known,
    MadeBy,
    MentionKind,
    Occasion,
    Place,
    SaidAt,
    SourceType,
    Speaker,
)

TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("“”\"',;=+-@\t\r\n\x0b\x85\u2028\U0001f600"),
    ),
    max_size=30,
)
MAYBE_TEXT = st.none() | TEXTS
PROBABILITIES = st.floats(0, 1)
PUBLISHED = (
    st.none()
    | st.dates()
    | st.datetimes(
        timezones=st.builds(
            lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes)),
            st.integers(-720, 840),
        )
    )
)


def spans(size, *, at_least=0):
    """Return pieces in order, none overlapping, inside a text of some size."""

    def paired(ends):
        return tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))

    ends = st.lists(st.integers(0, size), unique=True, min_size=2 * at_least, max_size=6)
    return ends.map(sorted).map(paired)


def a_span(size):
    return spans(size, at_least=1).map(lambda found: found[0])


def articles():
    texts = st.text(
        st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60
    ) | TEXTS.filter(bool)
    return texts.flatmap(
        lambda text: st.builds(
            Article,
            text=st.just(text),
            uri=MAYBE_TEXT,
            title=MAYBE_TEXT,
            published=PUBLISHED,
            byline=MAYBE_TEXT,
            dateline=MAYBE_TEXT,
            outlet=MAYBE_TEXT,
            url=MAYBE_TEXT,
            language=st.none() | st.just("en"),
            credits=st.lists(TEXTS, max_size=2).map(tuple),
            version=MAYBE_TEXT,
            embargo=st.none() | st.datetimes(timezones=st.just(datetime.UTC)),
            body=spans(len(text)),
        )
    )


def settings_of(size):
    told = {"span": a_span(size), "ground": st.sampled_from(Ground)}
    return st.builds(
        How,
        channel=st.none()
        | st.builds(
            Channel,
            kind=st.sampled_from(ChannelKind),
            name=MAYBE_TEXT,
            confidence=st.none() | PROBABILITIES,
            **told,
        ),
        place=st.none() | st.builds(Place, **told),
        occasion=st.none() | st.builds(Occasion, **told),
        addressee=st.none() | st.builds(Addressee, **told),
    )


def speakers(size):
    place = st.none() | a_span(size)
    return st.builds(
        Speaker,
        mention=st.sampled_from(MentionKind),
        name=place,
        type=st.none() | st.sampled_from(SourceType),
        title=place,
        speaks_for=place,
        standing=spans(size),
        confidence=PROBABILITIES,
        known=st.none() | st.builds(Known, id=TEXTS, name=TEXTS, role=MAYBE_TEXT),
    )


def times(size):
    days = st.lists(
        st.none() | st.dates(), min_size=2, max_size=2, unique_by=lambda day: day or object()
    ).map(_in_order)
    moments = st.lists(
        st.datetimes(timezones=st.just(datetime.UTC)), min_size=2, max_size=2, unique=True
    ).map(_in_order)
    return (days | moments).flatmap(
        lambda ends: st.builds(
            SaidAt,
            value=TEXTS,
            start=st.just(ends[0]),
            end=st.just(ends[1]),
            grain=st.none() | st.sampled_from(Grain),
            basis=st.sampled_from(Basis),
            span=st.none() | a_span(size),
            confidence=st.none() | PROBABILITIES,
        )
    )


def _in_order(ends):
    return ends if None in ends else sorted(ends)


def statements(article):
    size = len(article.text)
    ids = TEXTS.filter(bool)
    aside = st.builds(
        Aside, statement=st.just(""), kind=st.sampled_from(AsideKind), span=a_span(size)
    )
    return st.builds(
        Statement,
        id=ids,
        article_id=st.just(article.id),
        kind=st.sampled_from(Kind),
        content=spans(size, at_least=1),
        source=spans(size),
        cue=spans(size),
        parent=st.none() | ids,
        speaker=st.none() | speakers(size),
        attitude=st.none() | st.sampled_from(Attitude),
        act=st.none() | st.sampled_from(Act),
        negated=st.booleans(),
        hypothetical=st.booleans(),
        how=st.none() | settings_of(size),
        said_at=st.none() | times(size),
        asides=st.lists(aside, max_size=2).map(tuple),
        confidence=PROBABILITIES,
        made_by=st.builds(MadeBy, onrecord=TEXTS, weights=TEXTS),
    ).map(_with_own_asides)


def _with_own_asides(statement):
    own = tuple(replace(aside, statement=statement.id) for aside in statement.asides)
    return replace(statement, asides=own)


def readings():
    """Return articles, each with some of its statements."""
    return articles().flatmap(
        lambda article: st.tuples(
            st.just(article),
            st.lists(statements(article), max_size=3, unique_by=attrgetter("id")).map(tuple),
        )
    )
