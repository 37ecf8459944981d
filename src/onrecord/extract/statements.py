"""From drafts to statements: spans trimmed to words, kind, id, order."""

import bisect
from collections.abc import Sequence

from onrecord.extract.address import is_address
from onrecord.extract.beside_names import with_names
from onrecord.extract.bounds import within_bounds
from onrecord.extract.continuity import join_continued
from onrecord.extract.contrast import without_contrast
from onrecord.extract.coordination import with_coordinated
from onrecord.extract.doubt import is_doubtful
from onrecord.extract.draft import Draft
from onrecord.extract.endings import with_endings
from onrecord.extract.formulas import is_formula, silences
from onrecord.extract.frames import with_frames
from onrecord.extract.headings import without_headings
from onrecord.extract.home import with_shared_subject, within_sentence
from onrecord.extract.letters import letter_lines
from onrecord.extract.lines import with_lines
from onrecord.extract.narration import (
    without_narration,
    without_next_subject,
    without_sentences_after,
    without_sentences_before,
)
from onrecord.extract.nesting import parents_of, with_inner
from onrecord.extract.opening import with_opening
from onrecord.extract.orphans import with_orphans
from onrecord.extract.others import with_others, without_hearer
from onrecord.extract.own_voice import is_own_voice
from onrecord.extract.pairing import pair
from onrecord.extract.passage import Passage, passage_of
from onrecord.extract.quoted import quoted_ones
from onrecord.extract.signature import shown_posts, signed_quotations
from onrecord.extract.subject import with_subject
from onrecord.extract.transcript import answer_lines, transcript_lines
from onrecord.extract.trim import trimmed
from onrecord.extract.unfinished import with_rest
from onrecord.extract.unsaid import is_unsaid
from onrecord.layout import sentences
from onrecord.tagger import Name, NameKind, Tagging
from onrecord.types import Article, MadeBy, Span, Statement, statement_id


def statements(article: Article, tagging: Tagging, made_by: MadeBy) -> tuple[Statement, ...]:
    """Return the statements of an article, in order of appearance.

    Args:
        article: The article.
        tagging: The network's marks in its body, and their links.
        made_by: What every statement tells of its making.
    """
    passage = passage_of(article)
    parts = sentences(article.text, passage.paragraphs)
    sure = [
        draft
        for draft in _joined(tagging, passage, parts)
        if draft.confidence >= tagging.calibration.floor
        and not _is_surname(draft, tagging.names)
        and not is_doubtful(article, draft, passage)
        and not is_formula(draft, passage)
        and not is_own_voice(article, draft, passage, tagging.names)
        and not is_address(draft, passage, parts)
        and not is_unsaid(draft, passage, parts)
    ]
    opened = (with_opening(draft, passage, parts) for draft in sure)
    cut = (piece for draft in opened for piece in within_bounds(draft, passage))
    plain = (without_contrast(article, draft, passage) for draft in cut)
    heard = (without_hearer(draft, passage) for draft in plain)
    at_home = (within_sentence(draft, passage, parts) for draft in heard)
    found_out = [with_subject(draft, passage, parts, tagging.names) for draft in at_home]
    sourced = with_rest(with_shared_subject(found_out, passage, parts), passage, parts)
    told = sorted([*sourced, *silences(sourced, passage, parts)], key=lambda draft: draft.place)
    inside = with_inner(told, tagging.inside, passage)
    whole = with_endings(inside, passage, parts)
    drafts = sorted([*whole, *quoted_ones(whole, passage)], key=lambda draft: draft.place)
    parents = parents_of(drafts)
    found: list[Statement] = []
    for draft, parent in zip(drafts, parents, strict=True):
        above = None if parent is None else found[parent].id
        found.append(_statement(article, draft, passage, made_by, above))
    return tuple(found)


def _joined(tagging: Tagging, passage: Passage, parts: Sequence[Span]) -> list[Draft]:
    """Return the drafts that marks and layout make, with clean edges, quotations whole."""
    pairs = with_orphans(pair(tagging, passage), tagging, passage, parts)
    framed = with_coordinated(with_frames(pairs, tagging, passage, parts), passage)
    named = with_names(framed, tagging.names, passage)
    paired = (trimmed(draft, passage) for draft in named)
    told = (without_headings(draft, passage) for draft in paired if draft is not None)
    own = (with_others(draft, passage) for draft in told if draft is not None)
    whole = [_without_narration(draft, passage, parts) for draft in own if draft is not None]
    spoken = transcript_lines(passage) or answer_lines(passage)
    signed = [*signed_quotations(passage), *shown_posts(passage)]
    lines = [*spoken, *letter_lines(passage), *signed]
    return join_continued(with_lines(whole, lines), passage)


def _without_narration(draft: Draft, passage: Passage, parts: Sequence[Span]) -> Draft:
    """Return a draft without what the reporter tells before, between and after its words."""
    draft = without_next_subject(without_narration(draft, passage), passage)
    draft = without_sentences_before(draft, passage, parts)
    return without_sentences_after(draft, passage, parts)


def _is_surname(draft: Draft, names: Sequence[Name]) -> bool:
    """Say whether a cue is part of somebody's name: "Qaboos bin Said"."""
    if not draft.cue:
        return False
    at = bisect.bisect_right(names, draft.cue[0].start, key=lambda name: name.span.start) - 1
    name = names[at] if at >= 0 else None
    return (
        name is not None
        and name.kind is NameKind.PERSON
        and name.span.start < draft.cue[0].start
        and draft.cue[0].end <= name.span.end
    )


def _statement(
    article: Article, draft: Draft, passage: Passage, made_by: MadeBy, parent: str | None
) -> Statement:
    source, cue, content = draft.source, draft.cue, draft.content
    return Statement(
        id=statement_id(article.id, source=source, cue=cue, content=content),
        article_id=article.id,
        kind=passage.kind_of(content),
        source=source,
        cue=cue,
        content=content,
        parent=parent,
        confidence=round(draft.confidence, 4),
        made_by=made_by,
    )
