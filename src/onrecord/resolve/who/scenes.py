"""An article as the evidence for who is meant is taken from it."""

import re

from onrecord.layout import paragraphs, quotations
from onrecord.resolve.who.candidates import Scene
from onrecord.resolve.who.entities import Cast
from onrecord.tagger import Tagging
from onrecord.types import Article

__all__ = ["scene_of"]

_SENTENCE = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]*[A-Z0-9])")


def scene_of(article: Article, tagging: Tagging, cast: Cast) -> Scene:
    """Return what the evidence for who is meant is taken from.

    Args:
        article: The article.
        tagging: What the network said of its text.
        cast: Its entities.
    """
    blocks = paragraphs(article.text, article.body)
    starts: list[int] = []
    for block in blocks:
        starts.append(block.start)
        starts.extend(m.end() for m in _SENTENCE.finditer(article.text, block.start, block.end))
    quoted = [edge for q in quotations(article.text, blocks) for edge in (q.span.start, q.span.end)]
    entities = [cast.at(span) for span in cast.spans]
    return Scene(
        text=article.text,
        phrases=tagging.phrases,
        name_spans=cast.spans,
        name_entities=[entity for entity in entities if entity is not None],
        sentences=starts,
        paragraphs=[block.start for block in blocks],
        quotations=quoted,
    )
