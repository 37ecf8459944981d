"""Whether words ask: a question, or an interviewer's "tell us about".

A quotation that tells something first and only closes with a question is what it tells.
"""

import re

__all__ = ["is_question"]

# No question mark of somebody quoted inside: "it felt like ‘is this it?’".
_QUESTION = re.compile(
    r"\?(?!['\u2019]\s?[\"\u201d])[\s\"'\u201d\u2019)\]]*$",
)
_QUOTED = ("\u201c", '"')
_SENTENCE_BEFORE = re.compile(r"[^.!?]*[\w)\]][.!]\W")
_ABBREVIATED = re.compile(r"\b(Mrs?|Ms|Drs?|Sens?|Reps?|Gov|Gen|Lt|Col|St|Prof|Rev|vs|No|[A-Z])\.")
_TELL_US = re.compile(
    r"\W*(?:please )?(?:tell|walk) (?:us|me) (?:(?:more|a (?:bit|little)(?: more)?|something) )?"
    r"(?:about|through|how|why|what|when|where)\b",
    re.IGNORECASE,
)
_END = 20


def is_question(words: str) -> bool:
    """Say whether a content asks.

    >>> is_question("Who built the mill?"), is_question("“It is shut. Who would have thought?”")
    (True, False)

    Args:
        words: The content's pieces, in order.
    """
    if _TELL_US.match(words):
        return True
    if not _QUESTION.search(words[-_END:]):
        return False
    if not words.startswith(_QUOTED):
        return True
    return not _SENTENCE_BEFORE.match(_ABBREVIATED.sub(r"\1", words))
