"""Words for bodies of people: what organisations are called by what they are."""

import re

__all__ = [
    "BODIES",
    "BUSINESSES",
    "COMMERCIAL",
    "COMPANY_WORDS",
    "INSTITUTIONS",
    "ONE_BODY",
    "OUTLET_AFTER",
    "is_demonym",
    "is_of_a_nation",
]

# A body whose name is a description with a name in it: "the Argentinian government".
INSTITUTIONS = frozenset([
    "administration", "agency", "army", "assembly", "association", "authority", "bank",
    "board", "bureau", "cabinet", "campaign", "church", "club", "commission", "committee",
    "company", "congress", "consulate", "council", "court", "department", "embassy",
    "federation", "force", "foundation", "fund", "government", "hospital", "institute",
    "league", "legislature", "military", "ministry", "museum", "navy", "office", "parliament",
    "party", "police", "senate", "service", "team", "treasury", "union", "university",
])  # fmt: skip
BODIES = INSTITUTIONS | {
    *("airline", "broadcaster", "chain", "charity", "firm", "group", "magazine", "manufacturer"),
    *("network", "newspaper", "nonprofit", "operator", "outlet", "publisher", "retailer", "site"),
    *("startup", "station", "supermarket", "tank", "website", "paper", "daily", "carrier"),
}
"""The same with businesses and outlets: "Fars, a news agency"."""

BUSINESSES = BODIES | {
    *("brand", "business", "biscuit maker", "carmaker", "chipmaker", "conglomerate", "distiller"),
    *("drugmaker", "giant", "insurer", "lender", "bakery", "start-up", "studio", "utility"),
}
"""The same with what only stands beside a business's name: "Acme, the biscuit maker"."""

COMMERCIAL = frozenset([
    "airline", "brand", "brokerage", "business", "carmaker", "carrier", "chain", "club", "company",
    "firm", "group", "insurer", "lender", "manufacturer", "operator", "publisher", "retailer",
    "start-up", "startup", "supermarket", "utility",
])  # fmt: skip
"""What companies and clubs are called whose names do not say so."""

COMPANY_WORDS = frozenset([
    "airlines", "airways", "bank", "broadcasting", "capital", "electric", "energy", "foods",
    "holdings", "industries", "insurance", "logistics", "motors", "partners", "pharma",
    "pharmaceuticals", "petroleum", "power", "productions", "railways", "records", "solutions",
    "studios", "systems", "technologies", "telecom", "water",
])  # fmt: skip
"""What ends the names of companies and of no people."""

OUTLET_AFTER = re.compile(
    r"\s(?:(?:daily|evening|morning|online|state|Sunday|weekly)\s)?"
    r"(?:broadcaster|broadsheet|daily|magazine|"
    r"newspaper|news\s(?:agency|outlet|service|site|website)|newswire|tabloid|weekly|wire\sservice)"
    r"(?![\w-]|\s(?:column|columnist|editor|journalist|report|reporter|article|interview)\b)"
)
"""What an outlet is, said behind its name: "the Maariv newspaper"."""

# "The Ohio-based company" describes a body and does not name it.
_ANY = frozenset([
    "bank", "church", "club", "company", "foundation", "fund", "hospital", "museum", "team",
    "university",
])  # fmt: skip
_DESCRIBING = re.compile(r"\b\w+-(?:based|owned|born|listed)\b|\bFTSE\b")
# "The Spaniard", "the Italian": somebody of a country, who is named elsewhere.
_DEMONYM = re.compile(
    r"[A-Z]\w*(?:[^aeiou]man|woman|[lrsntbgvhdm]ian|pean|rean|dean|lean|nean)"
    r"|(?:American|Mexican|German|Moroccan|African|Cuban|Roman|Tibetan|Bhutan\w*|Dominican|Puerto "
    r"Rican|South African|Briton|Dane|Swede|Finn|Pole|Turk|Serb|Croat|Czech|Slovak|Slovene|Scot|"
    r"Greek|Thai|Swiss|Israeli|Iraqi|Pakistani|Saudi|Kuwaiti|Yemeni|Qatari|Emirati|Omani|"
    r"Bangladeshi|Azerbaijani|Uzbek|Kazakh|Kyrgyz|Tajik|Afghan|Arab|Jew|Muslim|Christian|Catholic|"
    r"Filipino|Filipina|Latino|Latina|Kiwi|Aussie|Spaniard|Alaskan|Oklahoman|"
    r"Nebraskan|Iowan|Utahn|Idahoan|Kansan|Arkansan|Minnesotan|Montanan|Nevadan|Ohioan|Arizonan|"
    r"Dakotan|Louisianan|Mainer|Londoner|New Yorker|Californian|Texan)"
)

ONE_BODY = re.compile(r"[A-Z][\w'\u2019-]+(?<!s)(?<!ish)(?<!ch)(?<!ese)(?<!men)")
"""A word after "the" that names one body: "the Kremlin"; "the Democrats", "the French" are many."""


def is_of_a_nation(words: str) -> bool:
    """Say whether a description names a body: "the Argentinian government", no "FTSE 250 company".

    Args:
        words: The description, its noun last.
    """
    return words.rsplit(maxsplit=1)[-1].lower() not in _ANY and _DESCRIBING.search(words) is None


def is_demonym(words: str) -> bool:
    """Say whether words are what one of a people is called.

    >>> is_demonym("Spaniard"), is_demonym("Kremlin")
    (True, False)
    """
    return _DEMONYM.fullmatch(words) is not None
