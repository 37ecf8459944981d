"""The patterns of the words that name a time, one regular expression for all of them."""

import functools
import re
from collections.abc import Iterator

from onrecord.resolve.how.words import word_set
from onrecord.resolve.when.vocabulary import HOLIDAYS, MONTHS, SEASONS, UNITS, WEEKDAYS, ZONES

__all__ = ["scanner", "windows"]

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
# "March", "May", "June" and the like are names and verbs too: these need a word before them.
_SURE_MONTH = (
    r"(?:January|February|July|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
)
_OTHER_MONTH = r"(?:March|April|May|June|August)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)(?:day|DAY)"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)(?![\d%])"
_COMMA_YEAR = rf"(?:,?\s+{_YEAR}(?!,\d|\s*(?:percent|people|votes|miles|points)))"
_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
    r"|(?:a\s)?couple\sof)"
)
_UNIT = r"(?:minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century)"
_UNITS = r"(?:minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centurie)s?"
_SEASON = r"(?:spring|summer|autumn|fall|winter)(?:time)?"
_PART = r"(?:mid-?)?(?:morning|afternoon)|evening|night|midday|lunchtime"
_WHICH = (
    r"(?:this\s(?:very|coming|past|same)|this|last|next|past|previous|coming"
    r"|the\s(?:same|previous|following|preceding|next|coming|past|last)|that\s(?:same|very)|that)"
)
_ZONES = "|".join(sorted((name.upper() for name in ZONES if name != "z"), key=len, reverse=True))
_ZONE = (
    rf"(?:\s?\(?(?P<zone>{_ZONES}|IST|ET|CT|MT|PT|AEST)\b\)?"
    r"|\s(?P<area>Eastern|Central|Mountain|Pacific|local)\s(?:[Tt]ime|[Ss]tandard\s[Tt]ime))?"
)
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|latest)"

_HOLIDAY = "|".join(
    re.escape(name).replace("'", "['’]") for name in sorted(HOLIDAYS, key=len, reverse=True)
)

# In order: what comes first wins at the same place.
_RULES = {
    "iso": r"(?P<iso_y>\d{4})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)"
    r"(?:T(?P<iso_h>\d\d):(?P<iso_n>\d\d)\S*)?",
    "slashed": r"(?P<sl_a>\d{1,2})/(?P<sl_b>\d{1,2})/(?P<sl_y>\d{4}|\d\d)(?![\d/])",
    "attacks": r"9/11(?!\d|/)|(?:Sept(?:ember|\.)\s11)(?=(?:,?\s2001)?\s(?:terror\w*\s)?attacks)",
    "monthday": rf"(?P<md_w>{_WEEKDAY}|{_SHORT_WEEKDAY})?(?(md_w),?\s(?:the\s)?)"
    rf"(?P<md_m>{_MONTH})\s"
    rf"(?:the\s)?(?P<md_d>{_DAY}){_TH}(?![\d:%]|\.\d|,\d{{3}})"
    rf"(?:\s?(?:[-–—]|to|through)\s?(?P<md_to>{_DAY})(?![\d:%]|\.\d))?"
    rf"(?:{_COMMA_YEAR})?",
    "daymonth": rf"(?P<dm_w>{_WEEKDAY}|{_SHORT_WEEKDAY})?(?(dm_w),?\s(?:the\s)?)"
    rf"(?P<dm_d>{_DAY}){_TH}"
    rf"(?:\s?(?:[-–—]|to|and)\s?(?P<dm_to>{_DAY}){_TH})?"
    rf"\s(?:of\s)?(?P<dm_m>{_MONTH})(?:{_COMMA_YEAR})?",
    "monthyear": rf"(?P<my_m>{_MONTH})(?:,|\sof)?\s(?P<my_y>{_YEAR})",
    "whichmonth": rf"(?P<wm_w>(?i:{_WHICH}))\s(?P<wm_m>{_MONTH})\b(?!\s\d)",
    "month": rf"(?:{_SURE_MONTH}|(?<=\b[Ii]n\s){_OTHER_MONTH}"
    r"|(?:(?<=\sof\s)|(?<=\sby\s)|(?<=since\s)"
    rf"|(?<=until\s)|(?<=early\s)|(?<=\slate\s)|(?<=\smid-)|(?<=during\s)|(?<=\sfrom\s)"
    rf"|(?<=through\s)|(?<=between\s)|(?<=\sto\s)|(?<=\sand\s)|(?<=before\s)|(?<=after\s))"
    rf"{_OTHER_MONTH}(?!\s[A-Z][a-z]+)|{_OTHER_MONTH}(?=\s(?:this|last|next|of)\s)"
    rf"|(?:March|April|June|August)(?='s\b|’s\b)"
    # "a June report"; not "a March on Rome"
    rf"|(?:(?<=\s[Aa]\s)|(?<=\s[Aa]n\s)|(?<=\nA\s)|(?<=\nAn\s))"
    rf"{_OTHER_MONTH}(?=\s[a-z]{{3}}))\b",
    "weekday": rf"(?:(?P<wd_w>(?i:{_WHICH}))\s)?(?P<wd_n>{_WEEKDAY})\b",
    "beforelast": r"(?i:the\sday\s(?P<bl>before\syesterday|after\stomorrow))",
    "word": r"(?i:today|yesterday|tomorrow|tonight|overnight)\b(?!\sShow)",
    "whichpart": rf"(?P<wp_w>(?i:{_WHICH}))\s(?P<wp_p>{_PART})\b(?!\sclub)",
    "inthe": rf"(?i:(?P<in_m>earlier|later)\s(?:on\s)?in\sthe\s(?P<in_u>{_UNIT}))",
    "dayafter": r"(?i:(?:the|a)\s(?P<da_u>day|week|month|year|night)\s"
    r"(?P<da_w>before|after|earlier|later))",
    "ago": rf"(?i:(?P<ag_n>{_NUMBER})[\s-]+(?P<ag_u>{_UNITS})[\s-]+"
    r"(?P<ag_w>ago|earlier|later|previously"
    r"|beforehand|before|after(?!\s(?:all|noon)\b)|from\snow|hence))\b",
    "hours": r"(?i:(?:just\s|only\s|several\s|some\s)?(?P<ho_u>hours|minutes|moments)\s"
    # "hours before she was due": counted from what comes after it
    r"(?P<ho_w>later|earlier|after|before(?!\s[\w“])))\b",
    "whichunit": rf"(?P<wu_w>(?i:{_WHICH}))(?:\s(?P<wu_o>calendar|fiscal))?"
    rf"\s(?P<wu_u>{_UNIT}|{_SEASON})\b"
    r"(?!\s(?:and\sa\shalf|or\sso|or\stwo)|-old|-long)",
    "weekend": r"(?i:the)\sweekend\b",
    "quarter": rf"(?i:(?:the\s)?(?P<qu_n>{_ORDINAL})[\s-](?:fiscal[\s-])?"
    r"(?P<qu_u>quarter|half)(?![\s-]final)\b)"
    rf"(?:\s(?:of\s(?:the\s)?)?(?P<qu_y>{_YEAR})|\sof\s(?P<qu_w>(?i:last|this|next))\syear)?",
    "shortquarter": rf"Q(?P<sq_n>[1-4])(?:\s(?:of\s)?(?P<sq_y>{_YEAR}))?\b",
    "seasonyear": rf"(?i:(?:the\s)?(?P<sy_s>{_SEASON}))\s(?:of\s)?(?P<sy_y>{_YEAR})",
    "theseason": rf"(?i:(?<=\bin\s)(?:the\s)?(?P<ts_s>{_SEASON}))\b(?!\s[A-Z])",
    "decade": r"(?i:the\s)?(?P<de_y>(?:1[5-9]|20)\d0)['’]?s\b"
    r"|(?i:the\s)['’]?(?P<de_s>[2-9]0)['’]?s\b",
    "century": r"(?i:the\s)?(?P<ce_n>\d\d?)(?:st|nd|rd|th)[\s-]century",
    "clock": r"(?P<cl_h>1[0-2]|0?[1-9])(?:[:.](?P<cl_n>[0-5]\d))?\s?"
    r"(?P<cl_p>[ap]\.m\b\.?|[ap]m\b|[AP]M\b|[AP]\.M\b\.?"
    r"|o['’]clock(?:\sin\sthe\s(?P<cl_o>morning|afternoon|evening))?)"
    rf"{_ZONE}",
    "longclock": r"(?P<lc_h>[01]?\d|2[0-3])[:.]?(?P<lc_n>[0-5]\d)"
    r"(?=\s?(?:\(?(?:" + _ZONES + r")\b|local\stime))"
    + _ZONE.replace("<zone>", "<zone2>").replace("<area>", "<area2>"),
    "bareclock": r"(?<=\bat\s)(?P<bc_h>[01]?\d|2[0-3]):(?P<bc_n>[0-5]\d)\b(?!:)",
    "noon": r"(?i:(?P<no>noon|midnight))\b",
    "holiday": "(?:(?P<hl_w>(?i:last|this|next))\\s)?(?P<hl>(?i:"
    + _HOLIDAY
    + r"))\b",
    "year": r"(?P<yr>(?:1[6-9]|20)\d\d)(?![\d%°]|\.\d|,\d|-\d{3}|:\d|/\d)",
    "part": rf"(?i:(?:in\sthe\s)?(?P<pa>{_PART}))\b",
    "loose": r"(?i:very\s)?(?i:early|late|earlier|later|mid)\b",
}  # fmt: skip


@functools.cache
def scanner() -> re.Pattern[str]:
    """Return the pattern; the name of the rule that matched is the match's ``lastgroup``."""
    rules = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _RULES.items())
    return re.compile(rf"(?<![\w$£€#@/.])(?<!(?<![Mm]id)-)(?:{rules})(?!\w)")


# One of these is in every time; most words of an article are far from any.
_CORES = word_set(
    "today yesterday tomorrow tonight overnight noon midnight morning afternoon evening midday "
    "lunchtime night nights quarter half moments minutes hours days weeks weekends months years "
    "quarters decades centuries fortnights christmas easter halloween thanksgiving juneteenth"
).union(MONTHS, WEEKDAYS, SEASONS, UNITS)
_WORD = re.compile(r"[^\W\d_]+|\d+")
# No time is longer on either side of such a word, or it holds another one.
_REACH = 48


def windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that can hold a time, in order, none overlapping.

    Args:
        text: The article's text.
        start: Where to begin.
        end: Where to stop.
    """
    first = last = -1
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if not (word[0].isdigit() or word.lower() in _CORES):
            continue
        if last >= 0 and match.start() - _REACH > last:
            yield first, last
            first = -1
        if first < 0:
            first = _word_start(text, max(start, last, match.start() - _REACH), max(start, last))
        last = min(end, match.end() + _REACH)
    if last >= 0:
        yield first, last


def _word_start(text: str, at: int, start: int) -> int:
    """Return the place, moved back to where no word is cut in two, if there is one near."""
    space = next((n for n in range(at, max(start, at - _REACH), -1) if text[n - 1].isspace()), None)
    return max(start, at - _REACH) if space is None else space
