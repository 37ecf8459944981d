"""Whether the words of a content praise or accuse: English words of judgement.

Only words that judge somebody's doing or being ("shameful", "brilliant"); words of
misfortune ("killed", "fire") tell what happened and are left out.
"""

import re

from onrecord.types import Act

__all__ = ["evaluation_of", "is_negated"]

_ACCUSING = (
    r"unacceptable|disgrace(?:ful)?|shame(?:ful|less)?(?! to\b)|outrag\w+|appalling|scandalous|"
    r"illegal(?:ly|ity)?(?! (?:alien|immigra|migra|drug|substance|entr|border|worker))|"
    r"unlawful\w*|unconstitutional\w*|illegitimate|null and void|"
    r"violat(?:e|es|ed|ing|ion|ions)|breach(?:es|ed)? of|abus(?:e|es|ed|ing|ive)|"
    r"corrupt(?:ion)?|fraud(?:ulent|ster)?|rigged|stealing|cheat(?:s|ed|ing)?|"
    r"lies|liars?|lying|lied|dishonest\w*|deceiv\w+|deceit\w*|hypocri\w+|mislead\w*|misled|"
    r"irresponsib\w+|reckless\w*|negligen\w+|incompeten\w+|ineptitude|inept|botched|"
    r"mismanag\w+|fail(?:ed|s|ing|ure|ures) to|failed|failures?|absurd\w*|ridiculous\w*|"
    r"laughable|nonsens\w+|stunt|propaganda|charade|sham|farce|hoax|witch hunt|smear\w*|"
    r"cruel\w*|inhuman\w*|heartless|barbaric|brutal\w*|savage|evil|vile|despicable|"
    r"racis[mt]s?|sexis[mt]s?|bigot\w*|antisemit\w+|discriminat\w+|unfair\w*|unjust\w*|"
    r"biased|prejudic\w+|betray\w*|treason\w*|cowardly?|coward|"
    r"terrorists?(?! (?:attack|incident|activit|threat))|stolen (?:election|vote)s?|"
    r"(?:elections?|votes?) (?:was|were|had been|is|being) (?:being )?stolen|"
    r"aggression|atrocit\w+|genocid\w+|war crimes?|criminals|a criminal|dictator\w*|tyran\w+|"
    r"undermin\w+|sabotag\w+|exploit(?:s|ed|ing|ation)|"
    r"harass(?:ed|ing|ment)?|bully\w*|intimidat\w+|censorship|oppress\w+|"
    r"cover(?:ing|ed)?[- ]up|lack of (?:transparency|respect|leadership|accountability)|"
    r"not (?:reasonable|acceptable|good enough|fair)|(?:nowhere|not) near(?:ly)? enough|"
    r"unnecessary|primitive|condemn(?:s|ed|ing)?|to blame|at fault|guilty|"
    r"ignor(?:e|es|ed|ing) (?:the|our|their)|"
    r"backward|retrograde|step backwards?|insult(?:s|ed|ing)?|disrespect\w*|disgust\w+|"
    r"horrible|terrible (?:job|decision|deal|idea|mistake)|worst (?:\w+ )?(?:president|government|"
    r"deal|decision|leader|minister)|waste of|mistake|wrongful\w*|weak leadership|"
    r"dangerous president|threat to (?:democracy|our|the)|"
    r"politically motivated|double standards?|deliberately|weaponi[sz]\w+|"
    # What was done badly, or with bad intent.
    r"forg(?:ed|ing)(?! (?:an?|new|close|closer|strong|ties|bonds|links|ahead)\b)|"
    r"forger(?:y|ies)|embezzl\w+|brib(?:e|es|ed|ery|ing)|plagiari\w+|perjur\w+|squander\w*|"
    r"plunder\w*|swindl\w*|scams?|profiteer\w*|greed|greedy|selfish\w*|arrogan\w+|callous\w*|"
    r"careless\w*|clumsy|shambles|shambolic|fiasco|debacle|farcical|dysfunctional|toothless|"
    r"half-baked|ill-conceived|ill-advised|short-?sighted|misguided|foolish\w*|stupid\w*|idiot\w*|"
    r"insane|pathetic|dreadful|awful|atrocious|abysmal|woeful\w*|inadequate\w*|unsafe|unfit|"
    r"unworkable|unreasonabl[ey]|unjustifi\w+|unwarranted|unethical|immoral\w*|improper\w*|"
    r"inappropriate\w*|indefensible|inexcusable|intolerable|unforgivable|offensive(?! against)|"
    r"hurtful|indecent(?! exposure)|tasteless|disproportionate\w*|heavy-handed|draconian|"
    r"opportunis\w+|derisory|derisive|merit-?less|pointless|senseless|ruthless\w*|vicious|"
    r"underperform\w*|"
    r"undervalu\w+|silenced|neglected|inflated|lets? (?:\w+ ){1,3}down|"
    r"too little,? too late|(?:has|have|had) no (?:right|shame|mandate|idea|conscience|excuse)|"
    r"turn(?:s|ed|ing) (?:a blind eye|(?:his|her|its|their) backs?)|"
    r"br(?:oke|oken|eaks?|eaking) (?:(?:its|his|her|their|the|every|a) )?(?:promises?|pledges?|"
    r"laws?|rules|agreements?)|f[ae]ll(?:s|en|ing)? short|(?:grave|serious|troubling) "
    r"(?:questions|concerns|doubts|irregularities|failings)|irregularities|shortcomings|failings|"
    r"did(?: nothing|n['\u2019]t (?:care|listen|bother))|play(?:s|ed|ing)? politics|"
    r"go(?:es|ing)? against|a distraction|a mockery|"
    r"lousy|unqualified|unpersuasive|unconvincing|untrustworthy|unhinged|mercenar(?:y|ies)|"
    r"repressi(?:on|ve)|calamit(?:y|ous)|bias|hatred|(?<!not )fake(?! \w)|phon(?:y|ies)|"
    r"crook(?:s|ed)|"
    r"cherry-pick\w*|egregious\w*|out of touch|empty (?:words|promises|gestures|talk)|lip service|"
    r"bungl(?:ed|ing)|mishandl(?:ed|ing)|whitewash\w*|scapegoat\w*|cronyism|nepotism|complicit\w*|"
    r"con (?:man|men|artists?)|puppets?|thugs?|pander(?:s|ed|ing)?|demagog\w*|fear-?mongering|"
    # Set images of blame.
    r"slap in the face|stab(?:bed)? (?:\w+ )?in the back|asleep at the wheel|blood on \w+ hands|"
    r"sad day|rob(?:bed|bing) (?:us|them|him|her|people|the|our)|loot(?:ed|ing)?|"
    r"do(?:es)?(?: not|n['\u2019]t) (?:care|listen)|"
    r"improper motives?|unduly|nobody (?:listened|cared|helped|told us)|"
    r"vilif(?:y|ies|ied|ying)|demoni[sz](?:e|es|ed|ing)|"
    r"not consulted|never (?:consulted|given (?:a|the) chance|told|asked|informed|paid|listened)"
)
_PRAISING = (
    r"excellent|outstanding|exceptional\w*|remarkabl\w+|brilliant\w*|incredibl[ey]|amazing\w*|"
    r"fantastic\w*|wonderful\w*|magnificent\w*|superb\w*|terrific|phenomenal|extraordinary|"
    r"incomparable|unparalleled|inspir(?:ing|ed|ation|ational)|beloved|much[- ]loved|"
    r"admir(?:e|ed|able|ation)|respected|legendary|an? (?:\w+ )?legend|hero(?:es|ic)?|icons?|"
    r"iconic|"
    r"gentle soul|kind(?:est|ness)?(?= (?:man|woman|person|soul|heart|and))|generous\w*|"
    r"talent(?:s|ed)?|gifted|genius|visionary|courag\w+|brave(?:ry|ly)?|resilien\w+|"
    r"hard[- ]?working|humble|dedication|tireless\w*|devoted|warm and|"
    r"pioneer\w*|indelible|milestone|historic (?:victory|achievement|day|moment|win)|"
    r"triumph\w*|masterpiece|masterclass|proud of|pride of|credit to|"
    r"pleased with (?:the|our|his|her|their)|great (?:job|work|man|woman|person|player|"
    r"performance|leader|team|friend|effort|game|result|win|success)|good (?:job|work|man|"
    r"effort)|well done|played (?:well|brilliantly|superbly)|(?:did|done|doing) (?:really |very )?"
    r"well|deserve[sd]? (?:it|this|the|to win|credit|praise)|role model|best (?:player|team|"
    r"president|friend|of the best)|one of the (?:best|greatest|finest|kindest)|"
    r"(?:pretty|so|really|very) (?:cool|good|impressive|special)|impressive|"
    r"thank(?:s|ful)?|grateful|gratitude|congratulations|applaud\w*|commend\w*|salute|"
    r"welcome(?:s|d)? (?:the|this|a|his|her|their)|appreciat\w+|hono(?:u)?red|tribute|"
    r"respect for (?:him|her|them|the|his)|(?:positive|serious|important|great|welcome) step|"
    r"could(?: not|n['\u2019]t) (?:have been|be) (?:any )?better|"
    r"to \w+(?:['\u2019]s)? credit|we love (?:you|him|her|them)|an? hono[u]?r to|loving|finest|"
    r"a victory for|in awe|national treasure|beautiful\w*|exemplary|flawless\w*|sublime|"
    r"landmark|groundbreaking|ground-breaking|trailblaz\w+|masterful\w*|"
    r"(?:bold|innovative),? (?:[\w-]+,? )?(?:effort|move|step|plan|approach|campaign|initiative|"
    r"decision|leadership)|"
    r"(?:correct|remed|redress|right)(?:s|ed|ing|ies|ied|es|y)? (?:an?|the|this|that|past) "
    r"(?:\w+ ){0,2}(?:injustices?|wrongs?)|on the side of (?:justice|truth|peace)|"
    r"decisive|principled|gracious\w*|selfless\w*|gentle|a gift|"
    r"(?:happiest|proudest) (?:day|moment)s?|"
    r"missed by|will be (?:sorely |deeply |greatly )?missed|great loss|irreplaceable"
)
_NOT = r"\b(?:no|not|never|\w+n[’']t|hardly|without|nothing|cannot)\b\W+(?:\w+\W+){0,2}$"
# Who fights corruption accuses nobody.
_AGAINST = (
    r"\b(?:fight(?:s|ing)?|fought|combat(?:s|ing|ting)?|tackl(?:e|es|ing)|prevent(?:s|ing|ed)?|"
    r"correct(?:s|ed|ing)?|remed(?:y|ies|ied)|redress(?:es|ed)?|overturn(?:s|ed|ing)?|"
    r"root(?:s|ed|ing)? out|against|investigat(?:e|es|ing|ed)|"
    r"punish(?:es|ing)?|ban(?:s|ning)?|end(?:ing)?)"
    r"\b\W+(?:(?:for|as|a|an|the|any|all) ){0,2}(?:\w+\W+)?$"
)
# Who says it of themselves accuses nobody: "we failed to see it". To condemn takes another.
_OWN = re.compile(
    r"\b(?:i|we)(?:['\u2019]ve| have| had)? (?:(?:would )?(?:look|feel|seem) )?"
    r"(?:(?:\w+ly|also|just) )?$",
    re.IGNORECASE,
)
_ACCUSE = re.compile(rf"\b(?:{_ACCUSING})\b", re.IGNORECASE)
_PRAISE = re.compile(rf"\b(?:{_PRAISING})\b", re.IGNORECASE)
_NEGATED = re.compile(rf"{_NOT}|{_AGAINST}", re.IGNORECASE)
_BEFORE = 24


def evaluation_of(words: str) -> Act | None:
    """Return praise or accusation where words judge and mostly in one way, else None.

    >>> evaluation_of("the decision was “a disgrace”"), evaluation_of("the shop opens at nine")
    (<Act.ACCUSE: 'accuse'>, None)

    Args:
        words: A content's words.
    """
    blamed = [match.start() for match in _ACCUSE.finditer(words) if not _is_own(words, match)]
    bad = sum(not is_negated(words, place) for place in blamed)
    good = sum(not is_negated(words, match.start()) for match in _PRAISE.finditer(words))
    if bad == good:
        return None
    return Act.ACCUSE if bad > good else Act.PRAISE


def is_negated(words: str, place: int) -> bool:
    """Say whether a negation, or a fight against it, stands before what begins at a place.

    >>> is_negated("He does not regret it", 12), is_negated("He does regret it", 8)
    (True, False)

    Args:
        words: A content's words.
        place: Where in them.
    """
    return _NEGATED.search(words[max(0, place - _BEFORE) : place]) is not None


def _is_own(words: str, match: re.Match[str]) -> bool:
    if match.group().lower().startswith("condemn"):
        return False
    return _OWN.search(words[max(0, match.start() - _BEFORE) : match.start()]) is not None
