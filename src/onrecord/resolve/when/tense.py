"""Whether a sentence looks ahead or back where it names a time."""

import re

from onrecord.resolve.when.clue import Side

__all__ = ["side_of"]

# So many characters of the sentence are looked at before and after a time.
_REACH = 70
# The full stop of "Sept. 3" ends no clause.
_CLAUSE = re.compile(
    r"[;:?!“”\"()]|\n|(?<![A-Z][a-z][a-z])(?<!Sept)\.(?=\s+[A-Z“\"])|\s[–—-]\s"
    r"|,\s(?:and|but|who|which|said|while)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|won't|shall|'ll|scheduled|expected|expects?|due|slated|plans?|planned|planning"
    r"|set\s(?:to|for)|going\sto|(?:is|are)\s(?:to|being)|(?:until|till|by)(?=\s(?:the\s)?$)|deadline|upcoming"
    r"|begins?|starts?|opens?|runs?\sthrough|would|could|may|might|must|should|hopes?|ahead"
    r"|to\s(?:be|take|hold|meet|begin|start|decide|vote|open|discuss|visit|go|reopen|close)"
    r"|intends?|effective|expires?|matures?|maturing|postponed\suntil|payable|coming|can)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:was|were|had|did|said|told|announced|reported|made|took|came|went|rose|fell|began"
    r"|won|lost|met|held|died|killed|left|sent|since|released|issued|signed|voted"
    r"|has\sbeen|have\sbeen|[a-z]{3,}ed)\b(?<!scheduled)(?<!expected)(?<!slated)(?<!planned)",
    re.IGNORECASE,
)
_SAYING = re.compile(r"\b(?:said|told|announced|says|wrote|reported|added|tweeted)\s(?:on\s)?$")


def side_of(text: str, start: int, end: int) -> Side:
    """Return whether a bare name of a day or month is one to come or one past.

    `Side.COMING`, `Side.PAST`, or `Side.NEAR` where nothing tells.

    Args:
        text: The article's text.
        start: Where the words that name the time begin.
        end: Where they end.
    """
    before = _clause_before(text[max(0, start - _REACH) : start])
    if _SAYING.search(before):
        return Side.PAST
    ahead, back = _last(_AHEAD, before), _last(_BACK, before)
    if ahead < 0 and back < 0:
        after = _clause_after(text[end : end + _REACH])
        ahead, back = -_first(_AHEAD, after), -_first(_BACK, after)
    if ahead == back:
        return Side.NEAR
    return Side.COMING if ahead > back else Side.PAST


def _clause_before(words: str) -> str:
    end = 0
    for match in _CLAUSE.finditer(words):
        end = match.end()
    return words[end:]


def _clause_after(words: str) -> str:
    found = _CLAUSE.search(words)
    return words[: found.start()] if found else words


def _last(pattern: re.Pattern[str], words: str) -> int:
    place = -1
    for match in pattern.finditer(words):
        place = match.start()
    return place


def _first(pattern: re.Pattern[str], words: str) -> int:
    match = pattern.search(words)
    return match.start() if match else len(words) + 1
