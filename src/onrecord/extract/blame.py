"""What tells of another's wrong without a word of judgement: "they never asked us".

Another party is the subject, and what they did, or left undone, is held against them.
"""

__all__ = ["BLAME"]

_MARK = r"[\"\u201c\u2018]?"
_HAVE = r"(?: had| has| have|['\u2019]d|['\u2019]ve)?"
_THEY = r"(?:they|he|she)"
_HARM = (
    r"(?:stole|stolen|robbed|bombed|shelled|tortured|raped|beaten|looted|murdered|bullied|harassed|"
    r"cheated|misled|betrayed|abandoned|concealed|covered up|dumped|staged|faked|silenced)"
)
BLAME = (
    # Done to the speaker, and told first.
    rf"^\W*they{_HAVE} (?:\w+ly |just |simply )?(?:closed|shut|threw|sold|cut|drove|ignored|forced|"
    r"robbed|tricked|blamed|evicted|fired|trapped|pushed|dismissed|excluded|banned|blocked|promised|"
    r"used|failed|let|abandoned|misled|cheated) (?:us|me)\b(?! (?:go|in)\b)"
    rf"|\b{_THEY}{_HAVE} (?:\w+ly )?{_HARM}\b"
    r"|\b(?:has|have|had) (?:\w+ly )?staged\b"
    # Known and kept quiet.
    rf"|\b(?:{_THEY}|whoever [a-z ]{{2,20}}?|the \w+) {_MARK}(?:all |always |either )?"
    r"knew(?: exactly| full well| all along| or (?:chose|should have|ought)|[,.!\u2019\u201d\"])"
    # Left undone.
    rf"|\b(?:has|have|had) {_MARK}never once\b|\b(?:done|did) (?:little|nothing|too little) to\b"
    rf"|\b(?:he|she|they) (?:cannot|can['\u2019]t|could not|couldn['\u2019]t|won['\u2019]t) "
    r"tell us\b"
    r"|\b(?:routinely|systematically|deliberately|repeatedly|simply) (?:ignored|flouted|violated|"
    r"overlooked|broken)\b"
    r"|\b(?:no one|nobody) (?:ever |even )?(?:asked|warned|consulted|informed) us\b"
    r"|\bwe were(?: not|n['\u2019]t) (?:told|asked|consulted|warned|informed)\b"
    r"|\b(?:they|he|she|it|the \w+) should(?: never| not|n['\u2019]t)? have (?!been able)"
    r"|\bcould (?:easily )?have been (?:prevented|avoided)\b|\b(?:preventable|avoidable) "
    # Set images: the buck passed, profits put before people.
    r"|\b(?:look(?:s|ed|ing)? the other way|pass(?:es|ed|ing)? the buck|kick(?:s|ed|ing)? the can|"
    r"drag(?:s|ged|ging)? (?:its|his|her|their) (?:feet|heels)|mov(?:es?|ed|ing) the goalposts|"
    r"hid(?:es?|ing)? behind|on the backs of|at (?:our|the public['\u2019]s) expense|"
    r"in the pockets? of|(?:got|getting|gets?) away with|play(?:s|ed|ing)? with (?:\w+ )?lives|"
    r"put(?:s|ting)? (?:\w+ ){1,3}(?:before|over|ahead of) (?:\w+ )?(?:people|patients|safety|"
    r"lives|country|justice))\b"
    # Pleaded for in vain.
    r"|^\W*(?:that )?(?:we|they)(?: have| had|['\u2019]ve|['\u2019]d) (?:been )?"
    r"(?:complain(?:ed|ing)|begg(?:ed|ing)|plead(?:ed|ing)) (?:to |with |for |about |the )"
    # A contest's other side.
    rf"|^\W*(?:that )?(?:my|his|her) opponents? {_MARK}(?:has|have|had|voted|wants?|wanted|is|was|"
    r"supports|supported|refuses|refused)\b|\bco[sz](?:ied|ying) up to\b"
)
"""A regular expression."""
