"""What a passage tells: gist and words, remarks made somewhere, studies, polls, professions."""

import dataclasses

import pytest
from by_hand import made_of, spans

from onrecord import Article
from onrecord.resolve.how import settings
from onrecord.resolve.narration import Narration
from onrecord.types import Attitude, Ground, Kind, MentionKind, SourceType, Speaker


def told(article, source, cue, content, **more):
    """Return a statement by its words; the source is looked for nearest to the content."""
    said = spans(article.text, content)
    kind = Kind.DIRECT if content.startswith("“") else Kind.INDIRECT
    roles = {"content": said}
    for role, words in (("cue", cue), ("source", source)):
        after = article.text.find(words, said[0].end, said[0].end + 40)
        before = article.text.rfind(words, 0, said[0].start)
        at = after if kind is Kind.DIRECT and after >= 0 else before
        roles[role] = spans(article.text, words, at)
    made = made_of(article, **roles)
    return dataclasses.replace(made, kind=kind, attitude=Attitude.ASSERTION, **more)


def channels(text, *roles, speakers, **more):
    """Return the channel of each statement as a word, None where there is none."""
    article = Article(text=text)
    found = [told(article, *one, **more) for one in roles]
    ways = settings(Narration(article, found, speakers=speakers))
    return [way.channel and str(way.channel.kind) for way in ways]


GIST = "Lee said on Monday it was over.\n\n{} {}"
QUOTED = "“All of it,”"


@pytest.mark.parametrize(
    ("rest", "cue", "channel"),
    [
        ("she told the BBC.", "told", "interview"),
        ("she wrote on Twitter.", "wrote", "social media"),
        ("she said in a statement.", "said", "statement"),
        ("she said.", "said", None),
    ],
)
def test_a_gist_is_told_where_its_words_are(rest, cue, channel):
    text = GIST.format(QUOTED, rest)
    roles = ("Lee", "said", "it was over"), ("she", cue, QUOTED)
    assert channels(text, *roles, speakers=["lee", "lee"]) == [channel, channel]


def test_what_was_said_before_or_by_another_is_not_told_where_the_words_are():
    text = GIST.format(QUOTED, "she told the BBC.")
    roles = ("Lee", "said", "it was over"), ("she", "told", QUOTED)
    assert channels(text, *roles, speakers=["lee", "kim"]) == [None, "interview"]
    text = text.replace("Lee said", "Lee had said")
    roles = ("Lee", "had said", "it was over"), ("she", "told", QUOTED)
    assert channels(text, *roles, speakers=["lee", "lee"]) == [None, "interview"]


def test_a_gist_in_the_perfect_is_told_where_its_words_are():
    text = "Lee has claimed it was over.\n\n“All of it,” she told the BBC."
    roles = ("Lee", "has claimed", "it was over"), ("she", "told", QUOTED)
    assert channels(text, *roles, speakers=["lee", "lee"]) == ["interview", "interview"]


def test_a_video_message_that_follows_is_another_occasion():
    text = "Lee endorsed Kim on Monday.\n\nIn a video message, she called him “a friend”."
    roles = ("Lee", "endorsed", "Kim"), ("she", "called", "“a friend”")
    assert channels(text, *roles, speakers=["lee", "lee"])[0] is None


def test_the_words_of_a_spokesman_follow_the_gist_of_the_body():
    text = "The NUT said it was over.\n\n“All of it,” NUT spokesman Kim said in a statement."
    roles = ("NUT", "said", "it was over"), ("NUT spokesman Kim", "said", QUOTED)
    assert channels(text, *roles, speakers=["NUT", "Kim"]) == ["statement", "statement"]


def test_who_is_quoted_again_is_heard_where_they_were():
    text = "Lee told the BBC it was over.\n\nIt rained.\n\nKim slept.\n\n“All of it,” Lee said."
    roles = ("Lee", "told", "it was over"), ("Lee", "said", QUOTED)
    assert channels(text, *roles, speakers=["lee", "lee"]) == ["interview", "interview"]
    text = text.replace("Lee told the BBC", "Lee last year told the BBC")
    assert channels(text, *roles, speakers=["lee", "lee"]) == ["interview", None]


def test_what_the_press_was_told_is_not_gone_back_to():
    text = "Lee told the press it was over.\n\nKim slept.\n\n“All of it,” Lee said."
    roles = ("Lee", "told", "it was over"), ("Lee", "said", QUOTED)
    assert channels(text, *roles, speakers=["lee", "lee"]) == ["interview", None]


REMARKS = "Lee said it was over.\n\n{}\n\n“All of it,” Lee said."


@pytest.mark.parametrize(
    ("told_by", "channel"),
    [
        ("Lee made the comments during a meeting with unions.", "meeting"),
        ("Her remarks came in an interview with the BBC.", "interview"),
        ("She made the announcement at a rally in Leeds.", "speech"),
        ("Lee made the dinner.", None),
    ],
)
def test_a_sentence_of_its_own_tells_where_remarks_were_made(told_by, channel):
    roles = ("Lee", "said", "it was over"), ("Lee", "said", QUOTED)
    found = channels(REMARKS.format(told_by), *roles, speakers=["Lee", "Lee"])
    assert found == [channel, channel]


@pytest.mark.parametrize(
    ("opening", "channel"),
    [
        ("The Leeds Gazette talked to some of them.", "interview"),
        ("Poe talked to some of them.", None),
    ],
)
def test_an_outlet_that_talked_to_several_interviewed_them(opening, channel):
    text = f"{opening}\n\nLee said it was over."
    lee = Speaker(mention=MentionKind.FULL_NAME, type=SourceType.NAMED_PERSON, confidence=0.9)
    found = channels(text, ("Lee", "said", "it was over"), speakers=["Lee"], speaker=lee)
    assert found == [channel]


def test_what_authors_found_stands_in_their_study():
    text = "The study said bees sleep.\n\nThey found flies wake.\n\nLee found a flea."
    roles = ("study", "said", "bees sleep"), ("They", "found", "flies wake")
    last = ("Lee", "found", "a flea")
    assert channels(text, *roles, last, speakers=["s", "t", "lee"]) == ["document"] * 2 + [None]


def test_so_many_percent_say_so_in_the_poll_told_of_before():
    text = "A poll found men sleep.\n\nHalf of women said they wake."
    first, last = ("A poll", "found", "men sleep"), ("Half of women", "said", "they wake")
    assert channels(text, first, last, speakers=["p", "w"]) == ["document", "document"]
    text = text.replace("A poll", "A book")
    assert channels(text, ("A book", *first[1:]), last, speakers=["p", "w"])[1] is None


@pytest.mark.parametrize(
    ("source", "cue", "channel"),
    [
        ("Justice Lee", "wrote", "court"),
        ("a retired judge", "wrote", None),
        ("lawyers for Lee", "argued", "court"),
        ("lawyers for Lee", "said", None),
        ("columnist Lee", "writes", "document"),
        ("talk show host Lee", "asked", "broadcast"),
        ("state host Lee", "hoped", None),
    ],
)
def test_a_profession_tells_how_words_become_public(source, cue, channel):
    text = f"On Monday {source} {cue} it was over."
    assert channels(text, (source, cue, "it was over"), speakers=["lee"]) == [channel]


def test_what_is_lent_rests_on_context():
    article = Article(text=GIST.format(QUOTED, "she told the BBC."))
    pair = [told(article, "Lee", "said", "it was over"), told(article, "she", "told", QUOTED)]
    ways = settings(Narration(article, pair, speakers=["lee", "lee"]))
    assert [way.channel.ground for way in ways] == [Ground.CONTEXT, Ground.STATED]


def test_the_aide_who_goes_on_is_the_aide_of_before():
    text = "An aide to Lee said in a statement it was over.\n\nThe aide said Lee slept."
    roles = ("An aide to Lee", "said", "it was over"), ("The aide", "said", "Lee slept")
    speakers = ["unnamed person: An aide to Lee", "unnamed person: The aide"]
    assert channels(text, *roles, speakers=speakers) == ["statement", "statement"]
    speakers = ["unnamed person: An aide to Lee", "unnamed person: The cook"]
    assert channels(text, *roles, speakers=speakers) == ["statement", None]


@pytest.mark.parametrize(
    ("hearer", "channel"), [("to Dr Poe", None), ("to reporters", None), ("at a rally", "speech")]
)
def test_who_spoke_to_one_person_or_the_press_held_no_speech(hearer, channel):
    text = f"Ann Lee spoke {hearer} on Monday. Lee said it was over."
    assert channels(text, ("Lee", "said", "it was over"), speakers=["Ann Lee"]) == [channel]


def test_opening_statement_of_a_witness_is_testimony():
    text = "Lee testified it was late.\n\nLee said in her opening statement it was over."
    roles = ("Lee", "testified", "it was late"), ("Lee", "said", "it was over")
    assert channels(text, *roles, speakers=["lee", "lee"]) == ["testimony", "testimony"]
    assert channels(text, *roles, speakers=["poe", "lee"])[1] == "court"


def test_an_apology_for_a_recording_was_not_made_in_it():
    text = "Lee apologized to the club after a video emerged of her saying it was over."
    roles = (("Lee", "apologized to", "the club"), ("her", "saying", "it was over"))
    assert channels(text, *roles, speakers=["lee", "lee"]) == [None, "video"]
