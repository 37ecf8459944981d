"""What an act becomes with its object: "rejected the claim" denies, "rejected the bid" refuses."""

import re

from onrecord.extract.inflection import word_set
from onrecord.types import Act, Attitude

__all__ = ["CLAIM_IDIOMS", "CLAIM_NOUNS", "with_object"]

Sense = tuple[Attitude, Act | None]

CLAIM_NOUNS = (
    r"(?:suggestions?|claims?|allegations?|accusations?|assertions?|insinuations?|rumou?rs?|"
    r"reports?|speculation|criticisms?|charges?|talk|theor(?:y|ies))"
)
"""What says something of the world, which may be true or not, as a regular expression."""

CLAIM_IDIOMS = (
    r"(?:responsibility|victory|credit|asylum|sovereignty|ownership|territory|copyright|benefits"
    r"|(?:a|the|his|her|their|its) (?:seat|title|lives?|win|gold|crown|championship|medal))"
)
"""What is claimed by law or custom, and says nothing of the world, as a regular expression."""

# What a verb becomes before an infinitive: "told them to leave", "agreed to go".
_BEFORE_TO = {
    "determine": (Attitude.EVENTUALITY, Act.PROMISE),
    "agree": (Attitude.EVENTUALITY, Act.AGREE),
    "ask": (Attitude.ASSERTION, Act.DEMAND),
    "consent": (Attitude.EVENTUALITY, Act.AGREE),
    "signal": (Attitude.ASSERTION, None),
    "tell": (Attitude.ASSERTION, Act.DEMAND),
    "remind": (Attitude.ASSERTION, Act.DEMAND),
    "teach": (Attitude.ASSERTION, Act.DEMAND),
    "swear": (Attitude.ASSERTION, Act.PROMISE),
    "vote": (Attitude.EVENTUALITY, Act.AGREE),
}
# "asked for support", "asked the drivers to wait", and no "asked whether he planned to go".
_REQUEST = (
    r"\W*(?:for |that )|\W*(?!(?:if|whether|who|what|when|where|why|how|which|about|is|are|do|"
    r"did|can|could|will|would)\b)(?:[\w.'\u2019-]+,? ){1,8}?"
    r"(?:for (?:the|an?|this|more|help|time|his|her|its|their)\b|"
    r"to (?!(?:his|her|their|the|a|an|this)\b)[a-z])"
)
# "told the crowd to “go home”": a name or a noun, and what it is to do.
_TOLD_TO_DO = (
    r"(?!(?:that|it|he|she|they|we|i|you|there|this|these|those)\b)"
    r"(?:(?:v[ao]n |de |der |bin |al )?[A-Z][\w'\u2019-]+ ){1,4}"
    r"(?:not )?to [\"\u201c\u2018]?(?!(?:whom|his|her|their|the|a|an|this)\b)[a-z]"
    r"|(?:the|his|her|its|their) (?:[\w'\u2019-]+ ){1,2}(?:not )?to [\"\u201c\u2018]?"
    r"(?!(?:whom|his|her|their|the|a|an|this)\b)[a-z]"
)
_DETERMINED = (
    r"\W*(?:(?:the|that|this|these|those|a|an|any|all|such|his|her|its|their|[\w'\u2019-]+"
    r"['\u2019]s?) )?(?:(?!(?:of|for|to|by|in|that) )[\w'\u2019-]+ ){0,2}?"
)
_CLAIM = re.compile(
    rf"{_DETERMINED}(?:{CLAIM_NOUNS}\b(?! for\b)|(?:idea|notion)s? that\b|"
    r"(?:links?|accounts?|stor(?:y|ies)|findings|version)\b)",
    re.IGNORECASE,
)
# What is asked of somebody who may grant it or not.
_ASKED_FOR = re.compile(
    rf"{_DETERMINED}(?:bids?|offers?|proposals?|requests?|motions?|appeals?|lawsuits?|suits?|"
    r"calls?|demands?|pleas?|petitions?|applications?|permission|approach(?:es)?|ultimatum|"
    r"cases?)\b",
    re.IGNORECASE,
)
# "Announced leaving", "that she was retiring", "plans to build".
_OWN_PLAN = (
    r"\A(?:(?:that )?(?:he|she|it|they),? (?:(?:him|her|it|them)sel(?:f|ves),? )?"
    r"(?:is|are|was|were) )?"
    r"(?:leaving|retiring|stepping|quitting|resigning|closing|withdrawing|cutting|ending|selling|"
    r"launching|moving|"
    r"suspending|joining|running|standing)\b"
    r"|\A(?:(?:any|its|his|her|their|the) )?"
    r"(?:plans?|intentions?|retirement|resignation|candidacy)\b"
)
_NAMED_ACTS = {
    Act.PROMISE: r"pledges?|promises?|vows?|offers?|commitments?|assurances?|guarantees?",
    Act.DEMAND: r"calls?|demands?|appeals?|pleas?|requests?|orders?",
    Act.WARN: r"warnings?|threats?",
    Act.ACCUSE: r"accusations?|allegations?|criticisms?|attacks?|condemnation|complaints?",
    Act.DENY: r"denials?",
    Act.REFUSE: r"refusals?|opposition|rejection",
    Act.AGREE: r"(?:\w+ in )?support|backing|endorsement",
    Act.APOLOGISE: r"apolog(?:y|ies)|regrets?|condolences|sympath(?:y|ies)|thoughts and prayers|"
    r"remorse",
    Act.PRAISE: r"praise|compliments?|admiration|gratitude|appreciation|thanks|congratulations",
    Act.FEEL: (
        r"hopes?|fears?|concerns?|worr(?:y|ies)|desire|wish|interest|shock|sadness|sorrow|grief|"
        r"anger|"
        r"outrage|optimism|pessimism|frustration|disappointment|satisfaction|confidence|doubts?|"
        r"surprise|dismay|alarm|relief|delight|joy|unease|s[ck]epticism"
    ),
    Act.PREDICT: r"predictions?|forecasts?",
    Act.PROPOSE: r"proposals?|suggestions?|advice|counsel|recommendations?",
    # "Offered a view": nothing is promised.
    Act.STATE: (
        r"insights?|explanations?|details?|accounts?|views?|assessments?|descriptions?|opinions?|"
        r"perspectives?|answers?|responses?|reasons?|examples?|clues?|glimpses?|comments?"
    ),
}
_OF_NAMED_ACTS = tuple(
    (act, re.compile(rf"{_DETERMINED}(?:{nouns})\b", re.IGNORECASE))
    for act, nouns in _NAMED_ACTS.items()
)
# "Questioned his motives": doubt. A person is asked, and so is what begins as a question does.
_DOUBTED = (
    r"\A(?!.*\b(?:about|if|whether)\b)\W*(?:(?:the|this|that|these|those|any|his|her|its|their|"
    r"your|our|my|(?:[\w'\u2019-]+ ){0,3}[\w\u2019'-]+['\u2019]s?) )"
    r"(?:[\w\u2019'-]+ ){0,2}?"
    r"(?:(?!communit|celebrit|witness|delegation|administration|audience|government|parliament|department)"
    r"[a-z]+(?:ity|ities|ship|tions?|sions?|ances?|ences?|ness|acy|ments?)|motives?|intentions?|sincerity|honesty|integrity|credibility|loyalty|"
    r"patriotism|competence|fitness|judg(?:e)?ment|character|commitment|qualifications?|need|value|"
    r"wisdom|usefulness|effectiveness|legality|legitimacy|constitutionality|validity|accuracy|"
    r"authenticity|fairness|timing|sense|logic|science|evidence|results?|figures?|numbers|claims?|"
    r"story|version|account|statements?|explanation|reasons?|reasoning|decisions?|refusal|choices?|"
    r"actions?|moves?|handling|conduct|role|tactics|strategy|polic(?:y|ies)|plans?|proposals?|costs?|"
    r"spending|records?|right|authority|process|methods?|independence|neutrality|objectivity)\b"
)
# "Challenged the mayor to resign", and no "challenged the plan to close it".
_CHALLENGED_TO = (
    r"\A\W*(?:[\w.'\u2019-]+,? ){1,8}?(?<!plan )(?<!plans )(?<!decision )(?<!right )(?<!bid )"
    r"(?<!effort )(?<!efforts )(?<!attempt )(?<!attempts )(?<!move )(?<!order )(?<!proposal )"
    r"(?<!power )(?<!authority )(?<!ability )to (?!(?:his|her|their|the|a|an|this)\b)[a-z]"
)
# "Insisted that she leave": the verb has no ending where one is due.
_INSISTED_ON = (
    r"\A\W*(?:that )?(?:he|she|it|(?-i:[A-Z][\w\u2019'-]+(?: [A-Z][\w\u2019'-]+)*)|"
    r"(?:the|his|her|its|their) (?:[\w'\u2019-]+ ){0,2}"
    r"(?!(?:people|police|public|men|women|children|staff|to|"
    r"will|would|can|could|must|should|did|does|do|may|might|not)\b)[\w'\u2019-]+(?<!s)) "
    r"\W*(?:not )?(?:be|have|go|stop|leave|stay|resign|pay|give|take|make|come|return|keep|remain|"
    r"release|sign|withdraw|apologi[sz]e|accept|agree|wait|do|get)\b"
)
# Who defends himself says that what he is charged with is not so.
_HIMSELF = r"\A(?:him|her|it|them|our|my)sel(?:f|ves)\b"
# Negated, and nothing that will or must be: what is insisted on was put in doubt. "Not a plan
# but rather a gift" puts one thing in another's place.
_NEGATED = (
    r"\A(?!.*\bbut (?:rather|instead)\b)"
    r"(?:(?!(?:will|would|must|should|shall|can|could)\b)[^\s.;]+ ){0,9}?\W*"
    r"(?:not|never|no|nobody|none|nothing|[a-z]+n['\u2019]t)\b"
)
# "Suggested leaving", "suggested that he be asked", "suggested people think".
_SUBJUNCTIVE = (
    r"\A\W*(?:[a-z]{2,}ing (?!that\b)"
    r"|[^.;,]{2,60}? (?:should|consider|be \w+(?:ed|en|ne))\b"
    r"|(?:that )?(?:he|she|they|we|people|everyone) \W*(?:think|try|wait|use|take|go|do|make|give|"
    r"share|look|keep|leave|stay)\b)"
)
# "Demanded how he could know": a question, however it is put.
_QUESTION = r"\A\W*(?:to know\b|(?:how|why|where|when|whether|who|if)\b(?! (?:much|many)\b))"
# What is the case or not: to rule it out is to deny it, to rule out a bid is to refuse it.
_FACT = (
    rf"\A{_DETERMINED}(?:\w+ )?(?:involvement|foul play|terrorism|sabotage|arson|links?|"
    r"connections?|collusion|wrongdoing|suicide|murder)\b"
)
# "Prayed the court to award damages": how a plea is worded.
_COURT = r"\A\W*(?:the|this|that|her|his) (?:[\w'\u2019-]+ ){0,2}?(?:court|judge|tribunal|bench)\b"
# "Teased a tour", and nobody "about" anything.
_TEASED_PLAN = (
    r"\A\W*(?:plans? |(?:the|an?) (?:[\w'\u2019-]+ ){0,5}?(?:tour|trek|album|song|single|film|"
    r"movie|series|season|sequel|show|game|product|phone|car|model|version|update|feature|announcement|"
    r"launch|release|comeback|return|project|collaboration|partnership|trailer)\b)"
)
# "Assured us that the bridge was safe": nothing that lies ahead is promised.
_AS_IT_IS = (
    r"\A(?:that |[\"\u201c\u2018])(?!.*\b(?:will|would|shall|can|could|must|going to|never)\b)"
    r"(?!.*(?:['\u2019]ll|won['\u2019]t)\b)"
)
_WITH = (
    *(
        (word, re.compile(_NEGATED, re.IGNORECASE), Act.DENY)
        for word in ("insist", "reply", "claim")
    ),
    ("ask", re.compile(rf"\A(?:{_REQUEST})", re.IGNORECASE), Act.DEMAND),
    ("tell", re.compile(rf"\A(?:{_TOLD_TO_DO})"), Act.DEMAND),
    *(
        (word, re.compile(_OWN_PLAN), Act.PROMISE)
        for word in ("announce", "announcement", "surprise announcement")
    ),
    ("question", re.compile(_DOUBTED), Act.ACCUSE),
    ("challenge", re.compile(_CHALLENGED_TO), Act.DEMAND),
    ("insist", re.compile(_INSISTED_ON, re.IGNORECASE), Act.DEMAND),
    ("defend", re.compile(_HIMSELF), Act.DENY),
    ("claim", re.compile(rf"\A\W*(?:(?:full|sole) )?{CLAIM_IDIOMS}\b", re.IGNORECASE), Act.STATE),
    *((word, re.compile(""), Act.STATE) for word in ("joke", "joke about", "jest", "quip")),
    *((word, re.compile(_AS_IT_IS, re.DOTALL), Act.STATE) for word in ("assure", "reassure")),
    ("demand", re.compile(_QUESTION, re.IGNORECASE), Act.ASK),
    *((word, re.compile(_FACT, re.IGNORECASE), Act.DENY) for word in ("rule out", "rule ~ out")),
    ("pray", re.compile(_COURT, re.IGNORECASE), Act.DEMAND),
    ("tease", re.compile(r"\A\W*that\b", re.IGNORECASE), Act.STATE),
    ("tease", re.compile(_TEASED_PLAN, re.IGNORECASE), Act.PROMISE),
    *((word, _CLAIM, Act.STATE) for word in ("respond", "response", "reply", "answer", "address")),
    ("credit", re.compile(r"\bwith "), Act.PRAISE),
    ("suggest", re.compile(_SUBJUNCTIVE), Act.PROPOSE),
)
# "Did not accept that", "did not accept the claim": what is said is not true.
_NOT_ACCEPTED = re.compile(rf"that\b|{_DETERMINED}{CLAIM_NOUNS}\b", re.IGNORECASE)
_REPEATING = word_set(
    "repeat reiterate restate affirm reaffirm echo renew express voice offer convey extend send"
)
_CHOOSING = word_set("decide opt choose elect agree vote")
_TURNING_AWAY = frozenset(("reject", "dismiss", "rebuff", "brush aside", "brush off", "deny"))


def with_object(head: str, sense: Sense, content: str) -> Sense:
    """Return attitude and act of a cue with how its content begins.

    >>> with_object("reject", (Attitude.EVENTUALITY, Act.REFUSE), "claims that he lied")[1]
    <Act.DENY: 'deny'>

    Args:
        head: The cue's telling word, as in the lexicon.
        sense: What the lexicon says of it.
        content: How the content begins.
    """
    if head in _CHOOSING and content.startswith("not to "):
        return sense[0], Act.REFUSE
    if content[:4].lower().startswith(("to ", "not ")) and not content.startswith("to know "):
        return _BEFORE_TO.get(head, sense)
    if head in _TURNING_AWAY:
        return sense[0], _turned_away(content) or sense[1]
    if head in _REPEATING:
        return sense[0], _named(content) or sense[1]
    if head == "accept" and sense[1] is Act.REFUSE and _NOT_ACCEPTED.match(content):
        return sense[0], Act.DENY
    told = next((act for word, form, act in _WITH if word == head and form.search(content)), None)
    return sense[0], told or sense[1]


def _turned_away(content: str) -> Act | None:
    """Return the act of a rejection: a claim is denied, a request refused."""
    if _ASKED_FOR.match(content):
        return Act.REFUSE
    return Act.DENY if _CLAIM.match(content) else None


def _named(content: str) -> Act | None:
    return next((act for act, form in _OF_NAMED_ACTS if form.match(content)), None)
