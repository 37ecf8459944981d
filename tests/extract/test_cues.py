"""What a cue tells: head, attitude, act, side, negation, mood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.cues import look_up
from onrecord.extract.inflection import stems
from onrecord.types import Act, Attitude


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("has repeatedly promised to", Act.PROMISE),
        ("declined to comment", Act.REFUSE),
        ("refused to say", Act.REFUSE),
        ("wouldn’t say", Act.REFUSE),
        ("would not divulge", Act.REFUSE),
        ("refused to elaborate", Act.REFUSE),
        ("does not support", Act.REFUSE),
        ("called for", Act.DEMAND),
        ("has called repeatedly for", Act.DEMAND),
        ("issued a statement condemning", Act.ACCUSE),
        ("tried to reassure", Act.PROMISE),
        ("fears", Act.FEEL),
        ("attacks on", Act.ACCUSE),
        ("thanked", Act.PRAISE),
        ("denies", Act.DENY),
        ("apologised", Act.APOLOGISE),
        ("wondered aloud", Act.ASK),
    ],
)
def test_a_telling_cue_gives_its_act(cue, act):
    assert look_up(cue).act is act


@pytest.mark.parametrize("cue", ["said", "’s claim that", "according to", "has since written", ":"])
def test_a_neutral_cue_leaves_the_act_to_the_content(cue):
    assert look_up(cue).act is None
    assert look_up(cue).attitude is Attitude.ASSERTION


@pytest.mark.parametrize(
    ("cue", "attitude"),
    [
        ("thinks", Attitude.BELIEF),
        ("knew", Attitude.FACT),
        ("found", Attitude.FACT),
        ("wants", Attitude.EVENTUALITY),
        ("ordered", Attitude.EVENTUALITY),
        ("tweeted", Attitude.ASSERTION),
    ],
)
def test_a_cue_gives_the_attitude(cue, attitude):
    assert look_up(cue).attitude is attitude


@pytest.mark.parametrize("cue", ["did not say", "never mentioned", "said nothing", "failed to say"])
def test_what_was_not_said_is_negated(cue):
    assert look_up(cue).negated


@pytest.mark.parametrize("cue", ["said", "not only said", "declined to say", "does not support"])
def test_a_stand_is_not_negated(cue):
    assert not look_up(cue).negated


@pytest.mark.parametrize(
    ("cue", "hypothetical"),
    [
        ("would say", True),
        ("might have argued", True),
        ("is expected to announce", True),
        ("would later say", False),
        ("could not agree on", False),
        ("is expected", False),
    ],
)
def test_what_only_would_be_said_is_hypothetical(cue, hypothetical):
    assert look_up(cue).hypothetical is hypothetical


@pytest.mark.parametrize(
    ("cue", "side"),
    [
        ("claimed", "doubt"),
        ("has admitted", "concession"),
        ("pointed out", "truth"),
        ("insisting", "insistence"),
        ("bragged about", "vanity"),
        ("lashed out at", "heat"),
        ("said", None),
    ],
)
def test_a_cue_that_takes_a_side_tells_which(cue, side):
    assert look_up(cue).side == side


def test_an_infinitive_settles_the_cue():
    assert look_up("asked", "to leave").act is Act.DEMAND
    assert look_up("asked", "why").act is Act.ASK
    assert look_up("agreed", "to leave").attitude is Attitude.EVENTUALITY


def test_words_of_no_cue_are_unknown():
    assert look_up("zyx") is None
    assert look_up("") is None


@given(words=st.text(max_size=60), content=st.text(max_size=10))
def test_any_words_may_be_looked_up(words, content):
    look_up(words, content)


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("denied", "deny"),
        ("hoped", "hope"),
        ("planned", "plan"),
        ("said", "say"),
        ("claims", "claim"),
    ],
)
def test_inflected_words_come_back_to_their_plain_form(word, plain):
    assert plain in stems(word)


def test_that_it_is_only_reported_leaves_the_act_to_the_next_word():
    assert look_up("reportedly expected").act is Act.PREDICT
    assert look_up("reportedly").act is Act.STATE


@pytest.mark.parametrize(
    "cue",
    ["avoided direct criticism of", "refrained from criticising", "stopped short of criticising"],
)
def test_what_somebody_holds_back_from_is_negated(cue):
    sense = look_up(cue)
    assert (sense.act, sense.negated) == (Act.ACCUSE, True)


@pytest.mark.parametrize(
    "cue", ["posted a series of tweets supporting", "posted on Facebook supporting"]
)
def test_a_post_is_what_it_does(cue):
    assert look_up(cue).act is Act.AGREE


@pytest.mark.parametrize(
    ("cue", "negated"),
    [("gave no details on", True), ("made no mention of", True), ("has no doubt", False)],
)
def test_no_before_what_is_said_negates_it(cue, negated):
    assert look_up(cue).negated is negated


@pytest.mark.parametrize(
    ("cue", "negated"),
    [
        ("never missed a chance to remind", False),
        ("never tired of saying", False),
        ("never failed to mention", False),
        ("has yet to explain", True),
        ("was unable to say", True),
        ("did not think", True),
        ("were not pleased", False),
        ("is not expected", True),
        ("had never thought", True),
    ],
)
def test_a_negation_is_of_the_saying_or_of_what_is_thought(cue, negated):
    assert look_up(cue).negated is negated


@pytest.mark.parametrize(
    ("cue", "act", "negated"),
    [
        ("did not endorse", Act.AGREE, True),
        ("does not endorse", Act.REFUSE, False),
        ("does not intend to", Act.REFUSE, False),
        ("has not promised to", Act.PROMISE, True),
    ],
)
def test_not_to_do_it_may_be_a_stand(cue, act, negated):
    sense = look_up(cue)
    assert (sense.act, sense.negated) == (act, negated)


@pytest.mark.parametrize(
    ("cue", "content"), [("expressed", "no regret"), ("has proposed", "nothing that would help")]
)
def test_nothing_of_the_kind_is_negated(cue, content):
    assert look_up(cue, content).negated


@pytest.mark.parametrize(
    ("cue", "attitude"),
    [
        ("expressed concern about", Attitude.ASSERTION),
        ("opposes", Attitude.ASSERTION),
        ("came out against", Attitude.ASSERTION),
        ("declined to say", Attitude.ASSERTION),
        ("declined", Attitude.EVENTUALITY),
        ("voted on", Attitude.EVENTUALITY),
        ("estimated", Attitude.BELIEF),
        ("showed", Attitude.FACT),
    ],
)
def test_what_is_put_in_words_is_an_assertion(cue, attitude):
    assert look_up(cue).attitude is attitude
