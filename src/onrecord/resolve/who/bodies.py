"""Words for bodies of people: what organisations are called by what they are."""

import re

__all__ = ["BODIES", "INSTITUTIONS", "ONE_BODY"]

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

ONE_BODY = re.compile(r"[A-Z][\w'\u2019-]+(?<!s)(?<!ish)(?<!ch)(?<!ese)(?<!men)")
"""A word after "the" that names one body: "the Kremlin"; "the Democrats", "the French" are many."""
