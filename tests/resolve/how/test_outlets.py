"""Who is told something by name: papers named after days, outlets that no list has, bodies."""

import pytest
from by_hand import one

from onrecord import Article, Span
from onrecord.resolve.how import settings
from onrecord.resolve.narration import Narration


def told(text, *, kinds=(), cue="told", content="it was over"):
    """Return channel and addressee of the one statement; ``kinds`` are names with their kinds."""
    article, found = one(text, source="Lee", cue=cue, content=content)
    names = sorted(
        (Span(text.index(name), text.index(name) + len(name)), kind) for name, kind in kinds
    )
    how = settings(Narration(article, [found]), names=names)[0]
    to = article[how.addressee.span] if how.addressee else None
    return (how.channel.kind, how.channel.name) if how.channel else None, to


@pytest.mark.parametrize(
    ("text", "name", "to"),
    [
        ("Lee told the Sun on Sunday it was over.", "Sun on Sunday", "the Sun on Sunday"),
        ("Lee told the Sunday Times it was over.", "Sunday Times", "the Sunday Times"),
        ("Lee told Scotland on Sunday it was over.", "Scotland on Sunday", "Scotland on Sunday"),
        ("Lee told the Daily Mail on Friday it was over.", "Daily Mail", "the Daily Mail"),
    ],
)
def test_a_day_or_an_adverb_in_a_papers_name_ends_no_addressee(text, name, to):
    assert told(text) == (("interview", name), to)


LEE = ("Lee", "person")


@pytest.mark.parametrize(
    ("text", "kinds", "channel"),
    [
        ("Lee told L’Équipe it was over.", [LEE], ("interview", "L’Équipe")),
        ("Lee told Grazia on Monday it was over.", [LEE], ("interview", "Grazia")),
        ("Lee told KXYZ radio it was over.", [LEE], ("broadcast", "KXYZ")),
        ("Lee told Harbour magazine it was over.", [LEE], ("interview", "Harbour")),
        ("Lee told the newspaper La Voz it was over.", [LEE], ("interview", "La Voz")),
        ("Lee told Portal.hu it was over.", [], ("interview", "Portal.hu")),
        ("Lee told Ann Poe it was over.", [LEE, ("Ann Poe", "person")], None),
        ("Lee told Peru it was over.", [LEE, ("Peru", "place")], None),
        ("Lee told NATO it was over.", [LEE, ("NATO", "organisation")], None),
        ("Lee told the Security Council it was over.", [LEE], ("meeting", None)),
        ("Lee told the Gazette it was over.", [LEE], ("interview", "Gazette")),
        ("Lee told Democrats it was over.", [LEE], None),
        ("Lee told Grazia it was over.", [], None),
    ],
)
def test_an_outlet_that_no_list_has_is_known_by_how_it_is_told(text, kinds, channel):
    assert told(text, kinds=kinds)[0] == channel


@pytest.mark.parametrize(
    "text",
    [
        "Lee told reporters it was over.",
        "Lee told journalists it was over.",
        "Lee texted a reporter it was over.",
    ],
)
def test_reporters_may_have_heard_it_anywhere(text):
    assert told(text, cue=text.split()[1])[0] is None


@pytest.mark.parametrize(
    ("text", "cue", "content", "channel"),
    [
        ("Lee pleaded not guilty.", "pleaded", "not guilty", ("court", None)),
        ("Lee pleaded guilty to fraud.", "pleaded guilty to", "fraud", ("court", None)),
        ("Lee pleaded for calm.", "pleaded for", "calm", None),
        ("Lee pleaded with fans to leave.", "pleaded with", "fans to leave", None),
    ],
)
def test_only_a_plea_is_made_in_court(text, cue, content, channel):
    assert told(text, cue=cue, content=content)[0] == channel


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Reached by phone, Lee said it was over.", ("phone call", None)),
        ("Lee, reached by phone on Friday, said it was over.", ("phone call", None)),
        ("Lee said by telephone from Kyiv it was over.", ("phone call", None)),
        ("Contacted by Reuters, Lee said it was over.", ("interview", "Reuters")),
    ],
)
def test_how_somebody_was_reached_is_the_channel(text, channel):
    assert told(text, cue="said")[0] == channel


def test_a_platform_taken_for_part_of_a_name_is_the_channel():
    article, found = one("Lee, a baker, on X: it was over", source="Lee, a baker, on X", cue=":",
                         content="it was over")  # fmt: skip
    channel = settings(Narration(article, [found]))[0].channel
    assert (channel.kind, channel.name) == ("social media", "X")


def test_an_emailed_statement_goes_to_nobody_that_is_named():
    text = "Lee said in an emailed statement it was over."
    assert told(text, cue="said in an emailed statement") == (("statement", None), None)
    text = "Lee said in a statement emailed to Reuters it was over."
    assert told(text, cue="said")[1] == "Reuters"


@pytest.mark.parametrize("opening", ["The Leeds Gazette", "The Vestbo newspaper"])
def test_paper_that_speaks_is_no_document_and_no_interview(reader, opening):
    text = f"{opening} said that Ann Ng quit. The paper said she was tired.\n"
    assert [one.how and one.how.channel for one in reader.read(Article(text=text))] == [None, None]
