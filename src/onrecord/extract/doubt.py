"""Findings that are no statement more often than not: unsure, and by a cue that tells nothing.

What the network is half sure of is a statement where the cue is a word of saying, and
mostly none where no lexicon knows it ("covered", "orchestrated"), where nobody says it and
nothing is quoted, or where part of a sentence is quoted. Who was accused or criticised
is told without a source. Chosen on PolNeAR dev (docs/lab-log.md).
"""

import re

from onrecord.extract.draft import Draft
from onrecord.extract.others import befalls_subject
from onrecord.extract.passage import Passage
from onrecord.extract.sense import sense_of
from onrecord.types import Article, Attitude, Kind

__all__ = ["is_doubtful"]

_UNKNOWN_CUE = 0.6
_NOBODY = 0.55
_ALONE = 0.5
# A quotation that begins in the middle of a sentence.
_PART = re.compile(r"[\"'“‘«„(\[]*[a-z]")


def is_doubtful(article: Article, draft: Draft, passage: Passage) -> bool:
    """Say whether a finding is less likely than not to be a statement.

    Args:
        article: The article.
        draft: What was found.
        passage: The article's layout.
    """
    if not draft.cue:
        is_part = _PART.match(article.text, draft.content[0].start) is not None
        return not draft.source and is_part and draft.confidence < _ALONE
    if passage.kind_of(draft.content) is not Kind.INDIRECT:
        return False
    sense = sense_of(article, draft)
    if sense is None:
        return draft.confidence < _UNKNOWN_CUE
    is_put = sense.attitude in (Attitude.ASSERTION, Attitude.BELIEF)
    is_nobodys = not draft.source and not befalls_subject(passage.words(draft.cue))
    return is_put and is_nobodys and draft.confidence < _NOBODY
