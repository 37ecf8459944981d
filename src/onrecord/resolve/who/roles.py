"""Roles that the words beside a name tell, where the network found none: "Ada Holm, a midwife"."""

import re

from onrecord.types import Span

__all__ = [
    "TRADES",
    "head_noun",
    "is_hers",
    "is_person_noun",
    "is_rank",
    "role_after",
    "role_in",
    "role_stated",
    "roles_beside",
    "without_rank",
]

_RANK = (
    r"(?:Dr|Prof(?:essor)?|Rev(?:erend)?|Sir|Dame|Lord|Lady|Mrs?|Ms|Miss|Mx|Hon|Sen(?:ator)?|Rep|"
    r"Gov|Coun(?:cillor)?|Cllr|Justice|Judge|Capt(?:ain)?|Col(?:onel)?|Maj(?:or)?|Sgt|Sergeant|"
    r"Lt|Lieutenant|Brig(?:adier)?|Gen(?:eral)?|Adm(?:iral)?|Cmdr|Commander|Cpl|Det|Insp|Supt)\.?"
)
# What tells a party and a place is no role either: "R-Texas".
_RANKS = re.compile(
    rf"(?:(?:retired|former|then|the)\s)?{_RANK}(?:[\s-]{_RANK})*"
    r"|[DIR]-\S+|Democrat|Republican|Conservative|Liberal|independent",
    re.IGNORECASE,
)
_RANK_END = re.compile(rf"(?:\s{_RANK})+$")
_BEFORE_RANK = re.compile(rf"(?:(?:retired|the)\s)?(?:{_RANK}\s)*$")
# Nouns for what somebody is. Endings that are a person's alone; words that have none of them.
_PERSON_NOUN = re.compile(
    r"[\w-]*(?:man|woman|person|ologist|[a-z]{3}ist|ician|arian|wife|keeper|worker|maker|holder|"
    r"writer|founder|author|leader|director|manager|adviser|advisor|teacher|driver|farmer|owner|"
    r"player|officer|minister|president|secretary|fighter|trader|designer|organi[sz]er|lawyer)"
    r"|(?:actor|actress|activist|administrator|agent|aide|ambassador|analyst|archaeologist|architect|artist|"
    r"attorney|auditor|aunt|baker|barrister|billionaire|biologist|boss|brother|broker|builder|"
    r"campaigner|candidate|captain|carer|carpenter|chair|chancellor|chef|chemist|chief|cleaner|"
    r"clerk|coach|columnist|commander|commentator|commissioner|consultant|contractor|coordinator|"
    r"coroner|costar|co-star|councill?or|counsel|creator|critic|curator|cyclist|dancer|daughter|"
    r"dealer|defender|deputy|detective|developer|diplomat|doctor|economist|editor|electrician|"
    r"engineer|envoy|executive|expert|father|fisherman|forecaster|forward|friend|gardener|"
    r"geologist|goalkeeper|governor|graduate|grandfather|grandmother|guide|head|historian|host|"
    r"husband|hydrologist|inspector|investigator|investor|journalist|judge|labourer|landlord|"
    r"lecturer|librarian|mayor|mechanic|mediator|member|midfielder|midwife|miner|mother|musician|"
    r"naturalist|negotiator|neighbou?r|nephew|niece|novelist|nurse|official|operator|painter|paramedic|"
    r"parent|partner|pastor|pensioner|photographer|physician|pilot|plumber|poet|potter|premier|"
    r"presenter|priest|principal|producer|professor|programmer|prosecutor|psychologist|publisher|"
    r"ranger|staffer|rapper|receptionist|regular|reporter|representative|researcher|resident|rider|"
    r"scholar|scientist|sculptor|seller|senator|sheriff|shopkeeper|singer|sister|solicitor|son|"
    r"spokesperson|statistician|striker|student|superintendent|surgeon|survivor|tailor|tenant|"
    r"trainer|trustee|uncle|user|vendor|veteran|vet|volunteer|waiter|waitress|warden|widow|"
    r"widower|winger|witness|c[efot]o|mp|msp|mep|mla|td)",
    re.IGNORECASE,
)
_NO_NOUN = frozenset([
    "assist", "consist", "desist", "enlist", "exist", "german", "human", "insist", "man", "norman",
    "ottoman", "persist", "person", "resist", "roman", "subsist", "woman",
])  # fmt: skip
_AGE = r"(?:(?:aged? )?\d{1,3},\s+)?"
_IN_BRACKETS = r"(?:\s\([^()]{1,24}\))?"
_PART = r"[^,;:.!?()\"“”‘\n\u2014\u2013]*"
_PHRASE = rf"(?:\d{{1,3}}-year-old )?(?P<role>[^\W\d_]{_PART}(?:\([A-Z]{{2,8}}\){_PART})?)"
_AFTER = re.compile(
    rf"{_IN_BRACKETS},\s+{_AGE}(?:(?:an?|the|who is an?|his|her|their)\s+)?{_PHRASE}"
)
_IS = (
    r" is (?:also )?(?:an?|the) "
    rf"(?P<role>[a-zA-Z-]+(?: [\w-]+){{0,4}} (?:of|for|at) [^\W\d_]{_PART})"
)
_CLAUSE = re.compile(r"\s(?:who|whose|whom|that|which|and (?:he|she|they)|said|says|told)\b")
_PREPOSITION = re.compile(r"\s(?:of|for|in|at|from|with|on|to|and|or)\s")
# "Holm Department of Health *information officer*": the body that the role is held in.
_OF_BODY = re.compile(
    r"(?:[A-Z][\w'\u2019-]* )+(?:of|for) (?:the )?(?:[A-Z][\w'\u2019-]* (?:and )?)+"
    r"(?=[a-z])(?!(?:of|for|in|at|from|with|on|to|and|or)\b)"
)
_WORD = re.compile(r"[\w'\u2019-]+")
# "… the defence minister, retired Gen. Óscar Pabón": a comma, or none.
_APPOSED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|['\u2019]s(?: an?)?)\s+"
    r"(?P<role>[^,;:.!?\"“”\n]{3,90}),\s+$"
)
_AS = re.compile(r"\b(?:[Aa]s|[Ll]ike|[Tt]han) (?:the |an? )?$")
_JOINED = re.compile(r"(?:(?<=^)|(?<=[\s(\u2014-]))(?P<role>(?:[a-z][\w-]+\s){0,3}[a-z][\w-]+)\s$")
_LETTERS = re.compile(r",? (?P<role>KC|QC|SC|MP|MSP|MEP|MLA|TD)\b")
TRADES = (
    r"(?:Vendor|Trader|Farmer|Shopkeeper|Lawyer|Teacher|Activist|Analyst|Economist|Student|Resident|"
    r"Nurse|Pensioner|Villager|Campaigner|Commuter|Fisherman|Journalist|Researcher|Scientist|"
    r"Historian|Solicitor|Barrister|Engineer|Architect|Businessman|Businesswoman|Volunteer|"
    r"Motorist|Neighbou?r|Eyewitness|Spokesman|Spokeswoman|Spokesperson)"
)
"""Capitalised where they open a sentence before a name, and nobody's first name."""
_TRADE = re.compile(rf"(?<![\w'\u2019-])(?P<role>{TRADES}) $")
_PARTY_RANK = re.compile(
    r"\b(?P<role>(?:(?:Lib Dem|Labour|Conservative|Tory|Green|Independent|Reform|SNP) )?"
    r"(?:Coun(?:cillor)?|Cllr)\.?) $"
)
_HERS = re.compile(
    r"\b(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Queen|Princess|aunt|mother|grandmother|sister|daughter|niece|"
    r"wife|widow|actress|waitress|\w*woman)\b(?!['\u2019])"
)
_HIS = re.compile(
    r"\b(?:Mr|Sir|Lord|King|Prince|uncle|father|grandfather|brother|son|nephew|husband|widower|"
    r"\w*[a-z]sman|chairman|businessman|policeman|fireman|fisherman)\b(?!['\u2019])"
)
_REACH = 130
_LONGEST = 14
_LONGEST_BEFORE_NOUN = 6
# What a participle, a verb or a small word before the noun shows: no phrase of nouns.
_NO_PART = frozenset([
    "a", "an", "and", "as", "but", "by", "for", "has", "have", "he", "her", "his", "in", "is",
    "it", "its", "of", "on", "or", "said", "says", "she", "that", "the", "their", "to", "told",
    "was", "were", "when", "where", "which", "while", "who", "with", "called", "asked", "from",
    "between", "after", "before", "than",
])  # fmt: skip


def is_rank(words: str) -> bool:
    """Say whether a title is but an honorific or a rank.

    >>> is_rank("retired Gen."), is_rank("Prof"), is_rank("defense minister")
    (True, True, False)
    """
    return _RANKS.fullmatch(words) is not None


def is_person_noun(word: str) -> bool:
    """Say whether a noun is what somebody is.

    >>> is_person_noun("midwife"), is_person_noun("border")
    (True, False)
    """
    return word.lower() not in _NO_NOUN and _PERSON_NOUN.fullmatch(word) is not None


def without_rank(text: str, span: Span) -> Span:
    """Return a role without the rank of its bearer: "spokesman Maj. Gen." is a spokesman.

    Args:
        text: The article's text.
        span: The role.
    """
    rank = _RANK_END.search(text, span.start, span.end)
    before = text[span.start : rank.start()].split() if rank else []
    is_role = bool(before) and before[-1].islower() and is_person_noun(before[-1])
    return Span(span.start, rank.start()) if rank and is_role else span


def roles_beside(text: str, name: Span) -> list[Span]:
    """Return the roles that stand around a name, with no article before them.

    Args:
        text: The article's text.
        name: Where the name is.
    """
    found = (
        role_after(text, name),
        _before(text, name),
        _letters(text, name),
    )
    return [span for span in found if span is not None]


def role_stated(text: str, surname: str) -> Span | None:
    """Return what a sentence says that somebody is, and where: "Holm is the head of Acme".

    Args:
        text: The article's text.
        surname: Theirs.
    """
    match = re.search(rf"\b{re.escape(surname)}{_IS}", text)
    return None if match is None else role_in(text, Span(*match.span("role")))


def is_hers(words: str) -> bool | None:
    """Say whether a role or honorific is a woman's, or a man's; None where it may be anybody's.

    >>> is_hers("aunt"), is_hers("Mr"), is_hers("judge")
    (True, False, None)
    """
    if _HERS.search(words):
        return True
    return False if _HIS.search(words) else None


def role_in(text: str, span: Span) -> Span | None:
    """Return a phrase up to its clause, if a person's noun heads it.

    Args:
        text: The article's text.
        span: Where the phrase is, without the article that opens it.
    """
    clause = _CLAUSE.search(text, span.start, span.end)
    end = clause.start() if clause else span.end
    words = text[span.start : end].rstrip()
    nouns = _nouns(words)
    is_short = 0 < len(nouns) <= _LONGEST_BEFORE_NOUN and len(words.split()) <= _LONGEST
    if not is_short or not is_person_noun(nouns[-1].lower()):
        return None
    if _NO_PART & {noun.lower() for noun in nouns}:
        return None
    return Span(span.start, span.start + len(words))


def head_noun(words: str) -> str:
    """Return the noun that a role hangs on, in small letters.

    >>> head_noun("senior lecturer in economics")
    'lecturer'
    """
    nouns = _nouns(words)
    return nouns[-1].lower() if nouns else ""


def _nouns(words: str) -> list[str]:
    body = _OF_BODY.match(words)
    words = words[body.end() :] if body else words
    linked = _PREPOSITION.search(words + " ")
    return _WORD.findall(words[: linked.start()] if linked else words)


def role_after(text: str, name: Span) -> Span | None:
    """Return the role that an apposition behind a name tells: "Ada Holm, a midwife from Lund".

    Args:
        text: The article's text.
        name: Where the name is.
    """
    match = _AFTER.match(text, name.end, min(len(text), name.end + _REACH))
    return None if match is None else role_in(text, Span(*match.span("role")))


def _before(text: str, name: Span) -> Span | None:
    start = max(0, name.start - _REACH)
    rank = _BEFORE_RANK.search(text, start, name.start)
    end = rank.start() if rank else name.start
    apposed = _APPOSED.search(text, start, end)
    if apposed is not None:
        if _AS.search(text, max(0, apposed.start("role") - 12), apposed.start("role")):
            return None  # "As the next president, Holm would": what somebody would be
        return role_in(text, Span(*apposed.span("role")))
    joined = _JOINED.search(text, start, end)
    tail = None if joined is None else _tail(text, Span(*joined.span("role")))
    ranked = _TRADE.search(text, start, end) or _PARTY_RANK.search(text, start, name.start)
    return tail or (Span(*ranked.span("role")) if ranked else None)


def _letters(text: str, name: Span) -> Span | None:
    """Return "SC" behind a name."""
    letters = _LETTERS.match(text, name.end)
    return Span(*letters.span("role")) if letters else None


def _tail(text: str, span: Span) -> Span | None:
    """Return the nouns that end a run of small words: "said *podcast host*"."""
    words = list(_WORD.finditer(text, span.start, span.end))
    if not is_person_noun(words[-1].group()):
        return None
    first = len(words) - 1
    while first > 0 and words[first - 1].group() not in _NO_PART:
        first -= 1
    return Span(words[first].start(), words[-1].end())
