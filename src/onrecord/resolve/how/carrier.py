"""What carried the words, where cue, source or audience tell it: "tweeted", "the report said"."""

import re
from collections.abc import Sequence

from onrecord.resolve.how.nouns import noun_in
from onrecord.resolve.how.outlet import Named, named_in
from onrecord.resolve.how.unlisted import from_unlisted
from onrecord.resolve.how.words import word_set
from onrecord.resolve.how.zones import PREPOSITIONS
from onrecord.resolve.narration.frame import GAP, Frame, Names, Token
from onrecord.types import Channel, ChannelKind, Span

__all__ = ["COMMITTEE", "from_audience", "from_cue", "from_source"]

_CUES = {
    "tweet": (ChannelKind.SOCIAL_MEDIA, "Twitter"),
    "tweets": (ChannelKind.SOCIAL_MEDIA, "Twitter"),
    "tweeted": (ChannelKind.SOCIAL_MEDIA, "Twitter"),
    "tweeting": (ChannelKind.SOCIAL_MEDIA, "Twitter"),
    "retweeted": (ChannelKind.SOCIAL_MEDIA, "Twitter"),
    "posted": (ChannelKind.SOCIAL_MEDIA, None),
    "posting": (ChannelKind.SOCIAL_MEDIA, None),
    "blogged": (ChannelKind.SOCIAL_MEDIA, None),
    "testified": (ChannelKind.TESTIMONY, None),
    "testifying": (ChannelKind.TESTIMONY, None),
    "testifies": (ChannelKind.TESTIMONY, None),
    "testify": (ChannelKind.TESTIMONY, None),
    "emailed": (ChannelKind.LETTER, None),
    "e-mailed": (ChannelKind.LETTER, None),
}
_WRITING = word_set("wrote writing writes")
_POSTING = _WRITING | word_set("commented comments commenting replied replies captioned")
_PICTURES = word_set(
    "photo photos photograph photographs picture pictures video clip selfie image images snap post "
    "posts footage reel"
)
_DETERMINERS = word_set("the his her their its a an all")
_CUTS = word_set("who which that when while after because ; :")
_POSTED = frozenset((ChannelKind.STATEMENT, ChannelKind.LETTER, ChannelKind.VIDEO))
_BENCH = frozenset((
    "court", "judge", "jury", "tribunal", "justices", "magistrate", "judges", "bench",
))  # fmt: skip
_OFF_THE_BENCH = word_set(
    "former ex retired spokesman spokeswoman spokesperson clerk official officials reporter "
    "nominee staff employee order orders"
)
# Words that only a court has for what it decides, whoever tells of it.
_SENTENCING = re.compile(
    r"\b(?:convicted|charged with|found (?:not )?guilty|sentenced|acquitted|arraigned|indicted"
    r"|(?:pleaded|pled|pleads|pleading) (?:not guilty|guilty|no contest|nolo))\b"
)
_RULINGS = word_set("ordered ruled sentenced dismissed blocked granted denied rejected wrote found")
# "An assembly of foreign ministers denounced"
_ASSEMBLED = word_set("assembly summit meeting gathering conference")
_SUING = word_set("sued sues suing indicted arraigned")
_FILED = word_set("lawsuit suit petition complaint motion appeal")
COMMITTEE = word_set("committee subcommittee inquiry commission panel lawmakers senators")
"""Who is told something in testimony."""
_QUESTIONERS = frozenset(("detectives", "gardaí"))
_INTERVIEWED = word_set("interviewed interviewee interviewees respondents")
# What speaks as a document does, though nobody writes "in a law": "official figures show".
_FIGURES = word_set(
    "data figures statistics estimates terms law laws legislation rules records polling "
    "projections provisions sign placard plaque inscription"
)
_CORRESPONDENTS = word_set("correspondent reporter journalist interviewer")
_TABLE = frozenset(("council", "board", "cabinet", "summit"))
_HOUSE = word_set(
    "parliament mps assembly rally crowd audience supporters conference convention congregation "
    "mourners delegates graduates"
)
# Who is spoken to "at" nothing that is told: "speaking to the Atlantic Council think tank".
_HEARERS = _HOUSE | word_set(
    "club tank institute association society union chamber forum students members lawmakers "
    "workers troops activists volunteers council group"
)
_SPEAKING_TO = word_set("speaking spoke speaks talking")
_POSTED_BY = word_set("account page feed handle channel")
_FOLLOWERS = word_set("followers fans subscribers users")
# What a head of a source ends before: "a report *filed* on Monday".
_OF = PREPOSITIONS | word_set(
    "behind , filed released published who that which posted issued sent emailed shared dated "
    "obtained seen addressed written signed provided reviewed leaked drafted circulated prepared "
    "compiled conducted commissioned"
)
_SHORT_NAME = 4
_AIR = word_set("television tv radio broadcaster")
# Not "reporters", "journalists": they may have heard it anywhere, where the gold calls
# "told the press" an interview in five cases of six.
_PRESS = word_set(
    "press media newspaper newspapers outlet outlets paper magazine network station site website "
    "publication agency newsletter blog tabloid broadsheet weekly newswire broadcaster"
)


def from_audience(frame: Frame, told: Span | None, names: Names = ()) -> Channel | None:
    """Return the channel of "told CNN", "told the court", "told a news conference".

    Args:
        frame: The statement's frame.
        told: To whom it was said, where the frame tells.
        names: Names inside the frame; may be empty.
    """
    if told is None:
        return None
    tokens = [token for token in frame.tokens if told.start <= token.start < told.end]
    named = named_in(tokens)
    if named and named.kind is not ChannelKind.SOCIAL_MEDIA:
        # "told the BBC" is an interview with it; "told state television" went on air.
        is_outlet = named.name[0].isupper() and not _is_on_air(tokens, named)
        kind = ChannelKind.INTERVIEW if is_outlet else named.kind
        return Channel(kind=kind, name=named.name, span=named.span)
    noun = noun_in(tokens)
    if noun and noun[2] in {ChannelKind.PRESS_CONFERENCE, ChannelKind.MEETING, ChannelKind.COURT}:
        return Channel(kind=noun[2], span=told)
    lows = {token.low for token in tokens}
    is_ours = "our" in lows and not _CORRESPONDENTS.isdisjoint(lows)
    if is_ours or lows <= _PRESS | {"the", "a", "local"}:
        return Channel(kind=ChannelKind.INTERVIEW, span=told)
    for words, kind in (
        (_BENCH, ChannelKind.COURT),
        (COMMITTEE, ChannelKind.TESTIMONY),
        (_QUESTIONERS, ChannelKind.INTERVIEW),
        (_HEARERS if _is_spoken_to(frame, told) else _HOUSE, ChannelKind.SPEECH),
        (_TABLE, ChannelKind.MEETING),
    ):
        if not words.isdisjoint(lows):
            return Channel(kind=kind, span=told)
    return from_unlisted(frame, tokens, names)


def _is_on_air(tokens: Sequence[Token], named: Named) -> bool:
    """Say whether an outlet is a station, or a programme or host of one: "the BBC's Sue Lawley"."""
    is_station = any(token.word in _AIR for token in tokens if token.word.islower())
    at = next((n for n, token in enumerate(tokens) if token.end >= named.span.end), len(tokens))
    possessed = tokens[at].low.endswith("'s") or (
        at + 1 < len(tokens) and tokens[at + 1].low == "'"
    )
    goes_on = at + 1 < len(tokens) and possessed
    return is_station or (named.kind is ChannelKind.BROADCAST and goes_on)


def _is_spoken_to(frame: Frame, told: Span) -> bool:
    """Say whether somebody spoke to those who were told: "speaking to", "addressing"."""
    before = [token.low for token in frame.tokens if token.start < told.start][-2:]
    return before[-1:] == ["addressing"] or (
        before[-1:] == ["to"] and not _SPEAKING_TO.isdisjoint(before)
    )


def from_cue(frame: Frame) -> Channel | None:
    """Return the channel that the cue itself names: "tweeted", "testified …, saying"."""
    for at in _verbs(frame):
        token = frame.tokens[at]
        if token.low in _CUES:
            kind, name = _CUES[token.low]
            return Channel(kind=kind, name=name, span=Span(token.start, token.end))
        if token.low in _POSTING and _is_beside_picture(frame.tokens[at + 1 : at + 9]):
            return Channel(kind=ChannelKind.SOCIAL_MEDIA, span=Span(token.start, token.end))
        if token.low in _WRITING and _is_to_somebody(frame.tokens[at + 1 : at + 9]):
            return Channel(kind=ChannelKind.LETTER, span=Span(token.start, token.end))
        if at < frame.cue[0]:
            after = {token.low for token in frame.tokens[at + 1 : at + 7]}
            is_filed = token.low == "filed" and not _FILED.isdisjoint(after)
            if is_filed or token.low in _SUING:
                return Channel(kind=ChannelKind.COURT, span=Span(token.start, token.end))
            continue
        words = " ".join(one.low for one in frame.tokens[at : frame.cue[1]][:3])
        if (
            _SENTENCING.match(words)
            or token.low in _SUING
            or (token.low in _FILED and at > frame.cue[0] and not _is_grievance(frame, at))
        ):
            return Channel(kind=ChannelKind.COURT, span=Span(token.start, token.end))
    return None


def _is_grievance(frame: Frame, at: int) -> bool:
    """Say whether a noun is nothing that is filed: "his main *complaint was*"."""
    after = [token.low for token in frame.tokens[at + 1 : at + 2]]
    return frame.tokens[at].low in {"complaint", "appeal"} and after in (["was"], ["is"])


def _verbs(frame: Frame) -> range:
    """Return the tokens of the cue and of the verb that it goes on from: "wrote to …, asking"."""
    start, end = frame.cue
    if start < 0:
        return range(0)
    if not frame.tokens[start].low.endswith("ing"):
        return range(start, end)
    sources = [number for number in range(start) if frame.tokens[number].is_source]
    first = sources[-1] + 1 if sources else start
    between = frame.tokens[first:start]
    is_cut = any(token.low == GAP or token.low in _CUTS for token in between)
    return range(start if is_cut else first, end)


def _is_beside_picture(after: Sequence[Token]) -> bool:
    """Say whether what is written stands by a picture: "wrote *alongside a photo of her dog*"."""
    is_beside = bool(after) and after[0].low in {"alongside", "beside", "below", "under", "beneath"}
    return is_beside and not _PICTURES.isdisjoint(token.low for token in after[1:5])


def _is_to_somebody(after: Sequence[Token]) -> bool:
    """Say whether what is written is a letter: "wrote to the embassy", not "wrote to fans"."""
    if len(after) < len(("to", "them")) or after[0].low != "to":
        return False
    is_named = after[1].word[0].isupper() or after[1].low in _DETERMINERS
    return is_named and _FOLLOWERS.isdisjoint(token.low for token in after)


def from_source(frame: Frame) -> Channel | None:
    """Return the channel of "the report said", "court papers show", "state television reported"."""
    source = [token for token in frame.tokens if token.is_source]
    end = next((i for i in range(1, len(source)) if _ends_head(source, i)), len(source))
    head = source[:end]
    if not head:
        return None
    return (
        _from_body(frame, source, head)
        or _from_text(source, head)
        or _from_host(frame, source)
        or _from_interviewed(source)
        or _from_asking(frame, source)
    )


def _from_host(frame: Frame, source: Sequence[Token]) -> Channel | None:
    """Return the interview of "said the speaker *to the Post*", taken for part of the source."""
    last = max((n for n, token in enumerate(source) if token.low == "to"), default=-1)
    if last <= 0:
        return None
    named = named_in(source[last:])
    if any(token.low in _CUTS for token in source[last:]):
        return None  # "in an email to staff that was seen by the Post"
    if named and named.span.end == source[-1].end:
        is_posted = named.kind is ChannelKind.SOCIAL_MEDIA
        kind = named.kind if is_posted else ChannelKind.INTERVIEW
        return Channel(kind=kind, name=named.name, span=named.span)
    return from_unlisted(frame, source[last + 1 :])


def _from_asking(frame: Frame, source: Sequence[Token]) -> Channel | None:
    """Return the interview in which an outlet asks: "Wikinews asked her about it"."""
    cue = {token.low for token in frame.tokens[max(0, frame.cue[0]) : frame.cue[1]]}
    named = None if cue.isdisjoint({"asked", "asks", "interviewed"}) else named_in(source)
    if named is None or named.kind is ChannelKind.SOCIAL_MEDIA or len(source) > _SHORT_NAME:
        return None
    return Channel(kind=ChannelKind.INTERVIEW, name=named.name, span=named.span)


def _from_interviewed(source: Sequence[Token]) -> Channel | None:
    """Return the interview of "one interviewee", "those whom the Gazette interviewed"."""
    token = next((one for one in source if one.low in _INTERVIEWED), None)
    if token is None:
        return None
    named = named_in(source)
    span = Span(token.start, token.end)
    return Channel(kind=ChannelKind.INTERVIEW, name=named.name if named else None, span=span)


def _from_body(frame: Frame, source: Sequence[Token], head: Sequence[Token]) -> Channel | None:
    """Return the channel of a court that rules, of a meeting that declares."""
    lows = {token.low for token in head}
    kind: ChannelKind | None = None
    if not _BENCH.isdisjoint(lows) and _OFF_THE_BENCH.isdisjoint(lows):
        kind = ChannelKind.COURT
    elif _rules(frame, source):
        kind, head = ChannelKind.COURT, source
    elif head[-1].word in _ASSEMBLED:
        kind = ChannelKind.MEETING
    return Channel(kind=kind, span=Span(head[0].start, head[-1].end)) if kind else None


def _from_text(source: Sequence[Token], head: Sequence[Token]) -> Channel | None:
    """Return the channel of "the report said", and of accounts and pages that post."""
    on_platform = len(source) > 2 and source[-2].low == "on"
    # "Lee, on X: …": the platform was taken for part of the name.
    account = source[-1:] if on_platform else head if head[-1].low in _POSTED_BY else ()
    if posted := named_in(account):
        return Channel(kind=posted.kind, name=posted.name, span=posted.span)
    if head[-1].word in _FIGURES and not any(token.low.endswith("ing") for token in head):
        return Channel(kind=ChannelKind.DOCUMENT, span=Span(head[0].start, head[-1].end))
    noun = noun_in(head)
    if noun and noun[1] == len(head) - 1 and _speaks(noun, head):
        named = named_in(source)
        name = named.name if named else None
        kind = noun[2]
        if named and named.kind is ChannelKind.SOCIAL_MEDIA and kind in _POSTED:
            kind = named.kind
        return Channel(kind=kind, name=name, span=Span(head[0].start, head[-1].end))
    return None


def _rules(frame: Frame, source: Sequence[Token]) -> bool:
    """Say whether a named judge decides: "William Conley, a district judge, ordered"."""
    lows = {token.low for token in source}
    cue = {token.low for token in frame.tokens[max(0, frame.cue[0]) : frame.cue[1]]}
    is_judge = "judge" in lows and _OFF_THE_BENCH.isdisjoint(lows)
    return is_judge and not cue.isdisjoint(_RULINGS)


def _ends_head(source: Sequence[Token], at: int) -> bool:
    """Say whether the head of a source ends before a token; the comma of a date ends none."""
    is_date = source[at].low == "," and source[at - 1].low.isdigit()
    return source[at].low in _OF and not is_date


def _speaks(noun: tuple[int, int, ChannelKind], head: Sequence[Token]) -> bool:
    """Say whether a noun as the subject is what carried the words, not who decided them."""
    word = head[noun[1]].low
    is_name = head[noun[1]].word[0].isupper() and len(head) > 1 and word != "tv"
    return not is_name and word not in {
        "court",
        "bill",
        "magazine",
        "journal",
        "inquest",
    }
