"""What is unsure and has no telling cue is no statement."""

import pytest
from marked import marks_of, place

from onrecord import Article
from onrecord.extract.doubt import is_doubtful
from onrecord.extract.draft import Draft
from onrecord.extract.passage import passage_of


def doubtful(text, confidence, **roles):
    article = Article(text=text)
    spans = {mark.role: (mark.span,) for mark in marks_of(text, **roles)}
    draft = Draft(
        source=spans.get("source", ()),
        cue=spans.get("cue", ()),
        content=spans["content"],
        confidence=confidence,
    )
    return is_doubtful(article, draft, passage_of(article))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "confidence", "is_out"),
    [
        ("The study spanned 8,000 hours.", "The study", "spanned", "8,000 hours", 0.5, True),
        ("The study spanned 8,000 hours.", "The study", "spanned", "8,000 hours", 0.7, False),
        ("The study said it was late.", "The study", "said", "it was late", 0.3, False),
        ("It was said that it was late.", "", "was said", "that it was late", 0.5, True),
        ("It was said that it was late.", "", "was said", "that it was late", 0.6, False),
        ("It was “late” there.", "", "", "“late”", 0.4, True),
        ("It was “late” there.", "", "", "“late”", 0.6, False),
    ],
)
def test_what_is_unsure_needs_a_cue_that_tells(text, source, cue, content, confidence, is_out):
    roles = {"source": source, "cue": cue, "content": content}
    given = {role: [words] for role, words in roles.items() if words}
    assert doubtful(text, confidence, **given) is is_out


@pytest.mark.parametrize(
    ("cue", "is_kept"), [("was accused of", True), ("was charged with", False)]
)
def test_who_was_accused_is_told_though_nobody_is_named(cue, is_kept):
    article = Article(text=f"Lee {cue} selling the dam.")
    content = (place(article.text, "Lee"), place(article.text, "selling the dam"))
    draft = Draft(cue=(place(article.text, cue),), content=content, confidence=0.4)
    assert is_doubtful(article, draft, passage_of(article)) is not is_kept
