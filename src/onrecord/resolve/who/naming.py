"""The network's names made clean: whole, without brackets, titles or neighbours.

It labels word by word, and so now and then cuts a name in two, or takes a word
too much or too little along.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.who.bodies import INSTITUTIONS, ONE_BODY, is_demonym
from onrecord.resolve.who.elsewhere import apart, as_elsewhere
from onrecord.resolve.who.halves import is_double_barrelled, whole_body, whole_surname
from onrecord.resolve.who.roles import TRADES
from onrecord.tagger import Name, NameKind
from onrecord.types import Span

# Names less sure than this are noise more often than not.
_LEAST_NAME = 0.4
_SPEAKING = frozenset(
    [NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.WORK, NameKind.GROUP]
)
# "Wayne A. I. Frederick" in two: initials and their points between.
_INITIALS = re.compile(r"(?:[ .\xa0]|\b[A-Z]\b)*")
# "Ministry of Health", "Commission on Presidential Debates" where only the first is marked.
_NO_DAY = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|"
    r"April|May|June|July|August|September|October|November|December)"
)
_MORE_OF_IT = re.compile(
    rf" (?:of|on|for) (?:the )?{_NO_DAY}"
    r"[A-Z][\w'\u2019-]+(?: (?:and )?[A-Z][\w'\u2019-]+)*"
)
# "Embassy in Iraq" is one name, "Reuters in Iraq" none.
_POST = re.compile(r"\b(?:Embassy|Consulate|Mission)$")
_WHERE = re.compile(r" (?:in|to) (?:the )?[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)*")
# "Haitham bin Tariq Al" goes on: these words end no name.
_PARTICLE = re.compile(r"\b(?:bin|ibn|bint|[Aa]l|[Ee]l|de|da|di|del|van|von|der|den|ter|St\.?)$")
# "Ada "Bo" Holm": a nickname in the middle of a name.
_NICKNAMED = re.compile(
    rf" [\"\u201c\u2018'][A-Z][\w.-]*(?: [A-Z][\w.-]*)?[\"\u201d\u2019'] {_NO_DAY}"
    r"[A-Z][\w'\u2019-]+"
)
_FIRST_ONLY = re.compile(r"[A-Z][\w'\u2019-]+(?: [A-Z]\.)*")
# "O'Holm", "McHolm": what the network takes for a name by itself.
_PREFIX = re.compile(r"\b(?:O|D|L|Mc|Mac)['\u2019]$")
_PREFIXES = frozenset(["O", "D", "L", "Mc", "Mac"])
_PREFIXED = re.compile(r"['\u2019][A-Z][\w-]+")
# "Ada Holm Image: Lund Post": what a picture shows, and whose it is.
_CAPTION = re.compile(
    r"(?:\s+|(?<=[a-z]))(?:Image|Photo|Photograph|Picture|Credit|Courtesy)s?(?=\s*:)"
)
# "Crystal C'Bearing": what the network leaves off at the mark.
_MARKED = re.compile(r" [A-Z]['\u2019][A-Z][a-z]+")
# "Rossiya-24".
_NUMBER = re.compile(r"[-\u2010\u2011]\d{1,3}(?![\w-])")
_NEXT = re.compile(r" [A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)?")
# "Northern Ireland", "Foreign Ministry": a first word that the network left outside.
_BEFORE_PLACE = re.compile(r"\b(?:North(?:ern)?|South(?:ern)?|East(?:ern)?|West(?:ern)?|New) $")
_BEFORE_BODY = re.compile(r"(?<![.!?“\"] )\b(?!The\b|In\b|At\b|A\b)[A-Z][\w'\u2019-]+ $")
_BODY = re.compile(
    r"(?:Ministry|Minister|Department|Office|Court|Party|Bank|Council|Commission|Committee|Agency|"
    r"Embassy|University|Police|Army|Authority|Association|Board)\b"
)
_LONGEST_WORD = 24
_LINK_END = re.compile(r" (?:of|on|for)(?: the)?$")
# "Bangladesh's Institute": whose it is, no part of its name.
_OWNER = re.compile(
    r"(?!Sheriff|People|Children|Women|Men|Governor|President|Attorney|Mayor|Prime|Citizens|"
    r"Workers)[A-Z]\w+['\u2019]s (?=(?:Ministry|Department|Institute|Supreme|Court|Parliament|"
    r"National|Federal|Foreign|Interior|Defen[cs]e|Health|Education|Finance|Central|Council|"
    r"Commission|Office|State)\b)"
)
# "current president *Emmerson* Mnangagwa": a first name that the network left outside.
_NO_FIRST_NAME = (
    r"(?!(?:President|Vice|Prime|Minister|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|"
    r"Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Justice|Judge|Senator|Governor|Mayor|"
    r"Representative|Congressman|Congresswoman|Secretary|General|Admiral|Captain|Colonel|"
    r"Major|Lieutenant|Sergeant|Officer|Detective|Inspector|Superintendent|Chief|Professor|Prof|Doctor|Reverend|Rev|Father|Bishop|"
    r"Archbishop|Cardinal|Pope|King|Queen|Prince|Princess|Duke|Earl|Baron|Baroness|Chancellor|"
    r"Speaker|Premier|Ambassador|Commissioner|Director|Chairman|Coach|Attorney|Sheriff|Saint|St|"
    r"Democrat|Republican|Labour|Labor|Conservative|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday)\b)"
)
_FIRST_NAME = re.compile(
    rf"\b[a-z]{{3,}} {_NO_FIRST_NAME}(?P<first>[A-Z][a-z]+(?:-[A-Z][a-z]+)?) $"
)
_FURTHEST_FIRST = 44
# "Interpol spokesperson": a role taken along.
_ROLE_AFTER = re.compile(r"(?:\s+[a-z][\w-]*)+$")
# "herpetologist David Blackburn": small words that open no name.
_SMALL_OPENING = re.compile(
    r"(?!(?:de|da|di|do|du|la|le|el|al|bin|ibn|ben|von|van|der|den|ter|zu|af|av)\b)[a-z][\w-]*\s+"
)
_EDGES = " .,;:-"
_BRACKETS = (("(", ")"), ("[", "]"))
_HYPHENS = frozenset(["-", "\u2010", "\u2011"])
# "Meta. NetFuture" are two; "St. Mary", "Acme Inc. Europe", "J. Low" are one.
_FULL_STOP = re.compile(
    r"(?<=[a-z]{3})(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bCol)(?<!\bSgt)(?<!\bCapt)"
    r"(?<!\bProf)(?<!\bHon)(?<!\bRev)(?<!\bInc)(?<!\bCorp)(?<!\bLtd)(?<!\bBros)(?<!\bMrs)"
    r"(?<!\bEst)(?<!\bUniv)(?<!\bDept)(?<!\bAssn)(?<!\bIntl)(?<!\bMaj)(?<!\bCmdr)(?<!\bSupt)"
    r"\.\s+(?=[A-Z])"
)
# "Derelict Holm and Solheim": what is said of two surnames is no first name.
_AND_ANOTHER = r" and [A-Z][\w'\u2019-]+(?! [A-Z])\b"
# "On *Twitter* Holm": where something was written, nobody's first name.
_MEDIUM = re.compile(r"(?:Facebook|Instagram|Snapchat|Telegram|TikTok|Twitter|YouTube)\s+(?=[A-Z])")
# "Committee *to Save Holm*", "Campaign *Against Hunger*": what a body is for.
_FOR_WHAT = re.compile(
    r" (?:to (?=(?:Abolish|Ban|Defeat|Defend|Elect|End|Free|Preserve|Protect|Re-?elect|Restore|"
    rf"Save|Stop|Support)\b)|(?:for|against) {_NO_DAY})(?:(?:the|Our|Your) )?[A-Z][\w'\u2019-]+"
    r"(?: (?:(?:and|of|the|our) ){0,2}[A-Z][\w'\u2019-]+)*"
)
_LEAGUE = re.compile(r"\b(?:Alliance|Campaign|Coalition|Committee)$")
# "The Spaniard", "the 34-year-old Italian": no surname Coleman, Adrian.
_ONE_OF = re.compile(r"\b(?:[Tt]he|[Aa]n?|\w+-year-old) $")
# "Dame Wilhelmina Strand": what she is, not what she is called.
_RANK = re.compile(
    r"(?:(?:Lib Dem|Labour|Conservative|Tory|Green|Independent|Reform|SNP) (?=(?:Coun|Cllr)\b))?"
    r"(?:Coun|Cllr|Sgt|Det|PC|DC|DS|DI|DCI|DCS|Supt|Insp|Const|Cpl|Pte|Pvt|Sergeant|Constable|Corporal|"
    r"Inspector|Superintendent|Sheikha?|Councill?or|Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|"
    r"Professor|Rev|Reverend|"
    r"Mons|Mgr|Msgr|Monsignor|Monse[n\u00f1]or)\.? "
    r"(?=[A-Z][\w'\u2019-]+ (?:[A-Z]\. )?(?:al-)?[A-Z])"
    rf"|{TRADES} (?=[A-Z][\w'\u2019-]+ (?:[A-Z]\. )?[A-Z])"
    r"|(?:Coun|Cllr|Sgt|Det|PC|DC|DS|DI|DCI|DCS|Supt|Insp|Const)\.? (?=[A-Z])"
)
# "Residents of El Obeid": people of a place, nobody's name.
PEOPLE_OF = re.compile(r"[A-Z][a-z]+(?:ents|ers|ors|ians|ists|als|ives) of (?=[A-Z])")
# "*Because* Holm": nobody's first name.
_JOINING = re.compile(
    r"(?:After|Although|And|As|At|Because|Before|By|Despite|For|From|If|"
    r"Once|Since|Though|Unless|Unlike|Until|Was|When|Where|Whether|While|Who|Why|"
    r"With|Without)\s+(?=[A-Z])"
)
# "NBC *Holm* correspondent": where an outlet's reporter works.
_BEAT = re.compile(r"([A-Z]{2,5}) [A-Z]\w+")
_REPORTER = re.compile(r" (?:bureau|chief|correspondent|editor|producer|reporter)\b")
_POST_NOMINAL = re.compile(r"(?<=\w),? (?:KC|QC|SC|MP|MSP|MEP|MLA|TD|MBE|OBE|CBE|FRS|PhD|MD|Esq)$")
# People whom everybody calls by their initials.
_INITIALED = frozenset(["JFK", "RFK", "FDR", "LBJ", "MLK", "RBG", "DSK", "GRRM", "VVS"])
# "State television", "State prosecutors": no name.
_STATE = re.compile(
    r"State(?= (?:media|television|TV|radio|news|police|officials?|lawmakers?|prosecutors?|"
    r"broadcaster|newspaper|authorities|law|health|run)\b)"
)
_ACRONYM = re.compile(r"[B-DF-HJ-NP-TV-XZ&]{3,}")


def clean_names(text: str, names: Sequence[Name]) -> list[Name]:
    """Return the names that are sure enough and look like names, in order.

    Args:
        text: The article's text.
        names: The network's, in order.
    """
    whole: list[Name] = []
    for name in (part for one in names for part in _sentences(text, one)):
        if name.kind not in _SPEAKING:
            continue
        before = whole[-1] if whole else None
        if before is not None and _is_one(text, before, name):
            likelier = max(before, name, key=lambda one: one.probability)
            whole[-1] = replace(likelier, span=Span(before.span.start, name.span.end))
        elif before is not None and _took_first_name(text, before, name):
            cut = text.rindex(" ", before.span.start, before.span.end)
            whole[-1] = replace(before, span=Span(before.span.start, cut))
            whole.append(replace(name, span=Span(cut + 1, name.span.end)))
        else:
            whole.append(name)
    clean = (one for name in whole if (one := _clean(text, name)) is not None)
    return as_elsewhere(text, apart(clean))


def _sentences(text: str, name: Name) -> list[Name]:
    """Return the parts of a name that runs over the end of a sentence: "Meta. NetFuture"."""
    parts, start = [], name.span.start
    for stop in _FULL_STOP.finditer(text, name.span.start, name.span.end):
        if stop.start() > start and stop.end() < name.span.end:
            parts.append(replace(name, span=Span(start, stop.start())))
            start = stop.end()
    return [*parts, replace(name, span=Span(start, name.span.end))] if parts else [name]


def full_name_in(text: str, surname: str) -> Span | None:
    """Return where a text has a surname with a first name, if it has no other first name for it.

    The network misses a full name now and then: "Aparna Garg" once, "Garg" five times.

    Args:
        text: The article's text.
        surname: One word.
    """
    pattern = re.compile(
        rf"(?<![\w.’'-]){_NO_FIRST_NAME}([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?: [A-Z]\.)? "
        rf"{re.escape(surname)}(?![\w’'-]|,? (?:Jr|Sr|II)\b|{_AND_ANOTHER})"
    )
    found = [match for match in pattern.finditer(text) if not _JOINING.match(match.group())]
    names = {match[1] for match in found}
    if len(names) != 1 or re.search(rf"\b{names.pop().lower()}\b", text):
        return None  # nobody's, or no name: "But Garg"
    return Span(*found[0].span())


def _is_one(text: str, before: Name, name: Name) -> bool:
    between = text[before.span.end : name.span.start]
    is_full = " " in text[before.span.start : before.span.end]
    if between in _HYPHENS and before.kind is NameKind.PERSON and is_full:
        return True  # "Harriet Bramwell-Hughes", where "Trump-Putin" are two
    both_people = before.kind is name.kind is NameKind.PERSON
    if between in _HYPHENS and both_people:
        halves = (text[one.span.start : one.span.end] for one in (before, name))
        return is_double_barrelled(text, *halves)
    # "said Sadiq Khan. Tom Watson added" are two, "George W. Bush" is one.
    ends_sentence = between.strip() == "." and text[before.span.end - 2].isalpha()
    if ends_sentence:
        return False
    return both_people and len(between) < 12 and _INITIALS.fullmatch(between) is not None


def _took_first_name(text: str, before: Name, name: Name) -> bool:
    """Say whether a place took a person's first name: "of Ukraine Volodymyr", "Zelenskyy"."""
    return (
        before.kind is NameKind.PLACE
        and name.kind is NameKind.PERSON
        and text[before.span.end : name.span.start] == " "
        and " " in text[before.span.start : before.span.end]
        and " " not in text[name.span.start : name.span.end]
    )


def _grown(text: str, name: Name) -> tuple[int, int]:
    """Return where a name begins and ends with the words of it that were left outside."""
    start, end = name.span.start, name.span.end
    if name.kind is NameKind.PERSON:
        return _grown_person(text, name)
    before = _BEFORE_PLACE if name.kind is NameKind.PLACE else _BEFORE_BODY
    if name.kind is NameKind.PLACE or _BODY.match(text, start, end):
        first = before.search(text, max(0, start - _LONGEST_WORD), start)
        start = first.start() if first else start
    if name.kind is NameKind.ORGANISATION:
        if linked := _LINK_END.search(text, start, end):
            end = linked.start()  # "Supreme Court of", whose place is a name of its own
        role = _ROLE_AFTER.search(text, start, end)
        if role is not None:
            return start, role.start()
        owner = _OWNER.match(text, start, end)
        start = owner.end() if owner else start
        for _ in range(2):
            more = _MORE_OF_IT.match(text, end)
            end = more.end() if more else end
        aim = _FOR_WHAT.match(text, end) if _LEAGUE.search(text, start, end) else None
        end = aim.end() if aim else end
        where = _WHERE.match(text, end) if _POST.search(text, start, end) else None
        end = where.end() if where else end
    return start, end


def _without_hyphen(text: str, span: Span) -> Span:
    is_open = len(span) > 1 and text[span.end - 1] in "-\u2010\u2011"
    return Span(span.start, span.end - 1) if is_open else span


def _grown_person(text: str, name: Name) -> tuple[int, int]:
    start, end = _edges(whole_surname(text, _without_hyphen(text, name.span)))
    more = _NEXT.match(text, end) if _PARTICLE.search(text, start, end) else None
    more = more or _MARKED.match(text, end)
    if _FIRST_ONLY.fullmatch(text, start, end):
        more = more or _NICKNAMED.match(text, end)
    if text[start:end] in _PREFIXES:
        more = more or _PREFIXED.match(text, end)
    prefix = _PREFIX.search(text, max(0, start - 4), start)
    start = prefix.start() if prefix else start
    if " " not in text[start:end]:
        first_name = _FIRST_NAME.search(text, max(0, start - _FURTHEST_FIRST), start)
        start = first_name.start("first") if first_name else start
    return start, more.end() if more else end


def _edges(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_one_body(text: str, span: Span) -> bool:
    follows_the = text[max(0, span.start - 4) : span.start].lower() == "the "
    return follows_the and ONE_BODY.fullmatch(text, span.start, span.end) is not None


def _recast(text: str, name: Name) -> Name:
    """Return a name with the kind that its own words tell, and no words that are none of it."""
    beat = _BEAT.match(text, name.span.start, name.span.end)
    if beat is not None and _REPORTER.match(text, name.span.end):
        return replace(name, span=Span(name.span.start, beat.end(1)), kind=NameKind.ORGANISATION)
    whole = whole_body(text, name.span)
    if whole is not None:
        return replace(name, span=whole, kind=NameKind.ORGANISATION)
    last = text[name.span.start : name.span.end].rsplit(maxsplit=1)[-1]
    if name.kind is NameKind.GROUP and last in INSTITUTIONS:
        return replace(name, kind=NameKind.ORGANISATION)  # "Argentine congress"
    people = PEOPLE_OF.match(text, name.span.start, name.span.end)
    if people is not None and name.kind is NameKind.PERSON:
        return replace(name, span=Span(people.end(), name.span.end), kind=NameKind.PLACE)
    return name


def _is_adjective(text: str, start: int, end: int) -> bool:
    is_rank = text.endswith("Chief ", 0, start) and text.startswith(" Officer", end)
    match = _STATE.match(text, start)
    return is_rank or (match is not None and match.end() == end)


def _clean(text: str, name: Name) -> Name | None:
    name = _told(text, name)
    start, end = _grown(text, name)
    number = _NUMBER.match(text, end)
    end = number.end() if number else end
    for opening, closing in _BRACKETS:
        words = text[start:end]
        if words.count(opening) > words.count(closing):
            end = start + words.rindex(opening)
    if name.kind in (NameKind.PERSON, NameKind.ORGANISATION):
        small = _SMALL_OPENING.match(text, start, end)
        start = small.end() if small else start
    if name.kind is NameKind.PERSON:
        start, end = _without_beside(text, start, end)
        if _ACRONYM.fullmatch(text, start, end) and text[start:end] not in _INITIALED:
            name = replace(name, kind=NameKind.ORGANISATION)  # "KKR"
    start = _opening(text, start, end)
    kept = text[start:end].rstrip(" ,;:-")
    is_name = any(c.isupper() for c in kept) and not _is_adjective(text, start, start + len(kept))
    if name.probability < _LEAST_NAME or not is_name:
        return None
    return replace(name, span=Span(start, start + len(kept)))


def _told(text: str, name: Name) -> Name:
    """Return a name with the kind that the words beside it tell."""
    is_described = _ONE_OF.search(text, max(0, name.span.start - 16), name.span.start) is not None
    is_people = is_described and is_demonym(text[name.span.start : name.span.end])
    # "The Guardian" is known for what it is.
    if is_people and name.kind in (NameKind.PERSON, NameKind.GROUP):
        name = replace(name, kind=NameKind.GROUP)
    elif name.kind is NameKind.GROUP and _is_one_body(text, name.span):
        name = replace(name, kind=NameKind.ORGANISATION)
    return _recast(text, name)


def _without_beside(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a person's name without the words beside it: rank, medium, caption, letters."""
    joining = _JOINING.match(text, start, end) or _MEDIUM.match(text, start, end)
    start = joining.end() if joining else start
    rank = _RANK.match(text, start, end)
    start = rank.end() if rank else start
    caption = _CAPTION.search(text, start, end + 1)
    end = caption.start() if caption else end
    letters = _POST_NOMINAL.search(text, start, end)
    return start, letters.start() if letters else end


def _opening(text: str, start: int, end: int) -> int:
    if text.startswith(".S.", start) and text.endswith(" U", 0, start):
        return start - 1  # "U.S. Senate"
    words = text[start:end]
    return start + len(words) - len(words.lstrip(_EDGES))
