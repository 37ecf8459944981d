"""Scenes: sentences of the narration that tell of an event at which things are said.

"The ministers met in Cairo on Wednesday." "The study was published on Monday in
Nature." "Flynn gave a speech." Who speaks in such a scene says so later without
saying again when and how: see `belonging`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.layout import quotations
from onrecord.resolve.narration.frame import GAP, Frame, Layout, frame_at
from onrecord.types import Span

__all__ = ["Scene", "Sort", "scenes"]

# Of a sentence, so many characters are looked at.
_LONGEST = 600


class Sort(StrEnum):
    """What kind of event a scene is."""

    SAYING = "saying"
    """Somebody says, posts or publishes something that is not told in this sentence."""
    SPEECH = "speech"
    MEETING = "meeting"
    STUDY = "study"
    """A study, a report or the like comes out."""
    COURT = "court"
    TALKS = "talks"
    """The outlet spoke with several people: "Wikinews talked to some of those involved"."""
    REMARKS = "remarks"
    """A sentence tells where what was said was said: "She made the comments at a rally"."""
    EVENT = "event"
    """People come together: a rally, a vigil, a launch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence that tells of an event.

    Attributes:
        sort: What kind of event.
        sentence: Where.
        frame: The sentence without what was said; its verb or noun in the cue's place.
        names: The capitalised words in it.
        words: All words in it, in lower case.
    """

    sort: Sort
    sentence: Span
    frame: Frame
    names: frozenset[str]
    words: frozenset[str]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


# What a sentence must have, the head first: a verb or noun that the time and the channel
# stand beside, then anything else, wherever it is.
_RULES: tuple[tuple[Sort, re.Pattern[str], re.Pattern[str] | None], ...] = (
    (
        Sort.STUDY,
        _pattern(
            "published|posted|released|appear(?:ed|ing|s)|issued|printed|unveiled|established|"
            "adopted|reported|presented|updated|conducted"
        ),
        _pattern(
            "study|studies|paper|papers|research|researchers|scientists|findings|report|reports|"
            "survey|analysis|poll|guidelines|review|article|data|audit|journal"
        ),
    ),
    (
        Sort.COURT,
        _pattern(
            "ruled|rules|ruling|sentenced|convicted|acquitted|overturned|overturns|upheld|"
            "struck down|dismissed|blocked|arraigned|appeared|decided|ordered|granted|denied|"
            "handed down|found (?:\\w+ ){1,4}guilty|"
            "issued an? (?:opinion|ruling|order|judge?ment|decision)|"
            "delivered (?:its|the|a) (?:verdict|ruling|judge?ment)"
        ),
        _pattern("court|courts|judge|judges|justices|tribunal|jury|magistrate|magistrates"),
    ),
    (
        Sort.SPEECH,
        _pattern(
            "speech|speeches|remarks|keynote|address|sermon|eulogy|spoke(?! with)|spoken|addressed|"
            "addressing"
        ),
        _pattern(
            "gave|gives|giving|delivered|delivering|delivers|made|makes|making|"
            "spoke(?! with)|speaking|addressed|addressing|during|on stage|took the stage"
        ),
    ),
    (
        Sort.MEETING,
        _pattern(
            "met|meeting|meetings|gathered|gathering|convened|talks|summit|assembly|conference|"
            "negotiations|session|sessions|assembled"
        ),
        None,
    ),
    (
        Sort.TALKS,
        _pattern(
            r"(?:(?:talked|spoke|chatted) (?:to|with)|interviewed) (?:\w+ of )?(?:some|several|"
            r"many|a few|a number|two|three|four|five|attendees|participants|residents|locals|"
            r"protesters|people|those|organi[sz]ers|visitors|fans|members|voters)"
        ),
        None,
    ),
    (
        Sort.REMARKS,
        _pattern(
            r"(?:made|makes|making|delivered|offered|issued|gave) (?:the|his|her|their|its|those|"
            r"these|that) (?:\w+ ){0,2}?(?:remarks?|comments?|statements?|announcements?|claims?|"
            r"accusations?|allegations?|appeal|pledge|prediction|admission|plea|declaration|"
            r"assertions?|warning|disclosure)|"
            r"(?:remarks|comments|statements?|announcement|warning|criticism) "
            r"(?:came|come|comes|were made|was made|were delivered)"
        ),
        None,
    ),
    (
        Sort.EVENT,
        _pattern(
            "rally|rallies|rallied|protest|protests|protested|march|marched|demonstrations?|"
            "demonstrated|vigil|vigils|funeral|ceremony|event|party|launch|launched|convention|"
            "parade|festival|concert|memorial|inauguration|celebration|celebrations|dinner|"
            "debate|fire|crash|blast|explosion|attack|shooting|accident|incident|election|vote|"
            "voted|raid|collision|stabbing"
        ),
        None,
    ),
    (
        Sort.SAYING,
        _pattern(
            "shared|expressed|voiced|responded|reacted|commented|posted|published|released|issued|"
            "uploaded|wrote|tweeted|testified|apologi[sz]ed|defended|criticised|criticized|"
            "condemned|interviewed|announced|announcing|unveiled|endorsed|resigned|congratulated|"
            "thanked|praised|joined|appeared|held|answered|discussed|broke|took to|sent|rejected|"
            "endorsing|declared|confirmed|signed|launched|filed|told|spoke|said|interview"
        ),
        None,
    ),
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def scenes(layout: Layout) -> tuple[Scene, ...]:
    """Return the scenes of an article, in order; a sentence may hold several sorts.

    Args:
        layout: The article's sentences and what is said in them.
    """
    return tuple(_scenes(layout))


def _scenes(layout: Layout) -> Iterator[Scene]:
    told = _told(layout)
    for sentence in layout.sentences:
        end = min(sentence.end, sentence.start + _LONGEST)
        words = told[sentence.start : end]
        frames: dict[int, Frame] = {}
        for sort, head, also in _RULES:
            match = head.search(words)
            if match is None or (also is not None and not also.search(words)):
                continue
            place = Span(sentence.start + match.start(), sentence.start + match.end())
            if place.start not in frames:
                frames[place.start] = frame_at(layout, sentence, place)
            found = _WORD.findall(words)
            yield Scene(
                sort=sort,
                sentence=sentence,
                frame=frames[place.start],
                names=frozenset(word for word in found if word[0].isupper()),
                words=frozenset(word.lower() for word in found),
            )


def _told(layout: Layout) -> str:
    """Return the text with every character of what was said or quoted blanked out."""
    quoted = [one.span for one in quotations(layout.text, layout.paragraphs)]
    pieces = []
    at = 0
    for piece in sorted([*layout.contents, *quoted]):
        start = max(at, piece.start)
        if piece.end <= start:
            continue
        pieces += [layout.text[at:start], GAP * (piece.end - start)]
        at = piece.end
    return "".join((*pieces, layout.text[at:]))
