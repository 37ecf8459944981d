"""Which scene a statement was made in, where its own sentence does not tell.

"The ministers met in Cairo on Wednesday. … *They* called on Turkey to stop": the
statement belongs to the meeting. A scene is taken up by who speaks ("the researchers"
of a study, "the court" of a ruling, the one who gave the speech), or by naming it
again ("at the rally", "following the vote").
"""

import re
from collections.abc import Iterator

from onrecord.resolve.narration.frame import Frame
from onrecord.resolve.narration.narration import Narration
from onrecord.resolve.narration.scenes import Scene, Sort
from onrecord.types import Kind

__all__ = ["scenes_of"]


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STUDIES = _words(
    "study studies paper papers research findings report reports survey analysis poll guidelines "
    "review article authors author researchers researcher scientists team biologists academics "
    "investigators scholars astronomers engineers physicists paleontologists palaeontologists "
    "epidemiologists archaeologists ecologists zoologists chemists geologists analysts data"
)
_BENCH = _words(
    "court courts judge judges justices tribunal jury magistrate decision ruling opinion verdict "
    "judgment judgement dissent majority bench"
)
_JUSTICE = re.compile(r"\b[Jj]ustices?(?: [A-Z]\w+){1,3}\b(?<!Department)(?<!Ministry)")
_COURTS = re.compile(r"\b(?:[Cc]ourts?|[Tt]ribunal)\b")
_CROWD = _words(
    "attendee attendees protester protesters protestors protestor demonstrator demonstrators "
    "organiser organisers organizer organizers participant participants marchers marcher "
    "spectator spectators rallygoers mourners speakers guests crowd"
)
_GROUP = _words(
    "ministers leaders delegates sides parties countries nations members participants presidents "
    "governments states powers officials representatives they both negotiators committee assembly "
    "council summit meeting conference parliamentarians heads envoys"
)
_JOINT = _words(
    "agreed concluded decided called condemned denounced stressed deemed adopted discussed signed "
    "vowed pledged urged resolved reaffirmed underlined committed approved endorsed"
)
_RETURNING = _words(
    "video statement letter interview speech report opinion ruling summary order document briefing "
    "announcement message post tweet release verdict guidelines lawsuit petition complaint address "
    "decree resolution memo email broadcast survey decision"
)
_IN = _words("in on during via through")
_DEFINITE = _words("the this that his her their its same")
_AT = _words("at during in from")
_AFTER = _words("following after at during outside")
_THIS = _words("the that this")
# "at the opening of the AU summit"
_LINKS = _words("of the au un eu us uk g7 g20")
# So many paragraphs on, a scene of a sort may still be taken up.
_REACH = {
    Sort.SAYING: 0,
    Sort.REMARKS: -1,
    Sort.TALKS: -1,
    Sort.SPEECH: 2,
    Sort.MEETING: 2,
    Sort.STUDY: 50,
    Sort.COURT: 50,
    Sort.EVENT: 50,
}
_FURTHEST = max(_REACH.values())
# A noun that names an event has so many letters.
_SHORTEST = 4
# More scenes than this are not looked back at.
_MOST_BACK = 60


def scenes_of(narration: Narration, number: int) -> Iterator[Scene]:
    """Yield the scenes that a statement may have been made in, the likeliest first.

    Args:
        narration: The article.
        number: Which of its statements.
    """
    statement, frame = narration.statements[number], narration.frames[number]
    if statement.parent is not None or not frame.tokens:
        return
    source = narration.article.words(statement.source)
    returned = _returned(frame)
    for scene in reversed(narration.scenes_before(frame.tokens[0].start)[-_MOST_BACK:]):
        apart = frame.paragraph - scene.frame.paragraph
        if apart > _FURTHEST:
            return
        is_near = 0 <= apart <= _REACH[scene.sort]
        is_saying = scene.sort is Sort.SAYING
        if (
            (is_near and _belongs(narration, number, scene, source))
            or (is_saying and not returned.isdisjoint(scene.words))
            or (is_saying and _is_interview(narration, number, scene))
        ):
            yield scene


def _is_interview(narration: Narration, number: int, scene: Scene) -> bool:
    """Say whether a scene tells of an interview with the one who speaks."""
    return "interview" in scene.words and _is_named(narration, number, scene)


def _returned(frame: Frame) -> frozenset[str]:
    """Return the nouns by which a sentence goes back to what was made public: "in the video".

    "In response to the video" goes on from it, and is another day's.
    """
    tokens = frame.tokens
    return frozenset(
        tokens[at].low
        for at in range(1, len(tokens))
        if tokens[at].low in _RETURNING
        and (tokens[at - 1].low in _DEFINITE or tokens[at - 1].low.endswith("'s"))
        and (tokens[at].is_source or (at > 1 and tokens[at - 2].low in _IN))
    )


def _belongs(narration: Narration, number: int, scene: Scene, source: str) -> bool:
    frame = narration.frames[number]
    lows = frozenset(source.lower().replace("’", "'").split())
    if scene.sort is Sort.STUDY:
        # A scholar's own words on it are another day's.
        is_own = narration.statements[number].kind is Kind.DIRECT
        is_it = lows == {"it"} and _is_next(narration, frame, scene)
        return is_it or (not is_own and not _STUDIES.isdisjoint(lows))
    if scene.sort is Sort.COURT:
        is_bench = not _BENCH.isdisjoint(lows) or bool(_JUSTICE.search(source))
        return is_bench and _is_same_court(source, scene)
    if scene.sort is Sort.SPEECH:
        return _is_named(narration, number, scene)
    if scene.sort is Sort.MEETING:
        return _is_of_group(frame, lows) or _takes_up(frame, scene)
    if scene.sort is Sort.EVENT:
        return not _CROWD.isdisjoint(lows) or _takes_up(frame, scene)
    return _is_named(narration, number, scene) and _is_next(narration, frame, scene)


def _is_same_court(source: str, scene: Scene) -> bool:
    """Say whether a court that is named is the scene's: "the Wisconsin Supreme Court".

    A judge's own name is no court's.
    """
    if not _COURTS.search(source):
        return True
    names = {word for word in source.split() if word[:1].isupper()} - {"The", "Court", "Justice"}
    return not names or bool(names & scene.names)


def _is_named(narration: Narration, number: int, scene: Scene) -> bool:
    """Say whether a scene names the one who speaks."""
    key = narration.speakers[number]
    name = narration.article.words(narration.statements[number].source)
    if key and ": " not in key:
        name = key
    words = name.split()
    return bool(words) and words[-1][0].isupper() and words[-1] in scene.names


def _is_of_group(frame: Frame, source: frozenset[str]) -> bool:
    cue = {token.low for token in frame.tokens[max(0, frame.cue[0]) : max(0, frame.cue[1])]}
    return not _GROUP.isdisjoint(source) and not _JOINT.isdisjoint(cue)


def _takes_up(frame: Frame, scene: Scene) -> bool:
    """Say whether a sentence names the scene's event again: "at the rally", "after the vote"."""
    tokens = frame.tokens
    stems = {_stem(word) for word in scene.words if len(word) >= _SHORTEST}
    for at in range(len(tokens) - 2):
        if tokens[at].low not in _AFTER | _AT or tokens[at + 1].low not in _THIS:
            continue
        for token in tokens[at + 2 : at + 7]:
            if len(token.low) < _SHORTEST and token.low not in _LINKS:
                break  # a gap, "on": the noun is over
            if _stem(token.low) in stems:
                return True
    return False


def _stem(word: str) -> str:
    return word[:5].rstrip("sed")


def _is_next(narration: Narration, frame: Frame, scene: Scene) -> bool:
    """Say whether a sentence follows the scene's at once."""
    between = narration.article.text[scene.sentence.end : frame.tokens[0].start]
    return not between.strip(" \n\t\"'“”‘’([")
