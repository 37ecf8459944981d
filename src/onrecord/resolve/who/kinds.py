"""What a name names by the words beside it: "Acme said it would", "Ada Holm, a criminologist"."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.resolve.who.bodies import BODIES, BUSINESSES, COMPANY_WORDS, OUTLET_AFTER
from onrecord.resolve.who.forms import Form
from onrecord.resolve.who.roles import head_noun, role_after
from onrecord.tagger import Name, NameKind
from onrecord.types import Span

__all__ = ["kinds_of", "told_kind"]

# "The Kremlin" is nobody's surname: what is left of a person's vote after "the".
_WITH_ARTICLE = 0.3
# A single name's kind that is less sure than this follows that of a longer name with it.
_WEAK = 0.7

_NOUNS = "|".join(sorted(BUSINESSES - {"group", "paper", "site", "office", "force", "board"}))
_BEFORE_BODY = re.compile(rf"\b(?:{_NOUNS})\s$")
_BEFORE_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Coach|President)\.? $")
# "Jetstar said it would", "Acme's shareholders".
_AFTER_BODY = re.compile(
    r"(?:\s(?:has|had|have|also|later|then|now))?\s(?:said|says|confirmed|announced|admitted|insisted|"
    r"added|claims?|claimed|warned|believes|expects)\s(?:that\s)?its?\b"
    r"|,\s(?:in|through|via)\sits\b"
    r"|['\u2019]s?\s(?:customers|users|shareholders|shares|subsidiary|passengers|website|servers)\b"
)
# "Holm's mayor": a town.
_AFTER_PLACE = re.compile(
    r"['\u2019]s\s(?:mayor|town hall|city hall|main square|governor|city council)\b"
)
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]+)?(?: \([^()]{2,30}\))?\s?[\u2014\u2013-]\s")
# What companies are as well as people.
_EITHER = frozenset([
    "broker", "builder", "champion", "contractor", "dealer", "designer", "developer", "guide",
    "holder", "host", "investor", "keeper", "leader", "maker", "member", "operator", "owner",
    "partner", "producer", "publisher", "seller", "trader", "user",
])  # fmt: skip
# "Upjohn Co.", "Holm & Lund, Inc.": in the name or behind it.
_LEGAL_FORM = re.compile(r",?\s(?:Co|Corp|Cos|GmbH|Inc|LLC|LLP|Ltd|PLC|plc)\b")
_BEFORE = 24
_LONGEST_PERSON = 3
# What people are called, too: "Ada Power".
_SURNAMES = frozenset(["bank", "capital", "partners", "power", "water"])


def kinds_of(text: str, names: Sequence[Name], forms: Mapping[Span, Form]) -> dict[Span, NameKind]:
    """Return each name's kind, the same for all names of one form.

    Args:
        text: The article's text.
        names: Its names.
        forms: Their forms.
    """
    votes = _votes(text, names, forms)
    best = {words: max(found, key=lambda k: found[k]) for words, found in votes.items()}
    known = {
        words[0] for words, kind in best.items() if kind is NameKind.PERSON and len(words) == 1
    }
    for words, kind in best.items():
        # "Aparna Garg" taken for a company where "Garg" speaks.
        is_short = 1 < len(words) <= _LONGEST_PERSON and BODIES.isdisjoint(words)
        if kind is NameKind.ORGANISATION and is_short and words[-1] in known:
            best[words] = NameKind.PERSON
        if kind is NameKind.PERSON and len(words) > 1 and words[-1] in COMPANY_WORDS - _SURNAMES:
            best[words] = NameKind.ORGANISATION  # "Ada Holm Productions"
    best |= _told_kinds(text, names, forms, best)
    return _by_longer(names, forms, votes, best)


def _votes(
    text: str, names: Sequence[Name], forms: Mapping[Span, Form]
) -> dict[tuple[str, ...], dict[NameKind, float]]:
    votes: dict[tuple[str, ...], dict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        found = votes[forms[name.span].words]
        is_thing = name.kind is NameKind.PERSON and _has_article(text, name.span)
        found[name.kind] += name.probability * (_WITH_ARTICLE if is_thing else 1)
        if is_thing:
            found[NameKind.ORGANISATION] += name.probability * (1 - _WITH_ARTICLE)
    return votes


def _by_longer(
    names: Sequence[Name],
    forms: Mapping[Span, Form],
    votes: Mapping[tuple[str, ...], Mapping[NameKind, float]],
    best: dict[tuple[str, ...], NameKind],
) -> dict[Span, NameKind]:
    """Return the kinds, single names' after those of longer names with them."""
    surnames = {
        words[-1] for words, kind in best.items() if kind is NameKind.PERSON and len(words) > 1
    }
    bodies = {
        words[0] for words, kind in best.items() if kind is NameKind.ORGANISATION and len(words) > 1
    }
    for words, found in votes.items():
        if len(words) != 1:
            continue
        if words[0] in bodies - surnames:
            # "Salling" taken for a person where the Salling Group is named too.
            best[words] = NameKind.ORGANISATION
        # "Trump" taken for a company where Donald Trump is named too.
        is_weak = max(found.values()) < _WEAK
        if words[0] in surnames and (found.get(NameKind.PERSON, 0) > 0 or is_weak):
            best[words] = NameKind.PERSON
    return {name.span: best[forms[name.span].words] for name in names}


def _told_kinds(
    text: str,
    names: Sequence[Name],
    forms: Mapping[Span, Form],
    best: Mapping[tuple[str, ...], NameKind],
) -> dict[tuple[str, ...], NameKind]:
    """Return kinds that the words beside a name leave no doubt about."""
    told: dict[tuple[str, ...], NameKind] = {}
    longer = {word for words in best if len(words) > 1 for word in words}
    for name in names:
        words = forms[name.span].words
        kind = told_kind(text, name.span, best[words])
        if kind is not None and (len(words) > 1 or words[0] not in longer):
            told[words] = kind
    for words in [one for one, kind in told.items() if kind is NameKind.ORGANISATION]:
        # "Holm" is Holm Inc. too, unless there is a Mr. Holm.
        for short in best:
            if Form(short).is_but_for_legal_form(Form(words)) and not _is_mister(text, short[-1]):
                told.setdefault(short, NameKind.ORGANISATION)
    return told


def _is_mister(text: str, surname: str) -> bool:
    mister = rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.? (?:\w+ )?{re.escape(surname)}\b"
    return re.search(mister, text, re.IGNORECASE) is not None


def _has_article(text: str, span: Span) -> bool:
    """Say whether "the" opens and nothing closes the phrase that a name makes."""
    before = text[max(0, span.start - 4) : span.start].lower()
    after = text[span.end : span.end + 2]
    is_closed = after[:1] == " " and after[1:].isalpha() and after[1:].isupper()
    return before == "the " and not is_closed


def told_kind(text: str, name: Span, kind: NameKind, *, is_long: bool = False) -> NameKind | None:
    """Return what a name names where the words beside it tell another kind than was found.

    Args:
        text: The article's text.
        name: Where the name is.
        kind: What it was taken for.
        is_long: Whether names of several words may be a body's, too.
    """
    words = text[name.start : name.end]
    if kind is NameKind.ORGANISATION:
        return NameKind.PERSON if _is_somebody(text, name) else None
    if kind is NameKind.PERSON and (_LEGAL_FORM.search(words) or _LEGAL_FORM.match(text, name.end)):
        return NameKind.ORGANISATION
    if kind is not NameKind.PERSON or (" " in words and not is_long):
        return None
    before = text[max(0, name.start - _BEFORE) : name.start]
    if _BEFORE_PERSON.search(before):
        return None
    opens = text[: name.start].strip() == "" or text[name.start - 1] == "\n"
    is_dateline = opens and words.isupper() and _DATELINE.match(text, name.end)
    if is_dateline or _AFTER_PLACE.match(text, name.end):
        return NameKind.PLACE
    after = (_AFTER_BODY, OUTLET_AFTER)
    is_body = _BEFORE_BODY.search(before) or any(one.match(text, name.end) for one in after)
    return NameKind.ORGANISATION if is_body else None


def _is_somebody(text: str, name: Span) -> bool:
    """Say whether what was taken for a body is told to be a person: "Ada Holm, a criminologist"."""
    words = text[name.start : name.end].lower().split()
    is_short = 1 < len(words) <= _LONGEST_PERSON and BODIES.isdisjoint(words)
    role = role_after(text, name) if is_short else None
    if role is None or text[max(0, name.start - 4) : name.start].lower() == "the ":
        return False
    noun = head_noun(text[role.start : role.end])
    return not noun.endswith(tuple(_EITHER))
