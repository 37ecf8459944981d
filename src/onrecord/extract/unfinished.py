"""What stops in the middle of its clause goes on to the end of its sentence.

"Lee said the vote, held in May, was lost": the network at times takes "the vote" for all that
was said, or "if it rains" of "said if it rains, it will stop", or stops at the full stop of
"Messrs.".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.passage import Passage
from onrecord.extract.verbs import AUXILIARIES
from onrecord.layout import sentence_at
from onrecord.types import Span

__all__ = ["with_rest"]

# Verbs that have a clause behind them, with or without its "that".
_CLAUSAL = re.compile(
    r"(?:.*\b)?(?:said|says|say|saying|added|adds|adding|believe[sd]?|think[s]?|thought|insist(?:s|ed)|"
    r"argue[sd]?|claim(?:s|ed)|conten(?:ds|ded)|maintain(?:s|ed)|stress(?:es|ed)|note[sd]|"
    r"predict(?:s|ed)|estimate[sd]?|warn(?:s|ed))(?: that)?\Z",
    re.DOTALL,
)
_UP_TO_CONTENT = re.compile(r"(?: that)? ?\Z")
# "If it rains", "once it is over": a clause that hangs on another.
_HANGING = re.compile(
    r"(?:that )?(?:even )?(?:if|once|when|whenever|unless|until|although|though|because|while|"
    r"whereas|as long as)\b[^,]*\Z",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(r", (?!(?:and|but|or|which|who|whose|said|says|according)\b)\w")
# "The vote": a noun with no verb behind it.
_NOUN = re.compile(
    r"(?:that )?(?:the|an?|his|her|its|their|this|that|these|those|some|many|most|all|no|any|one|"
    r"two|both|each|several)"
    r"(?: (?!(?:to|that|who|which|what|if|whether|and)\b)[\w$%.'\u2019-]+){1,8}\Z",
    re.IGNORECASE,
)
_VERB = re.compile(rf"\b(?:{AUXILIARIES}|\w{{2,}}ed)\b|n['\u2019]t\b")
# ", held in May, was", " -- Poe counted them -- was": what is put in between a noun and its verb.
_PUT_IN = re.compile(
    rf"(?:, (?!(?:and|but|or)\b)[^.;:!?\n\"\u201c\u201d]{{3,140}}?, "
    rf"| (?P<dash>--?|_|\u2014|\u2013) [^.;:!?\n\"\u201c\u201d]{{3,140}}? (?P=dash) )"
    rf"(?=(?:(?:also|now|still|then|not|[a-z]+ly) )?(?:{AUXILIARIES}|[a-z]{{2,}}ed)\b)"
)
_GOES_ON = re.compile(r"\.? (?=[\w$])")
# "…, and urged all to leave": what the same source does next.
_JOINT = re.compile(r",? (?:and|but) (?:(?:also|then|later) )?\Z")
_END = " \n.!?"
# Drafts around one that may stand in the rest of its sentence.
_NEAR = 6


def with_rest(drafts: Sequence[Draft], passage: Passage, sentences: Sequence[Span]) -> list[Draft]:
    """Return the drafts, contents that stop in the middle of a clause going on to its end.

    Args:
        drafts: As paired, in order.
        passage: The layout of their text.
        sentences: The sentences of the text, in order.
    """
    if not sentences:
        return list(drafts)
    kept: list[Draft | None] = list(drafts)
    for index, draft in enumerate(drafts):
        if kept[index] is None or not _stops_short(draft, passage, sentences):
            continue
        near = range(max(0, index - _NEAR), min(len(drafts), index + 1 + _NEAR))
        others = {i: drafts[i] for i in near if i != index and kept[i] is not None}
        if _has_cue_put_in(draft, list(others.values()), passage):
            continue
        rest = _rest(draft, list(others.values()), passage, sentences)
        last = draft.content[-1]
        kept[index] = replace(draft, content=(*draft.content[:-1], Span(last.start, rest.end)))
        for i, other in others.items():
            if _is_taken(other, draft, rest):
                kept[i] = None
    return [draft for draft in kept if draft is not None]


def _stops_short(draft: Draft, passage: Passage, sentences: Sequence[Span]) -> bool:
    """Say whether the words behind a verb of saying are no whole clause, and more follows."""
    if not draft.source or not draft.cue or len(draft.content) > 1:
        return False
    cue, said, text = draft.cue[-1], draft.content[0], passage.text
    home = sentence_at(sentences, cue.start)
    if not cue.end <= said.start or said.end >= home.end or said.start >= home.end:
        return False
    if not _CLAUSAL.match(text[cue.start : cue.end]):
        return False
    if not _UP_TO_CONTENT.fullmatch(text, cue.end, said.start):
        return False
    if passage.quotation_at(said.end - 1) is not None or passage.quotation_at(cue.start):
        return False
    words = text[said.start : said.end]
    is_cut = text[said.end] == "." or text[said.end - 1] == "."
    return (
        (is_cut and _GOES_ON.match(text, said.end, home.end) is not None)
        or (bool(_HANGING.match(words)) and bool(_NEXT_CLAUSE.match(text, said.end, home.end)))
        or (
            bool(_NOUN.match(words))
            and not _VERB.search(words)
            and bool(_PUT_IN.match(text, said.end, home.end))
        )
    )


def _has_cue_put_in(draft: Draft, others: Sequence[Draft], passage: Passage) -> bool:
    """Say whether what is put in is told by somebody: "the vote, reportedly lost in May, was"."""
    put_in = _PUT_IN.match(passage.text, draft.content[-1].end)
    return put_in is not None and any(
        cue.start in range(*put_in.span()) and other.source == draft.source
        for other in others
        for cue in other.cue[:1]
    )


def _rest(
    draft: Draft, others: Sequence[Draft], passage: Passage, sentences: Sequence[Span]
) -> Span:
    """Return what follows up to the end of the sentence, or what the source does next."""
    start = draft.content[-1].end
    end = sentence_at(sentences, draft.cue[0].start).end
    for other in others:
        if other.source != draft.source or not other.cue or not start < other.cue[0].start < end:
            continue
        joint = _JOINT.search(passage.text, start, other.cue[0].start)
        if joint is not None:
            end = joint.start()
    words = passage.text[start:end]
    bare = words.rstrip(_END) if passage.quotation_at(end - 1) is None else words.rstrip()
    return Span(start, start + len(bare))


def _is_taken(other: Draft, draft: Draft, rest: Span) -> bool:
    """Say whether another draft of the same source, or of none, was only a part of the rest."""
    if not other.cue or other.cue[0] not in rest:
        return False
    return other.source in (draft.source, ())
