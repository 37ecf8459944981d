"""The whole reading, with the shipped weights, on texts good and bad."""

import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord import Article, Failure, Kind, Reading, Span
from onrecord.export import statement_line
from onrecord.ingest import read_file
from onrecord.types import Stage

RAIN = (
    "LONDON — The minister said on Monday that it would rain.\n\n"
    "“It will pour,” said Jane Doe, a farmer. “Bring an umbrella.”\n\n"
    "According to the weather office, the sun will be back on Tuesday.\n"
)


def words(article, statements):
    return [
        (article.words(found.source), article.words(found.cue), article.words(found.content))
        for found in statements
    ]


def test_direct_and_indirect_statements_are_read_with_source_and_cue(reader):
    article = Article(text=RAIN)
    statements = reader.read(article)
    assert words(article, statements) == [
        ("The minister", "said", "that it would rain"),
        ("Jane Doe, a farmer", "said", "“It will pour,” … “Bring an umbrella.”"),
        ("the weather office", "According to", "the sun will be back on Tuesday"),
    ]
    assert [found.kind for found in statements] == [Kind.INDIRECT, Kind.DIRECT, Kind.INDIRECT]


def test_statements_know_their_article_and_who_made_them(reader):
    article = Article(text=RAIN)
    for statement in reader.read(article):
        assert statement.article_id == article.id
        assert statement.made_by.onrecord == onrecord.__version__
        assert statement.made_by.weights


def test_shared_reader_reads_the_same(reader):
    assert onrecord.read(Article(text=RAIN)) == reader.read(Article(text=RAIN))


def test_nothing_outside_the_body_is_read(reader):
    start = RAIN.index("According")
    article = Article(text=RAIN, body=(Span(start, len(RAIN)),))
    statements = reader.read(article)
    assert statements
    assert all(
        span.start >= start
        for found in statements
        for span in (*found.source, *found.cue, *found.content)
    )


def test_statements_come_in_order_of_appearance_and_each_once(reader, samples):
    for path in samples:
        statements = reader.read(read_file(path))
        starts = [
            min(span.start for span in (*found.source, *found.cue, *found.content))
            for found in statements
        ]
        assert starts == sorted(starts)
        assert len({found.id for found in statements}) == len(statements) > 0


def test_parents_are_statements_of_the_same_article(reader, samples):
    for path in samples:
        statements = reader.read(read_file(path))
        ids = {found.id for found in statements}
        assert all(found.parent in ids - {found.id} for found in statements if found.parent)


NEWS_MARKS = st.sampled_from(
    [
        *("“", "”", '"', "‘", "’", " said ", " told ", "According to ", "she", ", ", ". ", "— "),
        *(
            "\n\n",
            "\r\n",
            "\0",
            "👩🏽‍🚒",
            "e\u0301",
            "שלום",
            "\u202e",
            "\xa0",
            "\u2028",
            "Jane Doe",
        ),
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.lists(NEWS_MARKS | st.text(max_size=8), max_size=60).map("".join))
def test_any_unicode_is_read_twice_the_same_and_every_span_holds_its_words(reader, text):
    article = Article(text=text)
    statements = reader.read(article)
    assert statements == reader.read(Article(text=text))
    for found in statements:
        for span in (*found.source, *found.cue, *found.content):
            assert span.end <= len(text)
            assert article[span].strip() == article[span] != ""
        shown = json.loads(statement_line(article, found))
        assert shown["words"] == " … ".join(text[s:e] for s, e in shown["content"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n \t\r\n" * 2000,
        "a" * 1_000_000,
        "“" * 20_000 + "It rains,” she said.",
        '"' * 20_001,
        "“‘" * 5000 + "It rains" + "’”" * 5000 + " she said.",
        "(" * 20_000,
        "\0" * 20_000,
        "👩🏽‍🚒" * 5000,
        "e" + "\u0301" * 20_000,
    ],
    ids=["nothing", "white", "no space", "open", "straight", "nested", "brackets", "nul", "emoji",
         "combining"],
)  # fmt: skip
def test_strange_text_is_read_to_its_end(reader, text):
    started = time.perf_counter()
    reader.read(Article(text=text))
    assert time.perf_counter() - started < 30


def test_cost_grows_with_length_and_no_faster(reader):
    def seconds(times):
        article = Article(text=RAIN * times)
        started = time.process_time()
        reader.read(article)
        return time.process_time() - started

    seconds(20)
    # Four times the text; a square would take sixteen times as long.
    assert seconds(400) < 8 * seconds(100)


def test_one_reader_serves_several_threads(reader, samples):
    articles = [read_file(path) for path in samples] * 4
    alone = [reader.read(article) for article in articles]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(reader.read, articles)) == alone


def test_failure_goes_through_and_stops_no_other_article(reader):
    failure = Failure(uri="bad.txt", stage=Stage.INGEST, reason="the file is empty")
    article = Article(text=RAIN)
    results = list(reader.read_all([failure, article]))
    assert results == [failure, Reading(article=article, statements=reader.read(article))]


def test_fault_in_one_article_becomes_a_failure_with_its_traceback(reader):
    good = Article(text=RAIN)
    broken = Article(text="It rains.", uri="broken.txt")
    object.__setattr__(broken, "body", None)
    failure, reading = reader.read_all([broken, good])
    assert (failure.uri, failure.stage) == ("broken.txt", Stage.READ)
    assert "could not be read, TypeError" in failure.reason
    assert "Traceback" in failure.traceback
    assert reading.statements


def test_articles_are_read_one_at_a_time(reader):
    taken = []

    def articles():
        for number in range(3):
            taken.append(number)
            yield Article(text=f"It rains, said number {number}.")

    next(reader.read_all(articles()))
    assert taken == [0]


def test_interview_without_labels_has_its_answers_from_whom_it_introduces(reader):
    text = (
        "Ines Aldana restores clocks in a cellar in Porto. This month Aldana turns 60.\n\n"
        "How did you begin?\n\nMy aunt had a clock that lied. I took it apart.\n\n"
        "Did you put it together again?\n\nNot that year. I lived without the hour.\n\n"
        "What do you charge?\n\nWhatever I dare.\n\n"
        "Will you ever retire?\n\nWhen my hands do."
    )
    article = onrecord.Article(text=text)
    answers = [one for one in reader.read(article) if not one.source]
    assert [article.words(one.content)[:8] for one in answers] == [
        "My aunt ",
        "Not that",
        "Whatever",
        "When my ",
    ]
    for one in answers:
        assert one.speaker.name is not None
        assert article[one.speaker.name] == "Ines Aldana"
        assert one.how.channel.kind == "interview"


def test_nobody_is_he_or_she_in_their_own_words(reader):
    text = (
        "Ines Aldana writes novels in a cellar in Porto. This month Aldana turns 60.\n\n"
        "How did you begin?\n\nI stole my sister's pen. I never gave it back.\n\n"
        "Who read you first?\n\nMy editor did. She told me that readers would “throw it away”.\n\n"
        "Did you believe her?\n\nNot that year. I lived without the hour.\n\n"
        "Will you ever stop?\n\nWhen my hands do."
    )
    article = onrecord.Article(text=text)
    inner = [one for one in reader.read(article) if article.words(one.source) == "She"]
    assert len(inner) == 1
    assert inner[0].parent is not None
    assert inner[0].speaker.name is None


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Last year, when he led Leeds, Ian Lee said: “I will never sell it.”", "Last year"),
        ("A day after she was fired, Ann Lee said: “I will never sell it.”", "A day"),
        ("As protesters chanted, police fired tear gas into the crowd by the palace.", "police"),
        ("As the minister apologised, shots were fired outside the hall.", "shots"),
        ("Ian Poe has two rivals: Ann Lee -- “a failed mayor” -- and Tom Hart.", "failed"),
        ("Her last book was “Who Pays?” Ann Lee wrote it in Oslo in a year.", "Pays"),
        ("Ann Lee won: “The dam is dry,” she wrote, and “The Mill” opened in May.", "Mill"),
    ],
)
def test_what_nobody_said_is_put_in_no_mouth(reader, text, wrong):
    article = Article(text=text)
    assert not any(wrong in article.words(one.content) for one in reader.read(article))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Her promise to build homes people can afford was popular.", "people can afford"),
        ("Ian Lee made headlines calling the mayor a thief and a liar.", "a thief"),
        ("The party sought an apology from the mayor's office after it.", "an apology"),
        ("Poe said that the statue, an allusion to the war, would be moved.", "would be moved"),
    ],
)
def test_what_somebody_said_stays_whole(reader, text, words):
    article = Article(text=text)
    assert any(words in article.words(one.content) for one in reader.read(article))
