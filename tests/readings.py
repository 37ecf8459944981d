"""Short articles with statements made by hand, for tests of records."""

import datetime
from dataclasses import replace

from by_hand import made_of, spans

from onrecord import Article
from onrecord.pipeline import Reading
from onrecord.types import (
    Act,
    Aside,
    AsideKind,
    Attitude,
    Basis,
    Channel,
    ChannelKind,
    Failure,
    Grain,
    Ground,
    How,
    Kind,
    MadeBy,
    MentionKind,
    SaidAt,
    SourceType,
    Speaker,
    Stage,
)

FIRST = MadeBy(onrecord="1", weights="first")
SECOND = MadeBy(onrecord="2", weights="second")
DAY = datetime.date(2025, 3, 3)


class HandReader:
    """Finds ``“A,” NAME said.`` and nothing else; quick, for tests of what keeps its findings."""

    def __init__(self, made_by=FIRST, *, words_left_out=()):
        self.made_by = made_by
        self._left_out = words_left_out

    def read_all(self, articles):
        for article in articles:
            if isinstance(article, Failure):
                yield article
            elif "unreadable" in article.text:
                yield Failure(uri=article.uri or article.id, stage=Stage.READ, reason="unreadable")
            else:
                yield Reading(article=article, statements=tuple(self._found(article)))

    def _found(self, article):
        for line in article.text.splitlines():
            if (
                line.startswith("“")
                and line.endswith(" said.")
                and not any(word in line for word in self._left_out)
            ):
                content, _, rest = line.partition("” ")
                name = rest.removesuffix(" said.")
                yield replace(said(article, f"{content}”", name, line=line), made_by=self.made_by)


def article(*lines, published=DAY, outlet="The Echo", **facts):
    """Return an article of lines such as ``It rains/Jane Doe``."""
    text = "\n".join(
        "“{},” {} said.".format(*line.split("/")) if "/" in line else line for line in lines
    )
    return Article(text=text, published=published, outlet=outlet, **facts)


def said(article, content, name, *, line="", act=Act.STATE, **more):
    start = article.text.index(line)
    places = {
        "content": spans(article.text, content, start),
        "source": spans(article.text, name, article.text.index(content, start) + len(content)),
    }
    places["cue"] = spans(article.text, "said", places["source"][0].end)
    one = made_of(article, **places)
    speaker = Speaker(
        mention=MentionKind.FULL_NAME,
        name=places["source"][0],
        type=SourceType.NAMED_PERSON,
        confidence=0.875,
    )
    return replace(
        one, kind=Kind.DIRECT, speaker=speaker, act=act, attitude=Attitude.ASSERTION, **more
    )


def reading(article, reader=None):
    (made,) = (reader or HandReader()).read_all([article])
    return made


def rich():
    """Return an article and a statement with everything that a statement can have."""
    text = "On Telegram, Mayor Ann Lee, citing no evidence, told reporters in Bonn: “It’s 5 °C 🌧.”"
    one = Article(
        text=text,
        uri="/a/b.txt",
        title="Tïtle",
        published=datetime.datetime(2025, 3, 3, 10, tzinfo=datetime.UTC),
        byline="By A",
        dateline="BONN",
        url="https://echo.example/rain",
        language="en",
        credits=("Photo: B", "C"),
        version="3",
        embargo=datetime.datetime(2025, 3, 3, 6, tzinfo=datetime.UTC),
        body=spans(text, [text[:20], text[21:]]),
    )
    found = made_of(
        one,
        content=spans(text, ["“It’s 5 °C", "🌧.”"]),
        source=spans(text, "Mayor Ann Lee"),
        cue=spans(text, "told"),
    )
    (name,) = spans(text, "Ann Lee")
    (title,) = spans(text, "Mayor")
    (telegram,) = spans(text, "Telegram")
    (aside,) = spans(text, "citing no evidence")
    return one, replace(
        found,
        kind=Kind.DIRECT,
        confidence=0.1234567890123,
        act=Act.DENY,
        attitude=Attitude.ASSERTION,
        negated=True,
        speaker=Speaker(
            mention=MentionKind.FULL_NAME,
            name=name,
            type=SourceType.NAMED_PERSON,
            title=title,
            standing=(title, name),
            confidence=1 / 3,
        ),
        how=How(
            channel=Channel(
                kind=ChannelKind.SOCIAL_MEDIA,
                name="Telegram Messenger",
                span=telegram,
                ground=Ground.CONTEXT,
            )
        ),
        said_at=SaidAt(
            value="2025-03-02",
            start=datetime.date(2025, 3, 2),
            end=datetime.date(2025, 3, 3),
            grain=Grain.DAY,
            basis=Basis.STATED,
            span=telegram,
        ),
        asides=(Aside(statement=found.id, kind=AsideKind.UNSUPPORTED, span=aside),),
    )
