"""Transcripts, signed quotations and inner statements: what the layout makes plain."""

import time

import pytest

from onrecord import Article
from onrecord.extract.continuity import join_continued
from onrecord.extract.draft import Draft
from onrecord.extract.letters import letter_lines
from onrecord.extract.lines import with_lines
from onrecord.extract.nesting import parents_of
from onrecord.extract.passage import passage_of
from onrecord.extract.signature import shown_posts, signed_quotations
from onrecord.extract.transcript import transcript_lines
from onrecord.types import Span


def lines_of(found, text):
    article = Article(text=text)
    return [(article[line.name], article[line.words]) for line in found(passage_of(article))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Q: Will it rain?\n\nA: It will.\n\nQ: When?\n\nA: On Friday.",
            [("Q", "Will it rain?"), ("A", "It will."), ("Q", "When?"), ("A", "On Friday.")],
        ),
        (
            "Q: Best food?\n\nA: Soup\n\nQ: Worst one\n\nA: None",
            [("Q", "Best food?"), ("A", "Soup"), ("Q", "Worst one"), ("A", "None")],
        ),
        (
            "WALLACE: Why?\nPENCE: Because it rains.\nWALLACE: I see.",
            [("WALLACE", "Why?"), ("PENCE", "Because it rains."), ("WALLACE", "I see.")],
        ),
        (
            '"SMITH (on phone): Why?\n"LEE: No idea.\n"SMITH (on phone): I see."',
            [("SMITH", "Why?"), ("LEE", "No idea."), ("SMITH", 'I see."')],
        ),
        (
            "Jane Roe: Why?\nJohn Doe: It rains.\nJane Roe: Oh.\nJohn Doe: Yes.",
            [
                ("Jane Roe", "Why?"),
                ("John Doe", "It rains."),
                ("Jane Roe", "Oh."),
                ("John Doe", "Yes."),
            ],
        ),
        (
            "((WN)) Why?\n\n((Jane Roe)) : It rains.\n\n((WN)) : Oh.\n\n((Jane Roe)) Yes.",
            [("WN", "Why?"), ("Jane Roe", "It rains."), ("WN", "Oh."), ("Jane Roe", "Yes.")],
        ),
        (
            "The Hill Post: Why?\n\nJane Roe: It rains. It pours.\n\nTHP: Oh.\n\nJR: Yes.",
            [
                ("The Hill Post", "Why?"),
                ("Jane Roe", "It rains. It pours."),
                ("THP", "Oh."),
                ("JR", "Yes."),
            ],
        ),
    ],
)
def test_each_line_of_a_transcript_is_its_speakers(text, expected):
    assert lines_of(transcript_lines, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Clinton: 1,769 delegates\nSanders: 1,501 delegates\nClinton: 12 states",
        "Trump: I will win.\n\nThe candidate spoke in Ohio.",
        "[Editor] was added.\n\n[He] said so.\n\n“[We] won.”",
        "Image: Ada Low.\n\nImage: Ada Low.\n\nImage: Ben Holm.\n\nImage: Ada Low.",
        "WEATHER: Rain is likely.\n\nThe rest of the week stays dry.",
        "Larn: F Ben Holm was out.\n\nSudby: It won twice.\n\nLarn: Host Sudby.\n\nSudby: Visit.",
    ],
)
def test_lists_and_headings_are_no_transcript(text):
    assert lines_of(transcript_lines, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It never rains.” — Beck Pimentel", [("Beck Pimentel", "“It never rains.”")]),
        ("“It never rains.”\n– Beck J. Pimentel", [("Beck J. Pimentel", "“It never rains.”")]),
        ('"Never." - pensioner Ann Obi, 71', [("pensioner Ann Obi, 71", '"Never."')]),
        ("“Never.” ―\xa0@rainwatch", [("@rainwatch", "“Never.”")]),
    ],
)
def test_signed_quotation_is_the_signers(text, expected):
    assert lines_of(signed_quotations, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Roads first. https://t.co/a1 pic.twitter.com/b2\n\n— Sen. Ann Ng (@annng) May 3, 2021",
            [("Sen. Ann Ng", "Roads first.")],
        ),
        (
            "We open at nine. — 🚲 (@bikes_of_oslo) 3 May 2021",
            [("@bikes_of_oslo", "We open at nine.")],
        ),
    ],
)
def test_post_that_a_page_shows_is_its_writers(text, expected):
    assert lines_of(shown_posts, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "— Ann Ng (@annng) May 3, 2021",
        "Roads first.\n\n— Ann Ng (@annng)",
        "She wrote (@annng) on May 3, 2021",
        "https://t.co/a1\n\n— Ann Ng (@annng) May 3, 2021",
    ],
)
def test_handle_without_words_or_day_is_no_post(text):
    assert lines_of(shown_posts, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“It never rains” — Ann said so herself — in Spain.",
        "“It never rains” — or so it seems",
        "She called it “rain” — Spanish style",
    ],
)
def test_dash_inside_a_sentence_signs_nothing(text):
    assert lines_of(signed_quotations, text) == []


def test_letter_is_its_signers_and_an_answer_nobodys():
    text = (
        "DEAR MAY: It rains.\n\nWhat should I do? -- WET IN LARN\n\n"
        "DEAR WET: Buy a hat. It helps.\n\nMay Orr answers letters."
    )
    article = Article(text=text)
    found = letter_lines(passage_of(article))
    assert [(line.name and article[line.name], article[line.words]) for line in found] == [
        ("WET IN LARN", "It rains.\n\nWhat should I do?"),
        (None, "Buy a hat. It helps."),
    ]


def test_one_letter_in_a_report_is_no_column():
    text = "It began:\n\nDear Ann: It rains.\n\nShe wept."
    assert not letter_lines(passage_of(Article(text=text)))


def test_line_takes_the_place_of_what_was_found_across_it():
    text = "Q: Who said it rains?\n\nA: Bob did.\n\nQ: When?"
    article = Article(text=text)
    passage = passage_of(article)
    across = Draft(source=(Span(0, 1),), cue=(Span(7, 11),), content=(Span(12, 20),), confidence=1)
    found = with_lines([across], transcript_lines(passage))
    assert [article.words(draft.source) for draft in found] == ["Q", "A", "Q"]


def test_statement_inside_anothers_content_has_it_as_parent():
    outer = Draft(source=(Span(0, 3),), cue=(Span(4, 8),), content=(Span(9, 60),), confidence=1)
    middle = Draft(
        source=(Span(9, 12),), cue=(Span(13, 17),), content=(Span(18, 60),), confidence=1
    )
    inner = Draft(
        source=(Span(18, 20),), cue=(Span(21, 25),), content=(Span(26, 40),), confidence=1
    )
    beside = Draft(
        source=(Span(61, 64),), cue=(Span(65, 69),), content=(Span(70, 80),), confidence=1
    )
    assert parents_of([outer, middle, inner, beside]) == [None, 0, 1, None]


def test_answer_of_several_paragraphs_is_one_content():
    text = "Q: Why?\n\nA: It rains.\n\nIt pours, too.\n\nQ: Still?\n\nA: Yes."
    found = lines_of(transcript_lines, text)
    assert found[1] == ("A", "It rains.\n\nIt pours, too.")


def test_report_around_an_excerpt_is_nobodys_words():
    rest = "".join(f"\n\nThe report goes on, part {part}." for part in range(9))
    text = f"SMITH: Why?\nLEE: It rains.\n\nBoth then left.{rest}\n\nSMITH: I see."
    assert ("LEE", "It rains.") in lines_of(transcript_lines, text)


def test_dash_inside_a_word_or_before_signs_no_post():
    text = "A well-run town — at last. — Karin Berg (@karin) May 4, 2021"
    assert lines_of(shown_posts, text) == [("Karin Berg", "A well-run town — at last.")]


def test_post_of_many_addresses_costs_no_more_than_its_length():
    text = "Look at " + "http://a/" * 30 + " x — Ann Poe (@poe) May 3, 2021"
    started = time.perf_counter()
    assert len(lines_of(shown_posts, text + " " * 20_000)) == 1
    assert time.perf_counter() - started < 2


def test_letter_without_words_is_none():
    text = "DEAR EDITOR: — TIRED IN TEXAS\n\nDEAR TIRED: Rest."
    found = letter_lines(passage_of(Article(text=text)))
    assert [text[one.words.start : one.words.end] for one in found] == ["Rest."]


def test_turn_holds_all_paragraphs_whatever_they_end_in():
    text = (
        "((WN)) Why Larn?\n\n((Jane Roe)) Three things:\n\nThe sea. It is\nso wide :(\n\n"
        "See https://larn.example/sea\n\n((WN)) And\n\n((Jane Roe)) वह चला गया।\n\nI left."
    )
    assert lines_of(transcript_lines, text) == [
        ("WN", "Why Larn?"),
        ("Jane Roe", "Three things:\n\nThe sea. It is\nso wide :(\n\nSee https://larn.example/sea"),
        ("WN", "And"),
        ("Jane Roe", "वह चला गया।\n\nI left."),
    ]


def test_label_that_comes_once_opens_a_turn():
    text = "((WN)) Why?\n\n((Jane Roe)) I like it.\n\n((WN)) Oh.\n\n((Jane Row)) Yes."
    assert lines_of(transcript_lines, text)[-1] == ("Jane Row", "Yes.")


def test_label_without_words_ends_a_turn():
    text = "((WN)) Why?\n\n((Jane Roe))\n\n((WN)) Which?\n\n((Jane Roe)) I forgot.\n\n((WN)) Oh."
    assert [label for label, _ in lines_of(transcript_lines, text)] == [
        "WN",
        "WN",
        "Jane Roe",
        "WN",
    ]


@pytest.mark.parametrize(
    "between",
    [
        "(CROSSTALK)",
        "[A nurse mentioned: We close at nine.]",
        'Years later Jane Roe left Larn, saying "I am tired".',
        "Life in Larn",
        "Follow Ben Holm on Twitter @benholm",
    ],
)
def test_turn_ends_where_the_page_goes_on_in_other_words(between):
    text = f"((WN)) Why?\n\n((Jane Roe)) I like it.\n\n{between}\n\n((WN)) Oh.\n\n((Jane Roe)) Yes."
    assert lines_of(transcript_lines, text)[1] == ("Jane Roe", "I like it.")


def test_question_whose_answer_has_no_label_ends_with_its_paragraph():
    text = (
        "((LN)) Why do you run?\n\nThe Blue Party met in May.\n\n((LN)) What do you want?\n\n"
        "The Red Party met in June.\n\n((LN)) And you?"
    )
    found = [words for _, words in lines_of(transcript_lines, text)]
    assert found == ["Why do you run?", "What do you want?", "And you?"]


def test_bracketed_word_in_a_turn_is_no_label():
    text = "((WN)) Why?\n\n((Jane Roe)) I left.\n\n[A] town is [a] town.\n\n((WN)) Oh."
    assert lines_of(transcript_lines, text)[1] == ("Jane Roe", "I left.\n\n[A] town is [a] town.")


def test_brackets_of_a_label_are_no_cue():
    text = "((WN)) Why?\n\n((Jane Roe)) : I left.\n\n((WN)) Oh."
    found = transcript_lines(passage_of(Article(text=text)))
    assert [line.cue and text[line.cue.start : line.cue.end] for line in found] == [None, ":", None]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Can you say who you are?", [(None, "Can you say who you are?")]),
        ("Larn News met Jane Roe.", []),
        ("“Who is she?”", []),
    ],
)
def test_question_without_a_label_opens_an_interview(before, expected):
    text = (
        f"A report.\n\n{before}\n\n((Jane Roe)) I paint.\n\n((WN)) Why?\n\n((Jane Roe)) I like it."
    )
    found = transcript_lines(passage_of(Article(text=text)))
    assert [
        (one.name, text[one.words.start : one.words.end]) for one in found if not one.name
    ] == expected


def test_note_between_quoted_turns_is_nobodys_words():
    text = (
        '"LOW: Why do you —\n"(CROSSTALK)\n"LEE: I will.\n"LOW: Will you?\n"LEE: Yes.\n'
        '"Follow Ann Poe on Twitter."'
    )
    passage = passage_of(Article(text=text))
    joined = join_continued(with_lines([], transcript_lines(passage)), passage)
    found = [text[one.content[0].start : one.content[-1].end] for one in joined]
    assert found == ["Why do you —", "I will.", "Will you?", "Yes."]
