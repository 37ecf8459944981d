"""The act that a content's own words make plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.evaluation import evaluation_of
from onrecord.extract.wording import act_of_words
from onrecord.types import Act


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("“We will rebuild the bridge,”", Act.PROMISE),
        ("he would resign", Act.PROMISE),
        ("its intention to leave the market", Act.PROMISE),
        ("it will rain on Friday", Act.PREDICT),
        ("it will sell its mills", Act.PROMISE),
        ("the sale of both mills, in the north, should be completed within weeks", Act.PREDICT),
        ("the mill shouldn't face any problems", Act.PREDICT),
        ("“Take them home,”", Act.DEMAND),
        ("prices could rise by a tenth", Act.PREDICT),
        ("Europe must do more", Act.DEMAND),
        ("“We strongly urge all sides to talk”", Act.DEMAND),
        ("“I call on the minister to go”", Act.DEMAND),
        ("“Is that all?”", Act.ASK),
        ("the firm would not comment on the case", Act.REFUSE),
        ("there was no evidence of fraud", Act.DENY),
        ("she was endorsing the senator", Act.AGREE),
        ("there was a danger that the roof might fall", Act.WARN),
        ("the ruling was “a disgrace”", Act.ACCUSE),
        ("the keeper was “outstanding”", Act.PRAISE),
        ("“Our thoughts are with the families”", Act.APOLOGISE),
        ("“I am delighted with the draw”", Act.FEEL),
        ("“I suggest a second vote”", Act.PROPOSE),
    ],
)
def test_an_act_is_told_by_its_form(words, act):
    assert act_of_words(words) is act


@pytest.mark.parametrize(
    "words",
    [
        "the shop opens at nine",
        "two people were killed in the fire",
        "“I was there,”",
        "there was no need to leave",
        "it would have been dearer",
    ],
)
def test_plain_telling_has_no_form(words):
    assert act_of_words(words) is None


def test_what_should_be_in_another_world_is_not_demanded():
    assert act_of_words("“If it weren’t a mill, the town should keep it,”") is not Act.DEMAND


def test_judgement_that_is_denied_is_none():
    assert evaluation_of("the deal was not illegal") is None


def test_the_side_with_more_words_decides():
    assert evaluation_of("a shameful, illegal deal by a talented man") is Act.ACCUSE


@given(st.text(max_size=300))
def test_any_words_can_be_asked(words):
    assert act_of_words(words) in {None, *Act}


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("“No.”", Act.DENY),
        ("“God, no.”", Act.DENY),
        ("“Nobody threatened anybody,”", Act.DENY),
        ("“The mayor never said that,”", Act.DENY),
        ("the allegation was “pure fantasy”", Act.DENY),
        ("that rumour ridiculous", Act.DENY),
        ("the union was never given a chance to speak", Act.ACCUSE),
        ("“I never want to see that road again”", Act.FEEL),
        ("she was “gutted”", Act.FEEL),
        ("“No comment,”", Act.REFUSE),
        ("the firm did not comment on rumours", Act.REFUSE),
        ("they would never negotiate", Act.REFUSE),
        ("“I’d encourage people to stay in”", Act.DEMAND),
        ("“He left at nine. Please, if you saw him, call us”", Act.DEMAND),
        ("the bank would compensate every customer", Act.PROMISE),
        ("the results will be published in May", Act.PROMISE),
        ("nobody would be forced to sell", Act.PROMISE),
        ("the board had let its players down", Act.ACCUSE),
        ("his party would “never sit in such a government”", Act.REFUSE),
        ("the bid “undervalues the firm”", Act.ACCUSE),
        ("the crash raised “serious questions”", Act.ACCUSE),
        ("the ruling is “a victory for tenants”", Act.PRAISE),
    ],
)
def test_a_denial_a_feeling_and_a_promise_are_told_by_more_than_one_word(words, act):
    assert act_of_words(words) is act


def test_what_somebody_used_to_do_is_no_promise():
    assert act_of_words("“She would sing to us at night,”") is not Act.PROMISE
    assert act_of_words("she would sing on Saturday") is Act.PROMISE


def test_who_fights_a_wrong_accuses_nobody():
    assert evaluation_of("they were fighting corruption") is None


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("the council would train 200 guides", Act.PROMISE),
        ("it would open a second shop", Act.PROMISE),
        ("a new head would be named by Monday", Act.PROMISE),
        ("tests will be carried out on the bridge", Act.PROMISE),
        ("it was preparing to send a crew", Act.PROMISE),
        ("she wants to build a bridge", Act.PROMISE),
        ("she would prefer tea", Act.FEEL),
        ("she would not sign the deal", Act.REFUSE),
        ("he would “take no lectures” on trains", Act.REFUSE),
        ("no foreign trucks would be allowed on the bridge", Act.REFUSE),
        ("they want the minister to listen", Act.DEMAND),
        ("the referee should never have stopped play", Act.ACCUSE),
        ("we had to walk home", None),
        ("“I must tell you, it was a long night,”", None),
        ("“If the rain goes on, we will be counting drowned sheep,”", Act.WARN),
        ("they believed the gate was shut", None),
        ("he was “deeply saddened” by the vote", Act.FEEL),
        ("their thoughts were with the crew", Act.APOLOGISE),
        ("“We do not sell names,”", Act.DENY),
        ("there was no such bill", Act.DENY),
        ("“I do not know the road,”", None),
        ("the shop would become a café", None),
        ("the plan was “a slap in the face”", Act.ACCUSE),
        ("police were looking into terrorism", None),
        ("it was “a positive step”", Act.PRAISE),
    ],
)
def test_plans_duties_and_denials_are_told_apart(words, act):
    assert act_of_words(words) is act


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("the risk of flooding was low", Act.STATE),
        ("there is no need for shoppers to panic", Act.STATE),
        ("there was a risk of flooding", Act.WARN),
        ("she has taken responsibility for her vile words", Act.STATE),
        ("he should take responsibility for his vile words", Act.DEMAND),
        ("he does not regret his years at sea", None),
        ("he regrets his years at sea", Act.APOLOGISE),
        ("the firm regrets any inconvenience", Act.APOLOGISE),
        ("the ministry regrets the senate's decision", None),
        ("“We make no apology for the noise”", Act.REFUSE),
        ("it was withholding the names", Act.REFUSE),
        ("it doesn’t feel unfair", None),
    ],
)
def test_what_is_denied_of_the_words_is_not_the_act(words, act):
    assert act_of_words(words) is act


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("the ruling was a landmark", Act.PRAISE),
        ("it was a bold plan", Act.PRAISE),
        ("the court “righted an old wrong”", Act.PRAISE),
        ("she has overturned an unfair rule", None),
        ("they were vilified by the league", Act.ACCUSE),
    ],
)
def test_who_mends_an_evil_is_not_accused_of_it(words, act):
    assert evaluation_of(words) is act


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("the storm should ease by noon", Act.PREDICT),
        ("the minister should resign by noon", Act.DEMAND),
        ("the bill would cut rents", Act.PREDICT),
        ("the decision would not change the map", None),
        ("it would likely anger farmers", Act.PREDICT),
        ("it should be noted that the gate was open", None),
        ("that should be deeply troubling to parents", None),
        ("“Maybe we should call the band,”", Act.PROPOSE),
    ],
)
def test_a_thing_is_foreseen_and_bound_to_nothing(words, act):
    assert act_of_words(words) is act


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("“They shut us out of the hall,”", Act.ACCUSE),
        ("“They helped us over the wall,”", None),
        ("“They knew.”", Act.ACCUSE),
        ("the club had done nothing to mend the roof", Act.ACCUSE),
        ("“No one ever asked us,”", Act.ACCUSE),
        ("they had complained about the noise", Act.ACCUSE),
        ("“Whoever built this knew exactly what was missing,”", Act.ACCUSE),
        ("“My opponent voted for the toll,”", Act.ACCUSE),
        ("they put profits before people", Act.ACCUSE),
        ("“We knew the road,”", None),
    ],
)
def test_a_wrong_is_told_of_another_without_a_word_of_judgement(words, act):
    assert act_of_words(words) is act


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("we failed to see the bend", None),
        ("they failed to see the bend", Act.ACCUSE),
        ("“I don’t care who wins,”", None),
        ("we condemn it", Act.ACCUSE),
    ],
)
def test_who_speaks_of_themselves_accuses_nobody(words, act):
    assert evaluation_of(words) is act


def test_a_shame_to_see_is_felt():
    assert act_of_words("“It’s a shame to see the mill go,”") is Act.FEEL


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("“We are hopeful that we will win,”", Act.FEEL),
        ("she would prefer a later train", Act.FEEL),
        ("“I have full confidence that we will manage,”", Act.FEEL),
        ("“It is with great sadness that I close the shop,”", Act.FEEL),
        ("“Hopefully we will win,”", Act.FEEL),
        ("“I look forward to the fair,”", Act.FEEL),
        ("“I am proud of you,”", Act.PRAISE),
        ("“It could not have been better,”", Act.PRAISE),
        ("“I would look foolish in that hat,”", None),
        ("the tale is a legend in the valley", Act.PRAISE),
        ("“The legend in the valley is that the mill sank,”", None),
        ("he has forged a name as a cook", None),
        ("he forged the will", Act.ACCUSE),
        ("the boy knows more than the questions he refused to answer", None),
        ("he refused to answer", Act.REFUSE),
        ("“I was not suggesting that she stole it,”", Act.DENY),
        ("he wasn’t going to sing", Act.REFUSE),
        ("they are not going to like it", None),
        ("“I should not have been arrested,”", None),
        ("“Many people told me I was wrong,”", None),
        ("“It is my word against his.”", None),
        ("“Did Dr. Lee go?”", Act.ASK),
        ("“This is my pledge to you: the mill stays,”", Act.PROMISE),
        ("“They will have the effect of closing mills,”", Act.PREDICT),
        ("“We are asking for six boats,”", Act.DEMAND),
        ("“God forbid we ask the club anything,”", None),
        ("there must be many such caves", None),
        ("the sketch should not be considered final", None),
        ("“Put the plan on hold. Thank you!”", None),
        ("“I should not have been so rude,”", Act.APOLOGISE),
        ("Tell us about your first mill.", Act.ASK),
        ("“My son waits at the door. What shall I tell him?”", None),
        ("You own two mills. Do they run?", Act.ASK),
        ("“It felt like ‘is this the mill?’ ”", None),
    ],
)
def test_the_speaker_and_the_clause_count(words, act):
    assert act_of_words(words) is act
