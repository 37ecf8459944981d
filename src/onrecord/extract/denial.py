"""How a denial is worded: "no truth", "it never happened", "the claim is false"."""

from onrecord.extract.objects import CLAIM_NOUNS

__all__ = ["DENIAL"]

_WHO = r"(?:i|we|he|she|they|it)"
_MARK = r"[\"\u201c\u2018]?"
# "I was never told" complains, "I never want to" feels.
_NO_DEED = (
    r"(?:been|seen|experienced|imagined|thought|felt|heard of|expected|forget|forgot|"
    r"want(?:s|ed)?|wish(?:es|ed)?|dream(?:s|ed|t)?|given|offered|allowed|told|asked|consulted|"
    r"informed|paid|invited|gets?|got|stops?|stopped)"
)
_UNTRUE = (
    r"(?:false|untrue|baseless|unfounded|groundless|merit-?less|without merit|ridiculous|absurd|"
    r"nonsens\w+|laughable|ludicrous|preposterous|fantas(?:y|ies)|fictions?|fairy[- ]tales?|"
    r"fabricat\w+|inventions?|invented|lies?|hoax|smears?|slander\w*|libel\w*|malicious|"
    r"defamatory|fake|frivolous|rubbish|garbage|bogus|inaccurate|incorrect|wrong|"
    r"unsubstantiated|hurtful|myths?|outrageous)"
)
DENIAL = (
    r"\bno (?:evidence|truth|proof|basis|indication|suggestion|plans?|knowledge|involvement|"
    r"connection|link|wrongdoing|reason to believe)\b"
    r"|\bnot (?:true|the case|correct|accurate|aware of|involved|responsible|guilty|connected|"
    r"related|linked|behind|at fault|to blame)\b|\bnothing to do with\b|\b(?:un|not )founded\b"
    r"|\b(?:is|was|are|were|has been) (?:false|untrue|fake|baseless|fabricated|groundless)\b"
    rf"|\b{_WHO}(?: had| has| have| was| were)? {_MARK}never (?!{_NO_DEED}\b)"
    rf"|\b{_WHO} (?:did|do|does|had|have|has)(?: not|n't|n\u2019t) (?:kill|commit|violate|break|"
    r"steal|lie|cause|intend|order)\w*"
    r"|\b(?:innocent|in self[- ]defen[cs]e)\b"
    r"|\b[\w'\u2019-]+ never (?:said|happened|did|took place|occurred|existed)\b"
    # A reply that begins with no, or has nobody do what was told.
    r"|^\W*(?:(?:oh|god|well|absolutely|of course|certainly)\W+)?(?:no|not so|nonsense|"
    r"rubbish|(?:of course|certainly|absolutely) not)(?:[.!,\u2026]|\W*$)"
    r"|^\W*nobody (?!else|knows?|wants?|likes?|should|could|would|will|can|cares?|came|is|was)"
    # What somebody else has heard in it.
    rf"|\b{_WHO} (?:was|were|am|is|are)(?: not|n['\u2019]t) (?:suggesting|saying|implying|accusing|"
    r"insinuating|claiming|alleging)\b"
    # A reply in the negative, at its beginning.
    r"|^\W*not (?:at all|so|one|even)\b"
    r"|^\W*(?:that )?there (?:was|is|were|are|has been|had been) (?:absolutely )?no (?!need|doubt|"
    r"point|way\b|question|sense|reason|room|time|excuse|comparison|place|answer|one\b|more\b|"
    r"longer\b|substitute|right\b)"
    r"|^\W*(?:that )?(?:no (?:such )?\w+|none of (?:\w+ ){1,4}?)(?:had|has|have|exist\w*) "
    r"|\bno such \w+ exist|\b(?:are|is|was|were) not affected\b"
    r"|^\W*we (?:do|did)(?: not|n't|n\u2019t) (?!know|think|believe|want|have|see|understand|"
    r"remember|expect|support|recall|care|like|agree|need|comment|accept|discuss)"
    # What is put forward is called untrue.
    rf"|\b(?:{CLAIM_NOUNS}|(?:law)?suits?)(?: (?:is|was|are|were|has been|as|to be))?"
    rf"(?: {_MARK}(?:an?|the|pure|mere|sheer|\w+ly)){{0,3}} {_MARK}{_UNTRUE}\b"
)
"""A regular expression."""
