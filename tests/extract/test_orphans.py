"""A source and a cue that end a sentence say what comes before them."""

from marked import read

from onrecord import Kind


def test_a_sentence_before_its_source_and_cue_is_a_statement():
    text = "The bomb hit the hall at noon, Gov. Ann Poe wrote on Telegram."
    found = read(text, {"wrote": "Gov. Ann Poe"}, source=["Gov. Ann Poe"], cue=["wrote"])
    assert found == [("Gov. Ann Poe", "wrote", "The bomb hit the hall at noon", Kind.INDIRECT)]


def test_two_speakers_taken_for_one_are_two():
    text = "Van Hout said she was “sad.” Her office gave back the gift, a spokesman, Ian Lo, noted."
    text = text.replace("noted", "added")
    content = "she was “sad.” Her office gave back the gift, a spokesman, Ian Lo"
    links = {content: "said", "said": "Van Hout", "added": "Van Hout"}
    found = read(text, links, source=["Van Hout"], cue=["said", "added"], content=[content])
    assert found == [
        ("Van Hout", "said", "she was “sad.”", Kind.MIXED),
        ("a spokesman, Ian Lo", "added", "Her office gave back the gift", Kind.INDIRECT),
    ]


def test_an_opening_before_a_source_is_no_content():
    text = "On Friday, as the shares were falling, Poe wrote."
    assert read(text, {"wrote": "Poe"}, source=["Poe"], cue=["wrote"]) == []


def test_nothing_before_a_source_is_no_content():
    assert read(", Ann Poe, wrote.", {}, cue=["wrote"]) == []
