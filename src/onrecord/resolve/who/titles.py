"""The role, the organisation spoken for and the standing that an article gives a speaker."""

import functools
import re
from collections.abc import Sequence

import numpy as np

from onrecord.resolve.who.entities import Entity
from onrecord.resolve.who.mention import Mention, without_determiner
from onrecord.resolve.who.roles import (
    head_noun,
    is_hers,
    is_person_noun,
    is_rank,
    without_rank,
)
from onrecord.resolve.who.sources import is_text
from onrecord.tagger import Name, NameKind, Pronoun
from onrecord.tagger.details import PRONOUNS
from onrecord.types import Span

_WORD = re.compile(r"\S+")
_LONGEST = 14
_LONGEST_WORD = 24
_LONGEST_BEFORE = 8
# "They each", "he told President": a clause is no title.
_PRONOUN = re.compile(
    r"\b(?:they|he|she|we|you|it)\b(?!['\u2019.-])|^(?:They|He|She|We|You|It)\s[a-z]"
)
_HONORIFIC = re.compile(r"(?:mr|mrs|ms|miss|mx|sir|dame|lord|lady|dr)\.?$", re.IGNORECASE)
# "Kidnapped the child, Ann Lee": what somebody is to everybody is no role.
_HONORIFIC_END = re.compile(
    r"(?<=\w)(?:,?\s(?:Dr|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Prof|Rev)\.?|[/–—-])$"
)
_NO_ROLE = re.compile(
    r"(?:man|woman|child|boy|girl|baby|toddler|teenager|person|people|guy|kid)$", re.IGNORECASE
)
# "*Of* Springfield", "*to* President": where from or whose, no role.
_LINKED = re.compile(r"(?:of|from|in|to|with|at|on|by|for|as) ", re.IGNORECASE)
# "Our *potential* senator", "the *would-be* mayor": what somebody is not yet; "a friend *of his*",
# "the first director *to be* chosen so".
_NOT_YET = re.compile(r"\b(?:potential|possible|future|would-be|next|likely)\s", re.IGNORECASE)
_BEFORE_NOT_YET = re.compile(rf"{_NOT_YET.pattern}$", re.IGNORECASE)
_NOBODYS = re.compile(r" of (?:his|hers|theirs|mine|ours|yours)$| to (?:be|have)\b")
# "Trump's *former* adviser", "the *acting* director": part of the role, however it was cut.
_LESS = re.compile(
    r"\b(?:[Ff]ormer|[Aa]cting|[Ii]nterim|[Oo]ne-?time|[Oo]utgoing|[Rr]etired|[Ee]x|then|"
    r"[Tt]hen(?=-))[ -]$"
)
# "Solheim *for president and* teacher Ada Holm": the office that another seeks.
_SOUGHT = re.compile(r"\bfor (?:[a-z-]+ ){0,2}$")
# What somebody has done, seen or suffered is no role either.
_NO_OFFICE = frozenset([
    "convict", "defendant", "deportee", "felon", "murderer", "offender", "paedophile", "pedophile",
    "prospect", "rapist", "runner-up", "suspect", "victim", "vote-getter", "witness",
])  # fmt: skip
# "Two *workers*, Holm and Lund", "*Sens.* Holm and Lund": what several are.
_RANKS = re.compile(r"(?:Col|Dr|Gen|Gov|Prof|Rep|Rev|Sen|Sgt)s\.?|(?:[Tt]wo|[Tt]hree|[Ff]our) \w.*")
# "The *first black* governor", "the *most popular* mayor": what is told of who holds an office.
_DISTINCTION = re.compile(
    r"\bfirst (?!(?:deputy|lady|minister|officer|secretary|vice)\b)[\w-]+ [a-z]|\bmost [a-z]+ [\w-]"
)
# "*No* candidate", "*someone like* Holm", "who in 2010": of whom nothing is told.
_NOBODY = re.compile(
    r"(?:[Aa]ny|[Aa]nyone|[Ee]very|[Ee]veryone|[Ee]verybody|[Nn]o|[Nn]obody|[Nn]ot|[Oo]nes?|[Ss]ome|"
    r"[Ss]omebody|[Ss]omeone|[Vv]irtually|[Tt]h(?:is|at|ese|ose)|[Ww]ho)\b|.*[%*]|"
    r".*\b(?:like|such as|per ?cent)\b"
)
# "Acme’*s former chairman*": whose it is cut within its ending.
_CUT_OWNER = re.compile(r"['\u2019]s (?=[a-z])")
# "The company’s *chief engineer*": it has a name elsewhere.
_COMMON_OWNER = re.compile(r"(?:the )?(?:company|firm|group|organi[sz]ation)['\u2019]s (?=[a-z])")
# "*Chairman, CEO and* president": roles of one bearer.
_OTHER_ROLES = re.compile(r"\b(?:[\w-]+, ){0,2}[\w-]+,? (?:and|&) $")
_ROLE_WORD = re.compile(r"\b(?!and\b)[\w-]+")
_CHIEF = re.compile(r"(?:co-)?C[EFOT]O")
_AGE = re.compile(r"(?:\w+ )?\d{1,3}-year-old ")
_SPOKES = re.compile(
    r"spokes(?:man|woman|person|people|persons|men|women)|press secretary|representatives?\b|"
    r"lawyers?\b|attorneys?\b(?! general)|counsel\b|press officer|communications|publicist",
    re.IGNORECASE,
)
# "Deputy representative", "country representative": which one, not whose.
_RANKING = re.compile(
    r"(?:acting|assistant|chief|country|deputy|former|lead|legal|local|main|official|permanent|"
    r"personal|principal|senior|special|top)(?: (?:deputy|legal|senior))?"
)
# "MEC) chairperson": what a bracket began before it.
_CLOSES = re.compile(r"[A-Z][\w&]*\)\s+")
_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)\.? $")
_HONORIFIC_REACH = 8
# How sure "aunt" and "Mrs" make of a pronoun.
_SURE = 0.97
_FOR = re.compile(r"\s(?:for|of|at|with|from)\s+(?:the\s+)?", re.IGNORECASE)
_OWNER_END = re.compile(r"['\u2019]s?$")
_OWNS = re.compile(r"['\u2019]s?\s*")
_IS_OF = re.compile(r",?\s+(?:of|from|with|at)\s+(?:the\s+)?", re.IGNORECASE)
# "WHO director-general", "ABS-CBN CEO": a body in capitals before the role.
_ACRONYM = re.compile(r"([A-Z][A-Z&-]{1,9})\s+[A-Za-z]")
_COUNTRIES = frozenset(["US", "UK", "USA", "UAE"])
_REAL_WORD = re.compile(r"[^\W\d_]{2,}")
_RELATIVE = re.compile(r"[,\s]+(who|whose|whom)\b", re.IGNORECASE)
_STANDING = re.compile(r"(?:who|whose|whom)\s+\S+\s+\S+", re.IGNORECASE)
_PREPOSITION_END = re.compile(
    r"\b(?:of|for|to|with|from|by|at|in|on|and|or|the|a|an)$", re.IGNORECASE
)


# "*Tesco's* chief executive", "*the party's 2020* nominee": whose role it is, part of it.
_OWNER = re.compile(r"(?:[A-Z][\w.&-]*\s){0,4}[A-Z][\w.&-]*['\u2019]s\s(?:\d{4}\s)?$")
# "*Acme Corp* president", "*World Bank (WB)* president": the body that a role is held in.
_BODY = re.compile(
    r"(?<![\w.])(?:(?!(?:The|An?|In|On|At|As|By|And|But|When|While|After|Before|From|For|With|To|Of|"
    r"Then|Also|His|Her|Its|Their|My|Our|Your|Another|One|Mr|Mrs|Ms|Dr|\w+day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b)[A-Z][\w&’'-]*\s){1,5}(?:\([A-Z][^()]{1,40}\)\s)?$"
)
_OWNER_REACH = 90

# "Secretary of *State*", "*Financial* officer": what the office is about, no body.
_PORTFOLIOS = frozenset([
    "Agriculture", "Business", "Commerce", "Culture", "Defence", "Defense", "Economy", "Education",
    "Energy", "Environment", "Equalities", "Finance", "Financial", "Foreign", "Health", "Home",
    "Homeland", "Housing", "Immigration", "Industry", "Interior", "Justice", "Labor", "Labour",
    "Security", "Sport", "State", "Technology", "Tourism", "Trade", "Transport", "Transportation",
    "Welfare",
])  # fmt: skip
_OFFICE_BEFORE = re.compile(r"\b[Ss]ecretar(?:y|ies) (?:of|for) |\b[Mm]inisters? (?:of|for) ")
_OFFICE_AFTER = re.compile(
    r" (?:[Ss]ecretary|[Mm]inister|[Oo]fficer|[Aa]dvis[eo]r|Rep\b|Sen\b|[Rr]epresentative|"
    r"[Ss]enator|[Ee]ditor|[Aa]ssembly|[Cc]orrespondent|[Ss]pokes)"
)
# "Oscar-winning director", "Grand Slam champion".
_HONOUR = re.compile(
    r"-(?:winning|nominated|shortlisted)|(?: \w+)? (?:champions?|winners?|medall?ists?|finalists?|"
    r"nominees?|laureates?|record[- ]holder)\b"
)
# "*U.S. Senate* candidate": what is sought, no body spoken for.
_CHAMBER = re.compile(r"\b(?:Assembly|Congress|Council|House|Parliament|Senate|White House)$")
_CANDIDATE = re.compile(r" (?:candidate|challenger|contender|hopeful)s?\b")


def titles_of(text: str, entity: Entity) -> list[Span]:
    """Return each wording of a person's role, whole and without what is no part of it.

    Args:
        text: The article's text.
        entity: The person.
    """
    known = _cleaned(text)
    clean = []
    for one in entity.titles:
        if one not in known:
            known[one] = _clean(text, one)
        if (span := known[one]) is not None:
            clean.append(span)
    name = text[entity.full.start : entity.full.end].split() if entity.full else []
    return [one for one in clean if not set(text[one.start : one.end].split()) <= set(name)]


def title_of(text: str, entity: Entity) -> Span | None:
    """Return the fullest wording of a person's role, the first of equally full ones.

    Args:
        text: The article's text.
        entity: The person.
    """
    first: dict[str, Span] = {}
    for span in sorted(titles_of(text, entity)):
        first.setdefault(text[span.start : span.end], span)

    def fullness(words: str) -> tuple[bool, bool, int]:
        return _DISTINCTION.search(words) is None, not is_rank(words), len(_WORD.findall(words))

    fullest = max(first, key=fullness, default=None)
    return first[fullest] if fullest is not None else None


def has_role(text: str, entity: Entity) -> bool:
    """Say whether more than a rank is told of a person: "Prof" is no role, "dean" is one.

    Args:
        text: The article's text.
        entity: The person.
    """
    title = title_of(text, entity)
    return title is not None and not is_rank(text[title.start : title.end])


def told_pronouns(text: str, person: Entity) -> np.ndarray:
    """Return how likely each pronoun is somebody's, by what they are called: "his aunt, Mrs Holm".

    Args:
        text: The article's text.
        person: Whose.
    """
    starts = [span.start for span in person.spans]
    before = [text[max(0, start - _HONORIFIC_REACH) : start] for start in starts]
    called = [match[1] for words in before if (match := _TITLED.search(words))]
    title = title_of(text, person)
    noun = head_noun(text[title.start : title.end]) if title else ""
    told = {is_hers(words) for words in [*called, noun]} - {None}
    if len(told) != 1:
        return person.pronouns
    sure = Pronoun.SHE if True in told else Pronoun.HE
    return np.array([_SURE if one is sure else (1 - _SURE) / 3 for one in PRONOUNS])


def role_of(text: str, mention: Mention) -> Span:
    """Return the words of a phrase without a name as a role: "senior official in Kyiv"."""
    span = without_determiner(text, mention.span)
    cut = re.compile(r"[,(\u2014\u2013]|\s(?:who|whose|that|which)\b").search(
        text, span.start, span.end
    )
    end = cut.start() if cut and cut.start() > span.start else span.end
    return Span(span.start, span.start + len(text[span.start : end].rstrip()))


def title_in(text: str, mention: Mention) -> Span | None:
    """Return the role that a phrase without a name tells of its bearer.

    None where it tells of nobody ("someone like Mr Holm", "no candidate") or of a text.

    Args:
        text: The article's text.
        mention: The phrase.
    """
    span = role_of(text, mention)
    words = text[span.start : span.end]
    is_nobody = _NOBODY.match(words) or ")" in words or is_text(head_noun(words))
    return None if is_nobody else span


def owner_of(text: str, mention: Mention) -> Span | None:
    """Return the body whose person the source is: "JPMorgan's Mark Dietz", "Dietz of JPMorgan"."""
    if mention.name is None:
        return None
    bodies = [n for n, e in mention.others if e.kind is NameKind.ORGANISATION]
    for body in bodies:
        if body.end <= mention.name.start and _OWNS.fullmatch(text, body.end, mention.name.start):
            return body
        if body.start >= mention.name.end and _IS_OF.fullmatch(text, mention.name.end, body.start):
            return body
    return None


def spoken_for(text: str, role: Span | None, names: Sequence[Name]) -> Span | None:
    """Return the organisation that a role is held in or speaks for.

    Args:
        text: The article's text.
        role: A title, or the words of a source without a name.
        names: Those inside or next to it, in order.
    """
    if role is None:
        return None
    inside = [n for n in names if n.span.start >= role.start and n.span.end <= role.end]
    bodies = [
        n.span
        for n in inside
        if n.kind is NameKind.ORGANISATION and not _is_no_body(text, n.span, role)
    ]
    if bodies:
        return bodies[0]
    acronym = _ACRONYM.match(text, role.start, role.end)
    if acronym is not None and acronym[1] not in _COUNTRIES:
        return Span(*acronym.span(1))
    spokes = _SPOKES.search(text, role.start, role.end)
    if spokes is None or inside:
        return inside[0].span if spokes is not None else None
    return _without_name(text, role, Span(*spokes.span()))


def _is_no_body(text: str, name: Span, role: Span) -> bool:
    """Say whether what was taken for a body only qualifies a role: "Secretary of State"."""
    after = text[name.end : role.end]
    is_portfolio = text[name.start : name.end] in _PORTFOLIOS
    is_of_office = is_portfolio and bool(
        _OFFICE_BEFORE.search(text, role.start, name.start) or _OFFICE_AFTER.match(after)
    )
    is_sought = _CHAMBER.search(text, name.start, name.end) and _CANDIDATE.match(after)
    return is_of_office or bool(is_sought or _HONOUR.match(after))


def _without_name(text: str, role: Span, spokes: Span) -> Span | None:
    """Return "ministry" in "spokeswoman for the ministry" and in "ministry spokeswoman"."""
    link = _FOR.search(text, spokes.end - 1, role.end)
    if link is not None and link.end() < role.end:
        return Span(link.end(), role.end)
    before = text[role.start : spokes.start].rstrip()
    words = without_determiner(text, Span(role.start, role.start + len(before))) if before else None
    is_body = words is not None and text[words.start : words.end].islower()
    return (
        words
        if words is not None and is_body and not _RANKING.fullmatch(text, words.start, words.end)
        else None
    )


def standing_of(text: str, mention: Mention, entity: Entity | None) -> tuple[Span, ...]:
    """Return the passage that justifies a source, in the source's words or beside a name."""
    clause = _RELATIVE.search(text, mention.span.start, mention.span.end)
    if clause is not None:
        end = mention.span.start + len(text[mention.span.start : mention.span.end].rstrip(" ,;."))
        return (Span(clause.start(1), end),)
    told = entity.standings if entity is not None else ()
    return tuple(s for s in told if _STANDING.match(text, s.start, s.end))[:1]


def around(text: str, mention: Mention) -> list[Span]:
    """Return the words of a source before and after the name that heads it."""
    found = []
    if mention.name is None:
        return []
    before = text[mention.span.start : mention.name.start]
    # "the charity's founder, Rev. Paul Adeyemi", "a homeless man who goes by Shorty"
    kept = re.split(r"[,;:(]|\s(?:who|which|that)\s", before)[0].rstrip()
    is_pair = kept.lower().startswith(("neither ", "either ", "both "))
    is_role = 0 < len(kept.split()) <= _LONGEST_BEFORE and not is_pair
    if is_role and not _PREPOSITION_END.search(kept):
        found.append(Span(mention.span.start, mention.span.start + len(kept)))
    after = text[mention.name.end : mention.span.end]
    if re.match(r",\s+(?!who|whose|which|and\b)[a-z]", after):
        start = mention.name.end + len(after) - len(after[1:].lstrip())
        end = re.compile(r",|\s(?:who|whose|which)\b").search(text, start, mention.span.end)
        stop = end.start() if end else mention.span.end
        if stop > start:
            found.append(Span(start, stop))
    return found


@functools.lru_cache(maxsize=8)
def _cleaned(text: str) -> dict[Span, Span | None]:
    """Return what is known of a text's titles so far: each is asked for with every statement."""
    del text
    return {}


def _clean(text: str, span: Span) -> Span | None:
    owner = _COMMON_OWNER.match(text, span.start, span.end)
    span = Span(owner.end(), span.end) if owner else span
    cut = _CUT_OWNER.match(text, max(0, span.start - 1), span.end)
    span = Span(cut.end(), span.end) if cut else span
    span = without_rank(text, without_determiner(text, span))
    age = _AGE.match(text, span.start, span.end)
    span = Span(age.end(), span.end) if age else span
    opening = _CLOSES.match(text, span.start, span.end)
    span = Span(opening.end(), span.end) if opening and opening.end() < span.end else span
    honorific = _HONORIFIC_END.search(text, span.start, span.end)
    if honorific is not None:
        if honorific.start() == span.start:
            return None  # a dash alone, or an honorific
        span = Span(span.start, honorific.start())
    words = text[span.start : span.end]
    if (
        _is_no_title(text, span)
        or _HONORIFIC.match(words)
        or _PRONOUN.search(words)
        or _NO_ROLE.match(words)
        or head_noun(words) in _NO_OFFICE
        or is_text(head_noun(words))
        or _is_several(words)
    ):
        return None
    if not words[0].isalpha() or words.endswith("&") or _OWNER_END.search(words):
        return None
    if not _REAL_WORD.search(words):
        return None
    span = _coordinated(text, span)
    count = len(words.split())
    if count > _LONGEST or _PREPOSITION_END.search(words):
        return None
    less = _LESS.search(text, max(0, span.start - _OWNER_REACH), span.start)
    span = Span(less.start(), span.end) if less else span
    owner = _OWNER.search(text, max(0, span.start - _OWNER_REACH), span.start)
    if owner is None and text[span.start].islower():
        owner = _BODY.search(text, max(0, span.start - _OWNER_REACH), span.start)
    return Span(owner.start(), span.end) if owner else span


def _is_several(words: str) -> bool:
    """Say whether a title is that of several: "workers"."""
    noun = head_noun(words)
    is_plural = noun.endswith("s") and not is_person_noun(noun) and is_person_noun(noun[:-1])
    return is_plural or _RANKS.fullmatch(words) is not None


def _is_no_title(text: str, span: Span) -> bool:
    """Say whether words are no role that somebody has: residence, hope, kinship."""
    before = _BEFORE_NOT_YET.search(text, max(0, span.start - _LONGEST_WORD), span.start)
    is_linked = _LINKED.match(text, span.start) or _NOT_YET.match(text, span.start)
    return bool(before or is_linked or _NOBODYS.search(text, span.start, span.end))


def _coordinated(text: str, role: Span) -> Span:
    """Return a role with the others that stand before its "and": "founder and chief"."""
    others = _OTHER_ROLES.search(text, max(0, role.start - _OWNER_REACH), role.start)
    if others is None:
        return role
    if _SOUGHT.search(text, max(0, others.start() - _LONGEST_WORD), others.start()):
        return role
    words = _ROLE_WORD.findall(others.group())
    is_roles = all(_CHIEF.fullmatch(word) or is_person_noun(word.lower()) for word in words)
    return Span(others.start(), role.end) if words and is_roles else role
