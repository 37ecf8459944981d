"""Who is meant by a source, read by the shipped reader in short articles."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Article
from onrecord.resolve.who.entities import Entity, make_body
from onrecord.resolve.who.titles import title_of
from onrecord.tagger import NameKind
from onrecord.types import MentionKind, SourceType, Span


def said(reader, text, words, **facts):
    """Return the article and the speaker of the statement that holds some words."""
    article = Article(text=text, **facts)
    found = [
        statement
        for statement in reader.read(article)
        if any(words in article[span] for span in statement.content)
    ]
    assert found, f"no statement holds {words!r}"
    return article, found[0].speaker


def words_of(article, span):
    return None if span is None else article[span]


SUMMIT = (
    "British Prime Minister Keir Starmer met Ukrainian President Volodymyr Zelenskyy in London "
    "on Sunday.\n\n"
    "“We stand with Ukraine,” Starmer said after the meeting.\n\n"
    "“We will need security guarantees,” Zelenskyy told reporters. “Without them there is no "
    "peace,” he added.\n\n"
    "The prime minister said that Europe must do more.\n"
)


@pytest.mark.parametrize(
    ("words", "name", "title", "mention"),
    [
        ("stand with", "Keir Starmer", "British Prime Minister", MentionKind.PARTIAL_NAME),
        ("security", "Volodymyr Zelenskyy", "Ukrainian President", MentionKind.PARTIAL_NAME),
        ("Europe must", "Keir Starmer", "British Prime Minister", MentionKind.ROLE),
    ],
)
def test_surname_and_role_become_the_full_name_with_title(reader, words, name, title, mention):
    article, speaker = said(reader, SUMMIT, words)
    assert words_of(article, speaker.name) == name
    assert words_of(article, speaker.title) == title
    assert speaker.type is SourceType.NAMED_PERSON
    assert speaker.mention is mention


def test_pronoun_is_the_speaker_of_the_passage(reader):
    text = (
        "Mayor Ana Torres opened the bridge on Friday with engineer Paul Weber.\n\n"
        "Torres said the work had taken nine years. She said it had been worth it.\n"
    )
    article, speaker = said(reader, text, "worth it")
    assert words_of(article, speaker.name) == "Ana Torres"
    assert speaker.mention is MentionKind.PRONOUN
    assert 0.5 < speaker.confidence <= 1


def test_two_people_of_one_surname_are_told_apart_by_who_spoke(reader):
    text = (
        "Bill Carver, who runs the farm, and his daughter Ruth Carver disagree.\n\n"
        "“The river will rise,” Ruth Carver said. “It always has,” she said.\n\n"
        "Bill Carver said he was not worried.\n"
    )
    article, speaker = said(reader, text, "always has")
    assert words_of(article, speaker.name) == "Ruth Carver"
    article, speaker = said(reader, text, "not worried")
    assert words_of(article, speaker.name) == "Bill Carver"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("A police officer", SourceType.UNNAMED_PERSON),
        ("A spokesman for the Charity Commission", SourceType.UNNAMED_PERSON),
        ("Several residents", SourceType.UNNAMED_GROUP),
        ("Police", SourceType.UNNAMED_GROUP),
        ("A report", SourceType.DOCUMENT),
        ("Two earlier plans", SourceType.DOCUMENT),
        ("A March 14, 2019 press release", SourceType.DOCUMENT),
        ("All but one of the drivers", SourceType.UNNAMED_GROUP),
        ("The medical examiner", SourceType.UNNAMED_PERSON),
        ("A senior official who spoke on condition of anonymity", SourceType.ANONYMOUS),
    ],
)
def test_source_without_a_name_has_a_type_and_no_name(reader, source, kind):
    _, speaker = said(reader, f"{source} said that the bridge was closed on Monday.", "bridge")
    assert speaker.name is None
    assert speaker.type is kind


def test_spokesperson_speaks_for_the_body(reader):
    text = "A spokeswoman for the Transport Ministry said on Monday that trains would run again."
    article, speaker = said(reader, text, "trains would")
    assert words_of(article, speaker.speaks_for) == "Transport Ministry"


def test_standing_is_the_passage_that_justifies_the_source(reader):
    text = (
        "“It came down like a stone,” said Maria Gomez, a teacher who saw the crash from her "
        "window."
    )
    article, speaker = said(reader, text, "like a stone")
    assert words_of(article, speaker.name) == "Maria Gomez"
    assert any("saw the crash" in article[span] for span in speaker.standing)


def test_nickname_is_the_name_of_one_who_has_no_other(reader):
    text = "A homeless man who goes by Shorty said that he had slept there for nine years."
    article, speaker = said(reader, text, "nine years")
    assert words_of(article, speaker.name) == "Shorty"


def test_label_of_an_interview_is_the_person_interviewed(reader):
    text = (
        "Lighthouse keeper Lena Holm retires this week. She spoke to us.\n\n"
        "Q: What will you miss?\n\nA: The quiet, I think.\n\n"
        "Q: And the least?\n\nA: The forms, they were many.\n"
    )
    article, speaker = said(reader, text, "The quiet")
    assert words_of(article, speaker.name) == "Lena Holm"


def test_initials_before_an_answer_are_those_of_a_name(reader):
    text = (
        "The Argus spoke with Ada Holm, who keeps bees, and with her neighbour Paul Weber.\n\n"
        "The Argus: How did it begin?\n\nAH: It began with one hive.\n\n"
        "PW: It began with a sting.\n\nAH: That is what he says.\n"
    )
    article = Article(text=text)
    names = [words_of(article, one.speaker.name) for one in reader.read(article)]
    assert names[-3:] == ["Ada Holm", "Paul Weber", "Ada Holm"]


def test_somebody_known_after_a_role_is_not_who_spoke(reader):
    text = (
        "Tony Mendez, a painter, died on Monday.\n\n"
        "According to his publicist, Mendez died of Parkinson's disease.\n"
    )
    _, speaker = said(reader, text, "Parkinson")
    assert (speaker.name, speaker.type) == (None, SourceType.UNNAMED_PERSON)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "“I can see why,” said Mayor Ana Torres.\n\nCross-examined by Leila Farouk, the "
            "witness accepted that the till had been open. She denied inventing the story.\n",
            "till",
            None,
        ),
        (
            "The mayor is Paul Weber. The opposition leader, who is ill, declared victory, while "
            "the electoral commission said less than half the votes had been counted.\n",
            "less than half",
            None,
        ),
        (
            "Rafael Soler came. The Spaniard said on Monday that it had been late.\n",
            "late",
            None,
        ),
        ("The Ohio-based company said on Monday that profit had fallen.\n", "profit", None),
        ("Paul Weber came on Monday. The judge said that it had been early.\n", "early", None),
        ("The coast guard said on Monday that two boats had sunk.\n", "boats", None),
    ],
)
def test_a_description_is_nobody_else_and_no_name(reader, text, words, name):
    article, speaker = said(reader, text, words)
    assert words_of(article, speaker.name) in (name, "Rafael Soler")


def test_another_of_those_who_would_not_be_named_is_anonymous(reader):
    text = (
        "Four employees, all of whom requested anonymity, said that pay was late.\n\n"
        "One said that it had been late since May.\n"
    )
    _, speaker = said(reader, text, "since May")
    assert speaker.type is SourceType.ANONYMOUS


def test_who_is_only_called_or_asked_about_is_nobody_who_speaks(reader):
    text = (
        "Mayor Ana Torres said on Monday that the bridge was closed.\n\n"
        "After a phone call with Sarah Jones, she said that it would open soon.\n"
    )
    article, speaker = said(reader, text, "open soon")
    assert words_of(article, speaker.name) == "Ana Torres"


def test_a_trade_makes_no_business_of_a_person(reader):
    text = "Jane Smith, a software developer in Austin, said on Monday that the law was bad.\n"
    article, speaker = said(reader, text, "law")
    assert (words_of(article, speaker.name), speaker.type) == (
        "Jane Smith",
        SourceType.NAMED_PERSON,
    )


def test_portfolios_and_honours_are_no_bodies(reader):
    for title in ("Secretary of State", "Chief Financial Officer", "Oscar-winning director"):
        article, speaker = said(reader, f"{title} Ann Lee said on Monday that it was over.", "over")
        assert (words_of(article, speaker.name), speaker.speaks_for) == ("Ann Lee", None)


def test_nobody_named_is_no_name(reader):
    _, speaker = said(reader, "He said that the bridge would stay closed.", "bridge would")
    assert speaker.name is None


def test_name_and_title_are_slices_and_the_same_twice(reader, samples):
    for path in samples:
        article = Article(text=path.read_text(encoding="utf-8"))
        first, second = reader.read(article), reader.read(article)
        assert first == second
        for statement in first:
            for span in (statement.speaker.name, statement.speaker.title):
                assert span is None or article[span].strip() == article[span] != ""


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_gets_speakers_or_none(reader, text):
    article = Article(text=f"“{text}” he said. {text} said Ann Lee, {text}.")
    for statement in reader.read(article):
        speaker = statement.speaker
        assert 0 <= speaker.confidence <= 1
        if speaker.name is not None:
            assert article[speaker.name]


def test_cost_grows_with_the_length_and_no_faster(reader):
    people = [f"{a} {b}" for a in ("Ann", "Bob", "Cat", "Dan") for b in ("Lee", "Moss", "Nye")]

    def article(paragraphs):
        parts = [f"{people[i % 12]} {i} said it rains. He said so." for i in range(paragraphs)]
        return Article(text="\n\n".join(parts))

    def seconds(one):
        start = time.perf_counter()
        reader.read(one)
        return time.perf_counter() - start

    seconds(article(20))
    short, long = seconds(article(100)), seconds(article(800))
    assert long < 8 * short * 2.5


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Harbour Trust chief executive Mary Low said it was safe.",
            "Harbour Trust chief executive",
        ),
        ("Tesco’s chief executive Mary Low said it was safe.", "Tesco’s chief executive"),
        ("On Monday president Mary Low said it was safe.", "president"),
    ],
)
def test_a_role_is_told_with_the_body_that_it_is_held_in(reader, text, title):
    article, speaker = said(reader, text, "safe")
    assert words_of(article, speaker.title) == title


def test_a_body_that_looks_like_a_person_is_known_by_what_it_is_called(reader):
    text = "The boat sank on Friday. Marten, a news agency, reported that nobody was hurt."
    article, speaker = said(reader, text, "nobody")
    assert words_of(article, speaker.name) == "Marten"
    assert speaker.type is SourceType.NAMED_ORGANISATION


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Kremlin said on Monday that talks would go on.", "Kremlin", "named organisation"),
        (
            "The Kremlin said so after Kremlin spokesman Ivan Low spoke.",
            "Kremlin",
            "named organisation",
        ),
        ("The Democrats said on Monday that talks would go on.", None, "unnamed group"),
    ],
)
def test_one_body_with_an_article_is_named_and_many_people_are_not(reader, text, name, kind):
    article, speaker = said(reader, text, "go on" if "go on" in text else "so")
    assert words_of(article, speaker.name) == name
    assert speaker.type == kind


def test_an_office_of_a_place_takes_no_part_of_the_name(reader):
    text = (
        "Mayor Ana Torres, First Minister of Scotland Nicola Low and Paul Weber spoke.\n\n"
        "Nicola Low said it was the moment.\n"
    )
    article, speaker = said(reader, text, "the moment")
    assert words_of(article, speaker.name) == "Nicola Low"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The World Health Organization has an office. On Monday, the WHO said it was over.",
            "World Health Organization",
        ),
        (
            "The Supreme Court of Puerto Rico ruled. The Supreme Court said on Monday it was over.",
            "Supreme Court of Puerto Rico",
        ),
        (
            "Many came. First Minister of Scotland Nicola Sturgeon said on Monday it was over.",
            "Nicola Sturgeon",
        ),
        ("“It was over,” Crystal C'Bearing of the council told the crowd.", "Crystal C'Bearing"),
        ("The mayor, Paul Weber, said on Monday that it was over.", "Paul Weber"),
        (
            "Three were there. Another was driver Thomas Gray, 24, who said that it was over.",
            "Thomas Gray",
        ),
        (
            "The work was led by Mark Hay, a marine ecologist at the institute, who said it was "
            "over.",
            "Mark Hay",
        ),
        (
            "Both Ada Holm and the county's Police Commissioner Stephen Mold said it was over.",
            "Ada Holm",
        ),
        (
            "The legislature of Taiwan, the Legislative Yuan, said on Monday it was over.",
            "Legislative Yuan",
        ),
        ("Growth is over, according to Notes from Poland (NFP).", "Notes from Poland"),
        ("No 10 says the meeting is over.", "No 10"),
        ("Josiah Holm founded it. Holm, the 140-year-old biscuit maker, said it was over.", "Holm"),
        (
            "Ada Holm lives there. Holm, of The Paddocks, Little Hale, said on Monday it was over.",
            "Ada Holm",
        ),
        ("DCI Sunita Rao spoke. Dominic Hale KC said on Monday that it was over.", "Dominic Hale"),
        ("Ann Holm, of Leeds, came. Cllr Holm said on Monday that it was over.", "Ann Holm"),
    ],
)
def test_name_is_whole_and_no_more(reader, text, name):
    article = Article(text=text)
    names = [article[one.speaker.name] for one in reader.read(article) if one.speaker.name]
    assert names[-1] == name


def test_a_sentence_that_begins_with_who_has_nobody_before_it(reader):
    article = Article(text="It was late.\n\nWho said that it was over? Who told him that he won?\n")
    assert all(one.speaker is None or one.speaker.name is None for one in reader.read(article))


def test_nobody_tells_of_themselves_by_name(reader):
    text = (
        "Sam Moore, who runs for mayor, denied all claims on Monday.\n\n"
        "The story centred on claims by Leigh Corman, now 53. She told the newspaper that Moore, "
        "then a lawyer, first met her in 1979."
    )
    article, speaker = said(reader, text, "first met her")
    assert words_of(article, speaker.name) == "Leigh Corman"


def test_honorific_is_part_of_neither_name_nor_title(reader):
    text = "The shop owner Dame Joan Pyle said on Monday that it was over."
    article, speaker = said(reader, text, "over")
    assert words_of(article, speaker.name) == "Joan Pyle"
    assert words_of(article, speaker.title) == "shop owner"


@pytest.mark.parametrize("title", ["-", "–", " Dr"])
def test_title_of_nothing_but_a_dash_or_an_honorific_is_none(title):
    text = f"A pro{title} Clara Powers"
    start = len("A pro")
    entity = Entity(NameKind.PERSON, titles=[Span(start, start + len(title))])
    assert title_of(text, entity) is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Presenter Carl Becker joked on air. “They burn well,” he said.\n\n"
            "President Dan Ostrow called the attack terror on Monday and renewed his appeal.\n\n"
            "“Every hour is paid for by our people,” he said in a video address.\n",
            "Every hour",
            "Dan Ostrow",
        ),
        (
            "The indictment names no company.\n\nThe Harbour Agency of North Holm said on Monday "
            "that it had helped. It declined to say whether contracts would be reviewed.\n",
            "contracts",
            "Harbour Agency of North Holm",
        ),
        (
            "The family left on advice from the United States Department of State, the mayor "
            "said.\n\nThe State Department said on Monday that it was sorry.\n",
            "sorry",
            "United States Department of State",
        ),
        (
            "The Unite union said on Monday that jobs were at risk.\n",
            "jobs",
            "Unite",
        ),
        (
            "Outlining mitigation, Liam Burke SC said Doyle had lost his home. Ann Rooney SC spoke "
            "for the bank.\n\nLiam Burke SC said he was sorry. He had not placed a bet since then, "
            "counsel said.\n",
            "placed a bet",
            "Liam Burke",
        ),
        (
            "Dame Joan Strand, whose voice filled halls, and who once said that opera would "
            "manage, has died.\n",
            "opera",
            "Joan Strand",
        ),
        (
            "Belgian sprinter Joost Maes was cleared. His manager, Stefan Claes, said then that it "
            "was over.\n\nIf it stands, the Belgian says, he will ride again.\n",
            "ride",
            "Joost Maes",
        ),
        (
            "He wrote to the US Embassy in London on Monday.\n\n"
            "The embassy said that it had no answer.\n",
            "answer",
            "US Embassy in London",
        ),
        (
            "Labour figures came from the Institute of Epidemiology, Disease Control and Research "
            "(IEDCR).\n\nThe Institute of Epidemiology, Disease Control and Research (IEDCR) "
            "reported that five had died.\n",
            "five had died",
            "Institute of Epidemiology, Disease Control and Research",
        ),
    ],
)
def test_who_is_meant_by_what_stands_near(reader, text, words, name):
    article, speaker = said(reader, text, words)
    assert words_of(article, speaker.name) == name


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("One cabinet minister", SourceType.ANONYMOUS),
        ("Two Western diplomats", SourceType.ANONYMOUS),
        ("A senior Tory MP", SourceType.ANONYMOUS),
        ("Unnamed industry experts", SourceType.ANONYMOUS),
        ("A police officer", SourceType.UNNAMED_PERSON),
        ("One lawmaker", SourceType.UNNAMED_PERSON),
    ],
)
def test_insiders_without_a_name_are_anonymous(reader, source, kind):
    text = f"The talks went on until Monday night.\n\n{source} said that there was no deal.\n"
    assert said(reader, text, "no deal")[1].type is kind


def test_the_senate_is_no_congress(reader):
    text = (
        "The Argentine congress approved a bill in 2018, it said.\n\n"
        "The senate rejected it on Monday, saying that it went too far.\n"
    )
    article, speaker = said(reader, text, "too far")
    assert words_of(article, speaker.name) != "Argentine congress"


@pytest.mark.parametrize("party", ["Democrat", "Republican", "Tory"])
def test_member_of_a_party_is_who_spoke_before(reader, party):
    text = (
        "Councillor Ana Ruiz said she would ask for a delay next week. “If the numbers hold up, "
        f"heads should roll,” the {party} said.\n"
    )
    article, speaker = said(reader, text, "heads")
    assert words_of(article, speaker.name) == "Ana Ruiz"


def test_they_is_never_one_man_who_is_named(reader):
    text = (
        "President Carl Becker visited the camp on Monday. He said it was safe.\n\n"
        "Becker met Ada Holm and Jens Lund, two nurses. They said that the wells were dry.\n"
    )
    article, speaker = said(reader, text, "the wells were dry")
    assert words_of(article, speaker.name) not in ("Carl Becker", "Ada Holm", "Jens Lund")


def test_they_after_a_body_s_statement_is_the_body(reader):
    text = (
        "Singer Ada Holm accused Brightwave Records of theft on Monday. She said it was shameful."
        "\n\nBrightwave Records have denied doing anything wrong.\n\n"
        "“At no point did we stop her from singing,” they said in a statement.\n"
    )
    article, speaker = said(reader, text, "At no point")
    assert words_of(article, speaker.name) == "Brightwave Records"
    assert speaker.type is SourceType.NAMED_ORGANISATION


def test_one_named_in_the_pronoun_s_sentence_comes_before_one_of_an_earlier_paragraph(reader):
    text = (
        "Mary Lindqvist, who made the advert, said she was proud of it. “It works,” she said.\n\n"
        "While the advert did not appeal to Julia Becker, Lund Department of Health information "
        "officer, she said she would not judge it.\n"
    )
    article, speaker = said(reader, text, "would not judge")
    assert words_of(article, speaker.name) == "Julia Becker"
    assert words_of(article, speaker.title) == "Lund Department of Health information officer"


def test_the_company_is_not_the_other_party_that_it_tells_of(reader):
    text = (
        "The Lund Harbour Office is investigating Brightwave over fees.\n\n"
        "The company confirmed on Monday that it had been questioned by the Lund Harbour Office.\n"
    )
    article, speaker = said(reader, text, "it had been questioned")
    assert words_of(article, speaker.name) != "Lund Harbour Office"


def test_the_man_who_was_told_is_not_who_told_him(reader):
    text = (
        "Dr Carl Becker told the man to throw the pillow away.\n\n"
        "“I feel well now,” the man wrote in the report.\n"
    )
    _, speaker = said(reader, text, "I feel well")
    assert speaker.name is None
    assert speaker.type is SourceType.UNNAMED_PERSON


def test_a_body_named_behind_its_description_is_named(reader):
    text = "The company that runs the show, Brightwave Productions, says that nothing is settled.\n"
    article, speaker = said(reader, text, "nothing is settled")
    assert words_of(article, speaker.name) == "Brightwave Productions"
    assert speaker.type is SourceType.NAMED_ORGANISATION


def test_an_outlet_that_cites_somebody_anonymous_is_not_anonymous(reader):
    text = (
        "Radio Lund reported the talks on Monday.\n\n"
        "The broadcaster said, citing an unnamed government source, that the talks had failed.\n"
    )
    _, speaker = said(reader, text, "the talks had failed")
    assert speaker.type is not SourceType.ANONYMOUS


def test_an_office_named_with_its_body_is_its_only_holder_s_named_before_or_later(reader):
    text = (
        "The hall will close, Norway's culture minister said on Monday.\n\n"
        "“It must be a sign,” Norway's Culture Minister Ada Becker said.\n"
    )
    article, speaker = said(reader, text, "The hall will close")
    assert words_of(article, speaker.name) == "Ada Becker"


def test_an_office_named_with_another_body_is_not_its_only_holder_s(reader):
    text = (
        "Ukraine's president met Foreign Minister Sergei Lavrov in Geneva on Monday.\n\n"
        "Ukraine's foreign minister said the talks had failed.\n"
    )
    _, speaker = said(reader, text, "the talks had failed")
    assert speaker.name is None


def test_a_joining_word_is_no_first_name(reader):
    text = (
        "“The lung was full of dust,” Dr Becker said.\n\n"
        "Because Becker suspected feathers, he asked about pillows. “They had new ones,” he said.\n"
    )
    article, speaker = said(reader, text, "The lung")
    assert words_of(article, speaker.name) == "Becker"


def test_what_a_sentence_says_that_somebody_is_is_their_role(reader):
    text = (
        "“We were surprised,” Ada Becker said on Monday.\n\n"
        "Becker is the CEO of Brightwave, which makes lamps.\n"
    )
    article, speaker = said(reader, text, "We were surprised")
    assert words_of(article, speaker.title) == "CEO of Brightwave"


def test_many_in_a_town_are_a_group_and_no_name(reader):
    text = "Many in Lund say that the bridge should stay.\n"
    _, speaker = said(reader, text, "the bridge should stay")
    assert speaker.name is None
    assert speaker.type is SourceType.UNNAMED_GROUP


def test_who_have_said_it_is_not_the_last_of_several(reader):
    text = (
        "Carl Becker joined some of the star players, including Jens Lund, who have said that the "
        "coach must go.\n"
    )
    _, speaker = said(reader, text, "the coach must go")
    assert speaker.name is None


def test_to_whom_a_letter_goes_has_not_written_it(reader):
    text = (
        "Six doctors protested on Monday. In a letter to minister Ada Becker, seen by Radio Lund, "
        "said they would provide the doses.\n"
    )
    article, speaker = said(reader, text, "would provide")
    assert words_of(article, speaker.name) != "Ada Becker"


TALK = (
    "The town knows Dorsa Holmgren and her brother Borna Holmgren. Larn News spoke with her. "
    "Critic Rolf Stahl has praised her work.\n\n"
    "What do you paint?\n\n"
    "((Dorsa Holmgren)) I paint my street, mostly.\n\n"
    "((LN)) Why do you do it at night?\n\n"
    "((Dorsa Holmgren)) I like it dark. My brother does not.\n\n"
    "((RS)) Do you sell what you paint?\n\n"
    "((Dorsa Holmgrem)) I do, if I must.\n\n"
    "((LN)) Will you stay in Larn?\n\n"
    "((Dorsa Holmgren)) I think so. I was born here.\n"
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("mostly", "Dorsa Holmgren"),
        ("at night", "Larn News"),
        ("like it dark", "Dorsa Holmgren"),
        ("sell what", "Larn News"),
        ("if I must", "Dorsa Holmgren"),
        ("born here", "Dorsa Holmgren"),
        ("What do you paint", "Larn News"),
    ],
)
def test_label_is_who_bears_that_name_or_the_one_who_asks(reader, words, name):
    article, speaker = said(reader, TALK, words)
    assert words_of(article, speaker.name) == name


def test_initials_are_the_one_with_that_name_who_takes_part(reader):
    text = (
        "Larn News met the painter Jane Roe.\n\n((Jane Roe)) I paint. I am from Larn.\n\n"
        "((LN)) Why?\n\n((JR)) I like it.\n\n((LN)) Still?\n\n((JR)) Yes, I do."
    )
    article, speaker = said(reader, text, "Yes, I do")
    assert words_of(article, speaker.name) == "Jane Roe"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A spokesman for Mr. Lund, Paul Weber,", "Paul Weber"),
        ("Torres and Lund's mother, Greta Vik,", "Greta Vik"),
        ("Lawyers for both Torres and Lund", None),
        ("Advisers to Mr. Lund", None),
    ],
)
def test_owner_of_a_role_is_not_who_holds_it(reader, source, name):
    text = (
        "Mayor Ana Torres and her brother Erik Lund opened the bridge on Friday.\n\n"
        f"{source} said on Monday that the work had taken nine years.\n"
    )
    article, speaker = said(reader, text, "nine years")
    assert words_of(article, speaker.name) == name


@pytest.mark.parametrize(
    ("before", "name", "kind"),
    [
        ("Senator Greta Vik of Ohio", "Greta Vik", SourceType.NAMED_PERSON),
        ("Erik Lund, a clerk at the Transport Ministry,", "Erik Lund", SourceType.NAMED_PERSON),
        ("officials at the Transport Ministry", None, SourceType.UNNAMED_GROUP),
        ("a woman, a niece of the engineer Erik Lund", None, SourceType.UNNAMED_PERSON),
        ("some of the engineers", None, SourceType.UNNAMED_GROUP),
    ],
)
def test_who_stands_for_the_people_before_it(reader, before, name, kind):
    text = (
        "Mayor Ana Torres opened the bridge on Friday.\n\n"
        f"The cost had angered {before.rstrip(',')}, who said that it was far too high.\n"
    )
    article, speaker = said(reader, text, "too high")
    assert words_of(article, speaker.name) == name
    assert speaker.type is kind


def test_which_is_not_the_person_before_it(reader):
    text = (
        "The mayor read a book by the engineer Erik Lund, which reported that the bridge would "
        "not hold.\n"
    )
    article, speaker = said(reader, text, "not hold")
    assert words_of(article, speaker.name) is None
    assert speaker.type is SourceType.DOCUMENT


def test_they_is_no_one_person(reader):
    text = (
        "Planetary scientist Ana Torres of the institute led the study.\n\n"
        "Torres et al studied salts, common on Mars. They found that the water would last for nine "
        "years.\n"
    )
    _, speaker = said(reader, text, "nine years")
    assert speaker.name is None
    assert speaker.type is SourceType.UNNAMED_GROUP


def test_they_is_no_document(reader):
    text = (
        "The indictment unsealed on Friday detailed how Paul Weber relied on friends. "
        "The indictment said they feared him. They said it would last nine years.\n"
    )
    _, speaker = said(reader, text, "nine years")
    assert speaker.type is SourceType.UNNAMED_GROUP


@pytest.mark.parametrize("opening", ["He", "Through a friend, he"])
def test_pronoun_opening_a_sentence_is_the_subject_of_the_one_before(reader, opening):
    text = (
        "Mr. Lund, who bought the mines, has paid for the work. “It is done,” Mr. Lund said. "
        "A rival, Mr. Weber, runs the mill. Mr. Weber is running for mayor. "
        f"{opening} said that the river would rise.\n"
    )
    article, speaker = said(reader, text, "river would rise")
    assert words_of(article, speaker.name) == "Weber"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mrs. Holm ran the Holm campaign.", NameKind.PERSON),
        ("The Holm ran the Holm campaign.", NameKind.ORGANISATION),
    ],
)
def test_whom_an_honorific_names_is_no_campaign(text, kind):
    at, title = text.index("Holm"), text.index("campaign")
    entity = Entity(kind=NameKind.PERSON)
    entity.spans, entity.titles = [Span(at, at + 4)], [Span(title, title + 8)]
    make_body(text, entity)
    assert entity.kind is kind
    assert not entity.titles


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Holm Energy denied it. Holm Energy said on Monday that it would pay. The miners want "
            "more money, according to the union.\n",
            None,
        ),
        (
            "Sen. Greta Vik called on Friday for a vote with Texas Sen. Erik Lund on it.\n\n"
            "The Ohio senator said that the miners want more money.\n",
            "Greta Vik",
        ),
        (
            "Sen. Greta Vik called on Friday for a vote on the bridge. Sen. Ada Holm was there.\n\n"
            "The Ohio senator said that the miners want more money.\n",
            None,
        ),
    ],
)
def test_role_of_a_body_or_state_goes_to_the_one_that_fits(reader, text, name):
    article, speaker = said(reader, text, "more money")
    assert words_of(article, speaker.name) == name


def test_capitals_behind_a_place_are_read_in_time(reader):
    start = time.perf_counter()
    text = f"Ada Holm of {'A' * 60}, and who said that the dam was dry, left."
    reader.read(Article(text=f"{text}\n\n{text}"))
    assert time.perf_counter() - start < 5


def test_a_first_question_without_a_label_is_read_where_only_questions_have_one(reader):
    text = (
        "Lund told Wikinews that the mill was shut.\n\nWhat is the mill?\n\n"
        "((Wikinews)) Thank you for coming today to talk to us.\n\n((WN)) Why is it shut?\n\n"
        "((WN)) Who owns it, in your view?\n\n((WN)) When will you open it?"
    )
    article, speaker = said(reader, text, "Who owns it")
    assert words_of(article, speaker.name) == "Wikinews"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "“Many in the council know too little of law,” said Ada Holm, head of the Larn League. "
            "“We need people of substance.”\n\nPeople like Bo Lund, she said.\n",
            "People like",
            "Ada Holm",
        ),
        (
            "The bill would help towns. One part would fund the Larn Road Agency until May.\n\n"
            "The mayor's rejection of it left little hope on Friday evening. It also said how hard "
            "the matter is.\n",
            "how hard",
            None,
        ),
    ],
)
def test_who_is_named_in_the_words_or_as_an_object_before_does_not_say_them(
    reader, text, words, name
):
    article, speaker = said(reader, text, words)
    assert words_of(article, speaker.name) == name


def test_he_is_who_spoke_last_in_a_sentence_that_another_opens(reader):
    text = (
        "Town manager Bo Brady met the press on Friday. Striker Lew Okor scored twice.\n\n"
        "Okor, 23, has been linked with a move to Larn, but Brady insisted the forward was not for "
        "sale. Asked whether a bid had come, he refused to comment.\n"
    )
    article, speaker = said(reader, text, "comment")
    assert words_of(article, speaker.name) == "Bo Brady"


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        (
            "The Leeds Gazette reported that Ann Ng quit. The paper said she was tired.",
            "she was tired",
            "Leeds Gazette",
            SourceType.NAMED_ORGANISATION,
        ),
        (
            "The Vestbo newspaper said the mill was shut. The paper said the men were tired.",
            "the men were tired",
            "Vestbo",
            SourceType.NAMED_ORGANISATION,
        ),
        (
            "Ann Ng wrote a paper for the Leeds Gazette. The paper said the men were tired.",
            "the men were tired",
            None,
            SourceType.DOCUMENT,
        ),
        (
            "Officials in Sweden and Norway said six men were tired.",
            "six men were tired",
            None,
            SourceType.UNNAMED_GROUP,
        ),
        (
            "Reports in Norway said six men were tired.",
            "six men were tired",
            None,
            SourceType.DOCUMENT,
        ),
        (
            "Upholm Co. said it will sell the mill. Upholm said the price was not set.",
            "the price was not set",
            "Upholm Co",
            SourceType.NAMED_ORGANISATION,
        ),
        (
            "Margalit Har-Shelun told the court she was sorry. Har-Shelun said she knew nothing.",
            "she knew nothing",
            "Margalit Har-Shelun",
            SourceType.NAMED_PERSON,
        ),
    ],
)
def test_outlets_companies_and_people_of_a_place_are_told_apart(reader, text, words, name, kind):
    article, speaker = said(reader, text, words)
    assert (words_of(article, speaker.name), speaker.type) == (name, kind)


@pytest.mark.parametrize(
    ("text", "words", "title"),
    [
        (
            "Norwegian health minister Bo Holm said the ward was full. The Swedish oil minister "
            "said supplies were safe. The minister said the well was dry.",
            "the well was dry",
            "Swedish oil minister",
        ),
        (
            "Lund's stepmother said he was shy. The mayor's brother-in-law said he was bright.",
            "he was bright",
            "mayor's brother-in-law",
        ),
        ("None of the guards said he was armed.", "he was armed", None),
    ],
)
def test_one_without_a_name_keeps_apart_from_the_others(reader, text, words, title):
    article, speaker = said(reader, text, words)
    assert (words_of(article, speaker.name), words_of(article, speaker.title)) == (None, title)


def test_surname_of_relatives_is_whose_full_name_opened_the_paragraph_before(reader):
    text = (
        "Six-year-old Elio Holm will stay with his aunt for now, a court has ruled.\n\n"
        "The boy could soon be with his father, Juan Holm, who lives in Lund.\n\n"
        "Juan Holm lashed out at the court on Sunday.\n\n“This is abuse of a child,” Holm said.\n\n"
        "“He cannot decide for himself,” Holm said.\n"
    )
    for words in ("abuse of a child", "decide for himself"):
        article, speaker = said(reader, text, words)
        assert words_of(article, speaker.name) == "Juan Holm"
