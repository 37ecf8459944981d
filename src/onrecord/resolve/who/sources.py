"""What kind of source a phrase without a name is: a document, a person, a group, one withheld."""

import re

import numpy as np

from onrecord.resolve.who.bodies import INSTITUTIONS, is_demonym
from onrecord.resolve.who.mention import Mention
from onrecord.tagger import Referent
from onrecord.tagger.details import REFERENTS
from onrecord.types import SourceType, Span

# How newsrooms write that they know a name and keep it to themselves.
_WITHHELD = re.compile(
    r"\banonymity\b|anonymous(?:ly)?\b|on background|"
    r"(?:not|n['\u2019]t|declined|refused|without) (?:\w+ ){0,2}"
    r"(?:give|giving|provide|disclose|use)(?:ing)? (?:his|her|their) (?:\w+ )?name|"
    r"(?:not|n['\u2019]t|declined|refused|asked not|without being|wished to remain|preferred not)"
    r"(?: \w+){0,3} (?:be )?(?:named|identified|unnamed|quoted by name)|"
    r"(?:unnamed|unidentified|undisclosed) (?:\w+ ){0,3}(?:source|official|person|people|aide|"
    r"analyst|diplomat|employee|executive|expert|insider|lawmaker|minister|staffer)|"
    r"not authori[sz]ed to (?:speak|comment|discuss)|"
    r"familiar with the|with (?:direct )?knowledge of the|close to the matter|"
    r"\b(?:sources?|insiders?)\b(?! of\b)",
    re.IGNORECASE,
)
# "The broadcaster reported, *citing* an anonymous official": the broadcaster has a name.
_CITING = re.compile(r"\b(?:citing|cited|cites|quoting|quoted|quotes) (?:[\w'\u2019-]+ ){0,6}$")
# Those who speak of what they are in, and would be named if they might: "one cabinet minister".
_INSIDER = re.compile(
    r"(?:(?:an?|one|two|three|another) (?:[\w-]+ ){0,3}?(?:aide|backbencher|diplomat|envoy|"
    r"minister|staffer)s?|(?:an?|two|three) (?:senior|former|veteran) (?:\w+ )?mps?)"
    r"(?![\w'\u2019-])(?! of\b)"
)
_DOCUMENTS = frozenset([
    "account", "act", "advisory", "affidavit", "agenda", "agreement", "analysis", "article",
    "assessment", "bill", "biography", "blog", "book", "brief", "briefing", "bulletin",
    "charter", "column", "communique", "communiqu\u00e9", "complaint", "constitution", "contract",
    "court-filing", "data", "decision", "declaration", "decree", "diary", "dispatch",
    "document", "documents", "dossier", "draft", "e-mail", "editorial", "email", "emails",
    "estimate", "estimates", "figures", "file", "files", "filing", "filings", "findings",
    "footage", "forecast", "guidance", "guidelines", "headline", "index", "indictment",
    "inquiry", "interview", "investigation", "judgment", "law", "lawsuit", "leaflet",
    "letter", "list", "log", "manifesto", "map", "memo", "memoir", "memorandum", "message",
    "messages", "minutes", "motion", "newsletter", "note", "notice", "notification",
    "obituary", "op-ed", "opinion", "order", "page", "pamphlet", "paper", "papers",
    "petition", "photo", "plan", "plaque", "platform", "policy", "poll", "polling", "polls",
    "post", "posting", "posts", "press-release", "profile", "proposal", "publication",
    "questionnaire", "ranking", "readout", "record", "records", "regulation", "regulations",
    "release", "releases", "report", "reports", "research", "resolution", "results", "review",
    "rule", "rules", "ruling", "schedule", "script", "section", "sentence", "sign",
    "statement", "statements", "statistics", "statute", "story", "studies", "study",
    "subpoena", "suit", "summary", "survey", "surveys", "tape", "test", "tests",
    "text", "timeline", "title",
    "transcript", "transcripts", "treaty", "tweet", "tweets", "update", "verdict", "video",
    "warning", "warrant", "webpage", "website", "will",
])  # fmt: skip
# One person, whatever stands after: "a spokesman for the Charity Commission".
_ONE_PERSON = re.compile(
    r"(?:man|woman|person|boy|girl|official|aide|secretary|minister|president|witness|resident|"
    r"lawyer|attorney|officer|senator|mayor|doctor|nurse|teacher|student|parent|mother|father|"
    r"neighbou?r|friend|wife|husband|son|daughter|brother|sister|analyst|expert|professor|"
    r"researcher|scientist|director|manager|coach|player|captain|judge|prosecutor|governor|"
    r"ambassador|diplomat|commander|general|sergeant|detective|driver|farmer|worker|owner|"
    r"survivor|victim|relative|passenger|reporter|journalist|writer|author|economist|executive|"
    r"examiner|coroner|chief|leader|candidate|chair|deputy|lawmaker|defendant|plaintiff|suspect)$"
)
_LAWMAKER = re.compile(r"mp|msp|mep|mla|td|counsel")
# Endings of words for people; "order" and "centre" have them too.
_MAYBE_PERSON = re.compile(r"(?:er|or|ist|ian|ant|ee|ess|eur|ent)$")
_GROUP_WORDS = frozenset([
    "administration", "agency", "alliance", "analysts", "army", "assembly", "authorities",
    "bench", "bloc", "board", "camp", "campaign", "city", "coalition", "committee", "community",
    "company", "congress", "council", "country", "county", "couple", "court", "crew",
    "critics", "crowd", "defence", "defense", "delegation", "department", "dozen", "dozens",
    "duo", "experts", "family", "fraction", "government", "group", "handful", "house", "jury",
    "leadership", "majority", "management", "media", "military", "ministry", "minority", "nation",
    "number", "office", "officials", "opposition", "pair", "panel", "parliament", "party",
    "people", "percentage", "police", "portion", "press", "proportion", "prosecution",
    "protesters", "public", "residents", "senate", "side", "squad", "staff", "state",
    "supporters", "team", "trio", "union",
])  # fmt: skip
_SEVERAL = frozenset(["these", "those", "several", "many", "most", "two", "three", "four", "both"])
# "All but one of the states", "only 27", "some 40 passengers".
_MANY = re.compile(
    r"(?:none|neither) of\b|"
    r"(?:all|only|about|around|some|nearly|almost|over|at least|more than)? ?\d+|all\b|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent\w+|thirt\w+|fort\w+|"
    r"fift\w+) (?:out )?of\b"
)
# Nouns in "s" of which there is but one.
_NO_PLURAL = ("ss", "us", "is")
_PARTICIPLES = ("ed", "en", "handed", "put", "sent", "held", "read", "found", "hung", "left")
_CUT = re.compile(
    r"(?:,(?! \d{4}\b)|[;:(\u2014\u2013])|\b(?:of|for|in|on|at|from|with|to|by|who|whose|that|"
    r"which|about|near|and|familiar|close|present|involved|dated|released|published|citing|posted|"
    r"issued|written|presented|compiled|reviewed|prepared|commissioned|obtained|seen|signed|filed|made|led)\b|"
    r"\w+ing (?=(?:the|a|an|his|her|their|its|this|that|these) )"
)
_WORD = re.compile(r"[\w'\u2019-]+")


def is_insider(mention: Mention) -> bool:
    """Say whether a source is one of those whose names newsrooms keep back: "two diplomats".

    Args:
        mention: The source.
    """
    return _INSIDER.match(mention.words) is not None


def is_withheld(text: str, source: Span, sentence: Span, contents: tuple[Span, ...]) -> bool:
    """Say whether the article keeps a source's name to itself.

    Args:
        text: The article's text.
        source: The source's words.
        sentence: The sentence that they are in.
        contents: What is said, which tells nothing of it.
    """
    if _WITHHELD.search(text, source.start, source.end):
        return True
    match = _WITHHELD.search(text, sentence.start, sentence.end)
    while match is not None:
        inside = any(c.start <= match.start() < c.end for c in contents)
        is_source_word = match.group().lower().startswith(("source", "insider"))
        is_cited = _CITING.search(text, source.end, match.start()) is not None
        if not inside and not is_source_word and not is_cited:
            return True
        match = _WITHHELD.search(text, match.end(), sentence.end)
    return False


def head_word(mention: Mention) -> str:
    """Return the noun that a phrase hangs on: "official" in "a senior official in Kyiv"."""
    words = mention.words
    if mention.determiner:
        words = words[len(mention.determiner) :].lstrip()
    # "The agency's chief officer" is the officer.
    words = words.rsplit("'s ", 1)[-1].rsplit("\u2019s ", 1)[-1]
    cut = _CUT.search(words, 1)
    found: list[str] = _WORD.findall(words[: cut.start()] if cut else words) or _WORD.findall(words)
    if len(found) > 1 and found[-2] in _DOCUMENTS and found[-1].endswith(_PARTICIPLES):
        return found[-2]  # "a federal indictment unsealed in Newark"
    return found[-1] if found else ""


def is_text(noun: str) -> bool:
    """Say whether a noun is a document's.

    >>> is_text("memoir"), is_text("niece")
    (True, False)
    """
    return noun in _DOCUMENTS


def type_of(mention: Mention, referents: np.ndarray | None) -> SourceType | None:
    """Return what kind of source a phrase without a name is; None where nothing tells.

    Args:
        mention: The phrase.
        referents: The network's probabilities of what it refers to, if known.
    """
    head = head_word(mention)
    by_word = _by_word(head, mention)
    if by_word is not None:
        return by_word
    best = None if referents is None else REFERENTS[int(referents.argmax())]
    if best is Referent.PERSON:
        is_one = mention.determiner in {"one", "another"}
        is_plural = head.endswith("s") and not head.endswith(_NO_PLURAL) and not is_one
        return SourceType.UNNAMED_GROUP if is_plural else SourceType.UNNAMED_PERSON
    if best in (Referent.PEOPLE, Referent.ORGANISATION, Referent.PLACE):
        return SourceType.UNNAMED_GROUP
    return _by_ending(head) or (SourceType.DOCUMENT if best is Referent.THING else None)


def _by_word(head: str, mention: Mention) -> SourceType | None:
    """Return the type where the noun alone leaves no doubt."""
    if head in _DOCUMENTS or (head.endswith("s") and head[:-1] in _DOCUMENTS - {"will"}):
        return SourceType.DOCUMENT
    is_many = mention.determiner in _SEVERAL or _MANY.match(mention.words) is not None
    if _LAWMAKER.fullmatch(head):
        return SourceType.UNNAMED_PERSON
    if head in _GROUP_WORDS or head in INSTITUTIONS or is_many:
        return SourceType.UNNAMED_GROUP
    is_one = mention.determiner in {"the", "a", "an"} and is_demonym(head.capitalize())
    return SourceType.UNNAMED_PERSON if is_one or _ONE_PERSON.search(head) else None


def _by_ending(head: str) -> SourceType | None:
    if head.endswith("s") and not head.endswith("ss"):
        return SourceType.UNNAMED_GROUP
    if _ONE_PERSON.search(head) or _MAYBE_PERSON.search(head):
        return SourceType.UNNAMED_PERSON
    return None
