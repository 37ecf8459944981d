"""What only tells, though it has a word of another act: a low risk warns of nothing.

Who took responsibility accuses nobody, and what "should be noted" is demanded of nobody.
"""

__all__ = ["TELLING"]

_MARK = r"[\"\u201c\u201d\u2018\u2019]?"
TELLING = (
    # Little or no danger.
    r"\b(?:risks?|dangers?|threats?|chances?|likelihood) (?:(?:of|to|that|for|from) "
    r"(?:[\w'\u2019-]+ ){1,6}?)?(?:is|was|are|were|remains?|remained) "
    rf"{_MARK}(?:(?:still|now|currently|very|quite|\w+ly) )*(?:low|lower|small|minimal|"
    r"negligible|slim|remote)\b"
    rf"|\bno (?:need|reason|cause){_MARK} (?:for (?:[\w'\u2019-]+ ){{1,4}}?)?(?:to {_MARK}"
    r"(?:worry|panic|fear|be (?:alarmed|concerned|worried|afraid))|for (?:alarm|concern|panic))\b"
    # Blame taken upon oneself.
    r"|\b(?:has|have|had)(?: \w+ly| also| now)? (?:taken|accepted|claimed|assumed) "
    r"(?:(?:full|sole|personal|the|all) ){0,2}(?:responsibility|blame)\b"
    r"|^\W*(?:that )?(?:i|we|he|she|they|it) (?:takes?|took|accepts?|accepted|claims?|claimed) "
    r"(?:(?:full|sole|personal|the|all) ){0,2}(?:responsibility|blame)\b"
)
"""A regular expression."""
