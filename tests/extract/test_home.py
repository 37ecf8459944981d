"""A source stands in the sentence of its cue, or is that of the verb before it."""

from marked import read


def found(text, links, **roles):
    return [(source, cue, content) for source, cue, content, _ in read(text, links, **roles)]


def test_who_opens_the_next_sentence_says_nothing_in_this_one():
    text = "In Larn, crowds met to demand a dam. Poe left."
    links = {"a dam": "to demand", "to demand": "Poe"}
    marks = {"source": ["Poe"], "cue": ["to demand"], "content": ["a dam"]}
    assert found(text, links, **marks) == [("", "to demand", "a dam")]


def test_a_source_ends_where_its_sentence_begins():
    text = "Rain fell on Ann Poe of Acme Ltd. Mr. Low said that it was over."
    who = "Ann Poe of Acme Ltd. Mr. Low"
    links = {"that it was over": "said", "said": who}
    marks = {"source": [who], "cue": ["said"], "content": ["that it was over"]}
    assert found(text, links, **marks)[0][0] == "Mr. Low"


def test_a_participle_keeps_the_subject_of_the_sentence_before():
    text = "Poe left Larn. After a bath, saying that it rained, sleep came."
    links = {"that it rained": "saying", "saying": "Poe"}
    marks = {"source": ["Poe"], "cue": ["saying"], "content": ["that it rained"]}
    assert found(text, links, **marks)[0][0] == "Poe"


def test_a_further_verb_has_the_subject_of_the_first():
    text = "Farmers called the dam a threat, and wondered why it leaked. Poe left."
    links = {
        "the dam a threat": "called",
        "called": "Farmers",
        "why it leaked": "wondered",
        "wondered": "Poe",
    }
    found_there = found(
        text,
        links,
        source=["Farmers", "Poe"],
        cue=["called", "wondered"],
        content=["the dam a threat", "why it leaked"],
    )
    assert [one[0] for one in found_there] == ["Farmers", "Farmers"]


def test_a_verb_in_another_clause_has_no_such_subject():
    text = "Farmers called the dam a threat when it broke and wondered why it leaked."
    links = {"the dam a threat": "called", "called": "Farmers", "why it leaked": "wondered"}
    found_there = found(
        text,
        links,
        source=["Farmers"],
        cue=["called", "wondered"],
        content=["the dam a threat", "why it leaked"],
    )
    assert [one[0] for one in found_there] == ["Farmers", ""]
