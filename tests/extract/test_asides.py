"""The reporter's asides: cues that take a side, and verdicts in narration."""

import pytest
from by_hand import one, statement
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article, Span
from onrecord.extract.asides import asides
from onrecord.extract.sense import sense_of
from onrecord.extract.verdicts import verdicts
from onrecord.types import AsideKind


def found_in(text, **roles):
    article, made = one(text, **roles)
    return [(str(aside.kind), article[aside.span]) for aside in asides(article, [made])]


LEE = {"source": "Lee", "content": "it was over"}


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Lee claimed it was over.", "claimed", [("tone", "claimed")]),
        ("Lee falsely said it was over.", "said", [("false", "falsely")]),
        ("Lee falsely claimed it was over.", "falsely claimed", [("false", "falsely")]),
        (
            "Lee said it was over. The video could not be independently verified.",
            "said",
            [("unsupported", "could not be independently verified")],
        ),
        (
            "Lee said, without providing any evidence, it was over.",
            "said",
            [("unsupported", "without providing any evidence")],
        ),
        ("Lee repeated a false claim, saying it was over.", "saying", [("false", "false claim")]),
        ("Lee said it was over, a baseless theory.", "said", [("unsupported", "baseless theory")]),
        (
            "Lee said it was over, contrary to the evidence.",
            "said",
            [("disputed", "contrary to the evidence")],
        ),
        ("Lee correctly noted it was over.", "noted", [("confirmed", "correctly")]),
        ("Lee misleadingly said it was over.", "said", [("misleading", "misleadingly")]),
        (
            "Lee said it was over. There is no evidence for that claim.",
            "said",
            [("unsupported", "There is no evidence")],
        ),
        (
            "Lee said it was over. The Echo could not independently verify that claim.",
            "said",
            [("unsupported", "could not independently verify")],
        ),
        (
            "Lee said it was over. It was not possible to verify the claim.",
            "said",
            [("unsupported", "not possible to verify")],
        ),
        (
            "Lee said it was over, though there is no sign that it was.",
            "said",
            [("unsupported", "there is no sign")],
        ),
        (
            "Lee said it was over, though court records show that it was not.",
            "said",
            [("disputed", "though court records show")],
        ),
        ("Lee revealed it was over.", "revealed", []),
        ("Lee confessed it was over.", "confessed", []),
        ("Lee said it was over. May told the Echo the report is false.", "said", []),
        (
            "Lee said it was over. The claim has been widely debunked.",
            "said",
            [("false", "debunked")],
        ),
    ],
)
def test_the_outlets_own_judgement_is_an_aside(text, cue, expected):
    assert found_in(text, cue=cue, **LEE) == expected


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Lee said it was over.", "said"),
        ("Lee did not claim it was over.", "did not claim"),
        ("Lee would claim it was over.", "would claim"),
        ("Lee said it was over. The report on South Africa's False Bay came later.", "said"),
        ("Lee said it was over. “There is no evidence of that,” came a voice.", "said"),
        ("Lee said it was over. She disputed the claim of a rival.", "said"),
        ("Police found no evidence it was over.", "found no evidence"),
        ("Lee, who is politically incorrect, said it was over.", "said"),
    ],
)
def test_other_words_are_no_aside(text, cue):
    source = "Police" if text.startswith("Police") else "Lee"
    assert found_in(text, cue=cue, source=source, content="it was over") == []


@pytest.mark.parametrize("rest", ["responsibility for it", "victory"])
def test_claiming_by_custom_takes_no_side(rest):
    assert found_in(f"Lee claimed {rest}.", source="Lee", cue="claimed", content=rest) == []


def test_a_verdict_that_a_source_gives_is_not_the_outlets():
    text = "Lee said it was over. Kim said Lee had falsely said so without evidence."
    article = Article(text=text)
    first = statement(article, source="Lee", cue="said", content="it was over")
    content = "Lee had falsely said so without evidence"
    second = statement(article, source="Kim", cue="Kim said", content=content)
    assert asides(article, [first, second]) == ()


def test_a_source_chooses_the_words_of_what_it_reports():
    article = Article(text="Kim said Lee claimed it was over.")
    outer = statement(article, source="Kim", cue="said", content="Lee claimed it was over")
    inner = statement(article, source="Lee", cue="claimed", content="it was over", parent=outer.id)
    assert asides(article, [outer, inner]) == ()


def test_a_verdict_goes_to_the_nearer_statement():
    article = Article(text="Kim said one, and Lee falsely said two.")
    first = statement(article, source="Kim", cue="said", content="one")
    second = statement(article, source="Lee", cue="falsely said", content="two")
    (aside,) = asides(article, [first, second])
    assert aside.statement == second.id


@pytest.mark.parametrize(
    ("text", "cue", "negated", "hypothetical"),
    [
        ("Lee did not say it was over.", "say", True, False),
        ("Lee would say it was over.", "say", False, True),
        ("Nobody said it was over.", "said", True, False),
        ("Lee said it was over.", "said", False, False),
        ("None of them said it was over.", "said", True, False),
    ],
)
def test_helping_words_outside_of_the_cue_count(text, cue, negated, hypothetical):
    article, made = one(text, source=text.split()[0], cue=cue, content="it was over")
    sense = sense_of(article, made)
    assert (sense.negated, sense.hypothetical) == (negated, hypothetical)


def test_an_address_with_a_number_is_not_nobody():
    article, made = one(
        "No 10 said it was over.", source="No 10", cue="said", content="it was over"
    )
    assert not sense_of(article, made).negated
    article, made = one(
        "No minister said it was over.", source="No minister", cue="said", content="it was over"
    )
    assert sense_of(article, made).negated


def test_a_bare_quotation_has_no_sense():
    article, made = one("“One.”", content="“One.”")
    assert sense_of(article, made) is None


VOCABULARY = (
    "Lee claimed falsely said that without evidence there is no proof false claim was "
    "untrue “ ” . , The report which has been debunked misleading"
)
WORDS = st.lists(
    st.sampled_from(VOCABULARY.split()),
    min_size=3,
    max_size=40,
)


@given(words=WORDS)
def test_verdicts_are_in_order_and_do_not_overlap(words):
    text = " ".join(words)
    place = 0
    for verdict in verdicts(text, Span(0, len(text))):
        assert place <= verdict.span.start < verdict.span.end <= len(text)
        place = verdict.span.end


@given(words=WORDS, at=st.integers(0, 30), size=st.integers(1, 20))
def test_asides_stand_outside_of_what_was_said(words, at, size):
    article = Article(text=" ".join(words))
    start = min(at, len(article.text) - 1)
    content = article.text[start : start + size]
    made = statement(article, cue=words[0], content=content)
    for aside in asides(article, [made]):
        if aside.kind is not AsideKind.TONE:
            apart = (
                aside.span.end <= made.content[0].start or made.content[0].end <= aside.span.start
            )
            # "which Trump has falsely attributed" is the reporter's, whatever it was taken for
            is_clause = content.lower().startswith("who") or content.lower().startswith("which")
            assert apart or (is_clause and aside.span in made.content[0])
