import datetime
from dataclasses import replace

import pytest

from onrecord import Article, Span
from onrecord.export import statement_line
from onrecord.serve.cli import main
from onrecord.serve.moments import in_order_said, said_words
from onrecord.serve.show import Look, render, render_timeline
from onrecord.types import Basis, Grain, Kind, MadeBy, SaidAt, Statement

TEXT = "Lee said Sunday it rains. Poe told of sun on Friday. Kay spoke."
ARTICLE = Article(text=TEXT, published=datetime.date(2025, 3, 3))
PLAIN = Look(width=80, is_colored=False)


def day(value, span=None):
    start = datetime.date.fromisoformat(value)
    end = start + datetime.timedelta(days=1)
    return SaidAt(value=value, start=start, end=end, grain=Grain.DAY, basis=Basis.STATED, span=span)


def made(name, source, time):
    start = TEXT.index(source)
    return Statement(
        id=name,
        article_id=ARTICLE.id,
        kind=Kind.INDIRECT,
        source=(Span(start, start + len(source)),),
        content=(Span(start + len(source) + 1, start + len(source) + 5),),
        said_at=time,
        confidence=0.9,
        made_by=MadeBy(onrecord="0", weights="by hand"),
    )


NOTHING = SaidAt(value="PAST_REF", end=datetime.date(2025, 3, 4), basis=Basis.PUBLISHED)
LEE = made("st1_lee", "Lee", day("2025-03-02", Span(9, 15)))
POE = made("st1_poe", "Poe", day("2025-02-28"))
KAY = made("st1_kay", "Kay", NOTHING)


@pytest.mark.parametrize(
    ("value", "start", "end", "grain", "words"),
    [
        ("2025-03-02", "2025-03-02", "2025-03-03", "day", "Sun 2 Mar 2025"),
        ("2025-03-02TEV", "2025-03-02", "2025-03-03", "part of day", "Sun 2 Mar 2025, evening"),
        ("2025-03-02T15:30", "2025-03-02", "2025-03-03", "minute", "Sun 2 Mar 2025, 15:30"),
        ("2025-03-02T15", "2025-03-02", "2025-03-03", "hour", "Sun 2 Mar 2025, 15:00"),
        ("2025-W09", "2025-02-24", "2025-03-03", "week", "the week of 24 Feb 2025"),
        ("2025-W09-WE", "2025-03-01", "2025-03-03", "weekend", "the weekend of 1 Mar 2025"),
        ("2025-02", "2025-02-01", "2025-03-01", "month", "Feb 2025"),
        ("2024-SU", "2024-06-01", "2024-09-01", "season", "summer 2024"),
        ("2024-Q4", "2024-10-01", "2025-01-01", "quarter", "2024-Q4"),
        ("2019", "2019-01-01", "2020-01-01", "year", "2019"),
        ("199", "1990-01-01", "2000-01-01", "decade", "the 1990s"),
        ("2025-03-01/2025-03-02", "2025-03-01", "2025-03-03", "day",
         "Sat 1 Mar 2025 to Sun 2 Mar 2025"),
    ],
)  # fmt: skip
def test_time_is_told_in_a_few_words(value, start, end, grain, words):
    first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    time = SaidAt(value=value, start=first, end=last, grain=Grain(grain), basis=Basis.CONTEXT)
    assert said_words(ARTICLE, time) == words


def test_what_nothing_tells_is_not_shown():
    assert said_words(ARTICLE, NOTHING) is None
    assert "said" not in render(ARTICLE, [KAY], PLAIN).splitlines()[-2]


def test_relative_time_is_shown_in_the_words_of_the_article():
    time = SaidAt(value="XXXX-WXX-7", basis=Basis.STATED, span=Span(9, 15))
    assert said_words(ARTICLE, time) == "“Sunday”"


def test_page_shows_when_it_was_said():
    assert " · said Sun 2 Mar 2025 · " in render(ARTICLE, [LEE], PLAIN)


@pytest.mark.parametrize(
    ("confidence", "shown"),
    [(0.834, "(context, 83%)"), (0.9987, "(context, 99%)"), (None, "(context)")],
)
def test_page_shows_how_likely_a_time_is_that_the_passage_lends(confidence, shown):
    lent = replace(LEE.said_at, basis=Basis.CONTEXT, confidence=confidence)
    page = render(ARTICLE, [replace(LEE, said_at=lent)], PLAIN)
    assert f" · said Sun 2 Mar 2025 {shown} · " in page


def test_statements_come_in_the_order_they_were_said_in_unknown_ones_by_publication():
    later = made("st1_later", "Lee", day("2025-03-04"))
    assert in_order_said(ARTICLE, [KAY, later, LEE, POE]) == [POE, LEE, KAY, later]


def test_order_of_appearance_stays_among_equals():
    other = replace(KAY, id="st1_other")
    assert in_order_said(ARTICLE, [other, KAY]) == [other, KAY]


def test_moments_of_two_zones_are_put_in_order():
    noon = datetime.datetime(2025, 3, 2, 12, tzinfo=datetime.UTC)
    east = noon.astimezone(datetime.timezone(datetime.timedelta(hours=9)))
    hour = datetime.timedelta(hours=1)
    first = SaidAt(value="a", start=east - hour, end=east, basis=Basis.STATED)
    second = SaidAt(value="b", start=noon, end=noon + hour, basis=Basis.STATED)
    one, other = replace(LEE, said_at=first), replace(POE, said_at=second)
    assert in_order_said(ARTICLE, [other, one]) == [one, other]


def test_timeline_groups_by_time():
    page = render_timeline(ARTICLE, [LEE, POE, KAY], PLAIN)
    places = [
        page.index(w) for w in ("\nFri 28 Feb", "Poe", "\nSun 2 Mar", "Lee", "\nnot told", "Kay")
    ]
    assert places == sorted(places)


def test_json_tells_when_it_was_said():
    line = statement_line(ARTICLE, LEE)
    assert (
        '"said_at": {"value": "2025-03-02", "start": "2025-03-02", "end": "2025-03-03", '
        '"grain": "day", "basis": "stated", "span": [[9, 15]], "confidence": null}'
    ) in line
    assert '"end": "2025-03-04", "grain": null, "basis": "published", "span": []' in statement_line(
        ARTICLE, KAY
    )


def test_timeline_goes_with_no_other_order(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["read", "--timeline", "--by-speaker", "a.txt"])
    assert ended.value.code == 2
    assert "--timeline" in capsys.readouterr().err


def test_read_timeline_orders_page_and_json(tmp_path, capsys):
    path = tmp_path / "rain.txt"
    path.write_text(
        "“It rains,” the mayor, Ann Lee, said on Sunday.\n\n"
        "“It snows,” the poet, Bob Poe, said on Friday.\n",
        encoding="utf-8",
    )
    asked = ["read", "--published", "2025-03-03", "--timeline", str(path)]
    assert main(asked) == 0
    page = capsys.readouterr().out
    assert page.index("Fri 28 Feb 2025") < page.index("It snows") < page.index("Sun 2 Mar 2025")
    assert main([*asked, "--json"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert '"value": "2025-02-28"' in first
    assert '"value": "2025-03-02"' in second
