"""What an act becomes with its object."""

import pytest

from onrecord.extract.cues import look_up
from onrecord.types import Act


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("rejected", "suggestions that the firm had lied", Act.DENY),
        ("has rejected", "the minister’s claims", Act.DENY),
        ("rejected", "a new pay offer", Act.REFUSE),
        ("dismissed", "talk of a split", Act.DENY),
        ("dismissed", "the appeal", Act.REFUSE),
        ("denied", "a motion to adjourn", Act.REFUSE),
        ("repeated", "that pledge", Act.PROMISE),
        ("reiterated", "her call for a ceasefire", Act.DEMAND),
        ("repeated", "the warning", Act.WARN),
        ("acknowledged", "the limits", Act.AGREE),
        ("acknowledged", "that the train was late", Act.AGREE),
        ("credited", "her coach with the win", Act.PRAISE),
        ("told", "the crowd to “go home”", Act.DEMAND),
        ("told", "Maria Lopez to wait", Act.DEMAND),
        ("told", "Anna von Thal to wait", Act.DEMAND),
        ("announced", "leaving the league", Act.PROMISE),
        ("announced", "that she was retiring", Act.PROMISE),
        ("announced", "that the road was shut", None),
        ("determined", "the bridge was safe", Act.STATE),
        ("determined", "to win", Act.PROMISE),
        ("went on to praise", "the critics", Act.PRAISE),
        ("continued to insist", "it was safe", None),
    ],
)
def test_the_object_settles_the_act(cue, content, act):
    assert look_up(cue, content).act is act


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("insisted", "that no train had been late", Act.DENY),
        ("insisted", "the club would not sell", None),
        ("claimed", "the bridge was not closed", Act.DENY),
        ("suggested", "that the mayor be asked", Act.PROPOSE),
        ("suggested", "closing the bridge", Act.PROPOSE),
        ("suggested", "that the bridge was safe", None),
        ("dismissed", "the idea that he would quit", Act.DENY),
        ("dismissed", "the neighbours’ concerns", Act.REFUSE),
        ("argued against", "the bridge", Act.REFUSE),
        ("pleaded guilty to", "two thefts", Act.AGREE),
        ("did not accept", "that the train was late", Act.DENY),
        ("did not accept", "the offer", Act.REFUSE),
        ("offered", "condolences to the family", Act.APOLOGISE),
        ("offered", "to pay", Act.PROMISE),
        ("expressed", "a desire to help", Act.FEEL),
        ("expressed", "her support for the team", Act.AGREE),
        ("renewed", "his appeal for blankets", Act.DEMAND),
    ],
)
def test_what_is_named_suggested_or_denied_settles_the_act(cue, content, act):
    assert look_up(cue, content).act is act


def test_what_is_repeated_without_a_named_act_stays_open():
    assert look_up("repeated", "that the road is closed").act is None
    assert look_up("told", "the paper that he had to leave").act is None


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("claimed", "responsibility for the blast", Act.STATE),
        ("claimed", "that the gate was open", None),
        ("has ruled out", "foul play in the fire", Act.DENY),
        ("ruled out", "a second vote", Act.REFUSE),
        ("demanded", "how the gate came to be open", Act.ASK),
        ("demanded", "a second vote", Act.DEMAND),
        ("demanded", "to know who held the key", Act.ASK),
        ("are praying", "the court to void the lease", Act.DEMAND),
        ("prayed", "with the crew", Act.PRAISE),
        ("teased", "a reunion tour", Act.PROMISE),
        ("teased", "the mayor about her hat", Act.ACCUSE),
        ("responded to", "the allegations", Act.STATE),
        ("assured", "that the bridge was safe", Act.STATE),
        ("assured", "that the bridge would open", Act.PROMISE),
        ("joked", "that he would have swum there", Act.STATE),
        ("responded", "that the gate was open", None),
    ],
)
def test_the_act_is_what_the_speaker_does(cue, content, act):
    assert look_up(cue, content).act is act


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("questioned", "the clerk’s motives", Act.ACCUSE),
        ("has questioned", "the need for a bridge", Act.ACCUSE),
        ("questioned", "the witness", Act.ASK),
        ("questioned", "the family of the victim", Act.ASK),
        ("questioned", "his wife for two hours", Act.ASK),
        ("questioned", "whether it was safe", Act.ASK),
        ("was questioned about", "the fire", Act.ASK),
        ("challenged", "the mayor to publish his accounts", Act.DEMAND),
        ("challenged", "the plan to close the school", Act.ACCUSE),
        ("defended", "himself against charges of theft", Act.DENY),
        ("defended", "the coach", Act.AGREE),
        ("insisted", "that the driver stop", Act.DEMAND),
        ("insisted", "that the drivers stop at noon", None),
        ("insisted", "that Lund “stop its raids”", Act.DEMAND),
        ("insisted", "that people get what they pay for", None),
        ("opted", "not to run", Act.REFUSE),
        ("decided against", "a third bridge", Act.REFUSE),
        ("offered", "some blunt advice to the coach", Act.PROPOSE),
        ("offered", "a view of the fire", Act.STATE),
        ("made a surprise announcement", "that she was running for mayor", Act.PROMISE),
        ("lamented", "the loss of the old mill", Act.FEEL),
        ("ruled that out", "for now", Act.REFUSE),
    ],
)
def test_a_cue_decides_with_its_object(cue, content, act):
    assert look_up(cue, content).act is act


@pytest.mark.parametrize("content", ["Mr. Poe to wait", "the mayor for a new bridge"])
def test_what_is_asked_of_somebody_is_a_demand(content):
    assert look_up("asked", content).act is Act.DEMAND
