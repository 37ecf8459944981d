"""Whose a quotation is by the frame that it stands in."""

from marked import read

from onrecord import Kind


def test_who_spoke_goes_on_after_a_conduit():
    text = "“It rains,” she said, according to a transcript. “It will stop.”"
    links = {
        "“It rains,”": "said",
        "said": "she",
        "according to": "a transcript",
        "“It will stop.”": "according to",
    }
    found = read(
        text,
        links,
        source=["she", "a transcript"],
        cue=["said", "according to"],
        content=["“It rains,”", "“It will stop.”"],
    )
    assert found == [("she", "said", "“It rains,” … “It will stop.”", Kind.DIRECT)]


def test_a_conduit_alone_keeps_what_it_is_cited_for():
    text = "It rains, according to a transcript. “It will stop.”"
    links = {
        "It rains": "according to",
        "according to": "a transcript",
        "“It will stop.”": "according to",
    }
    found = read(
        text,
        links,
        source=["a transcript"],
        cue=["according to"],
        content=["It rains", "“It will stop.”"],
    )
    assert [one[0] for one in found] == ["a transcript"]


def test_who_put_it_so_has_the_quotation():
    text = "Others say that the dam is a “very large sieve,” as a memo put it."
    said = "that the dam is a “very large sieve,”"
    links = {said: "say", "say": "Others", "it": "put", "put": "a memo"}
    found = read(text, links, source=["Others", "a memo"], cue=["say", "put"], content=[said, "it"])
    assert found[0][:3] == ("Others", "say", f"{said} as a memo put it")
    assert found[1][:3] == ("a memo", "put", "“very large sieve,”")


def test_a_paragraph_in_quotation_marks_is_its_announcers():
    text = "Lee denied any fault:\n\n“The dam was safe. It held.”\n\nIt rains."
    links = {"any fault": "denied", "denied": "Lee"}
    found = read(text, links, source=["Lee"], cue=["denied"], content=["any fault"])
    assert found == [("Lee", "denied", "any fault … “The dam was safe. It held.”", Kind.MIXED)]


def test_who_opens_the_announcing_sentence_is_the_source():
    text = "Rain fell. He gave us the text of a note to Poe:\n\n“The dam was safe. It held.”"
    quotation = "“The dam was safe. It held.”"
    found = read(text, {}, source=["He"], cue=[], content=[quotation])
    assert found == [("He", "", quotation, Kind.DIRECT)]


def test_what_is_told_inside_a_quotation_does_not_take_it():
    text = "“Poe insisted that the dam was safe,” Lee said."
    rest = "that the dam was safe,”"
    links = {rest: "insisted", "insisted": "Poe", "said": "Lee"}
    found = read(text, links, source=["Poe", "Lee"], cue=["insisted", "said"], content=[rest])
    assert found == [("Lee", "said", "“Poe insisted that the dam was safe,”", Kind.DIRECT)]


def test_a_quotation_runs_over_paragraphs_without_a_mark():
    text = "Lee wrote:\n\n“The dam was safe.\n\nIt held.\n\nPoe said that it would.”"
    links = {"“The dam was safe.": "wrote", "wrote": "Lee"}
    found = read(text, links, source=["Lee"], cue=["wrote"], content=["“The dam was safe."])
    assert [one[2] for one in found] == [text[len("Lee wrote:\n\n") :]]


def test_a_sentence_broken_by_its_teller_is_one():
    text = "That view, Lee said, suggests that the dam is safe."
    links = {
        "That view": "said",
        "said": "Lee",
        "that the dam is safe": "suggests",
        "suggests": "Lee",
    }
    found = read(
        text,
        links,
        source=["Lee"],
        cue=["said", "suggests"],
        content=["That view", "that the dam is safe"],
    )
    assert [one[2] for one in found] == ["That view … suggests that the dam is safe"]


def test_a_participle_after_the_teller_is_a_deed_of_its_own():
    text = "It rains, Lee said, warning that the dam leaks."
    links = {
        "It rains": "said",
        "said": "Lee",
        "that the dam leaks": "warning",
        "warning": "Lee",
    }
    found = read(
        text,
        links,
        source=["Lee"],
        cue=["said", "warning"],
        content=["It rains", "that the dam leaks"],
    )
    assert [one[1] for one in found] == ["said", "warning"]


def test_a_second_quotation_after_and_is_the_same_speakers():
    text = "The dam is “as old as rain,” Lee wrote in a note to Poe, and “full of holes.”"
    links = {"The dam is “as old as rain,”": "wrote", "wrote": "Lee"}
    found = read(
        text, links, source=["Lee"], cue=["wrote"], content=["The dam is “as old as rain,”"]
    )
    assert [one[2] for one in found] == ["The dam is “as old as rain,” … “full of holes.”"]


def test_a_title_in_quotation_marks_is_no_second_half():
    text = "“The dam is dry,” Lee wrote, and “The Mill” opened in May."
    links = {"“The dam is dry,”": "wrote", "wrote": "Lee"}
    found = read(text, links, source=["Lee"], cue=["wrote"], content=["“The dam is dry,”"])
    assert [one[2] for one in found] == ["“The dam is dry,”"]
