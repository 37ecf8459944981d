"""How a feeling is worded: "we are delighted", "she would prefer", "a sigh of relief"."""

__all__ = ["FEELING"]

_WHO = r"(?:i|we|he|she|they)"
_MARK = r"[\"\u201c\u2018]?"
FEELING = (
    rf"^\W*(?:that )?{_WHO}"
    r"(?: \w+ly| also| very| so| was| were| am| are| is|'m|\u2019m|'re|\u2019re| felt|"
    r" feel){0,3} "
    rf"{_MARK}(?:\w+ly |very |so )?(?:hope[sd]?|hopeful|fear(?:s|ed)?|doubt(?:s|ed)?|feels?|felt|"
    r"worry|worried|glad|sad|saddened|happy|excited|disappointed|shocked|devastated|heartbroken|"
    r"delighted|angry|confident|optimistic|concerned|love[sd]?|wish(?:es|ed)?|"
    # To be proud of somebody is praise.
    r"proud(?! of (?:you|him|her|them)\b)|troubled|upset|"
    r"appalled|disgusted|dismayed|horrified|alarmed|want(?:ed)? to (?!see|know)|pleased|"
    r"tired of|sick of|would prefer|surprised|stunned|thrilled|relieved|frustrated|scared|afraid|"
    r"nervous|honou?red|lucky|gutted|humbled|furious|outraged|ashamed|exhausted|overwhelmed|"
    r"fed up)\b"
    rf"|^\W*(?:that )?{_WHO} would be {_MARK}(?:overjoyed|happy|glad|sad|sorry|disappointed)\b"
    rf"|^\W*(?:that )?{_WHO} (?:have|has|had) (?:full|every|great|complete|total|absolute) "
    r"(?:confidence|faith|trust)\b"
    r"|\bwith (?:great|deep|profound|a heavy|heavy) (?:sadness|sorrow|regret|hearts?)\b"
    rf"|^\W*(?:that )?{_WHO}(?: am| is| are| was| were|['\u2019]m|['\u2019]re)? (?:also )?{_MARK}"
    r"look(?:s|ed|ing)? forward to\b|^\W*hopefully\b"
    r"|\bnever wish(?:es|ed)? \w|\bnever want(?:s|ed)? to\b"
    r"|\b(?:can|could)(?: hardly|not|n't|n\u2019t) believe\b"
    r"|^\W*(?:heartbroken|devastated|shocked|saddened|gutted)\b|\bsigh of relief\b"
    r"|\bi (?:was|am|felt) (?:speechless|overwhelmed|blown away|in tears|over the moon)\b"
    r"|\b(?:proud|emotional|sad|happy) moment\b|\bshame to (?:see|lose|hear)\b"
    r"|^\W*(?:it(?:'s|\u2019s| is| was)) (?:\w+ly |so |very )?(?:exciting|heartbreaking|"
    r"devastating|thrilling|surreal|scary|terrifying|nerve-w?racking)\b"
)
"""A regular expression."""
