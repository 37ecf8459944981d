"""From drafts to statements: spans trimmed to words, kind, id, order."""

from onrecord.extract.continuity import join_continued
from onrecord.extract.draft import Draft
from onrecord.extract.lines import with_lines
from onrecord.extract.narration import without_narration
from onrecord.extract.nesting import parents_of, with_inner
from onrecord.extract.pairing import pair
from onrecord.extract.passage import Passage, passage_of
from onrecord.extract.signature import signed_quotations
from onrecord.extract.transcript import transcript_lines
from onrecord.extract.trim import trimmed
from onrecord.tagger import Tagging
from onrecord.types import Article, MadeBy, Statement, statement_id


def statements(article: Article, tagging: Tagging, made_by: MadeBy) -> tuple[Statement, ...]:
    """Return the statements of an article, in order of appearance.

    Args:
        article: The article.
        tagging: The network's marks in its body, and their links.
        made_by: What every statement tells of its making.
    """
    passage = passage_of(article)
    paired = (trimmed(draft, passage) for draft in pair(tagging, passage))
    told = (without_narration(draft, passage) for draft in paired if draft is not None)
    lines = [*transcript_lines(passage), *signed_quotations(passage)]
    joined = join_continued(with_lines(list(told), lines), passage)
    floor = tagging.calibration.floor
    sure = [draft for draft in joined if draft.confidence >= floor]
    drafts = with_inner(sure, tagging.inside, passage)
    parents = parents_of(drafts)
    found: list[Statement] = []
    for draft, parent in zip(drafts, parents, strict=True):
        above = None if parent is None else found[parent].id
        found.append(_statement(article, draft, passage, made_by, above))
    return tuple(found)


def _statement(
    article: Article, draft: Draft, passage: Passage, made_by: MadeBy, parent: str | None
) -> Statement:
    spans = {"source": draft.source, "cue": draft.cue, "content": draft.content}
    return Statement(
        id=statement_id(article.id, **spans),
        article_id=article.id,
        kind=passage.kind_of(draft.content),
        **spans,
        parent=parent,
        confidence=round(draft.confidence, 4),
        made_by=made_by,
    )
