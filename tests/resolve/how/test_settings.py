"""Channel, place, occasion and addressee, each from short sentences of our own."""

import dataclasses
import re

import pytest
from by_hand import made_of, one, statement
from hypothesis import given
from hypothesis import strategies as st

from onrecord import Article, Span
from onrecord.extract.asides import asides
from onrecord.resolve.how import settings
from onrecord.resolve.narration import Narration
from onrecord.types import ChannelKind, Ground, MentionKind, Speaker


def how(text, *, names=(), **roles):
    article, found = one(text, **roles)
    return article, settings(Narration(article, [found]), names=names)[0]


SAID = {"source": "Lee", "cue": "said", "content": "it was over"}
CHANNELS = [
    ("Lee said on Telegram that it was over.", SAID, ChannelKind.SOCIAL_MEDIA, "Telegram"),
    ("Lee said it was over in a post on Mastodon.", SAID, ChannelKind.SOCIAL_MEDIA, "Mastodon"),
    ("Lee said in a video posted to the club's site it was over.", SAID, ChannelKind.VIDEO, None),
    ("In a statement on Monday, Lee said it was over.", SAID, ChannelKind.STATEMENT, None),
    ("Speaking at a news conference, Lee said it was over.", SAID, "press conference", None),
    ("Lee, in a letter to staff, said it was over.", SAID, ChannelKind.LETTER, None),
    ("Lee said in an interview with the BBC it was over.", SAID, ChannelKind.INTERVIEW, "BBC"),
    ("Lee said in an interview with La Gaceta it was over.", SAID, "interview", "La Gaceta"),
    ("Lee said it was over in court papers filed Friday.", SAID, ChannelKind.COURT, None),
    ("Lee, also on Twitter, said it was over.", SAID, ChannelKind.SOCIAL_MEDIA, "Twitter"),
    ("Lee said by phone it was over.", SAID, ChannelKind.PHONE_CALL, None),
    ("Lee said at a rally in Leeds it was over.", SAID, ChannelKind.SPEECH, None),
    ("Lee said on al-Nur TV it was over.", SAID, ChannelKind.BROADCAST, "al-Nur TV"),
    ("Lee said in a statement posted on Facebook it was over.", SAID, "social media", "Facebook"),
    ("Lee gave a speech in which she said it was over.", SAID | {"source": "she"}, "speech", None),
    (
        "Lee hit back on Twitter, saying it was over.",
        SAID | {"cue": "saying"},
        "social media",
        "Twitter",
    ),
]


CHANNELS += [
    ("On Sunday in the National Congress, Lee said it was over.", SAID, "speech", None),
    ("Lee said on the Senate floor it was over.", SAID, "speech", None),
    ("Lee said from the stage it was over.", SAID, "speech", None),
    ("Taking the stand on Monday, Lee said it was over.", SAID, "testimony", None),
    ("In his Sunday Mass, Lee said it was over.", SAID, "speech", None),
    ("In the merger offer supplement, Lee said it was over.", SAID, "document", None),
    ("In Salem County Court litigation, Lee said it was over.", SAID, "court", None),
    ("Lee, speaking to the Atlas Council think tank, said it was over.", SAID, "speech", None),
    ("Lee told a conference it was over.", SAID | {"cue": "told"}, "speech", None),
    ("Lee told the city council it was over.", SAID | {"cue": "told"}, "meeting", None),
    ("A summit of ministers said it was over.", SAID | {"source": "A summit of ministers"},
     "meeting", None),
    ("In an online video announcement, Lee said it was over.", SAID, "video", None),
    ("In a live-streamed statement, Lee said it was over.", SAID, "video", None),
    ("Lee said in a note to clients it was over.", SAID, "document", None),
    ("In a statement read to the court, Lee said it was over.", SAID, "court", None),
    ("Lee, in remarks to ABC, said it was over.", SAID, "interview", "ABC"),
    ("Bluntly, in the book, Lee said it was over.", SAID, "document", None),
    ("Her aides disagree even though on her website Lee said it was over.", SAID, "document", None),
    ("On “Face the Nation,” Lee said it was over.", SAID, "broadcast", "Face the Nation"),
    ("On this weekend's broadcast of “Fox News Sunday,” Lee said it was over.", SAID, "broadcast",
     "Fox News Sunday"),
    ("Lee quit after a video emerged of her saying it was over.",
     SAID | {"source": "her", "cue": "saying"}, "video", None),
    ("Lee said in an interview with a Salem, Oregon radio station it was over.", SAID, "interview",
     None),
    ("With Wikinews, Lee discussed her work.",
     {"source": "Lee", "cue": "discussed", "content": "her work"}, "interview", "Wikinews"),
    ("An official Twitter account said it was over.",
     SAID | {"source": "An official Twitter account"}, "social media", "Twitter"),
    ("Lee wrote to the embassy, asking it to stop.",
     {"source": "Lee", "cue": "asking", "content": "it to stop"}, "letter", None),
    ("Lee testified in her defence, claiming it was over.", SAID | {"cue": "claiming"},
     "testimony", None),
    ("Lee filed a motion against him on Monday and a brief, accusing him of theft.",
     {"source": "Lee", "cue": "accusing", "content": "him of theft"}, "court", None),
    ("Ann Lee, a district judge, ordered a recount.",
     {"source": "Ann Lee, a district judge", "cue": "ordered", "content": "a recount"},
     "court", None),
]  # fmt: skip


TOLD, WROTE = SAID | {"cue": "told"}, SAID | {"cue": "wrote"}
CHANNELS += [
    ("In a series of tweets, Lee said it was over.", SAID, "social media", None),
    ("In findings published on Monday, Lee said it was over.", SAID, "document", None),
    ("It was during a campaign stop on Monday that Lee said it was over.", SAID, "speech", None),
    ("Lee took to Twitter to say it was over.", SAID | {"cue": "to say"}, "social media",
     "Twitter"),
    ("Lee took to the Senate floor to say it was over.", SAID | {"cue": "to say"}, "speech", None),
    ("Lee used her victory speech to say it was over.", SAID | {"cue": "to say"}, "speech", None),
    ("Lee said it was over, to loud cheers.", SAID, "speech", None),
    ("Reading from the bench, Lee said it was over.", SAID, "court", None),
    ("Lee said at the Values Summit it was over.", SAID, "speech", None),
    ("Lee said during a debate in Ohio it was over.", SAID, "meeting", None),
    ("Lee said at a town hall in Ohio it was over.", SAID, "meeting", None),
    ("Its FEC filings said it was over.", SAID | {"source": "Its FEC filings"}, "document", None),
    ("Lee, R-Ohio, speaking on the Senate floor before the vote, said it was over.", SAID,
     "speech", None),
    ("When interviewed by the BBC, Lee said it was over.", SAID, "interview", "BBC"),
    ("Lee described it to the BBC in May: it was over.", SAID | {"cue": "described"},
     "interview", "BBC"),
    ("Lee told the broadcaster NTV it was over.", TOLD, "broadcast", "NTV"),
    ("Lee told the BBC's Ann Poe it was over.", TOLD, "broadcast", "BBC"),
    ("Lee told the network it was over.", TOLD, "interview", None),
    ("Lee told our reporter it was over.", TOLD, "interview", None),
    ("One interviewee said it was over.", SAID | {"source": "One interviewee"}, "interview",
     None),
    ("Wikinews asked Lee whether it was over.",
     {"source": "Wikinews", "cue": "asked", "content": "whether it was over"}, "interview",
     "Wikinews"),
    ("The terms of the bill said it was over.", SAID | {"source": "The terms of the bill"},
     "document", None),
    ("Lee is charged with theft.", {"cue": "charged with", "content": "theft"}, "court", None),
    ("Lee asked the Supreme Court to stop.",
     {"source": "Lee", "cue": "asked", "content": "the Supreme Court to stop"}, "court", None),
    ("Lee sent a letter to Poe warning it was over.", SAID | {"cue": "warning"}, "letter", None),
    ("Lee said it was over in a robocall.", SAID, "video", None),
    ("Lee said in an affidavit it was over.", SAID, "court", None),
    ("Lee told KNEB it was over.", TOLD, "interview", "KNEB"),
    ("Lee told KNEB's Ann Poe it was over.", TOLD, "interview", "KNEB"),
    ("Lee told KNEB radio it was over.", TOLD, "broadcast", "KNEB"),
    ("Lee told ABC Radio North it was over.", TOLD, "interview", "ABC Radio North"),
    ("Lee told BBC Match of the Day it was over.", TOLD, "interview", "BBC Match of the Day"),
    ("Lee told detectives it was over.", TOLD, "interview", None),
    ("Lee told a press briefing it was over.", TOLD, "press conference", None),
    ("Lee told senators it was over.", TOLD, "testimony", None),
    ("Lee said in her opening statement to the Senate Ports Committee it was over.", SAID,
     "testimony", None),
    ("Lee said in a telecon it was over.", SAID, "phone call", None),
    ("Lee said in a public service announcement it was over.", SAID, "video", None),
    ("Lee said on an episode of the show it was over.", SAID, "broadcast", None),
    ("Lee took to social media and said it was over.", SAID, "social media", None),
    ("Lee said in a statement emailed to Reuters it was over.", SAID, "statement", None),
    ("Lee said at the Code Media conference it was over.", SAID, "speech", None),
    ("In its 8am update, the bureau said it was over.", SAID | {"source": "the bureau"},
     "statement", None),
    ("In a WhatsApp response, Lee said it was over.", SAID, "social media", "WhatsApp"),
    ("Lee wrote alongside a photo of her dog it was over.", WROTE, "social media", None),
    ("Lee said on her podcast Off the Hook it was over.", SAID, "broadcast", "Off the Hook"),
    ("Lee said in her programme notes it was over.", SAID, "document", None),
    ("Lee said in a voice message it was over.", SAID, "phone call", None),
    ("The Bench observed it was over.", SAID | {"source": "The Bench", "cue": "observed"},
     "court", None),
    ("Lee sued the firm in May, alleging it was over.", SAID | {"cue": "alleging"}, "court", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("In March, Lee said it was over.", SAID),
        ("At the event, Lee said it was over.", SAID),
        ("Lee said at a summit in Minsk it was over.", SAID),
        ("Lawmakers who support the laws said it was over.", SAID | {"source": "Lawmakers"}),
        ("Lee wrote to fans on Monday it was over.", SAID | {"cue": "wrote"}),
        ("Her party won in the House and Lee said it was over.", SAID),
        ("Lee told the Science Media Centre it was over.", TOLD),
        ("Election Commission chair Justice Lee said it was over.",
         SAID | {"source": "Election Commission chair Justice Lee"}),
        ("Speaking to friends, Lee said it was over.", SAID),
        ("The National Assembly said it was over.", SAID | {"source": "The National Assembly"}),
        ("Ann Lee, a former judge, ordered a meal.",
         {"source": "Ann Lee, a former judge", "cue": "ordered", "content": "a meal"}),
    ],
)  # fmt: skip
def test_no_channel_is_made_of_words_that_tell_none(text, roles):
    assert how(text, **roles)[1].channel is None


def two(text, first, second, speakers=("lee", "lee")):
    """Return the channels of two statements, None where there is none."""
    article = Article(text=text)
    pair = [statement(article, **first), statement(article, **second)]
    found = settings(Narration(article, pair, speakers=list(speakers)))
    return [one.channel and one.channel.kind.value for one in found]


def test_a_speech_is_gone_back_to():
    text = "In Congress, Lee said she won.\n\nKim slept.\n\nIt rained.\n\nLee noted she lost."
    first = {"source": "Lee", "cue": "said", "content": "she won"}
    last = {"source": "Lee", "cue": "noted", "content": "she lost"}
    assert two(text, first, last) == ["speech", "speech"]
    other = text.replace("Lee noted she lost", "Poe noted she lost")
    assert two(other, first, last | {"source": "Poe"}, ("lee", "poe")) == ["speech", None]
    earlier = text.replace("Lee noted she lost", "Lee had noted she lost")
    assert two(earlier, first, last | {"cue": "had noted"}) == ["speech", None]


def test_the_end_of_a_sentence_tells_the_channel_of_its_beginning():
    text = "Lee praised Kim, noting on Twitter that she won. He slept."
    first = {"source": "Lee", "cue": "praised", "content": "Kim"}
    last = {"source": "Lee", "cue": "noting", "content": "that she won"}
    assert two(text, first, last) == ["social media", "social media"]
    apart = "Lee praised Kim. She noted on Twitter that she won."
    last = {"source": "She", "cue": "noted", "content": "that she won"}
    assert two(apart, first, last) == [None, "social media"]


@pytest.mark.parametrize(("text", "roles", "kind", "name"), CHANNELS)
def test_channel_is_told_by_the_words_around_the_cue(text, roles, kind, name):
    _, found = how(text, **roles)
    assert found.channel is not None
    assert (found.channel.kind, found.channel.name) == (kind, name)
    assert found.channel.ground is Ground.STATED


@pytest.mark.parametrize(
    ("text", "cue", "kind", "name"),
    [
        ("Lee tweeted that it was over.", "tweeted", "social media", "Twitter"),
        ("Lee testified that it was over.", "testified", "testimony", None),
        ("Lee told CNN it was over.", "told", "interview", "CNN"),
        ("Lee told the Nevada Independent it was over.", "told", "interview", "Nevada Independent"),
        ("Lee told the court it was over.", "told", "court", None),
        ("Lee told state radio it was over.", "told", "broadcast", "state radio"),
        (
            "Lee issued a statement saying it was over.",
            "issued a statement saying",
            "statement",
            None,
        ),
    ],
)
def test_channel_is_told_by_the_cue_or_the_audience(text, cue, kind, name):
    _, found = how(text, source="Lee", cue=cue, content="it was over")
    assert (found.channel.kind, found.channel.name) == (kind, name)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The report", "document"),
        ("A letter from the bank", "letter"),
        ("Court papers", "court"),
        ("A March 14, 2019 company press release", "statement"),
    ],
)
def test_channel_is_told_by_a_source_that_carries_words(source, kind):
    _, found = how(f"{source} said it was over.", source=source, cue="said", content="it was over")
    assert found.channel.kind == kind


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The authors of the report said it was over.", "The authors of the report"),
        ("The Jakarta Post said it was over.", "The Jakarta Post"),
        ("Lee said it was over.", "Lee"),
        ("Asked about a video, Lee said it was over.", "Lee"),
        ("Lee, who resigned in a letter, said it was over.", "Lee"),
        ("Lee said it was over because she saw it in a video.", "Lee"),
        ("Responding to a tweet, Lee said it was over.", "Lee"),
        ("In a job interview, Lee said it was over.", "Lee"),
        ("Taking the stand that rents were low, Lee said it was over.", "Lee"),
    ],
)
def test_no_channel_where_nothing_tells_it(text, source):
    _, found = how(text, source=source, cue="said", content="it was over")
    assert found.channel is None


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Lee's main complaint was it was over.", "main complaint was"),
        ("At its May convention, Lee nominated it was over.", "nominated"),
    ],
)
def test_grievances_are_no_court_and_a_vote_no_speech(text, cue):
    _, found = how(text, source="Lee", cue=cue, content="it was over")
    assert found.channel is None


def test_who_is_shouted_to_is_told():
    article, found = how(
        "“It was over,” Lee shouted to the crowd.",
        source="Lee", cue="shouted", content="“It was over,”",
    )  # fmt: skip
    assert article[found.addressee.span] == "the crowd"


def test_who_a_statement_is_released_to_is_told():
    text = "Lee said in a statement released to the Gazette it was over."
    article, found = how(text, source="Lee", cue="said", content="it was over")
    assert article[found.addressee.span] == "the Gazette"


def test_a_court_within_a_clause_that_was_cut_is_no_channel():
    text = "Lee said it was over once the case in the Supreme Court was heard."
    content = "it was over once the case"
    assert how(text, source="Lee", cue="said", content=content)[1].channel is None


def test_words_that_were_said_tell_no_channel():
    text = "Lee said she saw it in a video on Telegram in Leeds."
    content = "she saw it in a video on Telegram in Leeds"
    _, found = how(text, source="Lee", cue="said", content=content)
    assert (found.channel, found.place) == (None, None)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Lee told reporters aboard the ship it was over.", "reporters"),
        ("Lee told her colleagues it was over.", "her colleagues"),
        ("Lee told a group of young farmers on Monday it was over.", "a group of young farmers"),
        ("Lee told a crowd of 1,300 here it was over.", "a crowd of 1,300"),
        ("Lee told ABC's This Morning it was over.", "ABC's This Morning"),
        ("Lee told the 15-member council it was over.", "the 15-member council"),
        (
            "Lee told the Ports, Roads and Canals Committee it was over.",
            "the Ports, Roads and Canals Committee",
        ),
        ("Lee told a briefing for journalists it was over.", "journalists"),
        ('Lee told ABC\'s "Morning Show" it was over.', 'ABC\'s "Morning Show"'),
        ("Lee told about 300 farmers it was over.", "about 300 farmers"),
        ("Lee told the farmers never to sell, it was over.", "the farmers"),
    ],
)
def test_addressee_is_who_was_told(text, addressee):
    article, found = how(text, source="Lee", cue="told", content="it was over")
    assert article[found.addressee.span] == addressee


def test_who_asks_behind_the_question_is_no_addressee():
    text = "“Where is it?” asked Ann Lee."
    article = Article(text=text)
    question = statement(article, cue="asked", content="“Where is it?”")
    assert settings(Narration(article, [question]))[0].addressee is None


def test_a_question_before_its_answer_goes_to_who_answers():
    text = "Asked at a news conference whether it rained, Lee said it did."
    article = Article(text=text)
    asked = statement(article, cue="Asked", content="whether it rained")
    answer = statement(article, source="Lee", cue="said", content="it did")
    found = settings(Narration(article, [asked, answer]))
    assert article[found[0].addressee.span] == "Lee"
    assert found[0].channel.kind is ChannelKind.PRESS_CONFERENCE


def test_somebody_else_writes_below_the_same_post():
    text = "A fan wrote on TikTok that she won. Another wrote that she lost."
    first = {"source": "A fan", "cue": "wrote", "content": "that she won"}
    last = {"source": "Another", "cue": "wrote", "content": "that she lost"}
    assert two(text, first, last, ("fan", "another")) == ["social media", "social media"]


def test_reporters_are_told_at_the_news_conference_of_before():
    gap = "\n\nIt rained." * 9
    text = f"Lee told a news conference “She won.”{gap}\n\n“She lost,” Lee told reporters."
    first = {"source": "Lee", "cue": "told", "content": "“She won.”"}
    last = {"source": "Lee", "cue": "told", "content": "“She lost,”"}
    assert two(text, first, last) == ["press conference", "press conference"]


def test_addressee_is_who_a_letter_goes_to():
    text = "Lee said in a letter to the bank that it was over."
    article, found = how(text, **SAID)
    assert article[found.addressee.span] == "the bank"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Lee was told it was over.", "told"),
        ("Lee told a story about how it was over.", "told"),
        ("Lee wrote to say it was over.", "wrote"),
        ("Lee told a press briefing it was over.", "told"),
        ("In response to the new charges, Lee said it was over.", "said"),
    ],
)
def test_no_addressee_where_nobody_was_told(text, cue):
    _, found = how(text, source="Lee", cue=cue, content="it was over")
    assert found.addressee is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lee told reporters in Berlin on Monday it was over.", "Berlin"),
        ("Lee told staff aboard the Sea Star it was over.", "Sea Star"),
        ("Lee told reporters at a news conference in St. Ives it was over.", "St. Ives"),
        ("Lee told members on the Senate floor it was over.", "Senate floor"),
        ("Lee told reporters outside the courthouse it was over.", "courthouse"),
        ("Lee told reporters outside court it was over.", "court"),
    ],
)
def test_place_is_where_it_was_said(text, place):
    article, found = how(text, source="Lee", cue="told", content="it was over")
    assert article[found.place.span] == place


@pytest.mark.parametrize(
    "text",
    [
        "Lee told reporters in March it was over.",
        "Lee told reporters in English it was over.",
        "Lee told The Times in an interview it was over.",
        "Lee, a baker in Leeds, told reporters it was over.",
    ],
)
def test_no_place_where_the_words_name_none(text):
    _, found = how(text, source="Lee", cue="told", content="it was over")
    assert found.place is None


def test_a_person_of_the_network_is_no_place():
    text = "Lee told reporters at Harrods it was over."
    span = Span(text.index("Harrods"), text.index("Harrods") + 7)
    assert how(text, source="Lee", cue="told", content="it was over")[1].place is not None
    names = [(span, "organisation")]
    _, found = how(text, names=names, source="Lee", cue="told", content="it was over")
    assert found.place is None


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Lee said at a summit of European leaders it was over.", "a summit of European leaders"),
        ("At Saturday's debate, Lee said it was over.", "Saturday's debate"),
        ("Lee said on a visit to Kyiv it was over.", "a visit to Kyiv"),
    ],
)
def test_occasion_is_the_event(text, occasion):
    article, found = how(text, **SAID)
    assert article[found.occasion.span] == occasion


def test_in_the_event_of_is_no_occasion():
    assert how("In the event of rain, Lee said it was over.", **SAID)[1].occasion is None


def passage(second, **roles):
    text = f"“One,” Lee said in a statement to reporters in Rome.\n\n{second}"
    article = Article(text=text)
    first = statement(article, source="Lee", cue="said", content="“One,”")
    return article, [first, statement(article, **roles)]


def test_he_added_goes_on_in_the_same_channel():
    article, pair = passage("“Two,” she added.", source="she", cue="added", content="“Two,”")
    found = settings(Narration(article, pair))[1]
    assert found.channel.kind is ChannelKind.STATEMENT
    assert found.channel.ground is Ground.CONTEXT
    assert (found.place.ground, found.addressee.ground) == (Ground.CONTEXT, Ground.CONTEXT)


@pytest.mark.parametrize(
    ("second", "roles"),
    [
        ("“Two,” Kim added.", {"source": "Kim", "cue": "added"}),
        ("“Two,” she had said earlier.", {"source": "she", "cue": "had said"}),
        ("“Two,” she said Tuesday.", {"source": "she", "cue": "said Tuesday"}),
        ("Nothing more came.\n\n“Two,” she said.", {"source": "she", "cue": "she said"}),
    ],
)
def test_nothing_is_carried_where_another_passage_begins(second, roles):
    article, pair = passage(second, content="“Two,”", **roles)
    assert settings(Narration(article, pair))[1].channel is None


def test_speakers_decide_who_goes_on():
    article, pair = passage("“Two,” she added.", source="she", cue="added", content="“Two,”")
    assert settings(Narration(article, pair, speakers=["lee", "kim"]))[1].channel is None
    assert settings(Narration(article, pair, speakers=["lee", "lee"]))[1].channel is not None


def test_speakers_must_be_one_a_statement():
    article, pair = passage("“Two,” she added.", source="she", cue="added", content="“Two,”")
    with pytest.raises(ValueError, match="1 speakers for 2 statements"):
        settings(Narration(article, pair, speakers=["lee"]))


VOCABULARY = (
    "Lee said told reporters in a statement on Telegram at the summit of leaders , . "
    "“ ” to CNN Berlin Monday interview with video who that and posted letter St. 's "
    "x"
)
WORDS = st.lists(
    st.sampled_from(VOCABULARY.split()),
    min_size=4,
    max_size=40,
)


@given(words=WORDS, data=st.data())
def test_every_span_lies_in_the_text_and_outside_of_what_was_said(words, data):
    article = Article(text=" ".join(words))
    size = len(article.text)
    places = sorted(data.draw(st.lists(st.integers(0, size), min_size=6, max_size=6, unique=True)))
    source, cue, content = (Span(places[i], places[i + 1]) for i in (0, 2, 4))
    made = made_of(article, source=(source,), cue=(cue,), content=(content,))
    how = settings(Narration(article, [made]))[0]
    for one_of in (how.channel, how.place, how.occasion, how.addressee):
        if one_of is not None:
            assert 0 <= one_of.span.start < one_of.span.end <= size
            # "urged *members* to vote", "suggested to *La Voz* that": what is said may begin
            # with whom it is said to.
            is_first = one_of.span.start in {content.start, content.start + len("to ")}
            is_urged = one_of is how.addressee and is_first
            assert is_urged or one_of.span.end <= content.start or content.end <= one_of.span.start


ODD = (
    "Lee said told in a statement , . “ ” to ’s — İ ß \u2028 \n \x85 St. 12 "
    "\u00a0 which claimed falsely"
)


@given(words=st.lists(st.sampled_from(ODD.split(" ")), min_size=6, max_size=40), data=st.data())
def test_odd_texts_and_roles_are_read_without_fault(words, data):
    article = Article(text=" ".join(words))
    made = []
    for _ in range(3):
        places = data.draw(
            st.lists(st.integers(0, len(article.text)), min_size=6, max_size=6, unique=True)
        )
        ends = sorted(places)
        pieces = [(Span(ends[i], ends[i + 1]),) for i in data.draw(st.permutations([0, 2, 4]))]
        has_source, has_cue = data.draw(st.tuples(st.booleans(), st.booleans()))
        made.append(
            made_of(
                article,
                source=pieces[0] if has_source else (),
                cue=pieces[1] if has_cue else (),
                content=pieces[2],
                parent=made[-1].id if made and data.draw(st.booleans()) else None,
            )
        )
    assert len(settings(Narration(article, made))) == len(made)
    for aside in asides(article, made):
        assert aside.span.end <= len(article.text)


def transcript(opening):
    lines = ["Low: I write.", "Argus: Why is that?", "Low: I can do nothing else."]
    article = Article(text="\n".join([opening, *lines]))
    made, place = [], 0
    for line in lines:
        place = article.text.index(line, place)
        colon = place + line.index(":")
        made.append(
            made_of(
                article,
                source=(Span(place, colon),),
                cue=(Span(colon, colon + 1),),
                content=(Span(colon + 2, place + len(line)),),
            )
        )
        place += len(line)
    return article, made


def test_answers_of_a_transcript_were_given_in_the_interview():
    article, made = transcript("Jo Low spoke with The Leeds Argus about her book.")
    for found in settings(Narration(article, made)):
        assert (found.channel.kind, found.channel.name) == (ChannelKind.INTERVIEW, "Leeds Argus")
        assert found.channel.ground is Ground.CONTEXT
        assert article[found.channel.span] == "spoke with"


def test_an_interview_is_announced_by_those_who_spoke():
    article, made = transcript("We spoke by video from her studio.")
    assert {one.channel.kind for one in settings(Narration(article, made))} == {"interview"}


def test_a_transcript_that_nothing_announces_has_no_channel():
    article, made = transcript("Two voices were heard in the dark of the hall.")
    assert [found.channel for found in settings(Narration(article, made))] == [None] * 3


TALK = (
    "Ada Lee spoke with the Argus about her book. Lee said it was over.\n\n"
    "ARGUS: Is it?\n\nLEE: It is.\n\nARGUS: Why?\n\nLEE: No idea."
)


def test_questions_of_an_interview_are_put_to_the_one_it_announces():
    article = Article(text=TALK)
    told = statement(article, source="Lee", cue="said", content="it was over")
    name = Span(0, len("Ada Lee"))
    told = dataclasses.replace(
        told, speaker=Speaker(mention=MentionKind.FULL_NAME, name=name, confidence=0.9)
    )
    lines = [
        statement(article, source=source, cue=":", content=content)
        for source, content in [("ARGUS", "Is it?"), ("LEE", "It is."), ("ARGUS", "Why?")]
    ]
    for number, line in enumerate(lines):
        at = line.source[0].end
        lines[number] = dataclasses.replace(line, cue=(Span(at, at + 1),))
    found = settings(Narration(article, [told, *lines]))[1:]
    assert {one.channel.kind for one in found} == {ChannelKind.INTERVIEW}
    words = [article[one.addressee.span] if one.addressee else None for one in found]
    assert words == ["Ada Lee", None, "Ada Lee"]


def talk_of(*lines):
    """Return an article of labelled lines and whom each of them is put to."""
    text = "The Argus met Ada Lee and Bo Poe.\n\n" + "\n\n".join(
        f"(({label})) {words}" for label, words in lines
    )
    article, made, place = Article(text=text), [], 0
    for label, words in lines:
        place = text.index(f"(({label})) {words}", place)
        end = place + 2 + len(label)
        one = made_of(
            article,
            source=(Span(place + 2, end),),
            cue=(),
            content=(Span(end + 3, end + 3 + len(words)),),
        )
        at = text.index({"AR": "Argus", "AL": "Ada Lee", "BP": "Bo Poe"}[label])
        name = Span(at, at + len({"AR": "Argus", "AL": "Ada Lee", "BP": "Bo Poe"}[label]))
        speaker = Speaker(mention=MentionKind.PARTIAL_NAME, name=name, confidence=0.8)
        made.append(dataclasses.replace(one, speaker=speaker))
    found = settings(Narration(article, made))
    assert {one.channel.kind for one in found if one.channel} <= {ChannelKind.INTERVIEW}
    return [article[one.addressee.span] if one.addressee else None for one in found]


def test_a_question_is_put_to_the_one_who_answers_it():
    lines = ("AR", "Who?"), ("AL", "I did."), ("AR", "Why?"), ("BP", "For fun."), ("AR", "Is it?")
    rest = ("BP", "To me."), ("AL", "And me."), ("AR", "Thanks. And now?"), ("AL", "Now? Why?")
    assert talk_of(*lines, *rest) == [
        "Ada Lee", "Argus", "Bo Poe", "Argus", None, "Argus", "Argus", "Ada Lee", "Argus",
    ]  # fmt: skip


def test_who_mostly_asks_puts_a_line_without_a_question_mark_to_the_other():
    text = (
        "We talked on Friday.\n\nARGUS: Is it?\n\nLEE: It is.\n\nARGUS: Go on.\n\n"
        "LEE: No.\n\nARGUS: Why?"
    )
    article = Article(text=text)
    lines, place = [], 0
    for label, words in re.findall(r"([A-Z]+): (.+)", text):
        place = text.index(f"{label}: {words}", place)
        colon = place + len(label)
        content = Span(colon + 2, colon + 2 + len(words))
        lines.append(
            made_of(
                article,
                source=(Span(place, colon),),
                cue=(Span(colon, colon + 1),),
                content=(content,),
            )
        )
        name = Speaker(mention=MentionKind.FULL_NAME, name=Span(place, colon), confidence=0.9)
        lines[-1] = dataclasses.replace(lines[-1], speaker=name)
    found = settings(Narration(article, lines))
    to = [article[one.addressee.span] if one.addressee else None for one in found]
    assert to == ["LEE", "ARGUS", "LEE", "ARGUS", "LEE"]


@pytest.mark.parametrize(
    ("text", "roles", "kind"),
    [
        ("Lee was convicted of fraud.", {"cue": "was convicted of", "content": "fraud"}, "court"),
        ("Lee told the press it was over.", SAID | {"cue": "told"}, "interview"),
        ("Lee told a local newspaper it was over.", SAID | {"cue": "told"}, "interview"),
        (
            "A judge told Lee it was over.",
            SAID | {"source": "A judge", "cue": "told"},
            "court",
        ),
    ],
)
def test_courts_and_the_press_are_channels(text, roles, kind):
    assert how(text, **roles)[1].channel.kind == kind


@pytest.mark.parametrize("told", ["reporters", "journalists"])
def test_reporters_may_have_heard_it_anywhere(told):
    _, found = how(f"Lee told {told} it was over.", **SAID | {"cue": "told"})
    assert found.channel is None


def test_channel_of_a_study_goes_to_its_authors():
    text = "A study was published on Sunday.\n\nIt is long.\n\nThe researchers said it was over."
    _, found = how(text, **SAID | {"source": "The researchers"})
    assert (found.channel.kind, found.channel.ground) == (ChannelKind.DOCUMENT, Ground.CONTEXT)


@pytest.mark.parametrize(
    ("text", "roles", "to"),
    [
        (
            "Lee thanked his supporters for it.",
            {"source": "Lee", "cue": "thanked", "content": "his supporters for it"},
            "his supporters",
        ),
        (
            "Residents were told to stay off the roads.",
            {"cue": "were told", "content": ["Residents", "to stay off the roads"]},
            "Residents",
        ),
        (
            "Lee suggested to La Voz last week that it was over.",
            {
                "source": "Lee",
                "cue": "suggested",
                "content": "to La Voz last week that it was over",
            },
            "La Voz",
        ),
        (
            "Asked by a viewer whether it was so, Lee said it was over.",
            SAID,
            "a viewer",
        ),
        (
            "Lee asked Poe about it.",
            {"source": "Lee", "cue": "asked", "content": "Poe about it"},
            "Poe",
        ),
    ],
)
def test_addressee_stands_in_what_was_said(text, roles, to):
    article, found = how(text, **roles)
    assert article[found.addressee.span] == to


@pytest.mark.parametrize(
    ("text", "roles", "to"),
    [
        ("Lee encouraged Poe on Sunday to stop.", ("Lee", "encouraged", "to stop"), "Poe"),
        ("Lee testified before the House it was over.", ("Lee", "testified", "it was over"),
         "the House"),
        ("Lee said in a meeting with Poe it was over.", ("Lee", "said", "it was over"), "Poe"),
        ("When asked by a reporter, Lee replied it was over.", ("Lee", "replied", "it was over"),
         "a reporter"),
        ("Lee met with Poe on Monday to discuss pay.", ("Lee", "to discuss", "pay"), "Poe"),
        ("Addressing the delegates, Lee said it was over.", ("Lee", "said", "it was over"),
         "the delegates"),
        ("With Wikinews, Lee discussed her work.", ("Lee", "discussed", "her work"), "Wikinews"),
        ("Lee pleaded with parents to stop.", ("Lee", "pleaded with", "parents to stop"),
         "parents"),
        ("Lee accused Poe of theft.", ("Lee", "accused", "Poe of theft"), None),
    ],
)  # fmt: skip
def test_who_is_spoken_to_is_told_by_the_verb_and_what_goes_before(text, roles, to):
    article, found = how(text, **dict(zip(("source", "cue", "content"), roles, strict=True)))
    assert (article[found.addressee.span] if found.addressee else None) == to


def test_many_questions_are_an_interview_that_nothing_announces():
    article = Article(text="\n\n".join(f"QQ: Is {n} it?\n\nLEE: It is {n}." for n in "abcd"))
    lines = []
    for match in re.finditer(r"([A-Z]+)(:) (.+)", article.text):
        source, cue, content = (Span(*match.span(n)) for n in (1, 2, 3))
        lines.append(made_of(article, source=(source,), cue=(cue,), content=(content,)))
    found = settings(Narration(article, lines))
    assert {way.channel and way.channel.kind for way in found} == {ChannelKind.INTERVIEW}
    few = settings(Narration(article, lines[:4]))
    assert {way.channel for way in few} == {None}


def test_who_answers_is_asked_whoever_the_announcement_names():
    article = Article(
        text="Acme said on Monday it was over. Ada Lee spoke with the Argus about Acme.\n\n"
        "ARGUS: Is it?\n\nLEE: Who knows?\n\nARGUS: Why?\n\nLEE: No idea."
    )
    acme = statement(article, source="Acme", cue="said", content="it was over")
    lines = []
    for match in re.finditer(r"^([A-Z]+)(:) (.+)", article.text, re.MULTILINE):
        source, cue, content = (Span(*match.span(n)) for n in (1, 2, 3))
        lines.append(made_of(article, source=(source,), cue=(cue,), content=(content,)))
    names = {"Acme": Span(0, 4), "LEE": Span(33, 40), "ARGUS": Span(56, 61)}
    made = [
        dataclasses.replace(
            one,
            speaker=Speaker(
                mention=MentionKind.FULL_NAME,
                name=names[article.words(one.source)],
                confidence=0.9,
            ),
        )
        for one in (acme, *lines)
    ]
    found = settings(Narration(article, made))[1:]
    words = [article[one.addressee.span] if one.addressee else None for one in found]
    assert words == ["Ada Lee", "Argus", "Ada Lee", "Argus"]


def test_who_answers_is_asked_whomever_else_the_announcement_names():
    article = Article(
        text="Acme said on Monday it was over. Ada Lee spoke with the Argus about Acme.\n\n"
        "ARGUS: Is it?\n\nLEE: Who knows?\n\nARGUS: Why?\n\nLEE: No idea."
    )
    roles = [("Acme", "said", "it was over")]
    roles += [(m[1], ":", m[2]) for m in re.finditer(r"^([A-Z]+): (.+)", article.text, re.M)]
    names = {"Acme": Span(0, 4), "LEE": Span(33, 40), "ARGUS": Span(56, 61)}
    made, start = [], 0
    for source, cue, content in roles:
        at = article.text.index(source, start)
        verb = article.text.index(cue, at)
        said = article.text.index(content, verb)
        name = Speaker(mention=MentionKind.FULL_NAME, name=names[source], confidence=0.9)
        one = made_of(
            article,
            source=(Span(at, at + len(source)),),
            cue=(Span(verb, verb + len(cue)),),
            content=(Span(said, said + len(content)),),
        )
        made.append(dataclasses.replace(one, speaker=name))
        start = said
    found = settings(Narration(article, made))[1:]
    words = [article[one.addressee.span] if one.addressee else None for one in found]
    assert words == ["Ada Lee", "Argus", "Ada Lee", "Argus"]


@pytest.mark.parametrize(
    ("content", "to"),
    [("the safe zone to be set up there", None), ("residents to leave the town", "residents")],
)
def test_what_is_to_be_done_is_asked_of_nobody(content, to):
    article, found = how(
        f"Lee called for {content}.", source="Lee", cue="called for", content=content
    )
    assert (article[found.addressee.span] if found.addressee else None) == to


def test_topic_of_a_report_is_nobody_who_was_told():
    words = "a woman's claims that she was robbed"
    _, found = how(
        f"The Post reported on {words}.", source="The Post", cue="reported on", content=words
    )
    assert found.addressee is None


def test_outlet_that_asks_is_not_told_its_own_question():
    roles = {"source": "the BBC", "cue": "asked", "content": "whether it was over"}
    _, found = how("On Monday the BBC asked whether it was over.", **roles)
    assert found.channel is not None
    assert found.addressee is None


def test_judge_of_a_show_is_in_no_court():
    text = "A judge said it was over. The dancers wept in the finals and the host in the episode."
    _, found = how(text, **SAID | {"source": "A judge"})
    assert found.channel is None


def test_a_comma_in_a_stations_place_ends_no_addressee():
    text = "Lee said in an interview with a Salem, Oregon radio station it was over."
    article, found = how(text, **SAID)
    assert found.addressee is not None
    assert article[found.addressee.span] == "a Salem, Oregon radio station"


def test_a_day_behind_a_subject_is_no_part_of_who_was_told():
    roles = {"cue": "was asked", "content": "about the bridge"}
    article, found = how("Mr. Lee on Friday was asked about the bridge.", **roles)
    assert found.addressee is not None
    assert article[found.addressee.span] == "Mr. Lee"
