"""What the words of a source are: a name, a pronoun, a role; and the name that heads them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolve.who.bodies import BODIES, OUTLET_AFTER
from onrecord.resolve.who.entities import Cast, Entity
from onrecord.tagger import NameKind, Pronoun
from onrecord.types import Span

PERSONAL = {
    "he": Pronoun.HE, "him": Pronoun.HE, "his": Pronoun.HE, "himself": Pronoun.HE,
    "she": Pronoun.SHE, "her": Pronoun.SHE, "hers": Pronoun.SHE, "herself": Pronoun.SHE,
    "they": Pronoun.THEY, "them": Pronoun.THEY, "their": Pronoun.THEY, "theirs": Pronoun.THEY,
    "it": Pronoun.IT, "its": Pronoun.IT, "itself": Pronoun.IT,
}  # fmt: skip
FIRST = frozenset([
    "i", "me", "mine", "my", "myself", "our", "ours", "ourselves", "us", "we",
])  # fmt: skip
RELATIVE = frozenset(["who", "whom", "whose", "which", "that"])
_OTHER_PRONOUNS = frozenset([
    "all", "another", "anyone", "both", "each", "everybody", "everyone", "few", "many",
    "most", "neither", "no one", "nobody", "none", "one", "others", "several", "some",
    "somebody", "someone", "the former", "the latter", "the other", "the others", "the three",
    "the two", "these", "this", "those", "you", "your", "yours",
])  # fmt: skip
_PREPOSITIONS = frozenset([
    "about", "against", "among", "and", "as", "at", "behind", "between", "by", "for", "from",
    "in", "like", "near", "of", "on", "or", "over", "to", "under", "via", "with",
])  # fmt: skip
# What may follow the name that heads a phrase: "Mark Takano of California".
_AFTER_HEAD = re.compile(
    r"\s*(?:$|[,;:()\u2014\u2013\u201c\"]|- |(?:and|or|of|in|from|at|for|with|on|who|whose|which|"
    r"as|per|via|citing|speaking|writing|during|after|before|when|while|"
    r"himself|herself|itself|themselves|also|both|then|et al|jr|sr|ii|iii|"
    r"kc|qc|sc|mp|msp|mep|mla|td|mbe|obe|cbe|frs|phd|md|esq)\b)",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r" (?:of|that|which|behind) ")
_POSSESSIVE = re.compile(r"['\u2019]s?(?=\s|$)")
_LAWMAKER = re.compile(r"\s(?:MP|MSP|MEP|MLA|TD)\b")
# In small letters: WHO is somebody else.
_RELATIVE_BEFORE = re.compile(
    r"\b(?:who|whose|whom|which|that|where|when|including|comprising|such as)\b"
)
# "Both he and the sheriff", "neither Ada Holm nor the council": the first of them.
_PAIR = re.compile(
    r"(?:(?:both|neither|either) (?P<first>[^,;]+?)|(?P<pronoun>he|she|they|it|we|I)) "
    r"(?:and|nor|or) ",
    re.IGNORECASE,
)
# "The legislature of Taiwan, *the Legislative Yuan*".
_APPOSED = re.compile(r",\s+(?:the\s+)?$")
# "A homeless man who goes by Shorty": the name is his.
_CALLED = re.compile(
    r"\b(?:go(?:es|ing)? by|(?:known|identified|introduced|named)(?: only| simply)?(?: himself|"
    r" herself)?(?: as)?|called|nicknamed|gave (?:his|her|their) name as)(?: the name)?\s+$"
)
_DETERMINER = re.compile(
    r"(?P<word>the|a|an|this|that|these|those|his|her|their|its|our|my|one|another|some|any|"
    r"several|many|most|two|three|four|both|other)\s+",
    re.IGNORECASE,
)
_OPENS_PHRASE = re.compile(
    r"(?:the|an?|his|her|its|their|my|our|your|(?:another|one)(?! (?:of|another)\b))\s+",
    re.IGNORECASE,
)
_LAST_DETERMINER = re.compile(r"\b(?:the|a|an|his|her|their|its)\s*$", re.IGNORECASE)
# "The princess, 67".
_AGE = re.compile(r",\s+(?:aged\s+)?\d{1,3}$")
# "A spokesman for *Mr.* Holm", "lawyers for *both* Holm and Lund": no part of the head.
_OWNED = re.compile(
    r"\b(?:about|against|around|behind|between|by|for|from|like|of|to|under|with)"
    r"(?: (?:both|either|neither))?(?: (?:the )?(?:late |former )?(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|"
    r"Lord|Lady|President|Senator|Sen|Representative|Rep|Gov|Governor|Congressman|Congresswoman)"
    r"\.?)? $"
)
# "Holm *and Lund's* mother": both are the owners of what follows.
_OWNER_TOO = re.compile(r",? and $")
_IN_TITLES = frozenset(["of", "for", "the", "and"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_WORDS = re.compile(r"[\w'\u2019.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """The words of a source, looked at by themselves.

    Attributes:
        span: Without a possessive ending.
        words: Lower case, single spaces.
        head: The entity whose name heads the words, if any.
        name: That name.
        others: Names inside that do not head it.
        determiner: "the", "a", ...; empty for none.
    """

    span: Span
    words: str
    head: Entity | None
    name: Span | None
    others: tuple[tuple[Span, Entity], ...]
    determiner: str

    @property
    def is_pronoun(self) -> bool:
        """Say whether it is nothing but a pronoun."""
        words = self.words
        return words in PERSONAL or words in FIRST or words in RELATIVE or words in _OTHER_PRONOUNS

    @property
    def is_definite(self) -> bool:
        """Say whether it speaks of somebody known: "the president"."""
        return self.determiner in _DEFINITE

    @property
    def is_plural_pronoun(self) -> bool:
        """Say whether it is a pronoun for several or for nobody in particular."""
        return self.words in _OTHER_PRONOUNS


def mention_of(text: str, source: Span, cast: Cast, inside: Sequence[Span]) -> Mention:
    """Return what a source's words are.

    Args:
        text: The article's text.
        source: Where its first piece is.
        cast: The article's entities.
        inside: Names that lie in the source, in order.
    """
    pair = _PAIR.match(text, source.start, source.end)
    first = pair and Span(*pair.span(pair.lastgroup or 0))
    span = first or _without_possessive(text, source)
    inside = [name for name in inside if span.start <= name.start < span.end]
    found = [(name, entity) for name in inside if (entity := cast.at(name)) is not None]
    heads = [(n, e) for n, e in found if _is_head(text, span, n, e, inside)]
    people = [(n, e) for n, e in heads if e.is_person]
    if not heads and found and _is_titled(text, span, *found[-1]):
        people = [found[-1]]
    name, head = next(iter(people or heads), (None, None))
    words = text[span.start : span.end]
    determiner = _DETERMINER.match(words)
    return Mention(
        span=span,
        words=" ".join(_AGE.sub("", words).lower().split()),
        head=head,
        name=name,
        others=tuple((n, e) for n, e in found if n != name),
        determiner=determiner["word"].lower() if determiner else "",
    )


def _is_titled(text: str, source: Span, name: Span, entity: Entity) -> bool:
    """Say whether all before a person's name is written as a title: "US Envoy for Iran Ann Lee"."""
    words = _WORDS.findall(text[source.start : name.start])
    small = [word for word in words if word[0].islower()]
    is_last = name.end >= source.end - 1
    return entity.is_person and is_last and set(small) <= _IN_TITLES and len(small) < len(words)


def without_determiner(text: str, span: Span) -> Span:
    """Return a phrase without the article or possessive pronoun that opens it."""
    match = _OPENS_PHRASE.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match and match.end() < span.end else span


def _without_possessive(text: str, source: Span) -> Span:
    words = text[source.start : source.end]
    ending = re.search(r"(?:['\u2019]s|(?<=s)['\u2019])$", words)
    return (
        Span(source.start, source.start + ending.start()) if ending and ending.start() else source
    )


def _is_head(text: str, source: Span, name: Span, entity: Entity, inside: Sequence[Span]) -> bool:
    """Say whether a name is what the phrase around it is about."""
    after = text[name.end : max(name.end, source.end)]
    # "A senior Tory MP" is no Tory.
    if entity.kind is NameKind.ORGANISATION:
        # "The Maariv newspaper" is Maariv.
        outlet = OUTLET_AFTER.match(after)
        if outlet is not None and not outlet.group().endswith("agency"):
            after = after[outlet.end() :]
    is_lawmaker = entity.kind is NameKind.GROUP and _LAWMAKER.match(after) is not None
    if after and (is_lawmaker or _POSSESSIVE.match(after) or not _AFTER_HEAD.match(after)):
        return False
    before = text[source.start : name.start]
    if _CALLED.search(before) or _is_apposed(before, after, entity):
        return True
    if _RELATIVE_BEFORE.search(before):
        return False
    words = [word.lower() for word in _WORDS.findall(before)]
    if not entity.is_person:
        # "scientists in China's Guangdong Province": only people have titles with "of".
        return not _PREPOSITIONS & set(words)
    is_owner = _OWNED.search(before) or _is_owner_too(text, source, name, inside)
    if is_owner or (words and words[-1] in _PREPOSITIONS):
        return False
    return not _is_others(text, source, name, entity, inside)


def _is_apposed(before: str, after: str, entity: Entity) -> bool:
    """Say whether a body's name closes a description: "the legislature, the Legislative Yuan"."""
    comma = None if after else _APPOSED.search(before)
    if comma is None or entity.kind is not NameKind.ORGANISATION:
        return False
    noun = _OF_WHICH.split(before[: comma.start()].lower())[0].split()
    return bool(noun) and noun[-1] in BODIES


def _is_owner_too(text: str, source: Span, name: Span, inside: Sequence[Span]) -> bool:
    """Say whether a name is the first owner of what two have: "*Holm* and Lund's mother"."""
    following = next((one for one in inside if one.start >= name.end), None)
    if following is None or not _OWNER_TOO.fullmatch(text, name.end, following.start):
        return False
    return _POSSESSIVE.match(text, following.end, source.end) is not None


def _is_others(text: str, source: Span, name: Span, entity: Entity, inside: Sequence[Span]) -> bool:
    """Say whether a titled name is the owner of the role: "aides to President Trump"."""
    title = next((t for t in reversed(entity.titles) if t.end <= name.start), None)
    if title is not None and any(s.start < title.end and title.start < s.end for s in inside):
        # "Representative for Iran Brian Hook": a name is no title.
        return False
    if title is None or text[title.end : name.start].strip() or title.start <= source.start:
        return False
    words = _WORDS.findall(_LAST_DETERMINER.sub("", text[source.start : title.start]))
    return bool(words) and words[-1].lower() in _PREPOSITIONS - {"of", "and"}
