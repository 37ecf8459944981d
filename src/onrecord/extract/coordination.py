"""What goes on behind "and" or "but" within the words of one who said both.

"Lee said that she would not sell but would wait", "Lee said they could answer by leaving and
saying why", "Lee called the vote and the call for another a farce": the network takes the second
verb or noun for a cue of its own, although it stands in what is said.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.types import Span

__all__ = ["with_coordinated"]

_JOINT = re.compile(r",? (?:and|but|or) ")
_MODAL = re.compile(r"(?:would|will|could|can|might|may|must|should)\b")
# "Said it was dear, but would not say for whom": a refusal of its own.
_REFUSAL = re.compile(
    r"(?:would|could|will|did)(?: not|n['\u2019]t) (?:say|comment|confirm|elaborate|rule out|name|"
    r"discuss|answer|respond|reveal|disclose|explain|specify|provide)\b"
)
_SAYING = re.compile(
    r"(?:.*\b)?(?:said|says|say|saying|added|adds|told|tells|argued|insisted|promised)\b"
)
# "That she would not sell": the clause has a subject, and then a verb of the same kind.
_CLAUSE = r"(?:that )?(?:(?:he|she|it|they|we|I|you)|[^,;.]{{2,60}}?) {modal}\b"
_GERUND = re.compile(r"\w+ing\b")
_BY_GERUND = re.compile(r"\bby (?:[a-z]+ly )?\w+ing\b")
# "Called the vote": who or what is called so comes first, then what it is called.
_NAMING = re.compile(r"(?:.*\b)?(?:called|calls|calling|branded|labell?ed|deemed|dubbed)\Z")
_NOUN = re.compile(r"(?:the|an?|his|her|its|their|this|that) [a-z]+ (?:for|of|to|that)\Z")
_AHEAD = 4


def with_coordinated(drafts: Sequence[Draft], passage: Passage) -> list[Draft]:
    """Return the drafts, those that only go on with the words of the one before joined to it.

    Args:
        drafts: As paired, in order.
        passage: The layout of their text.
    """
    kept = list(drafts)
    for index in range(len(kept)):
        for place in range(index + 1, min(len(kept), index + 1 + _AHEAD)):
            if _goes_on(kept[index], kept[place], passage):
                kept[index] = _joined(kept[index], kept[place])
                kept[place] = replace(kept[place], content=())
    return [draft for draft in kept if draft.content]


def _joined(draft: Draft, other: Draft) -> Draft:
    last = draft.content[-1]
    whole = Span(last.start, max(last.end, other.content[-1].end))
    return replace(draft, content=(*draft.content[:-1], whole))


def _goes_on(draft: Draft, other: Draft, passage: Passage) -> bool:
    if not draft.source or not draft.cue or not draft.content or not other.cue:
        return False
    if not other.content or other.source not in (draft.source, ()):
        return False
    last, cue, text = draft.content[-1], other.cue[0], passage.text
    joint = _JOINT.match(text, last.end)
    if joint is None or joint.end() != cue.start or last.start < draft.cue[-1].end:
        return False
    if other.content[0].start < cue.end or passage.quotation_at(last.end - 1) is not None:
        return False
    said = text[last.start : last.end]
    return _is_parallel(draft, said, text[cue.start : cue.end], passage)


def _is_parallel(draft: Draft, said: str, verb: str, passage: Passage) -> bool:
    """Say whether a verb or noun goes with one in what is said."""
    cue = passage.text[draft.cue[0].start : draft.cue[-1].end]
    modal = _MODAL.match(verb)
    if _REFUSAL.match(verb):
        return False
    if modal is not None:
        clause = _CLAUSE.format(modal=modal.group())
        return bool(_SAYING.match(cue)) and re.match(clause, said) is not None
    if _GERUND.match(verb):
        return bool(_SAYING.match(cue)) and _BY_GERUND.search(said) is not None
    return bool(_NAMING.match(cue)) and _NOUN.match(verb) is not None
