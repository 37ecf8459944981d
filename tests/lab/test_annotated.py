"""Annotations move along when words of a text are replaced."""

import random

from onrecord import Span
from onrecord.tagger import NameKind, Pronoun
from onrecord_lab.annotated import Annotated, Maskable, rewritten, varied
from onrecord_lab.polnear import GoldStatement

TEXT = "Hillary Clinton came. Clinton said it rains. Clinton's aide left."


def span(words, start=0):
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


FULL, SECOND, THIRD = span("Hillary Clinton"), span("Clinton", 20), span("Clinton", 40)
ARTICLE = Annotated(
    name="a",
    text=TEXT,
    statements=(GoldStatement(source=(SECOND,), cue=(span("said"),), content=(span("it rains"),)),),
    names=((FULL, NameKind.PERSON), (SECOND, NameKind.PERSON), (THIRD, NameKind.PERSON)),
    candidates=(FULL, SECOND, THIRD),
    maskable=(Maskable(span=SECOND, pronoun=Pronoun.SHE, to=(FULL,)),),
)


def words(article, one):
    return article.text[one.start : one.end]


def test_every_span_still_holds_its_words():
    new = rewritten(ARTICLE, [(SECOND, "She")])
    assert new.text == TEXT.replace(" Clinton said", " She said")
    assert new.statements is not None
    (statement,) = new.statements
    assert words(new, statement.source[0]) == "She"
    assert words(new, statement.cue[0]) == "said"
    assert words(new, statement.content[0]) == "it rains"
    assert words(new, new.names[-1][0]) == "Clinton"


def test_masked_name_becomes_a_reference_to_the_full_one():
    for seed in range(40):
        new = varied(ARTICLE, random.Random(seed))
        if new.references:
            (reference,) = new.references
            assert words(new, reference.span) == "She"
            assert [words(new, one) for one in reference.to] == ["Hillary Clinton"]
            assert len(new.candidates) == 2
            return
    raise AssertionError("nothing was masked in forty tries")
