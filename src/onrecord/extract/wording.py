"""What the words of a content tell of the act, where its cue tells nothing.

"We will rebuild" promises, "Europe must do more" demands, "What now?" asks: forms of
the language that make an act what it is (Searle 1976), looked for near the content's
beginning, where it is said what the statement is about.
"""

import re

from onrecord.extract.asking import is_question
from onrecord.extract.blame import BLAME
from onrecord.extract.cues import look_up
from onrecord.extract.denial import DENIAL
from onrecord.extract.evaluation import evaluation_of, is_negated
from onrecord.extract.feeling import FEELING
from onrecord.extract.telling import TELLING
from onrecord.types import Act

# The words that a statement begins with, and by which it is what it is.
_BEGINNING = 32
_WORD = re.compile(r"\S+")
# A first person and a verb in the present: to say it is to do it.
_PERFORMATIVE = re.compile(
    r"\b(?:i|we)(?! would have to\b)(?: (?:am|are)|'m|\u2019m|'re|\u2019re|'d| would|\u2019d)?"
    r"(?: (?:want|wish|would like|like|have) to)?(?: \w+ly| also| just| do| therefore)? "
    r"(?P<verb>(?:urge|call on|call for|demand|ask|asking|request|beg|implore|encourage|invite|"
    r"condemn|denounce|accuse|blame|reject|refuse|deny|apologi[sz]e|promise|pledge|vow|guarantee|"
    r"endorse|support|accept|thank|congratulate|welcome|applaud|commend|salute|praise|propose|"
    r"suggest|recommend|warn|predict|hope|fear|doubt|regret|mourn)\b)",
    re.IGNORECASE,
)
_ASKING = frozenset(("ask", "asking"))
# "I am asking all Americans *to* vote"
_TO_DO = re.compile(r" for \b|(?: [\w\u2019'-]+,?){1,8}? to \w")
_TO_KNOW = re.compile(
    r" (?:[\w\u2019'-]+ ){0,3}?(?:if|whether|who|what|when|where|why|how|about)\b"
)
_TELLS_NOTHING = (None, Act.STATE)
# What nobody does without meaning to, and what an authority has done.
_WILLED = (
    r"(?:(?:fund|dedicate|appeal|challenge|launch|publish|release|cut|exit|build|invest|provide|"
    r"donate|hire|deploy|introduce|review|investigate|examine|consider|seek|file|prosecute|pursue|"
    r"fight|contest|sue|appoint|freeze|suspend|send|vote|attend|take part|participate|announce|"
    r"submit|propose|set up|host|cooperate|comply|protect|defend|ensure|step down|resign|withdraw|"
    r"abolish|repeal|scrap|reinstate|restore|rebuild|repair|refund|compensate|reimburse|pressure|"
    r"raise (?:the|this|that|its|his|her) (?:\w+ )?(?:matter|issue|case|question|concern)s?)|"
    r"be (?:examined|reviewed|investigated|released|published|prosecuted|compensated|refunded|"
    r"reimbursed|rebuilt|repaired|restored|frozen|extended|named|handed|tabled|carried out|held|"
    r"made|announced|charged|"
    r"available|on (?:site|hand|duty)))"
)
# What a firm does by its own will, though things may sell and offer, too.
_TRADED = (
    r"(?:sell|offer|redeem|repurchase|buy|acquire|purchase|issue|spin off|divest|dispose of|"
    r"open|close|pay|move|expand|hire|license|distribute)"
)
# What acts as one: it tells of its own plans.
_BODY = (
    r"(?:government|administration|ministry|department|agency|authority|authorities|council|court|"
    r"committee|commission|panel|board|parliament|senate|party|campaign|union|company|firm|bank|"
    r"airline|club|team|school|university|hospital|police|force|army|military|office|group|"
    r"charity|foundation|federation|association|organi[sz]ation|network|station|"
    r"officers|officials|counsell?ors|engineers|teams|crews|inspectors|investigators|prosecutors|"
    r"lawyers)"
)
# Thanks that only close what was said.
_SIGN_OFF = re.compile(r"(?<=[.!?] )thank you(?: (?:all|very much|so much))?\W*$", re.IGNORECASE)
# What is harmed or done wrong: whose regret is for this, and not for another's deed, is sorry.
_WRONG = (
    r"(?:harm|hurt|pain|distress|inconvenience|offen[cs]e|upset|suffering|loss|deaths?|error|"
    r"errors|mistakes?|confusion|delays?|disruption|incident|accident|tragedy|anguish|damage)"
)
# What nobody is to do: "it should be noted", "that should be alarming", "should serve as".
_NO_DUTY = (
    r"(?:be (?:noted|said|seen|viewed|stressed|recalled|pointed out|mentioned|acknowledged)|"
    r"be (?:\w+ly )?(?:troubling|concerning|alarming|worrying|disturbing|shocking|chilling|"
    r"sobering|encouraging)|be (?:considered|interpreted|construed|mistaken|confused)|"
    r"(?:serve|come) as)"
)
# What things do by themselves, and by when they should: "the storm should ease by noon"; what
# somebody should be spared: "the firm should not face trouble".
_EXPECTED = (
    r"\bshould(?: not|n['\u2019]t) (?:face|have|encounter|experience|see|notice) "
    r"(?:any |much |many )?(?:[\w'\u2019-]+ )?(?:problems?|troubles?|difficult(?:y|ies)|delays?|"
    r"disruptions?)\b"
    r"|^\W*(?:that )?(?!(?:i|we|you|he|she|they|people|everyone)\b)(?:[^\s.;:]+ ){1,24}?should "
    r"(?:be (?:complete|completed|finished|operational|ready)) (?:by|in|within|before)\b|"
    r"^\W*(?:that )?(?!(?:i|we|you|he|she|they|people|everyone)\b)(?:[\w'\u2019&-]+ ){1,8}?should "
    r"(?:be (?:available|ready|back|complete|completed|finished|over|done|enough|operational|"
    r"restored)|ease|clear|improve|arrive|last|reach|peak|dry|melt|subside|recede|weaken|take)\b"
    r"[^.;]{0,40}?\b(?:by|in|within|until|till|starting|from|for|before|after|next|later|soon|"
    r"tonight|tomorrow|about|around)\b"
)
# A measure does what it does whoever wants it: what it would do is foreseen, not promised.
_MEASURE = (
    r"(?:bill|law|legislation|act|deal|merger|takeover|acquisition|plan|measure|ban|tax|curfew|move|"
    r"policy|proposal|decision|agreement|amendment|rule|regulation|reform|tariff|treaty|cut|closure|"
    r"ruling|scheme|change|strike|war|attack|invasion)s?"
)
_FORMS = (
    (
        Act.APOLOGISE,
        r"\b(?:apologi[sz]e|apologies|(?:am|are|'m|\u2019m|'re|\u2019re|so|deeply|truly) sorry|"
        rf"regrets? (?:my|our|his|her|their|(?:the|any|this) (?:\w+ ){{0,2}}{_WRONG}\b)|"
        r"condolences|i should(?: not|n['\u2019]t| never) have "
        r"(?!to\b|been \w+(?:ed|en|ght)\b)|(?:^|[.!?,;]) ?\W?i was wrong\b|"
        r"(?:my|our|deepest|sincere|heartfelt) sympath(?:y|ies)|"
        r"(?:(?:thoughts|hearts)(?: and prayers)? (?:go|are|were)|hearts? (?:goes|is with|"
        r"was with))\b|"
        r"in (?:our|my|his|her|their) (?:thoughts|prayers)\b)",
    ),
    (
        Act.REFUSE,
        r"\b(?:(?:will|would|shall|can|could)(?: not|not|n't|n\u2019t| "
        r"[\"\u201c\u2018]?never)|won't|won\u2019t) "
        r"(?:(?:ever|again|be) )?(?:accept|agree|allow|consider|tolerat|comment|negotiat|"
        r"sign|support|vote for|surrender|resign|step down|apologi[sz]e|participat|recogni[sz]e|"
        r"endorse|approve|permit|discuss|pay|give up|give in|bow|back down|concede|cooperat|"
        r"comply|sent? |sit (?:down )?(?:with|in)|meet with|talk to)\w*"
        r"|\b(?:no|not(?: an)?|never) (?:apolog\w+|sorry)\b"
        r"|\bno (?:further )?comment\b|\b(?:do|does|did|had)(?: not|n't|n\u2019t) comment\b"
        # And no "the questions he refused", which is part of what is told of them.
        r"|(?:^\W*|[.,;:!?\u2014][\"\u201d\u2019]? (?:\w+ )?|\b(?:that|and|but|so|because|if) )"
        r"(?:i|we|he|she|they)(?: \w+ly| also| still| have| has| had)? "
        r"(?:reject|refuse|oppose|decline)(?:s|d|ed)?\b"
        r"|^\W*(?:that )?(?:i|we|he|she|they) (?:am|is|are|was|were)(?: not|n['\u2019]t) going to "
        r"[\"\u201c\u2018]?"
        r"(?:accept|act\b|agree|allow|apologi|answer|approve|back|bow|comment|comply|concede|consider|"
        r"cooperat|debate|discuss|endorse|follow|give|negotiat|participat|pay|permit|recogni|resign|sell|"
        r"sign|sing|sit|speculat|step|support|surrender|take part|talk|tolerat|vote)"
        r"|(?<!\bhe )(?<!\bshe )(?<!\bwe )(?<!\bthey )(?<!\bi )"
        r"\b(?:rejects?|rejected|refus(?:e|es|ed|ing)) (?:to|the|any|all)\b|\bno intention of\b"
        r"|\brul(?:e|ed|ing) out\b"
        r"|\bno (?:\w+ ){1,2}(?:will|would) be (?:allowed|sent|given|accepted|tolerated|permitted|"
        r"made|paid|granted|released)\b"
        # Who says beforehand what they will not do declines to do it.
        rf"|^\W*(?:that )?(?:he|she|they|it|(?:the|his|her|its|their) (?:\w+ )?{_BODY}) "
        r"(?:(?:will|would)(?: not| never|n't|n\u2019t)|won't|won\u2019t) [\"\u201c\u2018]?"
        r"(?:be \w+(?:ing|ed)\b|(?!be\b|have\b|lose|win|happen|last|need|work|affect|change|"
        r"mean)\w)"
        r"|\b(?:will|would) [\"\u201c\u2018]?take no\b"
        rf"|^\W*(?:that )?(?:i|we|he|she|they|it|(?:the|his|her|its|their) (?:\w+ )?{_BODY}) "
        r"(?:(?:am|is|are|was|were|will be) withholding|(?:would|will) withhold|withheld)\b",
    ),
    (Act.DENY, DENIAL),
    (
        Act.AGREE,
        r"\b(?:i|we|he|she|they|it)(?: \w+ly| also| fully| was| is| were| are|'s|\u2019s)? "
        r"(?:endors(?:e|es|ed|ing)|agree[sd]?|support(?:s|ed|ing)?|back(?:s|ed|ing)|accept(?:s|"
        r"ed)?|"
        r"approv(?:e|es|ed))\b|\bcompl(?:ies|ied) with\b"
        r"|\bproud to (?:endorse|support|back|nominate)\b",
    ),
    (Act.FEEL, FEELING),
    (
        Act.PREDICT,
        rf"{_EXPECTED}|^\W*(?:that )?(?:an?|the|this|that|such|its|his|her|their|any) (?:an? )?"
        rf"(?:[\w'\u2019-]+ ){{0,3}}?{_MEASURE} would "
        r"(?!not change\b|not be \w+(?:ed|en)\b|be\b|have\b)"
        r"|^\W*(?:that )?(?:[\w'\u2019-]+ ){1,6}?would (?:likely|probably|inevitably|undoubtedly|"
        r"almost certainly) (?!have\b)",
    ),
    (
        Act.PROPOSE,
        r"\b(?:maybe|perhaps) (?:i|we|you|he|she|they) (?:should|could|ought to)\b",
    ),
    (
        Act.DEMAND,
        r"^\W*(?:that )?(?:(?!(?:will|would|may|might|could|longer)\b)[\w'\u2019-]+ ){1,5}?"
        r"(?:(?<!the )(?<!no )needs?|has|have|ought) to (?!be (?:seen|said)|go\b|do with|"
        r"say\b|tell you|admit|confess)"
        r"|\b(?:(?<!there )must(?! (?:say\b|tell you|admit|confess))|"
        # "It should have stood" blames; "we had to walk" tells.
        r"should(?: not|n't|n\u2019t)?(?! (?:(?:never|not|also|at least) )?have )"
        rf"(?!(?: not|n['\u2019]t)? {_NO_DUTY}\b)|"
        r"(?<!we )(?<!i )shall(?! (?:i|we)\b)|cannot be allowed|"
        r"it(?:'s|\u2019s| is) time (?:for|to)|"
        r"it is (?:imperative|essential|vital|crucial) (?:that|to|for))\b"
        r"|^\W*(?:that )?(?:i|we|he|she|they)(?: also| only| just| really)? [\"\u201c\u2018]?"
        r"want(?:s|ed)? (?:to see\b|(?!(?:to|people to know)\b|(?:us|me) (?!to\b)))"
        r"|^\W*(?:please|do not|don't|don\u2019t|stop|stay|vote|go|come|keep|remember|wear|"
        r"call|join|give us|give them|end|free|watch|be|leave|listen to|help|hurry|wait)\b"
        r"(?! (?:is|was|are|were|has|had|will|that|of|we|came|comes|arrived|trade|campaign\w*|"
        r"voters))"
        # "Send him back": nobody's subject before the verb, and its object behind it.
        r"|^\W*(?:that )?(?:send|bring|take|put|let|set|return|release|throw|lock|arrest|show|"
        r"make) (?:him|them|these|those)\b"
        r"|(?:[.!?,][\"\u201d\u2019]?|\u2026) [\"\u201c\u2018]?please,? [a-z]",
    ),
    (
        Act.WARN,
        r"\bif\b[^.]{3,80}\bwe(?: will|'ll|\u2019ll)\b|"
        r"\b(?:there (?:is|was) (?:a )?(?:danger|risk)|at risk of|risks? (?:of|being|losing)|"
        r"danger (?:of|that)|dangerous|(?:will|would) (?:have|face|suffer|pay|regret|be) "
        r"(?:\w+ )?(?:consequences|a price|the price|it|disaster|catastroph\w+|devastating|"
        r"war|retaliat\w+|punish\w+)|catastroph\w+|beware|be careful|be prepared for|"
        r"could (?:collapse|kill|die|destroy|worsen|harm|endanger|cost lives)|"
        r"(?:can|could|may|might|would) (?:cause|do|place|inflict) (?:\w+ )?(?:harm|damage|deaths?|"
        r"stigma\w*|havoc|suffering)|(?:serious|severe|grave|dire) (?:harm|consequences|risk|"
        r"threat|danger))\b",
    ),
    (
        Act.PROMISE,
        r"\b(?:i|we)(?:'ll|\u2019ll| will| shall| am going to| are going to|'m going to|"
        r"\u2019m going to|'re going to|\u2019re going to| intend to| plan to| promise| pledge|"
        r" vow| are ready to| am ready to| stand ready to)(?: not| never| also| \w+ly)? "
        r"(?!be (?:a|an|the|more|less|no|missed)\b|see|have to|need|know|find out|win|lose|get)"
        r"|\b(?:this|it|that|here) is (?:my|our) (?:pledge|promise|vow|commitment)\b"
        # In her own words "she would" is what somebody used to do.
        r"|^\W*(?:that )?(?:(?:he|she|they) will|(?<![\"\u201c\u2018])(?:he|she|they) would|"
        # What "it" would do is its plan, what "it" would bring a prospect.
        r"it would(?! (?:be|mean|take|help|cost|prevent|give|allow|lead|cause|become)\b)|"
        r"(?:he|she|they|it|the \w+) "
        r"(?:plans? to|intends? to|planned to|intended to|is going to|are going to|was going to|"
        r"seeks? to|sought to|aims? to|aimed to|(?:is|was|are|were) (?:ready|prepared|"
        r"preparing) to|wants? to|(?:is|was|are|were) to))(?: not| also| \w+ly)? "
        r"(?!be (?:a|an|the|more|less|no)\b|have (?:an?|the|no)\b|be \w+ed|likely|become|"
        r"probably|like\b|prefer|rather|have (?:been|\w+ed))"
        rf"|^\W*(?:that )?(?:the|his|her|its|their|our|"
        rf"this) (?:[\w'\u2019-]+ ){{0,3}}?{_BODY} would"
        r"(?: also| \w+ly)? (?!be\b|have\b|not\b|lose|win|face|need|suffer|mean|fail|fall|rise|"
        r"help|benefit)"
        r"|^\W*(?:(?:its|his|her|their|the) )?(?:intent|intentions?|plans?|decision) "
        r"(?:to|of|for)\b"
        r"|^\W*(?:his|her|their) (?:\w+ )?(?:candidacy|retirement|resignation|bid|departure|run)\b"
        rf"|^\W*(?:that )?(?:[\w'\u2019.-]+,? ){{1,6}}?(?:will|would)(?: also| \w+ly)? {_WILLED}\b"
        rf"|^\W*(?:that )?(?:it|they|the (?:\w+ )?{_BODY}) (?:will|would)(?: also| \w+ly)? "
        rf"{_TRADED}\b"
        r"|\bno(?:body| one| \w+) (?:will|would) (?:lose|be (?:left|forced|harmed|fired|"
        r"punished|made (?:redundant|to)))\b"
        r"|\b(?:our|my) \w+ will\b(?! be (?:a|an|the|more|less|no)\b)"
        r"|\b(?:am|is|are|was|were|remains?|remained|'m|'re|\u2019m|\u2019re)(?: \w+ly| also)? "
        r"[\"\u201c\u2018]?committed to\b"
        r"|^\W*(?:i|we|he|she|they|it)(?: have| has| had|'ve|\u2019ve)? decided to\b",
    ),
    (
        Act.PROPOSE,
        r"\b(?:i|we|he|she|they) (?:suggest|propose|recommend|advise)(?:s|d|ed)?\b"
        r"|\b(?:might|may|could) (?:be worth|want to consider|consider)\b|\b(?:how|what) about\b"
        r"|\bmay (?:require|call for)\b|\bit would be (?:better|wise|best|sensible) (?:to|if)\b",
    ),
)
# What should be if things were otherwise is demanded of nobody: "if it were mine, he should go".
_UNREAL = re.compile(
    r"\W*(?:that )?if (?:[\w'\u2019-]+ ){1,4}?(?:were|weren['\u2019]t|had|hadn['\u2019]t)\b"
    r"[^.?!]* should\b",
    re.IGNORECASE,
)
# What "would" be is often planned and not foreseen, and so is what "will be done".
_PREDICTION = re.compile(
    r"\b(?:(?:will|going to|(?:is|are|was|were) (?:likely|expected|set|due|bound) to|"
    r"expects?(?: \w+)? to|expected to)(?: not| also| soon| likely| eventually| \w+ly)? "
    r"(?!have (?:been|had|\w+(?:ed|en|one|ade|old))\b|be(?: \w+ly)? \w+ed\b)"
    r"(?:be|become|take|get|have|lead|cause|bring|see|reach|rise|fall|increase|last|continue|"
    r"happen|come|make|go|remain|result|need|help|allow|face|lose|win|start|begin|end|give|"
    r"create|mean|arrive|return|open|grow|spread|tend)"
    # "May be a factor" supposes, "may rise" looks ahead.
    r"|(?:could|may|might)(?: not| also| soon| likely| eventually| \w+ly)? "
    r"(?:become|lead|cause|bring|see|reach|rise|fall|increase|continue|happen|come|result|face|"
    r"lose|win|start|begin|end|create|arrive|return|open|grow|spread)"
    r"|expects? (?:an?|the|that|no))\b"
    r"|^\W*(?:that )?(?:it|this|there|the \w+) (?:will|is going to)\b(?! have)",
    re.IGNORECASE,
)
# Acts of which a negation before their words leaves nothing: no regret, no danger.
_UNDONE = frozenset((Act.APOLOGISE, Act.WARN))
_BLAME = re.compile(BLAME, re.IGNORECASE)
_TELLING = re.compile(TELLING, re.IGNORECASE)
_COMPILED = tuple((act, re.compile(form, re.IGNORECASE)) for act, form in _FORMS)


def act_of_words(words: str) -> Act | None:
    """Return the act that a content's words make plain by their form, or None.

    >>> act_of_words("“We will rebuild the bridge,”")
    <Act.PROMISE: 'promise'>

    Args:
        words: The content's pieces, in order.
    """
    if is_question(words):
        return Act.ASK
    beginning = _beginning(_SIGN_OFF.sub("", words))
    performed = _performed(beginning)
    if performed is not None:
        return performed
    # "The risk is low, but residents must leave": what stands beside it may do more than tell.
    rest, telling = _TELLING.subn(" ", beginning)
    formed = next((act for act, form in _COMPILED if _is_said(act, form, rest)), None)
    if formed in (None, Act.WARN) and telling:
        return Act.STATE
    if formed is None:
        formed = evaluation_of(beginning)
    if formed is None and _BLAME.search(beginning):
        return Act.ACCUSE
    if formed is None and _PREDICTION.search(beginning):
        return Act.PREDICT
    return formed


def _is_said(act: Act, form: re.Pattern[str], beginning: str) -> bool:
    """Say whether a form stands there, and no negation undoes it: "does not regret"."""
    match = form.search(beginning)
    if match is None or (act is Act.DEMAND and _UNREAL.match(beginning)):
        return False
    return act not in _UNDONE or not is_negated(beginning, match.start())


def _beginning(words: str) -> str:
    last = None
    for number, match in enumerate(_WORD.finditer(words)):
        last = match
        if number >= _BEGINNING:
            break
    return words[: last.end()] if last else ""


def _performed(beginning: str) -> Act | None:
    """Return the act of a verb that does what it says: "I urge", "we condemn" (Austin 1962)."""
    match = _PERFORMATIVE.search(beginning)
    if match and match["verb"].lower() in _ASKING:
        if _TO_DO.match(beginning, match.end()):
            return Act.DEMAND
        if not _TO_KNOW.match(beginning, match.end()):
            return None
    sense = look_up(match["verb"]) if match else None
    return None if sense is None or sense.negated or sense.act in _TELLS_NOTHING else sense.act
